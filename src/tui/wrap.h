/*
 * Text into display lines. Breaks at blanks and at line feeds; a word longer
 * than a line is split.
 *
 *	struct wrap wrap = wrap_start(text, width);
 *	while (wrap_next(&wrap))
 *		... wrap.line ...
 */
#ifndef TUI_WRAP_H
#define TUI_WRAP_H

#include "rehearse/str.h"

struct wrap {
	struct str text;
	int width;
	size_t next; /* where the next line begins */
	bool done;
	struct str line; /* the line found, without its line feed */
	size_t from, to; /* its bytes in the text */
};

/* An empty text has one empty line. */
struct wrap wrap_start(struct str text, int width);
bool wrap_next(struct wrap *wrap);

#endif
