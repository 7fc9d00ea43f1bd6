#include "split.h"

#include <string.h>

/*
 * From bytes to words and sentences, in one pass. Between two words lies a
 * gap; what stands in it tells whether a clause or a sentence ends there.
 */

bool char_is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

bool char_is_upper(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7);
}

bool char_is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	if (c < 0x2000)
		return c >= 0xc0 && c != 0xd7 && c != 0xf7;
	/* punctuation, signs, arrows, pictures: nothing one can say */
	return c != UTF8_INVALID && (c < 0x2000 || c > 0x2bff) &&
	       (c < 0x3000 || c > 0x303f) && (c < 0xd800 || c > 0xf8ff) &&
	       (c < 0xfe00 || c > 0xfe0f) && c != 0xfeff &&
	       (c < 0xff00 || c > 0xff20) && c < 0x1f000;
}

bool char_is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x2bc;
}

bool char_is_currency(uint32_t c)
{
	return c == '$' || c == 0xa3 || c == 0x20ac || c == 0xa5;
}

bool char_is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0xa0 || c == '\r';
}

bool char_is_line_end(uint32_t c)
{
	return c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

uint32_t peek(const struct splitter *split, size_t at)
{
	return at < split->source.len ? utf8_next(split->source, &at) : 0;
}

size_t behind(const struct splitter *split, size_t at)
{
	if (at < split->source.len)
		utf8_next(split->source, &at);
	return at;
}

uint32_t before(const struct splitter *split, size_t at)
{
	return at ? peek(split, utf8_previous(split->source, at)) : 0;
}

static bool is_dash(const struct splitter *split, uint32_t c, size_t at)
{
	size_t next = behind(split, at);
	uint32_t left = before(split, at), right = peek(split, next);

	if (c == 0x2013 || c == 0x2014)
		return !char_is_digit(left) || !char_is_digit(right);
	return c == '-' &&
	       (right == '-' || (char_is_blank(left) && char_is_blank(right)));
}

/* One character between words; where the next one begins. */
static size_t gap_character(struct splitter *split, uint32_t c, size_t at)
{
	size_t next = behind(split, at);

	if (c == '.')
		return gap_dots(split, at);
	if (c == '!' || c == '?')
		return gap_marks(split, at);
	if (c == 0x2026) {
		gap_ellipsis(split, next);
	} else if (c == ',') {
		split->gap |= GAP_COMMA;
	} else if (c < 0x80 && strchr(";:()[]{}", (int)c)) {
		split->gap |= GAP_BREAK;
	} else if (is_dash(split, c, at)) {
		split->gap |= GAP_BREAK;
	} else {
		gap_quote(split, c, at);
	}
	return next;
}

/* 9% and 9 % */
static bool is_behind_digit(const struct splitter *split, size_t at)
{
	if (char_is_blank(before(split, at)))
		at = utf8_previous(split->source, at);
	return char_is_digit(before(split, at));
}

/* % and & are read aloud. */
static void add_sign(struct splitter *split, struct str key)
{
	add_word(split, key, split->at, split->at + 1);
	split->raw_from = split->at;
	split->raw_to = split->solid = ++split->at;
}

static void end_line(struct splitter *split)
{
	if (split->draft->text->nr_words > split->sentence)
		end_sentence(split, split->solid);
	split->quote_mark = 0;
}

static void split_step(struct splitter *split)
{
	uint32_t c = peek(split, split->at);

	if (char_is_letter(c)) {
		split_word(split);
	} else if ((char_is_digit(c) || char_is_currency(c)) &&
		   split_number(split)) {
		return;
	} else if (c == '%' && is_behind_digit(split, split->at)) {
		add_sign(split, STR("percent"));
	} else if (c == '&') {
		add_sign(split, STR("and"));
	} else if (char_is_line_end(c)) {
		end_line(split);
		split->at = behind(split, split->at);
	} else if (char_is_blank(c)) {
		split->at = behind(split, split->at);
	} else {
		split->at = gap_character(split, c, split->at);
		split->solid = split->at;
	}
}

void split_words(struct draft *draft)
{
	struct splitter split = {
		.draft = draft,
		.source = draft->text->source,
		.room = arena_alloc(draft->arena, draft->text->source.len, 1),
	};

	while (split.at < split.source.len) {
		split_step(&split);
		if (split.dotted)
			end_dotted(&split);
	}
	end_line(&split);
}
