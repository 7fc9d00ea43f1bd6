/*
 * What a turn promises, as the one promised would say it back: "I'll write the
 * dates down on one page." "You'll write the dates down on one page. ..."
 *
 * It is the clause, with what belongs to it and has no verb ("by noon", "day by
 * day"), in the other's mouth: I is you, you are I. Not what the two do
 * together: whose "we" that is, nobody can tell. Nothing is said back of a
 * speech.
 */
#include "rehearse/named.h"

#include "stretch.h"
#include "text_parts.h"

enum {
	LEAST_WORDS = 3, /* less names no deed */
	MOST_WORDS = 12, /* nobody says back more */
};

/* Persons in the other's mouth; "you" is one of two. */
static const struct {
	const char *said, *echoed;
} persons[] = {
	{ "i", "you" },           { "me", "you" },
	{ "mine", "yours" },      { "my", "your" },
	{ "myself", "yourself" }, { "our", "your" },
	{ "ours", "yours" },      { "ourselves", "yourselves" },
	{ "us", "you" },          { "we", "you" },
	{ "your", "my" },         { "yours", "mine" },
	{ "yourself", "myself" }, { "yourselves", "ourselves" },
};

/* The verb behind "I" and "you", and the two as one word. */
static const struct {
	const char *verb, *of_you, *of_me, *with_you, *with_me;
} verbs[] = {
	{ "am", "are", "am", "'re", "'m" },
	{ "are", "are", "am", "'re", "'m" },
	{ "have", "have", "have", "'ve", "'ve" },
	{ "was", "were", "was", NULL, NULL },
	{ "were", "were", "was", NULL, NULL },
	{ "will", "will", "will", "'ll", "'ll" },
	{ "would", "would", "would", "'d", "'d" },
};

/* What both do, and what one only would like. */
static const char *const unsaid[] = {
	"both", "hope", "like", "need", "other", "together", "want",
};

struct echo {
	const struct text *text;
	struct strbuf *out;
	bool me; /* the last person echoed was "I" */
};

static const char *echo_of(struct str key)
{
	for (size_t i = 0; i < ARRAY_LEN(persons); i++)
		if (str_equal(key, str_from(persons[i].said)))
			return persons[i].echoed;
	return NULL;
}

static bool is_subject(const struct text *text, uint32_t word)
{
	for (uint32_t i = 0; i < text->nr_clauses; i++)
		if (text->clauses[i].subject_at == word)
			return true;
	return false;
}

/* Does the word belong to the one typed before it: "I" and "'ll"? */
static bool is_ending(const struct text *text, uint32_t word)
{
	return word && text->words[word - 1].start == text->words[word].start;
}

/* "you're", "till you call", "that you ask": not "for you" */
static bool is_you_who(const struct text *text, uint32_t word)
{
	const uint32_t opens = IS_SUB | IS_WH | IS_COMPLEMENT;

	if (is_subject(text, word))
		return true;
	if (word + 1 == text->nr_words)
		return false;
	return is_ending(text, word + 1) ||
	       (word && verb_kinds(text->words[word + 1].key) &&
		(lexicon_kinds(text->words[word - 1].key) & opens ||
		 word_is(text, word - 1, STR("that"))));
}

static bool echo_person(struct echo *echo, uint32_t word)
{
	struct str key = echo->text->words[word].key;
	const char *echoed = echo_of(key);

	if (str_equal(key, STR("you"))) {
		echo->me = is_you_who(echo->text, word);
		echoed = echo->me ? "I" : "me";
	} else if (echoed) {
		echo->me = false;
	}
	if (echoed)
		strbuf_add(echo->out, str_from(echoed));
	return echoed;
}

/* false: it stays as it was typed. */
static bool echo_verb(struct echo *echo, uint32_t word, bool ending)
{
	struct str key = echo->text->words[word].key;

	for (size_t i = 0; i < ARRAY_LEN(verbs); i++) {
		const char *said =
			ending ? echo->me ? verbs[i].with_me : verbs[i].with_you
			: echo->me ? verbs[i].of_me
				   : verbs[i].of_you;

		if (!str_equal(key, str_from(verbs[i].verb)) || !said)
			continue;
		strbuf_add(echo->out, str_from(said));
		return true;
	}
	return false;
}

