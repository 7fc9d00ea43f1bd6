#include "typed.h"

#include <errno.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>

#include "rehearse/utf8.h"

enum { TYPED_MAX_LINE = 64 << 10 };

static const int endings[] = { SIGINT, SIGTERM, SIGHUP };

/* There to be called: pselect() then returns, and that says everything. */
static void wake_up(int signal)
{
	(void)signal;
}

/* A signal the caller ignores (nohup) stays ignored. */
static void catch_signal(int signal, sigset_t *blocked)
{
	struct sigaction action = { .sa_handler = wake_up }, before;

	if (sigaction(signal, NULL, &before) < 0 ||
	    before.sa_handler == SIG_IGN)
		return;
	sigaction(signal, &action, NULL);
	sigaddset(blocked, signal);
}

void typed_init(struct typed *typed)
{
	sigset_t blocked;

	*typed = (struct typed){ 0 };
	sigemptyset(&blocked);
	for (size_t i = 0; i < ARRAY_LEN(endings); i++)
		catch_signal(endings[i], &blocked);
	sigprocmask(SIG_BLOCK, &blocked, &typed->while_waiting);
	for (size_t i = 0; i < ARRAY_LEN(endings); i++)
		sigdelset(&typed->while_waiting, endings[i]);
}

void typed_init_script(struct typed *typed, struct str script)
{
	*typed = (struct typed){
		.from_script = true,
		.script = utf8_without_mark(script),
	};
	/* a last line feed ends a line and begins none */
	if (str_ends_with(typed->script, STR("\n")))
		typed->script.len--;
	else
		typed->ended = !typed->script.len;
}

void typed_release(struct typed *typed)
{
	strbuf_release(&typed->buf);
	if (!typed->from_script)
		sigprocmask(SIG_SETMASK, &typed->while_waiting, NULL);
}

/* Reads what there is, when there is something. */
static enum typed_kind read_more(struct typed *typed)
{
	char piece[4096];
	fd_set input;
	ssize_t nr;

	FD_ZERO(&input);
	FD_SET(STDIN_FILENO, &input);
	if (pselect(STDIN_FILENO + 1, &input, NULL, NULL, NULL,
		    &typed->while_waiting) < 0) {
		if (errno == EINTR)
			return TYPED_INTERRUPTED;
		error_set(&typed->err, ERROR_IO, "the input cannot be waited "
			  "for: %s", strerror(errno));
		return TYPED_FAILED;
	}
	nr = read(STDIN_FILENO, piece, sizeof(piece));
	if (nr < 0 && errno != EINTR && errno != EAGAIN) {
		error_set(&typed->err, ERROR_IO, "the input cannot be read: "
			  "%s", strerror(errno));
		return TYPED_FAILED;
	}
	if (nr > 0)
		strbuf_add(&typed->buf, (struct str){ piece, (size_t)nr });
	typed->ended = nr == 0;
	return TYPED_LINE;
}

/* Forgets the line that was handed out last. */
static void drop_taken(struct typed *typed)
{
	size_t left = typed->buf.len - typed->taken;

	if (left)
		memmove(typed->buf.ptr, typed->buf.ptr + typed->taken, left);
	strbuf_truncate(&typed->buf, left);
	typed->taken = 0;
}

static enum typed_kind hand_out(struct typed *typed, struct str line)
{
	typed->number++;
	if (str_ends_with(line, STR("\r")))
		line.len--;
	typed->line = line;
	return line.len > TYPED_MAX_LINE ? TYPED_TOO_LONG : TYPED_LINE;
}

static enum typed_kind next_of_script(struct typed *typed)
{
	struct str line;

	if (typed->ended || !str_cut(&typed->script, '\n', &line))
		return TYPED_END;
	return hand_out(typed, line);
}

/* Takes a whole line, or the last one without its line feed. */
static bool take_line(struct typed *typed, struct str *line)
{
	struct str buf = strbuf_str(&typed->buf);
	const char *feed = buf.len ? memchr(buf.ptr, '\n', buf.len) : NULL;

	if (!feed && (!typed->ended || !buf.len))
		return false;
	line->ptr = buf.ptr;
	line->len = feed ? (size_t)(feed - buf.ptr) : buf.len;
	typed->taken = line->len + (feed != NULL);
	return true;
}

enum typed_kind typed_next(struct typed *typed)
{
	bool too_long = false;
	struct str line;

	if (typed->from_script)
		return next_of_script(typed);
	drop_taken(typed);
	while (!take_line(typed, &line)) {
		enum typed_kind kind;

		if (typed->ended)
			return TYPED_END;
		kind = read_more(typed);
		if (kind != TYPED_LINE)
			return kind;
		if (!typed->buf.len ||
		    memchr(typed->buf.ptr, '\n', typed->buf.len))
			continue;
		/* the rest of such a line is not kept */
		too_long = too_long || typed->buf.len > TYPED_MAX_LINE;
		if (too_long)
			strbuf_truncate(&typed->buf, 1);
	}
	if (hand_out(typed, line) == TYPED_TOO_LONG || too_long)
		return TYPED_TOO_LONG;
	return TYPED_LINE;
}
