/*
 * The first words of a conversation, again and again. A try stands until the
 * next one begins, so that it can be read, asked about and reported; then it
 * is taken back. The transcript keeps them all.
 *
 * Layer: io.
 */
#ifndef REHEARSE_OPENING_H
#define REHEARSE_OPENING_H

#include "rehearse/changes.h"
#include "rehearse/play.h"

/* Zeroed: nothing was tried yet. */
struct opening {
	struct arena arena;
	int *scores; /* of each try */
	size_t nr, alloc;
	/* the last try, and the one before it (NULL: it was the first) */
	const struct verdict *last, *before;
	struct str said, said_before;
	bool counted; /* the try that stands */
};

void opening_release(struct opening *opening);

/* The try that stands; NULL: none. */
const struct turn *opening_try(const struct play *play);
/* After every line: a try that stands and was not counted yet is. */
bool opening_count(struct opening *opening, const struct play *play);
/* Takes back the try that stands, for the next. */
bool opening_again(struct opening *opening, struct play *play,
		   struct error *err);

/* "Try 3: 61 (+7)" */
struct str opening_heading(const struct opening *opening, bool scores,
			   struct arena *arena);
/* "Your tries: 48, 61. The last one stands." Empty for fewer than two. */
struct str opening_tries(const struct opening *opening, struct arena *arena);

#endif
