/* Numbers, money, dates, times, and what one can be held to. */
#include "reading.h"

static void check(unsigned class, const char *source, const char *expected)
{
	struct reading reading = reading_new(source);

	assert_string_equal(expected, reading_class(&reading, class));
	reading_release(&reading);
}

static void check_whole_when(const char *source)
{
	struct reading reading = reading_new(source);
	uint32_t nr = reading.text.nr_words;

	for (uint32_t i = 0; i < nr; i++)
		if (!(reading.text.words[i].classes & WORD_WHEN))
			fail_msg("%s: word %u", source, (unsigned)i);
	reading_release(&reading);
}

static void test_phrases_of_time(void **state)
{
	static const char *const phrases[] = {
		"by noon",
		"on Thursday",
		"until the 19th",
		"within two hours",
		"in ten minutes",
		"by the end of the day",
		"first thing tomorrow",
		"this afternoon",
		"next week",
		"at 4",
		"at 4 pm",
		"at 4 p.m.",
		"before five",
		"half past three",
		"a quarter to nine",
		"in an hour",
		"16:00",
		"4.30pm",
		"14 March",
		"March 14th",
		"14/3",
		"2026-03-14",
		"Monday week",
		"tonight",
		"by Q3",
		"by end of play",
		"close of business on Friday",
		"on or before 14 March 2026",
		"no later than noon",
		"between two and four",
		"at two thirty",
		"in half an hour",
		"in a couple of days",
		"in 2 or 3 days",
		"over the next three working days",
		"within the hour",
		"two weeks from today",
		"every Friday",
		"in the morning",
		"over the weekend",
		"before lunch",
		"by 4 at the latest",
		"first thing in the morning",
		"later today",
		"at about 4",
		"on fri",
		"by eod",
		"twenty-first of June",
		"in May",
		"from 9 to 5",
		"at half four",
		"the following day",
		"Thursday the 14th at ten o'clock",
		"in 48 hours",
		"by then",
		"within the next half hour",
		"Tuesday, half seven",
		"Thursday, half past nine",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(phrases); i++)
		check_whole_when(phrases[i]);
}

static void test_no_times(void **state)
{
	static const char *const phrases[] = {
		"soon, shortly, asap, later, eventually, in due course",
		"I sat in the sun, we may march on",
		"by 5 people at 3 sites, before two customers",
		"by two weeks, at 10 percent, by one of them",
		"at the end of the day it is your call",
		"last Friday, since Monday, two days ago",
		"the first thing I did, the third time, on the third floor",
		"in a minute, good morning, a second call, 24/7",
		"one day, half of it, for two weeks, on my second try",
		"Friday or so, some time next week, sometime on Monday",
		"at some point this afternoon, Tuesday or thereabouts",
		"then, back then, since then",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(phrases); i++)
		check(WORD_WHEN, phrases[i], "");
}

static void test_times_and_dates(void **state)
{
	(void)state;
	check(WORD_TIME, "at 4 on Friday, half past three", "4 half past 3");
	check(WORD_DATE, "at 4 on Friday the 14th", "friday the 14th");
	check(WORD_DATE, "last Friday we lost it", "friday");
	check(WORD_DATE, "By when? The thirtieth.", "the thirtieth");
	check(WORD_DATE, "The second one is yours", "");
	check(WORD_NAME, "Then I told Dana on Friday in March", "dana");
}

static void test_numbers(void **state)
{
	(void)state;
	check(WORD_NUMBER, "three of 4 boxes, 1,000 pages, 2.5 and 50%",
	      "3 4 1000 2.5 50");
	check(WORD_NUMBER, "no one, the one thing, one of us", "");
	check(WORD_NUMBER, "one hour", "1");
	check(WORD_NUMBER, "at 4 on the 14th", "");
}

static void test_money(void **state)
{
	(void)state;
	check(WORD_MONEY,
	      "I owe $650, 650 dollars and \xc2\xa3"
	      "64 for 3",
	      "650 650 dollars 64");
	check(WORD_MONEY, "EUR 90, a hundred pounds, fifty cents, $5k",
	      "eur 90 100 pounds 50 cents 5k");
}

/* The value of the last word of a text. */
static uint32_t value(const char *source)
{
	struct reading reading = reading_new(source);
	uint32_t last = reading.text.words[reading.text.nr_words - 1].value;

	reading_release(&reading);
	return last;
}

static void test_values(void **state)
{
	(void)state;
	assert_int_equal(word_value_clock(240), value("by four"));
	assert_int_equal(value("16:00"), value("by four"));
	assert_int_equal(value("at 4 pm"), value("at four o'clock"));
	assert_int_equal(value("at 4.30"), value("half past four"));
	assert_int_equal(value("quarter to nine"), value("at 8:45"));
	assert_int_equal(value("noon"), value("at 12"));
	assert_int_equal(value("14 March"), value("the 14th of March"));
	assert_int_equal(value("March 14"), value("14/3"));
	assert_int_equal(value("2026-03-14"), word_value_date(14, 3));
	assert_int_equal(value("until the 14th"), word_value_date(14, 0));
	assert_int_equal(value("by the fourteenth"), word_value_date(14, 0));
	assert_int_equal(word_value_date(14, 0) & 31,
			 word_value_date(14, 3) & 31);
	assert_int_equal(value("twenty-five"), value("25"));
	assert_int_equal(value("two hundred and fifty"), value("\xc2\xa3"
							       "250"));
	assert_int_equal(value("$5k"), value("5,000"));
	assert_int_not_equal(value("4"), value("by 4"));
	assert_int_not_equal(value("2.5"), value("2"));
	assert_int_equal(0, value("nothing here"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_phrases_of_time),
		cmocka_unit_test(test_no_times),
		cmocka_unit_test(test_times_and_dates),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_money),
		cmocka_unit_test(test_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
