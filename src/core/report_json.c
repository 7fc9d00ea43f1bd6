/*
 * A verdict and a report as JSON: one object on one line. The keys and their
 * order are a contract with whoever reads them (README.md, "The filter").
 */
#include "rehearse/json.h"
#include "rehearse/report.h"
#include "rehearse/version.h"

static void json_id(struct strbuf *out, struct str id)
{
	json_key(out, "id");
	if (id.ptr)
		json_quote(out, id);
	else
		strbuf_add(out, STR("null"));
}

static void json_score(struct strbuf *out, int score)
{
	if (score == SCORE_NONE)
		strbuf_add(out, STR("null"));
	else
		strbuf_addf(out, "%d", score);
}

static void json_principles(struct strbuf *out, const int *principles)
{
	json_key(out, "principles");
	strbuf_addc(out, '{');
	for (int p = 0; p < PRINCIPLE_NR; p++) {
		json_key(out, principle_terms.names[p]);
		json_score(out, principles[p]);
	}
	strbuf_addc(out, '}');
}

static void json_missed(struct strbuf *out, unsigned missed)
{
	json_key(out, "missed");
	strbuf_addc(out, '[');
	for (int p = 0; p < PRINCIPLE_NR; p++) {
		if (!(missed >> p & 1))
			continue;
		json_comma(out);
		json_quote(out, terms_name(&principle_terms, p));
	}
	strbuf_addc(out, ']');
}

static void json_gate(struct strbuf *out, const struct rubric *rubric,
		      int gate)
{
	json_key(out, "gate");
	if (gate < 0)
		strbuf_add(out, STR("null"));
	else
		json_quote(out, rubric_string(rubric,
					       rubric->gates[gate].name));
}

static void json_name(struct strbuf *out, const char *key,
		      const struct terms *terms, int value)
{
	json_key(out, key);
	if (value < 0)
		strbuf_add(out, STR("null"));
	else
		json_quote(out, terms_name(terms, value));
}

static void json_finding(struct strbuf *out, const struct rubric *rubric,
			 const struct finding *finding)
{
	const struct rule *rule = &rubric->rules[finding->rule];

	json_comma(out);
	strbuf_addc(out, '{');
	json_key(out, "rule");
	json_quote(out, rubric_string(rubric, rule->id));
	json_name(out, "principle", &principle_terms, rule->principle);
	json_name(out, "behaviour", &behaviour_terms, rule->behaviour);
	json_key(out, "points");
	strbuf_addf(out, "%d", finding->points);
	json_key(out, "start");
	strbuf_addf(out, "%u", (unsigned)finding->start);
	json_key(out, "end");
	strbuf_addf(out, "%u", (unsigned)finding->end);
	json_key(out, "quote");
	json_quote(out, finding->quote);
	strbuf_addc(out, '}');
}

static void json_findings(struct strbuf *out, const struct rubric *rubric,
			  const struct verdict *verdict)
{
	json_key(out, "findings");
	strbuf_addc(out, '[');
	for (size_t i = 0; i < verdict->nr_findings; i++)
		if (!verdict->findings[i].waived)
			json_finding(out, rubric, &verdict->findings[i]);
	strbuf_addc(out, ']');
}

static void json_line(struct strbuf *out, const struct rubric *rubric,
		      const struct receipt_line *line)
{
	json_comma(out);
	strbuf_addc(out, '{');
	json_name(out, "kind", &line_terms, (int)line->kind);
	json_name(out, "principle", &principle_terms, line->principle);
	json_key(out, "text");
	json_quote(out, line->text);
	json_key(out, "points");
	strbuf_addf(out, "%d", line->points);
	json_key(out, "rule");
	if (line->rule < 0)
		strbuf_add(out, STR("null"));
	else
		json_quote(out, rubric_string(rubric,
					       rubric->rules[line->rule].id));
	strbuf_addc(out, '}');
}

static void json_lines(struct strbuf *out, const struct rubric *rubric,
		       const struct receipt_line *lines, size_t nr)
{
	json_key(out, "lines");
	strbuf_addc(out, '[');
	for (size_t i = 0; i < nr; i++)
		json_line(out, rubric, &lines[i]);
	strbuf_addc(out, ']');
}

static void json_stamp(struct strbuf *out, const struct rubric *rubric)
{
	const struct rubric_header *header = rubric->header;
	struct str id = rubric_string(rubric, header->id);
	struct str hash = rubric_string(rubric, header->hash);

	json_key(out, "rubric");
	strbuf_addf(out, "\"" STR_FMT " %u " STR_FMT "\"", STR_ARG(id),
		    (unsigned)header->version, STR_ARG(hash));
	json_key(out, "engine");
	json_quote(out, STR(REHEARSE_ENGINE));
}

