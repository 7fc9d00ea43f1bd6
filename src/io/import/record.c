/*
 * One record of the filter: an object of JSON becomes a turn or a
 * conversation, and its verdict an object again. Keys that are not known are
 * ignored, so that records may carry what their owner needs; a known key of
 * the wrong type is an error, never a guess.
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "rehearse/jsonl.h"
#include "rehearse/report.h"
#include "rehearse/scenario.h"

static const char *const speaker_names[] = { "me", "client" };
static const struct terms speaker_terms = {
	.what = "a speaker", .names = speaker_names, .nr = 2,
};
enum { RECORD_ME, RECORD_CLIENT };

struct record {
	const struct rubric *rubric;
	struct arena *arena;
	json_t *object;
	struct str id; /* ptr NULL: none */
	struct talk_setting setting;
	int channel, stage, opened_by; /* opened_by -1: not given */
	struct scenario facts;         /* no more of it than facts */
	struct finding *waived;
	size_t nr_waived;
	struct error *err;
};

static bool fail(struct record *record, const char *key, const char *message)
{
	return error_set(record->err, ERROR_DATA, "%s: %s", key, message);
}

static struct str text_of(const json_t *value)
{
	return (struct str){ json_string_value(value),
			     json_string_length(value) };
}

/* A text that may be left out; *text stays as it was then. */
static bool get_text(struct record *record, json_t *object, const char *key,
		     struct str *text)
{
	json_t *value = json_object_get(object, key);

	if (!value)
		return true;
	if (!json_is_string(value))
		return fail(record, key, "a string belongs here");
	*text = text_of(value);
	return true;
}

static bool get_term(struct record *record, json_t *object, const char *key,
		     const struct terms *terms, int *value)
{
	struct str name = { NULL, 0 };
	struct strbuf names = { 0 };
	int found;

	if (!get_text(record, object, key, &name))
		return false;
	if (!name.ptr)
		return true;
	found = terms_find(terms, name);
	if (found >= 0) {
		*value = found;
		return true;
	}
	terms_list(terms, &names);
	error_set(record->err, ERROR_DATA, "%s is one of: %s", key,
		  names.ptr);
	strbuf_release(&names);
	return false;
}

static bool get_setting(struct record *record)
{
	json_t *object = record->object;
	int kind = KIND_OTHER, fault = FAULT_NOBODY;

	record->channel = CHANNEL_NONE;
	record->stage = STAGE_NONE;
	record->opened_by = -1;
	if (!get_term(record, object, "kind", &kind_terms, &kind) ||
	    !get_term(record, object, "fault", &fault_terms, &fault) ||
	    !get_term(record, object, "opened_by", &speaker_terms,
		      &record->opened_by) ||
	    !get_term(record, object, "channel", &channel_terms,
		      &record->channel) ||
	    !get_term(record, object, "stage", &stage_terms, &record->stage))
		return false;
	record->setting.kind = (enum kind)kind;
	record->setting.fault = (enum fault)fault;
	return true;
}

static bool add_phrase(struct record *record, struct matcher_builder *builder,
		       const char *name, const json_t *value, size_t fact)
{
	const struct pattern_lists no_lists = { 0 };
	struct pattern pattern;
	struct error why;
	struct str source;
	bool parsed;

	if (!json_is_string(value))
		return fail(record, name, "its phrases are strings");
	source = text_of(value);
	parsed = pattern_is_plain(source) ?
		 pattern_plain(record->arena, source, &pattern, &why) :
		 pattern_parse(record->arena, source, &no_lists, &pattern,
			       &why);
	if (!parsed)
		return fail(record, name, why.text);
	matcher_add(builder, &pattern,
		    SCENARIO_HIT(SCENARIO_HIT_FACT, fact));
	return true;
}

