/* States, put together as drafts and kept once: equal states are the same. */
#include "matcher_build.h"

#include <stdlib.h>
#include <string.h>

static struct edge *more_edges(struct matcher_builder *builder,
				     struct edge *edges, size_t nr,
				     size_t *alloc)
{
	return arena_grow(builder->arena, edges, nr, alloc, sizeof(*edges));
}

void draft_edge(struct matcher_builder *builder, struct draft *draft,
		uint32_t symbol, uint32_t state, bool captured)
{
	const struct edge edge = { symbol, state << 1 | captured };

	if (symbol < NR_FIXED_SYMBOLS) {
		draft->fixed = more_edges(builder, draft->fixed,
					  draft->nr_fixed, &draft->alloc_fixed);
		draft->fixed[draft->nr_fixed++] = edge;
		return;
	}
	draft->edges = more_edges(builder, draft->edges, draft->nr_edges,
				  &draft->alloc_edges);
	draft->edges[draft->nr_edges++] = edge;
}

static void draft_copy(struct matcher_builder *builder, struct draft *draft,
		       struct edge_list list)
{
	for (size_t i = 0; i < list.nr; i++)
		draft_edge(builder, draft, list.edges[i].symbol,
			   list.edges[i].target >> 1, list.edges[i].target & 1);
}

static void draft_list(struct matcher_builder *builder, struct draft *draft,
		       uint32_t list)
{
	draft->lists = arena_grow(builder->arena, draft->lists, draft->nr_lists,
				  &draft->alloc_lists, sizeof(*draft->lists));
	draft->lists[draft->nr_lists++] = list;
}

void draft_accept(struct matcher_builder *builder, struct draft *draft,
		  struct accept accept)
{
	draft->accepts =
		arena_grow(builder->arena, draft->accepts, draft->nr_accepts,
			   &draft->alloc_accepts, sizeof(*draft->accepts));
	draft->accepts[draft->nr_accepts++] = accept;
}

void draft_join(struct matcher_builder *builder, struct draft *draft,
		uint32_t at)
{
	const struct state *state = &builder->states[at];

	draft_copy(builder, draft, state->fixed);
	for (size_t i = 0; i < state->nr_lists; i++)
		draft_list(builder, draft, state->lists[i]);
	for (size_t i = 0; i < state->nr_accepts; i++)
		draft_accept(builder, draft, state->accepts[i]);
}

static int compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

/* Edges and accepts are pairs of numbers, both sorted the same way. */
static int compare_pairs(const void *a, const void *b)
{
	const uint32_t *left = a, *right = b;
	int order = compare_numbers(left[0], right[0]);

	return order ? order : compare_numbers(left[1], right[1]);
}

static int compare_lists(const void *a, const void *b)
{
	return compare_numbers(*(const uint32_t *)a, *(const uint32_t *)b);
}

/* Sorts, takes doubles out, returns how many are left. */
static size_t sort_unique(void *items, size_t nr, size_t size,
			  int (*compare)(const void *, const void *))
{
	char *bytes = items;
	size_t kept = 1;

	while (kept < nr &&
	       compare(bytes + (kept - 1) * size, bytes + kept * size) < 0)
		kept++;
	if (kept >= nr) /* most are in order as they come */
		return nr;
	kept = 1;
	qsort(items, nr, size, compare);
	for (size_t i = 1; i < nr; i++) {
		if (!compare(bytes + (kept - 1) * size, bytes + i * size))
			continue;
		memmove(bytes + kept * size, bytes + i * size, size);
		kept++;
	}
	return kept;
}

static uint32_t hash_numbers(uint32_t hash, const void *numbers, size_t nr)
{
	const uint32_t *number = numbers;

	for (size_t i = 0; i < nr; i++)
		hash = index_mix(hash, number[i]);
	return hash;
}

static bool equal_items(const void *a, const void *b, size_t nr, size_t size)
{
	return !nr || !memcmp(a, b, nr * size);
}

