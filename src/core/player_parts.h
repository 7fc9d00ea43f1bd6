/*
 * The player from inside. It aims: it takes something that has not happened
 * yet, goes back to a moment near it, and tries what its condition asks for,
 * with some chance. Private to core.
 *
 *   player.c         exploring; what is seen from outside
 *   player_items.c   what is to happen, and what has
 *   player_lines.c   lines to say
 *   player_play.c    playing
 *   player_near.c    moments to come back to
 *   player_aim.c     what to say to make something happen
 */
#ifndef CORE_PLAYER_PARTS_H
#define CORE_PLAYER_PARTS_H

#include "recall.h"
#include "rehearse/player.h"

enum {
	PLAYER_INPUTS = 60, /* of one talk */
	PLAYER_VISITS = 4,  /* kept of each scene */
};

/* Something it may say. */
struct player_line {
	struct str text;
	uint64_t behaviours;      /* it is there for, or has shown */
	script_set facts, topics; /* what it tells and asks in any scene */
	script_set answered;      /* topics that would answer it */
	const struct heard_answer *answers; /* that would */
	size_t nr_answers;
};

struct player_lines {
	struct player_line *items;
	size_t nr, alloc;
};

struct input {
	enum act act;
	struct str line;
	int picked;
};

/* What was said up to a moment, the last first; NULL: nothing yet. Ways share
 * their beginnings and never change. */
struct way {
	struct input input;
	const struct way *before;
	size_t nr; /* of inputs */
};

/* A moment to go on from. */
struct moment {
	const struct way *way;
	enum level level;
	int worth;
	bool kept; /* there is one */
};

/* Something that is to happen, and what is known about it. */
struct item {
	struct player_item seen;
	int place; /* scene, or ending behind the scenes; -1: anywhere */
	int topic, answer; /* it belongs to; -1: none */
	const struct condition *condition;
	const struct entry *entry; /* NULL: none */
	size_t number;             /* of the entry */
	size_t first; /* item of its list: those before it go before it */
	struct moment *near; /* in each scene, the nearest; NULL: none yet */
};

struct player {
	struct arena arena; /* lives as long as the scenario is played */
	const struct scenario *scenario;
	struct rubric rubric; /* with a memory: talks repeat themselves */
	struct recall recall;
	struct player_lines lines;
	size_t studied; /* lines judged so far */
	unsigned kinds; /* searched for, as bits */
	struct item *items;
	size_t nr_items, alloc_items, nr_happened;
	/* where the item of each entry (by number), of each scene, and of the
	 * first reply of each scene is */
	size_t *of_entry, *of_scene, *of_reply;
	/* Is it small enough to be searched with a guide? */
	bool guided;
	size_t step_work; /* of looking how near a moment is to all items */
	int *hops;        /* from each scene to each place; NULL: not guided */
	struct moment
		*visits; /* some of each scene, the most promising first */
	uint64_t draws;
	size_t steps;    /* inputs tried so far, replays counted */
	unsigned called; /* principles suggestions called for or showed */
	/* the talk under way */
	struct session *session;
	const struct way *way;
	enum level level;
};

/* A number below n. */
uint32_t player_draw(struct player *player, size_t n);

/* Everything that is to happen. */
void player_list(struct player *player);
/* The lines for a scenario, by chance where its phrases leave a choice. */
struct player_lines player_lines_for(struct arena *arena,
				     const struct scenario *scenario,
				     const struct pool *pool, struct str yaml,
				     uint64_t seed);
struct item *player_ending(struct player *player, size_t ending);
/* What has happened in a talk, from that use and that turn on. */
void player_mark(struct player *player, const struct session *session,
		 size_t first_use, size_t first_turn);

void player_begin_at(struct player *player, enum level level);
void player_replay(struct player *player, const struct moment *moment);
/* False when the input is refused. */
bool player_do(struct player *player, const struct input *input);
const struct scene *player_here(const struct player *player);
struct input reply_input(const struct scene *scene, size_t i);
struct input say_input(struct str line);
struct input player_random(struct player *player);
/* The reply that would score best here. */
struct input player_good(struct player *player);

/* Something that might make the item happen. */
struct input player_aim(struct player *player, const struct item *item);

/* Is the item still searched for? */
bool player_seeks(const struct player *player, const struct item *item);
/* Measures the ways between the places, and what a step will cost. */
void player_measure(struct player *player);
/* How many scenes lead on from one to a place; from it to itself: there and
 * back. CONDITION_NEVER: none are known; 0: nor measured. */
int player_hops(const struct player *player, int scene, int place);
/* Keeps the moment where it is the nearest so far. */
void player_keep(struct player *player);
/* How far the talk is from the item; CONDITION_NEVER or more: it cannot happen
 * in it any more. */
int player_distance(const struct player *player, const struct item *item);
/* A moment near to the item; NULL: none yet. */
const struct moment *player_moment(struct player *player,
				   const struct item *item);

#endif
