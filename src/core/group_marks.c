/*
 * The room and the rules: where people marked a turn before they saw the
 * evidence, and how far that is from what the rules made of it.
 */
#include <stdlib.h>

#include "group_parts.h"

enum { NEUTRAL = 2 };

int group_step(int score)
{
	if (score == SCORE_NONE)
		return NEUTRAL;
	return score / 20 < GROUP_MARK_MAX ? score / 20 : GROUP_MARK_MAX;
}

static const struct report_line *own_line(const struct report *report, int turn)
{
	for (size_t i = 0; i < report->nr_lines; i++)
		if (report->lines[i].verdict && report->lines[i].number == turn)
			return &report->lines[i];
	return NULL;
}

static bool is_same_turn(const struct group_mark *a, const struct group_mark *b)
{
	return a->round == b->round && a->turn == b->turn &&
	       str_equal(a->person, b->person);
}

/* Who marks a turn again has thought better of it. */
static bool is_last_word(const struct group_input *input, size_t index)
{
	for (size_t i = index + 1; i < input->nr_marks; i++)
		if (is_same_turn(&input->marks[i], &input->marks[index]))
			return false;
	return true;
}

static void compare_mark(struct group *group, const struct group_mark *mark,
			 const struct group_play *play, size_t person)
{
	const struct report_line *line = own_line(play->report, mark->turn);

	for (int p = 0; line && p < PRINCIPLE_NR; p++) {
		int room = mark->marks[p];
		int score = line->verdict->principles[p];
		int rules = group_step(score);

		if (room < 0 || room > GROUP_MARK_MAX ||
		    (room - rules < GROUP_APART && rules - room < GROUP_APART))
			continue;
		group->disagreements[group->nr_disagreements++] =
			(struct disagreement){
				.mark = mark,
				.person = person,
				.principle = p,
				.room = room,
				.rules = rules,
				.score = score,
				.report = play->report,
				.line = line,
			};
	}
}

void group_compare_marks(struct group *group)
{
	const struct group_input *input = group->input;

	group->disagreements = ARENA_ARRAY(group->arena, struct disagreement,
					   input->nr_marks * PRINCIPLE_NR);
	for (size_t i = 0; i < input->nr_marks; i++) {
		const struct group_mark *mark = &input->marks[i];
		const struct group_play *play = NULL;
		size_t person = 0;

		while (person < input->nr_people &&
		       !str_equal(input->people[person], mark->person))
			person++;
		if (person < input->nr_people && mark->round >= 1 &&
		    mark->round <= group->nr_rounds)
			play = group_play_of(group, person, mark->round);
		if (play && is_last_word(input, i))
			compare_mark(group, mark, play, person);
	}
}

/* The good things where the room marked lower, the slips where it marked
 * higher. */
bool disagrees_with(const struct disagreement *d, size_t finding)
{
	const struct finding *f = &d->line->verdict->findings[finding];
	const struct rule *rule = &talk_rubric(d->report->talk)->rules[f->rule];

	if (f->waived || !f->raw || (f->raw > 0) == (d->room > d->rules))
		return false;
	return rule->principle == d->principle ||
	       (rule->also >> d->principle & 1);
}

static struct rule_split *split_of(struct rule_splits *splits,
				   const struct disagreement *d, int rule)
{
	for (size_t i = 0; i < splits->nr; i++)
		if (splits->items[i].rule == rule)
			return &splits->items[i];
	splits->items[splits->nr] = (struct rule_split){
		.rule = rule,
		.example = d,
	};
	return &splits->items[splits->nr++];
}

static void count_split(struct rule_splits *splits,
			const struct disagreement *d, int rule)
{
	struct rule_split *split = split_of(splits, d, rule);

	if (d->room > d->rules)
		split->higher++;
	else
		split->lower++;
}

static int by_size(const void *a, const void *b)
{
	const struct rule_split *s = a, *t = b;
	unsigned nr = s->higher + s->lower, other = t->higher + t->lower;

	if (nr != other)
		return nr > other ? -1 : 1;
	return s->rule < t->rule ? -1 : s->rule > t->rule;
}

/* Every finding is one rule of its rubric, or none. */
static size_t most_splits(const struct group *group)
{
	size_t most = 1;

	for (size_t i = 0; i < group->nr_disagreements; i++)
		most += group->disagreements[i].line->verdict->nr_findings;
	return most;
}

struct rule_splits group_splits(const struct group *group)
{
	struct rule_splits splits = {
		.items = ARENA_ARRAY(group->arena, struct rule_split,
				     most_splits(group)),
	};

	for (size_t i = 0; i < group->nr_disagreements; i++) {
		const struct disagreement *d = &group->disagreements[i];
		const struct verdict *verdict = d->line->verdict;
		bool any = false;

		for (size_t f = 0; f < verdict->nr_findings; f++) {
			if (!disagrees_with(d, f))
				continue;
			any = true;
			count_split(&splits, d, verdict->findings[f].rule);
		}
		if (!any)
			count_split(&splits, d, -1);
	}
	if (splits.nr)
		qsort(splits.items, splits.nr, sizeof(*splits.items), by_size);
	return splits;
}
