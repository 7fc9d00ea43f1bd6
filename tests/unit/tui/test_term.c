/*
 * The real terminal, on a pseudo terminal: a child opens it and shows the
 * name of each key it gets; the parent plays the terminal and the shell.
 */
#include <fcntl.h>
#include <locale.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <cmocka.h>

#include "tui/term.h"
#include "unit/tui/key_print.h"

enum { PATIENCE = 10000 /* ms */ };

struct pty {
	int master, slave;
	pid_t child;
	struct termios modes;
	struct strbuf seen;
};

static void show(struct term *term, struct canvas *canvas, struct str text)
{
	int width, height;

	term->size(term, &width, &height);
	canvas_resize(canvas, width, height);
	canvas_put(canvas, 0, 0, width, STYLE_TITLE, text);
	canvas_put(canvas, 0, height - 1, width, STYLE_DIM, STR("漢e\xcc\x81"));
	term->present(term, canvas);
}

/* Leaves with the signal's number, or 99 when there is no terminal. */
static void be_child(void)
{
	struct term *term = term_curses_open(true);
	struct canvas canvas = { 0 };
	struct strbuf text = { 0 };
	struct key key;

	if (!term)
		_exit(99);
	show(term, &canvas, STR("ready"));
	for (;;) {
		if (!term->read_key(term, -1, &key))
			continue;
		if (key.code == CODE_END)
			break;
		strbuf_truncate(&text, 0);
		strbuf_add(&text, STR("got "));
		key_print(&key, &text);
		strbuf_add(&text, key.text);
		if (key.code == CODE_RESIZE) {
			int width, height;

			term->size(term, &width, &height);
			strbuf_addf(&text, "size %dx%d", width, height);
		}
		strbuf_addc(&text, '.');
		if (key.code == CODE_F1)
			abort();
		show(term, &canvas, strbuf_str(&text));
	}
	term->close(term);
	_exit((int)key.character);
}

/* Whoever runs the tests in the background has these ignored, and what is
 * ignored at the start the terminal leaves so. */
static void heed_all_signals(void)
{
	static const int numbers[] = { SIGHUP,	SIGINT,	 SIGQUIT, SIGTERM,
				       SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU,
				       SIGTSTP, SIGCONT };

	for (size_t i = 0; i < ARRAY_LEN(numbers); i++)
		signal(numbers[i], SIG_DFL);
}

static void start(struct pty *pty, const char *name)
{
	const struct winsize size = { .ws_row = 10, .ws_col = 40 };

	*pty = (struct pty){ .master = posix_openpt(O_RDWR | O_NOCTTY) };
	assert_true(pty->master >= 0);
	assert_int_equal(0, grantpt(pty->master));
	assert_int_equal(0, unlockpt(pty->master));
	pty->slave = open(ptsname(pty->master), O_RDWR | O_NOCTTY);
	assert_true(pty->slave >= 0);
	assert_int_equal(0, ioctl(pty->slave, TIOCSWINSZ, &size));
	assert_int_equal(0, tcgetattr(pty->slave, &pty->modes));
	pty->child = fork();
	if (!pty->child) {
		heed_all_signals();
		setsid();
		ioctl(pty->slave, TIOCSCTTY, 0);
		dup2(pty->slave, 0);
		dup2(pty->slave, 1);
		close(pty->slave);
		close(pty->master);
		/* whatever the locale of who tests */
		setenv("LC_ALL", "C.UTF-8", 1);
		if (name)
			setenv("TERM", name, 1);
		else
			unsetenv("TERM");
		be_child();
	}
}

/* Reads what the child sends until the text stands in it. */
static void expect(struct pty *pty, const char *text)
{
	struct pollfd polled = { .fd = pty->master, .events = POLLIN };
	char bytes[4096];
	ssize_t nr;

	for (;;) {
		struct str seen = strbuf_str(&pty->seen);
		size_t at = str_find(seen, str_from(text), 0);

		if (at < seen.len) {
			at += strlen(text);
			memmove(pty->seen.ptr, pty->seen.ptr + at,
				seen.len - at);
			strbuf_truncate(&pty->seen, seen.len - at);
			return;
		}
		if (poll(&polled, 1, PATIENCE) <= 0)
			fail_msg("never came: %s", text);
		nr = read(pty->master, bytes, sizeof(bytes));
		if (nr <= 0)
			fail_msg("ended before: %s", text);
		strbuf_add(&pty->seen, (struct str){ bytes, (size_t)nr });
	}
}

static void type(struct pty *pty, const char *bytes)
{
	size_t len = strlen(bytes);

	assert_int_equal(len, write(pty->master, bytes, len));
}

static int wait_for(struct pty *pty)
{
	int status = 0;

	assert_int_equal(pty->child, waitpid(pty->child, &status, WUNTRACED));
	return status;
}

static void expect_modes_restored(struct pty *pty)
{
	struct termios now;

	assert_int_equal(0, tcgetattr(pty->slave, &now));
	assert_int_equal(pty->modes.c_lflag, now.c_lflag);
	assert_int_equal(pty->modes.c_iflag, now.c_iflag);
	assert_int_equal(pty->modes.c_oflag, now.c_oflag);
}

