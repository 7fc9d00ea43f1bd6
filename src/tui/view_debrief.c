/* Afterwards: reading how it went, thinking about it, going on. */
#include "debrief.h"

#include <stdlib.h>

enum debrief_action {
	DEBRIEF_AGAIN,
	DEBRIEF_LOST,
	DEBRIEF_LIBRARY,
	DEBRIEF_NEXT,
	DEBRIEF_READ,
	DEBRIEF_UP,
	DEBRIEF_DOWN,
	DEBRIEF_PAGE_UP,
	DEBRIEF_PAGE_DOWN,
	DEBRIEF_START,
	DEBRIEF_STOP,
	DEBRIEF_LEAVE,
};

enum { MODE_READING = 1, MODE_ANSWERING = 2, MODE_LOST = 4 };

enum { ANSWER_LIMIT = 2000 };

static const struct binding bindings[] = {
	{ "a", DEBRIEF_AGAIN, "again", "the same talk again", MODE_READING },
	{ "t", DEBRIEF_LOST, "lost turns",
	  "only the turns that lost points, once more", MODE_LOST },
	{ "l", DEBRIEF_LIBRARY, "library", "another scenario", MODE_READING },
	{ "Tab", DEBRIEF_NEXT, "reflect", "to the two questions", 0 },
	{ "Enter", DEBRIEF_NEXT, "done", "done with this answer",
	  MODE_ANSWERING },
	{ "Esc", DEBRIEF_READ, "back", "back to the report", MODE_ANSWERING },
	{ "Up", DEBRIEF_UP, NULL, "one line up", MODE_READING },
	{ "k", DEBRIEF_UP, NULL, NULL, MODE_READING },
	{ "Down", DEBRIEF_DOWN, NULL, "one line down", MODE_READING },
	{ "j", DEBRIEF_DOWN, NULL, NULL, MODE_READING },
	{ "PgUp", DEBRIEF_PAGE_UP, NULL, "one page up", 0 },
	{ "PgDn", DEBRIEF_PAGE_DOWN, "more", "one page down", 0 },
	{ " ", DEBRIEF_PAGE_DOWN, NULL, NULL, MODE_READING },
	{ "Home", DEBRIEF_START, NULL, "to the beginning", MODE_READING },
	{ "End", DEBRIEF_STOP, NULL, "to the end", MODE_READING },
	{ "C-c", DEBRIEF_LEAVE, "leave", "leave", 0 },
	{ "q", DEBRIEF_LEAVE, NULL, NULL, MODE_READING },
};

static void debrief_title(const void *state, struct strbuf *left,
			  struct strbuf *right)
{
	const struct debrief_state *debrief = state;

	strbuf_addf(left, "How it went %s ", tui_dot(debrief->tui));
	strbuf_add(left, debrief->report->title);
	if (debrief->rehearsal->again.nr)
		strbuf_add(right, STR("the lost turns again"));
	else
		strbuf_addf(right, "%u turns", debrief->report->summary.turns);
}

static unsigned debrief_modes(const void *state)
{
	const struct debrief_state *debrief = state;

	if (debrief->focus != DEBRIEF_READING)
		return MODE_ANSWERING | MODE_TYPING;
	if (debrief->rehearsal->again.nr || debrief->report->nr_lost)
		return MODE_READING | MODE_LOST;
	return MODE_READING;
}

static void debrief_draw(void *state, struct canvas *canvas, struct area area)
{
	struct debrief_state *debrief = state;
	struct page page;

	area.x += 1;
	area.width -= 2;
	if (area.width > 100)
		area.width = 100;
	page = page_start(&debrief->tui->frame, area.width);
	debrief_page(debrief, &page);
	debrief->rows = page_draw_scrolled(&page, canvas, area, &debrief->top,
					   debrief->follow);
}

/* ---- what keys do ------------------------------------------------------- */

