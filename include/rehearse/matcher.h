/*
 * All patterns of a rubric, or of a scenario, as one automaton over words.
 *
 * A text is matched in one pass: a hash look-up a word, then a step for
 * every state under way, whatever the number of patterns. The automaton is
 * position-based (Glushkov): a state is "these elements of these patterns
 * have just been matched", so there are no empty moves and time is bounded
 * by words x states under way; nothing backtracks. Of two matches under way
 * in one state the one that began first goes on; words are matched again
 * only where that hides a hit, because hits of one id overlap.
 *
 * Built, it is one block of bytes without pointers (arrays joined by 32-bit
 * offsets), so that the rubric's can be built into the program.
 *
 * Layer: core.
 */
#ifndef REHEARSE_MATCHER_H
#define REHEARSE_MATCHER_H

#include "rehearse/pattern.h"
#include "rehearse/text.h"

struct matcher_builder; /* lives in the arena it was made in */

struct matcher_builder *matcher_builder_new(struct arena *arena);
/* Hits of the pattern will carry this id, below 1 << 31. Several patterns
 * may share one. */
void matcher_add(struct matcher_builder *builder,
		 const struct pattern *pattern, uint32_t id);

/*
 * The block; 4-byte aligned, lives in the arena. Same input, same bytes.
 * Empty where there is more than a block can hold: words times states are
 * at most some thousand millions (the shipped rubric's are 261 millions).
 */
struct str matcher_finish(struct matcher_builder *builder,
			  struct arena *arena);

/* A view of a finished block, which is borrowed. */
struct matcher {
	const uint32_t *block;
	size_t size; /* bytes */
};
struct matcher matcher_open(struct str block);

/*
 * One place where a pattern stands: words first..end (exclusive) and the
 * words of its capture (capture_first == capture_end: none or empty).
 */
struct hit {
	uint32_t id;
	uint32_t first, end;
	uint32_t capture_first, capture_end;
};

struct hits {
	struct hit *hits; /* by id, then by place; not overlapping for one id:
			     the leftmost, then the longest stays, then
			     what is the leftmost behind it */
	size_t nr;
};

struct hits matcher_run(const struct matcher *matcher,
			const struct text *text, struct arena *arena);

/*
 * Mends one typing slip in words of six letters or more that the matcher
 * knows nothing of and that are no words (spelling), names or numbers: the
 * key becomes the one known word at distance one. Words of `known` (may be
 * NULL) are left alone too.
 */
void matcher_mend(const struct matcher *matcher,
		  const struct spelling *spelling,
		  const struct text *known, struct text *text,
		  struct arena *arena);

/*
 * Is the hit cancelled by a scope? Only scopes of `kinds` (SCOPE_BIT) count
 * whose opener lies outside of the hit: a pattern that says "not" itself
 * means it.
 */
bool hit_in_scope(const struct hit *hit, const struct text *text,
		  unsigned kinds);

#endif
