#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rehearse/condition.h"
#include "rehearse/talk.h"

static struct str fact_names[] = { { "delay", 5 }, { "cause", 5 } };
static struct str topic_names[] = { { "board", 5 } };
static struct str hidden_names[] = { { "board_demo", 10 }, { "fear", 4 } };

static const struct condition_names names = {
	.facts = fact_names,
	.topics = topic_names,
	.hidden = hidden_names,
	.nr_facts = 2,
	.nr_topics = 1,
	.nr_hidden = 2,
};

/* Told the delay so far, asked about the board now, on the phone. */
static const struct condition_state sample = {
	.trust = 55,
	.patience = 20,
	.turn = 3,
	.score = 71,
	.said = 40,
	.slips = 2,
	.level = LEVEL_FIRM,
	.channel = CHANNEL_CALL,
	.asking = ASKING_WHO,
	.principles = {
		[PRINCIPLE_DIRECT] = 80,
		[PRINCIPLE_KIND] = SCORE_NONE,
		[PRINCIPLE_GOOD_NEWS] = SCORE_NONE,
		[PRINCIPLE_PHONE] = 60,
		[PRINCIPLE_INITIATE] = 0,
		[PRINCIPLE_TOGETHER] = 40,
		[PRINCIPLE_TEACHABLE] = 100,
	},
	.told = 1 << 0,
	.asked = 1 << 0,
	.just_asked = 1 << 0,
	.knows = 1 << 1,
	.did = BEHAVIOUR_BIT(BEHAVIOUR_OWNERSHIP),
	.ever_did = BEHAVIOUR_BIT(BEHAVIOUR_OWNERSHIP) |
		    BEHAVIOUR_BIT(BEHAVIOUR_HEDGE),
	.did_act = 1u << ACT_VOICEMAIL,
	.ever_act = 1u << ACT_VOICEMAIL | 1u << ACT_EMAIL,
};

static void test_conditions_hold(void **state)
{
	static const struct {
		const char *source;
		bool holds;
	} cases[] = {
		{ "trust >= 55", true }, { "trust >= 56", false },
		{ "trust > 54", true }, { "trust > 55", false },
		{ "asks(who)", true }, { "asks(when)", false },
		{ "asks(whether)", false }, { "asks(have)", false },
		{ "not asks(nothing)", true },
		/* any of several */
		{ "asks(when or who)", true }, { "asks(when or why)", false },
		{ "told(cause or delay)", true }, { "told(cause or cause)", false },
		{ "not told(cause or delay)", false },
		{ "not did(hedge or apology)", true },
		{ "did(hedge or email or ownership) and trust = 55", true },
		{ "trust <= 55", true }, { "trust <= 54", false },
		{ "trust < 56", true }, { "trust < 55", false },
		{ "trust = 55", true }, { "trust = 54", false },
		{ "trust != 54", true }, { "trust != 55", false },
		{ "slips > 0", true }, { "slips = 1", false },
		{ "patience<25", true }, { "turn = 3", true },
		{ "score > 70", true }, { "said < 45", true },
		{ "level = firm", true },
		{ "level >= firm", true }, { "level > firm", false },
		{ "level < tough", true }, { "channel = call", true },
		{ "channel != email", true }, { "channel = email", false },
		{ "direct >= 80", true }, { "initiate = 0", true },
		{ "teachable > 99", true }, { "together < 41", true },
		/* not scored: no comparison holds */
		{ "kind < 50", false }, { "kind >= 50", false },
		{ "kind != 50", false }, { "not good_news >= 0", true },
		{ "told(delay)", true }, { "told(cause)", false },
		{ "just told(delay)", false }, { "asked(board)", true },
		{ "just asked(board)", true }, { "knows(fear)", true },
		{ "knows(board_demo)", false }, { "just knows(fear)", false },
		{ "did(ownership)", true }, { "did(hedge)", false },
		{ "ever did(hedge)", true }, { "did(apology)", false },
		/* an act, and a name that is a behaviour as well */
		{ "did(email)", false }, { "ever did(email)", true },
		{ "did(voicemail)", true }, { "ever did(wait)", false },
		{ "not told(cause)", true }, { "not not told(delay)", true },
		/* and binds before or */
		{ "told(delay) or told(cause) and told(cause)", true },
		{ "(told(delay) or told(cause)) and told(cause)", false },
		{ "told(cause) and told(cause) or told(delay)", true },
		{ "not (told(cause) or trust < 50)", true },
		{ "not told(delay) or told(delay)", true },
		{ "  told ( delay )  and\ttrust>=55 ", true },
		{ "((((trust = 55))))", true },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct condition *condition = NULL;
		struct error err = { .kind = ERROR_NONE };

		if (!condition_parse(&arena, str_from(cases[i].source), &names,
				     &condition, &err))
			fail_msg("%s: %s", cases[i].source, err.text);
		if (condition_holds(condition, &sample) != cases[i].holds)
			fail_msg("%s: not as expected", cases[i].source);
	}
	arena_release(&arena);
}

