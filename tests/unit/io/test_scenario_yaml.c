#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <string.h>

#include "rehearse/file.h"
#include "rehearse/load.h"
#include "rehearse/sha256.h"

#define FIXTURE "tests/data/wrong-leaflet.yaml"

static void print_problems(const struct problems *problems)
{
	struct strbuf line = { 0 };

	for (size_t i = 0; i < problems->nr; i++) {
		strbuf_truncate(&line, 0);
		error_print(&problems->errors[i], &line);
		print_message("%s\n", line.ptr);
	}
	strbuf_release(&line);
}

static struct str read_file(struct arena *arena, const char *path)
{
	struct str bytes = STR("");
	struct error err;

	if (!file_read(arena, str_from(path), FILE_MAX_SCENARIO, &bytes, &err))
		fail_msg("%s: %s", path, err.text);
	return bytes;
}

static const struct scenario *load_fixture(struct arena *arena,
					   const struct fill_choice *choices,
					   size_t nr_choices)
{
	struct problems problems = { 0 };
	const struct scenario *scenario =
		scenario_load(arena, STR(FIXTURE), read_file(arena, FIXTURE),
			      choices, nr_choices, &problems);

	print_problems(&problems);
	assert_non_null(scenario);
	return scenario;
}

static void assert_str(struct str str, const char *expected)
{
	if (!str_equal(str, str_from(expected)))
		fail_msg("'" STR_FMT "' is not '%s'", STR_ARG(str), expected);
}

/* The first problem is this one, at line:column. */
static void assert_problem(const char *yaml, unsigned line, unsigned column,
			   const char *text)
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

/* ---- what a good file says ------------------------------------------------- */

static void test_head(void **state)
{
	struct arena arena = { 0 };
	const struct scenario *scenario = load_fixture(&arena, NULL, 0);

	(void)state;
	assert_str(scenario->path, FIXTURE);
	assert_str(scenario->id, "wrong-leaflet");
	assert_str(scenario->title,
		   "The dosage leaflet has the wrong dose on it");
	assert_int_equal(scenario->kind, KIND_COMPLAINT);
	assert_int_equal(scenario->level, LEVEL_TOUGH);
	assert_int_equal(scenario->minutes, 7);
	assert_int_equal(scenario->nr_tags, 3);
	assert_str(scenario->tags[1], "off");
	assert_str(scenario->tags[2], "12:30");
	assert_str(scenario->you.role, "editor of the dosage leaflet");
	assert_int_equal(scenario->you.fault, FAULT_SHARED);
	assert_str(scenario->client.name, "Petra Lindqvist");
	assert_str(scenario->client.first_name, "Petra");
	assert_str(scenario->client.company, "Aldous & Sons");
	assert_int_equal(scenario->client.trust, 45);
	assert_int_equal(scenario->client.patience, 55);
	assert_str(scenario->brief, "The dosage leaflet went out with one "
		   "reader.\nPetra pays for two.\n\nYou know it.");
	assert_int_equal(scenario->nr_prepare, 2);
	assert_str(scenario->prepare[1], "What will Petra ask?");
	arena_release(&arena);
}

static void test_hash_is_that_of_the_bytes(void **state)
{
	struct arena arena = { 0 };
	const struct scenario *scenario = load_fixture(&arena, NULL, 0);
	struct sha256 sha;
	char hex[65];

	(void)state;
	sha256_init(&sha);
	sha256_add(&sha, read_file(&arena, FIXTURE));
	sha256_hex(&sha, hex);
	assert_memory_equal(scenario->hash, "sha256:", 7);
	assert_string_equal(scenario->hash + 7, hex);
	arena_release(&arena);
}

