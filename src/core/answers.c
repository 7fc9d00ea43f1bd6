/*
 * Is the client's direct question answered? The question is sorted by what
 * an answer to it must hold (yes or no, a time, an amount), and
 * the first sentences of the turn are looked through for that. Questions of
 * other sorts are left undecided: a false "you did not answer" costs more
 * trust than a missed one.
 */
#include "rehearse/asking.h"

#include "moment.h"

/* What the client asked for. */
struct asked {
	enum asking asking;
	unsigned by;        /* verb_family() of a question for yes or no */
	bool any;           /* is there any left? none, or how much */
	bool dated;         /* on Friday? on the 24th */
	struct part choice; /* the red or the blue? where that stands */
};

static const char *const auxiliaries[] = {
	"is",   "are",   "was",    "were", "do",  "does", "did", "can", "could",
	"will", "would", "should", "have", "has", "had",  "am",  "may",
};

/* am, are, is, was: one verb in its forms; 0: none of these */
static unsigned verb_family(struct str key)
{
	static const char *const forms[][5] = {
		{ "am", "are", "is", "was", "were" },
		{ "do", "does", "did" },
		{ "have", "has", "had" },
		{ "can", "could", "may" },
		{ "will", "would", "should" },
	};

	for (unsigned i = 0; i < ARRAY_LEN(forms); i++)
		for (unsigned j = 0; j < 5 && forms[i][j]; j++)
			if (str_equal(key, str_from(forms[i][j])))
				return i + 1;
	return 0;
}

static bool is_auxiliary(struct str key)
{
	return str_is_one_of(key, auxiliaries, ARRAY_LEN(auxiliaries));
}

static bool wants_yes_or_no(enum asking asking)
{
	return asking_is(asking, ASKING_WHETHER) || asking == ASKING_OFFER ||
	       asking == ASKING_FAVOUR;
}

/* Not "is it done or not", nor "or isn't it". */
static bool is_choice(const struct text *text, const struct part *part)
{
	for (uint32_t i = part->first; i + 1 < part->end; i++)
		if (str_equal(text->words[i].key, STR("or")) &&
		    !(text->words[i + 1].classes & WORD_NEGATOR) &&
		    !is_auxiliary(text->words[i + 1].key))
			return true;
	return false;
}

static const uint16_t dates = WORD_DATE | WORD_TIME;

static struct asked sort_question(const struct text *text,
				  const struct part *part)
{
	struct asked asked = { .asking = part_asking(text, part) };
	uint32_t at = part_asks_from(text, part);

	if (asking_is(asked.asking, ASKING_WHETHER) && is_choice(text, part))
		asked.choice = *part;
	if (!wants_yes_or_no(asked.asking) ||
	    !is_auxiliary(text->words[at].key))
		return asked;
	asked.by = verb_family(text->words[at].key);
	asked.any = at + 1 < part->end &&
		    str_equal(text->words[at + 1].key, STR("there"));
	while (++at < part->end)
		asked.dated |= text->words[at].classes & dates;
	return asked;
}

static const char *const yes_or_no[] = {
	"yes",     "no",      "not",    "never",      "absolutely",
	"correct", "right",   "course", "definitely", "certainly",
	"none",    "neither", "both",   "partly",     "probably",
	"nothing", "sure",    "likely", "unlikely",   "hardly",
	"doubt",
};

/*
 * "we are.", "it does not", and the question's own verb: "I can send it"; not
 * "we've got", nor what one would (not) like to say.
 */
static bool takes_up(const struct text *text, uint32_t at, unsigned by)
{
	static const char *const other[] = {
		"care",    "got",    "like",   "love",
		"neither", "prefer", "rather", "want",
	};
	uint32_t next = at + 1, end;
	bool not ;

	if (!is_auxiliary(text->words[at].key))
		return false;
	end = text->clauses[text->words[at].clause].end;
	not = next < end && str_equal(text->words[next].key, STR("not"));
	next += not ;
	if (next < end &&
	    str_is_one_of(text->words[next].key, other, ARRAY_LEN(other)))
		return false;
	if (next + 1 < end && str_equal(text->words[next].key, STR("on")) &&
	    (str_equal(text->words[next + 1].key, STR("me")) ||
	     str_equal(text->words[next + 1].key, STR("us"))))
		return false; /* "that's on me" owns and says neither */
	return not || next >= end ||
	       (by && verb_family(text->words[at].key) == by);
}

