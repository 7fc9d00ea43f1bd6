/*
 * Lines that were read before, and what the rubric found in them. Whoever
 * plays one scenario thousands of times hears the same few thousand lines
 * over and over; reading a line depends on nothing but its words, so once is
 * enough. A rubric that has such a memory (struct rubric) uses it; what was
 * read with it lives as long as it does.
 *
 * A zeroed struct recall is empty. Private to core.
 */
#ifndef CORE_RECALL_H
#define CORE_RECALL_H

#include "index.h"
#include "rehearse/rubric.h"

struct recalled {
	const struct text *known; /* as it was read: see rubric_read() */
	struct text text;
	struct hits hits;
	bool matched; /* there are hits, or none were found */
};

struct recall {
	struct arena arena;
	struct index index;
	struct recalled *lines;
	size_t nr, alloc;
};

/* The line as rubric_read() reads it. */
struct text recall_read(const struct rubric *rubric, struct str line,
			const struct text *known, struct arena *arena);
/* The text's hits by the rubric. */
struct hits recall_hits(const struct rubric *rubric, const struct text *text,
			struct arena *arena);
void recall_release(struct recall *recall);

#endif
