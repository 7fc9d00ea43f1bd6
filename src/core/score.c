/*
 * From findings to the receipt, in whole numbers; talk.h says how. Every
 * loss on the way is a line of its own, so that the printed lines add up.
 */
#include "moment.h"

#include <stdlib.h>
#include <string.h>

enum {
	START_SEEN = 50,
	START_MISSED = 40,
	SLIPS_FULL = 60,  /* counted slip points that would leave nothing */
	SLIPS_LEAST = 20, /* ... of these sixtieths stay in any case */
};

static const char *const line_names[] = {
	"start", "rule", "repeat", "cap", "saturation", "slips", "gate",
	"conversation",
};
_Static_assert(ARRAY_LEN(line_names) == LINE_NR, "names");
const struct terms line_terms = {
	.what = "a kind of line",
	.names = line_names,
	.nr = LINE_NR,
};

/* Rounded half away from zero. */
static int divide_away(int a, int b)
{
	int half = b / 2;

	return a < 0 ? -((-a + half) / b) : (a + half) / b;
}

int divide_half_up(int a, int b)
{
	return (2 * a + b) / (2 * b);
}

int scale_points(int raw, int target)
{
	return divide_away(raw * 50, target);
}

/* What a finding is worth on its way down to what it counts. */
struct worth {
	int full, repeated, capped, saturated, final;
};

struct scorer {
	const struct moment *moment;
	struct verdict *verdict;
	struct worth *worth; /* one a finding */
	size_t alloc;
};

static const struct rule *rule_of(const struct scorer *s, size_t finding)
{
	return &s->moment->rubric->rules[s->verdict->findings[finding].rule];
}

/* Has the rule of this finding fired earlier in the turn? */
static bool is_repeat(const struct scorer *s, size_t finding)
{
	const struct finding *findings = s->verdict->findings;

	for (size_t i = 0; i < finding; i++)
		if (findings[i].rule == findings[finding].rule &&
		    !findings[i].waived)
			return true;
	return false;
}

/* Cut raw so that the family's sum stays within its cap either way. */
static int within_cap(const struct scorer *s, int *sums, int family, int raw)
{
	int cap, room;

	if (family < 0)
		return raw;
	cap = s->moment->rubric->family_caps[family];
	if (raw > 0) {
		room = cap - sums[2 * family];
		raw = raw < room ? raw : room;
		sums[2 * family] += raw;
	} else {
		room = cap - sums[2 * family + 1];
		raw = -raw < room ? raw : -room;
		sums[2 * family + 1] -= raw;
	}
	return raw;
}

static void weigh_findings(struct scorer *s)
{
	const struct rubric_header *header = s->moment->rubric->header;
	int *sums = ARENA_ARRAY(s->moment->scratch, int,
				2 * (size_t)header->nr_families);

	for (size_t i = 0; i < s->verdict->nr_findings; i++) {
		struct finding *finding = &s->verdict->findings[i];
		const struct rule *rule = rule_of(s, i);
		int target = header->targets[rule->principle];
		int raw = finding->raw;

		if (finding->waived)
			continue;
		s->worth[i].full = scale_points(raw, target);
		if (is_repeat(s, i))
			raw = divide_away(raw, 2);
		s->worth[i].repeated = scale_points(raw, target);
		raw = within_cap(s, sums, rule->family, raw);
		s->worth[i].capped = scale_points(raw, target);
		s->worth[i].saturated = s->worth[i].capped;
		s->worth[i].final = s->worth[i].capped;
		finding->points = s->worth[i].full;
	}
}

/* The next good finding of a principle by worth, after `before`. */
static bool next_best(const struct scorer *s, int principle,
		      const bool *taken, size_t *best)
{
	bool found = false;

	for (size_t i = 0; i < s->verdict->nr_findings; i++) {
		if (taken[i] || rule_of(s, i)->principle != principle ||
		    s->worth[i].capped <= 0)
			continue;
		if (!found || s->worth[i].capped > s->worth[*best].capped)
			*best = i;
		found = true;
	}
	return found;
}

static void saturate(struct scorer *s, int principle)
{
	static const int shares[] = { 100, 75, 50, 25 };
	bool *taken = ARENA_ARRAY(s->moment->scratch, bool,
				  s->verdict->nr_findings);
	size_t rank = 0, i = 0;

	while (next_best(s, principle, taken, &i)) {
		int share = shares[rank < 3 ? rank : 3];

		taken[i] = true;
		rank++;
		s->worth[i].saturated =
			divide_away(s->worth[i].capped * share, 100);
		s->worth[i].final = s->worth[i].saturated;
	}
}

