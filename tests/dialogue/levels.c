/*
 * The same talks at every level: what somebody says who goes about it well,
 * so-so or badly (levels/(*).talk, by the beginning of its name), played to a
 * gentle, a firm and a tough client. A plan's last lines say how that ends:
 *
 *   gentle: KIND    firm: KIND    tough: KIND      good, mixed or bad
 *
 * After as many turns a harder client trusts no more. Over all of them a
 * gentle client presses nobody and a tough one more than a firm one, who does
 * well is never walked out on, and who does badly the more the harder. (Who
 * slips and takes it `back` is won back.)
 * Prints the table of endings: kind, ending, turns, pressed, trust.
 */
#include <stdio.h>
#include <stdlib.h>

#include "plan.h"
#include "rehearse/embedded.h"

struct outcome {
	struct str kind, ending; /* empty: it has not ended */
	unsigned turns, pressed;
	bool walked; /* out of patience */
	int trust;
};

/* Pushbacks are the last entries of a scenario. */
static unsigned count_pressed(const struct session *session)
{
	const struct scenario *scenario = session_scenario(session);
	size_t first = scenario_nr_entries(scenario) - scenario->pushbacks.nr;
	const struct use *uses;
	unsigned pressed = 0;
	size_t nr;

	uses = session_uses(session, &nr);
	for (size_t i = 0; i < nr; i++)
		pressed += uses[i].entry >= first && uses[i].line != USE_MET;
	return pressed;
}

static struct outcome outcome_of(const struct session *session)
{
	const struct scenario *scenario = session_scenario(session);
	struct outcome outcome = {
		.turns = (unsigned)session_nr_turns(session),
		.pressed = count_pressed(session),
		.walked = session_ended(session) && !session_patience(session),
		.trust = session_trust(session),
	};

	if (session_ended(session)) {
		const struct ending *ending =
			&scenario->endings[session_ending(session)];

		outcome.kind =
			terms_name(&ending_kind_terms, (int)ending->kind);
		outcome.ending = ending->id;
	}
	return outcome;
}

/* What cannot be said or done at a moment is left out: the same words lead a
 * tough client elsewhere than a gentle one. */
static struct outcome play(const struct plan *plan,
			   const struct scenario *scenario,
			   const struct rubric *rubric)
{
	struct session *session = plan_session(plan, scenario, rubric);
	struct outcome outcome;
	struct error ignored;

	for (size_t i = 0; i < plan->nr_steps && !session_ended(session); i++)
		if (plan_is_input(&plan->steps[i]))
			plan_input(&plan->steps[i], session, &ignored);
	outcome = outcome_of(session);
	session_free(session);
	return outcome;
}

/* ---- one talk ----------------------------------------------------------- */

static bool fail(const struct plan *plan, const char *what, int level)
{
	printf("\n" STR_FMT ": %s (%s)\nagain with: make test T=" STR_FMT "\n",
	       STR_ARG(plan->path), what, level_terms.names[level],
	       STR_ARG(plan->path));
	return false;
}

static struct str expected_kind(const struct plan *plan, int level)
{
	for (size_t i = 0; i < plan->nr_steps; i++)
		if (terms_find(&level_terms, plan->steps[i].key) == level)
			return plan->steps[i].value;
	return STR("");
}

static bool check(const struct plan *plan, const struct outcome *outcomes)
{
	for (int level = 0; level < LEVEL_NR; level++) {
		const struct outcome *outcome = &outcomes[level];

		if (!outcome->kind.len)
			return fail(plan, "it has not ended", level);
		if (!str_equal(outcome->kind, expected_kind(plan, level)))
			return fail(plan, "another ending is expected", level);
		if (level && outcome->turns == outcomes[level - 1].turns &&
		    outcome->trust > outcomes[level - 1].trust)
			return fail(plan, "trusts more than a milder one",
				    level);
	}
	return true;
}

static void print(const struct plan *plan, const struct outcome *outcomes)
{
	struct str name = plan->path;

	while (str_find(name, STR("/"), 0) < name.len)
		str_cut(&name, '/', &(struct str){ 0 });
	printf("%-28.*s", STR_ARG(name));
	for (int level = 0; level < LEVEL_NR; level++)
		printf(" | %-5.*s %-13.*s %2u %u %3d",
		       STR_ARG(outcomes[level].kind),
		       STR_ARG(outcomes[level].ending), outcomes[level].turns,
		       outcomes[level].pressed, outcomes[level].trust);
	printf("\n");
}

static bool run_plan(const char *path, const struct rubric *rubric,
		     struct shelf *shelf, struct outcome outcomes[LEVEL_NR])
{
	const struct scenario *scenario;
	struct arena arena = { 0 };
	struct plan plan;
	struct error err;
	bool passed = plan_read(&arena, str_from(path), &plan, &err);

	if (!passed)
		printf("%s:%u: %s\n", path, err.line, err.text);
	scenario = passed ? plan_scenario(shelf, &plan) : NULL;
	for (int level = 0; scenario && level < LEVEL_NR; level++) {
		plan.level = level;
		outcomes[level] = play(&plan, scenario, rubric);
	}
	if (scenario)
		print(&plan, outcomes);
	passed = scenario && check(&plan, outcomes);
	arena_release(&arena);
	return passed;
}

/* ---- all of them -------------------------------------------------------- */

struct totals {
	unsigned pressed[LEVEL_NR], walked[LEVEL_NR], walked_good;
};

static bool check_totals(const struct totals *totals)
{
	const unsigned *pressed = totals->pressed, *walked = totals->walked;

	printf("pressed %u, %u, %u; walked out of %u, %u, %u\n", pressed[0],
	       pressed[1], pressed[2], walked[0], walked[1], walked[2]);
	return !pressed[LEVEL_GENTLE] && pressed[LEVEL_FIRM] &&
	       pressed[LEVEL_TOUGH] > pressed[LEVEL_FIRM] &&
	       walked[LEVEL_GENTLE] <= walked[LEVEL_FIRM] &&
	       walked[LEVEL_FIRM] < walked[LEVEL_TOUGH] && !totals->walked_good;
}

static void add(struct totals *totals, const char *path,
		const struct outcome *outcomes)
{
	struct str name = str_from(path);
	bool good = str_find(name, STR("/good-"), 0) < name.len;

	for (int level = 0; level < LEVEL_NR; level++) {
		totals->pressed[level] += outcomes[level].pressed;
		totals->walked[level] += outcomes[level].walked;
		totals->walked_good += good && outcomes[level].walked;
	}
}

int main(int argc, char **argv)
{
	struct totals totals = { 0 };
	struct shelf shelf = { 0 };
	struct rubric rubric;
	struct error err;
	int passed = 0, failed = 0;

	if (!rubric_open(embedded()->rubric, &rubric, &err)) {
		printf("rubric: %s\n", err.text);
		return EXIT_FAILURE;
	}
	rubric.spelling = embedded()->spelling;
	for (int i = 1; i < argc; i++) {
		struct outcome outcomes[LEVEL_NR] = { 0 };

		if (run_plan(argv[i], &rubric, &shelf, outcomes))
			passed++;
		else
			failed++;
		add(&totals, argv[i], outcomes);
	}
	/* a single talk shows no differences yet */
	if (argc > 2 && !check_totals(&totals))
		failed++;
	shelf_release(&shelf);
	printf("levels: %d passed, %d failed\n", passed, failed);
	return failed || !passed ? EXIT_FAILURE : EXIT_SUCCESS;
}
