/*
 * A report for people: plain text, wrapped, the same on a screen, in a file
 * and in a pipe. Every number of the receipt can be re-added from what is
 * printed here; README.md, "The receipt", reads one line by line.
 */
#include "report_parts.h"

#include "rehearse/utf8.h"

void print_wrapped(struct printer *p, unsigned indent, struct str first,
		   struct str text)
{
	struct strbuf visible = { 0 };
	struct str rest, word;
	size_t column;

	visible_line(&visible, text);
	rest = strbuf_str(&visible);
	strbuf_pad(p->out, ' ', indent);
	strbuf_add(p->out, first);
	indent += (unsigned)utf8_count(first, first.len);
	column = indent;
	while (str_cut(&rest, ' ', &word)) {
		size_t width = utf8_count(word, word.len);

		if (!width)
			continue;
		if (column > indent && column + 1 + width > p->width) {
			strbuf_addc(p->out, '\n');
			strbuf_pad(p->out, ' ', indent);
			column = indent;
		} else if (column > indent) {
			strbuf_addc(p->out, ' ');
			column++;
		}
		strbuf_add(p->out, word);
		column += width;
	}
	strbuf_addc(p->out, '\n');
	strbuf_release(&visible);
}

void print_title(struct printer *p, const char *title)
{
	strbuf_addf(p->out, "\n%s\n", title);
}

/* ---- one turn ---- */

static void print_receipt_line(struct strbuf *out, const struct rubric *rubric,
			       const struct verdict *verdict,
			       const struct waived *waived,
			       const struct receipt_line *line)
{
	strbuf_addf(out, line->kind == LINE_START ? "    %4d  " : "    %+4d  ",
		    line->points);
	if (line->kind == LINE_GATE)
		strbuf_addf(out, "no more than %d: ", verdict->score);
	strbuf_add(out, line->text);
	if (line->finding >= 0 && line->kind == LINE_RULE) {
		const struct finding *finding =
			&verdict->findings[line->finding];

		if (finding->quote.len) {
			strbuf_add(out, STR(" \""));
			visible_line(out, finding->quote);
			strbuf_addc(out, '"');
		}
		strbuf_addf(out, " [" STR_FMT "]",
			    STR_ARG(rubric_string(
				    rubric, rubric->rules[line->rule].id)));
		if (is_waived(waived, line->rule))
			strbuf_add(out, STR(" (waived)"));
	}
	strbuf_addc(out, '\n');
}

static void print_principle(struct strbuf *out, const struct talk *talk,
			    const struct verdict *verdict,
			    const struct waived *waived, int principle)
{
	if (verdict->principles[principle] == SCORE_NONE)
		return;
	strbuf_addf(out, "  " STR_FMT " %d (weight %d)\n",
		    STR_ARG(principle_title((enum principle)principle)),
		    verdict->principles[principle],
		    talk_weight(talk, (enum principle)principle));
	for (size_t i = 0; i < verdict->nr_lines; i++)
		if (verdict->lines[i].principle == principle)
			print_receipt_line(out, talk_rubric(talk), verdict,
					   waived, &verdict->lines[i]);
}

void mean_text(const struct talk *talk, const int *principles,
	       struct strbuf *out)
{
	const char *before = "(";
	int all = 0;

	for (int p = 0; p < PRINCIPLE_NR; p++) {
		int weight = talk_weight(talk, (enum principle)p);

		if (principles[p] == SCORE_NONE)
			continue;
		strbuf_addf(out, "%s%d x %d", before, weight, principles[p]);
		before = " + ";
		all += weight;
	}
	strbuf_addf(out, ") / %d", all);
}

void receipt_text(const struct verdict *verdict, const struct talk *talk,
		  const struct waived *waived, struct strbuf *out)
{
	if (!verdict->scored) {
		strbuf_add(out, STR("  not scored: no rule fired and nothing "
				    "was called for\n"));
		return;
	}
	for (int p = 0; p < PRINCIPLE_NR; p++)
		print_principle(out, talk, verdict, waived, p);
	strbuf_add(out, STR("  = "));
	mean_text(talk, verdict->principles, out);
	strbuf_addf(out, " = %d\n", verdict->ungated);
	for (size_t i = 0; i < verdict->nr_lines; i++)
		if (verdict->lines[i].kind == LINE_GATE)
			print_receipt_line(out, talk_rubric(talk), verdict,
					   waived, &verdict->lines[i]);
	if (verdict->score != verdict->ungated)
		strbuf_addf(out, "  = %d\n", verdict->score);
}

