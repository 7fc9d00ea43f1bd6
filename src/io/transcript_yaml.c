/*
 * One document of a transcript, from YAML. What it may hold is three tables:
 * the header's, a turn's, and one for the small events. What follows from the
 * inputs is left alone: it is computed again, not believed.
 */
#include "transcript_yaml.h"

#include <stddef.h>

#include "yaml.h"

/* ---- values ------------------------------------------------------------- */

/* A text as it stands, also an empty one. */
static void read_text(struct yaml *yaml, const struct yaml_field *field,
		      const struct yaml_node *value, void *target)
{
	if (yaml_is(yaml, value, YAML_TEXT, field->key))
		*(struct str *)target = arena_str(yaml->arena,
						  yaml_text(value));
}

static void read_seed(struct yaml *yaml, const struct yaml_field *field,
		      const struct yaml_node *value, void *target)
{
	if (!str_number(yaml_text(value), UINT64_MAX, target))
		yaml_problem(yaml, value, "%s must be a whole number",
			     field->key);
}

static void read_seconds(struct yaml *yaml, const struct yaml_field *field,
			 const struct yaml_node *value, void *target)
{
	uint64_t seconds;

	if (str_number(yaml_text(value), (uint64_t)1 << 40, &seconds))
		*(int64_t *)target = (int64_t)seconds;
	else
		yaml_problem(yaml, value, "%s must be a whole number",
			     field->key);
}

struct texts {
	struct str *items;
	size_t nr;
};

static void read_texts(struct yaml *yaml, const struct yaml_field *field,
		       const struct yaml_node *value, void *target)
{
	struct texts *texts = target;

	if (!yaml_is(yaml, value, YAML_LIST, field->key))
		return;
	texts->items = ARENA_ARRAY(yaml->arena, struct str, value->len);
	for (const struct yaml_node *at = value->first; at; at = at->next)
		read_text(yaml, field, at, &texts->items[texts->nr++]);
}

struct fills {
	struct fill_choice *items;
	size_t nr;
};

static void read_fills(struct yaml *yaml, const struct yaml_field *field,
		       const struct yaml_node *value, void *target)
{
	struct fills *fills = target;

	if (!yaml_is(yaml, value, YAML_MAP, field->key))
		return;
	fills->items = ARENA_ARRAY(yaml->arena, struct fill_choice,
				   value->len / 2);
	for (const struct yaml_node *key = value->first; key;
	     key = key->next->next) {
		struct fill_choice *fill = &fills->items[fills->nr++];

		read_text(yaml, field, key, &fill->name);
		read_text(yaml, field, key->next, &fill->value);
	}
}

/* ---- what a document may hold ------------------------------------------- */

/* As the file has it: numbers are ints and lists have their lengths. */
struct identity {
	struct str id, hash;
	int version;
};

static const struct yaml_field identity_fields[] = {
	{
		.key = "id",
		.read = read_text,
		.offset = offsetof(struct identity, id),
		.required = true,
	},
	{
		.key = "version",
		.read = yaml_number,
		.offset = offsetof(struct identity, version),
		.max = 999999999,
	},
	{
		.key = "hash",
		.read = read_text,
		.offset = offsetof(struct identity, hash),
		.required = true,
	},
};
static const struct yaml_table identity_table = {
	"an identity", identity_fields, ARRAY_LEN(identity_fields),
};

/* Everything any document says; its kind says what is in it. */
struct said_so {
	int event;
	struct str format, engine, when, start;
	struct identity scenario, rubric;
	uint64_t seed;
	int level;
	bool exam;
	struct fills fill;
	struct texts prepared, answer;
	int64_t at;
	int turn, channel, act, picked;
	struct str said, rule, reason, text, went_well, differently;
};

