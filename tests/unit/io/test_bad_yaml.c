/* Files with mistakes, one and many, and files made to do harm. */
#include "loading.h"

#include <dirent.h>

static bool load_any(struct arena *arena, struct str name, struct str bytes,
		     struct problems *problems)
{
	struct rubric_source rubric;
	struct pool pool;

	if (str_starts_with(name, STR("lines-")))
		return pool_load(arena, name, bytes, &pool, problems);
	if (str_starts_with(name, STR("rubric-")))
		return rubric_load(arena, name, bytes, &rubric, problems);
	if (str_starts_with(name, STR("drill-")))
		return drill_load(arena, name, bytes, problems);
	return scenario_load(arena, name, bytes, NULL, 0, problems);
}

/* The first line of each says which one problem there is, and where. */
static void check_bad_file(const char *name)
{
	const struct str mark = STR("# expect: ");
	struct problems problems = { 0 };
	struct arena arena = { 0 };
	struct strbuf found = { 0 };
	struct str path = arena_printf(&arena, "tests/data/bad/%s", name);
	struct str bytes = read_file(&arena, path.ptr), rest = bytes, line;

	assert_true(str_cut(&rest, '\n', &line));
	assert_true(str_starts_with(line, mark));
	if (load_any(&arena, str_from(name), bytes, &problems))
		fail_msg("%s: taken for right", name);
	if (problems.nr)
		error_print(&problems.errors[0], &found);
	line = str_slice(line, mark.len, line.len);
	rest = str_slice(strbuf_str(&found), strlen(name) + 1, found.len);
	if (problems.nr != 1 || !str_equal(rest, line)) {
		print_problems(&problems);
		fail_msg("%s: expected " STR_FMT, name, STR_ARG(line));
	}
	strbuf_release(&found);
	arena_release(&arena);
}

static void test_bad_files(void **state)
{
	DIR *directory = opendir("tests/data/bad");
	struct dirent *entry;
	unsigned nr = 0;

	(void)state;
	assert_non_null(directory);
	for (entry = readdir(directory); entry; entry = readdir(directory)) {
		if (!str_ends_with(str_from(entry->d_name), STR(".yaml")))
			continue;
		check_bad_file(entry->d_name);
		nr++;
	}
	closedir(directory);
	assert_true(nr >= 100);
}

static void test_all_mistakes_are_listed_at_once(void **state)
{
	static const char yaml[] = "format: rehearse/scenario 1\n"
				   "id: x\n"
				   "titel: a\n"
				   "kind: bad\n"
				   "you: {fault: mine}\n"
				   "client: {name: A, trust: 200}\n"
				   "start: b\n"
				   "scenes:\n"
				   "  a:\n"
				   "    client: [hello]\n"
				   "endings: {e: {kind: bad, say: \"x\"}}\n";
	static const unsigned places[][2] = {
		{ 1, 1 }, { 1, 1 }, { 3, 1 }, { 4, 7 }, { 5, 14 }, { 6, 26 },
		{ 7, 8 }, { 9, 3 }, { 10, 14 },
	};
	struct problems problems = { 0 };
	struct arena arena = { 0 };

	(void)state;
	assert_null(scenario_load(&arena, STR("x"), str_from(yaml), NULL, 0,
				  &problems));
	assert_int_equal(problems.nr, ARRAY_LEN(places));
	for (size_t i = 0; i < problems.nr; i++) {
		assert_int_equal(problems.errors[i].line, places[i][0]);
		assert_int_equal(problems.errors[i].column, places[i][1]);
		assert_int_equal(problems.errors[i].kind, ERROR_DATA);
	}
	arena_release(&arena);
}

static void test_columns_count_characters(void **state)
{
	(void)state;
	assert_problem("{\"id\": \"é\", \"titel\": 2, format: "
		       "rehearse/rubric 1}", 1, 33, "the format should be "
		       "'rehearse/scenario 1', not 'rehearse/rubric 1'");
	assert_problem("[\"é\", %]", 1, 7, "a text cannot begin with this "
		       "sign; put it in double quotes (and indent with "
		       "spaces, not with tabs)");
}

