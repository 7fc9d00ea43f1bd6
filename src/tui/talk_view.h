/*
 * The talk on the screen, in parts: what was said (talk_said.c), the coach's
 * panel (talk_coach.c), where everything goes (talk_draw.c), and what keys do
 * (view_talk.c).
 */
#ifndef TUI_TALK_VIEW_H
#define TUI_TALK_VIEW_H

#include "edit.h"
#include "page.h"
#include "view.h"

struct talk_state {
	struct tui *tui;
	struct rehearsal *rehearsal; /* NULL once handed on */
	struct edit edit;
	bool listing;  /* the suggestions are open */
	int picked;    /* the one marked, from 0 */
	bool coaching; /* narrow: the coach in the place of the talk */
	int back;      /* lines scrolled back from the end */
	int rows;      /* of the talk, as drawn last */
	bool wide;     /* the coach had its place, then */
	bool leaving;  /* asked once whether to leave */
	struct strbuf notice; /* until the next key */
	/* on the line being typed, for one drawing; NULL: not looked at */
	const struct verdict *draft;
};

/* Wide enough for the coach beside the talk. */
enum { TALK_WIDE = 76 };

/* Everything heard and said so far. */
void talk_said(const struct talk_state *talk, struct page *page);

/* Principles, mood, and what to keep and to mend. */
void talk_coach(const struct talk_state *talk, struct page *page);

/* The last turn: its words, its feedback, its receipt. */
void talk_why(const struct talk_state *talk, struct strbuf *title,
	      struct strbuf *text);

/* The verdict on the line being typed, if it is looked at now. */
const struct verdict *talk_draft(const struct talk_state *talk,
				 struct arena *arena);
/* What is wrong with it, as marks for its field. */
size_t talk_draft_marks(const struct talk_state *talk, struct arena *arena,
			struct page_mark **marks);

void talk_draw(void *state, struct canvas *canvas, struct area area);

/* The words of an act, as the scene puts them: "Call Dana now." */
struct str talk_act_words(const struct talk_state *talk,
			  const struct turn *turn);

#endif
