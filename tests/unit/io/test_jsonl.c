/* Records in, objects out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <jansson.h>
#include <unistd.h>
#include <string.h>

#include "rehearse/embedded.h"
#include "rehearse/jsonl.h"

struct fixture {
	struct rubric rubric;
	struct arena scratch;
	struct strbuf out;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	struct error err;

	assert_true(rubric_open(embedded()->rubric, &f->rubric, &err));
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	arena_release(&f->scratch);
	strbuf_release(&f->out);
	free(f);
	return 0;
}

static json_t *object_of(struct fixture *f, const char *line, bool fine)
{
	json_t *object;

	strbuf_truncate(&f->out, 0);
	assert_int_equal(fine, jsonl_record(&f->rubric, str_from(line),
					    &f->scratch, &f->out));
	arena_clear(&f->scratch);
	assert_int_equal('\n', f->out.ptr[f->out.len - 1]);
	object = json_loadb(f->out.ptr, f->out.len, 0, NULL);
	assert_non_null(object);
	return object;
}

static void check_keys(json_t *object, const char *const *keys, size_t nr)
{
	size_t i = 0;
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value) {
		assert_true(i < nr);
		assert_string_equal(keys[i++], key);
	}
	assert_int_equal(nr, i);
}

static void test_a_turn(void **state)
{
	static const char *const keys[] = {
		"id", "scored", "score", "principles", "missed", "gate",
		"findings", "lines", "rubric", "engine",
	};
	struct fixture *f = *state;
	json_t *object = object_of(f, "{\"id\":\"u1\",\"client_said\":\"It is "
				   "wrong.\",\"text\":\"I was wrong, that is "
				   "on us.\",\"more\":[1]}", true);

	check_keys(object, keys, ARRAY_LEN(keys));
	assert_string_equal("u1", json_string_value(json_object_get(object,
								    "id")));
	assert_int_equal(PRINCIPLE_NR,
			 json_object_size(json_object_get(object,
							  "principles")));
	json_decref(object);
}

static void test_a_conversation(void **state)
{
	static const char *const keys[] = {
		"id", "scored", "score", "principles", "missed", "gate",
		"findings", "lines", "commitments", "unanswered", "turns",
		"rubric", "engine",
	};
	struct fixture *f = *state;
	json_t *object = object_of(
		f, "{\"turns\":[{\"speaker\":\"client\",\"text\":\"Why?\"},"
		"{\"speaker\":\"me\",\"text\":\"We tested too late.\"}]}",
		true);
	json_t *turns = json_object_get(object, "turns");

	check_keys(object, keys, ARRAY_LEN(keys));
	assert_true(json_is_null(json_object_get(object, "id")));
	assert_int_equal(2, json_array_size(turns));
	assert_true(json_is_null(json_array_get(turns, 0)));
	assert_true(json_is_object(json_array_get(turns, 1)));
	json_decref(object);
	json_decref(object_of(f, "{\"turns\":[]}", true));
}

static void test_bad_records(void **state)
{
	static const struct {
		const char *line, *id, *message;
	} cases[] = {
		{ "", NULL, "empty" },
		{ " \t\r", NULL, "empty" },
		{ "x", NULL, "no JSON" },
		{ "[]", NULL, "an object" },
		{ "3", NULL, "no JSON" },
		{ "{}", NULL, "`text` or `turns`" },
		{ "{\"id\":\"a\",\"text\":7}", "a", "text: a string" },
		{ "{\"id\":7,\"text\":\"a\"}", NULL, "id: a string" },
		{ "{\"id\":\"a\"}{", NULL, "no JSON" },
		{ "{\"text\":\"\xff\"}", NULL, "no JSON" },
		{ "{\"text\":\"\\u0000\"}", NULL, "no JSON" },
		{ "{\"text\":\"\\ud800\"}", NULL, "no JSON" },
		{ "{\"text\":\"a\",\"n\":1e309}", NULL, "no JSON" },
		{ "{\"text\":\"a\",\"kind\":\"sad\"}", NULL,
		  "kind is one of: bad-news" },
		{ "{\"text\":\"a\",\"kind\":null}", NULL, "kind: a string" },
		{ "{\"text\":\"a\",\"channel\":\"fax\"}", NULL,
		  "channel is one of" },
		{ "{\"text\":\"a\",\"facts\":[]}", NULL, "facts: " },
		{ "{\"text\":\"a\",\"facts\":{\"f\":\"a\"}}", NULL,
		  "f: a list" },
		{ "{\"text\":\"a\",\"facts\":{\"f\":[\"(a\"]}}", NULL, "f: " },
		{ "{\"text\":\"a\",\"waive\":{}}", NULL, "waive: " },
		{ "{\"text\":\"a\",\"waive\":[{\"rule\":\"no.such\"}]}", NULL,
		  "no rule no.such" },
		{ "{\"turns\":{}}", NULL, "turns: a list" },
		{ "{\"turns\":[7]}", NULL, "turns: each" },
		{ "{\"turns\":[{\"speaker\":\"you\",\"text\":\"a\"}]}", NULL,
		  "speaker is one of: me, client" },
		{ "{\"turns\":[{\"speaker\":\"me\"}]}", NULL, "turns: each" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		json_t *object = object_of(f, cases[i].line, false);
		json_t *error = json_object_get(object, "error");
		json_t *id = json_object_get(object, "id");
		const char *message = json_string_value(
			json_object_get(error, "message"));

		assert_int_equal(2, json_object_size(object));
		if (!strstr(message, cases[i].message))
			fail_msg("case %zu: %s", i, message);
		if (cases[i].id)
			assert_string_equal(cases[i].id,
					    json_string_value(id));
		else
			assert_true(json_is_null(id));
		json_decref(object);
	}
}

/* The first finding of a record, or NULL. */
static json_t *has_finding(json_t *object, const char *rule)
{
	json_t *findings = json_object_get(object, "findings"), *finding;
	size_t i;

	json_array_foreach(findings, i, finding)
		if (!strcmp(rule, json_string_value(
				json_object_get(finding, "rule"))))
			return finding;
	return NULL;
}

