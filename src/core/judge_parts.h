/* What the judge_*.c share. Private to core. */
#ifndef CORE_JUDGE_PARTS_H
#define CORE_JUDGE_PARTS_H

#include "moment.h"

/* Findings that nothing in the words speaks against. */
struct candidates {
	struct finding *items; /* in the moment's scratch */
	size_t nr, alloc;
};
void judge_collect(const struct moment *moment, struct candidates *found);

#endif
