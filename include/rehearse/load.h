/*
 * YAML files into checked structs. All errors of a file are found in one
 * run, each at path:line:column with its mend.
 *
 * Layer: io (libyaml's events into field tables, io/yaml.c).
 */
#ifndef REHEARSE_LOAD_H
#define REHEARSE_LOAD_H

#include "rehearse/drill.h"
#include "rehearse/pool.h"
#include "rehearse/rubric.h"
#include "rehearse/scenario.h"

/* A user's value for a fill: {name} stands for value. */
struct fill_choice {
	struct str name, value;
};

/*
 * A scenario from the bytes of its file. `path` is for messages (borrowed).
 * Fills named in choices take those values, the others their defaults; an
 * unknown name is a problem. NULL with all problems when there are any.
 * Everything lives in the arena; the bytes are borrowed no longer.
 */
const struct scenario *scenario_load(struct arena *arena, struct str path,
				     struct str bytes,
				     const struct fill_choice *choices,
				     size_t nr_choices,
				     struct problems *problems);

/* What the file of a rubric says; to be compiled. */
bool rubric_load(struct arena *arena, struct str path, struct str bytes,
		 struct rubric_source *source, struct problems *problems);

/* Lines to play with; they live in the arena. */
bool pool_load(struct arena *arena, struct str path, struct str bytes,
	       struct pool *pool, struct problems *problems);

/* A drill; its scenarios are not looked at (library_rounds()). */
const struct drill *drill_load(struct arena *arena, struct str path,
			       struct str bytes, struct problems *problems);

#endif
