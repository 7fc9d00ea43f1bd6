/*
 * Lines that people say in any such talk, good, neutral and bad: what a
 * player says beside the scenario's own words; and idle ones, by which facts
 * are tried that hear too much. Data, read from src/rubric/usual-lines.yaml.
 *
 * Layer: core; io/pool_yaml.c fills it.
 */
#ifndef REHEARSE_POOL_H
#define REHEARSE_POOL_H

#include "rehearse/terms.h"

struct pool_line {
	struct str say;
	enum conduct conduct; /* not mixed */
	uint64_t shows; /* BEHAVIOUR_BIT it is there for */
};

struct pool {
	const struct pool_line *lines;
	size_t nr;
	const struct pool_line *idle; /* tell nothing, whatever it is about */
	size_t nr_idle;
};

#endif
