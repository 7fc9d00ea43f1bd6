/* Pasted conversations: who is a speaker and who is not, what is joined,
 * and whose turns are judged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "rehearse/import.h"

struct read {
	struct arena arena;
	struct conversation conversation;
	struct error err;
};

static bool read_lines(struct read *read, struct str bytes,
		       const struct import_options *options)
{
	struct str path = STR("call.txt"), text;

	*read = (struct read){ 0 };
	return import_text(&read->arena, path, bytes, &text, &read->err) &&
	       import_lines(&read->arena, path, text, options,
			    &read->conversation, &read->err) &&
	       conversation_mark(&read->conversation, path, options,
				 &read->err);
}

/* The conversation as "*Me 1: text | Dana 2: text", a star for one's own. */
static void check(struct str bytes, const struct import_options *options,
		  const char *expected)
{
	struct strbuf found = { 0 };
	struct read read;

	if (!read_lines(&read, bytes, options))
		fail_msg("%s", read.err.text);
	for (size_t i = 0; i < read.conversation.nr_lines; i++) {
		const struct spoken *line = &read.conversation.lines[i];

		strbuf_addf(&found, "%s%s" STR_FMT " %u: " STR_FMT,
			    i ? " | " : "", line->mine ? "*" : "",
			    STR_ARG(line->speaker), line->line,
			    STR_ARG(line->text));
	}
	assert_string_equal(expected, found.ptr);
	strbuf_release(&found);
	arena_release(&read.arena);
}

static void check_fails(struct str bytes,
			const struct import_options *options,
			enum error_kind kind, const char *part)
{
	struct read read;

	assert_false(read_lines(&read, bytes, options));
	assert_int_equal(kind, read.err.kind);
	if (!strstr(read.err.text, part))
		fail_msg("%s", read.err.text);
	arena_release(&read.arena);
}

static const struct import_options nobody;

static void test_names_and_continuations(void **state)
{
	(void)state;
	check(STR("Call of Tuesday\n\nMe: It is late.\nTwo weeks.\n"
		  "Dana: Why?\nMe: Tests.\nDana: I see.\n"), &nobody,
	      "*Me 3: It is late. Two weeks. | Dana 5: Why? | *Me 6: Tests. |"
	      " Dana 7: I see.");
	check(STR("\xef\xbb\xbf" "dana: a\r\nme: b\r\ndana: c\rME: d\n"),
	      &nobody, "dana 1: a | *me 2: b | dana 3: c | ME 4: d");
}

static void test_a_colon_in_speech_is_no_speaker(void **state)
{
	(void)state;
	check(STR("Me: Listen.\nAnd the plan: we ring you.\nDana: Right.\n"
		  "So: no.\nMe: See https://x.org: it is there.\n"
		  "Dana: 10:30 then.\n10:30 Meeting: yes.\n"), &nobody,
	      "*Me 1: Listen. And the plan: we ring you. | "
	      "Dana 3: Right. So: no. | "
	      "*Me 5: See https://x.org: it is there. | "
	      "Dana 6: 10:30 then. 10:30 Meeting: yes.");
}

/* Days of it are no conversation, however short the turns are. */
static void test_more_than_a_day_of_talk_is_refused(void **state)
{
	struct strbuf many = { 0 };

	(void)state;
	while (many.len < 2 * IMPORT_MAX_WORDS) {
		strbuf_addf(&many, "\nMe:");
		for (int i = 0; i < 100; i++)
			strbuf_add(&many, STR(" We are late, on us."));
		strbuf_add(&many, STR("\nDana: I see."));
	}
	check_fails(strbuf_str(&many), &nobody, ERROR_DATA, "in parts");
	strbuf_release(&many);
}

static void test_times_before_names(void **state)
{
	(void)state;
	check(STR("[00:12] Dana: a\n[0:01:13.5] Me: b\n(01:14) Dana: c\n"
		  "00:05:00\n[SPEAKER_00]: d\n[SPEAKER_00]: e\n"), &nobody,
	      "Dana 1: a | *Me 2: b | Dana 3: c | SPEAKER_00 5: d e");
	check(STR("00:12 Dana: a\n00:01:13 Me: b\n1:14 - Dana: c\n"), &nobody,
	      "Dana 1: a | *Me 2: b | Dana 3: c");
	check(STR("Me: How about\n10:30 on Monday?\nDana: Yes.\n"), &nobody,
	      "*Me 1: How about 10:30 on Monday? | Dana 3: Yes.");
	check(STR("[24/11/2026, 09:12:33] Dana: a\n"
		  "24/11/2026, 9:13 PM - Me: b\n"), &nobody,
	      "Dana 1: a | *Me 2: b");
}

