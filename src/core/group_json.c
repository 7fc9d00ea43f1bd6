/*
 * A group as one JSON object. Whatever is counted names whom it was counted
 * of, so that anybody can count again.
 */
#include "group_parts.h"
#include "rehearse/json.h"

static void add_play(const struct group *group, size_t person, unsigned round,
		     struct strbuf *out)
{
	const struct group_play *play = group_play_of(group, person, round);
	const struct summary *summary;

	if (!play)
		return;
	summary = &play->report->summary;
	json_open(out, NULL, '{');
	json_text(out, "person", group->labels[person]);
	json_count(out, "round", round);
	json_int_or_null(out, "score", summary->score);
	json_ints_by_name(out, "principles", &principle_terms,
			  summary->principles);
	json_count(out, "turns", summary->turns);
	json_count(out, "unanswered", summary->unanswered);
	json_text(out, "scenario", play->scenario);
	json_text(out, "scenario_hash", play->scenario_hash);
	json_text(out, "rubric_hash", play->rubric_hash);
	json_close(out, '}');
}

static void add_plays(const struct group *group, struct strbuf *out)
{
	json_open(out, "plays", '[');
	for (size_t i = 0; i < group->input->nr_people; i++)
		for (unsigned round = 1; round <= group->nr_rounds; round++)
			add_play(group, i, round, out);
	json_close(out, ']');
}

static void add_rounds(const struct group *group, struct strbuf *out)
{
	json_open(out, "rounds", '[');
	for (unsigned round = 1; round <= group->nr_rounds; round++) {
		json_open(out, NULL, '{');
		json_text(out, "title", group_round_title(group, round));
		json_int_or_null(out, "pass", group_pass(group, round));
		json_close(out, '}');
	}
	json_close(out, ']');
}

static void add_strings(struct strbuf *out, const char *key,
			const struct str *strings, size_t nr)
{
	json_open(out, key, '[');
	for (size_t i = 0; i < nr; i++) {
		json_text(out, NULL, strings[i]);
	}
	json_close(out, ']');
}

/* ---- what was counted ---------------------------------------------------- */

static void add_who(const struct group *group, const struct tally *tally,
		    struct strbuf *out)
{
	json_open(out, "who", '[');
	for (size_t i = 0; i < group->input->nr_people; i++) {
		if (!tally->people[i])
			continue;
		json_text(out, NULL, group->labels[i]);
	}
	json_close(out, ']');
}

static void add_numbers(const struct group *group, const struct tally *tally,
			struct strbuf *out)
{
	json_count(out, "people", tally->nr);
	json_count(out, "of", tally->of);
	json_count(out, "times", tally->times);
	add_who(group, tally, out);
}

static void add_tally(const struct group *group, const struct tally *tally,
		      struct strbuf *out)
{
	static const char *const kinds[SIGHT_NR] = {
		"done", "slip", "missed",
	};

	json_open(out, NULL, '{');
	json_text(out, "kind", str_from(kinds[tally->kind]));
	if (tally->kind == SIGHT_LAPSE)
		json_text(out, "what", str_from(lapses[tally->what].id));
	else
		json_name(out, "what", &behaviour_terms, tally->what);
	json_text(out, "says", tally_words(tally));
	if (tally->kind != SIGHT_DONE)
		json_text(out, "practise", str_from(practice_words[
			practice_of(tally->kind, tally->what)].id));
	if (tally->round)
		json_count(out, "round", tally->round);
	if (tally->turn)
		json_int(out, "turn", tally->turn);
	add_numbers(group, tally, out);
	json_close(out, '}');
}

static void add_tallies(const struct group *group, const char *key,
			const struct tallies *tallies, struct strbuf *out)
{
	json_open(out, key, '[');
	for (size_t i = 0; i < tallies->nr; i++)
		add_tally(group, &tallies->items[i], out);
	json_close(out, ']');
}

static void add_practise(const struct group *group, struct strbuf *out)
{
	json_open(out, "practise", '[');
	for (size_t i = 0; i < group_nr_practise(group); i++) {
		const struct tally *tally = &group->practices.items[i];
		const struct practice_words *practice =
			&practice_words[tally->what];

		json_open(out, NULL, '{');
		json_text(out, "practise", str_from(practice->id));
		json_text(out, "says", str_from(practice->title));
		add_numbers(group, tally, out);
		json_close(out, '}');
	}
	json_close(out, ']');
}

static void add_disagreements(const struct group *group, struct strbuf *out)
{
	json_open(out, "disagreements", '[');
	for (size_t i = 0; i < group->nr_disagreements; i++) {
		const struct disagreement *d = &group->disagreements[i];

		json_open(out, NULL, '{');
		json_text(out, "person", group->labels[d->person]);
		json_count(out, "round", d->mark->round);
		json_int(out, "turn", d->mark->turn);
		json_name(out, "principle", &principle_terms, d->principle);
		json_int(out, "room", d->room);
		json_int(out, "rules", d->rules);
		json_int_or_null(out, "score", d->score);
		json_close(out, '}');
	}
	json_close(out, ']');
}

void group_json(const struct group *group, struct strbuf *out)
{
	const struct group_input *input = group->input;

	json_open(out, NULL, '{');
	json_text(out, "format", STR("rehearse/group 1"));
	json_text(out, "title", group_without_names(group, input->title));
	add_strings(out, "warnings", group->warnings, group->nr_warnings);
	add_practise(group, out);
	add_strings(out, "people", group->labels, input->nr_people);
	add_rounds(group, out);
	add_plays(group, out);
	add_tallies(group, "done", &group->done, out);
	add_tallies(group, "missed", &group->missed, out);
	add_tallies(group, "moments", &group->moments, out);
	add_disagreements(group, out);
	json_count(out, "waived", group->waived);
	json_close(out, '}');
	strbuf_addc(out, '\n');
}
