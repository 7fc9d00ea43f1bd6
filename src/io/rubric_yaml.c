/*
 * What the file of a rubric says, as it stands: how its parts fit together
 * is rubric_compile()'s to check.
 */
#include "rubric_yaml.h"

#include <stddef.h>

bool rubric_count(struct rubric_reader *reader, const struct yaml_node *node)
{
	if (++reader->nr_strings <= RUBRIC_MAX_STRINGS)
		return true;
	if (reader->nr_strings == RUBRIC_MAX_STRINGS + 1)
		yaml_problem(&reader->yaml, node, "a rubric holds at most %d "
			     "patterns and examples", RUBRIC_MAX_STRINGS);
	return false;
}

struct source_str source_name(struct yaml *yaml, const struct yaml_node *node)
{
	return (struct source_str){
		.text = arena_str(yaml->arena, yaml_text(node)),
		.line = node->line,
		.column = node->column,
	};
}

void read_name(struct yaml *yaml, const struct yaml_field *field,
	       const struct yaml_node *value, void *target)
{
	struct source_str *name = target;

	if (yaml_is(yaml, value, YAML_TEXT, field->key))
		*name = source_name(yaml, value);
}

/* The column is that before the pattern's first character. */
static void add_pattern(struct rubric_reader *reader, const char *name,
			const struct yaml_node *node,
			struct source_strs *patterns)
{
	struct yaml *yaml = &reader->yaml;
	struct source_str pattern;

	if (!yaml_is(yaml, node, YAML_TEXT, name) ||
	    !rubric_count(reader, node))
		return;
	if (!str_trim(yaml_text(node)).len)
		yaml_problem(yaml, node, "%s: this pattern is empty", name);
	pattern = source_name(yaml, node);
	if (node->style == YAML_PLAIN)
		pattern.column--;
	patterns->items = arena_grow(yaml->arena, patterns->items,
				     patterns->nr, &patterns->alloc,
				     sizeof(pattern));
	patterns->items[patterns->nr++] = pattern;
}

void read_patterns(struct yaml *yaml, const struct yaml_field *field,
		   const struct yaml_node *value, void *target)
{
	struct rubric_reader *reader = (struct rubric_reader *)yaml;

	if (value->kind != YAML_LIST) {
		add_pattern(reader, field->key, value, target);
		return;
	}
	for (const struct yaml_node *at = value->first; at; at = at->next)
		add_pattern(reader, field->key, at, target);
}

/* ---- mappings by the words of a vocabulary ----------------------------- */

static const struct yaml_node *find_term(const struct yaml_node *map,
					 const struct terms *terms, int term)
{
	return yaml_find(map, terms_name(terms, term));
}

/*
 * Is it a mapping whose keys are words of the terms, each once? With `all`,
 * none may be missing.
 */
static bool check_keys(struct yaml *yaml, const struct yaml_node *map,
		       const char *name, const struct terms *terms, bool all)
{
	const struct yaml_field key_field = { .key = name, .terms = terms };
	uint64_t seen = 0, bit;

	if (!yaml_is(yaml, map, YAML_MAP, name))
		return false;
	for (const struct yaml_node *key = map->first; key;
	     key = key->next->next) {
		yaml_terms_long(yaml, &key_field, key, &bit);
		if (seen & bit)
			yaml_problem(yaml, key, "'" STR_FMT "' stands here a "
				     "second time", STR_ARG(yaml_text(key)));
		seen |= bit;
	}
	for (int i = 0; all && i < terms->nr; i++)
		if (!(seen >> i & 1))
			yaml_problem(yaml, map, "%s needs the key '%s'", name,
				     terms->names[i]);
	return true;
}

static void read_principles(struct yaml *yaml, const struct yaml_node *map,
			    const char *name, int min,
			    int numbers[PRINCIPLE_NR])
{
	struct yaml_field number = { .min = min, .max = 1000 };

	if (!check_keys(yaml, map, name, &principle_terms, true))
		return;
	for (int i = 0; i < PRINCIPLE_NR; i++) {
		const struct yaml_node *value =
			find_term(map, &principle_terms, i);

		number.key = principle_terms.names[i];
		if (value)
			yaml_number(yaml, &number, value, &numbers[i]);
	}
}

static void read_weights(struct yaml *yaml, const struct yaml_field *field,
			 const struct yaml_node *value, void *target)
{
	struct rubric_source *source = target;

	if (!check_keys(yaml, value, field->key, &kind_terms, true))
		return;
	for (int kind = 0; kind < KIND_NR; kind++) {
		const struct yaml_node *map = find_term(value, &kind_terms,
							kind);
		int *weights = source->weights[kind];
		int sum = 0;

		if (!map)
			continue;
		read_principles(yaml, map, kind_terms.names[kind], 0, weights);
		for (int i = 0; i < PRINCIPLE_NR; i++)
			sum += weights[i];
		if (map->kind == YAML_MAP && !sum)
			yaml_problem(yaml, map, "at least one principle must "
				     "have a weight");
	}
}

static void read_targets(struct yaml *yaml, const struct yaml_field *field,
			 const struct yaml_node *value, void *target)
{
	read_principles(yaml, value, field->key, 1, target);
}

