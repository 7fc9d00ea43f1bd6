/*
 * The team's sheet, from the top: what to practise, then what it rests on.
 */
#include <stdlib.h>

#include "group_tables.h"

enum {
	DONE_MOST = 6,
	DONE_LEAST = 3, /* what fewer than half did, only up to here */
	MOMENTS_MOST = 12,
	BEST_MOST = 7,
	SLIPS_MOST = 5,
};

struct writer {
	const struct group *group;
	struct sheet sheet;
};

static struct str words(const struct writer *w, struct str text)
{
	return group_without_names(w->group, text);
}

static void heading(struct writer *w, struct str text)
{
	sheet_add(&w->sheet, BLOCK_HEADING, STR(""), text);
}

static struct str of_people(const struct writer *w, const struct tally *tally)
{
	return arena_printf(w->group->arena, "%u of %u", tally->nr, tally->of);
}

/* ---- what to practise ---------------------------------------------------- */

/* "5 of 6 people, 9 times: 4 did not answer the direct question, ..." */
static struct str evidence(const struct writer *w, const struct tally *practice)
{
	enum { PARTS_MOST = 3 };
	const struct tallies *missed = &w->group->missed;
	struct strbuf text = { 0 };
	int nr = 0;

	strbuf_addf(&text, "%u of %u %s, %u time%s", practice->nr,
		    practice->of, practice->of == 1 ? "person" : "people",
		    practice->times,
		    practice->times == 1 ? "" : "s");
	for (size_t i = 0; i < missed->nr && nr < PARTS_MOST; i++) {
		const struct tally *tally = &missed->items[i];

		if (practice_of(tally->kind, tally->what) ==
		    (enum practice)practice->what)
			strbuf_addf(&text, "%s%u " STR_FMT,
				    nr++ ? ", " : ": ", tally->nr,
				    STR_ARG(tally_words(tally)));
	}
	strbuf_addc(&text, '.');
	return arena_take(w->group->arena, &text);
}

static void write_practise(struct writer *w)
{
	const struct tallies *practices = &w->group->practices;
	size_t nr = group_nr_practise(w->group);

	heading(w, STR("Practise next"));
	if (!nr)
		sheet_add(&w->sheet, BLOCK_TEXT, STR(""), group_no_practise(w->group));
	for (size_t i = 0; i < nr; i++) {
		const struct tally *tally = &practices->items[i];
		const struct practice_words *practice =
			&practice_words[tally->what];

		sheet_add(&w->sheet, BLOCK_STEP, str_from(practice->title),
			  evidence(w, tally));
		sheet_add(&w->sheet, BLOCK_UNDER, STR(""),
			  str_from(practice->how));
		sheet_add(&w->sheet, BLOCK_UNDER, STR("Exercise:"),
			  str_from(practice->exercise));
	}
}

/* ---- what most did ------------------------------------------------------- */

static void write_done(struct writer *w)
{
	const struct tallies *done = &w->group->done;

	if (!done->nr)
		return;
	heading(w, STR("What the team did well"));
	for (size_t i = 0; i < done->nr && i < DONE_MOST; i++) {
		const struct tally *tally = &done->items[i];

		if (i >= DONE_LEAST && 2 * tally->nr < tally->of)
			break;
		sheet_add(&w->sheet, BLOCK_ITEM, of_people(w, tally),
			  arena_printf(w->group->arena, STR_FMT ".",
				       STR_ARG(tally_words(tally))));
	}
}

/* " at turn 4 (round 1)", as far as it needs to be said. */
static struct str place_words(const struct writer *w,
			      const struct tally *tally)
{
	struct strbuf text = { 0 };

	if (tally->turn)
		strbuf_addf(&text, " at turn %d", tally->turn);
	if (w->group->nr_rounds > 1)
		strbuf_addf(&text, " (round %u)", tally->round);
	return arena_take(w->group->arena, &text);
}

static void write_moments(struct writer *w)
{
	const struct tallies *moments = &w->group->moments;
	unsigned least = w->group->input->nr_people > 1 ? 2 : 1;
	size_t nr = 0;

	for (size_t i = 0; i < moments->nr && nr < MOMENTS_MOST; i++) {
		const struct tally *tally = &moments->items[i];

		if (tally->nr < least)
			break;
		if (!nr++)
			heading(w, STR("Turn by turn"));
		sheet_add(&w->sheet, BLOCK_ITEM, of_people(w, tally),
			  arena_printf(w->group->arena, STR_FMT STR_FMT ".",
				       STR_ARG(tally_words(tally)),
				       STR_ARG(place_words(w, tally))));
	}
}

