#include "scope_parts.h"

/*
 * What is put into words and yet not said: "I won't say that we lost it",
 * "if I were to say sorry, I'd say it was us", "a good coach would tell you",
 * "that is what I'd say". Nobody can be held to any of it.
 */

/* Negators, adverbs and "going to" between a denial and what it denies. */
enum { DENIAL_REACH = 8, WOULD_REACH = 2, LEAST_TAKEN_BACK = 4 };

static bool is_saying(const struct text *text, uint32_t at)
{
	static const char *const verbs[] = {
		"admit",   "admitting", "agree",     "agreed",     "announce",
		"answer",  "apologise", "ask",       "asked",      "asking",
		"assure",  "claim",     "claiming",  "confess",    "confirm",
		"declare", "hear",      "offer",     "offering",   "pledge",
		"pretend", "promise",   "promises",  "promising",  "reply",
		"say",     "saying",    "suggest",   "suggesting", "swear",
		"tell",    "telling",   "undertake", "write",
	};

	return at < text->nr_words && TABLE_FIND(verbs, text->words[at].key);
}

/* "You don't have to ask": no word is denied. */
static bool is_needless(const struct text *text, uint32_t verb)
{
	return verb > 1 && word_is(text, verb - 1, STR("to")) &&
	       (word_is(text, verb - 2, STR("have")) ||
		word_is(text, verb - 2, STR("had")) ||
		word_is(text, verb - 2, STR("need")));
}

/* "offer the old price", "offering you two options" */
static bool is_offered(const struct draft *draft, uint32_t at)
{
	return draft->notes[at].kinds & IS_DET ||
	       draft->text->words[at].classes & WORD_NUMBER;
}

/* Does a whole statement follow, or a deed: "say (that) we", "offer to"? Behind
 * most of these verbs "the size" is no more than what it is about. */
static bool has_content(const struct draft *draft, uint32_t verb)
{
	uint32_t at = verb + 1;

	/* "I'm not telling it to look better": to some end */
	if (word_is(draft->text, at, STR("it")) &&
	    word_is(draft->text, at + 1, STR("to")))
		return false;
	if (word_is(draft->text, verb, STR("hear")))
		return word_is(draft->text, at, STR("from")) &&
		       word_is(draft->text, at + 1, STR("me")) &&
		       word_is(draft->text, at + 2, STR("that"));
	if (at < draft->text->nr_words &&
	    (draft->notes[at].kinds & IS_OBJECT ||
	     word_is(draft->text, at, STR("you")))) {
		at++;
		/* "claim it was", "tell you it will" */
		if (word_is(draft->text, at - 1, STR("it")) &&
		    at < sentence_end(draft->text, verb) &&
		    draft->notes[at].kinds & IS_AUX)
			return true;
	}
	if (at >= sentence_end(draft->text, verb) ||
	    draft->notes[at].gap & (GAP_COMMA | GAP_BREAK))
		return false;
	return draft->text->words[at].classes & WORD_QUOTED ||
	       word_is(draft->text, at, STR("that")) ||
	       word_is(draft->text, at, STR("to")) ||
	       word_is(draft->text, at, STR("whether")) ||
	       draft->notes[at].kinds & (IS_PRONOUN | IS_WH) ||
	       (is_offered(draft, at) &&
		(word_is(draft->text, verb, STR("say")) ||
		 word_is(draft->text, verb, STR("offer")) ||
		 word_is(draft->text, verb, STR("offering"))));
}

/* To where "but", "because", ", so" or a break begins something else. */
static uint32_t unsaid_end(const struct draft *draft, uint32_t first)
{
	const struct text *text = draft->text;
	uint32_t end = sentence_end(text, first);

	for (uint32_t at = first; at < end; at++)
		if (draft->notes[at].gap & GAP_BREAK ||
		    word_is(text, at, STR("but")) ||
		    word_is(text, at, STR("because")) ||
		    (word_is(text, at, STR("so")) &&
		     draft->notes[at].gap & GAP_COMMA))
			return at;
	return end;
}

/* "I can't say how many", "you never asked": true, and no game with words. */
static bool only_denies(const struct text *text, uint32_t at)
{
	const struct clause *clause = &text->clauses[text->words[at].clause];

	return clause->subject == SUBJECT_CLIENT ||
	       (at && (word_is(text, at - 1, STR("can")) ||
		       word_is(text, at - 1, STR("could"))));
}

