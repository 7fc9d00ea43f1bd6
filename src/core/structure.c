/*
 * Measures of how a turn is built, whatever its words say. A person can
 * check each by counting. Shares are in percent of the turn's words and say
 * nothing about very short turns.
 */
#include "moment.h"

enum {
	LEAST_WORDS = 15,
	HABIT = 2, /* one such word is none */
	MOST_WORDS = 1000,   /* of a monologue, where words are compared */
	ROW_LEAST_WORDS = 5,
	MOST_SENTENCES = 50, /* the same for sentences */
};

/* Has the turn said this sentence before? What is said twice counts once. */
bool is_said_again(const struct text *text, uint32_t sentence)
{
	const struct sentence *this = &text->sentences[sentence];

	for (uint32_t i = 0; i < sentence && i < MOST_SENTENCES; i++) {
		const struct sentence *that = &text->sentences[i];
		uint32_t same = 0, nr = this->end - this->first;

		if (that->end - that->first != nr)
			continue;
		while (same < nr && text->words[this->first + same].hash ==
					    text->words[that->first + same].hash)
			same++;
		if (same == nr)
			return true;
	}
	return false;
}

/* "Sorry, thank you, solution, together, support": a comma after every other
 * word is a list, not something said. */
bool is_row_of_words(const struct text *text, uint32_t sentence)
{
	const struct sentence *this = &text->sentences[sentence];
	uint32_t commas = 0;

	for (uint32_t i = this->first; i + 1 < this->end; i++)
		for (uint32_t at = text->words[i].end;
		     at < text->words[i + 1].start; at++)
			commas += text->source.ptr[at] == ',';
	return this->end - this->first >= ROW_LEAST_WORDS &&
	       commas * 2 >= this->end - this->first - 1;
}

bool says_something(const struct text *text, uint32_t sentence)
{
	return !is_said_again(text, sentence) &&
	       !is_row_of_words(text, sentence);
}

/* The share of words for which `counts` holds; fewer than `least` of them
 * are none. */
static bool share(const struct moment *moment, int *value,
		  bool (*counts)(const struct text *text, uint32_t word),
		  uint32_t least)
{
	const struct text *text = moment->text;
	uint32_t nr = 0, all = 0;

	for (uint32_t s = 0; s < text->nr_sentences; s++) {
		const struct sentence *sentence = &text->sentences[s];

		if (!says_something(text, s))
			continue;
		for (uint32_t i = sentence->first; i < sentence->end; i++) {
			if (text->words[i].classes & WORD_QUOTED)
				continue;
			all++;
			nr += counts(text, i);
		}
	}
	*value = nr >= least && all ? (int)(nr * 100 / all) : 0;
	return all >= LEAST_WORDS;
}

/* A figure earns only inside a clause with a verb: digits alone are no
 * facts. */
static bool is_figure(const struct text *text, uint32_t word)
{
	const struct clause *clause = &text->clauses[text->words[word].clause];

	return (text->words[word].classes & (WORD_NUMBER | WORD_MONEY)) &&
	       clause->verb_at < clause->end;
}

bool measure_figures(const struct moment *moment, int *value)
{
	return share(moment, value, is_figure, 1);
}

/* "Friday might be a stretch" gives no Friday, nor "you got it on Friday". */
static bool is_time(const struct text *text, uint32_t word)
{
	static const char *const doubts[] = { "could", "may", "might" };
	const struct clause *clause = &text->clauses[text->words[word].clause];

	if (!(text->words[word].classes & WORD_WHEN) ||
	    clause->tense == TENSE_PAST)
		return false;
	return clause->mood == MOOD_QUESTION || clause->verb_at >= clause->end ||
	       !str_is_one_of(text->words[clause->verb_at].key, doubts,
			  ARRAY_LEN(doubts));
}

bool measure_times(const struct moment *moment, int *value)
{
	return share(moment, value, is_time, 1);
}

/* Weights put on a word, not what tells how something is done: "quickly",
 * "immediately" and "wrongly" say something. */
