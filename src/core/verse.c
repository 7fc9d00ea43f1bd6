/*
 * Verse: how many lines rhyme with one of the next three, and how many are
 * parted by a slash. Lines end at slashes where there are some, else wherever
 * one draws breath; there a rhyme or two comes by chance, unless they come in
 * metre.
 */
#include "moment.h"

#include <string.h>

enum {
	LINES_APART = 3,
	SLASHES_LEAST = 2,
	SOUND_LEAST = 2,
	SHORT_WORD = 4,
	LINES_MOST = 100,
	/* in syllables */
	LINE_LEAST = 5,
	LINE_MOST = 14,
	METRE_SLACK = 1,
	METRE = 2, /* counts as two rhymes */
};

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

/* "Longer" and "daughter", "guessed" and "pulped" end alike and do not rhyme.
 */
static bool is_unstressed(struct str key, struct str sound)
{
	static const char *const sounds[] = { "ed", "en", "er", "ers", "es" };

	return key.len > SHORT_WORD &&
	       str_is_one_of(sound, sounds, ARRAY_LEN(sounds));
}

/* Days rhyme with each other, and mean nothing by it. */
static bool rhymes(const struct word *a, const struct word *b)
{
	struct str sound = sound_of(a->key);

	return a->hash != b->hash && sound.len >= SOUND_LEAST &&
	       !is_unstressed(a->key, sound) && !is_unstressed(b->key, sound) &&
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

/* The next line that rhymes with this one; 0: none. */
static size_t next_rhyme(const struct word *words, const uint32_t *ends,
			 size_t nr, size_t line)
{
	for (size_t i = line + 1; i < nr && i <= line + LINES_APART; i++)
		if (rhymes(&words[ends[line]], &words[ends[i]]))
			return i;
	return 0;
}

/* Groups of vowels, but for a silent e; a figure is one. */
static uint32_t syllables(const struct word *words, uint32_t first,
			  uint32_t end)
{
	uint32_t nr = 0;

	for (uint32_t w = first; w < end; w++) {
		struct str key = words[w].key;
		size_t last = key.len;
		uint32_t groups = 0;

		if (last > 2 && key.ptr[last - 1] == 'e')
			last--;
		for (size_t i = 0; i < last; i++)
			groups += is_vowel(key.ptr[i]) &&
				  (!i || !is_vowel(key.ptr[i - 1]));
		nr += groups ? groups : 1;
	}
	return nr;
}

/* Two rhymes that come after as many syllables are no chance. */
static bool is_in_metre(uint32_t length, uint32_t before)
{
	return length >= LINE_LEAST && length <= LINE_MOST && before &&
	       length + METRE_SLACK >= before && before + METRE_SLACK >= length;
}

bool measure_rhymes(const struct moment *m, int *value)
{
	const struct word *words = m->text->words;
	uint32_t ends[LINES_MOST];
	size_t nr = line_ends(m->text, true, ends);
	uint32_t before = 0;

	*value = nr > SLASHES_LEAST ? (int)nr - 1 : 0;
	if (!*value)
		nr = line_ends(m->text, false, ends);
	for (size_t i = 0; i + 1 < nr; i++) {
		size_t j = next_rhyme(words, ends, nr, i);
		uint32_t length;

		if (!j)
			continue;
		length = syllables(words, ends[i] + 1, ends[j] + 1);
		*value += is_in_metre(length, before) ? METRE : 1;
		before = length;
	}
	return m->text->nr_words > 0;
}
