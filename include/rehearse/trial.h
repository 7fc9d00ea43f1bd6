/*
 * A trial: a scenario played many times by a machine that types and picks
 * what people might, well or badly, so that an author sees what is heard how
 * often, how talks end, and what goes wrong in some of them.
 *
 * A run is known by its seed, and goes the same way whenever it is played:
 * alone or among others.
 *
 * Layer: core.
 */
#ifndef REHEARSE_TRIAL_H
#define REHEARSE_TRIAL_H

#include "rehearse/player.h"

struct trial;

/* What is tried. */
struct trial_source {
	const struct scenario *scenario;
	const struct rubric *rubric;
	const struct pool *pool;
	struct str yaml; /* the bytes of the scenario's file */
	int level;       /* enum level; -1: each in turn */
};

/* All of it is borrowed. */
struct trial *trial_new(const struct trial_source *source);
void trial_free(struct trial *trial);

/* How a run goes about it. */
struct trial_way {
	enum conduct conduct;
	enum level level;
};
struct trial_way trial_way(const struct trial *trial, uint64_t seed);

/* One run, which counts for nothing. Until the next call. */
const struct session *trial_run(struct trial *trial, uint64_t seed);

/* So many runs, from this seed on. To be called once. */
void trial_play(struct trial *trial, uint64_t seed, size_t runs);

/*
 * Then looks for ways to what no run came to. What is rare may be missed by
 * chance, so while something is missing the search begins anew, so many times,
 * before that counts as never.
 */
enum { TRIAL_SEARCHES = 20 };
void trial_search(struct trial *trial, int times);

enum trial_smell_kind {
	TRIAL_REPEATED,    /* the same words twice in one talk */
	TRIAL_BRACE,       /* a { or } in what is heard */
	TRIAL_ENDLESS,     /* turns run out, or the talk never ends */
	TRIAL_STUCK,       /* a scene nobody comes out of */
	TRIAL_ONE_ENDING,  /* whatever is said */
	TRIAL_UPSIDE_DOWN, /* who does better ends worse */
	TRIAL_UNREACHED,   /* see above */
	TRIAL_SMELL_NR,
};
extern const struct terms trial_smell_terms;

struct trial_smell {
	enum trial_smell_kind kind;
	unsigned line;   /* in the file; 0: none in particular */
	size_t runs;     /* in which it was so; 0: all together */
	uint64_t seed;   /* the first of them */
	bool seldom;     /* so few that it is told, and is no fault */
	struct str text; /* what is wrong and what to do */
};
/* When all is played and searched: by kind, then in the order met. */
const struct trial_smell *trial_smells(struct trial *trial, size_t *nr);
/* None but what is seldom. */
bool trial_is_clean(struct trial *trial);

/* For people, and as one JSON object on one line. */
void trial_text(struct trial *trial, struct strbuf *out);
void trial_json(struct trial *trial, struct strbuf *out);
/* One run as a conversation. */
void trial_run_text(struct trial *trial, uint64_t seed, struct strbuf *out);
void trial_run_json(struct trial *trial, uint64_t seed, struct strbuf *out);

#endif
