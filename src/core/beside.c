/*
 * Does a turn speak of the client's matter at all? A fine answer to something
 * else has every merit but that one. People answer in words the client never
 * used, so it is told only of a turn of some length that nothing ties to their
 * line: none of its words or figures comes back, no yes or no and no short
 * answer stands first, and nothing is called "it" or "she" before it was named.
 */
#include "moment.h"

enum {
	BESIDE_LEAST_WORDS = 36,
	CLIENT_LEAST_WORDS = 3, /* of content: "And now?" is about anything */
	SAME_START = 4,         /* "print", "printing" and "printer" */
	SHORT_ANSWER = 3,
	/* of the turn; later ones point at its own words */
	POINTING_WORDS = 14,
};

/* Says what a line is about: neither a small word nor a figure. */
static bool is_matter(const struct word *word)
{
	const uint16_t others = WORD_SMALL | WORD_NUMBER | WORD_MONEY |
				WORD_DATE | WORD_TIME | WORD_WHEN;

	return !(word->classes & others) && word->key.len > 2;
}

static bool is_kin(const struct word *a, const struct word *b)
{
	return a->stem == b->stem ||
	       (a->key.len >= SAME_START && b->key.len >= SAME_START &&
		str_equal(str_slice(a->key, 0, SAME_START),
			  str_slice(b->key, 0, SAME_START)));
}

static bool takes_up_a_word(const struct moment *m, const bool *anything)
{
	const struct text *theirs = &m->client->text;

	for (uint32_t i = 0; i < m->text->nr_words; i++) {
		const struct word *word = &m->text->words[i];

		if (anything[i] || !is_matter(word))
			continue;
		for (uint32_t j = 0; j < theirs->nr_words; j++)
			if (is_matter(&theirs->words[j]) &&
			    is_kin(word, &theirs->words[j]))
				return true;
	}
	return false;
}

/* A date may be anybody's. */
static bool is_sum(const struct word *word)
{
	const uint16_t times = WORD_DATE | WORD_TIME | WORD_WHEN;

	return word->classes & (WORD_NUMBER | WORD_MONEY) &&
	       !(word->classes & times);
}

static uint32_t digits(uint32_t value)
{
	uint32_t nr = 1;

	while (value /= 10)
		nr++;
	return nr;
}

/* A figure of theirs, or two of the size of theirs: "2,850 more" is about the
 * 5,750 of the bill. */
static bool takes_up_a_figure(const struct moment *m)
{
	const struct text *theirs = &m->client->text;
	unsigned alike = 0;

	for (uint32_t i = 0; i < m->text->nr_words; i++) {
		bool same_size = false;

		for (uint32_t j = 0; j < theirs->nr_words; j++) {
			const struct word *a = &m->text->words[i];
			const struct word *b = &theirs->words[j];

			if (!is_sum(a) || !is_sum(b))
				continue;
			if (a->value == b->value)
				return true;
			same_size = same_size ||
				    digits(a->value) == digits(b->value);
		}
		alike += same_size;
	}
	return alike > 1;
}

static bool answers_at_once(const struct text *text)
{
	static const char *const heads[] = {
		"yes",  "no",   "not",     "nobody", "none", "because",
		"yeah", "true", "correct", "ouch",   "then",
	};
	const struct sentence *first = &text->sentences[0];

	return first->end - first->first <= SHORT_ANSWER ||
	       str_is_one_of(text->words[0].key, heads, ARRAY_LEN(heads));
}

/* "It was our courier", "I've got them here": theirs, not yet named here. */
static bool points_at_theirs(const struct text *text, const bool *anything)
{
	static const char *const pointers[] = {
		"it",    "that",  "this", "they",  "them",  "he",
		"she",   "him",   "her",  "his",   "their", "theirs",
		"those", "these", "its",  "there",
	};
	uint32_t named = 0;

	for (uint32_t i = 0; i < text->nr_words && i < POINTING_WORDS; i++) {
		if (str_is_one_of(text->words[i].key, pointers,
				  ARRAY_LEN(pointers)))
			return true;
		named += is_matter(&text->words[i]) && !anything[i];
		if (named > 1)
			break;
	}
	return false;
}

static bool is_asked_for(const struct text *text, const struct sentence *s)
{
	for (uint32_t i = s->first_clause; i < s->end_clause; i++)
		if (text->clauses[i].mood == MOOD_COMMAND)
			return true;
	return s->question;
}

/* What the client states. What they only ask may have any answer. */
static size_t matters_stated(const struct text *text)
{
	size_t nr = 0;

	for (uint32_t i = 0; i < text->nr_words; i++)
		nr += is_matter(&text->words[i]) &&
		      !is_asked_for(text,
				    &text->sentences[text->words[i].sentence]);
	return nr;
}

/* A question for yes or no, or for a time, that nothing here answers. */
static bool is_passed_over(const struct moment *m)
{
	int answered;

	return measure_answers(m, &answered) && !answered;
}

/* How many words, when nothing ties them to what the client said; else 0. */
bool measure_beside(const struct moment *m, int *value)
{
	const bool *anything;

	if (!m->client->spoken || m->text->nr_words < BESIDE_LEAST_WORDS ||
	    (matters_stated(&m->client->text) < CLIENT_LEAST_WORDS &&
	     !is_passed_over(m)))
		return false;
	anything = mark_anything(m);
	*value = 0;
	if (!m->said->told && !answers_at_once(m->text) &&
	    !points_at_theirs(m->text, anything) &&
	    !takes_up_a_word(m, anything) && !takes_up_a_figure(m))
		*value = (int)m->text->nr_words;
	return true;
}