static void test_mistakes_are_named_with_their_column(void **state)
{
	static const struct {
		const char *source;
		unsigned column;
		const char *text;
	} cases[] = {
		{ "", 1, "the condition ends too early" },
		{ "trust >=", 9,
		  "trust is compared with a whole number from 0 to 100" },
		{ "trust >= 101", 10,
		  "trust is compared with a whole number from 0 to 100" },
		{ "trust >= -5", 10,
		  "trust is compared with a whole number from 0 to 100" },
		{ "trust and told(delay)", 7,
		  "'trust' needs a comparison: < <= = >= > or !=" },
		{ "trsut > 5", 1,
		  "unknown word 'trsut'; did you mean 'trust'?" },
		{ "told(dealy)", 6,
		  "there is no fact 'dealy'; did you mean 'delay'?" },
		{ "asked(xylophone)", 7, "there is no topic 'xylophone'" },
		{ "told(delay) and knows(feer)", 23,
		  "there is no hidden interest 'feer'; did you mean 'fear'?" },
		{ "did(ownershp)", 5, "there is no behaviour or act "
		  "'ownershp'; did you mean 'ownership'?" },
		{ "did(delegat)", 5, "there is no behaviour or act 'delegat'; "
		  "did you mean 'delegate'?" },
		{ "told delay", 6, "'told' needs a fact in brackets: told(...)" },
		{ "told(delay", 11,
		  "')' is missing here; several names are joined by 'or'" },
		{ "told(delay cause)", 12,
		  "')' is missing here; several names are joined by 'or'" },
		{ "told(delay or dealy)", 15,
		  "there is no fact 'dealy'; did you mean 'delay'?" },
		{ "asks = who", 6, "'asks' needs a kind of question in "
		  "brackets: asks(...)" },
		{ "asks(whom)", 6, "there is no kind of question 'whom'; did "
		  "you mean 'who'?" },
		{ "(told(delay)", 1, "this bracket is not closed" },
		{ "told(delay))", 12, "unexpected ')'" },
		{ "told(delay) told(cause)", 13, "'and' or 'or' is missing before "
		  "'told'" },
		{ "(told(delay) told(cause))", 14, "'and' or 'or' is missing "
		  "before 'told'" },
		{ "told()", 6, "a fact is missing in the brackets: told(...)" },
		{ "told(delay or )", 15,
		  "a fact is missing in the brackets: told(...)" },
		{ "did(blaming)", 5, "there is no behaviour or act 'blaming'; "
		  "`rehearse explain` lists them" },
		{ "asks(manner)", 6, "there is no kind of question 'manner'; "
		  "it is one of: nothing, whether, either, who, what, which, "
		  "when, where, why, how, count, offer, favour, tell, any, "
		  "have, did, is, would" },
		{ "tells(delay)", 1, "'tells' begins no condition: told(..), "
		  "asked(..), knows(..), did(..) and asks(..) do, and "
		  "comparisons like trust >= 50" },
		{ "trust == 5", 7, "write '=' in place of '=='" },
		{ "trust => 5", 7, "write '>=' in place of '=>'" },
		{ "told(delay) && told(cause)", 13,
		  "write 'and' in place of '&&'" },
		{ "told(delay) AND told(cause)", 13,
		  "write 'and' in place of 'AND'" },
		{ "!told(delay)", 1, "write 'not' in place of '!'" },
		{ "channel > call", 9, "channel is compared with = or !=" },
		{ "channel = emial", 11,
		  "there is no channel 'emial'; did you mean 'email'?" },
		{ "level = 3", 9, "there is no level '3'; it is one of: gentle, "
		  "firm, tough" },
		{ "just did(apology)", 6, "'just' stands before told(..), "
		  "asked(..) or knows(..); did(..) is about this turn as it "
		  "is" },
		{ "ever told(delay)", 6, "'ever' stands before did(..); "
		  "told(..), asked(..) and knows(..) are so far as they are" },
		{ "told(delay) and", 16, "the condition ends too early" },
		{ "60 <= trust", 1, "'60' begins no condition: told(..), "
		  "asked(..), knows(..), did(..) and asks(..) do, and "
		  "comparisons like trust >= 50" },
		/* columns are characters, not bytes */
		{ "told(délay) § told(cause)", 6, "there is no fact 'd'" },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct condition *condition = NULL;
		struct error err = { .kind = ERROR_NONE };

		if (condition_parse(&arena, str_from(cases[i].source), &names,
				    &condition, &err))
			fail_msg("%s: taken for right", cases[i].source);
		assert_null(condition);
		if (err.column != cases[i].column)
			fail_msg("%s: column %u, not %u", cases[i].source,
				 err.column, cases[i].column);
		assert_string_equal(err.text, cases[i].text);
	}
	arena_release(&arena);
}

