#include "loading.h"

#include <limits.h>

#define RUBRIC "tests/data/small-rubric.yaml"

static struct rubric_source load_fixture(struct arena *arena)
{
	struct rubric_source source = { .version = 0 };
	struct problems problems = { 0 };

	if (!rubric_load(arena, STR(RUBRIC), read_file(arena, RUBRIC), &source,
			 &problems))
		print_problems(&problems);
	assert_int_equal(problems.nr, 0);
	return source;
}

static uint64_t situation_bit(const char *name)
{
	return (uint64_t)1 << terms_find(&situation_terms, str_from(name));
}

static void test_numbers(void **state)
{
	struct arena arena = { 0 };
	struct rubric_source source = load_fixture(&arena);

	(void)state;
	assert_str(source.id, "small");
	assert_int_equal(source.version, 3);
	assert_int_equal(source.weights[KIND_COMPLAINT][PRINCIPLE_TEACHABLE],
			 33);
	assert_int_equal(source.weights[KIND_OTHER][PRINCIPLE_DIRECT], 16);
	assert_int_equal(source.targets[PRINCIPLE_TOGETHER], 28);
	assert_int_equal(source.nr_families, 2);
	assert_str(source.families[1].name.text, "hostile");
	assert_int_equal(source.families[1].cap, 40);
	assert_int_equal(source.expected[PRINCIPLE_DIRECT],
			 situation_bit("delivering") | situation_bit("asked"));
	assert_int_equal(source.expected[PRINCIPLE_TEACHABLE],
			 situation_bit("complaint"));
	assert_int_equal(source.expected[PRINCIPLE_KIND], 0);
	arena_release(&arena);
}

static void test_gates(void **state)
{
	struct arena arena = { 0 };
	struct rubric_source source = load_fixture(&arena);
	const struct gate_source *gates = source.gates;

	(void)state;
	assert_int_equal(source.nr_gates, 2);
	assert_str(gates[0].name.text, "defence");
	assert_int_equal(gates[0].behaviours,
			 BEHAVIOUR_BIT(BEHAVIOUR_DEFEND) |
				 BEHAVIOUR_BIT(BEHAVIOUR_BLAME));
	assert_int_equal(gates[0].unless,
			 BEHAVIOUR_BIT(BEHAVIOUR_OWNERSHIP));
	assert_int_equal(gates[0].measure, -1);
	assert_int_equal(gates[0].turn, 45);
	assert_int_equal(gates[0].conversation, 75);
	assert_int_equal(gates[0].when.client,
			 CLIENT_BIT(CLIENT_COMPLAINT) |
				 CLIENT_BIT(CLIENT_ACT_NR));
	assert_int_equal(gates[0].when.stage,
			 1 << STAGE_OPENING | 1 << STAGE_MIDDLE);
	assert_true(gates[0].when.complaint_open);
	assert_int_equal(gates[1].measure,
			 terms_find(&measure_terms, STR("length")));
	assert_int_equal(gates[1].min, 200);
	assert_int_equal(gates[1].max, INT_MAX);
	assert_int_equal(gates[1].conversation, 100);
	assert_str(gates[1].says, "said too much at once");
	arena_release(&arena);
}

static void test_lists_and_client(void **state)
{
	struct arena arena = { 0 };
	struct rubric_source source = load_fixture(&arena);

	(void)state;
	assert_int_equal(source.nr_lists, 2);
	assert_str(source.lists[0].name.text, "we");
	assert_int_equal(source.lists[0].items.nr, 3);
	assert_str(source.lists[0].items.items[2].text, "our team");
	assert_int_equal(source.nr_trades, 1);
	assert_str(source.trades[0].name.text, "harps");
	assert_int_equal(source.trades[0].items.nr, 2);
	assert_int_equal(source.client[CLIENT_THANKS].nr, 2);
	assert_int_equal(source.client[CLIENT_COMPLAINT].nr, 1);
	assert_int_equal(source.client[CLIENT_ANGER].nr, 0);
	arena_release(&arena);
}

