/*
 * A group as one JSON object. Whatever is counted names whom it was counted
 * of, so that anybody can count again.
 */
#include "group_parts.h"
#include "rehearse/json.h"

static void add_int(struct strbuf *out, const char *key, int number)
{
	json_key(out, key);
	strbuf_addf(out, "%d", number);
}

static void add_score(struct strbuf *out, const char *key, int score)
{
	json_key(out, key);
	if (score < 0)
		strbuf_add(out, STR("null"));
	else
		strbuf_addf(out, "%d", score);
}

static void add_text(struct strbuf *out, const char *key, struct str text)
{
	json_key(out, key);
	json_quote(out, text);
}

static void open_list(struct strbuf *out, const char *key)
{
	json_key(out, key);
	strbuf_addc(out, '[');
}

static void open_item(struct strbuf *out)
{
	json_comma(out);
	strbuf_addc(out, '{');
}

static void add_principles(struct strbuf *out, const int *principles)
{
	json_key(out, "principles");
	strbuf_addc(out, '{');
	for (int p = 0; p < PRINCIPLE_NR; p++)
		add_score(out, principle_terms.names[p], principles[p]);
	strbuf_addc(out, '}');
}

static void add_play(const struct group *group, size_t person, unsigned round,
		     struct strbuf *out)
{
	const struct group_play *play = group_play_of(group, person, round);
	const struct summary *summary;

	if (!play)
		return;
	summary = &play->report->summary;
	open_item(out);
	add_text(out, "person", group->labels[person]);
	add_int(out, "round", (int)round);
	add_score(out, "score", summary->score);
	add_principles(out, summary->principles);
	add_int(out, "turns", (int)summary->turns);
	add_int(out, "unanswered", (int)summary->unanswered);
	add_text(out, "scenario", play->scenario);
	add_text(out, "scenario_hash", play->scenario_hash);
	add_text(out, "rubric_hash", play->rubric_hash);
	strbuf_addc(out, '}');
}

static void add_plays(const struct group *group, struct strbuf *out)
{
	open_list(out, "plays");
	for (size_t i = 0; i < group->input->nr_people; i++)
		for (unsigned round = 1; round <= group->nr_rounds; round++)
			add_play(group, i, round, out);
	strbuf_addc(out, ']');
}

static void add_rounds(const struct group *group, struct strbuf *out)
{
	open_list(out, "rounds");
	for (unsigned round = 1; round <= group->nr_rounds; round++) {
		open_item(out);
		add_text(out, "title", group_round_title(group, round));
		add_score(out, "pass", group_pass(group, round));
		strbuf_addc(out, '}');
	}
	strbuf_addc(out, ']');
}

static void add_strings(struct strbuf *out, const char *key,
			const struct str *strings, size_t nr)
{
	open_list(out, key);
	for (size_t i = 0; i < nr; i++) {
		json_comma(out);
		json_quote(out, strings[i]);
	}
	strbuf_addc(out, ']');
}

/* ---- what was counted ---------------------------------------------------- */

static void add_who(const struct group *group, const struct tally *tally,
		    struct strbuf *out)
{
	open_list(out, "who");
	for (size_t i = 0; i < group->input->nr_people; i++) {
		if (!tally->people[i])
			continue;
		json_comma(out);
		json_quote(out, group->labels[i]);
	}
	strbuf_addc(out, ']');
}

static void add_numbers(const struct group *group, const struct tally *tally,
			struct strbuf *out)
{
	add_int(out, "people", (int)tally->nr);
	add_int(out, "of", (int)tally->of);
	add_int(out, "times", (int)tally->times);
	add_who(group, tally, out);
}

static void add_tally(const struct group *group, const struct tally *tally,
		      struct strbuf *out)
{
	static const char *const kinds[SIGHT_NR] = {
		"done", "slip", "missed",
	};

	open_item(out);
	add_text(out, "kind", str_from(kinds[tally->kind]));
	if (tally->kind == SIGHT_LAPSE)
		add_text(out, "what", str_from(lapses[tally->what].id));
	else
		add_text(out, "what",
			 terms_name(&behaviour_terms, tally->what));
	add_text(out, "says", tally_words(tally));
	if (tally->kind != SIGHT_DONE)
		add_text(out, "practise", str_from(practice_words[
			practice_of(tally->kind, tally->what)].id));
	if (tally->round)
		add_int(out, "round", (int)tally->round);
	if (tally->turn)
		add_int(out, "turn", tally->turn);
	add_numbers(group, tally, out);
	strbuf_addc(out, '}');
}

static void add_tallies(const struct group *group, const char *key,
			const struct tallies *tallies, struct strbuf *out)
{
	open_list(out, key);
	for (size_t i = 0; i < tallies->nr; i++)
		add_tally(group, &tallies->items[i], out);
	strbuf_addc(out, ']');
}

static void add_practise(const struct group *group, struct strbuf *out)
{
	open_list(out, "practise");
	for (size_t i = 0; i < group_nr_practise(group); i++) {
		const struct tally *tally = &group->practices.items[i];
		const struct practice_words *practice =
			&practice_words[tally->what];

		open_item(out);
		add_text(out, "practise", str_from(practice->id));
		add_text(out, "says", str_from(practice->title));
		add_numbers(group, tally, out);
		strbuf_addc(out, '}');
	}
	strbuf_addc(out, ']');
}

static void add_disagreements(const struct group *group, struct strbuf *out)
{
	open_list(out, "disagreements");
	for (size_t i = 0; i < group->nr_disagreements; i++) {
		const struct disagreement *d = &group->disagreements[i];

		open_item(out);
		add_text(out, "person", group->labels[d->person]);
		add_int(out, "round", (int)d->mark->round);
		add_int(out, "turn", d->mark->turn);
		add_text(out, "principle",
			 terms_name(&principle_terms, d->principle));
		add_int(out, "room", d->room);
		add_int(out, "rules", d->rules);
		add_score(out, "score", d->score);
		strbuf_addc(out, '}');
	}
	strbuf_addc(out, ']');
}

void group_json(const struct group *group, struct strbuf *out)
{
	const struct group_input *input = group->input;

	strbuf_addc(out, '{');
	add_text(out, "format", STR("rehearse/group 1"));
	add_text(out, "title", group_without_names(group, input->title));
	add_strings(out, "warnings", group->warnings, group->nr_warnings);
	add_practise(group, out);
	add_strings(out, "people", group->labels, input->nr_people);
	add_rounds(group, out);
	add_plays(group, out);
	add_tallies(group, "done", &group->done, out);
	add_tallies(group, "missed", &group->missed, out);
	add_tallies(group, "moments", &group->moments, out);
	add_disagreements(group, out);
	add_int(out, "waived", (int)group->waived);
	strbuf_add(out, STR("}\n"));
}
