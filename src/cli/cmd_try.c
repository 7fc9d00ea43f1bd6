/* Plays a scenario many times by machine, for its author to see. */
#include "at_hand.h"
#include "options.h"
#include "rehearse/embedded.h"
#include "rehearse/library.h"
#include "rehearse/trial.h"

enum { RUNS = 1000 }; /* when nobody says how many */

static bool check_options(const struct options *options)
{
	if (options->has_run && (options->has_runs || options->has_seed)) {
		say("--run shows one run: leave out --runs and --seed");
		return false;
	}
	if (options->has_runs && !options->runs) {
		say("--runs takes a whole number from 1");
		return false;
	}
	return true;
}

static bool read_source(struct arena *arena, struct str name,
			struct trial_source *source, struct problems *problems)
{
	struct str path;

	if (!library_read(arena, name, data_home(arena), embedded(), &path,
			  &source->yaml, problems))
		return false;
	source->scenario = scenario_load(arena, path, source->yaml, NULL, 0,
					 problems);
	return source->scenario != NULL;
}

static void try_all(struct trial *trial, const struct options *options,
		    struct strbuf *out)
{
	trial_play(trial, options->has_seed ? options->seed : 1,
		   options->has_runs ? options->runs : RUNS);
	trial_search(trial, TRIAL_SEARCHES);
	if (options->format == FORMAT_JSON)
		trial_json(trial, out);
	else
		trial_text(trial, out);
}

static void try_one(struct trial *trial, const struct options *options,
		    struct strbuf *out)
{
	if (options->format == FORMAT_JSON)
		trial_run_json(trial, options->run, out);
	else
		trial_run_text(trial, options->run, out);
}

int cmd_try(const struct options *options, struct output *output,
	    struct arena *arena)
{
	struct trial_source source = {
		.pool = &embedded()->pool,
		.level = options->level,
	};
	struct problems problems = { 0 };
	struct strbuf out = { 0 };
	struct rubric rubric;
	struct trial *trial;
	bool clean = true;
	int status;

	if (!check_options(options))
		return ERROR_USAGE;
	if (!read_source(arena, options->arguments.items[0], &source,
			 &problems))
		return say_problems(&problems);
	status = rubric_at_hand(arena, STR(""), &rubric);
	if (status)
		return status;
	source.rubric = &rubric;
	trial = trial_new(&source);
	if (options->has_run) {
		try_one(trial, options, &out);
	} else {
		try_all(trial, options, &out);
		clean = trial_is_clean(trial);
	}
	output_bytes(output, strbuf_str(&out));
	strbuf_release(&out);
	trial_free(trial);
	return clean ? 0 : ERROR_ANSWER_NO;
}
