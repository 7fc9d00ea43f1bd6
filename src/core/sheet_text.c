/*
 * A sheet as plain text, wrapped at a width. A table that is too wide for it
 * is written row by row, each cell after its heading. Words longer than a
 * line are cut into lines.
 */
#include "rehearse/utf8.h"
#include "sheet.h"

struct page {
	struct strbuf *out;
	size_t width;
	unsigned step; /* of the numbered list so far */
};

static void print_indent(struct page *page, size_t *column, size_t indent)
{
	strbuf_pad(page->out, ' ', indent - *column);
	*column = indent;
}

static void break_line(struct page *page, size_t *column, size_t indent)
{
	strbuf_addc(page->out, '\n');
	*column = 0;
	print_indent(page, column, indent);
}

/* So many characters of the word, from byte *at on. */
static struct str take_characters(struct str word, size_t *at, size_t nr)
{
	size_t from = *at;

	while (*at < word.len && nr--)
		utf8_next(word, at);
	return str_slice(word, from, *at);
}

static void print_word(struct page *page, struct str word, size_t *column,
		       size_t indent)
{
	size_t length = utf8_count(word, word.len), at = 0;

	if (*column > indent && *column + 1 + length > page->width) {
		break_line(page, column, indent);
	} else if (*column > indent) {
		strbuf_addc(page->out, ' ');
		(*column)++;
	}
	for (;;) {
		struct str part = take_characters(word, &at,
						  page->width - indent);

		strbuf_add(page->out, part);
		*column += utf8_count(part, part.len);
		if (at >= word.len)
			return;
		break_line(page, column, indent);
	}
}

/* Text behind a mark that stands out to the left of its lines. */
static void print_wrapped(struct page *page, struct str mark, size_t indent,
			  struct str text)
{
	struct strbuf visible = { 0 };
	struct str rest, word;
	size_t column = utf8_count(mark, mark.len);

	visible_line(&visible, text);
	rest = strbuf_str(&visible);
	strbuf_add(page->out, mark);
	print_indent(page, &column, indent);
	while (str_cut(&rest, ' ', &word))
		if (word.len)
			print_word(page, word, &column, indent);
	strbuf_addc(page->out, '\n');
	strbuf_release(&visible);
}

static void print_block(struct page *page, struct str mark, size_t indent,
			const struct block *block)
{
	struct strbuf text = { 0 };

	strbuf_add(&text, block->lead);
	strbuf_add(&text, block->lead.len ? STR(" ") : STR(""));
	strbuf_add(&text, block->text);
	print_wrapped(page, mark, indent, strbuf_str(&text));
	strbuf_release(&text);
}

/* ---- tables -------------------------------------------------------------- */

static size_t visible_width(struct str text)
{
	struct strbuf visible = { 0 };
	size_t width;

	visible_line(&visible, text);
	width = utf8_count(strbuf_str(&visible), visible.len);
	strbuf_release(&visible);
	return width;
}

static size_t column_width(const struct block *table, size_t column)
{
	size_t widest = 0;

	for (size_t i = column; i < table->nr_cells; i += table->columns) {
		size_t width = visible_width(table->cells[i].text);

		widest = width > widest ? width : widest;
	}
	return widest;
}

static size_t table_width(const struct block *table)
{
	size_t width = 0;

	for (size_t i = 0; i < table->columns; i++)
		width += column_width(table, i) + 2;
	return width;
}

static void print_rows(struct page *page, const struct block *table)
{
	for (size_t i = 0; i < table->nr_cells; i++) {
		size_t column = i % table->columns;
		struct str text = table->cells[i].text;

		strbuf_add(page->out, STR("  "));
		visible_line(page->out, text);
		if (column + 1 == table->columns)
			strbuf_addc(page->out, '\n');
		else
			strbuf_pad(page->out, ' ',
				   column_width(table, column) -
				   visible_width(text));
	}
}

static void print_stacked(struct page *page, const struct block *table)
{
	for (size_t i = table->columns; i < table->nr_cells; i++) {
		const struct cell *cell = &table->cells[i];
		struct str heading = table->cells[i % table->columns].text;
		const struct block line = { .lead = heading,
					    .text = cell->text };

		if (i % table->columns)
			print_block(page, STR(""), 4, &line);
		else
			print_wrapped(page, STR(""), 2, cell->text);
	}
}

static void print_table(struct page *page, const struct block *table)
{
	if (table->text.len)
		print_wrapped(page, STR(""), 2, table->text);
	if (table_width(table) <= page->width)
		print_rows(page, table);
	else
		print_stacked(page, table);
}

/* ---- the sheet ----------------------------------------------------------- */

static void print_step(struct page *page, const struct block *block)
{
	struct strbuf mark = { 0 };

	strbuf_addf(&mark, "%u. ", ++page->step);
	print_block(page, strbuf_str(&mark), mark.len < 3 ? 3 : mark.len,
		    block);
	strbuf_release(&mark);
}

static void print(struct page *page, const struct block *block)
{
	static const struct {
		const char *mark;
		size_t indent;
	} lines[BLOCK_NR] = {
		[BLOCK_TITLE] = { "", 0 },   [BLOCK_HEADING] = { "", 0 },
		[BLOCK_TEXT] = { "", 0 },    [BLOCK_WARNING] = { "! ", 2 },
		[BLOCK_ITEM] = { "* ", 2 },  [BLOCK_UNDER] = { "", 3 },
	};

	if (block->kind == BLOCK_TABLE) {
		print_table(page, block);
		return;
	}
	if (block->kind == BLOCK_STEP) {
		print_step(page, block);
		return;
	}
	if (block->kind == BLOCK_HEADING) {
		strbuf_addc(page->out, '\n');
		page->step = 0;
	}
	print_block(page, str_from(lines[block->kind].mark),
		    lines[block->kind].indent, block);
}

void sheet_text(const struct sheet *sheet, unsigned width, struct strbuf *out)
{
	struct page page = { .out = out, .width = width ? width : 80 };

	if (page.width < 20)
		page.width = 20;
	for (size_t i = 0; i < sheet->nr; i++)
		print(&page, &sheet->blocks[i]);
}
