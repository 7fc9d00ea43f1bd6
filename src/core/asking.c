#include "rehearse/asking.h"

#include <assert.h>
#include <string.h>

#include "text_parts.h"

static const char *const asking_names[] = {
	"nothing", "whether", "either", "who",   "what",  "which",  "when",
	"where",   "why",     "how",    "count", "offer", "favour", "tell",
	"any",     "have",    "did",    "is",    "would",
};
static_assert(ARRAY_LEN(asking_names) == ASKING_NR, "names");
const struct terms asking_terms = {
	.what = "a kind of question",
	.names = asking_names,
	.nr = (int)ARRAY_LEN(asking_names),
};

bool asking_is(enum asking asking, enum asking kind)
{
	return asking == kind ||
	       (kind == ASKING_WHETHER && asking >= ASKING_ANY);
}

/* The words of one sentence. */
struct reading {
	const struct text *text;
	uint32_t first, end;
};

static bool key_is(const struct reading *in, uint32_t at, const char *key)
{
	return at >= in->first && at < in->end &&
	       str_equal(in->text->words[at].key, str_from(key));
}

static bool among(const struct reading *in, uint32_t at,
		  const char *const *keys, size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		if (key_is(in, at, keys[i]))
			return true;
	return false;
}

#define AMONG(in, at, keys) among((in), (at), (keys), ARRAY_LEN(keys))

/* "What were you hoping for?" is no why. */
static bool takes_for(const struct reading *in, uint32_t at)
{
	static const char *const verbs[] = {
		"ask",     "asking", "hope",  "hoping", "look",
		"looking", "pay",    "wait",  "waiting", "wish",
	};

	return AMONG(in, at, verbs);
}

static enum asking question_word(const struct reading *in, uint32_t at)
{
	static const struct {
		const char *key;
		enum asking asking;
	} words[] = {
		{ "who", ASKING_WHO },     { "whom", ASKING_WHO },
		{ "whose", ASKING_WHO },   { "what", ASKING_WHAT },
		{ "which", ASKING_WHICH }, { "when", ASKING_WHEN },
		{ "where", ASKING_WHERE }, { "why", ASKING_WHY },
		{ "how", ASKING_HOW },     { "whether", ASKING_WHETHER },
	};

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (key_is(in, at, words[i].key))
			return words[i].asking;
	return ASKING_NOTHING;
}

/* What and how, by what stands behind them. */
static enum asking narrowed(const struct reading *in, uint32_t at,
			    enum asking asking)
{
	static const struct {
		enum asking from;
		const char *next;
		enum asking to;
	} kinds[] = {
		{ ASKING_WHAT, "time", ASKING_WHEN },
		{ ASKING_WHAT, "day", ASKING_WHEN },
		{ ASKING_WHAT, "date", ASKING_WHEN },
		{ ASKING_WHAT, "week", ASKING_WHEN },
		{ ASKING_WHAT, "month", ASKING_WHEN },
		{ ASKING_WHAT, "hour", ASKING_WHEN },
		{ ASKING_WHAT, "if", ASKING_OFFER },
		{ ASKING_WHAT, "made", ASKING_WHY },
		{ ASKING_HOW, "about", ASKING_OFFER },
		{ ASKING_HOW, "come", ASKING_WHY },
		{ ASKING_HOW, "soon", ASKING_WHEN },
		{ ASKING_HOW, "late", ASKING_WHEN },
		{ ASKING_HOW, "early", ASKING_WHEN },
		{ ASKING_HOW, "many", ASKING_COUNT },
		{ ASKING_HOW, "much", ASKING_COUNT },
		{ ASKING_HOW, "long", ASKING_COUNT },
		{ ASKING_HOW, "often", ASKING_COUNT },
		{ ASKING_HOW, "far", ASKING_COUNT },
		{ ASKING_HOW, "big", ASKING_COUNT },
		{ ASKING_HOW, "large", ASKING_COUNT },
		{ ASKING_HOW, "old", ASKING_COUNT },
		{ ASKING_WHICH, "day", ASKING_WHEN },
		{ ASKING_WHICH, "date", ASKING_WHEN },
		{ ASKING_WHICH, "week", ASKING_WHEN },
	};

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (kinds[i].from == asking &&
		    key_is(in, at + 1, kinds[i].next))
			return kinds[i].to;
	if (asking == ASKING_WHAT && key_is(in, in->end - 1, "for") &&
	    !takes_for(in, in->end - 2))
		return ASKING_WHY;
	return asking;
}

