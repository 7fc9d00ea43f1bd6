/*
 * What looking for smells is made of. Private to core.
 *
 *   smell.c          the table, and what is plain to see
 *   smell_ways.c     how scenes lead to each other
 *   smell_words.c    what is written out and should be filled in
 *   smell_heard.c    what facts hear that nobody told
 *   smell_replies.c  how suggestions are judged, and by which principles
 */
#ifndef CORE_SMELL_PARTS_H
#define CORE_SMELL_PARTS_H

#include "rehearse/player.h"
#include "rehearse/smell.h"

/* How the suggestions of one scene do beside each other. */
struct judged {
	const struct scene *scene;
	size_t nr;         /* suggestions that are words */
	int low, high;     /* scores; SCORE_NONE counts as one */
	bool one_is_best;  /* no other has the highest score */
	bool best_is_first, best_is_longest;
};

struct smelling {
	struct arena *arena;
	const struct smell_source *source;
	const struct scenario *scenario;
	struct player *player; /* has explored the scenario */
	struct judged *judged; /* scenes with two suggestions and more */
	size_t nr_judged;
	unsigned called_for; /* principles, by suggestions and acts */
	struct problems *problems;
};

/* One smell more; the line may be 0. */
__attribute__((format(printf, 3, 4))) void
smell_add(struct smelling *smelling, unsigned line, const char *format, ...);

void smell_unreachable(struct smelling *smelling);
void smell_no_way_out(struct smelling *smelling);
void smell_one_line(struct smelling *smelling);
void smell_written_out(struct smelling *smelling);
void smell_overheard(struct smelling *smelling);

/* Has all suggestions judged where they would be said. */
void judge_replies(struct smelling *smelling);
void smell_alike(struct smelling *smelling);
void smell_longest(struct smelling *smelling);
void smell_first(struct smelling *smelling);
void smell_untested(struct smelling *smelling);

#endif
