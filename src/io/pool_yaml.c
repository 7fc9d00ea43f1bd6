/* The lines of the pool: one list for each conduct, and the idle ones. */
#include <stddef.h>

#include "rehearse/load.h"
#include "yaml.h"

struct pool_reader {
	struct yaml yaml; /* first: readers get a pointer to it */
	struct pool_list {
		struct pool_line *lines;
		size_t nr, alloc;
	} said, idle;
};

static const struct yaml_field line_fields[] = {
	{
		.key = "say",
		.read = yaml_string,
		.offset = offsetof(struct pool_line, say),
		.required = true,
	},
	{
		.key = "shows",
		.read = yaml_terms_long,
		.offset = offsetof(struct pool_line, shows),
		.terms = &behaviour_terms,
	},
};
static const struct yaml_table line_table = {
	"a line", line_fields, ARRAY_LEN(line_fields),
};

/* The key is the conduct; idle talk has none. */
static enum conduct conduct_of(struct str key)
{
	int conduct = terms_find(&conduct_terms, key);

	return conduct < 0 ? CONDUCT_NEUTRAL : (enum conduct)conduct;
}

/* target: struct pool_list */
static void read_lines(struct yaml *yaml, const struct yaml_field *field,
		       const struct yaml_node *value, void *target)
{
	struct pool_list *list = target;

	if (!yaml_is(yaml, value, YAML_LIST, field->key))
		return;
	for (const struct yaml_node *at = value->first; at; at = at->next) {
		struct pool_line line = {
			.conduct = conduct_of(str_from(field->key)),
		};

		if (!yaml_map(yaml, at, &line_table, &line))
			continue;
		list->lines = arena_grow(yaml->arena, list->lines, list->nr,
					 &list->alloc, sizeof(line));
		list->lines[list->nr++] = line;
	}
}

#define LINES(key_, list)                                      \
	{                                                      \
		.key = (key_), .read = read_lines,             \
		.offset = offsetof(struct pool_reader, list), \
		.required = true,                              \
	}

static const struct yaml_field pool_fields[] = {
	{ .key = "format", .read = yaml_nothing, .required = true },
	LINES("good", said),
	LINES("neutral", said),
	LINES("bad", said),
	LINES("idle", idle),
};
static const struct yaml_table pool_table = {
	"a pool of lines", pool_fields, ARRAY_LEN(pool_fields),
};

bool pool_load(struct arena *arena, struct str path, struct str bytes,
	       struct pool *pool, struct problems *problems)
{
	struct pool_reader reader = {
		.yaml = { .path = path, .arena = arena, .problems = problems },
	};
	const struct yaml_node *root = yaml_read(&reader.yaml, bytes);

	if (root && yaml_format(&reader.yaml, root, "rehearse/lines 1"))
		yaml_map(&reader.yaml, root, &pool_table, &reader);
	yaml_release(&reader.yaml);
	problems_sort(problems);
	if (reader.yaml.nr_problems)
		return false;
	*pool = (struct pool){
		.lines = reader.said.lines,
		.nr = reader.said.nr,
		.idle = reader.idle.lines,
		.nr_idle = reader.idle.nr,
	};
	return true;
}
