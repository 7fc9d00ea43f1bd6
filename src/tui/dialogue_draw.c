/*
 * Where everything goes: the talk with the coach beside it where there is
 * room, one column where there is not, and below the line being typed.
 */
#include "dialogue.h"

enum {
	COACH_WIDTH = 29, /* with its lines */
	COACH_MAX = 44,
	SHEET_WIDTH = 45, /* and a try's: read, while the talk gives way */
	SHEET_MAX = 76,
	INPUT_MAX = 8, /* rows */
	COMPACT_HEIGHT = 14,
};

struct layout {
	struct area frame; /* the box round the talk; no width: none */
	struct area said, list, input, coach, notice;
	int list_y, input_y; /* the lines above these */
};

static int clamp(int value, int least, int most)
{
	return value > most ? most : value < least ? least : value;
}

static struct str notice(const struct dialogue *talk)
{
	const struct error *trouble = play_trouble(talk->rehearsal->play);

	if (talk->notice.len)
		return strbuf_str(&talk->notice);
	if (trouble)
		return arena_printf(&talk->tui->frame,
				    "! Not saved: %s. F8 saves it elsewhere.",
				    trouble->text);
	return STR("");
}

static int notice_rows(const struct dialogue *talk, int width)
{
	struct page page = page_start(&talk->tui->frame, width);

	if (!notice(talk).len)
		return 0;
	page_text(&page, 0, STYLE_TROUBLE, notice(talk));
	return clamp((int)page.nr, 1, 3);
}

static struct page list_page(const struct dialogue *talk, int width)
{
	struct page page = page_start(&talk->tui->frame, width);
	struct suggestion shown[SUGGESTIONS_MAX];
	size_t nr = play_suggestions(talk->rehearsal->play, shown);

	for (size_t i = 0; i < nr; i++) {
		bool marked = (int)i == talk->picked;
		size_t from = page.nr;

		page_label(&page, STYLE_KEY,
			   arena_printf(page.arena, "%s %zu",
					marked ? ">" : " ", i + 1),
			   4, STYLE_NORMAL, shown[i].text);
		if (marked)
			page_select(&page, from);
	}
	return page;
}

static struct page input_page(const struct dialogue *talk, int width)
{
	struct page page = page_start(&talk->tui->frame, width);
	struct page_mark *marks = NULL;
	size_t nr = dialogue_draft_marks(talk, page.arena, &marks);
	bool over = dialogue_is_over(talk);

	page_field(&page, 2, &talk->edit,
		   !talk->listing && !talk->reading && !over &&
			   !dialogue_has_try(talk),
		   marks, nr);
	return page;
}

/* Divides the rows of the talk's column, from the bottom up. */
static void lay_rows(const struct dialogue *talk, struct layout *layout,
		     struct area column)
{
	int bottom = column.y + column.height, third = column.height / 3;
	int rows = (int)input_page(talk, column.width).nr;

	rows = clamp(rows, 1, clamp(third, 1, INPUT_MAX));
	layout->input =
		(struct area){ column.x, bottom - rows, column.width, rows };
	layout->input_y = bottom - rows - 1;
	bottom = layout->input_y;
	if (talk->listing && !talk->reading) {
		rows = (int)list_page(talk, column.width).nr;
		rows = clamp(rows, 1,
			     clamp((bottom - column.y) * 2 / 3, 1, bottom));
		layout->list = (struct area){ column.x, bottom - rows,
					      column.width, rows };
		layout->list_y = bottom - rows - 1;
		bottom = layout->list_y;
	}
	layout->said = (struct area){ column.x, column.y, column.width,
				      bottom - column.y };
}

/* The columns beside the talk, where it is wide enough for any. */
static int beside(const struct dialogue *talk, int width)
{
	if (talk->reading || dialogue_has_try(talk))
		return clamp(SHEET_WIDTH + (width - 80) / 2, SHEET_WIDTH,
			     SHEET_MAX);
	return clamp(COACH_WIDTH + (width - 80) / 3, COACH_WIDTH, COACH_MAX);
}

static struct layout lay_out(const struct dialogue *talk, struct area area)
{
	struct layout layout = { .list_y = -1 };
	int rows = notice_rows(talk, area.width - 2), coach;
	bool compact = area.height < COMPACT_HEIGHT || area.width < 60;

	layout.notice = (struct area){ area.x + 1, area.y + area.height - rows,
				       area.width - 2, rows };
	area.height -= rows;
	if (compact) {
		area.x += 1;
		area.width -= 2;
		lay_rows(talk, &layout, area);
		return layout;
	}
	layout.frame = area;
	if (area.width >= DIALOGUE_WIDE) {
		coach = beside(talk, area.width);
		layout.frame.width = area.width - coach + 1;
		layout.coach = (struct area){ area.x + area.width - coach,
					      area.y, coach, area.height };
	}
	lay_rows(talk, &layout, area_inside(layout.frame));
	return layout;
}

static void draw_divider(struct canvas *canvas, const struct layout *layout,
			 int y, struct str title)
{
	if (layout->frame.width)
		canvas_divide(canvas, layout->frame, y, title);
	else
		canvas_rule(canvas, y, title);
}

/* The panel is full: where the rest of it is read. */
static void draw_more(struct canvas *canvas, int x, int width, int y)
{
	struct str more = STR("more: F5");
	int columns = glyph_columns(more);

	canvas_put(canvas, x + width - columns, y, columns, STYLE_DIM, more);
}