void verdict_json(const struct verdict *verdict, const struct rubric *rubric,
		  struct str id, struct strbuf *out)
{
	strbuf_addc(out, '{');
	json_id(out, id);
	json_key(out, "scored");
	strbuf_add(out, verdict->scored ? STR("true") : STR("false"));
	json_key(out, "score");
	json_score(out, verdict->score);
	json_principles(out, verdict->principles);
	json_missed(out, verdict->missed);
	json_gate(out, rubric, verdict->gate);
	json_findings(out, rubric, verdict);
	json_lines(out, rubric, verdict->lines, verdict->nr_lines);
	json_stamp(out, rubric);
	strbuf_addc(out, '}');
}

static void json_commitments(struct strbuf *out, const struct report *report)
{
	json_key(out, "commitments");
	strbuf_addc(out, '[');
	for (size_t i = 0; i < report->nr_lines; i++) {
		const struct report_line *line = &report->lines[i];

		if (!line->verdict || !line->verdict->commitment.len)
			continue;
		json_comma(out);
		strbuf_addf(out, "{\"turn\":%d,\"text\":", line->number);
		json_quote(out, line->verdict->commitment);
		strbuf_addc(out, '}');
	}
	strbuf_addc(out, ']');
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

static void json_turns(struct strbuf *out, const struct report *report,
		       const struct rubric *rubric)
{
	json_key(out, "turns");
	strbuf_addc(out, '[');
	for (size_t i = 0; i < report->nr_lines; i++) {
		const struct report_line *line = &report->lines[i];
		struct str none = { NULL, 0 };

		json_comma(out);
		if (line->verdict)
			verdict_json(line->verdict, rubric, none, out);
		else
			strbuf_add(out, STR("null"));
	}
	strbuf_addc(out, ']');
}

static void json_numbers(struct strbuf *out, const char *key,
			 const int *numbers, size_t nr)
{
	json_key(out, key);
	strbuf_addc(out, '[');
	for (size_t i = 0; i < nr; i++)
		strbuf_addf(out, "%s%d", i ? "," : "", numbers[i]);
	strbuf_addc(out, ']');
}

static void json_moods(struct strbuf *out, const char *key,
		       const struct moods *moods)
{
	json_key(out, key);
	strbuf_addc(out, '{');
	json_numbers(out, "played", moods->played, moods->nr);
	json_numbers(out, "instead", moods->instead, moods->nr);
	strbuf_addc(out, '}');
}

/* The replies that were clearly better, most points first. */
static void json_better(struct strbuf *out, const struct report *report)
{
	json_key(out, "better");
	strbuf_addc(out, '[');
	for (size_t i = 0; i < report->nr_lost; i++) {
		const struct better *better = &report->better[i];

		json_comma(out);
		strbuf_addf(out,
			    "{\"turn\":%d,\"points\":%d,\"score\":%d,"
			    "\"text\":",
			    better->turn->number, better->points,
			    better->score);
		json_quote(out, better->reply);
		json_key(out, "answer");
		json_quote(out, better->answer);
		json_moods(out, "trust", &better->trust);
		json_moods(out, "patience", &better->patience);
		strbuf_addc(out, '}');
	}
	strbuf_addc(out, ']');
}

static void json_move(struct strbuf *out, int turn,
		      const struct mood_move *move)
{
	json_comma(out);
	strbuf_addf(out,
		    "{\"turn\":%d,\"trust\":%d,\"patience\":%d,"
		    "\"judged\":%s,\"line\":",
		    turn, move->trust, move->patience,
		    move->judged ? "true" : "false");
	json_quote(out, move->line);
	strbuf_addc(out, '}');
}

static void json_mood(struct strbuf *out, const struct session *session)
{
	json_key(out, "mood");
	strbuf_addc(out, '[');
	for (size_t i = 0; i < session_nr_turns(session); i++) {
		const struct turn *turn = session_turn(session, i);

		for (size_t m = 0; m < turn->nr_moves; m++)
			json_move(out, turn->number, &turn->moves[m]);
	}
	strbuf_addc(out, ']');
}

void report_json(const struct report *report, struct str id,
		 struct strbuf *out)
{
	const struct rubric *rubric = talk_rubric(report->talk);
	const struct summary *summary = &report->summary;

	strbuf_addc(out, '{');
	json_id(out, id);
	json_key(out, "scored");
	strbuf_add(out, summary->scored ? STR("true") : STR("false"));
	json_key(out, "score");
	json_score(out, summary->score);
	if (report->without != SCORE_NONE) {
		json_key(out, "without_waived");
		json_score(out, report->without);
	}
	json_principles(out, summary->principles);
	json_missed(out, missed_in_talk(report));
	json_gate(out, rubric, summary->gate);
	json_key(out, "findings");
	strbuf_add(out, STR("[]"));
	json_lines(out, rubric, summary->lines, summary->nr_lines);
	json_commitments(out, report);
	json_key(out, "unanswered");
	strbuf_addf(out, "%u", summary->unanswered);
	if (report->session) {
		json_better(out, report);
		json_mood(out, report->session);
	}
	json_turns(out, report, rubric);
	json_stamp(out, rubric);
	strbuf_add(out, STR("}\n"));
}
