/* A room from inside: what the room_*.c share. Layer: io, internal. */
#ifndef IO_ROOM_PARTS_H
#define IO_ROOM_PARTS_H

#include "rehearse/room.h"

struct room {
	struct room_options options;
	struct str folder;
	struct hour *hour;
	struct journal log;
	struct play **plays; /* of each conversation; NULL: it is lost */
	size_t nr_plays, alloc_plays;
	bool resumed, unused; /* unused: nothing has happened yet */
	uint64_t started; /* by the clock: second 0 of the hour */
	uint64_t at;      /* without one */
	struct error trouble; /* ERROR_NONE: none but the plays' own */
	struct arena arena;
};

/* Remembers the first thing that went wrong. */
void room_note(struct room *room, const struct error *err);

/* ---- room_log.c: the inputs on the disk --------------------------------- */

void log_header(const struct drill *drill, bool solo, struct strbuf *out);
void log_event(const struct hour_event *event, struct strbuf *out);

/* A log read back. Lines that a tear left behind are counted. */
struct drill_log {
	struct str id, hash; /* of the drill */
	bool solo;
	struct hour_event *events;
	unsigned *lines; /* of each */
	size_t nr;
	unsigned torn;
};
/* Strings are slices of the bytes. */
bool log_read(struct arena *arena, struct str path, struct str bytes,
	      struct drill_log *log, struct error *err);
/* The hour they lead to; NULL when they do not. */
struct hour *log_replay(const struct drill_log *log, const struct drill *drill,
			struct str path, struct error *err);
struct str log_path(struct arena *arena, struct str folder);

/* ---- room_talk.c: the conversations ------------------------------------- */

/* Opens what the hour has begun and closes what it has left. */
void room_follow(struct room *room);
/* The same after an interruption: from their files. */
bool room_follow_again(struct room *room, struct error *err);
/* P1, or the name as it can stand in that of a file. */
struct str room_label(const struct room *room, struct arena *arena,
		      size_t person);

#endif
