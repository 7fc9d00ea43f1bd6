#include "player_parts.h"

#include <stdlib.h>

enum {
	STEPS = 7,    /* of one round */
	STUDIED = 20, /* lines a round */
	/* every step looks through all items, some times */
	WORK_OF_A_STEP = 2000,
	WORK_MOST = 1 << 27,
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
	player->visits = ARENA_ARRAY(&player->arena, struct moment,
				     scenario->nr_scenes * PLAYER_VISITS);
	player_list(player);
	player_measure(player);
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

/* Judges a few more lines where the talk stands: what they show, the pool says
 * only of its own. */
static void study(struct player *player)
{
	struct arena arena = { 0 };

	for (int i = 0; i < STUDIED && player->studied < player->lines.nr;
	     i++) {
		struct player_line *line =
			&player->lines.items[player->studied];
		const struct verdict *verdict =
			session_draft(player->session, line->text, &arena);

		if (!verdict)
			break;
		line->behaviours |= verdict->behaviours;
		player->studied++;
	}
	arena_release(&arena);
}

static bool can_happen(const struct player *player, const struct item *item)
{
	return !item->seen.happened && !session_ended(player->session) &&
	       player_distance(player, item) < CONDITION_NEVER;
}

static void try_item(struct player *player, const struct item *item)
{
	const struct moment *moment = player_moment(player, item);

	if (moment)
		player_replay(player, moment);
	else
		player_begin_at(player, player->level);
	study(player);
	for (int i = 0; i < STEPS && can_happen(player, item); i++) {
		struct input input = player_draw(player, 5)
					     ? player_aim(player, item)
					     : player_random(player);

		player_do(player, &input);
	}
}

bool player_seeks(const struct player *player, const struct item *item)
{
	return !item->seen.happened && !item->seen.by_chance &&
	       player->kinds >> item->seen.kind & 1;
}

/* One of the items that have not happened, each as likely as the others;
 * NULL: all have. */
static const struct item *item_to_try(struct player *player)
{
	size_t nr = 0, skip;

	for (size_t i = 0; i < player->nr_items; i++)
		nr += player_seeks(player, &player->items[i]);
	if (!nr)
		return NULL;
	skip = player_draw(player, nr);
	for (size_t i = 0;; i++)
		if (player_seeks(player, &player->items[i]) && !skip--)
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
	size_t most = WORK_MOST / (WORK_OF_A_STEP + player->step_work);
	enum level level = player->level;

	player->kinds = kinds;
	most += player->steps;
	for (int i = 0; i < rounds && player->steps < most; i++) {
		const struct item *item = item_to_try(player);

		if (!item)
			break;
		player->level = levels[i % (int)ARRAY_LEN(levels)];
		try_item(player, item);
	}
	player->level = level;
}

void player_learn(struct player *player, const struct session *session)
{
	player_mark(player, session, 0, 0);
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
	const struct moment *best = &player->visits[scene * PLAYER_VISITS];

	if (!best->kept)
		return NULL;
	player_replay(player, best);
	return player->session;
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