static uint32_t list_of(struct matcher_builder *builder, struct edge_list list)
{
	uint32_t hash = hash_numbers(0, list.edges, list.nr * 2);
	struct index *index = &builder->edge_list_index;
	int32_t item = index_find(index, hash);

	for (; item != INDEX_NONE; item = index_next(index, item)) {
		const struct edge_list *other = &builder->edge_lists[item];

		if (other->nr == list.nr &&
		    equal_items(other->edges, list.edges, list.nr,
				sizeof(*list.edges)))
			return (uint32_t)item;
	}
	builder->edge_lists = arena_grow(builder->arena, builder->edge_lists,
					 index->nr, &builder->alloc_edge_lists,
					 sizeof(*builder->edge_lists));
	item = index_add(index, builder->arena, hash);
	builder->edge_lists[item] = list;
	return (uint32_t)item;
}

static uint32_t state_add(struct matcher_builder *builder, uint32_t hash,
			  struct state state)
{
	int32_t item;

	builder->states = arena_grow(
		builder->arena, builder->states, builder->state_index.nr,
		&builder->alloc_states, sizeof(*builder->states));
	item = index_add(&builder->state_index, builder->arena, hash);
	builder->states[item] = state;
	return (uint32_t)item;
}

static bool state_equal(const struct state *a, const struct state *b)
{
	return a->gap == b->gap && a->loop == b->loop &&
	       a->nr_lists == b->nr_lists && a->nr_accepts == b->nr_accepts &&
	       a->fixed.nr == b->fixed.nr &&
	       equal_items(a->fixed.edges, b->fixed.edges, a->fixed.nr,
			   sizeof(*a->fixed.edges)) &&
	       equal_items(a->lists, b->lists, a->nr_lists,
			   sizeof(*a->lists)) &&
	       equal_items(a->accepts, b->accepts, a->nr_accepts,
			   sizeof(*a->accepts));
}

static struct edge_list sort_edges(struct edge *edges, size_t nr)
{
	nr = sort_unique(edges, nr, sizeof(*edges), compare_pairs);
	return (struct edge_list){ edges, nr };
}

static struct state describe(struct matcher_builder *builder,
			     struct draft *draft)
{
	if (draft->nr_edges)
		draft_list(builder, draft,
			   list_of(builder,
				   sort_edges(draft->edges, draft->nr_edges)));
	return (struct state){
		.fixed = sort_edges(draft->fixed, draft->nr_fixed),
		.lists = draft->lists,
		.nr_lists = sort_unique(draft->lists, draft->nr_lists,
					sizeof(*draft->lists), compare_lists),
		.accepts = draft->accepts,
		.nr_accepts =
			sort_unique(draft->accepts, draft->nr_accepts,
				    sizeof(*draft->accepts), compare_pairs),
		.gap = draft->gap,
		.loop = draft->loop,
	};
}

uint32_t draft_state(struct matcher_builder *builder, struct draft *draft)
{
	struct state state = describe(builder, draft);
	uint32_t hash = hash_numbers(state.gap, state.lists, state.nr_lists);
	int32_t item;

	hash = hash_numbers(hash, state.accepts, state.nr_accepts * 2);
	hash = hash_numbers(hash, state.fixed.edges, state.fixed.nr * 2);
	item = index_find(&builder->state_index, hash);
	for (; item != INDEX_NONE;
	     item = index_next(&builder->state_index, item))
		if (state_equal(&builder->states[item], &state))
			return (uint32_t)item;
	return state_add(builder, hash, state);
}

uint32_t state_new(struct matcher_builder *builder)
{
	/* any hash will do: nobody looks for what refers to itself */
	uint32_t hash = index_mix(0, (uint32_t)builder->state_index.nr);

	return state_add(builder, hash, (struct state){ 0 });
}

void state_describe(struct matcher_builder *builder, uint32_t state,
		    struct draft *draft)
{
	builder->states[state] = describe(builder, draft);
}
