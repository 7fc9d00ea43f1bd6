/* A trial as one JSON object on one line, and one run as another. */
#include "rehearse/json.h"
#include "trial_parts.h"

static void put_number(struct strbuf *out, const char *key, uint64_t number)
{
	json_key(out, key);
	strbuf_addf(out, "%llu", (unsigned long long)number);
}

static void put_bool(struct strbuf *out, const char *key, bool value)
{
	json_key(out, key);
	strbuf_add(out, value ? STR("true") : STR("false"));
}

static void put_text(struct strbuf *out, const char *key, struct str text)
{
	json_key(out, key);
	json_quote(out, text);
}

static void put_name(struct strbuf *out, const char *key,
		     const struct terms *terms, int value)
{
	json_key(out, key);
	if (value < 0)
		strbuf_add(out, STR("null"));
	else
		json_quote(out, terms_name(terms, value));
}

static void put_score(struct strbuf *out, const char *key, int score)
{
	json_key(out, key);
	if (score == SCORE_NONE)
		strbuf_add(out, STR("null"));
	else
		strbuf_addf(out, "%d", score);
}

static void put_open(struct strbuf *out, const char *key, char sign)
{
	json_key(out, key);
	strbuf_addc(out, sign);
}

static void put_object(struct strbuf *out)
{
	json_comma(out);
	strbuf_addc(out, '{');
}

static void put_close(struct strbuf *out, char sign)
{
	strbuf_addc(out, sign);
}

static void put_conducts(struct strbuf *out, const size_t *counts)
{
	put_open(out, "conduct", '{');
	for (int c = 0; c < CONDUCT_NR; c++)
		put_number(out, conduct_terms.names[c], counts[c]);
	put_close(out, '}');
}

/* ---- a trial -------------------------------------------------------------- */

static void put_endings(const struct trial *trial, struct strbuf *out)
{
	const struct scenario *scenario = trial->source.scenario;

	put_open(out, "endings", '[');
	for (size_t e = 0; e < scenario->nr_endings; e++) {
		const struct trial_ending *ending = &trial->tally.endings[e];

		put_object(out);
		put_text(out, "id", scenario->endings[e].id);
		put_number(out, "line", scenario->endings[e].line);
		put_name(out, "kind", &ending_kind_terms,
			 (int)scenario->endings[e].kind);
		put_number(out, "runs", ending->runs);
		put_conducts(out, ending->of_conduct);
		put_open(out, "score", '{');
		put_score(out, "min", ending->scores.low);
		put_score(out, "median", ending->scores.middle);
		put_score(out, "max", ending->scores.high);
		put_close(out, '}');
		json_key(out, "run");
		if (ending->runs)
			strbuf_addf(out, "%llu",
				    (unsigned long long)ending->seed);
		else
			strbuf_add(out, STR("null"));
		put_close(out, '}');
	}
	put_close(out, ']');
}

static void put_said(struct strbuf *out, struct str text, size_t hits)
{
	put_object(out);
	put_text(out, "text", text);
	put_number(out, "hits", hits);
	put_close(out, '}');
}

/* Returns the number of the entry after them. */
static size_t put_entries(const struct trial *trial, const char *key,
			  const struct entries *entries, size_t number,
			  struct strbuf *out)
{
	const struct tally *tally = &trial->tally;

	put_open(out, key, '[');
	for (size_t i = 0; i < entries->nr; i++, number++) {
		const struct entry *entry = &entries->items[i];

		put_object(out);
		put_number(out, "line", entry->line);
		put_number(out, "hits", tally->uses[number]);
		put_open(out, "say", '[');
		for (size_t j = 0; j < entry->nr_say; j++)
			put_said(out, entry->say[j], tally->said[number][j]);
		put_close(out, ']');
		if (entry->met.len) {
			put_open(out, "met", '[');
			put_said(out, entry->met, tally->met[number]);
			put_close(out, ']');
		}
		put_close(out, '}');
	}
	put_close(out, ']');
	return number;
}

static size_t put_scenes(const struct trial *trial, struct strbuf *out)
{
	const struct scenario *scenario = trial->source.scenario;
	size_t number = 0;

	put_open(out, "scenes", '[');
	for (size_t s = 0; s < scenario->nr_scenes; s++) {
		const struct scene *scene = &scenario->scenes[s];

		put_object(out);
		put_text(out, "id", scene->id);
		put_number(out, "line", scene->line);
		put_number(out, "visits", trial->tally.visits[s]);
		number = put_entries(trial, "client", &scene->client, number,
				     out);
		number = put_entries(trial, "listen", &scene->listen, number,
				     out);
		put_open(out, "replies", '[');
		for (size_t i = 0; i < scene->nr_replies; i++)
			put_said(out, scene->replies[i].text,
				 trial->tally.replies[s][i]);
		put_close(out, ']');
		put_close(out, '}');
	}
	put_close(out, ']');
	return number;
}

