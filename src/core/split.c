#include "text_parts.h"

#include <string.h>

/*
 * From bytes to words and sentences, in one pass. Between two words lies a
 * gap; what stands in it tells whether a clause or a sentence ends there.
 * Whether a full stop ends a sentence depends on the word before it and on
 * what follows, so both are at hand.
 */

/* Looking further would make odd texts slow and plain ones no better. */
enum { LOOK_AHEAD = 32 };

struct splitter {
	struct draft *draft;
	struct str source;
	size_t at;
	char *room;        /* where the next key is written */
	uint32_t sentence; /* first word of the sentence under way */
	size_t raw_from, raw_to; /* the last word as it is written */
	size_t solid;      /* the end of what is no blank */
	bool dotted;       /* it ends in a dot of its own: p.m. */
	uint8_t gap;
	/* the quotation mark that waits for its counterpart, 0: none */
	uint32_t quote_mark, quote_first;
};

/* ---- characters --------------------------------------------------------- */

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool is_upper(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') ||
	       (c >= 0xc0 && c <= 0xde && c != 0xd7);
}

static bool is_letter(uint32_t c)
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

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x2bc;
}

static bool is_currency(uint32_t c)
{
	return c == '$' || c == 0xa3 || c == 0x20ac || c == 0xa5;
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0xa0 || c == '\r';
}

