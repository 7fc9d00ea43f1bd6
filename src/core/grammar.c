#include "grammar.h"

/*
 * Subjects and verbs, found by closed classes and by place: after a pronoun
 * comes a verb, after "the" does not. No parser: where a sentence is odd the
 * clause has no verb or no subject, and rules on clauses stay silent.
 */

enum {
	/* how far a verb may stand from where its subject begins */
	VERB_REACH = 12,
	ADVERB_REACH = 6,
};

uint32_t kinds_at(const struct draft *draft, uint32_t at, uint32_t end)
{
	return at < end ? draft->notes[at].kinds : 0;
}

bool key_at(const struct draft *draft, uint32_t at, uint32_t end,
	    const char *key)
{
	return at < end && word_is(draft->text, at, str_from(key));
}

bool gap_at(const struct draft *draft, uint32_t at, unsigned gaps)
{
	return at < draft->text->nr_words && draft->notes[at].gap & gaps;
}

bool is_name(const struct draft *draft, uint32_t at, uint32_t end)
{
	return at < end && draft->text->words[at].classes & WORD_NAME;
}

/* ---- verbs -------------------------------------------------------------- */

bool follows_verb(const struct draft *draft, uint32_t at, uint32_t end)
{
	return at >= end || gap_at(draft, at, GAP_COMMA | GAP_BREAK) ||
	       kinds_at(draft, at, end) &
		       (IS_DET | IS_OBJECT | IS_PREP | IS_ADVERB | IS_SUB |
			IS_SELF | IS_WH) ||
	       draft->notes[at].shape != SHAPE_WORD || is_name(draft, at, end);
}

bool is_plain_verb(const struct draft *draft, uint32_t at, uint32_t end)
{
	uint32_t kinds = kinds_at(draft, at, end);

	if (kinds & (IS_AUX | IS_PAST))
		return true;
	if (!(kinds & (IS_VERB | IS_THIRD)) || kinds & (IS_PREP | IS_ADVERB))
		return false;
	/* at the end it is the noun: "as a next step" */
	return !(kinds & IS_NOUNISH) ||
	       (at + 1 < end && !gap_at(draft, at + 1, GAP_COMMA) &&
		follows_verb(draft, at + 1, end));
}

uint32_t skip_adverbs(const struct draft *draft, uint32_t at, uint32_t end)
{
	uint32_t limit = at + ADVERB_REACH;

	while (at < limit &&
	       kinds_at(draft, at, end) & (IS_ADVERB | IS_NEGATOR) &&
	       !(kinds_at(draft, at, end) & (IS_PRONOUN | IS_JOIN | IS_PREP)))
		at++;
	return at;
}

/* An unknown word right behind "they" or "it": they botch, it rains. */
static bool is_guess(const struct draft *draft, uint32_t at, uint32_t end)
{
	uint32_t before = kinds_at(draft, at - 1, end);
	struct str key = draft->text->words[at].key;

	if (draft->notes[at].shape != SHAPE_WORD || is_name(draft, at, end))
		return false;
	if (before & IS_OBJECT)
		return key_at(draft, at - 1, end, "it") &&
		       str_ends_with(key, STR("s"));
	return before & (IS_SELF | IS_NAMED);
}

/* Behind a pronoun: anything that is no other part of speech. */
static uint32_t verb_of_pronoun(const struct draft *draft, uint32_t at,
				uint32_t end)
{
	uint32_t kinds;

	if (kinds_at(draft, at, end) & (IS_TEAM | IS_DET) &&
	    kinds_at(draft, at + 1, end) & (IS_FINITE | IS_ADVERB))
		at++; /* you people, we both */
	at = skip_adverbs(draft, at, end);
	kinds = kinds_at(draft, at, end);
	if (kinds & (IS_FINITE | IS_DONE | IS_ING) && !(kinds & IS_PREP))
		return at;
	if (kinds & IS_VERB && kinds & IS_PREP) /* you like, we like */
		return at;
	return !kinds && at < end && is_guess(draft, at, end) ? at : end;
}

/* The end of a clause inside a subject: the order (that) you placed. */
static uint32_t skip_relative(const struct draft *draft, uint32_t at,
			      uint32_t end)
{
	at++;
	while (kinds_at(draft, at, end) &
	       (IS_AUX | IS_ADVERB | IS_NEGATOR | IS_PRONOUN))
		at++;
	return kinds_at(draft, at, end) & (IS_FINITE | IS_DONE | IS_ING)
		       ? at + 1
		       : at;
}

static bool opens_relative(const struct draft *draft, uint32_t at, uint32_t end)
{
	return key_at(draft, at, end, "that") ||
	       key_at(draft, at, end, "which") ||
	       kinds_at(draft, at, end) & (IS_SELF | IS_CLIENT | IS_NAMED);
}

/* "Thursday", "last Thursday", "last week", but not "3 May": a proof dated so
 * is dated. */
static bool is_day(const struct draft *draft, uint32_t at, uint32_t end)
{
	static const char *const spans[] = { "month", "night", "week", "year" };
	const uint16_t days = WORD_DATE | WORD_WHEN;
	const bool past = key_at(draft, at, end, "last");

	at += past;
	return at < end &&
	       ((draft->text->words[at].classes & days &&
		 draft->notes[at].shape == SHAPE_WORD) ||
		(past && TABLE_FIND(spans, draft->text->words[at].key)));
}

/* A past form before a noun is an adjective when a verb is still to come, but
 * not in "Marek said last Thursday that it is late". */
