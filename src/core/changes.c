#include "rehearse/changes.h"

const struct terms change_terms = {
	.what = "a change",
	.names = (const char *const[]){
		[CHANGE_GONE] = "gone",
		[CHANGE_NEW] = "new",
		[CHANGE_POINTS] = "still",
	},
	.nr = CHANGE_NR,
};

const struct verdict *verdict_keep(const struct verdict *verdict,
				   struct arena *arena)
{
	struct verdict *kept = ARENA_NEW(arena, struct verdict);
	struct slots *slots = &kept->slots;

	*kept = *verdict;
	kept->lines = NULL;
	kept->nr_lines = 0;
	kept->commitment = arena_str(arena, verdict->commitment);
	slots->when = arena_str(arena, slots->when);
	slots->action = arena_str(arena, slots->action);
	slots->news = arena_str(arena, slots->news);
	slots->good = arena_str(arena, slots->good);
	kept->findings = ARENA_ARRAY(arena, struct finding,
				     verdict->nr_findings);
	for (size_t i = 0; i < verdict->nr_findings; i++) {
		struct finding *finding = &kept->findings[i];

		*finding = verdict->findings[i];
		finding->quote = arena_str(arena, finding->quote);
		finding->passage = arena_str(arena, finding->passage);
		finding->slot = arena_str(arena, finding->slot);
	}
	return kept;
}

/* What a rule found in a verdict. */
struct found {
	const struct finding *first; /* NULL: nothing */
	int points; /* of all its findings */
};

static struct found find(const struct verdict *verdict, int rule)
{
	struct found found = { 0 };

	for (size_t i = 0; i < verdict->nr_findings; i++) {
		const struct finding *finding = &verdict->findings[i];

		/* a remark earns nothing, and is no change */
		if (finding->rule != rule || !finding->raw)
			continue;
		if (!found.first)
			found.first = finding;
		found.points += finding->points;
	}
	return found;
}

/* CHANGE_NR: it did not change. */
static enum change_kind kind_of(const struct found *before,
				const struct found *after, bool scores)
{
	if (!before->first && !after->first)
		return CHANGE_NR;
	if (!after->first)
		return CHANGE_GONE;
	if (!before->first)
		return CHANGE_NEW;
	return scores && before->points != after->points ? CHANGE_POINTS :
							   CHANGE_NR;
}

struct change *changes_between(const struct verdict *before,
			       const struct verdict *after,
			       const struct rubric *rubric, bool scores,
			       struct arena *arena, size_t *nr)
{
	uint32_t rules = rubric->header->nr_rules;
	struct change *changes =
		ARENA_ARRAY(arena, struct change,
			    before->nr_findings + after->nr_findings);

	*nr = 0;
	for (int kind = 0; kind < CHANGE_NR; kind++) {
		for (uint32_t i = 0; i < rules; i++) {
			struct found old = find(before, (int)i);
			struct found new = find(after, (int)i);

			if ((int)kind_of(&old, &new, scores) != kind)
				continue;
			changes[(*nr)++] = (struct change){
				.kind = (enum change_kind)kind,
				.finding = new.first ? new.first : old.first,
				.before = old.points,
				.after = new.points,
			};
		}
	}
	return changes;
}

struct str change_words(const struct change *change,
			const struct rubric *rubric, bool scores,
			struct arena *arena)
{
	const struct finding *finding = change->finding;
	struct str says = rubric_string(rubric,
					rubric->rules[finding->rule].says);
	struct strbuf words = { 0 };

	strbuf_addf(&words, "%s " STR_FMT, finding->raw < 0 ? "-" : "+",
		    STR_ARG(says));
	if (finding->quote.len)
		strbuf_addf(&words, " \"" STR_FMT "\"",
			    STR_ARG(finding->quote));
	if (scores)
		strbuf_addf(&words, " (%+d", change->kind == CHANGE_GONE ?
			    change->before : change->after);
	if (scores && change->kind == CHANGE_POINTS)
		strbuf_addf(&words, ", it was %+d", change->before);
	if (scores)
		strbuf_addc(&words, ')');
	return arena_take(arena, &words);
}

static void add_score(struct strbuf *out, int score)
{
	if (score == SCORE_NONE)
		strbuf_add(out, STR("not needed"));
	else
		strbuf_addf(out, "%d", score);
}

struct str changes_of_principles(const struct verdict *before,
				 const struct verdict *after,
				 struct arena *arena)
{
	struct strbuf line = { 0 };

	for (int p = 0; p < PRINCIPLE_NR; p++) {
		if (before->principles[p] == after->principles[p])
			continue;
		strbuf_addf(&line, "%s" STR_FMT " ", line.len ? ", " : "",
			    STR_ARG(principle_title((enum principle)p)));
		add_score(&line, before->principles[p]);
		strbuf_add(&line, STR(" -> "));
		add_score(&line, after->principles[p]);
	}
	return arena_take(arena, &line);
}
