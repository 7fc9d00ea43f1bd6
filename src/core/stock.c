/*
 * How many different phrases of a stock a turn takes from: what is said on
 * the stage, in fairy tales and in nonsense, by coaches, in offices, over the
 * garden fence; blame that calls itself ownership, errands for the client,
 * choices that change nothing, praise, and what wants to be bought.
 * One is a turn of phrase; several make the turn. The lists are the rubric's.
 * What takes up the client's words counts for nothing, nor what is quoted.
 */
#include "moment.h"

static bool is_theirs(const struct moment *m, uint32_t word)
{
	const struct text *theirs = &m->client->text;

	if (m->text->words[word].classes & WORD_SMALL)
		return false;
	for (uint32_t i = 0; m->client->spoken && i < theirs->nr_words; i++)
		if (theirs->words[i].stem == m->text->words[word].stem)
			return true;
	return false;
}

static bool is_own(const struct moment *m, const struct hit *hit)
{
	for (uint32_t i = hit->first; i < hit->end; i++)
		if (m->text->words[i].classes & WORD_QUOTED || is_theirs(m, i))
			return false;
	return true;
}

/* Where their words are what it is about. */
static bool is_said(const struct moment *m, const struct hit *hit)
{
	return !(m->text->words[hit->first].classes & WORD_QUOTED);
}

static bool is_same(const struct text *text, const struct hit *a,
		    const struct hit *b)
{
	if (a->end > b->first && b->end > a->first)
		return true;
	return a->end - a->first == b->end - b->first &&
	       text->words[a->first].hash == text->words[b->first].hash &&
	       text->words[a->end - 1].hash == text->words[b->end - 1].hash;
}

static bool count_hits(const struct moment *m, enum rubric_measured list,
		       bool (*counted)(const struct moment *m,
				       const struct hit *hit),
		       int *value)
{
	const uint32_t id = RUBRIC_HIT(RUBRIC_HIT_MEASURED, list);
	const struct hit *hits = m->hits.hits;

	*value = 0;
	for (size_t i = 0; i < m->hits.nr; i++) {
		bool counts = hits[i].id == id && counted(m, &hits[i]);

		for (size_t j = 0; counts && j < i; j++)
			counts = hits[j].id != id ||
				 !is_same(m->text, &hits[i], &hits[j]);
		*value += counts;
	}
	return m->text->nr_words > 0;
}

static bool count(const struct moment *m, enum rubric_measured list, int *value)
{
	return count_hits(m, list, is_own, value);
}

bool measure_costume(const struct moment *m, int *value)
{
	return count(m, RUBRIC_MEASURED_COSTUME, value);
}

/* A slate may be theirs; nobody rings one up. */
static bool is_nonsense(const struct moment *m, const struct hit *hit)
{
	return hit->end - hit->first > 2 ? is_said(m, hit) : is_own(m, hit);
}

bool measure_absurd(const struct moment *m, int *value)
{
	return count_hits(m, RUBRIC_MEASURED_ABSURD, is_nonsense, value);
}

bool measure_coaching(const struct moment *m, int *value)
{
	return count(m, RUBRIC_MEASURED_COACHING, value);
}

bool measure_office(const struct moment *m, int *value)
{
	return count(m, RUBRIC_MEASURED_OFFICE, value);
}

/* Whoever opens may come with anything. */
bool measure_chatter(const struct moment *m, int *value)
{
	return count(m, RUBRIC_MEASURED_CHATTER, value) && m->client->spoken;
}

bool measure_sham(const struct moment *m, int *value)
{
	return count_hits(m, RUBRIC_MEASURED_SHAM, is_said, value);
}

bool measure_errands(const struct moment *m, int *value)
{
	return count_hits(m, RUBRIC_MEASURED_ERRANDS, is_said, value);
}

static bool offers_a_choice(const struct text *text)
{
	static const char *const words[] = {
		"choice",    "choose", "choosing", "decide",
		"decision",  "either", "option",   "options",
		"preferred", "prefer", "ways",     "whichever",
	};

	for (uint32_t i = 0; i < text->nr_words; i++)
		if (str_is_one_of(text->words[i].key, words, ARRAY_LEN(words)))
			return true;
	return false;
}

/* Where nothing is to be chosen, much may stay as it is. */
bool measure_unchanged(const struct moment *m, int *value)
{
	return count_hits(m, RUBRIC_MEASURED_UNCHANGED, is_said, value) &&
	       offers_a_choice(m->text);
}

bool measure_praise(const struct moment *m, int *value)
{
	return count(m, RUBRIC_MEASURED_PRAISE, value);
}

bool measure_selling(const struct moment *m, int *value)
{
	return count(m, RUBRIC_MEASURED_SELLING, value);
}