static void test_facts_and_topics(void **state)
{
	struct arena arena = { 0 };
	const struct scenario *scenario = load_fixture(&arena, NULL, 0);
	const struct entry *entry;

	(void)state;
	assert_int_equal(scenario->nr_facts, 3);
	assert_str(scenario->facts[0].is,
		   "The dosage leaflet went out with one reader");
	assert_int_equal(scenario_must(scenario), 1);
	assert_int_equal(scenario_good(scenario), 2);
	assert_int_equal(scenario->nr_hidden, 1);
	assert_str(scenario->hidden[0].is,
		   "She has to explain it to her board at noon.");
	assert_int_equal(scenario->nr_topics, 2);
	assert_int_equal(scenario->otherwise, 1);
	assert_int_equal(scenario->topics[0].say.nr, 2);
	entry = &scenario->topics[0].say.items[1];
	assert_str(condition_source(entry->condition), "trust >= 40");
	assert_int_equal(entry->nr_say, 2);
	assert_int_equal(entry->reveals, 0);
	assert_int_equal(entry->trust, 5);
	/* a single text is a list of one */
	assert_int_equal(scenario->topics[1].say.nr, 1);
	assert_str(scenario->topics[1].say.items[0].say[0],
		   "I could not tell you.");
	arena_release(&arena);
}

static void test_entries(void **state)
{
	struct arena arena = { 0 };
	const struct scenario *scenario = load_fixture(&arena, NULL, 0);
	const struct entry *entry = scenario->reactions.items;

	(void)state;
	assert_int_equal(scenario->reactions.nr, 2);
	assert_int_equal(entry[0].go.kind, GO_SCENE);
	assert_int_equal(entry[0].go.index, 2);
	assert_int_equal(entry[0].nr_say, 0);
	assert_int_equal(entry[0].reveals, -1);
	assert_int_equal(entry[1].trust, -10);
	assert_int_equal(entry[1].patience, -5);
	assert_int_equal(entry[1].go.kind, GO_NOWHERE);
	assert_int_equal(entry[1].means, CLIENT_BIT(CLIENT_ANGER) |
						 CLIENT_BIT(CLIENT_COMPLAINT));
	assert_int_equal(entry[1].line, 48);
	assert_int_equal(entry[1].probes, -1);
	entry = scenario->pushbacks.items;
	assert_int_equal(entry->probes, PRINCIPLE_TEACHABLE);
	assert_str(entry->met, "Thank you for saying so.");
	arena_release(&arena);
}

static void test_scenes_stand_in_file_order(void **state)
{
	static const char *const ids[] = { "ringing", "talk", "bristles",
					   "quiet" };
	struct arena arena = { 0 };
	const struct scenario *scenario = load_fixture(&arena, NULL, 0);
	const struct scene *scenes = scenario->scenes;

	(void)state;
	assert_int_equal(scenario->nr_scenes, 4);
	for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
		assert_str(scenes[i].id, ids[i]);
		assert_int_equal(scenario_scene(scenario, str_from(ids[i])), i);
	}
	assert_int_equal(scenario_scene(scenario, STR("nowhere")), -1);
	assert_int_equal(scenario->start, 0);
	assert_str(scenes[0].narrator, "Tuesday, 8:40. The phone rings.");
	assert_int_equal(scenes[0].channel, CHANNEL_NONE);
	assert_int_equal(scenes[1].channel, CHANNEL_CALL);
	assert_str(scenes[1].client.items[0].say[0],
		   "Who read the dosage leaflet?");
	assert_int_equal(scenes[1].client.items[1].means,
			 CLIENT_BIT(CLIENT_QUESTION));
	assert_int_equal(scenes[1].listen.nr, 4);
	assert_int_equal(scenes[1].listen.items[2].nr_say, 2);
	assert_int_equal(scenes[1].listen.items[3].go.kind, GO_END);
	assert_int_equal(scenes[2].listen.items[0].go.kind, GO_BACK);
	assert_int_equal(scenes[2].listen.items[1].go.kind, GO_ENDING);
	assert_int_equal(scenes[2].listen.items[1].go.index, 2);
	assert_int_equal(scenes[3].client.items[0].patience, -5);
	assert_int_equal(scenes[3].listen.nr, 1);
	arena_release(&arena);
}