static void test_id_is_the_name_of_the_file(void **state)
{
	static const struct {
		const char *path;
		bool fine;
	} cases[] = {
		{ "wrong-leaflet", true }, { "anything", true },
		{ "a/b/wrong-leaflet.yaml", true }, { "other.yaml", false },
		{ "a/other.yaml", false }, { "./wrong-leaflet", true },
	};
	struct arena arena = { 0 };
	struct str bytes = read_file(&arena, FIXTURE);

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct problems problems = { 0 };

		if (!scenario_load(&arena, str_from(cases[i].path), bytes,
				   NULL, 0, &problems) == cases[i].fine)
			fail_msg("%s", cases[i].path);
	}
	arena_release(&arena);
}

/* ---- hostile files ----------------------------------------------------- */

static void assert_repeated(const char *start, const char *part, size_t nr,
			    unsigned line, unsigned column, const char *text)
{
	struct strbuf yaml = { 0 };

	strbuf_add(&yaml, str_from(start));
	for (size_t i = 0; i < nr; i++)
		strbuf_add(&yaml, str_from(part));
	assert_problem(yaml.ptr, line, column, text);
	strbuf_release(&yaml);
}

static void test_bombs_are_refused(void **state)
{
	(void)state;
	assert_repeated("", "[", 50000, 1, 65,
			"lists and mappings nest more than 64 deep here");
	assert_repeated("", "- ", 50000, 1, 129,
			"lists and mappings nest more than 64 deep here");
	assert_repeated("", "{a: ", 50000, 1, 257,
			"lists and mappings nest more than 64 deep here");
	assert_repeated("", "%TAG !a! tag:a\n", 95000, 1, 1, "a line cannot "
			"begin with %: directives are not allowed");
	assert_repeated("[", "1,", 1000001, 1, 1999996, "the file holds too "
			"much: more than 1000000 keys, texts and lists");
	assert_repeated("a: &a [b,b]\n", "c: &b [*a,*a,*a]\n", 1000, 1, 4,
			"anchors (&name) are not allowed; a text that begins "
			"with & needs double quotes");
	assert_repeated("a: ", "b", 9000000, 0, 0,
			"the file is too long: at most 8 MiB");
}

static void test_nothing_is_no_scenario(void **state)
{
	(void)state;
	assert_problem("", 0, 0, "there is nothing in this file");
	assert_problem("# only a comment\n", 0, 0,
		       "there is nothing in this file");
	assert_problem("\xef\xbb\xbf", 0, 0, "there is nothing in this file");
	assert_problem("\xff\xfe" "a", 1, 1,
		       "this is not UTF-8 (byte FF); save the file as UTF-8");
	assert_problem("a: b\rc: d\n", 1, 5,
		       "a control character (U+000D) stands here; take it out");
}

static void test_nul_bytes_are_refused(void **state)
{
	const struct str yaml = STR("id: a\0b\n");
	struct problems problems = { 0 };
	struct arena arena = { 0 };

	(void)state;
	assert_null(scenario_load(&arena, STR("x"), yaml, NULL, 0, &problems));
	assert_int_equal(problems.nr, 1);
	assert_int_equal(problems.errors[0].column, 6);
	arena_release(&arena);
}

/* As editors on Windows write files. */
/* No text of the file has had any bytes yet when it is kept. */
static void test_a_file_that_begins_with_an_empty_text(void **state)
{
	(void)state;
	assert_problem("\"\": a", 1, 1, "unknown key '' in a scenario");
}

