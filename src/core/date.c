#include "when_parts.h"

/*
 * Clocks and dates as they are written and as they are said, and what they
 * amount to: "half past three" is 3:30, "the 14th of March" is 14 and 3.
 */

/* ---- looking ------------------------------------------------------------ */

bool is(const struct frame *frame, uint32_t at, const char *key)
{
	return at < frame->end &&
	       word_is(frame->draft->text, at, str_from(key));
}

bool is_any(const struct frame *frame, uint32_t at, const char *const *keys,
	    size_t nr)
{
	return at < frame->end && table_find(keys, nr, sizeof(*keys),
					     frame->draft->text->words[at].key);
}

bool is_calendar(const struct frame *frame, uint32_t at, enum calendar calendar)
{
	return at < frame->end && frame->draft->notes[at].calendar == calendar;
}

static bool is_capital(const struct frame *frame, uint32_t at)
{
	const struct text *text = frame->draft->text;
	char c = text->source.ptr[text->words[at].start];

	return c >= 'A' && c <= 'Z';
}

bool is_number(const struct frame *frame, uint32_t at, uint32_t least,
	       uint32_t most)
{
	const struct note *note;

	if (at >= frame->end)
		return false;
	note = &frame->draft->notes[at];
	return (note->shape == SHAPE_NUMBER || note->shape == SHAPE_SPELT) &&
	       !note->fraction && note->number >= least && note->number <= most;
}

static uint32_t number_of(const struct frame *frame, uint32_t at)
{
	return frame->draft->notes[at].number;
}

bool is_free(const struct frame *frame, uint32_t at)
{
	static const char *const counted[] = {
		"more", "much", "of", "other", "percent", "such",
	};
	static const char *const free[] = {
		"bst", "cet",   "est",   "gmt", "local", "onward",
		"pst", "sharp", "suits", "utc", "work",  "works",
	};
	const struct note *note;

	if (at >= frame->end)
		return true;
	note = &frame->draft->notes[at];
	if (note->gap & (GAP_COMMA | GAP_BREAK) || IS_ANY(frame, at, free))
		return true;
	if (IS_ANY(frame, at, counted))
		return false;
	if (note->calendar)
		return note->calendar != UNIT && note->calendar != MONEY;
	return note->kinds &&
	       !(note->kinds & (IS_NOUNISH | IS_TEAM | IS_PERSON));
}

/* "5 to 10 people" counts people, whatever stands before the 10. */
static bool is_free_number(const struct frame *frame, uint32_t at)
{
	static const char *const joins[] = { "and", "or", "to" };

	if (IS_ANY(frame, at, joins) && is_number(frame, at + 1, 0, 9999))
		return is_free(frame, at + 2);
	return is_free(frame, at);
}

/* ---- marking ------------------------------------------------------------ */

void mark_time(const struct frame *frame, uint32_t first, uint32_t end,
	       unsigned class, uint32_t value)
{
	for (uint32_t i = first; i < end; i++) {
		struct word *word = &frame->draft->text->words[i];

		word->classes |= (uint16_t) class;
		word->classes &= (uint16_t) ~(WORD_NUMBER | WORD_NAME);
		word->value = value;
	}
}

/* ---- the clock ---------------------------------------------------------- */

static bool is_half_day(const struct frame *frame, uint32_t at)
{
	return is(frame, at, "am") || is(frame, at, "pm");
}

static uint32_t mark_clock(const struct frame *frame, uint32_t first,
			   uint32_t end, uint32_t minutes)
{
	if (is_half_day(frame, end))
		end++;
	mark_time(frame, first, end, WORD_TIME, word_value_clock(minutes));
	return end;
}

/* 16:00; 4 pm; 4 o'clock; noon */
static uint32_t plain_clock(const struct frame *frame, uint32_t at)
{
	static const char *const hours[] = { "am", "o'clock", "oclock", "pm" };
	struct note *note = &frame->draft->notes[at];

	if (note->shape == SHAPE_CLOCK)
		return mark_clock(frame, at, at + 1, note->number);
	if (note->calendar == NOON)
		return mark_clock(frame, at, at + 1, 0);
	if (is(frame, at, "12") && is_calendar(frame, at + 1, NOON))
		return mark_clock(frame, at, at + 2, 0);
	if (is_number(frame, at, 1, 12) && IS_ANY(frame, at + 1, hours) &&
	    !frame->draft->notes[at + 1].gap)
		return mark_clock(frame, at, at + 2, note->number * 60);
	return at;
}

