/*
 * A verdict and a report as JSON: one object on one line. The keys and their
 * order are a contract with whoever reads them (README.md, "The filter").
 */
#include "rehearse/json.h"
#include "rehearse/report.h"
#include "rehearse/version.h"

static void put_missed(struct strbuf *out, unsigned missed)
{
	json_open(out, "missed", '[');
	for (int p = 0; p < PRINCIPLE_NR; p++)
		if (missed >> p & 1)
			json_name(out, NULL, &principle_terms, p);
	json_close(out, ']');
}

static void put_gate(struct strbuf *out, const struct rubric *rubric, int gate)
{
	if (gate < 0)
		json_none(out, "gate");
	else
		json_text(out, "gate",
			  rubric_string(rubric, rubric->gates[gate].name));
}

static void put_finding(struct strbuf *out, const struct rubric *rubric,
			const struct finding *finding)
{
	const struct rule *rule = &rubric->rules[finding->rule];

	json_open(out, NULL, '{');
	json_text(out, "rule", rubric_string(rubric, rule->id));
	json_name(out, "principle", &principle_terms, rule->principle);
	json_name(out, "behaviour", &behaviour_terms, rule->behaviour);
	json_int(out, "points", finding->points);
	json_count(out, "start", finding->start);
	json_count(out, "end", finding->end);
	json_text(out, "quote", finding->quote);
	json_close(out, '}');
}

static void put_findings(struct strbuf *out, const struct rubric *rubric,
			 const struct verdict *verdict)
{
	json_open(out, "findings", '[');
	for (size_t i = 0; i < verdict->nr_findings; i++)
		if (!verdict->findings[i].waived)
			put_finding(out, rubric, &verdict->findings[i]);
	json_close(out, ']');
}

static void put_line(struct strbuf *out, const struct rubric *rubric,
		     const struct receipt_line *line)
{
	json_open(out, NULL, '{');
	json_name(out, "kind", &line_terms, (int)line->kind);
	json_name(out, "principle", &principle_terms, line->principle);
	json_text(out, "text", line->text);
	json_int(out, "points", line->points);
	if (line->rule < 0)
		json_none(out, "rule");
	else
		json_text(out, "rule",
			  rubric_string(rubric, rubric->rules[line->rule].id));
	json_close(out, '}');
}

static void put_lines(struct strbuf *out, const struct rubric *rubric,
		      const struct receipt_line *lines, size_t nr)
{
	json_open(out, "lines", '[');
	for (size_t i = 0; i < nr; i++)
		put_line(out, rubric, &lines[i]);
	json_close(out, ']');
}

static void put_stamp(struct strbuf *out, const struct rubric *rubric)
{
	const struct rubric_header *header = rubric->header;
	struct str id = rubric_string(rubric, header->id);
	struct str hash = rubric_string(rubric, header->hash);

	json_key(out, "rubric");
	strbuf_addf(out, "\"" STR_FMT " %u " STR_FMT "\"", STR_ARG(id),
		    (unsigned)header->version, STR_ARG(hash));
	json_text(out, "engine", STR(REHEARSE_ENGINE));
}

void verdict_json(const struct verdict *verdict, const struct rubric *rubric,
		  struct str id, struct strbuf *out)
{
	json_open(out, NULL, '{');
	json_text_or_null(out, "id", id);
	json_bool(out, "scored", verdict->scored);
	json_int_or_null(out, "score", verdict->score);
	json_ints_by_name(out, "principles", &principle_terms,
			  verdict->principles);
	put_missed(out, verdict->missed);
	put_gate(out, rubric, verdict->gate);
	put_findings(out, rubric, verdict);
	put_lines(out, rubric, verdict->lines, verdict->nr_lines);
	put_stamp(out, rubric);
	json_close(out, '}');
}

static void put_commitments(struct strbuf *out, const struct report *report)
{
	json_open(out, "commitments", '[');
	for (size_t i = 0; i < report->nr_lines; i++) {
		const struct report_line *line = &report->lines[i];

		if (!line->verdict || !line->verdict->commitment.len)
			continue;
		json_open(out, NULL, '{');
		json_int(out, "turn", line->number);
		json_text(out, "text", line->verdict->commitment);
		json_close(out, '}');
	}
	json_close(out, ']');
}

