/* A drill on the screen: what its keys do. */
#include "drill.h"

#include <stdlib.h>

enum drill_action {
	/* these are inputs of the hour */
	DRILL_GO_ON,
	DRILL_PASS,
	DRILL_PAUSE,
	DRILL_END,
	DRILL_SKIP,
	DRILL_REPEAT,
	/* these are not, or not always the same */
	DRILL_ON,
	DRILL_JOIN,
	DRILL_LEFT,
	DRILL_ROW_UP,
	DRILL_ROW_DOWN,
	DRILL_AGENDA,
	DRILL_UP,
	DRILL_DOWN,
	DRILL_PAGE_UP,
	DRILL_PAGE_DOWN,
	DRILL_LEAVE,
	DRILL_MARK, /* 0, and the next four */
};

static const enum hour_input inputs[] = {
	[DRILL_GO_ON] = HOUR_GO_ON, [DRILL_PASS] = HOUR_PASS,
	[DRILL_PAUSE] = HOUR_PAUSE, [DRILL_END] = HOUR_ENDED,
	[DRILL_SKIP] = HOUR_SKIP,   [DRILL_REPEAT] = HOUR_REPEAT,
};

enum drill_mode {
	MODE_LOBBY = 1 << HOUR_LOBBY,
	MODE_BRIEF = 1 << HOUR_BRIEF,
	MODE_PLAYING = 1 << HOUR_PLAYING,
	MODE_MARKING = 1 << HOUR_MARKING,
	MODE_REVEALED = 1 << HOUR_REVEALED,
	MODE_ROUND = 1 << HOUR_ROUND_DEBRIEF,
	MODE_CLOSING = 1 << HOUR_CLOSING,
	MODE_DONE = 1 << HOUR_DONE,
	MODE_PAUSED = 1 << HOUR_PHASE_NR,
	MODE_OPEN = MODE_PAUSED << 1,     /* people may come and go */
	MODE_WATCHERS = MODE_PAUSED << 2, /* some had no turn */
	MODE_TALK = MODE_BRIEF | MODE_PLAYING | MODE_MARKING | MODE_REVEALED,
	MODE_READ = MODE_LOBBY | MODE_BRIEF | MODE_PLAYING | MODE_REVEALED |
		    MODE_ROUND | MODE_CLOSING | MODE_DONE | MODE_PAUSED,
};

static const struct binding bindings[] = {
	{ "Enter", DRILL_GO_ON, "go on", "go on after a pause", MODE_PAUSED },
	{ "Enter", DRILL_ON, "begin", "begin the hour", MODE_LOBBY },
	{ "Enter", DRILL_ON, "start", "start the conversation", MODE_BRIEF },
	{ "Enter", DRILL_ON, "talk", "back to the conversation",
	  MODE_PLAYING },
	{ "Enter", DRILL_ON, "evidence", "show the evidence", MODE_MARKING },
	{ "Enter", DRILL_ON, "go on", "go on with the drill",
	  MODE_REVEALED | MODE_ROUND },
	{ "Enter", DRILL_ON, "end", "end the drill", MODE_CLOSING },
	{ "Enter", DRILL_ON, "done", "done", MODE_DONE },
	{ "0", DRILL_MARK, "to 4: mark", "mark the principle, 0 harmful to 4 "
	  "exemplary", MODE_MARKING },
	{ "1", DRILL_MARK + 1, NULL, NULL, MODE_MARKING },
	{ "2", DRILL_MARK + 2, NULL, NULL, MODE_MARKING },
	{ "3", DRILL_MARK + 3, NULL, NULL, MODE_MARKING },
	{ "4", DRILL_MARK + 4, NULL, NULL, MODE_MARKING },
	{ "Up", DRILL_ROW_UP, NULL, "the principle above", MODE_MARKING },
	{ "Down", DRILL_ROW_DOWN, NULL, "the principle below", MODE_MARKING },
	{ "j", DRILL_JOIN, "join", "somebody joins", MODE_OPEN },
	{ "x", DRILL_LEFT, NULL, "somebody has to leave", MODE_OPEN },
	{ "p", DRILL_PASS, "pass", "hand the keyboard on; before it begins: "
	  "change places", MODE_TALK },
	{ " ", DRILL_PAUSE, NULL, "a pause: stop the clock",
	  MODE_TALK | MODE_ROUND | MODE_CLOSING },
	{ "e", DRILL_END, "end it", "end the conversation here",
	  MODE_PLAYING },
	{ "s", DRILL_SKIP, "skip", "leave this conversation out",
	  MODE_TALK },
	{ "r", DRILL_REPEAT, NULL, "the same conversation again",
	  MODE_TALK | MODE_ROUND },
	{ "g", DRILL_GO_ON, "let them", "let those talk who had no turn",
	  MODE_WATCHERS },
	{ "a", DRILL_AGENDA, NULL, "agenda, people, time", 0 },
	{ "Up", DRILL_UP, NULL, "one line up", MODE_READ },
	{ "Down", DRILL_DOWN, NULL, "one line down", MODE_READ },
	{ "PgUp", DRILL_PAGE_UP, NULL, "one page up", 0 },
	{ "PgDn", DRILL_PAGE_DOWN, "more", "one page down",
	  MODE_ROUND | MODE_CLOSING },
	{ "PgDn", DRILL_PAGE_DOWN, NULL, NULL, 0 },
	{ "C-c", DRILL_LEAVE, "leave",
	  "leave; the drill can be gone on with", 0 },
};

