/*
 * Lines of text to be shown in an area, and scrolled: built anew for every
 * drawing, in an arena, at the area's width. Drawing so is a function of
 * what is to be said and of the size, and of nothing else.
 */
#ifndef TUI_PAGE_H
#define TUI_PAGE_H

#include "canvas.h"
#include "edit.h"
#include "rehearse/arena.h"

/* Bytes of a field's text in a style of their own. */
struct page_mark {
	size_t from, to;
	enum style style;
};

struct page_line {
	struct str label, text;
	int label_x, x;
	enum style label_style, style;
	int bar_width, bar_filled; /* a bar before the text */
	bool selected;
	size_t from; /* where the line begins in a field's text */
	const struct page_mark *marks;
	size_t nr_marks;
};

struct page {
	struct arena *arena;
	int width;
	struct page_line *lines;
	size_t nr, alloc;
	int cursor_line, cursor_x; /* -1: none */
};

struct page page_start(struct arena *arena, int width);

/* Text in paragraphs, wrapped; every line begins at column x. */
void page_text(struct page *page, int x, enum style style, struct str text);
/*
 * Text as authors write it: lines of a paragraph flow together; an empty line
 * ends it, and a line that begins with a blank or a dash stands alone.
 */
void page_prose(struct page *page, enum style style, struct str text);
/* Text with a label before its first line; strings are borrowed. */
void page_label(struct page *page, enum style label_style, struct str label,
		int x, enum style style, struct str text);
/*
 * Text laid out already: every line keeps its indentation, and goes on below
 * where its second column begins ("   +14  You owned it").
 */
void page_lines(struct page *page, enum style style, struct str text);
void page_gap(struct page *page);
/* A heading: a gap before it unless it is the first thing. */
void page_heading(struct page *page, struct str text);
/* A label, a bar of `width` at column x, and words behind it. */
void page_bar(struct page *page, struct str label, int x, int width, int filled,
	      struct str words);
/* An input field, wrapped; the cursor stands in it when it is focused. */
void page_field(struct page *page, int x, const struct edit *edit, bool focused,
		const struct page_mark *marks, size_t nr_marks);
/* Shows the lines from `from` on as selected. */
void page_select(struct page *page, size_t from);

/* `top` moved as little as needed to be lawful for so many rows. */
int page_clamp(const struct page *page, int rows, int top);
/* `top` moved as little as needed for a line to be seen. */
int page_reveal(const struct page *page, int rows, int top, int line);
void page_draw(const struct page *page, struct canvas *canvas, struct area area,
	       int top);

/* Leaves out empty lines, from the top, until the page fits the rows. */
void page_squeeze(struct page *page, int rows);

/*
 * Draws what is read from its beginning: *top is made lawful, and the last
 * row says so when there is more. With `follow` the cursor is kept in sight.
 * Returns the rows that showed text.
 */
int page_draw_scrolled(const struct page *page, struct canvas *canvas,
		       struct area area, int *top, bool follow);

#endif
