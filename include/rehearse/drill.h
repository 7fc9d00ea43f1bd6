/*
 * A drill: a team's hour as its file plans it. Rounds follow each other; in
 * each round everybody meets the same client (the same seed), one after the
 * other, within a time box. A drill never changes after loading; hour.h is
 * one being run, as a session is a scenario being played.
 *
 * Layer: core; io/drill_yaml.c fills it.
 */
#ifndef REHEARSE_DRILL_H
#define REHEARSE_DRILL_H

#include "rehearse/sha256.h"
#include "rehearse/terms.h"

/* What helps whoever talks. */
enum hints {
	HINTS_ON,   /* suggestions and the coach */
	HINTS_OFF,  /* neither; the coach speaks after the conversation */
	HINTS_EXAM, /* nor then: only when the round is over */
	HINTS_NR,
};
extern const struct terms hints_terms;

enum {
	DRILL_MAX_MINUTES = 240,
	DRILL_MAX_ROUNDS = 20,
	DRILL_MAX_PEOPLE = 200,
	DRILL_MAX_NAME = 40, /* characters */
};

struct drill_round {
	struct str scenario; /* a name as of the library, or a file */
	int minutes;         /* the time box of each conversation */
	int level;           /* enum level; -1: the scenario's own */
	enum hints hints;
	int pass;  /* the score to reach; -1: none */
	bool mark; /* the room marks each turn before the evidence shows */
	unsigned line, column; /* of the scenario's name in the file */
};

struct drill {
	struct str path; /* as shown in messages: file name or shipped id */
	char hash[SHA256_NAME]; /* of the file's bytes */
	struct str id, title;
	int minutes;
	struct str *people; /* who is there from the start */
	size_t nr_people;
	bool names; /* results are under names, not P1, P2, ... */
	int seed;   /* the same client for everybody */
	struct drill_round *rounds;
	size_t nr_rounds;
	struct str *debrief; /* questions for the end */
	size_t nr_debrief;
};

/* Minutes that are kept for the debrief at the end. */
int drill_kept(const struct drill *drill);
/* So many people can talk in every round. */
int drill_room(const struct drill *drill);
/* Do so many fit? */
bool drill_fits(const struct drill *drill, size_t people);

/*
 * "5 people x 9 minutes are 45, and 6 for the debrief: 51 of 60 minutes";
 * with nobody here "up to" as many as there is room for.
 */
void drill_sum(const struct drill *drill, size_t here, struct strbuf *out);

#endif
