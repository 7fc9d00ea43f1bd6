/*
 * A text to read: help, a receipt, what is wrong with a file. Any key that
 * could mean "enough" goes back.
 */
#include "view.h"

#include <stdlib.h>

#include "page.h"

enum text_action {
	TEXT_BACK,
	TEXT_UP,
	TEXT_DOWN,
	TEXT_PAGE_UP,
	TEXT_PAGE_DOWN,
	TEXT_START,
	TEXT_STOP,
};

static const struct binding bindings[] = {
	{ "Esc", TEXT_BACK, "back", "back to where you were", 0 },
	{ "Enter", TEXT_BACK, NULL, NULL, 0 },
	{ "q", TEXT_BACK, NULL, NULL, 0 },
	{ "C-c", TEXT_BACK, NULL, NULL, 0 },
	{ "Up", TEXT_UP, NULL, "one line up", 0 },
	{ "k", TEXT_UP, NULL, NULL, 0 },
	{ "Down", TEXT_DOWN, "scroll", "one line down", 0 },
	{ "j", TEXT_DOWN, NULL, NULL, 0 },
	{ "PgUp", TEXT_PAGE_UP, NULL, "one page up", 0 },
	{ "PgDn", TEXT_PAGE_DOWN, NULL, "one page down", 0 },
	{ " ", TEXT_PAGE_DOWN, NULL, NULL, 0 },
	{ "Home", TEXT_START, NULL, "to the beginning", 0 },
	{ "End", TEXT_STOP, NULL, "to the end", 0 },
};

struct text_state {
	struct tui *tui;
	struct strbuf title, text;
	int top, rows;
};

static void text_title(const void *state, struct strbuf *left,
		       struct strbuf *right)
{
	const struct text_state *text = state;

	(void)right;
	strbuf_add(left, strbuf_str(&text->title));
}

static void text_draw(void *state, struct canvas *canvas, struct area area)
{
	struct text_state *text = state;
	struct page page;

	area.x += 1;
	area.width -= 2;
	page = page_start(&text->tui->frame, area.width);
	page_lines(&page, STYLE_NORMAL, strbuf_str(&text->text));
	text->rows = page_draw_scrolled(&page, canvas, area, &text->top, false);
}

static struct next text_action(void *state, int action)
{
	struct text_state *text = state;
	const int far = 1 << 20; /* drawing brings it back */

	switch ((enum text_action)action) {
	case TEXT_BACK:
		return (struct next){ .kind = NEXT_BACK };
	case TEXT_UP:
		text->top -= text->top > 0;
		break;
	case TEXT_DOWN:
		text->top++;
		break;
	case TEXT_PAGE_UP:
		text->top -= text->rows - 1;
		break;
	case TEXT_PAGE_DOWN:
		text->top += text->rows - 1;
		break;
	case TEXT_START:
		text->top = 0;
		break;
	case TEXT_STOP:
		text->top = far;
		break;
	}
	return STAY;
}

static void text_release(void *state)
{
	struct text_state *text = state;

	strbuf_release(&text->title);
	strbuf_release(&text->text);
	free(text);
}

static const struct view text_view = {
	.name = "Reading",
	.bindings = BINDINGS(bindings),
	.title = text_title,
	.draw = text_draw,
	.action = text_action,
	.release = text_release,
};

struct screen view_text(struct tui *tui, struct str title, struct str text)
{
	struct text_state *state = memory_new(sizeof(*state));

	*state = (struct text_state){ .tui = tui };
	strbuf_add(&state->title, title);
	strbuf_add(&state->text, text);
	return (struct screen){ &text_view, state };
}
