/* What can be done in the talk. */
#include "editor.h"
#include "dialogue.h"

void dialogue_notice(struct dialogue *talk, struct str words)
{
	strbuf_truncate(&talk->notice, 0);
	strbuf_add(&talk->notice, words);
}

static const struct session *session_of(const struct dialogue *talk)
{
	return rehearsal_session(talk->rehearsal);
}

static size_t nr_suggestions(const struct dialogue *talk)
{
	struct suggestion shown[SUGGESTIONS_MAX];

	return dialogue_is_over(talk)
		       ? 0
		       : play_suggestions(talk->rehearsal->play, shown);
}

/* Where words are not called for the choices are on show by themselves. */
void dialogue_settle(struct dialogue *talk)
{
	int scene = session_scene(session_of(talk));
	const struct scenario *scenario = talk->rehearsal->scenario;

	talk->back = 0;
	talk->picked = 0;
	talk->listing = scene >= 0 && !scenario->scenes[scene].listen.nr &&
			nr_suggestions(talk) && !talk->edit.text.len;
	dialogue_count_try(talk);
}

/* ":undo" is typed line by line; nobody says it to a client. ":D" may be. */
static bool is_command(struct str line)
{
	return line.len > 2 && line.ptr[0] == ':' && line.ptr[1] >= 'a' &&
	       line.ptr[1] <= 'z' && line.ptr[2] >= 'a' && line.ptr[2] <= 'z';
}

struct next dialogue_say(struct dialogue *talk)
{
	struct str line = str_trim(edit_text(&talk->edit));
	struct error err;

	if (!line.len)
		return STAY;
	if (is_command(line)) {
		dialogue_notice(talk, STR("Not said: on this screen commands "
					  "are keys. F1 lists them."));
		return STAY;
	}
	if (!play_say(talk->rehearsal->play, line, 0, &err)) {
		dialogue_notice(talk, str_from(err.text));
		return STAY;
	}
	edit_remember(&talk->edit);
	dialogue_settle(talk);
	return dialogue_turned(talk);
}

struct next dialogue_pick(struct dialogue *talk, int shown)
{
	struct error err;

	if (shown >= (int)nr_suggestions(talk))
		return STAY;
	if (!play_pick(talk->rehearsal->play, shown + 1, &err)) {
		dialogue_notice(talk, str_from(err.text));
		return STAY;
	}
	dialogue_settle(talk);
	return dialogue_turned(talk);
}

void dialogue_open_list(struct dialogue *talk)
{
	dialogue_try_again(talk);
	talk->picked = 0;
	talk->listing = nr_suggestions(talk) > 0;
	if (!talk->listing)
		dialogue_notice(talk,
				STR("No suggestions here: say it in your own "
				    "words."));
}

void dialogue_mark(struct dialogue *talk, int step)
{
	int nr = (int)nr_suggestions(talk);

	if (nr)
		talk->picked = (talk->picked + step + nr) % nr;
}

void dialogue_open_sheet(struct dialogue *talk)
{
	talk->reading = true;
	talk->top = 0;
}

void dialogue_undo(struct dialogue *talk)
{
	const struct turn *last = session_last(session_of(talk));
	struct strbuf said = { 0 };
	struct error err;

	if (talk->rehearsal->room && dialogue_is_over(talk)) {
		dialogue_notice(talk, STR("It is over. The drill's r has it "
					  "again."));
		return;
	}
	/* the words come back into the line, to be said better */
	if (last->act == ACT_NONE && !talk->edit.text.len)
		strbuf_add(&said, last->said);
	if (!play_undo(talk->rehearsal->play, 0, &err)) {
		dialogue_notice(talk, str_from(err.text));
	} else {
		if (said.len)
			edit_set(&talk->edit, strbuf_str(&said));
		dialogue_settle(talk);
		dialogue_turned(talk);
		dialogue_notice(talk,
				STR("Taken back. The transcript keeps both."));
	}
	strbuf_release(&said);
}

static bool refuse_coach(struct dialogue *talk)
{
	if (dialogue_is_quiet(talk))
		dialogue_notice(talk, dialogue_silence(talk));
	return dialogue_is_quiet(talk);
}

struct next dialogue_show_why(struct dialogue *talk)
{
	struct strbuf text = { 0 }, title = { 0 };
	struct next next = { .kind = NEXT_PUSH };

	if (refuse_coach(talk))
		return STAY;
	dialogue_why(talk, &title, &text);
	next.screen =
		view_text(talk->tui, strbuf_str(&title), strbuf_str(&text));
	strbuf_release(&title);
	strbuf_release(&text);
	return next;
}

struct next dialogue_object(struct dialogue *talk)
{
	if (refuse_coach(talk))
		return STAY;
	if (!view_object_opens(talk->rehearsal)) {
		dialogue_notice(talk, STR("Nothing was found in your last "
					  "turn: there is nothing to object "
					  "to."));
		return STAY;
	}
	return (struct next){ NEXT_PUSH,
			      view_object(talk->tui, talk->rehearsal) };
}

static bool save_as(void *context, struct str answer, struct error *err)
{
	struct dialogue *talk = context;

	if (!play_save_as(talk->rehearsal->play, answer, err))
		return false;
	dialogue_notice(talk, STR("Saved, and kept there from now on: "));
	strbuf_add(&talk->notice, play_path(talk->rehearsal->play));
	return true;
}

struct next dialogue_ask_where(struct dialogue *talk)
{
	const struct question question = {
		.title = STR("Save the transcript elsewhere"),
		.ask = STR("Which file? It must not exist yet."),
		.hint = STR("Everything said so far goes there, and the rest "
			    "after it."),
		.done = save_as,
		.context = talk,
	};

	return (struct next){ NEXT_PUSH, view_ask(talk->tui, &question) };
}

struct next dialogue_debrief(struct dialogue *talk)
{
	struct next next = { .kind = NEXT_REPLACE };

	if (talk->rehearsal->room)
		return dialogue_end_here(talk);
	if (!session_nr_turns(session_of(talk))) {
		dialogue_notice(talk,
				STR("Nothing was said yet: there is nothing "
				    "to look back on."));
		return STAY;
	}
	next.screen = view_debrief(talk->tui, talk->rehearsal);
	talk->rehearsal = NULL;
	return next;
}

struct next dialogue_leave(struct dialogue *talk)
{
	const struct session *session = session_of(talk);
	struct str path = play_path(talk->rehearsal->play);

	if (talk->rehearsal->room)
		return dialogue_leave_room(talk);
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

void dialogue_write_in_editor(struct dialogue *talk)
{
	struct strbuf text = { 0 };
	struct error err;

	dialogue_try_again(talk);
	talk->tui->term->lend(talk->tui->term);
	if (editor_run(edit_text(&talk->edit), &text, &err))
		edit_set(&talk->edit, str_trim(strbuf_str(&text)));
	else
		dialogue_notice(talk, str_from(err.text));
	talk->tui->term->take_back(talk->tui->term);
	strbuf_release(&text);
}

void dialogue_scroll(struct dialogue *talk, int pages)
{
	int step = talk->rows > 2 ? talk->rows - 1 : 1;

	if (talk->reading || (dialogue_has_try(talk) &&
			      (talk->wide || talk->coaching))) {
		talk->top -= pages * step;
		return;
	}
	/* the coach is read from its top, the talk from its end */
	talk->back += talk->coaching ? -pages * step : pages * step;
	if (talk->back < 0)
		talk->back = 0;
}