static bool is_adverb(const struct text *text, uint32_t word)
{
	static const char *const weights[] = {
		"absolutely", "actively", "actually", "apparently", "basically",
		"certainly", "clearly", "completely", "constantly",
		"continuously", "currently", "deeply", "definitely", "entirely",
		"essentially", "exceptionally", "extremely", "fairly",
		"frankly", "fully", "fundamentally", "genuinely", "greatly",
		"highly", "honestly", "hopefully", "hugely", "immensely",
		"incredibly", "kindly", "literally", "massively", "merely",
		"naturally", "obviously", "perfectly", "personally",
		"potentially", "practically", "precisely", "proactively",
		"purely", "regrettably", "respectfully", "seriously", "simply",
		"sincerely", "specifically", "strongly", "structurally",
		"surely", "thoroughly", "totally", "tremendously", "truly",
		"ultimately", "unfortunately", "utterly", "virtually",
	};

	return str_is_one_of(text->words[word].key, weights, ARRAY_LEN(weights));
}

bool measure_adverbs(const struct moment *moment, int *value)
{
	return share(moment, value, is_adverb, HABIT);
}

/* Is it somebody, or what was done? The pharmacist, the contractors, what was
 * cancelled: such words are as long as they are. */
static bool is_plain(struct str word)
{
	static const char *const ends[] = {
		"cian", "cians", "ed", "eer", "eers", "er", "ers", "ist",
		"ists", "or", "ors",
	};

	for (size_t i = 0; i < ARRAY_LEN(ends); i++)
		if (str_ends_with(word, str_from(ends[i])))
			return true;
	return false;
}

/* Names and days are no long words either, nor what everybody says at home. */
static bool is_long(const struct text *text, uint32_t word)
{
	static const char *const homely[] = {
		"afternoon", "afternoons", "apartment", "apartments",
		"appointment", "appointments", "beautiful", "breakfast",
		"certificate", "chocolate", "christmas", "colleague",
		"colleagues", "department", "different", "emergency",
		"everybody", "everything", "everywhere", "following",
		"forgotten", "fortnight", "important", "insurance",
		"listening", "lunchtime", "neighbour", "neighbours",
		"newspaper", "operation", "otherwise", "ourselves",
		"paragraph", "portraits", "questions", "receptionist",
		"roundabout", "roundabouts", "something", "somewhere",
		"telephone", "television", "themselves", "understand",
		"wallpaper", "whichever", "yesterday", "yourselves",
	};
	const uint16_t given = WORD_NAME | WORD_WHEN;

	return text->words[word].key.len >= 9 &&
	       !(text->words[word].classes & given) &&
	       !is_plain(text->words[word].key) &&
	       !str_is_one_of(text->words[word].key, homely, ARRAY_LEN(homely));
}

bool measure_long_words(const struct moment *moment, int *value)
{
	return share(moment, value, is_long, HABIT);
}

/* The firm, not the two who talk: "let us see", "we both", "we two". */
static bool is_we(const struct text *text, uint32_t word)
{
	static const char *const we[] = { "we", "us", "our", "ours" };
	const struct word *words = text->words;

	if (!str_is_one_of(words[word].key, we, ARRAY_LEN(we)))
		return false;
	if (word && str_equal(words[word - 1].key, STR("let")))
		return false;
	for (uint32_t i = word; i < text->nr_words && i <= word + 2; i++)
		if (str_equal(words[i].key, STR("both")))
			return false;
	return true;
}

bool measure_we(const struct moment *moment, int *value)
{
	return share(moment, value, is_we, HABIT + 1);
}

static bool is_you(const struct text *text, uint32_t word)
{
	static const char *const you[] = { "you", "your", "yours" };

	return str_is_one_of(text->words[word].key, you, ARRAY_LEN(you));
}

bool measure_you(const struct moment *moment, int *value)
{
	return share(moment, value, is_you, HABIT);
}

static bool is_i(const struct text *text, uint32_t word)
{
	static const char *const i[] = { "i", "me", "my", "mine" };

	return str_is_one_of(text->words[word].key, i, ARRAY_LEN(i));
}

