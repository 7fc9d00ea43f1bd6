#include "rehearse/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The first piece of a file whose length is not known: a pipe. */
enum { FIRST_PIECE = 1 << 16 };

static bool refuse(struct error *err, enum error_kind kind, struct str path,
		   const char *why)
{
	error_set(err, kind, "%s", why);
	err->path = path;
	return false;
}

static bool refuse_long(struct error *err, struct str path, size_t max)
{
	error_set(err, ERROR_DATA, "the file is too long: at most %zu MiB",
		  max >> 20);
	err->path = path;
	return false;
}

static const char *why_not_opened(int code)
{
	switch (code) {
	case ENOENT:
	case ENOTDIR:
		return "there is no such file";
	case EACCES:
	case EPERM:
		return "reading this file is not permitted";
	case ENXIO:
	case EISDIR:
		return "this is not a regular file";
	default:
		return strerror(code);
	}
}

/* O_NONBLOCK: a FIFO nobody writes to must not hold up the program. */
static int open_to_read(struct str path)
{
	const int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;
	struct arena arena = { 0 };
	const char *name = arena_str(&arena, path).ptr;
	int fd, why;

	do
		fd = open(name, flags);
	while (fd < 0 && errno == EINTR);
	why = errno;
	arena_release(&arena);
	errno = why;
	return fd;
}

bool file_open(struct str path, int *opened, size_t *length,
	       struct error *err)
{
	int fd = open_to_read(path);
	struct stat info;

	if (fd < 0)
		return refuse(err, ERROR_NO_INPUT, path,
			      why_not_opened(errno));
	if (fstat(fd, &info)) {
		refuse(err, ERROR_IO, path, strerror(errno));
	} else if (S_ISDIR(info.st_mode)) {
		refuse(err, ERROR_NO_INPUT, path,
		       "this is a directory; name a file in it");
	} else if (!S_ISREG(info.st_mode)) {
		refuse(err, ERROR_NO_INPUT, path,
		       "this is not a regular file; pipe it in as -");
	} else {
		*opened = fd;
		*length = (size_t)info.st_size;
		return true;
	}
	close(fd);
	return false;
}

/*
 * Shall a call that failed be made again? After EINTR at once; where another
 * program left the file non-blocking, when it is ready.
 */
static bool try_again(int fd, short events)
{
	struct pollfd waiting = { .fd = fd, .events = events };

	if (errno == EINTR)
		return true;
	return errno == EAGAIN &&
	       (poll(&waiting, 1, -1) >= 0 || errno == EINTR);
}

ssize_t file_read_some(int fd, void *into, size_t max)
{
	ssize_t got;

	do
		got = read(fd, into, max);
	while (got < 0 && try_again(fd, POLLIN));
	return got;
}

/* Up to one byte more than max, so that a longer file is noticed. */
static bool read_all(struct arena *arena, int fd, struct str path,
		     size_t first, size_t max, struct str *bytes,
		     struct error *err)
{
	size_t alloc = first, len = 0;
	char *memory = arena_alloc(arena, alloc, 1);

	for (;;) {
		ssize_t got;

		memory = arena_grow(arena, memory, len, &alloc, 1);
		got = file_read_some(fd, memory + len, alloc - len);
		if (got < 0)
			return refuse(err, ERROR_IO, path, strerror(errno));
		if (!got)
			break;
		len += (size_t)got;
		if (len > max)
			return refuse_long(err, path, max);
	}
	*bytes = (struct str){ memory, len };
	return true;
}

bool file_read(struct arena *arena, struct str path, size_t max,
	       struct str *bytes, struct error *err)
{
	size_t length;
	bool read;
	int fd;

	if (str_equal(path, STR("-")))
		return read_all(arena, STDIN_FILENO, STR("standard input"),
				FIRST_PIECE, max, bytes, err);
	if (!file_open(path, &fd, &length, err))
		return false;
	if (length > max)
		read = refuse_long(err, path, max);
	else
		read = read_all(arena, fd, path, length + 1, max, bytes, err);
	close(fd);
	return read;
}

