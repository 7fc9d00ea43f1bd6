/*
 * From the words of a turn to what may become a finding.
 *
 * The rubric's matcher has run; its hits come sorted by what they belong to,
 * so each rule's hits lie side by side. A hit becomes a candidate unless a
 * scope, the rule's `when` or an exception speaks against it.
 */
#include "judge_parts.h"

enum { FINDINGS_PER_RULE = 3 }; /* more of the same says no more */

static const struct clause *clause_of(const struct text *text, uint32_t word)
{
	return &text->clauses[text->words[word].clause];
}

static bool is_first_clause(const struct text *text, const struct clause *c)
{
	return c == &text->clauses[0];
}

static bool is_last_clause(const struct text *text, const struct clause *c)
{
	return c == &text->clauses[text->nr_clauses - 1];
}

static bool clause_fits(const struct text *text, const struct clause *clause,
			const struct rule_clause *wanted)
{
	uint32_t slots = (uint32_t)clause->has_number |
			 (uint32_t)clause->has_money << 1 |
			 (uint32_t)clause->has_when << 2;

	if (!rule_allows(wanted->subject, clause->subject) ||
	    !rule_allows(wanted->tense, clause->tense) ||
	    !rule_allows(wanted->mood, clause->mood) ||
	    !rule_allows(wanted->polarity, clause->negative) ||
	    (slots & wanted->slots) != wanted->slots)
		return false;
	if (!wanted->position)
		return true;
	return ((wanted->position & 1) && is_first_clause(text, clause)) ||
	       ((wanted->position & 2) && is_last_clause(text, clause));
}

/* Does an exception of the rule stand in the same sentence? */
static bool excepted(const struct moment *moment, uint32_t rule,
		     const struct hit *hit)
{
	uint32_t id = RUBRIC_HIT(RUBRIC_HIT_EXCEPT, rule);
	const struct word *words = moment->text->words;

	for (size_t i = 0; i < moment->hits.nr; i++) {
		const struct hit *other = &moment->hits.hits[i];

		if (other->id == id && words[other->first].sentence ==
					       words[hit->first].sentence)
			return true;
	}
	return false;
}

static struct str words_quote(const struct text *text, uint32_t first,
			      uint32_t end, uint32_t *start, uint32_t *stop)
{
	*start = text->words[first].start;
	*stop = text->words[end - 1].end;
	return str_slice(text->source, *start, *stop);
}

/* In a scope of these kinds, even if the hit holds the word that opens it:
 * "what would you do" is a question, and says so itself. */
static bool stands_in(const struct hit *hit, const struct text *text,
		      uint32_t kinds)
{
	for (uint32_t i = 0; i < text->nr_scopes; i++) {
		const struct scope *scope = &text->scopes[i];

		if (kinds & SCOPE_BIT(scope->kind) &&
		    scope->first < hit->end && hit->first < scope->end)
			return true;
	}
	return false;
}

/* You said "it leaks": what goes on between quotation marks is theirs. */
static bool goes_on_in_quotes(const struct hit *hit, const struct text *text)
{
	return !(text->words[hit->first].classes & WORD_QUOTED) &&
	       (text->words[hit->end - 1].classes & WORD_QUOTED);
}

const char *moment_objection(const struct moment *moment, uint32_t index,
			     const struct hit *hit)
{
	const struct rule *rule = &moment->rubric->rules[index];
	const struct clause *clause = clause_of(moment->text, hit->first);
	uint32_t sentence = moment->text->words[hit->first].sentence;
	uint32_t unsaid = rule->points > 0 ? SCOPE_BIT(SCOPE_UNSAID) : 0;
	uint32_t barred = rule->not_in | unsaid;

	if (hit_in_scope(hit, moment->text, barred))
		return moment_scope_objection(moment, hit, barred);
	if (rule->not_in & SCOPE_BIT(SCOPE_QUOTE) &&
	    goes_on_in_quotes(hit, moment->text))
		return "it goes on in another's words";
	if (!rule_allows(rule->when.subject, clause->subject))
		return "another subject";
	if (rule->only_in && !stands_in(hit, moment->text, rule->only_in))
		return "it stands in none of the scopes it wants";
	if (rule->kind == RULE_CLAUSE) {
		if (!clause_fits(moment->text, clause, &rule->clause))
			return "the clause is another";
		/* the list's word is to be the verb, not in the subject */
		if (clause->subject_at < clause->end &&
		    hit->first < clause->subject_at)
			return "it is no verb here";
	}
	if (excepted(moment, index, hit))
		return "an exception stands beside it";
	if (is_said_again(moment->text, sentence))
		return "it was said before";
	if (rule->points >= 0 && is_row_of_words(moment->text, sentence))
		return "it stands in a list of words";
	return NULL;
}

static void add(const struct moment *moment, struct candidates *found,
		uint32_t index, const struct hit *hit)
{
	struct finding *finding;

	found->items = arena_grow(moment->scratch, found->items, found->nr,
				  &found->alloc, sizeof(*found->items));
	finding = &found->items[found->nr++];
	*finding = (struct finding){
		.rule = (int)index,
		.raw = moment->rubric->rules[index].points,
		.quote = STR(""),
		.slot = STR(""),
	};
	if (!hit)
		return;
	finding->quote = words_quote(moment->text, hit->first, hit->end,
				     &finding->start, &finding->end);
	if (hit->capture_end > hit->capture_first) {
		uint32_t start, end;

		finding->slot = words_quote(moment->text, hit->capture_first,
					    hit->capture_end, &start, &end);
	}
}

