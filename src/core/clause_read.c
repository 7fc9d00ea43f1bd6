#include "grammar.h"

/*
 * What a clause says: who does it, by which verb, when, whether it is
 * denied, and whether it is stated, asked or demanded.
 */

/* ---- what stands before the subject ------------------------------------- */

/* "well, ...", "look, ...", "see I told you": not yet the clause. */
static bool is_lead(const struct draft *draft, uint32_t at, uint32_t end)
{
	uint32_t kinds = kinds_at(draft, at, end);
	bool comma = at + 1 < end && gap_at(draft, at + 1, GAP_COMMA);

	if (kinds & IS_LEAD && !(kinds & (IS_VERB | IS_DET)))
		return true;
	if (kinds & IS_LEAD && kinds & IS_VERB)
		return comma || kinds_at(draft, at + 1, end) & IS_SELF;
	if (key_at(draft, at, end, "not"))
		return key_at(draft, at + 1, end, "only");
	if (kinds & IS_NEGATOR && kinds & IS_LEAD) /* no, ...; no we did */
		return comma ||
		       (kinds_at(draft, at + 1, end) & (IS_SELF | IS_CLIENT));
	return comma && (!kinds || kinds & (IS_NAMED | IS_TEAM) ||
			 draft->text->words[at].classes & WORD_NAME);
}

/* The first "I", "we", "they" with a verb behind words of time or place. */
static uint32_t subject_behind(const struct draft *draft, uint32_t at,
			       uint32_t end)
{
	enum { REACH = 8 };
	uint32_t limit = at + REACH < end ? at + REACH : end;

	for (uint32_t i = at + 1; i < limit; i++) {
		uint32_t before = kinds_at(draft, i - 1, end);
		bool comma = gap_at(draft, i, GAP_COMMA);
		uint32_t verb;

		if (!comma &&
		    (!(kinds_at(draft, i, end) & IS_PRONOUN) ||
		     kinds_at(draft, i, end) & IS_DET ||
		     before & (IS_AUX | IS_VERB) ||
		     (before & IS_PREP && kinds_at(draft, i, end) & IS_OBJECT)))
			continue;
		if (is_subject_and_verb(draft, i, end) ||
		    (comma && is_inversion(draft, i, end, &verb)))
			return i;
	}
	return end;
}

static uint32_t skip_phrase(const struct draft *draft, uint32_t at,
			    uint32_t end)
{
	uint32_t subject = subject_behind(draft, at, end);

	if (subject < end)
		return subject;
	if (draft->text->words[at].classes & WORD_WHEN) {
		while (at < end && draft->text->words[at].classes & WORD_WHEN)
			at++;
		return at;
	}
	at++;
	if (kinds_at(draft, at, end) & IS_DET)
		at++;
	return at < end ? at + 1 : at;
}

/* "Friday noon is the day", "the 9th will do": the date is the subject. */
static bool is_date_subject(const struct draft *draft, uint32_t at,
			    uint32_t end)
{
	if (kinds_at(draft, at, end) & IS_PREP)
		return false;
	while (at < end && draft->text->words[at].classes & WORD_WHEN)
		at++;
	return kinds_at(draft, at, end) & IS_AUX &&
	       !(kinds_at(draft, at + 1, end) &
		 (IS_SELF | IS_CLIENT | IS_NAMED)) &&
	       !draft->text->sentences[draft->text->words[at].sentence]
			.question_marks;
}

static uint32_t skip_leads(const struct draft *draft, uint32_t at, uint32_t end)
{
	uint32_t verb;

	while (at < end) {
		uint32_t kinds = kinds_at(draft, at, end);
		bool when = draft->text->words[at].classes & WORD_WHEN;

		if (is_inversion(draft, at, end, &verb) ||
		    is_inverted_statement(draft, at, end))
			return at;
		if (kinds & (IS_JOIN | IS_SUB) && !when &&
		    (!(kinds & IS_PREP) ||
		     is_subject_and_verb(draft, at + 1, end)))
			at++;
		else if (is_lead(draft, at, end))
			at++;
		else if (kinds & IS_ADVERB && !when &&
			 !(kinds & (IS_PRONOUN | IS_VERB)))
			at++;
		else if (when && is_date_subject(draft, at, end))
			break;
		else if ((kinds & IS_PREP && !(kinds & IS_VERB)) || when)
			at = skip_phrase(draft, at, end);
		else
			break;
	}
	return at;
}

/* ---- tense and denial --------------------------------------------------- */

/* The next word of the verb, past adverbs, "not" and a subject. */
static uint32_t next_verb(const struct draft *draft,
			  const struct clause *clause, uint32_t at)
{
	at++;
	if (clause->subject_at < clause->end && clause->subject_at >= at) {
		struct subject_words subject;

		if (read_subject(draft, clause->subject_at, clause->end,
				 &subject))
			at = subject.end;
	}
	while (kinds_at(draft, at, clause->end) & (IS_ADVERB | IS_NEGATOR) &&
	       !(kinds_at(draft, at, clause->end) & (IS_AUX | IS_VERB)))
		at++;
	return at;
}