static const struct yaml_field header_fields[] = {
	{ .key = "event", .read = yaml_term,
	  .offset = offsetof(struct said_so, event),
	  .terms = &event_terms, .required = true },
	{ .key = "format", .read = read_text,
	  .offset = offsetof(struct said_so, format), .required = true },
	{ .key = "engine", .read = read_text,
	  .offset = offsetof(struct said_so, engine) },
	{ .key = "scenario", .read = yaml_inner, .table = &identity_table,
	  .offset = offsetof(struct said_so, scenario), .required = true },
	{ .key = "rubric", .read = yaml_inner, .table = &identity_table,
	  .offset = offsetof(struct said_so, rubric), .required = true },
	{ .key = "seed", .read = read_seed,
	  .offset = offsetof(struct said_so, seed) },
	{ .key = "level", .read = yaml_term,
	  .offset = offsetof(struct said_so, level), .terms = &level_terms },
	{ .key = "exam", .read = yaml_bool,
	  .offset = offsetof(struct said_so, exam) },
	{ .key = "start", .read = read_text,
	  .offset = offsetof(struct said_so, start) },
	{ .key = "fill", .read = read_fills,
	  .offset = offsetof(struct said_so, fill) },
	{ .key = "prepared", .read = read_texts,
	  .offset = offsetof(struct said_so, prepared) },
	{ .key = "when", .read = read_text,
	  .offset = offsetof(struct said_so, when) },
	{ .key = "sum", .read = yaml_nothing },
};

static const struct yaml_field turn_fields[] = {
	{ .key = "event", .read = yaml_term,
	  .offset = offsetof(struct said_so, event), .terms = &event_terms },
	{ .key = "turn", .read = yaml_number,
	  .offset = offsetof(struct said_so, turn),
	  .min = 1, .max = 1000000, .required = true },
	{ .key = "at", .read = read_seconds,
	  .offset = offsetof(struct said_so, at) },
	{ .key = "scene", .read = yaml_nothing },
	{ .key = "channel", .read = yaml_term,
	  .offset = offsetof(struct said_so, channel),
	  .terms = &channel_terms },
	{ .key = "said", .read = read_text,
	  .offset = offsetof(struct said_so, said) },
	{ .key = "act", .read = yaml_term,
	  .offset = offsetof(struct said_so, act), .terms = &act_terms },
	{ .key = "picked", .read = yaml_number,
	  .offset = offsetof(struct said_so, picked), .max = 1000000 },
	{ .key = "score", .read = yaml_nothing },
	{ .key = "principles", .read = yaml_nothing },
	{ .key = "findings", .read = yaml_nothing },
	{ .key = "mood", .read = yaml_nothing },
	{ .key = "narrator", .read = yaml_nothing },
	{ .key = "answer", .read = read_texts,
	  .offset = offsetof(struct said_so, answer) },
	{ .key = "sum", .read = yaml_nothing },
};

static const struct yaml_field other_fields[] = {
	{ .key = "event", .read = yaml_term,
	  .offset = offsetof(struct said_so, event), .terms = &event_terms },
	{ .key = "turn", .read = yaml_number,
	  .offset = offsetof(struct said_so, turn), .max = 1000000 },
	{ .key = "rule", .read = read_text,
	  .offset = offsetof(struct said_so, rule) },
	{ .key = "reason", .read = read_text,
	  .offset = offsetof(struct said_so, reason) },
	{ .key = "text", .read = read_text,
	  .offset = offsetof(struct said_so, text) },
	{ .key = "went_well", .read = read_text,
	  .offset = offsetof(struct said_so, went_well) },
	{ .key = "differently", .read = read_text,
	  .offset = offsetof(struct said_so, differently) },
	{ .key = "ending", .read = yaml_nothing },
	{ .key = "left", .read = yaml_nothing },
	{ .key = "score", .read = yaml_nothing },
	{ .key = "principles", .read = yaml_nothing },
	{ .key = "band", .read = yaml_nothing },
	{ .key = "turns", .read = yaml_nothing },
	{ .key = "scored", .read = yaml_nothing },
	{ .key = "sum", .read = yaml_nothing },
};

