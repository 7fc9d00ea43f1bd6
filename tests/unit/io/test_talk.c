/* What a talk remembers between turns, with the shipped rubric. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

#include "rehearse/changes.h"
#include "rehearse/embedded.h"
#include "rehearse/report.h"
#include "rehearse/talk.h"

static unsigned unanswered_after(const char *const *lines, size_t nr)
{
	const struct talk_setting setting = { .kind = KIND_OTHER };
	struct arena arena = { 0 };
	struct rubric rubric;
	struct error err;
	struct talk *talk;
	unsigned unanswered;

	assert_true(rubric_open(embedded()->rubric, &rubric, &err));
	talk = talk_new(&arena, &rubric, &setting);
	for (size_t i = 0; i < nr; i++)
		talk_client(talk, str_from(lines[i]), 0);
	unanswered = talk_summary(talk, &arena).unanswered;
	arena_release(&arena);
	return unanswered;
}

static void test_a_question_counts_once_whatever_is_said_after_it(void **state)
{
	static const char *const lines[] = {
		"When will it come?",
		"I have been here since noon.",
		"My back hurts.",
	};

	(void)state;
	assert_int_equal(1, unanswered_after(lines, 1));
	assert_int_equal(1, unanswered_after(lines, 3));
	assert_int_equal(0, unanswered_after(lines + 1, 2));
}

/* The points of the first finding of a rule; 0: it did not fire. */
static int points_in(const struct talk_setting *setting, const char *rule,
		     const char *line, enum channel channel)
{
	struct arena arena = { 0 };
	struct rubric rubric;
	struct error err;
	struct text text;
	const struct verdict *verdict;
	int points = 0;

	assert_true(rubric_open(embedded()->rubric, &rubric, &err));
	text = rubric_read(&rubric, str_from(line), NULL, &arena);
	verdict = talk_judge(talk_new(&arena, &rubric, setting),
			     &(struct said){ .text = &text, .act = ACT_NONE,
					     .channel = channel },
			     &arena);
	for (size_t i = 0; i < verdict->nr_findings && !points; i++)
		if (str_equal(rubric_string(&rubric,
				rubric.rules[verdict->findings[i].rule].id),
			      str_from(rule)))
			points = verdict->findings[i].raw;
	arena_release(&arena);
	return points;
}

static int points_where(const char *rule, const char *line,
			enum channel channel)
{
	const struct talk_setting setting = { .kind = KIND_OTHER };

	return points_in(&setting, rule, line, channel);
}

static int points_of(const char *rule, const char *line)
{
	return points_where(rule, line, CHANNEL_CALL);
}

static void test_tone_counts_where_no_channel_is_known(void **state)
{
	const char *line = "Thanks, the second page is clear.";

	(void)state;
	assert_true(points_where("kind.manner_thanks", line, CHANNEL_NONE) > 0);
	assert_int_equal(0, points_of("kind.manner_thanks", line));
}

static void test_tone_is_not_all_there_is_to_a_talk(void **state)
{
	const struct talk_setting talk = { .kind = KIND_OTHER,
					   .in_talk = true };
	const char *rule = "kind.manner_no";
	const char *line = "The second page does not fit.";

	(void)state;
	assert_true(points_where(rule, line, CHANNEL_NONE) < 0);
	assert_int_equal(0, points_in(&talk, rule, line, CHANNEL_NONE));
}

static void test_a_remark_is_no_behaviour(void **state)
{
	const struct talk_setting setting = { .kind = KIND_OTHER };
	struct arena arena = { 0 };
	struct rubric rubric;
	struct error err;
	struct text text;
	const struct verdict *verdict;

	(void)state;
	assert_true(rubric_open(embedded()->rubric, &rubric, &err));
	text = rubric_read(&rubric, STR("Oh, the whole roof?"), NULL, &arena);
	verdict = talk_judge(talk_new(&arena, &rubric, &setting),
			     &(struct said){ .text = &text, .act = ACT_NONE },
			     &arena);
	assert_true(verdict->nr_findings > 0);
	assert_false(verdict->behaviours & BEHAVIOUR_BIT(BEHAVIOUR_EMPATHY));
	arena_release(&arena);
}

static void test_a_measure_weighs_more_the_more_there_is(void **state)
{
	const char *rule = "direct.long_words";
	int none = points_of(rule, "The roof is late and it is for us to go "
			     "and look at it and to say what it costs");
	int some = points_of(rule, "The roof is late and it is for us to go "
			     "and look at the alternatives and to "
			     "discuss additional costs");
	int many = points_of(rule, "Regarding the aforementioned structural "
			     "complications, comprehensive rectification "
			     "necessitates considerable additional "
			     "expenditure and documentation throughout the "
			     "entire period");

	(void)state;
	assert_int_equal(0, none);
	assert_true(some < none);
	assert_true(many < some);
}

