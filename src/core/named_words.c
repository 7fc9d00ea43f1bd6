/*
 * A stretch of a turn short enough to be quoted: "'It's only a party.' You try
 * telling her that." What somebody says that hurts stays in the ear word for
 * word, so nothing is turned, only cut: at the ends of the sentence, else at
 * its commas, else at its clause; and freed of what leads in ("well, and, so").
 * Two words of a longer sentence ("you know") are not what stays.
 */
#include "rehearse/named.h"

#include "stretch.h"
#include "text_parts.h"

enum {
	LEAST_WORDS = 2,    /* of a sentence; of a part of one: one more */
	MOST_WORDS = 9,     /* nobody keeps more by heart */
	SPEECH_WORDS = 30,  /* nothing in particular stays of so many */
	PASSAGE_WORDS = 14, /* read aloud by a coach */
};

/* How many words are to be quoted of the stretch, freed of what leads in; 0:
 * too few, or too many. */
static uint32_t quotable_words(const struct text *text, struct stretch *stretch,
			       uint32_t least, uint32_t most)
{
	uint32_t words;

	while (stretch->first < stretch->end &&
	       stretch_leads_in(text, stretch->first))
		stretch->first++;
	words = stretch_words(text, stretch);
	return words >= least && words <= most ? words : 0;
}

/* "to be fair": nobody does anything */
static bool says_something(const struct text *text, uint32_t word)
{
	const struct clause *clause = &text->clauses[text->words[word].clause];

	return clause->subject_at < clause->end || clause->mood == MOOD_COMMAND;
}

/* A part of a sentence that can be quoted without the rest: not "who isn't the
 * one". */
static uint32_t part_words(const struct text *text, struct stretch *part)
{
	uint32_t words =
		quotable_words(text, part, LEAST_WORDS + 1, MOST_WORDS);

	if (words &&
	    (lexicon_kinds(text->words[part->first].key) & (IS_WH | IS_SUB) ||
	     !says_something(text, part->first)))
		return 0;
	return words;
}

/* The longest stretch of the sentence between signs; of a speech none. */
static bool cut_longest(const struct text *text, uint32_t word,
			struct stretch *out)
{
	struct stretch sentence = stretch_sentence(text, word);
	uint32_t most = 0;

	if (stretch_words(text, &sentence) > SPEECH_WORDS)
		return false;
	for (uint32_t at = sentence.first; at < sentence.end;) {
		struct stretch part = stretch_between_signs(text, at);
		uint32_t words;

		at = part.end;
		words = part_words(text, &part);
		if (words > most) {
			most = words;
			*out = part;
		}
	}
	return most;
}

/* The widest stretch around the word, or, where that is none in particular,
 * any of its sentence. */
static bool cut(const struct text *text, uint32_t word, bool in_particular,
		struct stretch *out)
{
	*out = stretch_sentence(text, word);
	if (quotable_words(text, out, LEAST_WORDS, MOST_WORDS))
		return true;
	*out = stretch_between_signs(text, word);
	if (in_particular && part_words(text, out))
		return true;
	*out = stretch_clause(text, word);
	if (in_particular && part_words(text, out))
		return true;
	return cut_longest(text, word, out);
}

/* The last word of the last sentence that asks nothing; nr_words: none. */
static uint32_t last_stated(const struct text *text)
{
	for (uint32_t i = text->nr_sentences; i-- > 0;) {
		const struct sentence *sentence = &text->sentences[i];

		if (sentence->end > sentence->first && !sentence->question)
			return sentence->end - 1;
	}
	return text->nr_words;
}

bool text_quotable(const struct text *text, long at, struct strbuf *out)
{
	struct stretch found;
	uint32_t word = at == NAMED_LAST || !text->nr_words
				? last_stated(text)
				: text_word_at(text, (uint32_t)at);

	if (word >= text->nr_words ||
	    text->sentences[text->words[word].sentence].question ||
	    !cut(text, word, at != NAMED_LAST, &found))
		return false;
	strbuf_add(out, str_slice(text->source, text->words[found.first].start,
				  text->words[found.end - 1].end));
	return true;
}

/* What stands around the word in its clause, up to the next signs. */
static struct stretch passage_of(const struct text *text, uint32_t word)
{
	struct stretch passage = stretch_between_signs(text, word);
	struct stretch clause = stretch_clause(text, word);

	if (passage.first < clause.first)
		passage.first = clause.first;
	if (passage.end > clause.end)
		passage.end = clause.end;
	return passage;
}

struct str text_passage(const struct text *text, uint32_t start, uint32_t end)
{
	struct stretch whole, rest;
	uint32_t first, last;

	if (start == end)
		return STR("");
	first = text_word_at(text, start);
	last = text_word_at(text, end - 1);
	whole = passage_of(text, first);
	whole.end = passage_of(text, last).end;
	rest = (struct stretch){ first, whole.end };
	if (quotable_words(text, &whole, 1, PASSAGE_WORDS))
		rest.first = whole.first < first ? whole.first : first;
	else if (!quotable_words(text, &rest, 1, PASSAGE_WORDS))
		return str_slice(text->source, start, end);
	return str_slice(text->source, text->words[rest.first].start,
			 text->words[rest.end - 1].end);
}
