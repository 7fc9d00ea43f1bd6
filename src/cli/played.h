/* The scenario a transcript was played with. */
#ifndef CLI_PLAYED_H
#define CLI_PLAYED_H

#include "rehearse/play.h"

/*
 * Looks for it among the user's own, the shipped, and as ID.yaml in the
 * directory one is in: the first that was played with (by its hash). NULL
 * with a message that says what is not at hand, the scenario or the rubric.
 * path: the transcript's, for messages (borrowed).
 */
const struct scenario *
played_scenario(struct arena *arena, const struct rubric *rubric,
		const struct transcript_header *header, struct str path,
		struct error *err);

#endif