static void test_columns_count_characters(void **state)
{
	const struct condition *condition;
	struct arena arena = { 0 };
	struct error err;

	(void)state;
	assert_false(condition_parse(&arena, STR("told(delay) and é"), &names,
				     &condition, &err));
	assert_int_equal(err.column, 17);
	assert_false(condition_parse(&arena, STR("é or told(delay)"), &names,
				     &condition, &err));
	assert_int_equal(err.column, 1);
	assert_string_equal(err.text, "unexpected 'é'");
	arena_release(&arena);
}

static void test_no_condition_always_holds(void **state)
{
	struct condition_uses uses = condition_uses(NULL);

	(void)state;
	assert_true(condition_holds(NULL, &sample));
	assert_int_equal(condition_source(NULL).len, 0);
	assert_int_equal(uses.told | uses.asked | uses.knows | uses.did, 0);
	assert_false(uses.asks);
}

/* Neither nesting nor length may exhaust the stack or the memory. */
static void test_excess_is_refused(void **state)
{
	const struct condition *condition = NULL;
	struct strbuf source = { 0 };
	struct arena arena = { 0 };
	struct error err;

	(void)state;
	strbuf_pad(&source, '(', 100000);
	assert_false(condition_parse(&arena, strbuf_str(&source), &names,
				     &condition, &err));
	assert_string_equal(err.text, "brackets nest too deeply");
	strbuf_truncate(&source, 0);
	strbuf_add(&source, STR("told(delay)"));
	for (int i = 0; i < 10000; i++)
		strbuf_add(&source, STR(" or told(delay)"));
	assert_false(condition_parse(&arena, strbuf_str(&source), &names,
				     &condition, &err));
	assert_string_equal(err.text, "this condition is too long; take it "
				      "apart into several entries");
	strbuf_truncate(&source, 0);
	for (int i = 0; i < 100001; i++)
		strbuf_add(&source, STR("not "));
	strbuf_add(&source, STR("told(delay)"));
	assert_true(condition_parse(&arena, strbuf_str(&source), &names,
				    &condition, &err));
	assert_false(condition_holds(condition, &sample));
	strbuf_release(&source);
	arena_release(&arena);
}

/* The widest pile of waiting operands the parser lets through. */
static void test_nested_operands_fit_the_stack(void **state)
{
	const struct condition *condition = NULL;
	struct strbuf source = { 0 };
	struct arena arena = { 0 };
	struct error err;

	(void)state;
	for (int i = 0; i < 16; i++)
		strbuf_add(&source,
			   STR("told(cause) or told(delay) and ("));
	strbuf_add(&source, STR("told(cause) or told(delay) and told(delay)"));
	strbuf_pad(&source, ')', 16);
	assert_true(condition_parse(&arena, strbuf_str(&source), &names,
				    &condition, &err));
	assert_true(condition_holds(condition, &sample));
	strbuf_release(&source);
	arena_release(&arena);
}

static void test_uses_and_source(void **state)
{
	const struct str source = STR("told(cause) and not just asked(board) or "
				      "knows(fear) and knows(board_demo)");
	const struct condition *condition;
	struct condition_uses uses;
	struct arena arena = { 0 };
	struct error err;

	(void)state;
	assert_true(condition_parse(&arena, source, &names, &condition, &err));
	uses = condition_uses(condition);
	assert_int_equal(uses.told, 2);
	assert_int_equal(uses.asked, 1);
	assert_int_equal(uses.knows, 3);
	assert_true(str_equal(condition_source(condition), source));
	arena_release(&arena);
}

