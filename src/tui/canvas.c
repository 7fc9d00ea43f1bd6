#include "canvas.h"

#include <stdlib.h>
#include <string.h>

#include "rehearse/arena.h"

enum box_part {
	BOX_LEFT_UP,
	BOX_RIGHT_UP,
	BOX_LEFT_DOWN,
	BOX_RIGHT_DOWN,
	BOX_LEFT,
	BOX_RIGHT,
	BOX_ACROSS,
	BOX_DOWN,
	BOX_UP_MIDDLE,
	BOX_DOWN_MIDDLE,
	BOX_NR,
};

static const char *const box_parts[2][BOX_NR] = {
	{ "┌", "┐", "└", "┘", "├", "┤", "─", "│", "┬", "┴" },
	{ "+", "+", "+", "+", "+", "+", "-", "|", "+", "+" },
};

static const struct cell blank = { .bytes = " ", .len = 1, .width = 1 };

void canvas_resize(struct canvas *canvas, int width, int height)
{
	size_t nr;

	canvas->width = width > 0 ? width : 0;
	canvas->height = height > 0 ? height : 0;
	nr = (size_t)canvas->width * (size_t)canvas->height;
	canvas->cells = memory_resize(canvas->cells, nr * sizeof(struct cell));
	canvas_clear(canvas);
}

void canvas_release(struct canvas *canvas)
{
	free(canvas->cells);
	*canvas = (struct canvas){ 0 };
}

void canvas_clear(struct canvas *canvas)
{
	size_t nr = (size_t)canvas->width * (size_t)canvas->height;

	for (size_t i = 0; i < nr; i++)
		canvas->cells[i] = blank;
	canvas->cursor_x = canvas->cursor_y = -1;
}

static struct cell *cell_at(struct canvas *canvas, int x, int y)
{
	if (x < 0 || y < 0 || x >= canvas->width || y >= canvas->height)
		return NULL;
	return &canvas->cells[(size_t)y * (size_t)canvas->width + (size_t)x];
}

static void set_blank(struct cell *cell, enum style style)
{
	*cell = blank;
	cell->style = (unsigned char)style;
}

/* Half of a wide character cannot stay: the other half becomes blank. */
static void break_wide(struct canvas *canvas, int x, int y)
{
	struct cell *cell = cell_at(canvas, x, y);
	struct cell *other;

	if (!cell || cell->width == 1)
		return;
	other = cell_at(canvas, cell->width ? x + 1 : x - 1, y);
	if (other)
		set_blank(other, other->style);
	set_blank(cell, cell->style);
}

static void set_cell(struct canvas *canvas, int x, int y, enum style style,
		     const char *bytes, unsigned len, int width)
{
	struct cell *cell = cell_at(canvas, x, y);
	struct cell *right = width == 2 ? cell_at(canvas, x + 1, y) : NULL;

	if (!cell)
		return;
	break_wide(canvas, x, y);
	if (width == 2 && !right) {
		set_blank(cell, style);
		return;
	}
	cell->len = (unsigned char)len;
	memset(cell->bytes, 0, sizeof(cell->bytes));
	memcpy(cell->bytes, bytes, len);
	cell->width = (unsigned char)width;
	cell->style = (unsigned char)style;
	if (!right)
		return;
	break_wide(canvas, x + 1, y);
	*right = (struct cell){ .style = (unsigned char)style };
}

int canvas_put(struct canvas *canvas, int x, int y, int width, enum style style,
	       struct str text)
{
	struct glyph glyph;
	size_t at = 0;
	int used = 0;

	while (used < width && glyph_next(text, &at, &glyph)) {
		bool mark = glyph.width == (int)glyph.len;

		if (!mark && used + glyph.width > width)
			break;
		if (!mark)
			set_cell(canvas, x + used, y, style, glyph.bytes,
				 glyph.len, glyph.width);
		for (int i = 0; mark && i < glyph.width; i++)
			if (used + i < width)
				set_cell(canvas, x + used + i, y, style,
					 glyph.bytes + i, 1, 1);
		used += glyph.width;
	}
	return used < width ? used : width > 0 ? width : 0;
}

