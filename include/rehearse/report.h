/*
 * What a conversation adds up to: scores, receipt, best and worst turn,
 * promises made, facts never said. Made from a session that was played, or
 * from a conversation that was read; the screens, the text report and JSON
 * all show this one thing.
 *
 * Layer: core. Strings are borrowed from what it was made of.
 */
#ifndef REHEARSE_REPORT_H
#define REHEARSE_REPORT_H

#include "rehearse/better.h"

/* One line of the conversation, in order. */
struct report_line {
	bool mine;
	struct str speaker, text; /* an act: its text is what was done */
	enum act act;
	enum channel channel;
	int number;                    /* own turns: from 1; else 0 */
	const struct verdict *verdict; /* own turns; NULL: client, narrator */
	int trust, patience;           /* after it; -1: not known */
	unsigned line;                 /* in the file it was read from; 0 */
};

struct report {
	struct str title;
	struct str ending;       /* what happened at the end; may be empty */
	int ending_kind;         /* enum ending_kind, -1: none reached */
	struct report_line *lines;
	size_t nr_lines;
	struct summary summary;
	const struct waiver *waivers; /* what was waived */
	size_t nr_waivers;
	int without; /* the score without what was waived; SCORE_NONE: nothing
			was, or nothing is left to score */
	const struct talk *talk; /* for weights and the rubric */
	int best, worst;         /* index of lines; -1: none */
	struct str *unsaid;      /* facts owed or good, never told */
	size_t nr_unsaid;
	struct str *unfound;     /* hidden interests never found */
	size_t nr_unfound;
	const struct session *session; /* what was played; NULL: it was read */
	struct better *better;         /* as session_better() has it */
	size_t nr_better, nr_lost;     /* the first nr_lost lost points */
};

struct report *report_session(const struct session *session,
			      struct arena *arena);

/* Some findings were waived (borrowed): what the score would be without
 * them. The score itself stays. */
void report_waive(struct report *report, const struct session *session,
		  const struct waiver *waivers, size_t nr);

/* A line of a conversation that was read, before it is judged. */
struct spoken {
	bool mine;
	struct str speaker, text;
	enum channel channel;
	enum stage stage; /* STAGE_NONE: derived */
	unsigned line;
	script_set told; /* scripted settings: facts told by these words */
	const struct finding *waived; /* as of struct said */
	size_t nr_waived;
};

/* Judges a conversation that was read. Neighbouring lines of one speaker
 * are taken as they are; joining them is the reader's work. */
struct report *report_spoken(const struct rubric *rubric,
			     const struct talk_setting *setting,
			     const struct spoken *lines, size_t nr,
			     struct str title, struct arena *arena);

struct report_options {
	bool scores; /* false: findings and advice without numbers */
	unsigned width; /* columns to wrap at; 0: 80 */
	bool turns;  /* every turn with its receipt, not only the summary */
	bool heard;  /* how it ended was told just now */
	bool ascii;  /* no signs beyond ASCII but those that were said */
};

/* For people: the text the README calls the receipt. */
void report_text(const struct report *report,
		 const struct report_options *options, struct strbuf *out);
/* One JSON object, on one line with a line feed. */
void report_json(const struct report *report, struct str id,
		 struct strbuf *out);
/* The object of one turn, without a line feed. id.ptr NULL: null. */
void verdict_json(const struct verdict *verdict, const struct rubric *rubric,
		  struct str id, struct strbuf *out);

/* What was waived of one turn, among what was waived of any. */
struct waived {
	const struct waiver *items;
	size_t nr;
	int turn;
};
struct waived report_waived(const struct report *report, int turn);
bool is_waived(const struct waived *waived, int rule);

/* The receipt of one turn in text, one line each, as report_text has it;
 * what was waived is marked. */
void receipt_text(const struct verdict *verdict, const struct talk *talk,
		  const struct waived *waived, struct strbuf *out);
/* The same of the whole talk. */
void talk_receipt_text(const struct report *report, struct strbuf *out);
/* "(20 x 86 + 15 x 71) / 35": the weighted mean, spelt out. */
void mean_text(const struct talk *talk, const int *principles,
	       struct strbuf *out);

/* "trust -2, patience +1", or "trust down, patience up". */
struct str mood_move_words(const struct mood_move *move, bool numbers,
			   struct arena *arena);
/* "how you said it", "what you said", or the client's line. */
struct str mood_move_why(const struct mood_move *move, struct arena *arena);
/* All of a turn's, a line each: "Dana: trust -2: how you said it". */
void turn_moves_text(const struct turn *turn, const struct scenario *scenario,
		     bool numbers, struct strbuf *out);
/* Of a session with turns: "steady at the start, wary at the end". */
struct str report_mood(const struct report *report, bool numbers,
		       struct arena *arena);
/* What a score does to the mood at a level, in a sentence. */
struct str mood_rule(enum level level);
/* The turns in which what was said beats every suggestion: "turns 1 and 4";
 * empty: none. */
struct str report_beaten(const struct report *report, struct arena *arena);

/* Feedback on a turn: up to two strengths, one fix with its rewrite. Indexes
 * of findings, -1: none. */
struct feedback {
	int strengths[2];
	int fix;
	struct str rewrite;
};
struct feedback feedback_on(const struct verdict *verdict,
			    const struct rubric *rubric, struct arena *arena);

/* What the coach says of a finding, with the words it rests on. */
struct str finding_says(const struct finding *finding,
			const struct rubric *rubric, struct arena *arena);

#endif
