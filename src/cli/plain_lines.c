/*
 * What a typed line means: words to be said, a number that picks, a command
 * after a colon. The commands are a table, and `:help` prints it.
 */
#include "plain_parts.h"
#include "typed_command.h"

enum { COMPLAINTS_MAX = 100 }; /* more of them nobody reads */

void plain_complain(struct plain *plain, const char *message)
{
	const struct plain_options *options = plain->options;

	if (options->interactive) {
		say("%s", message);
		return;
	}
	if (plain->complaints++ >= COMPLAINTS_MAX)
		return;
	if (options->script.len) {
		struct error err;

		error_at(&err, options->script, plain->typed->number, 0, "%s",
			 message);
		say_error(&err);
		return;
	}
	say("line %u: %s", plain->typed->number, message);
}

void plain_count_complaints(const struct plain *plain)
{
	if (plain->complaints > COMPLAINTS_MAX)
		say("%u more lines were not said or done",
		    plain->complaints - COMPLAINTS_MAX);
}

void plain_refuse(struct plain *plain, const struct error *err)
{
	plain_complain(plain, err->text);
	if (plain->options->script.len)
		raise_status(&plain->status, ERROR_DATA);
}

enum typed_kind plain_type(struct plain *plain)
{
	enum typed_kind kind = typed_next(plain->typed);

	if (kind == TYPED_TOO_LONG) {
		plain_complain(plain, "this line is longer than 64 KiB and "
			       "was left out");
		if (plain->options->script.len)
			raise_status(&plain->status, ERROR_DATA);
	} else if (kind == TYPED_FAILED) {
		say_error(&plain->typed->err);
		raise_status(&plain->status, ERROR_IO);
	} else if (kind == TYPED_INTERRUPTED) {
		raise_status(&plain->status, ERROR_INTERRUPTED);
	}
	return kind;
}

static void say_words(struct plain *plain, struct str words)
{
	size_t before = session_nr_turns(play_session(plain->play));
	struct error err;

	if (!play_say(plain->play, words, 0, &err))
		plain_refuse(plain, &err);
	plain_show_turns(plain, before);
}

static void act(struct plain *plain, enum act act)
{
	size_t before = session_nr_turns(play_session(plain->play));
	struct error err;

	if (!play_act(plain->play, act, &err))
		plain_refuse(plain, &err);
	plain_show_turns(plain, before);
}

static void pick_shown(struct plain *plain, int shown)
{
	size_t before = session_nr_turns(play_session(plain->play));
	struct error err;

	if (!play_pick(plain->play, shown, &err))
		plain_refuse(plain, &err);
	plain_show_turns(plain, before);
}

/* The suggestion by its place in the file, whatever is shown. */
static void pick_place(struct plain *plain, struct str number)
{
	const struct session *session = play_session(plain->play);
	const struct scenario *scenario = session_scenario(session);
	const struct scene *scene;
	size_t before = session_nr_turns(session);
	const struct reply *reply;
	struct error err;
	uint64_t place;

	if (session_scene(session) < 0) {
		error_set(&err, ERROR_USAGE, "the conversation is over");
		plain_refuse(plain, &err);
		return;
	}
	scene = &scenario->scenes[session_scene(session)];
	if (!str_number(number, scene->nr_replies, &place) || !place) {
		error_set(&err, ERROR_USAGE, "this scene has suggestions 1 "
			  "to %zu in its file", scene->nr_replies);
		plain_refuse(plain, &err);
		return;
	}
	reply = &scene->replies[place - 1];
	if (reply->act != ACT_NONE ?
	    !play_act(plain->play, reply->act, &err) :
	    !play_say(plain->play, reply->text, (int)place, &err))
		plain_refuse(plain, &err);
	plain_show_turns(plain, before);
}

/* ---- commands ---------------------------------------------------------- */

static void do_undo(struct plain *plain, struct str argument)
{
	struct error err;
	uint64_t turn = 0;
	size_t nr;

	if (plain->again.nr && (argument.len || !plain_has_try(plain))) {
		error_set(&err, ERROR_USAGE, "with --again only your last "
			  "answer can be taken back: :undo");
		plain_refuse(plain, &err);
		return;
	}
	if (argument.len && (!str_number(argument, 1000, &turn) || !turn)) {
		error_set(&err, ERROR_USAGE, ":undo takes the number of a "
			  "turn, or nothing for the last");
		plain_refuse(plain, &err);
		return;
	}
	if (!play_undo(plain->play, (int)turn, &err)) {
		plain_refuse(plain, &err);
		return;
	}
	nr = session_nr_turns(play_session(plain->play));
	if (nr)
		output_printf(plain->output, "Taken back. You are after turn "
			      "%zu again:\n", nr);
	else
		output_text(plain->output, STR("Taken back. You are at the "
					       "beginning again:\n"));
	plain_show_last(plain);
}

static void do_note(struct plain *plain, struct str argument)
{
	struct error err;

	if (play_note(plain->play, argument, &err))
		output_text(plain->output, STR("Noted.\n"));
	else
		plain_refuse(plain, &err);
}