/* A clause is evidence once, however many of its words are in the list, and
 * is quoted from its subject to that word. */
static struct hit whole_clause(const struct text *text, const struct hit *hit)
{
	const struct clause *clause = clause_of(text, hit->first);
	struct hit whole = *hit;

	if (clause->subject_at < clause->end)
		whole.first = clause->subject_at;
	if (whole.first > hit->first)
		whole.first = hit->first;
	return whole;
}

static bool same_clause(const struct text *text, const struct hit *a,
			const struct hit *b)
{
	return clause_of(text, a->first) == clause_of(text, b->first);
}

static void reject(const struct moment *moment, uint32_t index,
		   const struct hit *hit, const char *why)
{
	const struct rule *rule = &moment->rubric->rules[index];
	uint32_t start, end;

	/* clauses that any rule could have meant say nothing */
	if (!moment->trace || (rule->kind == RULE_CLAUSE && !rule->has_verb))
		return;
	moment_reject(moment, index, words_quote(moment->text, hit->first,
						 hit->end, &start, &end), why);
}

/* The hits of one rule: nr of them from `hit` on. */
static void weigh_hits(const struct moment *moment, uint32_t index,
		       const struct hit *hits, size_t nr,
		       struct candidates *found)
{
	const struct rule *rule = &moment->rubric->rules[index];
	struct hit counted[FINDINGS_PER_RULE];
	unsigned times = 0;

	if (!moment_when(moment, &rule->when)) {
		reject(moment, index, &hits[0], "this is not the moment for it");
		return;
	}
	for (size_t i = 0; i < nr; i++) {
		struct hit hit = hits[i];
		const char *why_not =
			moment_objection(moment, index, &hit);

		if (why_not) {
			reject(moment, index, &hit, why_not);
			continue;
		}
		if (rule->kind == RULE_CLAUSE)
			hit = whole_clause(moment->text, &hit);
		if (rule->kind == RULE_CLAUSE && times &&
		    times <= FINDINGS_PER_RULE &&
		    same_clause(moment->text, &counted[times - 1], &hit))
			continue;
		if (times < FINDINGS_PER_RULE)
			counted[times] = hit;
		times++;
	}
	if (rule->times > 1) {
		if (times >= rule->times)
			add(moment, found, index, &counted[0]);
		else if (times)
			reject(moment, index, &counted[0],
			       "it is not there often enough");
		return;
	}
	for (unsigned i = 0; i < times && i < FINDINGS_PER_RULE; i++)
		add(moment, found, index, &counted[i]);
}

/* Clause rules without a list look at the clauses themselves. */
static void weigh_clauses(const struct moment *moment, uint32_t index,
			  struct candidates *found)
{
	const struct text *text = moment->text;
	struct hit *hits = ARENA_ARRAY(moment->scratch, struct hit,
				       text->nr_clauses);
	size_t nr = 0;

	for (uint32_t i = 0; i < text->nr_clauses; i++) {
		const struct clause *clause = &text->clauses[i];

		if (clause->end == clause->first)
			continue;
		hits[nr++] = (struct hit){ .first = clause->first,
					   .end = clause->end };
	}
	weigh_hits(moment, index, hits, nr, found);
}

/* What is measured is the turn, so an exception holds for all of it. */
static bool excepted_anywhere(const struct moment *moment, uint32_t rule)
{
	for (size_t i = 0; i < moment->hits.nr; i++)
		if (moment->hits.hits[i].id ==
		    RUBRIC_HIT(RUBRIC_HIT_EXCEPT, rule))
			return true;
	return false;
}

static void weigh_measure(const struct moment *moment, uint32_t index,
			  struct candidates *found)
{
	const struct rule *rule = &moment->rubric->rules[index];
	int value;

	if (moment_when(moment, &rule->when) &&
	    moment_measure(moment, rule->measure, &value) &&
	    value >= rule->min && value <= rule->max &&
	    !excepted_anywhere(moment, index)) {
		add(moment, found, index,
		    moment_measured_hit(moment, rule->measure));
		found->items[found->nr - 1].raw = rule_points(rule, value);
	}
}

void judge_collect(const struct moment *moment, struct candidates *found)
{
	const struct hits *hits = &moment->hits;
	size_t i = 0;

	while (i < hits->nr) {
		uint32_t id = hits->hits[i].id;
		size_t first = i;

		while (i < hits->nr && hits->hits[i].id == id)
			i++;
		if (RUBRIC_HIT_KIND(id) == RUBRIC_HIT_FIND)
			weigh_hits(moment, RUBRIC_HIT_VALUE(id),
				   &hits->hits[first], i - first, found);
	}
	for (uint32_t r = 0; r < moment->rubric->header->nr_rules; r++) {
		const struct rule *rule = &moment->rubric->rules[r];

		if (rule->principle < 0)
			continue;
		if (rule->kind == RULE_MEASURE)
			weigh_measure(moment, r, found);
		else if (rule->kind == RULE_CLAUSE && !rule->has_verb)
			weigh_clauses(moment, r, found);
	}
}