static const char *why_not_written(int code)
{
	switch (code) {
	case ENOSPC:
		return "the disk is full";
	case EDQUOT:
		return "your quota of disk space is used up";
	case EROFS:
		return "this disk cannot be written to";
	case EFBIG:
		return "the file would become longer than is permitted";
	case EPIPE:
		return "nobody reads at the other end";
	case EIO:
		return "the disk reports an error";
	default:
		return strerror(code);
	}
}

bool file_write_all(int fd, struct str bytes, struct error *err)
{
	size_t done = 0;

	while (done < bytes.len) {
		ssize_t put = write(fd, bytes.ptr + done, bytes.len - done);

		if (put < 0 && try_again(fd, POLLOUT))
			continue;
		if (put < 0)
			return refuse(err, ERROR_IO, STR(""),
				      why_not_written(errno));
		done += (size_t)put;
	}
	return true;
}

static const char *why_not_created(int code)
{
	switch (code) {
	case EEXIST:
		return "there is a file of that name already, and it is left "
		       "as it is; choose another name";
	case ENOENT:
		return "there is no such directory";
	case EACCES:
	case EPERM:
		return "making a file here is not permitted";
	default:
		return why_not_written(code);
	}
}

bool file_create(struct str path, struct str bytes, struct error *err)
{
	struct arena arena = { 0 };
	const char *name = arena_str(&arena, path).ptr;
	bool written;
	int fd;

	do
		fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	while (fd < 0 && errno == EINTR);
	if (fd < 0) {
		refuse(err, ERROR_CANNOT_CREATE, path, why_not_created(errno));
		arena_release(&arena);
		return false;
	}
	written = file_write_all(fd, bytes, err);
	if (close(fd) && written)
		written = refuse(err, ERROR_IO, path, why_not_written(errno));
	if (!written) {
		err->path = path;
		unlink(name);
	}
	arena_release(&arena);
	return written;
}

bool file_is_there(struct str path)
{
	struct arena arena = { 0 };
	struct stat info;
	bool there = !lstat(arena_str(&arena, path).ptr, &info);

	arena_release(&arena);
	return there;
}

struct str file_directory(struct str path)
{
	size_t end = path.len;

	while (end && path.ptr[end - 1] != '/')
		end--;
	if (!end)
		return STR(".");
	return str_slice(path, 0, end > 1 ? end - 1 : 1);
}

int file_sync(int fd)
{
	int result;

	do
		result = fsync(fd);
	while (result < 0 && errno == EINTR);
	return result;
}

/* Some file systems cannot sync a directory and say so with EINVAL: there is
 * nothing more to be done on those. */
bool file_sync_directory(struct str path, struct error *err)
{
	int fd = open_to_read(path);
	int result, problem;

	if (fd < 0)
		return error_set(err, ERROR_IO, STR_FMT " cannot be opened to "
				 "save its list of files: %s", STR_ARG(path),
				 strerror(errno));
	result = file_sync(fd);
	problem = errno;
	close(fd);
	if (result < 0 && problem != EINVAL)
		return error_set(err, ERROR_IO, "the disk did not confirm the "
				 "new file in " STR_FMT ": %s", STR_ARG(path),
				 strerror(problem));
	return true;
}

static bool make_directory(const char *name, struct str path,
			   struct error *err)
{
	struct stat info;

	if (!mkdir(name, 0700))
		return file_sync_directory(file_directory(str_from(name)),
					   err);
	if (errno != EEXIST && errno != EISDIR)
		return refuse(err, ERROR_CANNOT_CREATE, path,
			      errno == EACCES
				      ? "making this directory is not permitted"
				      : why_not_written(errno));
	if (!stat(name, &info) && S_ISDIR(info.st_mode))
		return true;
	return refuse(err, ERROR_CANNOT_CREATE, path,
		      "a file stands where a directory should be");
}

bool file_make_directories(struct str path, struct error *err)
{
	struct strbuf name = { 0 };
	bool made = true;

	for (size_t i = 1; made && i <= path.len; i++) {
		if (i < path.len && path.ptr[i] != '/')
			continue;
		strbuf_truncate(&name, 0);
		strbuf_add(&name, str_slice(path, 0, i));
		made = make_directory(name.ptr, path, err);
	}
	strbuf_release(&name);
	return made;
}
