#include "player_parts.h"

static struct item *add_item(struct player *player, enum player_item_kind kind,
			     int place, unsigned line, struct str label,
			     struct str text)
{
	struct item *item;

	player->items =
		arena_grow(&player->arena, player->items, player->nr_items,
			   &player->alloc_items, sizeof(*player->items));
	item = &player->items[player->nr_items++];
	*item = (struct item){
		.seen = {
			.kind = kind,
			.label = label,
			.line = line,
			.text = text,
		},
		.place = place,
		.topic = -1,
		.answer = -1,
		.first = player->nr_items - 1,
	};
	return item;
}

/* Of these the first that counts takes effect; of others any may. */
static const bool in_order[ITEM_KIND_NR] = {
	[ITEM_CLIENT] = true, [ITEM_LISTEN] = true, [ITEM_REACTION] = true,
	[ITEM_REMARK] = true, [ITEM_TOPIC] = true,
};

static bool waits_for_chance(const struct entry *entry)
{
	return condition_uses(entry->condition).asks ||
	       (entry->nr_say && line_has_slot(entry->say[0]));
}

/* Takes the entries' numbers from *number, and leaves the next there. */
static void add_entries(struct player *player, enum player_item_kind kind,
			const char *name, int scene, int topic,
			const struct entries *entries, struct str of,
			size_t *number)
{
	size_t first = player->nr_items;

	for (size_t i = 0; i < entries->nr; i++) {
		struct str label =
			arena_printf(&player->arena, "%s %zu%s" STR_FMT, name,
				     i + 1, of.len ? " of " : "", STR_ARG(of));
		const struct entry *entry = &entries->items[i];
		struct item *item =
			add_item(player, kind, scene, entry->line, label,
				 entry->nr_say ? entry->say[0] : STR(""));

		item->condition = entry->condition;
		item->entry = entry;
		item->number = *number;
		if (in_order[kind])
			item->first = first;
		item->seen.by_chance = waits_for_chance(entry);
		item->topic = topic;
		if (kind == ITEM_ANSWER)
			item->answer = (int)i;
		player->of_entry[(*number)++] = player->nr_items - 1;
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

static void add_scene(struct player *player, int s, size_t *number)
{
	const struct scene *scene = &player->scenario->scenes[s];

	player->of_scene[s] = player->nr_items;
	add_item(player, ITEM_SCENE, s, scene->line,
		 arena_printf(&player->arena, "scene " STR_FMT,
			      STR_ARG(scene->id)),
		 scene->narrator);
	add_entries(player, ITEM_CLIENT, "client", s, -1, &scene->client,
		    scene->id, number);
	if (passes_through(scene)) {
		*number += scene->listen.nr;
		return;
	}
	add_entries(player, ITEM_LISTEN, "listen", s, -1, &scene->listen,
		    scene->id, number);
	player->of_reply[s] = player->nr_items;
	for (size_t i = 0; i < scene->nr_replies; i++)
		add_item(player, ITEM_REPLY, s, scene->replies[i].line,
			 arena_printf(&player->arena, "reply %zu of " STR_FMT,
				      i + 1, STR_ARG(scene->id)),
			 scene->replies[i].text);
}

/* In the order of the entries' numbers; endings come last. */
void player_list(struct player *player)
{
	const struct scenario *scenario = player->scenario;
	size_t number = 0;

	player->of_entry = ARENA_ARRAY(&player->arena, size_t,
				       scenario_nr_entries(scenario));
	player->of_scene =
		ARENA_ARRAY(&player->arena, size_t, scenario->nr_scenes);
	player->of_reply =
		ARENA_ARRAY(&player->arena, size_t, scenario->nr_scenes);
	for (size_t s = 0; s < scenario->nr_scenes; s++)
		add_scene(player, (int)s, &number);
	for (size_t t = 0; t < scenario->nr_topics; t++)
		add_entries(player, ITEM_TOPIC, "topic", -1, (int)t,
			    &scenario->topics[t].say, scenario->topics[t].id,
			    &number);
	add_entries(player, ITEM_ANSWER, "answer", -1, -1, &scenario->answers,
		    STR(""), &number);
	add_entries(player, ITEM_REACTION, "reaction", -1, -1,
		    &scenario->reactions, STR(""), &number);
	add_entries(player, ITEM_NOD, "nod", -1, -1, &scenario->nods, STR(""),
		    &number);
	add_entries(player, ITEM_REMARK, "remark", -1, -1, &scenario->remarks,
		    STR(""), &number);
	add_entries(player, ITEM_PUSHBACK, "pushback", -1, -1,
		    &scenario->pushbacks, STR(""), &number);
	for (size_t e = 0; e < scenario->nr_endings; e++) {
		const struct ending *ending = &scenario->endings[e];
		struct item *item =
			add_item(player, ITEM_ENDING,
				 (int)(scenario->nr_scenes + e), ending->line,
				 arena_printf(&player->arena, "ending " STR_FMT,
					      STR_ARG(ending->id)),
				 ending->say);

		item->condition = ending->condition;
		item->first -= e;
	}
}

struct item *player_ending(struct player *player, size_t ending)
{
	return &player->items[player->nr_items - player->scenario->nr_endings +
			      ending];
}

/* ---- what has happened --------------------------------------------------- */

static void mark(struct player *player, struct item *item)
{
	player->nr_happened += !item->seen.happened;
	item->seen.happened = true;
}

static void mark_turn(struct player *player, const struct turn *turn)
{
	const struct scene *scene = &player->scenario->scenes[turn->scene];
	struct item *replies = player->items + player->of_reply[turn->scene];
	const struct verdict *verdict = turn->verdict;

	for (size_t i = 0; i < scene->nr_replies; i++)
		if (turn->act == ACT_NONE ? turn->picked == (int)i + 1
					  : turn->act == scene->replies[i].act)
			mark(player, &replies[i]);
	if (turn->ending >= 0)
		mark(player, player_ending(player, (size_t)turn->ending));
	if (turn->act == ACT_NONE && !turn->picked)
		return;
	player->called |= verdict->expected;
	for (int p = 0; p < PRINCIPLE_NR; p++)
		if (verdict->principles[p] != SCORE_NONE)
			player->called |= 1u << p;
}

void player_mark(struct player *player, const struct session *session,
		 size_t first_use, size_t first_turn)
{
	const struct use *uses;
	size_t nr;

	uses = session_uses(session, &nr);
	for (size_t i = first_use; i < nr; i++)
		mark(player, &player->items[player->of_entry[uses[i].entry]]);
	for (size_t s = 0; s < player->scenario->nr_scenes; s++)
		if (session_visits(session, s))
			mark(player, &player->items[player->of_scene[s]]);
	for (size_t i = first_turn; i < session_nr_turns(session); i++)
		mark_turn(player, session_turn(session, i));
}
