/* Transcripts played again: verified byte for byte, gone on with after they
 * were left or torn. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/recall.h"
#include "rehearse/embedded.h"
#include "rehearse/file.h"
#include "rehearse/library.h"
#include "rehearse/play.h"
#include "unit/io/play_bytes.h"
#include "unit/io/scratch.h"

struct fixture {
	struct arena arena;
	char directory[SCRATCH_MAX];
	struct rubric rubric;
	struct recall recall; /* the same lines are played again and again */
	const struct scenario *scenario;
	struct play_options options;
	struct str path;
	struct error err;
};

static void load(struct fixture *f)
{
	struct problems problems = { 0 };

	f->scenario = library_open(&f->arena, STR("missed-deadline"), STR(""),
				   embedded(), NULL, 0, &problems);
	assert_non_null(f->scenario);
}

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	scratch_make(f->directory);
	assert_true(rubric_open(embedded()->rubric, &f->rubric, &f->err));
	f->rubric.recall = &f->recall;
	load(f);
	f->options.session = (struct session_options){
		.seed = 7, .level = LEVEL_TOUGH, .start = -1,
	};
	f->path = arena_printf(&f->arena, "%s/talk.yaml", f->directory);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	scratch_remove(f->directory);
	recall_release(&f->recall);
	arena_release(&f->arena);
	free(f);
	return 0;
}

static uint64_t clock_seconds;

static void now(char out[32])
{
	snprintf(out, 32, "2026-11-21T21:40:00Z");
}

static uint64_t seconds(void)
{
	return clock_seconds;
}

static const struct play_clock test_clock = { now, seconds };

/* A rehearsal with every kind of event in it, into options->out if there is
 * one; its bytes. */
static struct str play_it(struct fixture *f)
{
	struct play *play = play_new(f->scenario, &f->rubric, &f->options);
	const struct turn *turn;
	struct str bytes;
	int rule;

	assert_true(play_act(play, ACT_CALL, &f->err));
	turn = session_last(play_session(play));
	rule = turn->verdict->findings[0].rule;
	assert_true(play_waive(play, rubric_string(&f->rubric,
			       f->rubric.rules[rule].id), STR("why"),
			       &f->err));
	assert_true(play_say(play, STR("Calm down."), 0, &f->err));
	assert_true(play_undo(play, 0, &f->err));
	assert_true(play_pick(play, 2, &f->err));
	assert_true(play_note(play, STR("br\xc3\xa9" "athe"), &f->err));
	assert_true(play_finish(play, &f->err));
	assert_true(play_reflect(play, STR("a"), STR("b"), &f->err));
	assert_true(play_finish(play, &f->err));
	bytes = arena_str(&f->arena, play_bytes(play));
	play_free(play);
	return bytes;
}

/* 0: the same, -1: cannot be read, else the line. */
static int verify(struct fixture *f, struct str bytes)
{
	struct transcript_file file;
	struct difference difference;
	struct arena arena = { 0 };
	int line = -1;

	if (transcript_is_one(bytes) &&
	    transcript_read(&arena, STR("t"), bytes, &file, &f->err) &&
	    play_fits(f->scenario, &f->rubric, &file.header, STR("t"),
		      &f->err)) {
		difference = play_verify(f->scenario, &f->rubric, bytes,
					 &file, &arena);
		line = (int)difference.line;
	}
	arena_release(&arena);
	return line;
}

static void test_what_was_played_is_verified(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(0, verify(f, play_it(f)));
	f->options.clock = &test_clock;
	f->options.exam = true;
	f->options.prepared = &(struct str){ "one", 3 };
	f->options.nr_prepared = 1;
	assert_int_equal(0, verify(f, play_it(f)));
}

static void test_a_scene_to_start_in_is_kept(void **state)
{
	struct fixture *f = *state;
	struct play *play;

	f->options.session.start = 1;
	play = play_new(f->scenario, &f->rubric, &f->options);
	assert_true(play_say(play, STR("It is late."), 0, &f->err));
	assert_true(str_find(play_bytes(play), STR("\nstart: "), 0) <
		    play_bytes(play).len);
	assert_int_equal(0, verify(f, play_bytes(play)));
	play_free(play);
}