static void test_replies_and_endings(void **state)
{
	struct arena arena = { 0 };
	const struct scenario *scenario = load_fixture(&arena, NULL, 0);
	const struct reply *replies = scenario->scenes[0].replies;

	(void)state;
	assert_int_equal(replies[0].act, ACT_CALL);
	assert_int_equal(replies[0].go.kind, GO_SCENE);
	assert_int_equal(replies[0].go.index, 1);
	assert_int_equal(replies[1].go.kind, GO_ENDING);
	replies = scenario->scenes[1].replies;
	assert_int_equal(scenario->scenes[1].nr_replies, 2);
	assert_int_equal(replies[0].act, ACT_NONE);
	assert_int_equal(replies[0].go.kind, GO_NOWHERE);
	assert_str(replies[0].text, "The dosage leaflet had one reader. That "
		   "is on us, Petra.");
	assert_str(replies[1].text, "Normally two people read everything.");
	assert_int_equal(scenario->nr_endings, 3);
	assert_str(scenario->endings[0].id, "mended");
	assert_int_equal(scenario->endings[1].kind, ENDING_MIXED);
	assert_null(scenario->endings[2].condition);
	assert_str(scenario->endings[2].say, "Petra has hung up.");
	arena_release(&arena);
}

/* ---- fills ------------------------------------------------------------------- */

static void test_chosen_fills_stand_everywhere(void **state)
{
	const struct fill_choice choices[] = {
		{ STR("leaflet"), STR("  the étude ") },
		{ STR("client_name"), STR("Bo Ek") },
	};
	struct arena arena = { 0 };
	const struct scenario *scenario = load_fixture(&arena, choices, 2);

	(void)state;
	assert_str(scenario->title, "The étude has the wrong dose on it");
	assert_str(scenario->fills[0].value, "the étude");
	assert_str(scenario->fills[0].standard, "the dosage leaflet");
	assert_str(scenario->client.name, "Bo Ek");
	assert_str(scenario->client.first_name, "Bo");
	assert_str(scenario->endings[2].say, "Bo has hung up.");
	assert_str(scenario->endings[0].say,
		   "She picks up at the first ring, Bo Ek says so.");
	assert_str(scenario->fills[scenario->nr_fills - 1].name, "client");
	arena_release(&arena);
}

static void test_first_name_alone_names_nobody_else(void **state)
{
	const struct fill_choice choice = { STR("client"), STR("Maria") };
	struct arena arena = { 0 };
	const struct scenario *scenario = load_fixture(&arena, &choice, 1);

	(void)state;
	assert_str(scenario->client.first_name, "Maria");
	assert_str(scenario->client.name, "Maria");
	arena_release(&arena);
}

static void test_choices_are_checked(void **state)
{
	static const struct {
		struct fill_choice choice;
		const char *text;
	} cases[] = {
		{ { { "leaflt", 6 }, { "x", 1 } },
		  "this scenario has no {leaflt} to fill in; did you mean "
		  "{leaflet}?" },
		{ { { "weather", 7 }, { "x", 1 } },
		  "this scenario has no {weather} to fill in" },
		{ { { "leaflet", 7 }, { "  ", 2 } },
		  "the value of {leaflet} is empty" },
		{ { { "leaflet", 7 }, { "a\033b", 3 } },
		  "the value of {leaflet} holds a control character" },
		{ { { "leaflet", 7 }, { "a\xff", 2 } },
		  "the value of {leaflet} is not UTF-8" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct problems problems = { 0 };
		struct arena arena = { 0 };

		assert_null(scenario_load(&arena, STR(FIXTURE),
					  read_file(&arena, FIXTURE),
					  &cases[i].choice, 1, &problems));
		assert_int_equal(problems.nr, 1);
		assert_string_equal(problems.errors[0].text, cases[i].text);
		arena_release(&arena);
	}
}

/* Texts with many fills must not grow without bounds. */
static void test_fills_cannot_blow_a_file_up(void **state)
{
	struct strbuf yaml = { 0 };

	(void)state;
	strbuf_add(&yaml, STR("format: rehearse/scenario 1\nid: x\nfill: {a: "
			      "{ask: b, default: "));
	strbuf_pad(&yaml, 'c', 190);
	strbuf_add(&yaml, STR("}}\ntitle: \""));
	for (int i = 0; i < 1000; i++)
		strbuf_add(&yaml, STR("{a}"));
	strbuf_add(&yaml, STR("\"\nsummary: s\nkind: complaint\n"
			      "you: {fault: yours}\nclient: {name: A}\n"
			      "start: a\nscenes: {a: {listen: [{go: end}]}}\n"
			      "endings: {e: {kind: bad, say: \"x\"}}\n"));
	assert_problem(yaml.ptr, 4, 8, "with its fills put in, title is too "
		       "long: at most 4000 characters");
	strbuf_release(&yaml);
}

/* ---- what is heard ----------------------------------------------------------- */

static struct heard hear(const struct scenario *scenario, int scene,
			 const char *words, struct arena *arena)
{
	struct text text = text_parse(arena, str_from(words));

	return scenario_hear(scenario, scene, &text, arena);
}

static void test_hearing(void **state)
{
	enum { SKIPPED = 1, MENDED = 2, NEEDS = 1, TALK = 1, QUIET = 3 };
	static const struct {
		int scene;
		const char *words;
		uint64_t facts, topics;
	} cases[] = {
		{ QUIET, "We left out the second reading.", SKIPPED, 0 },
		{ QUIET, "You will have it mended by four.", MENDED, 0 },
		{ QUIET, "You will have it mended at 16:00.", MENDED, 0 },
		{ QUIET, "You will have it mended by five.", 0, 0 },
		{ QUIET, "What do you need from me?", 0, NEEDS },
		{ QUIET, "Tell me what you need.", 0, NEEDS },
		{ TALK, "No.", SKIPPED, 0 },
		{ QUIET, "No.", 0, 0 },
		{ -1, "No.", 0, 0 },
		{ TALK, "No, what do you need?", 0, NEEDS },
	};
	struct arena arena = { 0 };
	const struct scenario *scenario = load_fixture(&arena, NULL, 0);

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct heard heard = hear(scenario, cases[i].scene,
					  cases[i].words, &arena);

		if (heard.facts != cases[i].facts ||
		    heard.topics != cases[i].topics)
			fail_msg("%s: facts %x, topics %x", cases[i].words,
				 (unsigned)heard.facts,
				 (unsigned)heard.topics);
	}
	arena_release(&arena);
}