/*
 * Do you know who, can you tell me roughly when, may I ask why: the question
 * word right behind an asking verb is what is asked for.
 */
static enum asking indirect(const struct reading *in, uint32_t from)
{
	static const char *const verbs[] = {
		"know",      "say",        "remember", "recall",
		"idea",      "ask",        "explain",  "wonder",
		"wondering", "hear",       "curious",  "guess",
		"see",       "understand", "describe", "find",
	};
	static const char *const grasp[] = { "see", "understand" };
	static const char *const to_me[] = { "tell", "telling", "show",
					     "remind", "give" };
	static const char *const between[] = {
		"exactly", "roughly", "perhaps", "maybe",  "just",
		"by",      "from",    "until",   "about",  "for",
		"at",      "of",      "out",     "please",
	};

	for (uint32_t i = from + 1; i < in->end; i++) {
		enum asking asking = question_word(in, i);
		uint32_t at = i;

		if (asking == ASKING_NOTHING)
			continue;
		while (at > from && AMONG(in, at - 1, between))
			at--;
		if (key_is(in, at - 1, "you") && key_is(in, at - 2, "ask"))
			at--;
		/* "do you see why": yes or no */
		if (AMONG(in, at - 1, grasp) && key_is(in, at - 2, "you"))
			continue;
		if (AMONG(in, at - 1, verbs) ||
		    ((key_is(in, at - 1, "me") || key_is(in, at - 1, "us")) &&
		     AMONG(in, at - 2, to_me)))
			return narrowed(in, i, asking);
	}
	return ASKING_NOTHING;
}

static bool is_self(const struct reading *in, uint32_t at)
{
	return key_is(in, at, "i") || key_is(in, at, "we");
}

/* would you like the list; not "would you like to see it", "what I did" */
static bool is_thing_offered(const struct reading *in, uint32_t at)
{
	static const char *const wish[] = { "like", "want" };

	return (key_is(in, at, "would") || key_is(in, at, "do")) &&
	       key_is(in, at + 1, "you") && AMONG(in, at + 2, wish) &&
	       at + 3 < in->end &&
	       lexicon_kinds(in->text->words[at + 3].key) & IS_DET;
}

/* shall I, may we, do you want us to, would it help if I, is it ok if we */
static bool is_offer(const struct reading *in, uint32_t at)
{
	static const char *const may[] = { "can",   "could", "may",
					   "might", "shall", "should" };
	static const char *const wish[] = { "like", "want", "need", "prefer",
					    "rather" };

	if (is_self(in, at + 1))
		return AMONG(in, at, may);
	if (key_is(in, at + 1, "you") && AMONG(in, at + 2, wish) &&
	    (key_is(in, at + 3, "me") || key_is(in, at + 3, "us") ||
	     is_self(in, at + 3)))
		return true;
	if (is_thing_offered(in, at))
		return true;
	for (uint32_t i = at + 2; i < in->end && i < at + 8; i++)
		if (key_is(in, i, "if") && is_self(in, i + 1))
			return !key_is(in, at + 1, "you") ||
			       key_is(in, at + 2, "mind");
	return false;
}

/* could you look, can somebody look: a deed; not "could you live with that" */
static bool is_favour(const struct reading *in, uint32_t at)
{
	static const char *const will[] = { "can", "could", "will", "would" };
	static const char *const anybody[] = { "anybody", "anyone", "somebody",
					       "someone" };
	static const char *const no_deed[] = {
		"rather",  "like",   "love",    "prefer", "want",  "need",
		"be",      "have",   "live",    "accept", "agree", "manage",
		"cope",    "see",    "hear",    "afford", "still", "ever",
		"think",   "expect", "believe", "trust",  "say",   "forgive",
		"imagine", "feel",   "work",    "really", "even",
	};

	return AMONG(in, at, will) &&
	       (key_is(in, at + 1, "you") || AMONG(in, at + 1, anybody)) &&
	       at + 2 < in->end && !AMONG(in, at + 2, no_deed);
}

/* any pain or swelling, anything to eat or drink: one answer does for both */
static bool is_any(const struct reading *in, uint32_t from, uint32_t at)
{
	enum { NEAR = 3 };
	static const char *const any[] = {
		"any",      "anybody", "anyone",    "anything", "anywhere",
		"ever",     "somebody", "someone",  "something",
	};

	for (uint32_t i = from; i < at; i++)
		if (at - i <= NEAR && AMONG(in, i, any))
			return true;
	return false;
}

