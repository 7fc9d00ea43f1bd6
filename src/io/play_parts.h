/* What play.c leaves to others. Layer: io, internal. */
#ifndef IO_PLAY_PARTS_H
#define IO_PLAY_PARTS_H

#include "rehearse/journal.h"
#include "rehearse/play.h"

/*
 * A new file in options->sessions: its name is the moment, the scenario's id
 * and a part that is drawn until there is no such file yet, since several
 * rehearsals may begin in one second.
 */
bool play_create_file(struct journal *journal, struct arena *arena,
		      const struct play_options *options, struct str id,
		      struct str *path, struct error *err);

/*
 * The text without characters that are not seen: the byte order and
 * direction marks a paste brings along. A transcript holds none.
 */
struct str play_seen(struct arena *arena, struct str text);

/*
 * What somebody typed, as it goes into a rehearsal: trimmed, without marks.
 * Refused where it is not UTF-8, too long, or holds escapes.
 */
bool play_words(struct arena *arena, struct str words, struct str *taken,
		struct error *err);

#endif
