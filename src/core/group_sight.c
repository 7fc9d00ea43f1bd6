/*
 * What was seen in everybody's turns: good things and slips as the rules
 * found them, and what was called for, with whether it was missed. All that
 * a sheet counts is counted from this list.
 */
#include "group_parts.h"
#include "talk_parts.h"

struct viewer {
	struct group *group;
	const struct report *report;
	const struct rubric *rubric;
	size_t person;
	unsigned round;
};

static struct sight *add_sight(const struct viewer *v, enum sight_kind kind,
			       int what, const struct report_line *line)
{
	struct group *group = v->group;
	struct sight *sight;

	group->sights = arena_grow(group->arena, group->sights,
				   group->nr_sights, &group->alloc_sights,
				   sizeof(*group->sights));
	sight = &group->sights[group->nr_sights++];
	*sight = (struct sight){
		.kind = kind,
		.what = what,
		.person = v->person,
		.round = v->round,
		.turn = line ? line->number : 0,
		.line = line,
		.report = v->report,
	};
	return sight;
}

/* ---- what a turn left out ------------------------------------------------ */

/* What a turn showed. Who names any time at all is not told that they gave
 * none. */
static uint64_t shown_in(const struct verdict *verdict)
{
	uint64_t behaviours = verdict->behaviours;

	if (verdict->slots.when.len || verdict->commitment.len)
		behaviours |= BEHAVIOUR_BIT(BEHAVIOUR_DATED_COMMITMENT);
	return behaviours;
}

static bool is_missed(const struct lapse *lapse, uint64_t behaviours)
{
	return !(behaviours & lapse->shown) &&
	       (!lapse->failing || (behaviours & lapse->failing));
}

static bool calls_for(const struct lapse *lapse, const struct verdict *verdict)
{
	return (!lapse->client || (verdict->client_acts & lapse->client)) &&
	       (!lapse->principle ||
		(verdict->expected >> (lapse->principle - 1) & 1));
}

static void see_turn_lapses(const struct viewer *v,
			    const struct report_line *line)
{
	if (line->act != ACT_NONE)
		return;
	for (size_t i = 0; i < nr_lapses; i++)
		if (lapses[i].where == LAPSE_TURN &&
		    calls_for(&lapses[i], line->verdict))
			add_sight(v, SIGHT_LAPSE, (int)i, line)->missed =
				is_missed(&lapses[i],
					  shown_in(line->verdict));
}

/* ---- what a talk left out ------------------------------------------------ */

/* The turns with words, by place. */
struct spoken_turns {
	const struct verdict **verdicts;
	size_t nr;
};

static struct spoken_turns turns_with_words(const struct viewer *v)
{
	const struct report *report = v->report;
	struct spoken_turns turns = {
		.verdicts = ARENA_ARRAY(v->group->arena,
					const struct verdict *,
					report->nr_lines),
	};

	for (size_t i = 0; i < report->nr_lines; i++)
		if (report->lines[i].verdict &&
		    report->lines[i].act == ACT_NONE)
			turns.verdicts[turns.nr++] = report->lines[i].verdict;
	return turns;
}

static bool is_for(const struct lapse *lapse,
		   const struct talk_setting *setting)
{
	return (!lapse->kinds || (lapse->kinds >> setting->kind & 1)) &&
	       (!lapse->faults || (lapse->faults >> setting->fault & 1));
}

static void see_talk_lapse(const struct viewer *v, size_t index,
			   const struct spoken_turns *turns)
{
	const struct lapse *lapse = &lapses[index];
	size_t from = lapse->where == LAPSE_LAST ? turns->nr - lapse->turns : 0;
	size_t end = lapse->where == LAPSE_FIRST ? lapse->turns : turns->nr;
	uint64_t behaviours = 0;
	bool called = false;

	for (size_t i = from; i < end; i++) {
		behaviours |= shown_in(turns->verdicts[i]);
		called |= calls_for(lapse, turns->verdicts[i]);
	}
	if (called)
		add_sight(v, SIGHT_LAPSE, (int)index, NULL)->missed =
			is_missed(lapse, behaviours);
}

static void see_talk_lapses(const struct viewer *v)
{
	struct spoken_turns turns = turns_with_words(v);

	for (size_t i = 0; i < nr_lapses; i++)
		if (lapses[i].where != LAPSE_TURN &&
		    turns.nr >= lapses[i].turns &&
		    is_for(&lapses[i], &v->report->talk->setting))
			see_talk_lapse(v, i, &turns);
}

/* ---- what the rules found ------------------------------------------------ */

/* Two names for one thing are one too many: a question that was talked round
 * was not answered. */
static bool is_told_as_lapse(const struct viewer *v,
			     const struct report_line *line, int behaviour)
{
	const struct group *group = v->group;

	for (size_t i = group->nr_sights; i; i--) {
		const struct sight *sight = &group->sights[i - 1];

		if (sight->line != line || sight->kind != SIGHT_LAPSE)
			continue;
		if (sight->missed && (lapses[sight->what].failing &
				      BEHAVIOUR_BIT(behaviour)))
			return true;
	}
	return false;
}

static void see_finding(const struct viewer *v, const struct report_line *line,
			const struct finding *finding)
{
	int behaviour = v->rubric->rules[finding->rule].behaviour;
	enum sight_kind kind = finding->raw > 0 ? SIGHT_DONE : SIGHT_SLIP;
	struct waived waived = report_waived(v->report, line->number);

	if (behaviour < 0 || !finding->raw)
		return;
	if (finding->waived || is_waived(&waived, finding->rule)) {
		v->group->waived++;
		return;
	}
	if (kind == SIGHT_SLIP && is_told_as_lapse(v, line, behaviour))
		return;
	add_sight(v, kind, behaviour, line)->finding = finding;
}

static void see_play(const struct viewer *v)
{
	for (size_t i = 0; i < v->report->nr_lines; i++) {
		const struct report_line *line = &v->report->lines[i];

		if (!line->verdict)
			continue;
		see_turn_lapses(v, line);
		for (size_t f = 0; f < line->verdict->nr_findings; f++)
			see_finding(v, line, &line->verdict->findings[f]);
	}
	see_talk_lapses(v);
}

void group_see(struct group *group)
{
	for (unsigned round = 1; round <= group->nr_rounds; round++)
		for (size_t i = 0; i < group->input->nr_people; i++) {
			const struct group_play *play =
				group_play_of(group, i, round);

			if (play)
				see_play(&(struct viewer){
					.group = group,
					.report = play->report,
					.rubric = talk_rubric(
						play->report->talk),
					.person = i,
					.round = round,
				});
		}
}
