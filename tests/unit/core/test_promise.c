/* Promises that contradict one another, and those that only seem to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "../../../src/core/moment.h"

struct pair {
	const char *then, *client, *now;
};

static unsigned contradictions(const struct pair *pair)
{
	struct arena arena = { 0 };
	struct promises promises = { 0 };
	struct client_line client = { .spoken = pair->client != NULL };
	struct text then = text_parse(&arena, str_from(pair->then));
	struct text now = text_parse(&arena, str_from(pair->now));
	unsigned nr;

	if (pair->client)
		client.text = text_parse(&arena, str_from(pair->client));
	promises_note(&promises, &then, &client);
	promises_note(&promises, &now, &client);
	nr = promises.contradicted;
	arena_release(&arena);
	return nr;
}

static void test_another_value_for_the_same_thing(void **state)
{
	static const struct pair pairs[] = {
		{ "You will have the corrected drawings by Thursday.", NULL,
		  "We will send the corrected drawings on Monday." },
		{ "The new kitchen door will be fitted on 14 March.", NULL,
		  "The new kitchen door will be fitted on 21 March." },
		{ "I will bring the spare van round at 9 am.", NULL,
		  "I will bring the spare van round at 11 am." },
		{ "The second survey will cost you $400.", NULL,
		  "The second survey will cost you $650." },
		{ "The board will be repaired in two weeks.", NULL,
		  "The board will be repaired in three weeks." },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
		if (contradictions(&pairs[i]) != 1)
			fail_msg("%s / %s", pairs[i].then, pairs[i].now);
}

static void test_no_contradiction(void **state)
{
	static const struct pair pairs[] = {
		/* the same value, said otherwise */
		{ "I will bring the spare van round at 9 am.", NULL,
		  "The spare van will come round at nine o'clock." },
		/* another thing */
		{ "You will have the corrected drawings by Thursday.", NULL,
		  "We will pour the concrete floor on Monday." },
		/* it says that something changed */
		{ "You will have the corrected drawings by Thursday.", NULL,
		  "That has moved: you will have the corrected drawings on "
		  "Monday." },
		{ "You will have the corrected drawings by Thursday.", NULL,
		  "You will have the corrected drawings on Monday, not "
		  "Thursday." },
		/* the client asked for it */
		{ "You will have the corrected drawings by Thursday.",
		  "Could it be Monday?",
		  "You will have the corrected drawings on Monday." },
		/* a condition, a question */
		{ "You will have the corrected drawings by Thursday.", NULL,
		  "If the printer breaks you will have the corrected drawings "
		  "on Monday." },
		{ "You will have the corrected drawings by Thursday.", NULL,
		  "Will you need the corrected drawings on Monday?" },
		/* nothing one could be held to */
		{ "You will have the corrected drawings soon.", NULL,
		  "You will have the corrected drawings on Monday." },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
		if (contradictions(&pairs[i]) != 0)
			fail_msg("%s / %s", pairs[i].then, pairs[i].now);
}

/* Only the latest promises are kept: a long import needs no more memory. */
static void test_many_promises(void **state)
{
	struct arena arena = { 0 };
	struct promises promises = { 0 };
	const struct client_line client = { 0 };
	struct text text = text_parse(
		&arena, STR("You will have the corrected drawings by Thursday."));

	(void)state;
	for (int i = 0; i < 3 * PROMISES_KEPT; i++)
		promises_note(&promises, &text, &client);
	assert_int_equal(3 * PROMISES_KEPT, promises.nr);
	assert_int_equal(0, promises.contradicted);
	arena_release(&arena);
}

static void test_order_of_steps(void **state)
{
	const struct talk_setting news = { .kind = KIND_BAD_NEWS };
	const struct talk_setting complaint = { .kind = KIND_COMPLAINT };
	struct memory memory = { .step_at = {
		[STEP_FACT] = 1, [STEP_OWNING] = 2, [STEP_WAY] = 3,
		[STEP_HAND] = 4,
	} };
	int value;

	(void)state;
	assert_true(order_of_steps(&news, &memory, &value));
	assert_int_equal(100, value);
	memory.step_at[STEP_FACT] = 9;
	assert_true(order_of_steps(&news, &memory, &value));
	assert_int_equal(66, value);
	/* who hears a complaint brings no news first */
	assert_true(order_of_steps(&complaint, &memory, &value));
	assert_int_equal(100, value);
	/* two steps are no order */
	memory.step_at[STEP_HAND] = 0;
	assert_false(order_of_steps(&complaint, &memory, &value));
}

static void test_defence_first(void **state)
{
	struct memory memory = { .step_at = { [STEP_DEFENCE] = 5 } };

	(void)state;
	assert_true(order_defence_first(&memory));
	memory.step_at[STEP_OWNING] = 7;
	assert_true(order_defence_first(&memory));
	memory.step_at[STEP_HEARING] = 3;
	assert_false(order_defence_first(&memory));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_another_value_for_the_same_thing),
		cmocka_unit_test(test_no_contradiction),
		cmocka_unit_test(test_many_promises),
		cmocka_unit_test(test_order_of_steps),
		cmocka_unit_test(test_defence_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
