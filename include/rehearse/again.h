/*
 * Only the turns that lost points, once more and in order. At each the talk
 * is brought to where it was, and one answers anew.
 *
 * The transcript is a rehearsal like any other: what was said before each of
 * these turns is said again, the new answer is taken back for the next, and a
 * note beside it says what became of it.
 *
 * Layer: io.
 */
#ifndef REHEARSE_AGAIN_H
#define REHEARSE_AGAIN_H

#include "rehearse/changes.h"
#include "rehearse/play.h"

/* One of these turns. */
struct retry {
	int turn;  /* its number */
	int there; /* the score of the best that was on show */
	const struct verdict *before, *after; /* after NULL: not answered yet */
	struct str said, said_again; /* for an act the words of it */
};

/* Zeroed: none. */
struct again {
	struct arena arena;
	struct turn *inputs; /* the talk: what was said and done */
	struct retry *retries;
	size_t nr, at;
	bool counted; /* the answer that stands */
};

/* Takes them from a talk that was played; it is not needed any more. */
void again_of(struct again *again, const struct session *played);
void again_release(struct again *again);
/* From the first of them, as if none was answered; in another play. */
void again_restart(struct again *again);

/* The one at hand; NULL: there are none, or all are done. */
const struct retry *again_retry(const struct again *again);
/* Brings a talk with the same options to where the one at hand was said. */
bool again_begin(struct again *again, struct play *play, struct error *err);
/* The answer that stands; NULL: there is none yet. */
const struct turn *again_answer(const struct again *again,
				const struct play *play);
/* After every line: an answer that was not counted yet is, with a note. */
bool again_count(struct again *again, struct play *play);
/* Takes the answer that stands back, for another. */
bool again_take_back(struct again *again, struct play *play,
		     struct error *err);
/* On to the next; the last answer stands. */
bool again_next(struct again *again, struct play *play, struct error *err);

/* "Turn 2 again, 1 of 3" */
struct str again_heading(const struct again *again, struct arena *arena);
/* "41 -> 78 (80 was there)"; without scores in words. */
struct str retry_text(const struct retry *retry, bool scores,
		      struct arena *arena);

#endif
