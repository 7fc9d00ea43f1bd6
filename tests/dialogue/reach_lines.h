/*
 * Lines for a random player: written ones, and ones made from a scenario's
 * own phrases and replies.
 */
#ifndef TESTS_DIALOGUE_REACH_LINES_H
#define TESTS_DIALOGUE_REACH_LINES_H

#include "rehearse/scenario.h"

struct reach_line {
	struct str text;
	uint64_t behaviours;    /* what a written line is meant to show */
	uint64_t facts, topics; /* what it tells and asks in any scene */
};

struct reach_lines {
	struct reach_line *items;
	size_t nr, alloc;
};

/* yaml: the bytes of the scenario's file. */
struct reach_lines reach_lines_for(struct arena *arena,
				   const struct scenario *scenario,
				   struct str yaml, uint64_t seed);

#endif
