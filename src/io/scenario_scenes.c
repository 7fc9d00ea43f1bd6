/*
 * Scenes: what stands in them, and what must hold so that a conversation can
 * neither hang nor run in circles.
 */
#include <stddef.h>

#include "scenario_yaml.h"

/* ---- replies ----------------------------------------------------------- */

static const struct yaml_field reply_fields[] = {
	{
		.key = "act",
		.read = yaml_term,
		.offset = offsetof(struct reply, act),
		.terms = &act_terms,
	},
	{
		.key = "text",
		.read = read_speech,
		.offset = offsetof(struct reply, text),
		.required = true,
	},
	{
		.key = "go",
		.read = read_go,
		.offset = offsetof(struct reply, go),
	},
};
static const struct yaml_table reply_table = {
	"a reply", reply_fields, ARRAY_LEN(reply_fields),
};

static void check_reply(struct loader *loader, const struct yaml_node *node,
			const struct reply *reply, unsigned *acts)
{
	struct yaml *yaml = &loader->yaml;
	bool act = yaml_find(node, STR("act"));
	const struct yaml_node *go = yaml_find(node, STR("go"));

	if (go && !act)
		yaml_problem(yaml, go, "only acts have 'go': a reply is judged "
			     "like a typed one, and 'listen' decides where it "
			     "leads");
	if (act && !go && loader->moves_on)
		yaml_problem(yaml, node, "this act needs 'go': the scene has "
			     "no 'listen' to move on with");
	if (reply->act == ACT_NONE)
		return;
	if (*acts >> reply->act & 1)
		yaml_problem(yaml, node, "the act '" STR_FMT "' occurs once in "
			     "a scene", STR_ARG(terms_name(&act_terms,
							   (int)reply->act)));
	*acts |= 1u << reply->act;
}

static void read_replies(struct yaml *yaml, const struct yaml_field *field,
			 const struct yaml_node *value, void *target)
{
	struct loader *loader = (struct loader *)yaml;
	struct scene *scene = target;
	size_t alloc = 0;
	unsigned acts = 0;

	if (!yaml_is(yaml, value, YAML_LIST, field->key))
		return;
	if (!value->len)
		yaml_problem(yaml, value, "replies is empty");
	for (const struct yaml_node *at = value->first; at; at = at->next) {
		struct reply *reply;

		if (!loader_count(loader, at))
			return;
		scene->replies = arena_grow(yaml->arena, scene->replies,
					    scene->nr_replies, &alloc,
					    sizeof(*reply));
		reply = &scene->replies[scene->nr_replies++];
		*reply = (struct reply){ .act = ACT_NONE, .line = at->line };
		if (at->kind == YAML_TEXT)
			read_speech(yaml, field, at, &reply->text);
		else if (yaml_map(yaml, at, &reply_table, reply))
			check_reply(loader, at, reply, &acts);
	}
}

/* ---- a scene ----------------------------------------------------------- */

static void read_scene_heard(struct yaml *yaml, const struct yaml_field *field,
			     const struct yaml_node *value, void *target)
{
	struct loader *loader = (struct loader *)yaml;
	script_set seen = 0;

	(void)target;
	if (!yaml_is(yaml, value, YAML_MAP, field->key))
		return;
	for (const struct yaml_node *key = value->first; key;
	     key = key->next->next) {
		int fact = names_resolve(yaml, &loader->facts, key);
		uint32_t place = (uint32_t)loader->scene << 8 | (uint32_t)fact;

		if (fact < 0)
			continue;
		if (seen >> fact & 1)
			yaml_problem(yaml, key, "'" STR_FMT "' stands here a "
				     "second time", STR_ARG(yaml_text(key)));
		seen |= SCRIPT_BIT(fact);
		loader->scenario->facts[fact].heard = true;
		loader_phrases(loader, key->next,
			       SCENARIO_HIT(SCENARIO_HIT_SCENE_FACT, place));
	}
}

/* The last entry is what happens when nothing else is left. */
static void read_listen(struct yaml *yaml, const struct yaml_field *field,
			const struct yaml_node *value, void *target)
{
	const struct yaml_node *last = value;
	const struct entries *listen = target;
	const struct entry *entry;

	read_entries(yaml, field, value, target);
	if (value->kind == YAML_LIST)
		for (last = value->first; last && last->next;)
			last = last->next;
	if (!last || !listen->nr)
		return;
	entry = &listen->items[listen->nr - 1];
	if (entry->go.kind == GO_NOWHERE)
		yaml_problem(yaml, last, "the last entry of 'listen' needs "
			     "'go', so that the conversation cannot hang "
			     "here; for example: - go: end");
	if (last->kind == YAML_MAP && yaml_find(last, STR("if")))
		yaml_problem(yaml, last, "the last entry of 'listen' cannot "
			     "have 'if'; add one that always holds: - go: end");
}

