#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "rehearse/str.h"
#include "tui/wrap.h"

/* The lines with a bar behind each. */
static void expect_lines(struct str text, int width, const char *expected)
{
	struct wrap wrap = wrap_start(text, width);
	struct strbuf out = { 0 };

	while (wrap_next(&wrap)) {
		assert_true(wrap.to <= text.len && wrap.from <= wrap.to);
		strbuf_add(&out, wrap.line);
		strbuf_addc(&out, '|');
	}
	assert_string_equal(expected, out.ptr);
	strbuf_release(&out);
}

static void test_lines_break_at_blanks(void **state)
{
	(void)state;
	expect_lines(STR("We are not. It is late."), 8,
		     "We are|not. It|is late.|");
	expect_lines(STR("one two"), 7, "one two|");
	expect_lines(STR("one  two"), 4, "one|two|");
	expect_lines(STR(""), 8, "|");
}

static void test_line_feeds_are_kept(void **state)
{
	(void)state;
	expect_lines(STR("a\n\nb"), 8, "a||b|");
	expect_lines(STR("a\n"), 8, "a||");
	expect_lines(STR("one   \ntwo"), 3, "one|two|");
}

static void test_a_long_word_is_split(void **state)
{
	(void)state;
	expect_lines(STR("abcdefgh ij"), 3, "abc|def|gh|ij|");
	expect_lines(STR("漢字漢字"), 5, "漢字|漢字|");
	expect_lines(STR("漢字"), 1, "漢|字|");
	expect_lines(STR("a\033\033b"), 3, "a\033|\033b|");
	expect_lines(STR("ab"), -4, "a|b|");
	expect_lines(STR("  abcdef"), 4, "  ab|cdef|");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines_break_at_blanks),
		cmocka_unit_test(test_line_feeds_are_kept),
		cmocka_unit_test(test_a_long_word_is_split),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
