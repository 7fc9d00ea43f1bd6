/*
 * The picture of a conversation: scenes, the ways between them and endings,
 * for programs that draw.
 *
 * Layer: core.
 */
#ifndef REHEARSE_GRAPH_H
#define REHEARSE_GRAPH_H

#include "rehearse/scenario.h"

enum graph_format { GRAPH_DOT, GRAPH_MERMAID, GRAPH_FORMAT_NR };
extern const struct terms graph_format_terms;

/* Appends the text of the picture; the same scenario, the same text. */
void scenario_graph(const struct scenario *scenario, enum graph_format format,
		    struct strbuf *out);

#endif
