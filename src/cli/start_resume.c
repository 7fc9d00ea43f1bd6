/*
 * Going on with a transcript: it says itself which scenario was played, and
 * how it was begun.
 */
#include "start.h"

#include "at_hand.h"
#include "played.h"
#include "rehearse/file.h"

/* What only the beginning of a conversation can be told. */
static bool refuse_beginnings(const struct options *options)
{
	const struct {
		const char *name;
		bool given;
	} beginnings[] = {
		{ "seed", options->has_seed },
		{ "level", options->level >= 0 },
		{ "fill", options->fill.nr },
		{ "out", options->out.len },
		{ "scene", options->scene.len },
		{ "exam", options->exam },
		{ "opening", options->opening },
	};

	for (size_t i = 0; i < ARRAY_LEN(beginnings); i++) {
		if (!beginnings[i].given)
			continue;
		say("--%s belongs to the beginning of a conversation; "
		    "--resume goes on with one, as it was begun",
		    beginnings[i].name);
		return true;
	}
	return false;
}

static bool read_begun(struct start *start, struct transcript_file *file,
		       struct error *err)
{
	struct str path = start->options->resume, bytes;

	return file_read(start->arena, path, FILE_MAX_TRANSCRIPT, &bytes,
			 err) &&
	       transcript_read(start->arena, path, bytes, file, err);
}

static void greet(struct start *start, const struct transcript_file *file)
{
	size_t nr = session_nr_turns(play_session(start->resumed));
	struct str torn = STR("");

	if (file->dropped)
		torn = arena_printf(start->arena, " %u event%s torn off (line "
				    "%u) and %s not count.", file->dropped,
				    file->dropped == 1 ? " was" : "s were",
				    file->dropped_line, file->dropped == 1 ?
				    "does" : "do");
	if (nr)
		start->greeting = arena_printf(
			start->arena, "You go on after turn %zu." STR_FMT, nr,
			STR_ARG(torn));
	else
		start->greeting = arena_printf(
			start->arena, "You go on from the beginning." STR_FMT,
			STR_ARG(torn));
}

int start_resume(struct start *start)
{
	const struct options *options = start->options;
	struct transcript_file file = { 0 };
	struct play_options play = {
		.clock = options->script.len ? NULL : &real_clock,
		.out = options->resume,
		.trace = options->trace.len ? &start->trace : NULL,
	};
	struct error err;
	int status;

	if (refuse_beginnings(options))
		return ERROR_USAGE;
	if (!read_begun(start, &file, &err))
		goto fail;
	start->fills = ARENA_ARRAY(start->arena, struct fill_choice,
				   file.header.nr_fills);
	for (size_t i = 0; i < file.header.nr_fills; i++)
		start->fills[start->nr_fills++] = file.header.fills[i];
	if (options->arguments.nr) {
		status = start_scenario(start, options->arguments.items[0]);
		if (status)
			return status;
	}
	if (!start->scenario)
		start->scenario = played_scenario(start->arena, &start->rubric,
						  &file.header,
						  options->resume, &err);
	if (!start->scenario)
		goto fail;
	start->resumed = play_resume(start->scenario, &start->rubric, &play,
				     &err);
	if (!start->resumed)
		goto fail;
	greet(start, &file);
	return 0;
fail:
	say_error(&err);
	return (int)err.kind;
}
