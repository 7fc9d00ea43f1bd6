/*
 * A file of a conversation, read and judged: a rehearsal of ours is played
 * again, anything else is read as what people said.
 */
#ifndef CLI_READING_H
#define CLI_READING_H

#include "options.h"
#include "rehearse/report.h"
#include "rehearse/transcript.h"

struct reading {
	const struct report *report;
	/* a rehearsal of ours: its notes, objections, preparation */
	bool is_rehearsal;
	struct transcript_file file;
	struct session *session; /* what the report was made of, or NULL */
};

/*
 * Reads `bytes` of the file `path`; everything lives in the arena but the
 * session. Complains by itself and returns an exit status; 0: done.
 */
int reading_open(struct reading *reading, struct arena *arena,
		 const struct options *options, const struct rubric *rubric,
		 struct str path, struct str bytes);
void reading_release(struct reading *reading);

#endif
