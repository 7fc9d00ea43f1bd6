/*
 * The table of smells. Those that need it share one player, which has played
 * the scenario for a while, and the suggestions it judged.
 */
#include "smell_parts.h"

#include <assert.h>
#include <stdarg.h>

enum {
	ROUNDS = 1500,  /* of play, when something stays away */
	FEW_LINES = 3, /* of the topic for any other question */
};

void smell_add(struct smelling *smelling, unsigned line, const char *format,
	       ...)
{
	struct strbuf words = { 0 };
	struct error err;
	va_list args;

	va_start(args, format);
	strbuf_addv(&words, format, args);
	va_end(args);
	error_at(&err, smelling->scenario->path, line, 0, "smell: " STR_FMT,
		 STR_ARG(strbuf_str(&words)));
	strbuf_release(&words);
	err.kind = ERROR_ANSWER_NO;
	problems_add(smelling->problems, smelling->arena, &err);
}

/* ---- facts, topics, what is hidden -------------------------------------- */

static void smell_untold(struct smelling *smelling)
{
	const struct scenario *scenario = smelling->scenario;

	for (size_t i = 0; i < scenario->nr_facts; i++) {
		const struct fact *fact = &scenario->facts[i];

		if (!fact->heard)
			smell_add(smelling, fact->line,
				  "nobody can tell the fact '" STR_FMT
				  "': give it 'heard' with the words people "
				  "would use, or take it out",
				  STR_ARG(fact->id));
	}
}

static void smell_unasked(struct smelling *smelling)
{
	const struct scenario *scenario = smelling->scenario;
	script_set asked = player_can_say(smelling->player).topics;

	for (size_t i = 0; i < scenario->nr_topics; i++) {
		const struct topic *topic = &scenario->topics[i];

		if (!topic->otherwise && !(asked >> i & 1))
			smell_add(smelling, topic->line,
				  "nobody can ask about '" STR_FMT "': its "
				  "phrases don't hear their own words, such as "
				  "a question under a condition; write it as "
				  "people would ask",
				  STR_ARG(topic->id));
	}
}

/* A topic without lines is there for conditions: just asked(TOPIC). */
static void smell_silent(struct smelling *smelling)
{
	const struct scenario *scenario = smelling->scenario;
	const struct entries *entries;
	script_set asked = 0;

	for (size_t i = 0; (entries = scenario_entries(scenario, i)); i++)
		for (size_t j = 0; j < entries->nr; j++)
			asked |= condition_uses(
				entries->items[j].condition).asked;
	for (size_t i = 0; i < scenario->nr_endings; i++)
		asked |= condition_uses(scenario->endings[i].condition).asked;
	for (size_t i = 0; i < scenario->nr_topics; i++) {
		const struct topic *topic = &scenario->topics[i];

		if (!topic->say.nr && !(asked >> i & 1))
			smell_add(smelling, topic->line,
				  "the topic '" STR_FMT "' says nothing and no "
				  "condition names it: give it a 'say', or use "
				  "it: {if: just asked(" STR_FMT "), say: ...}",
				  STR_ARG(topic->id), STR_ARG(topic->id));
	}
}

static void smell_unrevealed(struct smelling *smelling)
{
	const struct scenario *scenario = smelling->scenario;
	const struct entries *entries;
	script_set revealed = 0;

	for (size_t i = 0; (entries = scenario_entries(scenario, i)); i++)
		for (size_t j = 0; j < entries->nr; j++)
			if (entries->items[j].reveals >= 0)
				revealed |=
					SCRIPT_BIT(entries->items[j].reveals);
	for (size_t i = 0; i < scenario->nr_hidden; i++)
		if (!(revealed >> i & 1))
			smell_add(smelling, scenario->hidden[i].line,
				  "no line reveals '" STR_FMT "': let a topic "
				  "answer with {say: \"...\", reveals: " STR_FMT
				  "}",
				  STR_ARG(scenario->hidden[i].id),
				  STR_ARG(scenario->hidden[i].id));
}

