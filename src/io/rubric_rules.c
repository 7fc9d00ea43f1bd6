/* The rules of a rubric, and the examples that are their tests. */
#include <limits.h>
#include <stddef.h>

#include "rubric_yaml.h"

/* ---- clause ------------------------------------------------------------ */

static const char *const polarity_names[] = { "positive", "negative" };
static const struct terms polarity_terms = {
	"a polarity", polarity_names, (int)ARRAY_LEN(polarity_names),
};
static const char *const slot_names[] = { "number", "money", "when" };
static const struct terms slot_terms = {
	"a slot", slot_names, (int)ARRAY_LEN(slot_names),
};
static const char *const position_names[] = { "first", "last" };
static const struct terms position_terms = {
	"a position", position_names, (int)ARRAY_LEN(position_names),
};

/* <failing>: a list by its name. */
static void read_verb(struct yaml *yaml, const struct yaml_field *field,
		      const struct yaml_node *value, void *target)
{
	struct source_str *verb = target;
	struct str text = yaml_text(value);

	if (!yaml_is(yaml, value, YAML_TEXT, field->key))
		return;
	if (text.len < 3 || text.ptr[0] != '<' || text.ptr[text.len - 1] != '>')
		yaml_problem(yaml, value, "verb must be the name of a list: "
			     "<failing>");
	*verb = source_name(yaml, value);
	verb->text = str_slice(verb->text, 1, text.len ? text.len - 1 : 0);
}

static const struct yaml_field clause_fields[] = {
	{
		.key = "subject",
		.read = yaml_terms,
		.offset = offsetof(struct rule_source, clause.subject),
		.terms = &subject_terms,
	},
	{
		.key = "tense",
		.read = yaml_terms,
		.offset = offsetof(struct rule_source, clause.tense),
		.terms = &tense_terms,
	},
	{
		.key = "mood",
		.read = yaml_terms,
		.offset = offsetof(struct rule_source, clause.mood),
		.terms = &mood_terms,
	},
	{
		.key = "polarity",
		.read = yaml_terms,
		.offset = offsetof(struct rule_source, clause.polarity),
		.terms = &polarity_terms,
	},
	{
		.key = "slots",
		.read = yaml_terms,
		.offset = offsetof(struct rule_source, clause.slots),
		.terms = &slot_terms,
	},
	{
		.key = "position",
		.read = yaml_terms,
		.offset = offsetof(struct rule_source, clause.position),
		.terms = &position_terms,
	},
	{
		.key = "verb",
		.read = read_verb,
		.offset = offsetof(struct rule_source, verb),
	},
};
static const struct yaml_table clause_table = {
	"clause", clause_fields, ARRAY_LEN(clause_fields),
};

/* ---- examples ---------------------------------------------------------- */

static const struct yaml_field example_fields[] = {
	{
		.key = "text",
		.read = yaml_string,
		.offset = offsetof(struct example, text),
	},
	{
		.key = "client",
		.read = yaml_string,
		.offset = offsetof(struct example, client),
	},
	{
		.key = "channel",
		.read = yaml_term,
		.offset = offsetof(struct example, channel),
		.terms = &channel_terms,
	},
	{
		.key = "stage",
		.read = yaml_term,
		.offset = offsetof(struct example, stage),
		.terms = &stage_terms,
	},
};
static const struct yaml_table example_table = {
	"an example", example_fields, ARRAY_LEN(example_fields),
};
static const struct yaml_field example_field = { .key = "an example" };

static void add_example(struct yaml *yaml, const struct yaml_node *node,
			bool good, struct rule_source *rule)
{
	struct example example = {
		.channel = CHANNEL_NONE,
		.stage = STAGE_NONE,
		.line = node->line,
		.good = good,
	};

	if (!rubric_count((struct rubric_reader *)yaml, node))
		return;
	if (node->kind == YAML_TEXT)
		yaml_string(yaml, &example_field, node, &example.text);
	else if (yaml_map(yaml, node, &example_table, &example) &&
		 !yaml_find(node, STR("text")))
		yaml_problem(yaml, node, "an example needs the key 'text'");
	rule->examples = arena_grow(yaml->arena, rule->examples,
				    rule->nr_examples, &rule->alloc_examples,
				    sizeof(example));
	rule->examples[rule->nr_examples++] = example;
}

static void read_examples(struct yaml *yaml, const struct yaml_field *field,
			  const struct yaml_node *value, void *target)
{
	bool good = str_equal(str_from(field->key), STR("good"));

	if (!yaml_is(yaml, value, YAML_LIST, field->key))
		return;
	for (const struct yaml_node *at = value->first; at; at = at->next)
		add_example(yaml, at, good, target);
}

/* ---- rules ------------------------------------------------------------- */

/* The names of principles, or `all`: every one but phone, which is about the
 * channel and not about words. */
static void read_also(struct yaml *yaml, const struct yaml_field *field,
		      const struct yaml_node *value, void *target)
{
	uint32_t *also = target;

	if (value->kind == YAML_TEXT &&
	    str_equal(yaml_text(value), STR("all")))
		*also = ((1u << PRINCIPLE_NR) - 1) &
			~(1u << PRINCIPLE_PHONE);
	else
		yaml_terms(yaml, field, value, also);
}

