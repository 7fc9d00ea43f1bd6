/*
 * Every smell has a scenario in tests/data/smells that smells of it and of
 * nothing else; the first line says how.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "rehearse/embedded.h"
#include "rehearse/file.h"
#include "rehearse/load.h"
#include "rehearse/smell.h"

#define SMELLS "tests/data/smells/"

static struct str read_file(struct arena *arena, struct str path)
{
	struct error err;
	struct str bytes;

	if (!file_read(arena, path, FILE_MAX_SCENARIO, &bytes, &err))
		fail_msg("%s", err.text);
	return bytes;
}

static void open_rubric(struct arena *arena, struct rubric *rubric)
{
	struct rubric_source source = { .version = 0 };
	const struct str path = STR(SMELLS "rubric.yaml");
	struct problems problems = { 0 };
	struct error err;
	struct str image = { 0 };

	if (!rubric_load(arena, path, read_file(arena, path), &source,
			 &problems) ||
	    !rubric_compile(arena, &source, &image, &problems))
		fail_msg("%u: %s", problems.errors[0].line,
			 problems.errors[0].text);
	assert_true(rubric_open(image, rubric, &err));
}

static struct problems smells_of(struct arena *arena, struct str path,
				 struct str bytes)
{
	struct problems problems = { 0 }, none = { 0 };
	struct smell_source source = {
		.pool = &embedded()->pool,
		.yaml = bytes,
	};
	struct fill_choice choices[8];
	struct rubric rubric;

	open_rubric(arena, &rubric);
	source.rubric = &rubric;
	source.scenario = scenario_load(arena, path, bytes, NULL, 0, &problems);
	if (!source.scenario)
		fail_msg("%s:%u: %s", path.ptr, problems.errors[0].line,
			 problems.errors[0].text);
	assert_in_range(source.scenario->nr_fills, 0, ARRAY_LEN(choices));
	for (size_t i = 0; i < source.scenario->nr_fills; i++)
		choices[i] = (struct fill_choice){
			source.scenario->fills[i].name,
			SMELL_FILL,
		};
	source.unfilled = scenario_load(arena, path, bytes, choices,
					source.scenario->nr_fills, &none);
	assert_non_null(source.unfilled);
	smells_find(arena, &source, ~0u, &problems);
	return problems;
}

static void check_smell(struct str name)
{
	struct arena arena = { 0 };
	struct str path = arena_printf(&arena, SMELLS STR_FMT ".yaml",
				       STR_ARG(name));
	struct str bytes = read_file(&arena, path), expected;
	struct problems problems = smells_of(&arena, path, bytes);

	str_cut(&bytes, '\n', &expected);
	expected = str_slice(expected, STR("# smell: ").len, expected.len);
	for (size_t i = 0; i < problems.nr; i++) {
		const struct error *smell = &problems.errors[i];

		const struct str text = str_from(smell->text);

		if (i || str_find(text, expected, 0) == text.len ||
		    !smell->line || smell->kind != ERROR_ANSWER_NO)
			fail_msg("%s:%u: %s", path.ptr, smell->line,
				 smell->text);
	}
	if (!problems.nr)
		fail_msg("%s: no smell", path.ptr);
	arena_release(&arena);
}

static void test_each_is_found_and_no_other(void **state)
{
	(void)state;
	for (int i = 0; i < smell_terms.nr; i++)
		check_smell(terms_name(&smell_terms, i));
}

static void test_only_what_is_asked_for(void **state)
{
	struct arena arena = { 0 };
	const struct str path = STR(SMELLS "untold.yaml");
	struct smell_source source = {
		.pool = &embedded()->pool,
		.yaml = read_file(&arena, path),
	};
	struct problems problems = { 0 };
	struct rubric rubric;
	int untold = terms_find(&smell_terms, STR("untold"));

	(void)state;
	open_rubric(&arena, &rubric);
	source.rubric = &rubric;
	source.scenario = scenario_load(&arena, path, source.yaml, NULL, 0,
					&problems);
	smells_find(&arena, &source, ~(1u << untold), &problems);
	assert_int_equal(0, problems.nr);
	smells_find(&arena, &source, 1u << untold, &problems);
	assert_int_equal(1, problems.nr);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_is_found_and_no_other),
		cmocka_unit_test(test_only_what_is_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