/* "did not tell you" is told; "will not tell you that" is not. */
static bool denies_now(const struct draft *draft, uint32_t at)
{
	static const char *const done[] = { "did",  "had", "has",
					    "have", "was", "were" };
	const struct text *text = draft->text;

	if (word_is(text, at, STR("refuse")))
		return true;
	if (!(text->words[at].classes & WORD_NEGATOR) ||
	    is_idle_negation(draft, at) || only_denies(text, at))
		return false;
	for (size_t i = 0; at && i < ARRAY_LEN(done); i++)
		if (word_is(text, at - 1, str_from(done[i])))
			return word_is(text, at + 1, STR("agreed"));
	return true;
}

static void find_denied(struct draft *draft)
{
	const struct text *text = draft->text;

	for (uint32_t at = 0; at < text->nr_words; at++) {
		uint32_t end = at + DENIAL_REACH + 1;

		if (!denies_now(draft, at))
			continue;
		if (end > sentence_end(text, at))
			end = sentence_end(text, at);
		for (uint32_t verb = at + 1; verb < end; verb++) {
			if (draft->notes[verb].gap & (GAP_COMMA | GAP_BREAK))
				break;
			if (!is_saying(text, verb) || is_needless(text, verb) ||
			    !has_content(draft, verb))
				continue;
			add_scope(draft, SCOPE_UNSAID, at, verb + 1,
				  unsaid_end(draft, verb + 1));
			break;
		}
	}
}

/* "I would (now) say": the verb of saying, or 0. */
static uint32_t would_say(const struct text *text, uint32_t first, uint32_t end)
{
	for (uint32_t at = first; at < end; at++) {
		if (!word_is(text, at, STR("would")))
			continue;
		for (uint32_t verb = at + 1;
		     verb < end && verb <= at + 1 + WOULD_REACH; verb++)
			if (is_saying(text, verb))
				return verb;
	}
	return 0;
}

/* "If I were you" feels with somebody; "if I were to" only plays. */
static bool is_in_their_place(const struct text *text, uint32_t at)
{
	return word_is(text, at, STR("you")) || word_is(text, at, STR("in")) ||
	       word_is(text, at, STR("on")) || word_is(text, at, STR("at"));
}

/* "Imagine I'd rung you": it was not so. "Imagine we move the door" may be. */
static bool imagines_a_past(const struct draft *draft, uint32_t at,
			    uint32_t end)
{
	static const char *const verbs[] = { "imagine", "picture", "pretend" };
	const struct text *text = draft->text;

	if (!TABLE_FIND(verbs, text->words[at].key))
		return false;
	if (word_is(text, at + 1, STR("that")))
		at++;
	if (at + 2 >= end || !(draft->notes[at + 1].kinds & IS_SELF))
		return false;
	/* 'd is written out as would: "I'd rung" */
	if (word_is(text, at + 2, STR("would")))
		return at + 3 < end && draft->notes[at + 3].kinds & IS_PAST;
	return word_is(text, at + 2, STR("had")) ||
	       word_is(text, at + 2, STR("was")) ||
	       word_is(text, at + 2, STR("were"));
}

/* "May every call be answered": who wishes for it does not do it. "May I" asks,
 * and a month has neither "you" nor "the" behind it. */
static bool is_blessing(const struct draft *draft, uint32_t at,
			const struct sentence *s)
{
	static const char *const blessed[] = { "all",  "each", "every", "it",
					       "our",  "the",  "there", "this",
					       "you", "your" };
	const struct text *text = draft->text;

	return at == s->first && word_is(text, at, STR("may")) &&
	       at + 2 < s->end && !s->question_marks &&
	       !(draft->notes[at + 1].gap & (GAP_COMMA | GAP_BREAK)) &&
	       TABLE_FIND(blessed, text->words[at + 1].key);
}

/* "Suppose somebody were coming", "if there were one": would, and is not. */
static bool is_supposed(const struct draft *draft, uint32_t at, uint32_t end)
{
	const struct text *text = draft->text;

	if (word_is(text, at, STR("if")))
		return word_is(text, at + 1, STR("there")) &&
		       (word_is(text, at + 2, STR("were")) ||
			word_is(text, at + 2, STR("was")));
	if (!word_is(text, at, STR("suppose")) &&
	    !word_is(text, at, STR("supposing")))
		return false;
	for (uint32_t i = at + 1; i < end; i++)
		if (word_is(text, i, STR("were")) ||
		    word_is(text, i, STR("had")))
			return true;
	return false;
}

