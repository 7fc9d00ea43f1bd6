/* Is a turn said, to somebody, and in prose? */
#include "reading.h"

#include "../../../src/core/moment.h"

/* The value of a measure that looks at words alone; -1: it does not apply. */
static int measured(bool (*measure)(const struct moment *m, int *value),
		    const char *source)
{
	struct reading reading = reading_new(source);
	const struct moment moment = { .text = &reading.text };
	int value;

	if (!measure(&moment, &value))
		value = -1;
	reading_release(&reading);
	return value;
}

static void test_unsaid_is_a_share(void **state)
{
	(void)state;
	assert_int_equal(measured(measure_unsaid, "We broke the harp."), 0);
	assert_int_equal(measured(measure_unsaid,
				  "I won't say that we broke it."), 50);
	assert_int_equal(measured(measure_unsaid,
				  "A good roofer would say that it leaks."),
			 100);
}

static void test_address(void **state)
{
	(void)state;
	assert_int_equal(measured(measure_address, "Thursday at nine."), -1);
	assert_int_equal(measured(measure_address,
		"The old miller had a mill and a mule and a sack of oats, and "
		"he told everybody the truth: 'I lost your oats, I own it, my "
		"fault.' And so the mule ate hay."), 0);
	assert_int_equal(measured(measure_address,
		"The oats went to the wrong mill, and I knew it on Monday. I "
		"should have rung you then. Two sacks are on the cart now and "
		"with you by six."), 12);
}

static void test_rhymes(void **state)
{
	(void)state;
	assert_int_equal(measured(measure_rhymes,
		"The roof was late, the oak's a mate, I heard it rain, I "
		"felt the pain, and in the night, I saw the light."), 3);
	assert_int_equal(measured(measure_rhymes,
		"The roof was late / and I was wrong / I'll bring a slate / "
		"before too long"), 5);
	/* days rhyme, and figures are parted by slashes */
	assert_int_equal(measured(measure_rhymes,
		"Not Monday, not Tuesday, but Friday."), 0);
	assert_int_equal(measured(measure_rhymes,
		"It is 9 / 10 / 11 June, and/or the 12th."), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unsaid_is_a_share),
		cmocka_unit_test(test_address),
		cmocka_unit_test(test_rhymes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
