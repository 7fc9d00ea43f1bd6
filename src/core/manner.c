/*
 * The choice of words, whatever they say: the share of a turn's own words
 * that stand in the lists of the rubric's (slogans, what one could see, what
 * names nothing), of those that name nothing one could see, count or put a
 * date to, and of those that say what it is about. Words one quotes, says
 * again or strings together are not one's own.
 */
#include "moment.h"

#include <string.h>

enum {
	MANNER_WORDS = 20, /* fewer have hardly a manner, and count as these */
	FEWEST_WORDS = 12, /* and nobody has to name a thing in fewer */
	MOSTLY_NODS = 65, /* percent */
	NODDING_LEAST_WORDS = 4, /* "Yes, of course." may be all there is to say */
	NAMING_LEAST_WORDS = 30, /* a shorter one may lean on what was said */
};

/* "You said: ..." only leads up to what is quoted. */
static bool is_mostly_quoted(const struct text *text, uint32_t sentence)
{
	const struct sentence *s = &text->sentences[sentence];
	uint32_t quoted = 0;

	for (uint32_t i = s->first; i < s->end; i++)
		quoted += (text->words[i].classes & WORD_QUOTED) != 0;
	return quoted * 2 > s->end - s->first;
}

/* Words of this sentence are one's own, but for those quoted in it. */
static bool is_said(const struct moment *m, uint32_t sentence)
{
	return says_something(m->text, sentence) &&
	       !is_mostly_quoted(m->text, sentence);
}

/* One's own words; 0: all, or those of any of these classes. */
static uint32_t own_words(const struct moment *m, uint16_t classes)
{
	const struct text *text = m->text;
	uint32_t words = 0;

	for (uint32_t s = 0; s < text->nr_sentences; s++) {
		if (!is_said(m, s))
			continue;
		for (uint32_t i = text->sentences[s].first;
		     i < text->sentences[s].end; i++)
			words += !(text->words[i].classes & WORD_QUOTED) &&
				 (!classes ||
				  text->words[i].classes & classes);
	}
	return words;
}

static bool is_listed(const struct moment *m, const struct hit *hit,
		      enum rubric_measured list)
{
	const struct word *word = &m->text->words[hit->first];

	return hit->id == RUBRIC_HIT(RUBRIC_HIT_MEASURED, list) &&
	       !(word->classes & WORD_QUOTED) && is_said(m, word->sentence);
}

static uint32_t listed(const struct moment *m, enum rubric_measured list)
{
	uint32_t words = 0;

	for (size_t i = 0; i < m->hits.nr; i++)
		if (is_listed(m, &m->hits.hits[i], list))
			words += m->hits.hits[i].end - m->hits.hits[i].first;
	return words;
}

const struct hit *manner_first_hit(const struct moment *m,
				   enum rubric_measured list)
{
	for (size_t i = 0; i < m->hits.nr; i++)
		if (is_listed(m, &m->hits.hits[i], list))
			return &m->hits.hits[i];
	return NULL;
}

/* The share of so many words, in percent. */
static int share(const struct moment *m, uint32_t words)
{
	uint32_t all = own_words(m, 0);

	return percent_of(words, all < MANNER_WORDS ? MANNER_WORDS : all);
}

bool measure_hollow(const struct moment *m, int *value)
{
	*value = percent_of(listed(m, RUBRIC_MEASURED_HOLLOW),
			    own_words(m, 0));
	return m->text->nr_words > 0;
}

/* "I see. Right. Understood." */
bool measure_nodding(const struct moment *m, int *value)
{
	*value = percent_of(listed(m, RUBRIC_MEASURED_NODDING),
			    own_words(m, 0));
	return m->text->nr_words >= NODDING_LEAST_WORDS;
}

/* How many words they are, where they are most of the turn. */
bool measure_nods(const struct moment *m, int *value)
{
	uint32_t nods = listed(m, RUBRIC_MEASURED_NODDING);

	*value = percent_of(nods, own_words(m, 0)) < MOSTLY_NODS ? 0 : (int)nods;
	return m->text->nr_words > 0;
}

bool measure_concrete(const struct moment *m, int *value)
{
	*value = share(m, listed(m, RUBRIC_MEASURED_CONCRETE));
	return m->text->nr_words > 0;
}

bool measure_vague(const struct moment *m, int *value)
{
	*value = share(m, listed(m, RUBRIC_MEASURED_VAGUE));
	return m->text->nr_words > 0;
}

bool measure_abstract(const struct moment *m, int *value)
{
	const uint16_t exact = WORD_NUMBER | WORD_MONEY | WORD_DATE |
			       WORD_TIME | WORD_WHEN;
	uint32_t named = listed(m, RUBRIC_MEASURED_CONCRETE) +
			 own_words(m, exact);
	uint32_t all = own_words(m, 0);

	/* "before noon" may stand in the list and be a time */
	*value = 100 - percent_of(named < all ? named : all, all);
	return all >= FEWEST_WORDS;
}

const bool *mark_anything(const struct moment *m)
{
	bool *marks = ARENA_ARRAY(m->scratch, bool, m->text->nr_words);

	memset(marks, 0, m->text->nr_words * sizeof(*marks));
	for (size_t i = 0; i < m->hits.nr; i++) {
		const struct hit *hit = &m->hits.hits[i];

		if (hit->id == RUBRIC_HIT(RUBRIC_HIT_MEASURED,
					  RUBRIC_MEASURED_ANYTHING))
			for (uint32_t w = hit->first; w < hit->end; w++)
				marks[w] = true;
	}
	return marks;
}

/* Does it name something, and not only when or how many? */
static bool names_something(const struct word *word)
{
	const uint16_t figures = WORD_NUMBER | WORD_MONEY | WORD_DATE |
				 WORD_TIME | WORD_WHEN | WORD_QUOTED;

	return !(word->classes & WORD_SMALL) && !(word->classes & figures);
}

/* "By Tuesday I'll have this, by Thursday the other": the share of different
 * words that say what it is about. */
bool measure_substance(const struct moment *m, int *value)
{
	const struct text *text = m->text;
	const bool *anything = mark_anything(m);
	size_t different = 0;

	for (uint32_t i = 0; i < text->nr_words; i++) {
		uint32_t j = 0;

		if (anything[i] || !names_something(&text->words[i]))
			continue;
		while (text->words[j].stem != text->words[i].stem)
			j++;
		different += i == j;
	}
	*value = percent_of(different, text->nr_words);
	return text->nr_words >= NAMING_LEAST_WORDS;
}
