#include "grammar.h"

/*
 * Where clauses begin: always behind ; : dashes and brackets; behind a comma,
 * an "and" or a "because" only where a new subject or a question follows.
 * Clauses part each sentence without loss.
 */

/* How many words may lead in to a clause; more are a clause of their own. */
enum { LEAD_REACH = 8 };

/* What is known of the clause under way while its end is looked for. */
struct cutter {
	struct draft *draft;
	uint32_t first, end; /* of the clause so far; of the sentence */
	bool has_verb;
	bool conditional; /* it began with if, when, because */
};

static bool is_splitting_sub(const struct draft *draft, uint32_t at)
{
	static const char *const words[] = {
		"although", "because",  "if",      "though", "unless",
		"when",     "whenever", "whereas", "while",
	};

	return TABLE_FIND(words, draft->text->words[at].key);
}

/* A verb for certain: the stretch before `at` can stand by itself. */
static bool is_verb_here(const struct cutter *cutter, uint32_t at)
{
	const struct draft *draft = cutter->draft;
	uint32_t kinds = kinds_at(draft, at, cutter->end);
	uint32_t before =
		at > cutter->first ? kinds_at(draft, at - 1, cutter->end) : 0;

	if (kinds & (IS_AUX | IS_PAST))
		return true;
	if (!(kinds & (IS_VERB | IS_THIRD)) || kinds & (IS_PREP | IS_LEAD))
		return false;
	return !(kinds & IS_NOUNISH) || at == cutter->first ||
	       before & (IS_PRONOUN | IS_MODAL | IS_LEAD);
}

/* Words that only lead in: "in that case", "well Dana", "on Friday". */
static bool is_lead_in(const struct cutter *cutter, uint32_t at)
{
	const struct draft *draft = cutter->draft;
	const struct word *words = draft->text->words;

	if (at - cutter->first < 3 ||
	    kinds_at(draft, cutter->first, at) & IS_PREP ||
	    words[cutter->first].classes & WORD_WHEN)
		return true;
	if (at - cutter->first > LEAD_REACH)
		return false;
	for (uint32_t i = cutter->first; i < at; i++)
		if (!(kinds_at(draft, i, at) & (IS_LEAD | IS_ADVERB)) &&
		    !(words[i].classes & WORD_NAME))
			return false;
	return true;
}

static bool is_complete(const struct cutter *cutter, uint32_t at)
{
	return cutter->has_verb || cutter->conditional ||
	       !is_lead_in(cutter, at);
}

static uint32_t skip_to_core(const struct draft *draft, uint32_t at,
			     uint32_t end)
{
	uint32_t from = at;

	if (end > at + LEAD_REACH)
		end = at + LEAD_REACH;
	while (kinds_at(draft, at, end) & (IS_ADVERB | IS_LEAD) &&
	       !(kinds_at(draft, at, end) & (IS_PRONOUN | IS_SUB)) &&
	       (at == from || !gap_at(draft, at, GAP_BREAK)))
		at++;
	return at;
}

/* "please call", "let me"; after an if any command will do. */
static bool begins_command(const struct cutter *cutter, uint32_t from,
			   uint32_t at)
{
	const struct draft *draft = cutter->draft;

	if (!is_command(draft, at, cutter->end))
		return false;
	return cutter->conditional ||
	       (at > from && key_at(draft, at - 1, cutter->end, "please")) ||
	       key_at(draft, at, cutter->end, "let") ||
	       key_at(draft, at + 1, cutter->end, "not");
}

/* A subject, a question or a command stands here, past adverbs. */
static bool begins_clause(const struct cutter *cutter, uint32_t from)
{
	const struct draft *draft = cutter->draft;
	uint32_t at = skip_to_core(draft, from, cutter->end), verb;

	if (at < cutter->end && is_splitting_sub(draft, at))
		return true;
	if (kinds_at(draft, at, cutter->end) & IS_WH &&
	    is_subject_and_verb(draft, at + 1, cutter->end))
		return !key_at(draft, at, cutter->end, "which");
	return is_subject_and_verb(draft, at, cutter->end) ||
	       is_inversion(draft, at, cutter->end, &verb) ||
	       begins_command(cutter, from, at);
}

