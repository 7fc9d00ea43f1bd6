/*
 * Plays every scenario until everything in it has happened: each scene,
 * client and listen entry, reply, reaction, pushback, topic answer and
 * ending. What never happens is printed, and fails.
 *
 * The player aims: it takes something that has not happened yet, goes back
 * to a moment near it, and tries what its condition asks for, with some
 * chance. Seeded, so that a run is like the one before.
 */
#include <stdio.h>
#include <stdlib.h>

#include "plan.h"
#include "reach_parts.h"
#include "rehearse/embedded.h"
#include "rehearse/file.h"

enum {
	ROUNDS = 1000, /* of one scenario, when something stays away */
	STEPS = 7,     /* of one round */
};

static void try_item(struct player *player, const struct item *item)
{
	const struct moment *moment = player_moment(player, item);

	if (moment)
		player_replay(player, moment);
	else
		player_begin(player, player->level);
	for (int i = 0;
	     i < STEPS && !session_ended(player->session) && !item->happened;
	     i++) {
		struct input input = player_draw(player, 5)
					     ? player_aim(player, item)
					     : player_random(player);

		player_do(player, &input);
	}
}

/* What the plans do is a way worth knowing. */
static void play_plans(struct player *player, char **plans, int nr)
{
	for (int i = 0; i < nr; i++) {
		struct plan plan;
		struct error err;

		if (!plan_read(&player->arena, str_from(plans[i]), &plan,
			       &err) ||
		    !str_equal(plan.scenario, player->scenario->id) ||
		    plan.nr_fills)
			continue;
		player_begin(player, player->scenario->level);
		for (size_t s = 0; s < plan.nr_steps; s++) {
			const struct plan_step *step = &plan.steps[s];
			struct input input = say_input(step->value);
			uint64_t place;

			if (!plan_is_input(step) ||
			    session_ended(player->session))
				continue;
			if (str_equal(step->key, STR("act")))
				input.act = (enum act)terms_find(&act_terms,
								 step->value);
			if (str_equal(step->key, STR("pick")) &&
			    str_number(step->value, 99, &place) && place &&
			    place <= player_here(player)->nr_replies)
				input = reply_input(player_here(player),
						    (size_t)place - 1);
			player_do(player, &input);
		}
	}
}

static void explore(struct player *player)
{
	static const enum level levels[] = {
		LEVEL_FIRM,
		LEVEL_TOUGH,
		LEVEL_FIRM,
		LEVEL_GENTLE,
	};

	for (int round = 0; round < ROUNDS && !player_is_done(player);
	     round++) {
		size_t first = player_draw(player, player->nr_items);

		player->level = levels[round % (int)ARRAY_LEN(levels)];
		for (size_t i = 0; i < player->nr_items; i++) {
			struct item *item =
				&player->items[(first + i) % player->nr_items];

			if (item->happened)
				continue;
			try_item(player, item);
			break;
		}
	}
}

static bool reach(const char *path, const struct rubric *rubric, char **plans,
		  int nr_plans)
{
	struct player player = { .rubric = rubric };
	struct plan plan = { .scenario = str_from(path), .level = -1 };
	struct error err;
	struct str yaml;
	size_t missing;

	player.scenario = plan_scenario(&player.arena, &plan);
	if (!player.scenario || !file_read(&player.arena, str_from(path),
					   FILE_MAX_SCENARIO, &yaml, &err)) {
		arena_release(&player.arena);
		return false;
	}
	player.lines = reach_lines_for(&player.arena, player.scenario, yaml, 3);
	player.moments = ARENA_ARRAY(&player.arena, struct moments,
				     player.scenario->nr_scenes);
	player.level = player.scenario->level;
	player_list(&player);
	play_plans(&player, plans, nr_plans);
	explore(&player);
	missing = player_print_missing(&player);
	session_free(player.session);
	arena_release(&player.arena);
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