/* What stands beside the talk or, in a narrow window, in its place. */
static void draw_panel(struct dialogue *talk, struct canvas *canvas,
		       struct area area)
{
	struct page page = page_start(&talk->tui->frame, area.width);
	int top = 0;

	if (talk->reading || dialogue_has_try(talk)) {
		if (talk->reading)
			dialogue_sheet(talk, &page);
		else
			dialogue_try(talk, &page);
		talk->rows = page_draw_scrolled(&page, canvas, area,
						&talk->top, false);
		return;
	}
	dialogue_coach(talk, &page);
	if (talk->wide)
		page_squeeze(&page, area.height);
	else
		top = page_clamp(&page, area.height, talk->back);
	if (talk->wide && !talk->draft && (int)page.nr > area.height)
		draw_more(canvas, area.x, area.width,
			  area.y + --area.height);
	page_draw(&page, canvas, area, top);
}

static void draw_said(struct dialogue *talk, struct canvas *canvas,
		      struct area area)
{
	struct page page = page_start(&talk->tui->frame, area.width);
	int top, last;

	talk->rows = area.height;
	if (!talk->wide && (talk->reading || talk->coaching)) {
		draw_panel(talk, canvas, area);
		return;
	}
	dialogue_said(talk, &page);
	last = page_clamp(&page, area.height, (int)page.nr);
	talk->back = clamp(talk->back, 0, last);
	top = last - talk->back;
	page_draw(&page, canvas, area, top);
	if (talk->back)
		canvas_put(canvas, area.x + area.width - 13,
			   area.y + area.height - 1, 13, STYLE_HINT,
			   STR(" PgDn: newer "));
}

static struct str input_title(const struct dialogue *talk)
{
	const struct session *session = rehearsal_session(talk->rehearsal);

	int scene = session_scene(session);

	if (talk->reading)
		return STR("any key closes the sheet");
	if (dialogue_has_try(talk))
		return talk->rehearsal->again.nr ?
			       STR("Enter: go on, F10: stop") :
			       STR("Enter: say it again, F10: stop");
	if (talk->rehearsal->room && dialogue_is_over(talk))
		return STR("it is over: Enter goes on");
	if (session_ended(session))
		return STR("it is over: Enter shows how it went");
	/* where only acts are offered nothing is being written */
	if (!talk->rehearsal->scenario->scenes[scene].listen.nr)
		return STR("");
	switch (session_channel(session)) {
	case CHANNEL_VOICEMAIL:
		return STR("your voicemail: nobody answers at once");
	case CHANNEL_EMAIL:
		return STR("your e-mail: nobody answers at once");
	case CHANNEL_MESSAGE:
		return STR("your message: nobody answers at once");
	default:
		return STR("");
	}
}

static void draw_frame(const struct dialogue *talk, struct canvas *canvas,
		       const struct layout *layout)
{
	const struct scenario *scenario = talk->rehearsal->scenario;
	struct str who = scenario->client.name, title = STR("coach");

	if (!layout->frame.width)
		return;
	if (scenario->client.company.len)
		who = arena_printf(&talk->tui->frame, STR_FMT ", " STR_FMT,
				   STR_ARG(who),
				   STR_ARG(scenario->client.company));
	if (talk->reading && !layout->coach.width)
		who = STR("your sheet");
	canvas_box(canvas, layout->frame, who);
	if (!layout->coach.width)
		return;
	if (talk->reading)
		title = STR("your sheet");
	else if (dialogue_has_try(talk))
		title = STR("your try");
	else if (talk->draft)
		title = STR("your draft");
	canvas_box_beside(canvas, layout->coach, title);
}

static void draw_input(const struct dialogue *talk, struct canvas *canvas,
		       struct area area)
{
	struct page page = input_page(talk, area.width);
	int top = page_reveal(&page, area.height, 0, page.cursor_line);

	page_draw(&page, canvas, area, top);
}

static void draw_list(const struct dialogue *talk, struct canvas *canvas,
		      struct area area)
{
	struct page page = list_page(talk, area.width);
	int marked = 0;

	for (size_t i = page.nr; i-- > 0;)
		if (page.lines[i].selected)
			marked = (int)i;
	page_draw(&page, canvas, area,
		  page_reveal(&page, area.height, 0, marked));
}

void dialogue_draw(void *state, struct canvas *canvas, struct area area)
{
	struct dialogue *talk = state;
	struct layout layout;
	struct page page;

	talk->draft = dialogue_draft(talk, &talk->tui->frame);
	layout = lay_out(talk, area);
	draw_frame(talk, canvas, &layout);
	talk->wide = layout.coach.width;
	draw_said(talk, canvas, layout.said);
	if (layout.list.width) {
		draw_divider(canvas, &layout, layout.list_y,
			     STR("suggestions"));
		draw_list(talk, canvas, layout.list);
	}
	draw_divider(canvas, &layout, layout.input_y, input_title(talk));
	draw_input(talk, canvas, layout.input);
	if (layout.coach.width)
		draw_panel(talk, canvas, area_inside(layout.coach));
	page = page_start(&talk->tui->frame, layout.notice.width);
	page_text(&page, 0, STYLE_TROUBLE, notice(talk));
	page_draw(&page, canvas, layout.notice, 0);
}
