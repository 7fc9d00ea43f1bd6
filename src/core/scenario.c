/*
 * Questions about a scenario. Reading it from its file is io's business.
 */
#include "rehearse/scenario.h"

#include <assert.h>

static const char *const ending_kind_names[] = { "good", "mixed", "bad" };
static_assert(ARRAY_LEN(ending_kind_names) == ENDING_KIND_NR, "names");
const struct terms ending_kind_terms = {
	.what = "a kind of ending",
	.names = ending_kind_names,
	.nr = ENDING_KIND_NR,
};

const struct entries *scenario_entries(const struct scenario *scenario,
				       size_t i)
{
	if (i < scenario->nr_scenes * 2)
		return i % 2 ? &scenario->scenes[i / 2].listen
			     : &scenario->scenes[i / 2].client;
	i -= scenario->nr_scenes * 2;
	if (i < scenario->nr_topics)
		return &scenario->topics[i].say;
	i -= scenario->nr_topics;
	if (!i)
		return &scenario->answers;
	if (i == 1)
		return &scenario->reactions;
	if (i == 2)
		return &scenario->nods;
	if (i == 3)
		return &scenario->remarks;
	return i == 4 ? &scenario->pushbacks : NULL;
}

size_t scenario_nr_entries(const struct scenario *scenario)
{
	const struct entries *entries;
	size_t nr = 0;

	for (size_t i = 0; (entries = scenario_entries(scenario, i)); i++)
		nr += entries->nr;
	return nr;
}

static const char *const line_slot_names[] = {
	"asked",
	"time",
	"sum",
	"choice",
	"quote",
	"promise",
};
static_assert(ARRAY_LEN(line_slot_names) == LINE_SLOT_NR, "names");
const struct terms line_slot_terms = {
	.what = "a slot",
	.names = line_slot_names,
	.nr = LINE_SLOT_NR,
};

/* Fills are in, and may hold braces of their own. */
bool line_slot(struct str line, size_t *first, size_t *end,
	       enum line_slot *slot)
{
	size_t at = str_find(line, STR("{"), *first), close;
	int found;

	for (; at < line.len; at = str_find(line, STR("{"), at + 1)) {
		close = str_find(line, STR("}"), at);
		found = terms_find(&line_slot_terms,
				   str_slice(line, at + 1, close));
		if (found < 0 || close >= line.len)
			continue;
		*first = at;
		*end = close + 1;
		*slot = (enum line_slot)found;
		return true;
	}
	return false;
}

bool line_has_slot(struct str line)
{
	size_t first = 0, end;
	enum line_slot slot;

	return line_slot(line, &first, &end, &slot);
}

int scenario_scene(const struct scenario *scenario, struct str id)
{
	for (size_t i = 0; i < scenario->nr_scenes; i++)
		if (str_equal(scenario->scenes[i].id, id))
			return (int)i;
	return -1;
}

const struct go *scene_way(const struct scene *scene, size_t i)
{
	if (i < scene->client.nr)
		return &scene->client.items[i].go;
	i -= scene->client.nr;
	if (i < scene->listen.nr)
		return &scene->listen.items[i].go;
	i -= scene->listen.nr;
	return i < scene->nr_replies ? &scene->replies[i].go : NULL;
}

/* Names, facts and what the brief says; lines are left out, for a script may
 * be long and what is said in it is mostly in any word list. */
void scenario_learn(struct scenario *scenario, struct arena *arena)
{
	struct strbuf words = { 0 };

	strbuf_addf(&words, STR_FMT ". " STR_FMT ". " STR_FMT "\n",
		    STR_ARG(scenario->client.name),
		    STR_ARG(scenario->client.company),
		    STR_ARG(scenario->brief));
	for (size_t i = 0; i < scenario->nr_fills; i++)
		strbuf_addf(&words, STR_FMT ".\n",
			    STR_ARG(scenario->fills[i].value));
	for (size_t i = 0; i < scenario->nr_facts; i++)
		strbuf_addf(&words, STR_FMT ".\n",
			    STR_ARG(scenario->facts[i].is));
	for (size_t i = 0; i < scenario->nr_hidden; i++)
		strbuf_addf(&words, STR_FMT ".\n",
			    STR_ARG(scenario->hidden[i].is));
	scenario->own_words =
		text_parse(arena, arena_take(arena, &words));
}

