/*
 * The shipped rubric: what is built in is what its file says, every rule
 * fires on its good examples and on none of its bad ones, and it has what a
 * rubric of this program must have.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

#include "../../../src/core/moment.h"
#include "core/recall.h"
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

static void assert_same_reading(const struct rubric *fresh,
				const struct rubric *recalling,
				const char *line, const struct text *known)
{
	struct arena arena = { 0 };
	struct text a = rubric_read(fresh, str_from(line), known, &arena);
	struct text b = rubric_read(recalling, str_from(line), known, &arena);
	struct hits hits_a = rubric_hits(fresh, &a, &arena);
	struct hits hits_b = rubric_hits(recalling, &b, &arena);

	assert_ptr_equal(line, b.source.ptr);
	assert_int_equal(a.nr_words, b.nr_words);
	assert_int_equal(a.nr_scopes, b.nr_scopes);
	for (uint32_t i = 0; i < a.nr_words; i++) {
		assert_true(str_equal(a.words[i].key, b.words[i].key));
		assert_int_equal(a.words[i].classes, b.words[i].classes);
	}
	assert_int_equal(hits_a.nr, hits_b.nr);
	for (size_t i = 0; i < hits_a.nr; i++)
		assert_memory_equal(&hits_a.hits[i], &hits_b.hits[i],
				    sizeof(struct hit));
	/* whoever mends a word mends their own */
	for (uint32_t i = 0; i < b.nr_words; i++)
		b.words[i].key = STR("sorry");
	arena_release(&arena);
}

/* The second time a line comes from memory; the first reader is gone. */
static void test_a_line_is_remembered_as_it_is_read(void **state)
{
	static const char *const lines[] = {
		"",
		"I am sorry, we are late. It's on us.",
		"I am sorry about the delya, I should have callled you.",
		"Nobody told me. Why didn't you call?",
	};
	struct rubric fresh = shipped(), recalling = fresh;
	struct recall recall = { 0 };
	struct arena arena = { 0 };
	struct text known = text_parse(&arena, STR("callled"));

	(void)state;
	recalling.recall = &recall;
	for (size_t i = 0; i < 2 * ARRAY_LEN(lines); i++) {
		const char *line = lines[i % ARRAY_LEN(lines)];

		assert_same_reading(&fresh, &recalling, line, NULL);
		assert_same_reading(&fresh, &recalling, line, &known);
	}
	assert_int_equal(2 * ARRAY_LEN(lines), recall.nr);
	recall_release(&recall);
	arena_release(&arena);
}

/* A scenario may mend what the rubric did not: that is another text. */
static void test_other_words_are_not_mistaken_for_it(void **state)
{
	struct rubric rubric = shipped();
	struct recall recall = { 0 };
	struct arena arena = { 0 };
	struct text text;
	struct hits before, after;

	(void)state;
	rubric.recall = &recall;
	text = rubric_read(&rubric, STR("Perhaps."), NULL, &arena);
	before = rubric_hits(&rubric, &text, &arena);
	text.words[0].key = STR("sorry");
	text.words[0].hash = str_hash(text.words[0].key);
	text.words[0].stem = text_stem(text.words[0].key);
	after = rubric_hits(&rubric, &text, &arena);
	assert_true(before.nr != after.nr ||
		    memcmp(before.hits, after.hits,
			   before.nr * sizeof(struct hit)));
	recall_release(&recall);
	arena_release(&arena);
}

/* The speaker's own times and deeds, as far as one could see them done. */
static void test_a_rewrite_takes_up_deeds_and_times(void **state)
{
	static const struct {
		const char *said, *better;
	} cases[] = {
		{ "Tonight we'll ring the mill.",
		  "I will ring the mill tonight." },
		{ "Eight o'clock, I'll ring the mill.",
		  "I will ring the mill at eight o'clock." },
		{ "The 24th. We'll do everything we can.",
		  "I will [what you will do] by the 24th." },
		{ "We'll sort something out by Friday.",
		  "I will [what you will do] by Friday." },
	};
	struct rubric rubric = shipped();
	struct finding finding = {
		.rule = rubric_find(&rubric, STR("direct.long_words")),
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct arena arena = { 0 };
		struct text text = rubric_read(&rubric, str_from(cases[i].said),
					       NULL, &arena);
		struct slots slots = slots_of(&text);

		slots.scripted = true;
		assert_str_is(cases[i].better,
			      finding_rewrite(&rubric, &finding, &slots,
					      &arena));
		arena_release(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_file_compiles_to_the_built_in_image),
		cmocka_unit_test(test_rules_fire_on_their_good_examples_only),
		cmocka_unit_test(test_every_rule_explains_itself),
		cmocka_unit_test(test_every_principle_has_rules),
		cmocka_unit_test(test_a_rewrite_tells_no_news_twice),
		cmocka_unit_test(test_a_rewrite_takes_up_deeds_and_times),
		cmocka_unit_test(test_a_line_is_remembered_as_it_is_read),
		cmocka_unit_test(test_other_words_are_not_mistaken_for_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
