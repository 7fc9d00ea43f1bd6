#include "player_parts.h"

static struct item *add_item(struct player *player, enum player_item_kind kind,
			     int scene, unsigned line, struct str label)
{
	struct item *item;

	player->items =
		arena_grow(&player->arena, player->items, player->nr_items,
			   &player->alloc_items, sizeof(*player->items));
	item = &player->items[player->nr_items++];
	*item = (struct item){
		.seen = { .kind = kind, .label = label, .line = line },
		.scene = scene,
		.topic = -1,
	};
	return item;
}

static void add_entries(struct player *player, enum player_item_kind kind,
			const char *name, int scene, int topic,
			const struct entries *entries, struct str of)
{
	for (size_t i = 0; i < entries->nr; i++) {
		struct str label = arena_printf(
			&player->arena, "%s %zu%s" STR_FMT " ", name, i + 1,
			of.len ? " of " : "", STR_ARG(of));
		struct item *item = add_item(player, kind, scene,
					     entries->items[i].line, label);

		item->condition = entries->items[i].condition;
		item->topic = topic;
	}
}

/* The client always goes on from here at once: nothing is ever said. */
static bool passes_through(const struct scene *scene)
{
	for (size_t i = 0; i < scene->client.nr; i++) {
		if (scene->client.items[i].go.kind == GO_NOWHERE)
			return false;
		if (!scene->client.items[i].condition)
			return true;
	}
	return false;
}

static void add_scene(struct player *player, int s)
{
	const struct scene *scene = &player->scenario->scenes[s];

	add_item(player, ITEM_SCENE, s, scene->line,
		 arena_printf(&player->arena, "scene " STR_FMT,
			      STR_ARG(scene->id)));
	add_entries(player, ITEM_CLIENT, "client", s, -1, &scene->client,
		    scene->id);
	if (passes_through(scene))
		return;
	add_entries(player, ITEM_LISTEN, "listen", s, -1, &scene->listen,
		    scene->id);
	for (size_t i = 0; i < scene->nr_replies; i++)
		add_item(player, ITEM_REPLY, s, scene->replies[i].line,
			 arena_printf(&player->arena, "reply %zu of " STR_FMT,
				      i + 1, STR_ARG(scene->id)));
}

void player_list(struct player *player)
{
	const struct scenario *scenario = player->scenario;

	for (size_t s = 0; s < scenario->nr_scenes; s++)
		add_scene(player, (int)s);
	add_entries(player, ITEM_REACTION, "reaction", -1, -1,
		    &scenario->reactions, STR(""));
	add_entries(player, ITEM_PUSHBACK, "pushback", -1, -1,
		    &scenario->pushbacks, STR(""));
	for (size_t t = 0; t < scenario->nr_topics; t++)
		add_entries(player, ITEM_TOPIC, "topic", -1, (int)t,
			    &scenario->topics[t].say, scenario->topics[t].id);
	for (size_t e = 0; e < scenario->nr_endings; e++) {
		const struct ending *ending = &scenario->endings[e];

		add_item(player, ITEM_ENDING, -1, ending->line,
			 arena_printf(&player->arena, "ending " STR_FMT,
				      STR_ARG(ending->id)))
			->condition = ending->condition;
	}
}

static void mark_scene(struct player *player, int scene)
{
	for (size_t i = 0; i < player->nr_items; i++)
		if (player->items[i].seen.kind == ITEM_SCENE &&
		    player->items[i].scene == scene)
			player->items[i].seen.happened = true;
}

static void mark_reply(struct player *player, int scene, size_t place)
{
	size_t seen = 0;

	for (size_t i = 0; i < player->nr_items; i++)
		if (player->items[i].seen.kind == ITEM_REPLY &&
		    player->items[i].scene == scene && ++seen == place)
			player->items[i].seen.happened = true;
}

/* A part of the trace: does it name the item? */
static void mark_part(struct player *player, struct str part)
{
	for (size_t i = 0; i < player->nr_items; i++) {
		struct item *item = &player->items[i];

		if (item->seen.kind == ITEM_ENDING
			    ? str_equal(part, item->seen.label)
			    : str_starts_with(part, item->seen.label)) {
			item->seen.happened = true;
			if (item->seen.kind == ITEM_CLIENT)
				mark_scene(player, item->scene);
		}
	}
}

void player_mark_turn(struct player *player, const struct turn *turn)
{
	const struct scene *scene = &player->scenario->scenes[turn->scene];
	const struct verdict *verdict = turn->verdict;
	struct str why = turn->why;
	size_t at = 0;

	while (at < why.len) {
		size_t end = str_find(why, STR("; "), at);

		mark_part(player, str_slice(why, at, end));
		at = end + 2;
	}
	for (size_t i = 0; i < scene->nr_replies; i++)
		if (turn->act == ACT_NONE ? turn->picked == (int)i + 1
					  : turn->act == scene->replies[i].act)
			mark_reply(player, turn->scene, i + 1);
	if (turn->scene_after >= 0)
		mark_scene(player, turn->scene_after);
	if (turn->act == ACT_NONE && !turn->picked)
		return;
	player->called |= verdict->expected;
	for (int p = 0; p < PRINCIPLE_NR; p++)
		if (verdict->principles[p] != SCORE_NONE)
			player->called |= 1u << p;
}

/* The trace begins with the first turn; what opens the talk is known by its
 * lines. */
void player_mark_opening(struct player *player)
{
	const struct scenario *scenario = player->scenario;
	size_t nr;
	const struct heard_line *lines = session_opening(player->session, &nr);

	mark_scene(player, scenario->start);
	for (size_t i = 0; i < nr; i++)
		for (size_t s = 0; s < scenario->nr_scenes; s++) {
			const struct scene *scene = &scenario->scenes[s];

			for (size_t c = 0; c < scene->client.nr; c++) {
				const struct entry *entry =
					&scene->client.items[c];

				if (!entry->nr_say ||
				    !str_equal(entry->say[0], lines[i].text))
					continue;
				mark_part(player,
					  arena_printf(
						  &player->arena,
						  "client %zu of " STR_FMT " ",
						  c + 1, STR_ARG(scene->id)));
			}
		}
}
