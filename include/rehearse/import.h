/*
 * Transcripts people bring: one reader a format, one result. Lines are in
 * order, neighbouring lines of one speaker are joined, and every line knows
 * where in its file it began.
 *
 * Layer: io.
 */
#ifndef REHEARSE_IMPORT_H
#define REHEARSE_IMPORT_H

#include "rehearse/error.h"
#include "rehearse/report.h"

enum import_limit {
	IMPORT_MAX_LINE = 64 << 10, /* bytes */
	IMPORT_MAX_SPEAKERS = 200,
	IMPORT_MAX_TURN = 64 << 10, /* bytes */
	IMPORT_MAX_TURNS = 10000,
	IMPORT_MAX_WORDS = 1 << 20, /* bytes of all that is said */
};

struct conversation {
	struct spoken *lines;
	size_t nr_lines, alloc_lines;
	struct str *speakers; /* in the order they first speak */
	size_t nr_speakers, alloc_speakers;
	char *room; /* where the last line's text grows */
	size_t alloc_room;
	size_t said; /* bytes of all lines */
};

/* Speaker `from` is called `to` instead. */
struct speaker_map {
	struct str from, to;
};

struct import_options {
	const struct str *me; /* names, or the beginning of one */
	size_t nr_me;
	const struct speaker_map *map;
	size_t nr_map;
};

/*
 * The text every reader begins with: without a byte order mark, every line
 * ended by one line feed, checked to be UTF-8 in lines of at most
 * IMPORT_MAX_LINE bytes.
 */
bool import_text(struct arena *arena, struct str path, struct str bytes,
		 struct str *text, struct error *err);

/*
 * `Name: what was said`, with or without a time before the name; a line
 * without a name goes on with what was said before. `text` is from
 * import_text().
 */
bool import_lines(struct arena *arena, struct str path, struct str text,
		  const struct import_options *options,
		  struct conversation *conversation, struct error *err);

/*
 * Appends what a speaker says; it is joined to the line before if that is
 * theirs too. Fails with more speakers or turns than a conversation has.
 */
bool conversation_add(struct conversation *conversation, struct arena *arena,
		      struct str path, const struct spoken *line,
		      struct error *err);

/*
 * Takes out what a listener says while the other goes on ("We tested it,"
 * "mm-hm" "but too late."), so that it does not end the other's turn. Only
 * where the sentence plainly goes on behind it.
 */
void conversation_join(struct conversation *conversation,
		       struct arena *arena);

/*
 * Marks the lines that are to be judged: those of options->me, or of a
 * speaker called Me or You. Fails with ERROR_USAGE, naming the speakers
 * there are, when that finds nobody.
 */
bool conversation_mark(struct conversation *conversation, struct str path,
		       const struct import_options *options,
		       struct error *err);

/* The name of the map for a speaker, or the speaker's own. */
struct str import_name(const struct import_options *options,
		       struct str speaker);

/* Is the speaker called so, or does the name begin so? ASCII letters compare
 * alike whatever their case. */
bool import_name_begins(struct str speaker, struct str name);

#endif