static void drill_title(const void *state, struct strbuf *left,
			struct strbuf *right)
{
	const struct drill_state *drill = state;
	const struct hour *hour = room_hour(drill->room);
	const char *dot = tui_dot(drill->tui);

	strbuf_add(left, hour->drill->title);
	if (hour->round && hour->phase < HOUR_CLOSING)
		strbuf_addf(right, "round %u of %zu %s ", hour->round,
			    hour->drill->nr_rounds, dot);
	room_clock(hour_left(hour, room_now(drill->room)).hour, right);
	strbuf_add(right, STR(" left"));
}

static unsigned drill_modes(const void *state)
{
	const struct drill_state *drill = state;
	const struct hour *hour = room_hour(drill->room);
	unsigned modes = 1u << hour->phase;

	if (hour->paused)
		modes = MODE_PAUSED;
	if (hour->phase != HOUR_DONE && !hour->solo)
		modes |= MODE_OPEN;
	if (hour->phase == HOUR_ROUND_DEBRIEF && hour->nr_queue)
		modes |= MODE_WATCHERS;
	return modes;
}

/* ---- what keys do -------------------------------------------------------- */

/* Whatever is new: its top, and results on the disk. */
static void begin_phase(struct drill_state *drill)
{
	struct error err;

	drill->top = 0;
	drill->row = 0;
	drill->follow = false;
	drill->text_width = 0;
	if (room_hour(drill->room)->phase < HOUR_ROUND_DEBRIEF ||
	    room_write(drill->room, &err))
		return;
	drill->trouble = err;
	drill->refused = true;
}

static struct next to_talk(struct drill_state *drill)
{
	return (struct next){
		NEXT_PUSH,
		view_dialogue(drill->tui,
			      rehearsal_in_room(drill->tui->options,
						drill->room)),
	};
}

static struct next take(struct drill_state *drill, enum hour_input input)
{
	enum hour_phase before = room_hour(drill->room)->phase;

	drill->refused = !room_take(drill->room, input, &drill->trouble);
	if (drill->refused)
		return STAY;
	if (input != HOUR_PASS && input != HOUR_PAUSE)
		begin_phase(drill);
	if (room_hour(drill->room)->phase == HOUR_PLAYING &&
	    (before != HOUR_PLAYING || input == HOUR_PASS ||
	     input == HOUR_GO_ON))
		return to_talk(drill);
	return STAY;
}

static struct next go_on(struct drill_state *drill)
{
	switch (room_hour(drill->room)->phase) {
	case HOUR_LOBBY:
		return take(drill, HOUR_BEGIN);
	case HOUR_PLAYING:
		return to_talk(drill);
	case HOUR_MARKING:
		return take(drill, HOUR_REVEAL);
	case HOUR_DONE:
		return (struct next){ .kind = NEXT_BACK };
	case HOUR_BRIEF:
	case HOUR_REVEALED:
	case HOUR_ROUND_DEBRIEF:
	case HOUR_CLOSING:
	case HOUR_PHASE_NR:
		break;
	}
	return take(drill, HOUR_NEXT);
}

static void choose_row(struct drill_state *drill, int step)
{
	int row = drill->row + step;

	drill->follow = true;
	if (row >= 0 && row < PRINCIPLE_NR)
		drill->row = row;
}

static void mark(struct drill_state *drill, int value)
{
	int marks[PRINCIPLE_NR];

	for (int p = 0; p < PRINCIPLE_NR; p++)
		marks[p] = p == drill->row ? value : HOUR_UNMARKED;
	drill->refused = !room_mark(drill->room, marks, &drill->trouble);
	if (!drill->refused)
		choose_row(drill, 1);
}

static bool joined(void *context, struct str answer, struct error *err)
{
	struct drill_state *drill = context;

	return room_name(drill->room, HOUR_JOINED, answer, err);
}

