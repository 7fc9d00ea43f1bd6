/* Transcripts: the bytes written, and what is read back from good, torn and
 * broken ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "rehearse/transcript.h"

static const struct transcript_header header = {
	.engine = { "rehearse 1.0.0", 14 },
	.scenario = { "missed-deadline", 15 },
	.scenario_hash = { "sha256:aa", 9 },
	.rubric = { "seven-principles", 16 },
	.rubric_hash = { "sha256:bb", 9 },
	.rubric_version = 1,
	.seed = 7,
	.level = LEVEL_TOUGH,
};

static struct scene scenes[] = { { .id = { "opening", 7 } } };
static const struct scenario scenario = { .scenes = scenes, .nr_scenes = 1 };
static const struct rubric no_rubric;

static const struct verdict unscored = {
	.score = SCORE_NONE,
	.principles = { 86, SCORE_NONE, SCORE_NONE, SCORE_NONE, SCORE_NONE,
			SCORE_NONE, 0 },
};

static struct heard_line answer[] = {
	{ SPEAKER_NARRATOR, { "9:10.", 5 } },
	{ SPEAKER_CLIENT, { "\"Two\\three\"\tweeks.\n", 19 } },
};

static const struct turn turn = {
	.number = 2,
	.channel = CHANNEL_CALL,
	.said = { "---\n...\n# \xc3\xa9: {ok}", 18 },
	.act = ACT_NONE,
	.picked = 1,
	.verdict = &unscored,
	.trust = 58,
	.patience = 60,
	.answer = answer,
	.nr_answer = 2,
};

static void write_all(struct transcript *t)
{
	transcript_header(t, &header);
	transcript_turn(t, &turn, &scenario, &no_rubric, 14);
	transcript_undo(t, 2);
	transcript_waive(t, 1, STR("direct.x"), STR("a \"joke\""));
	transcript_note(t, 1, STR("breathe"));
	transcript_reflect(t, STR("the start"), STR(""));
	transcript_result(t, STR(""), &(struct summary){
		.score = SCORE_NONE,
		.principles = { -1, -1, -1, -1, -1, -1, -1 },
		.turns = 1,
	});
}

static void test_written_bytes(void **state)
{
	static const char expected[] =
		"---\n"
		"event: header\n"
		"format: rehearse/transcript 1\n"
		"engine: rehearse 1.0.0\n"
		"scenario: {id: missed-deadline, hash: \"sha256:aa\"}\n"
		"rubric: {id: seven-principles, version: 1, "
		"hash: \"sha256:bb\"}\n"
		"seed: 7\n"
		"level: tough\n"
		"exam: false\n"
		"sum: ";
	static const char turn_text[] =
		"...\n"
		"---\n"
		"event: turn\n"
		"turn: 2\n"
		"at: 14\n"
		"scene: opening\n"
		"channel: call\n"
		"said: \"---\\n...\\n# \xc3\xa9: {ok}\"\n"
		"picked: 1\n"
		"score: ~\n"
		"principles: {direct: 86, kind: ~, good_news: ~, phone: ~, "
		"initiate: ~, together: ~, teachable: 0}\n"
		"findings: []\n"
		"mood: {trust: 58, patience: 60}\n"
		"narrator: [\"9:10.\"]\n"
		"answer: [\"\\\"Two\\\\three\\\"\\tweeks.\\n\"]\n"
		"sum: ";
	struct transcript t = { 0 };
	struct sha256 sha;
	char hex[65];
	const char *at;

	(void)state;
	write_all(&t);
	assert_memory_equal(expected, t.bytes.ptr, sizeof(expected) - 1);
	sha256_init(&sha);
	sha256_add(&sha, str_slice(strbuf_str(&t.bytes), 0,
				   sizeof(expected) - 1 - strlen("sum: ")));
	sha256_hex(&sha, hex);
	at = t.bytes.ptr + sizeof(expected) - 1;
	assert_memory_equal(hex, at, 16);
	assert_memory_equal("\n", at + 16, 1);
	assert_memory_equal(turn_text, at + 17, sizeof(turn_text) - 1);
	transcript_release(&t);
}

static void test_what_is_written_is_read_back(void **state)
{
	struct transcript_file file;
	struct transcript t = { 0 };
	struct arena arena = { 0 };
	struct error err;

	(void)state;
	write_all(&t);
	assert_true(transcript_is_one(strbuf_str(&t.bytes)));
	assert_true(transcript_read(&arena, STR("t.yaml"),
				    strbuf_str(&t.bytes), &file, &err));
	assert_int_equal(0, file.dropped);
	assert_int_equal(0, file.changed_line);
	assert_int_equal(7, file.header.seed);
	assert_int_equal(LEVEL_TOUGH, file.header.level);
	assert_true(str_equal(header.scenario, file.header.scenario));
	assert_true(str_equal(header.rubric_hash, file.header.rubric_hash));
	assert_int_equal(6, file.nr_events);
	assert_int_equal(EVENT_TURN, file.events[0].kind);
	assert_true(str_equal(turn.said, file.events[0].said));
	assert_int_equal(1, file.events[0].picked);
	assert_int_equal(1, file.events[0].nr_answer);
	assert_true(str_equal(answer[1].text, file.events[0].answer[0]));
	assert_int_equal(EVENT_UNDO, file.events[1].kind);
	assert_int_equal(2, file.events[1].turn);
	assert_true(str_equal(STR("a \"joke\""), file.events[2].reason));
	assert_true(str_equal(STR("breathe"), file.events[3].text));
	assert_true(str_equal(STR("the start"), file.events[4].went_well));
	assert_int_equal(EVENT_RESULT, file.events[5].kind);
	transcript_release(&t);
	arena_release(&arena);
}

/* Nobody can make a document end early or reach a terminal. */
static void test_controls_are_written_as_their_numbers(void **state)
{
	struct transcript t = { 0 };

	(void)state;
	transcript_note(&t, 1, STR("\033[2J\xc2\x9b\xe2\x80\xae\xff\r"));
	assert_non_null(strstr(t.bytes.ptr, "text: \"\\u001b[2J\\u009b"
			       "\\u202e\\ufffd\\u000d\"\n"));
	transcript_release(&t);
}

