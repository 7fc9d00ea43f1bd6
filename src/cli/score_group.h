/* Several files scored as one group: the sheet and the result files. */
#ifndef CLI_SCORE_GROUP_H
#define CLI_SCORE_GROUP_H

#include "options.h"
#include "rehearse/rubric.h"

/* Is it a format of a group? (enum format) */
bool is_group_format(int format);

/* The files on the command line, in one of those formats. Complains by
 * itself and returns an exit status. */
int score_group(const struct options *options, struct output *output,
		struct arena *arena, const struct rubric *rubric);

#endif
