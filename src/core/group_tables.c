/*
 * The tables of the team's sheet: principles by person, scores by round, and
 * who was there. A number always stands beside its sign.
 */
#include "group_tables.h"

struct str score_cell(struct arena *arena, int score)
{
	/* of the bands, from hostile to exemplary */
	static const char *const signs[] = {
		"---", "--", "-", "o", "+", "++",
	};

	if (score == SCORE_NONE)
		return STR(".");
	return arena_printf(arena, "%d %s", score, signs[score_band(score)]);
}

static bool has_played(const struct group *group, size_t person)
{
	for (unsigned round = 1; round <= group->nr_rounds; round++)
		if (group_play_of(group, person, round))
			return true;
	return false;
}

static void add_score(const struct group *group, struct block *table,
		      int score)
{
	table_add(table, score_cell(group->arena, score),
		  score == SCORE_NONE ? -1 : score_band(score));
}

static void add_means(const struct group *group, struct block *table,
		      struct str label, size_t person)
{
	table_add(table, label, -1);
	for (int p = 0; p < PRINCIPLE_NR; p++)
		add_score(group, table, group_mean(group, person, p));
}

static void write_heat_map(const struct group *group, struct sheet *sheet)
{
	size_t nr = group->input->nr_people;
	struct block *table;

	sheet_add(sheet, BLOCK_HEADING, STR(""), STR("Principles"));
	table = sheet_table(sheet, STR("Of 100, the mean of a person's "
		"rounds: ++ exemplary, + strong, o workable, - mixed, "
		"-- harmful habits, --- hostile; a dot: not needed"),
		1 + PRINCIPLE_NR, nr + 2);
	table_add(table, STR("who"), -1);
	for (int p = 0; p < PRINCIPLE_NR; p++)
		table_add(table, principle_title((enum principle)p), -1);
	for (size_t i = 0; i < nr; i++)
		if (has_played(group, i))
			add_means(group, table, group->labels[i], i);
	add_means(group, table, STR("all"), SIZE_MAX);
}

static struct str reached(const struct group *group, int score, int pass)
{
	if (score == SCORE_NONE)
		return STR("not scored");
	if (pass < 0)
		return arena_printf(group->arena, "%d", score);
	return arena_printf(group->arena, "%d %s", score,
			    score >= pass ? "reached" : "below");
}

static void add_round_score(const struct group *group, struct block *table,
			    size_t person, unsigned round)
{
	const struct group_play *play = group_play_of(group, person, round);
	int score;

	if (!play) {
		table_add(table, STR("not played"), -1);
		return;
	}
	score = play->report->summary.score;
	table_add(table, reached(group, score, group_pass(group, round)),
		  score == SCORE_NONE ? -1 : score_band(score));
}

static void write_scores(const struct group *group, struct sheet *sheet)
{
	size_t nr = group->input->nr_people;
	struct block *table;

	sheet_add(sheet, BLOCK_HEADING, STR(""), STR("Scores"));
	table = sheet_table(sheet, STR(""), 1 + group->nr_rounds, nr + 1);
	table_add(table, STR("who"), -1);
	for (unsigned round = 1; round <= group->nr_rounds; round++)
		table_add(table, arena_printf(group->arena, "round %u", round),
			  -1);
	for (size_t i = 0; i < nr; i++) {
		table_add(table, group->labels[i], -1);
		for (unsigned round = 1; round <= group->nr_rounds; round++)
			add_round_score(group, table, i, round);
	}
}

/* "Round 1, The migration: 5 of 6 played, 3 of 5 reached 65." */
static struct str round_words(const struct group *group, unsigned round)
{
	size_t nr_people = group->input->nr_people;
	int pass = group_pass(group, round);
	unsigned played = 0, passed = 0;
	struct str title = group_round_title(group, round);

	for (size_t i = 0; i < nr_people; i++) {
		const struct group_play *play = group_play_of(group, i, round);

		played += play != NULL;
		passed += play && pass >= 0 &&
			  play->report->summary.score >= pass;
	}
	if (pass < 0)
		return arena_printf(group->arena, STR_FMT ": %u of %u played.",
				    STR_ARG(title), played,
				    (unsigned)nr_people);
	return arena_printf(group->arena, STR_FMT ": %u of %u played, %u of "
			    "%u reached %d.", STR_ARG(title), played,
			    (unsigned)nr_people, passed, played, pass);
}

static void write_attendance(const struct group *group, struct sheet *sheet)
{
	struct strbuf absent = { 0 };

	sheet_add(sheet, BLOCK_HEADING, STR(""), STR("Who played"));
	for (unsigned round = 1; round <= group->nr_rounds; round++)
		sheet_add(sheet, BLOCK_ITEM,
			  arena_printf(group->arena, "Round %u", round),
			  round_words(group, round));
	for (size_t i = 0; i < group->input->nr_people; i++) {
		if (has_played(group, i))
			continue;
		strbuf_add(&absent, absent.len ? STR(", ") : STR(""));
		strbuf_add(&absent, group->labels[i]);
	}
	if (absent.len)
		sheet_add(sheet, BLOCK_ITEM, STR("Played no round:"),
			  arena_str(group->arena, strbuf_str(&absent)));
	strbuf_release(&absent);
}

void group_tables(const struct group *group, struct sheet *sheet)
{
	write_heat_map(group, sheet);
	write_scores(group, sheet);
	write_attendance(group, sheet);
}