/* the tin or the list; not "a day or so", "or anything", "or isn't it" */
static uint32_t last_or(const struct reading *in, uint32_t at)
{
	static const char *const loose[] = {
		"so",  "anything", "something", "not",      "two", "2",
		"anyone", "anybody", "what",    "whatever", "no",  "nothing",
	};
	static const char *const loose_at_the_end[] = { "more", "less", "later",
							"sooner" };
	static const char *const open_end[] = { "something", "anything",
						"whatever" };
	uint32_t found = in->end;

	if (AMONG(in, in->end - 1, open_end) && key_is(in, in->end - 2, "or"))
		return in->end; /* a loan or a lease or something */
	for (uint32_t i = at; i + 1 < in->end; i++)
		if (key_is(in, i, "or") && !AMONG(in, i + 1, loose) &&
		    !(i + 2 == in->end && AMONG(in, i + 1, loose_at_the_end)) &&
		    !key_is(in, i + 2, "not") && !is_any(in, at, i))
			found = i;
	return found;
}

/* "Shall I ring him, or is that too much?" offers one thing. */
static bool doubts(const struct reading *in, uint32_t at)
{
	static const char *const it[] = { "it", "that", "there", "this" };

	return at + 1 < in->end && AMONG(in, at + 1, it) &&
	       lexicon_kinds(in->text->words[at].key) & IS_AUX;
}

/* "Do you have to be out by a certain hour?" wants the hour. */
static enum asking of_a_certain(const struct reading *in, uint32_t at)
{
	static const char *const certain[] = { "certain", "fixed", "particular",
					       "set", "specific" };
	static const char *const times[] = { "date", "day", "deadline", "hour",
					     "time" };

	for (uint32_t i = at; i + 1 < in->end; i++)
		if (AMONG(in, i, certain) && AMONG(in, i + 1, times))
			return ASKING_WHEN;
	return ASKING_WHETHER;
}

static enum asking by_its_word(const struct reading *in, uint32_t at)
{
	enum asking asking = question_word(in, at);
	uint32_t or;

	if (asking != ASKING_NOTHING)
		return narrowed(in, at, asking);
	asking = indirect(in, at);
	if (asking != ASKING_NOTHING)
		return asking;
	or = last_or(in, at + 2);
	asking = is_offer(in, at)    ? ASKING_OFFER
		 : is_favour(in, at) ? ASKING_FAVOUR
				     : ASKING_WHETHER;
	if (or < in->end && (asking == ASKING_WHETHER || !doubts(in, or + 1)))
		return ASKING_EITHER;
	if (asking == ASKING_WHETHER)
		asking = of_a_certain(in, at);
	return asking == ASKING_WHETHER ? asking_by_opener(in->text, at, in->end)
					: asking;
}

/* ---- parts -------------------------------------------------------------- */

/* Behind a comma or a dash, or behind "and": what follows "or" is the other
 * half of the same question. */
static bool is_set_off(const struct text *text, uint32_t at)
{
	static const char *const joins[] = { "and", "but", "so", "then" };
	const struct reading in = { text, at, at + 1 };
	uint32_t byte = text->words[at - 1].end;

	if (key_is(&in, at, "or"))
		return false;
	if (AMONG(&in, at, joins))
		return true;
	for (; byte < text->words[at].start; byte++)
		if (strchr(",;:-\xe2", text->source.ptr[byte]))
			return true;
	return false;
}

/* "would it help | if I came along" */
static bool goes_on_with_if(const struct text *text,
			    const struct clause *clause)
{
	const struct reading in = { text, clause->first, text->nr_words };

	return key_is(&in, clause->end, "if") &&
	       text->words[clause->end].sentence ==
		       text->words[clause->first].sentence;
}

/* "haven't you", "is that right", "do you know": it asks whether the rest is
 * so. */
static bool is_about_the_rest(const struct text *text,
			      const struct clause *clause)
{
	static const char *const rest[] = { "it", "that", "this" };
	static const char *const minds[] = {
		"agree",    "guess", "know",    "mind",  "reckon",
		"remember", "say",   "suppose", "think",
	};
	const struct reading in = { text, clause->first, clause->end };
	bool small = true;

	if (goes_on_with_if(text, clause))
		return false;
	if (AMONG(&in, clause->end - 1, minds))
		return true;
	for (uint32_t i = clause->first; i < clause->end; i++) {
		if (question_word(&in, i) != ASKING_NOTHING)
			return false;
		small = small && text->words[i].classes & WORD_SMALL;
	}
	return small || AMONG(&in, clause->subject_at, rest);
}

