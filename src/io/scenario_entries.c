/*
 * Entries: what may be said, when, and where it leads. The same in a scene's
 * `client` and `listen`, in reactions, pushbacks and a topic's `say`.
 */
#include <stddef.h>

#include "scenario_yaml.h"

bool loader_count(struct loader *loader, const struct yaml_node *node)
{
	if (++loader->nr_entries <= LOADER_MAX_ENTRIES)
		return true;
	if (loader->nr_entries == LOADER_MAX_ENTRIES + 1)
		yaml_problem(&loader->yaml, node, "a scenario holds at most "
			     "%d entries, lines and replies",
			     LOADER_MAX_ENTRIES);
	return false;
}

void read_condition(struct yaml *yaml, const struct yaml_field *field,
		    const struct yaml_node *value, void *target)
{
	struct loader *loader = (struct loader *)yaml;
	const struct condition **condition = target;
	struct error err;

	if (!yaml_is(yaml, value, YAML_TEXT, field->key))
		return;
	if (condition_parse(yaml->arena, yaml_text(value),
			    &loader->condition_names, condition, &err))
		return;
	yaml_problem_inside(yaml, value, err.column ? err.column - 1 : 0,
			    "%s", err.text);
}

/* ---- go ---------------------------------------------------------------- */

static struct str nearest_place(const struct loader *loader, struct str name)
{
	struct str places[] = { STR("end"), STR("back"), STR(""), STR("") };

	if (yaml_full(&loader->yaml))
		return STR("");
	places[2] = str_nearest(loader->scenes.ids, loader->scenes.nr, name);
	places[3] = str_nearest(loader->endings.ids, loader->endings.nr, name);
	return str_nearest(places, ARRAY_LEN(places), name);
}

/* Of a scene and an ending with one name the scene is meant. */
void read_go(struct yaml *yaml, const struct yaml_field *field,
	     const struct yaml_node *value, void *target)
{
	struct loader *loader = (struct loader *)yaml;
	struct str name = yaml_text(value), nearest;
	int scene = names_find(&loader->scenes, name);
	int ending = names_find(&loader->endings, name);
	struct go *go = target;

	*go = (struct go){ GO_END, -1 };
	if (!yaml_is(yaml, value, YAML_TEXT, field->key) ||
	    str_equal(name, STR("end")))
		return;
	if (str_equal(name, STR("back"))) {
		go->kind = GO_BACK;
	} else if (scene >= 0) {
		*go = (struct go){ GO_SCENE, scene };
	} else if (ending >= 0) {
		*go = (struct go){ GO_ENDING, ending };
	} else {
		nearest = nearest_place(loader, name);
		yaml_problem(yaml, value, "there is no scene or ending '"
			     STR_FMT "'%s" STR_FMT "%s",
			     STR_ARG(yaml_short(name)),
			     nearest.len ? "; did you mean '" : "",
			     STR_ARG(nearest), nearest.len ? "'?" : "");
	}
}

/* ---- entries ----------------------------------------------------------- */

static const struct yaml_field mood_fields[] = {
	{
		.key = "trust",
		.read = yaml_number,
		.offset = offsetof(struct entry, trust),
		.min = -100,
		.max = 100,
	},
	{
		.key = "patience",
		.read = yaml_number,
		.offset = offsetof(struct entry, patience),
		.min = -100,
		.max = 100,
	},
};
static const struct yaml_table mood_table = {
	"mood", mood_fields, ARRAY_LEN(mood_fields),
};

static void read_say(struct yaml *yaml, const struct yaml_field *field,
		     const struct yaml_node *value, void *target)
{
	struct entry *entry = target;

	entry->nr_say = loader_texts((struct loader *)yaml, field, value,
				     read_speech, &entry->say);
}

static void read_reveals(struct yaml *yaml, const struct yaml_field *field,
			 const struct yaml_node *value, void *target)
{
	int *reveals = target;

	(void)field;
	*reveals = names_resolve(yaml, &((struct loader *)yaml)->hidden, value);
}

/* The ways to ask for an answer. */
static void read_answer_phrases(struct yaml *yaml,
				const struct yaml_field *field,
				const struct yaml_node *value, void *target)
{
	struct loader *loader = (struct loader *)yaml;
	const struct entry *entry = target;
	ptrdiff_t answer = entry - loader->scenario->answers.items;

	(void)field;
	loader_phrases(loader, value,
		       SCENARIO_HIT(SCENARIO_HIT_ANSWER, answer));
}

