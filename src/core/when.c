#include "when_parts.h"

/*
 * Points in time one can be held to, with the words around them: "by noon",
 * "on Thursday the 14th", "within two hours"; not soon, shortly, later.
 * No phrase is longer than a dozen words, so the whole is linear.
 */

/* ---- relative to now ---------------------------------------------------- */

static bool is_plural(const struct frame *frame, uint32_t at)
{
	return str_ends_with(frame->draft->text->words[at].key, STR("s"));
}

static bool is_long_unit(const struct frame *frame, uint32_t at)
{
	enum { DAY_UNIT = 3 };

	return is_calendar(frame, at, UNIT) &&
	       frame->draft->notes[at].which >= DAY_UNIT &&
	       !is_plural(frame, at);
}

/* (later) today, tomorrow morning */
static uint32_t day(const struct frame *frame, uint32_t at)
{
	uint32_t from = at + is(frame, at, "later"), end = from + 1;

	if (!is_calendar(frame, from, DAY))
		return at;
	if (is_calendar(frame, end, PART) || is_calendar(frame, end, MEAL))
		end++;
	mark_time(frame, from, end, WORD_DATE, 0);
	return end;
}

/* this afternoon, next week, the following day, later this month */
static uint32_t next_unit(const struct frame *frame, uint32_t at)
{
	static const char *const which[] = {
		"coming", "following", "next", "same", "this",
	};
	uint32_t word = at + is(frame, at, "later"), unit;

	word += is(frame, word, "the");
	unit = word + 1;
	if (!IS_ANY(frame, word, which))
		return at;
	if (is_weekday(frame, unit)) {
		unit = find_date(frame, unit, 0);
		return unit;
	}
	if (is_calendar(frame, unit, PART) ||
	    (is_long_unit(frame, unit) &&
	     !(is(frame, word, "this") && is(frame, unit, "day"))))
		return unit + 1;
	return at;
}

/* the day after tomorrow, the week after next */
static uint32_t one_further(const struct frame *frame, uint32_t at)
{
	uint32_t unit = at + is(frame, at, "the"), end = unit + 3;

	if (!is_calendar(frame, unit, UNIT) || !is(frame, unit + 1, "after") ||
	    !(is(frame, unit + 2, "tomorrow") || is(frame, unit + 2, "next")))
		return at;
	mark_time(frame, unit, end, WORD_DATE, 0);
	return end;
}

/* (the) end of (the) day, close of business, end of March */
static uint32_t end_of(const struct frame *frame, uint32_t at)
{
	static const char *const ends[] = {
		"beginning", "close", "end", "middle", "start",
	};
	static const char *const owners[] = {
		"each", "every", "my",       "next", "our",
		"the",  "this",  "tomorrow", "your",
	};
	static const char *const business[] = {
		"business", "play", "shift", "trading", "working",
	};
	uint32_t word = at + is(frame, at, "the"), of = word + 1, end;

	if (!IS_ANY(frame, word, ends) || !is(frame, of, "of"))
		return at;
	of += 1 + IS_ANY(frame, of + 1, owners);
	if (IS_ANY(frame, of, business))
		return of + 1 + is(frame, of + 1, "day");
	if (is_calendar(frame, of, UNIT) || is_calendar(frame, of, PART) ||
	    is_calendar(frame, of, DAY) || is_calendar(frame, of, CLOSE) ||
	    is(frame, of, "tomorrow"))
		return of + 1;
	if (of >= frame->end)
		return at;
	end = find_date(frame, of, PREP_MONTH);
	return end > of ? end : at;
}

/* every Friday, each morning, every two hours */
static uint32_t every(const struct frame *frame, uint32_t at)
{
	uint32_t unit = at + 1;

	if (!is(frame, at, "every") && !is(frame, at, "each"))
		return at;
	if (is_weekday(frame, unit))
		return find_date(frame, unit, 0);
	if (is_number(frame, unit, 1, 100))
		unit++;
	return is_calendar(frame, unit, UNIT) || is_calendar(frame, unit, PART)
		       ? unit + 1
		       : at;
}

/* "first thing tomorrow"; "the first thing I did" is no time. */
static uint32_t first_thing(const struct frame *frame, uint32_t at)
{
	uint32_t end = at + 2;

	if (!is(frame, at, "first") || !is(frame, end - 1, "thing") ||
	    (at && is(frame, at - 1, "the")))
		return at;
	if (is(frame, end, "in") && is(frame, end + 1, "the") &&
	    is_calendar(frame, end + 2, PART))
		return end + 3;
	if (is_calendar(frame, end, DAY) || is(frame, end, "on") ||
	    is(frame, end, "next") || is_weekday(frame, end))
		return end;
	return end >= frame->end || frame->draft->notes[end].gap &
					    (GAP_COMMA | GAP_BREAK)
		       ? end
		       : at;
}

/* ---- spans -------------------------------------------------------------- */