static void test_every_changed_byte_is_found(void **state)
{
	struct fixture *f = *state;
	struct str bytes = play_it(f);

	for (size_t i = 0; i < bytes.len; i++) {
		char *changed = (char *)(uintptr_t)bytes.ptr;

		changed[i] ^= 1;
		if (!verify(f, bytes))
			fail_msg("byte %zu of %zu was not missed", i,
				 bytes.len);
		changed[i] ^= 1;
	}
	assert_int_equal(0, verify(f, bytes));
}

static void test_the_line_that_differs_is_named(void **state)
{
	struct fixture *f = *state;
	struct str bytes = play_it(f);
	size_t at = str_find(bytes, STR("score: "), 0);
	struct transcript_file file;
	struct difference difference;
	unsigned line = 1;

	for (size_t i = 0; i < at; i++)
		line += bytes.ptr[i] == '\n';
	((char *)(uintptr_t)bytes.ptr)[at + 7] = '1';
	assert_true(transcript_read(&f->arena, STR("t"), bytes, &file,
				    &f->err));
	difference = play_verify(f->scenario, &f->rubric, bytes, &file,
				 &f->arena);
	assert_int_equal(line, difference.line);
	assert_true(str_starts_with(difference.written, STR("score: 1")));
	assert_true(str_starts_with(difference.replayed, STR("score: ")));
	assert_false(str_equal(difference.written, difference.replayed));
}

/* What cannot have been played is said with its reason. */
static void test_events_that_cannot_be(void **state)
{
	static const struct {
		const char *event, *why;
	} cases[] = {
		{ "event: turn\nturn: 9\nact: wait\n", "isn't offered" },
		{ "event: undo\nturn: 40\n", "there is no turn 40" },
		{ "event: waive\nturn: 1\nrule: a.b\nreason: \"c\"\n",
		  "no finding" },
		{ "event: result\nleft: true\n", "" },
	};
	struct fixture *f = *state;
	struct str bytes = play_it(f);

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct str more = arena_printf(
			&f->arena, STR_FMT "---\n%s...\n", STR_ARG(bytes),
			cases[i].event);
		struct transcript_file file;
		struct difference difference;

		assert_true(transcript_read(&f->arena, STR("t"), more, &file,
					    &f->err));
		difference = play_verify(f->scenario, &f->rubric, more, &file,
					 &f->arena);
		assert_true(difference.line > 0);
		if (!strstr(difference.why.ptr, cases[i].why))
			fail_msg("case %zu: %s", i, difference.why.ptr);
	}
}

static void write_file(struct fixture *f, struct str bytes)
{
	FILE *file = fopen(f->path.ptr, "w");

	assert_non_null(file);
	assert_int_equal(bytes.len, fwrite(bytes.ptr, 1, bytes.len, file));
	fclose(file);
}

static struct str read_file(struct fixture *f)
{
	struct str bytes;

	assert_true(file_read(&f->arena, f->path, 1 << 20, &bytes, &f->err));
	return bytes;
}

static struct play *resume(struct fixture *f)
{
	f->options.out = f->path;
	return play_resume(f->scenario, &f->rubric, &f->options, &f->err);
}

/* Torn at every byte it is verified as far as it goes, gone on with, and
 * verified again. */
static void test_torn_anywhere_it_goes_on(void **state)
{
	struct fixture *f = *state;
	struct str bytes = play_it(f);
	size_t header = str_find(bytes, STR("\n...\n"), 0) + 4;

	for (size_t cut = header; cut <= bytes.len; cut++) {
		struct str torn = str_slice(bytes, 0, cut), after;
		struct play *play;

		assert_int_equal(0, verify(f, torn));
		/* some places are enough for the slow part */
		if (cut % 7 && cut + 8 < bytes.len)
			continue;
		write_file(f, torn);
		play = resume(f);
		if (!play)
			fail_msg("cut at %zu: %s", cut, f->err.text);
		assert_true(play_note(play, STR("on"), &f->err));
		assert_true(play_finish(play, &f->err));
		assert_null(play_trouble(play));
		after = read_file(f);
		assert_true(str_equal(after, play_bytes(play)));
		assert_true(str_starts_with(after, torn));
		play_free(play);
		assert_int_equal(0, verify(f, after));
	}
}