static size_t committed_before(struct str bytes, size_t cut)
{
	size_t nr = 0, at = 0;

	for (;;) {
		at = str_find(bytes, STR("\n..."), at) + 4;
		if (at > cut)
			return nr;
		nr++;
	}
}

/* Torn at every byte, then continued as a resumed rehearsal would be: what
 * was committed counts, what was not is dropped, and nothing is glued. */
static void test_torn_at_every_byte(void **state)
{
	static const char next[] = "---\nevent: note\nturn: 1\n"
				   "text: \"after\"\n...\n";
	struct transcript t = { 0 };
	struct arena arena = { 0 };
	struct str bytes;

	(void)state;
	write_all(&t);
	bytes = strbuf_str(&t.bytes);
	for (size_t cut = 0; cut < bytes.len; cut++) {
		size_t whole = committed_before(bytes, cut);
		struct transcript_file file;
		struct strbuf torn = { 0 };
		struct error err;
		bool read;

		strbuf_add(&torn, str_slice(bytes, 0, cut));
		read = transcript_read(&arena, STR("t"), strbuf_str(&torn),
				       &file, &err);
		assert_int_equal(whole > 0, read);
		if (read)
			assert_int_equal(whole - 1, file.nr_events);
		if (torn.len && torn.ptr[torn.len - 1] != '\n')
			strbuf_addc(&torn, '\n');
		strbuf_add(&torn, str_from(next));
		read = transcript_read(&arena, STR("t"), strbuf_str(&torn),
				       &file, &err);
		assert_int_equal(whole > 0, read);
		if (read) {
			assert_int_equal(whole, file.nr_events);
			assert_true(str_equal(STR("after"),
					      file.events[whole - 1].text));
		}
		strbuf_release(&torn);
		arena_clear(&arena);
	}
	transcript_release(&t);
	arena_release(&arena);
}

static void test_changed_file_is_noticed(void **state)
{
	struct transcript t = { 0 };
	struct transcript_file file;
	struct arena arena = { 0 };
	struct error err;

	(void)state;
	write_all(&t);
	t.bytes.ptr[str_find(strbuf_str(&t.bytes), STR("seed: 7"), 0) + 6] =
		'8';
	assert_true(transcript_read(&arena, STR("t"), strbuf_str(&t.bytes),
				    &file, &err));
	assert_int_equal(1, file.changed_line);
	transcript_release(&t);
	arena_release(&arena);
}

#define HEADER "---\nevent: header\nformat: rehearse/transcript 1\n" \
	       "scenario: {id: a, hash: b}\nrubric: {id: a, hash: b}\n...\n"

/* A document that is committed and wrong is an error at its line. */
static void test_wrong_documents(void **state)
{
	static const struct {
		const char *bytes;
		unsigned line;
		const char *part;
	} cases[] = {
		{ "", 1, "no whole header" },
		{ "hello\n", 1, "no whole header" },
		{ "---\nevent: turn\nturn: 1\nact: call\n...\n", 1,
		  "begins with its header" },
		{ "---\nevent: header\nformat: x\n...\n", 3, "format" },
		{ "---\nevent: header\nformat: rehearse/transcript 1\n...\n",
		  2, "needs the key 'scenario'" },
		{ HEADER HEADER, 7, "second header" },
		{ HEADER "---\n...\n", 7, "nothing in" },
		{ HEADER "---\nevent: dance\n...\n", 8, "event" },
		{ HEADER "---\nevent: note\nturn: x\n...\n", 9,
		  "whole number" },
		{ HEADER "---\nevent: turn\nturn: 1\n...\n", 8,
		  "neither said nor act" },
		{ HEADER "---\nevent: note\nturn: 1\nturn: 1\n...\n", 10,
		  "second time" },
		{ HEADER "---\nevent: turn\nturn: 1\nsaid: [a]\n...\n", 10,
		  "said must be a text" },
		{ HEADER "---\nevent: turn\nturn: 1\nsayd: a\n...\n", 10,
		  "did you mean" },
		{ HEADER "---\nevent: note\ntext: &a b\n...\n", 9, "" },
		{ HEADER "---\n%TAG ! a\nevent: note\n...\n", 8,
		  "directives" },
		{ HEADER "---\nevent: note\ntext: \"\\e[2J\"\n...\n", 9,
		  "control character" },
		{ HEADER "---\nevent: note\ntext: \"open\n...\n", 9, "" },
		{ HEADER "---\nevent: note\ntext: \"\xff\"\n...\n", 9,
		  "UTF-8" },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct transcript_file file;
		struct error err;

		assert_false(transcript_read(&arena, STR("t"),
					     str_from(cases[i].bytes),
					     &file, &err));
		assert_int_equal(ERROR_DATA, err.kind);
		if (!strstr(err.text, cases[i].part))
			fail_msg("case %zu: %s", i, err.text);
		if (cases[i].line != err.line)
			fail_msg("case %zu: line %u: %s", i, err.line,
				 err.text);
	}
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_written_bytes),
		cmocka_unit_test(test_what_is_written_is_read_back),
		cmocka_unit_test(test_controls_are_written_as_their_numbers),
		cmocka_unit_test(test_torn_at_every_byte),
		cmocka_unit_test(test_changed_file_is_noticed),
		cmocka_unit_test(test_wrong_documents),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