/* How many: 2, 2 or 3, half an, a couple of, an; the end, or 0. */
static uint32_t how_many(const struct frame *frame, uint32_t at)
{
	static const char *const least[] = {
		"about",
		"around",
		"roughly",
		"under",
	};

	if (IS_ANY(frame, at, least))
		at++;
	if (is(frame, at, "half"))
		at++;
	if (is(frame, at - 1, "half") && is_calendar(frame, at, UNIT))
		return at; /* the next half hour */
	if (is(frame, at, "a") && is(frame, at + 1, "couple"))
		return at + 2 + is(frame, at + 2, "of");
	if (is(frame, at, "a") || is(frame, at, "an"))
		return at + 1;
	if (!is_number(frame, at, 1, 9999) &&
	    !(at < frame->end && frame->draft->notes[at].fraction))
		return 0;
	at++;
	if ((is(frame, at, "or") || is(frame, at, "to")) &&
	    is_number(frame, at + 1, 1, 9999))
		at += 2;
	return at;
}

/* in 2 hours, within the next day, in a minute (which says: soon) */
static uint32_t span(const struct frame *frame, uint32_t at, unsigned preps)
{
	static const char *const days[] = {
		"business", "calendar", "full", "more", "working",
	};
	bool the = is(frame, at, "the");
	uint32_t word = at + the, unit;
	bool next = is(frame, word, "next") || is(frame, word, "coming") ||
		    is(frame, word, "first");

	if (!(preps & PREP_SPAN))
		return at;
	word += next;
	unit = how_many(frame, word);
	if (!unit) {
		if (!the || (!next && !is(frame, at - 1, "within") &&
			     !is(frame, at - 1, "inside")))
			return at;
		unit = word;
	}
	while (IS_ANY(frame, unit, days))
		unit++;
	if (!is_calendar(frame, unit, UNIT) ||
	    (is(frame, unit, "minute") && is(frame, unit - 1, "a")))
		return at;
	return unit + 1;
}

/* two weeks from today, an hour from now */
static uint32_t from_now(const struct frame *frame, uint32_t at)
{
	uint32_t unit = how_many(frame, at);

	if (!unit || !is_calendar(frame, unit, UNIT) ||
	    !is(frame, unit + 1, "from"))
		return at;
	if (is(frame, unit + 2, "now") || is_calendar(frame, unit + 2, DAY))
		return unit + 3;
	return at;
}

/* in the morning, over the weekend, by lunch, by eod, by then */
static uint32_t part(const struct frame *frame, uint32_t at, unsigned preps)
{
	static const char *const deadlines[] = { "before", "by" };
	uint32_t word = at + is(frame, at, "the");
	bool weekend = is(frame, word, "weekend");

	if (is_calendar(frame, word, CLOSE))
		return word + 1;
	if (!preps)
		return at;
	if (word == at && is(frame, word, "then") && at &&
	    is_any(frame, at - 1, deadlines, ARRAY_LEN(deadlines)))
		return word + 1;
	if (word > at && (is_calendar(frame, word, PART) || weekend) &&
	    is_free(frame, word + 1))
		return word + 1;
	if (preps & PREP_HOUR &&
	    (is_calendar(frame, word, MEAL) ||
	     is_calendar(frame, word, PART)) &&
	    is_free(frame, word + 1))
		return word + 1;
	return at;
}

/* ---- with what stands before -------------------------------------------- */

struct preposition {
	const char *word;
	unsigned preps;
};

enum {
	BY = PREP_HOUR | PREP_DATE | PREP_MONTH,
};

static const struct preposition prepositions[] = {
	{ "after", BY },
	{ "around", PREP_HOUR | PREP_DATE },
	{ "at", PREP_HOUR },
	{ "before", BY },
	{ "between", PREP_HOUR | PREP_RANGE },
	{ "by", BY },
	{ "during", PREP_SPAN | PREP_MONTH },
	{ "for", PREP_DATE },
	{ "from", BY | PREP_RANGE },
	{ "in", PREP_SPAN | PREP_MONTH },
	{ "inside", PREP_SPAN },
	{ "on", PREP_DATE },
	{ "over", PREP_SPAN },
	{ "since", BY },
	{ "than", BY },
	{ "till", BY },
	{ "to", PREP_DATE },
	{ "under", PREP_SPAN },
	{ "until", BY },
	{ "within", PREP_SPAN },
};

static unsigned preps_of(const struct frame *frame, uint32_t at)
{
	const struct preposition *found;

	if (at >= frame->end)
		return 0;
	found = TABLE_FIND(prepositions, frame->draft->text->words[at].key);
	return found ? found->preps : 0;
}

