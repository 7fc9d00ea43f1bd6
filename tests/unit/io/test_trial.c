/*
 * Runs of small scenarios. For every smell of runs tests/data/smells/runs has
 * a file that smells of it; its first line says of what else.
 */
#include "loading.h"

#include <stdlib.h>

#include "core/trial_parts.h"
#include "rehearse/embedded.h"

#define RUNS_OF "tests/data/smells/runs/"
enum { RUNS = 240 };

struct fixture {
	struct arena arena;
	struct rubric rubric;
	struct trial *trial;
	struct strbuf out, other;
};

static int set_up(void **state)
{
	struct fixture *f = memory_new(sizeof(*f));
	struct error err;

	*f = (struct fixture){ 0 };
	*state = f;
	if (!rubric_open(embedded()->rubric, &f->rubric, &err))
		return -1;
	f->rubric.spelling = embedded()->spelling;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	trial_free(f->trial);
	strbuf_release(&f->out);
	strbuf_release(&f->other);
	arena_release(&f->arena);
	free(f);
	return 0;
}

/* The bytes of the file. */
static struct str open_trial(struct fixture *f, const char *name, int level)
{
	struct str path = arena_printf(&f->arena, RUNS_OF "%s.yaml", name);
	struct trial_source source = {
		.rubric = &f->rubric,
		.pool = &embedded()->pool,
		.yaml = read_file(&f->arena, path.ptr),
		.level = level,
	};
	struct problems problems = { 0 };

	source.scenario = scenario_load(&f->arena, path, source.yaml, NULL, 0,
					&problems);
	print_problems(&problems);
	assert_non_null(source.scenario);
	trial_free(f->trial);
	f->trial = trial_new(&source);
	return source.yaml;
}

/* ---- smells -------------------------------------------------------------- */

static void check_smells(struct fixture *f, const char *name)
{
	struct str bytes = open_trial(f, name, -1), expected;
	const struct trial_smell *smells;
	struct strbuf found = { 0 };
	int last = -1;
	size_t nr;

	str_cut(&bytes, '\n', &expected);
	expected = str_slice(expected, STR("# smells: ").len, expected.len);
	trial_play(f->trial, 1, RUNS);
	trial_search(f->trial, 1);
	smells = trial_smells(f->trial, &nr);
	for (size_t i = 0; i < nr; i++) {
		if ((int)smells[i].kind == last)
			continue;
		last = (int)smells[i].kind;
		strbuf_addf(&found, "%s%s", found.len ? " " : "",
			    trial_smell_terms.names[last]);
	}
	if (!nr)
		strbuf_add(&found, STR("none"));
	if (!str_equal(strbuf_str(&found), expected))
		fail_msg("%s: %s, expected " STR_FMT, name, found.ptr,
			 STR_ARG(expected));
	assert_int_equal(!nr, trial_is_clean(f->trial));
	strbuf_release(&found);
}

static void test_each_smell_is_found(void **state)
{
	for (int i = 0; i < trial_smell_terms.nr; i++)
		check_smells(*state, trial_smell_terms.names[i]);
	check_smells(*state, "clean");
}

static void test_a_smell_names_its_line_and_run(void **state)
{
	struct fixture *f = *state;
	const struct trial_smell *smells;
	size_t nr;

	open_trial(f, "repeated", -1);
	trial_play(f->trial, 1, RUNS);
	smells = trial_smells(f->trial, &nr);
	assert_int_equal(1, nr);
	assert_int_equal(24, smells[0].line);
	assert_in_range(smells[0].runs, 1, RUNS);
	trial_run_text(f->trial, smells[0].seed, &f->out);
	assert_non_null(strstr(strstr(f->out.ptr, "What is it?") + 1,
			       "What is it?"));
}

/* ---- runs ---------------------------------------------------------------- */

static void test_a_run_is_the_same_alone(void **state)
{
	struct fixture *f = *state;

	open_trial(f, "clean", -1);
	for (uint64_t seed = 1; seed < 20; seed++) {
		strbuf_truncate(&f->out, 0);
		trial_run_text(f->trial, seed, &f->out);
	}
	trial_run_text(f->trial, 7, &f->other);
	open_trial(f, "clean", -1);
	strbuf_truncate(&f->out, 0);
	trial_run_text(f->trial, 7, &f->out);
	assert_string_equal(f->out.ptr, f->other.ptr);
	strbuf_truncate(&f->other, 0);
	trial_run_text(f->trial, 11, &f->other);
	assert_string_not_equal(strchr(f->out.ptr, '\n'),
				strchr(f->other.ptr, '\n'));
}

static void test_conducts_and_levels_take_turns(void **state)
{
	struct fixture *f = *state;
	size_t met[CONDUCT_NR][LEVEL_NR] = { { 0 } };

	open_trial(f, "clean", -1);
	for (uint64_t seed = 5; seed < 5 + CONDUCT_NR * LEVEL_NR; seed++) {
		struct trial_way way = trial_way(f->trial, seed);

		met[way.conduct][way.level]++;
	}
	for (int c = 0; c < CONDUCT_NR; c++)
		for (int l = 0; l < LEVEL_NR; l++)
			assert_int_equal(1, met[c][l]);
	open_trial(f, "clean", LEVEL_TOUGH);
	for (uint64_t seed = 0; seed < 20; seed++) {
		const struct session *session = trial_run(f->trial, seed);

		assert_int_equal(LEVEL_TOUGH, session_options(session)->level);
	}
}

/* ---- counts -------------------------------------------------------------- */

static void test_counts_add_up(void **state)
{
	struct fixture *f = *state;
	size_t runs = 0, good = 0;
	const struct tally *tally;

	open_trial(f, "clean", -1);
	trial_play(f->trial, 1, RUNS);
	tally = &f->trial->tally;
	assert_int_equal(RUNS, tally->runs);
	for (int c = 0; c < CONDUCT_NR; c++)
		assert_int_equal(RUNS / CONDUCT_NR, tally->of_conduct[c]);
	for (int e = 0; e < 2; e++) {
		const struct trial_ending *ending = &tally->endings[e];
		const struct score_range *scores = &ending->scores;

		runs += ending->runs;
		good += ending->of_conduct[CONDUCT_GOOD];
		assert_true(scores->nr <= ending->runs);
		assert_true(scores->low <= scores->middle);
		assert_true(scores->middle <= scores->high);
	}
	assert_int_equal(RUNS, runs + tally->unfinished);
	assert_int_equal(RUNS / CONDUCT_NR, good);
	assert_true(tally->endings[0].of_conduct[CONDUCT_GOOD] >
		    tally->endings[0].of_conduct[CONDUCT_BAD]);
	/* everybody hears the first line once, and enters once */
	assert_int_equal(RUNS, tally->visits[0]);
	assert_int_equal(RUNS, tally->uses[0]);
	assert_int_equal(RUNS, tally->said[0][0]);
}

/* The first run that ended so does. */
static void test_an_ending_names_a_run(void **state)
{
	struct fixture *f = *state;

	open_trial(f, "clean", -1);
	trial_play(f->trial, 1, RUNS);
	for (int e = 0; e < 2; e++) {
		uint64_t seed = f->trial->tally.endings[e].seed;

		assert_int_equal(e, session_ending(trial_run(f->trial, seed)));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_each_smell_is_found,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_a_smell_names_its_line_and_run, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_run_is_the_same_alone,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_conducts_and_levels_take_turns, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_counts_add_up, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_an_ending_names_a_run,
						set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
