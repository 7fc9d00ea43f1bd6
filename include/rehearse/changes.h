/*
 * What changed between two verdicts on words said at the same moment: what
 * was found before and is gone, what is new, what counts otherwise now.
 *
 * Layer: core.
 */
#ifndef REHEARSE_CHANGES_H
#define REHEARSE_CHANGES_H

#include "rehearse/arena.h"
#include "rehearse/talk.h"

enum change_kind { CHANGE_GONE, CHANGE_NEW, CHANGE_POINTS, CHANGE_NR };
/* "gone", "new", "still" */
extern const struct terms change_terms;

/* A copy to compare with when the talk it was of is gone: score, principles
 * and findings, without its receipt. */
const struct verdict *verdict_keep(const struct verdict *verdict,
				   struct arena *arena);

/* What a rule found. */
struct change {
	enum change_kind kind;
	const struct finding *finding; /* the first of the rule's */
	int before, after;             /* points of all of them */
};

/* In the order of the kinds. Without scores points change nothing. */
struct change *changes_between(const struct verdict *before,
			       const struct verdict *after,
			       const struct rubric *rubric, bool scores,
			       struct arena *arena, size_t *nr);

/* '- You laid it at their door. "you should have" (-17, it was -9)' */
struct str change_words(const struct change *change,
			const struct rubric *rubric, bool scores,
			struct arena *arena);

/* "direct 62 -> 82, kind not needed -> 50"; empty: all are the same. */
struct str changes_of_principles(const struct verdict *before,
				 const struct verdict *after,
				 struct arena *arena);

#endif
