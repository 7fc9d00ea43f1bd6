/*
 * Candidates weighed against each other: a slip's words are no merit, and what
 * `unless` names cancels. What is left are the findings of a turn.
 */
#include "judge_parts.h"

static int behaviour_of(const struct moment *moment, const struct finding *f)
{
	return moment->rubric->rules[f->rule].behaviour;
}

/*
 * A slip's words are no merit. With `more` the slip has to say more than the
 * merit does: what has just its words may still excuse it ("No." can be the
 * answer asked for).
 */
static bool inside_a_slip(const struct candidates *found,
			  const struct finding *merit, bool more)
{
	uint32_t least = merit->end - merit->start + more;

	if (merit->raw <= 0 || merit->end == merit->start)
		return false;
	for (size_t i = 0; i < found->nr; i++) {
		const struct finding *slip = &found->items[i];

		if (slip->raw < 0 && slip->end - slip->start >= least &&
		    slip->start <= merit->start && slip->end >= merit->end)
			return true;
	}
	return false;
}

static uint64_t unless_of(const struct rule *rule)
{
	return (uint64_t)rule->unless_high << 32 | rule->unless_low;
}

static bool is_slip(const struct finding *f)
{
	return f->raw < 0;
}

/*
 * Behaviours shown by findings that stand: those that give way to nothing
 * and, with `plain` from a first round, the merits that give way to nothing
 * of that. So a slip gives way to a merit which itself would give way to
 * another slip; not to a mere remark, nor to one that is only measured:
 * words the client used come back by chance.
 */
static uint64_t shown_behaviours(const struct moment *moment,
				 const struct candidates *found,
				 const uint64_t *plain)
{
	uint64_t shown = plain ? *plain : 0;

	for (size_t i = 0; i < found->nr; i++) {
		const struct finding *f = &found->items[i];
		const struct rule *rule = &moment->rubric->rules[f->rule];
		uint64_t unless = unless_of(rule);

		if (behaviour_of(moment, f) < 0 || !f->raw ||
		    inside_a_slip(found, f, true))
			continue;
		if (!unless || (plain && !is_slip(f) && !(unless & *plain) &&
				rule->kind != RULE_MEASURE))
			shown |= BEHAVIOUR_BIT(behaviour_of(moment, f));
	}
	return shown;
}

static bool comes_before(const struct finding *a, const struct finding *b)
{
	if (a->start != b->start)
		return a->start < b->start;
	return a->rule < b->rule;
}

static void sort_by_place(struct finding *items, size_t nr)
{
	for (size_t i = 1; i < nr; i++) {
		struct finding moved = items[i];
		size_t at = i;

		while (at && comes_before(&moved, &items[at - 1])) {
			items[at] = items[at - 1];
			at--;
		}
		items[at] = moved;
	}
}

static bool is_waived(const struct moment *moment, const struct finding *f)
{
	for (size_t i = 0; i < moment->said->nr_waived; i++) {
		const struct finding *waived = &moment->said->waived[i];

		if (waived->rule == f->rule &&
		    (!waived->quote.len || str_equal(waived->quote, f->quote)))
			return true;
	}
	return false;
}

void moment_find(const struct moment *moment, struct verdict *verdict)
{
	struct candidates found = { 0 };
	uint64_t plain, shown;
	size_t nr = 0;

	judge_collect(moment, &found);
	plain = shown_behaviours(moment, &found, NULL);
	shown = shown_behaviours(moment, &found, &plain);
	verdict->findings = ARENA_ARRAY(moment->arena, struct finding,
					found.nr);
	for (size_t i = 0; i < found.nr; i++) {
		const struct finding *f = &found.items[i];
		const struct rule *rule = &moment->rubric->rules[f->rule];

		if (inside_a_slip(&found, f, false)) {
			moment_reject(moment, (uint32_t)f->rule, f->quote,
				      "its words are part of a slip");
			continue;
		}
		if (unless_of(rule) & (is_slip(f) ? shown : plain)) {
			moment_reject(moment, (uint32_t)f->rule, f->quote,
				      "what it gives way to was shown");
			continue;
		}
		verdict->findings[nr] = *f;
		verdict->findings[nr].waived = is_waived(moment, f);
		if (!verdict->findings[nr].waived && f->raw &&
		    rule->behaviour >= 0)
			verdict->behaviours |= BEHAVIOUR_BIT(rule->behaviour);
		nr++;
	}
	verdict->nr_findings = nr;
	sort_by_place(verdict->findings, nr);
}
