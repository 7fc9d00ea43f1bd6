/*
 * A group: what several people's rehearsals of the same scenarios add up to,
 * and the sheet a team talks about. It counts behaviours, not people: what
 * most of them did or left out, at which turn, and what to practise next.
 * Every number can be counted again from the transcripts.
 *
 * The same input gives the same bytes; nothing here asks a clock.
 *
 * Layer: core. A group lives in the arena it was made in. Everything handed
 * in is borrowed and must outlive it, the reports with their sessions too.
 */
#ifndef REHEARSE_GROUP_H
#define REHEARSE_GROUP_H

#include "rehearse/report.h"

/* One rehearsal of one person. Who was there and did not play has none. */
struct group_play {
	struct str person; /* one of input->people, by name */
	unsigned round;    /* from 1 */
	const struct report *report;
	struct str scenario, scenario_hash; /* as in the transcript's header */
	struct str rubric_hash;
};

enum { GROUP_UNMARKED = -1, GROUP_MARK_MAX = 4 };

/* What the room thought of one turn before it saw the evidence. */
struct group_mark {
	struct str person; /* whose turn it was */
	unsigned round;    /* from 1 */
	int turn;          /* own turns from 1: report_line.number */
	/* 0 harmful, 1, 2 neutral, 3, 4 exemplary; GROUP_UNMARKED */
	int marks[PRINCIPLE_NR];
};

struct group_round {
	struct str title; /* empty: the scenario's */
	int pass;         /* the score to reach; -1: none */
};

struct group_input {
	struct str title;
	unsigned minutes; /* as planned; 0: not said */
	/* false: people are P1, P2, ... in the order of `people`, and their
	 * names are taken out of whatever they said */
	bool names;
	const struct str *people; /* by name; also who never played */
	size_t nr_people;
	const struct group_round *rounds; /* the first is round 1 */
	size_t nr_rounds;
	const struct group_play *plays; /* any order; one a person and round,
					   of several the last counts */
	size_t nr_plays;
	const struct group_mark *marks; /* of several for a turn the last */
	size_t nr_marks;
	const struct str *questions; /* the file's, for the debrief */
	size_t nr_questions;
};

struct group;

struct group *group_new(const struct group_input *input, struct arena *arena);

/* Why plays cannot be compared (they met another script or other rules), in
 * words; the writers below show it too. */
const struct str *group_warnings(const struct group *group, size_t *nr);

/* All of these append. The sheet: */
void group_text(const struct group *group, unsigned width,
		struct strbuf *out);
void group_markdown(const struct group *group, struct strbuf *out);
void group_html(const struct group *group, struct strbuf *out);
/* Results: one row a person, round and principle (RFC 4180); one row a
 * person, to be imported into Moodle's gradebook; one JSON object. */
void group_csv(const struct group *group, struct strbuf *out);
void group_moodle(const struct group *group, struct strbuf *out);
void group_json(const struct group *group, struct strbuf *out);
/* The rules' score on the room's scale: by fifths; where nothing was found
 * (SCORE_NONE) it is neither good nor bad. */
int group_step(int score);
enum { GROUP_APART = 2 }; /* so far apart is worth a word */
/* Where the room and the rules were two or more of five steps apart, a line
 * of JSON each, as `rehearse calibrate` reads them; none: nothing. */
void group_disagreements(const struct group *group, struct strbuf *out);
/* What is for one person alone (by place in input->people), in Markdown. */
void group_person(const struct group *group, size_t person,
		  struct strbuf *out);

#endif
