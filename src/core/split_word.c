#include "split.h"

/*
 * Words as they are written: with their apostrophes and some hyphens, with
 * dots between single letters, numbers with what belongs to them.
 */

static uint16_t index16(uint32_t nr)
{
	return nr < UINT16_MAX ? (uint16_t)nr : UINT16_MAX;
}

struct note *add_word(struct splitter *split, struct str key, size_t from,
		      size_t to)
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

		if (char_is_upper(c))
			capitals++;
		else if (char_is_letter(c))
			return false;
	}
	return capitals >= 4;
}

/* Capital first and a small letter somewhere: Dana, O'Neill; not VAT. */
static bool looks_like_name(struct str raw)
{
	size_t at = 0;

	if (!char_is_upper(utf8_next(raw, &at)))
		return false;
	while (at < raw.len) {
		uint32_t c = utf8_next(raw, &at);

		if (char_is_letter(c) && !char_is_upper(c))
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

static bool has_apostrophe_s(struct str raw)
{
	size_t at;

	if (raw.len < 3 || (raw.ptr[raw.len - 1] | 0x20) != 's')
		return false;
	at = utf8_previous(raw, raw.len - 1);
	return char_is_apostrophe(utf8_next(raw, &at));
}

/* "the van's been towed": what cannot be owned makes a verb of the 's. */
static void add_late_is(struct splitter *split, struct str next)
{
	static const char *const not_owned[] = {
		"a", "about", "all", "almost", "already", "also", "always",
		"an", "asking", "at", "back", "because", "been", "behind",
		"between", "coming", "definitely", "due", "fine", "for",
		"getting", "going", "gone", "here", "in", "it", "just",
		"leaving", "my", "nearly", "never", "not", "now", "off", "on",
		"only", "our", "out", "probably", "quite", "ready", "really",
		"saying", "still", "that", "the", "there", "thinking", "too",
		"trying", "under", "up", "very", "waiting", "with", "wrong",
		"your",
	};
	const struct text *text = split->draft->text;
	uint32_t start, end;

	if (!split->apostrophe_s || split->gap ||
	    text->nr_words == split->sentence || !TABLE_FIND(not_owned, next))
		return;
	start = text->words[text->nr_words - 1].start;
	end = text->words[text->nr_words - 1].end;
	split->gap = GAP_SHARED;
	add_word(split, STR("is"), start, end);
}

static void add_raw_word(struct splitter *split, size_t from, size_t to)
{
	struct str raw = str_slice(split->source, from, to), key, host;
	const char *const *parts;
	uint16_t classes = 0;
	uint32_t first;
	bool spelt;

	key = key_spell(raw, split->room, &spelt);
	add_late_is(split, key);
	first = split->draft->text->nr_words;
	if (is_shouted(raw))
		classes |= WORD_SHOUTED;
	else if (first != split->sentence && looks_like_name(raw) &&
		 !(split->gap & GAP_QUOTE))
		classes |= WORD_NAME;
	parts = contraction_find(key, &host);
	split->apostrophe_s = !parts && has_apostrophe_s(raw);
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

	while (letters < LOOK_AHEAD && char_is_letter(peek(split, at)) &&
	       peek(split, behind(split, at)) == '.') {
		at = behind(split, at) + 1;
		letters++;
	}
	if (letters < 2 || char_is_letter(peek(split, at)))
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

		if (char_is_letter(c) || char_is_digit(c))
			at = next;
		else if (char_is_apostrophe(c) &&
			 char_is_letter(peek(split, next)))
			at = next;
		else if (c == '-' && char_is_letter(peek(split, next)) &&
			 is_joined_prefix(str_slice(split->source, from, at)))
			at = next;
		else
			break;
	}
	return at;
}

void split_word(struct splitter *split)
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
bool split_number(struct splitter *split)
{
	size_t from = split->at, at = from;
	struct number number;

	if (char_is_currency(peek(split, at)))
		at = behind(split, at);
	if (at != from && peek(split, at) == ' ')
		at++;
	if (!char_is_digit(peek(split, at)))
		return false;
	number = number_read(split->source, at, at != from);
	add_number(split, from, &number);
	split->dotted = false;
	split->raw_from = from;
	split->raw_to = split->solid = split->at = number.end;
	return true;
}
