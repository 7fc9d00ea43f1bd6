/*
 * The terminal through curses: the only file that knows it. Curses draws and
 * knows the terminal's capabilities; keys are read here and decoded by
 * decode.c, so that a paste arrives as one thing, a closed terminal is
 * noticed at once and a stray byte swallows nothing.
 */
#include "term.h"

#include <curses.h>
#include <errno.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "key_reader.h"
#include "rehearse/arena.h"
#include "rehearse/utf8.h"
#include "term_signals.h"

enum { SIZE_MAX_CELLS = 1000 /* columns or rows; beyond stays blank */ };

struct curses_term {
	struct term term;
	SCREEN *screen;
	bool colour, ansi;
	struct canvas shown; /* what the terminal shows now */
	bool stale;          /* it may show anything */
	struct key_reader reader;
};

/* What each style looks like; colours are of the basic eight. */
static const struct {
	attr_t attributes;
	short colour; /* -1: the terminal's own */
} looks[STYLE_NR] = {
	[STYLE_NORMAL] = { A_NORMAL, -1 },
	[STYLE_TITLE] = { A_BOLD, -1 },
	[STYLE_HINT] = { A_NORMAL, -1 },
	[STYLE_KEY] = { A_BOLD, -1 },
	[STYLE_BORDER] = { A_NORMAL, -1 },
	[STYLE_MINE] = { A_BOLD, -1 },
	[STYLE_CLIENT] = { A_BOLD, COLOR_CYAN },
	[STYLE_NARRATOR] = { A_NORMAL, COLOR_MAGENTA },
	[STYLE_GOOD] = { A_NORMAL, COLOR_GREEN },
	[STYLE_SLIP] = { A_UNDERLINE, COLOR_RED },
	[STYLE_DIM] = { A_DIM, -1 },
	[STYLE_SELECTED] = { A_REVERSE, -1 },
	[STYLE_INPUT] = { A_NORMAL, -1 },
	[STYLE_TROUBLE] = { A_BOLD, COLOR_RED },
};

/* For atexit() alone, which passes nothing. */
static struct curses_term *open_term;

static void write_out(struct str bytes)
{
	ssize_t done;

	while (bytes.len) {
		done = write(STDOUT_FILENO, bytes.ptr, bytes.len);
		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return;
		bytes = str_slice(bytes, (size_t)done, bytes.len);
	}
}

/* terminfo has no word on bracketed paste for many that know it. */
static void set_paste(const struct curses_term *t, bool on)
{
	if (t->ansi)
		write_out(on ? STR("\033[?2004h") : STR("\033[?2004l"));
}

static bool system_size(int *width, int *height)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) || !size.ws_col ||
	    !size.ws_row)
		return false;
	*width = size.ws_col < SIZE_MAX_CELLS ? size.ws_col : SIZE_MAX_CELLS;
	*height = size.ws_row < SIZE_MAX_CELLS ? size.ws_row : SIZE_MAX_CELLS;
	return true;
}

static void fit_size(struct curses_term *t)
{
	int width, height;

	if (system_size(&width, &height) && (width != COLS || height != LINES))
		resizeterm(height, width);
	t->stale = true;
}

static void get_size(struct term *term, int *width, int *height)
{
	(void)term;
	*width = COLS;
	*height = LINES;
}

/* ---- drawing ------------------------------------------------------------ */

static void put_cell(const struct cell *cell, int x, int y)
{
	struct str bytes = { cell->bytes, cell->len };
	wchar_t wide[GLYPH_CHARACTERS + 1];
	size_t at = 0, nr = 0;
	cchar_t shown;
	short colour = looks[cell->style].colour;

	while (at < bytes.len && nr < GLYPH_CHARACTERS)
		wide[nr++] = (wchar_t)utf8_next(bytes, &at);
	wide[nr] = 0;
	if (setcchar(&shown, wide, looks[cell->style].attributes,
		     (short)(has_colors() && colour >= 0 ? colour : 0),
		     NULL) == OK)
		mvadd_wch(y, x, &shown);
}

static bool same_cell(const struct cell *a, const struct cell *b)
{
	return a->len == b->len && a->width == b->width &&
	       a->style == b->style && !memcmp(a->bytes, b->bytes, a->len);
}

static void present(struct term *term, const struct canvas *canvas)
{
	struct curses_term *t = (struct curses_term *)term;
	size_t i = 0;

	if (t->stale || t->shown.width != canvas->width ||
	    t->shown.height != canvas->height) {
		canvas_resize(&t->shown, canvas->width, canvas->height);
		clear();
		t->stale = false;
	}
	for (int y = 0; y < canvas->height; y++) {
		for (int x = 0; x < canvas->width; x++, i++) {
			if (same_cell(&canvas->cells[i], &t->shown.cells[i]))
				continue;
			t->shown.cells[i] = canvas->cells[i];
			if (canvas->cells[i].width)
				put_cell(&canvas->cells[i], x, y);
		}
	}
	curs_set(canvas->cursor_x >= 0);
	if (canvas->cursor_x >= 0)
		move(canvas->cursor_y, canvas->cursor_x);
	else
		move(LINES - 1, COLS - 1);
	refresh();
}

/* ---- giving the terminal back ------------------------------------------- */

