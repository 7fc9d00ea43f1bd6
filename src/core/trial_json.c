/* A trial as one JSON object on one line, and one run as another. */
#include "rehearse/json.h"
#include "trial_parts.h"

static void put_conducts(struct strbuf *out, const size_t *counts)
{
	json_open(out, "conduct", '{');
	for (int c = 0; c < CONDUCT_NR; c++)
		json_count(out, conduct_terms.names[c], counts[c]);
	json_close(out, '}');
}

/* ---- a trial -------------------------------------------------------------- */

static void put_endings(const struct trial *trial, struct strbuf *out)
{
	const struct scenario *scenario = trial->source.scenario;

	json_open(out, "endings", '[');
	for (size_t e = 0; e < scenario->nr_endings; e++) {
		const struct trial_ending *ending = &trial->tally.endings[e];

		json_open(out, NULL, '{');
		json_text(out, "id", scenario->endings[e].id);
		json_count(out, "line", scenario->endings[e].line);
		json_name(out, "kind", &ending_kind_terms,
			  (int)scenario->endings[e].kind);
		json_count(out, "runs", ending->runs);
		put_conducts(out, ending->of_conduct);
		json_open(out, "score", '{');
		json_int_or_null(out, "min", ending->scores.low);
		json_int_or_null(out, "median", ending->scores.middle);
		json_int_or_null(out, "max", ending->scores.high);
		json_close(out, '}');
		if (ending->runs)
			json_count(out, "run", ending->seed);
		else
			json_none(out, "run");
		json_close(out, '}');
	}
	json_close(out, ']');
}

static void put_said(struct strbuf *out, struct str text, size_t hits)
{
	json_open(out, NULL, '{');
	json_text(out, "text", text);
	json_count(out, "hits", hits);
	json_close(out, '}');
}

/* Returns the number of the entry after them. */
static size_t put_entries(const struct trial *trial, const char *key,
			  const struct entries *entries, size_t number,
			  struct strbuf *out)
{
	const struct tally *tally = &trial->tally;

	json_open(out, key, '[');
	for (size_t i = 0; i < entries->nr; i++, number++) {
		const struct entry *entry = &entries->items[i];

		json_open(out, NULL, '{');
		json_count(out, "line", entry->line);
		json_count(out, "hits", tally->uses[number]);
		json_open(out, "say", '[');
		for (size_t j = 0; j < entry->nr_say; j++)
			put_said(out, entry->say[j], tally->said[number][j]);
		json_close(out, ']');
		if (entry->met.len) {
			json_open(out, "met", '[');
			put_said(out, entry->met, tally->met[number]);
			json_close(out, ']');
		}
		json_close(out, '}');
	}
	json_close(out, ']');
	return number;
}

static size_t put_scenes(const struct trial *trial, struct strbuf *out)
{
	const struct scenario *scenario = trial->source.scenario;
	size_t number = 0;

	json_open(out, "scenes", '[');
	for (size_t s = 0; s < scenario->nr_scenes; s++) {
		const struct scene *scene = &scenario->scenes[s];

		json_open(out, NULL, '{');
		json_text(out, "id", scene->id);
		json_count(out, "line", scene->line);
		json_count(out, "visits", trial->tally.visits[s]);
		number = put_entries(trial, "client", &scene->client, number,
				     out);
		number = put_entries(trial, "listen", &scene->listen, number,
				     out);
		json_open(out, "replies", '[');
		for (size_t i = 0; i < scene->nr_replies; i++)
			put_said(out, scene->replies[i].text,
				 trial->tally.replies[s][i]);
		json_close(out, ']');
		json_close(out, '}');
	}
	json_close(out, ']');
	return number;
}

static void put_heard(const struct trial *trial, struct strbuf *out)
{
	const struct scenario *scenario = trial->source.scenario;
	size_t number = put_scenes(trial, out);

	json_open(out, "topics", '[');
	for (size_t t = 0; t < scenario->nr_topics; t++) {
		json_open(out, NULL, '{');
		json_text(out, "id", scenario->topics[t].id);
		json_count(out, "line", scenario->topics[t].line);
		number = put_entries(trial, "answers",
				     &scenario->topics[t].say, number, out);
		json_close(out, '}');
	}
	json_close(out, ']');
	number = put_entries(trial, "answers", &scenario->answers, number, out);
	number = put_entries(trial, "reactions", &scenario->reactions, number,
			     out);
	number = put_entries(trial, "nods", &scenario->nods, number, out);
	number = put_entries(trial, "remarks", &scenario->remarks, number, out);
	put_entries(trial, "pushbacks", &scenario->pushbacks, number, out);
}