static void test_explain_gives_every_term_its_value(void **state)
{
	const struct condition *condition;
	struct arena arena = { 0 };
	struct strbuf out = { 0 };
	struct error err;

	(void)state;
	assert_true(condition_parse(
		&arena, STR("just told(delay) and trust>= 60 or kind < 3 or "
			    "level = tough or ever did(hedge) or "
			    "told(delay or cause) or asks(who)"),
		&names, &condition, &err));
	condition_explain(condition, &sample, &out);
	assert_string_equal(out.ptr,
			    "just told(delay): no; trust 55 >= 60: no; "
			    "kind (none) < 3: no; level firm = tough: no; "
			    "ever did(hedge): yes; told(delay): yes; "
			    "told(cause): no; asks(who), it asks who: yes");
	strbuf_release(&out);
	arena_release(&arena);
}

/* What the next words decide is free, what was said stays said. */
static void test_distances(void **state)
{
	static const struct {
		const char *source;
		int to_hold, to_fail;
	} cases[] = {
		{ "told(delay)", 0, CONDITION_NEVER },
		{ "told(cause)", 1, 0 },
		{ "not told(cause)", 0, 1 },
		{ "not told(delay)", CONDITION_NEVER, 0 },
		{ "asked(board) and knows(board_demo)", 1, 0 },
		{ "knows(fear)", 0, CONDITION_NEVER },
		{ "ever did(hedge)", 0, CONDITION_NEVER },
		{ "ever did(apology)", 1, 0 },
		/* this turn's */
		{ "just told(cause)", 0, 0 },
		{ "just told(delay)", 0, 0 },
		{ "did(apology) and asks(when)", 0, 0 },
		{ "said >= 90 or kind < 5 or slips > 9", 0, 0 },
		{ "score > 99", 0, 0 },
		/* a step of mood each */
		{ "trust >= 55", 0, 1 },
		{ "trust >= 60", 1, 0 },
		{ "trust >= 75", 3, 0 },
		{ "patience < 5", 2, 0 },
		/* the next words are turn 4 */
		{ "turn = 4", 0, 1 },
		{ "turn >= 7", 3, 0 },
		{ "turn = 6", 2, 0 },
		{ "turn < 4", CONDITION_NEVER, 0 },
		{ "turn < 9", 0, 5 },
		{ "level = firm", 0, CONDITION_NEVER },
		{ "level = tough", CONDITION_NEVER, 0 },
		{ "channel = email", 1, 0 },
		/* all of them, the nearest of them */
		{ "told(cause) and knows(board_demo)", 2, 0 },
		{ "told(cause) or knows(board_demo)", 1, 0 },
		{ "told(cause) and told(delay)", 1, 0 },
		{ "not (told(cause) or knows(board_demo))", 0, 1 },
		{ "not (told(cause) and knows(board_demo))", 0, 2 },
		{ "told(cause) and (told(cause) or trust > 99)", 2, 0 },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct condition *condition = NULL;
		int to_hold, to_fail;
		struct error err;

		assert_true(condition_parse(&arena, str_from(cases[i].source),
					    &names, &condition, &err));
		to_hold = condition_distance(condition, &sample, true);
		to_fail = condition_distance(condition, &sample, false);
		if (to_hold != cases[i].to_hold || to_fail != cases[i].to_fail)
			fail_msg("%s: %d and %d", cases[i].source, to_hold,
				 to_fail);
	}
	assert_int_equal(0, condition_distance(NULL, &sample, true));
	assert_int_equal(CONDITION_NEVER,
			 condition_distance(NULL, &sample, false));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_conditions_hold),
		cmocka_unit_test(test_mistakes_are_named_with_their_column),
		cmocka_unit_test(test_columns_count_characters),
		cmocka_unit_test(test_no_condition_always_holds),
		cmocka_unit_test(test_excess_is_refused),
		cmocka_unit_test(test_nested_operands_fit_the_stack),
		cmocka_unit_test(test_uses_and_source),
		cmocka_unit_test(test_distances),
		cmocka_unit_test(test_explain_gives_every_term_its_value),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