/* facts {name: [phrase]}: the news there are to tell. */
static bool get_facts(struct record *record)
{
	json_t *facts = json_object_get(record->object, "facts");
	struct scenario *scenario = &record->facts;
	struct matcher_builder *builder;
	json_t *phrases, *phrase;
	const char *name;
	size_t i;

	if (!facts)
		return true;
	if (!json_is_object(facts))
		return fail(record, "facts", "{name: [phrase]} belongs here");
	if (json_object_size(facts) > SCRIPT_SET_MAX)
		return fail(record, "facts", "at most 128 are known");
	scenario->facts = ARENA_ARRAY(record->arena, struct fact,
				      json_object_size(facts));
	builder = matcher_builder_new(record->arena);
	json_object_foreach(facts, name, phrases) {
		if (!json_is_array(phrases))
			return fail(record, name, "a list of phrases belongs "
				    "here");
		json_array_foreach(phrases, i, phrase)
			if (!add_phrase(record, builder, name, phrase,
					scenario->nr_facts))
				return false;
		record->setting.must |= SCRIPT_BIT(scenario->nr_facts);
		scenario->nr_facts++;
	}
	scenario->phrases = matcher_open(matcher_finish(builder,
							record->arena));
	record->setting.scripted = true;
	return true;
}

static bool get_waived(struct record *record)
{
	json_t *list = json_object_get(record->object, "waive"), *item;
	size_t i;

	if (!list)
		return true;
	if (!json_is_array(list))
		return fail(record, "waive", "[{rule, quote}] belongs here");
	record->waived = ARENA_ARRAY(record->arena, struct finding,
				     json_array_size(list));
	json_array_foreach(list, i, item) {
		struct finding *waived = &record->waived[record->nr_waived];
		struct str rule = { NULL, 0 };

		if (!json_is_object(item) ||
		    !get_text(record, item, "rule", &rule) || !rule.ptr ||
		    !get_text(record, item, "quote", &waived->quote))
			return fail(record, "waive",
				    "each is {rule, quote}, both strings");
		waived->rule = rubric_find(record->rubric, rule);
		if (waived->rule < 0)
			return error_set(record->err, ERROR_DATA, "waive: "
					 "this rubric has no rule " STR_FMT,
					 STR_ARG(rule));
		record->nr_waived++;
	}
	return true;
}

/* The facts told by an own line. */
static script_set facts_told(const struct record *record,
			   const struct text *text)
{
	if (!record->setting.scripted)
		return 0;
	return scenario_hear(&record->facts, -1, text, record->arena).facts;
}

/* The verdict on the record's one turn; NULL: it is no good record. */
static const struct verdict *turn_verdict(struct record *record)
{
	struct str words = { NULL, 0 }, client_said = STR("");
	struct said said = {
		.act = ACT_NONE,
		.waived = record->waived,
		.nr_waived = record->nr_waived,
	};
	struct talk *talk;
	struct text text;

	if (!get_text(record, record->object, "text", &words) ||
	    !get_text(record, record->object, "client_said", &client_said))
		return NULL;
	if (!words.ptr) {
		error_set(record->err, ERROR_DATA,
			  "a record has `text` or `turns`");
		return NULL;
	}
	talk = talk_new(record->arena, record->rubric, &record->setting);
	if (client_said.len)
		talk_client(talk, client_said, 0);
	text = rubric_read(record->rubric, words, NULL, record->arena);
	said.text = &text;
	said.channel = (enum channel)record->channel;
	said.stage = (enum stage)record->stage;
	if (said.stage == STAGE_NONE)
		said.stage = client_said.len ? STAGE_MIDDLE : STAGE_OPENING;
	said.told = facts_told(record, &text);
	return talk_say(talk, &said);
}

static bool judge_turn(struct record *record, struct strbuf *out)
{
	const struct verdict *verdict = turn_verdict(record);

	if (!verdict)
		return false;
	verdict_json(verdict, record->rubric, record->id, out);
	strbuf_addc(out, '\n');
	return true;
}

static bool get_line(struct record *record, json_t *item,
		     struct spoken *line)
{
	struct str words = { NULL, 0 };
	int speaker = -1;

	if (!json_is_object(item))
		return fail(record, "turns", "each is {speaker, text}");
	if (!get_term(record, item, "speaker", &speaker_terms, &speaker) ||
	    !get_text(record, item, "text", &words))
		return false;
	if (speaker < 0 || !words.ptr)
		return fail(record, "turns", "each has a speaker and a text");
	*line = (struct spoken){
		.mine = speaker == RECORD_ME,
		.speaker = str_from(speaker_names[speaker]),
		.text = words,
		.channel = (enum channel)record->channel,
		.stage = (enum stage)record->stage,
	};
	if (line->mine && record->setting.scripted) {
		struct text text = rubric_read(record->rubric, words, NULL,
					       record->arena);

		line->told = facts_told(record, &text);
	}
	if (line->mine) {
		line->waived = record->waived;
		line->nr_waived = record->nr_waived;
	}
	return true;
}

