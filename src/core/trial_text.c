/*
 * The report of a trial for people, and one run as a conversation. The same
 * in a file, in a pipe and on a screen.
 */
#include "trial_parts.h"

#include <stdio.h>
#include "rehearse/utf8.h"

enum { TEXT_MOST = 56 }; /* characters of a line shown */

/* "the words said", cut where the screen would end. */
static void put_words(struct strbuf *out, struct str text)
{
	size_t at = 0, nr = 0;

	while (at < text.len && nr++ < TEXT_MOST)
		utf8_next(text, &at);
	strbuf_addc(out, '"');
	visible_line(out, str_slice(text, 0, at));
	strbuf_add(out, at < text.len ? STR("...\"") : STR("\""));
}

static void put_padded(struct strbuf *out, struct str text, size_t width)
{
	size_t nr = utf8_count(text, text.len);

	visible_line(out, text);
	strbuf_pad(out, ' ', nr < width ? width - nr : 0);
}

static const char *plural(size_t nr)
{
	return nr == 1 ? "" : "s";
}

/* ---- the head ------------------------------------------------------------ */

static void put_head(const struct trial *trial, struct strbuf *out)
{
	const struct tally *tally = &trial->tally;
	int level = trial->source.level;

	visible_line(out, trial->source.scenario->title);
	strbuf_addf(out, "\n%zu run%s (%llu to %llu), %zu turns each on "
		    "average; level: ", tally->runs, plural(tally->runs),
		    (unsigned long long)tally->seed,
		    (unsigned long long)(tally->seed + tally->runs - 1),
		    tally->runs ? (tally->turns + tally->runs / 2) /
					  tally->runs
				: 0);
	if (level >= 0)
		strbuf_add(out, terms_name(&level_terms, level));
	else
		strbuf_add(out, STR("each in turn"));
	strbuf_add(out, STR("\n"));
}

/* ---- endings ------------------------------------------------------------- */

static void put_score(struct strbuf *out, int score)
{
	if (score == SCORE_NONE)
		strbuf_add(out, STR("    -"));
	else
		strbuf_addf(out, "%5d", score);
}

static void put_endings(const struct trial *trial, struct strbuf *out)
{
	static const int widths[CONDUCT_NR] = { 6, 8, 5, 6 };
	const struct scenario *scenario = trial->source.scenario;
	const struct tally *tally = &trial->tally;

	strbuf_add(out, STR("\n                              by conduct"
			    "                score          for one\n"
			    "How they ended        runs  good neutral  bad "
			    "mixed  low  mid high  see --run\n"));
	for (size_t e = 0; e < scenario->nr_endings; e++) {
		const struct trial_ending *ending = &tally->endings[e];
		struct str kind = terms_name(&ending_kind_terms,
					     (int)scenario->endings[e].kind);

		strbuf_add(out, STR("  "));
		put_padded(out, scenario->endings[e].id, 12);
		strbuf_addc(out, ' ');
		put_padded(out, kind, 5);
		strbuf_addf(out, "%6zu", ending->runs);
		for (int c = 0; c < CONDUCT_NR; c++)
			strbuf_addf(out, "%*zu", widths[c],
				    ending->of_conduct[c]);
		put_score(out, ending->scores.low);
		put_score(out, ending->scores.middle);
		put_score(out, ending->scores.high);
		if (ending->runs)
			strbuf_addf(out, "%11llu",
				    (unsigned long long)ending->seed);
		strbuf_addc(out, '\n');
	}
	if (tally->unfinished)
		strbuf_addf(out, "  (no ending)%13zu\n", tally->unfinished);
}

/* ---- what was heard ------------------------------------------------------- */

static void put_row(struct strbuf *out, size_t nr, const char *what,
		    struct str text)
{
	strbuf_addf(out, "%8zu  %-12s", nr, what);
	put_words(out, text);
	strbuf_addc(out, '\n');
}

/* An entry that does more than say one line: where it leads. */
static void put_way(const struct trial *trial, size_t nr, const char *what,
		    const struct go *go, struct strbuf *out)
{
	const struct scenario *scenario = trial->source.scenario;

	strbuf_addf(out, "%8zu  %s", nr, what);
	switch (go->kind) {
	case GO_NOWHERE:
		break;
	case GO_SCENE:
		strbuf_addf(out, "  -> " STR_FMT,
			    STR_ARG(scenario->scenes[go->index].id));
		break;
	case GO_ENDING:
		strbuf_addf(out, "  -> " STR_FMT,
			    STR_ARG(scenario->endings[go->index].id));
		break;
	case GO_END:
		strbuf_add(out, STR("  -> end"));
		break;
	case GO_BACK:
		strbuf_add(out, STR("  -> back"));
		break;
	}
	strbuf_addc(out, '\n');
}

