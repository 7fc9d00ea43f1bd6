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

static void hear(struct smelling *smelling, const struct text *text)
{
	const struct scenario *scenario = smelling->scenario;
	uint64_t told = scenario_hear(scenario, -1, text, smelling->arena).facts;

	for (size_t i = 0; i < scenario->nr_facts; i++) {
		const struct fact *fact = &scenario->facts[i];

		if (!(told >> i & 1))
			continue;
		smell_add(smelling, fact->line,
			  "the fact '" STR_FMT "' hears \"" STR_FMT
			  "\" in \"" STR_FMT "\", where nobody tells it: ask "
			  "more in that phrase",
			  STR_ARG(fact->id),
			  STR_ARG(heard_words(smelling, i, text)),
			  STR_ARG(text->source));
	}
}

void smell_overheard(struct smelling *smelling)
{
	const struct pool *pool = smelling->source->pool;

	for (size_t i = 0; i < pool->nr_idle; i++) {
		struct text text = rubric_read(smelling->source->rubric,
					       pool->idle[i].say, NULL,
					       smelling->arena);

		hear(smelling, &text);
	}
}
