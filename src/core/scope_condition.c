#include "grammar.h"
#include "scope_parts.h"

/*
 * What holds only under a condition, and what would hold if things were
 * otherwise. Politeness has the same shape and means nothing by it: "let me
 * know if", "if that works".
 */

enum { PHRASE_MAX = 4 };

/* "if I understand you correctly": said of what is being said. */
static const char *const polite_ifs[][PHRASE_MAX] = {
	{ "i", "got", "that" },  { "i", "got", "you" },
	{ "i", "got", "it" },    { "i", "have", "understood" },
	{ "i", "have", "that" }, { "i", "hear", "you" },
	{ "i", "heard" },        { "i", "may" },
	{ "i", "read" },         { "i", "remember" },
	{ "i", "understand" },   { "i", "understood" },
	{ "that", "helps" },     { "that", "is", "ok" },
	{ "that", "suits" },     { "that", "works" },
	{ "it", "helps" },       { "it", "works" },
	{ "this", "helps" },     { "this", "works" },
};

/* "if you agree": asked for a nod, as long as it names nothing to agree to. */
static const char *const nods_wanted[][PHRASE_MAX] = {
	{ "it", "is", "all", "right" },
	{ "it", "is", "fine" },
	{ "that", "is", "all", "right" },
	{ "that", "is", "fine" },
	{ "you", "agree" },
};

/* How many words of the phrase stand there: all of them, or 0. */
static uint32_t stands(const struct draft *draft, uint32_t at,
		       const char *const phrase[PHRASE_MAX])
{
	uint32_t i = 0;

	for (; i < PHRASE_MAX && phrase[i]; i++)
		if (!word_is(draft->text, at + i, str_from(phrase[i])))
			return 0;
	return i;
}

/* "if you agree, we'll", "if you agree we'll", not "if you agree to pay" */
static bool ends_politely(const struct draft *draft, uint32_t at, uint32_t end)
{
	if (at < end && draft->notes[at].kinds & IS_PREP &&
	    word_is(draft->text, at + 1, STR("you")))
		at += 2;
	return at >= end || draft->notes[at].gap & (GAP_COMMA | GAP_BREAK) ||
	       draft->notes[at].kinds & IS_SELF;
}

/* Behind the "if" at `at`. */
static bool wants_a_nod(const struct draft *draft, uint32_t at)
{
	uint32_t end = sentence_end(draft->text, at);

	for (size_t i = 0; i < ARRAY_LEN(nods_wanted); i++) {
		uint32_t nr = stands(draft, at + 1, nods_wanted[i]);

		if (nr && ends_politely(draft, at + 1 + nr, end))
			return true;
	}
	return false;
}

/* "let me know if", "stop me if": said of what is being said. */
static bool follows_courtesy(const struct text *text, uint32_t at)
{
	if (at > 2 && word_is(text, at - 1, STR("know")) &&
	    word_is(text, at - 3, STR("let")))
		return true;
	return at > 1 && word_is(text, at - 1, STR("me")) &&
	       (word_is(text, at - 2, STR("stop")) ||
		word_is(text, at - 2, STR("correct")));
}

static bool is_polite_if(const struct draft *draft, uint32_t at)
{
	for (size_t i = 0; i < ARRAY_LEN(polite_ifs); i++)
		if (stands(draft, at + 1, polite_ifs[i]))
			return true;
	return wants_a_nod(draft, at) || follows_courtesy(draft->text, at);
}

/* "I could tell you that I'm sorry": and does not. "I could tell that you were
 * upset" was seen. */
static uint32_t unsaid_words(const struct text *text, uint32_t at)
{
	if (!word_is(text, at, STR("could")) && !word_is(text, at, STR("might")))
		return 0;
	if (word_is(text, at + 1, STR("say")) &&
	    word_is(text, at + 2, STR("that")))
		return 3;
	if (word_is(text, at + 1, STR("tell")) &&
	    word_is(text, at + 2, STR("you")) &&
	    word_is(text, at + 3, STR("that")))
		return 4;
	return 0;
}

/* How many words open a condition at `at`; 0 for none. */
static uint32_t condition_words(const struct draft *draft, uint32_t at)
{
	static const char *const openers[] = {
		"assuming", "if", "provided", "unless", "whether",
	};
	const struct text *text = draft->text;

	if (TABLE_FIND(openers, text->words[at].key))
		return word_is(text, at, STR("if")) && is_polite_if(draft, at)
			       ? 0
			       : 1;
	if (word_is(text, at, STR("in")) && word_is(text, at + 1, STR("case")))
		return word_is(text, at + 2, STR("of")) ? 0 : 2;
	if (word_is(text, at, STR("as")) &&
	    word_is(text, at + 1, STR("long")) &&
	    word_is(text, at + 2, STR("as")))
		return 3;
	if (is_inverted_condition(draft, at, sentence_end(text, at)))
		return 1;
	return unsaid_words(text, at);
}

/* "I will call if I can" promises little: the clause before is held too. */
static void add_hedge(struct draft *draft, uint32_t at)
{
	static const char *const verbs[] = {
		"can", "could", "find", "get", "have", "manage",
	};
	const struct text *text = draft->text;
	uint32_t index = text->words[at].clause, end = clause_end(text, at);
	const struct clause *clause = &text->clauses[index], *before;

	if (word_is(text, at + 1, STR("possible")) && at + 2 == end) {
		if (at > clause->first &&
		    text->words[at + 1].sentence == text->words[at].sentence)
			add_scope(draft, SCOPE_CONDITION, at, clause->first,
				  at);
		return;
	}
	if (!index || clause->first != at || clause->subject != SUBJECT_SELF ||
	    clause->verb_at >= clause->end ||
	    draft->notes[at].gap & (GAP_COMMA | GAP_BREAK) ||
	    !TABLE_FIND(verbs, text->words[clause->verb_at].key))
		return;
	before = clause - 1;
	if (before->sentence == clause->sentence)
		add_scope(draft, SCOPE_CONDITION, at, before->first,
			  before->end);
}

