/*
 * A call of one's own: six questions, a line each, one below the other. Enter
 * takes the line, or what is proposed where it is empty; behind the last the
 * scenario is made and opened.
 */
#include "view.h"

#include <stdlib.h>

#include "page.h"
#include "rehearse/library.h"

enum now_action { NOW_TAKE, NOW_NEXT, NOW_PREVIOUS, NOW_BACK, NOW_LEAVE };

static const struct binding bindings[] = {
	{ "Enter", NOW_TAKE, "take it", "take the line, or what is proposed; "
	  "behind the last one it begins", 0 },
	{ "Down", NOW_NEXT, NULL, "the next question", 0 },
	{ "Tab", NOW_NEXT, NULL, NULL, 0 },
	{ "PgDn", NOW_NEXT, NULL, NULL, 0 },
	{ "Up", NOW_PREVIOUS, "one back", "the question before", 0 },
	{ "S-Tab", NOW_PREVIOUS, NULL, NULL, 0 },
	{ "PgUp", NOW_PREVIOUS, NULL, NULL, 0 },
	{ "Esc", NOW_BACK, "back", "back without a call", 0 },
	{ "C-c", NOW_LEAVE, "leave", "leave", 0 },
};

enum { ANSWER_LIMIT = 420 }; /* two sentences that fit */

struct now_state {
	struct tui *tui;
	struct arena arena; /* of the answers */
	struct edit answers[OWN_QUESTION_NR];
	struct own_call call; /* as answered */
	int focus, top;
	struct strbuf message; /* in the way; empty: nothing is */
	const struct scenario *made; /* it is not kept, and was said */
	bool leaving; /* asked once: what was typed would be lost */
};

static void now_title(const void *state, struct strbuf *left,
		      struct strbuf *right)
{
	const struct now_state *now = state;

	strbuf_addf(left, "rehearse %s your own call", tui_dot(now->tui));
	strbuf_addf(right, "%d of %d", now->focus + 1, (int)OWN_QUESTION_NR);
}

static unsigned now_modes(const void *state)
{
	(void)state;
	return MODE_TYPING;
}

/* ---- drawing ------------------------------------------------------------ */

static struct str proposed(const struct now_state *now,
			   enum own_question question)
{
	return own_call_default(
		&now->call, question,
		library_template(now->tui->options->embedded, now->call.kind),
		&now->tui->frame);
}

static void add_question(struct now_state *now, struct page *page, int i)
{
	enum own_question question = (enum own_question)i;
	const struct edit *edit = &now->answers[i];
	bool focused = i == now->focus, empty = !edit->text.len;

	page_label(page, STYLE_DIM,
		   arena_printf(page->arena, "%d", i + 1), 3,
		   focused ? STYLE_KEY : STYLE_NORMAL, own_call_ask(question));
	if (focused && now->message.len)
		page_text(page, 3, STYLE_TROUBLE, strbuf_str(&now->message));
	else if (focused)
		page_text(page, 3, STYLE_DIM, own_call_hint(question));
	if (focused || !empty)
		page_field(page, 5, edit, focused, NULL, 0);
	if (empty)
		page_text(page, 5, STYLE_DIM,
			  arena_printf(page->arena, "%s" STR_FMT,
				       focused ? "Enter takes: " : "",
				       STR_ARG(proposed(now, question))));
}

static void now_draw(void *state, struct canvas *canvas, struct area area)
{
	struct now_state *now = state;
	int first = 0, last = 0;
	struct page page;

	area.x += 1;
	area.width -= 2;
	if (area.width > 90)
		area.width = 90;
	page = page_start(&now->tui->frame, area.width);
	page_text(&page, 0, STYLE_NORMAL,
		  STR("Six answers, then it rings. They stay on this machine, "
		      "for your eyes only."));
	page_gap(&page);
	for (int i = 0; i < OWN_QUESTION_NR; i++) {
		if (i == now->focus)
			first = (int)page.nr;
		add_question(now, &page, i);
		if (i == now->focus)
			last = (int)page.nr - 1;
	}
	/* all of the question, from its beginning when that is too much */
	now->top = page_reveal(&page, area.height - 1, now->top, last);
	now->top = page_reveal(&page, area.height - 1, now->top, first);
	page_draw_scrolled(&page, canvas, area, &now->top, false);
}

/* ---- what keys do ------------------------------------------------------- */

/* All that was typed, read anew; the first question whose answer means
 * nothing, or OWN_QUESTION_NR. */
