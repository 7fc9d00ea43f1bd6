/*
 * Playing: on the screen where there is one, else line by line.
 */
#include "at_hand.h"
#include "plain.h"
#include "start.h"
#include "rehearse/embedded.h"
#include "rehearse/file.h"
#include "rehearse/library.h"
#include "../tui/app.h"

bool start_is_plain(const struct options *options)
{
	return options->plain || options->script.len || !terminal_at_hand();
}

static int take_fills(struct start *start)
{
	const struct values *given = &start->options->fill;

	start->fills = ARENA_ARRAY(start->arena, struct fill_choice,
				   given->nr);
	for (size_t i = 0; i < given->nr; i++) {
		struct str value = given->items[i], name;

		str_cut(&value, '=', &name);
		if (!value.ptr || !name.len) {
			say("--fill " STR_FMT ": it takes KEY=VALUE",
			    STR_ARG(given->items[i]));
			return ERROR_USAGE;
		}
		start->fills[start->nr_fills++] = (struct fill_choice){
			.name = name,
			.value = value,
		};
	}
	return 0;
}

int start_scenario(struct start *start, struct str name)
{
	struct problems problems = { 0 };

	start->scenario = library_open(start->arena, name,
				       data_home(start->arena), embedded(),
				       start->fills, start->nr_fills,
				       &problems);
	return start->scenario ? 0 : say_problems(&problems);
}

static int take_script(struct start *start)
{
	struct str path = start->options->script;
	struct error err;

	if (!path.len ||
	    file_read(start->arena, path, FILE_MAX_TRANSCRIPT, &start->script,
		      &err))
		return 0;
	say_error(&err);
	return (int)err.kind;
}

/* How somebody who sits at a terminal meets another order of suggestions
 * each time, and a pipe the same. */
static uint64_t choose_seed(const struct options *options)
{
	if (options->has_seed)
		return options->seed;
	return terminal_at_hand() && !options->script.len ?
	       real_clock.seconds() : 1;
}

static struct play_options play_options(struct start *start)
{
	const struct options *options = start->options;
	struct play_options play = {
		.session = {
			.seed = choose_seed(options),
			.level = LEVEL_FIRM,
			.start = start->scene,
		},
		.exam = start->resumed ? play_is_exam(start->resumed) :
					 options->exam,
		.fills = start->fills,
		.nr_fills = start->nr_fills,
		.clock = options->script.len ? NULL : &real_clock,
		.trace = options->trace.len ? &start->trace : NULL,
		.out = options->out,
		.sessions = sessions_at_hand(start->arena),
	};

	if (start->resumed) {
		play.session = *session_options(play_session(start->resumed));
		return play;
	}
	if (start->played) {
		play.session = *session_options(start->played);
		play.prepared = start->prepared;
		play.nr_prepared = start->nr_prepared;
		return play;
	}
	if (options->level >= 0)
		play.session.level = (enum level)options->level;
	else if (start->scenario)
		play.session.level = start->scenario->level;
	return play;
}

static void list_choices(struct start *start, const struct library *library)
{
	for (size_t i = 0; i < library->nr; i++)
		output_printf(start->output, "  %zu  " STR_FMT " (" STR_FMT
			      ")\n", i + 1, STR_ARG(library->items[i].title),
			      STR_ARG(library->items[i].id));
	output_text(start->output, STR("Which conversation? Its number or "
				       "name: "));
}

/* Somebody at a terminal is asked until there is an answer; returns an exit
 * status. */
static int choose(struct start *start, struct typed *typed)
{
	struct library library = library_list(start->arena,
					      data_home(start->arena),
					      embedded());

	while (!start->scenario) {
		enum typed_kind kind;
		struct str answer;
		uint64_t number;

		list_choices(start, &library);
		if (!output_flush(start->output))
			return ERROR_IO;
		kind = typed_next(typed);
		if (kind == TYPED_INTERRUPTED)
			return ERROR_INTERRUPTED;
		if (kind != TYPED_LINE)
			return ERROR_NO_INPUT;
		answer = str_trim(typed->line);
		if (str_number(answer, library.nr, &number) && number)
			answer = library.items[number - 1].id;
		if (answer.len)
			start_scenario(start, arena_str(start->arena, answer));
	}
	return 0;
}

int start_play(struct start *start, struct typed *typed)
{
	const struct options *options = start->options;
	struct play_options opened = play_options(start);
	struct plain_options plain = {
		.interactive = terminal_at_hand() && !options->script.len,
		.scores = !options->no_scores,
		.ascii = options->ascii,
		.script = options->script,
		.opening = options->opening,
		.greeting = start->greeting,
		.played = start->played,
	};
	struct play *play = start->resumed;
	const struct error *trouble;
	int status;

	if (!play)
		play = play_new(start->scenario, &start->rubric, &opened);
	trouble = play_trouble(play);

	/* asked for by name, the file is part of what was asked */
	if (trouble && options->out.len) {
		say_error(trouble);
		status = (int)trouble->kind;
		play_free(play);
		return status;
	}
	if (!trouble && !play_path(play).len)
		say("neither HOME nor XDG_DATA_HOME is set, so nothing is "
		    "saved; --out FILE or :save FILE does");
	status = plain_run(play, typed, &plain, start->output);
	play_free(play);
	return status;
}