static size_t count_lines(const struct entries *entries)
{
	size_t nr = 0;

	for (size_t i = 0; i < entries->nr; i++)
		nr += entries->items[i].nr_say;
	return nr;
}

/* Does a client listen anywhere, so that there is somebody to ask? */
static const struct scene *first_talk(const struct scenario *scenario)
{
	for (size_t i = 0; i < scenario->nr_scenes; i++) {
		const struct scene *scene = &scenario->scenes[i];

		if (scene->listen.nr && (scene->channel == CHANNEL_NONE ||
					 channel_is_live(scene->channel)))
			return scene;
	}
	return NULL;
}

static void smell_otherwise(struct smelling *smelling)
{
	const struct scenario *scenario = smelling->scenario;
	const struct scene *talk = first_talk(scenario);
	const struct topic *topic;
	size_t nr;

	if (!talk)
		return;
	if (scenario->otherwise < 0) {
		smell_add(smelling, talk->line,
			  "a question about anything else finds no answer: "
			  "add a topic without 'heard', with %d lines or more",
			  FEW_LINES);
		return;
	}
	topic = &scenario->topics[scenario->otherwise];
	nr = count_lines(&topic->say);
	if (nr < FEW_LINES)
		smell_add(smelling, topic->line,
			  "the topic for any other question has %zu line%s, "
			  "and each is said once: give it %d or more",
			  nr, nr == 1 ? "" : "s", FEW_LINES);
}

/* ---- endings ------------------------------------------------------------ */

/* The last is no matter: patience always runs out in the end. */
static void smell_no_run(struct smelling *smelling)
{
	const struct scenario *scenario = smelling->scenario;
	unsigned last = scenario->endings[scenario->nr_endings - 1].line;

	for (size_t i = 0; i < player_nr_items(smelling->player); i++) {
		const struct player_item *item =
			player_item(smelling->player, i);

		if (item->kind == ITEM_ENDING && !item->happened &&
		    item->line != last)
			smell_add(smelling, item->line,
				  "no run reached the " STR_FMT ": ask less in "
				  "its 'if', or see what the endings before it "
				  "take away",
				  STR_ARG(item->label));
	}
}

/* ---- all ---------------------------------------------------------------- */

static const char *const names[] = {
	"unreachable", "no-way-out", "one-line",    "untold", "unasked",
	"unrevealed",  "otherwise",  "written-out", "alike",  "longest",
	"first",       "untested",   "no-run",      "silent", "overheard",
};
static void (*const smells[])(struct smelling *) = {
	smell_unreachable, smell_no_way_out, smell_one_line,  smell_untold,
	smell_unasked,     smell_unrevealed, smell_otherwise, smell_written_out,
	smell_alike,       smell_longest,    smell_first,     smell_untested,
	smell_no_run,      smell_silent,     smell_overheard,
};
static_assert(ARRAY_LEN(names) == ARRAY_LEN(smells), "smells");
const struct terms smell_terms = {
	.what = "a smell",
	.names = names,
	.nr = (int)ARRAY_LEN(names),
};

void smells_find(struct arena *arena, const struct smell_source *source,
		 unsigned only, struct problems *problems)
{
	struct smelling smelling = {
		.arena = arena,
		.source = source,
		.scenario = source->scenario,
		.player = player_new(source->scenario, source->rubric,
				     source->pool, source->yaml),
		.problems = problems,
	};

	player_explore(smelling.player,
		       1u << ITEM_SCENE | 1u << ITEM_REPLY | 1u << ITEM_ENDING,
		       ROUNDS);
	judge_replies(&smelling);
	for (size_t i = 0; i < ARRAY_LEN(smells); i++)
		if (only >> i & 1)
			smells[i](&smelling);
	player_free(smelling.player);
}