static bool is_adjective(const struct draft *draft, uint32_t at, uint32_t end)
{
	uint32_t next = kinds_at(draft, at + 1, end);

	if (!(kinds_at(draft, at, end) & IS_DONE) || at + 1 >= end ||
	    (next && !(next & IS_NOUNISH)) ||
	    is_day(draft, at + 1, end))
		return false;
	for (at += 2; at < end; at++)
		if (kinds_at(draft, at, end) & IS_AUX)
			return true;
	return false;
}

static uint32_t verb_of_noun(const struct draft *draft, uint32_t at,
			     uint32_t end)
{
	while (at < end && !gap_at(draft, at, GAP_BREAK)) {
		if (opens_relative(draft, at, end) &&
		    !(kinds_at(draft, at - 1, end) & IS_PREP))
			at = skip_relative(draft, at, end);
		else if (kinds_at(draft, at, end) & IS_SUB &&
			 !(kinds_at(draft, at, end) & IS_PREP))
			break;
		else if (is_plain_verb(draft, at, end) &&
			 !is_adjective(draft, at, end))
			return at;
		else
			at++;
	}
	return end;
}

uint32_t find_verb(const struct draft *draft,
		   const struct subject_words *subject, uint32_t end)
{
	uint32_t reach = end, at;

	if (end - subject->at > VERB_REACH)
		reach = subject->at + VERB_REACH;
	at = subject->pronoun ? verb_of_pronoun(draft, subject->end, reach)
			      : verb_of_noun(draft, subject->end, reach);
	return at < reach ? at : end;
}

/* ---- subjects ----------------------------------------------------------- */

static enum subject class_of(uint32_t kinds)
{
	return kinds & IS_SELF     ? SUBJECT_SELF
	       : kinds & IS_CLIENT ? SUBJECT_CLIENT
	       : kinds & IS_NAMED  ? SUBJECT_NAMED
				   : SUBJECT_OTHER;
}

/* "this is" and "that means" are subjects; "this order" and "there" not. */
static bool is_pronoun(const struct draft *draft, uint32_t at, uint32_t end)
{
	uint32_t kinds = kinds_at(draft, at, end);
	uint32_t next = skip_adverbs(draft, at + 1, end);

	if (!(kinds & IS_PRONOUN) || kinds & IS_WH)
		return false;
	if (kinds & IS_ADVERB) /* there, here */
		return kinds_at(draft, at + 1, end) &
		       (IS_BE | IS_HAVE | IS_MODAL);
	if (kinds & IS_DET)
		return is_plain_verb(draft, next, end) ||
		       (kinds_at(draft, next, end) & IS_THIRD &&
			(next + 1 == end ||
			 gap_at(draft, next + 1, GAP_COMMA)));
	return true;
}

/* my team is me, our mistake is ours, our supplier is another */
static enum subject owner(const struct draft *draft, uint32_t at, uint32_t end)
{
	uint32_t limit = at + 4 < end ? at + 4 : end;

	if (key_at(draft, at, end, "your"))
		return SUBJECT_CLIENT;
	if (!key_at(draft, at, end, "my") && !key_at(draft, at, end, "our"))
		return SUBJECT_OTHER;
	for (uint32_t i = at + 1; i < limit; i++) {
		uint32_t kinds = kinds_at(draft, i, end);

		if (kinds & IS_TEAM)
			return SUBJECT_SELF;
		if (kinds & IS_PERSON)
			return SUBJECT_NAMED;
		if (kinds & IS_AUX)
			break;
	}
	return SUBJECT_OTHER;
}

/* Dana and I, you and we: with me in it, it is mine. */
static void join_subjects(const struct draft *draft, uint32_t end,
			  struct subject_words *found)
{
	uint32_t at = found->end;

	if (!key_at(draft, at, end, "and") ||
	    !(kinds_at(draft, at + 1, end) & IS_SELF))
		return;
	found->subject = SUBJECT_SELF;
	found->end = at + 2;
	found->pronoun = true;
}

bool read_subject(const struct draft *draft, uint32_t at, uint32_t end,
		  struct subject_words *found)
{
	uint32_t kinds = kinds_at(draft, at, end);

	*found = (struct subject_words){ .at = at, .end = at + 1 };
	found->negative = kinds & IS_NEGATOR && !is_idle_negation(draft, at);
	if (is_name(draft, at, end)) {
		found->subject = SUBJECT_NAMED;
		while (is_name(draft, found->end, end))
			found->end++;
	} else if (is_pronoun(draft, at, end)) {
		found->subject = class_of(kinds);
		/* everyone on my team knows */
		found->pronoun = kinds & (IS_SELF | IS_OBJECT) ||
				 !(kinds_at(draft, at + 1, end) & IS_PREP);
	} else if (key_at(draft, at + 1, end, "and") &&
		   kinds_at(draft, at + 2, end) & IS_SELF && !kinds) {
		found->subject = SUBJECT_SELF;
	} else if (kinds & IS_DET && !(kinds & IS_WH) && at + 1 < end &&
		   !(kinds_at(draft, at + 1, end) & (IS_SELF | IS_NAMED))) {
		found->subject = owner(draft, at, end);
		found->end = at + 2; /* what follows "the" is no verb */
		if (key_at(draft, at, end, "no") &&
		    key_at(draft, at + 1, end, "1"))
			found->subject = SUBJECT_NAMED;
	} else {
		return false;
	}
	join_subjects(draft, end, found);
	return true;
}

bool is_subject_and_verb(const struct draft *draft, uint32_t at, uint32_t end)
{
	struct subject_words subject;
	uint32_t border = at + 1;

	if (at >= end)
		return false;
	if (end > at + VERB_REACH)
		end = at + VERB_REACH;
	/* another comma would begin something else */
	while (border < end && !gap_at(draft, border, GAP_COMMA | GAP_BREAK))
		border++;
	return read_subject(draft, at, border, &subject) &&
	       find_verb(draft, &subject, border) < border;
}
