/*
 * Results as comma-separated values (RFC 4180): quoted where needed, lines
 * end in CR LF, and no cell begins as a spreadsheet's formula does.
 */
#include <string.h>

#include "group_parts.h"
#include "rehearse/utf8.h"

/* A row so far: cells are parted, not ended, by commas. */
static void add_text(struct strbuf *out, bool first, struct str text)
{
	struct strbuf visible = { 0 };
	struct str line;

	visible_line(&visible, text);
	line = strbuf_str(&visible);
	strbuf_add(out, first ? STR("\"") : STR(",\""));
	/* a blank before it would not keep a spreadsheet from it */
	if (str_trim(line).len && strchr("=+-@|%", str_trim(line).ptr[0]))
		strbuf_addc(out, '\'');
	for (size_t i = 0; i < line.len; i++) {
		if (line.ptr[i] == '"')
			strbuf_addc(out, '"');
		strbuf_addc(out, line.ptr[i]);
	}
	strbuf_addc(out, '"');
	strbuf_release(&visible);
}

/* Empty where there is none. */
static void add_number(struct strbuf *out, int number)
{
	strbuf_addc(out, ',');
	if (number >= 0)
		strbuf_addf(out, "%d", number);
}

static void end_row(struct strbuf *out)
{
	strbuf_add(out, STR("\r\n"));
}

/* ---- one row a person, round and principle ------------------------------- */

static void write_play(const struct group *group, size_t person,
		       unsigned round, int principle, struct strbuf *out)
{
	const struct group_play *play = group_play_of(group, person, round);
	const struct summary *summary = play ? &play->report->summary : NULL;
	int pass = group_pass(group, round);
	bool scored = summary && summary->scored;

	add_text(out, true, group->labels[person]);
	add_number(out, (int)round);
	add_text(out, false, group_round_title(group, round));
	add_text(out, false, play ? STR("yes") : STR("no"));
	add_text(out, false, terms_name(&principle_terms, principle));
	add_number(out, summary ? summary->principles[principle] : SCORE_NONE);
	add_number(out, scored ? summary->score : SCORE_NONE);
	add_number(out, pass);
	add_text(out, false, !scored || pass < 0 ? STR("") :
		 summary->score >= pass ? STR("yes") : STR("no"));
	add_number(out, summary ? (int)summary->turns : SCORE_NONE);
	add_text(out, false, play ? play->scenario : STR(""));
	add_text(out, false, play ? play->scenario_hash : STR(""));
	add_text(out, false, play ? play->rubric_hash : STR(""));
	end_row(out);
}

void group_csv(const struct group *group, struct strbuf *out)
{
	strbuf_add(out, STR("person,round,title,played,principle,"
			    "principle_score,score,pass,reached,turns,"
			    "scenario,scenario_hash,rubric_hash\r\n"));
	for (size_t i = 0; i < group->input->nr_people; i++)
		for (unsigned round = 1; round <= group->nr_rounds; round++)
			for (int p = 0; p < PRINCIPLE_NR; p++)
				write_play(group, i, round, p, out);
}

/* ---- Moodle's gradebook -------------------------------------------------- */

/* "strong, reached 65. Best: turn 3. Try again: turn 5." */
static void add_feedback(const struct group *group,
			 const struct group_play *play, struct strbuf *out)
{
	const struct report *report = play->report;
	struct strbuf text = { 0 };
	int pass = group_pass(group, play->round);

	strbuf_add(&text, terms_name(&band_terms, report->summary.band));
	if (pass >= 0)
		strbuf_addf(&text, ", %s %d", report->summary.score >= pass ?
			    "reached" : "below", pass);
	strbuf_addc(&text, '.');
	if (report->best >= 0)
		strbuf_addf(&text, " Best: turn %d.",
			    report->lines[report->best].number);
	if (report->worst >= 0)
		strbuf_addf(&text, " Try again: turn %d.",
			    report->lines[report->worst].number);
	add_text(out, false, strbuf_str(&text));
	strbuf_release(&text);
}

static void add_grade(const struct group *group, size_t person,
		      unsigned round, struct strbuf *out)
{
	const struct group_play *play = group_play_of(group, person, round);

	if (!play || !play->report->summary.scored) {
		strbuf_add(out, STR(",,"));
		return;
	}
	add_number(out, play->report->summary.score);
	add_feedback(group, play, out);
}

static void add_titles(const struct group *group, unsigned round,
		       struct strbuf *out)
{
	struct str title = group_round_title(group, round);

	add_text(out, false, arena_printf(group->arena, "Round %u: " STR_FMT,
					  round, STR_ARG(title)));
	add_text(out, false, arena_printf(group->arena,
					  "Feedback: Round %u: " STR_FMT,
					  round, STR_ARG(title)));
}

void group_moodle(const struct group *group, struct strbuf *out)
{
	strbuf_add(out, STR("Identifier"));
	for (unsigned round = 1; round <= group->nr_rounds; round++)
		add_titles(group, round, out);
	end_row(out);
	for (size_t i = 0; i < group->input->nr_people; i++) {
		add_text(out, true, group->labels[i]);
		for (unsigned round = 1; round <= group->nr_rounds; round++)
			add_grade(group, i, round, out);
		end_row(out);
	}
}
