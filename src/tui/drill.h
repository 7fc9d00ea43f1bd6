/*
 * A drill on the screen, while nobody talks: whose turn it is and what to do
 * now (drill_page.c), agenda, time and roster (drill_side.c) beside it
 * (drill_draw.c), and which key does what (view_drill.c). The talk itself is
 * the dialogue's.
 */
#ifndef TUI_DRILL_H
#define TUI_DRILL_H

#include "page.h"
#include "view.h"

struct drill_state {
	struct tui *tui;
	struct room *room;
	int row; /* the principle being marked */
	int top, rows;
	bool wide;   /* agenda and time stand beside it, as drawn last */
	bool follow; /* the row, rather than the reader's scrolling */
	bool leaving; /* asked once */
	struct error trouble; /* the last input that was refused */
	bool refused;
	struct strbuf text; /* a sheet, laid out for text_width */
	int text_width;     /* 0: it has to be made anew */
};

/* Wide enough for the agenda beside the page. */
enum { DRILL_WIDE = 76, DRILL_SIDE = 29 };

void drill_page(struct drill_state *drill, struct page *page);
void drill_side(const struct drill_state *drill, struct page *page);
void drill_draw(void *state, struct canvas *canvas, struct area area);

#endif