static enum tense tense_of_be(const struct draft *draft,
			      const struct clause *clause)
{
	uint32_t at = clause->verb_at, end = clause->end;
	uint32_t next = next_verb(draft, clause, at);

	if (kinds_at(draft, at, end) & IS_PAST)
		return TENSE_PAST;
	if ((key_at(draft, next, end, "going") ||
	     key_at(draft, next, end, "about")) &&
	    key_at(draft, next + 1, end, "to"))
		return TENSE_FUTURE;
	return kinds_at(draft, next, end) & IS_ING && clause->has_when
		       ? TENSE_FUTURE
		       : TENSE_PRESENT;
}

static enum tense tense_of(const struct draft *draft,
			   const struct clause *clause)
{
	uint32_t at = clause->verb_at, end = clause->end;
	uint32_t kinds = kinds_at(draft, at, end);
	uint32_t next = next_verb(draft, clause, at);
	uint32_t follows = kinds_at(draft, next, end);

	if (at >= end)
		return TENSE_NONE;
	if (kinds & IS_BE)
		return tense_of_be(draft, clause);
	if (key_at(draft, at, end, "will") || key_at(draft, at, end, "shall"))
		return TENSE_FUTURE;
	if (key_at(draft, at, end, "going") && key_at(draft, next, end, "to"))
		return TENSE_FUTURE;
	if (kinds & IS_MODAL) {
		next = next_verb(draft, clause, next);
		return follows & IS_HAVE && kinds_at(draft, next, end) &
						    (IS_DONE | IS_PAST)
			       ? TENSE_PAST
			       : TENSE_PRESENT;
	}
	if (kinds & IS_HAVE)
		return (kinds & IS_PAST &&
			!key_at(draft, at + 1, end, "better")) ||
				       (follows & IS_DONE &&
					!key_at(draft, next, end, "got"))
			       ? TENSE_PAST
			       : TENSE_PRESENT;
	if (kinds & IS_VERB && clause->subject_at > at) /* put it here */
		return TENSE_PRESENT;
	return kinds & (IS_PAST | IS_DONE) ? TENSE_PAST : TENSE_PRESENT;
}

/* "is not", "can not", "never called", "is no longer": up to the verb. */
static bool is_denied(const struct draft *draft, const struct clause *clause)
{
	uint32_t at = clause->subject_at < clause->verb_at
			      ? clause->subject_at + 1
			      : clause->verb_at;

	for (; at < clause->end; at++) {
		uint32_t kinds = kinds_at(draft, at, clause->end);
		bool longer = key_at(draft, at, clause->end, "no") &&
			      key_at(draft, at + 1, clause->end, "longer");

		if (kinds & IS_NEGATOR && !(kinds & (IS_DET | IS_PREP)) &&
		    !is_idle_negation(draft, at))
			return true;
		if (longer)
			return true;
		if (at > clause->verb_at &&
		    !(kinds & (IS_ADVERB | IS_AUX | IS_PRONOUN)))
			return false;
		if (at == clause->verb_at && !(kinds & IS_AUX))
			return false;
	}
	return false;
}

/* ---- mood --------------------------------------------------------------- */

bool is_tag_word(const struct draft *draft, uint32_t at, uint32_t end)
{
	static const char *const words[] = {
		"agreed", "alright", "correct", "deal", "eh",    "fair",
		"happy",  "huh",     "no",      "ok",   "right", "yes",
	};

	if (key_at(draft, at, end, "all") &&
	    key_at(draft, at + 1, end, "right"))
		at++;
	return at + 1 == end && TABLE_FIND(words, draft->text->words[at].key);
}

static bool is_tag(const struct draft *draft, const struct clause *clause)
{
	const struct sentence *sentence =
		&draft->text->sentences[clause->sentence];
	uint32_t at = clause->first, last = clause->end - 1;

	if (at == sentence->first ||
	    !gap_at(draft, at, GAP_COMMA | GAP_BREAK))
		return false;
	/* "it's a form, isn't it, and it goes in by noon" */
	if (clause->end != sentence->end &&
	    !(gap_at(draft, clause->end, GAP_COMMA | GAP_BREAK) &&
	      key_at(draft, at + 1, clause->end, "not")))
		return false;
	if (sentence->question_marks && is_tag_word(draft, at, clause->end))
		return true;
	/* is it not, can you, do not you */
	return last - at <= 2 && kinds_at(draft, at, clause->end) & IS_AUX &&
	       kinds_at(draft, last, clause->end) & (IS_PRONOUN | IS_NEGATOR) &&
	       last > at &&
	       !(kinds_at(draft, last, clause->end) & IS_DET &&
		 !sentence->question_marks);
}

/* Nothing but words one says before or after: a command needs a doer. */
static bool is_courtesy(const struct draft *draft, uint32_t at, uint32_t end)
{
	static const char *const words[] = {
		"apologise", "appreciate", "guess", "hope",    "look", "see",
		"suppose",   "thank",      "think", "welcome", "wish", "wonder",
	};

	return at < end && TABLE_FIND(words, draft->text->words[at].key);
}

