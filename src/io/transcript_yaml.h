/* One document of a transcript. Layer: io, internal. */
#ifndef IO_TRANSCRIPT_YAML_H
#define IO_TRANSCRIPT_YAML_H

#include "rehearse/transcript.h"

struct document {
	enum event_kind kind;
	struct transcript_header header; /* EVENT_HEADER */
	struct event event;              /* any other */
};

/*
 * Reads the bytes between the `---` of that line and the `...`. What it says
 * lives in the arena; path is for messages (borrowed).
 */
bool transcript_document(struct arena *arena, struct str path,
			 struct str bytes, unsigned line,
			 struct document *document, struct error *err);

#endif
