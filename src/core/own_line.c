#include "own_line.h"

#include "rehearse/text.h"
#include "rehearse/utf8.h"
#include "text_parts.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

const struct lead *lead_find(const struct lead *leads, size_t nr,
			     struct str text)
{
	const struct lead *longest = NULL;

	for (size_t i = 0; i < nr; i++) {
		struct str words = str_from(leads[i].words);

		if (str_equal_nocase(str_slice(text, 0, words.len), words) &&
		    (text.len == words.len || !is_letter(text.ptr[words.len])) &&
		    (!longest || words.len > str_from(longest->words).len))
			longest = &leads[i];
	}
	return longest;
}

struct str lead_behind(struct str text, const struct lead *lead)
{
	return str_slice(text, lead ? str_from(lead->words).len : 0, text.len);
}

bool char_among(char c, const char *set)
{
	while (*set && *set != c)
		set++;
	return *set;
}

struct str line_without(struct str text, const char *first, const char *last)
{
	while (text.len && char_among(text.ptr[0], first))
		text = str_slice(text, 1, text.len);
	while (text.len && char_among(text.ptr[text.len - 1], last))
		text.len--;
	return text;
}

struct str line_word(const struct text *text, uint32_t at)
{
	return str_slice(text->source, text->words[at].start,
			 text->words[at].end);
}

bool line_has_words(struct str text)
{
	struct arena arena = { 0 };
	bool has = text_parse(&arena, text).nr_words;

	arena_release(&arena);
	return has;
}

/* At a blank where there is one, else wherever it must. */
static struct str cut_at(struct str text, size_t max)
{
	size_t at = 0, nr = 0, blank = 0;

	while (at < text.len && nr < max) {
		if (text.ptr[at] == ' ')
			blank = at;
		utf8_next(text, &at);
		nr++;
	}
	if (at == text.len)
		return text;
	return str_trim(str_slice(text, 0, blank ? blank : at));
}

/* Braces would be fills. */
static uint32_t as_text(uint32_t character)
{
	if (character == '{')
		return '(';
	if (character == '}')
		return ')';
	return character == '\t' || character == '\n' ? ' ' : character;
}

struct str line_clean(struct str line, struct arena *arena)
{
	struct strbuf out = { 0 };
	struct str copy;
	size_t at = 0;

	while (at < line.len) {
		uint32_t character = as_text(utf8_next(line, &at));

		if (character == UTF8_INVALID || character == 0xfeff ||
		    (character & 0xfffe) == 0xfffe)
			continue;
		if (utf8_is_control(character))
			character = ' ';
		if (character != ' ' || (out.len && out.ptr[out.len - 1] != ' '))
			utf8_add(&out, character);
	}
	copy = str_trim(arena_str(arena, strbuf_str(&out)));
	strbuf_release(&out);
	return copy;
}

struct str line_part(struct str text, size_t max)
{
	text = cut_at(str_trim(text), max);
	return line_has_words(text) ? text : STR("");
}

size_t line_last(struct str text, struct str word)
{
	size_t at = str_find(text, word, 0), last = text.len;

	for (; at < text.len; at = str_find(text, word, at + 1))
		last = at;
	return last;
}

/* A noun begins with these. */
static const struct lead determiners[] = {
	{ "the", 0 },   { "a", 0 },     { "an", 0 },    { "our", 0 },
	{ "your", 0 },  { "their", 0 }, { "my", 0 },    { "his", 0 },
	{ "her", 0 },   { "this", 0 },  { "that", 0 },  { "these", 0 },
	{ "those", 0 }, { "half", 0 },  { "some", 0 },  { "one", 0 },
	{ "two", 0 },   { "any", 0 },   { "all", 0 },   { "no", 0 },
	{ "more", 0 },  { "next", 0 },  { "another", 0 },
	{ "nothing", 0 },
};

bool line_begins_noun(struct str text)
{
	return LEAD(determiners, text);
}

struct str line_in_sentence(struct str text, bool verb, struct arena *arena)
{
	bool capital = text.len > 1 && text.ptr[0] >= 'A' &&
		       text.ptr[0] <= 'Z' && text.ptr[1] >= 'a' &&
		       text.ptr[1] <= 'z';

	if (!capital || !(verb || line_begins_noun(text)))
		return text;
	return arena_printf(arena, "%c" STR_FMT, text.ptr[0] - 'A' + 'a',
			    STR_ARG(str_slice(text, 1, text.len)));
}

size_t line_figures_at(struct str line)
{
	const struct str to = STR(" to "), from = STR(" from");
	size_t at = str_find(line, to, 0), begin = at;

	if (at + to.len >= line.len || line.ptr[at + to.len] < '0' ||
	    line.ptr[at + to.len] > '9')
		return line.len;
	while (begin && char_among(line.ptr[begin - 1], ".,0123456789"))
		begin--;
	if (begin == at || !begin || line.ptr[begin - 1] != ' ')
		return line.len;
	begin--;
	return str_ends_with(str_slice(line, 0, begin), from) ?
		       begin - from.len : begin;
}

struct str line_without_delay(struct str line)
{
	static const char *const late[] = { "behind", "late", "overdue" };
	static const char *const units[] = { "day",  "days",   "hour",
					     "hours", "month", "months",
					     "week", "weeks" };
	static const char *const few[] = { "a", "an", "couple", "few", "of" };
	struct arena arena = { 0 };
	struct text text = text_parse(&arena, line);
	uint32_t at = text.nr_words;

	if (at > 2 && TABLE_FIND(late, text.words[at - 1].key) &&
	    TABLE_FIND(units, text.words[at - 2].key))
		for (at -= 2; at && (text.words[at - 1].classes & WORD_NUMBER ||
				     TABLE_FIND(few, text.words[at - 1].key));)
			at--;
	if (at && at < text.nr_words && text.clauses->verb_at >= at)
		line = line_without(str_slice(line, 0, text.words[at].start),
				    "", " ,");
	arena_release(&arena);
	return line;
}