static void read_expected(struct yaml *yaml, const struct yaml_field *field,
			  const struct yaml_node *value, void *target)
{
	const struct yaml_field situations = {
		.key = field->key,
		.terms = &situation_terms,
	};
	uint64_t *expected = target;

	if (!check_keys(yaml, value, field->key, &principle_terms, false))
		return;
	for (int i = 0; i < PRINCIPLE_NR; i++) {
		const struct yaml_node *list =
			find_term(value, &principle_terms, i);

		if (list)
			yaml_terms_long(yaml, &situations, list, &expected[i]);
	}
}

static void read_client_patterns(struct yaml *yaml,
				 const struct yaml_field *field,
				 const struct yaml_node *value, void *target)
{
	struct source_strs *client = target;

	if (!check_keys(yaml, value, field->key, &client_act_terms, false))
		return;
	for (int i = 0; i < CLIENT_ACT_NR; i++) {
		const struct yaml_field patterns = {
			.key = client_act_terms.names[i],
		};
		const struct yaml_node *list =
			find_term(value, &client_act_terms, i);

		if (list)
			read_patterns(yaml, &patterns, list, &client[i]);
	}
}

/* ---- lists, trades, families --------------------------------------------------- */

/* Lists by their names, each of one `what` or more; how many there are. */
static size_t read_named(struct yaml *yaml, const struct yaml_field *field,
			 const struct yaml_node *map, const char *what,
			 size_t max, struct list_source **lists)
{
	struct names names;

	if (!yaml_is(yaml, map, YAML_MAP, field->key))
		return 0;
	names_collect(yaml, map, what, "_-", max, &names);
	*lists = ARENA_ARRAY(yaml->arena, struct list_source, names.nr);
	for (size_t i = 0; i < names.nr; i++) {
		struct list_source *list = &(*lists)[i];

		list->name = source_name(yaml, names.keys[i]);
		read_patterns(yaml, &(struct yaml_field){ .key = what },
			      names.keys[i]->next, &list->items);
		if (!list->items.nr)
			yaml_problem(yaml, names.keys[i], "this %s is empty",
				     what);
	}
	return names.nr;
}

static void read_lists(struct yaml *yaml, const struct yaml_field *field,
		       const struct yaml_node *value, void *target)
{
	struct rubric_source *source = target;

	source->nr_lists = read_named(yaml, field, value, "list",
				      RUBRIC_MAX_NAMED, &source->lists);
}

static void read_trades(struct yaml *yaml, const struct yaml_field *field,
			const struct yaml_node *value, void *target)
{
	struct rubric_source *source = target;

	source->nr_trades = read_named(yaml, field, value, "trade", TRADES_MAX,
				       &source->trades);
}

static void read_families(struct yaml *yaml, const struct yaml_field *field,
			  const struct yaml_node *value, void *target)
{
	static const struct yaml_field cap = {
		.key = "the points of a family",
		.max = 1000,
	};
	struct rubric_source *source = target;
	struct names names;

	if (!yaml_is(yaml, value, YAML_MAP, field->key))
		return;
	names_collect(yaml, value, "family", "_-", RUBRIC_MAX_NAMED, &names);
	source->families = ARENA_ARRAY(yaml->arena, struct family_source,
				       names.nr);
	source->nr_families = names.nr;
	for (size_t i = 0; i < names.nr; i++) {
		struct family_source *family = &source->families[i];

		family->name = source_name(yaml, names.keys[i]);
		yaml_number(yaml, &cap, names.keys[i]->next, &family->cap);
	}
}

/* ---- the whole --------------------------------------------------------- */

static const struct yaml_field rubric_fields[] = {
	{ .key = "format", .read = yaml_nothing, .required = true },
	{
		.key = "id",
		.read = yaml_string,
		.offset = offsetof(struct rubric_source, id),
		.required = true,
	},
	{
		.key = "version",
		.read = yaml_number,
		.offset = offsetof(struct rubric_source, version),
		.required = true,
		.min = 1,
		.max = 1000000,
	},
	{ .key = "weights", .read = read_weights, .required = true },
	{
		.key = "targets",
		.read = read_targets,
		.offset = offsetof(struct rubric_source, targets),
		.required = true,
	},
	{ .key = "families", .read = read_families },
	{
		.key = "expected",
		.read = read_expected,
		.offset = offsetof(struct rubric_source, expected),
	},
	{ .key = "gates", .read = read_gates },
	{
		.key = "client",
		.read = read_client_patterns,
		.offset = offsetof(struct rubric_source, client),
	},
	{ .key = "lists", .read = read_lists },
	{ .key = "trades", .read = read_trades },
	{ .key = "rules", .read = read_rules, .required = true },
};
static const struct yaml_table rubric_table = {
	"a rubric", rubric_fields, ARRAY_LEN(rubric_fields),
};

bool rubric_load(struct arena *arena, struct str path, struct str bytes,
		 struct rubric_source *source, struct problems *problems)
{
	struct rubric_source read = { .path = path };
	struct rubric_reader reader = {
		.yaml = { .path = path, .arena = arena, .problems = problems },
	};
	const struct yaml_node *root = yaml_read(&reader.yaml, bytes);

	if (root && yaml_format(&reader.yaml, root, "rehearse/rubric 1"))
		yaml_map(&reader.yaml, root, &rubric_table, &read);
	yaml_release(&reader.yaml);
	problems_sort(problems);
	if (reader.yaml.nr_problems)
		return false;
	*source = read;
	return true;
}
