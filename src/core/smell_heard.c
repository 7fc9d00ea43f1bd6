/*
 * Facts that hear too much. Who looks for a pen has not told that they will
 * look into it; what is told by chance is nodded to in the talk, and counted
 * at the debrief. What a scene alone hears is left out: there somebody has
 * just asked, and any words may be the answer.
 */
#include "smell_parts.h"

/* The words by which the fact was heard there. */
static struct str heard_words(struct smelling *smelling, size_t fact,
			      const struct text *text)
{
	struct hits hits = matcher_run(&smelling->scenario->phrases, text,
				       smelling->arena);

	for (size_t i = 0; i < hits.nr; i++) {
		const struct hit *hit = &hits.hits[i];

		if (SCENARIO_HIT_KIND(hit->id) == SCENARIO_HIT_FACT &&
		    SCENARIO_HIT_VALUE(hit->id) == fact)
			return str_slice(text->source,
					 text->words[hit->first].start,
					 text->words[hit->end - 1].end);
	}
	return text->source;
}

/* A fact that heard the same words in so many idle sentences. */
struct overheard {
	size_t fact, nr;
	struct str words, sentence; /* the first */
	struct overheard *next;
};

static void add(struct overheard **list, size_t fact, struct str words,
		struct str sentence, struct arena *arena)
{
	while (*list && ((*list)->fact != fact ||
			 !str_equal_nocase((*list)->words, words)))
		list = &(*list)->next;
	if (!*list) {
		*list = ARENA_NEW(arena, struct overheard);
		**list = (struct overheard){
			.fact = fact,
			.words = words,
			.sentence = sentence,
		};
	}
	(*list)->nr++;
}

static void hear(struct smelling *smelling, const struct text *text,
		 struct overheard **list)
{
	const struct scenario *scenario = smelling->scenario;
	script_set told = scenario_hear(scenario, -1, text, smelling->arena).facts;

	for (size_t i = 0; i < scenario->nr_facts; i++)
		if (told >> i & 1)
			add(list, i, heard_words(smelling, i, text),
			    text->source, smelling->arena);
}

static void report(struct smelling *smelling, const struct overheard *heard)
{
	const struct fact *fact = &smelling->scenario->facts[heard->fact];
	struct str others = STR("");

	if (heard->nr > 1)
		others = arena_printf(smelling->arena, " and %zu more like it",
				      heard->nr - 1);
	smell_add(smelling, fact->line,
		  "the fact '" STR_FMT "' hears \"" STR_FMT "\" in \"" STR_FMT
		  "\"" STR_FMT ", where nobody tells it: ask more in that "
		  "phrase", STR_ARG(fact->id), STR_ARG(heard->words),
		  STR_ARG(heard->sentence), STR_ARG(others));
}

void smell_overheard(struct smelling *smelling)
{
	const struct pool *pool = smelling->source->pool;
	struct overheard *list = NULL;

	for (size_t i = 0; i < pool->nr_idle; i++) {
		struct text text = rubric_read(smelling->source->rubric,
					       pool->idle[i].say, NULL,
					       smelling->arena);

		hear(smelling, &text, &list);
	}
	for (const struct overheard *heard = list; heard; heard = heard->next)
		report(smelling, heard);
}
