/* What a talk remembers between turns, with the shipped rubric. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "rehearse/embedded.h"
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			test_a_question_counts_once_whatever_is_said_after_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
