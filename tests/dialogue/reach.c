/*
 * Plays every scenario until everything in it has happened: each scene,
 * client and listen entry, reply, reaction, pushback, topic answer and
 * ending. What never happens is printed, and fails.
 */
#include <stdio.h>
#include <stdlib.h>

#include "plan.h"
#include "rehearse/embedded.h"
#include "rehearse/file.h"
#include "rehearse/player.h"

/* Of one scenario, when something stays away. What is rare may be missed by
 * chance, so the search begins anew before that counts as never. */
enum { ROUNDS = 1000, SEARCHES = 6 };

static void play_step(struct player *player, const struct plan_step *step)
{
	uint64_t place = 0;

	if (str_equal(step->key, STR("act")))
		player_act(player, (enum act)terms_find(&act_terms,
							step->value));
	else if (!str_equal(step->key, STR("pick")))
		player_say(player, step->value);
	else if (str_number(step->value, 99, &place))
		player_pick(player, place);
}

/* What the plans do is a way worth knowing. */
static void play_plans(struct player *player, struct str scenario,
		       char **plans, int nr)
{
	struct arena arena = { 0 };

	for (int i = 0; i < nr; i++) {
		struct plan plan;
		struct error err;

		if (!plan_read(&arena, str_from(plans[i]), &plan, &err) ||
		    !str_equal(plan.scenario, scenario) || plan.nr_fills)
			continue;
		player_begin(player);
		for (size_t s = 0; s < plan.nr_steps; s++)
			if (plan_is_input(&plan.steps[s]))
				play_step(player, &plan.steps[s]);
	}
	arena_release(&arena);
}

static size_t print_missing(const struct player *player, const char *path)
{
	size_t missing = 0;

	for (size_t i = 0; i < player_nr_items(player); i++) {
		const struct player_item *item = player_item(player, i);

		if (item->happened)
			continue;
		missing++;
		printf("%s:%u: never happened: " STR_FMT "\n", path,
		       item->line, STR_ARG(item->label));
	}
	return missing;
}

static bool reach(const char *path, const struct rubric *rubric, char **plans,
		  int nr_plans)
{
	struct plan plan = { .scenario = str_from(path), .level = -1 };
	struct arena arena = { 0 };
	const struct scenario *scenario = plan_scenario(&arena, &plan);
	size_t missing = 1;
	struct error err;
	struct str yaml;

	if (scenario && file_read(&arena, str_from(path), FILE_MAX_SCENARIO,
				  &yaml, &err)) {
		struct player *player =
			player_new(scenario, rubric, &embedded()->pool, yaml);

		play_plans(player, scenario->id, plans, nr_plans);
		for (int i = 0; i < SEARCHES; i++)
			player_explore(player, PLAYER_ALL_KINDS, ROUNDS);
		missing = print_missing(player, path);
		player_free(player);
	}
	arena_release(&arena);
	return !missing;
}

int main(int argc, char **argv)
{
	struct rubric rubric;
	struct error err;
	int passed = 0, failed = 0, first_plan = 1;

	if (!rubric_open(embedded()->rubric, &rubric, &err)) {
		printf("rubric: %s\n", err.text);
		return EXIT_FAILURE;
	}
	rubric.spelling = embedded()->spelling;
	while (first_plan < argc &&
	       !str_ends_with(str_from(argv[first_plan]), STR(".plan")))
		first_plan++;
	for (int i = 1; i < first_plan; i++) {
		if (reach(argv[i], &rubric, argv + first_plan,
			  argc - first_plan))
			passed++;
		else
			failed++;
	}
	printf("reach: %d passed, %d failed\n", passed, failed);
	return failed || !passed ? EXIT_FAILURE : EXIT_SUCCESS;
}
