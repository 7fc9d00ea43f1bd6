/*
 * Verse: how many lines rhyme with one of the next three, and how many are
 * parted by a slash. Lines end at slashes where there are some, else wherever
 * one draws breath; there a rhyme or two comes by chance.
 */
#include "moment.h"

#include <string.h>

enum { LINES_APART = 3, SLASHES_LEAST = 2, SOUND_LEAST = 2, LINES_MOST = 100 };

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

/* What sounds alike and is written otherwise: "late" and "eight". The ends
 * of words and figures, each with how it sounds. */
static struct str respelled(struct str end)
{
	static const char *const sounds[][2] = {
		{ "10", "en" },     { "2", "oo" },      { "3", "ee" },
		{ "4", "ore" },     { "5", "ive" },     { "8", "ate" },
		{ "9", "ine" },     { "aight", "ate" }, { "ade", "aid" },
		{ "ain", "ane" },   { "air", "are" },   { "ait", "ate" },
		{ "art", "eart" },  { "e", "ee" },      { "ea", "ee" },
		{ "eat", "eet" },   { "eer", "ear" },   { "eigh", "ay" },
		{ "eight", "ate" }, { "ell", "el" },    { "ere", "ear" },
		{ "ew", "oo" },     { "ey", "ay" },     { "ie", "igh" },
		{ "iend", "end" },  { "ite", "ight" },  { "o", "oe" },
		{ "oam", "ome" },   { "oan", "one" },   { "oor", "ore" },
		{ "ough", "oe" },   { "our", "ore" },   { "ow", "oe" },
		{ "ue", "oo" },     { "own", "one" },   { "oad", "ode" },
		{ "ose", "ows" },   { "ye", "igh" },
	};

	for (size_t i = 0; i < ARRAY_LEN(sounds); i++)
		if (str_equal(end, str_from(sounds[i][0])))
			return str_from(sounds[i][1]);
	return end;
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
	return respelled(str_slice(key, at, key.len));
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
	for (size_t i = 0; i + 1 < nr; i++) {
		bool found = false;

		for (size_t j = i + 1; j < nr && j <= i + LINES_APART; j++)
			found = found ||
				rhymes(&words[ends[i]], &words[ends[j]]);
		*value += found;
	}
	return m->text->nr_words > 0;
}