static const struct yaml_field scene_fields[] = {
	{
		.key = "narrator",
		.read = read_text,
		.offset = offsetof(struct scene, narrator),
	},
	{
		.key = "channel",
		.read = yaml_term,
		.offset = offsetof(struct scene, channel),
		.terms = &channel_terms,
	},
	{
		.key = "client",
		.read = read_entries,
		.offset = offsetof(struct scene, client),
		.table = &entry_table,
	},
	{ .key = "heard", .read = read_scene_heard },
	{
		.key = "listen",
		.read = read_listen,
		.offset = offsetof(struct scene, listen),
		.table = &entry_table,
	},
	{ .key = "replies", .read = read_replies },
};
static const struct yaml_table scene_table = {
	"a scene", scene_fields, ARRAY_LEN(scene_fields),
};

static bool has_act(const struct scene *scene)
{
	for (size_t i = 0; i < scene->nr_replies; i++)
		if (scene->replies[i].act != ACT_NONE)
			return true;
	return false;
}

static void read_scene(struct loader *loader, const struct yaml_node *key,
		       struct scene *scene)
{
	struct yaml *yaml = &loader->yaml;
	const struct yaml_node *value = key->next;

	*scene = (struct scene){
		.id = arena_str(yaml->arena, yaml_text(key)),
		.channel = CHANNEL_NONE,
		.line = key->line,
	};
	loader->moves_on = !yaml_find(value, STR("listen"));
	if (!yaml_map(yaml, value, &scene_table, scene))
		return;
	if (loader->moves_on && !has_act(scene) &&
	    !yaml_find(value, STR("replies")))
		yaml_problem(yaml, key, "a scene needs 'listen', or 'replies' "
			     "with acts that lead on");
	else if (loader->moves_on && !has_act(scene))
		yaml_problem(yaml, key, "a scene without 'listen' needs acts "
			     "in its 'replies', each with 'go'");
}

void read_scenes(struct yaml *yaml, const struct yaml_field *field,
		 const struct yaml_node *value, void *target)
{
	struct loader *loader = (struct loader *)yaml;
	struct scenario *scenario = target;
	const struct names *names = &loader->scenes;

	if (!yaml_is(yaml, value, YAML_MAP, field->key))
		return;
	if (!names->nr)
		yaml_problem(yaml, value, "scenes is empty");
	scenario->nr_scenes = names->nr;
	scenario->scenes = ARENA_ARRAY(yaml->arena, struct scene, names->nr);
	for (size_t i = 0; i < names->nr; i++) {
		struct str id = names->ids[i];

		if (str_equal(id, STR("end")) || str_equal(id, STR("back")))
			yaml_problem(yaml, names->keys[i], "'" STR_FMT "' has "
				     "a meaning of its own in 'go'; give the "
				     "scene another name", STR_ARG(id));
		loader->scene = (int)i;
		read_scene(loader, names->keys[i], &scenario->scenes[i]);
	}
}

/* ---- rounds ------------------------------------------------------------ */

/* The scene a `client` entry moves on to, from entry *at on; -1: none. */
static int next_round(const struct scene *scene, size_t *at)
{
	while (*at < scene->client.nr) {
		const struct go *go = &scene->client.items[(*at)++].go;

		if (go->kind == GO_SCENE)
			return go->index;
	}
	return -1;
}

enum visit { NEW, ON_THE_WAY, DONE };

struct walk {
	unsigned char *visits; /* enum visit */
	size_t *at;            /* next entry, for scenes on the way */
	int *way;
	size_t nr_way;
};

static void walk_from(struct loader *loader, struct walk *walk, int start)
{
	const struct scene *scenes = loader->scenario->scenes;

	walk->way[walk->nr_way++] = start;
	walk->visits[start] = ON_THE_WAY;
	while (walk->nr_way) {
		int here = walk->way[walk->nr_way - 1];
		int there = next_round(&scenes[here], &walk->at[here]);

		if (there < 0) {
			walk->visits[here] = DONE;
			walk->nr_way--;
		} else if (walk->visits[there] == NEW) {
			walk->visits[there] = ON_THE_WAY;
			walk->way[walk->nr_way++] = there;
		} else if (walk->visits[there] == ON_THE_WAY) {
			yaml_problem(&loader->yaml, loader->scenes.keys[here],
				     "going round without a turn: '" STR_FMT
				     "' moves on to '" STR_FMT "' by its "
				     "client's 'go', and that leads here again",
				     STR_ARG(scenes[here].id),
				     STR_ARG(scenes[there].id));
		}
	}
}

void loader_check_rounds(struct loader *loader)
{
	size_t nr = loader->scenario->nr_scenes;
	struct arena *arena = &loader->yaml.tree;
	struct walk walk = {
		.visits = ARENA_ARRAY(arena, unsigned char, nr),
		.at = ARENA_ARRAY(arena, size_t, nr),
		.way = ARENA_ARRAY(arena, int, nr),
	};

	for (size_t i = 0; i < nr; i++)
		if (walk.visits[i] == NEW)
			walk_from(loader, &walk, (int)i);
}
