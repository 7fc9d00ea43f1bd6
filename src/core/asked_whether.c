/*
 * A question that wants a yes or a no, by what opens it. Nothing more is read
 * of it, but it is enough for an answer that fits where the thing itself is not
 * known: "Not yet" to "have you ...", "Not that I know of" to "is there ...".
 */
#include "rehearse/asking.h"
#include "text_parts.h"

static const struct opener {
	const char *word;
	enum asking asking;
} openers[] = {
	{ "are", ASKING_IS },      { "can", ASKING_WOULD },
	{ "could", ASKING_WOULD }, { "did", ASKING_DID },
	{ "do", ASKING_WHETHER },  { "does", ASKING_WHETHER },
	{ "had", ASKING_HAVE },	   { "has", ASKING_HAVE },
	{ "have", ASKING_HAVE },   { "is", ASKING_IS },
	{ "may", ASKING_WOULD },   { "might", ASKING_WOULD },
	{ "was", ASKING_IS },	   { "were", ASKING_IS },
	{ "will", ASKING_WOULD },  { "would", ASKING_WOULD },
};

static bool is_any(const struct text *text, uint32_t at, uint32_t end)
{
	static const char *const any[] = { "any", "anybody", "anyone",
					   "anything", "anywhere" };

	return at < end && TABLE_FIND(any, text->words[at].key);
}

/* is there, did anybody, do you know any, have you got any; but "have you told
 * anybody" asks whether it is done. */
static bool asks_for_any(const struct text *text, uint32_t at, uint32_t end)
{
	bool holds = word_is(text, at, STR("do")) ||
		     word_is(text, at, STR("does")) ||
		     (at + 2 < end && word_is(text, at + 2, STR("got")));

	return word_is(text, at + 1, STR("there")) ||
	       is_any(text, at + 1, end) || is_any(text, at + 2, end) ||
	       (holds && is_any(text, at + 3, end));
}

/* "have you got time", "have you no idea": nothing that was done. */
static bool asks_for_a_thing(const struct text *text, uint32_t at, uint32_t end)
{
	return at + 2 >= end || word_is(text, at + 2, STR("got")) ||
	       lexicon_kinds(text->words[at + 2].key) & IS_DET;
}

/* "are you sure", "is that all"; "is the road open" is a plain yes or no */
static bool asks_for_a_state(const struct text *text, uint32_t at)
{
	static const char *const subjects[] = { "it", "that", "this", "you" };

	return TABLE_FIND(subjects, text->words[at + 1].key);
}

/* "would you like to see it" */
static bool asks_for_a_wish(const struct text *text, uint32_t at, uint32_t end)
{
	return at + 2 < end && word_is(text, at + 2, STR("like"));
}

enum asking asking_by_opener(const struct text *text, uint32_t at, uint32_t end)
{
	const struct opener *opener = TABLE_FIND(openers, text->words[at].key);

	if (!opener || at + 1 >= end || word_is(text, at + 1, STR("not")) ||
	    text->clauses[text->words[at].clause].mood == MOOD_TAG)
		return ASKING_WHETHER;
	if (asks_for_any(text, at, end))
		return ASKING_ANY;
	if ((opener->asking == ASKING_HAVE && asks_for_a_thing(text, at, end)) ||
	    (opener->asking == ASKING_IS && !asks_for_a_state(text, at)) ||
	    (opener->asking == ASKING_WOULD && asks_for_a_wish(text, at, end)))
		return ASKING_WHETHER;
	return opener->asking;
}
