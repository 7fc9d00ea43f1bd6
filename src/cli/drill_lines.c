/* A drill line by line: what is typed, and what is new after it. */
#include "drill_parts.h"

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
	enum typed_kind kind = plain_type(drill->plain);
	struct str line = drill->plain->typed->line;

	if (kind == TYPED_LINE)
		drill_take(drill, is_next(drill, line) ? STR(":next") : line);
	else if (kind != TYPED_TOO_LONG)
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

/* What is not saved is told once, when it becomes so. */
static void tell_trouble(struct drill_lines *drill)
{
	const struct error *trouble = room_trouble(drill->room);

	if (!trouble || drill->plain->trouble_told)
		return;
	drill->plain->trouble_told = true;
	say_error(trouble);
	raise_status(&drill->plain->status, (int)trouble->kind);
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
		raise_status(&plain->status, (int)err.kind);
	} else if (hour->phase == HOUR_DONE) {
		say("the results are in " STR_FMT, STR_ARG(folder));
	} else if (hour->round) {
		say("the drill can be gone on with: the same command with "
		    "--results " STR_FMT, STR_ARG(folder));
	}
	tell_trouble(drill);
}

int drill_run(struct room *room, struct typed *typed,
	      const struct plain_options *options, struct output *output)
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

	if (options->interactive)
		room_rest(room);
	if (room_resumed(room))
		show_before(&drill);
	while (!drill.leaving && room_hour(room)->phase != HOUR_DONE) {
		tell_trouble(&drill);
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
