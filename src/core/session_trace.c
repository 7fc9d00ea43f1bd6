/*
 * "Why did she say that?" A turn is made once more, in a session of its own
 * that tells what it looks at; the session asked about stays as it is, and
 * one that nobody asks about pays nothing.
 */
#include "session_parts.h"

#include "rehearse/utf8.h"

static const char *const subject_words[SUBJECT_NR] = {
	[SUBJECT_SELF] = "self",   [SUBJECT_CLIENT] = "client",
	[SUBJECT_NAMED] = "named", [SUBJECT_OTHER] = "other",
	[SUBJECT_NONE] = "none",
};

static void add_quoted(struct strbuf *out, struct str text)
{
	strbuf_addc(out, '"');
	visible_line(out, text);
	strbuf_addc(out, '"');
}

static struct str words_of(const struct text *text, uint32_t first,
			   uint32_t end)
{
	if (first >= end)
		return STR("");
	return str_slice(text->source, text->words[first].start,
			 text->words[end - 1].end);
}

/* ---- words -------------------------------------------------------------- */

static void add_words(struct strbuf *out, const struct text *text)
{
	strbuf_add(out, STR("  words:"));
	for (uint32_t i = 0; i < text->nr_words; i++) {
		strbuf_addc(out, ' ');
		visible_line(out, text->words[i].key);
		if (text->words[i].classes & WORD_MENDED)
			strbuf_add(out, STR("(mended)"));
	}
	strbuf_addc(out, '\n');
}

static void add_clause(struct strbuf *out, const struct text *text,
		       const struct clause *clause)
{
	strbuf_add(out, STR("  clause "));
	add_quoted(out, words_of(text, clause->first, clause->end));
	strbuf_addf(out, ": subject %s, " STR_FMT "%s, " STR_FMT,
		    subject_words[clause->subject],
		    STR_ARG(terms_name(&tense_terms, (int)clause->tense)),
		    clause->negative ? ", negative" : "",
		    STR_ARG(terms_name(&mood_terms, (int)clause->mood)));
	if (clause->verb_at < clause->end) {
		strbuf_add(out, STR(", verb "));
		visible_line(out, text->words[clause->verb_at].key);
	}
	strbuf_addc(out, '\n');
}

static void add_scope(struct strbuf *out, const struct text *text,
		      const struct scope *scope)
{
	strbuf_addf(out, "  scope " STR_FMT ": ",
		    STR_ARG(terms_name(&scope_terms, (int)scope->kind)));
	add_quoted(out, words_of(text, scope->first, scope->end));
	if (scope->opener < text->nr_words) {
		strbuf_add(out, STR(", opened by "));
		visible_line(out, text->words[scope->opener].key);
	}
	strbuf_addc(out, '\n');
}

void session_trace_text(struct session *session, const struct text *text)
{
	struct strbuf *out = session->trace;

	if (!out || !text)
		return;
	add_words(out, text);
	for (uint32_t i = 0; i < text->nr_clauses; i++)
		add_clause(out, text, &text->clauses[i]);
	for (uint32_t i = 0; i < text->nr_scopes; i++)
		add_scope(out, text, &text->scopes[i]);
}

/* ---- the verdict -------------------------------------------------------- */

static void add_client_acts(struct strbuf *out, uint32_t acts)
{
	strbuf_add(out, STR("  the client had done:"));
	for (int i = 0; i < CLIENT_ACT_NR; i++)
		if (acts & CLIENT_BIT(i))
			strbuf_addf(out, " %s", client_act_terms.names[i]);
	strbuf_add(out, acts ? STR("\n") : STR(" nothing\n"));
}

static void add_scores(struct strbuf *out, const struct rubric *rubric,
		       const struct verdict *verdict)
{
	if (!verdict->scored) {
		strbuf_add(out, STR("  not scored\n"));
		return;
	}
	strbuf_addf(out, "  score %d:", verdict->score);
	for (int p = 0; p < PRINCIPLE_NR; p++)
		if (verdict->principles[p] != SCORE_NONE)
			strbuf_addf(out, " %s %d", principle_terms.names[p],
				    verdict->principles[p]);
	strbuf_addc(out, '\n');
	if (verdict->gate >= 0)
		strbuf_addf(out, "  gate " STR_FMT ": %d before it\n",
			    STR_ARG(rubric_string(
				    rubric, rubric->gates[verdict->gate].name)),
			    verdict->ungated);
}