/*
 * Among the first words, and in the first clause: "great question, there are
 * many" says neither, nor does the not of "let us not" or "we never know".
 */
static bool is_yes_no(const struct text *text, const struct sentence *s,
		      unsigned by)
{
	for (uint32_t i = s->first; i < s->end && i < s->first + 4; i++) {
		struct str key = text->words[i].key;

		if (text->words[i].clause != text->words[s->first].clause ||
		    (text->words[i].classes & WORD_QUOTED))
			return false;
		if (str_is_one_of(key, yes_or_no, ARRAY_LEN(yes_or_no)) &&
		    (i == s->first || (!str_equal(key, STR("not")) &&
				       !str_equal(key, STR("never")))))
			return true;
		if (i > s->first && takes_up(text, i, by))
			return true;
	}
	return false;
}

static bool is_last(const struct text *text, uint32_t word)
{
	uint32_t end = text->words[word].end;

	return word + 1 == text->clauses[text->words[word].clause].end ||
	       (end < text->source.len && text->source.ptr[end] == ',');
}

/* "Two of the three think he will": somebody, and the question's verb, where
 * a clause ends. */
static bool ends_with_verb(const struct text *text, const struct sentence *s,
			   unsigned by)
{
	static const char *const somebody[] = {
		"he", "i", "it", "she", "that", "there", "they", "we", "you",
	};

	for (uint32_t i = s->first + 1; i < s->end; i++)
		if (by && verb_family(text->words[i].key) == by &&
		    is_last(text, i) &&
		    str_is_one_of(text->words[i - 1].key, somebody,
				  ARRAY_LEN(somebody)))
			return true;
	return false;
}

static bool holds_class(const struct text *text, const struct sentence *s,
			uint16_t classes)
{
	for (uint32_t i = s->first; i < s->end; i++)
		if (text->words[i].classes & classes &&
		    !(text->words[i].classes & WORD_QUOTED))
			return true;
	return false;
}

/*
 * "I don't know yet", "not sure", "too early to say", "nothing", "it's free":
 * an answer to any question. "They will tell you when they know" is none.
 */
static bool is_honest(const struct text *text, const struct sentence *s)
{
	static const char *const denied[] = { "know", "sure", "certain", "idea",
					      "clue" };
	static const char *const plain[] = { "nothing", "free" };
	uint32_t not = s->end;

	for (uint32_t i = s->first; i < s->end; i++) {
		const struct word *word = &text->words[i];

		if (word->classes & WORD_QUOTED)
			continue;
		if (str_is_one_of(word->key, plain, ARRAY_LEN(plain)) ||
		    (i > s->first && str_equal(word->key, STR("early")) &&
		     str_equal(text->words[i - 1].key, STR("too"))))
			return true;
		if (word->classes & WORD_NEGATOR)
			not = i;
		else if (not < i && i - not <= 3 &&
			 str_is_one_of(word->key, denied, ARRAY_LEN(denied)))
			return true;
	}
	return false;
}

/* What shows an answer of this kind; 0: undecided. */
static uint16_t classes_of(enum asking asking)
{
	switch (asking) {
	case ASKING_WHEN:
		return WORD_WHEN | WORD_DATE | WORD_TIME;
	case ASKING_COUNT: /* how long, too */
		return WORD_NUMBER | WORD_MONEY | WORD_WHEN | WORD_DATE |
		       WORD_TIME;
	default:
		return 0;
	}
}

static uint16_t classes_asked(const struct asked *asked)
{
	return asked->any ? WORD_NUMBER | WORD_MONEY
			  : classes_of(asked->asking);
}

