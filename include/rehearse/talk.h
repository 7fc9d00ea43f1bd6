/*
 * A conversation as the evaluator hears it: what the client just did, what
 * was told and promised so far, which rules have fired. Every own turn gets a
 * verdict: findings, a score for each principle that counts, and the receipt
 * whose lines add up to them. At the end the whole talk gets a summary.
 *
 * The same for a rehearsal, a transcript and the filter; it knows no files
 * and no scenario, only what the setting says. Whole numbers, no clock, no
 * chance: the same words, the same score.
 *
 * The receipt (docs in README.md, "The receipt"):
 *   principle = 50 (40 when called for and nothing was seen) + its lines,
 *               held within 0..100
 *   a turn    = sum(weight x principle) / sum(weight), rounded half up, then
 *               the lowest gate
 *   a talk    = the same over conversation principles, then the
 *               conversation's own lines (at most 12 either way), then the
 *               lowest gate
 *
 * Layer: core. A talk lives in the arena it was made in.
 */
#ifndef REHEARSE_TALK_H
#define REHEARSE_TALK_H

#include "rehearse/rubric.h"
#include "rehearse/script_set.h"

/* What is fixed for a whole conversation. */
struct talk_setting {
	enum kind kind;
	enum fault fault;
	bool client_opens; /* the client brought it up: being late with news
			      is judged by `must` all the same */
	bool in_talk;      /* other lines are there to be read: a first one
			      is not all that is known */
	bool scripted;     /* facts are known (below); else news are read from
			      the words alone */
	script_set must;   /* facts (bits) known now and owed */
	script_set good;   /* facts that are good news */
};

struct finding {
	int rule;
	int raw;    /* the rule's points */
	int points; /* its line's counted points, see the receipt */
	uint32_t start, end; /* bytes of the turn; 0,0: no words */
	struct str quote;    /* those bytes */
	struct str passage;  /* of a strength: with what stands around them,
			      * to be read aloud; else the quote */
	struct str slot;     /* what the rule's capture caught; may be empty */
	bool waived;
};

enum line_kind {
	LINE_START,      /* 50, or 40 when nothing was seen */
	LINE_RULE,       /* a finding */
	LINE_REPEAT,     /* loss: the same rule again in this turn */
	LINE_CAP,        /* loss: the family's cap */
	LINE_SATURATION, /* loss: the more good lines, the less each adds */
	LINE_SLIPS,      /* loss: slips take part of what is good */
	LINE_GATE,
	LINE_CONVERSATION,
	LINE_NR,
};
extern const struct terms line_terms;

struct receipt_line {
	enum line_kind kind;
	int principle; /* -1: the whole turn or talk */
	int points;
	int rule;      /* -1: none */
	int finding;   /* index; -1: none */
	struct str text;
};

enum { SCORE_NONE = -1 };

/*
 * What a better sentence takes over: from the speaker's own words, or from
 * the facts of the script. Each may be empty.
 */
struct slots {
	struct str when;   /* "by Thursday": the first time named */
	struct str action; /* "call the plant": the first thing they will do */
	struct str news;   /* a fact that is owed and was not told */
	struct str good;   /* a good fact that was not told */
	bool scripted;     /* where both are empty all has been told */
};

struct verdict {
	bool scored;
	int score;                     /* SCORE_NONE when not scored */
	int principles[PRINCIPLE_NR];  /* SCORE_NONE: not needed here */
	unsigned expected;             /* bits: called for */
	unsigned missed;               /* bits: called for and not seen */
	int ungated;                   /* the score before the gate */
	int gate;                      /* index of the rubric's, -1: none */
	struct finding *findings;
	size_t nr_findings;
	struct receipt_line *lines;
	size_t nr_lines;
	uint64_t behaviours; /* BEHAVIOUR_BIT of the findings that count */
	uint32_t client_acts; /* what it was an answer to, CLIENT_BIT */
	struct str commitment; /* the dated promise in it, quoted; or empty */
	struct slots slots;
};

/* One own turn, to be judged. */
struct said {
	const struct text *text; /* from rubric_read(); NULL for an act */
	enum act act;
	enum channel channel;
	enum stage stage; /* STAGE_NONE: derived */
	script_set told;  /* scripted: facts told by these words */
	struct str news, good; /* scripted: facts still to tell, in words */
	const struct finding *waived; /* left out of the score: only rule and
					 quote are looked at */
	size_t nr_waived;
};

struct talk;

struct talk *talk_new(struct arena *arena, const struct rubric *rubric,
		      const struct talk_setting *setting);

/*
 * The client says a line (or does nothing: empty). `means` (CLIENT_BIT), if
 * not 0, decides what the line does instead of the rubric's reading. Returns
 * what it does.
 */
uint32_t talk_client(struct talk *talk, struct str line, uint32_t means);

/* A complaint stands from the start (scenarios of kind complaint). */
void talk_open_complaint(struct talk *talk);

/*
 * Judge a turn as if it were said now, and leave the talk as it is: for the
 * meter while typing. Results live in the arena.
 */
struct verdict *talk_judge(const struct talk *talk, const struct said *said,
			   struct arena *arena);

/* Judge it and let it have been said. The verdict lives with the talk. */
const struct verdict *talk_say(struct talk *talk, const struct said *said);

/* From now on judging tells `out` what it weighed and found wanting: rules
 * whose words were there, and what spoke against them. NULL: no more. */
void talk_trace(struct talk *talk, struct strbuf *out);

/* Findings, scores and receipt of the whole so far. */
struct summary {
	bool scored;
	int score, ungated; /* SCORE_NONE: no turn was scored */
	int principles[PRINCIPLE_NR];
	/* parts of the two-step mean, so that it can be re-added: sums and
	 * counts of the best two and of the turns that called for it */
	int best[PRINCIPLE_NR], nr_best[PRINCIPLE_NR];
	int expected[PRINCIPLE_NR], nr_expected[PRINCIPLE_NR];
	int gate;
	struct receipt_line *lines; /* conversation lines and the gate */
	size_t nr_lines;
	unsigned turns, turns_scored; /* own turns with words, acts too */
	unsigned unanswered;          /* client questions never answered */
	int band;
};
struct summary talk_summary(const struct talk *talk, struct arena *arena);

/* "strong"; the words for a score. */
extern const struct terms band_terms;
int score_band(int score);

/* Weight of a principle in this talk. */
int talk_weight(const struct talk *talk, enum principle principle);
const struct rubric *talk_rubric(const struct talk *talk);

/*
 * A finding's better sentence: the rule's `try` with its slots filled. {when},
 * {action}, {news} and {good} come from the verdict, any other from what the
 * rule's pattern caught; what is empty prints its hint, {when: day and hour}
 * as [day and hour], {when} as [when]. News that a script has nothing left of
 * are not told again: their sentence is left out. Empty if the rule has no
 * `try`.
 */
struct str finding_rewrite(const struct rubric *rubric,
			   const struct finding *finding,
			   const struct slots *slots, struct arena *arena);

/*
 * The verdict on `words` in the setting of a rule's example: the plainest in
 * which the rule may fire (what its `when` asks for is given).
 */
struct verdict *rubric_example_judge(const struct rubric *rubric, int rule,
				     const struct rule_example *example,
				     struct str words, struct arena *arena);

#endif
