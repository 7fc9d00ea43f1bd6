/*
 * The scenarios at hand: the shipped ones and the user's own in
 * $XDG_DATA_HOME/rehearse/scenarios, which win over shipped ones of the same
 * id (and the list says so). A name with a slash or ending in .yaml is a
 * file.
 *
 * Layer: io.
 */
#ifndef REHEARSE_LIBRARY_H
#define REHEARSE_LIBRARY_H

#include "rehearse/embedded.h"
#include "rehearse/load.h"
#include "rehearse/own_call.h"

struct library_item {
	struct str id, title, summary;
	struct str tags; /* "billing, first-call" */
	enum kind kind;
	enum level level;
	int minutes;
	struct str path; /* empty: shipped */
	bool shadows;    /* the user's own stands in for a shipped one */
	struct str fault; /* not empty: the file cannot be played, and why */
};

struct library {
	struct library_item *items; /* by kind, then id */
	size_t nr;
};

/* data_home: $XDG_DATA_HOME or its default; empty: shipped ones only. */
struct library library_list(struct arena *arena, struct str data_home,
			    const struct embedded *shipped);

/*
 * Finds a scenario's file by name, and its bytes; path is as shown in
 * messages. Not found: a problem of kind ERROR_NO_INPUT that names the
 * nearest id.
 */
bool library_read(struct arena *arena, struct str name, struct str data_home,
		  const struct embedded *shipped, struct str *path,
		  struct str *bytes, struct problems *problems);

/* Finds and loads it. */
const struct scenario *library_open(struct arena *arena, struct str name,
				    struct str data_home,
				    const struct embedded *shipped,
				    const struct fill_choice *choices,
				    size_t nr_choices,
				    struct problems *problems);

/* Where the user's own scenario of that id lies. */
struct str library_path(struct arena *arena, struct str data_home,
			struct str id);

/* Is it a file, rather than a name of the library? */
bool library_is_file(struct str name);

/* The same for a drill, among files and the shipped ones. */
bool library_read_drill(struct arena *arena, struct str name,
			const struct embedded *shipped, struct str *path,
			struct str *bytes, struct problems *problems);

/* The scenarios of a drill's rounds; NULL with problems when one cannot be
 * opened. */
const struct scenario **library_rounds(struct arena *arena,
				       const struct drill *drill,
				       struct str data_home,
				       const struct embedded *shipped,
				       struct problems *problems);

/* The template of that kind of call. */
struct str library_template(const struct embedded *shipped,
			    enum own_kind kind);

/* Where a call of one's own was put. */
struct library_made {
	struct str id, path;  /* path empty: it is in memory alone */
	struct error trouble; /* why, when there is a data_home */
};

/*
 * Makes a scenario of the answers and puts it among the user's own, in a file
 * that only they can read, under the first name of the day that is free:
 * now-20261121-1. `now` is the time as a clock tells it, or empty. Where it
 * cannot be saved it can still be played.
 */
const struct scenario *library_make(struct arena *arena,
				    const struct own_call *call,
				    struct str data_home,
				    const struct embedded *shipped,
				    struct str now, struct library_made *made,
				    struct problems *problems);

/* $XDG_DATA_HOME/rehearse (or ~/.local/share/rehearse); relative values of
 * the variable are ignored, as its specification asks. Empty: no home. */
struct str data_home(struct arena *arena);

#endif
