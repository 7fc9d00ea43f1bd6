/*
 * Before the talk: who you are, who the client is, what happened, and the
 * questions of the preparation sheet, which can all be skipped.
 */
#include "view.h"

#include <stdlib.h>

#include "glyph.h"
#include "page.h"

enum brief_action {
	BRIEF_START,
	BRIEF_NEXT,
	BRIEF_PREVIOUS,
	BRIEF_READ,
	BRIEF_UP,
	BRIEF_DOWN,
	BRIEF_PAGE_UP,
	BRIEF_PAGE_DOWN,
	BRIEF_LIBRARY,
	BRIEF_LEAVE,
};

enum brief_mode {
	MODE_READING = 1,
	MODE_ANSWERING = 2,
	MODE_QUESTIONS = 4, /* there are some */
};

static const struct binding bindings[] = {
	{ "Enter", BRIEF_START, "start", "start the conversation",
	  MODE_READING },
	{ "Enter", BRIEF_NEXT, "next question", "the next question",
	  MODE_ANSWERING },
	{ "Tab", BRIEF_NEXT, "prepare", "to the questions, one by one",
	  MODE_QUESTIONS },
	{ "S-Tab", BRIEF_PREVIOUS, NULL, "the question before",
	  MODE_QUESTIONS },
	{ "Esc", BRIEF_READ, "done", "done with the questions",
	  MODE_ANSWERING },
	{ "PgDn", BRIEF_PAGE_DOWN, NULL, "one page down", 0 },
	{ "PgUp", BRIEF_PAGE_UP, NULL, "one page up", 0 },
	{ "Down", BRIEF_DOWN, NULL, "one line down", MODE_READING },
	{ "j", BRIEF_DOWN, NULL, NULL, MODE_READING },
	{ "Up", BRIEF_UP, NULL, "one line up", MODE_READING },
	{ "k", BRIEF_UP, NULL, NULL, MODE_READING },
	{ "l", BRIEF_LIBRARY, "library", "another scenario", MODE_READING },
	{ "C-c", BRIEF_LEAVE, "leave", "leave", 0 },
};

enum { READING = -1, ANSWER_LIMIT = 1000 };

struct brief_state {
	struct tui *tui;
	const struct scenario *scenario;
	struct edit *answers;
	int nr, focus; /* the answer being typed, or READING */
	int top, rows;
	bool follow;  /* the cursor, rather than the reader's scrolling */
	bool leaving; /* asked once: what is prepared would be lost */
};

static void brief_title(const void *state, struct strbuf *left,
			struct strbuf *right)
{
	const struct brief_state *brief = state;
	const struct scenario *scenario = brief->scenario;
	const char *dot = tui_dot(brief->tui);
	struct str kind =
		words_for(&brief->tui->frame,
			  terms_name(&kind_terms, (int)scenario->kind));
	enum level level = rehearsal_level(brief->tui->options, scenario);

	strbuf_add(left, scenario->title);
	strbuf_addf(right, STR_FMT " %s " STR_FMT " %s %d min", STR_ARG(kind),
		    dot, STR_ARG(terms_name(&level_terms, (int)level)), dot,
		    scenario->minutes);
}

static unsigned brief_modes(const void *state)
{
	const struct brief_state *brief = state;
	unsigned modes = brief->focus == READING ? (unsigned)MODE_READING
						 : MODE_ANSWERING | MODE_TYPING;

	return modes | (brief->nr ? MODE_QUESTIONS : 0u);
}

static void add_people(struct brief_state *brief, struct page *page)
{
	const struct scenario *scenario = brief->scenario;

	page_label(page, STYLE_MINE, STR("You"), 8, STYLE_NORMAL,
		   scenario->you.role);
	page_label(page, STYLE_CLIENT, STR("Client"), 8, STYLE_NORMAL,
		   arena_printf(page->arena, STR_FMT "%s" STR_FMT "%s" STR_FMT,
				STR_ARG(scenario->client.name),
				scenario->client.role.len ? ", " : "",
				STR_ARG(scenario->client.role),
				scenario->client.company.len ? ", " : "",
				STR_ARG(scenario->client.company)));
	page_gap(page);
	page_prose(page, STYLE_NORMAL, scenario->brief);
}

/* By their names, since they are swapped where the program is started. */
static void add_fills(struct brief_state *brief, struct page *page)
{
	const struct scenario *scenario = brief->scenario;
	int width = 0;

	if (!scenario->nr_fills)
		return;
	page_heading(page, STR("Your case"));
	page_text(page, 0, STYLE_DIM,
		  arena_printf(page->arena, "To swap something, begin with: "
			       "rehearse play " STR_FMT " --fill " STR_FMT
			       "=\"...\"", STR_ARG(scenario->id),
			       STR_ARG(scenario->fills[0].name)));
	for (size_t i = 0; i < scenario->nr_fills; i++)
		if (glyph_columns(scenario->fills[i].name) > width)
			width = glyph_columns(scenario->fills[i].name);
	for (size_t i = 0; i < scenario->nr_fills; i++) {
		const struct fill *fill = &scenario->fills[i];

		page_label(page, STYLE_DIM, fill->name, width + 2, STYLE_NORMAL,
			   arena_printf(page->arena, STR_FMT "  " STR_FMT,
					STR_ARG(fill->ask),
					STR_ARG(fill->value)));
	}
}