void session_trace_verdict(struct session *session,
			   const struct verdict *verdict)
{
	const struct rubric *rubric = session->rubric;
	struct strbuf *out = session->trace;

	if (!out)
		return;
	for (size_t i = 0; i < verdict->nr_findings; i++) {
		const struct finding *finding = &verdict->findings[i];
		struct str id = rubric_string(rubric,
					      rubric->rules[finding->rule].id);

		strbuf_addf(out, "  found " STR_FMT " ", STR_ARG(id));
		add_quoted(out, finding->quote);
		strbuf_addf(out, ": %+d\n", finding->points);
	}
	add_client_acts(out, verdict->client_acts);
	add_scores(out, rubric, verdict);
}

/* ---- the script --------------------------------------------------------- */

void session_trace_condition(struct session *session,
			     const struct condition *condition)
{
	struct strbuf *out = session->trace;

	if (!out)
		return;
	strbuf_add(out, STR("  if "));
	visible_line(out, condition_source(condition));
	strbuf_addf(out, ": %s (",
		    condition_holds(condition, &session->now) ? "yes" : "no");
	condition_explain(condition, &session->now, out);
	strbuf_add(out, STR(")\n"));
}

static void add_head(const struct session *session, const struct turn *turn,
		     struct strbuf *out)
{
	strbuf_addf(out, "turn %d, scene " STR_FMT, turn->number,
		    STR_ARG(session->scenario->scenes[turn->scene].id));
	if (turn->channel != CHANNEL_NONE)
		strbuf_addf(out, ", %s", channel_terms.names[turn->channel]);
	if (turn->act != ACT_NONE) {
		strbuf_addf(out, ": act %s\n", act_terms.names[turn->act]);
		return;
	}
	strbuf_add(out, STR(": "));
	add_quoted(out, turn->said);
	strbuf_addc(out, '\n');
}

/* What the bits of a turn name: "  told: delay, cause". */
static void add_told(const struct session *session, const struct turn *turn,
		     struct strbuf *out)
{
	const struct scenario *scenario = session->scenario;

	for (size_t i = 0; i < scenario->nr_facts; i++)
		if (turn->told >> i & 1)
			strbuf_addf(out, "  told " STR_FMT "\n",
				    STR_ARG(scenario->facts[i].id));
	for (size_t i = 0; i < scenario->nr_topics; i++)
		if (turn->asked >> i & 1)
			strbuf_addf(out, "  asked " STR_FMT "\n",
				    STR_ARG(scenario->topics[i].id));
	for (size_t i = 0; i < scenario->nr_hidden; i++)
		if (turn->revealed >> i & 1)
			strbuf_addf(out, "  learned " STR_FMT "\n",
				    STR_ARG(scenario->hidden[i].id));
}

static void add_outcome(const struct session *session, const struct turn *turn,
			struct strbuf *out)
{
	add_told(session, turn, out);
	strbuf_add(out, STR("  then "));
	visible_line(out, turn->why);
	strbuf_addf(out, "\n  mood: trust %d patience %d\n", turn->trust,
		    turn->patience);
	for (size_t i = 0; i < turn->nr_answer; i++) {
		strbuf_add(out, turn->answer[i].speaker == SPEAKER_CLIENT ?
				STR("  client: ") : STR("  narrator: "));
		add_quoted(out, turn->answer[i].text);
		strbuf_addc(out, '\n');
	}
	if (turn->scene_after >= 0)
		strbuf_addf(out, "  now in " STR_FMT "\n",
			    STR_ARG(session->scenario
					    ->scenes[turn->scene_after].id));
	strbuf_addc(out, '\n');
}

void session_trace(const struct session *session, size_t i,
		   struct strbuf *out)
{
	struct session *again = session_new(session->scenario, session->rubric,
					    &session->options);
	struct error ignored;

	for (size_t before = 0; before < i; before++)
		session_repeat(again, session->turns[before], &ignored);
	add_head(session, session->turns[i], out);
	again->trace = out;
	talk_trace(again->talk, out);
	session_repeat(again, session->turns[i], &ignored);
	session_free(again);
	add_outcome(session, session->turns[i], out);
}