static void put_heard(const struct trial *trial, struct strbuf *out)
{
	const struct scenario *scenario = trial->source.scenario;
	size_t number = put_scenes(trial, out);

	put_open(out, "topics", '[');
	for (size_t t = 0; t < scenario->nr_topics; t++) {
		put_object(out);
		put_text(out, "id", scenario->topics[t].id);
		put_number(out, "line", scenario->topics[t].line);
		number = put_entries(trial, "answers",
				     &scenario->topics[t].say, number, out);
		put_close(out, '}');
	}
	put_close(out, ']');
	number = put_entries(trial, "answers", &scenario->answers, number, out);
	number = put_entries(trial, "reactions", &scenario->reactions, number,
			     out);
	number = put_entries(trial, "nods", &scenario->nods, number, out);
	number = put_entries(trial, "remarks", &scenario->remarks, number, out);
	put_entries(trial, "pushbacks", &scenario->pushbacks, number, out);
}

static void put_unreached(const struct trial *trial, struct strbuf *out)
{
	put_open(out, "unreached", '[');
	for (size_t i = 0; i < trial->nr_unreached; i++) {
		const struct player_item *item = trial->unreached[i];

		put_object(out);
		put_text(out, "what", item->label);
		put_number(out, "line", item->line);
		put_text(out, "text", item->text);
		put_close(out, '}');
	}
	put_close(out, ']');
}

static void put_smells(struct trial *trial, struct strbuf *out)
{
	const struct trial_smell *smells;
	size_t nr;

	smells = trial_smells(trial, &nr);
	put_open(out, "smells", '[');
	for (size_t i = 0; i < nr; i++) {
		put_object(out);
		put_name(out, "smell", &trial_smell_terms,
			 (int)smells[i].kind);
		if (smells[i].line)
			put_number(out, "line", smells[i].line);
		if (smells[i].runs) {
			put_number(out, "runs", smells[i].runs);
			put_number(out, "run", smells[i].seed);
		}
		put_bool(out, "seldom", smells[i].seldom);
		put_text(out, "text", smells[i].text);
		put_close(out, '}');
	}
	put_close(out, ']');
}

void trial_json(struct trial *trial, struct strbuf *out)
{
	const struct tally *tally = &trial->tally;

	put_object(out);
	put_text(out, "scenario", trial->source.scenario->id);
	put_number(out, "seed", tally->seed);
	put_number(out, "runs", tally->runs);
	put_name(out, "level", &level_terms, trial->source.level);
	put_conducts(out, tally->of_conduct);
	put_number(out, "turns", tally->turns);
	put_number(out, "unfinished", tally->unfinished);
	put_endings(trial, out);
	put_heard(trial, out);
	put_unreached(trial, out);
	put_smells(trial, out);
	put_close(out, '}');
	strbuf_addc(out, '\n');
}

/* ---- one run -------------------------------------------------------------- */

static void put_lines(const struct heard_line *lines, size_t nr,
		      const char *key, struct strbuf *out)
{
	put_open(out, key, '[');
	for (size_t i = 0; i < nr; i++) {
		put_object(out);
		put_text(out, "speaker", lines[i].speaker == SPEAKER_CLIENT ?
						 STR("client") :
						 STR("narrator"));
		put_text(out, "text", lines[i].text);
		put_close(out, '}');
	}
	put_close(out, ']');
}

static void put_turn(const struct trial *trial, const struct turn *turn,
		     struct strbuf *out)
{
	put_object(out);
	put_text(out, "scene",
		 trial->source.scenario->scenes[turn->scene].id);
	if (turn->act != ACT_NONE)
		put_name(out, "act", &act_terms, (int)turn->act);
	else
		put_text(out, "said", turn->said);
	if (turn->picked)
		put_number(out, "picked", (uint64_t)turn->picked);
	put_score(out, "score", turn->verdict->score);
	put_number(out, "trust", (uint64_t)turn->trust);
	put_number(out, "patience", (uint64_t)turn->patience);
	put_lines(turn->answer, turn->nr_answer, "heard", out);
	put_close(out, '}');
}

void trial_run_json(struct trial *trial, uint64_t seed, struct strbuf *out)
{
	const struct scenario *scenario = trial->source.scenario;
	const struct session *session = trial_run(trial, seed);
	struct trial_way way = trial_way(trial, seed);
	const struct heard_line *lines;
	struct arena scratch = { 0 };
	int ending = session_ending(session);
	size_t nr;

	put_object(out);
	put_text(out, "scenario", scenario->id);
	put_number(out, "run", seed);
	put_name(out, "conduct", &conduct_terms, (int)way.conduct);
	put_name(out, "level", &level_terms, (int)way.level);
	lines = session_opening(session, &nr);
	put_lines(lines, nr, "opening", out);
	put_open(out, "turns", '[');
	for (size_t i = 0; i < session_nr_turns(session); i++)
		put_turn(trial, session_turn(session, i), out);
	put_close(out, ']');
	json_key(out, "ending");
	if (ending < 0)
		strbuf_add(out, STR("null"));
	else
		json_quote(out, scenario->endings[ending].id);
	put_score(out, "score", session_summary(session, &scratch).score);
	put_close(out, '}');
	strbuf_addc(out, '\n');
	arena_release(&scratch);
}
