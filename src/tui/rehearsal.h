/*
 * One scenario being rehearsed, from the preparation sheet to the debrief:
 * what the screens on the way hand to each other.
 */
#ifndef TUI_REHEARSAL_H
#define TUI_REHEARSAL_H

#include "app.h"
#include "rehearse/again.h"
#include "rehearse/arena.h"
#include "rehearse/opening.h"
#include "rehearse/room.h"

struct rehearsal {
	const struct tui_options *options;
	const struct scenario *scenario;
	struct arena arena;
	struct str *prepared; /* an answer for each question, maybe empty */
	size_t nr_prepared;   /* 0: nothing was prepared */
	struct play *play;    /* NULL before the talk */
	struct room *room;    /* whose talk it is, in a drill; or NULL */
	uint64_t started;     /* seconds, by the clock of the options */
	struct str greeting;  /* where one goes on; empty: it begins */
	bool opening;         /* only the first words, again and again */
	struct opening tries;
	struct again again;   /* only the turns that lost points; none: all */
};

struct rehearsal *rehearsal_new(const struct tui_options *options,
				const struct scenario *scenario);
/* The talk begins. */
void rehearsal_start(struct rehearsal *rehearsal);
/* Goes on with the talk of the options. */
struct rehearsal *rehearsal_resume(const struct tui_options *options);
/* The talk that is open in a drill; it stays the room's. */
struct rehearsal *rehearsal_in_room(const struct tui_options *options,
				    struct room *room);
/* The same talk from the beginning, in a new transcript. */
void rehearsal_again(struct rehearsal *rehearsal);
/* Only its turns that lost points, in a new transcript. */
void rehearsal_lost(struct rehearsal *rehearsal);
/* The same of the talk of the options. */
struct rehearsal *rehearsal_played(const struct tui_options *options);
/* Whoever holds it last calls this: the transcript gets its result. */
void rehearsal_free(struct rehearsal *rehearsal);

enum level rehearsal_level(const struct tui_options *options,
			   const struct scenario *scenario);
const struct session *rehearsal_session(const struct rehearsal *rehearsal);

/* "bad news": vocabularies' names as words. */
struct str words_for(struct arena *arena, struct str name);

#endif
