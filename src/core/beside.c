/*
 * Does a turn speak of the client's matter at all? A fine answer to something
 * else has every merit but that one. People answer in words the client never
 * used, so it is told only of a turn of some length that nothing ties to their
 * line: none of its words, figures or persons comes back, it names nothing of
 * their trade, no yes or no and no short answer stands first, and nothing is
 * called "it" or "she" before it was named. And even then only with something
 * against it: it names things of other trades than the client's, or hardly
 * anything. Enough of such things outweigh an "it": "that's on me" points at
 * whatever comes next.
 */
#include "moment.h"
#include "text_parts.h"
#include "trade.h"

enum {
	BESIDE_LEAST_WORDS = 24,
	EMPTY_LEAST_WORDS = 36, /* nobody has to name a thing in fewer */
	CLIENT_LEAST_WORDS = 3, /* of content: "And now?" is about anything */
	SAME_START = 4, /* "print", "printing"; not "over" and "overcharge" */
	SHORT_ANSWER = 3,
	/* of other trades: two may be a tale where an "it" points at theirs */
	FOREIGN_THINGS = 2,
	MANY_FOREIGN_THINGS = 3,
	/* What says less, or is as abstract, is about nothing: in percent. */
	NAMES_THINGS = 15,
	NAMES_NONE = 95,
	/* of the turn; later ones point at its own words */
	POINTING_WORDS = 14,
};

/* Says what a line is about: neither a small word nor a figure. */
static bool is_matter(const struct word *word)
{
	const uint16_t others = WORD_SMALL | WORD_NUMBER | WORD_MONEY |
				WORD_DATE | WORD_TIME | WORD_WHEN;

	return !(word->classes & others) && word->key.len > 2;
}

static bool is_kin(const struct word *a, const struct word *b)
{
	return a->stem == b->stem ||
	       (a->key.len > SAME_START && b->key.len > SAME_START &&
		str_equal(str_slice(a->key, 0, SAME_START),
			  str_slice(b->key, 0, SAME_START)));
}

/* "Your contract says 'shall'": a word they point at, as small as it is. */
static bool is_word_they_quote(const struct text *theirs, uint32_t at,
			       const struct word *word)
{
	return theirs->words[at].classes & WORD_QUOTED &&
	       str_equal(theirs->words[at].key, word->key);
}

static bool takes_up_a_word(const struct moment *m, const bool *anything)
{
	const struct text *text = m->text, *theirs = &m->client->text;

	for (uint32_t i = 0; i < text->nr_words; i++) {
		const struct word *word = &text->words[i];
		/* "your customer": theirs, though it would fit anywhere */
		bool of_theirs = !anything[i] ||
				 (i && word_is(text, i - 1, STR("your")));

		for (uint32_t j = 0; j < theirs->nr_words; j++)
			if (is_word_they_quote(theirs, j, word) ||
			    (of_theirs && is_matter(word) &&
			     is_matter(&theirs->words[j]) &&
			     is_kin(word, &theirs->words[j])))
				return true;
	}
	return false;
}

/* "My daughter", "his son": whom a turn means by "she" and "he". */
static bool names_a_person(const struct text *text, bool woman)
{
	static const char *const women[] = {
		"aunt",   "daughter", "girl",  "grandmother", "her",
		"lady",   "mother",   "mum",   "niece",       "she",
		"sister", "wife",     "woman",
	};
	static const char *const men[] = {
		"boy",    "brother", "dad",   "father",  "grandfather",
		"he",     "him",     "his",   "husband", "man",
		"nephew", "son",     "uncle",
	};

	for (uint32_t i = 0; i < text->nr_words; i++)
		if (woman ? str_is_one_of(text->words[i].key, women,
					  ARRAY_LEN(women))
			  : str_is_one_of(text->words[i].key, men,
					  ARRAY_LEN(men)))
			return true;
	return false;
}