static void test_what_is_waived_is_left_out(void **state)
{
	struct fixture *f = *state;
	json_t *all = object_of(f, "{\"text\":\"Please calm down.\"}", true);
	json_t *first = json_array_get(json_object_get(all, "findings"), 0);
	const char *rule, *quote;
	char line[500];
	json_t *less;

	assert_non_null(first);
	rule = json_string_value(json_object_get(first, "rule"));
	quote = json_string_value(json_object_get(first, "quote"));
	snprintf(line, sizeof(line), "{\"text\":\"Please calm down.\","
		 "\"waive\":[{\"rule\":\"%s\",\"quote\":\"%s\"}]}", rule,
		 quote);
	less = object_of(f, line, true);
	assert_null(has_finding(less, rule));
	json_decref(all);
	json_decref(less);
}

static void test_facts_of_a_record_are_heard(void **state)
{
	struct fixture *f = *state;
	json_t *told = object_of(f, "{\"text\":\"The ship sails on Monday.\","
				 "\"channel\":\"call\",\"facts\":"
				 "{\"sailing\":[\"(ship|boat) sails\"]}}",
				 true);
	json_t *untold = object_of(f, "{\"text\":\"The ship is fine.\","
				   "\"channel\":\"call\",\"facts\":"
				   "{\"sailing\":[\"(ship|boat) sails\"]}}",
				   true);

	assert_false(json_equal(json_object_get(told, "principles"),
				json_object_get(untold, "principles")));
	json_decref(told);
	json_decref(untold);
}

/* A stream in one piece, and byte by byte, is the same. */
static void test_pieces_do_not_matter(void **state)
{
	static const char lines[] = "{\"text\":\"Hi.\"}\n\n{\"id\":\"b\","
				    "\"text\":\"That is on us.\"}\r\nx";
	struct fixture *f = *state;
	struct strbuf whole = { 0 };
	struct jsonl jsonl;
	struct error err;
	bool more = true;
	int ends[2];

	jsonl_init(&jsonl, &f->rubric);
	jsonl_take(&jsonl, str_from(lines), &whole);
	assert_int_equal(2, jsonl.bad);
	jsonl_release(&jsonl);
	assert_int_equal(0, pipe(ends));
	jsonl_init(&jsonl, &f->rubric);
	jsonl.fd = ends[0];
	for (size_t i = 0; more; i++) {
		if (i < sizeof(lines) - 1)
			assert_int_equal(1, write(ends[1], lines + i, 1));
		else if (i == sizeof(lines) - 1)
			close(ends[1]);
		assert_true(jsonl_step(&jsonl, &f->out, &more, &err));
	}
	assert_string_equal(whole.ptr, f->out.ptr);
	jsonl_release(&jsonl);
	strbuf_release(&whole);
}

static void test_a_line_that_is_too_long(void **state)
{
	struct fixture *f = *state;
	struct strbuf lines = { 0 };
	struct jsonl jsonl;

	strbuf_add(&lines, STR("{\"text\":\""));
	strbuf_pad(&lines, 'a', JSONL_MAX_LINE);
	strbuf_add(&lines, STR("\"}\n{\"id\":\"next\",\"text\":\"Hi.\"}"));
	jsonl_init(&jsonl, &f->rubric);
	jsonl_take(&jsonl, strbuf_str(&lines), &f->out);
	assert_int_equal(1, jsonl.bad);
	assert_non_null(strstr(f->out.ptr, "longer than 64 KiB"));
	assert_non_null(strstr(f->out.ptr, "{\"id\":\"next\",\"scored\""));
	jsonl_release(&jsonl);
	strbuf_release(&lines);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_a_turn),
		TEST(test_a_conversation),
		TEST(test_bad_records),
		TEST(test_what_is_waived_is_left_out),
		TEST(test_facts_of_a_record_are_heard),
		TEST(test_pieces_do_not_matter),
		TEST(test_a_line_that_is_too_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
