/*
 * What may be told, what the client keeps back, and what they tell when
 * asked.
 */
#include <stddef.h>

#include "scenario_yaml.h"

static void read_fact_heard(struct yaml *yaml, const struct yaml_field *field,
			    const struct yaml_node *value, void *target)
{
	struct loader *loader = (struct loader *)yaml;
	struct fact *fact = target;
	ptrdiff_t index = fact - loader->scenario->facts;

	(void)field;
	fact->heard = true;
	loader_phrases(loader, value,
		       SCENARIO_HIT(SCENARIO_HIT_FACT, index));
}

static const struct yaml_field fact_fields[] = {
	{
		.key = "is",
		.read = read_text,
		.offset = offsetof(struct fact, is),
		.required = true,
	},
	{
		.key = "must",
		.read = yaml_bool,
		.offset = offsetof(struct fact, must),
	},
	{
		.key = "good",
		.read = yaml_bool,
		.offset = offsetof(struct fact, good),
	},
	{ .key = "heard", .read = read_fact_heard },
};
static const struct yaml_table fact_table = {
	"a fact", fact_fields, ARRAY_LEN(fact_fields),
};

void read_facts(struct yaml *yaml, const struct yaml_field *field,
		const struct yaml_node *value, void *target)
{
	struct loader *loader = (struct loader *)yaml;
	struct scenario *scenario = target;
	const struct names *names = &loader->facts;

	if (!yaml_is(yaml, value, YAML_MAP, field->key))
		return;
	scenario->nr_facts = names->nr;
	scenario->facts = ARENA_ARRAY(yaml->arena, struct fact, names->nr);
	for (size_t i = 0; i < names->nr; i++) {
		struct fact *fact = &scenario->facts[i];

		fact->id = arena_str(yaml->arena, names->ids[i]);
		fact->line = names->keys[i]->line;
		yaml_map(yaml, names->keys[i]->next, &fact_table, fact);
	}
}

void read_hidden(struct yaml *yaml, const struct yaml_field *field,
		 const struct yaml_node *value, void *target)
{
	static const struct yaml_field is = { .key = "a hidden interest" };
	struct scenario *scenario = target;
	const struct names *names = &((struct loader *)yaml)->hidden;

	if (!yaml_is(yaml, value, YAML_MAP, field->key))
		return;
	scenario->nr_hidden = names->nr;
	scenario->hidden = ARENA_ARRAY(yaml->arena, struct hidden, names->nr);
	for (size_t i = 0; i < names->nr; i++) {
		scenario->hidden[i].id = arena_str(yaml->arena, names->ids[i]);
		scenario->hidden[i].line = names->keys[i]->line;
		read_text(yaml, &is, names->keys[i]->next,
			  &scenario->hidden[i].is);
	}
}

static void read_topic_phrases(struct yaml *yaml,
			       const struct yaml_node *value,
			       struct topic *topic, enum scenario_hit kind)
{
	struct loader *loader = (struct loader *)yaml;

	topic->otherwise = false;
	loader_phrases(loader, value,
		       SCENARIO_HIT(kind, topic - loader->scenario->topics));
}

static void read_topic_heard(struct yaml *yaml, const struct yaml_field *field,
			     const struct yaml_node *value, void *target)
{
	(void)field;
	read_topic_phrases(yaml, value, target, SCENARIO_HIT_TOPIC);
}

static void read_topic_asked(struct yaml *yaml, const struct yaml_field *field,
			     const struct yaml_node *value, void *target)
{
	(void)field;
	read_topic_phrases(yaml, value, target, SCENARIO_HIT_ASKED);
}

static const struct yaml_field topic_fields[] = {
	{ .key = "heard", .read = read_topic_heard },
	{ .key = "asked", .read = read_topic_asked },
	{
		.key = "say",
		.read = read_entries,
		.offset = offsetof(struct topic, say),
		.table = &entry_table,
	},
};
static const struct yaml_table topic_table = {
	"a topic", topic_fields, ARRAY_LEN(topic_fields),
};

void read_topics(struct yaml *yaml, const struct yaml_field *field,
		 const struct yaml_node *value, void *target)
{
	struct loader *loader = (struct loader *)yaml;
	struct scenario *scenario = target;
	const struct names *names = &loader->topics;

	if (!yaml_is(yaml, value, YAML_MAP, field->key))
		return;
	scenario->nr_topics = names->nr;
	scenario->topics = ARENA_ARRAY(yaml->arena, struct topic, names->nr);
	for (size_t i = 0; i < names->nr; i++) {
		struct topic *topic = &scenario->topics[i];

		topic->id = arena_str(yaml->arena, names->ids[i]);
		topic->line = names->keys[i]->line;
		topic->otherwise = true;
		loader->answering = true;
		yaml_map(yaml, names->keys[i]->next, &topic_table, topic);
		loader->answering = false;
		if (topic->otherwise && !topic->say.nr)
			yaml_problem(yaml, names->keys[i]->next,
				     "a topic needs the key 'say'");
		if (topic->otherwise && scenario->otherwise >= 0)
			yaml_problem(yaml, names->keys[i], "one topic may do "
				     "without 'heard' and 'asked', and '"
				     STR_FMT "' does",
				     STR_ARG(names->ids[scenario->otherwise]));
		else if (topic->otherwise)
			scenario->otherwise = (int)i;
	}
}