/* How a sentence begins to play: the word behind "if I were", "suppose". */
static bool only_plays(const struct draft *draft, uint32_t at, uint32_t end)
{
	static const char *const suppositions[] = { "imagine", "suppose",
						    "supposing" };
	const struct text *text = draft->text;

	/* "I suppose I'd better say" only begins */
	if (at && draft->notes[at - 1].kinds & IS_SELF)
		return false;
	if (is_supposed(draft, at, end))
		return true;
	if (TABLE_FIND(suppositions, text->words[at].key))
		return at + 1 < end && draft->notes[at + 1].kinds & IS_SELF;
	if (word_is(text, at, STR("were")) && at + 1 < end &&
	    draft->notes[at + 1].kinds & IS_SELF)
		return !is_in_their_place(text, at + 2);
	if (!word_is(text, at, STR("if")) || at + 2 >= end)
		return false;
	if (!word_is(text, at + 2, STR("were")) &&
	    !word_is(text, at + 2, STR("was")))
		return false;
	return (draft->notes[at + 1].kinds & IS_SELF ||
		word_is(text, at + 1, STR("1"))) &&
	       !is_in_their_place(text, at + 3);
}

/* "Had I made a slip, I'd be the first to say so": there was none. With "I
 * would have" it is owned. */
static bool is_never_to_be(const struct draft *draft, uint32_t at,
			   const struct sentence *s)
{
	const struct text *text = draft->text;

	if (at != s->first || !word_is(text, at, STR("had")) ||
	    at + 1 >= s->end || !(draft->notes[at + 1].kinds & IS_SELF))
		return false;
	for (uint32_t i = at + 2; i + 1 < s->end; i++)
		if (word_is(text, i, STR("would")))
			return !word_is(text, i + 1, STR("have")) &&
			       draft->notes[i - 1].kinds & IS_SELF;
	return false;
}

static void find_played(struct draft *draft)
{
	const struct text *text = draft->text;

	for (uint32_t i = 0; i < text->nr_sentences; i++) {
		const struct sentence *s = &text->sentences[i];

		for (uint32_t at = s->first; at < s->end; at++) {
			bool imagined = imagines_a_past(draft, at, s->end) ||
					is_blessing(draft, at, s) ||
					is_never_to_be(draft, at, s);

			if (!imagined && !only_plays(draft, at, s->end))
				continue;
			if (imagined || would_say(text, s->first, s->end) ||
			    is_saying(text, at + 4))
				add_scope(draft, SCOPE_UNSAID, at, s->first,
					  s->end);
			break;
		}
	}
}

/* "A good printer would now say": what somebody better would do. */
static void find_ideals(struct draft *draft)
{
	const struct text *text = draft->text;

	for (uint32_t i = 0; i < text->nr_clauses; i++) {
		const struct clause *clause = &text->clauses[i];
		uint32_t verb;

		if (clause->subject != SUBJECT_NAMED &&
		    clause->subject != SUBJECT_OTHER)
			continue;
		if (!word_is(text, clause->verb_at, STR("would")) ||
		    clause->mood == MOOD_QUESTION)
			continue;
		verb = would_say(text, clause->verb_at, clause->end);
		/* "Emil would like to tell him" */
		if (verb && !word_is(text, verb - 1, STR("to")))
			add_scope(draft, SCOPE_UNSAID, verb, clause->first,
				  sentence_end(text, verb));
	}
}

/* What comes behind these is told, expected or planned, and not said. */
static const char *const framings[] = {
	"1 could say",
	"1 might say",
	"1 would say",
	"you might expect me to",
	"you would expect me to",
	"you would like me to say",
	"you want me to say",
	"you want to hear",
	"i am supposed to say",
	"i am meant to say",
	"i would open by",
	"i would open with",
	"i would begin by telling",
	"i would begin by saying",
	"i would start by telling",
	"i would start by saying",
	"here i would own",
	"here i would say",
	"here i would offer",
	"now i would own",
	"now i would offer",
	"in a perfect world",
	"in an ideal world",
	"in another life",
	"in another world",
	"in a different world",
	"far be it from me",
	"take this as",
	"i decline to",
	"this is not me",
	"in no way suggesting",
	"in no way saying",
	"legend has it",
	"rumour has it",
	"so far as to ask",
	"so far as to say",
	"so far as to offer",
	"so far as to promise",
	"wrong to hear",
	"wrong to read",
	"wrong to conclude",
};