/* What the act of picking up the phone shows of taking the initiative. */
static int initiative(bool client_opens, const char *heard)
{
	const struct talk_setting setting = {
		.kind = KIND_OTHER, .client_opens = client_opens,
	};
	struct arena arena = { 0 };
	struct rubric rubric;
	struct error err;
	struct talk *talk;
	int points;

	assert_true(rubric_open(embedded()->rubric, &rubric, &err));
	talk = talk_new(&arena, &rubric, &setting);
	talk_client(talk, str_from(heard), 0);
	points = talk_judge(talk, &(struct said){ .act = ACT_CALL }, &arena)
			 ->principles[PRINCIPLE_INITIATE];
	arena_release(&arena);
	return points;
}

static void test_who_is_rung_has_not_reached_out(void **state)
{
	(void)state;
	assert_true(initiative(false, "") > 50);
	assert_int_equal(SCORE_NONE, initiative(true, ""));
	assert_int_equal(SCORE_NONE, initiative(false, "Anybody there?"));
}

/* What one can point at goes before what is measured over the turn, a share of
 * words is no strength, and the padding of a turn that does well is not talked
 * about. What was done to the client is not praised beside. */
static void test_feedback_points_at_words(void **state)
{
	struct arena arena = { 0 };
	struct rubric rubric;
	struct error err;
	struct finding findings[3] = {
		{ .raw = 30, .points = 30, .quote = STR("") },
		{ .raw = 15, .points = 15, .end = 4, .quote = STR("mine") },
		{ .raw = -14, .points = -14, .end = 4, .quote = STR("soon") },
	};
	struct verdict verdict = { .scored = true, .score = 80, .gate = -1,
				   .findings = findings, .nr_findings = 3 };
	struct feedback feedback;

	(void)state;
	assert_true(rubric_open(embedded()->rubric, &rubric, &err));
	findings[0].rule = rubric_find(&rubric, STR("phone.told_live"));
	findings[1].rule = rubric_find(&rubric, STR("teachable.owns_it"));
	findings[2].rule = rubric_find(&rubric, STR("direct.vague_words"));
	feedback = feedback_on(&verdict, &rubric, &arena);
	assert_int_equal(1, feedback.strengths[0]);
	assert_int_equal(0, feedback.strengths[1]);
	assert_int_equal(-1, feedback.fix);
	/* the same words are not praised twice */
	findings[0].passage = findings[1].passage = STR("mine");
	feedback = feedback_on(&verdict, &rubric, &arena);
	assert_int_equal(-1, feedback.strengths[1]);
	findings[0].passage = STR("");
	verdict.score = 40;
	feedback = feedback_on(&verdict, &rubric, &arena);
	assert_int_equal(2, feedback.fix);
	assert_true(feedback.rewrite.len > 0);
	findings[0].rule = rubric_find(&rubric, STR("direct.names_things"));
	feedback = feedback_on(&verdict, &rubric, &arena);
	assert_int_equal(1, feedback.strengths[0]);
	assert_int_equal(-1, feedback.strengths[1]);
	verdict.gate = 0; /* hostile */
	feedback = feedback_on(&verdict, &rubric, &arena);
	assert_int_equal(-1, feedback.strengths[0]);
	arena_release(&arena);
}

/* A verdict that is kept outlives the text it was found in. */
static void test_a_kept_verdict_keeps_its_words(void **state)
{
	static const struct talk_setting setting = { .kind = KIND_OTHER };
	char line[] = "That is on me, and I'll ring you by noon.";
	struct arena arena = { 0 };
	const struct verdict *kept;
	struct rubric rubric;
	struct error err;
	struct text text;
	bool owned = false;

	(void)state;
	assert_true(rubric_open(embedded()->rubric, &rubric, &err));
	text = rubric_read(&rubric, str_from(line), NULL, &arena);
	kept = verdict_keep(talk_judge(talk_new(&arena, &rubric, &setting),
				       &(struct said){ .text = &text,
						       .act = ACT_NONE },
				       &arena),
			    &arena);
	memset(line, 'x', sizeof(line) - 1);
	for (size_t i = 0; i < kept->nr_findings; i++) {
		const struct finding *finding = &kept->findings[i];

		assert_true(str_find(finding->quote, STR("xx"), 0) ==
			    finding->quote.len);
		assert_true(str_find(finding->passage, STR("xx"), 0) ==
			    finding->passage.len);
		owned |= str_equal(finding->passage, STR("That is on me"));
	}
	assert_true(owned);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_a_question_counts_once_whatever_is_said_after_it),
		cmocka_unit_test(test_tone_counts_where_no_channel_is_known),
		cmocka_unit_test(test_tone_is_not_all_there_is_to_a_talk),
		cmocka_unit_test(test_a_remark_is_no_behaviour),
		cmocka_unit_test(test_a_measure_weighs_more_the_more_there_is),
		cmocka_unit_test(test_who_is_rung_has_not_reached_out),
		cmocka_unit_test(test_feedback_points_at_words),
		cmocka_unit_test(test_a_kept_verdict_keeps_its_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
