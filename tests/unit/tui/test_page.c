/* Pages: how texts flow, hang and scroll. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "dump.h"
#include "tui/page.h"

static struct arena arena;

/* The page's lines on a canvas of its width and so many rows. */
static void expect_page(const struct page *page, int rows, int top,
			const char *expected)
{
	struct canvas canvas = { 0 };
	struct strbuf out = { 0 };

	canvas_resize(&canvas, page->width, rows);
	page_draw(page, &canvas, (struct area){ 0, 0, page->width, rows }, top);
	canvas_dump(&canvas, &out);
	assert_string_equal(expected, out.ptr);
	strbuf_release(&out);
	canvas_release(&canvas);
}

static void test_prose_flows_in_paragraphs(void **state)
{
	struct page page = page_start(&arena, 12);

	(void)state;
	page_prose(&page, STYLE_NORMAL,
		   STR("One\ntwo three\nfour.\n\nNext one:\n- a\n- b\n"));
	expect_page(&page, 8, 0,
		    "One two\nthree four.\n\nNext one:\n- a\n- b\n\n\n");
}

static void test_lines_hang_below_their_second_column(void **state)
{
	struct page page = page_start(&arena, 20);

	(void)state;
	page_lines(&page, STYLE_NORMAL,
		   STR("  direct 75\n    +25  You said the news.\nplain text "
		       "that is too long\n"));
	expect_page(&page, 5, 0,
		    "  direct 75\n    +25  You said\n         the news.\n"
		    "plain text that is\n  too long\n");
}

static void test_labels_stand_before_the_first_line_only(void **state)
{
	struct page page = page_start(&arena, 14);

	(void)state;
	page_label(&page, STYLE_CLIENT, STR("Dana"), 6, STYLE_NORMAL,
		   STR("Are we good?"));
	expect_page(&page, 2, 0, "Dana  Are we\n      good?\n");
}

static void test_a_field_keeps_its_cursor(void **state)
{
	struct page page = page_start(&arena, 12);
	struct edit edit = { 0 };

	(void)state;
	edit_set(&edit, STR("one two three"));
	page_gap(&page);
	page_field(&page, 2, &edit, true, NULL, 0);
	expect_page(&page, 3, 0, "\n> one two\n  three\n");
	assert_int_equal(2, page.cursor_line);
	assert_int_equal(7, page.cursor_x);
	edit.cursor = 0;
	page = page_start(&arena, 12);
	page_field(&page, 2, &edit, true, NULL, 0);
	assert_int_equal(0, page.cursor_line);
	assert_int_equal(2, page.cursor_x);
	edit_release(&edit);
}

static void test_scrolling_stays_within_the_page(void **state)
{
	struct page page = page_start(&arena, 4);

	(void)state;
	page_text(&page, 0, STYLE_NORMAL, STR("a\nb\nc\nd"));
	assert_int_equal(2, page_clamp(&page, 2, 99));
	assert_int_equal(0, page_clamp(&page, 2, -5));
	assert_int_equal(0, page_clamp(&page, 9, 3));
	assert_int_equal(2, page_reveal(&page, 2, 0, 3));
	assert_int_equal(1, page_reveal(&page, 2, 2, 1));
	expect_page(&page, 2, 2, "c\nd\n");
}

static void test_squeezing_takes_gaps_and_nothing_else(void **state)
{
	struct page page = page_start(&arena, 4);

	(void)state;
	page_text(&page, 0, STYLE_NORMAL, STR("a\n\nb\n\nc"));
	page_squeeze(&page, 4);
	expect_page(&page, 4, 0, "a\nb\n\nc\n");
	page_squeeze(&page, 1);
	assert_int_equal(3, page.nr);
}

static int forget(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_prose_flows_in_paragraphs),
		cmocka_unit_test(test_lines_hang_below_their_second_column),
		cmocka_unit_test(test_labels_stand_before_the_first_line_only),
		cmocka_unit_test(test_a_field_keeps_its_cursor),
		cmocka_unit_test(test_scrolling_stays_within_the_page),
		cmocka_unit_test(test_squeezing_takes_gaps_and_nothing_else),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, forget);
}
