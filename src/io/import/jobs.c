/*
 * The filter by several processes. The parent cuts the input into blocks of
 * whole lines and deals one to each job, then collects the answers in the
 * same order: a job reads all of its block before it answers, so neither
 * side ever waits for the other to read.
 */
#include "rehearse/jsonl.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* The answer to a block is some fifteen times as long. */
enum { BLOCK = 32 << 10, PIECE = 8 << 10 };

struct job {
	pid_t pid;
	int fd; /* both ways */
};

/* What goes before the bytes of a block and of its answer. */
struct head {
	uint32_t len;
	uint32_t bad; /* error objects in the answer */
};

struct jobs {
	struct job items[JSONL_MAX_JOBS];
	unsigned nr;
};

static bool send_all(int fd, const void *bytes, size_t len)
{
	const char *at = bytes;

	while (len) {
		ssize_t sent = send(fd, at, len, MSG_NOSIGNAL);

		if (sent < 0 && errno == EINTR)
			continue;
		if (sent <= 0)
			return false;
		at += sent;
		len -= (size_t)sent;
	}
	return true;
}

static bool receive_all(int fd, void *bytes, size_t len)
{
	char *at = bytes;

	while (len) {
		ssize_t got = read(fd, at, len);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		at += got;
		len -= (size_t)got;
	}
	return true;
}

static bool send_block(int fd, struct str bytes, uint32_t bad)
{
	const struct head head = { (uint32_t)bytes.len, bad };

	return send_all(fd, &head, sizeof(head)) &&
	       send_all(fd, bytes.ptr, bytes.len);
}

static bool receive_block(int fd, struct strbuf *bytes, uint32_t *bad)
{
	struct head head;

	char piece[PIECE];

	strbuf_truncate(bytes, 0);
	if (!receive_all(fd, &head, sizeof(head)))
		return false;
	*bad = head.bad;
	while (bytes->len < head.len) {
		size_t len = head.len - bytes->len;

		if (len > sizeof(piece))
			len = sizeof(piece);
		if (!receive_all(fd, piece, len))
			return false;
		strbuf_add(bytes, (struct str){ piece, len });
	}
	return true;
}

/* What a job does until there are no more blocks. */
static void work(const struct rubric *rubric, int fd)
{
	struct strbuf block = { 0 }, out = { 0 };
	uint32_t ignored;

	while (receive_block(fd, &block, &ignored)) {
		struct jsonl jsonl;

		jsonl_init(&jsonl, rubric);
		strbuf_truncate(&out, 0);
		jsonl_take(&jsonl, strbuf_str(&block), &out);
		if (!send_block(fd, strbuf_str(&out), jsonl.bad))
			break;
		jsonl_release(&jsonl);
	}
	_exit(0);
}

static bool start(struct jobs *jobs, const struct rubric *rubric)
{
	struct job *job = &jobs->items[jobs->nr];
	int ends[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
		return false;
	job->fd = ends[0];
	job->pid = fork();
	if (job->pid == 0) {
		for (unsigned i = 0; i <= jobs->nr; i++)
			close(jobs->items[i].fd);
		work(rubric, ends[1]);
	}
	close(ends[1]);
	if (job->pid < 0) {
		close(ends[0]);
		return false;
	}
	jobs->nr++;
	return true;
}

static void stop(struct jobs *jobs)
{
	for (unsigned i = 0; i < jobs->nr; i++)
		close(jobs->items[i].fd);
	for (unsigned i = 0; i < jobs->nr; i++)
		while (waitpid(jobs->items[i].pid, NULL, 0) < 0 &&
		       errno == EINTR)
			;
}

/* A line goes on as it is; of a line that is too long only so much that it
 * still is. */
static void pass_line(struct jsonl *jsonl, struct strbuf *out)
{
	strbuf_add(out, strbuf_str(&jsonl->line));
	if (jsonl->too_long)
		strbuf_pad(out, 'x', JSONL_MAX_LINE + 1 - jsonl->line.len);
	strbuf_addc(out, '\n');
}

/* Lines up to about BLOCK bytes; none at the end of the input. */
static bool fill(struct jsonl *jsonl, struct strbuf *block, bool *more,
		 struct error *err)
{
	strbuf_truncate(block, 0);
	while (*more && block->len < BLOCK)
		if (!jsonl_step(jsonl, block, more, err))
			return false;
	return true;
}

static bool lost(struct error *err)
{
	return error_set(err, ERROR_IO, "a job was lost; what came out so far "
			 "is whole: %s", errno ? strerror(errno) : "killed");
}

/* One block for each job, then their answers. */
static bool round_of_jobs(struct jobs *jobs, struct jsonl *jsonl,
			  struct strbuf *block,
			  bool (*take)(void *data, struct strbuf *out),
			  void *data, bool *more, struct error *err)
{
	unsigned busy = 0;

	while (busy < jobs->nr && *more) {
		if (!fill(jsonl, block, more, err))
			return false;
		if (!block->len)
			break;
		errno = 0;
		if (!send_block(jobs->items[busy].fd, strbuf_str(block), 0))
			return lost(err);
		busy++;
	}
	for (unsigned i = 0; i < busy; i++) {
		uint32_t bad;

		errno = 0;
		if (!receive_block(jobs->items[i].fd, block, &bad))
			return lost(err);
		jsonl->bad += bad;
		if (!take(data, block))
			*more = false;
	}
	return true;
}

bool jsonl_jobs(struct jsonl *jsonl, unsigned nr,
		bool (*take)(void *data, struct strbuf *out), void *data,
		struct error *err)
{
	struct jobs jobs = { .nr = 0 };
	struct strbuf block = { 0 };
	bool more = true, fine = true;

	while (jobs.nr < nr && jobs.nr < JSONL_MAX_JOBS)
		if (!start(&jobs, jsonl->rubric))
			break;
	if (!jobs.nr)
		return error_set(err, ERROR_IO, "no job could be started: %s",
				 strerror(errno));
	jsonl->pass_on = pass_line;
	while (fine && more)
		fine = round_of_jobs(&jobs, jsonl, &block, take, data, &more,
				     err);
	stop(&jobs);
	strbuf_release(&block);
	return fine;
}
