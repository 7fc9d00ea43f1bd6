#include "split.h"

/*
 * Quotation marks find their counterpart on the same line or mean nothing:
 * an open one while somebody is still typing quotes nothing yet.
 */

/* Small words that lost their beginning to an apostrophe, as keys. */
static bool is_elision(const struct splitter *split, size_t at)
{
	static const char *const elisions[] = {
		"because", "bout", "cause", "n",     "round",
		"them",    "tis",  "twas",  "until",
	};
	struct str word = { split->source.ptr + at, 0 };
	struct str key;
	char room[8];
	bool spelt;

	while (char_is_letter(peek(split, at + word.len)) && word.len < 8)
		word.len++;
	if (word.len == sizeof(room))
		return false;
	key = key_spell(word, room, &spelt);
	return TABLE_FIND(elisions, key);
}

static void open_quote(struct splitter *split, uint32_t mark)
{
	if (split->quote_mark)
		return;
	split->quote_mark = mark;
	split->quote_first = split->draft->text->nr_words;
	split->gap |= GAP_QUOTE;
}

static void close_quote(struct splitter *split)
{
	struct draft *draft = split->draft;
	uint32_t end = draft->text->nr_words;

	split->quote_mark = 0;
	split->gap |= GAP_QUOTE;
	if (end == split->quote_first)
		return;
	draft->quotes =
		arena_grow(draft->arena, draft->quotes, draft->nr_quotes,
			   &draft->alloc_quotes, sizeof(*draft->quotes));
	draft->quotes[draft->nr_quotes++] = (struct quoted){
		split->quote_first,
		end,
	};
}

/* ' is a quotation mark only where it cannot be an apostrophe. */
static void single_quote(struct splitter *split, size_t at, size_t next)
{
	uint32_t left = before(split, at), right = peek(split, next);

	if (split->quote_mark == '\'') {
		if (left && !char_is_blank(left) && !char_is_letter(right))
			close_quote(split);
		return;
	}
	if (char_is_letter(right) && !char_is_letter(left) &&
	    !char_is_digit(left) && !is_elision(split, next))
		open_quote(split, '\'');
}

void gap_quote(struct splitter *split, uint32_t c, size_t at)
{
	static const struct {
		uint32_t opens, closes;
	} pairs[] = {
		{ 0x201c, 0x201d }, { 0x201e, 0x201c }, { 0x201e, 0x201d },
		{ 0xab, 0xbb },     { 0x2018, 0x2019 }, { '"', '"' },
	};
	size_t next = behind(split, at);

	if (c == '\'') {
		single_quote(split, at, next);
		return;
	}
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
		if (c != pairs[i].closes || split->quote_mark != pairs[i].opens)
			continue;
		close_quote(split);
		return;
	}
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
		if (c != pairs[i].opens)
			continue;
		if (c == '"' && char_is_digit(before(split, at)))
			return; /* inches */
		if (c == 0x2018 && is_elision(split, next))
			return;
		open_quote(split, c);
		return;
	}
}
