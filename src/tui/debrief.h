/* The debrief: its state, and what is read on it (debrief_*.c). */
#ifndef TUI_DEBRIEF_H
#define TUI_DEBRIEF_H

#include "page.h"
#include "rehearse/report.h"
#include "view.h"

enum { DEBRIEF_READING = -1, DEBRIEF_QUESTIONS = 2 };

struct debrief_state {
	struct tui *tui;
	struct rehearsal *rehearsal; /* NULL once handed on */
	struct arena arena;          /* the report */
	const struct report *report;
	struct edit answers[DEBRIEF_QUESTIONS];
	bool changed; /* answers that are not saved yet */
	struct error error;
	bool failed; /* to save them */
	int focus, top, rows;
	bool follow;
};

void debrief_page(const struct debrief_state *debrief, struct page *page);
/* The turns that lost points, and what became of them. */
void debrief_retries(const struct debrief_state *debrief, struct page *page);
/* Points left on the table; what moved the client. */
void debrief_better(const struct debrief_state *debrief, struct page *page);
void debrief_moods(const struct debrief_state *debrief, struct page *page);

#endif
