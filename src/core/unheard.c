/*
 * Does a turn go past what the client said? A missing acknowledgement is
 * hard to prove: people take a complaint up in words that no list knows. So
 * it is told only of a turn in which nothing could be that: no answer to a
 * line that only asks, nothing asked, no yes or no at its head, none of the
 * client's words come back, nothing is told of what happened, was done or
 * will be, and when.
 */
#include "moment.h"

/* "Yes.", "They don't, no.", "Right, ..." take up what was said. */
static bool agrees_first(const struct text *text, const struct sentence *s)
{
	static const char *const heads[] = {
		"yes", "no", "yeah", "yep", "right", "true", "exactly",
		"agreed", "correct", "did", "oh", "ouch", "god",
	};
	uint32_t end = s->end < s->first + 4 ? s->end : s->first + 4;

	for (uint32_t i = s->first; i < end; i++)
		for (size_t h = 0; h < ARRAY_LEN(heads); h++)
			if (str_equal(text->words[i].key, str_from(heads[h])))
				return true;
	return false;
}

/* "Show me. Yes.": seen first, then granted. */
static bool grants(const struct text *text)
{
	static const char *const words[] = { "yes", "yeah", "yep", "true" };

	for (uint32_t i = 0; i < text->nr_sentences; i++)
		for (size_t w = 0; w < ARRAY_LEN(words); w++)
			if (str_equal(text->words[text->sentences[i].first].key,
				      str_from(words[w])))
				return true;
	return false;
}

static bool is_quoted(const struct text *text, uint32_t first, uint32_t end)
{
	return (text->words[first].classes | text->words[end - 1].classes) &
	       WORD_QUOTED;
}

/* What somebody did, or how it came; not what the client did. */
static bool tells(const struct text *text, const struct clause *clause)
{
	if (is_quoted(text, clause->first, clause->end))
		return false;
	if (clause->tense != TENSE_PAST || clause->mood != MOOD_STATEMENT)
		return false;
	return clause->subject != SUBJECT_CLIENT &&
	       clause->subject != SUBJECT_NONE;
}

static bool is_known(const struct text *text, const struct word *word)
{
	for (uint32_t i = 0; i < text->nr_words; i++)
		if (text->words[i].stem == word->stem &&
		    !(text->words[i].classes & WORD_QUOTED))
			return true;
	return false;
}

/* One of the client's words may come by chance, two seldom do. */
enum { WORDS_BACK = 2 };

static bool takes_back_words(const struct text *text,
			     const struct text *theirs)
{
	unsigned back = 0;

	for (uint32_t i = 0; i < theirs->nr_words && back < WORDS_BACK; i++)
		back += !(theirs->words[i].classes & WORD_SMALL) &&
			is_known(text, &theirs->words[i]);
	return back == WORDS_BACK;
}

/* "I'll come by at six": who sets a time for what they do has heard. */
static bool sets_a_time(const struct clause *clause)
{
	return clause->subject == SUBJECT_SELF &&
	       clause->tense == TENSE_FUTURE && !clause->negative &&
	       clause->mood == MOOD_STATEMENT && clause->has_when;
}

/* Where the client only asks, anything may be the answer. */
static bool only_asks(const struct text *theirs)
{
	for (uint32_t i = 0; i < theirs->nr_sentences; i++)
		if (!theirs->sentences[i].question)
			return false;
	return theirs->nr_sentences > 0;
}

/* "So you keep saying it": an answer that begins with the client. */
static bool begins_with_them(const struct text *text)
{
	return text->nr_words > 1 &&
	       str_equal(text->words[0].key, STR("so")) &&
	       text->clauses[0].subject == SUBJECT_CLIENT;
}

bool measure_unheard(const struct moment *moment, int *value)
{
	const struct text *text = moment->text;

	if (!text->nr_sentences)
		return false;
	*value = 0;
	if (only_asks(&moment->client->text) ||
	    agrees_first(text, &text->sentences[0]) || grants(text) ||
	    begins_with_them(text) ||
	    takes_back_words(text, &moment->client->text))
		return true;
	for (uint32_t i = 0; i < text->nr_sentences; i++)
		if (text->sentences[i].question &&
		    !is_quoted(text, text->sentences[i].first,
			       text->sentences[i].end))
			return true;
	for (uint32_t i = 0; i < text->nr_clauses; i++)
		if (tells(text, &text->clauses[i]) ||
		    sets_a_time(&text->clauses[i]))
			return true;
	for (uint32_t i = 0; i < text->nr_sentences; i++)
		if (says_something(text, i) &&
		    !is_quoted(text, text->sentences[i].first,
			       text->sentences[i].end))
			*value += (int)(text->sentences[i].end -
					text->sentences[i].first);
	return true;
}
