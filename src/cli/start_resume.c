/*
 * Going on with a transcript, or playing turns of it again: it says itself
 * which scenario was played, and how it was begun.
 */
#include "start.h"

#include "at_hand.h"
#include "played.h"
#include "rehearse/better.h"
#include "rehearse/file.h"

/* What only the beginning of a conversation can be told. */
static bool refuse_beginnings(const struct options *options, struct str out,
			      const char *what)
{
	const struct {
		const char *name;
		bool given;
	} beginnings[] = {
		{ "seed", options->has_seed },
		{ "level", options->level >= 0 },
		{ "fill", options->fill.nr },
		{ "out", out.len },
		{ "scene", options->scene.len },
		{ "exam", options->exam },
		{ "opening", options->opening },
	};

	for (size_t i = 0; i < ARRAY_LEN(beginnings); i++) {
		if (!beginnings[i].given)
			continue;
		say("--%s belongs to the beginning of a conversation; %s, as "
		    "it was begun", beginnings[i].name, what);
		return true;
	}
	return false;
}

/* The file, and the scenario it was played with; returns an exit status. */
static int find_begun(struct start *start, struct str path,
		      struct transcript_file *file)
{
	struct values arguments = start->options->arguments;
	struct error err;
	struct str bytes;

	if (!file_read(start->arena, path, FILE_MAX_TRANSCRIPT, &bytes, &err) ||
	    !transcript_read(start->arena, path, bytes, file, &err))
		goto fail;
	start->fills = ARENA_ARRAY(start->arena, struct fill_choice,
				   file->header.nr_fills);
	for (size_t i = 0; i < file->header.nr_fills; i++)
		start->fills[start->nr_fills++] = file->header.fills[i];
	if (arguments.nr)
		return start_scenario(start, arguments.items[0]);
	start->scenario = played_scenario(start->arena, &start->rubric,
					  &file->header, path, &err);
	if (start->scenario)
		return 0;
fail:
	say_error(&err);
	return (int)err.kind;
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

	if (refuse_beginnings(options, options->out, "--resume goes on with "
			      "one"))
		return ERROR_USAGE;
	status = find_begun(start, options->resume, &file);
	if (status)
		return status;
	start->resumed = play_resume(start->scenario, &start->rubric, &play,
				     &err);
	if (!start->resumed) {
		say_error(&err);
		return (int)err.kind;
	}
	greet(start, &file);
	return 0;
}

static bool loses_points(const struct session *played)
{
	struct arena scratch = { 0 };
	size_t nr;
	const struct better *better = session_better(played, &scratch, &nr);
	bool loses = better_lost(better, nr);

	arena_release(&scratch);
	return loses;
}

int start_again(struct start *start)
{
	struct str path = start->options->again;
	struct transcript_file file = { 0 };
	struct error err;
	int status;

	if (refuse_beginnings(start->options, STR(""), "--again plays turns "
			      "of one"))
		return ERROR_USAGE;
	status = find_begun(start, path, &file);
	if (status)
		return status;
	if (!play_fits(start->scenario, &start->rubric, &file.header, path,
		       &err)) {
		say_error(&err);
		return (int)err.kind;
	}
	start->played = play_standing(start->scenario, &start->rubric, &file,
				      &err);
	if (!start->played) {
		err.path = path;
		say_error(&err);
		return (int)err.kind;
	}
	if (!loses_points(start->played)) {
		say("nothing to play again: no suggestion was clearly better "
		    "than what you said");
		return ERROR_ANSWER_NO;
	}
	start->prepared = file.header.prepared;
	start->nr_prepared = file.header.nr_prepared;
	return 0;
}