/* Is the word the verb of an "I" or "you" before it? */
static bool follows_person(const struct text *text, uint32_t word)
{
	uint32_t kinds;

	while (word && lexicon_kinds(text->words[word - 1].key) & IS_ADVERB)
		word--;
	kinds = word ? lexicon_kinds(text->words[word - 1].key) : 0;
	return kinds & (IS_SELF | IS_CLIENT) && is_subject(text, word - 1);
}

/* "Let me", in the other's mouth. */
static bool lets_me(const struct text *text, uint32_t word)
{
	return word_is(text, word, STR("let")) &&
	       word_is(text, word + 1, STR("me"));
}

static void echo_words(const struct text *text, struct stretch promise,
		       struct strbuf *out)
{
	struct echo echo = { text, out, false };
	size_t done = text->words[promise.first].start;

	for (uint32_t at = promise.first; at < promise.end; at++) {
		const struct word *word = &text->words[at];

		if (is_ending(text, at)) {
			/* the rest of what stands for two words */
			if (done == word->end)
				echo_verb(&echo, at, true);
			continue;
		}
		strbuf_add(out, str_slice(text->source, done, word->start));
		done = word->start;
		if (lets_me(text, at)) {
			strbuf_add(out, STR("you'd"));
			done = text->words[++at].end;
		} else if (echo_person(&echo, at) ||
			   (follows_person(text, at) &&
			    echo_verb(&echo, at, false))) {
			done = word->end;
		}
	}
	strbuf_add(out, str_slice(text->source, done,
				  text->words[promise.end - 1].end));
}

/* Has the part a subject and verb of its own? */
static bool is_clause_of_its_own(const struct text *text,
				 const struct stretch *part)
{
	for (uint32_t i = 0; i < text->nr_clauses; i++) {
		const struct clause *clause = &text->clauses[i];

		if (clause->verb_at < clause->end &&
		    clause->verb_at >= part->first &&
		    clause->verb_at < part->end)
			return true;
	}
	return false;
}

/* With what follows between signs and has no verb, as far as one would say it
 * back. */
static void extend(const struct text *text, struct stretch *promise)
{
	uint32_t last = stretch_sentence(text, promise->first).end;

	while (promise->end < last) {
		struct stretch part = stretch_between_signs(text, promise->end);
		struct stretch longer = { promise->first, part.end };

		if (is_clause_of_its_own(text, &part) ||
		    stretch_words(text, &longer) > MOST_WORDS)
			return;
		promise->end = part.end;
	}
}

/* Where the clause begins that the word belongs to: "by noon" belongs to the
 * one before. */
static uint32_t promise_first(const struct text *text, uint32_t word)
{
	struct stretch sentence = stretch_sentence(text, word);
	struct stretch clause = stretch_clause(text, word);

	while (clause.first > sentence.first &&
	       !is_clause_of_its_own(text, &clause))
		clause = stretch_clause(text, clause.first - 1);
	return clause.first;
}

static bool has_one_of(const struct text *text, uint32_t first, uint32_t end,
		       const char *const *words, size_t nr)
{
	for (uint32_t at = first; at < end; at++)
		if (str_is_one_of(text->words[at].key, words, nr))
			return true;
	return false;
}

/* "I could come on Monday, or ...": it is for the other to choose. "Two things
 * I can do: ...": they follow. */
static bool is_whole(const struct text *text, const struct stretch *promise)
{
	static const char *const or [] = { "or" };
	struct stretch sentence = stretch_sentence(text, promise->first);
	uint32_t byte = text->words[promise->end - 1].end;

	return !has_one_of(text, sentence.first, sentence.end, or, 1) &&
	       (byte >= text->source.len || text->source.ptr[byte] != ':');
}

/* "let's", "the three of us" */
static bool includes_other(const struct text *text,
			   const struct stretch *promise)
{
	for (uint32_t at = promise->first + 1; at < promise->end; at++)
		if (word_is(text, at, STR("us")) &&
		    (word_is(text, at - 1, STR("let")) ||
		     word_is(text, at - 1, STR("of"))))
			return true;
	return false;
}

static bool dates_a_thing(const struct text *text,
			  const struct stretch *promise)
{
	for (uint32_t at = promise->first; at < promise->end; at++)
		if (text_dates_a_thing(text, at))
			return true;
	return false;
}

/* "You get that back", "you'd have it on paper": not "you'll have to". */
static bool is_given(const struct text *text, const struct clause *clause)
{
	static const char *const gets[] = { "get", "have", "hear" };

	for (uint32_t at = clause->verb_at;
	     at < clause->end && at < clause->verb_at + 3; at++)
		if (str_is_one_of(text->words[at].key, gets, ARRAY_LEN(gets)))
			return !word_is(text, at + 1, STR("to"));
	return false;
}

