/*
 * Takes the names of the roster out of what people said. A word of a name
 * goes wherever it stands alone, in any case; only in small letters a word
 * that the language has, too, stays ("will you", when there is a Will).
 */
#include "group_parts.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* The next word of letters at or after *at; false: none is left. */
static bool next_word(struct str text, size_t *at, struct str *word)
{
	size_t start = *at;

	while (start < text.len && !is_letter(text.ptr[start]))
		start++;
	*at = start;
	while (*at < text.len && is_letter(text.ptr[*at]))
		(*at)++;
	*word = str_slice(text, start, *at);
	return word->len > 0;
}

static bool is_small(struct str word)
{
	return word.ptr[0] >= 'a' && word.ptr[0] <= 'z';
}

static bool is_common(struct str word, const struct spelling *spelling)
{
	struct strbuf key = { 0 };
	bool common;

	if (!spelling)
		return false;
	text_key(&key, word);
	common = spelling_has(spelling, str_hash(strbuf_str(&key)));
	strbuf_release(&key);
	return common;
}

/* Is it a word of this name? "de" in "Ana de Sousa" gives nobody away. */
static bool is_of_name(struct str word, struct str name)
{
	struct str part;
	size_t at = 0;

	while (next_word(name, &at, &part))
		if (str_equal_nocase(word, part) &&
		    (part.len == name.len || !is_small(part)))
			return true;
	return false;
}

static bool is_name(const struct group_input *input, struct str word,
		    const struct spelling *spelling)
{
	for (size_t i = 0; i < input->nr_people; i++)
		if (is_of_name(word, input->people[i]))
			return word.len > 1 &&
			       (!is_small(word) || !is_common(word, spelling));
	return false;
}

/* A first name and a family name are one person. */
static bool goes_on(struct strbuf *out, struct str between)
{
	return out->len && str_equal(between, STR(" "));
}

struct str group_without_names(const struct group *group, struct str text)
{
	struct strbuf out = { 0 };
	struct str word, between;
	size_t at = 0, copied = 0;

	if (group->input->names)
		return text;
	while (next_word(text, &at, &word)) {
		if (!is_name(group->input, word, group->spelling))
			continue;
		between = str_slice(text, copied, at - word.len);
		if (!goes_on(&out, between)) {
			strbuf_add(&out, between);
			strbuf_add(&out, STR("[name]"));
		}
		copied = at;
	}
	strbuf_add(&out, str_slice(text, copied, text.len));
	return arena_take(group->arena, &out);
}
