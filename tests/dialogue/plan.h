/*
 * A plan: what somebody says and does in a rehearsal, and what must follow
 * from it. One `key: value` a line; tests/dialogue/run.c lists the keys.
 */
#ifndef TESTS_DIALOGUE_PLAN_H
#define TESTS_DIALOGUE_PLAN_H

#include "rehearse/load.h"
#include "rehearse/session.h"

struct plan_step {
	struct str key, value;
	bool not ; /* "not told: ..." */
	unsigned line;
};

struct plan {
	struct str path;
	struct str scenario; /* id or path */
	uint64_t seed;
	int level; /* -1: the scenario's own */
	struct fill_choice *fills;
	size_t nr_fills, alloc_fills;
	struct plan_step *steps; /* inputs and expectations, in order */
	size_t nr_steps, alloc_steps;
};

/* The file's plan; everything lives in the arena. */
bool plan_read(struct arena *arena, struct str path, struct plan *plan,
	       struct error *err);

/* Scenarios that were loaded: many plans play the same few. Zeroed, it is
 * empty. */
struct shelf {
	struct arena arena;
	const struct scenario **scenarios;
	struct str *names;
	size_t nr, alloc, alloc_names;
};

/* scenarios/ID.yaml, or the path itself, from the shelf, where it stays;
 * problems are printed. A plan with fills has one of its own. */
const struct scenario *plan_scenario(struct shelf *shelf,
				     const struct plan *plan);
void shelf_release(struct shelf *shelf);

struct session *plan_session(const struct plan *plan,
			     const struct scenario *scenario,
			     const struct rubric *rubric);

/* Is the step an input: act, you or pick? */
bool plan_is_input(const struct plan_step *step);
bool plan_input(const struct plan_step *step, struct session *session,
		struct error *err);

#endif
