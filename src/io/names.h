/*
 * The names a mapping gives to what it holds (facts, scenes, rules), in the
 * order of the file: a name's index is its place. Looked up by hash, so that
 * ten thousand scenes that name each other load at once.
 *
 * Layer: io, internal.
 */
#ifndef REHEARSE_IO_NAMES_H
#define REHEARSE_IO_NAMES_H

#include "yaml.h"

struct names {
	const char *what;              /* "fact", for messages */
	struct str *ids;               /* in the tree of the file */
	const struct yaml_node **keys; /* where they stand */
	size_t nr;
	uint32_t *slots; /* index + 1; 0: free */
	size_t nr_slots; /* a power of two, or 0 */
};

/*
 * Names of the keys of map (NULL: none), at most max. Problems with
 * names are listed, and every key has its place all the same.
 */
void names_collect(struct yaml *yaml, const struct yaml_node *map,
		   const char *what, const char *signs, size_t max,
		   struct names *names);

/* The index, or -1. */
int names_find(const struct names *names, struct str id);

/* The index of what a text names; -1 with a problem if there is none. */
int names_resolve(struct yaml *yaml, const struct names *names,
		  const struct yaml_node *node);

/* Field reader: the id of the whole file, which is the file's name. */
void names_read_id(struct yaml *yaml, const struct yaml_field *field,
		   const struct yaml_node *value, void *target);

#endif
