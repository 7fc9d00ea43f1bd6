/*
 * What is wanted, where it is something to be done: "she wants us to keep him
 * till seven" is about keeping him till seven.
 */
#include "own_line.h"

#include "text_parts.h"

static bool key_is_one_of(const struct text *text, uint32_t at,
			  const char *const *keys, size_t nr)
{
	return at < text->nr_words &&
	       str_is_one_of(text->words[at].key, keys, nr);
}

/* Behind "wants us to"; 0: nobody wants anything done. */
static uint32_t wanted_at(const struct text *text)
{
	static const char *const wants[] = {
		"asked", "asking", "asks", "expect", "expects",
		"need",  "needs",  "want", "wanted", "wants",
	};
	static const char *const us[] = { "me", "us" };
	static const char *const to[] = { "to" };

	for (uint32_t at = 0; at + 3 < text->nr_words; at++)
		if (key_is_one_of(text, at, wants, ARRAY_LEN(wants)) &&
		    key_is_one_of(text, at + 1, us, ARRAY_LEN(us)) &&
		    key_is_one_of(text, at + 2, to, ARRAY_LEN(to)))
			return at + 3;
	return 0;
}

static bool is_vowel(char c)
{
	return char_among(c, "aeiou");
}

/* "stop", "put": the last letter is written twice; not in "open", "keep" */
static bool doubles(struct str verb)
{
	size_t vowels = 0, last = verb.len - 1;

	for (size_t i = 0; i < verb.len; i++)
		vowels += is_vowel(verb.ptr[i]);
	return verb.len > 2 && vowels == 1 && is_vowel(verb.ptr[last - 1]) &&
	       !is_vowel(verb.ptr[last]) && !char_among(verb.ptr[last], "wxy");
}

/* "keep": keeping; "move": moving; "put": putting; "see": seeing */
static void add_doing(struct strbuf *out, struct str verb)
{
	bool drops = verb.len > 2 && verb.ptr[verb.len - 1] == 'e' &&
		     !is_vowel(verb.ptr[verb.len - 2]);

	strbuf_add(out, str_slice(verb, 0, verb.len - drops));
	if (!drops && doubles(verb))
		strbuf_addc(out, verb.ptr[verb.len - 1]);
	strbuf_add(out, STR("ing"));
}

struct str own_wanted(struct str line, struct arena *arena)
{
	struct text text = text_parse(arena, line);
	uint32_t at = wanted_at(&text);
	struct strbuf out = { 0 };
	struct str wanted;

	if (!at || !(verb_kinds(text.words[at].key) & IS_VERB))
		return STR("");
	add_doing(&out, text.words[at].key);
	strbuf_add(&out, str_slice(line, text.words[at].end, line.len));
	wanted = arena_str(arena, strbuf_str(&out));
	strbuf_release(&out);
	return own_said_of_both(wanted, arena);
}
