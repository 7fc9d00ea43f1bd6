/*
 * Is something asked here? In a question, in what a tag makes one ("It is
 * Friday, isn't it?"), in a request to be told ("Tell me what happened
 * then."), or in words that begin like a question and bear no mark at all, as
 * people type ("how many copies").
 */
#include "text_parts.h"

static const char *const requests[] = {
	"tell me",       "let me know",    "let me hear",
	"talk me",       "walk me",        "take me through",
	"explain",       "describe",       "help me understand",
	"remind me",     "show me",        "give me",
	"let us hear",   "say more about", "do tell",
};

/* Whoever says so of themselves asks, and needs no command for it. */
static const char *const wishes[] = {
	"i would like to know",   "i would like to hear",
	"i would like to understand", "i want to know",
	"i want to hear",         "i want to understand",
	"i need to know",         "i need to understand",
	"i would love to know",   "i would love to hear",
	"i wonder",               "i am wondering",
	"i was wondering",        "i am curious",
	"i am asking",            "i was asking",
};

static const char *const unknowns[] = {
	"i do not know what", "i do not know how", "i do not know why",
	"i do not know when", "i do not know who", "i do not know whether",
};

static const char *const openers[] = {
	"how", "what", "when", "where", "which", "who", "why",
};

/* Where the one that stands at word `at` ends; 0: none does. */
static uint32_t any_at(const struct text *text, uint32_t at,
		       const char *const *phrases, size_t nr)
{
	uint32_t end = 0;

	for (size_t i = 0; !end && i < nr; i++)
		if (text->words[at].key.ptr[0] == phrases[i][0])
			end = phrase_end(text, at, phrases[i]);
	return end;
}

/* "I don't know why I waited" knows best itself, and "what they plan" is not
 * the other's to know; "what I can do" still asks. */
static bool asks_nobody(const struct text *text, uint32_t at)
{
	if (at + 1 >= text->nr_words)
		return false;
	return word_is(text, at, STR("they")) ||
	       (lexicon_kinds(text->words[at].key) & IS_SELF &&
		!(lexicon_kinds(text->words[at + 1].key) & IS_MODAL));
}

static bool wants_to_know(const struct text *text, uint32_t at)
{
	uint32_t behind = any_at(text, at, unknowns, ARRAY_LEN(unknowns));

	return behind ? !asks_nobody(text, behind)
		      : any_at(text, at, wishes, ARRAY_LEN(wishes)) > 0;
}

/* "They will tell me tomorrow" demands nothing. */
static bool is_request(const struct text *text, uint32_t at)
{
	const struct clause *clause = &text->clauses[text->words[at].clause];
	bool let = str_equal(text->words[at].key, STR("let"));

	if (wants_to_know(text, at))
		return true;
	return clause->verb_at == at &&
	       (clause->mood == MOOD_COMMAND || let) &&
	       any_at(text, at, requests, ARRAY_LEN(requests));
}

/* "Before we go on: why today, what hangs on it?" asks twice. */
static bool is_bare_question(const struct text *text, uint32_t at)
{
	const struct sentence *sentence;
	struct str words;

	if (at >= text->nr_words)
		return false;
	sentence = &text->sentences[text->words[at].sentence];
	if (sentence->question_marks &&
	    any_at(text, at, openers, ARRAY_LEN(openers)))
		return true;
	words = str_slice(text->source, sentence->start_byte,
			  sentence->end_byte);
	return any_at(text, sentence->first, openers, ARRAY_LEN(openers)) &&
	       !str_ends_with(words, STR(".")) &&
	       !str_ends_with(words, STR("!"));
}

/* "Your prices are printed, aren't they?": the tag asks what stands before. */
static bool is_tagged(const struct text *text, uint32_t at)
{
	uint32_t next;

	if (at >= text->nr_words)
		return false;
	next = text->words[at].clause + 1u;
	return next < text->nr_clauses &&
	       text->clauses[next].mood == MOOD_TAG &&
	       text->clauses[next].sentence == text->words[at].sentence;
}

bool text_requests(const struct text *text, uint32_t first, uint32_t end)
{
	uint32_t at;

	if (first >= end || first >= text->nr_words)
		return false;
	at = text->sentences[text->words[first].sentence].first;
	for (; at < end; at++)
		if (is_request(text, at))
			return true;
	return false;
}

bool text_asks(const struct text *text, uint32_t first, uint32_t end)
{
	for (uint32_t i = 0; i < text->nr_scopes; i++) {
		const struct scope *scope = &text->scopes[i];

		if (scope->kind == SCOPE_QUESTION && scope->first < end &&
		    first < scope->end)
			return true;
	}
	return text_requests(text, first, end) ||
	       is_bare_question(text, first) || is_tagged(text, first);
}
