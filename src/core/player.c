#include "player_parts.h"

#include <stdlib.h>

enum {
	STEPS = 7, /* of one round */
	/* every step looks through all items, some times */
	WORK_OF_A_STEP = 2000,
	WORK_MOST = 1 << 25,
};

struct player *player_new(const struct scenario *scenario,
			  const struct rubric *rubric, const struct pool *pool,
			  struct str yaml)
{
	struct player *player = memory_new(sizeof(*player));

	*player = (struct player){
		.scenario = scenario,
		.rubric = *rubric,
		.level = scenario->level,
	};
	player->rubric.recall = &player->recall;
	player->lines =
		player_lines_for(&player->arena, scenario, pool, yaml, 3);
	player->moments = ARENA_ARRAY(&player->arena, struct moments *,
				      scenario->nr_scenes);
	player_list(player);
	return player;
}

void player_free(struct player *player)
{
	if (!player)
		return;
	session_free(player->session);
	recall_release(&player->recall);
	arena_release(&player->arena);
	free(player);
}

/* ---- exploring --------------------------------------------------------- */

static void try_item(struct player *player, const struct item *item)
{
	const struct moment *moment = player_moment(player, item);

	if (moment)
		player_replay(player, moment);
	else
		player_begin_at(player, player->level);
	for (int i = 0; i < STEPS && !session_ended(player->session) &&
			!item->seen.happened;
	     i++) {
		struct input input = player_draw(player, 5)
					     ? player_aim(player, item)
					     : player_random(player);

		player_do(player, &input);
	}
}

static bool is_to_try(const struct item *item, unsigned kinds)
{
	return !item->seen.happened && !item->seen.by_chance &&
	       kinds >> item->seen.kind & 1;
}

/* One of the items that have not happened, each as likely as the others;
 * NULL: all have. */
static const struct item *item_to_try(struct player *player, unsigned kinds)
{
	size_t nr = 0, skip;

	for (size_t i = 0; i < player->nr_items; i++)
		nr += is_to_try(&player->items[i], kinds);
	if (!nr)
		return NULL;
	skip = player_draw(player, nr);
	for (size_t i = 0;; i++)
		if (is_to_try(&player->items[i], kinds) && !skip--)
			return &player->items[i];
}

void player_explore(struct player *player, unsigned kinds, int rounds)
{
	static const enum level levels[] = {
		LEVEL_FIRM,
		LEVEL_TOUGH,
		LEVEL_FIRM,
		LEVEL_GENTLE,
	};
	size_t most = WORK_MOST / (WORK_OF_A_STEP + player->nr_items);
	enum level level = player->level;

	most += player->steps;
	for (int i = 0; i < rounds && player->steps < most; i++) {
		const struct item *item = item_to_try(player, kinds);

		if (!item)
			break;
		player->level = levels[i % (int)ARRAY_LEN(levels)];
		try_item(player, item);
	}
	player->level = level;
}

/* What was said decides where a talk goes; its seed only what was shown. */
void player_learn(struct player *player, const struct session *session)
{
	size_t before = player->nr_happened;

	player_mark(player, session, 0, 0);
	if (player->nr_happened == before)
		return;
	player_begin_at(player, session_options(session)->level);
	for (size_t i = 0; i < session_nr_turns(session); i++) {
		const struct turn *turn = session_turn(session, i);
		struct input input = {
			.act = turn->act,
			.line = arena_str(&player->arena, turn->said),
			.picked = turn->picked,
		};

		if (!player_do(player, &input))
			break;
	}
}

/* ---- from outside ------------------------------------------------------ */

size_t player_nr_items(const struct player *player)
{
	return player->nr_items;
}

const struct player_item *player_item(const struct player *player, size_t i)
{
	return &player->items[i].seen;
}

const struct session *player_visit(struct player *player, size_t scene)
{
	const struct moments *moments = player->moments[scene];

	if (!moments)
		return NULL;
	player_replay(player, &moments->items[0]);
	/* at another level than when it was found it may end elsewhere */
	return session_scene(player->session) == (int)scene ? player->session
							     : NULL;
}

struct heard player_can_say(const struct player *player)
{
	struct heard heard = { 0 };

	for (size_t i = 0; i < player->lines.nr; i++) {
		heard.facts |= player->lines.items[i].facts;
		heard.topics |= player->lines.items[i].topics;
	}
	return heard;
}

unsigned player_called_for(const struct player *player)
{
	return player->called;
}
