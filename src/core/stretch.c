#include "stretch.h"

#include "text_parts.h"

/* Is there a sign between the two words that parts them? */
static bool is_parted(const struct text *text, uint32_t before)
{
	uint32_t from = text->words[before].end;
	uint32_t to = text->words[before + 1].start;

	for (uint32_t at = from; at < to; at++)
		if (text->source.ptr[at] != ' ')
			return to > from + 1 || text->source.ptr[at] != '-';
	return false;
}

struct stretch stretch_sentence(const struct text *text, uint32_t word)
{
	const struct sentence *sentence =
		&text->sentences[text->words[word].sentence];

	return (struct stretch){ sentence->first, sentence->end };
}

struct stretch stretch_between_signs(const struct text *text, uint32_t word)
{
	struct stretch sentence = stretch_sentence(text, word);
	struct stretch found = { word, word + 1 };

	while (found.first > sentence.first &&
	       !is_parted(text, found.first - 1))
		found.first--;
	while (found.end < sentence.end && !is_parted(text, found.end - 1))
		found.end++;
	return found;
}

struct stretch stretch_clause(const struct text *text, uint32_t word)
{
	const struct clause *clause = &text->clauses[text->words[word].clause];

	return (struct stretch){ clause->first, clause->end };
}

/* "no photographer could" begins with its subject, "no, you can't" does not */
bool stretch_leads_in(const struct text *text, uint32_t word)
{
	uint32_t kinds = lexicon_kinds(text->words[word].key);

	if (kinds & IS_NEGATOR && word + 1 < text->nr_words &&
	    !is_parted(text, word))
		return false;
	return kinds & (IS_LEAD | IS_JOIN);
}

/* As they were typed: "can't" is one. */
uint32_t stretch_words(const struct text *text, const struct stretch *stretch)
{
	uint32_t words = 0;

	for (uint32_t at = stretch->first; at < stretch->end; at++)
		words += at == stretch->first ||
			 text->words[at].start != text->words[at - 1].start;
	return words;
}

uint32_t text_word_at(const struct text *text, uint32_t byte)
{
	uint32_t at = 0;

	while (at + 1 < text->nr_words && text->words[at + 1].start <= byte)
		at++;
	return at;
}

/* A condition holds for its whole sentence: "if we're quick, on Thursday". */
bool text_is_unreal(const struct text *text, uint32_t at)
{
	for (uint32_t i = 0; i < text->nr_scopes; i++) {
		const struct scope *scope = &text->scopes[i];
		bool within = at >= scope->first && at < scope->end;

		if (scope->kind == SCOPE_CONDITION)
			within = text->words[scope->first].sentence ==
				 text->words[at].sentence;
		if (within && scope->kind != SCOPE_BUT)
			return true;
	}
	return false;
}

/* "I've somebody on the phone in two minutes": that is one's own affair. */
bool text_is_own_affair(const struct text *text, const struct clause *clause)
{
	return clause->subject == SUBJECT_SELF &&
	       clause->tense == TENSE_PRESENT &&
	       clause->verb_at < clause->end &&
	       lexicon_kinds(text->words[clause->verb_at].key) & IS_HAVE;
}

bool text_dates_a_thing(const struct text *text, uint32_t at)
{
	const struct clause *clause = &text->clauses[text->words[at].clause];

	return clause->verb_at >= clause->end && at > clause->first &&
	       str_equal(text->words[at].key, STR("from"));
}
