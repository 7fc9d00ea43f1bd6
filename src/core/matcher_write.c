/*
 * From states to one block of 32-bit words. The header is written last, into
 * the room left for it, when all offsets are known.
 */
#include "matcher_build.h"

#include <stdlib.h>
#include <string.h>

struct writer {
	struct arena *arena;
	uint32_t *words;
	size_t nr, alloc;
	const struct matcher_builder *builder;
	uint32_t base[SYMBOLS_NR]; /* the first symbol of a kind */
	uint32_t target_bits;
	uint32_t *edges; /* gathered to be put in order */
	size_t nr_edges, alloc_edges;
	bool full; /* there is more than a block can hold */
};

static uint32_t here(const struct writer *writer)
{
	return (uint32_t)writer->nr;
}

static void put(struct writer *writer, uint32_t word)
{
	writer->words = arena_grow(writer->arena, writer->words, writer->nr,
				   &writer->alloc, sizeof(*writer->words));
	writer->words[writer->nr++] = word;
}

static uint32_t put_key(struct writer *writer, struct str key)
{
	uint32_t at = here(writer);

	put(writer, (uint32_t)key.len);
	for (size_t i = 0; i < key.len; i += 4) {
		struct str bytes = str_slice(key, i, i + 4);
		uint32_t word = 0;

		memcpy(&word, bytes.ptr, bytes.len);
		put(writer, word);
	}
	return at;
}

static uint32_t symbol(const struct writer *writer, uint32_t draft)
{
	return writer->base[draft >> SYMBOL_KIND_SHIFT] +
	       (draft & SYMBOL_NUMBER);
}

/* How long prefixes are, as bits; all from 31 bytes on share one. */
static uint32_t length_bit(size_t len)
{
	return 1u << (len < 31 ? len : 31);
}

static uint32_t prefix_lengths(const struct matcher_builder *builder)
{
	const struct symbols *prefixes = &builder->symbols[SYMBOLS_PREFIX];
	uint32_t lengths = 0;

	for (size_t i = 0; i < prefixes->index.nr; i++)
		lengths |= length_bit(prefixes->keys[i].len);
	return lengths;
}

/* The prefix of this hash and these bytes, or INDEX_NONE. */
static int32_t find_prefix(const struct matcher_builder *builder,
			   struct str key)
{
	const struct symbols *prefixes = &builder->symbols[SYMBOLS_PREFIX];
	int32_t item = index_find(&prefixes->index, str_hash(key));

	while (item != INDEX_NONE && !str_equal(prefixes->keys[item], key))
		item = index_next(&prefixes->index, item);
	return item;
}

/* A word's own symbol, those of all prefixes it begins with, the fold's. */
static uint32_t put_word_symbols(struct writer *writer, size_t word,
				 uint32_t lengths)
{
	struct str key = writer->builder->symbols[SYMBOLS_WORD].keys[word];
	uint32_t at = here(writer);

	put(writer, 1);
	put(writer, writer->base[SYMBOLS_WORD] + (uint32_t)word);
	for (size_t len = 1; len <= key.len; len++) {
		int32_t item = INDEX_NONE;
		size_t to = writer->nr;
		uint32_t found;

		if (lengths & length_bit(len))
			item = find_prefix(writer->builder,
					   str_slice(key, 0, len));
		if (item == INDEX_NONE)
			continue;
		found = writer->base[SYMBOLS_PREFIX] + (uint32_t)item;
		put(writer, 0);
		for (; writer->words[to - 1] > found && to > at + 2; to--)
			writer->words[to] = writer->words[to - 1];
		writer->words[to] = found;
		writer->words[at]++;
	}
	if (matcher_is_folded(writer->builder, word)) {
		put(writer, writer->base[SYMBOLS_FOLD]);
		writer->words[at]++;
	}
	return at;
}

static uint32_t put_one_symbol(struct writer *writer, uint32_t number)
{
	uint32_t at = here(writer);

	put(writer, 1);
	put(writer, number);
	return at;
}

/* Orders the entries into buckets; entries of one bucket keep their order. */
static struct block_table
put_table(struct writer *writer, const struct block_entry *entries, size_t nr)
{
	struct block_table table = { .nr = (uint32_t)nr };
	uint32_t *bucket_end;

	while (table.mask + 1 < nr)
		table.mask = table.mask * 2 + 1;
	bucket_end = ARENA_ARRAY(writer->arena, uint32_t, table.mask + 2u);
	for (size_t i = 0; i < nr; i++)
		bucket_end[(entries[i].hash & table.mask) + 1]++;
	table.buckets = here(writer);
	for (size_t i = 0; i <= table.mask + 1u; i++) {
		if (i)
			bucket_end[i] += bucket_end[i - 1];
		put(writer, bucket_end[i]);
	}
	table.entries = here(writer);
	for (size_t i = 0; i < nr * 3; i++)
		put(writer, 0);
	for (size_t i = 0; i < nr; i++) {
		uint32_t place = bucket_end[entries[i].hash & table.mask]++;

		memcpy(&writer->words[table.entries + place * 3], &entries[i],
		       sizeof(entries[i]));
	}
	return table;
}

