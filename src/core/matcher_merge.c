/*
 * States that are always entered together become one: where "i" leads to
 * forty states because patterns begin with it in forty ways, it shall lead
 * to one that does what they all do. This is the construction of subsets,
 * kept small in three ways. Threads in a gap stay threads of their own, so
 * that sets never multiply with all else that is under way. Where putting
 * the edges together would cost much and spare few steps, the new state
 * shares the lists of edges of the old ones, and sets end there. And there
 * is a limit to all of it; what is nearest to a pattern's beginning, and so
 * entered most, comes first.
 *
 * Captures don't stand in the way: what is entered together by captured
 * words alone, or by others alone, has captured the same.
 */
#include "matcher_build.h"

#include <stdlib.h>
#include <string.h>

enum {
	COST_OF_STEP = 28, /* edges worth copying to spare a step */
	LIMIT = 4096,      /* sets, besides as many as there are states */
};

/* An edge of any state of a set, with all that decides what it may join. */
struct union_edge {
	uint32_t symbol;
	uint32_t kind; /* gap and loop of its target, captured or not */
	uint32_t target;
};

struct state_set {
	const uint32_t *states; /* sorted, without doubles */
	size_t nr;
	uint32_t merged; /* the state made of them */
};

struct merger {
	struct matcher_builder *builder;
	struct index index; /* of sets */
	struct state_set *sets;
	size_t alloc_sets, max_sets;
	struct union_edge *edges; /* of the set at hand */
	size_t nr_edges, alloc_edges;
};

static int compare_edges(const void *left, const void *right)
{
	const struct union_edge *a = left, *b = right;

	if (a->symbol != b->symbol)
		return a->symbol < b->symbol ? -1 : 1;
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return (a->target > b->target) - (a->target < b->target);
}

static void add_edges(struct merger *merger, struct edge_list list)
{
	struct matcher_builder *builder = merger->builder;

	for (size_t i = 0; i < list.nr; i++) {
		uint32_t target = list.edges[i].target >> 1;
		const struct state *state = &builder->states[target];

		merger->edges = arena_grow(
			builder->arena, merger->edges, merger->nr_edges,
			&merger->alloc_edges, sizeof(*merger->edges));
		merger->edges[merger->nr_edges++] = (struct union_edge){
			list.edges[i].symbol,
			(uint32_t)state->gap << 16 |
				(uint32_t)state->loop << 1 |
				(list.edges[i].target & 1),
			target,
		};
	}
}

/* The number of a set; INDEX_NONE when it would be one too many. */
static int32_t set_item(struct merger *merger, const uint32_t *states,
			size_t nr)
{
	uint32_t hash = 0;
	int32_t item;

	for (size_t i = 0; i < nr; i++)
		hash = index_mix(hash, states[i]);
	item = index_find(&merger->index, hash);
	for (; item != INDEX_NONE; item = index_next(&merger->index, item)) {
		const struct state_set *set = &merger->sets[item];

		if (set->nr == nr &&
		    !memcmp(set->states, states, nr * sizeof(*states)))
			return item;
	}
	if (merger->index.nr == merger->max_sets)
		return INDEX_NONE;
	merger->sets = arena_grow(merger->builder->arena, merger->sets,
				  merger->index.nr, &merger->alloc_sets,
				  sizeof(*merger->sets));
	item = index_add(&merger->index, merger->builder->arena, hash);
	merger->sets[item] = (struct state_set){
		.states = states,
		.nr = nr,
		.merged = state_new(merger->builder),
	};
	return item;
}

/* Edges at..end have one symbol, and targets that may be merged. */
static void put_group(struct merger *merger, struct draft *draft, size_t at,
		      size_t end)
{
	struct matcher_builder *builder = merger->builder;
	const struct union_edge *edges = merger->edges;
	uint32_t *set = ARENA_ARRAY(builder->arena, uint32_t, end - at);
	const uint32_t *states = set;
	int32_t item = INDEX_NONE;
	size_t nr = 0;

	for (size_t i = at; i < end; i++)
		if (!nr || set[nr - 1] != edges[i].target)
			set[nr++] = edges[i].target;
	if (nr > 1)
		item = set_item(merger, states, nr);
	if (item != INDEX_NONE) {
		states = &merger->sets[item].merged;
		nr = 1;
	}
	for (size_t i = 0; i < nr; i++)
		draft_edge(builder, draft, edges[at].symbol, states[i],
			   edges[at].kind & 1);
}

/* The edges gathered, fewer where their targets could be merged. */
static void put_edges(struct merger *merger, struct draft *draft)
{
	size_t at = 0, end;

	if (merger->nr_edges > 1)
		qsort(merger->edges, merger->nr_edges, sizeof(*merger->edges),
		      compare_edges);
	for (; at < merger->nr_edges; at = end) {
		const struct union_edge *first = &merger->edges[at];

		end = at + 1;
		while (end < merger->nr_edges &&
		       merger->edges[end].symbol == first->symbol &&
		       merger->edges[end].kind == first->kind)
			end++;
		put_group(merger, draft, at, end);
	}
	merger->nr_edges = 0;
}

/* Is it worth it to put the lists of edges together? */
static bool is_worth(const struct merger *merger, const struct draft *draft,
		     size_t nr_states)
{
	size_t cost = 0;

	for (size_t i = 0; i < draft->nr_lists; i++)
		cost += merger->builder->edge_lists[draft->lists[i]].nr;
	return nr_states == 1 || cost <= COST_OF_STEP * (nr_states - 1);
}

/* All edges of the draft in one list, their targets merged in turn. */
static void merge_edges(struct merger *merger, struct draft *draft)
{
	const struct matcher_builder *builder = merger->builder;

	add_edges(merger, (struct edge_list){ draft->fixed, draft->nr_fixed });
	for (size_t i = 0; i < draft->nr_lists; i++)
		add_edges(merger, builder->edge_lists[draft->lists[i]]);
	draft->nr_fixed = 0;
	draft->nr_lists = 0;
	put_edges(merger, draft);
}

static void describe_set(struct merger *merger, size_t at)
{
	struct matcher_builder *builder = merger->builder;
	const struct state_set set = merger->sets[at];
	struct draft draft = { 0 };

	for (size_t i = 0; i < set.nr; i++) {
		draft_join(builder, &draft, set.states[i]);
		draft.gap = builder->states[set.states[i]].gap;
		draft.loop = builder->states[set.states[i]].loop;
	}
	if (is_worth(merger, &draft, set.nr))
		merge_edges(merger, &draft);
	state_describe(builder, set.merged, &draft);
}

void matcher_merge(struct matcher_builder *builder)
{
	struct merger merger = {
		.builder = builder,
		.max_sets = builder->state_index.nr + LIMIT,
	};
	/* the two states all begins in: sets of one */
	int32_t start = set_item(&merger, &builder->start, 1);
	int32_t first = set_item(&merger, &builder->first, 1);

	for (size_t i = 0; i < merger.index.nr; i++)
		describe_set(&merger, i);
	builder->start = merger.sets[start].merged;
	builder->first = merger.sets[first].merged;
}