static bool takes_up_a_person(const struct moment *m)
{
	static const char *const she[] = { "she", "her", "hers" };
	static const char *const he[] = { "he", "him", "his" };

	for (uint32_t i = 0; i < m->text->nr_words; i++) {
		struct str key = m->text->words[i].key;

		if ((str_is_one_of(key, she, ARRAY_LEN(she)) &&
		     names_a_person(&m->client->text, true)) ||
		    (str_is_one_of(key, he, ARRAY_LEN(he)) &&
		     names_a_person(&m->client->text, false)))
			return true;
	}
	return false;
}

/* A date may be anybody's. */
static bool is_sum(const struct word *word)
{
	const uint16_t times = WORD_DATE | WORD_TIME | WORD_WHEN;

	return word->classes & (WORD_NUMBER | WORD_MONEY) &&
	       !(word->classes & times);
}

static uint32_t digits(uint32_t value)
{
	uint32_t nr = 1;

	while (value /= 10)
		nr++;
	return nr;
}

static bool is_any_figure(const struct word *word)
{
	return word->classes & (WORD_NUMBER | WORD_TIME) && word->value;
}

/* A figure of theirs, or two of the size of theirs: "2,850 more" is about the
 * 5,750 of the bill. One hour may be anybody's, two are theirs. */
static bool takes_up_a_figure(const struct moment *m)
{
	const struct text *theirs = &m->client->text;
	unsigned alike = 0;
	uint32_t hour = 0;

	for (uint32_t i = 0; i < m->text->nr_words; i++) {
		bool same_size = false;

		for (uint32_t j = 0; j < theirs->nr_words; j++) {
			const struct word *a = &m->text->words[i];
			const struct word *b = &theirs->words[j];

			if (is_any_figure(a) && is_any_figure(b) &&
			    a->value == b->value && hour != a->value) {
				if (hour)
					return true;
				hour = a->value;
			}
			if (!is_sum(a) || !is_sum(b))
				continue;
			if (a->value == b->value)
				return true;
			same_size = same_size ||
				    digits(a->value) == digits(b->value);
		}
		alike += same_size;
	}
	return alike > 1;
}

/* "You did, and the letter says so", "It has, hasn't it": the verb alone. */
static bool is_echoed_verb(const struct text *text)
{
	static const char *const verbs[] = {
		"are",  "can", "could",  "did", "do",   "does", "had",   "has",
		"have", "is",  "should", "was", "were", "will", "would",
	};
	const struct clause *first = &text->clauses[0];

	return first->end - first->first == 2 &&
	       str_is_one_of(text->words[1].key, verbs, ARRAY_LEN(verbs));
}

static bool answers_at_once(const struct text *text)
{
	static const char *const heads[] = {
		"yes",  "no",      "not",  "nobody", "none", "because", "yeah",
		"true", "correct", "ouch", "then",   "fair", "guilty",
	};
	const struct sentence *first = &text->sentences[0];

	return first->end - first->first <= SHORT_ANSWER ||
	       is_echoed_verb(text) ||
	       str_is_one_of(text->words[0].key, heads, ARRAY_LEN(heads));
}

/* "It was our courier", "I've got them here": theirs, not yet named here. */
static bool points_at_theirs(const struct text *text, const bool *anything)
{
	static const char *const pointers[] = {
		"it",    "that",  "this", "they",  "them",  "he",
		"she",   "him",   "her",  "his",   "their", "theirs",
		"those", "these", "its",  "there",
	};
	uint32_t named = 0;

	for (uint32_t i = 0; i < text->nr_words && i < POINTING_WORDS; i++) {
		if (str_is_one_of(text->words[i].key, pointers,
				  ARRAY_LEN(pointers)))
			return true;
		named += is_matter(&text->words[i]) && !anything[i];
		if (named > 1)
			break;
	}
	return false;
}