/* A short tail that asks for a nod: "right", "is it not". */
static bool begins_tag(const struct cutter *cutter, uint32_t at)
{
	const struct draft *draft = cutter->draft;
	uint32_t nr = cutter->end - at, last = cutter->end - 1;
	const struct sentence *sentence =
		&draft->text->sentences[draft->text->words[at].sentence];

	if (sentence->question_marks && is_tag_word(draft, at, cutter->end))
		return true;
	return nr > 1 && nr <= 3 && kinds_at(draft, at, cutter->end) & IS_AUX &&
	       kinds_at(draft, last, cutter->end) & (IS_PRONOUN | IS_NEGATOR);
}

static bool cut_at_comma(const struct cutter *cutter, uint32_t at)
{
	const struct draft *draft = cutter->draft;
	uint32_t from = at;

	if (begins_tag(cutter, at))
		return true;
	if (!is_complete(cutter, at))
		return false;
	if (kinds_at(draft, at, cutter->end) & IS_JOIN)
		from++;
	return begins_clause(cutter, from);
}

/* because the van broke down, even if it rains */
static bool cut_at_sub(const struct cutter *cutter, uint32_t at)
{
	static const char *const leads[] = { "even", "just", "only" };
	const struct draft *draft = cutter->draft;
	uint32_t from = cutter->first;

	while (from < at && from < cutter->first + LEAD_REACH &&
	       kinds_at(draft, from, at) & (IS_ADVERB | IS_LEAD | IS_JOIN))
		from++;
	if (from == at)
		return false; /* the clause has hardly begun */
	if (TABLE_FIND(leads, draft->text->words[at].key))
		at++;
	if (at >= cutter->end || !is_splitting_sub(draft, at))
		return false;
	from = skip_to_core(draft, at + 1, cutter->end);
	return is_subject_and_verb(draft, from, cutter->end);
}

/* "so sorry", "so good": how much, not what follows from it. */
static bool is_degree(const struct draft *draft, uint32_t at, uint32_t end)
{
	uint32_t next = kinds_at(draft, at + 1, end);

	return key_at(draft, at, end, "so") && next & IS_LEAD &&
	       !(next & IS_ADVERB) && !gap_at(draft, at + 1, GAP_COMMA);
}

/* and she agreed; so can we; but if you like */
static bool cut_at_joint(const struct cutter *cutter, uint32_t at)
{
	const struct draft *draft = cutter->draft;
	uint32_t kinds = kinds_at(draft, at, cutter->end), from = at + 1, verb;

	if (kinds & (IS_SUB | IS_ADVERB) && cut_at_sub(cutter, at))
		return true;
	if (!(kinds & IS_JOIN) || !cutter->has_verb ||
	    is_degree(draft, at, cutter->end))
		return false;
	from = skip_to_core(draft, from, cutter->end);
	return is_subject_and_verb(draft, from, cutter->end) ||
	       (is_inversion(draft, from, cutter->end, &verb) &&
		is_inverted(draft, verb, cutter->end)) ||
	       (from < cutter->end && is_splitting_sub(draft, from) &&
		is_subject_and_verb(draft, from + 1, cutter->end));
}

/* "If you send it I will fix it": no comma, but a second subject. */
static bool cut_after_condition(const struct cutter *cutter, uint32_t at)
{
	const struct draft *draft = cutter->draft;
	uint32_t kinds = kinds_at(draft, at, cutter->end);
	uint32_t before = kinds_at(draft, at - 1, cutter->end);

	if (!cutter->conditional || kinds & IS_DET ||
	    !(kinds & (IS_SELF | IS_CLIENT | IS_NAMED | IS_OTHER)) ||
	    kinds & IS_WH || at < cutter->first + 3)
		return false;
	if (before & (IS_COMPLEMENT | IS_PREP | IS_JOIN | IS_SUB | IS_WH |
		      IS_DET | IS_AUX))
		return false;
	return kinds_at(draft, at + 1, cutter->end) & IS_AUX;
}

static bool has_gap_behind(const struct cutter *cutter, uint32_t at)
{
	for (uint32_t i = at + 1; i < cutter->end; i++)
		if (gap_at(cutter->draft, i, GAP_COMMA | GAP_BREAK))
			return true;
	return false;
}

/* "I'll stop there what would you like": no stop, but a question's order.
 * But "I wondered how do I say it, and". */