/* "let me check" is an offer of mine. */
static bool is_let(const struct draft *draft, uint32_t at, uint32_t end)
{
	return key_at(draft, at, end, "let") &&
	       (key_at(draft, at + 1, end, "me") ||
		key_at(draft, at + 1, end, "us") ||
		key_at(draft, at + 1, end, "my") ||
		key_at(draft, at + 1, end, "our"));
}

/* ---- the clause --------------------------------------------------------- */

static void read_question(const struct draft *draft, struct clause *clause,
			  uint32_t at, uint32_t verb)
{
	struct subject_words subject;
	uint32_t next = verb + 1;

	clause->mood = MOOD_QUESTION;
	clause->verb_at = verb;
	if (verb >= clause->end)
		return;
	if (key_at(draft, next, clause->end, "not"))
		next++;
	if (verb > at && !(kinds_at(draft, verb, clause->end) & IS_AUX &&
			   read_subject(draft, next, clause->end, &subject))) {
		clause->subject = key_at(draft, at, clause->end, "who")
					  ? SUBJECT_NAMED
					  : SUBJECT_OTHER;
		clause->subject_at = at;
		return;
	}
	if (!read_subject(draft, next, clause->end, &subject))
		return;
	clause->subject = subject.subject;
	clause->subject_at = subject.at;
}

static void read_inverted(const struct draft *draft, struct clause *clause,
			  uint32_t at)
{
	struct subject_words subject;

	clause->verb_at = at;
	if (!read_subject(draft, at + 1, clause->end, &subject))
		return;
	clause->subject = subject.subject;
	clause->subject_at = subject.at;
}

static void read_statement(const struct draft *draft, struct clause *clause,
			   const struct subject_words *subject)
{
	clause->subject = subject->subject;
	clause->subject_at = subject->at;
	clause->negative = subject->negative;
	clause->verb_at = find_verb(draft, subject, clause->end);
}

/* No subject in sight: a command, a dropped "I", or a noun and its verb. */
static void read_other(const struct draft *draft, struct clause *clause,
		       uint32_t at)
{
	uint32_t kinds = kinds_at(draft, at, clause->end);
	struct subject_words noun = {
		.subject = SUBJECT_OTHER,
		.at = at,
		.end = at + 1,
	};

	if (at >= clause->end)
		return;
	if (is_let(draft, at, clause->end)) {
		clause->subject = SUBJECT_SELF;
		clause->subject_at = at + 1;
		clause->verb_at = at;
		return;
	}
	if (is_command(draft, at, clause->end)) {
		clause->verb_at = at;
		if (!is_courtesy(draft, at, clause->end))
			clause->mood = MOOD_COMMAND;
		return;
	}
	if (kinds & (IS_AUX | IS_PAST) && !(kinds & IS_NOUNISH)) {
		clause->verb_at = at;
		return;
	}
	noun.negative = kinds & IS_NEGATOR;
	if (find_verb(draft, &noun, clause->end) < clause->end)
		read_statement(draft, clause, &noun);
	else if (kinds & (IS_PAST | IS_ING))
		clause->verb_at = at;
}

static void read_slots(const struct draft *draft, struct clause *clause)
{
	for (uint32_t i = clause->first; i < clause->end; i++) {
		unsigned classes = draft->text->words[i].classes;

		clause->has_number |= (classes & WORD_NUMBER) != 0;
		clause->has_money |= (classes & WORD_MONEY) != 0;
		clause->has_when |= (classes & WORD_WHEN) != 0;
	}
}

/* what I can do is ...; how you see it; (so) that we can */
static uint32_t skip_wh(const struct draft *draft, uint32_t at, uint32_t end)
{
	return (kinds_at(draft, at, end) & IS_WH ||
		(key_at(draft, at, end, "that") &&
		 kinds_at(draft, at + 1, end) & (IS_SELF | IS_CLIENT))) &&
			       is_subject_and_verb(draft, at + 1, end)
		       ? at + 1
		       : at;
}

void read_clause(const struct draft *draft, struct clause *clause)
{
	struct subject_words subject;
	uint32_t at, verb;

	clause->subject = SUBJECT_NONE;
	clause->subject_at = clause->verb_at = clause->end;
	clause->mood = MOOD_STATEMENT;
	read_slots(draft, clause);
	at = skip_leads(draft, clause->first, clause->end);
	if (is_inverted_statement(draft, at, clause->end))
		read_inverted(draft, clause, at);
	else if (is_inversion(draft, at, clause->end, &verb))
		read_question(draft, clause, at, verb);
	else if (read_subject(draft, skip_wh(draft, at, clause->end),
			      clause->end, &subject))
		read_statement(draft, clause, &subject);
	else
		read_other(draft, clause, at);
	if (is_tag(draft, clause))
		clause->mood = MOOD_TAG;
	clause->tense = tense_of(draft, clause);
	if (clause->verb_at == clause->end)
		return;
	clause->negative |= is_denied(draft, clause);
	draft->text->words[clause->verb_at].classes |= WORD_VERB;
}