static void test_carriage_returns_and_byte_order_mark(void **state)
{
	struct arena arena = { 0 };
	struct problems problems = { 0 };
	struct str bytes = read_file(&arena, FIXTURE), line;
	struct strbuf yaml = { 0 };
	const struct scenario *scenario;

	(void)state;
	strbuf_add(&yaml, STR("\xef\xbb\xbf"));
	while (str_cut(&bytes, '\n', &line)) {
		strbuf_add(&yaml, line);
		strbuf_add(&yaml, STR("\r\n"));
	}
	scenario = scenario_load(&arena, STR("x"), strbuf_str(&yaml), NULL, 0,
				 &problems);
	print_problems(&problems);
	assert_non_null(scenario);
	assert_str(scenario->brief, "The dosage leaflet went out with one "
		   "reader.\nPetra pays for two.\n\nYou know it.");
	strbuf_release(&yaml);
	arena_release(&arena);
}

static void add_scenes(struct strbuf *yaml, int nr)
{
	strbuf_add(yaml, STR("format: rehearse/scenario 1\nid: x\ntitle: t\n"
			     "summary: s\nkind: complaint\n"
			     "you: {fault: yours}\nclient: {name: A B}\n"
			     "start: s0\nendings: {e: {kind: bad, "
			     "say: \"x\"}}\nscenes:\n"));
	for (int i = 0; i < nr; i++)
		strbuf_addf(yaml, "  s%d:\n    client: [{say: \"x\", go: s%d}]"
			    "\n    listen: [{go: end}]\n", i, i + 1);
}

static void test_ten_thousand_scenes_in_a_row(void **state)
{
	const struct scenario *scenario;
	struct problems problems = { 0 };
	struct arena arena = { 0 };
	struct strbuf yaml = { 0 };

	(void)state;
	add_scenes(&yaml, 10000);
	strbuf_add(&yaml, STR("  s10000: {listen: [{go: end}]}\n"));
	scenario = scenario_load(&arena, STR("x"), strbuf_str(&yaml), NULL, 0,
				 &problems);
	assert_non_null(scenario);
	assert_int_equal(scenario->nr_scenes, 10001);
	strbuf_release(&yaml);
	arena_release(&arena);
}

static void test_a_long_way_round_is_found(void **state)
{
	struct strbuf yaml = { 0 };

	(void)state;
	add_scenes(&yaml, 10000);
	strbuf_add(&yaml, STR("  s10000: {client: [{go: s17}], listen: "
			      "[{go: end}]}\n"));
	assert_problem(yaml.ptr, 30011, 3, "going round without a turn: "
		       "'s10000' moves on to 's17' by its client's 'go', and "
		       "that leads here again");
	strbuf_release(&yaml);
}

static void test_no_more_problems_than_can_be_read(void **state)
{
	struct problems problems = { 0 };
	struct arena arena = { 0 };
	struct strbuf yaml = { 0 };

	(void)state;
	for (int i = 0; i < 1000; i++)
		strbuf_addf(&yaml, "key%d: 1\n", i);
	assert_null(scenario_load(&arena, STR("x"), strbuf_str(&yaml), NULL, 0,
				  &problems));
	assert_int_equal(problems.nr, PROBLEMS_MAX);
	assert_int_equal(problems.nr + problems.dropped, 1010);
	strbuf_release(&yaml);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bad_files),
		cmocka_unit_test(test_all_mistakes_are_listed_at_once),
		cmocka_unit_test(test_columns_count_characters),
		cmocka_unit_test(test_id_is_the_name_of_the_file),
		cmocka_unit_test(test_bombs_are_refused),
		cmocka_unit_test(test_nothing_is_no_scenario),
		cmocka_unit_test(test_nul_bytes_are_refused),
		cmocka_unit_test(test_a_file_that_begins_with_an_empty_text),
		cmocka_unit_test(test_carriage_returns_and_byte_order_mark),
		cmocka_unit_test(test_ten_thousand_scenes_in_a_row),
		cmocka_unit_test(test_a_long_way_round_is_found),
		cmocka_unit_test(test_no_more_problems_than_can_be_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
