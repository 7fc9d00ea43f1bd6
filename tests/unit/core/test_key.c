/* One spelling a word: keys, contractions, numbers, stems. */
#include "reading.h"

static void check_key(const char *word, const char *expected)
{
	struct strbuf out = { 0 };

	text_key(&out, str_from(word));
	assert_string_equal(expected, out.ptr);
	strbuf_release(&out);
}

static void check_same(const char *a, const char *b)
{
	struct strbuf out = { 0 };

	text_key(&out, str_from(a));
	check_key(b, out.ptr);
	strbuf_release(&out);
}

static void check_words(const char *source, const char *expected)
{
	struct reading reading = reading_new(source);

	assert_string_equal(expected,
			    reading_keys(&reading, 0, reading.text.nr_words));
	reading_release(&reading);
}

static void test_letters(void **state)
{
	(void)state;
	check_same("Apologize", "apologise");
	check_same("analyzed", "analysed");
	check_same("behaviour", "behavior");
	check_same("COLOURS", "colors");
	check_same("cancelled", "canceled");
	check_same("travelling", "traveling");
	check_same("fulfil", "fulfill");
	check_same("centre", "center");
	check_same("jewellery", "jewelry");
	check_same("dialled", "dialed");
	check_same("programme", "program");
	check_same("whilst", "while");
	check_same("okay", "OK");
	check_key("hour", "hour");
	check_key("your", "your");
	check_key("call", "call");
	check_key("really", "really");
	check_key("cheque", "cheque");
	check_key("\xc3\x89t\xc3\xa9", "\xc3\xa9t\xc3\xa9");
	check_key("\xc5\xbd\xc3\x9cRICH", "\xc5\xbe\xc3\xbcrich");
	check_key("don\xe2\x80\x99t", "don't");
	check_key("", "");
}

static void test_contractions(void **state)
{
	(void)state;
	check_words("can't won't shan't ain't isn't",
		    "can not will not shall not is not is not");
	check_words("I'm we'll you'd they've we're",
		    "i am we will you would they have we are");
	check_words("it's that's there's what's let's",
		    "it is that is there is what is let us");
	check_words("dont cant wont didnt im ive youre",
		    "do not can not will not did not i am i have you are");
	check_words("cannot gonna wanna gotta gimme dunno",
		    "can not going to want to got to give me do not know");
	check_words("it's been, you'd better", "it has been you had better");
	check_words("she'd not opened it, you'd had it, I'd put it",
		    "she had not opened it you had had it i would put it");
	check_words("the van's been towed, Dana's not here",
		    "the van has been towed dana is not here");
	check_words("CAN'T Don\xe2\x80\x99T", "can not do not");
	check_words("you'll she'll they'll who'll",
		    "you will she will they will who will");
	check_words("y'all should've known", "you all should have known");
}

static void test_what_is_left_alone(void **state)
{
	(void)state;
	check_words("its ill were well shell id o'clock",
		    "its ill were well shell id o'clock");
}

static void test_possessives(void **state)
{
	(void)state;
	check_words("the client's, the clients' and Dana\xe2\x80\x99s",
		    "the client the clients and dana");
	check_key("client's", "client");
}

static void test_short_ways_of_writing(void **state)
{
	(void)state;
	check_words("yeah yep nope u ur pls thx",
		    "yes yes no you your please thanks");
}

static void test_number_words(void **state)
{
	(void)state;
	check_key("two", "2");
	check_key("twenty-five", "25");
	check_words("two, twenty-five, ninety nine", "2 25 99");
	check_words("two hundred and fifty, a hundred", "250 a 100");
	check_words("3 hundred, five thousand, twelve thousand two hundred",
		    "300 5000 12200");
	check_words("three thousand and five", "3005");
	check_words("one or two, four five, twenty, five", "1 or 2 4 5 20 5");
	check_words("1,000 and 1,000,000.00 but 1,23",
		    "1000 and 1000000 but 1 23");
	check_words("a couple of days", "a couple of days");
	check_words("30min, 2x, the 14th, Q3", "30 minute 2 x the 14th q3");
}

static void check_stem(const char *a, const char *b, bool same)
{
	bool equal = text_stem(str_from(a)) == text_stem(str_from(b));

	if (equal != same)
		fail_msg("%s and %s", a, b);
}

static void test_stems(void **state)
{
	(void)state;
	check_stem("plan", "plans", true);
	check_stem("plan", "planned", true);
	check_stem("plan", "planning", true);
	check_stem("move", "moving", true);
	check_stem("try", "tries", true);
	check_stem("try", "tried", true);
	check_stem("try", "trying", true);
	check_stem("call", "calling", true);
	check_stem("box", "boxes", true);
	check_stem("agree", "agreed", true);
	check_stem("miss", "missed", true);
	check_stem("new", "news", true);
	check_stem("need", "ne", false);
	check_stem("plan", "plane", false);
	check_stem("bus", "bu", false);
	check_stem("speed", "spe", false);
	check_stem("contact", "contract", false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_letters),
		cmocka_unit_test(test_contractions),
		cmocka_unit_test(test_what_is_left_alone),
		cmocka_unit_test(test_possessives),
		cmocka_unit_test(test_short_ways_of_writing),
		cmocka_unit_test(test_number_words),
		cmocka_unit_test(test_stems),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