static void test_a_chosen_fill_is_heard(void **state)
{
	const struct fill_choice choice = { STR("mended_by"), STR("Friday") };
	struct arena arena = { 0 };
	const struct scenario *scenario = load_fixture(&arena, &choice, 1);

	(void)state;
	assert_int_equal(hear(scenario, 3, "It is mended on Friday.",
			      &arena).facts, 2);
	assert_int_equal(hear(scenario, 3, "It is mended by four.",
			      &arena).facts, 0);
	arena_release(&arena);
}

/* ---- bad files --------------------------------------------------------------- */

static bool load_any(struct arena *arena, struct str name, struct str bytes,
		     struct problems *problems)
{
	struct rubric_source rubric;

	if (str_starts_with(name, STR("rubric-")))
		return rubric_load(arena, name, bytes, &rubric, problems);
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

/* ---- hostile files ----------------------------------------------------------- */

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
		cmocka_unit_test(test_head),
		cmocka_unit_test(test_hash_is_that_of_the_bytes),
		cmocka_unit_test(test_facts_and_topics),
		cmocka_unit_test(test_entries),
		cmocka_unit_test(test_scenes_stand_in_file_order),
		cmocka_unit_test(test_replies_and_endings),
		cmocka_unit_test(test_chosen_fills_stand_everywhere),
		cmocka_unit_test(test_first_name_alone_names_nobody_else),
		cmocka_unit_test(test_choices_are_checked),
		cmocka_unit_test(test_fills_cannot_blow_a_file_up),
		cmocka_unit_test(test_hearing),
		cmocka_unit_test(test_a_chosen_fill_is_heard),
		cmocka_unit_test(test_bad_files),
		cmocka_unit_test(test_all_mistakes_are_listed_at_once),
		cmocka_unit_test(test_columns_count_characters),
		cmocka_unit_test(test_id_is_the_name_of_the_file),
		cmocka_unit_test(test_bombs_are_refused),
		cmocka_unit_test(test_nothing_is_no_scenario),
		cmocka_unit_test(test_nul_bytes_are_refused),
		cmocka_unit_test(test_carriage_returns_and_byte_order_mark),
		cmocka_unit_test(test_ten_thousand_scenes_in_a_row),
		cmocka_unit_test(test_a_long_way_round_is_found),
		cmocka_unit_test(test_no_more_problems_than_can_be_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
