/*
 * The trades and walks of life of a rubric, by their words.
 *
 * Layer: core, internal.
 */
#ifndef CORE_TRADE_H
#define CORE_TRADE_H

#include "rehearse/rubric.h"

/*
 * The words of the source's trades, sorted for the image; they live in the
 * arena. What is no word of a trade is added to the problems.
 */
struct trades trades_compile(struct arena *arena,
			     const struct rubric_source *source,
			     struct problems *problems);

/* The trades that a word belongs to, itself or in the singular. */
uint32_t trades_of(const struct trades *trades, const struct word *word);

#endif