/* An entry with one line that it always says has one row; else each of its
 * lines has one more. */
static void put_entry(const struct trial *trial, const struct entry *entry,
		      size_t number, const char *name, size_t place,
		      struct strbuf *out)
{
	const struct tally *tally = &trial->tally;
	const size_t *said = tally->said[number];
	size_t uses = tally->uses[number];
	char what[40];

	snprintf(what, sizeof(what), "%s %zu", name, place);
	if (entry->nr_say == 1 && said[0] == uses) {
		put_row(out, uses, what, entry->say[0]);
	} else {
		put_way(trial, uses, what, &entry->go, out);
		for (size_t i = 0; i < entry->nr_say; i++)
			put_row(out, said[i], "", entry->say[i]);
	}
	if (entry->met.len)
		put_row(out, tally->met[number], "  met", entry->met);
}

static size_t put_entries(const struct trial *trial,
			  const struct entries *entries, size_t number,
			  const char *name, struct strbuf *out)
{
	for (size_t i = 0; i < entries->nr; i++)
		put_entry(trial, &entries->items[i], number + i, name, i + 1,
			  out);
	return number + entries->nr;
}

static void put_title(struct strbuf *out, const char *what, struct str id,
		      unsigned line)
{
	strbuf_addf(out, "\n%s " STR_FMT " (line %u)", what, STR_ARG(id), line);
}

static size_t put_scenes(const struct trial *trial, struct strbuf *out)
{
	const struct scenario *scenario = trial->source.scenario;
	const struct tally *tally = &trial->tally;
	size_t number = 0;

	for (size_t s = 0; s < scenario->nr_scenes; s++) {
		const struct scene *scene = &scenario->scenes[s];

		put_title(out, "Scene", scene->id, scene->line);
		strbuf_addf(out, ": entered %zu time%s\n", tally->visits[s],
			    plural(tally->visits[s]));
		number = put_entries(trial, &scene->client, number, "client",
				     out);
		number = put_entries(trial, &scene->listen, number, "listen",
				     out);
		for (size_t i = 0; i < scene->nr_replies; i++) {
			char what[40];

			snprintf(what, sizeof(what), "reply %zu", i + 1);
			put_row(out, tally->replies[s][i], what,
				scene->replies[i].text);
		}
	}
	return number;
}

static void put_heard(const struct trial *trial, struct strbuf *out)
{
	const struct scenario *scenario = trial->source.scenario;
	size_t number;

	strbuf_add(out, STR("\nHow often each line was used\n"));
	number = put_scenes(trial, out);
	for (size_t t = 0; t < scenario->nr_topics; t++) {
		const struct topic *topic = &scenario->topics[t];

		put_title(out, "Topic", topic->id, topic->line);
		strbuf_addc(out, '\n');
		number = put_entries(trial, &topic->say, number, "answer",
				     out);
	}
	if (scenario->answers.nr)
		strbuf_add(out, STR("\nAnswers\n"));
	number = put_entries(trial, &scenario->answers, number, "answer", out);
	if (scenario->reactions.nr)
		strbuf_add(out, STR("\nReactions\n"));
	number = put_entries(trial, &scenario->reactions, number, "reaction",
			     out);
	if (scenario->nods.nr)
		strbuf_add(out, STR("\nNods\n"));
	number = put_entries(trial, &scenario->nods, number, "nod", out);
	if (scenario->remarks.nr)
		strbuf_add(out, STR("\nRemarks\n"));
	number = put_entries(trial, &scenario->remarks, number, "remark", out);
	if (scenario->pushbacks.nr)
		strbuf_add(out, STR("\nPushbacks\n"));
	put_entries(trial, &scenario->pushbacks, number, "pushback", out);
}

/* ---- what is wrong -------------------------------------------------------- */

static void put_smell(const struct trial *trial,
		      const struct trial_smell *smell, struct strbuf *out)
{
	visible_line(out, trial->source.scenario->path);
	if (smell->line)
		strbuf_addf(out, ":%u", smell->line);
	strbuf_add(out, smell->seldom ? STR(": ") : STR(": smell: "));
	visible_line(out, smell->text);
	if (smell->runs)
		strbuf_addf(out, " (in %zu run%s; see --run %llu)",
			    smell->runs, plural(smell->runs),
			    (unsigned long long)smell->seed);
	strbuf_addc(out, '\n');
}

