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

static const char *const wants[] = {
	"asked", "asking", "asks", "expect", "expects", "hopes",
	"need",  "needs",  "want", "wanted", "wants",   "wondered", "wonders",
};

/* How many words stand between the wish and its verb: "wants [us to] keep",
 * "wants [to] bring", "asks [if we can] do"; 0: it is another. */
static uint32_t words_between(const struct text *text, uint32_t at)
{
	static const char *const us[] = { "i", "me", "us", "we" };
	static const char *const to[] = { "to" };
	static const char *const whether[] = { "if", "whether" };
	static const char *const can[] = { "can", "could", "would" };

	if (key_is_one_of(text, at, us, ARRAY_LEN(us)) &&
	    key_is_one_of(text, at + 1, to, ARRAY_LEN(to)))
		return 2;
	if (key_is_one_of(text, at, to, ARRAY_LEN(to)))
		return 1;
	return key_is_one_of(text, at, whether, ARRAY_LEN(whether)) &&
	       key_is_one_of(text, at + 1, us, ARRAY_LEN(us)) &&
	       key_is_one_of(text, at + 2, can, ARRAY_LEN(can)) ? 3 : 0;
}

/* Where the verb of what is wanted stands; 0: nobody wants anything done. */
static uint32_t wanted_at(const struct text *text)
{
	static const char *const self[] = { "i", "we" };
	static const char *const only_said[] = {
		"be", "complain", "discuss", "hear", "know", "speak", "talk",
	};

	for (uint32_t at = 0; at + 2 < text->nr_words; at++) {
		uint32_t between;

		if (!key_is_one_of(text, at, wants, ARRAY_LEN(wants)) ||
		    (at && key_is_one_of(text, at - 1, self, ARRAY_LEN(self))))
			continue;
		between = words_between(text, at + 1);
		if (between && at + between + 1 < text->nr_words &&
		    !key_is_one_of(text, at + between + 1, only_said,
				   ARRAY_LEN(only_said)))
			return at + between + 1;
	}
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

/* "paint the gutters too" */
static struct str without_also(struct str line)
{
	static const char *const tails[] = { " too", " as well", " also" };

	for (size_t i = 0; i < ARRAY_LEN(tails); i++)
		if (str_ends_with(line, str_from(tails[i])))
			line.len -= str_from(tails[i]).len;
	return line;
}

struct str own_wished(struct str line, struct arena *arena)
{
	static const char *const before[] = { "for" };
	struct text text = text_parse(arena, without_also(line));
	uint32_t at = 1;

	if (!key_is_one_of(&text, 0, wants, ARRAY_LEN(wants)))
		return line;
	at += key_is_one_of(&text, at, before, ARRAY_LEN(before));
	if (at >= text.nr_words)
		return line;
	return arena_printf(arena, "they want " STR_FMT,
			    STR_ARG(str_slice(text.source, text.words[at].start,
					      text.source.len)));
}

struct str own_wanted(struct str line, struct arena *arena)
{
	struct text text = text_parse(arena, without_also(line));
	uint32_t at = wanted_at(&text);
	struct strbuf out = { 0 };
	struct str wanted;

	if (!at || !(verb_kinds(text.words[at].key) & IS_VERB))
		return STR("");
	add_doing(&out, text.words[at].key);
	strbuf_add(&out, str_slice(line, text.words[at].end, text.source.len));
	wanted = arena_str(arena, strbuf_str(&out));
	strbuf_release(&out);
	return own_said_of_both(wanted, arena);
}
