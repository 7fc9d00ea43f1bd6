/*
 * Keys and what they do. A key has a name ("Enter", "F2", "C-a", "M-b", "x"),
 * a binding joins a key with an action of a view. The hint row and the help
 * screen are drawn from the tables of bindings, so they cannot lie.
 *
 * (KEY_ belongs to curses; hence CODE_.)
 */
#ifndef TUI_KEYS_H
#define TUI_KEYS_H

#include "rehearse/str.h"

enum key_code {
	CODE_NONE,   /* no key: time passed, or a sequence without meaning */
	CODE_TEXT,   /* a character, perhaps with ctrl or meta */
	CODE_PASTE,  /* a pasted text */
	CODE_RESIZE, /* the size changed, or everything must be drawn anew */
	CODE_END,    /* the terminal is gone or the program was told to end */
	CODE_ENTER,
	CODE_TAB,
	CODE_BACKTAB,
	CODE_ESCAPE,
	CODE_BACKSPACE,
	CODE_DELETE,
	CODE_INSERT,
	CODE_UP,
	CODE_DOWN,
	CODE_LEFT,
	CODE_RIGHT,
	CODE_HOME,
	CODE_END_KEY,
	CODE_PAGE_UP,
	CODE_PAGE_DOWN,
	CODE_F1,
	CODE_F12 = CODE_F1 + 11,
	CODE_NR,
};

struct key {
	enum key_code code;
	uint32_t character; /* CODE_TEXT; CODE_END: the signal, or 0 */
	bool ctrl, meta;
	struct str text; /* CODE_PASTE: borrowed until the next key */
};

/* A character to be typed: no ctrl, no meta. */
bool key_is_text(const struct key *key);

/*
 * The key of that name. "C-" and "M-" stand before a character or a name;
 * one character alone is itself.
 */
bool key_parse(struct str name, struct key *key);

struct binding {
	const char *key;
	int action;
	const char *hint; /* a word or two for the hint row; NULL: not there */
	const char *help; /* a sentence; NULL: another key for the row above */
	unsigned when;    /* modes of the view it holds in, bits; 0: always */
};

/* A view's table. */
struct bindings {
	const struct binding *items;
	size_t nr;
};
/* An initializer. */
#define BINDINGS(array)                                                        \
	{                                                                      \
		(array), ARRAY_LEN(array)                                      \
	}

/* The first binding of the key that holds in one of the modes, or NULL. */
const struct binding *bindings_find(struct bindings bindings,
				    const struct key *key, unsigned modes);

#endif
