/*
 * Lines as they are typed: from standard input, waiting for them, or from a
 * script. A signal that ends the program is taken between two lines only, so
 * that the rehearsal can be brought to an end first.
 */
#ifndef CLI_TYPED_H
#define CLI_TYPED_H

#include <signal.h>

#include "rehearse/error.h"

enum typed_kind {
	TYPED_LINE,
	TYPED_END,         /* no more lines */
	TYPED_INTERRUPTED, /* a signal */
	TYPED_TOO_LONG,    /* a line that was skipped */
	TYPED_FAILED,      /* reading failed */
};

struct typed {
	bool from_script;
	struct str script; /* what is left of it */
	struct strbuf buf; /* standard input, read ahead */
	size_t taken;      /* of buf */
	bool ended;
	sigset_t while_waiting; /* the signals that may come then */
	struct str line;
	unsigned number; /* of that line, from 1 */
	struct error err; /* why reading failed */
};

/* Reads standard input; SIGINT, SIGTERM and SIGHUP wait for typed_next(). */
void typed_init(struct typed *typed);
void typed_init_script(struct typed *typed, struct str script);
/* The signals need not wait any more. */
void typed_release(struct typed *typed);

/* The line is valid until the next call. */
enum typed_kind typed_next(struct typed *typed);

#endif
