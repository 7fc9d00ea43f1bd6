/*
 * Moments to come back to. For each item that is searched for the nearest
 * moment is kept, one in each scene, and the search goes on from there: so
 * what asks for three things one after the other is come to by steps, and not
 * by the chance of all three in one talk. Before, twenty thousand rounds came
 * to the last items of a script only just.
 *
 * How near a moment is counts what the item's condition still lacks, what
 * would go before it (an entry counts only when those above it fail or have
 * said all), how many scenes lie between, and patience that has nearly run
 * out. One moment in each scene, because the nearest of all may be a dead end:
 * in the right scene, with something untold that can only be told in a scene
 * left for good. And now and then any moment, because the measure may be wrong.
 */
#include "player_parts.h"

enum {
	SCENES_MOST = 200,        /* with more of them, or with longer lists, */
	STEP_WORK_MOST = 1 << 15, /* a scenario is searched without */
	HOPS_MOST = 50,
	HOP = 2, /* a scene further is as far as two facts */
	WEARY = 20,
	WEARINESS = 4, /* below it so much patience is as far as one */
	DRAWN = 3,     /* scenes to choose the nearest moment of */
	SELDOM = 8,
	ANY = 4, /* one time of so many */
};

/* ---- the ways between places --------------------------------------------- */

static size_t nr_places(const struct player *player)
{
	return player->scenario->nr_scenes + player->scenario->nr_endings;
}

static int *hops_at(const struct player *player, size_t scene, size_t place)
{
	return &player->hops[scene * nr_places(player) + place];
}

static bool comes_back(const struct player *player, size_t scene)
{
	const struct go *go;

	for (size_t i = 0;
	     (go = scene_way(&player->scenario->scenes[scene], i)); i++)
		if (go->kind == GO_BACK)
			return true;
	return false;
}

int player_hops(const struct player *player, int scene, int place)
{
	if (!player->guided)
		return 0;
	if (comes_back(player, (size_t)scene))
		return 1; /* wherever it began */
	return *hops_at(player, (size_t)scene, (size_t)place);
}

static bool shorten(int *hops, int other)
{
	if (other >= *hops)
		return false;
	*hops = other;
	return true;
}

/* What a way out makes shorter: to where it leads, and beyond. */
static bool take_way(const struct player *player, size_t scene,
		     const struct go *go)
{
	size_t nr_scenes = player->scenario->nr_scenes;
	bool shorter = false;

	switch (go->kind) {
	case GO_NOWHERE:
	case GO_BACK:
		break;
	case GO_SCENE:
		shorter = shorten(hops_at(player, scene, (size_t)go->index), 1);
		for (size_t p = 0; p < nr_places(player); p++)
			shorter |= shorten(
				hops_at(player, scene, p),
				1 + *hops_at(player, (size_t)go->index, p));
		/* a detour leads back here, and nowhere else */
		if (comes_back(player, (size_t)go->index))
			shorter |= shorten(hops_at(player, scene, scene), 2);
		break;
	case GO_ENDING:
		shorter = shorten(
			hops_at(player, scene, nr_scenes + (size_t)go->index),
			1);
		break;
	case GO_END:
		for (size_t p = nr_scenes; p < nr_places(player); p++)
			shorter |= shorten(hops_at(player, scene, p), 1);
		break;
	}
	return shorter;
}

static bool take_ways(const struct player *player, size_t s)
{
	const struct scenario *scenario = player->scenario;
	const struct entries *reactions = &scenario->reactions;
	const struct go *go;
	bool shorter = false;

	for (size_t i = 0; (go = scene_way(&scenario->scenes[s], i)); i++)
		shorter |= take_way(player, s, go);
	for (size_t i = 0; i < reactions->nr; i++)
		shorter |= take_way(player, s, &reactions->items[i].go);
	return shorter;
}

static void measure_hops(struct player *player)
{
	size_t nr_scenes = player->scenario->nr_scenes;
	size_t nr = nr_scenes * nr_places(player);
	bool shorter = true;

	player->hops = ARENA_ARRAY(&player->arena, int, nr);
	for (size_t i = 0; i < nr; i++)
		player->hops[i] = CONDITION_NEVER;
	for (int hop = 0; hop < HOPS_MOST && shorter; hop++) {
		shorter = false;
		for (size_t s = nr_scenes; s-- > 0;)
			shorter |= take_ways(player, s);
	}
}

void player_measure(struct player *player)
{
	player->step_work = 0;
	for (size_t i = 0; i < player->nr_items; i++)
		player->step_work += i + 1 - player->items[i].first;
	player->guided = player->scenario->nr_scenes <= SCENES_MOST &&
			 player->step_work <= STEP_WORK_MOST;
	if (player->guided)
		measure_hops(player);
	else
		player->step_work = 2 * player->nr_items;
}

/* ---- how near a moment is -------------------------------------------------
 */

/* Lines the entry has left; without any it acts once. */
static int lines_left(const struct player *player, const struct item *item)
{
	size_t nr = item->entry->nr_say ? item->entry->nr_say : 1;

	return (int)(nr - session_lines_said(player->session, item->number));
}

/* May the same words call for both? They may where the other asks for none in
 * particular. */
