/*
 * Measures of whether a turn is said to the client at all: its share of words
 * that only play at being said, and of those that name who speaks or who is
 * spoken to. A tale, a recipe and a manual have neither of the two.
 */
#include "moment.h"

enum {
	ADDRESS_LEAST_WORDS = 25, /* "Thursday at nine, by the gate." */
	DENIALS_LEAST = 3,
};

static bool is_unsaid(const struct text *text, uint32_t word)
{
	for (uint32_t i = 0; i < text->nr_scopes; i++)
		if (text->scopes[i].kind == SCOPE_UNSAID &&
		    text->scopes[i].first <= word && word < text->scopes[i].end)
			return true;
	return false;
}

bool measure_unsaid(const struct moment *m, int *value)
{
	uint32_t words = 0;

	for (uint32_t i = 0; i < m->text->nr_words; i++)
		words += is_unsaid(m->text, i);
	*value = percent_of(words, m->text->nr_words);
	return m->text->nr_words > 0;
}

static bool denies(const struct text *text, const struct sentence *s)
{
	for (uint32_t i = s->first_clause; i < s->end_clause; i++)
		if (text->clauses[i].subject == SUBJECT_SELF &&
		    text->clauses[i].negative &&
		    text->clauses[i].mood == MOOD_STATEMENT)
			return true;
	return false;
}

/* The share of sentences in which one says what one does not. Two are none:
 * "I can't do Friday. I don't have the van." */
bool measure_denials(const struct moment *m, int *value)
{
	size_t denials = 0;

	for (uint32_t i = 0; i < m->text->nr_sentences; i++)
		denials += denies(m->text, &m->text->sentences[i]);
	*value = percent_of(denials, m->text->nr_sentences);
	return denials >= DENIALS_LEAST;
}

bool measure_address(const struct moment *m, int *value)
{
	static const char *const persons[] = {
		"i",   "me",   "my",  "mine", "myself", "we",       "us",
		"our", "ours", "you", "your", "yours",  "yourself",
	};
	uint32_t own = 0, persons_nr = 0;

	for (uint32_t i = 0; i < m->text->nr_words; i++) {
		const struct word *word = &m->text->words[i];

		if (word->classes & WORD_QUOTED)
			continue;
		own++;
		persons_nr +=
			str_is_one_of(word->key, persons, ARRAY_LEN(persons));
	}
	*value = percent_of(persons_nr, own);
	return m->text->nr_words >= ADDRESS_LEAST_WORDS;
}
