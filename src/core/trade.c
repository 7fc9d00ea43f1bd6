/*
 * What trades and walks of life a word belongs to.
 */
#include "moment.h"
#include "trade_list.h"

static bool is_of(const struct trade *trade, struct str key)
{
	return table_find(trade->words, trade->nr, sizeof(*trade->words),
			  key) != NULL;
}

uint32_t trades_of(struct str key)
{
	const struct {
		const struct trade *trades;
		size_t nr;
	} lists[] = {
		{ trade_crafts, nr_trade_crafts },
		{ trade_life, nr_trade_life },
	};
	const struct str singular = str_ends_with(key, STR("s")) ?
					    str_slice(key, 0, key.len - 1) :
					    key;
	uint32_t found = 0, bit = 1;

	for (size_t i = 0; i < ARRAY_LEN(lists); i++)
		for (size_t j = 0; j < lists[i].nr; j++, bit <<= 1)
			if (is_of(&lists[i].trades[j], key) ||
			    (singular.len < key.len &&
			     is_of(&lists[i].trades[j], singular)))
				found |= bit;
	return found;
}
