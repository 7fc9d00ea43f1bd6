/*
 * What a matcher is made of before it is written into its block. Private to
 * core: matcher_build.c makes it, matcher_write.c writes it.
 */
#ifndef REHEARSE_MATCHER_BUILD_H
#define REHEARSE_MATCHER_BUILD_H

#include "index.h"
#include "matcher_block.h"

/*
 * Until all are known, a symbol is its kind in the upper bits and a number
 * of its own; the kinds stand in the order of the block's symbols.
 */
enum symbol_kind {
	SYMBOLS_FIXED,
	SYMBOLS_VALUE,
	SYMBOLS_STEM,
	SYMBOLS_WORD,
	SYMBOLS_PREFIX,
	SYMBOLS_FOLD, /* none, or the one of words that are folded */
	SYMBOLS_NR,
};
enum { SYMBOL_KIND_SHIFT = 28, SYMBOL_NUMBER = (1 << 28) - 1 };

struct symbols {
	struct index index; /* by the hash of the key, or the hash itself */
	struct str *keys;   /* words and prefixes */
	size_t alloc;
};

struct edge {
	uint32_t symbol;
	uint32_t target; /* state * 2 + whether the word is captured */
};

struct accept {
	uint32_t id;
	uint32_t at_end; /* only on the last word of a sentence */
};

struct edge_list {
	const struct edge *edges; /* sorted, without doubles */
	size_t nr;
};

struct state {
	struct edge_list fixed; /* by the fixed symbols */
	const uint32_t *lists;  /* all others: into edge_lists, sorted */
	size_t nr_lists;
	const struct accept *accepts; /* sorted */
	size_t nr_accepts;
	uint16_t gap, loop; /* see struct block_state */
};

/* What is known of a state while it is put together. */
struct draft {
	struct edge *edges, *fixed;
	size_t nr_edges, alloc_edges;
	size_t nr_fixed, alloc_fixed;
	uint32_t *lists;
	size_t nr_lists, alloc_lists;
	struct accept *accepts;
	size_t nr_accepts, alloc_accepts;
	uint16_t gap, loop;
};

struct matcher_builder {
	struct arena *arena;
	struct symbols symbols[SYMBOLS_NR];

	struct step *steps;
	size_t nr_steps, alloc_steps;
	struct index step_index;
	struct accept_link *accepts;
	size_t nr_accepts, alloc_accepts;

	struct edge_list *edge_lists;
	size_t nr_edge_lists, alloc_edge_lists;
	struct index edge_list_index;
	struct state *states;
	size_t nr_states, alloc_states;
	struct index state_index;
	struct loop *loops;
	size_t alloc_loops;
	struct index loop_index;

	uint32_t start, first; /* states, as in the header */
	const struct edge *folded; /* by the words that are folded */
	size_t nr_folded;
};

/* ---- matcher_states.c ---- */

void draft_edge(struct matcher_builder *builder, struct draft *draft,
		uint32_t symbol, uint32_t state, bool captured);
void draft_accept(struct matcher_builder *builder, struct draft *draft,
		  struct accept accept);
/* The draft may do what the state does: nothing need come between. */
void draft_join(struct matcher_builder *builder, struct draft *draft,
		uint32_t state);
/* The state the draft describes, made only when there is none like it. */
uint32_t draft_state(struct matcher_builder *builder, struct draft *draft);
/* A state nothing else is equal to, and later what it does. */
uint32_t state_new(struct matcher_builder *builder);
void state_describe(struct matcher_builder *builder, uint32_t state,
		    struct draft *draft);

/* ---- matcher_merge.c ---- */

/* Merges states that are entered together, from the first ones on. */
void matcher_merge(struct matcher_builder *builder);

/* ---- matcher_prune.c ---- */

/* Leaves out what nothing leads to; no state can be added any more. */
void matcher_prune(struct matcher_builder *builder);

/* ---- matcher_fold.c ---- */

/* Makes one edge of many by words that mostly lead the same way. */
void matcher_fold(struct matcher_builder *builder);
/* Is the word of this number one of them? */
bool matcher_is_folded(const struct matcher_builder *builder, size_t word);

/* ---- matcher_write.c ---- */

/* The block, or nothing where there is more than a block can hold; the
 * builder's states are complete. */
struct str matcher_write(const struct matcher_builder *builder,
			 struct arena *arena);

#endif
