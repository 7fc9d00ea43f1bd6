/*
 * A sheet as one HTML file: no scripts, nothing from elsewhere (its policy
 * forbids both), readable printed in black and white. Shades say again what
 * the number beside them says.
 */
#include "rehearse/report.h"
#include "rehearse/utf8.h"
#include "sheet.h"

static const char style[] =
	"body{max-width:60rem;margin:2rem auto;padding:0 1rem;"
	"font:1rem/1.5 Georgia,serif;color:#000;background:#fff}"
	"h1,h2{font-family:sans-serif;line-height:1.2}"
	"h2{margin-top:2rem;border-bottom:1px solid #000}"
	"li{margin-bottom:.6rem}.under{display:block}"
	"table{border-collapse:collapse;margin:1rem 0}"
	"caption{text-align:left;padding-bottom:.4rem}"
	"th,td{border:1px solid #555;padding:.2rem .6rem;text-align:left}"
	"td small{display:block}.warning{border:2px solid #000;padding:.5rem}"
	".b0{background:#bbb}.b1{background:#ccc}.b2{background:#ddd}"
	".b3{background:#eee}"
	"@media print{body{margin:0;max-width:none}"
	"li,tr{break-inside:avoid}h2{break-after:avoid}}";

static void write_escaped(struct strbuf *out, struct str text)
{
	struct strbuf visible = { 0 };

	visible_line(&visible, text);
	for (size_t i = 0; i < visible.len; i++) {
		char c = visible.ptr[i];

		if (c == '<')
			strbuf_add(out, STR("&lt;"));
		else if (c == '>')
			strbuf_add(out, STR("&gt;"));
		else if (c == '&')
			strbuf_add(out, STR("&amp;"));
		else if (c == '"')
			strbuf_add(out, STR("&quot;"));
		else if (c == '\'')
			strbuf_add(out, STR("&#39;"));
		else
			strbuf_addc(out, c);
	}
	strbuf_release(&visible);
}

static void write_words(struct strbuf *out, const struct block *block)
{
	if (block->lead.len) {
		strbuf_add(out, STR("<strong>"));
		write_escaped(out, block->lead);
		strbuf_add(out, STR("</strong> "));
	}
	write_escaped(out, block->text);
}

static void write_cell(struct strbuf *out, const struct cell *cell,
		       const char *heads)
{
	if (heads)
		strbuf_addf(out, "<th scope=\"%s\">", heads);
	else if (cell->band >= 0)
		strbuf_addf(out, "<td class=\"b%d\">", cell->band);
	else
		strbuf_add(out, STR("<td>"));
	write_escaped(out, cell->text);
	if (cell->band >= 0) {
		strbuf_add(out, STR(" <small>"));
		strbuf_add(out, terms_name(&band_terms, cell->band));
		strbuf_add(out, STR("</small>"));
	}
	strbuf_add(out, heads ? STR("</th>") : STR("</td>"));
}

static void write_table(struct strbuf *out, const struct block *table)
{
	strbuf_add(out, STR("<table>\n"));
	if (table->text.len) {
		strbuf_add(out, STR("<caption>"));
		write_escaped(out, table->text);
		strbuf_add(out, STR("</caption>\n"));
	}
	strbuf_add(out, STR("<thead>\n"));
	for (size_t i = 0; i < table->nr_cells; i++) {
		bool first = i % table->columns == 0;

		if (i == table->columns)
			strbuf_add(out, STR("</thead>\n<tbody>\n"));
		strbuf_add(out, first ? STR("<tr>") : STR(""));
		write_cell(out, &table->cells[i], i < table->columns ? "col" :
			   first ? "row" : NULL);
		if ((i + 1) % table->columns == 0)
			strbuf_add(out, STR("</tr>\n"));
	}
	strbuf_add(out, table->nr_cells > table->columns ?
			STR("</tbody>\n</table>\n") :
			STR("</thead>\n</table>\n"));
}

static void write_block(struct strbuf *out, const struct block *block)
{
	static const struct {
		const char *before, *after;
	} tags[BLOCK_NR] = {
		[BLOCK_TITLE] = { "<h1>", "</h1>\n" },
		[BLOCK_HEADING] = { "<h2>", "</h2>\n" },
		[BLOCK_TEXT] = { "<p>", "</p>\n" },
		[BLOCK_WARNING] = { "<p class=\"warning\"><strong>Note:"
				    "</strong> ", "</p>\n" },
		[BLOCK_ITEM] = { "<li>", "" },
		[BLOCK_STEP] = { "<li>", "" },
		[BLOCK_UNDER] = { "<span class=\"under\">", "</span>" },
	};

	if (block->kind == BLOCK_TABLE) {
		write_table(out, block);
		return;
	}
	strbuf_add(out, str_from(tags[block->kind].before));
	write_words(out, block);
	strbuf_add(out, str_from(tags[block->kind].after));
}

/* The list a block stands in: "ul", "ol", or NULL. */
static const char *list_of(const struct block *block, const char *open)
{
	static const char *const lists[BLOCK_NR] = {
		[BLOCK_ITEM] = "ul", [BLOCK_STEP] = "ol",
	};

	return block->kind == BLOCK_UNDER ? open : lists[block->kind];
}

/* Closes and opens what stands between two blocks. */
static void change_list(struct strbuf *out, const struct block *next,
			const char **open)
{
	const char *list = next ? list_of(next, *open) : NULL;

	if (*open && (!next || next->kind != BLOCK_UNDER))
		strbuf_add(out, STR("</li>\n"));
	if (*open != list) {
		if (*open)
			strbuf_addf(out, "</%s>\n", *open);
		if (list)
			strbuf_addf(out, "<%s>\n", list);
	}
	*open = list;
}

void sheet_html(const struct sheet *sheet, struct strbuf *out)
{
	const char *open = NULL;

	strbuf_add(out, STR("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
		"<meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\""
		"default-src 'none'; style-src 'unsafe-inline'\">\n"
		"<meta name=\"viewport\" content=\"width=device-width\">\n"
		"<title>"));
	if (sheet->nr)
		write_escaped(out, sheet->blocks[0].text);
	strbuf_addf(out, "</title>\n<style>%s</style>\n</head>\n<body>\n",
		    style);
	for (size_t i = 0; i < sheet->nr; i++) {
		change_list(out, &sheet->blocks[i], &open);
		write_block(out, &sheet->blocks[i]);
	}
	change_list(out, NULL, &open);
	strbuf_add(out, STR("</body>\n</html>\n"));
}
