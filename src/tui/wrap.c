#include "wrap.h"

#include "glyph.h"

struct wrap wrap_start(struct str text, int width)
{
	return (struct wrap){ .text = text, .width = width > 1 ? width : 1 };
}

static bool end_line(struct wrap *wrap, size_t to, size_t next)
{
	wrap->to = to;
	wrap->line = str_slice(wrap->text, wrap->from, to);
	wrap->next = next;
	return true;
}

/* The blanks a line is broken at belong to neither line. */
static size_t after_blanks(struct str text, size_t at)
{
	while (at < text.len && text.ptr[at] == ' ')
		at++;
	if (at < text.len && text.ptr[at] == '\n')
		at++;
	return at;
}

bool wrap_next(struct wrap *wrap)
{
	struct str text = wrap->text;
	size_t at = wrap->next, blank = 0, start;
	bool can_break = false;
	struct glyph glyph;
	int columns = 0;

	if (wrap->done)
		return false;
	wrap->from = at;
	while (at < text.len) {
		start = at;
		if (text.ptr[at] == '\n')
			return end_line(wrap, at, at + 1);
		glyph_next(text, &at, &glyph);
		columns += glyph.width;
		if (text.ptr[start] == ' ' &&
		    (start == wrap->from || text.ptr[start - 1] != ' ')) {
			blank = start;
			can_break = start > wrap->from;
		}
		if (columns <= wrap->width)
			continue;
		if (can_break)
			return end_line(wrap, blank, after_blanks(text, blank));
		/* one glyph at least, even where none fits */
		if (start == wrap->from)
			start = at;
		wrap->done = start == text.len;
		return end_line(wrap, start, start);
	}
	wrap->done = true;
	return end_line(wrap, text.len, text.len);
}
