/* The arithmetic of the receipt. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "../../../src/core/moment.h"

static void test_points_scale_to_the_target(void **state)
{
	(void)state;
	assert_int_equal(21, scale_points(14, 34));
	assert_int_equal(-21, scale_points(-14, 34));
	assert_int_equal(0, scale_points(0, 34));
	/* 1 * 50 / 20 = 2.5: half goes away from zero, both ways */
	assert_int_equal(3, scale_points(1, 20));
	assert_int_equal(-3, scale_points(-1, 20));
}

static void test_means_round_half_up(void **state)
{
	(void)state;
	assert_int_equal(3, divide_half_up(5, 2));
	assert_int_equal(2, divide_half_up(7, 3));
	assert_int_equal(0, divide_half_up(0, 7));
}

static void test_bands_begin_where_the_readme_says(void **state)
{
	static const struct {
		int score;
		const char *band;
	} cases[] = {
		{ 0, "hostile" }, { 19, "hostile" },
		{ 20, "harmful habits" }, { 39, "harmful habits" },
		{ 40, "mixed" }, { 55, "workable" }, { 70, "strong" },
		{ 84, "strong" }, { 85, "exemplary" }, { 100, "exemplary" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_string_equal(cases[i].band,
				    terms_name(&band_terms,
					       score_band(cases[i].score)).ptr);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_points_scale_to_the_target),
		cmocka_unit_test(test_means_round_half_up),
		cmocka_unit_test(test_bands_begin_where_the_readme_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
