/* The talk itself: what its keys do. */
#include <stdlib.h>

#include "dialogue.h"

enum dialogue_action {
	TALK_SAY,
	TALK_AGAIN,
	TALK_NEXT,
	TALK_PICK,
	TALK_LIST,
	TALK_CLOSE_LIST,
	TALK_SHEET,
	TALK_CLOSE_SHEET,
	TALK_MARK_UP,
	TALK_MARK_DOWN,
	TALK_UNDO,
	TALK_COACH,
	TALK_EDITOR,
	TALK_WHY,
	TALK_OBJECT,
	TALK_SAVE,
	TALK_DEBRIEF,
	TALK_DRILL,
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
	MODE_TALKING = 64, /* not reading */
	MODE_READING = 128, /* the sheet: any key closes it */
	MODE_TRY = 256, /* one stands; typing begins the next */
	MODE_RETRY = 512, /* the same of a turn that lost points */
	MODE_DRILL = 1024, /* it is a part of one */
	MODE_DRILL_OVER = 2048,
};

static const struct binding bindings[] = {
	{ "Enter", TALK_SAY, "say", "say it", MODE_SAYING },
	{ "Enter", TALK_PICK, "take it", "say or do the marked suggestion",
	  MODE_LISTING },
	{ "Enter", TALK_DEBRIEF, "how it went",
	  "how it went, when the talk is over", MODE_OVER },
	{ "Enter", TALK_AGAIN, "again", "the first words again, with --opening",
	  MODE_TRY },
	{ "Enter", TALK_NEXT, "go on", "the next turn, with --again",
	  MODE_RETRY },
	{ "F10", TALK_DEBRIEF, "stop",
	  "stop trying, with --opening or --again; how it went",
	  MODE_TRY | MODE_RETRY },
	{ "Enter", TALK_DRILL, "go on", "on with the drill, when it is over",
	  MODE_DRILL_OVER },
	{ "F9", TALK_DRILL, "drill", "to the drill: pass on, pause, skip",
	  MODE_DRILL },
	{ "F8", TALK_SAVE, "save elsewhere",
	  "save to another file, when it is not saved", MODE_TROUBLE },
	{ "Tab", TALK_LIST, "suggestions", "open the suggestions",
	  MODE_SAYING | MODE_TRY | MODE_RETRY },
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
	  MODE_SAYING | MODE_TRY | MODE_RETRY },
	{ "F5", TALK_WHY, "why", "your last turn's score, line by line",
	  MODE_TURNS },
	{ "F6", TALK_OBJECT, NULL, "object to a finding in your last turn",
	  MODE_TURNS },
	{ "F7", TALK_SHEET, "sheet",
	  "your sheet: preparation, what is to be told, brief", MODE_TALKING },
	{ "Down", TALK_PAGE_DOWN, NULL, "down on the sheet", MODE_READING },
	{ "Up", TALK_PAGE_UP, NULL, "up on the sheet", MODE_READING },
	{ "Esc", TALK_CLOSE_SHEET, "back to the talk",
	  "close the sheet, as any other key does", MODE_READING },
	{ "F10", TALK_DEBRIEF, NULL, "end the talk here; how it went",
	  MODE_TALKING },
	{ "PgUp", TALK_PAGE_UP, NULL, "scroll to what was said before", 0 },
	{ "PgDn", TALK_PAGE_DOWN, NULL, "scroll to what was said last", 0 },
	{ "C-c", TALK_LEAVE, "leave", "leave; what was said is saved",
	  MODE_TALKING },
};

/* ---- the title ---------------------------------------------------------- */

