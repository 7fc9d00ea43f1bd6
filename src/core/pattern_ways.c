/*
 * How many ways lead through a pattern: from each of its elements one to
 * every element that may come next. The automaton keeps all of them, so they
 * are what a pattern costs; behind words that may all be left out there is
 * one for every pair.
 *
 * The count follows matcher_build.c, from the right to the left, and never
 * counts less than is made there.
 */
#include "rehearse/pattern.h"

enum {
	WAYS_PLENTY = 1 << 28, /* more than any limit; sums stay below 2^64 */
	STATE_COSTS = 10,      /* the place between two words, in ways */
};

/* What a place in the pattern may go on with. */
struct ahead {
	uint64_t ways; /* besides those of `after` */
	bool passes;   /* may it be left out, so that `after` comes next? */
};

struct ways {
	uint64_t total;
};

static uint64_t at_most(uint64_t ways)
{
	return ways < WAYS_PLENTY ? ways : WAYS_PLENTY;
}

static void make_state(struct ways *ways, uint64_t nr)
{
	ways->total = at_most(ways->total + nr + STATE_COSTS);
}

static struct ahead ahead_of(struct ways *ways, const struct node *node,
			     uint64_t after);

static struct ahead ahead_of_sequence(struct ways *ways,
				      const struct node *node, uint64_t after)
{
	struct ahead rest = { 0, true };

	for (size_t i = node->nr_kids; i--;) {
		uint64_t next = rest.ways + (rest.passes ? after : 0);
		struct ahead kid = ahead_of(ways, node->kids[i], next);

		rest.ways = at_most(kid.ways + (kid.passes ? rest.ways : 0));
		rest.passes &= kid.passes;
		if (i)
			make_state(ways, rest.ways +
						 (rest.passes ? after : 0));
	}
	return rest;
}

static struct ahead ahead_of(struct ways *ways, const struct node *node,
			     uint64_t after)
{
	struct ahead ahead = { 0, false };

	switch (node->kind) {
	case NODE_SEQUENCE:
		return ahead_of_sequence(ways, node, after);
	case NODE_CHOICE:
	case NODE_OPTIONAL:
	case NODE_CAPTURE:
		for (size_t i = 0; i < node->nr_kids; i++) {
			struct ahead kid = ahead_of(ways, node->kids[i], after);

			ahead.ways = at_most(ahead.ways + kid.ways);
			ahead.passes |= kid.passes;
			/* put together before doubles are taken out */
			if (kid.passes)
				ways->total = at_most(ways->total + after);
		}
		ahead.passes |= node->kind == NODE_OPTIONAL;
		return ahead;
	case NODE_NOTHING:
		ahead.passes = true;
		return ahead;
	case NODE_GAP:
		ahead.passes = true;
		__attribute__((fallthrough));
	case NODE_CLASS:
	case NODE_VALUE:
		make_state(ways, after); /* where one may stay */
		break;
	default:
		break;
	}
	ahead.ways = 1;
	return ahead;
}

uint32_t pattern_ways(const struct pattern *pattern)
{
	struct ways ways = { 0 };
	struct ahead first = ahead_of(&ways, pattern->root, 1);

	make_state(&ways, first.ways);
	return (uint32_t)ways.total;
}