int canvas_put_cut(struct canvas *canvas, int x, int y, int width,
		   enum style style, struct str text)
{
	struct str dots = canvas->ascii ? STR("...") : STR("…");
	int room = width - glyph_columns(dots);
	int used;

	if (glyph_columns(text) <= width || room < 1)
		return canvas_put(canvas, x, y, width, style, text);
	used = canvas_put(canvas, x, y, room, style, text);
	return used +
	       canvas_put(canvas, x + used, y, width - used, style, dots);
}

static struct area clipped(const struct canvas *canvas, struct area area)
{
	if (area.x < 0) {
		area.width += area.x;
		area.x = 0;
	}
	if (area.y < 0) {
		area.height += area.y;
		area.y = 0;
	}
	if (area.width > canvas->width - area.x)
		area.width = canvas->width - area.x;
	if (area.height > canvas->height - area.y)
		area.height = canvas->height - area.y;
	return area;
}

void canvas_restyle(struct canvas *canvas, struct area area, enum style style)
{
	area = clipped(canvas, area);
	for (int y = area.y; y < area.y + area.height; y++)
		for (int x = area.x; x < area.x + area.width; x++)
			cell_at(canvas, x, y)->style = (unsigned char)style;
}

static void put_part(struct canvas *canvas, int x, int y, enum box_part part)
{
	canvas_put(canvas, x, y, 1, STYLE_BORDER,
		   str_from(box_parts[canvas->ascii][part]));
}

static void put_across(struct canvas *canvas, struct area box, int y,
		       enum box_part left, enum box_part right,
		       struct str title)
{
	int room = box.width - 6, used;

	for (int x = 1; x < box.width - 1 && x < canvas->width; x++)
		put_part(canvas, box.x + x, y, BOX_ACROSS);
	put_part(canvas, box.x, y, left);
	put_part(canvas, box.x + box.width - 1, y, right);
	if (!title.len || room < 3)
		return;
	used = canvas_put_cut(canvas, box.x + 3, y, room, STYLE_TITLE, title);
	canvas_put(canvas, box.x + 2, y, 1, STYLE_BORDER, STR(" "));
	canvas_put(canvas, box.x + 3 + used, y, 1, STYLE_BORDER, STR(" "));
}

void canvas_box(struct canvas *canvas, struct area area, struct str title)
{
	int bottom = area.y + area.height - 1;

	if (area.width < 2 || area.height < 2)
		return;
	for (int y = area.y + 1; y < bottom && y < canvas->height; y++) {
		put_part(canvas, area.x, y, BOX_DOWN);
		put_part(canvas, area.x + area.width - 1, y, BOX_DOWN);
	}
	put_across(canvas, area, area.y, BOX_LEFT_UP, BOX_RIGHT_UP, title);
	put_across(canvas, area, bottom, BOX_LEFT_DOWN, BOX_RIGHT_DOWN,
		   STR(""));
}

struct area area_inside(struct area box)
{
	return (struct area){ box.x + 2, box.y + 1, box.width - 4,
			      box.height - 2 };
}

void canvas_box_beside(struct canvas *canvas, struct area area,
		       struct str title)
{
	canvas_box(canvas, area, title);
	put_part(canvas, area.x, area.y, BOX_UP_MIDDLE);
	put_part(canvas, area.x, area.y + area.height - 1, BOX_DOWN_MIDDLE);
}

void canvas_divide(struct canvas *canvas, struct area box, int y,
		   struct str title)
{
	put_across(canvas, box, y, BOX_LEFT, BOX_RIGHT, title);
}

void canvas_rule(struct canvas *canvas, int y, struct str title)
{
	struct area across = { 0, y, canvas->width, 1 };

	put_across(canvas, across, y, BOX_ACROSS, BOX_ACROSS, title);
}

void canvas_bar(struct canvas *canvas, int x, int y, int width, int filled,
		enum style style)
{
	struct str on = canvas->ascii ? STR("#") : STR("█");
	struct str off = canvas->ascii ? STR("-") : STR("·");

	for (int i = 0; i < width; i++)
		canvas_put(canvas, x + i, y, 1, i < filled ? style : STYLE_DIM,
			   i < filled ? on : off);
}
