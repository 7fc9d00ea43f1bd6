/*
 * A terminal, as the screens need it: how large, what was pressed, show this.
 * term_curses.c is a real one; tests have one that reads a script.
 */
#ifndef TUI_TERM_H
#define TUI_TERM_H

#include "canvas.h"
#include "keys.h"

struct term {
	void (*size)(struct term *term, int *width, int *height);
	/*
	 * Waits for a key, at most so many milliseconds (-1: for ever). False
	 * when none came. A text in the key is valid until the next call.
	 */
	bool (*read_key)(struct term *term, int timeout_ms, struct key *key);
	/* Shows the canvas; sends only what differs from the last one. */
	void (*present)(struct term *term, const struct canvas *canvas);
	/* Lends the terminal to another program, and takes it back. */
	void (*lend)(struct term *term);
	void (*take_back)(struct term *term);
	void (*close)(struct term *term);
};

/*
 * The terminal this program runs in, or NULL when it cannot show screens: no
 * terminal, one that is not known, or one without cursor movement. Whatever
 * ends the program, the terminal is given back as it was.
 */
struct term *term_curses_open(bool colour);

#endif
