#include "sheet.h"

struct block *sheet_add(struct sheet *sheet, enum block_kind kind,
			struct str lead, struct str text)
{
	struct block *block;

	sheet->blocks = arena_grow(sheet->arena, sheet->blocks, sheet->nr,
				   &sheet->alloc, sizeof(*sheet->blocks));
	block = &sheet->blocks[sheet->nr++];
	*block = (struct block){ .kind = kind, .lead = lead, .text = text };
	return block;
}

struct block *sheet_table(struct sheet *sheet, struct str caption,
			  size_t columns, size_t rows)
{
	struct block *table = sheet_add(sheet, BLOCK_TABLE, STR(""), caption);

	table->columns = columns;
	table->cells = ARENA_ARRAY(sheet->arena, struct cell, columns * rows);
	return table;
}

void table_add(struct block *table, struct str text, int band)
{
	table->cells[table->nr_cells++] = (struct cell){ text, band };
}
