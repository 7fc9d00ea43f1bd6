/*
 * A scenario from its file. Names are collected first, since conditions and
 * `go` use those of parts that stand further down; then fills, since any
 * text may use them; then one table for each mapping does the rest.
 */
#include "scenario_yaml.h"

#include <assert.h>
#include <stddef.h>

/* ---- head -------------------------------------------------------------- */

static void read_tags(struct yaml *yaml, const struct yaml_field *field,
		      const struct yaml_node *value, void *target)
{
	struct scenario *scenario = target;
	struct strbuf joined = { 0 };
	struct str *tags;
	size_t nr;

	if (!yaml_is(yaml, value, YAML_LIST, field->key))
		return;
	nr = loader_texts((struct loader *)yaml, field, value, yaml_string,
			  &tags);
	for (size_t i = 0; i < nr; i++)
		strbuf_addf(&joined, "%s" STR_FMT, i ? ", " : "",
			    STR_ARG(tags[i]));
	scenario->tags = arena_take(yaml->arena, &joined);
}

static void read_prepare(struct yaml *yaml, const struct yaml_field *field,
			 const struct yaml_node *value, void *target)
{
	struct scenario *scenario = target;

	if (yaml_is(yaml, value, YAML_LIST, field->key))
		scenario->nr_prepare = loader_texts((struct loader *)yaml,
						    field, value, read_text,
						    &scenario->prepare);
}

static const struct yaml_field you_fields[] = {
	{
		.key = "role",
		.read = read_text,
		.offset = offsetof(struct scenario, you.role),
	},
	{
		.key = "fault",
		.read = yaml_term,
		.offset = offsetof(struct scenario, you.fault),
		.required = true,
		.terms = &fault_terms,
	},
};
static const struct yaml_table you_table = {
	"you", you_fields, ARRAY_LEN(you_fields),
};

static const struct yaml_field client_fields[] = {
	{ .key = "name", .read = yaml_nothing, .required = true },
	{
		.key = "role",
		.read = read_text,
		.offset = offsetof(struct scenario, client.role),
	},
	{
		.key = "company",
		.read = read_text,
		.offset = offsetof(struct scenario, client.company),
	},
	{
		.key = "trust",
		.read = yaml_number,
		.offset = offsetof(struct scenario, client.trust),
		.max = 100,
	},
	{
		.key = "patience",
		.read = yaml_number,
		.offset = offsetof(struct scenario, client.patience),
		.max = 100,
	},
};
static const struct yaml_table client_table = {
	"client", client_fields, ARRAY_LEN(client_fields),
};

/* ---- start and endings ------------------------------------------------- */

static void read_start(struct yaml *yaml, const struct yaml_field *field,
		       const struct yaml_node *value, void *target)
{
	int *start = target;

	(void)field;
	*start = names_resolve(yaml, &((struct loader *)yaml)->scenes, value);
}

static const struct yaml_field ending_fields[] = {
	{
		.key = "kind",
		.read = yaml_term,
		.offset = offsetof(struct ending, kind),
		.required = true,
		.terms = &ending_kind_terms,
	},
	{
		.key = "if",
		.read = read_condition,
		.offset = offsetof(struct ending, condition),
	},
	{
		.key = "say",
		.read = read_speech,
		.offset = offsetof(struct ending, say),
		.required = true,
	},
};
static const struct yaml_table ending_table = {
	"an ending", ending_fields, ARRAY_LEN(ending_fields),
};

static void check_ending(struct yaml *yaml, const struct yaml_node *key,
			 bool last)
{
	bool conditional = yaml_find(key->next, STR("if"));

	if (key->next->kind != YAML_MAP)
		return;
	if (last && conditional)
		yaml_problem(yaml, key, "the last ending cannot have 'if': it "
			     "is taken when no other holds");
	if (!last && !conditional)
		yaml_problem(yaml, key, "this ending needs 'if': only the last "
			     "does without, and none below could be reached");
}