/* "When the paint is dry", "hardly any", "every morning". */
static bool is_loosely_given(struct str key)
{
	static const char *const loose[] = {
		"after",     "afternoon",  "afterwards", "again",
		"ago",       "all",        "already",    "always",
		"any",       "ask",        "autumn",     "before",
		"both",      "check",      "couple",     "days",
		"depends",   "dozen",      "each",       "early",
		"enough",    "evening",    "every",      "everybody",
		"everyone",  "everything", "few",        "fewer",
		"fifth",     "first",      "half",       "hours",
		"last",      "late",       "least",      "less",
		"long",      "look",       "many",       "minutes",
		"months",    "more",       "morning",    "most",
		"much",      "never",      "next",       "night",
		"nobody",    "none",       "now",        "numbers",
		"often",     "once",       "only",       "own",
		"quarter",   "several",    "since",      "some",
		"sometimes", "soon",       "spring",     "still",
		"summer",    "then",       "third",      "till",
		"today",     "twice",      "until",      "weekend",
		"weeks",     "when",       "whenever",   "while",
		"winter",    "years",      "yet",
	};

	return str_is_one_of(key, loose, ARRAY_LEN(loose));
}

/* "The blue one", "either": one of what they were to choose from. */
static bool names_choice(const struct text *text, const struct sentence *s,
			 const struct text *theirs, const struct part *choice)
{
	static const char *const any[] = { "both", "either", "neither" };

	for (uint32_t i = s->first; i < s->end && choice->end; i++) {
		if (str_is_one_of(text->words[i].key, any, ARRAY_LEN(any)))
			return true;
		for (uint32_t j = choice->first; j < choice->end; j++)
			if (theirs->words[j].stem == text->words[i].stem &&
			    !(text->words[i].classes & WORD_SMALL))
				return true;
	}
	return false;
}

bool text_gives(const struct text *text, enum asking asking)
{
	uint16_t classes = classes_of(asking);

	if (!classes)
		return true;
	for (uint32_t i = 0; i < text->nr_sentences; i++)
		if (is_honest(text, &text->sentences[i]) ||
		    holds_class(text, &text->sentences[i], classes))
			return true;
	for (uint32_t i = 0; i < text->nr_words; i++)
		if (is_loosely_given(text->words[i].key))
			return true;
	return false;
}

/* "On Friday?" "It looks like the 24th." Not: "Friday may be tight." */
static bool names_other_date(const struct text *text, const struct sentence *s,
			     const struct text *theirs)
{
	for (uint32_t i = s->first; i < s->end; i++) {
		bool other = text->words[i].classes & dates;

		for (uint32_t j = 0; other && j < theirs->nr_words; j++)
			other = theirs->words[j].stem != text->words[i].stem;
		if (other)
			return true;
	}
	return false;
}

static bool answers_in(const struct text *text, const struct sentence *s,
		       const struct text *theirs, const struct asked *asked)
{
	if (s->question)
		return false;
	if (is_honest(text, s) || holds_class(text, s, classes_asked(asked)) ||
	    (asked->dated && names_other_date(text, s, theirs)) ||
	    names_choice(text, s, theirs, &asked->choice))
		return true;
	return wants_yes_or_no(asked->asking) &&
	       (is_yes_no(text, s, asked->by) ||
		ends_with_verb(text, s, asked->by));
}

bool measure_answers(const struct moment *moment, int *value)
{
	const struct text *theirs = &moment->client->text;
	const struct text *text = moment->text;
	struct asked asked = { .asking = ASKING_NOTHING };
	struct part part = { 0 };

	if (!moment->client->spoken || !text->nr_sentences)
		return false;
	while (text_next_part(theirs, &part))
		if (theirs->sentences[part.sentence].question)
			asked = sort_question(theirs, &part);
	if (!wants_yes_or_no(asked.asking) && !classes_asked(&asked))
		return false;
	*value = 0;
	for (uint32_t i = 0; i < text->nr_sentences && !*value; i++)
		if (answers_in(text, &text->sentences[i], theirs, &asked))
			*value = i == 0 ? 2 : 1;
	return true;
}