static bool cut_at_question(const struct cutter *cutter, uint32_t at)
{
	const struct draft *draft = cutter->draft;
	uint32_t verb;

	return cutter->has_verb && kinds_at(draft, at, cutter->end) & IS_WH &&
	       kinds_at(draft, at + 1, cutter->end) & IS_AUX &&
	       kinds_at(draft, at + 2, cutter->end) & IS_PRONOUN &&
	       is_inversion(draft, at, cutter->end, &verb) &&
	       is_inverted(draft, verb, cutter->end) &&
	       !has_gap_behind(cutter, at);
}

static bool cut_here(const struct cutter *cutter, uint32_t at)
{
	const struct draft *draft = cutter->draft;

	if (gap_at(draft, at, GAP_SHARED))
		return false;
	if (gap_at(draft, at, GAP_BREAK))
		return true;
	if (gap_at(draft, at, GAP_COMMA) && cut_at_comma(cutter, at))
		return true;
	return cut_at_joint(cutter, at) || cut_after_condition(cutter, at) ||
	       cut_at_question(cutter, at);
}

static uint16_t index16(uint32_t nr)
{
	return nr < UINT16_MAX ? (uint16_t)nr : UINT16_MAX;
}

static void add_clause(struct cutter *cutter, uint32_t end)
{
	struct draft *draft = cutter->draft;
	struct text *text = draft->text;
	struct clause *clause;

	text->clauses =
		arena_grow(draft->arena, text->clauses, text->nr_clauses,
			   &draft->alloc_clauses, sizeof(*clause));
	clause = &text->clauses[text->nr_clauses];
	*clause = (struct clause){
		.first = cutter->first,
		.end = end,
		.sentence = text->words[cutter->first].sentence,
	};
	for (uint32_t i = cutter->first; i < end; i++)
		text->words[i].clause = index16(text->nr_clauses);
	text->nr_clauses++;
	read_clause(draft, clause);
	cutter->first = end;
	cutter->has_verb = false;
}

static void begin_clause(struct cutter *cutter)
{
	const struct draft *draft = cutter->draft;
	uint32_t at = cutter->first;

	while (at < cutter->end &&
	       kinds_at(draft, at, cutter->end) & (IS_JOIN | IS_ADVERB) &&
	       !is_splitting_sub(draft, at))
		at++;
	cutter->conditional = at < cutter->end &&
			      (is_splitting_sub(draft, at) ||
			       is_inverted_condition(draft, at, cutter->end) ||
			       key_at(draft, at, cutter->end, "assuming") ||
			       key_at(draft, at, cutter->end, "provided") ||
			       (key_at(draft, at, cutter->end, "in") &&
				key_at(draft, at + 1, cutter->end, "case")));
}

static void cut_sentence(struct draft *draft, struct sentence *sentence)
{
	struct cutter cutter = {
		.draft = draft,
		.first = sentence->first,
		.end = sentence->end,
	};

	sentence->first_clause = draft->text->nr_clauses;
	begin_clause(&cutter);
	for (uint32_t at = sentence->first; at < sentence->end; at++) {
		if (at > cutter.first && cut_here(&cutter, at)) {
			add_clause(&cutter, at);
			begin_clause(&cutter);
		}
		cutter.has_verb |= is_verb_here(&cutter, at);
	}
	add_clause(&cutter, sentence->end);
	sentence->end_clause = draft->text->nr_clauses;
}

/* A question without its order of words: "You sent it?" What asks is the
 * last clause that hangs on no other: "Any thoughts, while we wait?" */
static void settle_question(const struct draft *draft,
			    struct sentence *sentence)
{
	struct text *text = draft->text;
	struct clause *last = &text->clauses[sentence->end_clause - 1];

	while (last > &text->clauses[sentence->first_clause] &&
	       last->mood != MOOD_TAG && is_splitting_sub(draft, last->first))
		last--;
	for (uint32_t i = sentence->first_clause; i < sentence->end_clause; i++)
		if (text->clauses[i].mood == MOOD_QUESTION)
			sentence->question = true;
	if (!sentence->question && sentence->question_marks &&
	    last->mood != MOOD_TAG)
		last->mood = MOOD_QUESTION;
	sentence->question |= sentence->question_marks > 0;
}

void find_clauses(struct draft *draft)
{
	struct text *text = draft->text;

	for (uint32_t i = 0; i < text->nr_sentences; i++) {
		cut_sentence(draft, &text->sentences[i]);
		settle_question(draft, &text->sentences[i]);
	}
}
