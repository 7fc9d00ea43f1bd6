/*
 * The player behind tests/dialogue/reach.c: what is to happen in a scenario
 * and who makes it happen.
 *
 *   reach_items.c   what is to happen, and what has
 *   reach_lines.c   lines to say
 *   reach_play.c    playing, and moments to come back to
 *   reach_aim.c     what to say to make something happen
 */
#ifndef TESTS_DIALOGUE_REACH_PARTS_H
#define TESTS_DIALOGUE_REACH_PARTS_H

#include "reach_lines.h"
#include "rehearse/session.h"

enum {
	INPUTS_MAX = 60, /* of one talk */
	MOMENTS = 6,     /* kept of every scene */
};

enum item_kind {
	ITEM_SCENE,
	ITEM_CLIENT,
	ITEM_LISTEN,
	ITEM_REPLY,
	ITEM_REACTION,
	ITEM_PUSHBACK,
	ITEM_TOPIC,
	ITEM_ENDING,
};

struct input {
	enum act act;
	struct str line;
	int picked;
};

/* A way to be in a scene. */
struct moment {
	struct input inputs[INPUTS_MAX];
	size_t nr;
	uint64_t told;
	int worth;
};

/* Something that is to happen. */
struct item {
	enum item_kind kind;
	struct str label; /* as the trace names it: "listen 2 of opening" */
	int scene;        /* -1: anywhere */
	int topic;        /* -1 */
	const struct condition *condition;
	unsigned line;
	bool happened;
	/* endings: a moment that would end so, if it ended now; NULL */
	struct moment *moment;
	bool close_by; /* the scene of that moment has a way to the end */
};

struct moments {
	struct moment items[MOMENTS];
	size_t nr;
};

struct player {
	struct arena arena; /* lives as long as the scenario is played */
	const struct scenario *scenario;
	const struct rubric *rubric;
	struct reach_lines lines;
	struct item *items;
	size_t nr_items, alloc_items;
	struct moments *moments; /* of each scene */
	uint64_t draws;
	/* the talk under way */
	struct session *session;
	struct moment now;
	enum level level;
};

int count_bits(uint64_t bits);
/* A number below n. */
uint32_t player_draw(struct player *player, size_t n);

/* Lists everything that is to happen. */
void player_list(struct player *player);
void player_mark_opening(struct player *player);
void player_mark_turn(struct player *player, const struct turn *turn);
bool player_is_done(const struct player *player);
/* Prints what never happened; returns how many. */
size_t player_print_missing(const struct player *player);

void player_begin(struct player *player, enum level level);
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