/* ---- sentences ----------------------------------------------------------- */

static int by_points(const void *a, const void *b)
{
	const struct finding *f = ((const struct quotation *)a)->sight->finding;
	const struct finding *g = ((const struct quotation *)b)->sight->finding;

	if (f->points != g->points)
		return f->points > g->points ? -1 : 1;
	return f->rule < g->rule ? -1 : f->rule > g->rule;
}

/* Are some of its words among those shown already? */
static bool is_shown(const struct quotation *all, size_t index)
{
	struct str a = all[index].source;

	for (size_t i = 0; i < index; i++) {
		struct str b = all[i].source;

		if (all[i].sight->line == all[index].sight->line &&
		    a.ptr < b.ptr + b.len && b.ptr < a.ptr + a.len)
			return true;
	}
	return false;
}

static void write_best_sentence(struct writer *w, const struct quotation *best)
{
	const struct sight *sight = best->sight;
	const struct rubric *rubric = talk_rubric(sight->report->talk);
	const struct rule *rule = &rubric->rules[sight->finding->rule];
	struct str principle = rule->principle < 0 ? STR("the whole talk") :
		principle_title((enum principle)rule->principle);

	sheet_add(&w->sheet, BLOCK_ITEM, STR(""),
		  arena_printf(w->group->arena, "\"" STR_FMT "\"",
			       STR_ARG(best->sentence)));
	sheet_add(&w->sheet, BLOCK_UNDER, STR(""), arena_printf(
		w->group->arena, "Round %u, turn %d, %+d for " STR_FMT ": "
		STR_FMT " [" STR_FMT "]", sight->round, sight->turn,
		sight->finding->points, STR_ARG(principle),
		STR_ARG(rubric_string(rubric, rule->says)),
		STR_ARG(rubric_string(rubric, rule->id))));
}

static void write_best(struct writer *w)
{
	struct quotation best[BEHAVIOUR_NR];
	size_t nr = 0, shown = 0;

	for (int i = 0; i < BEHAVIOUR_NR; i++)
		if (behaviour_words[i].done &&
		    group_example(w->group, SIGHT_DONE, i, &best[nr]))
			nr++;
	if (!nr)
		return;
	qsort(best, nr, sizeof(*best), by_points);
	heading(w, STR("Best sentences"));
	for (size_t i = 0; i < nr && shown < BEST_MOST; i++) {
		if (is_shown(best, i))
			continue;
		write_best_sentence(w, &best[i]);
		shown++;
	}
}

static void write_slip(struct writer *w, const struct tally *tally)
{
	struct arena *arena = w->group->arena;
	struct quotation example;

	sheet_add(&w->sheet, BLOCK_ITEM, of_people(w, tally),
		  arena_printf(arena, STR_FMT ", %u time%s.",
			       STR_ARG(tally_words(tally)), tally->times,
			       tally->times == 1 ? "" : "s"));
	if (!group_example(w->group, SIGHT_SLIP, tally->what, &example))
		return;
	sheet_add(&w->sheet, BLOCK_UNDER, STR(""), arena_printf(arena,
		"Round %u, turn %d, %+d: \"" STR_FMT "\"",
		example.sight->round, example.sight->turn,
		example.sight->finding->points, STR_ARG(example.sentence)));
	if (example.rewrite.len)
		sheet_add(&w->sheet, BLOCK_UNDER, STR("Try:"),
			  example.rewrite);
}

static void write_slips(struct writer *w)
{
	const struct tallies *missed = &w->group->missed;
	size_t nr = 0;

	for (size_t i = 0; i < missed->nr && nr < SLIPS_MOST; i++) {
		if (missed->items[i].kind != SIGHT_SLIP)
			continue;
		if (!nr++)
			heading(w, STR("Most common slips"));
		write_slip(w, &missed->items[i]);
	}
}

/* ---- the room ------------------------------------------------------------ */

/* "the room marked higher 2 times, lower 1 time." */
static struct str split_words(const struct writer *w,
			      const struct rule_split *split)
{
	struct strbuf text = { 0 };

	strbuf_add(&text, STR("the room marked"));
	if (split->higher)
		strbuf_addf(&text, " higher %u time%s", split->higher,
			    split->higher == 1 ? "" : "s");
	if (split->higher && split->lower)
		strbuf_addc(&text, ',');
	if (split->lower)
		strbuf_addf(&text, " lower %u time%s", split->lower,
			    split->lower == 1 ? "" : "s");
	strbuf_addc(&text, '.');
	return arena_take(w->group->arena, &text);
}

