/*
 * A journal keeps one promise: what it said is saved is on the disk. So it
 * makes the directory entry durable as well as the bytes, and remembers how
 * long the file is with whole events only, to cut off what a full disk took
 * half of.
 */
#include "rehearse/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rehearse/file.h"

static bool cannot_create(struct error *err, struct str path)
{
	int problem = errno;

	if (problem == EEXIST || problem == ELOOP)
		error_set(err, ERROR_CANNOT_CREATE, "there is a file of that "
			  "name already, and rehearsals are never written "
			  "over; choose another name or move it away");
	else
		error_set(err, ERROR_CANNOT_CREATE, "the file cannot be made: "
			  "%s", strerror(problem));
	err->path = path;
	return false;
}

static int open_again_when_interrupted(const char *path, int flags)
{
	int fd;

	do {
		fd = open(path, flags | O_NOFOLLOW | O_CLOEXEC, 0600);
	} while (fd < 0 && errno == EINTR);
	return fd;
}

/*
 * One rehearsal a file: nobody else goes on with it meanwhile, nor has since
 * it was `length` long. The system lets go of it when the program ends,
 * however it ends. Where files cannot be held, they are not.
 */
static bool hold(int fd, size_t length, struct str path, struct error *err)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	struct stat now;
	bool held = fcntl(fd, F_SETLK, &whole) == 0 ||
		    (errno != EACCES && errno != EAGAIN);

	if (held && fstat(fd, &now) == 0 && now.st_size == (off_t)length)
		return true;
	error_set(err, ERROR_IO, "another rehearsal is going on in this file");
	err->path = path;
	return false;
}

bool journal_create(struct journal *journal, struct str path,
		    struct error *err)
{
	struct arena arena = { 0 };
	const char *name = arena_str(&arena, path).ptr;
	struct str directory = file_directory(path);
	bool made = false;
	int fd = -1;

	if (!path.len || memchr(path.ptr, '\0', path.len)) {
		error_set(err, ERROR_CANNOT_CREATE,
			  "that is no name for a file");
		goto out;
	}
	if (!file_make_directories(directory, err)) {
		err->kind = ERROR_CANNOT_CREATE;
		goto out;
	}
	fd = open_again_when_interrupted(name, O_WRONLY | O_CREAT | O_EXCL);
	if (fd < 0) {
		cannot_create(err, path);
		goto out;
	}
	if (!hold(fd, 0, path, err)) {
		close(fd);
		goto out;
	}
	if (!file_sync_directory(directory, err)) {
		unlink(name);
		close(fd);
		goto out;
	}
	*journal = (struct journal){ .fd = fd };
	made = true;
out:
	/* the path is the caller's: the message may outlive this arena */
	if (!made)
		err->path = path;
	arena_release(&arena);
	return made;
}

static struct str with_line_feed(struct arena *arena, struct str bytes)
{
	char *copy = arena_alloc(arena, bytes.len + 1, 1);

	memcpy(copy, bytes.ptr, bytes.len);
	copy[bytes.len] = '\n';
	return (struct str){ copy, bytes.len + 1 };
}

bool journal_reopen(struct journal *journal, struct str path, size_t max,
		    struct arena *arena, struct str *bytes, struct error *err)
{
	struct arena names = { 0 };
	struct journal opened = JOURNAL_CLOSED;
	struct str before;

	if (!file_read(arena, path, max, &before, err))
		return false;
	opened.fd = open_again_when_interrupted(arena_str(&names, path).ptr,
						O_WRONLY | O_APPEND);
	arena_release(&names);
	if (opened.fd < 0) {
		error_set(err, ERROR_IO, "the file cannot be continued: %s",
			  strerror(errno));
		err->path = path;
		return false;
	}
	if (!hold(opened.fd, before.len, path, err)) {
		journal_close(&opened);
		return false;
	}
	opened.length = (off_t)before.len;
	if (before.len && before.ptr[before.len - 1] != '\n') {
		if (!journal_append(&opened, STR("\n"), err)) {
			journal_close(&opened);
			return false;
		}
		before = with_line_feed(arena, before);
	}
	*journal = opened;
	*bytes = before;
	return true;
}

bool journal_append(struct journal *journal, struct str event,
		    struct error *err)
{
	if (journal->broken || journal->fd < 0)
		return error_set(err, ERROR_IO, "the disk failed before; "
				 "nothing more is written to this file");
	if (!file_write_all(journal->fd, event, err)) {
		/* whole events only; where even that fails, leave the file */
		if (ftruncate(journal->fd, journal->length) < 0 ||
		    lseek(journal->fd, journal->length, SEEK_SET) < 0)
			journal->broken = true;
		return false;
	}
	if (file_sync(journal->fd) < 0) {
		journal->broken = true;
		return error_set(err, ERROR_IO, "the disk did not confirm "
				 "what was written: %s", strerror(errno));
	}
	journal->length += (off_t)event.len;
	return true;
}

void journal_close(struct journal *journal)
{
	if (journal->fd >= 0)
		close(journal->fd);
	*journal = JOURNAL_CLOSED;
}
