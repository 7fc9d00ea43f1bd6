#include "grammar.h"

/*
 * Questions and commands are known by their order of words: a verb that
 * stands before its subject, or has none.
 */

static bool is_asked(const struct draft *draft, uint32_t at)
{
	const struct text *text = draft->text;

	return text->sentences[text->words[at].sentence].question_marks;
}

bool is_inverted_condition(const struct draft *draft, uint32_t at, uint32_t end)
{
	static const char *const needs[] = { "have", "need", "want", "wish" };

	if (at && at < end &&
	    !(draft->text->words[at].classes & WORD_SENTENCE_FIRST) &&
	    !gap_at(draft, at, GAP_COMMA | GAP_BREAK) &&
	    !(kinds_at(draft, at - 1, end) & IS_JOIN))
		return false;
	if (key_at(draft, at, end, "had"))
		return kinds_at(draft, at + 1, end) & (IS_SELF | IS_OTHER) ||
		       (kinds_at(draft, at + 1, end) & IS_CLIENT &&
			!is_asked(draft, at));
	if (!key_at(draft, at, end, "should") ||
	    !key_at(draft, at + 1, end, "you") || at + 2 >= end)
		return false;
	return TABLE_FIND(needs, draft->text->words[at + 2].key);
}

/* "what it means, what matters is that we are late" */
static bool is_that_clause(const struct draft *draft, uint32_t at, uint32_t end)
{
	return key_at(draft, at, end, "that") && !is_asked(draft, at) &&
	       kinds_at(draft, at + 1, end) & (IS_PRONOUN | IS_DET);
}

/* does Thursday suit, would tomorrow be too late */
static bool is_day_asked(const struct draft *draft, uint32_t aux, uint32_t at)
{
	static const char *const verbs[] = { "does", "will", "would" };

	return draft->text->words[aux].classes & WORD_SENTENCE_FIRST &&
	       draft->text->words[at].classes & WORD_WHEN &&
	       TABLE_FIND(verbs, draft->text->words[aux].key);
}

/* "do the sums" and "have a look" are no questions. */
static bool may_invert(const struct draft *draft, uint32_t aux, uint32_t at,
		       uint32_t end)
{
	uint32_t kinds = kinds_at(draft, at, end);
	bool person = kinds & (IS_SELF | IS_CLIENT | IS_NAMED);

	if (kinds & IS_WH)
		return false;
	if (key_at(draft, aux, end, "be") || key_at(draft, aux, end, "been") ||
	    key_at(draft, aux, end, "being"))
		return false;
	if (is_that_clause(draft, at, end))
		return false;
	if (key_at(draft, aux, end, "do") || key_at(draft, aux, end, "have"))
		return person || (kinds & IS_DET && is_asked(draft, aux));
	if (key_at(draft, at, end, "now")) /* is now a good moment */
		return draft->text->words[aux].classes & WORD_SENTENCE_FIRST &&
		       kinds_at(draft, at + 1, end) & IS_DET;
	if (key_at(draft, at, end, "a") || key_at(draft, at, end, "an") ||
	    key_at(draft, at, end, "no"))
		return !(kinds_at(draft, aux, end) & IS_BE);
	return person || is_name(draft, at, end) ||
	       kinds & (IS_OTHER | IS_DET) || is_day_asked(draft, aux, at);
}

/* so do I, never again will we, only then did I: stated, not asked */
static bool is_fronted(const struct draft *draft, uint32_t aux, uint32_t at,
		       uint32_t end)
{
	enum { REACH = 3 };

	if (is_asked(draft, aux) ||
	    draft->text->words[aux].classes & WORD_SENTENCE_FIRST)
		return false;
	if (at + 1 == end && kinds_at(draft, aux - 1, end) & IS_JOIN)
		return true;
	for (uint32_t i = aux; i && i + REACH > aux; i--) {
		if (gap_at(draft, i, GAP_COMMA | GAP_BREAK) ||
		    draft->text->words[i].classes & WORD_SENTENCE_FIRST)
			return false;
		if (kinds_at(draft, i - 1, end) & IS_NEGATOR ||
		    key_at(draft, i - 1, end, "only"))
			return !key_at(draft, i - 1, end, "not") ||
			       key_at(draft, i, end, "only");
	}
	return false;
}

bool is_inverted_statement(const struct draft *draft, uint32_t at, uint32_t end)
{
	return kinds_at(draft, at, end) & IS_AUX &&
	       kinds_at(draft, at + 1, end) & IS_PRONOUN &&
	       (is_inverted_condition(draft, at, end) ||
		is_fronted(draft, at, at + 1, end));
}