static void save_answers(struct debrief_state *debrief)
{
	if (!debrief->changed)
		return;
	debrief->changed = false;
	debrief->failed = !play_reflect(
		debrief->rehearsal->play,
		str_trim(edit_text(&debrief->answers[0])),
		str_trim(edit_text(&debrief->answers[1])), &debrief->error);
}

static void set_focus(struct debrief_state *debrief, int focus)
{
	debrief->focus = focus >= DEBRIEF_QUESTIONS ? DEBRIEF_READING : focus;
	debrief->follow = true;
	if (debrief->focus == DEBRIEF_READING)
		save_answers(debrief);
}

/* In a new transcript, however it begins. */
static struct next play_anew(struct debrief_state *debrief,
			     void (*begin)(struct rehearsal *rehearsal))
{
	struct next next = { .kind = NEXT_REPLACE };

	save_answers(debrief);
	begin(debrief->rehearsal);
	next.screen = view_dialogue(debrief->tui, debrief->rehearsal);
	debrief->rehearsal = NULL;
	return next;
}

static struct next debrief_action(void *state, int action)
{
	struct debrief_state *debrief = state;
	const int far = 1 << 20; /* drawing brings it back */

	switch ((enum debrief_action)action) {
	case DEBRIEF_AGAIN:
		return play_anew(debrief, rehearsal_again);
	case DEBRIEF_LOST:
		return play_anew(debrief, rehearsal_lost);
	case DEBRIEF_LIBRARY:
		return (struct next){ .kind = NEXT_HOME };
	case DEBRIEF_LEAVE:
		return (struct next){ .kind = NEXT_LEAVE };
	case DEBRIEF_NEXT:
		set_focus(debrief, debrief->focus + 1);
		return STAY;
	case DEBRIEF_READ:
		set_focus(debrief, DEBRIEF_READING);
		return STAY;
	case DEBRIEF_UP:
		debrief->top--;
		break;
	case DEBRIEF_DOWN:
		debrief->top++;
		break;
	case DEBRIEF_PAGE_UP:
		debrief->top -= debrief->rows - 1;
		break;
	case DEBRIEF_PAGE_DOWN:
		debrief->top += debrief->rows - 1;
		break;
	case DEBRIEF_START:
		debrief->top = 0;
		break;
	case DEBRIEF_STOP:
		debrief->top = far;
		break;
	}
	debrief->follow = false;
	return STAY;
}

static struct next debrief_input(void *state, const struct key *key)
{
	struct debrief_state *debrief = state;

	if (debrief->focus == DEBRIEF_READING)
		return STAY;
	if (edit_key(&debrief->answers[debrief->focus], key))
		debrief->changed = true;
	debrief->follow = true;
	return STAY;
}

static void debrief_release(void *state)
{
	struct debrief_state *debrief = state;

	if (debrief->rehearsal)
		save_answers(debrief);
	rehearsal_free(debrief->rehearsal);
	for (int i = 0; i < DEBRIEF_QUESTIONS; i++)
		edit_release(&debrief->answers[i]);
	arena_release(&debrief->arena);
	free(debrief);
}

static const struct view debrief_view = {
	.name = "How it went",
	.bindings = BINDINGS(bindings),
	.title = debrief_title,
	.modes = debrief_modes,
	.draw = debrief_draw,
	.action = debrief_action,
	.input = debrief_input,
	.release = debrief_release,
};

struct screen view_debrief(struct tui *tui, struct rehearsal *rehearsal)
{
	struct debrief_state *state = memory_new(sizeof(*state));
	const struct session *session = rehearsal_session(rehearsal);
	const struct waiver *waivers;
	struct report *report;
	size_t nr;

	*state = (struct debrief_state){
		.tui = tui,
		.rehearsal = rehearsal,
		.focus = DEBRIEF_READING,
		.answers = { { .limit = ANSWER_LIMIT },
			     { .limit = ANSWER_LIMIT } },
	};
	report = report_session(session, &state->arena);
	waivers = play_waivers(rehearsal->play, &nr);
	report_waive(report, session, waivers, nr);
	state->report = report;
	return (struct screen){ &debrief_view, state };
}
