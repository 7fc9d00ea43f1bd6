/*
 * The whole talk: conversation principles from the turns', then the lines
 * of conversation rules, then the lowest gate. talk.h has the formulas.
 */
#include "talk_parts.h"

enum {
	CONVERSATION_MOST = 12, /* points of its lines, either way */
	/* of the best two turns and of those that called for it: with three
	 * parts to two, calls that readers found poor came to 70 */
	BEST_SHARE = 1,
	CALLED_SHARE = 4,
};

static const char *const band_names[] = {
	"hostile", "harmful habits", "mixed", "workable", "strong",
	"exemplary",
};
static const int band_from[] = { 0, 20, 40, 55, 70, 85 };
_Static_assert(ARRAY_LEN(band_names) == ARRAY_LEN(band_from), "bands");

const struct terms band_terms = {
	.what = "a band",
	.names = band_names,
	.nr = (int)ARRAY_LEN(band_names),
};

int score_band(int score)
{
	int band = (int)ARRAY_LEN(band_from) - 1;

	while (band && score < band_from[band])
		band--;
	return band;
}

static void best_two(const struct talk *talk, int p, int best[2], int *nr)
{
	*nr = 0;
	for (size_t i = 0; i < talk->nr_verdicts; i++) {
		int score = talk->verdicts[i]->principles[p];

		if (score == SCORE_NONE)
			continue;
		if (*nr == 0 || score > best[0]) {
			best[1] = best[0];
			best[0] = score;
		} else if (*nr == 1 || score > best[1]) {
			best[1] = score;
		}
		if (*nr < 2)
			++*nr;
	}
}

static int principle_of_talk(const struct talk *talk, int p,
			     struct summary *summary)
{
	int best[2] = { 0, 0 }, mean_best, mean_expected;

	best_two(talk, p, best, &summary->nr_best[p]);
	if (!summary->nr_best[p])
		return SCORE_NONE;
	summary->best[p] = best[0] + (summary->nr_best[p] == 2 ? best[1] : 0);
	for (size_t i = 0; i < talk->nr_verdicts; i++) {
		const struct verdict *verdict = talk->verdicts[i];

		if (!(verdict->expected >> p & 1))
			continue;
		summary->nr_expected[p]++;
		summary->expected[p] += verdict->principles[p];
	}
	mean_best = divide_half_up(summary->best[p], summary->nr_best[p]);
	if (!summary->nr_expected[p])
		return mean_best;
	mean_expected = divide_half_up(summary->expected[p],
				       summary->nr_expected[p]);
	return divide_half_up(BEST_SHARE * mean_best +
				      CALLED_SHARE * mean_expected,
			      BEST_SHARE + CALLED_SHARE);
}

static void weigh_principles(const struct talk *talk, struct summary *summary)
{
	int sum = 0, all = 0;

	for (int p = 0; p < PRINCIPLE_NR; p++) {
		int weight = talk_weight(talk, (enum principle)p);

		summary->principles[p] = principle_of_talk(talk, p, summary);
		if (summary->principles[p] == SCORE_NONE)
			continue;
		sum += weight * summary->principles[p];
		all += weight;
	}
	summary->scored = all > 0;
	summary->score = all ? divide_half_up(sum, all) : SCORE_NONE;
}

static void add_line(struct summary *summary, struct arena *arena,
		     size_t *alloc, struct receipt_line line)
{
	summary->lines = arena_grow(arena, summary->lines, summary->nr_lines,
				    alloc, sizeof(line));
	summary->lines[summary->nr_lines++] = line;
}

static void add_conversation(const struct talk *talk, struct arena *arena,
			     struct summary *summary, size_t *alloc)
{
	const struct rubric *rubric = talk->rubric;
	int sum = 0, held;

	for (uint32_t i = 0; i < rubric->header->nr_rules; i++) {
		const struct rule *rule = &rubric->rules[i];
		int value;

		if (rule->principle >= 0 ||
		    (rule->when.kind && !(rule->when.kind >>
					  talk->setting.kind & 1)) ||
		    !talk_measure(&talk->setting, &talk->memory, rule->measure,
				  &value) ||
		    value < rule->min || value > rule->max)
			continue;
		add_line(summary, arena, alloc, (struct receipt_line){
			LINE_CONVERSATION, -1, rule_points(rule, value),
			(int)i, -1, rubric_string(rubric, rule->says) });
		sum += rule_points(rule, value);
	}
	held = sum > CONVERSATION_MOST ? CONVERSATION_MOST :
	       sum < -CONVERSATION_MOST ? -CONVERSATION_MOST : sum;
	if (held != sum)
		add_line(summary, arena, alloc, (struct receipt_line){
			LINE_CAP, -1, held - sum, -1, -1,
			STR("the conversation's lines count 12 at most") });
	summary->score += held;
	if (summary->score < 0)
		summary->score = 0;
	if (summary->score > 100)
		summary->score = 100;
}

static void close_gate(const struct talk *talk, struct arena *arena,
		       struct summary *summary, size_t *alloc)
{
	const struct gate *lowest = NULL;

	for (size_t i = 0; i < talk->nr_verdicts; i++) {
		int index = talk->verdicts[i]->gate;
		const struct gate *gate;

		if (index < 0)
			continue;
		gate = &talk->rubric->gates[index];
		if (lowest && gate->conversation >= lowest->conversation)
			continue;
		lowest = gate;
		summary->gate = index;
	}
	if (!lowest || lowest->conversation >= summary->score)
		return;
	add_line(summary, arena, alloc, (struct receipt_line){
		LINE_GATE, -1, lowest->conversation - summary->score, -1, -1,
		rubric_string(talk->rubric, lowest->says) });
	summary->score = lowest->conversation;
}

struct summary talk_summary(const struct talk *talk, struct arena *arena)
{
	struct summary summary = {
		.gate = -1,
		.turns = talk->memory.turns,
		.turns_scored = talk->memory.turns_scored,
		.unanswered = talk->memory.unanswered + talk->memory.pending,
	};
	size_t alloc = 0;

	weigh_principles(talk, &summary);
	summary.ungated = summary.score;
	if (!summary.scored)
		return summary;
	add_conversation(talk, arena, &summary, &alloc);
	summary.ungated = summary.score;
	close_gate(talk, arena, &summary, &alloc);
	summary.band = score_band(summary.score);
	return summary;
}
