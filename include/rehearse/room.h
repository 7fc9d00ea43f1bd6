/*
 * The room a drill is run in: an hour together with its folder. Everything
 * that happens in a drill goes through here, on the screen and line by line.
 *
 * The folder holds drill.log, the hour's inputs, each on the disk before
 * room_take() returns; a transcript for each conversation (1-P1.yaml: round
 * 1, the first person), which is an ordinary one; and what the group's
 * results are written into. A drill that was interrupted is gone on with by
 * opening its folder again: the log leads to the hour, the transcripts to the
 * conversations, and the time goes on where it stopped.
 *
 * drill.log is the one file that tells who P1 is, unless the drill says that
 * results are under names.
 *
 * Layer: io.
 */
#ifndef REHEARSE_ROOM_H
#define REHEARSE_ROOM_H

#include "rehearse/group.h"
#include "rehearse/hour.h"
#include "rehearse/play.h"

struct room_options {
	const struct drill *drill;
	const struct scenario *const *scenarios; /* of its rounds */
	const struct rubric *rubric;
	const struct play_clock *clock; /* NULL: time is what room_at() says */
	struct str folder;
	bool solo;
};

struct room;

/*
 * Begins in the folder, which is made where there is none, or goes on with
 * the drill whose log is in it. NULL when that is another drill, or cannot be
 * gone on with: err says why, its path lives in the arena. The options'
 * drill, scenarios, rubric and clock are borrowed.
 */
struct room *room_open(const struct room_options *options,
		       struct arena *arena, struct error *err);
/* Leaves the drill: it can be gone on with. */
void room_free(struct room *room);

/* A new name for a folder in `drills`: the moment and the drill's id. */
struct str room_new_folder(struct arena *arena, struct str drills,
			   const struct room_options *options);
/* The newest folder in `drills` with a drill of this file that was begun and
 * not ended; empty: there is none. */
struct str room_unfinished(struct arena *arena, struct str drills,
			   const struct drill *drill, bool solo);

const struct hour *room_hour(const struct room *room);
struct str room_folder(const struct room *room);
/* Was it begun before? */
bool room_resumed(const struct room *room);
/* Where people have to find their seats again first: a talk that was going on
 * begins with a pause. */
void room_rest(struct room *room);
/* NULL: all is saved, and every transcript was there. */
const struct error *room_trouble(const struct room *room);

/* Seconds now, and without a clock: from now on. */
uint64_t room_now(const struct room *room);
void room_at(struct room *room, uint64_t seconds);

/* An input: it is stamped, taken, written down, and a conversation is opened
 * or closed if it leads to that. */
bool room_take(struct room *room, enum hour_input input, struct error *err);
bool room_name(struct room *room, enum hour_input input, struct str name,
	       struct error *err);
bool room_mark(struct room *room, const int marks[PRINCIPLE_NR],
	       struct error *err);

/* The conversation that is open or just over, whose lines go through play.h;
 * NULL: none. */
struct play *room_play(const struct room *room);
/* Of the round that is on; NULL in the lobby. */
const struct scenario *room_scenario(const struct room *room);
struct str room_round_title(const struct room *room, unsigned round);
/* To be called whenever something was said, done or taken back in it. */
void room_turned(struct room *room);

/* What the conversations that count add up to: those of one round, or of all
 * (0). Lives in the arena, and not longer than the room. */
const struct group *room_group(const struct room *room, unsigned round,
			       struct arena *arena);
/* The sheet and the results, as far as they go, into the folder. */
bool room_write(struct room *room, struct error *err);

/* ---- in words ----------------------------------------------------------- */

/* "12:05"; "-0:30" is over. */
void room_clock(int64_t seconds, struct strbuf *out);
/* What helps, and what is asked for: "4 min, firm, hints off, pass 60". */
void room_terms(const struct room *room, unsigned round, struct strbuf *out);
/* A line for each round, the one that is on marked. */
void room_agenda(const struct room *room, struct strbuf *out);
/* Who is here: "Ana (P1), Ben (P2); gone: Chidi (P3)". */
void room_roster(const struct room *room, struct strbuf *out);
/* "Ana's turn. Then Ben, Chidi."; empty between rounds. */
void room_turns(const struct room *room, struct strbuf *out);
/* What the room thought of the last turn beside what the rules saw, and the
 * receipt. */
void room_evidence(const struct room *room, struct strbuf *out);

#endif
