/*
 * How a matcher's block is laid out, for those who write and read it.
 * Private to core.
 *
 * All of it is 32-bit words; `at` is an offset in words from the block's
 * beginning. A text's word stands for some symbols: the one of its key, the
 * ones of prefixes it begins with, of its classes, its stem, its value, of
 * the words it is folded with (matcher_fold.c), and ANY. From a state, edges
 * lead by symbols to states. Most edges are a state's own; what several
 * states have in common lies in lists they share. A state may be accepting:
 * then patterns end here.
 *
 * There are some hundred thousand edges, and a process has all of them in
 * memory before long, so that one is a single number: its symbol in the
 * upper bits, its target in the lower ones. Edges lie in ascending order and
 * are found by halving.
 */
#ifndef REHEARSE_MATCHER_BLOCK_H
#define REHEARSE_MATCHER_BLOCK_H

#include "rehearse/matcher.h"

enum {
	BLOCK_MAGIC = 0x326d6872, /* "rhm2" */

	SYMBOL_ANY = 0,
	SYMBOL_GAP = 1, /* a word a gap may swallow */
	SYMBOL_CLASS = 2,
	NR_CLASSES = 6, /* those a pattern can name; the lowest bits */
	NR_FIXED_SYMBOLS = SYMBOL_CLASS + NR_CLASSES,
};

/* Entries sorted into buckets by hash; a bucket is a run of entries. */
struct block_table {
	uint32_t nr;
	uint32_t mask;    /* buckets - 1; there is a power of two of them */
	uint32_t buckets; /* at: first entry of each, and one behind the last */
	uint32_t entries; /* at */
};

struct block_entry {
	uint32_t hash;
	uint32_t key;     /* at: bytes, then the bytes themselves; 0: none */
	uint32_t symbols; /* at: how many, then the symbols, ascending */
};

struct block_state {
	/*
	 * The bits of all symbols that lead on from here: a word without one
	 * of them ends what is under way, so it need not be begun.
	 */
	uint32_t ahead[2];
	/*
	 * At: its own edges, those by fixed symbols first; then where each
	 * list is that it shares, how many edges and the edges; then, ending
	 * here, ids * 2 + whether on the last word of a sentence only.
	 */
	uint32_t edges;
	uint16_t nr_edges, nr_lists, nr_accepts;
	/*
	 * In a gap: how many words it swallows, the first included. What
	 * comes next must not begin a clause.
	 */
	uint8_t gap;
	/* Within a class: its symbol. All words of the class are taken. */
	uint8_t loop;
};

struct block_header {
	uint32_t magic, size; /* bytes */
	uint32_t nr_states, nr_symbols;
	uint32_t max_symbols;  /* of one word */
	uint32_t prefix_bytes; /* prefixes are looked up by their first ones */
	struct block_table words, prefixes, stems, values;
	uint32_t target_bits; /* of an edge: state * 2 + is the word captured */
	uint32_t states;      /* at: struct block_state */
	uint32_t start;       /* the state every word begins from */
	uint32_t first;       /* and a sentence's first word as well */
};

/* Sixty-four bits stand for all symbols. */
static inline void block_bit(uint32_t symbol, uint32_t bits[2])
{
	uint32_t bit = symbol * 0x9e3779b1u >> 26;

	bits[bit >> 5] |= 1u << (bit & 31);
}

static inline const void *block_at(const struct matcher *matcher, uint32_t at)
{
	return matcher->block + at;
}

static inline const struct block_header *
block_header(const struct matcher *matcher)
{
	return block_at(matcher, 0);
}

/*
 * The symbols that stand for a key (and stem) whatever its place: appended
 * to symbols, which has room for the header's max_symbols.
 */
unsigned block_symbols(const struct matcher *matcher, struct str key,
		       uint32_t hash, uint32_t stem, uint32_t value,
		       uint32_t *symbols, unsigned nr);

/* Is it a word of a pattern as it stands? */
bool block_has_word(const struct matcher *matcher, struct str key,
		    uint32_t hash);
/* Has one of them this hash? */
bool block_has_hash(const struct matcher *matcher, uint32_t hash);

/*
 * An edit of the key at this byte or behind cannot make it begin like a
 * prefix: none begins with the bytes before.
 */
size_t block_near_prefix(const struct matcher *matcher, struct str key);

#endif