static void print_finding(struct printer *p, const char *mark,
			  const struct finding *finding,
			  const struct waived *waived)
{
	struct strbuf text = { 0 };

	strbuf_add(&text, finding_says(finding, p->rubric, &p->arena));
	if (finding->waived || is_waived(waived, finding->rule))
		strbuf_add(&text, STR(" (waived)"));
	print_wrapped(p, 4, str_from(mark), strbuf_str(&text));
	strbuf_release(&text);
}

/* What a turn without a slip still lacked. */
static void print_missed(struct printer *p, const struct verdict *verdict)
{
	struct strbuf names = { 0 };

	for (int i = 0; i < PRINCIPLE_NR; i++) {
		if (!(verdict->missed >> i & 1))
			continue;
		strbuf_add(&names, names.len ? STR(", ") : STR(""));
		strbuf_add(&names, principle_title((enum principle)i));
	}
	if (names.len)
		print_wrapped(p, 4, STR(". called for and not seen: "),
			      strbuf_str(&names));
	strbuf_release(&names);
}

static void print_feedback(struct printer *p, const struct report_line *line)
{
	const struct verdict *verdict = line->verdict;
	struct waived waived = report_waived(p->report, line->number);
	struct feedback feedback = feedback_on(verdict, p->rubric, &p->arena);

	for (int i = 0; i < 2; i++)
		if (feedback.strengths[i] >= 0)
			print_finding(p, "+ ", &verdict->findings[
				      feedback.strengths[i]], &waived);
	print_missed(p, verdict);
	if (feedback.fix < 0)
		return;
	print_finding(p, "- ", &verdict->findings[feedback.fix], &waived);
	if (feedback.rewrite.len)
		print_wrapped(p, 6, STR("try: "), feedback.rewrite);
}

static void print_turn(struct printer *p, const struct report_line *line)
{
	const struct verdict *verdict = line->verdict;
	struct waived waived = report_waived(p->report, line->number);

	strbuf_addf(p->out, "\nTurn %d", line->number);
	if (line->channel != CHANNEL_NONE && line->act == ACT_NONE)
		strbuf_addf(p->out, " . " STR_FMT,
			    STR_ARG(terms_name(&channel_terms,
					       (int)line->channel)));
	if (p->scores && verdict->scored)
		strbuf_addf(p->out, " . score %d", verdict->score);
	strbuf_addc(p->out, '\n');
	print_wrapped(p, 2, line->act == ACT_NONE ? STR("You: ") :
						    STR("You do this: "),
		      line->text);
	if (p->scores)
		receipt_text(verdict, p->report->talk, &waived, p->out);
	print_feedback(p, line);
}

static void print_turns(struct printer *p)
{
	const struct report *report = p->report;

	for (size_t i = 0; i < report->nr_lines; i++) {
		const struct report_line *line = &report->lines[i];
		struct str label;

		if (line->verdict) {
			print_turn(p, line);
			continue;
		}
		if (!line->speaker.len) {
			print_wrapped(p, 2, STR("("), arena_printf(
				&p->arena, STR_FMT ")", STR_ARG(line->text)));
			continue;
		}
		label = arena_printf(&p->arena, STR_FMT ": ",
				     STR_ARG(line->speaker));
		print_wrapped(p, 2, label, line->text);
	}
}

/* ---- the whole talk ---- */

static void print_talk_principle(const struct report *report,
				 struct strbuf *out, int principle)
{
	const struct summary *s = &report->summary;
	int nr = s->nr_best[principle], called = s->nr_expected[principle];
	struct str title = principle_title((enum principle)principle);

	if (s->principles[principle] == SCORE_NONE) {
		strbuf_addf(out, "  %-10.*s   -  not needed here\n",
			    STR_ARG(title));
		return;
	}
	strbuf_addf(out, "  %-10.*s %3d  ", STR_ARG(title),
		    s->principles[principle]);
	strbuf_addf(out, "best %s %d / %d", nr == 2 ? "two" : "one",
		    s->best[principle], nr);
	if (called)
		strbuf_addf(out, ", the %d that called for it %d / %d",
			    called, s->expected[principle], called);
	strbuf_addf(out, " (weight %d)\n",
		    talk_weight(report->talk, (enum principle)principle));
}

