/*
 * Words that lead the same way from thousands of places get a symbol in
 * common. An author writes (<adv>)? wherever somebody may say "really" or
 * "just", and each time forty edges stood for it: a third of all edges. The
 * set of words that saves most is folded into one edge; no other comes near
 * it, so there is one.
 */
#include "matcher_build.h"

#include <stdlib.h>

/* Edges that are worth a symbol that its words are looked up by as well. */
enum { WORTH = 1000 };

/* Words that lead to one target: `nr` edges of a list. */
struct run {
	const struct edge *edges;
	size_t nr;
	size_t times; /* how often these words are a run */
};

struct folder {
	struct matcher_builder *builder;
	struct index index; /* of runs, by their words */
	struct run *runs;
	size_t alloc;
};

static bool is_word(uint32_t symbol)
{
	return symbol >> SYMBOL_KIND_SHIFT == SYMBOLS_WORD;
}

static int by_target(const void *left, const void *right)
{
	const struct edge *a = left, *b = right;

	if (a->target != b->target)
		return a->target < b->target ? -1 : 1;
	return (a->symbol > b->symbol) - (a->symbol < b->symbol);
}

/* The edges that begin at `at`: a run of words, or one that is no word. */
static struct run run_at(const struct edge_list *list, size_t at)
{
	const struct edge *edges = &list->edges[at];
	size_t nr = 1;

	while (is_word(edges->symbol) && at + nr < list->nr &&
	       edges[nr].target == edges->target &&
	       is_word(edges[nr].symbol))
		nr++;
	return (struct run){ edges, nr, 1 };
}

static bool same_words(const struct run *a, const struct run *b)
{
	if (a->nr != b->nr)
		return false;
	for (size_t i = 0; i < a->nr; i++)
		if (a->edges[i].symbol != b->edges[i].symbol)
			return false;
	return true;
}

static void count_run(struct folder *folder, const struct run *run)
{
	uint32_t hash = 0;
	int32_t item;

	for (size_t i = 0; i < run->nr; i++)
		hash = index_mix(hash, run->edges[i].symbol);
	item = index_find(&folder->index, hash);
	while (item != INDEX_NONE && !same_words(&folder->runs[item], run))
		item = index_next(&folder->index, item);
	if (item != INDEX_NONE) {
		folder->runs[item].times++;
		return;
	}
	folder->runs = arena_grow(folder->builder->arena, folder->runs,
				  folder->index.nr, &folder->alloc,
				  sizeof(*folder->runs));
	item = index_add(&folder->index, folder->builder->arena, hash);
	folder->runs[item] = *run;
}

static void count_runs(struct folder *folder, struct edge_list *list)
{
	struct edge *edges =
		ARENA_ARRAY(folder->builder->arena, struct edge, list->nr);

	for (size_t i = 0; i < list->nr; i++)
		edges[i] = list->edges[i];
	qsort(edges, list->nr, sizeof(*edges), by_target);
	list->edges = edges;
	for (size_t at = 0; at < list->nr;) {
		struct run run = run_at(list, at);

		if (run.nr > 1)
			count_run(folder, &run);
		at += run.nr;
	}
}

static size_t spared(const struct run *run)
{
	return (run->nr - 1) * run->times;
}

/* Writes the list anew, the run of these words as one edge. */
static void fold_list(struct folder *folder, const struct run *best,
		      struct edge_list *list)
{
	struct edge *edges =
		ARENA_ARRAY(folder->builder->arena, struct edge, list->nr);
	size_t nr = 0;

	for (size_t at = 0; at < list->nr;) {
		struct run run = run_at(list, at);

		if (same_words(&run, best))
			edges[nr++] = (struct edge){
				(uint32_t)SYMBOLS_FOLD << SYMBOL_KIND_SHIFT,
				run.edges->target,
			};
		else
			for (size_t i = 0; i < run.nr; i++)
				edges[nr++] = run.edges[i];
		at += run.nr;
	}
	*list = (struct edge_list){ edges, nr };
}

void matcher_fold(struct matcher_builder *builder)
{
	struct folder folder = { .builder = builder };
	const struct run *best = NULL;

	for (size_t i = 0; i < builder->nr_edge_lists; i++)
		count_runs(&folder, &builder->edge_lists[i]);
	for (size_t i = 0; i < folder.index.nr; i++)
		if (!best || spared(&folder.runs[i]) > spared(best))
			best = &folder.runs[i];
	if (!best || spared(best) < WORTH)
		return;
	builder->folded = best->edges;
	builder->nr_folded = best->nr;
	index_add(&builder->symbols[SYMBOLS_FOLD].index, builder->arena, 0);
	for (size_t i = 0; i < builder->nr_edge_lists; i++)
		fold_list(&folder, best, &builder->edge_lists[i]);
}

bool matcher_is_folded(const struct matcher_builder *builder, size_t word)
{
	for (size_t i = 0; i < builder->nr_folded; i++)
		if ((builder->folded[i].symbol & SYMBOL_NUMBER) == word)
			return true;
	return false;
}