static bool is_rival(const struct item *item, const struct item *other)
{
	struct condition_uses a = condition_wants(item->condition, true);
	struct condition_uses b = condition_wants(other->condition, true);

	return a.did & b.did || a.just_told & b.just_told ||
	       !(b.did || b.just_told || b.asked || b.asks);
}

/* A nod is for what is new. */
static bool is_too_late(const struct player *player, const struct item *item)
{
	script_set facts = condition_wants(item->condition, true).just_told;

	return item->seen.kind == ITEM_NOD && facts &&
	       !(facts & ~session_told(player->session));
}

/* Until the one before it lets the item have the turn: it fails, or all it
 * does is said. */
static int until_past(const struct player *player, const struct item *item,
		      const struct item *before)
{
	int failing = condition_distance(before->condition,
					 session_now(player->session), false);
	int left;

	if (!before->entry || before->entry->go.kind != GO_NOWHERE)
		return failing;
	left = lines_left(player, before);
	return left < failing || is_rival(item, before) ? left : failing;
}

/* A pushback presses where the talk is weakest: those for weaker principles go
 * before it. Gentle clients press nobody. */
static int until_pressed(const struct player *player, const struct item *item)
{
	const struct session *session = player->session;
	const struct item *end = player->items + player->nr_items;
	int before = 0;

	if (session_options(session)->level == LEVEL_GENTLE)
		return CONDITION_NEVER;
	for (const struct item *other = player->items; other < end; other++)
		before += other->seen.kind == ITEM_PUSHBACK && other != item &&
			  lines_left(player, other) &&
			  session_is_weaker(session, other->entry->probes,
					    item->entry->probes);
	return before;
}

/* Who is about to hang up is far from anything else. */
static int weariness(const struct player *player, const struct item *item)
{
	int patience = session_patience(player->session);

	if (item->seen.kind == ITEM_ENDING || patience >= WEARY)
		return 0;
	return 1 + (WEARY - patience) / WEARINESS;
}

int player_distance(const struct player *player, const struct item *item)
{
	int here = session_scene(player->session), away;

	if (is_too_late(player, item))
		return CONDITION_NEVER;
	away = condition_distance(item->condition, session_now(player->session),
				  true);
	for (size_t i = item->first; &player->items[i] < item; i++)
		away += until_past(player, item, &player->items[i]);
	if (item->seen.kind == ITEM_PUSHBACK)
		away += until_pressed(player, item);
	away += weariness(player, item);
	if (item->place < 0 ||
	    (item->place == here && item->seen.kind != ITEM_CLIENT &&
	     item->seen.kind != ITEM_SCENE))
		return away;
	return away + HOP * player_hops(player, here, item->place);
}

/* ---- moments --------------------------------------------------------------
 */

static struct moment this_moment(const struct player *player, int worth)
{
	return (struct moment){
		.way = player->way,
		.level = session_options(player->session)->level,
		.worth = worth,
		.kept = true,
	};
}

/* As good a moment takes the other's place, so that there is some change; a
 * longer way seldom. */
static void keep(struct player *player, struct moment *moment, int worth)
{
	bool longer =
		moment->way && player->way && player->way->nr > moment->way->nr;

	if (!moment->kept || worth > moment->worth ||
	    (worth == moment->worth &&
	     (!longer || !player_draw(player, SELDOM))))
		*moment = this_moment(player, worth);
}

static int promise(const struct session *session)
{
	return session_trust(session) + session_patience(session) / 2 +
	       8 * script_set_count(session_told(session)) +
	       12 * script_set_count(session_known(session));
}

static void keep_visit(struct player *player, struct moment *visits)
{
	struct moment *any =
		&visits[1 + player_draw(player, PLAYER_VISITS - 1)];

	keep(player, visits, promise(player->session));
	if (!any->kept || !player_draw(player, SELDOM))
		*any = this_moment(player, 0);
}

void player_keep(struct player *player)
{
	size_t nr_scenes = player->scenario->nr_scenes, here;

	if (session_ended(player->session))
		return;
	here = (size_t)session_scene(player->session);
	keep_visit(player, &player->visits[here * PLAYER_VISITS]);
	for (size_t i = 0; player->guided && i < player->nr_items; i++) {
		struct item *item = &player->items[i];

		if (!player_seeks(player, item))
			continue;
		if (!item->near)
			item->near = ARENA_ARRAY(&player->arena, struct moment,
						 nr_scenes);
		keep(player, &item->near[here], -player_distance(player, item));
	}
}

static const struct moment *any_moment(struct player *player)
{
	const struct moment *moment = &player->visits[player_draw(
		player, player->scenario->nr_scenes * PLAYER_VISITS)];

	return moment->kept ? moment : NULL;
}

const struct moment *player_moment(struct player *player,
				   const struct item *item)
{
	const struct moment *nearest = NULL;

	size_t nr_scenes = player->scenario->nr_scenes;
	size_t drawn = player_draw(player, 2) ? DRAWN : 2 * nr_scenes;

	if (!item->near || !player_draw(player, ANY))
		return any_moment(player);
	for (size_t i = 0; i < drawn; i++) {
		const struct moment *moment =
			&item->near[player_draw(player, nr_scenes)];

		if (moment->kept && moment->worth > -CONDITION_NEVER &&
		    (!nearest || moment->worth > nearest->worth))
			nearest = moment;
	}
	return nearest;
}
