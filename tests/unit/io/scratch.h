/*
 * A directory of a test's own, removed with what is in it. The name goes
 * into the buffer; tests make their files below it.
 */
#ifndef TESTS_SCRATCH_H
#define TESTS_SCRATCH_H

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SCRATCH_MAX = 512 };

static inline void scratch_make(char directory[SCRATCH_MAX])
{
	const char *tmp = getenv("TMPDIR");

	snprintf(directory, SCRATCH_MAX, "%s/rehearse-test-XXXXXX",
		 tmp && *tmp ? tmp : "/tmp");
	if (!mkdtemp(directory))
		abort();
}

static inline int scratch_remove_one(const char *path,
				     const struct stat *status, int type,
				     struct FTW *at)
{
	(void)status;
	(void)type;
	(void)at;
	return remove(path);
}

static inline void scratch_remove(const char *directory)
{
	nftw(directory, scratch_remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

#endif
