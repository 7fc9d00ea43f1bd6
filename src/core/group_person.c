/*
 * One person's own sheet: their rounds, their best moment and the one to try
 * again, what they promised, and what they left out where it was called for.
 * It is for them; no word of anybody else is on it.
 */
#include "group_parts.h"
#include "group_tables.h"

struct writer {
	const struct group *group;
	size_t person;
	struct sheet sheet;
};

static void write_principles(struct writer *w)
{
	const struct group *group = w->group;
	struct block *table;

	sheet_add(&w->sheet, BLOCK_HEADING, STR(""), STR("Your principles"));
	table = sheet_table(&w->sheet, STR("Of 100, the mean of your rounds "
		"and of everybody's"), 3, 1 + PRINCIPLE_NR);
	table_add(table, STR("principle"), -1);
	table_add(table, STR("you"), -1);
	table_add(table, STR("all"), -1);
	for (int p = 0; p < PRINCIPLE_NR; p++) {
		table_add(table, principle_title((enum principle)p), -1);
		table_add(table, score_cell(group->arena,
			group_mean(group, w->person, p)), -1);
		table_add(table, score_cell(group->arena,
			group_mean(group, SIZE_MAX, p)), -1);
	}
}

static void write_finding(struct writer *w, struct str lead,
			  const struct rubric *rubric, int rule)
{
	sheet_add(&w->sheet, BLOCK_UNDER, lead,
		  rubric_string(rubric, rubric->rules[rule].says));
}

static void write_moment(struct writer *w, struct str title,
			 const struct report *report, int index)
{
	const struct rubric *rubric = talk_rubric(report->talk);
	const struct report_line *line;
	struct feedback feedback;

	if (index < 0)
		return;
	line = &report->lines[index];
	feedback = feedback_on(line->verdict, rubric, w->group->arena);
	sheet_add(&w->sheet, BLOCK_ITEM,
		  arena_printf(w->group->arena, STR_FMT " (turn %d, %d):",
			       STR_ARG(title), line->number,
			       line->verdict->score),
		  group_without_names(w->group, line->text));
	for (int i = 0; i < 2; i++)
		if (feedback.strengths[i] >= 0)
			write_finding(w, STR("Good:"), rubric,
				      line->verdict->findings[
				      feedback.strengths[i]].rule);
	if (feedback.fix < 0)
		return;
	write_finding(w, STR("To mend:"), rubric,
		      line->verdict->findings[feedback.fix].rule);
	if (feedback.rewrite.len)
		sheet_add(&w->sheet, BLOCK_UNDER, STR("Try:"),
			  group_without_names(w->group, feedback.rewrite));
}

static void write_promises(struct writer *w, const struct report *report)
{
	for (size_t i = 0; i < report->nr_lines; i++) {
		const struct report_line *line = &report->lines[i];

		if (line->verdict && line->verdict->commitment.len)
			sheet_add(&w->sheet, BLOCK_ITEM, arena_printf(
				w->group->arena, "You promised (turn %d):",
				line->number), group_without_names(w->group,
				line->verdict->commitment));
	}
}

static void write_lapses(struct writer *w, unsigned round)
{
	const struct group *group = w->group;

	for (size_t i = 0; i < group->nr_sights; i++) {
		const struct sight *sight = &group->sights[i];
		struct str you;

		if (sight->person != w->person || sight->round != round ||
		    !sight->missed)
			continue;
		you = str_from(lapses[sight->what].you);
		sheet_add(&w->sheet, BLOCK_ITEM, sight->turn ?
			  arena_printf(group->arena, "Turn %d:", sight->turn) :
			  STR("Left out:"), you);
	}
}

static struct str score_words(const struct group *group,
			      const struct summary *summary, int pass)
{
	if (!summary->scored)
		return STR("No turn was scored.");
	if (pass < 0)
		return arena_printf(group->arena, "Score %d, " STR_FMT ".",
				    summary->score, STR_ARG(terms_name(
				    &band_terms, summary->band)));
	return arena_printf(group->arena, "Score %d, " STR_FMT "; %d was to be "
			    "reached%s.", summary->score,
			    STR_ARG(terms_name(&band_terms, summary->band)),
			    pass, summary->score >= pass ? ", and was" : "");
}

static void write_round(struct writer *w, unsigned round)
{
	const struct group *group = w->group;
	const struct group_play *play = group_play_of(group, w->person, round);
	struct str title = group_round_title(group, round);

	sheet_add(&w->sheet, BLOCK_HEADING, STR(""), arena_printf(group->arena,
		  "Round %u: " STR_FMT, round, STR_ARG(title)));
	if (!play) {
		sheet_add(&w->sheet, BLOCK_TEXT, STR(""),
			  STR("You did not play it."));
		return;
	}
	sheet_add(&w->sheet, BLOCK_TEXT, STR(""),
		  score_words(group, &play->report->summary,
			      group_pass(group, round)));
	write_moment(w, STR("Your best moment"), play->report,
		     play->report->best);
	write_moment(w, STR("The one to try again"), play->report,
		     play->report->worst);
	write_promises(w, play->report);
	write_lapses(w, round);
}

void group_person(const struct group *group, size_t person, struct strbuf *out)
{
	struct writer w = {
		.group = group,
		.person = person,
		.sheet = { .arena = group->arena },
	};

	sheet_add(&w.sheet, BLOCK_TITLE, STR(""), group->labels[person]);
	sheet_add(&w.sheet, BLOCK_TEXT, STR(""),
		  STR("This sheet is yours; nobody else needs to see it."));
	for (unsigned round = 1; round <= group->nr_rounds; round++)
		write_round(&w, round);
	write_principles(&w);
	sheet_markdown(&w.sheet, out);
}
