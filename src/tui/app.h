/*
 * The screens as one program: the library, preparing, the talk, the debrief.
 */
#ifndef TUI_APP_H
#define TUI_APP_H

#include "rehearse/embedded.h"
#include "rehearse/play.h"
#include "rehearse/room.h"

struct term;

/* What became of what was said, when the screens are left. */
struct tui_kept {
	bool some;            /* of it is in files */
	struct error trouble; /* what kept the rest out; without its path */
};

struct tui_options {
	const struct rubric *rubric;
	const struct embedded *embedded;
	struct str data_home;            /* as library_list() takes it */
	const struct scenario *scenario; /* NULL: open the library */
	struct play_options play;        /* without level and prepared */
	struct play *resumed; /* goes on with the scenario; taken over when
				 there are screens */
	struct str greeting;  /* where one is in it */
	/* only the turns of this talk that lost points; NULL: all of it */
	const struct session *played;
	int level;  /* enum level; -1: the scenario's own */
	bool ascii; /* no lines, bars or dots beyond ASCII */
	bool colour;
	bool scores;
	bool opening; /* of the scenario: only the first words, again */
	struct room *room; /* a drill to run; taken over when there are
			      screens */
	bool own_call; /* begin with the questions for one's own call */
	struct tui_kept *kept; /* filled as talks end; tui_run_on() has it */
};

/* The first trouble is the one that is told. */
void tui_not_kept(struct tui_kept *kept, const struct error *err);

/*
 * Runs until the user leaves. False with ERROR_USAGE when there is no
 * terminal to show screens on: the caller falls back to the plain player.
 * False with ERROR_INTERRUPTED when a signal or a closed terminal ended it,
 * and with why something was not saved when the user left all the same.
 */
bool tui_run(const struct tui_options *options, struct error *err);

/* The same on a terminal of the caller's, which is not closed. */
bool tui_run_on(struct term *term, const struct tui_options *options,
		struct error *err);

#endif
