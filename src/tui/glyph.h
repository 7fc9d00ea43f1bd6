/*
 * One character as a terminal shows it: its bytes after the filter, and how
 * many columns it takes. Everything that is measured, wrapped or put on a
 * canvas goes through glyph_next(), so no control character or bidirectional
 * override ever reaches a terminal.
 *
 * Columns are wcwidth()'s, the measure the terminal library lays out by;
 * what it does not know shows as `?`.
 */
#ifndef TUI_GLYPH_H
#define TUI_GLYPH_H

#include "rehearse/str.h"

enum {
	GLYPH_CHARACTERS = 5, /* a base and its followers; curses' limit */
	GLYPH_BYTES = 4 * GLYPH_CHARACTERS,
};

struct glyph {
	char bytes[GLYPH_BYTES];
	unsigned len;
	int width; /* more than 2 only for a mark like <U+202E>: ASCII */
};

/*
 * The glyph at byte *at: a character with what combines with it. *at moves
 * behind it. False at the end of the text.
 */
bool glyph_next(struct str text, size_t *at, struct glyph *glyph);

/* Columns the text takes on one line. */
int glyph_columns(struct str text);

/*
 * What the cursor steps over as one: a base with its followers, emoji joined
 * by U+200D or with a skin tone, the two letters of a flag. Terminals differ
 * on how wide those are; nobody wants to delete half of one.
 */
size_t cluster_next(struct str text, size_t at);
size_t cluster_previous(struct str text, size_t at);

#endif
