/*
 * A team's hour at one terminal: on the screen where there is one, else line
 * by line.
 */
#include <unistd.h>

#include "at_hand.h"
#include "drill_parts.h"
#include "options.h"
#include "rehearse/embedded.h"
#include "rehearse/file.h"
#include "rehearse/library.h"
#include "../tui/app.h"

/* ---- line by line ------------------------------------------------------- */

static struct shown shown_now(const struct drill_lines *drill)
{
	const struct hour *hour = room_hour(drill->room);

	return (struct shown){
		.phase = hour->phase,
		.round = hour->round,
		.talks = hour->nr_talks,
		.up = hour->nr_queue ? hour->queue[0] : 0,
	};
}

/* What has begun is shown, and put on the disk. */
static void show_news(struct drill_lines *drill)
{
	struct shown now = shown_now(drill), before = drill->shown;
	struct error err;

	if (now.phase == before.phase && now.round == before.round &&
	    now.talks == before.talks && now.up == before.up)
		return;
	if (now.phase >= HOUR_ROUND_DEBRIEF && !room_write(drill->room, &err))
		say_error(&err);
	drill->plain->play = room_play(drill->room);
	drill_show_phase(drill);
	drill->shown = now;
	drill->plain->shown_for = SIZE_MAX;
}

static void tell_time_is_up(struct drill_lines *drill)
{
	const struct hour *hour = room_hour(drill->room);

	if (drill->time_told ||
	    hour_left(hour, room_now(drill->room)).box > 0)
		return;
	drill->time_told = true;
	output_text(drill->plain->output, STR("\nTime is up: one more turn, "
					      "then it ends.\n"));
}

/* "Ana 3:20> " */
static void prompt(struct drill_lines *drill)
{
	const struct hour *hour = room_hour(drill->room);
	struct hour_left left = hour_left(hour, room_now(drill->room));
	bool talking = hour->phase == HOUR_PLAYING;
	struct strbuf text = { 0 };

	if (!drill->plain->options->interactive)
		return;
	if (talking)
		strbuf_addf(&text, STR_FMT " ",
			    STR_ARG(hour->people[hour->keys].name));
	room_clock(talking ? left.box : left.hour, &text);
	output_printf(drill->plain->output, STR_FMT "%s> ",
		      STR_ARG(strbuf_str(&text)),
		      hour->paused ? " (a pause)" : "");
	strbuf_release(&text);
}

static void show_suggestions(struct drill_lines *drill)
{
	size_t turns;

	if (room_hour(drill->room)->phase != HOUR_PLAYING)
		return;
	tell_time_is_up(drill);
	turns = session_nr_turns(play_session(drill->plain->play));
	if (turns == drill->plain->shown_for)
		return;
	drill->plain->shown_for = turns;
	plain_show_suggestions(drill->plain);
}

/* At a terminal Enter alone goes on, where that is all there is to do. */
static bool is_next(const struct drill_lines *drill, struct str line)
{
	enum hour_phase phase = room_hour(drill->room)->phase;

	return drill->plain->options->interactive && !str_trim(line).len &&
	       phase != HOUR_LOBBY && phase != HOUR_PLAYING &&
	       phase != HOUR_MARKING;
}

static void take_next(struct drill_lines *drill)
{
	struct plain *plain = drill->plain;

	switch (typed_next(plain->typed)) {
	case TYPED_LINE:
		drill_take(drill, is_next(drill, plain->typed->line) ?
			   STR(":next") : plain->typed->line);
		return;
	case TYPED_TOO_LONG:
		plain_complain(plain, "this line is longer than 64 KiB and "
			       "was left out");
		return;
	case TYPED_INTERRUPTED:
		plain->status = ERROR_INTERRUPTED;
		break;
	case TYPED_FAILED:
		say_error(&plain->typed->err);
		plain->status = ERROR_IO;
		break;
	case TYPED_END:
		break;
	}
	drill->leaving = true;
}

/* Where one is when one goes on. */
static void show_before(struct drill_lines *drill)
{
	struct plain *plain = drill->plain;

	plain->play = room_play(drill->room);
	drill_show_agenda(drill);
	output_text(plain->output, STR("\n"));
	if (!plain->play) {
		plain_wrapped(plain, "-- ", plain->options->greeting);
		return;
	}
	plain_show_scenario(plain, room_scenario(drill->room));
	plain_show_before(plain);
	drill->shown = shown_now(drill);
	drill->shown.phase = HOUR_BRIEF;
}

static void tell_trouble(const struct room *room)
{
	if (room_trouble(room))
		say_error(room_trouble(room));
}

static void finish(struct drill_lines *drill)
{
	struct plain *plain = drill->plain;
	const struct hour *hour = room_hour(drill->room);
	struct str folder = room_folder(drill->room);
	struct error err;

	plain_count_complaints(plain);
	if (plain->options->interactive)
		output_text(plain->output, STR("\n"));
	output_flush(plain->output);
	if (hour->nr_talks && !room_write(drill->room, &err)) {
		say_error(&err);
		plain->status = (int)err.kind;
	} else if (hour->phase == HOUR_DONE) {
		say("the results are in " STR_FMT, STR_ARG(folder));
	} else if (hour->round) {
		say("the drill can be gone on with: the same command with "
		    "--results " STR_FMT, STR_ARG(folder));
	}
	tell_trouble(drill->room);
}

static int run_lines(struct room *room, struct typed *typed,
		     const struct plain_options *options,
		     struct output *output)
{
	struct plain plain = {
		.typed = typed,
		.options = options,
		.output = output,
	};
	struct drill_lines drill = {
		.room = room,
		.plain = &plain,
		.shown = { .phase = HOUR_PHASE_NR },
	};

	tell_trouble(room);
	if (room_resumed(room))
		show_before(&drill);
	while (!drill.leaving && room_hour(room)->phase != HOUR_DONE) {
		show_news(&drill);
		show_suggestions(&drill);
		prompt(&drill);
		/* nobody hears it any more: leave */
		if (!output_flush(output))
			break;
		take_next(&drill);
		arena_clear(&plain.arena);
	}
	finish(&drill);
	arena_release(&plain.arena);
	return plain.status;
}

/* ---- what is needed ----------------------------------------------------- */

struct drill_start {
	const struct options *options;
	struct arena *arena;
	struct output *output;
	struct rubric rubric;
	struct room_options room;
	struct str script;
};

static bool is_terminal(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

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
	if (begun.len && is_terminal() && !start->options->script.len)
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
		.interactive = is_terminal() && !options->script.len,
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
	status = run_lines(room, &typed, &plain, start->output);
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
	bool plain = options->plain || options->script.len || !is_terminal();
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