static bool left(void *context, struct str answer, struct error *err)
{
	struct drill_state *drill = context;

	if (!room_name(drill->room, HOUR_LEFT, answer, err))
		return false;
	begin_phase(drill);
	return true;
}

static struct next ask_name(struct drill_state *drill, bool joins)
{
	const struct question question = {
		.title = joins ? STR("Somebody joins") :
				 STR("Somebody has to leave"),
		.ask = STR("Their name?"),
		.hint = joins ? STR("In the results people are P1, P2, ... "
				    "unless the drill says otherwise.") :
				STR("What they said counts."),
		.done = joins ? joined : left,
		.context = drill,
	};

	return (struct next){ NEXT_PUSH, view_ask(drill->tui, &question) };
}

static struct next show_agenda(struct drill_state *drill)
{
	struct page page = page_start(&drill->tui->frame, 60);
	struct strbuf text = { 0 };
	struct next next = { .kind = NEXT_PUSH };

	drill_side(drill, &page);
	for (size_t i = 0; i < page.nr; i++) {
		const struct page_line *line = &page.lines[i];

		strbuf_addf(&text, STR_FMT, STR_ARG(line->label));
		strbuf_pad(&text, ' ', (size_t)line->x > line->label.len ?
			   (size_t)line->x - line->label.len : 0);
		strbuf_addf(&text, STR_FMT "\n", STR_ARG(line->text));
	}
	next.screen = view_text(drill->tui, STR("Agenda"), strbuf_str(&text));
	strbuf_release(&text);
	return next;
}

static struct next leave(struct drill_state *drill, bool asked)
{
	enum hour_phase phase = room_hour(drill->room)->phase;

	if (asked || phase == HOUR_LOBBY || phase == HOUR_DONE)
		return (struct next){ .kind = NEXT_LEAVE };
	drill->leaving = true;
	drill->top = 0;
	return STAY;
}

/* The reader's scrolling, which drawing holds within the page. */
static void scroll(struct drill_state *drill, int lines)
{
	drill->follow = false;
	drill->top += lines;
}

static struct next drill_action(void *state, int action)
{
	struct drill_state *drill = state;
	bool asked = drill->leaving;

	drill->leaving = false;
	drill->refused = false;
	/* it said that any other key stays, and letters skip and repeat */
	if (asked && action != DRILL_LEAVE)
		return STAY;
	if ((size_t)action < ARRAY_LEN(inputs))
		return take(drill, inputs[action]);
	switch (action) {
	case DRILL_ON:
		return go_on(drill);
	case DRILL_JOIN:
		return ask_name(drill, true);
	case DRILL_LEFT:
		return ask_name(drill, false);
	case DRILL_AGENDA:
		return show_agenda(drill);
	case DRILL_LEAVE:
		return leave(drill, asked);
	case DRILL_ROW_UP:
		choose_row(drill, -1);
		break;
	case DRILL_ROW_DOWN:
		choose_row(drill, 1);
		break;
	case DRILL_UP:
		scroll(drill, -1);
		break;
	case DRILL_DOWN:
		scroll(drill, 1);
		break;
	case DRILL_PAGE_UP:
		scroll(drill, 1 - drill->rows);
		break;
	case DRILL_PAGE_DOWN:
		scroll(drill, drill->rows - 1);
		break;
	default:
		mark(drill, action - DRILL_MARK);
	}
	return STAY;
}

static struct next drill_input(void *state, const struct key *key)
{
	struct drill_state *drill = state;

	(void)key;
	drill->leaving = false;
	drill->refused = false;
	return STAY;
}

static void drill_release(void *state)
{
	struct drill_state *drill = state;
	struct tui_kept *kept = drill->tui->options->kept;
	const struct hour *hour = room_hour(drill->room);
	struct error err;

	if (room_trouble(drill->room))
		tui_not_kept(kept, room_trouble(drill->room));
	if (hour->nr_talks && !room_write(drill->room, &err))
		tui_not_kept(kept, &err);
	kept->some = kept->some || hour->nr_talks;
	room_free(drill->room);
	strbuf_release(&drill->text);
	free(drill);
}

static const struct view drill_view = {
	.name = "A drill",
	.bindings = BINDINGS(bindings),
	.tick = 1000,
	.title = drill_title,
	.modes = drill_modes,
	.draw = drill_draw,
	.action = drill_action,
	.input = drill_input,
	.release = drill_release,
};

struct screen view_drill(struct tui *tui, struct room *room)
{
	struct drill_state *state = memory_new(sizeof(*state));

	*state = (struct drill_state){ .tui = tui, .room = room };
	room_rest(room);
	return (struct screen){ &drill_view, state };
}