static void add_questions(struct brief_state *brief, struct page *page)
{
	if (!brief->nr)
		return;
	page_heading(page, STR("Prepare, if you like"));
	for (int i = 0; i < brief->nr; i++) {
		page_text(page, 0, STYLE_NORMAL, brief->scenario->prepare[i]);
		page_field(page, 2, &brief->answers[i], i == brief->focus, NULL,
			   0);
	}
}

static void brief_draw(void *state, struct canvas *canvas, struct area area)
{
	struct brief_state *brief = state;
	struct page page;

	area.x += 1;
	area.width -= 2;
	/* long lines are hard to read */
	if (area.width > 90)
		area.width = 90;
	page = page_start(&brief->tui->frame, area.width);
	if (brief->leaving)
		page_text(&page, 0, STYLE_TROUBLE,
			  STR("Leave? What you prepared is kept only once the "
			      "talk has started. ^C again leaves."));
	add_people(brief, &page);
	add_fills(brief, &page);
	add_questions(brief, &page);
	brief->rows = page_draw_scrolled(&page, canvas, area, &brief->top,
					 brief->follow);
}

/* The answers, if there is any, as the sheet of the rehearsal. */
static void take_answers(const struct brief_state *brief,
			 struct rehearsal *rehearsal)
{
	struct str *prepared =
		ARENA_ARRAY(&rehearsal->arena, struct str, (size_t)brief->nr);
	bool any = false;

	for (int i = 0; i < brief->nr; i++) {
		prepared[i] =
			arena_str(&rehearsal->arena,
				  str_trim(edit_text(&brief->answers[i])));
		any = any || prepared[i].len;
	}
	rehearsal->prepared = prepared;
	rehearsal->nr_prepared = any ? (size_t)brief->nr : 0;
}

static struct next start(struct brief_state *brief)
{
	struct rehearsal *rehearsal =
		rehearsal_new(brief->tui->options, brief->scenario);

	take_answers(brief, rehearsal);
	rehearsal_start(rehearsal);
	return (struct next){ NEXT_REPLACE,
			      view_dialogue(brief->tui, rehearsal) };
}

static void set_focus(struct brief_state *brief, int focus)
{
	brief->focus = focus < READING || focus >= brief->nr ? READING : focus;
	brief->follow = true;
}

static struct next leave(struct brief_state *brief, bool asked)
{
	bool prepared = false;

	for (int i = 0; i < brief->nr; i++)
		prepared = prepared || brief->answers[i].text.len;
	if (asked || !prepared)
		return (struct next){ .kind = NEXT_LEAVE };
	brief->leaving = true;
	brief->top = 0;
	brief->follow = false;
	return STAY;
}

static struct next brief_action(void *state, int action)
{
	struct brief_state *brief = state;
	bool asked = brief->leaving;

	brief->leaving = false;
	switch ((enum brief_action)action) {
	case BRIEF_START:
		return start(brief);
	case BRIEF_NEXT:
		set_focus(brief, brief->focus + 1);
		return STAY;
	case BRIEF_PREVIOUS:
		set_focus(brief, brief->focus == READING ? brief->nr - 1
							 : brief->focus - 1);
		return STAY;
	case BRIEF_READ:
		set_focus(brief, READING);
		return STAY;
	case BRIEF_UP:
		brief->top--;
		break;
	case BRIEF_DOWN:
		brief->top++;
		break;
	case BRIEF_PAGE_UP:
		brief->top -= brief->rows - 1;
		break;
	case BRIEF_PAGE_DOWN:
		brief->top += brief->rows - 1;
		break;
	case BRIEF_LIBRARY:
		return (struct next){ .kind = NEXT_HOME };
	case BRIEF_LEAVE:
		return leave(brief, asked);
	}
	brief->follow = false;
	return STAY;
}

static struct next brief_input(void *state, const struct key *key)
{
	struct brief_state *brief = state;

	brief->leaving = false;
	if (brief->focus != READING) {
		edit_key(&brief->answers[brief->focus], key);
		brief->follow = true;
	}
	return STAY;
}

static void brief_release(void *state)
{
	struct brief_state *brief = state;

	for (int i = 0; i < brief->nr; i++)
		edit_release(&brief->answers[i]);
	free(brief->answers);
	free(brief);
}

static const struct view brief_view = {
	.name = "Before the talk",
	.bindings = BINDINGS(bindings),
	.title = brief_title,
	.modes = brief_modes,
	.draw = brief_draw,
	.action = brief_action,
	.input = brief_input,
	.release = brief_release,
};

struct screen view_brief(struct tui *tui, const struct scenario *scenario)
{
	struct brief_state *state = memory_new(sizeof(*state));

	*state = (struct brief_state){
		.tui = tui,
		.scenario = scenario,
		.nr = (int)scenario->nr_prepare,
		.focus = READING,
	};
	state->answers =
		memory_new(scenario->nr_prepare * sizeof(*state->answers));
	for (int i = 0; i < state->nr; i++)
		state->answers[i] = (struct edit){ .limit = ANSWER_LIMIT };
	return (struct screen){ &brief_view, state };
}