bool measure_i(const struct moment *moment, int *value)
{
	return share(moment, value, is_i, HABIT);
}

/* "Good morning, Priya!", "Oh no!": said like that, whatever comes next. */
static bool is_greeting(const struct text *text, const struct sentence *s)
{
	static const char *const greetings[] = {
		"hi", "hello", "hey", "morning", "afternoon", "evening",
		"oh", "thanks", "thank",
	};

	for (uint32_t i = s->first; i < s->end && i < s->first + 2; i++)
		if (str_is_one_of(text->words[i].key, greetings,
			      ARRAY_LEN(greetings)))
			return true;
	return false;
}

bool measure_exclamations(const struct moment *moment, int *value)
{
	const struct text *text = moment->text;

	*value = 0;
	for (uint32_t i = 0; i < text->nr_sentences; i++)
		if (i || !is_greeting(text, &text->sentences[i]))
			*value += (int)text->sentences[i].exclamations;
	return text->nr_words > 0;
}

/* Whoever listens draws breath at a semicolon and a colon, too. */
static bool is_breath(const struct text *text, uint32_t word)
{
	for (uint32_t at = text->words[word - 1].end;
	     at < text->words[word].start; at++)
		if (text->source.ptr[at] == ';' || text->source.ptr[at] == ':')
			return true;
	return false;
}

bool measure_longest_sentence(const struct moment *moment, int *value)
{
	const struct text *text = moment->text;

	*value = 0;
	for (uint32_t i = 0; i < text->nr_sentences; i++) {
		const struct sentence *s = &text->sentences[i];
		uint32_t first = s->first;

		for (uint32_t word = s->first; word < s->end; word++) {
			if (word > first && is_breath(text, word))
				first = word;
			if ((int)(word + 1 - first) > *value)
				*value = (int)(word + 1 - first);
		}
	}
	return text->nr_words > 0;
}

bool measure_last_question(const struct moment *moment, int *value)
{
	const struct text *text = moment->text;

	if (!text->nr_sentences)
		return false;
	*value = text->sentences[text->nr_sentences - 1].question;
	return true;
}

static bool opens_clause(const struct text *text, uint32_t word)
{
	return text->clauses[text->words[word].clause].first == word;
}

/* How often the commonest first three words of a clause are said. */
bool measure_same_openings(const struct moment *moment, int *value)
{
	const struct text *text = moment->text;

	uint32_t end = text->nr_words < MOST_WORDS ? text->nr_words :
						     MOST_WORDS;

	*value = 0;
	for (uint32_t i = 0; i + 3 <= end; i++) {
		int times = 1;

		if (!opens_clause(text, i))
			continue;
		for (uint32_t j = i + 1; j + 3 <= end; j++)
			times += opens_clause(text, j) &&
				 text->words[i].hash == text->words[j].hash &&
				 text->words[i + 1].hash ==
					 text->words[j + 1].hash &&
				 text->words[i + 2].hash ==
					 text->words[j + 2].hash;
		if (times > *value)
			*value = times;
	}
	return text->nr_words > 0;
}

static bool is_behind_comma(const struct text *text, uint32_t word)
{
	struct str between = str_slice(text->source, text->words[word - 1].end,
				       text->words[word].start);

	return str_find(between, STR(","), 0) < between.len;
}

/* How many pieces of a few words the longest of such sentences strings with
 * commas: "my mistake, good point, by Friday, let us talk". */
bool measure_strung(const struct moment *moment, int *value)
{
	enum { FEW = 4 };
	const struct text *text = moment->text;

	*value = 0;
	for (uint32_t i = 0; i < text->nr_sentences; i++) {
		const struct sentence *s = &text->sentences[i];
		uint32_t first = s->first;
		int pieces = 0;

		for (uint32_t at = s->first + 1; at <= s->end; at++) {
			if (at < s->end && !is_behind_comma(text, at))
				continue;
			pieces += at - first <= FEW;
			first = at;
		}
		if (pieces > *value)
			*value = pieces;
	}
	return text->nr_sentences > 0;
}
