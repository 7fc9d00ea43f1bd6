/*
 * What went wrong, in words for the person who must mend it.
 *
 * A function that can fail returns bool and takes a struct error last; it is
 * filled exactly when false comes back, and the function's outputs are then
 * untouched. Checks that can find many things collect them in a struct
 * problems. Messages are sentences without the place; error_print() puts
 * `file:line:column: ` before them. Lines and columns count from 1, columns
 * in characters; 0 means none.
 *
 * Layer: core.
 */
#ifndef REHEARSE_ERROR_H
#define REHEARSE_ERROR_H

#include "rehearse/arena.h"
#include "rehearse/str.h"

/* The values are the exit statuses of the program (after sysexits.h). */
enum error_kind {
	ERROR_NONE = 0,
	ERROR_ANSWER_NO = 1, /* the answer is no: a threshold, a difference */
	ERROR_USAGE = 64,
	ERROR_DATA = 65, /* a file is not what it should be */
	ERROR_NO_INPUT = 66,
	ERROR_BUG = 70,
	ERROR_CANNOT_CREATE = 73,
	ERROR_IO = 74,
	ERROR_INTERRUPTED = 130,
};

struct error {
	enum error_kind kind;
	struct str path; /* borrowed; empty: no file */
	unsigned line, column;
	char text[480]; /* UTF-8, NUL-terminated, cut at a character */
};

/* Fills the error without a place; returns false, to be returned. */
__attribute__((format(printf, 3, 4)))
bool error_set(struct error *err, enum error_kind kind, const char *format,
	       ...);

/* Fills the error with its place; returns false. */
__attribute__((format(printf, 5, 6)))
bool error_at(struct error *err, struct str path, unsigned line,
	      unsigned column, const char *format, ...);

__attribute__((format(printf, 5, 0)))
bool error_at_v(struct error *err, struct str path, unsigned line,
		unsigned column, const char *format, va_list args);

/* "path:line:column: text"; parts that are not known are left out. */
void error_print(const struct error *err, struct strbuf *out);

enum { PROBLEMS_MAX = 200 };

/* A list of errors, in the order found; zeroed is empty. */
struct problems {
	struct error *errors;
	size_t nr, alloc;
	size_t dropped; /* found after PROBLEMS_MAX were listed */
};

/* Lives in the arena. The path of err is borrowed. */
void problems_add(struct problems *problems, struct arena *arena,
		  const struct error *err);

/* By line, then column; what was found first stays first. */
void problems_sort(struct problems *problems);

#endif