static void lend(struct term *term)
{
	set_paste((struct curses_term *)term, false);
	endwin();
}

static void take_back(struct term *term)
{
	struct curses_term *t = (struct curses_term *)term;

	reset_prog_mode();
	clearok(curscr, TRUE);
	set_paste(t, true);
	fit_size(t);
}

static void close_term(struct term *term)
{
	struct curses_term *t = (struct curses_term *)term;

	if (open_term != t)
		return;
	open_term = NULL;
	lend(term);
	signals_release();
	/* what was said meanwhile, now where it can be read */
	fflush(stderr);
	setvbuf(stderr, NULL, _IONBF, 0);
	delscreen(t->screen);
	canvas_release(&t->shown);
	key_reader_release(&t->reader);
	free(t);
}

static void close_at_exit(void)
{
	if (open_term)
		close_term(&open_term->term);
}

/* ---- keys --------------------------------------------------------------- */

/* True when the news is a key. */
static bool take_news(struct curses_term *t, struct key *key)
{
	int number = 0;

	*key = (struct key){ .code = CODE_RESIZE };
	switch (signals_next(&number)) {
	case NEWS_NOTHING:
		return false;
	case NEWS_END:
		key->code = CODE_END;
		key->character = (uint32_t)number;
		return true;
	case NEWS_STOP:
		lend(&t->term);
		signals_stop_here();
		take_back(&t->term);
		return true;
	case NEWS_RESUME:
		take_back(&t->term);
		return true;
	case NEWS_RESIZE:
		fit_size(t);
		return true;
	}
	return false;
}

/* Keys that belong to the terminal and not to any screen. */
static bool is_own_key(struct curses_term *t, struct key *key)
{
	if (key->code != CODE_TEXT || !key->ctrl || key->meta)
		return false;
	if (key->character == 'z') {
		lend(&t->term);
		signals_stop_here();
		take_back(&t->term);
	} else if (key->character == 'l') {
		clearok(curscr, TRUE);
		fit_size(t);
	} else {
		return false;
	}
	*key = (struct key){ .code = CODE_RESIZE };
	return true;
}

static bool read_key(struct term *term, int timeout_ms, struct key *key)
{
	struct curses_term *t = (struct curses_term *)term;
	struct pollfd polled[] = {
		{ .fd = STDIN_FILENO, .events = POLLIN },
		{ .fd = signals_wake_fd(), .events = POLLIN },
	};
	int ready, wait;

	for (;;) {
		if (take_news(t, key))
			return true;
		if (key_reader_take(&t->reader, key)) {
			is_own_key(t, key);
			return true;
		}
		wait = key_reader_wait(&t->reader, timeout_ms);
		ready = poll(polled, ARRAY_LEN(polled), wait);
		if (ready > 0 && polled[0].revents &&
		    !key_reader_fill(&t->reader, STDIN_FILENO)) {
			*key = (struct key){ .code = CODE_END };
			return true;
		}
		if (!ready)
			return key_reader_give_up(&t->reader, key);
	}
}

/* ---- opening ------------------------------------------------------------ */

static struct str capability(const char *name)
{
	const char *value = tigetstr(name);

	if (!value || value == (char *)-1)
		return STR("");
	return str_from(value);
}

/* What undoes the screen, for the handler of a crash. */
static void add_restore(struct strbuf *out, bool ansi)
{
	static const char *const names[] = { "sgr0", "cnorm", "rmkx", "rmcup" };

	if (ansi)
		strbuf_add(out, STR("\033[?2004l"));
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		struct str value = capability(names[i]);
		size_t padding = str_find(value, STR("$<"), 0);

		strbuf_add(out, str_slice(value, 0, padding));
	}
}

static void start_colours(void)
{
	if (!has_colors())
		return;
	start_color();
	use_default_colors();
	for (short colour = 1; colour < 8; colour++)
		init_pair(colour, colour, -1);
}

static bool start(struct curses_term *t, const struct termios *modes)
{
	struct strbuf restore = { 0 };
	bool caught;

	if (!capability("cup").len)
		return false;
	t->ansi = str_starts_with(capability("cup"), STR("\033["));
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	if (t->colour)
		start_colours();
	add_restore(&restore, t->ansi);
	caught = signals_catch(STDOUT_FILENO, modes, strbuf_str(&restore));
	strbuf_release(&restore);
	return caught;
}

struct term *term_curses_open(bool colour)
{
	struct curses_term *t;
	struct termios modes;
	SCREEN *screen;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) ||
	    tcgetattr(STDIN_FILENO, &modes))
		return NULL;
	/* only a screen goes by a locale, and only by its characters */
	setlocale(LC_CTYPE, "");
	screen = newterm(NULL, stdout, stdin);
	if (!screen)
		return NULL;
	t = memory_new(sizeof(*t));
	*t = (struct curses_term){
		.term = { get_size, read_key, present, lend, take_back,
			  close_term },
		.screen = screen,
		.colour = colour,
	};
	if (!start(t, &modes)) {
		endwin();
		delscreen(screen);
		free(t);
		return NULL;
	}
	/* messages would be drawn over, and lost with the screen */
	setvbuf(stderr, NULL, _IOFBF, BUFSIZ);
	open_term = t;
	atexit(close_at_exit);
	set_paste(t, true);
	fit_size(t);
	return &t->term;
}