/* Left and gone on with it is the conversation as played in one go. */
static void test_resumed_is_as_never_left(void **state)
{
	struct fixture *f = *state;
	struct play *whole = play_new(f->scenario, &f->rubric, &f->options);
	struct play *part;
	const struct turn *a, *b;

	f->options.out = f->path;
	part = play_new(f->scenario, &f->rubric, &f->options);
	assert_true(play_act(part, ACT_CALL, &f->err));
	assert_true(play_finish(part, &f->err));
	play_free(part);
	part = resume(f);
	assert_non_null(part);
	assert_true(play_finish(part, &f->err));
	assert_true(play_say(part, STR("It is late."), 0, &f->err));
	assert_true(play_act(whole, ACT_CALL, &f->err));
	assert_true(play_say(whole, STR("It is late."), 0, &f->err));
	a = session_last(play_session(whole));
	b = session_last(play_session(part));
	assert_int_equal(a->number, b->number);
	assert_int_equal(a->verdict->score, b->verdict->score);
	assert_true(str_equal(a->answer[0].text, b->answer[0].text));
	play_free(part);
	play_free(whole);
	assert_int_equal(0, verify(f, read_file(f)));
}

static void test_time_goes_on_where_it_stopped(void **state)
{
	struct fixture *f = *state;
	struct play *play;

	f->options.clock = &test_clock;
	f->options.out = f->path;
	clock_seconds = 1000;
	play = play_new(f->scenario, &f->rubric, &f->options);
	clock_seconds = 1030;
	assert_true(play_act(play, ACT_CALL, &f->err));
	play_free(play);
	clock_seconds = 5;
	play = resume(f);
	assert_non_null(play);
	clock_seconds = 12;
	assert_true(play_say(play, STR("It is late."), 0, &f->err));
	play_free(play);
	assert_true(str_find(read_file(f), STR("\nat: 37\n"), 0) <
		    read_file(f).len);
	assert_int_equal(0, verify(f, read_file(f)));
}

static void refused(struct fixture *f, const char *why)
{
	struct str before = read_file(f);

	assert_null(resume(f));
	if (!strstr(f->err.text, why))
		fail_msg("%s", f->err.text);
	assert_true(str_equal(before, read_file(f)));
}

static void test_what_cannot_be_gone_on_with(void **state)
{
	struct fixture *f = *state;
	struct scenario other = *f->scenario;
	struct str bytes = play_it(f);
	struct play *play;

	/* changed */
	((char *)(uintptr_t)bytes.ptr)[str_find(bytes, STR("score: "), 0) +
				       7] = '1';
	write_file(f, bytes);
	refused(f, "not what the conversation leads to");
	/* another scenario, and the end torn: nothing is touched */
	f->options.out = STR("");
	write_file(f, str_slice(play_it(f), 0, bytes.len - 9));
	other.hash[10] ^= 1;
	f->scenario = &other;
	refused(f, "the scenario missed-deadline at hand is not");
	load(f);
	/* come to its end */
	f->options.out = STR("");
	play = play_new(f->scenario, &f->rubric, &f->options);
	assert_true(play_act(play, ACT_CALL, &f->err));
	while (!session_ended(play_session(play)))
		assert_true(play_say(play, STR("You idiot, this is your own "
					       "fault."), 0, &f->err));
	write_file(f, play_bytes(play));
	play_free(play);
	refused(f, "came to its end");
	assert_non_null(strstr(f->err.text, "--opening"));
	write_file(f, STR("---\nevent: hea"));
	refused(f, "no whole header");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_what_was_played_is_verified),
		TEST(test_a_scene_to_start_in_is_kept),
		TEST(test_every_changed_byte_is_found),
		TEST(test_the_line_that_differs_is_named),
		TEST(test_events_that_cannot_be),
		TEST(test_torn_anywhere_it_goes_on),
		TEST(test_resumed_is_as_never_left),
		TEST(test_time_goes_on_where_it_stopped),
		TEST(test_what_cannot_be_gone_on_with),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