static void finish(struct pty *pty)
{
	close(pty->master);
	close(pty->slave);
	strbuf_release(&pty->seen);
}

static void test_keys_arrive_and_paste_is_one_of_them(void **state)
{
	struct pty pty;

	(void)state;
	start(&pty, "xterm");
	expect(&pty, "\033[?2004h");
	expect(&pty, "ready");
	type(&pty, "\033[A");
	expect(&pty, "Up.");
	type(&pty, "\033");
	expect(&pty, "Esc.");
	type(&pty, "\303");
	type(&pty, "\251");
	expect(&pty, "é.");
	type(&pty, "\033[200~one\rtwo\033[20");
	type(&pty, "1~");
	expect(&pty, "one^Mtwo.");
	type(&pty, "\377");
	expect(&pty, "\xef\xbf\xbd.");
	type(&pty, "\f");
	expect(&pty, "size 40x10.");
	kill(pty.child, SIGTERM);
	expect(&pty, "\033[?2004l");
	assert_int_equal(SIGTERM, WEXITSTATUS(wait_for(&pty)));
	expect_modes_restored(&pty);
	finish(&pty);
}

static void test_every_ending_signal_gives_the_terminal_back(void **state)
{
	static const int numbers[] = { SIGHUP,  SIGINT,  SIGQUIT, SIGTERM,
				       SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
		struct pty pty;

		start(&pty, "xterm-256color");
		expect(&pty, "ready");
		kill(pty.child, numbers[i]);
		expect(&pty, "\033[?1049l");
		assert_int_equal(numbers[i], WEXITSTATUS(wait_for(&pty)));
		expect_modes_restored(&pty);
		finish(&pty);
	}
}

static void test_a_crash_gives_the_terminal_back(void **state)
{
	struct pty pty;
	int status;

	(void)state;
	start(&pty, "xterm");
	expect(&pty, "ready");
	type(&pty, "\033OP");
	expect(&pty, "\033[?1049l");
	status = wait_for(&pty);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(SIGABRT, WTERMSIG(status));
	expect_modes_restored(&pty);
	finish(&pty);
}

static void test_stopping_lends_the_terminal(void **state)
{
	struct pty pty;

	(void)state;
	start(&pty, "xterm");
	expect(&pty, "ready");
	/* ^Z: alone in its session nobody could wake the child again, so the
	 * system lets it run on, and it takes the terminal back */
	type(&pty, "\032");
	expect(&pty, "\033[?1049l");
	expect(&pty, "size 40x10.");
	kill(pty.child, SIGSTOP);
	assert_true(WIFSTOPPED(wait_for(&pty)));
	kill(pty.child, SIGCONT);
	expect(&pty, "\033[?2004h");
	expect(&pty, "size 40x10.");
	kill(pty.child, SIGTERM);
	assert_int_equal(SIGTERM, WEXITSTATUS(wait_for(&pty)));
	finish(&pty);
}

static void test_a_closed_terminal_ends_it(void **state)
{
	struct pty pty;
	int status;

	(void)state;
	start(&pty, "xterm");
	expect(&pty, "ready");
	close(pty.slave);
	close(pty.master);
	status = wait_for(&pty);
	/* the signal may come when the end of the input has already been read
	 * and nobody catches signals any more */
	assert_true(WIFEXITED(status) || (WIFSIGNALED(status) &&
					  WTERMSIG(status) == SIGHUP));
	strbuf_release(&pty.seen);
}

static void test_a_new_size_is_a_key(void **state)
{
	static const struct winsize sizes[] = { { 24, 80, 0, 0 },
						{ 1, 1, 0, 0 },
						{ 2000, 3000, 0, 0 },
						{ 5, 9, 0, 0 } };
	struct pty pty;

	(void)state;
	start(&pty, "xterm");
	expect(&pty, "ready");
	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		ioctl(pty.master, TIOCSWINSZ, &sizes[i]);
		kill(pty.child, SIGWINCH);
		/* the whole screen is drawn anew */
		expect(&pty, "\033[H");
	}
	ioctl(pty.master, TIOCSWINSZ, &sizes[0]);
	kill(pty.child, SIGWINCH);
	expect(&pty, "size 80x24.");
	kill(pty.child, SIGTERM);
	assert_int_equal(SIGTERM, WEXITSTATUS(wait_for(&pty)));
	finish(&pty);
}

static void test_terminals_that_cannot_show_screens(void **state)
{
	static const char *const names[] = { NULL, "", "no-such-terminal",
					     "dumb" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		struct pty pty;

		start(&pty, names[i]);
		assert_int_equal(99, WEXITSTATUS(wait_for(&pty)));
		expect_modes_restored(&pty);
		finish(&pty);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys_arrive_and_paste_is_one_of_them),
		cmocka_unit_test(
			test_every_ending_signal_gives_the_terminal_back),
		cmocka_unit_test(test_a_crash_gives_the_terminal_back),
		cmocka_unit_test(test_stopping_lends_the_terminal),
		cmocka_unit_test(test_a_closed_terminal_ends_it),
		cmocka_unit_test(test_a_new_size_is_a_key),
		cmocka_unit_test(test_terminals_that_cannot_show_screens),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