static const struct yaml_field rule_fields[] = {
	{
		.key = "points",
		.read = yaml_number,
		.offset = offsetof(struct rule_source, points),
		.required = true,
		.min = -100,
		.max = 100,
	},
	{
		.key = "behaviour",
		.read = yaml_term,
		.offset = offsetof(struct rule_source, behaviour),
		.terms = &behaviour_terms,
	},
	{
		.key = "family",
		.read = read_name,
		.offset = offsetof(struct rule_source, family),
	},
	{
		.key = "find",
		.read = read_patterns,
		.offset = offsetof(struct rule_source, find),
	},
	{ .key = "clause", .read = yaml_inner, .table = &clause_table },
	{
		.key = "measure",
		.read = yaml_term,
		.offset = offsetof(struct rule_source, measure),
		.terms = &measure_terms,
	},
	{
		.key = "min",
		.read = yaml_number,
		.offset = offsetof(struct rule_source, min),
		.min = -100000,
		.max = 100000,
	},
	{
		.key = "max",
		.read = yaml_number,
		.offset = offsetof(struct rule_source, max),
		.min = -100000,
		.max = 100000,
	},
	{
		.key = "full",
		.read = yaml_number,
		.offset = offsetof(struct rule_source, full),
		.min = -100000,
		.max = 100000,
	},
	{
		.key = "not_in",
		.read = yaml_terms,
		.offset = offsetof(struct rule_source, not_in),
		.terms = &scope_terms,
	},
	{
		.key = "in",
		.read = yaml_terms,
		.offset = offsetof(struct rule_source, only_in),
		.terms = &scope_terms,
	},
	{
		.key = "also",
		.read = read_also,
		.offset = offsetof(struct rule_source, also),
		.terms = &principle_terms,
	},
	{
		.key = "when",
		.read = yaml_inner,
		.offset = offsetof(struct rule_source, when),
		.table = &when_table,
	},
	{
		.key = "unless",
		.read = yaml_terms_long,
		.offset = offsetof(struct rule_source, unless),
		.terms = &behaviour_terms,
	},
	{
		.key = "except",
		.read = read_patterns,
		.offset = offsetof(struct rule_source, except),
	},
	{
		.key = "times",
		.read = yaml_number,
		.offset = offsetof(struct rule_source, times),
		.min = 1,
		.max = 100,
	},
	{
		.key = "says",
		.read = yaml_string,
		.offset = offsetof(struct rule_source, says),
	},
	{
		.key = "try",
		.read = yaml_string,
		.offset = offsetof(struct rule_source, rewrite),
	},
	{
		.key = "because",
		.read = yaml_string,
		.offset = offsetof(struct rule_source, because),
	},
	{ .key = "good", .read = read_examples },
	{ .key = "bad", .read = read_examples },
	{
		.key = "on",
		.read = yaml_bool,
		.offset = offsetof(struct rule_source, on),
	},
};
static const struct yaml_table rule_table = {
	"a rule", rule_fields, ARRAY_LEN(rule_fields),
};

/* The part before the dot: a principle, or `conversation`. */
static void read_principle(struct yaml *yaml, const struct yaml_node *key,
			   struct rule_source *rule)
{
	struct str rest = yaml_text(key), word = STR("");

	str_cut(&rest, '.', &word);
	rule->principle = terms_find(&principle_terms, word);
	if (!rest.ptr || !rest.len ||
	    (rule->principle < 0 && !str_equal(word, STR("conversation"))))
		yaml_problem(yaml, key, "'" STR_FMT "': a rule is named "
			     "PRINCIPLE.NAME or conversation.NAME, as in "
			     "teachable.owns_it",
			     STR_ARG(yaml_short(yaml_text(key))));
}

/* How the rule finds, and where what it finds doesn't count. */
static void read_kind(struct yaml *yaml, const struct yaml_node *key,
		      struct rule_source *rule)
{
	static const struct str ways[] = { { "find", 4 }, { "clause", 6 },
					   { "measure", 7 } };
	const struct yaml_node *map = key->next;
	size_t nr = 0;

	for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
		if (!yaml_find(map, ways[i]))
			continue;
		rule->kind = (enum rule_source_kind)i;
		nr++;
	}
	if (nr != 1)
		yaml_problem(yaml, key, "a rule has one of find, clause and "
			     "measure");
	if (rule->full != INT_MIN &&
	    (rule->kind != RULE_MEASURE || rule->min == INT_MIN ||
	     rule->full <= rule->min))
		yaml_problem(yaml, key, "full goes with a measure and a "
			     "smaller min: points grow from one to the other");
	if (yaml_find(map, STR("not_in")))
		return;
	rule->not_in = SCOPE_BIT(SCOPE_QUOTE);
	if (rule->points >= 0)
		rule->not_in |= SCOPE_BIT(SCOPE_NEGATED) |
				SCOPE_BIT(SCOPE_CONDITION) |
				SCOPE_BIT(SCOPE_QUESTION);
}

void read_rules(struct yaml *yaml, const struct yaml_field *field,
		const struct yaml_node *value, void *target)
{
	struct rubric_source *source = target;
	struct names names;

	if (!yaml_is(yaml, value, YAML_MAP, field->key))
		return;
	names_collect(yaml, value, "rule", "_-.", RUBRIC_MAX_RULES, &names);
	source->rules = ARENA_ARRAY(yaml->arena, struct rule_source, names.nr);
	source->nr_rules = source->alloc_rules = names.nr;
	for (size_t i = 0; i < names.nr; i++) {
		struct rule_source *rule = &source->rules[i];

		*rule = (struct rule_source){
			.id = source_name(yaml, names.keys[i]),
			.behaviour = -1,
			.measure = -1,
			.min = INT_MIN,
			.max = INT_MAX,
			.full = INT_MIN,
			.times = 1,
			.on = true,
		};
		read_principle(yaml, names.keys[i], rule);
		if (yaml_map(yaml, names.keys[i]->next, &rule_table, rule))
			read_kind(yaml, names.keys[i], rule);
	}
}