static bool judge_conversation(struct record *record, json_t *turns,
			       struct strbuf *out)
{
	struct spoken *lines;
	struct report *report;
	size_t nr = json_array_size(turns), i;
	json_t *item;

	if (!json_is_array(turns))
		return fail(record, "turns", "a list belongs here");
	lines = ARENA_ARRAY(record->arena, struct spoken, nr);
	json_array_foreach(turns, i, item)
		if (!get_line(record, item, &lines[i]))
			return false;
	/* not told who opened it: whoever speaks first has */
	if (record->opened_by < 0)
		record->setting.client_opens = nr && !lines[0].mine;
	report = report_spoken(record->rubric, &record->setting, lines, nr,
			       STR(""), record->arena);
	report_json(report, record->id, out);
	return true;
}

/* What every record may say. */
static bool get_head(struct record *record)
{
	if (!json_is_object(record->object))
		return error_set(record->err, ERROR_DATA,
				 "a record is an object");
	if (!get_text(record, record->object, "id", &record->id) ||
	    !get_setting(record) || !get_facts(record) ||
	    !get_waived(record))
		return false;
	record->setting.client_opens = record->opened_by == RECORD_CLIENT;
	return true;
}

static bool judge(struct record *record, struct strbuf *out)
{
	json_t *turns;

	if (!get_head(record))
		return false;
	turns = json_object_get(record->object, "turns");
	return turns ? judge_conversation(record, turns, out) :
	       judge_turn(record, out);
}

static json_t *parse(struct str line, struct error *err)
{
	json_error_t problem;
	json_t *object;

	/* without, a want of memory comes back as a fault of the JSON */
	json_set_alloc_funcs(memory_new, free);
	object = json_loadb(line.ptr, line.len, 0, &problem);
	if (object)
		return object;
	error_set(err, ERROR_DATA, "this is no JSON: %s (byte %d)",
		  problem.text, problem.position);
	return NULL;
}

/* Opens the record's object; false: it is none, and why is in record->err. */
static bool open_record(struct record *record, struct str line)
{
	if (!str_trim(line).len)
		return error_set(record->err, ERROR_DATA,
				 "this line is empty");
	record->object = parse(line, record->err);
	return record->object != NULL;
}

bool jsonl_record(const struct rubric *rubric, struct str line,
		  struct arena *scratch, struct strbuf *out)
{
	size_t before = out->len;
	struct error err;
	struct record record = {
		.rubric = rubric,
		.arena = scratch,
		.err = &err,
	};
	bool judged = open_record(&record, line) && judge(&record, out);

	if (!judged) {
		strbuf_truncate(out, before);
		jsonl_error(record.id, err.text, out);
	}
	json_decref(record.object);
	return judged;
}

/* A list of names of rules or behaviours; none where the key is left out. */
static bool get_labels(struct record *record, const char *key,
		       struct label_set *set)
{
	json_t *list = json_object_get(record->object, key), *item;
	size_t i;

	if (!list)
		return true;
	if (!json_is_array(list))
		return fail(record, key, "a list of names belongs here");
	set->labels = ARENA_ARRAY(record->arena, int, json_array_size(list));
	json_array_foreach(list, i, item) {
		int label;

		if (!json_is_string(item))
			return fail(record, key, "each is a name");
		label = label_find(record->rubric, text_of(item));
		if (label < 0)
			return error_set(record->err, ERROR_DATA,
					 "%s: this rubric has no rule and no "
					 "behaviour " STR_FMT, key,
					 STR_ARG(text_of(item)));
		set->labels[set->nr++] = label;
	}
	return true;
}

bool jsonl_labelled(struct calibration *calibration, struct str line,
		    unsigned number, struct arena *scratch, struct error *err)
{
	struct record record = {
		.rubric = calibration->rubric,
		.arena = scratch,
		.err = err,
	};
	struct label_set expect = { 0 }, forbid = { 0 };
	const struct verdict *verdict = NULL;

	if (open_record(&record, line) && get_head(&record) &&
	    get_labels(&record, "expect", &expect) &&
	    get_labels(&record, "forbid", &forbid))
		verdict = turn_verdict(&record);
	if (verdict)
		calibration_add(calibration, verdict, &expect, &forbid,
				number);
	json_decref(record.object);
	return verdict != NULL;
}
