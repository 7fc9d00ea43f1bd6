/* Is a turn said, to somebody, in prose and to the end? */
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
	/* denied in quotation marks, taken back, imagined */
	assert_int_equal(measured(measure_unsaid,
				  "I don't say 'we broke it'."), 42);
	assert_int_equal(measured(measure_unsaid,
				  "We broke the harp and we pay. Only joking."),
			 100);
	assert_int_equal(measured(measure_unsaid,
		"We broke the harp. I don't mean it as an excuse."), 0);
	assert_int_equal(measured(measure_unsaid,
				  "Imagine I'd rung you on Monday."), 100);
	assert_int_equal(measured(measure_unsaid,
				  "Imagine we move the door to the left."), 0);
	assert_int_equal(measured(measure_unsaid,
				  "I won't claim it was us."), 42);
	assert_int_equal(measured(measure_unsaid,
				  "I'm not offering you two ways."), 42);
	assert_int_equal(measured(measure_unsaid,
		"Suppose a van were near, I'd tell you."), 100);
	assert_int_equal(measured(measure_unsaid,
		"Had I broken it, I'd say so."), 100);
	assert_int_equal(measured(measure_unsaid,
		"Had I looked, I would have seen the crack."), 0);
	assert_int_equal(measured(measure_unsaid,
				  "And you'll say: lovely, that helps."), 42);
	/* what others advise, and what they once did */
	assert_int_equal(measured(measure_unsaid,
				  "Coach says that one should own it."), 100);
	assert_int_equal(measured(measure_unsaid,
				  "My coach says that the pool is shut."), 0);
	assert_int_equal(measured(measure_unsaid,
		"I book it today, and you should tell me which."), 0);
	assert_int_equal(measured(measure_unsaid,
		"The manual is plain and I should tell you why I missed it."),
			 0);
	assert_int_equal(measured(measure_unsaid,
		"My colleague once dropped a harp. He paid at once. I own it."),
			 76);
	assert_int_equal(measured(measure_unsaid,
		"I told my colleague at once. He paid."), 0);
	assert_int_equal(measured(measure_unsaid,
		"A colleague once had a harp like this. Yours is done."), 0);
	/* wished for, not asked leave for, nor a month */
	assert_int_equal(measured(measure_unsaid,
		"May the harp be whole again by noon."), 100);
	assert_int_equal(measured(measure_unsaid,
		"May I ring you at noon? May is too late."), 0);
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

static void test_denials(void **state)
{
	(void)state;
	assert_int_equal(measured(measure_denials,
		"I don't pay for it. I won't come by. I'm not sorry. Bye."),
			 75);
	assert_int_equal(measured(measure_denials,
		"I can't do Friday. I don't have the van. Take Monday."), -1);
}

static void test_rhymes(void **state)
{
	(void)state;
	assert_int_equal(measured(measure_rhymes,
		"The roof was late, the oak's a mate, I heard it rain, I "
		"felt the pain, and in the night, I saw the light."), 3);
	assert_int_equal(measured(measure_rhymes,
		"The roof was late / and I was wrong / I'll bring a slate / "
		"before too long"), 6);
	/* in metre, by its sound; and what only ends alike */
	assert_int_equal(measured(measure_rhymes,
		"The roof came down, and it was late, I'll bring the slate to "
		"you by eight, and then I own what I did wrong, and that will "
		"not have taken long."), 3);
	assert_int_equal(measured(measure_rhymes,
		"The oak was painted, sanded, and the pine was longer, and "
		"your daughter, if she likes it, has the hammer."), 0);
	/* days rhyme, and figures are parted by slashes */
	assert_int_equal(measured(measure_rhymes,
		"Not Monday, not Tuesday, but Friday."), 0);
	assert_int_equal(measured(measure_rhymes,
		"It is 9 / 10 / 11 June, and/or the 12th."), 0);
}

static void test_empty_headings_are_blanks(void **state)
{
	(void)state;
	assert_int_equal(measured(measure_blanks,
		"What happened:\nWhat I'll do:\n\nWhen I ring you:"), 2);
	assert_int_equal(measured(measure_blanks,
		"What happened:\nThe frost got the pump.\nWhat I'll do:"), 0);
	assert_int_equal(measured(measure_blanks,
		"Dear [name], it was <reason>, see {list} of 3 [2]."), 3);
	/* dots where something should stand, and where one looks for words */
	assert_int_equal(measured(measure_blanks,
		"Thanks for ... and you have it by ... or at ..., yours"), 3);
	assert_int_equal(measured(measure_blanks,
		"I was going to... well, it was for... for the harp, and..."),
			 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unsaid_is_a_share),
		cmocka_unit_test(test_address),
		cmocka_unit_test(test_denials),
		cmocka_unit_test(test_rhymes),
		cmocka_unit_test(test_empty_headings_are_blanks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
