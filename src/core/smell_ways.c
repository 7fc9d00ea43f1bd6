/* How scenes lead to each other. */
#include "smell_parts.h"

/* Scenes seen, and those whose ways are still to be followed. */
struct walk {
	const struct scenario *scenario;
	bool *seen;
	int *queue;
	size_t nr;
};

static struct walk walk_new(struct smelling *smelling)
{
	size_t nr = smelling->scenario->nr_scenes;

	return (struct walk){
		.scenario = smelling->scenario,
		.seen = ARENA_ARRAY(smelling->arena, bool, nr),
		.queue = ARENA_ARRAY(smelling->arena, int, nr),
	};
}

static void walk_clear(struct walk *walk)
{
	while (walk->nr)
		walk->seen[walk->queue[--walk->nr]] = false;
}

static void walk_to(struct walk *walk, const struct go *go)
{
	if (go->kind != GO_SCENE || walk->seen[go->index])
		return;
	walk->seen[go->index] = true;
	walk->queue[walk->nr++] = go->index;
}

/* Somebody listens there and answers: what may happen anywhere may happen. */
static bool is_talk(const struct scene *scene)
{
	return scene->listen.nr && (scene->channel == CHANNEL_NONE ||
				    channel_is_live(scene->channel));
}

/* The i-th way that begins anywhere: reactions and the like; NULL: no more. */
static const struct go *aside(const struct scenario *scenario, size_t i)
{
	const struct entries *lists[] = { &scenario->reactions,
					  &scenario->pushbacks };

	for (size_t l = 0; l < ARRAY_LEN(lists); l++) {
		if (i < lists[l]->nr)
			return &lists[l]->items[i].go;
		i -= lists[l]->nr;
	}
	for (size_t t = 0; t < scenario->nr_topics; t++) {
		if (i < scenario->topics[t].say.nr)
			return &scenario->topics[t].say.items[i].go;
		i -= scenario->topics[t].say.nr;
	}
	return NULL;
}

static void walk_from(struct walk *walk, int s)
{
	const struct scene *scene = &walk->scenario->scenes[s];
	const struct go *go;

	for (size_t i = 0; (go = scene_way(scene, i)); i++)
		walk_to(walk, go);
	if (is_talk(scene))
		for (size_t i = 0; (go = aside(walk->scenario, i)); i++)
			if (go->kind != GO_SCENE || go->index != s)
				walk_to(walk, go);
}

void smell_unreachable(struct smelling *smelling)
{
	const struct scenario *scenario = smelling->scenario;
	const struct go start = { GO_SCENE, scenario->start };
	struct walk walk = walk_new(smelling);

	walk_to(&walk, &start);
	for (size_t i = 0; i < walk.nr; i++)
		walk_from(&walk, walk.queue[i]);
	for (size_t s = 0; s < scenario->nr_scenes; s++)
		if (!walk.seen[s])
			smell_add(smelling, scenario->scenes[s].line,
				  "nothing leads to the scene '" STR_FMT
				  "': let something 'go' there, or take it out",
				  STR_ARG(scenario->scenes[s].id));
}

/* ---- no way out --------------------------------------------------------- */

static bool leads_out(const struct scene *scene, const bool *out)
{
	const struct go *go;

	for (size_t i = 0; (go = scene_way(scene, i)); i++)
		if (go->kind == GO_END || go->kind == GO_ENDING ||
		    go->kind == GO_BACK ||
		    (go->kind == GO_SCENE && out[go->index]))
			return true;
	return false;
}

void smell_no_way_out(struct smelling *smelling)
{
	const struct scenario *scenario = smelling->scenario;
	bool *out = ARENA_ARRAY(smelling->arena, bool, scenario->nr_scenes);
	bool more = true;

	while (more) {
		more = false;
		/* scripts run downwards, so that one round mostly does */
		for (size_t s = scenario->nr_scenes; s--;)
			if (!out[s] && leads_out(&scenario->scenes[s], out))
				more = out[s] = true;
	}
	for (size_t s = 0; s < scenario->nr_scenes; s++)
		if (!out[s])
			smell_add(smelling, scenario->scenes[s].line,
				  "from the scene '" STR_FMT "' no way leads "
				  "to an ending but the client's patience: let "
				  "'listen' or an act 'go' on from there",
				  STR_ARG(scenario->scenes[s].id));
}

/* ---- one line ----------------------------------------------------------- */

static bool has_back(const struct scene *scene)
{
	const struct go *go;

	for (size_t i = 0; (go = scene_way(scene, i)); i++)
		if (go->kind == GO_BACK)
			return true;
	return false;
}

/* Does it lead to another scene, from which one comes back? */
static bool is_detour(const struct scenario *scenario, size_t from,
		      const struct go *go)
{
	return go->kind == GO_SCENE && go->index != (int)from &&
	       has_back(&scenario->scenes[go->index]);
}

static bool is_come_back_to(struct walk *walk, size_t s)
{
	const struct scenario *scenario = walk->scenario;
	const struct scene *scene = &scenario->scenes[s];
	const struct go *go;

	for (size_t i = 0; (go = scene_way(scene, i)); i++)
		if (is_detour(scenario, s, go))
			return true;
	for (size_t i = 0; is_talk(scene) && (go = aside(scenario, i)); i++)
		if (is_detour(scenario, s, go))
			return true;
	walk_clear(walk);
	walk_from(walk, (int)s);
	for (size_t i = 0; i < walk->nr && !walk->seen[s]; i++)
		walk_from(walk, walk->queue[i]);
	return walk->seen[s];
}

void smell_one_line(struct smelling *smelling)
{
	const struct scenario *scenario = smelling->scenario;
	struct walk walk = walk_new(smelling);

	for (size_t s = 0; s < scenario->nr_scenes; s++) {
		const struct scene *scene = &scenario->scenes[s];
		size_t lines = 0;

		for (size_t i = 0; i < scene->client.nr; i++)
			lines += scene->client.items[i].nr_say;
		if (lines == 1 && is_come_back_to(&walk, s))
			smell_add(smelling, scene->line,
				  "the talk can come back to '" STR_FMT
				  "', and the client would say the same again: "
				  "give 'client' a second line",
				  STR_ARG(scene->id));
	}
}
