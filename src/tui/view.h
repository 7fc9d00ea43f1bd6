/*
 * A screen: what it shows, which keys it knows, what they do. A view is a
 * constant table of functions; its state is its own. Views draw on a canvas
 * and say what should come next; only app.c talks to the terminal.
 */
#ifndef TUI_VIEW_H
#define TUI_VIEW_H

#include "app.h"
#include "canvas.h"
#include "keys.h"
#include "rehearsal.h"
#include "term.h"

/* What all views share. */
struct tui {
	struct term *term;
	const struct tui_options *options;
	struct arena frame; /* what one drawing needs */
	struct arena lasting; /* scenarios made here, until the end */
	struct str own_call;  /* the last one made and not listed yet */
	bool ascii;
};

/* What stands between the parts of a title. */
const char *tui_dot(const struct tui *tui);

struct view;

struct screen {
	const struct view *view;
	void *state;
};

enum next_kind {
	NEXT_STAY,
	NEXT_PUSH,    /* a screen on top of this one */
	NEXT_REPLACE, /* a screen instead of this one */
	NEXT_BACK,    /* to the screen below; the last one leaves */
	NEXT_HOME,    /* to the library */
	NEXT_LEAVE,
};

struct next {
	enum next_kind kind;
	struct screen screen; /* NEXT_PUSH, NEXT_REPLACE */
};

#define STAY ((struct next){ .kind = NEXT_STAY })

/* A mode every view may have: letters are typed, `?` too. */
enum { MODE_TYPING = 1 << 30 };

struct view {
	const char *name; /* of its help */
	struct bindings bindings;
	int tick; /* ms after which it draws itself again; 0: with keys only */
	void (*title)(const void *state, struct strbuf *left,
		      struct strbuf *right);
	/* Which bindings hold now, bits; without it: all without `when`. */
	unsigned (*modes)(const void *state);
	/* The area is what lies between the title and the hint row. */
	void (*draw)(void *state, struct canvas *canvas, struct area area);
	struct next (*action)(void *state, int action);
	/* A key without binding; may be missing. */
	struct next (*input)(void *state, const struct key *key);
	void (*release)(void *state);
};

/* The views, each in its own file. A scenario is borrowed. */
struct screen view_library(struct tui *tui);
struct screen view_now(struct tui *tui);
struct screen view_brief(struct tui *tui, const struct scenario *scenario);
/* These take the rehearsal over. */
struct screen view_dialogue(struct tui *tui, struct rehearsal *rehearsal);
struct screen view_debrief(struct tui *tui, struct rehearsal *rehearsal);
/* A drill, which it takes over; and the shipped ones to choose from. */
struct screen view_drill(struct tui *tui, struct room *room);
struct screen view_drills(struct tui *tui);
/* A text to scroll through; it is copied. */
struct screen view_text(struct tui *tui, struct str title, struct str text);
/* Objects to a finding of the last turn. The rehearsal is borrowed. */
struct screen view_object(struct tui *tui, struct rehearsal *rehearsal);
/* Is there a finding in the last turn to object to? */
bool view_object_opens(const struct rehearsal *rehearsal);
/* The keys of a view. */
struct screen view_help(struct tui *tui, const struct view *of,
			bool with_editing);

/*
 * Asks for a line. `done` gets what was typed; false and an error ask again
 * with the reason shown. Context is borrowed.
 */
struct question {
	struct str title, ask, hint;
	bool (*done)(void *context, struct str answer, struct error *err);
	void *context;
};
struct screen view_ask(struct tui *tui, const struct question *question);

#endif