static uint32_t core(const struct frame *frame, uint32_t at, unsigned preps)
{
	uint32_t end;

	if (at >= frame->end)
		return at;
	end = span(frame, at, preps);
	if (end == at)
		end = find_clock(frame, at, preps);
	if (end == at)
		end = find_date(frame, at, preps);
	if (end == at)
		end = day(frame, at);
	if (end == at)
		end = next_unit(frame, at);
	if (end == at)
		end = one_further(frame, at);
	if (end == at)
		end = end_of(frame, at);
	if (end == at)
		end = part(frame, at, preps);
	if (end == at)
		end = every(frame, at);
	if (end == at)
		end = first_thing(frame, at);
	return end > at ? end : from_now(frame, at);
}

/* no later than, on or before, at about: where the words for it end */
static uint32_t skip_preps(const struct frame *frame, uint32_t at,
			   unsigned *preps)
{
	static const char *const roughly[] = {
		"about", "around", "exactly", "or", "roughly",
	};

	if (is(frame, at, "no") && is(frame, at + 1, "later"))
		at += 2;
	*preps = preps_of(frame, at);
	if (!*preps)
		return at;
	at++;
	while (IS_ANY(frame, at, roughly)) {
		at++;
		if (preps_of(frame, at))
			*preps |= preps_of(frame, at++);
	}
	return at;
}

/* What is over cannot be promised. */
static bool is_past(const struct frame *frame, uint32_t at, uint32_t first)
{
	return is(frame, at, "since") || is(frame, at, "than") ||
	       (first && is(frame, first - 1, "last"));
}

/* "Friday or so", "some time next week", "at some point on Monday" */
static bool is_vague(const struct frame *frame, uint32_t at, uint32_t end)
{
	static const char *const rests[] = { "so", "something", "thereabouts",
					     "whenever" };
	static const char *const points[] = { "point", "stage", "time" };

	if (is(frame, end, "ish") ||
	    (is(frame, end, "or") && IS_ANY(frame, end + 1, rests)))
		return true;
	return (at && is(frame, at - 1, "sometime")) ||
	       (at > 1 && is(frame, at - 2, "some") &&
		IS_ANY(frame, at - 1, points));
}

/* The phrase that begins at a word, marked; where it ends. */
static uint32_t phrase(const struct frame *frame, uint32_t at)
{
	unsigned preps;
	uint32_t first = skip_preps(frame, at, &preps), end;

	if (first > at && first < frame->end &&
	    frame->draft->notes[first].gap & (GAP_COMMA | GAP_BREAK))
		return at;
	end = core(frame, first, preps);
	if (end == first)
		return at;
	/* "at the end of the day" is a figure of speech */
	if (is_past(frame, at, first) || is_vague(frame, at, end) ||
	    (is(frame, at, "at") && is(frame, first + 1, "end") &&
	     is(frame, end - 1, "day")))
		return end;
	if (is(frame, end, "at") && is(frame, end + 1, "the") &&
	    is(frame, end + 2, "latest"))
		end += 3;
	for (uint32_t i = at + is(frame, at, "to"); i < end; i++)
		frame->draft->text->words[i].classes |= WORD_WHEN;
	return end;
}

/* ---- counts and sums ---------------------------------------------------- */

/* "one" is a number where something is counted: one hour, one percent. */
static bool is_count(const struct frame *frame, uint32_t at)
{
	const struct note *note = &frame->draft->notes[at];

	if (note->shape == SHAPE_NUMBER)
		return true;
	if (note->shape != SHAPE_SPELT)
		return false;
	return note->number != 1 || is_calendar(frame, at + 1, UNIT) ||
	       is_calendar(frame, at + 1, MONEY) ||
	       is(frame, at + 1, "percent");
}

static void count(const struct frame *frame, uint32_t at)
{
	struct word *word = &frame->draft->text->words[at];
	const struct note *note = &frame->draft->notes[at];

	if (!is_count(frame, at))
		return;
	word->classes |= WORD_NUMBER;
	word->value = word_value_number(note->number, note->fraction);
	if (is_calendar(frame, at + 1, MONEY)) {
		word->classes |= WORD_MONEY;
		word[1].classes |= WORD_MONEY;
	} else if (at && is_calendar(frame, at - 1, MONEY) &&
		   word[-1].sentence == word->sentence &&
		   word[-1].key.len == 3) {
		word->classes |= WORD_MONEY;
		word[-1].classes |= WORD_MONEY;
	}
}

void find_times(struct draft *draft)
{
	struct text *text = draft->text;

	for (uint32_t i = 0; i < text->nr_words; i++)
		if (draft->notes[i].shape == SHAPE_WORD)
			calendar_look_up(text->words[i].key, &draft->notes[i]);
	for (uint32_t i = 0; i < text->nr_sentences; i++) {
		struct frame frame = { draft, text->sentences[i].end };
		uint32_t at = text->sentences[i].first;

		for (uint32_t j = at; j < frame.end; j++)
			count(&frame, j);
		while (at < frame.end) {
			uint32_t end = phrase(&frame, at);

			at = end > at ? end : at + 1;
		}
	}
}
