#include "text_parts.h"

#include <string.h>

/*
 * Words without their endings: plan, plans, planned, planning are one, and
 * so are send and sent. Light on purpose: it serves to see whether two texts
 * speak of the same thing, and a rule that is too keen would make news of
 * new.
 */

enum { STEM_LEAST = 3 }; /* letters that stay, one of them a vowel */

static bool is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' ||
	       c == 'y';
}

static bool has_stem(struct str key, size_t len)
{
	if (len < STEM_LEAST)
		return false;
	for (size_t i = 0; i < len; i++)
		if (is_vowel(key.ptr[i]))
			return true;
	return false;
}

static char letter(struct str key, size_t from_end)
{
	return key.len >= from_end ? key.ptr[key.len - from_end] : '\0';
}

/* boxes, wishes, classes: the e belongs to the ending. */
static bool needs_es(struct str key)
{
	char c = letter(key, 3), before = letter(key, 4);

	return c == 'x' || c == 'z' || (c == 's' && before == 's') ||
	       (c == 'h' && (before == 'c' || before == 's'));
}

static struct str drop_s(struct str key)
{
	if (letter(key, 1) != 's' || !has_stem(key, key.len - 1))
		return key;
	if (letter(key, 2) == 's' || letter(key, 2) == 'u' ||
	    letter(key, 2) == 'i')
		return key;
	if (letter(key, 2) == 'e' && (needs_es(key) || letter(key, 3) == 'i'))
		return str_slice(key, 0, key.len - 2);
	return str_slice(key, 0, key.len - 1);
}

static bool is_consonant(struct str key, size_t at)
{
	return at < key.len &&
	       (!is_vowel(key.ptr[at]) || (key.ptr[at] == 'y' && !at));
}

/* How often a consonant follows a vowel: 1 in plan, 2 in manag. */
static unsigned syllables(struct str key)
{
	unsigned nr = 0;

	for (size_t i = 1; i < key.len; i++)
		nr += is_consonant(key, i) && !is_consonant(key, i - 1);
	return nr;
}

/* plan, mov, hop: a short vowel between two consonants at the end. */
static bool ends_short(struct str key)
{
	char last = letter(key, 1);

	return key.len >= 3 && is_consonant(key, key.len - 1) &&
	       !is_consonant(key, key.len - 2) &&
	       is_consonant(key, key.len - 3) && last != 'w' && last != 'x' &&
	       last != 'y';
}

/* plann is plan, mov is move: what an ending has done to its word. */
static size_t undo_ending(char *room, size_t len)
{
	struct str key = { room, len };
	char last = letter(key, 1);

	if (len > STEM_LEAST && last == letter(key, 2) && !is_vowel(last) &&
	    last != 'l' && last != 's')
		return len - 1;
	if (syllables(key) == 1 && ends_short(key))
		room[len++] = 'e';
	return len;
}

/* The room has a letter more than the word. */
static size_t drop_ed_ing(char *room, size_t len)
{
	struct str key = { room, len };

	if (str_ends_with(key, STR("ing")) && has_stem(key, len - 3))
		return undo_ending(room, len - 3);
	if (!str_ends_with(key, STR("ed")) || !has_stem(key, len - 2))
		return len;
	if (letter(key, 3) == 'e') /* agreed, but need, speed, exceed */
		return str_ends_with(key, STR("greed")) && len > 5 ? len - 1
								   : len;
	return undo_ending(room, len - 2);
}

/* manage and managing, try and tries: the last letter settles. */
static size_t settle(char *room, size_t len)
{
	struct str key = { room, len }, rest = { room, len ? len - 1 : 0 };
	unsigned nr = syllables(rest);

	if (len > STEM_LEAST && letter(key, 1) == 'e' &&
	    (nr > 1 || (nr == 1 && !ends_short(rest))))
		len--;
	if (len >= STEM_LEAST && room[len - 1] == 'y' &&
	    !is_vowel(room[len - 2]))
		room[len - 1] = 'i';
	return len;
}

uint32_t text_stem(struct str key)
{
	char room[KEY_MAX + 1];
	struct str base;
	size_t len;

	if (key.len > KEY_MAX)
		return str_hash(key);
	base = verb_base(key);
	key = drop_s(base.len ? base : key);
	memcpy(room, key.ptr, key.len);
	len = settle(room, drop_ed_ing(room, key.len));
	return str_hash((struct str){ room, len });
}
