#include "text_parts.h"

/* The words of the calendar, the clock and the purse, and their values. */

struct entry {
	const char *word;
	uint8_t calendar, which;
};

static const struct entry entries[] = {
	{ "afternoon", PART, 0 }, { "apr", MONTH, 4 }, { "april", MONTH, 4 },
	{ "aug", MONTH, 8 }, { "august", MONTH, 8 }, { "bedtime", MEAL, 0 },
	{ "breakfast", MEAL, 0 }, { "buck", MONEY, 0 }, { "bucks", MONEY, 0 },
	{ "cent", MONEY, 0 }, { "cents", MONEY, 0 }, { "chf", MONEY, 0 },
	{ "cob", CLOSE, 0 }, { "dawn", MEAL, 0 }, { "day", UNIT, 3 },
	{ "days", UNIT, 3 }, { "dec", MONTH_SHORT, 12 },
	{ "december", MONTH, 12 }, { "dinner", MEAL, 0 },
	{ "dinnertime", MEAL, 0 }, { "dirham", MONEY, 0 },
	{ "dirhams", MONEY, 0 }, { "dollar", MONEY, 0 },
	{ "dollars", MONEY, 0 }, { "eighteenth", ORDINAL, 18 },
	{ "eighth", ORDINAL, 8 }, { "eleventh", ORDINAL, 11 },
	{ "eod", CLOSE, 0 }, { "eom", CLOSE, 0 }, { "eop", CLOSE, 0 },
	{ "eow", CLOSE, 0 }, { "eur", MONEY, 0 }, { "euro", MONEY, 0 },
	{ "euros", MONEY, 0 }, { "evening", PART, 0 }, { "feb", MONTH, 2 },
	{ "february", MONTH, 2 }, { "fifteenth", ORDINAL, 15 },
	{ "fifth", ORDINAL, 5 }, { "first", ORDINAL, 1 },
	{ "fortnight", UNIT, 8 }, { "fourteenth", ORDINAL, 14 },
	{ "fourth", ORDINAL, 4 }, { "franc", MONEY, 0 },
	{ "francs", MONEY, 0 }, { "fri", WEEKDAY, 0 },
	{ "friday", WEEKDAY, 0 }, { "gbp", MONEY, 0 }, { "grand", MONEY, 0 },
	{ "hour", UNIT, 2 }, { "hours", UNIT, 2 }, { "jan", MONTH, 1 },
	{ "january", MONTH, 1 }, { "jul", MONTH, 7 }, { "july", MONTH, 7 },
	{ "jun", MONTH, 6 }, { "june", MONTH, 6 }, { "krona", MONEY, 0 },
	{ "kroner", MONEY, 0 }, { "kronor", MONEY, 0 }, { "lunch", MEAL, 0 },
	{ "lunchtime", MEAL, 0 }, { "mar", MONTH_SHORT, 3 },
	{ "march", MONTH_SHORT, 3 }, { "may", MONTH_SHORT, 5 },
	{ "midday", NOON, 0 }, { "midnight", NOON, 0 }, { "minute", UNIT, 1 },
	{ "minutes", UNIT, 1 }, { "mon", WEEKDAY_SHORT, 0 },
	{ "monday", WEEKDAY, 0 }, { "month", UNIT, 5 }, { "months", UNIT, 5 },
	{ "morning", PART, 0 }, { "night", PART, 0 }, { "nightfall", MEAL, 0 },
	{ "nineteenth", ORDINAL, 19 }, { "ninth", ORDINAL, 9 },
	{ "noon", NOON, 0 }, { "nov", MONTH, 11 }, { "november", MONTH, 11 },
	{ "oct", MONTH, 10 }, { "october", MONTH, 10 }, { "pence", MONEY, 0 },
	{ "pound", MONEY, 0 }, { "pounds", MONEY, 0 }, { "q1", CLOSE, 0 },
	{ "q2", CLOSE, 0 }, { "q3", CLOSE, 0 }, { "q4", CLOSE, 0 },
	{ "quarter", UNIT, 6 }, { "quarters", UNIT, 6 }, { "quid", MONEY, 0 },
	{ "rupee", MONEY, 0 }, { "rupees", MONEY, 0 },
	{ "sat", WEEKDAY_SHORT, 0 }, { "saturday", WEEKDAY, 0 },
	{ "second", ORDINAL, 2 }, { "sep", MONTH, 9 }, { "sept", MONTH, 9 },
	{ "september", MONTH, 9 }, { "seventeenth", ORDINAL, 17 },
	{ "seventh", ORDINAL, 7 }, { "sixteenth", ORDINAL, 16 },
	{ "sixth", ORDINAL, 6 }, { "sun", WEEKDAY_SHORT, 0 },
	{ "sunday", WEEKDAY, 0 }, { "sunrise", MEAL, 0 },
	{ "sunset", MEAL, 0 }, { "teatime", MEAL, 0 },
	{ "tenth", ORDINAL, 10 }, { "third", ORDINAL, 3 },
	{ "thirteenth", ORDINAL, 13 }, { "thirtieth", ORDINAL, 30 },
	{ "thu", WEEKDAY, 0 }, { "thur", WEEKDAY, 0 }, { "thurs", WEEKDAY, 0 },
	{ "thursday", WEEKDAY, 0 }, { "today", DAY, 0 },
	{ "tomorrow", DAY, 0 }, { "tonight", DAY, 0 }, { "tue", WEEKDAY, 0 },
	{ "tues", WEEKDAY, 0 }, { "tuesday", WEEKDAY, 0 },
	{ "twelfth", ORDINAL, 12 }, { "twentieth", ORDINAL, 20 },
	{ "usd", MONEY, 0 }, { "wed", WEEKDAY_SHORT, 0 },
	{ "wednesday", WEEKDAY, 0 }, { "weds", WEEKDAY_SHORT, 0 },
	{ "week", UNIT, 4 }, { "weekend", UNIT, 9 }, { "weekends", UNIT, 9 },
	{ "weeks", UNIT, 4 }, { "year", UNIT, 7 }, { "years", UNIT, 7 },
	{ "yen", MONEY, 0 },
};

void calendar_look_up(struct str key, struct note *note)
{
	const struct entry *entry = TABLE_FIND(entries, key);

	if (!entry)
		return;
	note->calendar = entry->calendar;
	note->which = entry->which;
}

/* The kind of value stands in the upper bits, so that kinds never meet. */
enum {
	VALUE_CLOCK = 1 << 16,
	VALUE_DATE = 2 << 16,
};

uint32_t word_value_number(uint32_t whole, uint32_t thousandths)
{
	/* spread, so that numbers beyond 2 millions rarely meet */
	return (whole * 1000 + thousandths) * 2654435761u | 1u << 31;
}

uint32_t word_value_clock(unsigned minutes)
{
	return VALUE_CLOCK | minutes % (12 * 60);
}

uint32_t word_value_date(unsigned day, unsigned month)
{
	return VALUE_DATE | (day % 32 + 32 * (month % 16));
}