/* The minutes that "half", "a quarter", "20 (minutes)" say, and their end. */
static uint32_t part_of_hour(const struct frame *frame, uint32_t at,
			     uint32_t *minutes)
{
	if (is(frame, at, "a"))
		at++;
	if (is(frame, at, "half"))
		*minutes = 30;
	else if (is(frame, at, "quarter"))
		*minutes = 15;
	else if (is_number(frame, at, 1, 29))
		*minutes = number_of(frame, at);
	else
		return 0;
	if (is(frame, at + 1, "minutes"))
		at++;
	return at + 1;
}

/* half past three, a quarter to nine; ten to nine only behind a "by" */
static uint32_t past_clock(const struct frame *frame, uint32_t at,
			   unsigned preps)
{
	bool prep = (preps & PREP_HOUR) && !(preps & PREP_RANGE);
	uint32_t minutes = 0, mid = part_of_hour(frame, at, &minutes), hour;
	bool plain = is_number(frame, at, 5, 25) && minutes % 5 == 0;

	if (!mid || !is_number(frame, mid + 1, 1, 12))
		return at;
	hour = number_of(frame, mid + 1) * 60;
	if (is(frame, mid, "past") && (minutes % 5 == 0 || mid > at + 1))
		return mark_clock(frame, at, mid + 2, hour + minutes);
	if (!is(frame, mid, "to") ||
	    (plain && (!prep || !is_free(frame, mid + 2))) ||
	    (!plain && minutes != 15 && mid == at + 1))
		return at;
	return mark_clock(frame, at, mid + 2, hour + 12 * 60 - minutes);
}

/* "4.30" behind a preposition: the fraction is minutes. */
static bool is_dotted_clock(const struct frame *frame, uint32_t at)
{
	struct str key = frame->draft->text->words[at].key;
	const struct note *note = &frame->draft->notes[at];

	return note->shape == SHAPE_NUMBER && note->number <= 24 &&
	       note->fraction < 600 && key.len > 3 &&
	       key.ptr[key.len - 3] == '.';
}

/* by four, at 4.30, at two thirty, at half four */
static uint32_t bare_hour(const struct frame *frame, uint32_t at)
{
	uint32_t hour, minutes = 0, end = at + 1;

	if (is(frame, at, "half") && is_number(frame, at + 1, 1, 12) &&
	    is_free(frame, at + 2))
		return mark_clock(frame, at, at + 2,
				  number_of(frame, at + 1) * 60 + 30);
	if (is_dotted_clock(frame, at))
		return is_free(frame, end)
			       ? mark_clock(frame, at, end,
					    number_of(frame, at) * 60 +
						    frame->draft->notes[at]
								    .fraction /
							    10u)
			       : at;
	if (!is_number(frame, at, 1, 12) || is_month(frame, end) ||
	    frame->draft->text->words[at].classes & WORD_MONEY)
		return at;
	hour = number_of(frame, at) * 60;
	if (is_number(frame, end, 10, 55) && number_of(frame, end) % 5 == 0 &&
	    !frame->draft->notes[end].gap)
		minutes = number_of(frame, end++);
	if (!is_free_number(frame, end))
		return at;
	return mark_clock(frame, at, end, hour + minutes);
}

/* "Tuesday, half seven", "Thursday, nine sharp" */
static bool is_after_day(const struct frame *frame, uint32_t at)
{
	return at && (is_weekday(frame, at - 1) ||
		      is_calendar(frame, at - 1, DAY) ||
		      (is_calendar(frame, at - 1, PART) &&
		       frame->draft->text->words[at - 1].classes & WORD_WHEN));
}

uint32_t find_clock(const struct frame *frame, uint32_t at, unsigned preps)
{
	uint32_t end = past_clock(frame, at, preps), more;

	if (end == at)
		end = plain_clock(frame, at);
	if (end == at && (preps & PREP_HOUR || is_after_day(frame, at)))
		end = bare_hour(frame, at);
	if (end == at)
		return at;
	/* between two and four, at 3 or 4 */
	if (end + 1 < frame->end &&
	    (is(frame, end, "and") || is(frame, end, "or") ||
	     is(frame, end, "to"))) {
		more = plain_clock(frame, end + 1);
		if (more == end + 1)
			more = bare_hour(frame, end + 1);
		if (more > end + 1)
			return more;
	}
	return end;
}

/* ---- dates -------------------------------------------------------------- */

static bool is_prep_before(const struct frame *frame, uint32_t at)
{
	static const char *const preps[] = {
		"before", "by", "every", "in", "next", "on", "this", "until",
	};

	return at && !(frame->draft->notes[at].gap & GAP_BREAK) &&
	       IS_ANY(frame, at - 1, preps);
}

bool is_weekday(const struct frame *frame, uint32_t at)
{
	return is_calendar(frame, at, WEEKDAY) ||
	       (is_calendar(frame, at, WEEKDAY_SHORT) &&
		(is_capital(frame, at) || is_prep_before(frame, at)));
}

