/*
 * What the files of a group share. It is made in steps: plays are put in
 * their places (group.c), what was seen in them is collected (group_sight.c)
 * and counted (group_tally.c), the room's marks are compared
 * (group_marks.c); then it is only read.
 */
#ifndef CORE_GROUP_PARTS_H
#define CORE_GROUP_PARTS_H

#include "rehearse/group.h"

/* What a team can practise. In the order of what hurts most when it is
 * missing. */
enum practice {
	PRACTICE_RESPECT,
	PRACTICE_ANSWER,
	PRACTICE_OWN,
	PRACTICE_FEELING,
	PRACTICE_DATE,
	PRACTICE_EARLY,
	PRACTICE_TOGETHER,
	PRACTICE_PROMISE,
	PRACTICE_GOOD_NEWS,
	PRACTICE_PLAIN,
	PRACTICE_NR,
};
struct practice_words {
	const char *id, *title, *how, *exercise;
};
extern const struct practice_words practice_words[PRACTICE_NR];

/* "5 of 6 WORDS": what was done, as a team hears it. */
struct behaviour_words {
	const char *done; /* as something good; NULL: not worth telling */
	const char *slip; /* as a slip; NULL: its name has to do */
	enum practice practice; /* what its slips call for */
};
extern const struct behaviour_words behaviour_words[BEHAVIOUR_NR];

/*
 * Something called for and not done: in one turn, or in the talk as a whole.
 * What a condition leaves 0 it does not ask.
 */
struct lapse {
	const char *id;
	const char *words; /* "5 of 6 ..." */
	const char *you;   /* the same, to whom it happened */
	enum practice practice;
	uint32_t client;    /* a turn that answers one of these (CLIENT_BIT) */
	unsigned principle; /* ... and that calls for it: 1 + the principle */
	uint64_t failing;   /* missed only where one of these was shown */
	uint64_t shown;     /* ... and none of these */
	/* of the talk as a whole: its first or last so many turns with words,
	 * or all of them; not of talks that have fewer */
	enum { LAPSE_TURN, LAPSE_FIRST, LAPSE_LAST, LAPSE_TALK } where;
	unsigned turns;
	uint32_t kinds, faults; /* only in talks of these, as bits */
};
extern const struct lapse lapses[];
extern const size_t nr_lapses;

enum sight_kind { SIGHT_DONE, SIGHT_SLIP, SIGHT_LAPSE, SIGHT_NR };

/* One thing that was seen in a turn, or called for. */
struct sight {
	enum sight_kind kind;
	int what; /* a behaviour; of a lapse its place among lapses */
	size_t person;
	unsigned round;
	int turn;   /* 0: the talk as a whole */
	bool missed; /* a lapse: it was; false: it was called for and done */
	const struct finding *finding; /* not of lapses */
	const struct report_line *line; /* NULL: the talk as a whole */
	const struct report *report;
};

/* How many people something holds of, among those of whom it could. */
struct tally {
	enum sight_kind kind;
	int what;       /* of a practice: the practice */
	unsigned round; /* 0: all */
	int turn;       /* 0: the talk as a whole, or all */
	unsigned nr, of, times;
	bool *people; /* which, by place */
};
struct tallies {
	struct tally *items;
	size_t nr;
};

/* A sentence worth hearing again, or a slip with its mend. */
struct quotation {
	const struct sight *sight;
	struct str source; /* in the turn's own text */
	struct str sentence, rewrite; /* without names */
};

struct disagreement {
	const struct group_mark *mark;
	size_t person;
	int principle, room, rules; /* 0..4 */
	int score; /* of the principle; SCORE_NONE: nothing was found */
	const struct report *report;
	const struct report_line *line;
};
/* Does a finding of the turn speak against what the room saw? */
bool disagrees_with(const struct disagreement *d, size_t finding);

/* How often the room saw more, or less, than a rule. */
struct rule_split {
	int rule; /* -1: no rule found anything that speaks for it */
	unsigned higher, lower;
	const struct disagreement *example;
};
struct rule_splits {
	struct rule_split *items;
	size_t nr;
};

struct group {
	const struct group_input *input;
	struct arena *arena;
	struct str *labels; /* of people */
	const struct spelling *spelling; /* words that are no names; or NULL */
	unsigned nr_rounds;
	const struct group_play **plays; /* people x rounds; NULL: none */
	struct str *warnings;
	size_t nr_warnings;
	struct sight *sights;
	size_t nr_sights, alloc_sights;
	unsigned waived; /* findings objected to: they are no sights */
	struct tallies done;    /* by behaviour: what went well */
	struct tallies missed;  /* slips and lapses, each over all rounds */
	struct tallies moments; /* slips and lapses by round and turn */
	struct tallies practices;  /* what to practise */
	struct disagreement *disagreements;
	size_t nr_disagreements;
};

static inline const struct group_play *
group_play_of(const struct group *group, size_t person, unsigned round)
{
	return group->plays[person * group->nr_rounds + round - 1];
}

/* "The migration will be late": the round's own title or its scenario's. */
struct str group_round_title(const struct group *group, unsigned round);
/* The score to reach in a round; -1: none. */
int group_pass(const struct group *group, unsigned round);

/* Text from outside, without the names of the roster where names were not
 * asked for; borrowed, or in the group's arena. */
struct str group_without_names(const struct group *group, struct str text);

void group_see(struct group *group);
void group_count(struct group *group);
void group_compare_marks(struct group *group);

/* Those of most disagreements first. */
struct rule_splits group_splits(const struct group *group);

/* How many of the practices a sheet asks to practise: the first, and up to two
 * more that most people missed. */
size_t group_nr_practise(const struct group *group);
/* What stands there instead: what nobody missed may still have gone poorly. */
struct str group_no_practise(const struct group *group);
enum practice practice_of(enum sight_kind kind, int what);
struct str tally_words(const struct tally *tally);

/* The mean of a principle over what one person (or, SIZE_MAX, everybody)
 * played, rounded half up; SCORE_NONE: it was never needed. */
int group_mean(const struct group *group, size_t person, int principle);

/* The best sentence of a behaviour, the plainest example of a slip. False:
 * there is none that can be quoted. */
bool group_example(const struct group *group, enum sight_kind kind, int what,
		   struct quotation *example);

#endif