static bool is_asked_for(const struct text *text, const struct sentence *s)
{
	for (uint32_t i = s->first_clause; i < s->end_clause; i++)
		if (text->clauses[i].mood == MOOD_COMMAND)
			return true;
	return s->question;
}

/* What the client states. What they only ask may have any answer. */
static size_t matters_stated(const struct text *text)
{
	size_t nr = 0;

	for (uint32_t i = 0; i < text->nr_words; i++)
		nr += is_matter(&text->words[i]) &&
		      !is_asked_for(text,
				    &text->sentences[text->words[i].sentence]);
	return nr;
}

/* A question for yes or no, or for a time, that nothing here answers. */
static bool is_passed_over(const struct moment *m)
{
	int answered;

	return measure_answers(m, &answered) && !answered;
}

static const uint32_t *trades_of_words(const struct moment *m,
				       const struct text *text)
{
	uint32_t *trades = ARENA_ARRAY(m->scratch, uint32_t, text->nr_words);

	for (uint32_t i = 0; i < text->nr_words; i++)
		trades[i] = trades_of(&m->rubric->trades, &text->words[i]);
	return trades;
}

static uint32_t all_of(const uint32_t *trades, uint32_t nr)
{
	uint32_t all = 0;

	for (uint32_t i = 0; i < nr; i++)
		all |= trades[i];
	return all;
}

static bool is_first_of_its_stem(const struct text *text, uint32_t word)
{
	uint32_t i = 0;

	while (text->words[i].stem != text->words[word].stem)
		i++;
	return i == word;
}

/* How many different things it names of any of these trades. */
static uint32_t things_of(const struct text *text, const uint32_t *trades,
			  uint32_t wanted)
{
	uint32_t nr = 0;

	for (uint32_t i = 0; i < text->nr_words; i++)
		nr += (trades[i] & wanted) && is_first_of_its_stem(text, i);
	return nr;
}

/* Where the client's trade is not known, it takes many of one. */
static bool names_another_trade(const struct moment *m, const uint32_t *trades,
				uint32_t theirs, bool points)
{
	uint32_t named = all_of(trades, m->text->nr_words);

	if (theirs)
		return things_of(m->text, trades, named) >=
		       (points ? MANY_FOREIGN_THINGS : FOREIGN_THINGS);
	for (; named; named &= named - 1)
		if (things_of(m->text, trades, named & -named) >=
		    MANY_FOREIGN_THINGS)
			return true;
	return false;
}

static bool names_hardly_anything(const struct moment *m)
{
	int substance, abstract;

	return (measure_substance(m, &substance) && substance < NAMES_THINGS) ||
	       (measure_abstract(m, &abstract) && abstract >= NAMES_NONE);
}

static bool is_about_something_else(const struct moment *m)
{
	const bool *anything = mark_anything(m);
	const bool points = points_at_theirs(m->text, anything);
	const uint32_t *trades;
	uint32_t theirs;

	if (m->said->told || answers_at_once(m->text) ||
	    takes_up_a_word(m, anything) || takes_up_a_person(m) ||
	    takes_up_a_figure(m))
		return false;
	trades = trades_of_words(m, m->text);
	theirs = all_of(trades_of_words(m, &m->client->text),
			m->client->text.nr_words);
	if (all_of(trades, m->text->nr_words) & theirs)
		return false;
	return names_another_trade(m, trades, theirs, points) ||
	       (!points && m->text->nr_words >= EMPTY_LEAST_WORDS &&
		names_hardly_anything(m));
}

/* How many words, when nothing ties them to what the client said; else 0. */
bool measure_beside(const struct moment *m, int *value)
{
	if (!m->client->spoken || m->text->nr_words < BESIDE_LEAST_WORDS ||
	    (matters_stated(&m->client->text) < CLIENT_LEAST_WORDS &&
	     !is_passed_over(m)))
		return false;
	*value = is_about_something_else(m) ? (int)m->text->nr_words : 0;
	return true;
}
