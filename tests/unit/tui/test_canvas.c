/* What a canvas shows of a text: columns, clipping, and above all the filter.
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "dump.h"

static void expect_dump(const struct canvas *canvas, const char *expected)
{
	struct strbuf out = { 0 };

	strbuf_add(&out, STR(""));
	canvas_dump(canvas, &out);
	assert_string_equal(expected, out.ptr);
	strbuf_release(&out);
}

static void expect_line(struct str text, int width, const char *expected)
{
	struct canvas canvas = { 0 };

	canvas_resize(&canvas, width, 1);
	canvas_put(&canvas, 0, 0, width, STYLE_NORMAL, text);
	expect_dump(&canvas, expected);
	canvas_release(&canvas);
}

static void test_control_characters_show_as_marks(void **state)
{
	(void)state;
	expect_line(STR("a\033[31mb"), 20, "a^[[31mb\n");
	expect_line(STR("a\x7f\x01"), 20, "a^?^A\n");
	expect_line(STR("a\u202eb"), 20, "a<U+202E>b\n");
	expect_line(STR("\xc2\x9b"), 20, "<U+009B>\n");
	expect_line(STR("a\xff\xc3"), 20, "a<FF><C3>\n");
	expect_line(STR("a\nb\tc\r"), 20, "a b c^M\n");
	/* a mark is clipped like any text */
	expect_line(STR("\u202e"), 3, "<U+\n");
}

static void test_columns_are_those_of_the_terminal(void **state)
{
	(void)state;
	expect_line(STR("été"), 3, "été\n");
	expect_line(STR("e\u0301t"), 2, "e\u0301t\n");
	expect_line(STR("漢字x"), 5, "漢字x\n");
	/* a wide character that would be cut leaves a blank */
	expect_line(STR("漢字"), 3, "漢\n");
	expect_line(STR("\u0301x"), 3, " \u0301x\n");
	assert_int_equal(8, glyph_columns(STR("漢字 \u0301e\033")));
}

static void test_a_cell_holds_only_so_many_followers(void **state)
{
	struct strbuf text = { 0 };
	struct canvas canvas = { 0 };

	(void)state;
	strbuf_add(&text, STR("a"));
	for (int i = 0; i < 500; i++)
		strbuf_add(&text, STR("\u0301"));
	strbuf_add(&text, STR("b"));
	canvas_resize(&canvas, 2, 1);
	canvas_put(&canvas, 0, 0, 2, STYLE_NORMAL, strbuf_str(&text));
	expect_dump(&canvas, "a\u0301\u0301\u0301\u0301b\n");
	canvas_release(&canvas);
	strbuf_release(&text);
}

static void test_writing_over_half_a_wide_character(void **state)
{
	struct canvas canvas = { 0 };

	(void)state;
	canvas_resize(&canvas, 4, 1);
	canvas_put(&canvas, 0, 0, 4, STYLE_NORMAL, STR("漢字"));
	canvas_put(&canvas, 1, 0, 1, STYLE_NORMAL, STR("x"));
	expect_dump(&canvas, " x字\n");
	canvas_put(&canvas, 2, 0, 1, STYLE_NORMAL, STR("y"));
	expect_dump(&canvas, " xy\n");
	canvas_release(&canvas);
}

static void test_everything_outside_is_clipped(void **state)
{
	struct canvas canvas = { 0 };

	(void)state;
	canvas_resize(&canvas, 4, 2);
	canvas_put(&canvas, 2, 0, 100, STYLE_NORMAL, STR("abcdef"));
	canvas_put(&canvas, -2, 1, 100, STYLE_NORMAL, STR("abcdef"));
	canvas_put(&canvas, 0, 7, 100, STYLE_NORMAL, STR("abcdef"));
	canvas_box(&canvas, (struct area){ -3, -3, 100, 100 }, STR("t"));
	canvas_restyle(&canvas, (struct area){ 3, -1, 9, 9 }, STYLE_DIM);
	expect_dump(&canvas, "  ab\ncdef\n");
	canvas_resize(&canvas, 0, 0);
	canvas_put(&canvas, 0, 0, 3, STYLE_NORMAL, STR("abc"));
	canvas_box(&canvas, (struct area){ 0, 0, 10, 10 }, STR("t"));
	expect_dump(&canvas, "");
	canvas_release(&canvas);
}