static bool is_line_end(uint32_t c)
{
	return c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* The character at byte `at`; 0 at the end. */
static uint32_t peek(const struct splitter *split, size_t at)
{
	return at < split->source.len ? utf8_next(split->source, &at) : 0;
}

static size_t behind(const struct splitter *split, size_t at)
{
	if (at < split->source.len)
		utf8_next(split->source, &at);
	return at;
}

/* ---- words -------------------------------------------------------------- */

static uint16_t index16(uint32_t nr)
{
	return nr < UINT16_MAX ? (uint16_t)nr : UINT16_MAX;
}

static struct note *add_word(struct splitter *split, struct str key,
			     size_t from, size_t to)
{
	struct draft *draft = split->draft;
	struct text *text = draft->text;
	uint32_t nr = text->nr_words;
	struct word *word;
	struct note *note;

	text->words = arena_grow(draft->arena, text->words, nr,
				 &draft->alloc_words, sizeof(*word));
	draft->notes = arena_grow(draft->arena, draft->notes, nr,
				  &draft->alloc_notes, sizeof(*note));
	word = &text->words[nr];
	note = &draft->notes[nr];
	*word = (struct word){ 0 };
	*note = (struct note){ .gap = split->gap };
	word->key = key;
	word->start = (uint32_t)from;
	word->end = (uint32_t)to;
	word->sentence = index16(text->nr_sentences);
	split->gap = 0;
	text->nr_words++;
	return note;
}

static bool is_shouted(struct str raw)
{
	size_t at = 0, capitals = 0;

	while (at < raw.len) {
		uint32_t c = utf8_next(raw, &at);

		if (is_upper(c))
			capitals++;
		else if (is_letter(c))
			return false;
	}
	return capitals >= 4;
}

/* Capital first and a small letter somewhere: Dana, O'Neill; not VAT. */
static bool looks_like_name(struct str raw)
{
	size_t at = 0;

	if (!is_upper(utf8_next(raw, &at)))
		return false;
	while (at < raw.len) {
		uint32_t c = utf8_next(raw, &at);

		if (is_letter(c) && !is_upper(c))
			return true;
	}
	return false;
}

/* All parts of a contraction stand for the same bytes. */
static void add_parts(struct splitter *split, struct str host,
		      const char *const *parts, size_t from, size_t to)
{
	if (host.len) {
		bool spelt;
		struct str key = key_spell(host, split->room, &spelt);

		if (key.ptr == split->room)
			split->room += key.len;
		add_word(split, key, from, to);
		split->gap = GAP_SHARED;
	}
	for (size_t i = 0; parts[i]; i++) {
		add_word(split, str_from(parts[i]), from, to);
		split->gap = GAP_SHARED;
	}
	split->gap = 0;
}

static void add_raw_word(struct splitter *split, size_t from, size_t to)
{
	struct str raw = str_slice(split->source, from, to), key, host;
	uint32_t first = split->draft->text->nr_words;
	const char *const *parts;
	uint16_t classes = 0;
	bool spelt;

	key = key_spell(raw, split->room, &spelt);
	if (is_shouted(raw))
		classes |= WORD_SHOUTED;
	else if (first != split->sentence && looks_like_name(raw) &&
		 !(split->gap & GAP_QUOTE))
		classes |= WORD_NAME;
	parts = contraction_find(key, &host);
	if (parts) {
		/* the host is spelt anew into the same room */
		add_parts(split, host, parts, from, to);
		classes &= (uint16_t)~WORD_NAME;
	} else {
		struct note *note = add_word(split, key, from, to);

		if (key.ptr == split->room)
			split->room += key.len;
		if (spelt) {
			note->shape = SHAPE_SPELT;
			note->number = number_read(key, 0, false).whole;
			number_join(split->draft);
		}
	}
	for (uint32_t i = first; i < split->draft->text->nr_words; i++)
		split->draft->text->words[i].classes |= classes;
}

/* a letter, a dot, a letter: p.m., e.g., U.S.; 0 when it is not so */
static size_t dotted_end(const struct splitter *split, size_t from)
{
	size_t at = from, letters = 0;

	while (letters < LOOK_AHEAD && is_letter(peek(split, at)) &&
	       peek(split, behind(split, at)) == '.') {
		at = behind(split, at) + 1;
		letters++;
	}
	if (letters < 2 || is_letter(peek(split, at)))
		return 0;
	return at;
}

static void add_dotted_word(struct splitter *split, size_t from, size_t to)
{
	static const char *const known[] = { "am", "eg", "ie", "pm" };
	char *room = split->room;
	struct str key = { room, 0 };
	bool spelt;

	for (size_t i = from; i < to; i++)
		if (split->source.ptr[i] != '.')
			room[key.len++] = split->source.ptr[i];
	key = key_spell(key, room, &spelt);
	/* the dots stay in others: U.S. is not us */
	if (!TABLE_FIND(known, key))
		key = key_spell(str_slice(split->source, from, to), room,
				&spelt);
	if (key.ptr == room)
		split->room += key.len;
	add_word(split, key, from, to);
	split->dotted = true;
}

static bool is_joined_prefix(struct str raw)
{
	return str_equal_nocase(raw, STR("e")) ||
	       str_equal_nocase(raw, STR("re")) ||
	       str_equal_nocase(raw, STR("co"));
}

static size_t letters_end(const struct splitter *split, size_t from)
{
	size_t at = from;

	while (at < split->source.len) {
		uint32_t c = peek(split, at);
		size_t next = behind(split, at);

		if (is_letter(c) || is_digit(c))
			at = next;
		else if (is_apostrophe(c) && is_letter(peek(split, next)))
			at = next;
		else if (c == '-' && is_letter(peek(split, next)) &&
			 is_joined_prefix(str_slice(split->source, from, at)))
			at = next;
		else
			break;
	}
	return at;
}

static void split_word(struct splitter *split)
{
	size_t from = split->at, to = dotted_end(split, from);

	split->dotted = false;
	if (to) {
		add_dotted_word(split, from, to);
	} else {
		to = letters_end(split, from);
		add_raw_word(split, from, to);
	}
	split->raw_from = from;
	split->raw_to = split->solid = split->at = to;
}

static void add_number(struct splitter *split, size_t from,
		       const struct number *number)
{
	struct str raw = str_slice(split->source, number->start, number->end);
	struct str key = { split->room, 0 };
	struct note *note;

	for (size_t i = 0; i < raw.len; i++)
		if (raw.ptr[i] != ',')
			split->room[key.len++] = raw.ptr[i] | 0x20;
	if (number->shape == SHAPE_NUMBER && str_ends_with(key, STR(".00")))
		key.len -= 3;
	split->room += key.len;
	note = add_word(split, key, from, number->end);
	note->shape = number->shape;
	note->number = number->whole;
	note->fraction = number->thousandths;
	if (from != number->start)
		split->draft->text->words[split->draft->text->nr_words - 1]
			.classes |= WORD_MONEY;
}

/* $650, £ 64, 3, 16:00, 14/3, 14th */
static bool split_number(struct splitter *split)
{
	size_t from = split->at, at = from;
	struct number number;

	if (is_currency(peek(split, at)))
		at = behind(split, at);
	if (at != from && peek(split, at) == ' ')
		at++;
	if (!is_digit(peek(split, at)))
		return false;
	number = number_read(split->source, at, at != from);
	add_number(split, from, &number);
	split->dotted = false;
	split->raw_from = from;
	split->raw_to = split->solid = split->at = number.end;
	return true;
}

/* ---- gaps --------------------------------------------------------------- */

/* Behind these a dot says that letters are left out. */
static const char *const titles[] = {
	"adm", "approx", "capt", "cf", "dept", "dr", "eg", "est", "ext", "fig",
	"gen", "hon", "ie", "mr", "mrs", "ms", "mx", "prof", "rev", "sgt",
	"st", "vs",
};
/* The same, but they may well stand at the end of a sentence. */
static const char *const often_last[] = {
	"apr", "aug", "co", "corp", "dec", "etc", "feb", "fri", "inc", "jan",
	"jr", "jul", "jun", "llc", "ltd", "mon", "nov", "oct", "plc", "sep",
	"sept", "sr", "thu", "thur", "thurs", "tue", "tues", "wed",
};

/* The first character of what is said next; 0: nothing near on this line. */
static uint32_t next_said(const struct splitter *split, size_t at)
{
	for (size_t end = at + LOOK_AHEAD; at < end; at = behind(split, at)) {
		uint32_t c = peek(split, at);

		if (!c || is_line_end(c))
			return 0;
		if (is_letter(c) || is_digit(c) || is_currency(c))
			return c;
	}
	return 0;
}

/* "1." at the head of a list is no sentence. */
static bool is_list_number(const struct splitter *split)
{
	return split->draft->text->nr_words == split->sentence + 1 &&
	       is_digit(peek(split, split->raw_from));
}

/* J. Smith, but not "so do I." */
static bool is_initial(const struct splitter *split)
{
	uint32_t c = peek(split, split->raw_from);

	return behind(split, split->raw_from) == split->raw_to &&
	       is_upper(c) && c != 'I';
}

/* Does the dot at byte `at`, right behind a word, end the sentence? */
static bool dot_ends(const struct splitter *split, size_t at)
{
	struct str raw = str_slice(split->source, split->raw_from,
				   split->raw_to);
	uint32_t right = peek(split, at + 1), next = next_said(split, at + 1);
	struct str key;
	char room[8];
	bool spelt;

	if (!next)
		return true;
	if (is_letter(right) || is_digit(right)) /* x.com; but "late.We" */
		return is_upper(right) && raw.len > 1 &&
		       !is_upper(peek(split, split->raw_to - 1));
	if (is_list_number(split) || (is_initial(split) && is_upper(next)))
		return false;
	if (raw.len > sizeof(room))
		return true;
	key = key_spell(raw, room, &spelt);
	if (TABLE_FIND(titles, key) ||
	    (str_equal(key, STR("no")) && is_digit(next)))
		return false;
	return !TABLE_FIND(often_last, key) || is_upper(next);
}

static void end_sentence(struct splitter *split, size_t end_byte)
{
	struct draft *draft = split->draft;
	struct text *text = draft->text;
	struct sentence *sentence;

	if (text->nr_words == split->sentence) {
		/* marks that stand alone belong to the sentence before */
		if (text->nr_sentences && end_byte)
			text->sentences[text->nr_sentences - 1].end_byte =
				(uint32_t)end_byte;
		return;
	}
	text->sentences = arena_grow(draft->arena, text->sentences,
				     text->nr_sentences,
				     &draft->alloc_sentences,
				     sizeof(*sentence));
	sentence = &text->sentences[text->nr_sentences++];
	*sentence = (struct sentence){
		.first = split->sentence,
		.end = text->nr_words,
		.start_byte = text->words[split->sentence].start,
		.end_byte = (uint32_t)end_byte,
	};
	split->sentence = text->nr_words;
	split->gap = 0;
}

/* Counts marks and dots, from byte `at` on; where they end. */
static size_t end_marks(struct splitter *split, size_t at)
{
	struct text *text = split->draft->text;
	unsigned exclamations = 0, questions = 0;

	for (;; at++) {
		uint32_t c = peek(split, at);

		if (c == '!')
			exclamations++;
		else if (c == '?')
			questions++;
		else if (c != '.')
			break;
	}
	end_sentence(split, at);
	if (text->nr_sentences) {
		struct sentence *sentence =
			&text->sentences[text->nr_sentences - 1];

		sentence->exclamations += exclamations;
		sentence->question_marks += questions;
	}
	return at;
}

/* "well... i think" goes on, "well... We" begins anew. */
static void gap_ellipsis(struct splitter *split, size_t end)
{
	uint32_t next = next_said(split, end);

	if (next && !is_upper(next))
		split->gap |= GAP_COMMA;
	else
		end_sentence(split, end);
}

/* A run of dots, or one. */
static size_t gap_dots(struct splitter *split, size_t at)
{
	size_t end = at;

	while (peek(split, end) == '.')
		end++;
	if (peek(split, end) == '?' || peek(split, end) == '!')
		return end_marks(split, end);
	if (end - at == 1 && at == split->raw_to && !dot_ends(split, at))
		return end;
	if (end - at > 1)
		gap_ellipsis(split, end);
	else
		end_sentence(split, end);
	return end;
}

/* ---- quotation marks ----------------------------------------------------- */

/* Small words that lost their beginning to an apostrophe, as keys. */
static bool is_elision(const struct splitter *split, size_t at)
{
	static const char *const elisions[] = {
		"because", "bout", "cause", "n", "round", "them", "tis",
		"twas", "until",
	};
	struct str word = { split->source.ptr + at, 0 };
	struct str key;
	char room[8];
	bool spelt;

	while (is_letter(peek(split, at + word.len)) && word.len < 8)
		word.len++;
	if (word.len == sizeof(room))
		return false;
	key = key_spell(word, room, &spelt);
	return TABLE_FIND(elisions, key);
}

static uint32_t before(const struct splitter *split, size_t at)
{
	return at ? peek(split, utf8_previous(split->source, at)) : 0;
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
	draft->quotes = arena_grow(draft->arena, draft->quotes,
				   draft->nr_quotes, &draft->alloc_quotes,
				   sizeof(*draft->quotes));
	draft->quotes[draft->nr_quotes++] = (struct quoted){
		split->quote_first, end,
	};
}

/* ' is a quotation mark only where it cannot be an apostrophe. */
static void single_quote(struct splitter *split, size_t at, size_t next)
{
	uint32_t left = before(split, at), right = peek(split, next);

	if (split->quote_mark == '\'') {
		if (left && !is_blank(left) && !is_letter(right))
			close_quote(split);
		return;
	}
	if (is_letter(right) && !is_letter(left) && !is_digit(left) &&
	    !is_elision(split, next))
		open_quote(split, '\'');
}

static void gap_quote(struct splitter *split, uint32_t c, size_t at)
{
	static const struct {
		uint32_t opens, closes;
	} pairs[] = {
		{ 0x201c, 0x201d }, { 0x201e, 0x201c }, { 0x201e, 0x201d },
		{ 0xab, 0xbb }, { 0x2018, 0x2019 }, { '"', '"' },
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
		if (c == '"' && is_digit(before(split, at)))
			return; /* inches */
		if (c == 0x2018 && is_elision(split, next))
			return;
		open_quote(split, c);
		return;
	}
}

/* ---- the whole ----------------------------------------------------------- */

static bool is_dash(const struct splitter *split, uint32_t c, size_t at)
{
	size_t next = behind(split, at);
	uint32_t left = before(split, at), right = peek(split, next);

	if (c == 0x2013 || c == 0x2014)
		return !is_digit(left) || !is_digit(right);
	return c == '-' && (right == '-' || (is_blank(left) &&
					     is_blank(right)));
}

/* One character between words; where the next one begins. */
static size_t gap_character(struct splitter *split, uint32_t c, size_t at)
{
	size_t next = behind(split, at);

	if (c == '.')
		return gap_dots(split, at);
	if (c == '!' || c == '?')
		return end_marks(split, at);
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

/* p.m. ends the sentence when a capital follows, e.g. never. */
static void end_dotted(struct splitter *split)
{
	const struct text *text = split->draft->text;

	split->dotted = false;
	if (!word_is(text, text->nr_words - 1, STR("eg")) &&
	    !word_is(text, text->nr_words - 1, STR("ie")) &&
	    is_upper(next_said(split, split->at)))
		end_sentence(split, split->at);
}

static void split_step(struct splitter *split)
{
	uint32_t c = peek(split, split->at);

	if (is_letter(c)) {
		split_word(split);
	} else if ((is_digit(c) || is_currency(c)) && split_number(split)) {
		return;
	} else if (c == '%' && is_digit(before(split, split->at))) {
		add_sign(split, STR("percent"));
	} else if (c == '&') {
		add_sign(split, STR("and"));
	} else if (is_line_end(c)) {
		end_line(split);
		split->at = behind(split, split->at);
	} else if (is_blank(c)) {
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
