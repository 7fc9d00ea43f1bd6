#include "page.h"

#include "wrap.h"

struct page page_start(struct arena *arena, int width)
{
	return (struct page){ .arena = arena,
			      .width = width > 1 ? width : 1,
			      .cursor_line = -1,
			      .cursor_x = -1 };
}

static struct page_line *add_line(struct page *page)
{
	page->lines = arena_grow(page->arena, page->lines, page->nr,
				 &page->alloc, sizeof(*page->lines));
	return &page->lines[page->nr++];
}

void page_text(struct page *page, int x, enum style style, struct str text)
{
	page_label(page, style, STR(""), x, style, text);
}

void page_label(struct page *page, enum style label_style, struct str label,
		int x, enum style style, struct str text)
{
	struct wrap wrap = wrap_start(str_trim(text), page->width - x);

	while (wrap_next(&wrap)) {
		*add_line(page) = (struct page_line){
			.label = label,
			.label_style = label_style,
			.x = x,
			.style = style,
			.text = wrap.line,
		};
		label = STR("");
	}
}

static int leading_blanks(struct str line)
{
	int nr = 0;

	while ((size_t)nr < line.len && line.ptr[nr] == ' ')
		nr++;
	return nr;
}

/* Where the second column begins, counted from the first; 0: there is none. */
static int second_column(struct str line)
{
	const int farthest = 24;
	size_t gap = str_find(line, STR("  "), 0);
	int column;

	if (gap == line.len)
		return 0;
	column = (int)gap + leading_blanks(str_slice(line, gap, line.len));
	return column <= farthest ? column : 0;
}

static void add_hanging(struct page *page, enum style style, struct str line)
{
	int indent = leading_blanks(line), column;
	int room = page->width - indent;
	size_t first = page->nr;

	line = str_trim(line);
	column = second_column(line);
	if (glyph_columns(line) <= room || room - column < 8) {
		page_text(page, indent, style, line);
	} else if (column) {
		page_label(page, style, str_slice(line, 0, (size_t)column),
			   indent + column, style,
			   str_slice(line, (size_t)column, line.len));
		page->lines[first].label_x = indent;
	} else {
		page_text(page, indent + 2, style, line);
		page->lines[first].x = indent;
	}
}

void page_lines(struct page *page, enum style style, struct str text)
{
	struct str line;

	while (text.len && text.ptr[text.len - 1] == '\n')
		text.len--;
	while (str_cut(&text, '\n', &line))
		add_hanging(page, style, line);
}

static bool stands_alone(struct str line)
{
	return !line.len || line.ptr[0] == ' ' || line.ptr[0] == '-' ||
	       line.ptr[0] == '*';
}

void page_prose(struct page *page, enum style style, struct str text)
{
	struct strbuf flowing = { 0 };
	struct str line;

	text = str_trim(text);
	while (str_cut(&text, '\n', &line)) {
		bool begun =
			flowing.len && flowing.ptr[flowing.len - 1] != '\n';

		if (begun)
			strbuf_addc(&flowing, stands_alone(line) ? '\n' : ' ');
		strbuf_add(&flowing, line.len ? line : STR("\n"));
	}
	page_text(page, 0, style, arena_take(page->arena, &flowing));
}

void page_gap(struct page *page)
{
	*add_line(page) = (struct page_line){ .text = STR("") };
}

void page_heading(struct page *page, struct str text)
{
	if (page->nr)
		page_gap(page);
	page_text(page, 0, STYLE_TITLE, text);
}

void page_bar(struct page *page, struct str label, int x, int width, int filled,
	      struct str words)
{
	*add_line(page) = (struct page_line){
		.label = label,
		.x = x,
		.bar_width = width,
		.bar_filled = filled,
		.text = words,
	};
}

static void place_cursor(struct page *page, const struct edit *edit,
			 const struct wrap *wrap, int x)
{
	struct str before =
		str_slice(edit_text(edit), wrap->from,
			  edit->cursor < wrap->to ? edit->cursor : wrap->to);
	int columns = x + glyph_columns(before);

	page->cursor_line = (int)page->nr - 1;
	page->cursor_x = columns < page->width ? columns : page->width - 1;
}

