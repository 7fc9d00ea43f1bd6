/* What talk.c and summary.c share. */
#ifndef CORE_TALK_PARTS_H
#define CORE_TALK_PARTS_H

#include "moment.h"

struct talk {
	struct arena *arena;
	const struct rubric *rubric;
	struct talk_setting setting;
	struct memory memory;
	struct client_line client; /* the last, until it is answered */
	const struct verdict **verdicts;
	size_t nr_verdicts, alloc_verdicts;
	struct strbuf *trace; /* NULL: none */
};

#endif
