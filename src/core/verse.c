/*
 * Verse: how many lines rhyme with one of the next two, and how many are
 * parted by a slash. Lines end at slashes where there are some, else wherever
 * one draws breath; there a rhyme or two comes by chance.
 */
#include "moment.h"

#include <string.h>

enum { SLASHES_LEAST = 2, SOUND_LEAST = 2, LINES_MOST = 100 };

/* One of these marks stands behind the word. */
static bool has_mark(const struct text *text, uint32_t word, const char *marks)
{
	uint32_t end = word + 1 < text->nr_words ? text->words[word + 1].start
						 : (uint32_t)text->source.len;

	for (uint32_t at = text->words[word].end; at < end; at++)
		if (strchr(marks, text->source.ptr[at]))
			return true;
	return false;
}

/* " / " between two words; "9 / 10 June" and "and/or" are no verse. */
static bool ends_verse(const struct text *text, uint32_t word)
{
	const uint16_t figures = WORD_NUMBER | WORD_DATE | WORD_TIME;

	return word + 1 < text->nr_words && has_mark(text, word, "/") &&
	       has_mark(text, word, " ") &&
	       !(text->words[word].classes & figures);
}

static bool is_vowel(char c)
{
	return c && strchr("aeiouy", c);
}

/* From the last vowel that is heard: "line" and "mine" end in "ine". */
static struct str sound_of(struct str key)
{
	size_t at = key.len;

	if (at > 2 && key.ptr[at - 1] == 'e' && !is_vowel(key.ptr[at - 2]))
		at--;
	while (at && !is_vowel(key.ptr[at - 1]))
		at--;
	while (at && is_vowel(key.ptr[at - 1]))
		at--;
	return str_slice(key, at, key.len);
}

/* Days rhyme with each other, and mean nothing by it. */
static bool rhymes(const struct word *a, const struct word *b)
{
	struct str sound = sound_of(a->key);

	return a->hash != b->hash && sound.len >= SOUND_LEAST &&
	       !(a->classes & b->classes & WORD_WHEN) &&
	       str_equal(sound, sound_of(b->key));
}

static size_t line_ends(const struct text *text, bool slashes,
			uint32_t ends[LINES_MOST])
{
	size_t nr = 0;

	for (uint32_t i = 0; i < text->nr_words && nr < LINES_MOST; i++)
		if (slashes ? ends_verse(text, i) || i + 1 == text->nr_words
			    : has_mark(text, i, ",.;:!?"))
			ends[nr++] = i;
	return nr;
}

bool measure_rhymes(const struct moment *m, int *value)
{
	const struct word *words = m->text->words;
	uint32_t ends[LINES_MOST];
	size_t nr = line_ends(m->text, true, ends);

	*value = nr > SLASHES_LEAST ? (int)nr - 1 : 0;
	if (!*value)
		nr = line_ends(m->text, false, ends);
	for (size_t i = 0; i + 1 < nr; i++)
		*value += rhymes(&words[ends[i]], &words[ends[i + 1]]) ||
			  (i + 2 < nr &&
			   rhymes(&words[ends[i]], &words[ends[i + 2]]));
	return m->text->nr_words > 0;
}
