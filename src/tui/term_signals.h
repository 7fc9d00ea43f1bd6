/*
 * Signals while a screen is up. A handler notes the signal and wakes
 * whoever waits for a key; all work is done there. Crashes alone are answered
 * in the handler, with what is lawful in one: the terminal gets back its
 * state, and the signal takes its course.
 */
#ifndef TUI_TERM_SIGNALS_H
#define TUI_TERM_SIGNALS_H

#include <stdbool.h>
#include <termios.h>

#include "rehearse/str.h"

enum signal_news {
	NEWS_NOTHING,
	NEWS_END,    /* told to end */
	NEWS_STOP,   /* told to stop (^Z from outside) */
	NEWS_RESUME, /* running again after a stop */
	NEWS_RESIZE,
};

/*
 * Catches them; after a crash `restore` is written to descriptor `out` and
 * the terminal gets these modes. False when the system refuses.
 */
bool signals_catch(int out, const struct termios *modes, struct str restore);
void signals_release(void);

/* A descriptor that is readable when there is something new. */
int signals_wake_fd(void);

/* The most urgent thing that happened; *number is the signal of NEWS_END. */
enum signal_news signals_next(int *number);

/* Stops this program as the shell expects; returns when it runs again. */
void signals_stop_here(void);

#endif
