#include "editor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "rehearse/file.h"

enum { EDITED_MAX = 1 << 16 };

static const char *editor_name(void)
{
	static const char *const names[] = { "VISUAL", "EDITOR" };

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return NULL;
}

/*
 * Keys that send signals are the editor's while it runs: ^C must not end us,
 * ^Z must stop both.
 */
static const struct {
	int number;
	void (*ours)(int number);
} meanwhile[] = {
	{ SIGINT, SIG_IGN },  { SIGQUIT, SIG_IGN }, { SIGTSTP, SIG_DFL },
	{ SIGPIPE, SIG_IGN }, { SIGXFSZ, SIG_IGN },
};

/* The variable may hold options: a shell takes it apart, as everywhere. */
static int run(const char *editor, const char *path)
{
	struct sigaction before[ARRAY_LEN(meanwhile)], action = { 0 };
	struct strbuf command = { 0 };
	int status = -1;
	pid_t child;

	strbuf_addf(&command, "%s \"$1\"", editor);
	for (size_t i = 0; i < ARRAY_LEN(meanwhile); i++) {
		action.sa_handler = meanwhile[i].ours;
		sigaction(meanwhile[i].number, &action, &before[i]);
	}
	child = fork();
	if (!child) {
		for (size_t i = 0; i < ARRAY_LEN(meanwhile); i++)
			signal(meanwhile[i].number, SIG_DFL);
		execl("/bin/sh", "sh", "-c", command.ptr, "sh", path,
		      (char *)NULL);
		_exit(127);
	}
	strbuf_release(&command);
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	for (size_t i = 0; i < ARRAY_LEN(meanwhile); i++)
		sigaction(meanwhile[i].number, &before[i], NULL);
	return status;
}

static bool edit_file(const char *editor, const char *path, int fd,
		      struct str text, struct strbuf *out, struct error *err)
{
	struct arena arena = { 0 };
	struct str edited;
	bool done;

	if (!file_write_all(fd, text, err))
		return false;
	if (run(editor, path))
		return error_set(err, ERROR_IO,
				 "the editor (%s) did not end well; your "
				 "text is as it was",
				 editor);
	done = file_read(&arena, str_from(path), EDITED_MAX, &edited, err);
	if (done)
		strbuf_add(out, edited);
	arena_release(&arena);
	return done;
}

bool editor_run(struct str text, struct strbuf *out, struct error *err)
{
	const char *editor = editor_name(), *folder = getenv("TMPDIR");
	struct strbuf path = { 0 };
	bool done;
	int fd;

	if (!editor)
		return error_set(err, ERROR_USAGE,
				 "no editor is named: set VISUAL or EDITOR");
	strbuf_addf(&path, "%s/rehearse-XXXXXX",
		    folder && *folder == '/' ? folder : "/tmp");
	fd = mkstemp(path.ptr);
	if (fd < 0) {
		error_set(err, ERROR_CANNOT_CREATE,
			  "no file for the editor: "
			  "%s",
			  strerror(errno));
		strbuf_release(&path);
		return false;
	}
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	done = edit_file(editor, path.ptr, fd, text, out, err);
	close(fd);
	unlink(path.ptr);
	strbuf_release(&path);
	return done;
}
