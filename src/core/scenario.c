/*
 * Questions about a scenario. Reading it from its file is io's business.
 */
#include "rehearse/scenario.h"

#include <assert.h>

#include "rehearse/asking.h"

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
		return &scenario->reactions;
	return i == 1 ? &scenario->pushbacks : NULL;
}

size_t scenario_nr_entries(const struct scenario *scenario)
{
	const struct entries *entries;
	size_t nr = 0;

	for (size_t i = 0; (entries = scenario_entries(scenario, i)); i++)
		nr += entries->nr;
	return nr;
}

bool line_names_asked(struct str line)
{
	return str_find(line, ASKED_SLOT, 0) < line.len;
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
		text_parse(arena, arena_str(arena, strbuf_str(&words)));
	strbuf_release(&words);
}

uint64_t scenario_must(const struct scenario *scenario)
{
	uint64_t must = 0;

	for (size_t i = 0; i < scenario->nr_facts; i++)
		must |= (uint64_t)scenario->facts[i].must << i;
	return must;
}

uint64_t scenario_good(const struct scenario *scenario)
{
	uint64_t good = 0;

	for (size_t i = 0; i < scenario->nr_facts; i++)
		good |= (uint64_t)scenario->facts[i].good << i;
	return good;
}

/* The topic that covers most words of a sentence. */
struct best {
	int topic; /* -1: none */
	uint32_t words;
};

static void choose_topic(struct best *best, const struct hit *hit,
			 const struct text *text)
{
	struct best *of = &best[text->words[hit->first].sentence];
	int topic = (int)SCENARIO_HIT_VALUE(hit->id);
	uint32_t words = hit->end - hit->first;

	if (words > of->words || (words == of->words && topic < of->topic))
		*of = (struct best){ topic, words };
}

static void hear_hit(struct heard *heard, struct best *best,
		     const struct hit *hit, const struct text *text, int scene)
{
	unsigned not_said = SCOPE_BIT(SCOPE_NEGATED) |
			    SCOPE_BIT(SCOPE_CONDITION) | SCOPE_BIT(SCOPE_QUOTE);
	uint32_t value = SCENARIO_HIT_VALUE(hit->id);

	switch ((enum scenario_hit)SCENARIO_HIT_KIND(hit->id)) {
	case SCENARIO_HIT_ASKED:
		if (!text_asks(text, hit->first, hit->end))
			return;
		/* "do you know if", "what if": asked all the same */
		not_said &= ~SCOPE_BIT(SCOPE_CONDITION);
		__attribute__((fallthrough));
	case SCENARIO_HIT_TOPIC:
		if (hit_in_scope(hit, text, not_said))
			return;
		heard->topics |= (uint64_t)1 << value;
		choose_topic(best, hit, text);
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
		heard->facts |= (uint64_t)1 << value;
}

/* What is asked comes before what is only said; of both the last. */
static void choose_answers(struct heard *heard, const struct best *best,
			   const struct text *text)
{
	bool asks = text_asking(text) != ASKING_NOTHING;
	int at = HEARD_ANSWERS;

	for (uint32_t i = text->nr_sentences; i-- && at;) {
		int topic = best[i].topic;

		if (topic < 0 || (at < HEARD_ANSWERS &&
				  heard->answers[at] == topic))
			continue;
		if (asks && sentence_asking(text, &text->sentences[i]) ==
				    ASKING_NOTHING)
			continue;
		heard->answers[--at] = topic;
		if (!asks)
			return;
	}
}

struct heard scenario_hear(const struct scenario *scenario, int scene,
			   const struct text *text, struct arena *arena)
{
	struct hits hits = matcher_run(&scenario->phrases, text, arena);
	struct best *best = ARENA_ARRAY(arena, struct best,
					text->nr_sentences);
	struct heard heard = { .answers = { -1, -1 } };

	for (size_t i = 0; i < text->nr_sentences; i++)
		best[i].topic = -1;
	for (size_t i = 0; i < hits.nr; i++)
		hear_hit(&heard, best, &hits.hits[i], text, scene);
	choose_answers(&heard, best, text);
	return heard;
}
