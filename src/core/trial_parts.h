/*
 * A trial from inside. Private to core.
 *
 *   trial.c        runs, and what is counted of them
 *   trial_say.c    what a run says, by its conduct
 *   trial_watch.c  what goes wrong in single runs
 *   trial_smell.c  what is wrong with all of them together
 *   trial_text.c   the report for people, and one run as a conversation
 *   trial_json.c   the same as data
 */
#ifndef CORE_TRIAL_PARTS_H
#define CORE_TRIAL_PARTS_H

#include "player_parts.h"
#include "rehearse/trial.h"

enum { TRIAL_INPUTS = 4 * SESSION_MAX_TURNS }; /* of one run, acts too */

/* Places in the player's lines. */
struct line_list {
	size_t *items;
	size_t nr;
};

/* One run under way. */
struct run {
	const struct trial *trial;
	struct session *session;
	struct trial_way way;
	uint64_t seed, draws;
	struct arena scratch; /* of one input */
};

/* Something heard that should not be, and in how many runs. */
struct heard_wrong {
	struct str text;
	size_t runs;
	uint64_t seed; /* the first; while a run is watched, the last as well */
	uint64_t last;
};
struct heard_wrongs {
	struct heard_wrong *items;
	size_t nr, alloc;
};

/* How turns went on from a scene. */
struct way_out {
	size_t left;      /* to another scene or to an ending */
	size_t turns_out; /* no turns were left */
	size_t tired;     /* no patience was left */
	uint64_t seed;    /* the first of those without a way out */
};

/* Scores of talks that had one. */
struct score_range {
	size_t nr;
	int low, middle, high; /* SCORE_NONE when there are none */
};

struct trial_ending {
	size_t runs, of_conduct[CONDUCT_NR];
	struct score_range scores;
	uint64_t seed; /* the first run that ended so */
};

/* What was counted, by the numbers of scenes, entries, endings. */
struct tally {
	uint64_t seed; /* of the first run */
	size_t runs, of_conduct[CONDUCT_NR];
	size_t turns;                /* of all runs */
	size_t unfinished;           /* runs without an ending */
	struct trial_ending *endings;
	size_t *visits;              /* of each scene */
	size_t *uses;                /* of each entry, spoken or not */
	size_t **said;               /* ... of each of its lines */
	size_t *met;                 /* of a pushback's answer */
	size_t **replies;            /* of each scene: picked, or done */
};

struct trial {
	struct arena arena;
	struct trial_source source;
	struct player *player; /* its lines are said; its search follows */
	struct line_list of_conduct[CONDUCT_MIXED], telling, asking;
	struct run run; /* the last one played */
	struct tally tally;
	size_t (*scores)[101]; /* of each ending: how often which */
	struct heard_wrongs repeated, braces;
	size_t endless;
	uint64_t endless_seed;
	struct way_out *ways_out; /* of each scene */
	const struct player_item **unreached;
	size_t nr_unreached;
	struct trial_smell *smells;
	size_t nr_smells, alloc_smells;
	bool smelt; /* they have been looked for */
};

/* Sorts the player's lines by what they are good for. */
void trial_sort_lines(struct trial *trial);
/* One input to the run; false: nothing can be said or done. */
bool trial_step(struct run *run);

/* Looks at a run that is over. */
void trial_watch(struct trial *trial, const struct run *run);

#endif
