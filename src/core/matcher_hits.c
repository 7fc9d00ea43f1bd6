/*
 * Of one id's hits the leftmost stays, then the longest, then what stands
 * behind it: that is all there is to it as long as all matches are known.
 * They are not. Two matches that are in one state have the same future, and
 * only the one that began first is followed; it hides the other one. As a
 * rule nobody misses that. But (even|a small|small) _ in "even a small sum"
 * is "even a", which rules "a small sum" out, and this hides "small sum".
 *
 * So where a hit is ruled out that ends behind the one that stays, the words
 * between are matched once more, without those before them. Whether two
 * matches ever are in one state depends on how states were merged, what is
 * found does not.
 */
#include "matcher_hits.h"

#include <stdlib.h>

struct settler {
	struct run *run;
	struct arena *arena;
	struct hits all;    /* those left of one id, in order */
	struct hits hidden; /* those found again */
	struct hits kept;
	size_t alloc_kept;
};

static int compare(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

/* By id, then place, the longest first, then as threads win. */
static int compare_hits(const void *left, const void *right)
{
	const struct hit *a = left, *b = right;
	int order = compare(a->id, b->id);

	if (!order)
		order = compare(a->first, b->first);
	if (!order)
		order = compare(b->end, a->end);
	if (!order)
		order = compare(!a->capture_end, !b->capture_end);
	if (!order)
		order = compare(a->capture_first, b->capture_first);
	return order ? order : compare(a->capture_end, b->capture_end);
}

static void sort(struct hits hits)
{
	if (hits.nr > 1)
		qsort(hits.hits, hits.nr, sizeof(*hits.hits), compare_hits);
}

/* Leaves out those that begin before the word; returns how far they go. */
static uint32_t pass_over(struct hits *hits, uint32_t word)
{
	uint32_t reach = 0;

	for (; hits->nr && hits->hits->first < word; hits->hits++, hits->nr--)
		if (hits->hits->end > reach)
			reach = hits->hits->end;
	return reach;
}

/* What matches from the word on, as far as something may have hidden it. */
static void look_again(struct settler *settler, uint32_t id, uint32_t word,
		       uint32_t reach)
{
	struct hits *hidden = &settler->hidden;
	struct hits found;

	for (size_t i = 0; i < hidden->nr; i++)
		if (hidden->hits[i].end > reach)
			reach = hidden->hits[i].end;
	found = run_words(settler->run, word, reach);
	*hidden = (struct hits){ found.hits, 0 };
	for (size_t i = 0; i < found.nr; i++)
		if (found.hits[i].id == id)
			hidden->hits[hidden->nr++] = found.hits[i];
	sort(*hidden);
}

static const struct hit *next_hit(const struct settler *settler)
{
	const struct hits *all = &settler->all, *hidden = &settler->hidden;

	if (!all->nr)
		return hidden->nr ? hidden->hits : NULL;
	if (!hidden->nr || compare_hits(all->hits, hidden->hits) <= 0)
		return all->hits;
	return hidden->hits;
}

static void keep(struct settler *settler, struct hit hit)
{
	settler->kept.hits =
		arena_grow(settler->arena, settler->kept.hits, settler->kept.nr,
			   &settler->alloc_kept, sizeof(hit));
	settler->kept.hits[settler->kept.nr++] = hit;
}

static void settle_id(struct settler *settler, struct hits all)
{
	const struct hit *hit = all.hits;
	uint32_t id = hit->id;

	settler->all = all;
	settler->hidden = (struct hits){ 0 };
	for (; hit; hit = next_hit(settler)) {
		uint32_t end = hit->end;
		uint32_t reach, hidden;

		keep(settler, *hit);
		reach = pass_over(&settler->all, end);
		hidden = pass_over(&settler->hidden, end);
		if (hidden > reach)
			reach = hidden;
		if (reach > end)
			look_again(settler, id, end, reach);
	}
}

struct hits hits_settle(struct run *run, struct hits all, struct arena *arena)
{
	struct settler settler = { .run = run, .arena = arena };
	size_t end;

	sort(all);
	for (size_t at = 0; at < all.nr; at = end) {
		end = at + 1;
		while (end < all.nr && all.hits[end].id == all.hits[at].id)
			end++;
		settle_id(&settler, (struct hits){ &all.hits[at], end - at });
	}
	return settler.kept;
}

bool hit_in_scope(const struct hit *hit, const struct text *text,
		  unsigned kinds)
{
	for (uint32_t i = 0; i < text->nr_scopes; i++) {
		const struct scope *scope = &text->scopes[i];

		if (!(kinds & SCOPE_BIT(scope->kind)))
			continue;
		if (scope->opener >= hit->first && scope->opener < hit->end)
			continue;
		if (scope->first < hit->end && hit->first < scope->end)
			return true;
	}
	return false;
}