static void test_attendees_are_speakers(void **state)
{
	(void)state;
	check(STR("Standup\nAttendees\nBen Ode, Dana\nkofi\nTranscript\n"
		  "Me: a\nkofi: b\nMe: c\nDana: d\nnote to self: e\n"),
	      &nobody, "*Me 6: a | kofi 7: b | *Me 8: c | "
	      "Dana 9: d note to self: e");
}

static void test_a_short_paste(void **state)
{
	(void)state;
	check(STR("Me: We are late.\nDana: How late?\n"), &nobody,
	      "*Me 1: We are late. | Dana 2: How late?");
}

static void test_a_listener_does_not_end_a_turn(void **state)
{
	(void)state;
	check(STR("Me: We tested it,\nDana: mm-hm\nMe: but too late...\n"
		  "Dana: Yeah okay.\nMe: and that is on us.\nDana: Yes.\n"
		  "Me: so we ring.\n"), &nobody,
	      "*Me 1: We tested it, but too late... and that is on us. | "
	      "Dana 6: Yes. | *Me 7: so we ring.");
	check(STR("Me: can you do monday\nDana: no\nMe: ok, tuesday then\n"
		  "Dana: When,\nMe: noon?\nDana: exactly?\n"), &nobody,
	      "*Me 1: can you do monday | Dana 2: no | "
	      "*Me 3: ok, tuesday then | Dana 4: When, | *Me 5: noon? | "
	      "Dana 6: exactly?");
}

static void test_whose_turns(void **state)
{
	const struct str me[] = { STR("speaker_00"), STR("be") };
	const struct speaker_map map[] = { { STR("SPEAKER_01"), STR("Dana") } };
	struct import_options options = {
		.me = me, .nr_me = 1, .map = map, .nr_map = 1,
	};
	struct str call = STR("SPEAKER_00: a\nSPEAKER_01: b\nSPEAKER_00: c\n"
			      "SPEAKER_01: d\n");

	(void)state;
	check(call, &options, "*SPEAKER_00 1: a | Dana 2: b | "
	      "*SPEAKER_00 3: c | Dana 4: d");
	check_fails(call, &nobody, ERROR_USAGE, "SPEAKER_00, SPEAKER_01");
	options.me = &me[1];
	check_fails(call, &options, ERROR_USAGE, "called be");
	check(STR("Ben: a\nDana: b\n"), &options, "*Ben 1: a | Dana 2: b");
	check_fails(STR("Ben: a\nBea: b\nDana: c\n"), &options, ERROR_USAGE,
		    "more than one be");
	check(STR("Be: a\nBea: b\nDana: c\n"), &options,
	      "*Be 1: a | Bea 2: b | Dana 3: c");
}

static void test_what_is_refused(void **state)
{
	struct strbuf many = { 0 };

	(void)state;
	check_fails(STR("\xff\xfeM\0e\0"), &nobody, ERROR_DATA, "UTF-16");
	check_fails(STR("Me: caf\xe9\n"), &nobody, ERROR_DATA, "UTF-8");
	check_fails(STR(""), &nobody, ERROR_DATA, "no line begins");
	check_fails(STR("just words\n"), &nobody, ERROR_DATA,
		    "no line begins");
	strbuf_pad(&many, 'a', IMPORT_MAX_LINE + 1);
	check_fails(strbuf_str(&many), &nobody, ERROR_DATA, "64 KiB");
	strbuf_truncate(&many, 0);
	for (int i = 0; i < 2; i++)
		for (int n = 0; n <= IMPORT_MAX_SPEAKERS; n++)
			strbuf_addf(&many, "N%d: a\n", n);
	check_fails(strbuf_str(&many), &nobody, ERROR_DATA, "speakers");
	strbuf_release(&many);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_and_continuations),
		cmocka_unit_test(test_a_colon_in_speech_is_no_speaker),
		cmocka_unit_test(test_more_than_a_day_of_talk_is_refused),
		cmocka_unit_test(test_times_before_names),
		cmocka_unit_test(test_attendees_are_speakers),
		cmocka_unit_test(test_a_short_paste),
		cmocka_unit_test(test_a_listener_does_not_end_a_turn),
		cmocka_unit_test(test_whose_turns),
		cmocka_unit_test(test_what_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
