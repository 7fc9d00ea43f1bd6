/*
 * The talk on the screen, in parts: what was said (dialogue_said.c), the
 * coach's panel (dialogue_coach.c), the preparation sheet in its place
 * (dialogue_sheet.c) or what became of a try (dialogue_try.c), where
 * everything goes (dialogue_draw.c), what can be done (dialogue_do.c), and
 * which key does it (view_dialogue.c).
 */
#ifndef TUI_DIALOGUE_H
#define TUI_DIALOGUE_H

#include "edit.h"
#include "page.h"
#include "view.h"

struct dialogue {
	struct tui *tui;
	struct rehearsal *rehearsal; /* NULL once handed on */
	struct edit edit;
	bool listing;         /* the suggestions are open */
	int picked;           /* the one marked, from 0 */
	bool coaching;        /* narrow: the coach in the place of the talk */
	int back;             /* lines scrolled back from the end */
	int rows;             /* of what is scrolled, as drawn last */
	bool wide;            /* the coach had its place, then */
	bool reading;         /* the preparation sheet */
	int top;              /* of the sheet, or of a try's verdict */
	bool leaving;         /* asked once whether to leave */
	struct strbuf notice; /* until the next key */
	/* on the line being typed, for one drawing; NULL: not looked at */
	const struct verdict *draft;
};

/* Wide enough for the coach beside the talk. */
enum { DIALOGUE_WIDE = 76 };

/* Everything heard and said so far. */
void dialogue_said(const struct dialogue *talk, struct page *page);

/* Principles, mood, and what to keep and to mend. */
void dialogue_coach(const struct dialogue *talk, struct page *page);

/* What was prepared, what is still to be told, the brief. */
void dialogue_sheet(const struct dialogue *talk, struct page *page);

/* With --opening or --again a try may stand: its verdict, and what changed. */
bool dialogue_has_try(const struct dialogue *talk);
void dialogue_try(const struct dialogue *talk, struct page *page);
void dialogue_count_try(struct dialogue *talk);
/* It is taken back, if one stands. */
void dialogue_try_again(struct dialogue *talk);
/* --again: which turn this is; on to the next. */
void dialogue_show_retry(struct dialogue *talk);
struct next dialogue_next_turn(struct dialogue *talk);

/* The last turn: its words, its feedback, its receipt. */
void dialogue_why(const struct dialogue *talk, struct strbuf *title,
		  struct strbuf *text);

/* The verdict on the line being typed, if it is looked at now. */
const struct verdict *dialogue_draft(const struct dialogue *talk,
				     struct arena *arena);
/* What is wrong with it, as marks for its field. */
size_t dialogue_draft_marks(const struct dialogue *talk, struct arena *arena,
			    struct page_mark **marks);

void dialogue_draw(void *state, struct canvas *canvas, struct area area);

/* ---- what can be done ---------------------------------------------------- */

struct next dialogue_say(struct dialogue *talk);
/* The suggestion shown there, from 0: said, or done. */
struct next dialogue_pick(struct dialogue *talk, int shown);
void dialogue_open_list(struct dialogue *talk);
void dialogue_mark(struct dialogue *talk, int step);
void dialogue_open_sheet(struct dialogue *talk);
void dialogue_undo(struct dialogue *talk);
struct next dialogue_show_why(struct dialogue *talk);
struct next dialogue_object(struct dialogue *talk);
struct next dialogue_ask_where(struct dialogue *talk);
struct next dialogue_debrief(struct dialogue *talk);
struct next dialogue_leave(struct dialogue *talk);
void dialogue_write_in_editor(struct dialogue *talk);
void dialogue_scroll(struct dialogue *talk, int pages);
/* After every turn: back to the end; where only acts are offered they show. */
void dialogue_settle(struct dialogue *talk);
/* Words for the user, until the next key. */
void dialogue_notice(struct dialogue *talk, struct str words);

/* ---- as a part of a drill ------------------------------------------------ */

/* Nothing can be said any more: it ended, or its time is up. */
bool dialogue_is_over(const struct dialogue *talk);
/* The coach has nothing to say here now. */
bool dialogue_is_quiet(const struct dialogue *talk);
/* ... and why, in words. */
struct str dialogue_silence(const struct dialogue *talk);
/* After every turn: to the drill's screen when it is marked there. */
struct next dialogue_turned(struct dialogue *talk);
/* To the drill's screen; the talk stays open unless it ended. */
struct next dialogue_to_drill(struct dialogue *talk);
/* Asks first, and says how the drill can be gone on with. */
struct next dialogue_leave_room(struct dialogue *talk);
/* The talk ends here. */
struct next dialogue_end_here(struct dialogue *talk);
/* Who sits at the keyboard, and what is left of the time box. */
void dialogue_add_time(const struct dialogue *talk, const char *dot,
		       struct strbuf *out);

#endif
