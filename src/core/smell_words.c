/*
 * What is written out and should be filled in. A user who swaps "two weeks"
 * for "three days" must not meet the two weeks in some line.
 *
 * Short defaults are words like any other: only those of two words and more
 * count, and names and days, which stand with a capital.
 */
#include "smell_parts.h"

struct written {
	struct smelling *smelling;
	const struct fill *fills;
	struct text *defaults; /* without words: too short to look for */
	size_t nr;
};

static bool has_capital(struct str text)
{
	return text.len && text.ptr[0] >= 'A' && text.ptr[0] <= 'Z';
}

static bool is_telling(const struct text *text)
{
	return text->nr_words > 1 ||
	       (text->nr_words == 1 && has_capital(text->source));
}

/* Does the text go on with the default from this word? */
static bool stands_at(const struct text *text, uint32_t at,
		      const struct text *words)
{
	if (text->nr_words - at < words->nr_words)
		return false;
	for (uint32_t i = 0; i < words->nr_words; i++)
		if (!str_equal(text->words[at + i].key, words->words[i].key))
			return false;
	return words->nr_words > 1 ||
	       has_capital(str_slice(text->source, text->words[at].start,
				     text->words[at].end));
}

static void look_at(struct written *written, unsigned line, struct str source)
{
	struct arena scratch = { 0 };
	struct text text = text_parse(&scratch, source);

	for (size_t f = 0; f < written->nr; f++) {
		const struct text *words = &written->defaults[f];

		for (uint32_t i = 0; words->nr_words && i < text.nr_words;
		     i++) {
			if (!stands_at(&text, i, words))
				continue;
			smell_add(written->smelling, line,
				  "\"" STR_FMT "\" is written out here: put "
				  "{" STR_FMT "}, so that it can be swapped",
				  STR_ARG(words->source),
				  STR_ARG(written->fills[f].name));
			break;
		}
	}
	arena_release(&scratch);
}

static void look_at_scene(struct written *written, const struct scene *scene)
{
	look_at(written, scene->line, scene->narrator);
	for (size_t i = 0; i < scene->nr_replies; i++)
		look_at(written, scene->replies[i].line,
			scene->replies[i].text);
}

static void look_at_all(struct written *written)
{
	const struct scenario *unfilled = written->smelling->source->unfilled;
	const struct entries *entries;

	look_at(written, 0, unfilled->brief);
	for (size_t i = 0; i < unfilled->nr_facts; i++)
		look_at(written, unfilled->facts[i].line,
			unfilled->facts[i].is);
	for (size_t i = 0; i < unfilled->nr_hidden; i++)
		look_at(written, unfilled->hidden[i].line,
			unfilled->hidden[i].is);
	for (size_t i = 0; (entries = scenario_entries(unfilled, i)); i++)
		for (size_t j = 0; j < entries->nr; j++) {
			const struct entry *entry = &entries->items[j];

			for (size_t k = 0; k < entry->nr_say; k++)
				look_at(written, entry->line, entry->say[k]);
			look_at(written, entry->line, entry->met);
		}
	for (size_t i = 0; i < unfilled->nr_scenes; i++)
		look_at_scene(written, &unfilled->scenes[i]);
	for (size_t i = 0; i < unfilled->nr_endings; i++)
		look_at(written, unfilled->endings[i].line,
			unfilled->endings[i].say);
}

void smell_written_out(struct smelling *smelling)
{
	const struct scenario *scenario = smelling->scenario;
	struct written written = {
		.smelling = smelling,
		.fills = scenario->fills,
		.defaults = ARENA_ARRAY(smelling->arena, struct text,
					scenario->nr_fills),
		.nr = scenario->nr_fills,
	};

	for (size_t i = 0; i < scenario->nr_fills; i++) {
		struct text text = text_parse(smelling->arena,
					      scenario->fills[i].standard);

		if (is_telling(&text))
			written.defaults[i] = text;
	}
	if (smelling->source->unfilled)
		look_at_all(&written);
}
