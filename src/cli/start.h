/* What cmd_play.c and the start_*.c share. */
#ifndef CLI_START_H
#define CLI_START_H

#include "options.h"
#include "rehearse/play.h"

/* Everything a rehearsal begins with. */
struct start {
	const struct options *options;
	struct arena *arena;
	struct output *output;
	struct rubric rubric;
	const struct scenario *scenario; /* NULL: to be chosen */
	int scene; /* -1: where the scenario starts */
	struct fill_choice *fills;
	size_t nr_fills;
	struct str script; /* its bytes */
	struct play_trace trace;
	struct play *resumed; /* NULL: it begins anew */
	struct str greeting;  /* where one is in it */
};

/* These complain by themselves and return an exit status; 0: done. */
int start_scenario(struct start *start, struct str name);
/* --resume: everything is as in that file. */
int start_resume(struct start *start);

#endif
