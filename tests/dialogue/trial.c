/*
 * Plays five hundred seeded runs of every scenario, the levels in turn, and
 * searches for what no run came to: each scene, client and listen entry,
 * reply, reaction, pushback, topic answer and ending has to happen, and
 * nothing may smell. What does is printed, and fails.
 */
#include <stdio.h>
#include <stdlib.h>

#include "rehearse/embedded.h"
#include "rehearse/file.h"
#include "rehearse/load.h"
#include "rehearse/trial.h"

enum { FIRST = 1, RUNS = 500 };

static void print_smell(const char *path, const struct trial_smell *smell)
{
	printf("%s:%u: " STR_FMT, path, smell->line, STR_ARG(smell->text));
	if (smell->runs)
		printf(" (in %zu of %d runs)\n  run: build/rehearse try %s "
		       "--run %llu", smell->runs, RUNS, path,
		       (unsigned long long)smell->seed);
	printf("\n");
}

static bool is_clean(const char *path, const struct trial_source *source)
{
	struct trial *trial = trial_new(source);
	const struct trial_smell *smells;
	bool clean;
	size_t nr;

	trial_play(trial, FIRST, RUNS);
	trial_search(trial, TRIAL_SEARCHES);
	smells = trial_smells(trial, &nr);
	for (size_t i = 0; i < nr; i++)
		if (!smells[i].seldom)
			print_smell(path, &smells[i]);
	clean = trial_is_clean(trial);
	trial_free(trial);
	return clean;
}

static bool try_file(const char *path, const struct rubric *rubric)
{
	struct trial_source source = {
		.rubric = rubric,
		.pool = &embedded()->pool,
		.level = -1,
	};
	struct problems problems = { 0 };
	struct arena arena = { 0 };
	bool clean = false;
	struct error err;

	if (file_read(&arena, str_from(path), FILE_MAX_SCENARIO, &source.yaml,
		      &err))
		source.scenario = scenario_load(&arena, str_from(path),
						source.yaml, NULL, 0,
						&problems);
	if (source.scenario)
		clean = is_clean(path, &source);
	else
		printf("%s: cannot be read (rehearse check says why)\n", path);
	arena_release(&arena);
	return clean;
}

int main(int argc, char **argv)
{
	struct rubric rubric;
	struct error err;
	int passed = 0, failed = 0;

	if (!rubric_open(embedded()->rubric, &rubric, &err)) {
		printf("rubric: %s\n", err.text);
		return EXIT_FAILURE;
	}
	rubric.spelling = embedded()->spelling;
	for (int i = 1; i < argc; i++) {
		if (try_file(argv[i], &rubric))
			passed++;
		else
			failed++;
	}
	printf("trial: %d passed, %d failed\n", passed, failed);
	return failed || !passed ? EXIT_FAILURE : EXIT_SUCCESS;
}
