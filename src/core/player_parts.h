/*
 * The player from inside. It aims: it takes something that has not happened
 * yet, goes back to a moment near it, and tries what its condition asks for,
 * with some chance. Private to core.
 *
 *   player.c         exploring; what is seen from outside
 *   player_items.c   what is to happen, and what has
 *   player_lines.c   lines to say
 *   player_play.c    playing, and moments to come back to
 *   player_aim.c     what to say to make something happen
 */
#ifndef CORE_PLAYER_PARTS_H
#define CORE_PLAYER_PARTS_H

#include "recall.h"
#include "rehearse/player.h"

enum {
	PLAYER_INPUTS = 60, /* of one talk */
	PLAYER_MOMENTS = 6, /* kept of every scene */
};

/* Something it may say. */
struct player_line {
	struct str text;
	uint64_t behaviours;    /* what a line of the pool is there for */
	script_set facts, topics; /* what it tells and asks in any scene */
	script_set answered;      /* topics that would answer it */
	int answer;             /* one of the answers that would; -1: none */
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

/* A way to be in a scene. */
struct moment {
	struct input inputs[PLAYER_INPUTS];
	size_t nr;
	script_set told;
	int worth;
};

/* Something that is to happen, and what is known about it. */
struct item {
	struct player_item seen;
	int scene; /* -1: anywhere */
	int topic, answer; /* it belongs to; -1: none */
	const struct condition *condition;
	/* endings: a moment that would end so, if it ended now; NULL */
	struct moment *moment;
	bool close_by; /* the scene of that moment has a way to the end */
};

struct moments {
	struct moment items[PLAYER_MOMENTS];
	size_t nr;
};

struct player {
	struct arena arena; /* lives as long as the scenario is played */
	const struct scenario *scenario;
	struct rubric rubric; /* with a memory: talks repeat themselves */
	struct recall recall;
	struct player_lines lines;
	struct item *items;
	size_t nr_items, alloc_items, nr_happened;
	/* where the item of each entry (by number), of each scene, and of the
	 * first reply of each scene is */
	size_t *of_entry, *of_scene, *of_reply;
	struct moments **moments; /* of each scene; NULL: never there */
	uint64_t draws;
	size_t steps;    /* inputs tried so far, replays counted */
	unsigned called; /* principles suggestions called for or showed */
	/* the talk under way */
	struct session *session;
	struct moment now;
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
/* A moment in the item's scene, or anywhere; NULL: none yet. */
const struct moment *player_moment(struct player *player,
				   const struct item *item);

#endif
