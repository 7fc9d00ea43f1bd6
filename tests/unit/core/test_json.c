/* Commas where they are due, null for what there is not, and no raw controls. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "rehearse/json.h"

static void test_members_and_values_are_set_apart(void **state)
{
	static const int numbers[] = { 1, -2 };
	struct strbuf out = { 0 };

	(void)state;
	json_open(&out, NULL, '{');
	json_int(&out, "a", -1);
	json_open(&out, "list", '[');
	json_text(&out, NULL, STR("x"));
	json_open(&out, NULL, '{');
	json_bool(&out, "b", true);
	json_close(&out, '}');
	json_none(&out, NULL);
	json_close(&out, ']');
	json_ints(&out, "c", numbers, 2);
	json_count(&out, "d", UINT64_MAX);
	json_close(&out, '}');
	strbuf_addc(&out, '\n');
	json_open(&out, NULL, '[');
	json_close(&out, ']');
	assert_string_equal(out.ptr,
			    "{\"a\":-1,\"list\":[\"x\",{\"b\":true},null],"
			    "\"c\":[1,-2],\"d\":18446744073709551615}\n[]");
	strbuf_release(&out);
}

static void test_what_there_is_not_is_null(void **state)
{
	static const struct str nothing;
	struct strbuf out = { 0 };

	(void)state;
	json_int_or_null(&out, "a", -1);
	json_int_or_null(&out, "b", 0);
	json_text_or_null(&out, "c", nothing);
	json_text_or_null(&out, "d", STR(""));
	json_name(&out, "e", &level_terms, -1);
	json_name(&out, "f", &level_terms, LEVEL_FIRM);
	assert_string_equal(out.ptr, "\"a\":null,\"b\":0,\"c\":null,\"d\":\"\","
				     "\"e\":null,\"f\":\"firm\"");
	strbuf_release(&out);
}

static void test_nothing_in_a_text_acts_on_a_terminal(void **state)
{
	struct strbuf out = { 0 };

	(void)state;
	json_quote(&out, STR("a\"b\\\n\t\x1b\x7f\xff\xe2\x80\xae"));
	assert_string_equal(out.ptr, "\"a\\\"b\\\\\\n\\t\\u001b\\u007f\\ufffd"
				     "\\u202e\"");
	strbuf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_members_and_values_are_set_apart),
		cmocka_unit_test(test_what_there_is_not_is_null),
		cmocka_unit_test(test_nothing_in_a_text_acts_on_a_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
