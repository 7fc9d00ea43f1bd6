/*
 * Do promises agree with one another? A promise is a clause about the future
 * with a day, a clock time, a sum or a span of time; two are about the same
 * thing when they share at least two content words and half of the shorter
 * one's. They contradict each other when they name different values of one
 * kind for it, unless the later turn says that something changed, names the
 * earlier value too, or takes up a value of the client's.
 */
#include "moment.h"

static bool is_value_word(const struct word *word)
{
	return (word->classes & (WORD_NUMBER | WORD_MONEY | WORD_DATE |
				 WORD_TIME | WORD_WHEN)) != 0;
}

static bool is_unit(const struct word *word)
{
	static const char *const units[] = { "hour", "day", "week", "month" };

	for (size_t i = 0; i < ARRAY_LEN(units); i++)
		if (word->stem == text_stem(str_from(units[i])))
			return true;
	return false;
}

/* The value a word gives to a promise, and of which kind; 0: none. */
static uint32_t value_of(const struct text *text, uint32_t at,
			 enum promise_value *kind)
{
	const struct word *word = &text->words[at];

	if (word->classes & WORD_MONEY) {
		*kind = PROMISE_MONEY;
		return word->value;
	}
	if (word->classes & WORD_TIME) {
		*kind = PROMISE_CLOCK;
		return word->value;
	}
	if (word->classes & WORD_DATE) {
		*kind = word->value ? PROMISE_DATE : PROMISE_WEEKDAY;
		if (word->value)
			return word->value;
		return str_ends_with(word->key, STR("day")) ? word->hash : 0;
	}
	if ((word->classes & WORD_NUMBER) && at + 1 < text->nr_words &&
	    is_unit(&text->words[at + 1])) {
		*kind = PROMISE_SPAN;
		return word->value ? word->value ^ text->words[at + 1].stem : 0;
	}
	return 0;
}

/* What hangs on a condition promises nothing, on either side of it. */
static bool is_conditional(const struct text *text, uint32_t at)
{
	for (uint32_t i = 0; i < text->nr_scopes; i++) {
		const struct scope *scope = &text->scopes[i];

		if (scope->kind == SCOPE_CONDITION &&
		    text->words[scope->first].sentence ==
			    text->words[at].sentence)
			return true;
	}
	return false;
}

static bool is_under(const struct text *text, uint32_t at, unsigned kinds)
{
	for (uint32_t i = 0; i < text->nr_scopes; i++) {
		const struct scope *scope = &text->scopes[i];

		if ((kinds & SCOPE_BIT(scope->kind)) && at >= scope->first &&
		    at < scope->end)
			return true;
	}
	return false;
}

static bool is_promise(const struct text *text, const struct clause *clause)
{
	const unsigned unreal = SCOPE_BIT(SCOPE_QUOTE) | SCOPE_BIT(SCOPE_WISH) |
				SCOPE_BIT(SCOPE_QUESTION) |
				SCOPE_BIT(SCOPE_NEGATED);

	return clause->tense == TENSE_FUTURE && !clause->negative &&
	       clause->mood == MOOD_STATEMENT && clause->verb_at < clause->end &&
	       !is_under(text, clause->verb_at, unreal) &&
	       !is_conditional(text, clause->verb_at);
}

/* False: nothing in it one could be held to. */
static bool read_promise(const struct text *text, const struct clause *clause,
			 struct promise *promise)
{
	bool any = false;

	*promise = (struct promise){ 0 };
	for (uint32_t i = clause->first; i < clause->end; i++) {
		const struct word *word = &text->words[i];
		enum promise_value kind;
		uint32_t value = value_of(text, i, &kind);

		if (value && !promise->values[kind]) {
			promise->values[kind] = value;
			any = true;
		}
		if (is_value_word(word) || is_unit(word) ||
		    (word->classes & WORD_SMALL) ||
		    promise->nr_stems == PROMISE_STEMS)
			continue;
		promise->stems[promise->nr_stems++] = word->stem;
	}
	return any && promise->nr_stems >= 2;
}

static bool is_same_thing(const struct promise *a, const struct promise *b)
{
	unsigned least = a->nr_stems < b->nr_stems ? a->nr_stems : b->nr_stems;
	unsigned shared = 0;

	for (unsigned i = 0; i < a->nr_stems; i++)
		for (unsigned j = 0; j < b->nr_stems; j++)
			shared += a->stems[i] == b->stems[j];
	return shared >= 2 && shared * 2 >= least;
}

static bool says_value(const struct text *text, enum promise_value kind,
		       uint32_t wanted)
{
	for (uint32_t i = 0; i < text->nr_words; i++) {
		enum promise_value found;
		uint32_t value = value_of(text, i, &found);

		if (value && found == kind && value == wanted)
			return true;
	}
	return false;
}

static bool says_change(const struct text *text)
{
	static const char *const words[] = {
		"changed", "change", "moved", "instead", "rather", "sooner",
		"earlier", "later", "longer", "actually", "sorry", "correct",
		"wrong", "not", "update", "updated",
	};

	for (uint32_t i = 0; i < text->nr_words; i++)
		for (size_t w = 0; w < ARRAY_LEN(words); w++)
			if (str_equal(text->words[i].key, str_from(words[w])))
				return true;
	return false;
}

static bool contradicts(const struct promise *now, const struct promise *then,
			const struct text *text,
			const struct client_line *client)
{
	if (!is_same_thing(now, then))
		return false;
	for (int i = 0; i < PROMISE_VALUE_NR; i++) {
		enum promise_value kind = (enum promise_value)i;
		uint32_t a = now->values[kind], b = then->values[kind];

		if (a && b && a != b && !says_value(text, kind, b) &&
		    !(client->spoken && says_value(&client->text, kind, a)))
			return true;
	}
	return false;
}

void promises_note(struct promises *promises, const struct text *text,
		   const struct client_line *client)
{
	bool changed = says_change(text);
	unsigned before = promises->nr;

	for (uint32_t i = 0; i < text->nr_clauses; i++) {
		struct promise now;

		if (!is_promise(text, &text->clauses[i]) ||
		    !read_promise(text, &text->clauses[i], &now))
			continue;
		for (unsigned j = 0; !changed && j < before &&
				     j < PROMISES_KEPT; j++)
			if (contradicts(&now, &promises->last[j], text,
					client)) {
				promises->contradicted++;
				break;
			}
		promises->last[promises->nr++ % PROMISES_KEPT] = now;
	}
}
