/*
 * The line editor. A case is keys in the notation of the screen tests
 * (text and <Names>) and the text they leave, with a bar for the cursor.
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "tui/edit.h"

static void press(struct edit *edit, const char *keys)
{
	struct str rest = str_from(keys);

	while (rest.len) {
		size_t end =
			rest.ptr[0] == '<' ? str_find(rest, STR(">"), 0) : 0;
		struct key key;

		if (end)
			assert_true(key_parse(str_slice(rest, 1, end), &key));
		else
			assert_true(key_parse(str_slice(rest, 0, 1), &key));
		rest = str_slice(rest, end + 1, rest.len);
		assert_true(edit_key(edit, &key));
	}
}

static void expect_text(const struct edit *edit, const char *expected)
{
	struct str text = edit_text(edit);
	struct strbuf out = { 0 };

	strbuf_add(&out, str_slice(text, 0, edit->cursor));
	strbuf_addc(&out, '|');
	strbuf_add(&out, str_slice(text, edit->cursor, text.len));
	assert_string_equal(expected, out.ptr);
	strbuf_release(&out);
}

static void test_keys_do_what_people_know(void **state)
{
	static const struct {
		const char *keys, *expected;
	} cases[] = {
		{ "abc", "abc|" },
		{ "abc<Left><Left>x", "ax|bc" },
		{ "abc<C-a>x<C-e>y", "xabcy|" },
		{ "abc<Home><Right><C-f>x<C-b>y", "aby|xc" },
		{ "one two<M-b>x<M-b><M-b>y", "y|one xtwo" },
		{ "one two<C-a><M-f>x", "onex| two" },
		{ "abc<Backspace><C-h>", "a|" },
		{ "abc<C-a><Del><C-d>", "|c" },
		{ "don't stop-it<C-w>", "don't |" },
		{ "one two<C-a><M-d><C-e><C-y>", " twoone|" },
		{ "one two<M-b><C-u><C-e><C-y>", "twoone |" },
		{ "one two<M-b><C-k><C-a><C-y>", "two|one " },
		{ "abc<C-t>", "acb|" },
		{ "abc<Left><C-t>", "acb|" },
		{ "a<C-t>", "a|" },
		{ "ab<C-j>cd<M-Enter>", "ab\ncd\n|" },
		{ "abcd<C-j>ef<Up>x", "abx|cd\nef" },
		{ "ab<C-j>cdef<Up><Home><Right><Down>x", "ab\ncx|def" },
		{ "ab<C-j>cd<Home><Backspace>", "ab|cd" },
		{ "ab<C-j>cd<Up><End><C-k>", "ab|cd" },
		{ "<C-w><C-u><C-k><C-y><C-t><C-_><Backspace><Del><Up><Down>",
		  "|" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct edit edit = { 0 };

		press(&edit, cases[i].keys);
		expect_text(&edit, cases[i].expected);
		edit_release(&edit);
	}
}

static void test_undo_goes_back_by_words_and_cuts(void **state)
{
	struct edit edit = { 0 };

	(void)state;
	press(&edit, "one two<C-w>three");
	expect_text(&edit, "one three|");
	press(&edit, "<C-_>");
	expect_text(&edit, "one |");
	press(&edit, "<C-_>");
	expect_text(&edit, "one two|");
	press(&edit, "<C-_>");
	expect_text(&edit, "one |");
	press(&edit, "<C-_><C-_><C-_>");
	expect_text(&edit, "|");
	for (int i = 0; i < 3 * EDIT_UNDO_MAX; i++)
		press(&edit, "a ");
	for (int i = 0; i < 3 * EDIT_UNDO_MAX; i++)
		press(&edit, "<C-_>");
	assert_int_equal(4 * EDIT_UNDO_MAX, edit.text.len);
	edit_release(&edit);
}

static void test_history_keeps_the_draft(void **state)
{
	struct edit edit = { 0 };

	(void)state;
	press(&edit, "first");
	edit_remember(&edit);
	press(&edit, "second");
	edit_remember(&edit);
	press(&edit, "second");
	edit_remember(&edit);
	press(&edit, "draft<Up>");
	expect_text(&edit, "second|");
	press(&edit, "<C-p><C-p>");
	expect_text(&edit, "first|");
	press(&edit, "<Down><C-n>");
	expect_text(&edit, "draft|");
	edit_release(&edit);
}

static void paste(struct edit *edit, struct str text)
{
	const struct key key = { .code = CODE_PASTE, .text = text };

	assert_true(edit_key(edit, &key));
}

static void test_a_paste_is_cleaned_and_undone_as_one(void **state)
{
	struct edit edit = { 0 };

	(void)state;
	press(&edit, "a");
	paste(&edit, STR("b\r\nc\rd\te\033[31m\xff\u202ef"));
	expect_text(&edit, "ab\nc\nd e[31m\ufffdf|");
	press(&edit, "<C-_>");
	expect_text(&edit, "a|");
	edit.one_line = true;
	paste(&edit, STR("b\nc"));
	expect_text(&edit, "ab c|");
	edit_release(&edit);
}

static void test_the_limit_stops_and_says_so(void **state)
{
	struct edit edit = { .limit = 5 };
	struct strbuf much = { 0 };

	(void)state;
	press(&edit, "abcd");
	assert_false(edit.at_limit);
	paste(&edit, STR("éé"));
	expect_text(&edit, "abcdé|");
	assert_true(edit.at_limit);
	press(&edit, "<Left>");
	assert_false(edit.at_limit);
	press(&edit, "x");
	expect_text(&edit, "abcd|é");
	assert_true(edit.at_limit);
	press(&edit, "<Backspace>y");
	expect_text(&edit, "abcy|é");
	strbuf_pad(&much, 'z', 1 << 20);
	edit.limit = 4000;
	paste(&edit, strbuf_str(&much));
	assert_int_equal(4000, edit.characters);
	assert_int_equal(4001, edit.text.len);
	strbuf_release(&much);
	edit_release(&edit);
}

static void test_clusters_are_deleted_whole(void **state)
{
	struct edit edit = { 0 };

	(void)state;
	paste(&edit, STR("ae\u0301\U0001f44d\U0001f3fd"));
	press(&edit, "<Backspace>");
	expect_text(&edit, "ae\u0301|");
	press(&edit, "<Left><Left><Del><Del>");
	expect_text(&edit, "|");
	edit_release(&edit);
}

static void test_keys_of_others_are_left_alone(void **state)
{
	static const char *const names[] = { "Enter", "Tab",  "F2",
					     "Esc",   "PgUp", "C-c" };
	struct edit edit = { 0 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		struct key key;

		assert_true(key_parse(str_from(names[i]), &key));
		assert_false(edit_key(&edit, &key));
	}
	expect_text(&edit, "|");
	edit_release(&edit);
}

static void test_every_editing_key_has_a_name_that_parses(void **state)
{
	struct bindings bindings = edit_bindings();

	(void)state;
	assert_non_null(bindings.items[0].help);
	for (size_t i = 0; i < bindings.nr; i++) {
		struct key key;

		assert_true(key_parse(str_from(bindings.items[i].key), &key));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys_do_what_people_know),
		cmocka_unit_test(test_undo_goes_back_by_words_and_cuts),
		cmocka_unit_test(test_history_keeps_the_draft),
		cmocka_unit_test(test_a_paste_is_cleaned_and_undone_as_one),
		cmocka_unit_test(test_the_limit_stops_and_says_so),
		cmocka_unit_test(test_clusters_are_deleted_whole),
		cmocka_unit_test(test_keys_of_others_are_left_alone),
		cmocka_unit_test(test_every_editing_key_has_a_name_that_parses),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
