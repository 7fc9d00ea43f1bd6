/* `check FILE --say WORDS`: what one sentence would set off. */
#ifndef CLI_SAY_WORDS_H
#define CLI_SAY_WORDS_H

#include "options.h"
#include "rehearse/scenario.h"

/* Returns an exit status. */
int say_words(struct arena *arena, const struct options *options,
	      const struct scenario *scenario, struct output *output);

#endif