static void read_endings(struct yaml *yaml, const struct yaml_field *field,
			 const struct yaml_node *value, void *target)
{
	struct scenario *scenario = target;
	const struct names *names = &((struct loader *)yaml)->endings;

	if (!yaml_is(yaml, value, YAML_MAP, field->key))
		return;
	if (!names->nr)
		yaml_problem(yaml, value, "endings is empty");
	scenario->nr_endings = names->nr;
	scenario->endings = ARENA_ARRAY(yaml->arena, struct ending, names->nr);
	for (size_t i = 0; i < names->nr; i++) {
		struct ending *ending = &scenario->endings[i];
		const struct yaml_node *key = names->keys[i];

		ending->id = arena_str(yaml->arena, names->ids[i]);
		ending->line = key->line;
		yaml_map(yaml, key->next, &ending_table, ending);
		check_ending(yaml, key, i + 1 == names->nr);
	}
}

/* ---- the whole --------------------------------------------------------- */

static const char *const kind_words[] = { "bad-news", "complaint", "boundary" };
static_assert(KIND_BAD_NEWS == 0 && KIND_COMPLAINT == 1 && KIND_BOUNDARY == 2,
	      "a scenario's kinds are the first of enum kind");
static const struct terms scenario_kinds = {
	"a kind", kind_words, (int)ARRAY_LEN(kind_words),
};

static const struct yaml_field scenario_fields[] = {
	{ .key = "format", .read = yaml_nothing, .required = true },
	{
		.key = "id",
		.read = names_read_id,
		.offset = offsetof(struct scenario, id),
		.required = true,
	},
	{
		.key = "title",
		.read = read_text,
		.offset = offsetof(struct scenario, title),
		.required = true,
	},
	{
		.key = "summary",
		.read = read_text,
		.offset = offsetof(struct scenario, summary),
		.required = true,
	},
	{
		.key = "kind",
		.read = yaml_term,
		.offset = offsetof(struct scenario, kind),
		.required = true,
		.terms = &scenario_kinds,
	},
	{ .key = "tags", .read = read_tags },
	{
		.key = "level",
		.read = yaml_term,
		.offset = offsetof(struct scenario, level),
		.terms = &level_terms,
	},
	{
		.key = "minutes",
		.read = yaml_number,
		.offset = offsetof(struct scenario, minutes),
		.min = 1,
		.max = 240,
	},
	{
		.key = "you",
		.read = yaml_inner,
		.required = true,
		.table = &you_table,
	},
	{
		.key = "client",
		.read = yaml_inner,
		.required = true,
		.table = &client_table,
	},
	{ .key = "fill", .read = yaml_nothing },
	{
		.key = "brief",
		.read = read_text,
		.offset = offsetof(struct scenario, brief),
	},
	{ .key = "prepare", .read = read_prepare },
	{ .key = "facts", .read = read_facts },
	{ .key = "hidden", .read = read_hidden },
	{ .key = "topics", .read = read_topics },
	{
		.key = "answers",
		.read = read_taking_up,
		.offset = offsetof(struct scenario, answers),
		.table = &answer_table,
	},
	{
		.key = "reactions",
		.read = read_taking_up,
		.offset = offsetof(struct scenario, reactions),
		.table = &entry_table,
	},
	{
		.key = "nods",
		.read = read_taking_up,
		.offset = offsetof(struct scenario, nods),
		.table = &nod_table,
	},
	{
		.key = "remarks",
		.read = read_taking_up,
		.offset = offsetof(struct scenario, remarks),
		.table = &remark_table,
	},
	{
		.key = "pushbacks",
		.read = read_entries,
		.offset = offsetof(struct scenario, pushbacks),
		.table = &pushback_table,
	},
	{
		.key = "start",
		.read = read_start,
		.offset = offsetof(struct scenario, start),
		.required = true,
	},
	{ .key = "scenes", .read = read_scenes, .required = true },
	{ .key = "endings", .read = read_endings, .required = true },
};
static const struct yaml_table scenario_table = {
	"a scenario", scenario_fields, ARRAY_LEN(scenario_fields),
};

