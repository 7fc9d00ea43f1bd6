/*
 * A player that is no person: it plays a scenario until everything in it has
 * happened, so that what never happens can be told. Seeded, so that a run is
 * like the one before.
 *
 * It goes on from the moments that came nearest to what is still missing, so
 * that "no run came to it" speaks of the script and not of chance: what takes
 * five things one after the other is found by steps (core/player_near.c says
 * how near is measured). A round is one such moment and a few inputs from it.
 *
 * Layer: core.
 */
#ifndef REHEARSE_PLAYER_H
#define REHEARSE_PLAYER_H

#include "rehearse/pool.h"
#include "rehearse/session.h"

enum player_item_kind {
	ITEM_SCENE,
	ITEM_CLIENT,
	ITEM_LISTEN,
	ITEM_REPLY,
	ITEM_REACTION,
	ITEM_NOD,
	ITEM_REMARK,
	ITEM_PUSHBACK,
	ITEM_TOPIC,
	ITEM_ANSWER,
	ITEM_ENDING,
	ITEM_KIND_NR,
};
enum { PLAYER_ALL_KINDS = (1 << ITEM_KIND_NR) - 1 };

/* Something that is to happen, and whether it has. */
struct player_item {
	enum player_item_kind kind;
	struct str label; /* as the trace names it: "listen 2 of opening" */
	unsigned line;    /* in the file */
	struct str text;  /* the first it says; may be empty */
	bool happened;
	/* Waits for a question of one kind, or for one that names a thing, and
	 * what is asked is left to chance: no fault where none came. */
	bool by_chance;
};

struct player;

/*
 * Lines to say come from the pool, and from yaml, the bytes of the scenario's
 * file: its phrases are in it. Scenario, rubric and pool are borrowed.
 */
struct player *player_new(const struct scenario *scenario,
			  const struct rubric *rubric, const struct pool *pool,
			  struct str yaml);
void player_free(struct player *player);

/*
 * Plays until all items of these kinds (bits) have happened, at most so many
 * rounds, and fewer in a scenario of thousands of items.
 */
void player_explore(struct player *player, unsigned kinds, int rounds);

/* Takes over what happened in a talk played elsewhere. */
void player_learn(struct player *player, const struct session *session);

size_t player_nr_items(const struct player *player);
const struct player_item *player_item(const struct player *player, size_t i);
/* The talk at the best moment so far in that scene; NULL: never been there.
 * Until the next call. */
const struct session *player_visit(struct player *player, size_t scene);
/* Facts and topics that a line made from some phrase tells or asks. */
struct heard player_can_say(const struct player *player);
/* Principles that suggestions and acts called for or showed, as bits. */
unsigned player_called_for(const struct player *player);

#endif
