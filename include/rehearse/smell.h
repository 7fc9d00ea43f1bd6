/*
 * Smells of a scenario: what loads and runs, and still will not do what its
 * author meant. Each is told with its line and what to do about it.
 *
 * Layer: core.
 */
#ifndef REHEARSE_SMELL_H
#define REHEARSE_SMELL_H

#include "rehearse/pool.h"
#include "rehearse/rubric.h"
#include "rehearse/scenario.h"

/* What smells are looked for in. */
struct smell_source {
	const struct scenario *scenario;
	/* The same file with SMELL_FILL for every fill, so that what is
	 * written out can be told from what is filled in; NULL: it does not
	 * load so. */
	const struct scenario *unfilled;
	const struct rubric *rubric;
	const struct pool *pool; /* lines to play it with */
	struct str yaml; /* the bytes of the file */
};

/* A value for fills: no word anybody writes. */
#define SMELL_FILL STR("Qzfill")

/* The names of all smells, in the order they are looked for. */
extern const struct terms smell_terms;

/*
 * Adds the smells to the problems, each of kind ERROR_ANSWER_NO and beginning
 * with "smell: ". A bounded search plays the scenario. `only` (bits of
 * smell_terms) picks some of them; ~0u: all.
 */
void smells_find(struct arena *arena, const struct smell_source *source,
		 unsigned only, struct problems *problems);

#endif
