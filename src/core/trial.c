#include "trial_parts.h"

#include <stdlib.h>

enum { ROUNDS = 1000 }; /* of one search */

/* ---- counts -------------------------------------------------------------- */

static void make_counts(struct trial *trial)
{
	const struct scenario *scenario = trial->source.scenario;
	struct arena *arena = &trial->arena;
	struct tally *tally = &trial->tally;
	size_t nr = scenario_nr_entries(scenario), number = 0;
	const struct entries *entries;

	tally->endings =
		ARENA_ARRAY(arena, struct trial_ending, scenario->nr_endings);
	tally->visits = ARENA_ARRAY(arena, size_t, scenario->nr_scenes);
	tally->replies = ARENA_ARRAY(arena, size_t *, scenario->nr_scenes);
	tally->uses = ARENA_ARRAY(arena, size_t, nr);
	tally->said = ARENA_ARRAY(arena, size_t *, nr);
	tally->met = ARENA_ARRAY(arena, size_t, nr);
	trial->ways_out =
		ARENA_ARRAY(arena, struct way_out, scenario->nr_scenes);
	trial->scores =
		arena_alloc(arena, scenario->nr_endings, sizeof(*trial->scores));
	for (size_t s = 0; s < scenario->nr_scenes; s++)
		tally->replies[s] = ARENA_ARRAY(
			arena, size_t, scenario->scenes[s].nr_replies);
	for (size_t i = 0; (entries = scenario_entries(scenario, i)); i++)
		for (size_t j = 0; j < entries->nr; j++)
			tally->said[number++] = ARENA_ARRAY(
				arena, size_t, entries->items[j].nr_say);
}

static void count_turn(struct trial *trial, const struct turn *turn)
{
	const struct scene *scene =
		&trial->source.scenario->scenes[turn->scene];
	size_t *replies = trial->tally.replies[turn->scene];

	for (size_t i = 0; i < scene->nr_replies; i++)
		if (turn->act == ACT_NONE ? turn->picked == (int)i + 1
					  : turn->act == scene->replies[i].act)
			replies[i]++;
}

static void count_ending(struct trial *trial, const struct run *run)
{
	struct summary summary;
	struct trial_ending *ending;
	struct arena scratch = { 0 };
	int reached = session_ending(run->session);

	if (reached < 0) {
		trial->tally.unfinished++;
		return;
	}
	ending = &trial->tally.endings[reached];
	if (!ending->runs++)
		ending->seed = run->seed;
	ending->of_conduct[run->way.conduct]++;
	summary = session_summary(run->session, &scratch);
	if (summary.score != SCORE_NONE)
		trial->scores[reached][summary.score]++;
	arena_release(&scratch);
}

static void count(struct trial *trial, const struct run *run)
{
	const struct scenario *scenario = trial->source.scenario;
	struct tally *tally = &trial->tally;
	const struct use *uses;
	size_t nr;

	tally->runs++;
	tally->of_conduct[run->way.conduct]++;
	tally->turns += session_nr_turns(run->session);
	uses = session_uses(run->session, &nr);
	for (size_t i = 0; i < nr; i++) {
		if (uses[i].line == USE_MET)
			tally->met[uses[i].entry]++;
		else
			tally->uses[uses[i].entry]++;
		if (uses[i].line >= 0)
			tally->said[uses[i].entry][uses[i].line]++;
	}
	for (size_t s = 0; s < scenario->nr_scenes; s++)
		tally->visits[s] += session_visits(run->session, s);
	for (size_t i = 0; i < session_nr_turns(run->session); i++)
		count_turn(trial, session_turn(run->session, i));
	count_ending(trial, run);
}

static struct score_range range_of(const size_t scores[101])
{
	struct score_range range = { 0, SCORE_NONE, SCORE_NONE, SCORE_NONE };
	size_t before = 0;

	for (int score = 0; score <= 100; score++)
		range.nr += scores[score];
	for (int score = 0; score <= 100; score++) {
		if (!scores[score])
			continue;
		if (!before)
			range.low = score;
		/* of an even number the lower one in the middle */
		if (before * 2 < range.nr && (before + scores[score]) * 2 >=
						     range.nr)
			range.middle = score;
		range.high = score;
		before += scores[score];
	}
	return range;
}

/* ---- runs ---------------------------------------------------------------- */

struct trial *trial_new(const struct trial_source *source)
{
	struct trial *trial = memory_new(sizeof(*trial));

	*trial = (struct trial){ .source = *source };
	trial->player = player_new(source->scenario, source->rubric,
				   source->pool, source->yaml);
	trial_sort_lines(trial);
	make_counts(trial);
	return trial;
}

void trial_free(struct trial *trial)
{
	if (!trial)
		return;
	session_free(trial->run.session);
	arena_release(&trial->run.scratch);
	player_free(trial->player);
	arena_release(&trial->arena);
	free(trial);
}

/* Conducts and levels take turns, so that each meets each equally often. */
struct trial_way trial_way(const struct trial *trial, uint64_t seed)
{
	struct trial_way way = { .conduct = (enum conduct)(seed % CONDUCT_NR) };

	way.level = trial->source.level >= 0
			    ? (enum level)trial->source.level
			    : (enum level)(seed / CONDUCT_NR % LEVEL_NR);
	return way;
}

const struct session *trial_run(struct trial *trial, uint64_t seed)
{
	struct run *run = &trial->run;
	struct session_options options = { .seed = seed, .start = -1 };

	run->trial = trial;
	run->seed = seed;
	run->draws = 0;
	run->way = trial_way(trial, seed);
	options.level = run->way.level;
	session_free(run->session);
	run->session = session_new(trial->source.scenario,
				   &trial->player->rubric, &options);
	for (int i = 0; i < TRIAL_INPUTS && !session_ended(run->session); i++)
		if (!trial_step(run))
			break;
	return run->session;
}

void trial_play(struct trial *trial, uint64_t seed, size_t runs)
{
	const struct scenario *scenario = trial->source.scenario;

	trial->tally.seed = seed;
	for (size_t i = 0; i < runs; i++) {
		trial_run(trial, seed + i);
		count(trial, &trial->run);
		trial_watch(trial, &trial->run);
		player_learn(trial->player, trial->run.session);
	}
	for (size_t i = 0; i < scenario->nr_endings; i++)
		trial->tally.endings[i].scores = range_of(trial->scores[i]);
}

/* ---- what no run came to -------------------------------------------------- */

void trial_search(struct trial *trial, int times)
{
	struct player *player = trial->player;

	for (int i = 0; i < times; i++)
		player_explore(player, PLAYER_ALL_KINDS, ROUNDS);
	trial->unreached =
		ARENA_ARRAY(&trial->arena, const struct player_item *,
			    player_nr_items(player));
	trial->nr_unreached = 0;
	for (size_t i = 0; i < player_nr_items(player); i++)
		if (!player_item(player, i)->happened)
			trial->unreached[trial->nr_unreached++] =
				player_item(player, i);
}
