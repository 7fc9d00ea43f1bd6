/* The talk itself: what its keys do. */
#include <stdlib.h>

#include "editor.h"
#include "talk_view.h"

enum talk_action {
	TALK_SAY,
	TALK_PICK,
	TALK_LIST,
	TALK_CLOSE_LIST,
	TALK_MARK_UP,
	TALK_MARK_DOWN,
	TALK_UNDO,
	TALK_COACH,
	TALK_EDITOR,
	TALK_WHY,
	TALK_SAVE,
	TALK_DEBRIEF,
	TALK_PAGE_UP,
	TALK_PAGE_DOWN,
	TALK_LEAVE,
	TALK_NUMBER, /* and the next eight */
};

enum talk_mode {
	MODE_SAYING = 1,
	MODE_LISTING = 2,
	MODE_OVER = 4,
	MODE_TURNS = 8, /* something was said or done */
	MODE_TROUBLE = 16,
	MODE_NARROW = 32,
};

static const struct binding bindings[] = {
	{ "Enter", TALK_SAY, "say", "say it", MODE_SAYING },
	{ "Enter", TALK_PICK, "take it", "say or do the marked suggestion",
	  MODE_LISTING },
	{ "Enter", TALK_DEBRIEF, "how it went",
	  "how it went, when the talk is over", MODE_OVER },
	{ "F8", TALK_SAVE, "save elsewhere",
	  "save to another file, when saving fails", MODE_TROUBLE },
	{ "Tab", TALK_LIST, "suggestions", "open the suggestions",
	  MODE_SAYING },
	{ "Tab", TALK_MARK_DOWN, "next", "mark the next suggestion",
	  MODE_LISTING },
	{ "Down", TALK_MARK_DOWN, NULL, NULL, MODE_LISTING },
	{ "S-Tab", TALK_MARK_UP, NULL, "mark the suggestion before",
	  MODE_LISTING },
	{ "Up", TALK_MARK_UP, NULL, NULL, MODE_LISTING },
	{ "1", TALK_NUMBER, NULL, "say or do the suggestion of that number",
	  MODE_LISTING },
	{ "2", TALK_NUMBER + 1, NULL, NULL, MODE_LISTING },
	{ "3", TALK_NUMBER + 2, NULL, NULL, MODE_LISTING },
	{ "4", TALK_NUMBER + 3, NULL, NULL, MODE_LISTING },
	{ "5", TALK_NUMBER + 4, NULL, NULL, MODE_LISTING },
	{ "6", TALK_NUMBER + 5, NULL, NULL, MODE_LISTING },
	{ "7", TALK_NUMBER + 6, NULL, NULL, MODE_LISTING },
	{ "8", TALK_NUMBER + 7, NULL, NULL, MODE_LISTING },
	{ "9", TALK_NUMBER + 8, NULL, NULL, MODE_LISTING },
	{ "Esc", TALK_CLOSE_LIST, "type", "close the suggestions and type",
	  MODE_LISTING },
	{ "F2", TALK_UNDO, "take it back", "take your last turn back",
	  MODE_TURNS },
	{ "F3", TALK_COACH, "coach",
	  "the coach instead of the talk, in a narrow window", MODE_NARROW },
	{ "F4", TALK_EDITOR, "editor", "write in $VISUAL or $EDITOR",
	  MODE_SAYING },
	{ "F5", TALK_WHY, "why", "your last turn's score, line by line",
	  MODE_TURNS },
	{ "F10", TALK_DEBRIEF, NULL, "end the talk here; how it went", 0 },
	{ "PgUp", TALK_PAGE_UP, NULL, "scroll to what was said before", 0 },
	{ "PgDn", TALK_PAGE_DOWN, NULL, "scroll to what was said last", 0 },
	{ "C-c", TALK_LEAVE, "leave", "leave; what was said is saved", 0 },
};

static void say_notice(struct talk_state *talk, struct str words)
{
	strbuf_truncate(&talk->notice, 0);
	strbuf_add(&talk->notice, words);
}

static const struct session *session_of(const struct talk_state *talk)
{
	return rehearsal_session(talk->rehearsal);
}

static size_t nr_suggestions(const struct talk_state *talk)
{
	struct suggestion shown[SUGGESTIONS_MAX];

	return session_ended(session_of(talk)) ?
		       0 : session_suggestions(session_of(talk), shown);
}

/* Where words are not called for the choices are on show by themselves. */
static void settle(struct talk_state *talk)
{
	int scene = session_scene(session_of(talk));
	const struct scenario *scenario = talk->rehearsal->scenario;

	talk->back = 0;
	talk->picked = 0;
	talk->listing = scene >= 0 && !scenario->scenes[scene].listen.nr &&
			nr_suggestions(talk) && !talk->edit.text.len;
}