static int play_plainly(struct start *start)
{
	struct typed typed;
	int status = 0;

	if (start->options->script.len)
		typed_init_script(&typed, start->script);
	else
		typed_init(&typed);
	if (!start->scenario)
		status = choose(start, &typed);
	if (!status)
		status = start_play(start, &typed);
	typed_release(&typed);
	return status;
}

int start_screen(struct start *start)
{
	struct tui_options tui = {
		.rubric = &start->rubric,
		.embedded = embedded(),
		.data_home = data_home(start->arena),
		.scenario = start->scenario,
		.play = play_options(start),
		.resumed = start->resumed,
		.played = start->played,
		.greeting = start->greeting,
		.level = start->options->level,
		.ascii = start->options->ascii,
		.colour = start->output->color,
		.scores = !start->options->no_scores,
		.opening = start->options->opening,
		.own_call = start->options->command == COMMAND_NOW,
	};
	struct error err;

	if (start->resumed || start->played)
		tui.level = (int)tui.play.session.level;
	if (tui_run(&tui, &err))
		return 0;
	if (err.kind != ERROR_USAGE) {
		say_error(&err);
		return (int)err.kind;
	}
	say("%s, so the conversation is played line by line", err.text);
	return tui.own_call ? now_plainly(start) : play_plainly(start);
}

static int take_trace(struct start *start)
{
	struct error err;

	if (!start->options->trace.len ||
	    journal_create(&start->trace.journal, start->options->trace, &err))
		return 0;
	say_error(&err);
	return (int)err.kind;
}

int start_end(struct start *start, int status)
{
	struct error *trouble = &start->trace.trouble;

	session_free(start->played);
	journal_close(&start->trace.journal);
	if (!trouble->kind)
		return status;
	trouble->path = start->options->trace;
	say_error(trouble);
	raise_status(&status, (int)trouble->kind);
	return status;
}

static int begin(struct start *start)
{
	const struct options *options = start->options;
	int status = take_fills(start);

	if (!status && options->arguments.nr)
		status = start_scenario(start, options->arguments.items[0]);
	if (!status && options->scene.len)
		status = scene_at_hand(start->scenario, options->scene,
				       &start->scene);
	return status;
}

int start_prepare(struct start *start)
{
	int status = rubric_at_hand(start->arena, STR(""), &start->rubric);

	if (!status)
		status = take_script(start);
	if (!status)
		status = start->options->resume.len ? start_resume(start) :
			 start->options->again.len ? start_again(start) :
						     begin(start);
	if (!status)
		status = take_trace(start);
	if (status)
		play_free(start->resumed);
	return status;
}

/* A transcript says which conversation it is. */
static bool is_begun(const struct options *options)
{
	return options->resume.len || options->again.len;
}

/* What is about one conversation, and none was named. */
static bool refuse_without_scenario(const struct options *options)
{
	const char *name = options->fill.nr ? "fill" :
			   options->scene.len ? "scene" :
			   options->opening ? "opening" : NULL;

	if (!name || options->arguments.nr || is_begun(options))
		return false;
	say("--%s belongs to one conversation: rehearse play NAME --%s", name,
	    name);
	return true;
}

struct start start_with(const struct options *options, struct output *output,
			struct arena *arena)
{
	return (struct start){
		.options = options,
		.arena = arena,
		.output = output,
		.scene = -1,
		.trace = { .journal = JOURNAL_CLOSED },
	};
}

int cmd_play(const struct options *options, struct output *output,
	     struct arena *arena)
{
	struct start start = start_with(options, output, arena);
	int status;

	if (!options->arguments.nr && !is_begun(options) &&
	    (options->script.len || !terminal_at_hand())) {
		say("which conversation? `rehearse list` shows them, "
		    "`rehearse play NAME` plays one");
		return ERROR_USAGE;
	}
	if (refuse_without_scenario(options))
		return ERROR_USAGE;
	if (options->opening && options->exam) {
		say("--opening is practice with the coach, --exam is without; "
		    "choose one");
		return ERROR_USAGE;
	}
	if (options->resume.len && options->again.len) {
		say("--resume goes on with a conversation, --again plays turns "
		    "of one again; choose one");
		return ERROR_USAGE;
	}
	status = start_prepare(&start);
	if (!status)
		status = start_is_plain(options) ? play_plainly(&start) :
						   start_screen(&start);
	return start_end(&start, status);
}

int cmd_open(const struct options *options, struct output *output,
	     struct arena *arena)
{
	struct start start = start_with(options, output, arena);
	struct strbuf help = { 0 };
	int status;

	if (terminal_at_hand()) {
		status = start_prepare(&start);
		return status ? status : start_screen(&start);
	}
	options_help(COMMAND_NONE, &help);
	output_text(output, strbuf_str(&help));
	strbuf_release(&help);
	return ERROR_USAGE;
}
