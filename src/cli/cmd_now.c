/*
 * A call of one's own: six questions, then it is played like any other. On
 * the screen the view asks (tui/view_now.c); here it is done line by line.
 */
#include "at_hand.h"
#include "rehearse/embedded.h"
#include "rehearse/library.h"
#include "start.h"

/* Who is asked, and what is answered so far. */
struct interview {
	struct start *start;
	struct typed *typed;
	struct own_call call;
	int unkept; /* the exit status of a call that could not be kept */
	bool interactive;
};

static void ask(struct interview *interview, enum own_question question)
{
	struct output *output = interview->start->output;
	struct str usual = own_call_default(
		&interview->call, question,
		library_template(embedded(), interview->call.kind),
		interview->start->arena);

	output_style(output, STYLE_BOLD);
	output_printf(output, "\n%d. " STR_FMT "\n", (int)question + 1,
		      STR_ARG(own_call_ask(question)));
	output_plain(output);
	output_text(output, own_call_hint(question));
	output_printf(output, "\n[" STR_FMT "]\n", STR_ARG(usual));
	if (interview->interactive)
		output_text(output, STR("> "));
	output_flush(output);
}

static int ended(const struct interview *interview, enum typed_kind kind,
		 enum own_question question)
{
	if (kind == TYPED_INTERRUPTED)
		return ERROR_INTERRUPTED;
	if (kind == TYPED_FAILED) {
		say_error(&interview->typed->err);
		return ERROR_IO;
	}
	say("that was %d of six answers; an empty line takes what stands in "
	    "[brackets]", (int)question);
	return ERROR_NO_INPUT;
}

static bool is_comment(const struct interview *interview)
{
	return interview->start->options->script.len &&
	       str_starts_with(interview->typed->line, STR("#"));
}

/* Until the answer means something; only somebody who sits there can give
 * another. */
static int take(struct interview *interview, enum own_question question)
{
	struct arena *arena = interview->start->arena;
	struct error err;

	for (;;) {
		enum typed_kind kind = typed_next(interview->typed);

		if (kind == TYPED_TOO_LONG)
			error_set(&err, ERROR_DATA, "this line is longer than "
				  "64 KiB");
		else if (kind != TYPED_LINE)
			return ended(interview, kind, question);
		else if (is_comment(interview))
			continue;
		else if (own_call_answer(&interview->call, question,
					 interview->typed->line, arena, &err))
			return 0;
		say("line %u: %s", interview->typed->number, err.text);
		if (!interview->interactive)
			return ERROR_DATA;
		ask(interview, question);
	}
}

static int ask_all(struct interview *interview)
{
	int status = 0;

	output_text(interview->start->output,
		    STR("Your own call, in six answers. Enter takes what "
			"stands in [brackets].\n"));
	for (int i = 0; !status && i < OWN_QUESTION_NR; i++) {
		ask(interview, (enum own_question)i);
		status = take(interview, (enum own_question)i);
	}
	return status;
}

static int make(struct interview *interview)
{
	struct start *start = interview->start;
	struct problems problems = { 0 };
	struct library_made made;
	char now[32] = "";

	if (!start->options->script.len)
		real_clock.now(now);
	start->scenario = library_make(start->arena, &interview->call,
				       data_home(start->arena), embedded(),
				       str_from(now), &made, &problems);
	if (!start->scenario)
		return say_problems(&problems);
	interview->unkept = (int)made.trouble.kind;
	if (made.path.len)
		say("this call is yours alone and kept as " STR_FMT
		    "; `rehearse play " STR_FMT "` plays it again",
		    STR_ARG(made.path), STR_ARG(made.id));
	else if (made.trouble.kind)
		say("this call is not kept: %s", made.trouble.text);
	else
		say("this call is not kept: neither HOME nor XDG_DATA_HOME is "
		    "set");
	output_text(start->output, STR("\n"));
	return 0;
}

int now_plainly(struct start *start)
{
	struct interview interview = {
		.start = start,
		.call = OWN_CALL_NEW,
		.interactive = terminal_at_hand() &&
			       !start->options->script.len,
	};
	struct typed typed;
	int status;

	if (start->options->script.len)
		typed_init_script(&typed, start->script);
	else
		typed_init(&typed);
	interview.typed = &typed;
	status = ask_all(&interview);
	if (!status)
		status = make(&interview);
	if (!status)
		status = start_play(start, &typed);
	raise_status(&status, interview.unkept);
	typed_release(&typed);
	return status;
}

int cmd_now(const struct options *options, struct output *output,
	    struct arena *arena)
{
	struct start start = start_with(options, output, arena);
	int status;

	if (options->opening && options->exam) {
		say("--opening is practice with the coach, --exam is without; "
		    "choose one");
		return ERROR_USAGE;
	}
	status = start_prepare(&start);
	if (!status)
		status = start_is_plain(options) ? now_plainly(&start)
						 : start_screen(&start);
	return start_end(&start, status);
}
