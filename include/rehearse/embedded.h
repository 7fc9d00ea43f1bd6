/*
 * What is built into the program: the compiled rubric, the shipped scenarios
 * with an index (so that a list parses nothing), the lines scenarios are tried
 * with, schemas for editors, and the word list typo mending knows words by.
 * Written by src/embed when the program is built.
 *
 * Layer: io.
 */
#ifndef REHEARSE_EMBEDDED_H
#define REHEARSE_EMBEDDED_H

#include "rehearse/pool.h"
#include "rehearse/text.h"

struct embedded_scenario {
	struct str id, title, summary;
	struct str tags; /* "billing, first-call" */
	enum kind kind;
	enum level level;
	int minutes;
	struct str bytes; /* the YAML file */
};

/* What a kind of file may hold, as JSON Schema (draft-07). */
struct embedded_schema {
	struct str id; /* "scenario" */
	struct str bytes;
};

struct embedded {
	struct str rubric;      /* image, for rubric_open() */
	struct str rubric_yaml; /* its source, to copy and change */
	const struct embedded_scenario *scenarios; /* by id */
	size_t nr_scenarios;
	/* what calls of one's own are made of (own_call.h) */
	const struct embedded_scenario *now;
	size_t nr_now;
	/* what new scripts begin as, one of each kind */
	const struct embedded_scenario *templates;
	size_t nr_templates;
	const struct embedded_schema *schemas;
	size_t nr_schemas;
	/* the summary of a drill is its sum; it has no kind, level and tags */
	const struct embedded_scenario *drills;
	size_t nr_drills;
	struct pool pool;
	struct spelling spelling;
};

const struct embedded *embedded(void);

/* The one of that id among the scenarios, calls, templates or drills; NULL:
 * there is none. */
const struct embedded_scenario *
embedded_find(const struct embedded_scenario *among, size_t nr, struct str id);

#endif
