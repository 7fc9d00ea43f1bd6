/*
 * A group is put together: people get their labels, plays their places, and
 * what cannot be compared is said.
 */
#include "group_parts.h"

static void label_people(struct group *group)
{
	const struct group_input *input = group->input;

	group->labels = ARENA_ARRAY(group->arena, struct str,
				    input->nr_people);
	for (size_t i = 0; i < input->nr_people; i++)
		group->labels[i] = input->names && input->people[i].len ?
			input->people[i] :
			arena_printf(group->arena, "P%u", (unsigned)i + 1);
}

static size_t person_of(const struct group_input *input, struct str name)
{
	size_t i = 0;

	while (i < input->nr_people && !str_equal(input->people[i], name))
		i++;
	return i;
}

static void place_plays(struct group *group)
{
	const struct group_input *input = group->input;

	group->nr_rounds = (unsigned)input->nr_rounds;
	for (size_t i = 0; i < input->nr_plays; i++)
		if (input->plays[i].round > group->nr_rounds)
			group->nr_rounds = input->plays[i].round;
	group->plays = ARENA_ARRAY(group->arena, const struct group_play *,
				   input->nr_people * group->nr_rounds);
	for (size_t i = 0; i < input->nr_plays; i++) {
		const struct group_play *play = &input->plays[i];
		size_t person = person_of(input, play->person);

		if (person == input->nr_people || !play->round || !play->report)
			continue;
		group->plays[person * group->nr_rounds + play->round - 1] =
			play;
		group->spelling = &talk_rubric(play->report->talk)->spelling;
	}
}

struct str group_round_title(const struct group *group, unsigned round)
{
	const struct group_input *input = group->input;

	if (round <= input->nr_rounds && input->rounds[round - 1].title.len)
		return group_without_names(group,
					   input->rounds[round - 1].title);
	for (size_t i = 0; i < input->nr_people; i++) {
		const struct group_play *play = group_play_of(group, i, round);

		if (play)
			return group_without_names(group,
						   play->report->title);
	}
	return STR("");
}

int group_pass(const struct group *group, unsigned round)
{
	return round <= group->input->nr_rounds ?
		       group->input->rounds[round - 1].pass : -1;
}

int group_mean(const struct group *group, size_t person, int principle)
{
	size_t from = person == SIZE_MAX ? 0 : person;
	size_t end = person == SIZE_MAX ? group->input->nr_people : person + 1;
	int sum = 0, nr = 0;

	for (size_t i = from * group->nr_rounds; i < end * group->nr_rounds;
	     i++) {
		int score = group->plays[i] ? group->plays[i]->report->
			    summary.principles[principle] : SCORE_NONE;

		if (score == SCORE_NONE)
			continue;
		sum += score;
		nr++;
	}
	return nr ? (2 * sum + nr) / (2 * nr) : SCORE_NONE;
}

/* ---- what cannot be compared --------------------------------------------- */

static void warn(struct group *group, struct str warning)
{
	group->warnings[group->nr_warnings++] = warning;
}

/* Everybody in a round is compared with the first who played it. */
static void compare_scripts(struct group *group, unsigned round)
{
	const struct group_play *first = NULL;
	size_t first_person = 0;

	for (size_t i = 0; i < group->input->nr_people; i++) {
		const struct group_play *play = group_play_of(group, i, round);

		if (!play)
			continue;
		if (!first) {
			first = play;
			first_person = i;
			continue;
		}
		if (str_equal(play->scenario, first->scenario) &&
		    str_equal(play->scenario_hash, first->scenario_hash))
			continue;
		warn(group, arena_printf(group->arena,
			"Round %u: " STR_FMT " played another scenario, or "
			"another version of it, than " STR_FMT "; their "
			"numbers cannot be compared.", round,
			STR_ARG(group->labels[i]),
			STR_ARG(group->labels[first_person])));
	}
}

static void compare_rubrics(struct group *group)
{
	const struct group_play *first = NULL;
	size_t first_at = 0;

	for (size_t i = 0; i < group->input->nr_people * group->nr_rounds;
	     i++) {
		const struct group_play *play = group->plays[i];

		if (!play)
			continue;
		if (!first) {
			first = play;
			first_at = i;
			continue;
		}
		if (str_equal(play->rubric_hash, first->rubric_hash))
			continue;
		warn(group, arena_printf(group->arena,
			"Round %u: " STR_FMT " was judged by another rubric "
			"than " STR_FMT " in round %u; their scores cannot "
			"be compared.", play->round,
			STR_ARG(group->labels[i / group->nr_rounds]),
			STR_ARG(group->labels[first_at / group->nr_rounds]),
			first->round));
	}
}

static void compare_plays(struct group *group)
{
	group->warnings = ARENA_ARRAY(group->arena, struct str,
				      2 * group->input->nr_people *
				      group->nr_rounds);
	for (unsigned round = 1; round <= group->nr_rounds; round++)
		compare_scripts(group, round);
	compare_rubrics(group);
}

struct group *group_new(const struct group_input *input, struct arena *arena)
{
	struct group *group = ARENA_NEW(arena, struct group);

	group->input = input;
	group->arena = arena;
	label_people(group);
	place_plays(group);
	compare_plays(group);
	group_see(group);
	group_count(group);
	group_compare_marks(group);
	return group;
}

const struct str *group_warnings(const struct group *group, size_t *nr)
{
	*nr = group->nr_warnings;
	return group->warnings;
}