bool is_month(const struct frame *frame, uint32_t at)
{
	return is_calendar(frame, at, MONTH) ||
	       (is_calendar(frame, at, MONTH_SHORT) &&
		(is_capital(frame, at) || is_prep_before(frame, at) ||
		 is(frame, at, "march")));
}

/* The day that 14th, fourteenth or twenty-first says, and the end. */
static uint32_t ordinal(const struct frame *frame, uint32_t at, uint32_t *day)
{
	uint32_t tens = 0;

	if (is_number(frame, at, 20, 30) && number_of(frame, at) % 10 == 0 &&
	    is_calendar(frame, at + 1, ORDINAL))
		tens = number_of(frame, at++);
	if (is_calendar(frame, at, ORDINAL))
		*day = tens + frame->draft->notes[at].which;
	else if (at < frame->end &&
		 frame->draft->notes[at].shape == SHAPE_ORDINAL)
		*day = number_of(frame, at);
	else
		return 0;
	return *day && *day <= 31 ? at + 1 : 0;
}

static uint32_t mark_date(const struct frame *frame, uint32_t first,
			  uint32_t end, uint32_t day, uint32_t month)
{
	bool the = is(frame, first, "the");

	if (month && is_number(frame, end, 1900, 2100))
		end++;
	mark_time(frame, first, end, WORD_DATE, 0);
	mark_time(frame, first + the, end, WORD_DATE,
		  word_value_date(day, month));
	return end;
}

/* "By when?" "The thirtieth." */
static bool is_whole_sentence(const struct frame *frame, uint32_t first,
			      uint32_t end)
{
	const struct text *text = frame->draft->text;
	const struct sentence *sentence =
		&text->sentences[text->words[first].sentence];

	return sentence->first == first && sentence->end == end;
}

/* 14 March, the 14th (of March), fourteenth of March */
static uint32_t day_first(const struct frame *frame, uint32_t at, bool prep)
{
	bool the = is(frame, at, "the"), spelt;
	uint32_t day = 0, end = ordinal(frame, at + the, &day), month_at;

	if (!end && !the && is_number(frame, at, 1, 31) &&
	    is_month(frame, at + 1)) {
		day = number_of(frame, at);
		end = at + 1;
	}
	if (!end)
		return at;
	month_at = end + is(frame, end, "of");
	if (is_month(frame, month_at))
		return mark_date(frame, at, month_at + 1, day,
				 frame->draft->notes[month_at].which);
	spelt = is_calendar(frame, end - 1, ORDINAL) &&
		!is_whole_sentence(frame, at, end);
	if ((spelt && !(the && prep)) || (!the && !prep) ||
	    !is_free(frame, end))
		return at;
	return mark_date(frame, at, end, day, 0);
}

/* March 14th; a month by itself behind a preposition */
static uint32_t month_first(const struct frame *frame, uint32_t at, bool prep)
{
	uint32_t month, next = at + 1, day = 0, end;

	if (!is_month(frame, at))
		return at;
	month = frame->draft->notes[at].which;
	next += is(frame, next, "the");
	end = ordinal(frame, next, &day);
	if (!end && is_number(frame, next, 1, 31) &&
	    (is_free(frame, next + 1) ||
	     is_number(frame, next + 1, 1900, 2100))) {
		day = number_of(frame, next);
		end = next + 1;
	}
	if (end)
		return mark_date(frame, at, end, day, month);
	return prep ? mark_date(frame, at, at + 1, 0, month) : at;
}

/* Friday (morning, week, night) */
static uint32_t weekday(const struct frame *frame, uint32_t at)
{
	uint32_t end = at + 1;

	if (!is_weekday(frame, at))
		return at;
	if (is_calendar(frame, end, PART) || is(frame, end, "week") ||
	    is(frame, end, "lunchtime"))
		end++;
	mark_time(frame, at, end, WORD_DATE, 0);
	return end;
}

/* in 2026, until 2030 */
static uint32_t year(const struct frame *frame, uint32_t at, unsigned preps)
{
	if (!(preps & PREP_MONTH) || !is_number(frame, at, 2000, 2099) ||
	    !is_free(frame, at + 1))
		return at;
	return mark_date(frame, at, at + 1, 0, 0);
}

uint32_t find_date(const struct frame *frame, uint32_t at, unsigned preps)
{
	const struct note *note = &frame->draft->notes[at];
	uint32_t end;

	if (note->shape == SHAPE_DATE)
		return mark_date(frame, at, at + 1, note->number % 32,
				 note->number / 32);
	end = weekday(frame, at);
	if (end == at)
		end = day_first(frame, at, preps & PREP_DATE);
	if (end == at)
		end = month_first(frame, at, preps & PREP_MONTH);
	if (end == at)
		end = year(frame, at, preps);
	return end;
}
