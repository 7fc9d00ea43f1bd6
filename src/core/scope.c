#include "scope_parts.h"

/*
 * Scopes: stretches of words under something that changes what they mean.
 * Here the frame of it all, questions and quotations; the others have files
 * of their own.
 */

uint32_t clause_end(const struct text *text, uint32_t at)
{
	return text->clauses[text->words[at].clause].end;
}

uint32_t sentence_end(const struct text *text, uint32_t at)
{
	return text->sentences[text->words[at].sentence].end;
}

void add_scope(struct draft *draft, enum scope_kind kind, uint32_t opener,
	       uint32_t first, uint32_t end)
{
	struct text *text = draft->text;

	if (first >= end)
		return;
	text->scopes = arena_grow(draft->arena, text->scopes, text->nr_scopes,
				  &draft->alloc_scopes, sizeof(*text->scopes));
	text->scopes[text->nr_scopes++] = (struct scope){
		.kind = kind,
		.opener = opener,
		.first = first,
		.end = end,
	};
}

/* ---- questions ---------------------------------------------------------- */

/* The word that makes a question of the clause. */
static uint32_t question_word(const struct draft *draft,
			      const struct clause *clause)
{
	for (uint32_t i = clause->first; i < clause->verb_at; i++)
		if (draft->notes[i].kinds & IS_WH)
			return i;
	if (clause->verb_at < clause->subject_at)
		return clause->verb_at;
	/* asked by its tone alone: a statement as a whole */
	if (clause->verb_at < clause->end)
		return draft->text->nr_words;
	return draft->text->sentences[clause->sentence].end - 1;
}

/* From each clause that asks; what was stated before the first stays so. */
static void find_questions(struct draft *draft)
{
	const struct text *text = draft->text;

	for (uint32_t i = 0; i < text->nr_clauses; i++) {
		const struct clause *clause = &text->clauses[i];
		const struct sentence *sentence =
			&text->sentences[clause->sentence];

		if (clause->mood != MOOD_QUESTION)
			continue;
		add_scope(draft, SCOPE_QUESTION, question_word(draft, clause),
			  clause->first, sentence->end);
	}
}

/* ---- another's words ---------------------------------------------------- */

/* A mark at the very start has no word before it; none opens it then. */
static void find_marks(struct draft *draft)
{
	for (size_t i = 0; i < draft->nr_quotes; i++) {
		const struct quoted *quoted = &draft->quotes[i];
		uint32_t opener =
			quoted->first ? quoted->first - 1 : quoted->end;

		add_scope(draft, SCOPE_QUOTE, opener, quoted->first,
			  quoted->end);
		for (uint32_t w = quoted->first; w < quoted->end; w++)
			draft->text->words[w].classes |= WORD_QUOTED;
	}
}

/* Who quotes a question asks none. */
static void quoted_asks_nothing(struct text *text)
{
	for (uint32_t i = 0; i < text->nr_sentences; i++)
		if (text->words[text->sentences[i].end - 1].classes &
		    WORD_QUOTED)
			text->sentences[i].question = false;
}

static bool is_reporting(const struct text *text, uint32_t at)
{
	static const char *const verbs[] = {
		"asked", "called", "claimed", "mentioned", "said",
		"say",   "says",   "told",    "wrote",
	};

	return TABLE_FIND(verbs, text->words[at].key);
}

/* you (have just) said; the client says; your note says */
static bool is_client_speaking(const struct draft *draft, uint32_t at)
{
	static const char *const relatives[] = {
		"all",    "as",   "everything", "like",  "something", "thing",
		"things", "what", "whatever",   "which", "words",
	};
	static const char *const papers[] = {
		"client",  "customer", "email", "letter",
		"message", "note",     "text",
	};
	const struct text *text = draft->text;
	uint32_t i = at;

	while (i && i + 3 > at &&
	       draft->notes[i - 1].kinds & (IS_HAVE | IS_ADVERB) &&
	       !(draft->notes[i - 1].kinds & IS_NEGATOR))
		i--;
	if (!i || text->words[i - 1].sentence != text->words[at].sentence)
		return false;
	if (word_is(text, i - 1, STR("you")))
		return i < 2 || !TABLE_FIND(relatives, text->words[i - 2].key);
	return TABLE_FIND(papers, text->words[i - 1].key) && i > 1 &&
	       (word_is(text, i - 2, STR("the")) ||
		word_is(text, i - 2, STR("your")));
}

/* Where the report begins: behind "told us (that)", "called it"; or 0. */
static uint32_t report_start(const struct draft *draft, uint32_t at)
{
	const struct text *text = draft->text;
	uint32_t next = at + 1;

	if (next >= text->nr_words)
		return 0;
	if (word_is(text, at, STR("called"))) {
		if (!word_is(text, next, STR("it")) &&
		    !word_is(text, next, STR("this")) &&
		    !word_is(text, next, STR("that")))
			return 0;
		next++;
	} else if (draft->notes[next].kinds & IS_OBJECT &&
		   !(draft->notes[next].kinds & IS_PRONOUN)) {
		next++; /* told me, asked us */
	} else if (word_is(text, at, STR("told"))) {
		return 0;
	}
	if (next < text->nr_words &&
	    draft->notes[next].gap & (GAP_COMMA | GAP_BREAK))
		return 0;
	return next + word_is(text, next, STR("that"));
}

static void find_reports(struct draft *draft)
{
	const struct text *text = draft->text;

	for (uint32_t at = 1; at < text->nr_words; at++) {
		uint32_t first;

		if (!is_reporting(text, at) || !is_client_speaking(draft, at))
			continue;
		first = report_start(draft, at);
		if (first && first < sentence_end(text, at))
			add_scope(draft, SCOPE_QUOTE, at, first,
				  clause_end(text, first));
	}
}

void find_scopes(struct draft *draft)
{
	find_negations(draft);
	find_conditions(draft);
	find_questions(draft);
	find_marks(draft);
	find_reports(draft);
	find_wishes(draft);
	find_buts(draft);
	find_unsaid(draft);
	quoted_asks_nothing(draft->text);
}
