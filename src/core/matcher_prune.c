/*
 * What nothing leads to any more is left out: states that are entered only
 * together with others have been merged with them.
 */
#include "matcher_build.h"

struct pruner {
	struct matcher_builder *builder;
	uint32_t *numbers; /* new numbers of states + 1; 0: left out so far */
	uint32_t *kept;    /* old numbers, in the order of the new ones */
	size_t nr_kept;
	uint32_t *lists; /* new numbers of lists + 1 */
	struct edge_list *kept_lists;
	size_t nr_kept_lists;
};

static uint32_t keep_state(struct pruner *pruner, uint32_t state)
{
	if (!pruner->numbers[state]) {
		pruner->kept[pruner->nr_kept++] = state;
		pruner->numbers[state] = (uint32_t)pruner->nr_kept;
	}
	return pruner->numbers[state] - 1;
}

static struct edge_list keep_edges(struct pruner *pruner, struct edge_list list)
{
	struct edge *edges =
		ARENA_ARRAY(pruner->builder->arena, struct edge, list.nr);

	for (size_t i = 0; i < list.nr; i++) {
		uint32_t target = list.edges[i].target;

		edges[i] = (struct edge){
			list.edges[i].symbol,
			keep_state(pruner, target >> 1) << 1 | (target & 1),
		};
	}
	return (struct edge_list){ edges, list.nr };
}

static uint32_t keep_list(struct pruner *pruner, uint32_t list)
{
	if (!pruner->lists[list]) {
		pruner->kept_lists[pruner->nr_kept_lists++] =
			keep_edges(pruner, pruner->builder->edge_lists[list]);
		pruner->lists[list] = (uint32_t)pruner->nr_kept_lists;
	}
	return pruner->lists[list] - 1;
}

static struct state kept_state(struct pruner *pruner, uint32_t number)
{
	struct state state = pruner->builder->states[number];
	uint32_t *lists =
		ARENA_ARRAY(pruner->builder->arena, uint32_t, state.nr_lists);

	for (size_t i = 0; i < state.nr_lists; i++)
		lists[i] = keep_list(pruner, state.lists[i]);
	state.lists = lists;
	state.fixed = keep_edges(pruner, state.fixed);
	return state;
}

void matcher_prune(struct matcher_builder *builder)
{
	struct arena *arena = builder->arena;
	size_t nr = builder->state_index.nr;
	size_t nr_lists = builder->edge_list_index.nr;
	struct pruner pruner = {
		.builder = builder,
		.numbers = ARENA_ARRAY(arena, uint32_t, nr),
		.kept = ARENA_ARRAY(arena, uint32_t, nr),
		.lists = ARENA_ARRAY(arena, uint32_t, nr_lists),
		.kept_lists = ARENA_ARRAY(arena, struct edge_list, nr_lists),
	};
	struct state *states = ARENA_ARRAY(arena, struct state, nr);

	builder->start = keep_state(&pruner, builder->start);
	builder->first = keep_state(&pruner, builder->first);
	for (size_t i = 0; i < pruner.nr_kept; i++)
		states[i] = kept_state(&pruner, pruner.kept[i]);
	builder->states = states;
	builder->nr_states = pruner.nr_kept;
	builder->edge_lists = pruner.kept_lists;
	builder->nr_edge_lists = pruner.nr_kept_lists;
}
