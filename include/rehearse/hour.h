/*
 * An hour: a drill being run. It is a list of inputs, each with its second,
 * and what follows from them: who is here, whose turn it is, what time is
 * left. The same inputs lead to the same hour, so an interrupted one is gone
 * on with by taking its inputs once more.
 *
 * The rules:
 * - Everybody has one conversation a round, those with the fewest first; who
 *   joins late comes last, who leaves gives up their place.
 * - The time box of a conversation runs only while it is talked: not while it
 *   is marked and looked at, nor in a pause. When it is over a turn may be
 *   finished, then the conversation ends.
 * - The hour runs on in a pause, as the room is booked. Each round has the
 *   share of it that its time box has of those still to come, the debrief's
 *   tenth kept apart. When there is no time for another conversation (half
 *   its box would do) the round is over; whoever had no turn is the first
 *   in the next. At least one has a turn in every round.
 * - The keyboard may be passed on in the middle of a conversation, which
 *   stays that of the one who began it; before it begins, passing changes
 *   places with the next.
 *
 * Layer: core. No clock: seconds count from the first input.
 */
#ifndef REHEARSE_HOUR_H
#define REHEARSE_HOUR_H

#include "rehearse/arena.h"
#include "rehearse/drill.h"
#include "rehearse/error.h"

enum hour_phase {
	HOUR_LOBBY,         /* people join */
	HOUR_BRIEF,         /* one is about to talk and reads the brief */
	HOUR_PLAYING,       /* they talk */
	HOUR_MARKING,       /* the room marks the last turn */
	HOUR_REVEALED,      /* the evidence shows, of that turn or of all */
	HOUR_ROUND_DEBRIEF, /* the round is over */
	HOUR_CLOSING,       /* the last debrief */
	HOUR_DONE,
	HOUR_PHASE_NR,
};

enum hour_input {
	HOUR_BEGIN,
	HOUR_JOINED, /* name */
	HOUR_LEFT,   /* name */
	HOUR_TURN,   /* words were said; `turn` turns stand now */
	HOUR_ACT,    /* something was done or taken back; `turn` stand now */
	HOUR_PASS,
	HOUR_PAUSE,
	HOUR_GO_ON,  /* after a pause; or with a round that ran out of time */
	HOUR_SKIP,   /* this conversation does not count */
	HOUR_REPEAT, /* this conversation again; between two the last */
	HOUR_MARK,   /* marks */
	HOUR_REVEAL,
	HOUR_ENDED,  /* the conversation came to its end */
	HOUR_NEXT,
	HOUR_INPUT_NR,
};
extern const struct terms hour_input_terms;

enum { HOUR_UNMARKED = -1, HOUR_MARK_MAX = 4 };

struct hour_event {
	enum hour_input input;
	uint64_t at; /* seconds */
	struct str name;
	int turn;
	int marks[PRINCIPLE_NR]; /* 0 harmful .. 4 exemplary, HOUR_UNMARKED */
};

struct hour_person {
	struct str name;
	bool here;
};

/* One conversation; of several of one person in a round the last that is not
 * skipped counts. */
struct hour_talk {
	unsigned round; /* from 1 */
	size_t person;
	unsigned try; /* from 1 */
	int turns;
	bool over, skipped;
};

/* What the room thought of a turn. */
struct hour_mark {
	size_t talk; /* index */
	int turn;
	int marks[PRINCIPLE_NR];
};

/* To be read; hour_take() alone changes it. */
struct hour {
	const struct drill *drill;
	bool solo;
	enum hour_phase phase;
	bool paused;
	unsigned round;  /* from 1; 0: none yet */
	uint64_t now;    /* of the last input */
	struct hour_person people[DRILL_MAX_PEOPLE]; /* P1 is the first; who
							left is kept */
	size_t nr_people;
	size_t queue[DRILL_MAX_PEOPLE]; /* who is still to talk in this round;
					   the first is who talks */
	size_t nr_queue;
	size_t keys; /* who sits at the keyboard */
	struct hour_talk *talks;
	size_t nr_talks, alloc_talks;
	struct hour_mark *marks;
	size_t nr_marks, alloc_marks;
	/* ---- for the rules alone ---- */
	uint64_t begun, round_ends;
	uint64_t used, since; /* of the time box; since: when it runs */
	struct arena arena;
};

/* The drill is borrowed. solo: for one person, whoever the file names. */
struct hour *hour_new(const struct drill *drill, bool solo);
void hour_free(struct hour *hour);

/* Refuses (ERROR_USAGE, in words for the room) what cannot be now. Strings
 * are copied. */
bool hour_take(struct hour *hour, const struct hour_event *event,
	       struct error *err);

/* Of this round; NULL in the lobby. */
const struct drill_round *hour_round(const struct hour *hour);
/* The conversation that is going on, or just over and still looked at. */
const struct hour_talk *hour_talk(const struct hour *hour);
/* Is this one counted? */
bool hour_counts(const struct hour *hour, const struct hour_talk *talk);
/* So many are here. */
size_t hour_nr_here(const struct hour *hour);
/* What was marked of that conversation's turn, or NULL. */
const struct hour_mark *hour_marks(const struct hour *hour, size_t talk,
				   int turn);
/* The person of that name or pseudonym, -1. */
int hour_find(const struct hour *hour, struct str name);

/* Seconds left at that moment; negative: so many over. */
struct hour_left {
	int64_t hour, round, box;
};
struct hour_left hour_left(const struct hour *hour, uint64_t now);

#endif
