#include "plain.h"

#include "plain_parts.h"

/* What is not saved is told once, when it becomes so. */
static void tell_trouble(struct plain *plain)
{
	const struct error *trouble = play_trouble(plain->play);

	if (!trouble || plain->trouble_told)
		return;
	plain->trouble_told = true;
	say("what is said is not being saved: %s. The conversation goes on; "
	    ":save FILE writes all of it somewhere else", trouble->text);
}

static void prompt(struct plain *plain)
{
	const struct session *session = play_session(plain->play);
	/* what is shown once a turn */
	bool news = plain->shown_for != session_nr_turns(session);

	plain->shown_for = session_nr_turns(session);
	if (news && !session_ended(session) && !plain_has_try(plain))
		plain_show_suggestions(plain);
	if (!plain->options->interactive)
		return;
	if (plain_has_try(plain))
		output_printf(plain->output, "\nSay it another way; Enter "
			      "%s.\n", plain->again.nr ? "goes on" :
							 "ends it");
	else if (news && session_ended(session))
		output_text(plain->output, STR("\nThe conversation is over. "
					       "Enter shows how it went; "
					       ":undo takes back.\n"));
	output_text(plain->output, STR("> "));
}

/* At an end somebody at a terminal has only to press Enter. */
static bool is_leave(const struct plain *plain, struct str line)
{
	return plain->options->interactive && !str_trim(line).len &&
	       (session_ended(play_session(plain->play)) ||
		plain_has_try(plain));
}

static void take_line(struct plain *plain)
{
	if (is_leave(plain, plain->typed->line) && plain->again.nr)
		plain_next_turn(plain);
	else if (is_leave(plain, plain->typed->line))
		plain->leaving = true;
	else
		plain_take(plain, plain->typed->line);
	plain_show_try(plain);
}

static void take_next(struct plain *plain)
{
	enum typed_kind kind = plain_type(plain);

	if (kind == TYPED_LINE)
		take_line(plain);
	else if (kind != TYPED_TOO_LONG)
		plain->leaving = true;
}

static void finish(struct plain *plain)
{
	struct str path = play_path(plain->play);
	struct error err;

	plain_count_complaints(plain);
	if (plain->options->interactive)
		output_text(plain->output, STR("\n"));
	if (!play_finish(plain->play, &err)) {
		tell_trouble(plain);
		raise_status(&plain->status, (int)err.kind);
	}
	plain_show_tries(plain);
	if (!plain->again.nr)
		plain_show_report(plain);
	output_flush(plain->output);
	if (path.len && !play_trouble(plain->play))
		say("saved in " STR_FMT, STR_ARG(path));
}

int plain_run(struct play *play, struct typed *typed,
	      const struct plain_options *options, struct output *output)
{
	struct plain plain = {
		.play = play,
		.typed = typed,
		.options = options,
		.output = output,
		.shown_for = SIZE_MAX,
	};

	if (options->played)
		plain_begin_again(&plain);
	else
		plain_show_opening(&plain);
	if (options->greeting.len)
		plain_show_before(&plain);
	while (!plain.leaving) {
		tell_trouble(&plain);
		prompt(&plain);
		/* nobody hears the answers any more: leave */
		if (!output_flush(output))
			break;
		take_next(&plain);
		arena_clear(&plain.arena);
	}
	finish(&plain);
	opening_release(&plain.tries);
	again_release(&plain.again);
	arena_release(&plain.arena);
	return plain.status;
}
