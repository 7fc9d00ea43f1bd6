/*
 * One small YAML document as a tree, for formats that are a stream of small
 * documents (transcripts). Scenarios and rubrics are read without a tree.
 *
 * Nodes live in the arena. No aliases, anchors, tags or merge keys; depth is
 * limited while the document is read, for libyaml has no limit of its own.
 */
#ifndef IO_TREE_H
#define IO_TREE_H

#include "rehearse/error.h"

/* Keys of one map are compared with one another. */
enum { TREE_MAX_KEYS = 256 };

enum tree_kind { TREE_SCALAR, TREE_LIST, TREE_MAP };

struct tree {
	enum tree_kind kind;
	struct str text;   /* scalars */
	bool quoted;       /* scalars: not plain */
	struct str key;    /* members of a map */
	struct tree *kids; /* the first member */
	struct tree *next; /* the next in the same list or map */
	unsigned line, column;
};

struct tree_limits {
	unsigned depth;
	unsigned first_line; /* of the bytes in their file */
};

/* path is for messages. */
bool tree_read(struct arena *arena, struct str path, struct str bytes,
	       const struct tree_limits *limits, struct tree **root,
	       struct error *err);

/* The member of a map, or NULL. */
const struct tree *tree_get(const struct tree *map, const char *key);
size_t tree_count(const struct tree *list);

#endif