/* Stems and values: the hash is all there is to compare. */
static struct block_table put_hashes(struct writer *writer,
				     enum symbol_kind kind)
{
	const struct symbols *symbols = &writer->builder->symbols[kind];
	size_t nr = symbols->index.nr;
	struct block_entry *entries =
		ARENA_ARRAY(writer->arena, struct block_entry, nr);

	for (size_t i = 0; i < nr; i++)
		entries[i] = (struct block_entry){
			.hash = symbols->index.items[i].hash,
			.symbols = put_one_symbol(writer, writer->base[kind] +
								  (uint32_t)i),
		};
	return put_table(writer, entries, nr);
}

static struct block_table put_words(struct writer *writer)
{
	const struct symbols *words = &writer->builder->symbols[SYMBOLS_WORD];
	uint32_t lengths = prefix_lengths(writer->builder);
	size_t nr = words->index.nr;
	struct block_entry *entries =
		ARENA_ARRAY(writer->arena, struct block_entry, nr);

	for (size_t i = 0; i < nr; i++)
		entries[i] = (struct block_entry){
			.hash = words->index.items[i].hash,
			.key = put_key(writer, words->keys[i]),
			.symbols = put_word_symbols(writer, i, lengths),
		};
	return put_table(writer, entries, nr);
}

/*
 * Prefixes are looked up by their first bytes, as many as the shortest has,
 * at most three: few words begin like one.
 */
static struct block_table put_prefixes(struct writer *writer, uint32_t *bytes)
{
	const struct symbols *prefixes =
		&writer->builder->symbols[SYMBOLS_PREFIX];
	size_t nr = prefixes->index.nr;
	struct block_entry *entries =
		ARENA_ARRAY(writer->arena, struct block_entry, nr);

	*bytes = 3;
	for (size_t i = 0; i < nr; i++)
		if (prefixes->keys[i].len < *bytes)
			*bytes = (uint32_t)prefixes->keys[i].len;
	for (size_t i = 0; i < nr; i++)
		entries[i] = (struct block_entry){
			.hash = str_hash(
				str_slice(prefixes->keys[i], 0, *bytes)),
			.key = put_key(writer, prefixes->keys[i]),
			.symbols = put_one_symbol(writer,
						  writer->base[SYMBOLS_PREFIX] +
							  (uint32_t)i),
		};
	return put_table(writer, entries, nr);
}

/* ---- states ------------------------------------------------------------- */

static void put_bits(const struct writer *writer, const struct edge_list *list,
		     uint32_t bits[2])
{
	for (size_t i = 0; i < list->nr; i++)
		block_bit(symbol(writer, list->edges[i].symbol), bits);
}

static void gather(struct writer *writer, const struct edge_list *list)
{
	for (size_t i = 0; i < list->nr; i++) {
		uint32_t number = symbol(writer, list->edges[i].symbol);

		writer->edges = arena_grow(
			writer->arena, writer->edges, writer->nr_edges,
			&writer->alloc_edges, sizeof(*writer->edges));
		writer->edges[writer->nr_edges++] =
			number << writer->target_bits | list->edges[i].target;
	}
}

/* Puts the edges gathered, each once; returns how many. */
static size_t put_gathered(struct writer *writer)
{
	uint32_t at = here(writer);

	if (writer->nr_edges)
		qsort(writer->edges, writer->nr_edges, sizeof(*writer->edges),
		      compare_uint32);
	for (size_t i = 0; i < writer->nr_edges; i++)
		if (!i || writer->edges[i] != writer->edges[i - 1])
			put(writer, writer->edges[i]);
	writer->nr_edges = 0;
	return here(writer) - at;
}

/* Where each list is that several states share; 0: one has it as its own. */
static uint32_t *put_shared(struct writer *writer)
{
	const struct matcher_builder *builder = writer->builder;
	size_t nr = builder->nr_edge_lists;
	uint32_t *uses = ARENA_ARRAY(writer->arena, uint32_t, nr);

	for (size_t i = 0; i < builder->nr_states; i++)
		for (size_t j = 0; j < builder->states[i].nr_lists; j++)
			uses[builder->states[i].lists[j]]++;
	for (size_t i = 0; i < nr; i++) {
		uint32_t at = here(writer);

		if (uses[i] > 1) {
			put(writer, 0);
			gather(writer, &builder->edge_lists[i]);
			writer->words[at] = (uint32_t)put_gathered(writer);
		}
		uses[i] = uses[i] > 1 ? at : 0;
	}
	return uses;
}

