/*
 * Finds again what is equal: items numbered in the order they were added,
 * by hash. What equal means is the caller's to say:
 *
 *	for (i = index_find(&index, hash); i != INDEX_NONE;
 *	     i = index_next(&index, i))
 *		if (items[i] is the one)
 *			return i;
 *
 * A zeroed struct index is empty. Private to core.
 */
#ifndef REHEARSE_INDEX_H
#define REHEARSE_INDEX_H

#include "rehearse/arena.h"

enum { INDEX_NONE = -1 };

struct index_item {
	uint32_t hash;
	int32_t next;
};

struct index {
	struct index_item *items;
	int32_t *buckets;
	size_t nr, alloc, nr_buckets;
};

int32_t index_find(const struct index *index, uint32_t hash);
int32_t index_next(const struct index *index, int32_t item);
int32_t index_add(struct index *index, struct arena *arena, uint32_t hash);

/* Hashes for numbers: start with anything, mix in one after the other. */
uint32_t index_mix(uint32_t hash, uint32_t number);

#endif
