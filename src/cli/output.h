/*
 * What the program writes: results on standard output, talk on standard
 * error. Text from outside passes the visible filter on its way (utf8.h);
 * only the styles of this file are escape sequences, and only where colour
 * is wanted.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "rehearse/error.h"

enum color_choice { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/* Styles say again what a word or sign beside them says already. */
enum style { STYLE_BOLD, STYLE_GOOD, STYLE_BAD, STYLE_DIM };

struct output {
	struct strbuf buf;
	bool color;
	bool failed; /* nobody reads any more, or the disk is full */
	bool quiet;  /* the reader went away: nothing to complain about */
};

/* Colour on standard output: --color, then NO_COLOR, CLICOLOR_FORCE,
 * CLICOLOR, then whether it is a terminal that can do more than print. */
bool output_wants_color(enum color_choice choice);

/* Filtered; line feeds and tabs stay. */
void output_text(struct output *output, struct str text);
void output_line(struct output *output, struct str text);
__attribute__((format(printf, 2, 3)))
void output_printf(struct output *output, const char *format, ...);
/* Bytes of our own making that are safe as they stand (JSON). */
void output_bytes(struct output *output, struct str bytes);
void output_style(struct output *output, enum style style);
void output_plain(struct output *output);

/* Sends what was put in so far. False when that fails, once and for all. */
bool output_flush(struct output *output);

/* Flushes and gives the memory back; ERROR_IO when anything was lost. */
int output_finish(struct output *output);

/* "rehearse: ..." on standard error, filtered, with a line feed. */
__attribute__((format(printf, 1, 2)))
void say(const char *format, ...);
void say_error(const struct error *err);
/* All of them, sorted by place; returns the highest kind. */
int say_problems(struct problems *problems);

/* Of several exit statuses the highest is the program's. */
void raise_status(int *status, int to);

#endif