static bool asks_of_its_own(const struct text *text,
			    const struct clause *clause)
{
	return clause->mood == MOOD_QUESTION &&
	       is_set_off(text, clause->first) &&
	       !is_about_the_rest(text, clause);
}

/* "What is it for | and who needs it?"; not "When and where do we meet?" */
static bool asks_on(const struct text *text, const struct part *part,
		    uint32_t at)
{
	enum { ASKS_ONE_THING = 3 }; /* words */
	const struct reading in = { text, at, part->end };
	const struct reading embedded = { text, part->first, at };

	/* "Do you know what's in and what isn't?" */
	for (uint32_t i = part->first + 1; i < at; i++)
		if (question_word(&embedded, i) != ASKING_NOTHING)
			return false;
	return at >= part->first + ASKS_ONE_THING && key_is(&in, at, "and") &&
	       question_word(&in, at + 1) != ASKING_NOTHING &&
	       text->sentences[part->sentence].question;
}

/* "Who at the shop knows, | and can I help?": no verb comes before it. */
static bool asks_first(const struct text *text, const struct part *part)
{
	const struct reading in = { text, part->first, part->end };

	return text->sentences[part->sentence].question &&
	       (key_is(&in, in.first, "who") ||
		key_is(&in, in.first, "whose") ||
		(key_is(&in, in.first, "which") &&
		 key_is(&in, in.first + 1, "of")));
}

bool text_next_part(const struct text *text, struct part *part)
{
	bool asked;

	if (part->end >= text->nr_words)
		return false;
	part->first = part->end;
	part->sentence = text->words[part->first].sentence;
	part->end = text->sentences[part->sentence].end;
	asked = asks_first(text, part);
	for (uint32_t i = part->first; i < part->end; i++) {
		const struct clause *clause =
			&text->clauses[text->words[i].clause];

		if (asked && i > part->first &&
		    (asks_on(text, part, i) ||
		     (i == clause->first && asks_of_its_own(text, clause))))
			part->end = i;
		asked = asked || clause->mood == MOOD_QUESTION;
	}
	return true;
}

/* "... | and who needs it" */
static uint32_t asks_on_from(const struct text *text, const struct part *part)
{
	const struct reading in = { text, part->first, part->end };

	return key_is(&in, in.first, "and") &&
			       question_word(&in, in.first + 1) !=
				       ASKING_NOTHING
		       ? in.first + 1
		       : in.first;
}

uint32_t part_asks_from(const struct text *text, const struct part *part)
{
	for (uint32_t i = 0; i < text->nr_scopes; i++) {
		const struct scope *scope = &text->scopes[i];

		if (scope->kind == SCOPE_QUESTION &&
		    scope->opener >= part->first && scope->opener < part->end)
			return scope->opener;
	}
	return asks_on_from(text, part);
}

static bool ends_as_told(const struct text *text,
			 const struct sentence *sentence)
{
	struct str words = str_slice(text->source, sentence->start_byte,
				     sentence->end_byte);

	return str_ends_with(words, STR(".")) || str_ends_with(words, STR("!"));
}

uint32_t part_choice(const struct text *text, const struct part *part)
{
	struct reading in = { text, part->first, part->end };
	uint32_t at = last_or(&in, part_asks_from(text, part));

	return at < in.end ? at + 1 : in.end;
}

enum asking part_asking(const struct text *text, const struct part *part)
{
	const struct sentence *sentence = &text->sentences[part->sentence];
	struct reading in = { text, part->first, part->end };
	enum asking asking;
	uint32_t at;

	if (in.first >= in.end || part_seeks_agreement(text, part))
		return ASKING_NOTHING;
	if (!ends_as_told(text, sentence)) {
		at = sentence->question ? part_asks_from(text, part) : in.first;
		if (sentence->question ||
		    question_word(&in, at) != ASKING_NOTHING)
			return by_its_word(&in, at); /* also without a mark */
	}
	if (!text_requests(text, in.first, in.end))
		return ASKING_NOTHING;
	asking = indirect(&in, in.first);
	return asking == ASKING_NOTHING ? ASKING_TELL : asking;
}

enum asking text_asking(const struct text *text)
{
	enum asking last = ASKING_NOTHING;
	struct part part = { 0 };

	while (text_next_part(text, &part)) {
		enum asking asking = part_asking(text, &part);

		if (asking != ASKING_NOTHING)
			last = asking;
	}
	return last;
}