static void write_split(struct writer *w, const struct rule_split *split)
{
	const struct disagreement *d = split->example;
	const struct rubric *rubric = talk_rubric(d->report->talk);
	struct arena *arena = w->group->arena;

	sheet_add(&w->sheet, BLOCK_ITEM, split->rule < 0 ?
		  STR("No rule found anything:") :
		  rubric_string(rubric, rubric->rules[split->rule].id),
		  split_words(w, split));
	sheet_add(&w->sheet, BLOCK_UNDER, STR(""), arena_printf(arena,
		"Round %u, turn %d, " STR_FMT ": the room %d, the rules %d "
		"of 4. \"" STR_FMT "\"", d->mark->round, d->mark->turn,
		STR_ARG(principle_title((enum principle)d->principle)),
		d->room, d->rules, STR_ARG(words(w, d->line->text))));
}

static void write_room(struct writer *w)
{
	struct rule_splits splits = group_splits(w->group);

	if (!splits.nr)
		return;
	heading(w, STR("Where the room saw it otherwise"));
	for (size_t i = 0; i < splits.nr; i++)
		write_split(w, &splits.items[i]);
}

/* ---- the rest ------------------------------------------------------------ */

static void write_head(struct writer *w)
{
	const struct group_input *input = w->group->input;
	struct strbuf text = { 0 };

	sheet_add(&w->sheet, BLOCK_TITLE, STR(""), input->title.len ?
		  words(w, input->title) : STR("What the team practised"));
	strbuf_addf(&text, "%u %s, %u round%s", (unsigned)input->nr_people,
		    input->nr_people == 1 ? "person" : "people",
		    w->group->nr_rounds, w->group->nr_rounds == 1 ? "" : "s");
	if (input->minutes)
		strbuf_addf(&text, ", %u minutes", input->minutes);
	strbuf_addc(&text, '.');
	sheet_add(&w->sheet, BLOCK_TEXT, STR(""),
		  arena_take(w->group->arena, &text));
	for (size_t i = 0; i < w->group->nr_warnings; i++)
		sheet_add(&w->sheet, BLOCK_WARNING, STR(""),
			  w->group->warnings[i]);
}

static void write_questions(struct writer *w)
{
	const struct group_input *input = w->group->input;

	if (!input->nr_questions)
		return;
	heading(w, STR("Questions for the debrief"));
	for (size_t i = 0; i < input->nr_questions; i++)
		sheet_add(&w->sheet, BLOCK_STEP, STR(""),
			  words(w, input->questions[i]));
}

static void write_method(struct writer *w)
{
	struct strbuf text = { 0 };

	heading(w, STR("How this was counted"));
	strbuf_add(&text, STR(
		"\"5 of 6\": somebody counts once, among those who came that "
		"far and were called on to do it. Turns are numbered as in a "
		"review of the transcript; what is done without words is a "
		"turn, too. Points are those of the receipts."));
	if (w->group->waived)
		strbuf_addf(&text, " %u finding%s objected to and not counted "
			    "here; the scores stay as they are.",
			    w->group->waived,
			    w->group->waived == 1 ? " was" : "s were");
	sheet_add(&w->sheet, BLOCK_TEXT, STR(""),
		  arena_take(w->group->arena, &text));
}

static struct sheet team_sheet(const struct group *group)
{
	struct writer w = {
		.group = group,
		.sheet = { .arena = group->arena },
	};

	write_head(&w);
	write_practise(&w);
	write_done(&w);
	write_moments(&w);
	write_best(&w);
	write_slips(&w);
	write_room(&w);
	write_questions(&w);
	group_tables(group, &w.sheet);
	write_method(&w);
	return w.sheet;
}

void group_text(const struct group *group, unsigned width, struct strbuf *out)
{
	struct sheet sheet = team_sheet(group);

	sheet_text(&sheet, width, out);
}

void group_markdown(const struct group *group, struct strbuf *out)
{
	struct sheet sheet = team_sheet(group);

	sheet_markdown(&sheet, out);
}

void group_html(const struct group *group, struct strbuf *out)
{
	struct sheet sheet = team_sheet(group);

	sheet_html(&sheet, out);
}