/* An exam shows nothing before its end. */
static bool refuse_coach(struct plain *plain)
{
	struct error err;

	if (!play_in_exam(plain->play))
		return false;
	error_set(&err, ERROR_USAGE, "this is an exam: the coach speaks when "
		  "it is over");
	plain_refuse(plain, &err);
	return true;
}

static void do_waive(struct plain *plain, struct str argument)
{
	struct str rule = STR(""), reason = argument;
	struct error err;

	if (refuse_coach(plain))
		return;
	str_cut(&reason, ' ', &rule);
	if (play_waive(plain->play, rule, reason.ptr ? reason : STR(""),
		       &err))
		output_text(plain->output, STR("Your objection is kept with "
					       "the finding.\n"));
	else
		plain_refuse(plain, &err);
}

static void do_save(struct plain *plain, struct str argument)
{
	struct error err;

	if (!play_save_as(plain->play, argument, &err)) {
		plain_refuse(plain, &err);
		return;
	}
	plain->trouble_told = false;
	output_text(plain->output, STR("Saved there, and goes on there.\n"));
}

static void do_sheet(struct plain *plain, struct str argument)
{
	(void)argument;
	plain_show_sheet(plain);
}

static void do_score(struct plain *plain, struct str argument)
{
	(void)argument;
	if (refuse_coach(plain))
		return;
	plain_show_score(plain);
}

static void do_quit(struct plain *plain, struct str argument)
{
	(void)argument;
	plain->leaving = true;
}

static void do_help(struct plain *plain, struct str argument);

struct command {
	struct typed_command typed;
	void (*run)(struct plain *plain, struct str argument);
	enum act act; /* where run is NULL */
};

static const struct command rows[] = {
	{ { "call", "", "ring them" }, NULL, ACT_CALL },
	{ { "meet", "", "meet them" }, NULL, ACT_MEET },
	{ { "voicemail", "", "leave a message on their voicemail" }, NULL,
	  ACT_VOICEMAIL },
	{ { "email", "", "write an e-mail" }, NULL, ACT_EMAIL },
	{ { "message", "", "send a short message" }, NULL, ACT_MESSAGE },
	{ { "delegate", "", "ask somebody else to do it" }, NULL,
	  ACT_DELEGATE },
	{ { "wait", "", "wait" }, NULL, ACT_WAIT },
	{ { "undo", "[N]", "take back turn N (the last) and all after it" },
	  do_undo, ACT_NONE },
	{ { "note", "TEXT", "keep a note with the last turn" }, do_note,
	  ACT_NONE },
	{ { "waive", "RULE REASON", "object to a finding of the last turn" },
	  do_waive, ACT_NONE },
	{ { "save", "FILE", "write the transcript to another file" }, do_save,
	  ACT_NONE },
	{ { "sheet", "",
	    "show your preparation, what is to be told, the brief" },
	  do_sheet, ACT_NONE },
	{ { "score", "", "show how the last turn was scored" }, do_score,
	  ACT_NONE },
	{ { "help", "", "show this" }, do_help, ACT_NONE },
	{ { "quit", "", "leave; what was said is saved" }, do_quit, ACT_NONE },
};
static const struct typed_commands commands = {
	rows, ARRAY_LEN(rows), sizeof(rows[0]),
	", :: says a line that begins with a colon",
};

static void do_help(struct plain *plain, struct str argument)
{
	(void)argument;
	output_text(plain->output, STR(
		"What you type is said. Or:\n"
		"  1, 2, 3             say the suggestion with that number\n"
		"  =N                  say the Nth suggestion of the file\n"
		"  ::...               say a line that begins with a colon\n"));
	typed_help(&commands, plain->output);
}

/* After the ending nothing can be said or done any more. */
static bool is_over(struct plain *plain)
{
	if (!plain->leaving && !session_ended(play_session(plain->play)))
		return false;
	plain_complain(plain, "the conversation is over; this line was not "
		       "said");
	return true;
}

static void take_command(struct plain *plain, struct str line)
{
	struct typed_call call = typed_parse(&commands, line);
	const struct command *command = call.row;
	struct error err;

	if (!typed_check(&commands, &call, &err)) {
		plain_refuse(plain, &err);
		return;
	}
	if (command->run) {
		command->run(plain, call.argument);
		return;
	}
	plain_try_again(plain);
	if (!is_over(plain))
		act(plain, command->act);
}

void plain_take(struct plain *plain, struct str line)
{
	line = str_trim(line);
	if (!line.len)
		return;
	if (plain->options->script.len && line.ptr[0] == '#')
		return;
	if (line.ptr[0] == ':' && !str_starts_with(line, STR("::"))) {
		take_command(plain, str_slice(line, 1, line.len));
		return;
	}
	plain_try_again(plain);
	if (is_over(plain))
		return;
	if (line.ptr[0] == ':')
		say_words(plain, str_slice(line, 1, line.len));
	else if (line.len == 1 && line.ptr[0] >= '1' && line.ptr[0] <= '9')
		pick_shown(plain, line.ptr[0] - '0');
	else if (line.ptr[0] == '=')
		pick_place(plain, str_slice(line, 1, line.len));
	else
		say_words(plain, line);
}
