/* One question, one line to answer it. */
#include "view.h"

#include <stdlib.h>

#include "page.h"

enum ask_action { ASK_DONE, ASK_BACK };

static const struct binding bindings[] = {
	{ "Enter", ASK_DONE, "done", "that is the answer", 0 },
	{ "Esc", ASK_BACK, "back", "back without an answer", 0 },
	{ "C-c", ASK_BACK, NULL, NULL, 0 },
};

struct ask_state {
	struct tui *tui;
	struct question question;
	struct edit edit;
	struct error error;
	bool failed;
};

static void ask_title(const void *state, struct strbuf *left,
		      struct strbuf *right)
{
	const struct ask_state *ask = state;

	(void)right;
	strbuf_add(left, ask->question.title);
}

static unsigned ask_modes(const void *state)
{
	(void)state;
	return MODE_TYPING;
}

static void ask_draw(void *state, struct canvas *canvas, struct area area)
{
	struct ask_state *ask = state;
	struct page page;
	int top;

	area.x += 1;
	area.width -= 2;
	page = page_start(&ask->tui->frame, area.width);
	page_gap(&page);
	page_text(&page, 0, STYLE_NORMAL, ask->question.ask);
	page_field(&page, 2, &ask->edit, true, NULL, 0);
	if (ask->question.hint.len) {
		page_gap(&page);
		page_text(&page, 0, STYLE_DIM, ask->question.hint);
	}
	if (ask->failed) {
		page_gap(&page);
		page_text(&page, 0, STYLE_TROUBLE, str_from(ask->error.text));
	}
	top = page_reveal(&page, area.height, 0, page.cursor_line);
	page_draw(&page, canvas, area, top);
}

static struct next ask_action(void *state, int action)
{
	struct ask_state *ask = state;
	struct str answer = str_trim(edit_text(&ask->edit));

	if (action == ASK_BACK)
		return (struct next){ .kind = NEXT_BACK };
	if (!answer.len)
		return STAY;
	ask->failed =
		!ask->question.done(ask->question.context, answer, &ask->error);
	return ask->failed ? STAY : (struct next){ .kind = NEXT_BACK };
}

static struct next ask_input(void *state, const struct key *key)
{
	struct ask_state *ask = state;

	edit_key(&ask->edit, key);
	ask->failed = false;
	return STAY;
}

static void ask_release(void *state)
{
	struct ask_state *ask = state;

	edit_release(&ask->edit);
	free(ask);
}

static const struct view ask_view = {
	.name = "A question",
	.bindings = BINDINGS(bindings),
	.title = ask_title,
	.modes = ask_modes,
	.draw = ask_draw,
	.action = ask_action,
	.input = ask_input,
	.release = ask_release,
};

struct screen view_ask(struct tui *tui, const struct question *question)
{
	struct ask_state *state = memory_new(sizeof(*state));

	*state = (struct ask_state){
		.tui = tui,
		.question = *question,
		.edit = { .limit = 400, .one_line = true },
	};
	return (struct screen){ &ask_view, state };
}