static const struct yaml_table header_table = {
	"a header", header_fields, ARRAY_LEN(header_fields),
};
static const struct yaml_table turn_table = {
	"a turn", turn_fields, ARRAY_LEN(turn_fields),
};
static const struct yaml_table other_table = {
	"an event", other_fields, ARRAY_LEN(other_fields),
};

/* ---- documents ---------------------------------------------------------- */

static struct transcript_header header_of(const struct said_so *said)
{
	return (struct transcript_header){
		.engine = said->engine,
		.scenario = said->scenario.id,
		.scenario_hash = said->scenario.hash,
		.rubric = said->rubric.id,
		.rubric_hash = said->rubric.hash,
		.rubric_version = (unsigned)said->rubric.version,
		.seed = said->seed,
		.level = (enum level)said->level,
		.exam = said->exam,
		.start = said->start,
		.fills = said->fill.items,
		.nr_fills = said->fill.nr,
		.prepared = said->prepared.items,
		.nr_prepared = said->prepared.nr,
		.when = said->when,
	};
}

static struct event event_of(const struct said_so *said, unsigned line)
{
	return (struct event){
		.kind = (enum event_kind)said->event,
		.line = line,
		.turn = said->turn,
		.at = said->at,
		.said = said->said,
		.channel = (enum channel)said->channel,
		.act = (enum act)said->act,
		.picked = said->picked,
		.answer = said->answer.items,
		.nr_answer = said->answer.nr,
		.rule = said->rule,
		.reason = said->reason,
		.text = said->text,
		.went_well = said->went_well,
		.differently = said->differently,
	};
}

/* The kind decides what else may be there; -1: none is known. */
static int kind_of(struct yaml *yaml, const struct yaml_node *root)
{
	const struct yaml_node *value = yaml_find(root, STR("event"));
	int kind = value ? terms_find(&event_terms, yaml_text(value)) : -1;

	if (kind < 0)
		yaml_problem(yaml, value ? value : root, "an event of a "
			     "transcript begins with `event:` and what it is");
	return kind;
}

static void take_root(struct yaml *yaml, const struct yaml_node *root,
		      unsigned line, struct document *document)
{
	static const struct yaml_table *const tables[EVENT_NR] = {
		[EVENT_HEADER] = &header_table,
		[EVENT_TURN] = &turn_table,
		[EVENT_UNDO] = &other_table,
		[EVENT_WAIVE] = &other_table,
		[EVENT_NOTE] = &other_table,
		[EVENT_REFLECT] = &other_table,
		[EVENT_RESULT] = &other_table,
	};
	struct said_so said = {
		.level = LEVEL_FIRM,
		.channel = CHANNEL_NONE,
		.act = ACT_NONE,
		.at = -1,
	};
	int kind = kind_of(yaml, root);

	if (kind < 0 || (kind == EVENT_HEADER &&
			 !yaml_format(yaml, root, "rehearse/transcript 1")))
		return;
	yaml_map(yaml, root, tables[kind], &said);
	if (kind == EVENT_TURN && said.act == ACT_NONE && !said.said.len)
		yaml_problem(yaml, root, "this turn has neither said nor act");
	document->kind = (enum event_kind)kind;
	document->header = header_of(&said);
	document->event = event_of(&said, line);
}

bool transcript_document(struct arena *arena, struct str path,
			 struct str bytes, unsigned line,
			 struct document *document, struct error *err)
{
	struct problems problems = { 0 };
	struct document read = { 0 };
	struct yaml yaml = {
		.path = path,
		.arena = arena,
		.problems = &problems,
		.lines_before = line - 1,
	};
	const struct yaml_node *root;

	if (bytes.len > TRANSCRIPT_MAX_DOCUMENT)
		return error_at(err, path, line, 1,
				"this event is longer than 64 KiB");
	root = yaml_read(&yaml, bytes);
	if (root)
		take_root(&yaml, root, line, &read);
	yaml_release(&yaml);
	if (problems.nr) {
		*err = problems.errors[0];
		err->line = err->line ? err->line : line;
		return false;
	}
	*document = read;
	return true;
}
