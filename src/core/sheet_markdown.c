/*
 * A sheet as Markdown. Whatever people wrote is text: what Markdown would
 * read as a sign is escaped.
 */
#include <string.h>

#include "rehearse/utf8.h"
#include "sheet.h"

/* What stands for a sign of HTML, which Markdown lets through. */
static struct str entity(char c)
{
	return c == '<' ? STR("&lt;") : c == '>' ? STR("&gt;") :
	       c == '&' ? STR("&amp;") : STR("");
}

static bool is_sign(struct str text, size_t at)
{
	char c = text.ptr[at];

	if (strchr("\\`*_[]{}#|~", c))
		return true;
	/* a list, a rule, a heading, 1. - where a line begins */
	if (strchr("-+=", c))
		return at == 0;
	if (c != '.' && c != ')')
		return false;
	for (size_t i = 0; i < at; i++)
		if (text.ptr[i] < '0' || text.ptr[i] > '9')
			return false;
	return at > 0;
}

static void write_escaped(struct strbuf *out, struct str text)
{
	struct strbuf visible = { 0 };
	struct str line;

	visible_line(&visible, text);
	line = strbuf_str(&visible);
	for (size_t i = 0; i < line.len; i++) {
		struct str instead = entity(line.ptr[i]);

		if (instead.len) {
			strbuf_add(out, instead);
			continue;
		}
		if (is_sign(line, i))
			strbuf_addc(out, '\\');
		strbuf_addc(out, line.ptr[i]);
	}
	strbuf_release(&visible);
}

static void write_row(struct strbuf *out, const struct block *table,
		      size_t from)
{
	for (size_t i = from; i < from + table->columns; i++) {
		strbuf_add(out, STR("| "));
		write_escaped(out, table->cells[i].text);
		strbuf_addc(out, ' ');
	}
	strbuf_addc(out, '|');
}

static void write_table(struct strbuf *out, const struct block *table)
{
	if (table->text.len) {
		write_escaped(out, table->text);
		strbuf_add(out, STR("\n\n"));
	}
	write_row(out, table, 0);
	strbuf_addc(out, '\n');
	for (size_t i = 0; i < table->columns; i++)
		strbuf_add(out, i ? STR("|---:") : STR("|---"));
	strbuf_addc(out, '|');
	for (size_t i = table->columns; i < table->nr_cells;
	     i += table->columns) {
		strbuf_addc(out, '\n');
		write_row(out, table, i);
	}
}

/* Blocks are parted by an empty line; the lines of a list are not. */
static bool goes_on(const struct block *block, const struct block *before)
{
	if (block->kind == BLOCK_UNDER)
		return true;
	return before && (block->kind == BLOCK_ITEM ||
			  block->kind == BLOCK_STEP) &&
	       (before->kind == block->kind || before->kind == BLOCK_UNDER);
}

static void write_block(struct strbuf *out, const struct block *block,
			unsigned step)
{
	static const char *const marks[BLOCK_NR] = {
		[BLOCK_TITLE] = "# ",  [BLOCK_HEADING] = "## ",
		[BLOCK_TEXT] = "",     [BLOCK_WARNING] = "> **Note:** ",
		[BLOCK_ITEM] = "- ",   [BLOCK_STEP] = ". ",
		[BLOCK_UNDER] = "   ",
	};

	if (block->kind == BLOCK_STEP)
		strbuf_addf(out, "%u", step);
	strbuf_add(out, str_from(marks[block->kind]));
	if (block->lead.len) {
		strbuf_add(out, STR("**"));
		write_escaped(out, block->lead);
		strbuf_add(out, block->text.len ? STR("** ") : STR("**"));
	}
	write_escaped(out, block->text);
}

void sheet_markdown(const struct sheet *sheet, struct strbuf *out)
{
	unsigned step = 0;

	for (size_t i = 0; i < sheet->nr; i++) {
		const struct block *block = &sheet->blocks[i];
		const struct block *before = i ? block - 1 : NULL;

		/* another line of an item begins after a hard break */
		if (block->kind == BLOCK_UNDER)
			strbuf_add(out, STR("\\\n"));
		else if (before)
			strbuf_add(out, goes_on(block, before) ? STR("\n") :
								 STR("\n\n"));
		step = block->kind == BLOCK_HEADING ? 0 :
		       step + (block->kind == BLOCK_STEP);
		if (block->kind == BLOCK_TABLE)
			write_table(out, block);
		else
			write_block(out, block, step);
	}
	strbuf_addc(out, '\n');
}
