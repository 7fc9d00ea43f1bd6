/*
 * The words of each trade and walk of life. Only words that hardly mean
 * anything else: "table" and "court" are everybody's, and so are the van, the
 * bill and the phone, which every trade talks about.
 */
#ifndef CORE_TRADE_LIST_H
#define CORE_TRADE_LIST_H

#include "text_parts.h"

struct trade {
	const char *const *words; /* sorted */
	size_t nr;
};

#define TRADE(list) { list, ARRAY_LEN(list) }

extern const struct trade trade_crafts[], trade_life[];
extern const size_t nr_trade_crafts, nr_trade_life;

#endif