static uint16_t count(struct writer *writer, size_t nr)
{
	writer->full |= nr > UINT16_MAX;
	return (uint16_t)nr;
}

static struct block_state put_state(struct writer *writer,
				    const struct state *state,
				    const uint32_t *shared)
{
	const struct edge_list *lists = writer->builder->edge_lists;
	struct block_state put_down = {
		.edges = here(writer),
		.nr_accepts = count(writer, state->nr_accepts),
		.gap = (uint8_t)state->gap,
		.loop = (uint8_t)state->loop,
	};

	put_bits(writer, &state->fixed, put_down.ahead);
	if (state->gap)
		block_bit(SYMBOL_GAP, put_down.ahead);
	gather(writer, &state->fixed);
	for (size_t i = 0; i < state->nr_lists; i++) {
		put_bits(writer, &lists[state->lists[i]], put_down.ahead);
		if (!shared[state->lists[i]])
			gather(writer, &lists[state->lists[i]]);
	}
	put_down.nr_edges = count(writer, put_gathered(writer));
	for (size_t i = 0; i < state->nr_lists; i++) {
		uint32_t at = shared[state->lists[i]];

		if (at)
			put(writer, at);
	}
	put_down.nr_lists = count(writer, here(writer) - put_down.edges -
						  put_down.nr_edges);
	for (size_t i = 0; i < state->nr_accepts; i++)
		put(writer, state->accepts[i].id << 1 |
				    state->accepts[i].at_end);
	return put_down;
}

static uint32_t put_states(struct writer *writer)
{
	const struct matcher_builder *builder = writer->builder;
	size_t nr = builder->nr_states;
	const uint32_t *shared = put_shared(writer);
	struct block_state *states =
		ARENA_ARRAY(writer->arena, struct block_state, nr);
	uint32_t at;

	for (size_t i = 0; i < nr; i++)
		states[i] = put_state(writer, &builder->states[i], shared);
	at = here(writer);
	for (size_t i = 0; i < nr * sizeof(*states) / 4; i++)
		put(writer, 0);
	memcpy(&writer->words[at], states, nr * sizeof(*states));
	return at;
}

static uint32_t bits_of(size_t nr)
{
	uint32_t bits = 0;

	while (nr >> bits)
		bits++;
	return bits;
}

/* ANY, GAP, the classes, a value, a stem, the word, one prefix a length, the
 * fold. */
static uint32_t max_symbols(const struct matcher_builder *builder)
{
	size_t prefixes = builder->symbols[SYMBOLS_PREFIX].index.nr;

	if (prefixes > PATTERN_MAX_BYTES)
		prefixes = PATTERN_MAX_BYTES;
	return NR_FIXED_SYMBOLS + 4 + (uint32_t)prefixes;
}

struct str matcher_write(const struct matcher_builder *builder,
			 struct arena *arena)
{
	struct writer writer = { .arena = arena, .builder = builder };
	struct block_header header = { .magic = BLOCK_MAGIC };

	header.nr_symbols = NR_FIXED_SYMBOLS;
	for (int kind = SYMBOLS_VALUE; kind < SYMBOLS_NR; kind++) {
		writer.base[kind] = header.nr_symbols;
		header.nr_symbols += (uint32_t)builder->symbols[kind].index.nr;
	}
	header.nr_states = (uint32_t)builder->nr_states;
	header.target_bits = bits_of(builder->nr_states * 2);
	writer.target_bits = header.target_bits;
	writer.full = header.target_bits + bits_of(header.nr_symbols) > 32;
	for (size_t i = 0; i < sizeof(header) / 4; i++)
		put(&writer, 0);
	header.max_symbols = max_symbols(builder);
	header.words = put_words(&writer);
	header.prefixes = put_prefixes(&writer, &header.prefix_bytes);
	header.stems = put_hashes(&writer, SYMBOLS_STEM);
	header.values = put_hashes(&writer, SYMBOLS_VALUE);
	header.states = put_states(&writer);
	header.start = builder->start;
	header.first = builder->first;
	header.size = here(&writer) * 4;
	memcpy(writer.words, &header, sizeof(header));
	if (writer.full)
		return STR("");
	return (struct str){ (const char *)writer.words, writer.nr * 4 };
}
