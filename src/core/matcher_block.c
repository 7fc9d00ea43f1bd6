/* Look-ups in a block: which symbols does a word stand for? */
#include "matcher_block.h"

#include <string.h>

struct matcher matcher_open(struct str block)
{
	struct matcher matcher = {
		(const uint32_t *)(const void *)block.ptr,
		block.len,
	};
	const struct block_header *header;

	if (block.len < sizeof(*header))
		return (struct matcher){ 0 };
	header = block_header(&matcher);
	if (header->magic != BLOCK_MAGIC || header->size != block.len)
		return (struct matcher){ 0 };
	return matcher;
}

/* The key at an entry, as a slice of the block. */
static struct str entry_key(const struct matcher *matcher,
			    const struct block_entry *entry)
{
	const uint32_t *key = matcher->block + entry->key;

	return (struct str){ (const char *)(key + 1), *key };
}

/* The entries of the hash's bucket: from `entry` to before `end`. */
struct bucket {
	const struct block_entry *entry, *end;
};

static struct bucket bucket_of(const struct matcher *matcher,
			       const struct block_table *table, uint32_t hash)
{
	const uint32_t *bounds =
		matcher->block + table->buckets + (hash & table->mask);
	const struct block_entry *entries = block_at(matcher, table->entries);

	return (struct bucket){ entries + bounds[0], entries + bounds[1] };
}

static const struct block_entry *find_word(const struct matcher *matcher,
					   struct str key, uint32_t hash)
{
	struct bucket at =
		bucket_of(matcher, &block_header(matcher)->words, hash);

	for (; at.entry < at.end; at.entry++)
		if (at.entry->hash == hash &&
		    str_equal(entry_key(matcher, at.entry), key))
			return at.entry;
	return NULL;
}

static unsigned add_symbols(const struct matcher *matcher,
			    const struct block_entry *entry, uint32_t *symbols,
			    unsigned nr)
{
	const uint32_t *found = matcher->block + entry->symbols;

	for (uint32_t i = 1; i <= found[0]; i++)
		symbols[nr++] = found[i];
	return nr;
}

static unsigned add_hash(const struct matcher *matcher,
			 const struct block_table *table, uint32_t hash,
			 uint32_t *symbols, unsigned nr)
{
	struct bucket at = bucket_of(matcher, table, hash);

	for (; at.entry < at.end; at.entry++)
		if (at.entry->hash == hash)
			return add_symbols(matcher, at.entry, symbols, nr);
	return nr;
}

/* The entries of prefixes that begin with the same bytes. */
static struct bucket prefix_bucket(const struct matcher *matcher,
				   struct str key, uint32_t *hash)
{
	const struct block_header *header = block_header(matcher);

	if (!header->prefixes.nr || key.len < header->prefix_bytes)
		return (struct bucket){ 0 };
	*hash = str_hash((struct str){ key.ptr, header->prefix_bytes });
	return bucket_of(matcher, &header->prefixes, *hash);
}

/* The entries of a bucket are in the order of their symbols. */
static unsigned add_prefixes(const struct matcher *matcher, struct str key,
			     uint32_t *symbols, unsigned nr)
{
	uint32_t hash = 0;
	struct bucket at = prefix_bucket(matcher, key, &hash);

	for (; at.entry < at.end; at.entry++)
		if (at.entry->hash == hash &&
		    str_starts_with(key, entry_key(matcher, at.entry)))
			nr = add_symbols(matcher, at.entry, symbols, nr);
	return nr;
}

size_t block_near_prefix(const struct matcher *matcher, struct str key)
{
	uint32_t bytes = block_header(matcher)->prefix_bytes;
	uint32_t hash = 0;
	struct bucket at = prefix_bucket(matcher, key, &hash);

	if (!block_header(matcher)->prefixes.nr)
		return 0;
	for (; at.entry < at.end; at.entry++)
		if (at.entry->hash == hash)
			return SIZE_MAX;
	return bytes;
}

unsigned block_symbols(const struct matcher *matcher, struct str key,
		       uint32_t hash, uint32_t stem, uint32_t value,
		       uint32_t *symbols, unsigned nr)
{
	const struct block_header *header = block_header(matcher);
	const struct block_entry *entry;

	if (value && header->values.nr)
		nr = add_hash(matcher, &header->values, value, symbols, nr);
	if (header->stems.nr)
		nr = add_hash(matcher, &header->stems, stem, symbols, nr);
	entry = find_word(matcher, key, hash);
	if (entry)
		return add_symbols(matcher, entry, symbols, nr);
	return add_prefixes(matcher, key, symbols, nr);
}

bool block_has_hash(const struct matcher *matcher, uint32_t hash)
{
	struct bucket at =
		bucket_of(matcher, &block_header(matcher)->words, hash);

	while (at.entry < at.end && at.entry->hash != hash)
		at.entry++;
	return at.entry < at.end;
}

bool block_has_word(const struct matcher *matcher, struct str key,
		    uint32_t hash)
{
	return find_word(matcher, key, hash) != NULL;
}