static void put_unreached(const struct trial *trial, struct strbuf *out)
{
	json_open(out, "unreached", '[');
	for (size_t i = 0; i < trial->nr_unreached; i++) {
		const struct player_item *item = trial->unreached[i];

		json_open(out, NULL, '{');
		json_text(out, "what", item->label);
		json_count(out, "line", item->line);
		json_text(out, "text", item->text);
		json_close(out, '}');
	}
	json_close(out, ']');
}

static void put_smells(struct trial *trial, struct strbuf *out)
{
	const struct trial_smell *smells;
	size_t nr;

	smells = trial_smells(trial, &nr);
	json_open(out, "smells", '[');
	for (size_t i = 0; i < nr; i++) {
		json_open(out, NULL, '{');
		json_name(out, "smell", &trial_smell_terms,
			  (int)smells[i].kind);
		if (smells[i].line)
			json_count(out, "line", smells[i].line);
		if (smells[i].runs) {
			json_count(out, "runs", smells[i].runs);
			json_count(out, "run", smells[i].seed);
		}
		json_bool(out, "seldom", smells[i].seldom);
		json_text(out, "text", smells[i].text);
		json_close(out, '}');
	}
	json_close(out, ']');
}

void trial_json(struct trial *trial, struct strbuf *out)
{
	const struct tally *tally = &trial->tally;

	json_open(out, NULL, '{');
	json_text(out, "scenario", trial->source.scenario->id);
	json_count(out, "seed", tally->seed);
	json_count(out, "runs", tally->runs);
	json_name(out, "level", &level_terms, trial->source.level);
	put_conducts(out, tally->of_conduct);
	json_count(out, "turns", tally->turns);
	json_count(out, "unfinished", tally->unfinished);
	put_endings(trial, out);
	put_heard(trial, out);
	put_unreached(trial, out);
	put_smells(trial, out);
	json_close(out, '}');
	strbuf_addc(out, '\n');
}

/* ---- one run -------------------------------------------------------------- */

static void put_lines(const struct heard_line *lines, size_t nr,
		      const char *key, struct strbuf *out)
{
	json_open(out, key, '[');
	for (size_t i = 0; i < nr; i++) {
		json_open(out, NULL, '{');
		json_text(out, "speaker", lines[i].speaker == SPEAKER_CLIENT ?
						  STR("client") :
						  STR("narrator"));
		json_text(out, "text", lines[i].text);
		json_close(out, '}');
	}
	json_close(out, ']');
}

static void put_turn(const struct trial *trial, const struct turn *turn,
		     struct strbuf *out)
{
	json_open(out, NULL, '{');
	json_text(out, "scene",
		 trial->source.scenario->scenes[turn->scene].id);
	if (turn->act != ACT_NONE)
		json_name(out, "act", &act_terms, (int)turn->act);
	else
		json_text(out, "said", turn->said);
	if (turn->picked)
		json_count(out, "picked", (uint64_t)turn->picked);
	json_int_or_null(out, "score", turn->verdict->score);
	json_count(out, "trust", (uint64_t)turn->trust);
	json_count(out, "patience", (uint64_t)turn->patience);
	put_lines(turn->answer, turn->nr_answer, "heard", out);
	json_close(out, '}');
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

	json_open(out, NULL, '{');
	json_text(out, "scenario", scenario->id);
	json_count(out, "run", seed);
	json_name(out, "conduct", &conduct_terms, (int)way.conduct);
	json_name(out, "level", &level_terms, (int)way.level);
	lines = session_opening(session, &nr);
	put_lines(lines, nr, "opening", out);
	json_open(out, "turns", '[');
	for (size_t i = 0; i < session_nr_turns(session); i++)
		put_turn(trial, session_turn(session, i), out);
	json_close(out, ']');
	if (ending < 0)
		json_none(out, "ending");
	else
		json_text(out, "ending", scenario->endings[ending].id);
	json_int_or_null(out, "score", session_summary(session, &scratch).score);
	json_close(out, '}');
	strbuf_addc(out, '\n');
	arena_release(&scratch);
}
