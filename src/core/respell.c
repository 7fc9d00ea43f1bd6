/*
 * A mended word may be the verb of its clause, a "nothing" or a weekday, so
 * a text with mended words is read again as if they had been typed right;
 * only the bytes they stand on stay those of the source.
 */
#include "rehearse/text.h"

/* The source with every mended word spelt right. */
static struct str right_spelling(const struct text *text, struct arena *arena)
{
	struct strbuf right = { 0 };
	uint32_t at = 0;

	for (uint32_t i = 0; i < text->nr_words; i++) {
		const struct word *word = &text->words[i];
		char first;

		if (!(word->classes & WORD_MENDED))
			continue;
		first = text->source.ptr[word->start];
		strbuf_add(&right, str_slice(text->source, at, word->start));
		if (first >= 'A' && first <= 'Z')
			strbuf_addf(&right, "%c" STR_FMT,
				    word->key.ptr[0] - 'a' + 'A',
				    STR_ARG(str_slice(word->key, 1,
						      word->key.len)));
		else
			strbuf_add(&right, word->key);
		at = word->end;
	}
	strbuf_add(&right, str_slice(text->source, at, text->source.len));
	return arena_take(arena, &right);
}

static uint32_t last_byte(const struct text *text, const struct sentence *s)
{
	return text->words[s->end - 1].end;
}

void text_respell(struct text *text, struct arena *arena)
{
	struct text right = text_parse(arena, right_spelling(text, arena));

	/* cut up in another way, the bytes could not be told */
	if (right.nr_words != text->nr_words)
		return;
	for (uint32_t i = 0; i < right.nr_sentences; i++) {
		struct sentence *sentence = &right.sentences[i];
		uint32_t before = right.words[sentence->first].start -
				  sentence->start_byte;
		uint32_t behind = sentence->end_byte -
				  last_byte(&right, sentence);

		sentence->start_byte =
			text->words[sentence->first].start - before;
		sentence->end_byte = last_byte(text, sentence) + behind;
	}
	for (uint32_t i = 0; i < right.nr_words; i++) {
		right.words[i].start = text->words[i].start;
		right.words[i].end = text->words[i].end;
		right.words[i].classes |= text->words[i].classes & WORD_MENDED;
	}
	right.source = text->source;
	*text = right;
}
