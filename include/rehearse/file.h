/*
 * Files as the program touches them: read whole and within a limit, only
 * regular ones unless asked for "-"; written so that what is confirmed is on
 * the disk. EINTR is invisible, a short write is continued.
 *
 * Layer: io.
 */
#ifndef REHEARSE_FILE_H
#define REHEARSE_FILE_H

#include <sys/types.h>

#include "rehearse/error.h"

enum file_limit {
	FILE_MAX_SCENARIO = 8 << 20,   /* and rubrics, drills */
	FILE_MAX_TRANSCRIPT = 16 << 20,
};

/*
 * The whole file ("-": standard input), at most max bytes. Fails with
 * ERROR_NO_INPUT when it is not there or no regular file, ERROR_DATA when it
 * is too long, ERROR_IO when reading fails.
 */
bool file_read(struct arena *arena, struct str path, size_t max,
	       struct str *bytes, struct error *err);

/*
 * Opens a regular file for reading; whoever asked closes it. Fails with
 * ERROR_NO_INPUT when it is not there or none, ERROR_IO when it cannot be
 * looked at.
 */
bool file_open(struct str path, int *fd, size_t *length, struct error *err);

/*
 * read(2), but it waits where the file does not block, too: whoever shares a
 * pipe or a terminal with us may have made it so.
 */
ssize_t file_read_some(int fd, void *into, size_t max);

/* Writes all bytes or says why not (ERROR_IO). */
bool file_write_all(int fd, struct str bytes, struct error *err);

/* A new file of these bytes; never one in the place of another. */
bool file_create(struct str path, struct str bytes, struct error *err);

/* The name is taken: by a file, a directory, a link to anywhere. */
bool file_is_there(struct str path);

/* Makes the directory and its parents, 0700, to last like what is put there:
 * a name that a power cut takes away takes the file with it. */
bool file_make_directories(struct str path, struct error *err);

/* The part of the path before the last slash; "." without one. */
struct str file_directory(struct str path);

/* fsync(2) of a file; of a directory's list of files. */
int file_sync(int fd);
bool file_sync_directory(struct str path, struct error *err);

#endif
