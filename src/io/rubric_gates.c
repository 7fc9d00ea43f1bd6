/* When a rule or a gate holds, and what the gates are. */
#include <limits.h>
#include <stddef.h>

#include "rubric_yaml.h"

/* Values of the field's vocabulary, or `none`: the bit behind them. The client
 * has not said anything; the channel is not known. */
static void read_or_none(struct yaml *yaml, const struct yaml_field *field,
			 const struct yaml_node *value, void *target)
{
	const struct yaml_node *at = value;
	uint32_t *set = target;

	*set = 0;
	if (value->kind == YAML_LIST)
		at = value->first;
	while (at) {
		int term = field->terms->nr;

		if (!str_equal(yaml_text(at), STR("none")))
			yaml_term(yaml, field, at, &term);
		*set |= 1u << term;
		at = value->kind == YAML_LIST ? at->next : NULL;
	}
}

static const char *const open_names[] = { "open" };
static const struct terms open_terms = {
	"a state of the complaint", open_names, (int)ARRAY_LEN(open_names),
};

static void read_open(struct yaml *yaml, const struct yaml_field *field,
		      const struct yaml_node *value, void *target)
{
	uint32_t *open = target;
	int term = -1;

	yaml_term(yaml, field, value, &term);
	*open = term == 0;
}

static void read_flag(struct yaml *yaml, const struct yaml_field *field,
		      const struct yaml_node *value, void *target)
{
	uint32_t *flag = target;
	bool set = false;

	yaml_bool(yaml, field, value, &set);
	*flag = set;
}

/* Given, it is 1 for yes and 2 for no. */
static void read_whether(struct yaml *yaml, const struct yaml_field *field,
			 const struct yaml_node *value, void *target)
{
	uint32_t *whether = target;
	bool set = false;

	yaml_bool(yaml, field, value, &set);
	*whether = set ? 1 : 2;
}

static const struct yaml_field when_fields[] = {
	{
		.key = "client",
		.read = read_or_none,
		.offset = offsetof(struct rule_when, client),
		.terms = &client_act_terms,
	},
	{
		.key = "stage",
		.read = yaml_terms,
		.offset = offsetof(struct rule_when, stage),
		.terms = &stage_terms,
	},
	{
		.key = "channel",
		.read = read_or_none,
		.offset = offsetof(struct rule_when, channel),
		.terms = &channel_terms,
	},
	{
		.key = "act",
		.read = yaml_terms,
		.offset = offsetof(struct rule_when, act),
		.terms = &act_terms,
	},
	{
		.key = "fault",
		.read = yaml_terms,
		.offset = offsetof(struct rule_when, fault),
		.terms = &fault_terms,
	},
	{
		.key = "kind",
		.read = yaml_terms,
		.offset = offsetof(struct rule_when, kind),
		.terms = &kind_terms,
	},
	{
		.key = "subject",
		.read = yaml_terms,
		.offset = offsetof(struct rule_when, subject),
		.terms = &subject_terms,
	},
	{
		.key = "news",
		.read = yaml_terms,
		.offset = offsetof(struct rule_when, news),
		.terms = &news_terms,
	},
	{
		.key = "opened_by",
		.read = yaml_terms,
		.offset = offsetof(struct rule_when, opened_by),
		.terms = &opener_terms,
	},
	{
		.key = "first",
		.read = read_flag,
		.offset = offsetof(struct rule_when, first),
	},
	{
		.key = "alone",
		.read = read_whether,
		.offset = offsetof(struct rule_when, alone),
	},
	{
		.key = "complaint",
		.read = read_open,
		.offset = offsetof(struct rule_when, complaint_open),
		.terms = &open_terms,
	},
};
const struct yaml_table when_table = {
	"when", when_fields, ARRAY_LEN(when_fields),
};

/* ---- gates ------------------------------------------------------------- */

static const struct yaml_field gate_fields[] = {
	{
		.key = "behaviours",
		.read = yaml_terms_long,
		.offset = offsetof(struct gate_source, behaviours),
		.terms = &behaviour_terms,
	},
	{
		.key = "unless",
		.read = yaml_terms_long,
		.offset = offsetof(struct gate_source, unless),
		.terms = &behaviour_terms,
	},
	{
		.key = "measure",
		.read = yaml_term,
		.offset = offsetof(struct gate_source, measure),
		.terms = &measure_terms,
	},
	{
		.key = "min",
		.read = yaml_number,
		.offset = offsetof(struct gate_source, min),
		.min = -100000,
		.max = 100000,
	},
	{
		.key = "max",
		.read = yaml_number,
		.offset = offsetof(struct gate_source, max),
		.min = -100000,
		.max = 100000,
	},
	{
		.key = "when",
		.read = yaml_inner,
		.offset = offsetof(struct gate_source, when),
		.table = &when_table,
	},
	{
		.key = "turn",
		.read = yaml_number,
		.offset = offsetof(struct gate_source, turn),
		.max = 100,
	},
	{
		.key = "conversation",
		.read = yaml_number,
		.offset = offsetof(struct gate_source, conversation),
		.max = 100,
	},
	{
		.key = "says",
		.read = yaml_string,
		.offset = offsetof(struct gate_source, says),
		.required = true,
	},
};
static const struct yaml_table gate_table = {
	"a gate", gate_fields, ARRAY_LEN(gate_fields),
};

void read_gates(struct yaml *yaml, const struct yaml_field *field,
		const struct yaml_node *value, void *target)
{
	struct rubric_source *source = target;
	struct names names;

	if (!yaml_is(yaml, value, YAML_MAP, field->key))
		return;
	names_collect(yaml, value, "gate", "_-", RUBRIC_MAX_NAMED, &names);
	source->gates = ARENA_ARRAY(yaml->arena, struct gate_source, names.nr);
	source->nr_gates = source->alloc_gates = names.nr;
	for (size_t i = 0; i < names.nr; i++) {
		const struct yaml_node *map = names.keys[i]->next;
		struct gate_source *gate = &source->gates[i];

		*gate = (struct gate_source){
			.name = source_name(yaml, names.keys[i]),
			.measure = -1,
			.min = INT_MIN,
			.max = INT_MAX,
			.turn = 100,
			.conversation = 100,
		};
		if (yaml_map(yaml, map, &gate_table, gate) &&
		    !yaml_find(map, STR("behaviours")) ==
			    !yaml_find(map, STR("measure")))
			yaml_problem(yaml, names.keys[i], "a gate has either "
				     "behaviours or a measure");
	}
}