static void collect_names(struct loader *loader, const struct yaml_node *root)
{
	struct yaml *yaml = &loader->yaml;

	names_collect(yaml, yaml_find(root, STR("facts")), "fact", "_-",
		      SCRIPT_SET_MAX, &loader->facts);
	names_collect(yaml, yaml_find(root, STR("topics")), "topic", "_-",
		      SCRIPT_SET_MAX, &loader->topics);
	names_collect(yaml, yaml_find(root, STR("hidden")), "hidden interest",
		      "_-", SCRIPT_SET_MAX, &loader->hidden);
	names_collect(yaml, yaml_find(root, STR("scenes")), "scene", "_-",
		      LOADER_MAX_SCENES, &loader->scenes);
	names_collect(yaml, yaml_find(root, STR("endings")), "ending", "_-",
		      LOADER_MAX_ENDINGS, &loader->endings);
	loader->condition_names = (struct condition_names){
		.facts = loader->facts.ids,
		.topics = loader->topics.ids,
		.hidden = loader->hidden.ids,
		.nr_facts = loader->facts.nr,
		.nr_topics = loader->topics.nr,
		.nr_hidden = loader->hidden.nr,
	};
}

/* For a scenario that has no questions of its own. */
static void prepare_as_usual(struct scenario *scenario, struct arena *arena)
{
	static const char *const questions[] = {
		"What is it about, in one sentence?",
		"What does it mean for your client, and how will they take it?",
		"Which sentence will you begin with?",
		"What will your client object to, and what do you answer?",
	};

	if (scenario->nr_prepare)
		return;
	scenario->nr_prepare = ARRAY_LEN(questions);
	scenario->prepare = ARENA_ARRAY(arena, struct str,
					scenario->nr_prepare);
	for (size_t i = 0; i < scenario->nr_prepare; i++)
		scenario->prepare[i] = str_from(questions[i]);
}

static void load(struct loader *loader, struct str bytes,
		 const struct fill_choice *choices, size_t nr_choices)
{
	struct yaml *yaml = &loader->yaml;
	struct scenario *scenario = loader->scenario;
	const struct yaml_node *root = yaml_read(yaml, bytes);

	if (!root || !yaml_format(yaml, root, "rehearse/scenario 1"))
		return;
	collect_names(loader, root);
	loader_fills(loader, root, choices, nr_choices);
	yaml_map(yaml, root, &scenario_table, scenario);
	loader_check_rounds(loader);
}

const struct scenario *scenario_load(struct arena *arena, struct str path,
				     struct str bytes,
				     const struct fill_choice *choices,
				     size_t nr_choices,
				     struct problems *problems)
{
	struct scenario *scenario = ARENA_NEW(arena, struct scenario);
	struct loader loader = {
		.yaml = { .path = path, .arena = arena, .problems = problems },
		.scenario = scenario,
	};
	struct str block;

	*scenario = (struct scenario){
		.path = arena_str(arena, path),
		.level = LEVEL_FIRM,
		.minutes = 10,
		.client = { .trust = 50, .patience = 50 },
		.otherwise = -1,
		.start = -1,
	};
	loader.phrases = matcher_builder_new(&loader.yaml.tree);
	sha256_name(bytes, scenario->hash);
	load(&loader, bytes, choices, nr_choices);
	if (!loader.yaml.nr_problems) {
		block = matcher_finish(loader.phrases, arena);
		scenario->phrases = matcher_open(block);
		prepare_as_usual(scenario, arena);
		scenario_learn(scenario, arena);
	}
	yaml_release(&loader.yaml);
	problems_sort(problems);
	return loader.yaml.nr_problems ? NULL : scenario;
}
