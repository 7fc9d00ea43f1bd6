/* What a good scenario says, and what is heard in it. */
#include "loading.h"

#include "rehearse/sha256.h"

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

/* ---- what a good file says --------------------------------------------- */

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
	assert_str(scenario->tags, "quality, off, 12:30");
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

/* ---- fills ------------------------------------------------------------- */

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
		  "this scenario has no {weather} to fill in; it has "
		  "leaflet, mended_by, client_name, client" },
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

/* ---- what is heard ----------------------------------------------------- */

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
		script_set facts, topics;
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

/* The scopes are set by hand: the second word opens one over the rest. */
static void test_what_is_not_meant_is_not_heard(void **state)
{
	static const struct {
		enum scope_kind kind;
		bool fact, topic;
	} cases[] = {
		{ SCOPE_NEGATED, false, false },
		{ SCOPE_CONDITION, false, false },
		{ SCOPE_QUOTE, false, false },
		{ SCOPE_QUESTION, false, true },
		{ SCOPE_WISH, true, true },
		{ SCOPE_BUT, true, true },
		{ SCOPE_UNSAID, true, true },
	};
	struct arena arena = { 0 };
	const struct scenario *scenario = load_fixture(&arena, NULL, 0);

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct text text = text_parse(
			&arena, STR("Then perhaps one reader, what you need"));
		struct scope scope = { cases[i].kind, 1, 2, text.nr_words };
		struct heard heard;

		text.scopes = &scope;
		text.nr_scopes = 1;
		heard = scenario_hear(scenario, 3, &text, &arena);
		assert_int_equal(heard.facts, cases[i].fact);
		assert_int_equal(heard.topics, cases[i].topic);
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
		cmocka_unit_test(test_what_is_not_meant_is_not_heard),
		cmocka_unit_test(test_a_chosen_fill_is_heard),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