int script_set_count(script_set set)
{
	int nr = 0;

	for (; set; set &= set - 1)
		nr++;
	return nr;
}

script_set scenario_must(const struct scenario *scenario)
{
	script_set must = 0;

	for (size_t i = 0; i < scenario->nr_facts; i++)
		must |= (script_set)scenario->facts[i].must << i;
	return must;
}

script_set scenario_good(const struct scenario *scenario)
{
	script_set good = 0;

	for (size_t i = 0; i < scenario->nr_facts; i++)
		good |= (script_set)scenario->facts[i].good << i;
	return good;
}

/* A phrase belongs to the part it begins in. */
static void choose_topic(struct heard *heard, const struct hit *hit)
{
	struct heard_part *part = heard->parts;
	int topic = (int)SCENARIO_HIT_VALUE(hit->id);
	uint32_t words = hit->end - hit->first, most;

	while (part->part.end <= hit->first)
		part++;
	most = part->end - part->first;
	if (words < most || (words == most && topic >= part->topic))
		return;
	part->topic = topic;
	part->first = hit->first;
	part->end = hit->end;
}

static void add_answer(struct heard *heard, const struct hit *hit)
{
	heard->answers[heard->nr_answers++] = (struct heard_answer){
		.answer = (int)SCENARIO_HIT_VALUE(hit->id),
		.first = hit->first,
		.end = hit->end,
	};
}

static void add_part(struct heard *heard, const struct part *part,
		     struct arena *arena, size_t *alloc)
{
	heard->parts = arena_grow(arena, heard->parts, heard->nr_parts, alloc,
				  sizeof(*heard->parts));
	heard->parts[heard->nr_parts++] =
		(struct heard_part){ .part = *part, .topic = -1 };
}

static void hear_hit(struct heard *heard, const struct hit *hit,
		     const struct text *text, int scene)
{
	unsigned not_said = SCOPE_BIT(SCOPE_NEGATED) |
			    SCOPE_BIT(SCOPE_CONDITION) | SCOPE_BIT(SCOPE_QUOTE);
	/* "do you know if", "why doesn't he": asked all the same */
	unsigned asked_not_said = SCOPE_BIT(SCOPE_QUOTE);
	uint32_t value = SCENARIO_HIT_VALUE(hit->id);

	switch ((enum scenario_hit)SCENARIO_HIT_KIND(hit->id)) {
	case SCENARIO_HIT_ANSWER:
		if (text_asks(text, hit->first, hit->end) &&
		    !hit_in_scope(hit, text, asked_not_said))
			add_answer(heard, hit);
		return;
	case SCENARIO_HIT_ASKED:
		if (!text_asks(text, hit->first, hit->end))
			return;
		not_said = asked_not_said;
		__attribute__((fallthrough));
	case SCENARIO_HIT_TOPIC:
		if (hit_in_scope(hit, text, not_said))
			return;
		heard->topics |= SCRIPT_BIT(value);
		choose_topic(heard, hit);
		return;
	case SCENARIO_HIT_SCENE_FACT:
		if (scene < 0 || value >> 8 != (uint32_t)scene)
			return;
		value &= 0xff;
		break;
	case SCENARIO_HIT_FACT:
		break;
	}
	if (!hit_in_scope(hit, text, not_said | SCOPE_BIT(SCOPE_QUESTION)))
		heard->facts |= SCRIPT_BIT(value);
}

struct heard scenario_hear(const struct scenario *scenario, int scene,
			   const struct text *text, struct arena *arena)
{
	struct hits hits = matcher_run(&scenario->phrases, text, arena);
	struct heard heard = {
		.answers = ARENA_ARRAY(arena, struct heard_answer, hits.nr),
	};
	struct part part = { 0 };
	size_t alloc = 0;

	while (text_next_part(text, &part))
		add_part(&heard, &part, arena, &alloc);
	for (size_t i = 0; i < hits.nr; i++)
		hear_hit(&heard, &hits.hits[i], text, scene);
	return heard;
}
