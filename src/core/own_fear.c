/*
 * What a feared sentence turns on, as far as words show it: the last two that
 * say something; where there is only one, a long one or the last words to the
 * letter. Who has just spoken of that has come before the client, who says the
 * sentence otherwise then: "So she has to be put down?" after "she won't have to
 * be put down" would not have listened.
 */
#include "own_line.h"

#include "rehearse/named.h"
#include "rehearse/pattern.h"
#include "text_parts.h"

enum {
	TURNS_ON = 2,
	TO_THE_LETTER = 3,
	SAYS_ENOUGH = 8, /* letters of a word by itself: "inspector" */
	SAYS_ALL = 9,	 /* of one beside another: "grandson's christening" */
};

/* What the whole call is about is said in any case. */
static bool is_of_the_thing(const struct text *thing, const struct word *word)
{
	for (uint32_t i = 0; i < thing->nr_words; i++)
		if (thing->words[i].stem == word->stem)
			return true;
	return false;
}

/* A beginning of words can be made of it: not "1", not "co-op's". */
static bool is_of_letters(struct str key)
{
	for (size_t i = 0; i < key.len; i++)
		if (key.ptr[i] < 'a' || key.ptr[i] > 'z')
			return false;
	return key.len > 1;
}

static bool says_something(const struct text *thing, const struct word *word)
{
	const uint16_t never =
		WORD_SMALL | WORD_NEGATOR | WORD_WHEN | WORD_NUMBER;

	return !(word->classes & never) && is_of_letters(word->key) &&
	       !(lexicon_kinds(word->key) & (IS_PREP | IS_LEAD)) &&
	       !is_of_the_thing(thing, word);
}

/* Not the "then" of "put down then". */
static uint32_t end_of(const struct text *text)
{
	static const char *const tails[] = { "either", "now", "then", "too" };
	uint32_t end = text->nr_words;

	while (end &&
	       str_is_one_of(text->words[end - 1].key, tails, ARRAY_LEN(tails)))
		end--;
	return end;
}

/* What would be a sign of a pattern is left out. */
static void add_word(struct strbuf *out, struct str key, const char *behind)
{
	if (pattern_is_plain(key))
		strbuf_addf(out, STR_FMT "%s", STR_ARG(key), behind);
}

/* "customers", "the christening"; not "promised" */
static bool says_all(const struct text *text, uint32_t at)
{
	struct str key = text->words[at].key;
	bool named = at && (lexicon_kinds(text->words[at - 1].key) & IS_DET ||
			    text_owns(text, at - 1));

	return key.len >= SAYS_ALL && (named || !verb_kinds(key));
}

struct str own_fear_words(struct str fear, struct str thing,
			  struct arena *arena)
{
	struct text text = text_parse(arena, fear);
	struct text about = text_parse(arena, thing);
	uint32_t said[TURNS_ON], found = 0, end = end_of(&text);
	struct strbuf out = { 0 };
	struct str words;

	for (uint32_t at = end; at-- > 0 && found < TURNS_ON;)
		if (says_something(&about, &text.words[at]))
			said[found++] = at;
	if (found == TURNS_ON && says_all(&text, said[1]))
		said[0] = said[1];
	if (found == TURNS_ON && says_all(&text, said[0])) {
		add_word(&out, text.words[said[0]].key, "*");
	} else if (found == TURNS_ON) {
		add_word(&out, text.words[said[1]].key, "* .. ");
		add_word(&out, text.words[said[0]].key, "*");
	} else if (found && text.words[said[0]].key.len >= SAYS_ENOUGH) {
		add_word(&out, text.words[said[0]].key, "*");
	} else {
		uint32_t at = end > TO_THE_LETTER ? end - TO_THE_LETTER : 0;

		for (; at < end; at++)
			add_word(&out, text.words[at].key,
				 at + 1 < end ? " " : "");
	}
	/* also where it is denied */
	words = out.len ? arena_printf(arena, "(not ..)? " STR_FMT,
				       STR_ARG(strbuf_str(&out)))
			: STR("");
	strbuf_release(&out);
	return words;
}
