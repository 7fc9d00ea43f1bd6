/* A rehearsal from inside: what play.c and the play_*.c share. Layer: io,
 * internal. */
#ifndef IO_PLAY_PARTS_H
#define IO_PLAY_PARTS_H

#include "rehearse/play.h"

struct play {
	const struct scenario *scenario;
	const struct rubric *rubric;
	const struct play_clock *clock;
	struct session_options options;
	struct session *session;
	struct transcript transcript;
	struct journal journal;
	size_t saved; /* bytes of the transcript that are on the disk */
	struct str path;
	struct error trouble; /* ERROR_NONE: none */
	uint64_t started;
	struct play_trace *trace; /* NULL: none */
	bool exam, unaided;
	bool finished; /* nothing happened after the last result */
	struct str *prepared; /* the preparation sheet */
	size_t nr_prepared;
	struct waiver *waivers;
	size_t nr_waivers, alloc_waivers;
	struct arena arena;
};

/* Keeps what was prepared, as it goes into a transcript. */
void play_keep_prepared(struct play *play, const struct str *prepared,
			size_t nr);

/* After an event: it goes to the disk, and a result is out of date. */
void play_record(struct play *play);

/* Writes down the turns made since there were `before`. */
void play_record_turns(struct play *play, size_t before, int64_t at);

/*
 * A new name in a directory: the moment, an id and a part that is drawn, since
 * several may begin in one second.
 */
struct str play_new_name(struct arena *arena, struct str directory,
			 const struct play_clock *clock, struct str id,
			 int tries);

/* A new file in options->sessions, under the first such name that is free. */
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
