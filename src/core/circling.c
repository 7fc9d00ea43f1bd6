/*
 * Measures of going round: one word all over a turn, and sentences that end
 * where they began ("it is late because it's late").
 */
#include "moment.h"

enum {
	HARPED_LEAST = 3,
	HARPED_WITHIN = 64, /* what is all over a turn begins early in it */
	CIRCLES_LEAST = 2,  /* one says "the first page and the last page" */
	CIRCLE_LETTERS = 4, /* "if you go, the files go with you" */
};

/* A word of content of one's own; a number, or "one", is hardly any. */
static bool counts(const struct word *word)
{
	return word->key.len > 1 && !(word->classes & WORD_SMALL) &&
	       !(word->classes & (WORD_NUMBER | WORD_QUOTED));
}

static int times_said(const struct text *text, uint32_t word)
{
	int times = 0;

	if (!counts(&text->words[word]))
		return 0;
	for (uint32_t i = word; i < text->nr_words; i++)
		times += text->words[i].hash == text->words[word].hash &&
			 counts(&text->words[i]);
	return times;
}

/* The share of the commonest word of content. Twice is no harping. */
bool measure_harped(const struct moment *m, int *value)
{
	const struct text *text = m->text;
	int most = 0;

	for (uint32_t i = 0; i < text->nr_words && i < HARPED_WITHIN; i++) {
		int times = times_said(text, i);

		if (times > most)
			most = times;
	}
	*value = percent_of((size_t)most, text->nr_words);
	return most >= HARPED_LEAST;
}

static bool is_said_later(const struct text *text, uint32_t word, uint32_t end)
{
	for (uint32_t i = word + 1; i < end; i++)
		if (text->words[i].stem == text->words[word].stem)
			return true;
	return false;
}

/* "Two of two, from four to four": figures may come twice. */
static bool is_circle(const struct text *text, const struct sentence *s)
{
	const uint16_t figures = WORD_NUMBER | WORD_MONEY | WORD_DATE |
				 WORD_TIME | WORD_WHEN | WORD_NAME;

	for (uint32_t i = s->first; i < s->end; i++)
		if (!(text->words[i].classes & figures) &&
		    text->words[i].key.len >= CIRCLE_LETTERS &&
		    !(text->words[i].classes & WORD_SMALL) &&
		    is_said_later(text, i, s->end))
			return true;
	return false;
}

/* The share of sentences that say a word twice. */
bool measure_circular(const struct moment *m, int *value)
{
	const struct text *text = m->text;
	size_t circles = 0;

	for (uint32_t i = 0; i < text->nr_sentences; i++)
		circles += is_circle(text, &text->sentences[i]);
	*value = percent_of(circles, text->nr_sentences);
	return circles >= CIRCLES_LEAST;
}
