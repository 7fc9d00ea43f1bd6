/* The last turn explained, as a text to read. */
#include "rehearse/report.h"
#include "dialogue.h"

static void add_finding(struct strbuf *out, const struct rubric *rubric,
			const struct finding *finding, struct arena *arena)
{
	const struct rule *rule = &rubric->rules[finding->rule];
	struct str because = rubric_string(rubric, rule->because);

	strbuf_addf(out, "%s  " STR_FMT "\n", finding->raw > 0 ? "+" : "-",
		    STR_ARG(finding_says(finding, rubric, arena)));
	if (because.len)
		strbuf_addf(out, "   " STR_FMT "\n", STR_ARG(because));
}

static void add_feedback(struct strbuf *out, const struct verdict *verdict,
			 const struct rubric *rubric, struct arena *arena)
{
	struct feedback feedback = feedback_on(verdict, rubric, arena);
	const struct finding *findings = verdict->findings;

	for (int i = 0; i < 2; i++)
		if (feedback.strengths[i] >= 0)
			add_finding(out, rubric,
				    &findings[feedback.strengths[i]], arena);
	if (feedback.fix >= 0)
		add_finding(out, rubric, &findings[feedback.fix], arena);
	if (feedback.rewrite.len)
		strbuf_addf(out, "   try: \"" STR_FMT "\"\n",
			    STR_ARG(feedback.rewrite));
}

void dialogue_why(const struct dialogue *talk, struct strbuf *title,
		  struct strbuf *text)
{
	const struct session *session = rehearsal_session(talk->rehearsal);
	const struct turn *turn = session_last(session);
	struct waived waived = { .turn = turn->number };
	size_t before;

	waived.items = play_waivers(talk->rehearsal->play, &waived.nr);
	strbuf_addf(title, "Turn %d, line by line", turn->number);
	strbuf_addf(text, "You  " STR_FMT "\n\n",
		    STR_ARG(turn_words(turn, talk->rehearsal->scenario)));
	before = text->len;
	add_feedback(text, turn->verdict, talk->tui->options->rubric,
		     &talk->tui->frame);
	if (text->len > before)
		strbuf_addc(text, '\n');
	if (talk->tui->options->scores)
		receipt_text(turn->verdict, session_talk(session), &waived,
			     text);
	strbuf_addc(text, '\n');
	turn_moves_text(turn, talk->rehearsal->scenario,
			talk->tui->options->scores, text);
}