/* Those that are seldom, or the others. */
static void put_smells(const struct trial *trial,
		       const struct trial_smell *smells, size_t nr,
		       bool seldom, const char *title, struct strbuf *out)
{
	size_t shown = 0;

	for (size_t i = 0; i < nr; i++) {
		if (smells[i].seldom != seldom)
			continue;
		if (!shown++)
			strbuf_addf(out, "\n%s\n", title);
		put_smell(trial, &smells[i], out);
	}
}

static void put_all_smells(struct trial *trial, struct strbuf *out)
{
	const struct trial_smell *smells;
	size_t nr;

	smells = trial_smells(trial, &nr);
	if (trial_is_clean(trial))
		strbuf_add(out, STR("\nNo smells.\n"));
	put_smells(trial, smells, nr, false, "Smells", out);
	put_smells(trial, smells, nr, true,
		   "Seldom, and no fault: talks that went in circles", out);
}

void trial_text(struct trial *trial, struct strbuf *out)
{
	put_head(trial, out);
	put_endings(trial, out);
	put_heard(trial, out);
	put_all_smells(trial, out);
}

/* ---- one run -------------------------------------------------------------- */

static void put_said(struct strbuf *out, struct str who, struct str text)
{
	visible_line(out, who);
	strbuf_add(out, STR(": "));
	visible_line(out, text);
	strbuf_addc(out, '\n');
}

static void put_lines(const struct trial *trial,
		      const struct heard_line *lines, size_t nr,
		      struct strbuf *out)
{
	for (size_t i = 0; i < nr; i++)
		if (lines[i].speaker == SPEAKER_CLIENT) {
			put_said(out, trial->source.scenario->client.first_name,
				 lines[i].text);
		} else {
			strbuf_addc(out, '(');
			visible_line(out, lines[i].text);
			strbuf_add(out, STR(")\n"));
		}
}

static void put_turn(const struct trial *trial, const struct turn *turn,
		     struct strbuf *out)
{
	strbuf_addf(out, "\n%d. ", turn->number);
	if (turn->act != ACT_NONE)
		put_said(out, STR("You do"),
			 terms_name(&act_terms, (int)turn->act));
	else
		put_said(out, STR("You"), turn->said);
	strbuf_add(out, STR("   ["));
	if (turn->verdict->scored)
		strbuf_addf(out, "score %d; ", turn->verdict->score);
	strbuf_addf(out, "trust %d, patience %d; " STR_FMT "%s]\n",
		    turn->trust, turn->patience,
		    STR_ARG(trial->source.scenario->scenes[turn->scene].id),
		    turn->picked ? "; a suggestion" : "");
	put_lines(trial, turn->answer, turn->nr_answer, out);
}

static void put_end(const struct trial *trial, const struct session *session,
		    struct strbuf *out)
{
	const struct scenario *scenario = trial->source.scenario;
	int reached = session_ending(session);
	struct arena scratch = { 0 };
	struct summary summary = session_summary(session, &scratch);

	strbuf_add(out, STR("\nending: "));
	if (reached < 0)
		strbuf_add(out, STR("none"));
	else
		strbuf_addf(out, STR_FMT " (" STR_FMT ")",
			    STR_ARG(scenario->endings[reached].id),
			    STR_ARG(terms_name(
				    &ending_kind_terms,
				    (int)scenario->endings[reached].kind)));
	if (summary.score != SCORE_NONE)
		strbuf_addf(out, ", score %d, " STR_FMT, summary.score,
			    STR_ARG(terms_name(&band_terms, summary.band)));
	strbuf_addc(out, '\n');
	arena_release(&scratch);
}

void trial_run_text(struct trial *trial, uint64_t seed, struct strbuf *out)
{
	const struct session *session = trial_run(trial, seed);
	struct trial_way way = trial_way(trial, seed);
	const struct heard_line *lines;
	size_t nr;

	visible_line(out, trial->source.scenario->title);
	strbuf_addf(out, "\nrun %llu: " STR_FMT " conduct, level " STR_FMT
		    "\n\n", (unsigned long long)seed,
		    STR_ARG(terms_name(&conduct_terms, (int)way.conduct)),
		    STR_ARG(terms_name(&level_terms, (int)way.level)));
	lines = session_opening(session, &nr);
	put_lines(trial, lines, nr, out);
	for (size_t i = 0; i < session_nr_turns(session); i++)
		put_turn(trial, session_turn(session, i), out);
	put_end(trial, session, out);
}
