/*
 * A file that only grows, an event at a time: when journal_append() has
 * returned true, the event is on the disk.
 *
 * Files are 0600 and never written over; their directories are made, 0700,
 * where they are missing. A write that fails (a full disk) is taken back, so
 * that the file still ends with a whole event and a later append may try
 * again. After a failed fsync the kernel may have dropped what it held, and
 * asking again would be answered with a lie: the journal is broken for good
 * and everything has to be written somewhere else.
 *
 * Layer: io.
 */
#ifndef REHEARSE_JOURNAL_H
#define REHEARSE_JOURNAL_H

#include <sys/types.h>

#include "rehearse/error.h"

struct journal {
	int fd;       /* -1: closed */
	off_t length; /* bytes known to be whole events */
	bool broken;
};

#define JOURNAL_CLOSED ((struct journal){ .fd = -1 })

/* A new file; fails with ERROR_CANNOT_CREATE where there is one already. */
bool journal_create(struct journal *journal, struct str path,
		    struct error *err);

/*
 * An existing file, to be continued. What it holds goes into bytes. Where the
 * last line was torn off a line feed is added, to the file and to bytes, so
 * that the torn event is never glued to the next.
 */
bool journal_reopen(struct journal *journal, struct str path, size_t max,
		    struct arena *arena, struct str *bytes,
		    struct error *err);

/* One write and one fsync. */
bool journal_append(struct journal *journal, struct str event,
		    struct error *err);

void journal_close(struct journal *journal);

#endif
