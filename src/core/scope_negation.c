#include "scope_parts.h"

/*
 * Denials: what stands within five words of "not", "never", "without", to
 * the end of the clause or a "but". Some negators only look like one: "no
 * problem", "not only", "could not agree more".
 */

enum { REACH = 5, PHRASE_MAX = 4 };

struct phrase {
	const char *words[PHRASE_MAX];
};

/* Begin with the negator. */
static const struct phrase idle[] = {
	{ { "no", "problem" } },        { { "no", "problems" } },
	{ { "no", "wonder" } },         { { "no", "doubt" } },
	{ { "no", "worries" } },        { { "no", "matter" } },
	{ { "no", "trouble" } },        { { "no", "rush" } },
	{ { "no", "hurry" } },          { { "no", "pressure" } },
	{ { "no", "later", "than" } },  { { "no", "less", "than" } },
	{ { "no", "sooner" } },         { { "no", "question" } },
	{ { "no", "thanks" } },         { { "none", "other" } },
	{ { "nothing", "but" } },       { { "never", "better" } },
	{ { "never", "mind" } },        { { "not", "only" } },
	{ { "not", "just" } },          { { "not", "merely" } },
	{ { "not", "simply" } },        { { "not", "least" } },
	{ { "not", "to", "mention" } }, { { "not", "a", "problem" } },
	{ { "not", "an", "issue" } },   { { "not", "affected" } },
	{ { "not", "bad" } },           { { "not", "hesitate" } },
	{ { "without", "doubt" } },     { { "without", "question" } },
	{ { "without", "delay" } },     { { "without", "fail" } },
};

/* Behind "can not" or "could not". */
static const struct phrase idle_behind_can[] = {
	{ { "thank", "you" } },       { { "agree", "more" } },
	{ { "be", "more" } },         { { "be", "happier" } },
	{ { "be", "sorrier" } },      { { "help", "but" } },
	{ { "wait", "to" } },         { { "apologise", "enough" } },
	{ { "stress", "enough" } },   { { "imagine", "how" } },
	{ { "imagine", "what" } },    { { "have", "put", "it", "better" } },
	{ { "have", "done", "it" } },
};

static bool stands(const struct draft *draft, uint32_t at,
		   const struct phrase *phrase)
{
	for (size_t i = 0; i < PHRASE_MAX && phrase->words[i]; i++)
		if (!word_is(draft->text, at + (uint32_t)i,
			     str_from(phrase->words[i])))
			return false;
	return true;
}

static bool stands_any(const struct draft *draft, uint32_t at,
		       const struct phrase *phrases, size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		if (stands(draft, at, &phrases[i]))
			return true;
	return false;
}

static bool is_behind_can(const struct draft *draft, uint32_t at)
{
	return at && (word_is(draft->text, at - 1, STR("can")) ||
		      word_is(draft->text, at - 1, STR("could")));
}

/* "no, we can" and "no we can" answer; "why do not we" proposes. */
static bool is_answer(const struct draft *draft, uint32_t at)
{
	const struct text *text = draft->text;

	if (word_is(text, at, STR("no")))
		return at + 1 == text->nr_words ||
		       draft->notes[at + 1].gap & (GAP_COMMA | GAP_BREAK) ||
		       draft->notes[at + 1].kinds & (IS_SELF | IS_CLIENT);
	return false;
}

static bool is_proposal(const struct draft *draft, uint32_t at)
{
	const struct text *text = draft->text;

	if (!at || !word_is(text, at, STR("not")))
		return false;
	if (word_is(text, at - 1, STR("why")) ||
	    word_is(text, at - 1, STR("whether")))
		return true;
	return at > 1 && word_is(text, at - 2, STR("why")) &&
	       word_is(text, at - 1, STR("do"));
}

bool is_idle_negation(const struct draft *draft, uint32_t at)
{
	uint32_t next = at + 1;

	if (is_answer(draft, at) || is_proposal(draft, at) ||
	    stands_any(draft, at, idle, ARRAY_LEN(idle)))
		return true;
	if (!is_behind_can(draft, at))
		return false;
	/* can not even begin to thank you */
	if (word_is(draft->text, next, STR("ever")) ||
	    word_is(draft->text, next, STR("possibly")))
		next++;
	return stands_any(draft, next, idle_behind_can,
			  ARRAY_LEN(idle_behind_can));
}

/* refuse to, fail to, unable to: the words behind are denied as well. */
static bool is_denying_verb(const struct text *text, uint32_t at)
{
	static const char *const words[] = {
		"declined", "fail",    "failed",  "failing",  "fails",
		"refuse",   "refused", "refuses", "refusing", "unable",
	};

	return TABLE_FIND(words, text->words[at].key) &&
	       word_is(text, at + 1, STR("to"));
}

void find_negations(struct draft *draft)
{
	const struct text *text = draft->text;

	for (uint32_t at = 0; at < text->nr_words; at++) {
		uint32_t first = at + 1, end;

		if (is_denying_verb(text, at))
			first = at + 2;
		else if (!(text->words[at].classes & WORD_NEGATOR) ||
			 is_idle_negation(draft, at))
			continue;
		end = clause_end(text, at);
		if (end > first + REACH)
			end = first + REACH;
		for (uint32_t i = first; i < end; i++)
			if (word_is(text, i, STR("but")) ||
			    word_is(text, i, STR("except")) ||
			    word_is(text, i, STR("because")))
				end = i;
		add_scope(draft, SCOPE_NEGATED, at, first, end);
	}
}