static int read_answers(struct now_state *now)
{
	int wrong = OWN_QUESTION_NR;

	arena_clear(&now->arena);
	now->call = OWN_CALL_NEW;
	for (int i = 0; i < OWN_QUESTION_NR; i++) {
		struct error err;

		if (own_call_answer(&now->call, (enum own_question)i,
				    edit_text(&now->answers[i]), &now->arena,
				    &err) ||
		    wrong < OWN_QUESTION_NR)
			continue;
		wrong = i;
		strbuf_addf(&now->message, "! %s", err.text);
	}
	return wrong;
}

static struct next open_brief(struct now_state *now,
			      const struct scenario *scenario)
{
	return (struct next){ NEXT_REPLACE,
			      view_brief(now->tui, scenario) };
}

static struct next refuse(struct now_state *now, const struct problems *why)
{
	strbuf_add(&now->message, STR("! "));
	error_print(&why->errors[0], &now->message);
	return STAY;
}

/* It can be played all the same. */
static struct next say_not_kept(struct now_state *now,
				const struct library_made *made)
{
	strbuf_addf(&now->message,
		    "! This call is not kept: %s. Enter goes on all the same.",
		    made->trouble.kind ? made->trouble.text
				       : "there is no home directory");
	return STAY;
}

static struct next make(struct now_state *now)
{
	struct tui *tui = now->tui;
	const struct play_clock *clock = tui->options->play.clock;
	const struct scenario *scenario;
	struct problems problems = { 0 };
	struct library_made made;
	char time[32] = "";

	if (clock)
		clock->now(time);
	scenario = library_make(&tui->lasting, &now->call,
				tui->options->data_home,
				tui->options->embedded, str_from(time), &made,
				&problems);
	if (!scenario)
		return refuse(now, &problems);
	if (!made.path.len) {
		now->made = scenario;
		return say_not_kept(now, &made);
	}
	tui->own_call = made.id;
	return open_brief(now, scenario);
}

static struct next take(struct now_state *now)
{
	int wrong = read_answers(now);
	bool last = now->focus == OWN_QUESTION_NR - 1;

	if (wrong <= now->focus) {
		now->focus = wrong;
		return STAY;
	}
	strbuf_truncate(&now->message, 0);
	if (!last) {
		now->focus++;
		return STAY;
	}
	return make(now);
}

static void move(struct now_state *now, int by)
{
	read_answers(now);
	strbuf_truncate(&now->message, 0);
	now->focus += by;
	if (now->focus < 0)
		now->focus = 0;
	if (now->focus == OWN_QUESTION_NR)
		now->focus--;
}

static struct next leave(struct now_state *now, bool asked,
			 enum next_kind where)
{
	bool typed = false;

	for (int i = 0; i < OWN_QUESTION_NR; i++)
		typed = typed || now->answers[i].text.len;
	if (asked || !typed)
		return (struct next){ .kind = where };
	now->leaving = true;
	strbuf_add(&now->message,
		   STR("! What you typed is kept only once the call is made. "
		       "The same key again leaves."));
	return STAY;
}

static struct next now_action(void *state, int action)
{
	struct now_state *now = state;
	const struct scenario *made = now->made;
	bool asked = now->leaving;

	now->leaving = false;
	now->made = NULL;
	strbuf_truncate(&now->message, 0);
	switch ((enum now_action)action) {
	case NOW_TAKE:
		return made ? open_brief(now, made) : take(now);
	case NOW_NEXT:
		move(now, 1);
		return STAY;
	case NOW_PREVIOUS:
		move(now, -1);
		return STAY;
	case NOW_BACK:
		return leave(now, asked, NEXT_BACK);
	case NOW_LEAVE:
		return leave(now, asked, NEXT_LEAVE);
	}
	return STAY;
}

static struct next now_input(void *state, const struct key *key)
{
	struct now_state *now = state;

	now->leaving = false;
	now->made = NULL;
	strbuf_truncate(&now->message, 0);
	edit_key(&now->answers[now->focus], key);
	return STAY;
}

static void now_release(void *state)
{
	struct now_state *now = state;

	for (int i = 0; i < OWN_QUESTION_NR; i++)
		edit_release(&now->answers[i]);
	strbuf_release(&now->message);
	arena_release(&now->arena);
	free(now);
}

static const struct view now_view = {
	.name = "Your own call",
	.bindings = BINDINGS(bindings),
	.title = now_title,
	.modes = now_modes,
	.draw = now_draw,
	.action = now_action,
	.input = now_input,
	.release = now_release,
};

struct screen view_now(struct tui *tui)
{
	struct now_state *state = memory_new(sizeof(*state));

	*state = (struct now_state){ .tui = tui, .call = OWN_CALL_NEW };
	for (int i = 0; i < OWN_QUESTION_NR; i++)
		state->answers[i] = (struct edit){ .limit = ANSWER_LIMIT,
						   .one_line = true };
	return (struct screen){ &now_view, state };
}
