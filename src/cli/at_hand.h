/*
 * What commands begin with: the rubric, the user's directory, the clock,
 * whether somebody sits there.
 */
#ifndef CLI_AT_HAND_H
#define CLI_AT_HAND_H

#include "rehearse/play.h"
#include "rehearse/rubric.h"

/* The built-in rubric, or that of a file. Complains by itself and returns
 * an exit status; 0: done. */
int rubric_at_hand(struct arena *arena, struct str path,
		   struct rubric *rubric);

/* $XDG_DATA_HOME/rehearse/sessions; empty: nowhere. */
struct str sessions_at_hand(struct arena *arena);

/* The scene of that name; empty: where the scenario starts. Complains by
 * itself and returns an exit status; 0: done. */
int scene_at_hand(const struct scenario *scenario, struct str id, int *scene);

/* Does somebody read what is written and type what is read? */
bool terminal_at_hand(void);

/* Wall time in UTC, and seconds that never run backwards. */
extern const struct play_clock real_clock;

#endif
