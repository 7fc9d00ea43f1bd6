#include "findings.h"

static void add_finding(struct page *page, const struct rubric *rubric,
			const struct finding *finding,
			const struct waived *waived)
{
	struct str says = finding_says(finding, rubric, page->arena);
	bool good = finding->raw > 0;

	if (waived && is_waived(waived, finding->rule))
		says = arena_printf(page->arena, STR_FMT " (waived)",
				    STR_ARG(says));
	page_label(page, good ? STYLE_GOOD : STYLE_SLIP,
		   good ? STR("+") : STR("-"), 2, STYLE_NORMAL, says);
}

void findings_feedback(struct page *page, const struct verdict *verdict,
		       const struct rubric *rubric,
		       const struct waived *waived)
{
	struct feedback feedback = feedback_on(verdict, rubric, page->arena);

	for (int i = 0; i < 2; i++)
		if (feedback.strengths[i] >= 0)
			add_finding(page, rubric,
				    &verdict->findings[feedback.strengths[i]],
				    waived);
	if (feedback.fix >= 0)
		add_finding(page, rubric, &verdict->findings[feedback.fix],
			    waived);
	if (feedback.rewrite.len)
		page_text(page, 2, STYLE_NORMAL,
			  arena_printf(page->arena, "try: \"" STR_FMT "\"",
				       STR_ARG(feedback.rewrite)));
}
