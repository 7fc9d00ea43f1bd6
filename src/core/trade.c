/*
 * What trades and walks of life a word belongs to. A rubric has thousands of
 * such words, so they are kept by their hashes, each once.
 */
#include "trade.h"

#include <stdlib.h>
#include <string.h>

/* The word as it stands in a turn; NULL, and a problem, when it cannot. */
static const struct word *read_word(struct arena *arena, struct str path,
				    const struct source_str *source,
				    struct problems *problems)
{
	struct text text = text_parse(arena, source->text);
	struct error err;

	if (text.nr_words == 1 && !(text.words[0].classes & WORD_SMALL))
		return &text.words[0];
	error_at(&err, path, source->line, source->column + 1,
		 text.nr_words == 1 ?
			 "'" STR_FMT "' stands in every talk: it tells no "
			 "trade" :
			 "'" STR_FMT "' is not one word, as those of a trade "
			 "are", STR_ARG(source->text));
	problems_add(problems, arena, &err);
	return NULL;
}

static size_t count_words(const struct rubric_source *source)
{
	size_t nr = 0;

	for (size_t i = 0; i < source->nr_trades; i++)
		nr += source->trades[i].items.nr;
	return nr;
}

/* Those of a hash become one that is of all their trades. */
static uint32_t join_equal(struct trade_word *words, size_t nr)
{
	uint32_t kept = 0;

	for (size_t i = 0; i < nr; i++)
		if (kept && words[kept - 1].hash == words[i].hash)
			words[kept - 1].trades |= words[i].trades;
		else
			words[kept++] = words[i];
	return kept;
}

struct trades trades_compile(struct arena *arena,
			     const struct rubric_source *source,
			     struct problems *problems)
{
	struct trade_word *words = ARENA_ARRAY(arena, struct trade_word,
					       count_words(source));
	size_t nr = 0;

	for (size_t i = 0; i < source->nr_trades; i++) {
		const struct source_strs *items = &source->trades[i].items;

		for (size_t j = 0; j < items->nr; j++) {
			const struct word *word =
				read_word(arena, source->path,
					  &items->items[j], problems);

			if (word)
				words[nr++] = (struct trade_word){
					.hash = word->hash,
					.trades = (uint32_t)1 << i,
				};
		}
	}
	qsort(words, nr, sizeof(*words), compare_uint32);
	return (struct trades){ words, join_equal(words, nr) };
}

static uint32_t of_hash(const struct trades *trades, uint32_t hash)
{
	const struct trade_word *word =
		bsearch(&hash, trades->words, trades->nr,
			sizeof(*trades->words), compare_uint32);

	return word ? word->trades : 0;
}

/* "harps", "peaches", "ferries": of the singular that is listed. */
static uint32_t of_plural(const struct trades *trades, struct str key,
			  const char *plural, const char *singular)
{
	const uint32_t ending = (uint32_t)strlen(plural);
	uint32_t hash;

	if (key.len <= ending || !str_ends_with(key, str_from(plural)))
		return 0;
	hash = str_hash(str_slice(key, 0, key.len - ending));
	return of_hash(trades, str_hash_on(hash, str_from(singular)));
}

uint32_t trades_of(const struct trades *trades, const struct word *word)
{
	return of_hash(trades, word->hash) |
	       of_plural(trades, word->key, "s", "") |
	       of_plural(trades, word->key, "es", "") |
	       of_plural(trades, word->key, "ies", "y");
}
