#include "rehearse/matcher.h"
void matcher_mend(const struct matcher *matcher,
		  const struct spelling *spelling,
		  const struct text *known, struct text *text,
		  struct arena *arena)
{
	(void)matcher; (void)spelling; (void)known; (void)text; (void)arena;
}
