/*
 * Is the client's direct question answered? The question is sorted by what
 * an answer to it must hold (yes or no, a time, an amount, a person), and
 * the first sentences of the turn are looked through for that. Questions of
 * other sorts are left undecided: a false "you did not answer" costs more
 * trust than a missed one.
 */
#include "moment.h"

enum asks { ASKS_NOTHING, ASKS_YES_NO, ASKS_WHEN, ASKS_AMOUNT, ASKS_OTHER };

static bool key_among(struct str key, const char *const *words, size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		if (str_equal(key, str_from(words[i])))
			return true;
	return false;
}

static const char *const auxiliaries[] = {
	"is", "are", "was", "were", "do", "does", "did", "can", "could",
	"will", "would", "should", "have", "has", "had", "am", "may",
};

static const char *const lead_ins[] = {
	"so", "and", "but", "then", "ok", "sorry", "well", "now", "just",
};

static bool is_auxiliary(struct str key)
{
	return key_among(key, auxiliaries, ARRAY_LEN(auxiliaries));
}

static enum asks sort_question(const struct text *text,
			       const struct sentence *s)
{
	uint32_t i = s->first;

	while (i < s->end && key_among(text->words[i].key, lead_ins,
				       ARRAY_LEN(lead_ins)))
		i++;
	for (uint32_t j = i; j < s->end; j++) {
		struct str key = text->words[j].key;
		struct str next = j + 1 < s->end ? text->words[j + 1].key :
						   STR("");

		if (str_equal(key, STR("when")) && j == i)
			return ASKS_WHEN;
		if (str_equal(key, STR("how")) &&
		    (str_equal(next, STR("much")) ||
		     str_equal(next, STR("many"))))
			return ASKS_AMOUNT;
		if (str_equal(key, STR("how")) && str_equal(next, STR("long")))
			return ASKS_WHEN;
		if (str_equal(key, STR("what")) &&
		    (str_equal(next, STR("day")) ||
		     str_equal(next, STR("date")) ||
		     str_equal(next, STR("time"))))
			return ASKS_WHEN;
		if (str_equal(key, STR("who")) || str_equal(key, STR("why")) ||
		    str_equal(key, STR("what")) ||
		    str_equal(key, STR("how")) ||
		    str_equal(key, STR("which")) ||
		    str_equal(key, STR("where")))
			return ASKS_OTHER;
	}
	if (i < s->end && is_auxiliary(text->words[i].key))
		return ASKS_YES_NO;
	return ASKS_OTHER;
}

static const char *const yes_or_no[] = {
	"yes", "no", "not", "never", "absolutely", "correct", "right",
	"course", "definitely", "certainly", "none", "neither", "both",
	"partly", "probably", "nothing", "sure",
};

/*
 * Among the first words, and in the first clause: "great question, there are
 * many" says neither, nor does the not of "let us not".
 */
static bool is_yes_no(const struct text *text, const struct sentence *s)
{
	for (uint32_t i = s->first; i < s->end && i < s->first + 4; i++) {
		struct str key = text->words[i].key;

		if (text->words[i].clause != text->words[s->first].clause)
			return false;
		if (key_among(key, yes_or_no, ARRAY_LEN(yes_or_no)) &&
		    (i == s->first || !str_equal(key, STR("not"))))
			return true;
		/* "we are.", "it does", "I can" */
		if (i > s->first && is_auxiliary(key))
			return true;
	}
	return false;
}

static bool holds_class(const struct text *text, const struct sentence *s,
			uint16_t classes)
{
	for (uint32_t i = s->first; i < s->end; i++)
		if (text->words[i].classes & classes)
			return true;
	return false;
}

/* "I don't know yet", "nothing", "it's free": an answer to any question. */
static bool is_honest(const struct text *text, const struct sentence *s)
{
	static const char *const words[] = { "know", "sure", "certain",
					     "nothing", "free", "idea" };

	for (uint32_t i = s->first; i < s->end; i++)
		if (key_among(text->words[i].key, words, ARRAY_LEN(words)))
			return true;
	return false;
}

static bool answers_in(const struct text *text, const struct sentence *s,
		       enum asks asks)
{
	if (s->question)
		return false;
	if (is_honest(text, s))
		return true;
	switch (asks) {
	case ASKS_YES_NO:
		return is_yes_no(text, s);
	case ASKS_WHEN:
		return holds_class(text, s, WORD_WHEN | WORD_DATE | WORD_TIME);
	case ASKS_AMOUNT:
		return holds_class(text, s, WORD_NUMBER | WORD_MONEY);
	default:
		return false;
	}
}

bool measure_answers(const struct moment *moment, int *value)
{
	const struct text *theirs = &moment->client->text;
	const struct text *text = moment->text;
	enum asks asks = ASKS_NOTHING;

	if (!moment->client->spoken || !text->nr_sentences)
		return false;
	for (uint32_t i = 0; i < theirs->nr_sentences; i++)
		if (theirs->sentences[i].question)
			asks = sort_question(theirs, &theirs->sentences[i]);
	if (asks == ASKS_NOTHING || asks == ASKS_OTHER)
		return false;
	*value = 0;
	for (uint32_t i = 0; i < text->nr_sentences && !*value; i++)
		if (answers_in(text, &text->sentences[i], asks))
			*value = i == 0 ? 2 : 1;
	return true;
}