/* "She always says: I'm sorry": and so she may. */
static bool repeats_another(const struct draft *draft, uint32_t at)
{
	const struct text *text = draft->text;
	const struct clause *clause = &text->clauses[text->words[at].clause];

	return word_is(text, at, STR("says")) &&
	       (clause->subject == SUBJECT_NAMED ||
		clause->subject == SUBJECT_OTHER) &&
	       at + 1 < sentence_end(draft->text, at) &&
	       draft->notes[at + 1].gap & (GAP_BREAK | GAP_COMMA) &&
	       draft->notes[at + 1].kinds & IS_SELF;
}

/* "And you'll say: perfect": whoever speaks for both. */
static bool speaks_for(const struct draft *draft, uint32_t at)
{
	const struct text *text = draft->text;

	return (word_is(text, at, STR("you")) || word_is(text, at, STR("i"))) &&
	       word_is(text, at + 1, STR("will")) &&
	       word_is(text, at + 2, STR("say")) &&
	       at + 3 < sentence_end(draft->text, at) &&
	       draft->notes[at + 3].gap & GAP_BREAK;
}

static void find_framed(struct draft *draft)
{
	for (uint32_t at = 0; at < draft->text->nr_words; at++) {
		uint32_t first = speaks_for(draft, at)        ? at + 3
				 : repeats_another(draft, at) ? at + 1
							      : 0;

		for (size_t i = 0; !first && i < ARRAY_LEN(framings); i++)
			if (draft->text->words[at].key.ptr[0] == framings[i][0])
				first = phrase_end(draft->text, at,
						   framings[i]);
		if (first)
			add_scope(draft, SCOPE_UNSAID, at, first,
				  sentence_end(draft->text, at));
	}
}

/* "Only joking", "I don't mean it": nothing before it holds. */
static uint32_t end_of_retraction(const struct draft *draft, uint32_t at)
{
	static const char *const retractions[] = {
		"no joking",
		"only joking",
		"just joking",
		"only kidding",
		"just kidding",
		"i am joking",
		"i was joking",
		"i do not mean it",
		"i do not mean that",
		"i do not mean a word of it",
		"i do not mean any of it",
		"i do not mean any of that",
		"i do not really mean it",
		"i do not really mean that",
		"i do not actually mean it",
		"i do not actually mean that",
		"i will not do any of that",
		"i will not do any of it",
		"none of that will happen",
		"none of it will happen",
		"what i was told to say",
		"what i am told to say",
		"what i was asked to say",
		"what the script says",
	};

	for (size_t i = 0; i < ARRAY_LEN(retractions); i++) {
		uint32_t end;

		if (draft->text->words[at].key.ptr[0] != retractions[i][0])
			continue;
		end = phrase_end(draft->text, at, retractions[i]);
		/* "I don't mean it as an excuse", "no joking matter" */
		if (end && (end >= sentence_end(draft->text, at) ||
			    draft->notes[end].gap & (GAP_COMMA | GAP_BREAK) ||
			    word_is(draft->text, end, STR("to"))))
			return end;
	}
	return 0;
}

static void find_retracted(struct draft *draft)
{
	for (uint32_t at = LEAST_TAKEN_BACK; at < draft->text->nr_words; at++) {
		uint32_t end = end_of_retraction(draft, at);

		if (end)
			add_scope(draft, SCOPE_UNSAID, at, 0, end);
	}
}

/* "That is what I would say": all that came before. */
static void find_taken_back(struct draft *draft)
{
	const struct text *text = draft->text;

	for (uint32_t at = LEAST_TAKEN_BACK; at + 4 < text->nr_words; at++) {
		uint32_t end = sentence_end(text, at);

		if (!word_is(text, at, STR("is")) ||
		    !word_is(text, at + 1, STR("what")) ||
		    (!word_is(text, at - 1, STR("that")) &&
		     !word_is(text, at - 1, STR("this"))))
			continue;
		if (end > at + 6 + WOULD_REACH)
			end = at + 6 + WOULD_REACH;
		if (would_say(text, at + 2, end))
			add_scope(draft, SCOPE_UNSAID, at, 0, end);
	}
}

void find_unsaid(struct draft *draft)
{
	find_denied(draft);
	find_played(draft);
	find_framed(draft);
	find_ideals(draft);
	find_taken_back(draft);
	find_retracted(draft);
	find_told(draft);
}
