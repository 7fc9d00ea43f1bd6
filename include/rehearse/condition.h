/*
 * A condition of a scenario: `told(delay) and trust >= 60`.
 *
 *   and or not ( )   < <= = >= > !=   numbers
 *   trust patience turn score said                numbers
 *   slips                                         words of this turn that cost
 *   level channel                                 against their words
 *   direct kind good_news phone initiate together teachable
 *                     this turn's; unscored: every comparison is false
 *   asks(KIND)                                    what the turn asks for, in
 *                                                 asking.h's words
 *   told(FACT) asked(TOPIC) knows(HIDDEN)         so far
 *   did(BEHAVIOUR or act)                         this turn
 *   just told(..), just asked(..), just knows(..) this turn
 *   ever did(..)                                  so far
 * Several names in the brackets, any of them: asks(who or when).
 *
 * `score` and `turn` are the whole talk's, acts not counted.
 *
 * Parsed once, against the scenario's names, into a postfix program; a typo
 * is an error with its column. Layer: core.
 */
#ifndef REHEARSE_CONDITION_H
#define REHEARSE_CONDITION_H

#include "rehearse/asking.h"
#include "rehearse/error.h"
#include "rehearse/script_set.h"
#include "rehearse/terms.h"

struct condition; /* immutable; NULL is the condition that always holds */

/* The names a condition may use, in the order of their bits. */
struct condition_names {
	const struct str *facts, *topics, *hidden;
	size_t nr_facts, nr_topics, nr_hidden;
};

/* On failure err->column is the column inside source, from 1. */
bool condition_parse(struct arena *arena, struct str source,
		     const struct condition_names *names,
		     const struct condition **condition, struct error *err);

/* Everything a condition can ask. */
struct condition_state {
	int trust, patience, turn;
	int score, said; /* of the talk, of this turn; SCORE_NONE: none */
	int slips; /* of this turn: findings below 0 that rest on words */
	enum level level;
	enum channel channel;
	enum asking asking; /* this turn */
	int principles[PRINCIPLE_NR]; /* SCORE_NONE: not scored */
	script_set told, asked, knows;                /* so far */
	script_set just_told, just_asked, just_knows; /* this turn */
	uint64_t did, ever_did;                     /* BEHAVIOUR_BIT */
	uint32_t did_act, ever_act; /* bits of enum act; words said in channel
				       voicemail count as act voicemail */
};

bool condition_holds(const struct condition *condition,
		     const struct condition_state *state);

/*
 * How far the talk is from words that make it hold, or fail: one for each fact,
 * question and find that is missing, and for each step of mood. What the words
 * themselves decide costs nothing: the next ones may be any. What can be
 * undone no more costs CONDITION_NEVER.
 */
enum { CONDITION_NEVER = 1000 };
int condition_distance(const struct condition *condition,
		       const struct condition_state *state, bool holding);

/* What it asks about, negated or not: facts, topics, hidden, behaviours, the
 * kind of question. */
struct condition_uses {
	script_set told, asked, knows;
	uint64_t did; /* BEHAVIOUR_BIT */
	script_set just_told; /* of told */
	uint32_t asks; /* enum asking */
};
struct condition_uses condition_uses(const struct condition *condition);
/* The same for the terms that have to hold, or must not, for it to hold. */
struct condition_uses condition_wants(const struct condition *condition,
				      bool holding);

/* For checks and the trace: its source, and each term with its value ("trust
 * 55 >= 60: no"). */
struct str condition_source(const struct condition *condition);
void condition_explain(const struct condition *condition,
		       const struct condition_state *state,
		       struct strbuf *out);

#endif