/* A pattern's column is that before its first character, so that a column
 * inside the pattern can be added to it. */
static void test_patterns_know_their_place(void **state)
{
	struct arena arena = { 0 };
	struct rubric_source source = load_fixture(&arena);
	const struct source_strs *list = &source.lists[0].items;
	const struct source_strs *find = &source.rules[0].find;

	(void)state;
	assert_int_equal(list->items[0].line, 24);
	assert_int_equal(list->items[0].column, 8);
	assert_int_equal(list->items[2].column, 18);
	assert_int_equal(find->items[1].line, 36);
	assert_int_equal(find->items[1].column, 47);
	arena_release(&arena);
}

static void test_a_rule_with_everything(void **state)
{
	struct arena arena = { 0 };
	struct rubric_source source = load_fixture(&arena);
	const struct rule_source *rule = &source.rules[0];

	(void)state;
	assert_int_equal(source.nr_rules, 4);
	assert_str(rule->id.text, "teachable.owns_it");
	assert_int_equal(rule->principle, PRINCIPLE_TEACHABLE);
	assert_int_equal(rule->points, 14);
	assert_int_equal(rule->behaviour, BEHAVIOUR_OWNERSHIP);
	assert_str(rule->family.text, "ownership");
	assert_int_equal(rule->kind, RULE_FIND);
	assert_int_equal(rule->find.nr, 2);
	assert_int_equal(rule->except.nr, 1);
	assert_int_equal(rule->when.client, CLIENT_BIT(CLIENT_COMPLAINT));
	assert_int_equal(rule->when.channel,
			 1 << CHANNEL_CALL | 1 << CHANNEL_MEETING);
	assert_int_equal(rule->when.act, 1 << ACT_CALL);
	assert_int_equal(rule->when.fault, 1 << FAULT_YOURS);
	assert_int_equal(rule->when.kind, 1 << KIND_COMPLAINT);
	assert_int_equal(rule->when.subject, 1 << SUBJECT_SELF);
	assert_int_equal(rule->when.news, 1 << NEWS_OWED | 1 << NEWS_TOLD);
	assert_int_equal(rule->when.opened_by, 1 << OPENER_CLIENT);
	assert_true(rule->when.first);
	assert_false(rule->when.complaint_open);
	assert_int_equal(rule->unless, BEHAVIOUR_BIT(BEHAVIOUR_BLAME));
	assert_int_equal(rule->times, 2);
	assert_true(rule->on);
	assert_str(rule->says, "You owned it.");
	assert_str(rule->rewrite, "I should have {action}, and I did not.");
	assert_int_equal(rule->nr_examples, 3);
	assert_true(rule->examples[0].good);
	assert_int_equal(rule->examples[0].channel, CHANNEL_NONE);
	assert_str(rule->examples[1].client, "It is wrong.");
	assert_int_equal(rule->examples[1].channel, CHANNEL_CALL);
	assert_int_equal(rule->examples[1].stage, STAGE_OPENING);
	assert_false(rule->examples[2].good);
	assert_int_equal(rule->examples[2].line, 45);
	arena_release(&arena);
}

static void test_clauses_and_measures(void **state)
{
	struct arena arena = { 0 };
	struct rubric_source source = load_fixture(&arena);
	const struct rule_source *rules = source.rules;

	(void)state;
	assert_int_equal(rules[1].kind, RULE_CLAUSE);
	assert_str(rules[1].verb.text, "failing");
	assert_int_equal(rules[1].clause.subject, 1 << SUBJECT_SELF);
	assert_int_equal(rules[1].clause.tense, 1 << TENSE_PAST);
	assert_int_equal(rules[1].clause.polarity, 1);
	assert_int_equal(rules[1].clause.mood,
			 1 << MOOD_STATEMENT | 1 << MOOD_TAG);
	assert_int_equal(rules[1].clause.slots, 1 | 4);
	assert_int_equal(rules[1].clause.position, 1);
	assert_int_equal(rules[1].behaviour, -1);
	assert_int_equal(rules[2].kind, RULE_MEASURE);
	assert_int_equal(rules[2].min, 30);
	assert_int_equal(rules[2].max, 70);
	assert_false(rules[2].on);
	assert_int_equal(rules[3].principle, -1);
	assert_int_equal(rules[3].min, INT_MIN);
	arena_release(&arena);
}

