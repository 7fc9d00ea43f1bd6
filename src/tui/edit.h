/*
 * A text being typed: contents, cursor, what was cut, what can be undone,
 * what was typed before. A value that knows nothing of the screen.
 *
 * The text is always valid UTF-8 without control characters but the line
 * feed. It stops growing at its limit and says so.
 */
#ifndef TUI_EDIT_H
#define TUI_EDIT_H

#include "keys.h"

enum { EDIT_UNDO_MAX = 100 };

struct edit_snapshot {
	char *ptr;
	size_t len, cursor;
};

struct edit {
	struct strbuf text;
	size_t cursor;     /* a byte offset */
	size_t characters; /* in the text */
	size_t limit;      /* characters; 0: none */
	bool one_line;     /* line feeds become blanks */
	bool at_limit;     /* the last key did not fit any more */

	struct strbuf cut;
	struct edit_snapshot undo[EDIT_UNDO_MAX];
	size_t nr_undo;
	bool typing; /* the last key typed: undone together with the next */

	struct strbuf *history; /* oldest first */
	size_t nr_history;
	size_t shown;        /* the entry on show; nr_history: none */
	struct strbuf draft; /* what was typed before history was shown */
};

/* A zeroed struct edit is an empty text without limit. */
void edit_release(struct edit *edit);

struct str edit_text(const struct edit *edit);
/* Another text; the cursor stands behind it. */
void edit_set(struct edit *edit, struct str text);
/* What was typed or pasted: cleaned, and cut at the limit. */
void edit_insert(struct edit *edit, struct str text);
/* Empty again; what was there is remembered for Up. */
void edit_remember(struct edit *edit);

/* What keys are made of. Bytes from..to are clusters; each but the first two
 * can be undone. */
void edit_snapshot(struct edit *edit);
void edit_replace(struct edit *edit, size_t from, size_t to, struct str with);
void edit_erase(struct edit *edit, size_t from, size_t to);
void edit_cut(struct edit *edit, size_t from, size_t to);
void edit_undo(struct edit *edit);
/* An entry of the history; nr_history: the draft left for it. */
void edit_show(struct edit *edit, size_t entry);

/* Does what the key means here; false when it means nothing. */
bool edit_key(struct edit *edit, const struct key *key);

/* The keys, for the help screen. */
struct bindings edit_bindings(void);

#endif
