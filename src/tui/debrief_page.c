/*
 * The score and why, the best moment and the one to try again, what was never
 * said and never found out, and two questions to think about.
 */
#include "debrief.h"

#include "findings.h"

static const char *const questions[] = {
	"What went well?",
	"What would you do differently?",
};

static void add_head(const struct debrief_state *debrief, struct page *page)
{
	const struct report *report = debrief->report;
	const struct summary *summary = &report->summary;
	struct str band = terms_name(&band_terms, summary->band);
	struct str kind = STR("left before the end");
	struct str tries =
		opening_tries(&debrief->rehearsal->tries, page->arena);

	if (report->ending_kind >= 0)
		kind = terms_name(&ending_kind_terms, report->ending_kind);
	if (!summary->scored)
		page_text(page, 0, STYLE_TITLE, STR("No turn was scored."));
	else if (debrief->tui->options->scores)
		page_text(page, 0, STYLE_TITLE,
			  arena_printf(page->arena,
				       "Score %d of 100: " STR_FMT
				       " (%u of %u turns scored)",
				       summary->score, STR_ARG(band),
				       summary->turns_scored, summary->turns));
	if (report->without != SCORE_NONE && debrief->tui->options->scores)
		page_text(page, 0, STYLE_NORMAL,
			  arena_printf(page->arena,
				       "Without what you waived: %d",
				       report->without));
	if (tries.len && debrief->tui->options->scores)
		page_text(page, 0, STYLE_NORMAL, tries);
	page_gap(page);
	page_label(page, STYLE_TITLE, STR("The end"), 10, STYLE_NORMAL,
		   arena_printf(page->arena, STR_FMT "%s" STR_FMT,
				STR_ARG(kind), report->ending.len ? ": " : "",
				STR_ARG(report->ending)));
}

static void add_principles(const struct debrief_state *debrief,
			   struct page *page)
{
	const struct summary *summary = &debrief->report->summary;
	const int column = 11, width = page->width > 60 ? 30 : 15;

	page_heading(page, STR("The seven principles"));
	for (int p = 0; p < PRINCIPLE_NR; p++) {
		struct str title = principle_title((enum principle)p);
		int score = summary->principles[p];

		if (score == SCORE_NONE)
			page_label(page, STYLE_NORMAL, title, column, STYLE_DIM,
				   STR("not needed here"));
		else if (debrief->tui->options->scores)
			page_bar(page, title, column, width,
				 (score * width + 50) / 100,
				 arena_printf(page->arena, "%3d", score));
		else
			page_label(page, STYLE_NORMAL, title, column,
				   STYLE_NORMAL,
				   terms_name(&band_terms, score_band(score)));
	}
}

/* The weighted mean, and what the conversation as a whole added to it, took
 * away or capped: it can be re-added from what is seen. */
static void add_whole(const struct debrief_state *debrief, struct page *page)
{
	const struct summary *summary = &debrief->report->summary;
	struct strbuf mean = { 0 };

	if (!debrief->tui->options->scores || !summary->scored)
		return;
	mean_text(debrief->report->talk, summary->principles, &mean);
	if (!summary->nr_lines)
		strbuf_addf(&mean, " = %d", summary->score);
	page_label(page, STYLE_NORMAL, STR("="), 2, STYLE_NORMAL,
		   arena_take(page->arena, &mean));
	for (size_t i = 0; i < summary->nr_lines; i++) {
		const struct receipt_line *line = &summary->lines[i];

		page_label(page, STYLE_NORMAL,
			   arena_printf(page->arena, "%+d", line->points), 11,
			   STYLE_NORMAL,
			   line->kind != LINE_GATE
				   ? line->text
				   : arena_printf(page->arena,
						  "no more than %d: " STR_FMT,
						  summary->score,
						  STR_ARG(line->text)));
	}
	if (summary->nr_lines)
		page_label(page, STYLE_NORMAL, STR("="), 2, STYLE_NORMAL,
			   arena_printf(page->arena, "%d", summary->score));
}

static void add_moment(const struct debrief_state *debrief, struct page *page,
		       const char *title, int index)
{
	const struct report_line *line;
	struct waived waived;

	if (index < 0)
		return;
	line = &debrief->report->lines[index];
	waived = report_waived(debrief->report, line->number);
	if (debrief->tui->options->scores)
		page_heading(page,
			     arena_printf(page->arena, "%s: turn %d, %d", title,
					  line->number, line->verdict->score));
	else
		page_heading(page, arena_printf(page->arena, "%s: turn %d",
						title, line->number));
	page_label(page, STYLE_MINE, STR("You"), 5, STYLE_NORMAL, line->text);
	findings_feedback(page, line->verdict, debrief->tui->options->rubric,
			  &waived);
}

static void add_list(struct page *page, struct str title,
		     const struct str *items, size_t nr)
{
	if (!nr)
		return;
	page_heading(page, title);
	for (size_t i = 0; i < nr; i++)
		page_label(page, STYLE_NORMAL, STR("*"), 2, STYLE_NORMAL,
			   items[i]);
}

static void add_questions(const struct debrief_state *debrief,
			  struct page *page)
{
	page_heading(page, STR("Two questions, for you alone; Tab goes "
			       "there"));
	for (int i = 0; i < DEBRIEF_QUESTIONS; i++) {
		page_text(page, 0, STYLE_NORMAL, str_from(questions[i]));
		page_field(page, 2, &debrief->answers[i], i == debrief->focus,
			   NULL, 0);
	}
	if (debrief->failed)
		page_text(page, 0, STYLE_TROUBLE,
			  arena_printf(page->arena, "! Not saved: %s",
				       debrief->error.text));
}

/* Every turn with its receipt, then what made the whole. */
static void add_receipts(const struct debrief_state *debrief, struct page *page)
{
	const struct report *report = debrief->report;
	struct strbuf text = { 0 };

	if (!debrief->tui->options->scores)
		return;
	page_heading(page, STR("Every turn, line by line"));
	for (size_t i = 0; i < report->nr_lines; i++) {
		const struct report_line *line = &report->lines[i];
		struct waived waived = report_waived(report, line->number);

		if (!line->verdict)
			continue;
		page_gap(page);
		page_label(page, STYLE_MINE,
			   arena_printf(page->arena, "%3d", line->number), 5,
			   STYLE_NORMAL, line->text);
		receipt_text(line->verdict, report->talk, &waived, &text);
		page_lines(page, STYLE_NORMAL, arena_take(page->arena, &text));
	}
	if (report->summary.scored) {
		page_heading(page, STR("The whole talk"));
		talk_receipt_text(report, &text);
		page_lines(page, STYLE_NORMAL, arena_take(page->arena, &text));
	}
}

void debrief_page(const struct debrief_state *debrief, struct page *page)
{
	const struct report *report = debrief->report;

	if (debrief->rehearsal->again.nr) {
		debrief_retries(debrief, page);
		add_questions(debrief, page);
		return;
	}
	add_head(debrief, page);
	add_principles(debrief, page);
	add_whole(debrief, page);
	add_moment(debrief, page, "Your best moment", report->best);
	add_moment(debrief, page, "The one to try again", report->worst);
	debrief_better(debrief, page);
	add_list(page, STR("What you knew and never said"), report->unsaid,
		 report->nr_unsaid);
	add_list(page, STR("What you never found out"), report->unfound,
		 report->nr_unfound);
	debrief_moods(debrief, page);
	add_questions(debrief, page);
	add_receipts(debrief, page);
}