/* Where a match does not count, when the file does not say. */
static void test_scopes_by_default(void **state)
{
	const uint32_t all = SCOPE_BIT(SCOPE_QUOTE) |
			     SCOPE_BIT(SCOPE_NEGATED) |
			     SCOPE_BIT(SCOPE_CONDITION) |
			     SCOPE_BIT(SCOPE_QUESTION);
	struct arena arena = { 0 };
	struct rubric_source source = load_fixture(&arena);

	(void)state;
	assert_int_equal(source.rules[0].not_in, all);
	assert_int_equal(source.rules[1].not_in, SCOPE_BIT(SCOPE_QUOTE));
	assert_int_equal(source.rules[2].not_in, 0);
	arena_release(&arena);
}

static void test_failure_leaves_the_source_alone(void **state)
{
	struct rubric_source source = { .version = 7 };
	struct problems problems = { 0 };
	struct arena arena = { 0 };

	(void)state;
	assert_false(rubric_load(&arena, STR("x"),
				 STR("format: rehearse/rubric 1\nversion: 2\n"),
				 &source, &problems));
	assert_int_equal(source.version, 7);
	assert_int_equal(problems.nr, 4);
	arena_release(&arena);
}

/* One pattern is nothing much; five hundred like it are told of once. */
static void test_too_much_in_all_is_told_once(void **state)
{
	struct arena arena = { 0 };
	struct rubric_source source = load_fixture(&arena);
	struct source_strs *find = &source.rules[0].find;
	struct strbuf row = { 0 };
	struct problems problems = { 0 };
	struct str image = { 0 };

	(void)state;
	for (char c = 'a'; c <= 'z'; c++)
		strbuf_addf(&row, "(%c%c)? (%c)? ", c, c, c);
	strbuf_add(&row, STR("end"));
	find->nr = 1000;
	find->items = ARENA_ARRAY(&arena, struct source_str, find->nr);
	for (size_t i = 0; i < find->nr; i++)
		find->items[i] = (struct source_str){
			.text = strbuf_str(&row),
			.line = (unsigned)i + 1,
			.column = 1,
		};
	assert_false(rubric_compile(&arena, &source, &image, &problems));
	assert_null(image.ptr);
	assert_int_equal(1, problems.nr);
	assert_in_range(problems.errors[0].line, 200, 999);
	assert_non_null(strstr(problems.errors[0].text, "too many ways"));
	strbuf_release(&row);
	arena_release(&arena);
}

static void test_a_scenario_is_no_rubric(void **state)
{
	struct rubric_source source;
	struct problems problems = { 0 };
	struct arena arena = { 0 };

	(void)state;
	assert_false(rubric_load(&arena, STR("x"),
				 STR("format: rehearse/scenario 1\nid: x\n"),
				 &source, &problems));
	assert_int_equal(problems.nr, 1);
	assert_string_equal(problems.errors[0].text,
			    "the format should be 'rehearse/rubric 1', not "
			    "'rehearse/scenario 1'");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_gates),
		cmocka_unit_test(test_lists_and_client),
		cmocka_unit_test(test_patterns_know_their_place),
		cmocka_unit_test(test_a_rule_with_everything),
		cmocka_unit_test(test_clauses_and_measures),
		cmocka_unit_test(test_scopes_by_default),
		cmocka_unit_test(test_failure_leaves_the_source_alone),
		cmocka_unit_test(test_too_much_in_all_is_told_once),
		cmocka_unit_test(test_a_scenario_is_no_rubric),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
