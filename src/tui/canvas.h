/*
 * A grid of cells to draw on, in memory. Views draw here; a terminal is
 * shown the finished grid (term.h), and tests read it as text.
 *
 * All text passes the filter of glyph.h on its way in. What lies outside the
 * grid is clipped: every coordinate is lawful.
 */
#ifndef TUI_CANVAS_H
#define TUI_CANVAS_H

#include "glyph.h"

/* What a piece of text is; the terminal decides how that looks. */
enum style {
	STYLE_NORMAL,
	STYLE_TITLE,
	STYLE_HINT,
	STYLE_KEY,
	STYLE_BORDER,
	STYLE_MINE,
	STYLE_CLIENT,
	STYLE_NARRATOR,
	STYLE_GOOD,
	STYLE_SLIP,
	STYLE_DIM,
	STYLE_SELECTED,
	STYLE_INPUT,
	STYLE_TROUBLE,
	STYLE_NR,
};

struct cell {
	char bytes[GLYPH_BYTES];
	unsigned char len;
	unsigned char width; /* 1 or 2; 0: right half of the cell before */
	unsigned char style;
};

struct canvas {
	int width, height;
	struct cell *cells;     /* row by row */
	bool ascii;             /* lines, bars and dots in ASCII */
	int cursor_x, cursor_y; /* -1: hidden */
};

/* A part of a canvas. */
struct area {
	int x, y, width, height;
};

/* A zeroed canvas has no cells. Contents are lost; all cells are blank. */
void canvas_resize(struct canvas *canvas, int width, int height);
void canvas_release(struct canvas *canvas);
void canvas_clear(struct canvas *canvas);

/*
 * One line of text, at most `width` columns. Returns the columns taken.
 * canvas_put_cut() ends a text that does not fit with an ellipsis.
 */
int canvas_put(struct canvas *canvas, int x, int y, int width, enum style style,
	       struct str text);
int canvas_put_cut(struct canvas *canvas, int x, int y, int width,
		   enum style style, struct str text);

/* Another style for what is there. */
void canvas_restyle(struct canvas *canvas, struct area area, enum style style);

/* The lines of a frame round an area, with a title in the upper one. */
void canvas_box(struct canvas *canvas, struct area area, struct str title);
/* The same beside another: they share a line, which is its left side. */
void canvas_box_beside(struct canvas *canvas, struct area area,
		       struct str title);
/* What is inside its lines, a column away from them. */
struct area area_inside(struct area box);
/* A line across a box, joined to its sides. */
void canvas_divide(struct canvas *canvas, struct area box, int y,
		   struct str title);
/* A line across the whole canvas. */
void canvas_rule(struct canvas *canvas, int y, struct str title);

/* `filled` of `width` columns as a bar. */
void canvas_bar(struct canvas *canvas, int x, int y, int width, int filled,
		enum style style);

#endif
