/* What a verdict says about some words, for a page. */
#ifndef TUI_FINDINGS_H
#define TUI_FINDINGS_H

#include "page.h"
#include "rehearse/report.h"

/* At most two strengths, then one thing to mend and how; what was waived
 * (NULL: nothing) is marked. */
void findings_feedback(struct page *page, const struct verdict *verdict,
		       const struct rubric *rubric,
		       const struct waived *waived);

#endif
