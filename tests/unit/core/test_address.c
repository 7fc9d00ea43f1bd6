/* Is a turn said, to somebody, on their matter, in prose and to the end? */
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

/* The value of measure_beside() for a turn behind a client's line. */
static int beside(const char *theirs, const char *mine)
{
	struct reading client = reading_new(theirs), reading = reading_new(mine);
	const struct said said = { 0 };
	const struct client_line line = { .spoken = true, .text = client.text };
	struct arena arena = { 0 };
	const struct moment moment = { .text = &reading.text, .said = &said,
				       .client = &line, .scratch = &arena };
	int value;

	if (!measure_beside(&moment, &value))
		value = -1;
	reading_release(&client);
	reading_release(&reading);
	arena_release(&arena);
	return value;
}

static void test_beside(void **state)
{
	static const char theirs[] =
		"The saddle rubs and my mare limps since your repair.";
	static const char other[] =
		"I ordered the wrong roof tiles and should have rung before "
		"Monday. The right ones come on Thursday, two roofers lay them "
		"on Friday, and the scaffold stays free of charge. Shall I come "
		"by at eight?";
	static const char hers[] =
		"I stitched the girth too short and should have rung before "
		"Monday. The right one comes on Thursday, I fit it on Friday, "
		"and the mare's vet sends his bill to me. Shall I come by at "
		"eight?";

	(void)state;
	assert_true(beside(theirs, other) > 30);
	/* "that" could be the girth, two curtains are not */
	assert_true(beside(theirs,
		"That's on me: I hung the wrong curtains in your lounge, and "
		"the linen ones come on Friday at nine with new cushions. "
		"Would you be there?") > 20);
	assert_int_equal(beside(theirs,
		"That's on me, and I was careless with it: I'll come on Friday "
		"at nine with a stronger one, and you can tell me then what "
		"the vet has said to you."), 0);
	assert_int_equal(beside(theirs, hers), 0);
	assert_int_equal(beside(theirs, "I'll come by at eight."), -1);
	/* of no trade, and hardly a thing named */
	assert_true(beside(theirs,
		"I understand and I value you, and what I want is that we find "
		"each other again, because trust is the best that people can "
		"give, and so I thank you for yours and look ahead with joy.") >
		    30);
	/* a tale of one's own trade, and not a word of theirs */
	assert_int_equal(beside(theirs,
		"My first master hung a leather knife over the bench for every "
		"girth he cut too short, and there were nine of them when he "
		"died. Number ten is mine. I'll drive over tonight, and the "
		"bill stays with me."), 0);
	/* the daughter of whom they speak, and the word they quote */
	assert_int_equal(beside("My daughter fell off because the girth broke.",
		"I left the boiler and the radiator for Monday, and the pipe in "
		"the kitchen and the tap for Tuesday, and I should have rung "
		"before all of that. Is she in pain, and may I come by with "
		"flowers?"), 0);
	assert_int_equal(beside("The saddle tag says 'may' but the mare's vet "
				"wants a no.",
		"I wrote may, and should have asked before that. The radiator "
		"and the boiler took my whole week, and the pipe in the kitchen "
		"the next, which is no excuse. Shall I come by at eight?"), 0);
	/* what is only asked may have any answer */
	assert_int_equal(beside("What will the new saddle cost me?", other),
			 -1);
}

static void test_trades(void **state)
{
	(void)state;
	assert_int_equal(trades_of(STR("table")), 0);
	assert_int_equal(trades_of(STR("hedge")), trades_of(STR("trees")));
	assert_int_not_equal(trades_of(STR("hedge")), trades_of(STR("choir")));
	/* the rider's and the cyclist's */
	assert_int_not_equal(trades_of(STR("saddle")) & trades_of(STR("mare")),
			     0);
	assert_int_not_equal(trades_of(STR("saddle")) & trades_of(STR("tyre")),
			     0);
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
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unsaid_is_a_share),
		cmocka_unit_test(test_address),
		cmocka_unit_test(test_denials),
		cmocka_unit_test(test_beside),
		cmocka_unit_test(test_trades),
		cmocka_unit_test(test_rhymes),
		cmocka_unit_test(test_empty_headings_are_blanks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