void find_conditions(struct draft *draft)
{
	const struct text *text = draft->text;

	for (uint32_t at = 0; at < text->nr_words; at++) {
		uint32_t nr = condition_words(draft, at);

		if (!nr)
			continue;
		add_scope(draft, SCOPE_CONDITION, at, at + nr,
			  clause_end(text, at));
		if (word_is(text, at, STR("if")))
			add_hedge(draft, at);
	}
}

/* ---- wishes ------------------------------------------------------------- */

static bool is_done(const struct draft *draft, uint32_t at, uint32_t end)
{
	while (kinds_at(draft, at, end) & (IS_ADVERB | IS_NEGATOR))
		at++;
	return kinds_at(draft, at, end) & (IS_DONE | IS_PAST);
}

/* could have called, would have been: it did not happen */
static bool is_unreal_past(const struct draft *draft, uint32_t at, uint32_t end)
{
	if (!key_at(draft, at, end, "could") &&
	    !key_at(draft, at, end, "would"))
		return false;
	at++;
	while (kinds_at(draft, at, end) &
	       (IS_ADVERB | IS_NEGATOR | IS_SELF | IS_CLIENT | IS_NAMED))
		at++;
	return key_at(draft, at, end, "have") && is_done(draft, at + 1, end);
}

/* was going to, were planning to, had hoped to, were to */
static bool is_old_plan(const struct draft *draft, uint32_t at, uint32_t end)
{
	static const char *const plans[] = {
		"about",
		"going",
		"planning",
	};
	static const char *const hopes[] = {
		"hoped",
		"intended",
		"meant",
		"planned",
	};
	const struct text *text = draft->text;
	uint32_t next = at + 1;

	if (next < end && key_at(draft, next, end, "just"))
		next++;
	if (next >= end)
		return false;
	if (key_at(draft, at, end, "were") && key_at(draft, next, end, "to"))
		return true;
	if (!key_at(draft, next + 1, end, "to"))
		return false;
	if (key_at(draft, at, end, "was") || key_at(draft, at, end, "were"))
		return TABLE_FIND(plans, text->words[next].key);
	return key_at(draft, at, end, "had") &&
	       TABLE_FIND(hopes, text->words[next].key);
}

static bool is_wish(const struct draft *draft, uint32_t at, uint32_t end)
{
	if (!key_at(draft, at, end, "wish") || !at)
		return false;
	return draft->notes[at - 1].kinds & IS_SELF ||
	       (at > 1 && draft->notes[at - 1].kinds & IS_ADVERB &&
		draft->notes[at - 2].kinds & IS_SELF);
}

static bool is_if_clause(const struct draft *draft, const struct clause *clause)
{
	const struct text *text = draft->text;
	uint32_t at = clause->first;

	while (at < clause->end &&
	       draft->notes[at].kinds & (IS_ADVERB | IS_JOIN))
		at++;
	return at < clause->end && word_is(text, at, STR("if")) &&
	       !is_polite_if(draft, at);
}

/* "if I could", "if we had": the condition is not met. */
static bool is_unreal_if(const struct draft *draft, const struct clause *clause)
{
	const struct text *text = draft->text;

	return is_if_clause(draft, clause) && clause->verb_at < clause->end &&
	       (clause->tense == TENSE_PAST ||
		word_is(text, clause->verb_at, STR("could")));
}

/* I would call if I could; if we had one, we would send it */
static bool is_unreal_would(const struct draft *draft,
			    const struct clause *clause)
{
	static const char *const polite[] = {
		"appreciate", "be",        "like", "love",
		"prefer",     "recommend", "say",  "suggest",
	};
	const struct text *text = draft->text;
	const struct sentence *sentence = &text->sentences[clause->sentence];
	const struct clause *first = &text->clauses[sentence->first_clause];
	const struct clause *end = &text->clauses[sentence->end_clause];
	uint32_t next = clause->verb_at + 1;

	if (clause->subject != SUBJECT_SELF || clause->mood == MOOD_QUESTION ||
	    !key_at(draft, clause->verb_at, clause->end, "would"))
		return false;
	while (kinds_at(draft, next, clause->end) & (IS_ADVERB | IS_NEGATOR))
		next++;
	if (next >= clause->end || TABLE_FIND(polite, text->words[next].key))
		return false;
	return (clause + 1 < end && is_unreal_if(draft, clause + 1)) ||
	       (clause > first && is_unreal_if(draft, clause - 1));
}

void find_wishes(struct draft *draft)
{
	const struct text *text = draft->text;

	for (uint32_t i = 0; i < text->nr_clauses; i++) {
		const struct clause *clause = &text->clauses[i];

		for (uint32_t at = clause->first; at < clause->end; at++)
			if (is_wish(draft, at, clause->end) ||
			    is_unreal_past(draft, at, clause->end) ||
			    is_old_plan(draft, at, clause->end))
				add_scope(draft, SCOPE_WISH, at, at + 1,
					  clause->end);
		if (is_unreal_would(draft, clause))
			add_scope(draft, SCOPE_WISH, clause->verb_at,
				  clause->verb_at + 1, clause->end);
	}
}
