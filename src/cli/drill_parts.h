/* A drill line by line: what the drill_*.c share. */
#ifndef CLI_DRILL_PARTS_H
#define CLI_DRILL_PARTS_H

#include "plain_parts.h"
#include "rehearse/room.h"

struct drill_lines {
	struct room *room;
	struct plain *plain; /* says and shows what belongs to one talk */
	bool leaving;
	struct shown {
		enum hour_phase phase;
		unsigned round;
		size_t talks, up;
	} shown; /* last, to notice what is new */
	bool time_told; /* of this conversation */
};

/* Until it is done, the lines end, somebody leaves or a signal comes; an exit
 * status. */
int drill_run(struct room *room, struct typed *typed,
	      const struct plain_options *options, struct output *output);

/* ---- drill_show.c ---- */

/* What the phase that has just begun asks for. */
void drill_show_phase(struct drill_lines *drill);
/* Agenda, roster, time. */
void drill_show_agenda(struct drill_lines *drill);
/* Who is here, whose turn it is. */
void drill_show_people(struct drill_lines *drill);
void drill_show_time(struct drill_lines *drill);

/* ---- drill_commands.c ---- */

void drill_take(struct drill_lines *drill, struct str line);

#endif
