/*
 * The line-mode player: the same rehearsal as on the screen, one line at a
 * time, for pipes, scripts, screen readers and terminals that can do no more
 * than print.
 */
#ifndef CLI_PLAIN_H
#define CLI_PLAIN_H

#include "output.h"
#include "rehearse/play.h"
#include "typed.h"

struct plain_options {
	bool interactive; /* somebody sits there: prompts, no echo */
	bool scores;
	bool ascii;
	bool opening; /* only the first words, again and again */
	struct str script; /* its name, for messages; empty: typed lines */
	struct str greeting; /* where one goes on; empty: it begins */
	const struct session *played; /* only its turns that lost points;
					 NULL: all of a talk */
};

/*
 * Plays until the lines end, the user leaves or a signal comes; prints the
 * report. Returns an exit status.
 */
int plain_run(struct play *play, struct typed *typed,
	      const struct plain_options *options, struct output *output);

#endif
