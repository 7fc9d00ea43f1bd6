/*
 * From all hits to those that stay. Private to core.
 */
#ifndef REHEARSE_MATCHER_HITS_H
#define REHEARSE_MATCHER_HITS_H

#include "rehearse/matcher.h"

struct run; /* of a matcher over a text */

/* ---- matcher.c ---- */

/*
 * The matches within these words, in no order. Of those of one id that end
 * at one word, the one that began first is always among them.
 */
struct hits run_words(struct run *run, uint32_t first, uint32_t end);

/* ---- matcher_hits.c ---- */

/* What stays of all matches in a text. */
struct hits hits_settle(struct run *run, struct hits all, struct arena *arena);

#endif
