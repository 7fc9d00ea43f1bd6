/* What the tests of the loaders share. */
#ifndef TESTS_UNIT_IO_LOADING_H
#define TESTS_UNIT_IO_LOADING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "rehearse/file.h"
#include "rehearse/load.h"

#define FIXTURE "tests/data/wrong-leaflet.yaml"

static inline void print_problems(const struct problems *problems)
{
	struct strbuf line = { 0 };

	for (size_t i = 0; i < problems->nr; i++) {
		strbuf_truncate(&line, 0);
		error_print(&problems->errors[i], &line);
		print_message("%s\n", line.ptr);
	}
	strbuf_release(&line);
}

static inline struct str read_file(struct arena *arena, const char *path)
{
	struct str bytes = STR("");
	struct error err;

	if (!file_read(arena, str_from(path), FILE_MAX_SCENARIO, &bytes, &err))
		fail_msg("%s: %s", path, err.text);
	return bytes;
}

static inline void assert_str(struct str str, const char *expected)
{
	if (!str_equal(str, str_from(expected)))
		fail_msg("'" STR_FMT "' is not '%s'", STR_ARG(str), expected);
}

/* The first problem is this one, at line:column. */
static inline void assert_problem(const char *yaml, unsigned line,
				  unsigned column, const char *text)
{
	struct problems problems = { 0 };
	struct arena arena = { 0 };

	assert_null(scenario_load(&arena, STR("x"), str_from(yaml), NULL, 0,
				  &problems));
	assert_true(problems.nr > 0);
	if (problems.errors[0].line != line ||
	    problems.errors[0].column != column ||
	    strcmp(problems.errors[0].text, text))
		fail_msg("%u:%u: %s\nis not\n%u:%u: %s",
			 problems.errors[0].line, problems.errors[0].column,
			 problems.errors[0].text, line, column, text);
	arena_release(&arena);
}

#endif
