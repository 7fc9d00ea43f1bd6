/*
 * Preloaded, it lets the FAULT_AT-th call of a program that touches a file
 * fail with the number FAULT_ERRNO, with FAULT_ON also all that follow; with
 * the number 0 a write takes half of its bytes. Standard error is spared, for
 * words are expected there. A program that calls less often writes nothing
 * to FAULT_HIT; one that was failed creates that file.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static unsigned long asked, fail_at;
static int fail_with;
static bool fail_on;

__attribute__((constructor)) static void begin(void)
{
	const char *at = getenv("FAULT_AT"), *with = getenv("FAULT_ERRNO");

	fail_at = at ? strtoul(at, NULL, 10) : 0;
	fail_with = with ? (int)strtoul(with, NULL, 10) : EIO;
	fail_on = getenv("FAULT_ON") != NULL;
	asked = 0;
}

static bool fails(void)
{
	const char *hit;

	asked++;
	if (!fail_at || asked < fail_at || (asked > fail_at && !fail_on))
		return false;
	hit = getenv("FAULT_HIT");
	if (asked == fail_at && hit)
		syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, hit,
					   O_CREAT | O_WRONLY, 0600));
	errno = fail_with;
	return true;
}

/* A call that waits for nothing is not interrupted. */
static bool fails_at_once(void)
{
	return fail_with && fail_with != EINTR && fails();
}

ssize_t write(int fd, const void *bytes, size_t nr)
{
	if (fd != STDERR_FILENO && fails()) {
		if (fail_with)
			return -1;
		nr = (nr + 1) / 2;
	}
	return syscall(SYS_write, fd, bytes, nr);
}

ssize_t read(int fd, void *bytes, size_t nr)
{
	if (fail_with && fails())
		return -1;
	return syscall(SYS_read, fd, bytes, nr);
}

int open(const char *path, int flags, ...)
{
	unsigned mode = 0;
	va_list rest;

	va_start(rest, flags);
	if (flags & O_CREAT)
		mode = va_arg(rest, unsigned);
	va_end(rest);
	if (fail_with && fails())
		return -1;
	return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int fsync(int fd)
{
	if (fail_with && fails())
		return -1;
	return (int)syscall(SYS_fsync, fd);
}

int ftruncate(int fd, off_t length)
{
	return fails_at_once() ? -1 : (int)syscall(SYS_ftruncate, fd, length);
}

int mkdir(const char *path, mode_t mode)
{
	return fails_at_once() ? -1 : (int)syscall(SYS_mkdir, path, mode);
}

int rename(const char *from, const char *to)
{
	return fails_at_once() ? -1 : (int)syscall(SYS_rename, from, to);
}