/* "I can give you a number", "you could ask another firm", "I'll have to see":
 * what may be is not said back as if it would be. */
static bool may_be(const struct text *text, const struct clause *clause)
{
	static const char *const may[] = { "can", "could", "may", "might" };

	for (uint32_t at = clause->verb_at; at + 1 < clause->end; at++)
		if (word_is(text, at, STR("have")) &&
		    word_is(text, at + 1, STR("to")))
			return true;
	return clause->verb_at < clause->end &&
	       str_is_one_of(text->words[clause->verb_at].key, may,
			     ARRAY_LEN(may)) &&
	       !(clause->subject == SUBJECT_CLIENT && is_given(text, clause));
}

/* What was done then, or what the other is to do, is no promise. */
static bool can_be_echoed(const struct text *text, uint32_t word,
			  const struct stretch *promise)
{
	const struct clause *clause = &text->clauses[text->words[word].clause];

	return clause->tense != TENSE_PAST && clause->mood != MOOD_COMMAND &&
	       !may_be(text, clause) &&
	       !text_is_own_affair(text, clause) && is_whole(text, promise) &&
	       !has_one_of(text, promise->first, promise->end, unsaid,
			   ARRAY_LEN(unsaid)) &&
	       !includes_other(text, promise) &&
	       !dates_a_thing(text, promise) &&
	       !(lexicon_kinds(text->words[promise->first].key) &
		 (IS_SUB | IS_WH | IS_JOIN));
}

/* Also "still, I could", "that you'd have". */
static bool leads_in(const struct text *text, uint32_t word)
{
	return stretch_leads_in(text, word) ||
	       word_is(text, word, STR("still")) ||
	       (word_is(text, word, STR("that")) &&
		lexicon_kinds(text->words[word + 1].key) &
			(IS_SELF | IS_CLIENT));
}

/* "and then": the next thing was to follow; "this afternoon" greets nobody */
static bool leads_out(const struct text *text, uint32_t word)
{
	return (stretch_leads_in(text, word) &&
		!(text->words[word].classes & (WORD_WHEN | WORD_TIME))) ||
	       word_is(text, word, STR("then"));
}

static bool find_promise(const struct text *text, uint32_t word,
			 struct stretch *out)
{
	uint32_t first = promise_first(text, word), words;

	while (first < word && leads_in(text, first))
		first++;
	*out = (struct stretch){ first, stretch_between_signs(text, word).end };
	if (stretch_words(text, out) > MOST_WORDS)
		out->end = stretch_clause(text, word).end;
	else
		extend(text, out);
	while (out->end > out->first + 1 && leads_out(text, out->end - 1))
		out->end--;
	words = stretch_words(text, out);
	return words >= LEAST_WORDS && words <= MOST_WORDS &&
	       can_be_echoed(text, word, out);
}

/* Something of one's own, or that the other gets, with a time. */
static bool is_promise(const struct text *text, const struct clause *clause)
{
	if (clause->mood != MOOD_STATEMENT || clause->negative ||
	    clause->tense == TENSE_PAST || clause->verb_at >= clause->end ||
	    text_is_unreal(text, clause->verb_at))
		return false;
	switch (clause->subject) {
	case SUBJECT_SELF:
		return clause->has_when;
	case SUBJECT_CLIENT:
		return clause->has_when && is_given(text, clause);
	case SUBJECT_NAMED:
	case SUBJECT_OTHER:
	case SUBJECT_NONE:
	case SUBJECT_NR:
		break;
	}
	return false;
}

bool text_any_promise(const struct text *text, struct strbuf *out)
{
	for (uint32_t i = 0; i < text->nr_clauses; i++) {
		const struct clause *clause = &text->clauses[i];
		uint32_t at;

		if (!is_promise(text, clause))
			continue;
		at = text->words[clause->verb_at].start;
		if (text_named_promise(text, at, out))
			return true;
	}
	return false;
}

bool text_named_promise(const struct text *text, uint32_t at,
			struct strbuf *out)
{
	struct stretch promise;
	uint32_t word;

	if (!text->nr_words)
		return false;
	word = text_word_at(text, at);
	if (text->sentences[text->words[word].sentence].question ||
	    !find_promise(text, word, &promise))
		return false;
	echo_words(text, promise, out);
	return true;
}