void page_field(struct page *page, int x, const struct edit *edit, bool focused,
		const struct page_mark *marks, size_t nr_marks)
{
	/* one column is left for the cursor behind a full line */
	struct wrap wrap = wrap_start(edit_text(edit), page->width - x - 1);
	struct str label = STR("> ");

	while (wrap_next(&wrap)) {
		*add_line(page) = (struct page_line){
			.label = label,
			.label_x = x - 2,
			.label_style = focused ? STYLE_KEY : STYLE_DIM,
			.x = x,
			.style = STYLE_INPUT,
			.text = wrap.line,
			.from = wrap.from,
			.marks = marks,
			.nr_marks = nr_marks,
		};
		label = STR("");
		if (focused && edit->cursor >= wrap.from)
			place_cursor(page, edit, &wrap, x);
	}
}

void page_select(struct page *page, size_t from)
{
	for (size_t i = from; i < page->nr; i++)
		page->lines[i].selected = true;
}

int page_clamp(const struct page *page, int rows, int top)
{
	int last = (int)page->nr - rows;

	if (top > last)
		top = last;
	return top > 0 ? top : 0;
}

int page_reveal(const struct page *page, int rows, int top, int line)
{
	if (line >= top + rows)
		top = line - rows + 1;
	if (line < top)
		top = line;
	return page_clamp(page, rows, top);
}

static void draw_marks(struct canvas *canvas, const struct page_line *line,
		       int x, int y)
{
	size_t end = line->from + line->text.len;

	for (size_t i = 0; i < line->nr_marks; i++) {
		size_t from = line->marks[i].from, to = line->marks[i].to;
		struct area area = { .y = y, .height = 1 };

		from = from > line->from ? from : line->from;
		to = to < end ? to : end;
		if (from >= to)
			continue;
		area.x = x + glyph_columns(str_slice(line->text, 0,
						     from - line->from));
		area.width = glyph_columns(str_slice(
			line->text, from - line->from, to - line->from));
		canvas_restyle(canvas, area, line->marks[i].style);
	}
}

static void draw_line(struct canvas *canvas, const struct page_line *line,
		      struct area area, int y)
{
	int x = area.x + line->x, left = area.width - line->x;

	canvas_put(canvas, area.x + line->label_x, y,
		   area.width - line->label_x, line->label_style, line->label);
	if (line->bar_width) {
		canvas_bar(canvas, x, y, line->bar_width, line->bar_filled,
			   STYLE_NORMAL);
		x += line->bar_width + 1;
		left -= line->bar_width + 1;
	}
	canvas_put(canvas, x, y, left, line->style, line->text);
	draw_marks(canvas, line, x, y);
	if (line->selected)
		canvas_restyle(canvas,
			       (struct area){ area.x, y, area.width, 1 },
			       STYLE_SELECTED);
}

void page_draw(const struct page *page, struct canvas *canvas, struct area area,
	       int top)
{
	for (int row = 0; row < area.height; row++) {
		size_t i = (size_t)(top + row);

		if (i >= page->nr)
			break;
		draw_line(canvas, &page->lines[i], area, area.y + row);
	}
	if (page->cursor_line >= top && page->cursor_line < top + area.height) {
		canvas->cursor_x = area.x + page->cursor_x;
		canvas->cursor_y = area.y + page->cursor_line - top;
	}
}

void page_squeeze(struct page *page, int rows)
{
	size_t kept = 0, over = 0;

	if ((int)page->nr > rows)
		over = page->nr - (size_t)rows;
	for (size_t i = 0; i < page->nr; i++) {
		const struct page_line *line = &page->lines[i];

		if (over && !line->text.len && !line->label.len)
			over--;
		else
			page->lines[kept++] = *line;
	}
	page->nr = kept;
}

int page_draw_scrolled(const struct page *page, struct canvas *canvas,
		       struct area area, int *top, bool follow)
{
	struct str more = STR("more: PgDn");
	int left, width = glyph_columns(more);

	if ((int)page->nr > area.height)
		area.height--;
	if (follow && page->cursor_line >= 0)
		*top = page_reveal(page, area.height, *top, page->cursor_line);
	*top = page_clamp(page, area.height, *top);
	page_draw(page, canvas, area, *top);
	left = (int)page->nr - *top - area.height;
	if (left > 0)
		canvas_put(canvas, area.x + area.width - width,
			   area.y + area.height, width, STYLE_DIM, more);
	return area.height;
}
