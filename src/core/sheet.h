/*
 * A sheet of paper as blocks: what is on it, whatever it is written as. One
 * file puts blocks together (group_sheet.c, group_person.c), one a format
 * writes them down. Text is as people wrote it; the writers escape.
 */
#ifndef CORE_SHEET_H
#define CORE_SHEET_H

#include "rehearse/arena.h"
#include "rehearse/str.h"

enum block_kind {
	BLOCK_TITLE,
	BLOCK_HEADING,
	BLOCK_TEXT,
	BLOCK_WARNING,
	BLOCK_ITEM,  /* of a list */
	BLOCK_STEP,  /* of a numbered list */
	BLOCK_UNDER, /* another line of the item or step above */
	BLOCK_TABLE, /* the first row and the first column are headings */
	BLOCK_NR,
};

struct cell {
	struct str text;
	int band; /* of a score, as band_terms: shaded; -1: none */
};

struct block {
	enum block_kind kind;
	struct str lead; /* set off before the text; may be empty */
	struct str text; /* of a table: its caption */
	struct cell *cells; /* row by row */
	size_t nr_cells, columns;
};

struct sheet {
	struct arena *arena;
	struct block *blocks;
	size_t nr, alloc;
};

struct block *sheet_add(struct sheet *sheet, enum block_kind kind,
			struct str lead, struct str text);
/* A table with room for so many rows, the row of headings among them. */
struct block *sheet_table(struct sheet *sheet, struct str caption,
			  size_t columns, size_t rows);
void table_add(struct block *table, struct str text, int band);

void sheet_text(const struct sheet *sheet, unsigned width,
		struct strbuf *out);
void sheet_markdown(const struct sheet *sheet, struct strbuf *out);
void sheet_html(const struct sheet *sheet, struct strbuf *out);

#endif
