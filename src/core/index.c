#include "index.h"

static int32_t same_hash(const struct index *index, int32_t item, uint32_t hash)
{
	while (item != INDEX_NONE && index->items[item].hash != hash)
		item = index->items[item].next;
	return item;
}

int32_t index_find(const struct index *index, uint32_t hash)
{
	if (!index->nr)
		return INDEX_NONE;
	return same_hash(index, index->buckets[hash & (index->nr_buckets - 1)],
			 hash);
}

int32_t index_next(const struct index *index, int32_t item)
{
	return same_hash(index, index->items[item].next,
			 index->items[item].hash);
}

static void enter(struct index *index, int32_t item)
{
	struct index_item *entered = &index->items[item];
	int32_t *bucket =
		&index->buckets[entered->hash & (index->nr_buckets - 1)];

	entered->next = *bucket;
	*bucket = item;
}

static void more_buckets(struct index *index, struct arena *arena)
{
	index->nr_buckets = index->nr_buckets ? index->nr_buckets * 4 : 16;
	index->buckets = ARENA_ARRAY(arena, int32_t, index->nr_buckets);
	for (size_t i = 0; i < index->nr_buckets; i++)
		index->buckets[i] = INDEX_NONE;
	for (size_t i = 0; i < index->nr; i++)
		enter(index, (int32_t)i);
}

int32_t index_add(struct index *index, struct arena *arena, uint32_t hash)
{
	int32_t item = (int32_t)index->nr;

	if (index->nr == index->nr_buckets)
		more_buckets(index, arena);
	index->items = arena_grow(arena, index->items, index->nr, &index->alloc,
				  sizeof(*index->items));
	index->items[item].hash = hash;
	index->nr++;
	enter(index, item);
	return item;
}

uint32_t index_mix(uint32_t hash, uint32_t number)
{
	hash = (hash ^ number) * 0x9e3779b1u;
	return hash ^ hash >> 15;
}
