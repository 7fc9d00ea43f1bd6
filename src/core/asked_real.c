/*
 * Questions that want an answer. Not every sentence with a question mark
 * does: some wait for a nod, some have their answer, some only give words
 * back.
 */
#include "moment.h"
#include "text_parts.h"

enum { ECHO_WORDS = 3 };

/*
 * "Isn't the weather glorious?", "Couldn't you have rung?", "Why haven't you
 * settled it?", "..., don't you worry": who asks so has the answer. "Why
 * don't we ..." suggests.
 */
static bool has_the_answer(const struct text *text, const struct sentence *s)
{
	static const char *const helpers[] = {
		"is",   "are", "was", "were",  "does",  "do",   "did",    "has",
		"have", "had", "can", "could", "would", "will", "should",
	};
	static const char *const people[] = { "you",   "he",      "she",
					      "they",  "anybody", "anyone",
					      "people" };

	for (uint32_t at = s->first; at + 2 < s->end; at++)
		if (str_equal(text->words[at + 1].key, STR("not")) &&
		    str_is_one_of(text->words[at].key, helpers,
				  ARRAY_LEN(helpers)) &&
		    (at == s->first ||
		     str_is_one_of(text->words[at + 2].key, people,
				   ARRAY_LEN(people))))
			return true;
	return false;
}

/* "Joan? She counts boxes.": their word comes back, and nothing is asked. */
static bool is_echo(const struct text *text, const struct sentence *s)
{
	static const char *const asking[] = {
		"what",      "which",    "who",     "when",
		"where",     "how",      "why",     "or",
		"any",       "anything", "anybody", "anyone",
		"something", "somebody", "someone", "else",
	};

	if (s->first || s->end > ECHO_WORDS || s->end == text->nr_words)
		return false;
	for (uint32_t i = s->first_clause; i < s->end_clause; i++)
		if (text->clauses[i].verb_at < text->clauses[i].end)
			return false;
	for (uint32_t i = s->first; i < s->end; i++)
		if (str_is_one_of(text->words[i].key, asking,
				  ARRAY_LEN(asking)))
			return false;
	return true;
}

/* "Why didn't I? Because I hoped ...": nobody else is to answer. */
static bool answers_itself(const struct text *text, const struct sentence *s)
{
	return s->end < text->nr_words &&
	       str_equal(text->words[s->first].key, STR("why")) &&
	       str_equal(text->words[s->end].key, STR("because"));
}

bool is_asked_for_real(const struct text *text, const struct sentence *s)
{
	return s->question && !sentence_ends_in_tag(text, s) &&
	       !has_the_answer(text, s) && !is_echo(text, s) &&
	       !answers_itself(text, s);
}
