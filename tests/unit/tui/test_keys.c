/* Names of keys, and the bytes terminals send for them. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "rehearse/str.h"
#include "tui/decode.h"
#include "unit/tui/key_print.h"

static void expect_name(const char *name)
{
	struct strbuf out = { 0 };
	struct key key;

	assert_true(key_parse(str_from(name), &key));
	key_print(&key, &out);
	assert_string_equal(name, out.ptr);
	strbuf_release(&out);
}

static void test_names_read_and_print_alike(void **state)
{
	static const char *const names[] = {
		"a",         "é",           "?",       "C-a", "C-_",    "M-b",
		"C-M-x",     "Enter",       "M-Enter", "Tab", "S-Tab",  "Esc",
		"Backspace", "M-Backspace", "Del",     "Up",  "C-Left", "PgUp",
		"PgDn",      "Home",        "End",     "F1",  "F12",
	};
	struct key key;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		expect_name(names[i]);
	assert_false(key_parse(STR("F13"), &key));
	assert_false(key_parse(STR("F0"), &key));
	assert_false(key_parse(STR("Hello"), &key));
	assert_false(key_parse(STR(""), &key));
}

/* Decodes all bytes; names come back with a blank between them. */
static void expect_keys(struct str bytes, const char *expected)
{
	struct strbuf out = { 0 };
	struct key key;
	size_t nr;

	while (bytes.len) {
		nr = key_decode(bytes, true, &key);
		assert_in_range(nr, 1, bytes.len);
		bytes = str_slice(bytes, nr, bytes.len);
		if (out.len)
			strbuf_addc(&out, ' ');
		if (key.code == CODE_NONE)
			strbuf_add(&out, STR("-"));
		else if (key.code == CODE_PASTE)
			strbuf_add(&out, STR("paste"));
		else
			key_print(&key, &out);
	}
	assert_string_equal(expected, out.ptr);
	strbuf_release(&out);
}

static void test_what_terminals_send(void **state)
{
	(void)state;
	expect_keys(STR("aé漢"), "a é 漢");
	expect_keys(STR("\r\n\t\x7f\b\001\037\x1a"),
		    "Enter C-j Tab Backspace Backspace C-a C-_ C-z");
	expect_keys(STR("\033[A\033OA\033[1;5D\033[Z\033OP\033[[A\033[11~"),
		    "Up Up C-Left S-Tab F1 F1 F1");
	expect_keys(STR("\033[H\033[1~\033[7~\033[F\033[4~\033[3~\033[5~"),
		    "Home Home Home End End Del PgUp");
	expect_keys(STR("\033b\033\r\033\n\033\x7f\033é"),
		    "M-b M-Enter C-M-j M-Backspace M-é");
	expect_keys(STR("\033OM\033Oq\033Om"), "Enter 1 -");
	expect_keys(STR("\033[97;5u\033[13;3u\033[27u"), "C-a M-Enter Esc");
	expect_keys(STR("\033[200~x"), "paste x");
}

static void test_unknown_sequences_are_swallowed_whole(void **state)
{
	(void)state;
	expect_keys(STR("\033[?1;2cx"), "- x");
	expect_keys(STR("\033[<0;12;3Mx"), "- x");
	expect_keys(STR("\033[99~x\033[12"), "- x -");
	expect_keys(STR("\033[1\033[A"), "- Up");
	expect_keys(STR("\033\033"), "Esc Esc");
	expect_keys(STR("\033["), "M-[");
	expect_keys(STR("\033O"), "M-O");
}

static void test_a_stray_byte_takes_nothing_with_it(void **state)
{
	(void)state;
	expect_keys(STR("\377a\303z\342\202"),
		    "\ufffd a \ufffd z \ufffd \ufffd");
}

static void test_a_key_cut_in_two_waits_for_the_rest(void **state)
{
	static const char *const keys[] = { "\033[1;5D", "\033OA", "漢",
					    "\033[[A", "\033é" };
	struct key key;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		struct str all = str_from(keys[i]);

		for (size_t to = 1; to < all.len; to++)
			assert_int_equal(0, key_decode(str_slice(all, 0, to),
						       false, &key));
		assert_int_equal(all.len, key_decode(all, false, &key));
	}
}

static void test_every_pair_of_bytes_is_decoded(void **state)
{
	char bytes[4] = "\033[";
	struct key key;

	(void)state;
	for (int i = 0; i < 0x10000; i++) {
		bytes[2] = (char)(i >> 8);
		bytes[3] = (char)i;
		for (size_t from = 0; from < 3; from++) {
			struct str left = { bytes + from, 4 - from };

			assert_in_range(key_decode(left, true, &key), 1,
					left.len);
			assert_in_range(key_decode(left, false, &key), 0,
					left.len);
		}
	}
}

static void test_bindings_hold_in_their_modes(void **state)
{
	static const struct binding table[] = {
		{ "Enter", 1, "say", "say it", 1 },
		{ "Enter", 2, "pick", "pick it", 2 },
		{ "C-c", 3, "leave", "leave", 0 },
	};
	const struct bindings bindings = BINDINGS(table);
	struct key key;

	(void)state;
	assert_true(key_parse(STR("Enter"), &key));
	assert_int_equal(1, bindings_find(bindings, &key, 1)->action);
	assert_int_equal(2, bindings_find(bindings, &key, 2)->action);
	assert_null(bindings_find(bindings, &key, 4));
	assert_true(key_parse(STR("C-c"), &key));
	assert_int_equal(3, bindings_find(bindings, &key, 4)->action);
	key.ctrl = false;
	assert_null(bindings_find(bindings, &key, 4));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_read_and_print_alike),
		cmocka_unit_test(test_what_terminals_send),
		cmocka_unit_test(test_unknown_sequences_are_swallowed_whole),
		cmocka_unit_test(test_a_stray_byte_takes_nothing_with_it),
		cmocka_unit_test(test_a_key_cut_in_two_waits_for_the_rest),
		cmocka_unit_test(test_every_pair_of_bytes_is_decoded),
		cmocka_unit_test(test_bindings_hold_in_their_modes),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
