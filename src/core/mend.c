/*
 * A word nobody knows is tried with every single edit undone: what the
 * matcher knows of the results is what may have been meant. There are some
 * hundreds of them, so each is first looked up by its hash alone, which goes
 * on from the hash of what stands before the edit. Words that are spelt
 * right never come here.
 */
#include "matcher_block.h"

#include <string.h>

enum { MEND_MIN = 6, MEND_MAX = 40 }; /* letters */

struct mending {
	const struct matcher *matcher;
	const struct spelling *spelling;
	struct str word;
	uint32_t before[MEND_MAX + 1]; /* hashes of its beginnings */
	size_t prefix_bytes; /* edits behind them can't matter to prefixes */
	uint32_t *symbols, *tried; /* of the word found; of the one tried */
	unsigned nr_symbols;
	char found[MEND_MAX + 2];
	size_t found_len;
	bool many; /* several words may have been meant */
};

static bool is_lower_case(struct str key)
{
	for (size_t i = 0; i < key.len; i++)
		if (key.ptr[i] < 'a' || key.ptr[i] > 'z')
			return false;
	return true;
}

static bool has_word(const struct text *known, const struct word *word)
{
	for (uint32_t i = 0; known && i < known->nr_words; i++)
		if (known->words[i].hash == word->hash &&
		    str_equal(known->words[i].key, word->key))
			return true;
	return false;
}

static unsigned symbols_of(const struct mending *mending, struct str key,
			   uint32_t *symbols)
{
	return block_symbols(mending->matcher, key, str_hash(key),
			     text_stem(key), 0, symbols, 0);
}

static bool may_be_mended(struct mending *mending, const struct word *word,
			  const struct text *known)
{
	const uint16_t kept = WORD_NUMBER | WORD_MONEY | WORD_DATE | WORD_TIME |
			      WORD_WHEN | WORD_NAME;

	if (word->key.len < MEND_MIN || word->key.len > MEND_MAX ||
	    (word->classes & kept) || !is_lower_case(word->key))
		return false;
	return !spelling_has(mending->spelling, word->hash) &&
	       !has_word(known, word);
}

/*
 * Words of patterns are words; what only begins like a prefix, or has a
 * stem, must be one by the word list. By the hash alone: it may be meant.
 */
static bool may_be_meant(const struct mending *mending, size_t edited_at,
			 uint32_t hash)
{
	const struct block_header *header = block_header(mending->matcher);

	if (block_has_hash(mending->matcher, hash))
		return true;
	return (header->stems.nr || edited_at < mending->prefix_bytes) &&
	       spelling_has(mending->spelling, hash);
}

static void try_key(struct mending *mending, struct str key, uint32_t hash)
{
	struct str found = { mending->found, mending->found_len };
	unsigned nr;

	if (str_equal(key, found) ||
	    (!block_has_word(mending->matcher, key, hash) &&
	     !spelling_has(mending->spelling, hash)))
		return;
	nr = symbols_of(mending, key, mending->tried);
	if (!nr)
		return;
	if (!found.len) {
		memcpy(mending->found, key.ptr, key.len);
		memcpy(mending->symbols, mending->tried,
		       nr * sizeof(*mending->symbols));
		mending->found_len = key.len;
		mending->nr_symbols = nr;
		return;
	}
	/* no matter which of them, when patterns cannot tell */
	if (nr != mending->nr_symbols ||
	    memcmp(mending->symbols, mending->tried,
		   nr * sizeof(*mending->symbols)))
		mending->many = true;
}

/* The word with some bytes from `at` on in place of others. */
static void try_edit(struct mending *mending, size_t at, size_t skip,
		     struct str letters)
{
	struct str word = mending->word;
	struct str rest = str_slice(word, at + skip, word.len);
	uint32_t hash = str_hash_on(mending->before[at], letters);
	char edited[MEND_MAX + 2];

	hash = str_hash_on(hash, rest);
	if (!may_be_meant(mending, at, hash))
		return;
	memcpy(edited, word.ptr, at);
	memcpy(edited + at, letters.ptr, letters.len);
	memcpy(edited + at + letters.len, rest.ptr, rest.len);
	try_key(mending, (struct str){ edited, at + letters.len + rest.len },
		hash);
}

/* Two letters that changed places. */
static void try_swaps(struct mending *mending)
{
	struct str word = mending->word;

	for (size_t at = 0; at + 1 < word.len; at++) {
		const char swapped[] = { word.ptr[at + 1], word.ptr[at] };

		try_edit(mending, at, 2, (struct str){ swapped, 2 });
	}
}

/* A letter too few, another one, one too many. */
static void try_letters(struct mending *mending)
{
	struct str word = mending->word;

	for (size_t at = 0; at <= word.len; at++) {
		for (char c = 'a'; c <= 'z'; c++)
			try_edit(mending, at, 0, (struct str){ &c, 1 });
		if (at == word.len)
			return;
		for (char c = 'a'; c <= 'z'; c++)
			try_edit(mending, at, 1, (struct str){ &c, 1 });
		try_edit(mending, at, 1, STR(""));
	}
}

/*
 * Whoever hits all the right keys meant that word: "notihng" is nothing, and
 * not noting. What begins like a pattern's prefix is mended in no other way:
 * the pattern has it already.
 */
static void try_edits(struct mending *mending)
{
	try_swaps(mending);
	if (!mending->found_len &&
	    !symbols_of(mending, mending->word, mending->tried))
		try_letters(mending);
}

static bool mend_word(struct mending *mending, struct word *word,
		      struct arena *arena)
{
	mending->word = word->key;
	for (size_t i = 0; i <= word->key.len; i++)
		mending->before[i] = str_hash(str_slice(word->key, 0, i));
	mending->prefix_bytes = block_near_prefix(mending->matcher, word->key);
	mending->found_len = 0;
	mending->many = false;
	try_edits(mending);
	if (!mending->found_len || mending->many)
		return false;
	word->key = arena_str(
		arena, (struct str){ mending->found, mending->found_len });
	word->hash = str_hash(word->key);
	word->stem = text_stem(word->key);
	word->classes |= WORD_MENDED;
	return true;
}

void matcher_mend(const struct matcher *matcher,
		  const struct spelling *spelling, const struct text *known,
		  struct text *text, struct arena *arena)
{
	struct mending mending = { .matcher = matcher, .spelling = spelling };
	bool any = false;
	uint32_t nr;

	if (!matcher->block || !spelling || !spelling->nr)
		return;
	nr = block_header(matcher)->max_symbols;
	mending.symbols = ARENA_ARRAY(arena, uint32_t, nr);
	mending.tried = ARENA_ARRAY(arena, uint32_t, nr);
	for (uint32_t i = 0; i < text->nr_words; i++)
		if (may_be_mended(&mending, &text->words[i], known))
			any |= mend_word(&mending, &text->words[i], arena);
	if (any)
		text_respell(text, arena);
}