/* ---- the title ---------------------------------------------------------- */

static void add_elapsed(const struct talk_state *talk, struct strbuf *out,
			const char *dot)
{
	const struct play_clock *clock = talk->tui->options->play.clock;
	uint64_t seconds;

	if (!clock)
		return;
	seconds = clock->seconds() - talk->rehearsal->started;
	strbuf_addf(out, " %s %02u:%02u", dot, (unsigned)(seconds / 60 % 1000),
		    (unsigned)(seconds % 60));
}

static void talk_title(const void *state, struct strbuf *left,
		       struct strbuf *right)
{
	const struct talk_state *talk = state;
	const struct session *session = session_of(talk);
	const char *dot = talk->tui->ascii ? "." : "·";
	enum channel channel = session_channel(session);
	size_t turn = session_nr_turns(session);

	strbuf_add(left, talk->rehearsal->scenario->title);
	strbuf_add(right, terms_name(&level_terms,
				     (int)session_options(session)->level));
	if (channel != CHANNEL_NONE)
		strbuf_addf(right, " %s " STR_FMT, dot,
			    STR_ARG(terms_name(&channel_terms,
					       (int)channel)));
	strbuf_addf(right, " %s turn %zu", dot,
		    turn + !session_ended(session));
	if (talk->tui->options->play.exam)
		strbuf_addf(right, " %s exam", dot);
	add_elapsed(talk, right, dot);
}

static unsigned talk_modes(const void *state)
{
	const struct talk_state *talk = state;
	unsigned modes = MODE_TYPING;

	if (session_ended(session_of(talk)))
		modes |= MODE_OVER;
	else
		modes |= talk->listing ? (unsigned)MODE_LISTING : MODE_SAYING;
	if (session_nr_turns(session_of(talk)))
		modes |= MODE_TURNS;
	if (!talk->wide)
		modes |= MODE_NARROW;
	if (play_trouble(talk->rehearsal->play))
		modes |= MODE_TROUBLE;
	return modes;
}

/* ---- actions ------------------------------------------------------------ */

static struct next say(struct talk_state *talk)
{
	struct str line = str_trim(edit_text(&talk->edit));
	struct error err;

	if (!line.len)
		return STAY;
	if (!play_say(talk->rehearsal->play, line, 0, &err)) {
		say_notice(talk, str_from(err.text));
		return STAY;
	}
	edit_remember(&talk->edit);
	settle(talk);
	return STAY;
}

static struct next pick(struct talk_state *talk, int shown)
{
	struct error err;

	if (shown >= (int)nr_suggestions(talk))
		return STAY;
	if (!play_pick(talk->rehearsal->play, shown + 1, &err)) {
		say_notice(talk, str_from(err.text));
		return STAY;
	}
	settle(talk);
	return STAY;
}

static void open_list(struct talk_state *talk)
{
	talk->picked = 0;
	talk->listing = nr_suggestions(talk) > 0;
	if (!talk->listing)
		say_notice(talk, STR("No suggestions here: say it in your own "
				     "words."));
}

static void mark(struct talk_state *talk, int step)
{
	int nr = (int)nr_suggestions(talk);

	if (nr)
		talk->picked = (talk->picked + step + nr) % nr;
}

static void undo(struct talk_state *talk)
{
	const struct turn *last = session_last(session_of(talk));
	struct strbuf said = { 0 };
	struct error err;

	/* the words come back into the line, to be said better */
	if (last->act == ACT_NONE && !talk->edit.text.len)
		strbuf_add(&said, last->said);
	if (!play_undo(talk->rehearsal->play, 0, &err)) {
		say_notice(talk, str_from(err.text));
	} else {
		if (said.len)
			edit_set(&talk->edit, strbuf_str(&said));
		settle(talk);
		say_notice(talk, STR("Taken back. The transcript keeps both."));
	}
	strbuf_release(&said);
}

static struct next why(struct talk_state *talk)
{
	struct strbuf text = { 0 }, title = { 0 };
	struct next next = { .kind = NEXT_PUSH };

	talk_why(talk, &title, &text);
	next.screen = view_text(talk->tui, strbuf_str(&title),
				strbuf_str(&text));
	strbuf_release(&title);
	strbuf_release(&text);
	return next;
}

static bool save_as(void *context, struct str answer, struct error *err)
{
	struct rehearsal *rehearsal = context;

	return play_save_as(rehearsal->play, answer, err);
}

static struct next ask_where(struct talk_state *talk)
{
	const struct question question = {
		.title = STR("Save the transcript elsewhere"),
		.ask = STR("Which file? It must not exist yet."),
		.hint = STR("Everything said so far goes there, and the rest "
			    "after it."),
		.done = save_as,
		.context = talk->rehearsal,
	};

	return (struct next){ NEXT_PUSH, view_ask(talk->tui, &question) };
}