/* Who rambles may mean every word: that costs its own points, and casts no
 * doubt on what is good. */
static bool casts_doubt(const struct scorer *s, size_t finding)
{
	return s->worth[finding].capped < 0 &&
	       rule_of(s, finding)->behaviour != BEHAVIOUR_UNCLEAR;
}

/* The slip points of the turn that count. */
static int slip_points(const struct scorer *s)
{
	int sum = 0;

	for (size_t i = 0; i < s->verdict->nr_findings; i++)
		if (casts_doubt(s, i))
			sum -= s->worth[i].capped;
	return sum;
}

static void discount_for_slips(struct scorer *s)
{
	int left = SLIPS_FULL - slip_points(s);

	if (left < SLIPS_LEAST)
		left = SLIPS_LEAST;
	for (size_t i = 0; i < s->verdict->nr_findings; i++)
		if (s->worth[i].saturated > 0)
			s->worth[i].final = divide_away(
				s->worth[i].saturated * left, SLIPS_FULL);
}

static void add_line(struct scorer *s, enum line_kind kind, int principle,
		     int points, int finding, struct str text)
{
	struct verdict *verdict = s->verdict;

	verdict->lines = arena_grow(s->moment->arena, verdict->lines,
				    verdict->nr_lines, &s->alloc,
				    sizeof(*verdict->lines));
	verdict->lines[verdict->nr_lines++] = (struct receipt_line){
		.kind = kind,
		.principle = principle,
		.points = points,
		.rule = finding < 0 ? -1 : verdict->findings[finding].rule,
		.finding = finding,
		.text = text,
	};
}

/* A loss, if there is one. */
static void add_loss(struct scorer *s, enum line_kind kind, size_t finding,
		     int points, struct str text)
{
	if (points)
		add_line(s, kind, rule_of(s, finding)->principle, points,
			 (int)finding, text);
}

static void add_finding_lines(struct scorer *s, size_t i)
{
	const struct rule *rule = rule_of(s, i);
	const struct worth *w = &s->worth[i];

	add_line(s, LINE_RULE, rule->principle, w->full, (int)i,
		 rubric_string(s->moment->rubric, rule->says));
	add_loss(s, LINE_REPEAT, i, w->repeated - w->full,
		 STR("said already in this turn: half"));
	add_loss(s, LINE_CAP, i, w->capped - w->repeated,
		 STR("enough of this kind in one turn"));
	add_loss(s, LINE_SATURATION, i, w->saturated - w->capped,
		 STR("one more good thing adds less"));
	add_loss(s, LINE_SLIPS, i, w->final - w->saturated,
		 STR("what is good counts less beside the slips"));
}

/* The choice of words, where it is no behaviour, is no sign that a principle
 * was thought of. */
static bool is_manner(const struct rule *rule)
{
	return measure_is_share_of_list(rule->measure) && rule->behaviour < 0;
}

static bool is_evidence(const struct scorer *s, size_t i, int principle)
{
	return rule_of(s, i)->principle == principle &&
	       !is_manner(rule_of(s, i)) &&
	       !s->verdict->findings[i].waived && s->verdict->findings[i].raw;
}

static bool is_seen(const struct scorer *s, int principle)
{
	for (size_t i = 0; i < s->verdict->nr_findings; i++)
		if (is_evidence(s, i, principle))
			return true;
	return false;
}

/* What another principle's finding adds here: half of what it counts
 * there. */
static int add_shared_line(struct scorer *s, size_t i, int principle)
{
	const struct rule *rule = rule_of(s, i);
	int points = divide_away(s->worth[i].final, 2);

	if (s->verdict->findings[i].waived || !points ||
	    !(rule->also >> principle & 1) || rule->principle == principle)
		return 0;
	add_line(s, LINE_RULE, principle, points, (int)i,
		 rubric_string(s->moment->rubric, rule->says));
	return points;
}

