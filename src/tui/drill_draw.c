/* Where everything of a drill goes: agenda and roster beside the page where
 * there is room, the page alone where there is not. */
#include "drill.h"

static void draw_side(struct drill_state *drill, struct canvas *canvas,
		      struct area area)
{
	struct page page = page_start(&drill->tui->frame, area.width);

	drill_side(drill, &page);
	page_squeeze(&page, area.height);
	page_draw(&page, canvas, area, 0);
}

/* What can be marked is kept in sight. */
static void follow_row(struct drill_state *drill, const struct page *page,
		       int rows)
{
	for (size_t i = 0; i < page->nr; i++)
		if (page->lines[i].selected)
			drill->top = page_reveal(page, rows, drill->top,
						 (int)i);
}

/* A sheet is read by all, and has the whole width. */
static bool is_sheet(const struct drill_state *drill)
{
	enum hour_phase phase = room_hour(drill->room)->phase;

	return phase == HOUR_ROUND_DEBRIEF || phase == HOUR_CLOSING;
}

void drill_draw(void *state, struct canvas *canvas, struct area area)
{
	struct drill_state *drill = state;
	struct area side = { 0 };
	struct page page;

	drill->wide = area.width >= DRILL_WIDE && !is_sheet(drill);
	if (drill->wide) {
		side = (struct area){ area.x + area.width - DRILL_SIDE,
				      area.y, DRILL_SIDE, area.height };
		area.width -= DRILL_SIDE - 1;
		canvas_box(canvas, area, STR(""));
		canvas_box_beside(canvas, side, STR("agenda"));
		draw_side(drill, canvas, area_inside(side));
		area = area_inside(area);
	} else {
		area.x += 1;
		area.width -= 2;
	}
	page = page_start(&drill->tui->frame, area.width);
	drill_page(drill, &page);
	if (drill->follow)
		/* the last row may say that there is more */
		follow_row(drill, &page, area.height - 1);
	drill->rows = page_draw_scrolled(&page, canvas, area, &drill->top,
					 false);
}
