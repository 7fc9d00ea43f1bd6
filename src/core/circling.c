/*
 * Measures of going round: one word all over a turn, and sentences that end
 * where they began ("it is late because it's late").
 */
#include "moment.h"

enum {
	HARPED_MOST_WORDS = 60, /* a longer turn may well need a word often */
	CIRCLES_LEAST = 2,  /* one says "the first page and the last page" */
	CIRCLE_LETTERS = 4, /* "if you go, the files go with you" */
};

static int times_said(const struct text *text, uint32_t word, uint32_t end)
{
	int times = 0;

	if (text_is_small(text->words[word].key))
		return 0;
	for (uint32_t i = word; i < end; i++)
		times += text->words[i].stem == text->words[word].stem;
	return times;
}

/* How often the commonest word of content stands. */
bool measure_harped(const struct moment *m, int *value)
{
	const struct text *text = m->text;
	uint32_t end = text->nr_words < HARPED_MOST_WORDS ? text->nr_words :
							    HARPED_MOST_WORDS;

	*value = 0;
	for (uint32_t i = 0; i < end; i++) {
		int times = times_said(text, i, end);

		if (times > *value)
			*value = times;
	}
	return text->nr_words > 0;
}

/* "Two of two, from four to four": figures may come twice. */
static bool is_circle(const struct text *text, const struct sentence *s)
{
	const uint16_t figures = WORD_NUMBER | WORD_MONEY | WORD_DATE |
				 WORD_TIME | WORD_WHEN | WORD_NAME;

	for (uint32_t i = s->first; i < s->end; i++)
		if (!(text->words[i].classes & figures) &&
		    text->words[i].key.len >= CIRCLE_LETTERS &&
		    times_said(text, i, s->end) > 1)
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