static int score_principle(struct scorer *s, int principle)
{
	bool seen = is_seen(s, principle);
	bool expected = s->verdict->expected >> principle & 1;
	int sum = seen ? START_SEEN : START_MISSED;

	if (!seen && !expected)
		return SCORE_NONE;
	if (!seen)
		s->verdict->missed |= 1u << principle;
	add_line(s, LINE_START, principle, sum, -1,
		 seen ? STR("everybody starts here") :
			STR("called for, and not seen"));
	for (size_t i = 0; i < s->verdict->nr_findings; i++) {
		sum += add_shared_line(s, i, principle);
		if (!is_evidence(s, i, principle))
			continue;
		add_finding_lines(s, i);
		sum += s->worth[i].final;
	}
	return sum < 0 ? 0 : sum > 100 ? 100 : sum;
}

static uint64_t join(uint32_t high, uint32_t low)
{
	return (uint64_t)high << 32 | low;
}

/* How often behaviours of a set were shown; remarks without points show
 * none. */
static int count_shown(const struct moment *moment,
		       const struct verdict *verdict, uint64_t wanted)
{
	int shown = 0;

	for (size_t i = 0; i < verdict->nr_findings; i++) {
		const struct finding *f = &verdict->findings[i];
		int behaviour = moment->rubric->rules[f->rule].behaviour;

		shown += behaviour >= 0 && f->raw && !f->waived &&
			 wanted >> behaviour & 1;
	}
	return shown;
}

static bool gate_closes(const struct moment *moment, const struct gate *gate,
			const struct verdict *verdict)
{
	uint64_t wanted = join(gate->behaviours_high, gate->behaviours_low);
	uint64_t unless = join(gate->unless_high, gate->unless_low);
	int value;

	if ((verdict->behaviours & unless) || !moment_when(moment, &gate->when))
		return false;
	if (gate->measure < 0)
		return count_shown(moment, verdict, wanted) >=
		       (gate->min > 1 ? gate->min : 1);
	return moment_measure(moment, gate->measure, &value) &&
	       value >= gate->min && value <= gate->max;
}

static void close_gates(struct scorer *s)
{
	const struct rubric *rubric = s->moment->rubric;
	struct verdict *verdict = s->verdict;

	for (uint32_t i = 0; i < rubric->header->nr_gates; i++) {
		const struct gate *gate = &rubric->gates[i];
		const struct gate *lowest =
			verdict->gate < 0 ? NULL : &rubric->gates[verdict->gate];

		if (!gate_closes(s->moment, gate, verdict))
			continue;
		if (!lowest || gate->turn < lowest->turn)
			verdict->gate = (int)i;
	}
	if (verdict->gate < 0 || !verdict->scored)
		return;
	if (rubric->gates[verdict->gate].turn >= verdict->score)
		return;
	add_line(s, LINE_GATE, -1,
		 rubric->gates[verdict->gate].turn - verdict->score, -1,
		 rubric_string(rubric, rubric->gates[verdict->gate].says));
	verdict->score = rubric->gates[verdict->gate].turn;
}

static void score_turn(struct scorer *s)
{
	const struct moment *moment = s->moment;
	const int32_t *weights =
		moment->rubric->header->weights[moment->setting->kind];
	struct verdict *verdict = s->verdict;
	int sum = 0, all = 0;

	for (int p = 0; p < PRINCIPLE_NR; p++) {
		if (verdict->principles[p] == SCORE_NONE)
			continue;
		sum += weights[p] * verdict->principles[p];
		all += weights[p];
	}
	verdict->scored = all > 0;
	verdict->score = all ? divide_half_up(sum, all) : SCORE_NONE;
	verdict->ungated = verdict->score;
}

static unsigned called_for(const struct moment *moment)
{
	const struct rubric_header *header = moment->rubric->header;
	uint64_t holding = moment_situations(moment);
	unsigned expected = 0;

	for (int p = 0; p < PRINCIPLE_NR; p++)
		if (join(header->expected_high[p], header->expected_low[p]) &
		    holding)
			expected |= 1u << p;
	return expected;
}

void moment_score(const struct moment *moment, struct verdict *verdict)
{
	struct scorer s = {
		.moment = moment,
		.verdict = verdict,
		.worth = ARENA_ARRAY(moment->scratch, struct worth,
				     verdict->nr_findings),
	};

	verdict->gate = -1;
	verdict->expected = called_for(moment);
	weigh_findings(&s);
	for (int p = 0; p < PRINCIPLE_NR; p++)
		saturate(&s, p);
	discount_for_slips(&s);
	for (int p = 0; p < PRINCIPLE_NR; p++)
		verdict->principles[p] = score_principle(&s, p);
	score_turn(&s);
	close_gates(&s);
}
