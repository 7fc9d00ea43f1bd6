#include "glyph.h"

#include <string.h>
#include <wchar.h>

#include "rehearse/utf8.h"

/*
 * Typographic characters scenarios are written with, for locales that know
 * only ASCII: a question mark in every apostrophe would be hard to read.
 */
static const struct {
	uint32_t character;
	const char *plain;
} substitutes[] = {
	{ 0xa0, " " },    { 0xb7, "." },    { 0x2010, "-" }, { 0x2011, "-" },
	{ 0x2013, "-" },  { 0x2014, "--" }, { 0x2018, "'" }, { 0x2019, "'" },
	{ 0x201c, "\"" }, { 0x201d, "\"" }, { 0x2022, "*" }, { 0x2026, "..." },
	{ 0x202f, " " },
};

/* Columns of one character: 0 for what combines, -1 when not known. */
static int width_of(uint32_t character)
{
	if (character < 0x7f)
		return character < 0x20 ? -1 : 1;
	return wcwidth((wchar_t)character);
}

static void set_bytes(struct glyph *glyph, struct str bytes)
{
	if (bytes.len > GLYPH_BYTES)
		bytes.len = GLYPH_BYTES;
	memcpy(glyph->bytes, bytes.ptr, bytes.len);
	glyph->len = (unsigned)bytes.len;
}

/* A control character or stray byte becomes its visible mark. */
static void set_mark(struct glyph *glyph, struct str character)
{
	struct strbuf mark = { 0 };

	visible_line(&mark, character);
	set_bytes(glyph, strbuf_str(&mark));
	glyph->width = (int)glyph->len;
	strbuf_release(&mark);
}

static void set_unknown(struct glyph *glyph, uint32_t character)
{
	struct str plain = STR("?");

	for (size_t i = 0; i < ARRAY_LEN(substitutes); i++)
		if (substitutes[i].character == character)
			plain = str_from(substitutes[i].plain);
	set_bytes(glyph, plain);
	glyph->width = (int)plain.len;
}

/* Adds what combines with the base, as far as a cell can hold it. */
static void take_followers(struct str text, size_t *at, struct glyph *glyph)
{
	int characters = 1;

	while (*at < text.len) {
		size_t next = *at;
		uint32_t c = utf8_next(text, &next);

		if (c == UTF8_INVALID || utf8_is_control(c) ||
		    width_of(c) != 0)
			return;
		if (characters < GLYPH_CHARACTERS) {
			memcpy(glyph->bytes + glyph->len, text.ptr + *at,
			       next - *at);
			glyph->len += (unsigned)(next - *at);
			characters++;
		}
		*at = next;
	}
}

bool glyph_next(struct str text, size_t *at, struct glyph *glyph)
{
	size_t start = *at;
	uint32_t c;
	int width;

	if (start >= text.len)
		return false;
	c = utf8_next(text, at);
	if (c == UTF8_INVALID || c == '\n' || c == '\t' || utf8_is_control(c)) {
		set_mark(glyph, str_slice(text, start, *at));
		return true;
	}
	width = width_of(c);
	if (width < 0) {
		set_unknown(glyph, c);
		return true;
	}
	if (width == 0) {
		/* nothing before it to combine with: a blank carries it */
		set_bytes(glyph, STR(" "));
		*at = start;
		width = 1;
	} else {
		set_bytes(glyph, str_slice(text, start, *at));
	}
	glyph->width = width;
	take_followers(text, at, glyph);
	return true;
}

int glyph_columns(struct str text)
{
	struct glyph glyph;
	size_t at = 0;
	int columns = 0;

	while (glyph_next(text, &at, &glyph))
		columns += glyph.width;
	return columns;
}

static bool is_flag_letter(uint32_t c)
{
	return c >= 0x1f1e6 && c <= 0x1f1ff;
}

static bool is_follower(uint32_t c)
{
	bool skin_tone = c >= 0x1f3fb && c <= 0x1f3ff;

	return skin_tone || (c != UTF8_INVALID && width_of(c) == 0);
}

size_t cluster_next(struct str text, size_t at)
{
	const uint32_t joiner = 0x200d;
	uint32_t c, next;
	size_t after;

	if (at >= text.len)
		return text.len;
	c = utf8_next(text, &at);
	after = at;
	if (is_flag_letter(c) && at < text.len &&
	    is_flag_letter(utf8_next(text, &after)))
		at = after;
	while (c != '\n' && at < text.len) {
		after = at;
		next = utf8_next(text, &after);
		if (!is_follower(next))
			break;
		at = after;
		if (next == joiner && at < text.len && text.ptr[at] != '\n')
			utf8_next(text, &at);
	}
	return at;
}

size_t cluster_previous(struct str text, size_t at)
{
	size_t start = at, next;

	/* a cluster never crosses a line feed: begin behind the last one */
	while (start && (start == at || text.ptr[start - 1] != '\n'))
		start--;
	while (start < at) {
		next = cluster_next(text, start);
		if (next >= at)
			break;
		start = next;
	}
	return start;
}
