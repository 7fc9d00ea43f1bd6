/*
 * The shipped rubric: what is built in is what its file says, every rule
 * fires on its good examples and on none of its bad ones, and it has what a
 * rubric of this program must have.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "rehearse/embedded.h"
#include "rehearse/load.h"
#include "rehearse/talk.h"

static struct rubric shipped(void)
{
	struct rubric rubric;
	struct error err;

	assert_true(rubric_open(embedded()->rubric, &rubric, &err));
	rubric.spelling = embedded()->spelling;
	return rubric;
}

static void test_file_compiles_to_the_built_in_image(void **state)
{
	struct arena arena = { 0 };
	struct problems problems = { 0 };
	struct rubric_source source;
	struct str image;

	(void)state;
	assert_true(rubric_load(&arena, STR("src/rubric/seven-principles.yaml"),
				embedded()->rubric_yaml, &source, &problems));
	assert_true(rubric_compile(&arena, &source, &image, &problems));
	assert_int_equal(embedded()->rubric.len, image.len);
	assert_memory_equal(embedded()->rubric.ptr, image.ptr, image.len);
	arena_release(&arena);
}

static void assert_str_is(const char *expected, struct str actual)
{
	if (!str_equal(actual, str_from(expected)))
		fail_msg("'" STR_FMT "' is not '%s'", STR_ARG(actual),
			 expected);
}

/* Prints what is wrong; how many examples are. */
static unsigned check_examples(const struct rubric *rubric, uint32_t r)
{
	const struct rule *rule = &rubric->rules[r];
	unsigned wrong = 0;

	for (uint32_t i = 0; i < rule->nr_examples; i++) {
		const struct rule_example *example =
			&rubric->examples[rule->first_example + i];

		if (rubric_example_fires(rubric, (int)r, example) ==
		    (example->good != 0))
			continue;
		wrong++;
		print_message(STR_FMT " %s: " STR_FMT "\n",
			      STR_ARG(rubric_string(rubric, rule->id)),
			      example->good ? "does not fire on" : "fires on",
			      STR_ARG(rubric_string(rubric, example->text)));
	}
	return wrong;
}

static void test_rules_fire_on_their_good_examples_only(void **state)
{
	struct rubric rubric = shipped();
	unsigned wrong = 0;

	(void)state;
	for (uint32_t r = 0; r < rubric.header->nr_rules; r++)
		wrong += check_examples(&rubric, r);
	assert_int_equal(0, wrong);
}

static void check_explains_itself(const struct rubric *rubric,
				  const struct rule *rule)
{
	unsigned good = 0, bad = 0;

	assert_true(rubric_string(rubric, rule->says).len > 0);
	assert_true(rubric_string(rubric, rule->because).len > 0);
	for (uint32_t i = 0; i < rule->nr_examples; i++) {
		if (rubric->examples[rule->first_example + i].good)
			good++;
		else
			bad++;
	}
	if (rule->kind != RULE_MEASURE && (!good || !bad))
		fail_msg(STR_FMT " has no good or no bad example",
			 STR_ARG(rubric_string(rubric, rule->id)));
}

static void test_every_rule_explains_itself(void **state)
{
	struct rubric rubric = shipped();

	(void)state;
	for (uint32_t r = 0; r < rubric.header->nr_rules; r++)
		check_explains_itself(&rubric, &rubric.rules[r]);
}

static void test_every_principle_has_rules(void **state)
{
	struct rubric rubric = shipped();
	unsigned rules[PRINCIPLE_NR] = { 0 };

	(void)state;
	for (uint32_t r = 0; r < rubric.header->nr_rules; r++)
		if (rubric.rules[r].principle >= 0)
			rules[rubric.rules[r].principle]++;
	for (int p = 0; p < PRINCIPLE_NR; p++)
		assert_true(rules[p] >= 4);
	assert_true(rubric.header->nr_rules >= 40);
}

/* "[what happened]" is no advice once it has been told. */
static void test_a_rewrite_tells_no_news_twice(void **state)
{
	struct rubric rubric = shipped();
	struct arena arena = { 0 };
	struct finding finding = {
		.rule = rubric_find(&rubric, STR("direct.long_words")),
	};
	struct slots slots = {
		.when = STR("by noon"),
		.action = STR("ring the mill"),
		.news = STR("The mill is shut"),
		.scripted = true,
	};

	(void)state;
	assert_str_is("The mill is shut. I will ring the mill by noon.",
		      finding_rewrite(&rubric, &finding, &slots, &arena));
	slots.news = STR("");
	assert_str_is("I will ring the mill by noon.",
		      finding_rewrite(&rubric, &finding, &slots, &arena));
	slots.scripted = false;
	assert_str_is("[what happened]. I will ring the mill by noon.",
		      finding_rewrite(&rubric, &finding, &slots, &arena));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_file_compiles_to_the_built_in_image),
		cmocka_unit_test(test_rules_fire_on_their_good_examples_only),
		cmocka_unit_test(test_every_rule_explains_itself),
		cmocka_unit_test(test_every_principle_has_rules),
		cmocka_unit_test(test_a_rewrite_tells_no_news_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