static struct next debrief(struct talk_state *talk)
{
	struct next next = { .kind = NEXT_REPLACE };

	if (!session_nr_turns(session_of(talk))) {
		say_notice(talk, STR("Nothing was said yet: there is nothing "
				     "to look back on."));
		return STAY;
	}
	next.screen = view_debrief(talk->tui, talk->rehearsal);
	talk->rehearsal = NULL;
	return next;
}

static struct next leave(struct talk_state *talk)
{
	const struct session *session = session_of(talk);
	struct str path = play_path(talk->rehearsal->play);

	if (talk->leaving || session_ended(session) ||
	    !session_nr_turns(session))
		return (struct next){ .kind = NEXT_LEAVE };
	talk->leaving = true;
	strbuf_truncate(&talk->notice, 0);
	strbuf_add(&talk->notice, STR("Leave now? ^C again leaves, F10 shows "
				      "how it went, any other key stays. "));
	if (path.len && !play_trouble(talk->rehearsal->play))
		strbuf_addf(&talk->notice, "It is saved: " STR_FMT,
			    STR_ARG(path));
	else
		strbuf_add(&talk->notice, STR("It is not saved in a file."));
	return STAY;
}

static void write_in_editor(struct talk_state *talk)
{
	struct strbuf text = { 0 };
	struct error err;

	talk->tui->term->lend(talk->tui->term);
	if (editor_run(edit_text(&talk->edit), &text, &err))
		edit_set(&talk->edit, str_trim(strbuf_str(&text)));
	else
		say_notice(talk, str_from(err.text));
	talk->tui->term->take_back(talk->tui->term);
	strbuf_release(&text);
}

static void scroll(struct talk_state *talk, int pages)
{
	int step = talk->rows > 2 ? talk->rows - 1 : 1;

	/* the coach is read from its top, the talk from its end */
	talk->back += talk->coaching ? -pages * step : pages * step;
	if (talk->back < 0)
		talk->back = 0;
}

static struct next talk_action(void *state, int action)
{
	struct talk_state *talk = state;
	bool leaving = talk->leaving;

	strbuf_truncate(&talk->notice, 0);
	talk->leaving = leaving && action == TALK_LEAVE;
	switch ((enum talk_action)action) {
	case TALK_SAY:
		return say(talk);
	case TALK_PICK:
		return pick(talk, talk->picked);
	case TALK_WHY:
		return why(talk);
	case TALK_SAVE:
		return ask_where(talk);
	case TALK_DEBRIEF:
		return debrief(talk);
	case TALK_LEAVE:
		return leave(talk);
	case TALK_LIST:
		open_list(talk);
		return STAY;
	case TALK_CLOSE_LIST:
		talk->listing = false;
		return STAY;
	case TALK_MARK_UP:
		mark(talk, -1);
		return STAY;
	case TALK_MARK_DOWN:
		mark(talk, 1);
		return STAY;
	case TALK_UNDO:
		undo(talk);
		return STAY;
	case TALK_COACH:
		talk->coaching = !talk->coaching;
		talk->back = 0;
		return STAY;
	case TALK_EDITOR:
		write_in_editor(talk);
		return STAY;
	case TALK_PAGE_UP:
		scroll(talk, 1);
		return STAY;
	case TALK_PAGE_DOWN:
		scroll(talk, -1);
		return STAY;
	case TALK_NUMBER:
		break;
	}
	return pick(talk, action - TALK_NUMBER);
}

static struct next talk_input(void *state, const struct key *key)
{
	struct talk_state *talk = state;

	strbuf_truncate(&talk->notice, 0);
	talk->leaving = false;
	if (session_ended(session_of(talk)))
		return STAY;
	if (edit_key(&talk->edit, key))
		talk->listing = false;
	if (talk->edit.at_limit)
		say_notice(talk, STR("A turn holds 4,000 characters. What "
				     "went beyond was left out."));
	return STAY;
}

static void talk_release(void *state)
{
	struct talk_state *talk = state;

	rehearsal_free(talk->rehearsal);
	edit_release(&talk->edit);
	strbuf_release(&talk->notice);
	free(talk);
}

static const struct view talk_view = {
	.name = "The talk",
	.bindings = BINDINGS(bindings),
	.tick = 1000,
	.title = talk_title,
	.modes = talk_modes,
	.draw = talk_draw,
	.action = talk_action,
	.input = talk_input,
	.release = talk_release,
};

struct screen view_talk(struct tui *tui, struct rehearsal *rehearsal)
{
	struct talk_state *state = memory_new(sizeof(*state));

	*state = (struct talk_state){
		.tui = tui,
		.rehearsal = rehearsal,
		.edit = { .limit = SESSION_MAX_CHARACTERS },
	};
	settle(state);
	return (struct screen){ &talk_view, state };
}
