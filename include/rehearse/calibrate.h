/*
 * How far a rubric agrees with people: labelled turns say which rules or
 * behaviours must be found in them and which must not, and the tally counts,
 * label by label.
 *
 * A label that is found where nothing was said about it is neither right nor
 * wrong; it is counted apart, so that a file that labels half of what there
 * is does not look like a bad rubric.
 *
 * Layer: core. Everything lives in the arena handed in.
 */
#ifndef REHEARSE_CALIBRATE_H
#define REHEARSE_CALIBRATE_H

#include "rehearse/talk.h"

/* A label: a rule's index, or nr_rules + a behaviour. */
int label_find(const struct rubric *rubric, struct str name);
struct str label_name(const struct rubric *rubric, int label);

struct label_set {
	int *labels;
	size_t nr, alloc;
};

struct line_list {
	unsigned *lines;
	size_t nr, alloc;
};

/* What was found in place of a label that was missed. */
struct instead {
	int label;
	unsigned times;
};

struct label_tally {
	int label;
	unsigned expected;   /* turns it was to be found in */
	unsigned found;      /* ... and was */
	unsigned forbidden;  /* turns it was not to be found in */
	struct line_list missed, wrong;
	struct instead *instead;
	size_t nr_instead, alloc_instead;
};

struct calibration {
	const struct rubric *rubric;
	struct arena *arena;
	struct label_tally *tallies; /* labels in the order of the rubric */
	size_t nr_tallies, alloc_tallies;
	unsigned *shown; /* of every label: turns it was found in */
	unsigned turns;
};

void calibration_init(struct calibration *calibration,
		      const struct rubric *rubric, struct arena *arena);

/* Counts one turn, which stands in line `line` of its file. */
void calibration_add(struct calibration *calibration,
		     const struct verdict *verdict,
		     const struct label_set *expect,
		     const struct label_set *forbid, unsigned line);

/* Right among all that were found and labelled; found among all expected: in
 * percent, rounded half up; -1 where there was none. */
int calibration_precision(const struct label_tally *tally);
int calibration_recall(const struct label_tally *tally);

/* Turns a label was found in about which nothing was said. */
unsigned calibration_unlabelled(const struct calibration *calibration,
				const struct label_tally *tally);

#endif
