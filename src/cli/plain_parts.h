/* What the files of the line-mode player share. */
#ifndef CLI_PLAIN_PARTS_H
#define CLI_PLAIN_PARTS_H

#include "plain.h"
#include "rehearse/again.h"
#include "rehearse/opening.h"
#include "typed.h"

struct plain {
	struct play *play;
	struct typed *typed;
	const struct plain_options *options;
	struct output *output;
	struct arena arena; /* cleared after every line */
	bool leaving;
	bool trouble_told;
	size_t shown_for; /* turns there were when suggestions were shown */
	int status; /* the highest so far */
	struct opening tries; /* of --opening */
	struct again again;   /* of --again */
	unsigned complaints; /* about lines nobody has just typed */
};

/* ---- plain_show.c: what is heard ---- */

void plain_show_title(struct plain *plain);
void plain_show_opening(struct plain *plain);
/* Who is who, and the brief. */
void plain_show_scenario(struct plain *plain,
			 const struct scenario *scenario);
/* All that was said before, when one goes on with it. */
void plain_show_before(struct plain *plain);
/* The turns from index `first`, with what the coach says of them. */
void plain_show_turns(struct plain *plain, size_t first);
/* What was heard last, again. */
void plain_show_last(struct plain *plain);
/* The same, and the two lines before it. */
void plain_show_moment(struct plain *plain);
void plain_show_suggestions(struct plain *plain);
/* The preparation sheet, what is still to be told, the brief. */
void plain_show_sheet(struct plain *plain);
void plain_show_score(struct plain *plain);
void plain_show_report(struct plain *plain);

/* Wrapped at the width; further lines begin below the text. */
void plain_wrapped(struct plain *plain, const char *label, struct str text);

/* ---- plain_tries.c: only the first words, or the turns that lost points */

/* --again: to the first of these turns. */
void plain_begin_again(struct plain *plain);
/* Is there a try that stands? */
bool plain_has_try(const struct plain *plain);
/* Before another line is said: it is taken back, for the next try or, where
 * nobody sits there, for the next turn. */
void plain_try_again(struct plain *plain);
/* --again: on to the next turn; after the last one leaves. */
void plain_next_turn(struct plain *plain);
/* What became of it against the last. */
void plain_show_try(struct plain *plain);
/* All of them, at the end. */
void plain_show_tries(struct plain *plain);

/* ---- plain_lines.c: what is typed ---- */

/* Something is wrong with the line: told, with its number where nobody has
 * just typed it. */
void plain_complain(struct plain *plain, const char *message);
/* What cannot be done: in a script it is a mistake of the file. */
void plain_refuse(struct plain *plain, const struct error *err);
/* How many of them were left out. */
void plain_count_complaints(const struct plain *plain);

/* The next line, for typed->line; what came instead of one is told and marks
 * the exit status. */
enum typed_kind plain_type(struct plain *plain);
void plain_take(struct plain *plain, struct str line);

#endif
