/*
 * Between graph.c and graph_write.c: the elements of a picture. Private to
 * core.
 */
#ifndef CORE_GRAPH_PARTS_H
#define CORE_GRAPH_PARTS_H

#include "rehearse/graph.h"

enum node_look {
	LOOK_START,
	LOOK_SCENE,
	LOOK_ACTS, /* a scene in which one does something */
	LOOK_JUNCTION,
	LOOK_GOOD,
	LOOK_MIXED,
	LOOK_BAD,
	LOOK_NR,
};

/* A name that no other node has: s3 is the third scene. */
struct node_name {
	char kind; /* s: scene, e: ending; others stand alone */
	int number;
};

struct graph_style {
	void (*begin)(struct strbuf *out, struct str title);
	void (*node)(struct strbuf *out, struct node_name name,
		     enum node_look look, struct str label);
	void (*edge)(struct strbuf *out, struct node_name from,
		     struct node_name to, bool dashed, struct str label);
	void (*finish)(struct strbuf *out);
};

extern const struct graph_style graph_styles[GRAPH_FORMAT_NR];

#endif