/* Pushbacks have the first two besides, answers the last; nods and remarks
 * lead nowhere, nor do answers. */
static const struct yaml_field entry_fields[] = {
	{
		.key = "probes",
		.read = yaml_term,
		.offset = offsetof(struct entry, probes),
		.required = true,
		.terms = &principle_terms,
	},
	{
		.key = "met",
		.read = read_speech,
		.offset = offsetof(struct entry, met),
	},
	{
		.key = "if",
		.read = read_condition,
		.offset = offsetof(struct entry, condition),
	},
	{ .key = "say", .read = read_say },
	{ .key = "mood", .read = yaml_inner, .table = &mood_table },
	{
		.key = "reveals",
		.read = read_reveals,
		.offset = offsetof(struct entry, reveals),
	},
	{
		.key = "means",
		.read = yaml_terms,
		.offset = offsetof(struct entry, means),
		.terms = &client_act_terms,
	},
	{
		.key = "go",
		.read = read_go,
		.offset = offsetof(struct entry, go),
	},
	{
		.key = "asked",
		.read = read_answer_phrases,
		.required = true,
	},
};
const struct yaml_table pushback_table = {
	"a pushback", entry_fields, ARRAY_LEN(entry_fields) - 1,
};
const struct yaml_table entry_table = {
	"an entry", entry_fields + 2, ARRAY_LEN(entry_fields) - 3,
};
const struct yaml_table nod_table = {
	"a nod",
	entry_fields + 2,
	ARRAY_LEN(entry_fields) - 4,
};
const struct yaml_table remark_table = {
	"a remark",
	entry_fields + 2,
	ARRAY_LEN(entry_fields) - 4,
};
const struct yaml_table answer_table = {
	"an answer", entry_fields + 2, ARRAY_LEN(entry_fields) - 2,
};

static const struct yaml_field say_field = { .key = "say" };

static void read_entry(struct yaml *yaml, const struct yaml_table *table,
		       const struct yaml_node *node, struct entry *entry)
{
	*entry = (struct entry){
		.reveals = -1,
		.probes = -1,
		.line = node->line,
	};
	if (node->kind == YAML_TEXT) {
		if (table == &entry_table)
			read_say(yaml, &say_field, node, entry);
		else
			yaml_is(yaml, node, YAML_MAP, table->what);
		return;
	}
	if (!yaml_map(yaml, node, table, entry))
		return;
	if (table != &entry_table && !entry->nr_say)
		yaml_problem(yaml, node, "%s needs the key 'say'", table->what);
	if (table == &answer_table && entry->go.kind != GO_NOWHERE)
		yaml_problem(yaml, node, "an answer leads nowhere: take the "
			     "key 'go' out, or make it a topic");
	if (!yaml_find(node, STR("say")) && !yaml_find(node, STR("mood")) &&
	    !yaml_find(node, STR("reveals")) && !yaml_find(node, STR("go")))
		yaml_problem(yaml, node, "this entry does nothing; give it "
			     "say, mood, reveals or go");
}

void read_entries(struct yaml *yaml, const struct yaml_field *field,
		  const struct yaml_node *value, void *target)
{
	struct loader *loader = (struct loader *)yaml;
	struct entries *entries = target;
	bool single = value->kind != YAML_LIST;
	size_t nr = single ? 1 : value->len;
	const struct yaml_node *at = single ? value : value->first;

	if (!nr)
		yaml_problem(yaml, value, "%s is empty", field->key);
	if (nr > LOADER_MAX_ENTRIES)
		nr = LOADER_MAX_ENTRIES;
	entries->items = ARENA_ARRAY(yaml->arena, struct entry, nr);
	for (entries->nr = 0; entries->nr < nr; at = at->next) {
		if (!loader_count(loader, at))
			return;
		read_entry(yaml, field->table, at,
			   &entries->items[entries->nr++]);
	}
}

void read_taking_up(struct yaml *yaml, const struct yaml_field *field,
		    const struct yaml_node *value, void *target)
{
	struct loader *loader = (struct loader *)yaml;

	loader->answering = true;
	read_entries(yaml, field, value, target);
	loader->answering = false;
}
