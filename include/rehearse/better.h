/*
 * The points a talk left on the table: of each turn the best reply that was
 * on show at that moment, against what was said, and how the client would
 * have taken it.
 *
 * Layer: core.
 */
#ifndef REHEARSE_BETTER_H
#define REHEARSE_BETTER_H

#include "rehearse/session.h"

enum {
	BETTER_CLEARLY = 10, /* points; fewer are a matter of taste */
	BETTER_MOODS = 12,
};

/* Trust, or patience: before the turn, after it, after the next, ... */
struct moods {
	int played[BETTER_MOODS], instead[BETTER_MOODS];
	size_t nr;
};

struct better {
	const struct turn *turn; /* the session's */
	struct str reply;        /* a text, or the words of an act */
	int score;
	int points; /* more than the turn has; below 0: the turn is better */
	/*
	 * Where it is clearly better: the client's answer to it (empty: none),
	 * and the moods as they were and with it. They go on, with what was
	 * said afterwards, only as long as that falls into the same scenes:
	 * further on it would answer what nobody said.
	 */
	struct str answer;
	struct moods trust, patience;
};

/*
 * Scored turns for which there was another reply with a score: most points
 * first. Nothing of the session changes; all of it lives in the arena.
 */
struct better *session_better(const struct session *session,
			      struct arena *arena, size_t *nr);
/* How many of them, from the first, are clearly better. */
size_t better_lost(const struct better *better, size_t nr);

/* "turn 2, score 41: there were 23 points here:" */
struct str better_heading(const struct better *better, bool numbers,
			  struct arena *arena);
/* "▅▄▃ 34 as it went, ▅▅▅ 52 with it" */
struct str moods_text(const struct moods *moods, bool numbers, bool ascii,
		      struct arena *arena);

#endif
