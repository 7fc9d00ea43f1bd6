/* An hour from inside: what the hour_*.c share. Layer: core, internal. */
#ifndef CORE_HOUR_PARTS_H
#define CORE_HOUR_PARTS_H

#include "rehearse/hour.h"

/* ---- hour_time.c -------------------------------------------------------- */

/* The time box, in seconds. */
uint64_t hour_box(const struct hour *hour);
void hour_start_box(struct hour *hour);
void hour_stop_box(struct hour *hour);
/* When the round that begins now has had its share of the hour. */
uint64_t hour_share(const struct hour *hour);
/* Is there time for one more conversation in this round? */
bool hour_has_time(const struct hour *hour);

/* ---- hour_turns.c ------------------------------------------------------- */

/* The last conversation. */
struct hour_talk *hour_open_talk(struct hour *hour);
/* Has anybody talked in this round? */
bool hour_has_talked(const struct hour *hour);
void hour_put_first(struct hour *hour, size_t person);
void hour_leave_queue(struct hour *hour, size_t person);
/* The next who is here after that one, round the table. */
size_t hour_next_here(const struct hour *hour, size_t person);
/* The first of the queue reads the brief, or the round is over. */
void hour_hand_on(struct hour *hour);
void hour_open_round(struct hour *hour);
void hour_start_talk(struct hour *hour);
void hour_close_talk(struct hour *hour);

/* ---- hour_people.c ------------------------------------------------------ */

bool hour_take_joined(struct hour *hour, const struct hour_event *event,
		      struct error *err);
bool hour_take_left(struct hour *hour, const struct hour_event *event,
		    struct error *err);

#endif