bool is_inverted(const struct draft *draft, uint32_t aux, uint32_t end)
{
	uint32_t at = aux + 1;

	if (!(kinds_at(draft, aux, end) & IS_AUX))
		return false;
	if (key_at(draft, at, end, "not"))
		at++;
	return at < end && !is_inverted_condition(draft, aux, end) &&
	       !is_fronted(draft, aux, at, end) &&
	       may_invert(draft, aux, at, end);
}

/* "what matters | is that ...", "what would help | is a list" */
static bool is_said_to_be(const struct draft *draft, uint32_t at, uint32_t end)
{
	enum { REACH = 5 };

	for (uint32_t i = at; i < end && i < at + REACH; i++)
		if (kinds_at(draft, i, end) & IS_BE)
			return true;
	return false;
}

/* what (exactly) happened, who called: the question word is the subject */
static bool is_wh_subject(const struct draft *draft, uint32_t at, uint32_t end,
			  uint32_t *verb)
{
	uint32_t next = skip_adverbs(draft, at + 1, end);

	if (!key_at(draft, at, end, "what") && !key_at(draft, at, end, "who") &&
	    !key_at(draft, at, end, "which"))
		return false;
	if (key_at(draft, at, end, "which") && next == at + 1 &&
	    kinds_at(draft, next, end) & IS_FINITE)
		return false;                   /* which is why ... */
	if (!is_plain_verb(draft, next, end)) { /* which day suits you */
		if (!(kinds_at(draft, at, end) & IS_DET) ||
		    kinds_at(draft, next, end) & (IS_PRONOUN | IS_DET) ||
		    !is_plain_verb(draft, ++next, end))
			return false;
	}
	*verb = next;
	if (kinds_at(draft, next, end) & IS_AUX)
		return !is_that_clause(draft, next + 1, end) &&
		       (is_asked(draft, at) ||
			!is_said_to_be(draft, next + 2, end));
	return !is_said_to_be(draft, next + 1, end);
}

static bool is_wh_phrase(const struct draft *draft, uint32_t at, uint32_t end)
{
	static const struct {
		const char *first, *second;
	} phrases[] = {
		{ "how", "about" }, { "how", "come" }, { "what", "about" },
		{ "what", "if" },   { "why", "not" },  { "what", "else" },
	};

	for (size_t i = 0; i < ARRAY_LEN(phrases); i++)
		if (key_at(draft, at, end, phrases[i].first) &&
		    key_at(draft, at + 1, end, phrases[i].second))
			return true;
	return false;
}

/* the driver, who is new, ... */
static bool is_apposition(const struct draft *draft, uint32_t at, uint32_t end)
{
	return gap_at(draft, at, GAP_COMMA) && !is_asked(draft, at) &&
	       (key_at(draft, at, end, "who") ||
		key_at(draft, at, end, "which"));
}

bool is_inversion(const struct draft *draft, uint32_t at, uint32_t end,
		  uint32_t *verb)
{
	*verb = at;
	if (is_inverted(draft, at, end))
		return true;
	if (!(kinds_at(draft, at, end) & IS_WH) ||
	    is_apposition(draft, at, end))
		return false;
	/* when can you, how much longer will it, what time is it */
	for (uint32_t i = at + 1; i < end && i < at + 5; i++) {
		*verb = i;
		if (is_inverted(draft, i, end))
			return true;
		if (kinds_at(draft, i, end) & (IS_PRONOUN | IS_AUX))
			break;
	}
	*verb = end;
	return is_wh_phrase(draft, at, end) ||
	       is_wh_subject(draft, at, end, verb);
}

/* reply and tell me */
static bool is_joined_command(const struct draft *draft, uint32_t at,
			      uint32_t end)
{
	uint32_t kinds = kinds_at(draft, at + 1, end);

	return key_at(draft, at, end, "and") && kinds & IS_VERB &&
	       !(kinds & IS_NOUNISH);
}

bool is_command(const struct draft *draft, uint32_t at, uint32_t end)
{
	uint32_t kinds = kinds_at(draft, at, end);

	if (key_at(draft, at, end, "do") && key_at(draft, at + 1, end, "not"))
		return kinds_at(draft, at + 2, end) & (IS_VERB | IS_BE);
	if (key_at(draft, at, end, "have"))
		return !(kinds_at(draft, at + 1, end) & (IS_DONE | IS_AUX));
	if (key_at(draft, at, end, "be") || key_at(draft, at, end, "do"))
		return true;
	if (!(kinds & IS_VERB) || kinds & (IS_PREP | IS_ADVERB | IS_AUX))
		return false;
	return !(kinds & IS_NOUNISH) || follows_verb(draft, at + 1, end) ||
	       is_joined_command(draft, at + 1, end);
}
