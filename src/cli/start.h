/* What cmd_play.c and the start_*.c share. */
#ifndef CLI_START_H
#define CLI_START_H

#include "options.h"
#include "rehearse/play.h"
#include "typed.h"

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
	struct session *played; /* its turns that lost points are played
				   again; NULL: all of it is */
	const struct str *prepared; /* for it, then */
	size_t nr_prepared;
	struct str greeting;  /* where one is in it */
};

/* These complain by themselves and return an exit status; 0: done. */
int start_scenario(struct start *start, struct str name);
/* --resume, --again: everything is as in that file. */
int start_resume(struct start *start);
int start_again(struct start *start);

/* cmd_play.c: the rubric, the scenario, --script and --trace. */
struct start start_with(const struct options *options, struct output *output,
			struct arena *arena);
int start_prepare(struct start *start);
/* Plays the scenario line by line, or all there is on the screen. */
int start_play(struct start *start, struct typed *typed);
int start_screen(struct start *start);
/* The trace is whole; the status with what went wrong. */
int start_end(struct start *start, int status);
/* cmd_now.c: asks for a call of one's own and plays it. */
int now_plainly(struct start *start);
/* Is nobody there to fill the screen for? */
bool start_is_plain(const struct options *options);

#endif
