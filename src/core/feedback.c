/*
 * What a coach says about a turn: at most two strengths, then one fix. The
 * strengths are the good findings that count most, each of a behaviour and of
 * words of its own; the fix is the slip that costs most, with its better
 * sentence. Of both, what one can point at goes before what is measured over
 * the turn. Padding is no fix for a turn that does well: whoever hears about
 * "usually" there stops listening. A share of words is no strength, since it is
 * neither done nor said; and a turn held down for what it did to the client has
 * none: praise beside that reads as irony.
 */
#include "rehearse/report.h"

enum {
	WORDS_COUNT = 3, /* times as much as what is measured */
	DOES_WELL = 70,
};

static int behaviour_of(const struct rubric *rubric, const struct finding *f)
{
	return rubric->rules[f->rule].behaviour;
}

static int weight(const struct rubric *rubric, const struct finding *f)
{
	bool measured = rubric->rules[f->rule].kind == RULE_MEASURE;

	return measured || f->end == f->start ? f->points
					      : f->points * WORDS_COUNT;
}

static bool is_strength(const struct rubric *rubric, const struct finding *f)
{
	return f->raw > 0 && !f->waived &&
	       (f->end > f->start || behaviour_of(rubric, f) >= 0);
}

/* Of the same behaviour, or read from the same words. */
static bool says_the_same(const struct rubric *rubric, const struct finding *a,
			  const struct finding *b)
{
	return behaviour_of(rubric, a) == behaviour_of(rubric, b) ||
	       (a->passage.len && str_equal(a->passage, b->passage));
}

/* The best good finding that adds to `other` (-1: any). */
static int best_strength(const struct verdict *verdict,
			 const struct rubric *rubric, int other)
{
	const struct finding *findings = verdict->findings;
	int best = -1;

	for (size_t i = 0; i < verdict->nr_findings; i++) {
		const struct finding *f = &findings[i];

		if (!is_strength(rubric, f) ||
		    (other >= 0 && says_the_same(rubric, f, &findings[other])))
			continue;
		if (best < 0 ||
		    weight(rubric, f) > weight(rubric, &findings[best]))
			best = (int)i;
	}
	return best;
}

/* A gate stands on what was done or, like "chatter", on a mere count. */
static bool held_for_conduct(const struct verdict *verdict,
			     const struct rubric *rubric)
{
	const struct gate *gate;

	if (verdict->gate < 0)
		return false;
	gate = &rubric->gates[verdict->gate];
	return gate->behaviours_low || gate->behaviours_high;
}

static int worst_slip(const struct verdict *verdict,
		      const struct rubric *rubric)
{
	const struct finding *findings = verdict->findings;
	int worst = -1;

	for (size_t i = 0; i < verdict->nr_findings; i++) {
		const struct finding *f = &findings[i];

		if (f->raw >= 0 || f->waived ||
		    (verdict->score >= DOES_WELL &&
		     behaviour_of(rubric, f) == BEHAVIOUR_FILLER))
			continue;
		if (worst < 0 ||
		    weight(rubric, f) < weight(rubric, &findings[worst]))
			worst = (int)i;
	}
	return worst;
}

struct feedback feedback_on(const struct verdict *verdict,
			    const struct rubric *rubric, struct arena *arena)
{
	struct feedback feedback = {
		.strengths = { -1, -1 },
		.fix = worst_slip(verdict, rubric),
		.rewrite = STR(""),
	};

	if (!held_for_conduct(verdict, rubric))
		feedback.strengths[0] = best_strength(verdict, rubric, -1);
	if (feedback.strengths[0] >= 0)
		feedback.strengths[1] =
			best_strength(verdict, rubric, feedback.strengths[0]);
	if (feedback.fix >= 0)
		feedback.rewrite = finding_rewrite(
			rubric, &verdict->findings[feedback.fix],
			&verdict->slots, arena);
	return feedback;
}

struct str finding_says(const struct finding *finding,
			const struct rubric *rubric, struct arena *arena)
{
	struct str says =
		rubric_string(rubric, rubric->rules[finding->rule].says);

	return finding->passage.len
		       ? arena_printf(arena, STR_FMT " \"" STR_FMT "\"",
				      STR_ARG(says), STR_ARG(finding->passage))
		       : says;
}
