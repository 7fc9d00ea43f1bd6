/* Typing, with the built-in rubric and word list: real words stay what they
 * are, slips are mended. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "rehearse/embedded.h"
#include "rehearse/rubric.h"

static struct rubric rubric;

static int set_up(void **state)
{
	struct error err;

	(void)state;
	if (!rubric_open(embedded()->rubric, &rubric, &err))
		return -1;
	rubric.spelling = embedded()->spelling;
	return 0;
}

static void check(const char *typed, const char *read)
{
	struct arena arena = { 0 };
	struct text text = rubric_read(&rubric, str_from(typed), NULL, &arena);
	struct strbuf key = { 0 };

	text_key(&key, str_from(read));
	assert_int_equal(1, text.nr_words);
	if (!str_equal(text.words[0].key, strbuf_str(&key)))
		fail_msg("%s is read as " STR_FMT ", not %s", typed,
			 STR_ARG(text.words[0].key), read);
	strbuf_release(&key);
	arena_release(&arena);
}

/* One letter apart, and both are words. */
static void test_words_one_letter_apart_are_not_confused(void **state)
{
	static const char *const pairs[][2] = {
		{ "contract", "contact" },  { "defect", "detect" },
		{ "costumer", "customer" }, { "excepted", "accepted" },
		{ "carving", "carrying" },  { "listing", "lifting" },
		{ "bidding", "binding" },   { "planned", "planted" },
		{ "missed", "messed" },     { "failing", "falling" },
		{ "waiting", "wailing" },   { "sending", "tending" },
		{ "charge", "change" },     { "letter", "better" },
		{ "matter", "latter" },     { "quieter", "quitter" },
		{ "delivery", "delivers" }, { "refuse", "refute" },
		{ "thrown", "throne" },     { "hosting", "posting" },
		{ "cancel", "cancer" },     { "sorted", "snorted" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
		check(pairs[i][0], pairs[i][0]);
		check(pairs[i][1], pairs[i][1]);
	}
}

static void test_slips_are_mended(void **state)
{
	static const char *const slips[][2] = {
		{ "apolgise", "apologise" },   { "apologize", "apologise" },
		{ "delievered", "delivered" }, { "tommorrow", "tomorrow" },
		{ "misatke", "mistake" },      { "undersatnd", "understand" },
		{ "promsied", "promised" },    { "recieved", "received" },
		{ "thurdsay", "thursday" },    { "notihng", "nothing" },
		{ "alraedy", "already" },      { "responsable", "responsible" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(slips); i++)
		check(slips[i][0], slips[i][1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words_one_letter_apart_are_not_confused),
		cmocka_unit_test(test_slips_are_mended),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
