/*
 * A team's hour at one terminal: on the screen where there is one, else line
 * by line.
 */
#include "at_hand.h"
#include "drill_parts.h"
#include "options.h"
#include "rehearse/embedded.h"
#include "rehearse/file.h"
#include "rehearse/library.h"
#include "../tui/app.h"

struct drill_start {
	const struct options *options;
	struct arena *arena;
	struct output *output;
	struct rubric rubric;
	struct room_options room;
	struct str script;
};

static int open_drill(struct drill_start *start)
{
	struct arena *arena = start->arena;
	struct problems problems = { 0 };
	struct str path, bytes;

	if (library_read_drill(arena, start->options->arguments.items[0],
			       embedded(), &path, &bytes, &problems))
		start->room.drill = drill_load(arena, path, bytes, &problems);
	if (start->room.drill)
		start->room.scenarios = library_rounds(
			arena, start->room.drill, data_home(arena), embedded(),
			&problems);
	return say_problems(&problems);
}

static int ask_to_go_on(struct drill_start *start, struct str begun)
{
	struct typed typed;
	int status = 0;

	output_printf(start->output, "A drill of this file was begun and not "
		      "ended: " STR_FMT "\nEnter goes on with it, n begins "
		      "anew: ", STR_ARG(begun));
	output_flush(start->output);
	typed_init(&typed);
	if (typed_next(&typed) != TYPED_LINE)
		status = ERROR_INTERRUPTED;
	else if (!str_equal_nocase(str_trim(typed.line), STR("n")))
		start->room.folder = begun;
	typed_release(&typed);
	return status;
}

/* Without --results: among the others, unless one is to be gone on with. */
static int choose_folder(struct drill_start *start)
{
	struct str home = data_home(start->arena), drills, begun;

	start->room.folder = start->options->results;
	if (start->room.folder.len)
		return 0;
	if (!home.len) {
		say("neither HOME nor XDG_DATA_HOME is set; --results DIR says "
		    "where the results go");
		return ERROR_USAGE;
	}
	drills = arena_printf(start->arena, STR_FMT "/drills", STR_ARG(home));
	begun = room_unfinished(start->arena, drills, start->room.drill,
				start->room.solo);
	start->room.folder = room_new_folder(start->arena, drills,
					     &start->room);
	if (begun.len && terminal_at_hand() && !start->options->script.len)
		return ask_to_go_on(start, begun);
	if (begun.len)
		say("a drill of this file was begun and not ended; --results "
		    STR_FMT " goes on with it", STR_ARG(begun));
	return 0;
}

static int play_lines(struct drill_start *start, struct room *room)
{
	const struct options *options = start->options;
	struct plain_options plain = {
		.interactive = terminal_at_hand() && !options->script.len,
		.scores = !options->no_scores,
		.script = options->script,
		.greeting = STR("You go on with this drill."),
	};
	struct typed typed;
	int status;

	if (options->script.len)
		typed_init_script(&typed, start->script);
	else
		typed_init(&typed);
	status = drill_run(room, &typed, &plain, start->output);
	typed_release(&typed);
	room_free(room);
	return status;
}

/* False where there is no terminal for screens. */
static bool run_screen(struct drill_start *start, struct room *room,
		       int *status)
{
	const struct tui_options tui = {
		.rubric = &start->rubric,
		.embedded = embedded(),
		.data_home = data_home(start->arena),
		.play = { .clock = &real_clock },
		.level = -1,
		.ascii = start->options->ascii,
		.colour = start->output->color,
		.scores = !start->options->no_scores,
		.room = room,
	};
	struct error err;

	*status = 0;
	if (tui_run(&tui, &err))
		return true;
	if (err.kind == ERROR_USAGE)
		return false;
	say_error(&err);
	*status = (int)err.kind;
	return true;
}

static int run(struct drill_start *start)
{
	const struct options *options = start->options;
	struct error err;
	struct room *room = room_open(&start->room, start->arena, &err);
	bool plain = options->plain || options->script.len || !terminal_at_hand();
	int status;

	if (!room) {
		say_error(&err);
		return (int)err.kind;
	}
	if (!plain && run_screen(start, room, &status))
		return status;
	return play_lines(start, room);
}

int cmd_drill(const struct options *options, struct output *output,
	      struct arena *arena)
{
	struct drill_start start = {
		.options = options,
		.arena = arena,
		.output = output,
		.room = {
			.rubric = &start.rubric,
			.clock = options->script.len ? NULL : &real_clock,
			.solo = options->solo,
		},
	};
	struct error err;
	int status = rubric_at_hand(arena, STR(""), &start.rubric);

	if (!status)
		status = open_drill(&start);
	if (!status && options->script.len &&
	    !file_read(arena, options->script, FILE_MAX_TRANSCRIPT,
		       &start.script, &err)) {
		say_error(&err);
		status = (int)err.kind;
	}
	if (!status)
		status = choose_folder(&start);
	return status ? status : run(&start);
}
