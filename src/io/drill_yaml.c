/* A drill from its file: one table for the whole, one for each round. */
#include <stddef.h>

#include "names.h"
#include "rehearse/load.h"
#include "rehearse/utf8.h"

/* Texts of a list; the number of those that were read. */
static size_t read_texts(struct yaml *yaml, const struct yaml_field *field,
			 const struct yaml_node *value, struct str **texts)
{
	size_t nr = 0;

	if (!yaml_is(yaml, value, YAML_LIST, field->key))
		return 0;
	*texts = ARENA_ARRAY(yaml->arena, struct str, value->len);
	for (const struct yaml_node *at = value->first; at; at = at->next)
		yaml_string(yaml, field, at, &(*texts)[nr++]);
	return nr;
}

/* ---- people ------------------------------------------------------------- */

static void check_person(struct yaml *yaml, const struct yaml_node *node,
			 const struct str *before, size_t nr, struct str name)
{
	if (utf8_count(name, name.len) > DRILL_MAX_NAME)
		yaml_problem(yaml, node, "a name has at most %d characters",
			     DRILL_MAX_NAME);
	for (size_t i = 0; i < nr; i++) {
		if (!name.len || !str_equal_nocase(before[i], name))
			continue;
		yaml_problem(yaml, node, "'" STR_FMT "' stands here a second "
			     "time; add something that tells them apart",
			     STR_ARG(yaml_short(name)));
		return;
	}
}

static void read_people(struct yaml *yaml, const struct yaml_field *field,
			const struct yaml_node *value, void *target)
{
	struct drill *drill = target;
	size_t i = 0;

	if (value->kind == YAML_LIST && value->len > DRILL_MAX_PEOPLE) {
		yaml_problem(yaml, value, "a drill is for at most %d people",
			     DRILL_MAX_PEOPLE);
		return;
	}
	drill->nr_people = read_texts(yaml, field, value, &drill->people);
	for (const struct yaml_node *at = value->first; i < drill->nr_people;
	     at = at->next, i++)
		check_person(yaml, at, drill->people, i, drill->people[i]);
}

static void read_names(struct yaml *yaml, const struct yaml_field *field,
		       const struct yaml_node *value, void *target)
{
	bool *names = target;
	int read = 0;

	yaml_term(yaml, field, value, &read);
	*names = read;
}

/* ---- rounds ------------------------------------------------------------- */

static void read_scenario(struct yaml *yaml, const struct yaml_field *field,
			  const struct yaml_node *value, void *target)
{
	struct drill_round *round = target;

	round->line = value->line;
	round->column = value->column;
	yaml_string(yaml, field, value, &round->scenario);
}

static void read_mark(struct yaml *yaml, const struct yaml_field *field,
		      const struct yaml_node *value, void *target)
{
	struct drill_round *round = target;
	int ignored;

	yaml_term(yaml, field, value, &ignored);
	round->mark = true;
	if (round->hints == HINTS_EXAM)
		yaml_problem(yaml, value, "marking shows the evidence after "
			     "each turn, and an exam shows none before its "
			     "end; leave out one of them");
}

static const char *const mark_words[] = { "before-reveal" };
static const struct terms mark_terms = { "mark", mark_words, 1 };

static const struct yaml_field round_fields[] = {
	{ .key = "scenario", .read = read_scenario, .required = true },
	{
		.key = "minutes",
		.read = yaml_number,
		.offset = offsetof(struct drill_round, minutes),
		.required = true,
		.min = 1,
		.max = 60,
	},
	{
		.key = "level",
		.read = yaml_term,
		.offset = offsetof(struct drill_round, level),
		.terms = &level_terms,
	},
	{
		.key = "hints",
		.read = yaml_term,
		.offset = offsetof(struct drill_round, hints),
		.terms = &hints_terms,
	},
	{
		.key = "pass",
		.read = yaml_number,
		.offset = offsetof(struct drill_round, pass),
		.max = 100,
	},
	{ .key = "mark", .read = read_mark, .terms = &mark_terms },
};
static const struct yaml_table round_table = {
	"a round", round_fields, ARRAY_LEN(round_fields),
};

static void read_rounds(struct yaml *yaml, const struct yaml_field *field,
			const struct yaml_node *value, void *target)
{
	struct drill *drill = target;

	if (!yaml_is(yaml, value, YAML_LIST, field->key))
		return;
	if (!value->len || value->len > DRILL_MAX_ROUNDS) {
		yaml_problem(yaml, value, "a drill has 1 to %d rounds",
			     DRILL_MAX_ROUNDS);
		return;
	}
	drill->rounds = ARENA_ARRAY(yaml->arena, struct drill_round,
				    value->len);
	for (const struct yaml_node *at = value->first; at; at = at->next) {
		struct drill_round *round = &drill->rounds[drill->nr_rounds++];

		*round = (struct drill_round){ .level = -1, .pass = -1 };
		yaml_map(yaml, at, &round_table, round);
	}
}

/* ---- the whole ---------------------------------------------------------- */

static void read_debrief(struct yaml *yaml, const struct yaml_field *field,
			 const struct yaml_node *value, void *target)
{
	struct drill *drill = target;

	drill->nr_debrief = read_texts(yaml, field, value, &drill->debrief);
}

static const char *const names_words[] = { "pseudonyms", "names" };
static const struct terms names_terms = { "names", names_words, 2 };

static const struct yaml_field drill_fields[] = {
	{ .key = "format", .read = yaml_nothing, .required = true },
	{
		.key = "id",
		.read = names_read_id,
		.offset = offsetof(struct drill, id),
		.required = true,
	},
	{
		.key = "title",
		.read = yaml_string,
		.offset = offsetof(struct drill, title),
		.required = true,
	},
	{
		.key = "minutes",
		.read = yaml_number,
		.offset = offsetof(struct drill, minutes),
		.required = true,
		.min = 1,
		.max = DRILL_MAX_MINUTES,
	},
	{ .key = "people", .read = read_people },
	{
		.key = "names",
		.read = read_names,
		.offset = offsetof(struct drill, names),
		.terms = &names_terms,
	},
	{
		.key = "seed",
		.read = yaml_number,
		.offset = offsetof(struct drill, seed),
		.max = 999999999,
	},
	{ .key = "rounds", .read = read_rounds, .required = true },
	{ .key = "debrief", .read = read_debrief },
};
static const struct yaml_table drill_table = {
	"a drill", drill_fields, ARRAY_LEN(drill_fields),
};

const struct drill *drill_load(struct arena *arena, struct str path,
			       struct str bytes, struct problems *problems)
{
	struct drill *drill = ARENA_NEW(arena, struct drill);
	struct yaml yaml = {
		.path = path, .arena = arena, .problems = problems,
	};
	const struct yaml_node *root;

	*drill = (struct drill){ .path = arena_str(arena, path), .seed = 1 };
	sha256_name(bytes, drill->hash);
	root = yaml_read(&yaml, bytes);
	if (root && yaml_format(&yaml, root, "rehearse/drill 1"))
		yaml_map(&yaml, root, &drill_table, drill);
	yaml_release(&yaml);
	problems_sort(problems);
	return yaml.nr_problems ? NULL : drill;
}