static void test_boxes_and_bars_also_in_ascii(void **state)
{
	struct canvas canvas = { 0 };
	struct area all = { 0, 0, 12, 5 };

	(void)state;
	canvas_resize(&canvas, 12, 5);
	canvas_box(&canvas, all, STR("Dana"));
	canvas_divide(&canvas, all, 2, STR(""));
	canvas_bar(&canvas, 2, 1, 6, 4, STYLE_GOOD);
	canvas_put_cut(&canvas, 1, 3, 10, STYLE_NORMAL, STR("abcdefghijklm"));
	expect_dump(&canvas, "┌─ Dana ───┐\n"
			     "│ ████··   │\n"
			     "├──────────┤\n"
			     "│abcdefghi…│\n"
			     "└──────────┘\n");
	canvas.ascii = true;
	canvas_clear(&canvas);
	canvas_box(&canvas, all, STR("Dana"));
	canvas_divide(&canvas, all, 2, STR(""));
	canvas_bar(&canvas, 2, 1, 6, 4, STYLE_GOOD);
	canvas_put_cut(&canvas, 1, 3, 10, STYLE_NORMAL, STR("abcdefghijklm"));
	expect_dump(&canvas, "+- Dana ---+\n"
			     "| ####--   |\n"
			     "+----------+\n"
			     "|abcdefg...|\n"
			     "+----------+\n");
	canvas_release(&canvas);
}

static void test_a_locale_of_ascii_still_reads_well(void **state)
{
	(void)state;
	setlocale(LC_CTYPE, "C");
	expect_line(STR("that\u2019s \u201cit\u201d \u2014 now\u2026"), 30,
		    "that's \"it\" -- now...\n");
	expect_line(STR("é漢"), 30, "??\n");
	setlocale(LC_CTYPE, "C.UTF-8");
}

static void test_clusters_are_stepped_over_whole(void **state)
{
	static const char *const clusters[] = {
		"a",
		"e\u0301",
		"\U0001f44d\U0001f3fd",
		"\U0001f468\u200d\U0001f469\u200d\U0001f467",
		"\U0001f1e9\U0001f1ea",
		"\U0001f1eb\U0001f1f7",
		"❤\ufe0f",
		"\n",
		"\u0301",
		"x",
	};
	struct strbuf text = { 0 };
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(clusters); i++)
		strbuf_add(&text, str_from(clusters[i]));
	for (size_t i = 0; i < ARRAY_LEN(clusters); i++) {
		size_t next = cluster_next(strbuf_str(&text), at);

		assert_int_equal(str_from(clusters[i]).len, next - at);
		assert_int_equal(at, cluster_previous(strbuf_str(&text), next));
		at = next;
	}
	assert_int_equal(text.len, at);
	assert_int_equal(text.len, cluster_next(strbuf_str(&text), at));
	assert_int_equal(0, cluster_previous(strbuf_str(&text), 0));
	strbuf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_control_characters_show_as_marks),
		cmocka_unit_test(test_columns_are_those_of_the_terminal),
		cmocka_unit_test(test_a_cell_holds_only_so_many_followers),
		cmocka_unit_test(test_writing_over_half_a_wide_character),
		cmocka_unit_test(test_everything_outside_is_clipped),
		cmocka_unit_test(test_boxes_and_bars_also_in_ascii),
		cmocka_unit_test(test_a_locale_of_ascii_still_reads_well),
		cmocka_unit_test(test_clusters_are_stepped_over_whole),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