/* Principles of the whole talk that were called for and never seen. */
static unsigned missed_in_talk(const struct report *report)
{
	unsigned called = 0, seen = 0;

	for (size_t i = 0; i < report->nr_lines; i++) {
		const struct verdict *verdict = report->lines[i].verdict;

		if (!verdict)
			continue;
		called |= verdict->missed;
		for (int p = 0; p < PRINCIPLE_NR; p++)
			if (verdict->principles[p] != SCORE_NONE &&
			    !(verdict->missed >> p & 1))
				seen |= 1u << p;
	}
	return called & ~seen;
}

static void put_turns(struct strbuf *out, const struct report *report,
		      const struct rubric *rubric)
{
	static const struct str no_id;

	json_open(out, "turns", '[');
	for (size_t i = 0; i < report->nr_lines; i++) {
		const struct report_line *line = &report->lines[i];

		if (line->verdict)
			verdict_json(line->verdict, rubric, no_id, out);
		else
			json_none(out, NULL);
	}
	json_close(out, ']');
}

static void put_moods(struct strbuf *out, const char *key,
		      const struct moods *moods)
{
	json_open(out, key, '{');
	json_ints(out, "played", moods->played, moods->nr);
	json_ints(out, "instead", moods->instead, moods->nr);
	json_close(out, '}');
}

/* The replies that were clearly better, most points first. */
static void put_better(struct strbuf *out, const struct report *report)
{
	json_open(out, "better", '[');
	for (size_t i = 0; i < report->nr_lost; i++) {
		const struct better *better = &report->better[i];

		json_open(out, NULL, '{');
		json_int(out, "turn", better->turn->number);
		json_int(out, "points", better->points);
		json_int(out, "score", better->score);
		json_text(out, "text", better->reply);
		json_text(out, "answer", better->answer);
		put_moods(out, "trust", &better->trust);
		put_moods(out, "patience", &better->patience);
		json_close(out, '}');
	}
	json_close(out, ']');
}

static void put_move(struct strbuf *out, int turn,
		     const struct mood_move *move)
{
	json_open(out, NULL, '{');
	json_int(out, "turn", turn);
	json_int(out, "trust", move->trust);
	json_int(out, "patience", move->patience);
	json_bool(out, "judged", move->judged);
	json_text(out, "line", move->line);
	json_close(out, '}');
}

static void put_mood(struct strbuf *out, const struct session *session)
{
	json_open(out, "mood", '[');
	for (size_t i = 0; i < session_nr_turns(session); i++) {
		const struct turn *turn = session_turn(session, i);

		for (size_t m = 0; m < turn->nr_moves; m++)
			put_move(out, turn->number, &turn->moves[m]);
	}
	json_close(out, ']');
}

void report_json(const struct report *report, struct str id,
		 struct strbuf *out)
{
	const struct rubric *rubric = talk_rubric(report->talk);
	const struct summary *summary = &report->summary;

	json_open(out, NULL, '{');
	json_text_or_null(out, "id", id);
	json_bool(out, "scored", summary->scored);
	json_int_or_null(out, "score", summary->score);
	if (report->without != SCORE_NONE)
		json_int(out, "without_waived", report->without);
	json_ints_by_name(out, "principles", &principle_terms,
			  summary->principles);
	put_missed(out, missed_in_talk(report));
	put_gate(out, rubric, summary->gate);
	json_open(out, "findings", '[');
	json_close(out, ']');
	put_lines(out, rubric, summary->lines, summary->nr_lines);
	put_commitments(out, report);
	json_count(out, "unanswered", summary->unanswered);
	if (report->session) {
		put_better(out, report);
		put_mood(out, report->session);
	}
	put_turns(out, report, rubric);
	put_stamp(out, rubric);
	json_close(out, '}');
	strbuf_addc(out, '\n');
}