static void add_elapsed(const struct dialogue *talk, struct strbuf *out,
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

static void dialogue_title(const void *state, struct strbuf *left,
			   struct strbuf *right)
{
	const struct dialogue *talk = state;
	const struct session *session = rehearsal_session(talk->rehearsal);
	const char *dot = tui_dot(talk->tui);
	enum channel channel = session_channel(session);
	size_t turn = session_nr_turns(session) + !session_ended(session);
	const struct again *again = &talk->rehearsal->again;
	const char *what = "turn";

	if (!again->nr && talk->rehearsal->opening) {
		turn = talk->rehearsal->tries.nr + !dialogue_has_try(talk);
		what = "try";
	}
	strbuf_add(left, talk->rehearsal->scenario->title);
	if (talk->rehearsal->room) {
		dialogue_add_time(talk, dot, right);
		return;
	}
	strbuf_add(right, terms_name(&level_terms,
				     (int)session_options(session)->level));
	if (channel != CHANNEL_NONE)
		strbuf_addf(right, " %s " STR_FMT, dot,
			    STR_ARG(terms_name(&channel_terms, (int)channel)));
	if (again_retry(again))
		strbuf_addf(right, " %s turn %d again %s %zu of %zu", dot,
			    again_retry(again)->turn, dot, again->at + 1,
			    again->nr);
	else
		strbuf_addf(right, " %s %s %zu", dot, what, turn);
	if (play_is_exam(talk->rehearsal->play))
		strbuf_addf(right, " %s exam", dot);
	add_elapsed(talk, right, dot);
}

static unsigned dialogue_modes(const void *state)
{
	const struct dialogue *talk = state;
	unsigned modes = MODE_TYPING | MODE_TALKING |
			 (talk->rehearsal->room ? MODE_DRILL : 0u);

	if (talk->reading)
		return MODE_TYPING | MODE_READING;
	if (dialogue_has_try(talk))
		modes |= talk->rehearsal->again.nr ? MODE_RETRY : MODE_TRY;
	else if (dialogue_is_over(talk))
		modes |= talk->rehearsal->room ? MODE_DRILL_OVER : MODE_OVER;
	else
		modes |= talk->listing ? (unsigned)MODE_LISTING : MODE_SAYING;
	if (dialogue_has_try(talk) ||
	    (!talk->rehearsal->again.nr &&
	     session_nr_turns(rehearsal_session(talk->rehearsal))))
		modes |= MODE_TURNS;
	if (!talk->wide)
		modes |= MODE_NARROW;
	if (play_trouble(talk->rehearsal->play) ||
	    !play_path(talk->rehearsal->play).len)
		modes |= MODE_TROUBLE;
	return modes;
}

/* ---- keys ---------------------------------------------------------------- */

static void say_another_way(struct dialogue *talk)
{
	dialogue_try_again(talk);
	dialogue_notice(talk, STR("Say it another way. Up brings back what "
				  "you said."));
}

static void close_list(struct dialogue *talk)
{
	talk->listing = false;
}

static void close_sheet(struct dialogue *talk)
{
	talk->reading = false;
}

static void mark_the_one_above(struct dialogue *talk)
{
	dialogue_mark(talk, -1);
}

static void mark_the_one_below(struct dialogue *talk)
{
	dialogue_mark(talk, 1);
}

static void show_or_hide_coach(struct dialogue *talk)
{
	talk->coaching = !talk->coaching;
	talk->back = 0;
}

static void page_up(struct dialogue *talk)
{
	dialogue_scroll(talk, 1);
}

static void page_down(struct dialogue *talk)
{
	dialogue_scroll(talk, -1);
}

static struct next take_marked(struct dialogue *talk)
{
	return dialogue_pick(talk, talk->picked);
}

/* What an action does: here on this screen, or with another one after it. */
static const struct {
	void (*here)(struct dialogue *talk);
	struct next (*go)(struct dialogue *talk);
} deeds[TALK_NUMBER] = {
	[TALK_SAY] = { .go = dialogue_say },
	[TALK_AGAIN] = { .here = say_another_way },
	[TALK_NEXT] = { .go = dialogue_next_turn },
	[TALK_PICK] = { .go = take_marked },
	[TALK_LIST] = { .here = dialogue_open_list },
	[TALK_CLOSE_LIST] = { .here = close_list },
	[TALK_SHEET] = { .here = dialogue_open_sheet },
	[TALK_CLOSE_SHEET] = { .here = close_sheet },
	[TALK_MARK_UP] = { .here = mark_the_one_above },
	[TALK_MARK_DOWN] = { .here = mark_the_one_below },
	[TALK_UNDO] = { .here = dialogue_undo },
	[TALK_COACH] = { .here = show_or_hide_coach },
	[TALK_EDITOR] = { .here = dialogue_write_in_editor },
	[TALK_WHY] = { .go = dialogue_show_why },
	[TALK_OBJECT] = { .go = dialogue_object },
	[TALK_SAVE] = { .go = dialogue_ask_where },
	[TALK_DEBRIEF] = { .go = dialogue_debrief },
	[TALK_DRILL] = { .go = dialogue_to_drill },
	[TALK_PAGE_UP] = { .here = page_up },
	[TALK_PAGE_DOWN] = { .here = page_down },
	[TALK_LEAVE] = { .go = dialogue_leave },
};

static struct next dialogue_action(void *state, int action)
{
	struct dialogue *talk = state;
	bool leaving = talk->leaving;

	strbuf_truncate(&talk->notice, 0);
	talk->leaving = leaving && action == TALK_LEAVE;
	if (action >= TALK_NUMBER)
		return dialogue_pick(talk, action - TALK_NUMBER);
	if (deeds[action].go)
		return deeds[action].go(talk);
	deeds[action].here(talk);
	return STAY;
}

/* Where a try stands, these begin the next. */
static bool begins_words(const struct key *key)
{
	return key_is_text(key) || key->code == CODE_PASTE ||
	       key->code == CODE_UP;
}

static struct next dialogue_input(void *state, const struct key *key)
{
	struct dialogue *talk = state;

	strbuf_truncate(&talk->notice, 0);
	talk->leaving = false;
	if (talk->reading) {
		talk->reading = false;
		return STAY;
	}
	if (begins_words(key))
		dialogue_try_again(talk);
	else if (dialogue_has_try(talk))
		return STAY;
	if (dialogue_is_over(talk))
		return STAY;
	if (edit_key(&talk->edit, key))
		talk->listing = false;
	if (talk->edit.at_limit)
		dialogue_notice(talk, STR("A turn holds 4,000 characters. What "
					  "went beyond was left out."));
	return STAY;
}

static void dialogue_release(void *state)
{
	struct dialogue *talk = state;

	rehearsal_free(talk->rehearsal);
	edit_release(&talk->edit);
	strbuf_release(&talk->notice);
	free(talk);
}

static const struct view dialogue_view = {
	.name = "The talk",
	.bindings = BINDINGS(bindings),
	.tick = 1000,
	.title = dialogue_title,
	.modes = dialogue_modes,
	.draw = dialogue_draw,
	.action = dialogue_action,
	.input = dialogue_input,
	.release = dialogue_release,
};

struct screen view_dialogue(struct tui *tui, struct rehearsal *rehearsal)
{
	struct dialogue *state = memory_new(sizeof(*state));

	*state = (struct dialogue){
		.tui = tui,
		.rehearsal = rehearsal,
		.edit = { .limit = SESSION_MAX_CHARACTERS },
	};
	dialogue_settle(state);
	dialogue_notice(state, rehearsal->greeting);
	dialogue_show_retry(state);
	if (!play_path(rehearsal->play).len && !play_trouble(rehearsal->play))
		dialogue_notice(state, STR("Nothing of this is saved, for "
					   "want of a place. F8 saves it in a "
					   "file."));
	return (struct screen){ &dialogue_view, state };
}
