/*
 * What a condition is made of, between its parser and its evaluation.
 *
 * Layer: core, internal to condition*.c.
 */
#ifndef REHEARSE_CORE_CONDITION_STEPS_H
#define REHEARSE_CORE_CONDITION_STEPS_H

#include "rehearse/condition.h"

enum condition_limit {
	CONDITION_MAX_STEPS = 200,
	CONDITION_MAX_NESTING = 16,
	/* a level of nesting leaves at most an `or` and an `and` waiting, and
	 * the names of a bracket one more */
	CONDITION_STACK = 2 * (CONDITION_MAX_NESTING + 1) + 2,
};

enum step_kind {
	STEP_COMPARE,
	STEP_HAS,
	STEP_DID,
	STEP_NOT,
	STEP_AND,
	STEP_OR,
};

enum comparison { LESS, AT_MOST, EQUAL, AT_LEAST, MORE, UNEQUAL };

struct step {
	unsigned char kind;       /* enum step_kind */
	unsigned char comparison; /* enum comparison */
	bool other;               /* HAS: just; DID: ever */
	short what;  /* COMPARE: variable; HAS: set; DID: behaviour or -1 */
	short value; /* COMPARE: number; HAS: member; DID: act or -1 */
	unsigned from, to; /* bytes of the source: the comparison, the name */
};

struct condition {
	struct str source;
	const struct step *steps;
	size_t nr;
};

/* Something with a value that is compared. SCORE_NONE: no comparison holds. */
struct condition_variable {
	const char *name;
	size_t offset; /* in struct condition_state, an int */
	int max;
	const struct terms *terms; /* compared with words */
	bool ordered;              /* the words have an order: level >= firm */
};
enum {
	VARIABLE_TRUST,
	VARIABLE_PATIENCE,
	VARIABLE_TURN,
	VARIABLE_LEVEL = 6,
	VARIABLE_CHANNEL,
	VARIABLE_ASKS,
	VARIABLE_NR, /* from here on: the principles */
};
extern const struct condition_variable condition_variables[VARIABLE_NR];

/* A set that is asked for one member: told(delay). */
struct condition_set {
	const char *name, *member;
	size_t so_far, now;     /* in struct condition_state, script_set */
	size_t names, nr_names; /* in struct condition_names */
};
enum { SET_TOLD, SET_ASKED, SET_KNOWS, SET_NR };
extern const struct condition_set condition_sets[SET_NR];

#endif