void talk_receipt_text(const struct report *report, struct strbuf *out)
{
	const struct rubric *rubric = talk_rubric(report->talk);
	const struct summary *s = &report->summary;

	for (int i = 0; i < PRINCIPLE_NR; i++)
		print_talk_principle(report, out, i);
	strbuf_add(out, STR("  = "));
	mean_text(report->talk, s->principles, out);
	strbuf_addc(out, '\n');
	for (size_t i = 0; i < s->nr_lines; i++) {
		const struct receipt_line *line = &s->lines[i];

		strbuf_addf(out, "    %+4d  ", line->points);
		if (line->kind == LINE_GATE)
			strbuf_addf(out, "no more than %d: ", s->score);
		strbuf_add(out, line->text);
		if (line->rule >= 0)
			strbuf_addf(out, " [" STR_FMT "]",
				    STR_ARG(rubric_string(rubric,
					    rubric->rules[line->rule].id)));
		strbuf_addc(out, '\n');
	}
	strbuf_addf(out, "  = %d: " STR_FMT "\n", s->score,
		    STR_ARG(terms_name(&band_terms, s->band)));
}

static void print_head(struct printer *p)
{
	const struct report *report = p->report;
	const struct summary *s = &report->summary;

	visible_line(p->out, report->title);
	strbuf_addc(p->out, '\n');
	if (report->ending.len && !p->heard)
		print_wrapped(p, 0, STR("The end: "), report->ending);
	if (!s->scored) {
		strbuf_add(p->out, STR("No turn was scored.\n"));
		return;
	}
	if (p->scores)
		strbuf_addf(p->out, "Score %d of 100, " STR_FMT ". ",
			    s->score,
			    STR_ARG(terms_name(&band_terms, s->band)));
	if (p->scores && report->without != SCORE_NONE)
		strbuf_addf(p->out, "Without what you waived: %d. ",
			    report->without);
	strbuf_addf(p->out, "%u turn%s, %u scored.\n", s->turns,
		    s->turns == 1 ? "" : "s", s->turns_scored);
}

static void print_moment(struct printer *p, const char *title, int index)
{
	const struct report_line *line;

	if (index < 0)
		return;
	line = &p->report->lines[index];
	strbuf_addf(p->out, "\n%s (turn %d", title, line->number);
	if (p->scores)
		strbuf_addf(p->out, ", %d", line->verdict->score);
	strbuf_add(p->out, STR(")\n"));
	print_wrapped(p, 2, STR("You: "), line->text);
	print_feedback(p, line);
}

static void print_list(struct printer *p, const char *title,
		       const struct str *items, size_t nr)
{
	if (!nr)
		return;
	print_title(p, title);
	for (size_t i = 0; i < nr; i++)
		print_wrapped(p, 2, STR("* "), items[i]);
}

static void print_commitments(struct printer *p)
{
	const struct report *report = p->report;
	bool titled = false;

	for (size_t i = 0; i < report->nr_lines; i++) {
		const struct report_line *line = &report->lines[i];

		if (!line->verdict || !line->verdict->commitment.len)
			continue;
		if (!titled)
			print_title(p, "What you promised, and by when");
		titled = true;
		print_wrapped(p, 2, arena_printf(&p->arena, "turn %d: ",
						 line->number),
			      line->verdict->commitment);
	}
}

void report_text(const struct report *report,
		 const struct report_options *options, struct strbuf *out)
{
	struct printer p = {
		.report = report,
		.rubric = talk_rubric(report->talk),
		.out = out,
		.width = options->width ? options->width : 80,
		.scores = options->scores,
		.heard = options->heard,
		.ascii = options->ascii,
	};

	print_head(&p);
	if (options->turns)
		print_turns(&p);
	if (options->scores && report->summary.scored) {
		print_title(&p, "The whole talk");
		talk_receipt_text(report, out);
	}
	print_moment(&p, "Your best moment", report->best);
	print_moment(&p, "The one to try again", report->worst);
	print_better(&p);
	print_commitments(&p);
	print_list(&p, "What you knew and never said", report->unsaid,
		   report->nr_unsaid);
	print_list(&p, "What you never found out", report->unfound,
		   report->nr_unfound);
	print_moods(&p);
	if (report->summary.unanswered)
		strbuf_addf(out, "\nQuestions left without an answer: %u\n",
			    report->summary.unanswered);
	arena_release(&p.arena);
}
