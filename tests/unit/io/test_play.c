/* A rehearsal and its transcript: what is played is what is written, and
 * what goes wrong with the disk stops no talk. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "rehearse/embedded.h"
#include "rehearse/file.h"
#include "rehearse/library.h"
#include "rehearse/play.h"
#include "rehearse/transcript.h"
#include "unit/io/play_bytes.h"
#include "unit/io/scratch.h"

struct fixture {
	struct arena arena;
	char directory[SCRATCH_MAX];
	struct rubric rubric;
	const struct scenario *scenario;
	struct play_options options;
	struct error err;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	struct problems problems = { 0 };

	scratch_make(f->directory);
	assert_true(rubric_open(embedded()->rubric, &f->rubric, &f->err));
	f->scenario = library_open(&f->arena, STR("missed-deadline"), STR(""),
				   embedded(), NULL, 0, &problems);
	assert_non_null(f->scenario);
	f->options.session = (struct session_options){
		.seed = 7, .level = LEVEL_FIRM, .start = -1,
	};
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	scratch_remove(f->directory);
	arena_release(&f->arena);
	free(f);
	return 0;
}

static struct play *begin(struct fixture *f)
{
	return play_new(f->scenario, &f->rubric, &f->options);
}

static struct transcript_file read_back(struct fixture *f, struct str bytes)
{
	struct transcript_file file;

	if (!transcript_read(&f->arena, STR("t"), bytes, &file, &f->err))
		fail_msg("line %u: %s", f->err.line, f->err.text);
	assert_int_equal(0, file.dropped);
	assert_int_equal(0, file.changed_line);
	return file;
}

static void test_what_happens_is_on_the_disk_at_once(void **state)
{
	struct fixture *f = *state;
	struct transcript_file file;
	struct play *play;
	struct str bytes;

	f->options.out = arena_printf(&f->arena, "%s/talk.yaml",
				      f->directory);
	play = begin(f);
	assert_true(play_act(play, ACT_CALL, &f->err));
	assert_true(play_say(play, STR("  It is \xef\xbb\xbflate.\n"), 0,
			     &f->err));
	assert_null(play_trouble(play));
	assert_true(str_equal(f->options.out, play_path(play)));
	assert_true(file_read(&f->arena, play_path(play), 1 << 20, &bytes,
			      &f->err));
	assert_true(str_equal(bytes, play_bytes(play)));
	file = read_back(f, bytes);
	assert_int_equal(2, file.nr_events);
	assert_int_equal(ACT_CALL, file.events[0].act);
	assert_true(str_equal(STR("It is late."), file.events[1].said));
	play_free(play);
}

static void test_no_clock_no_times(void **state)
{
	struct fixture *f = *state;
	struct play *one = begin(f), *two = begin(f);

	for (int i = 0; i < 2; i++) {
		assert_true(play_pick(i ? one : two, 2, &f->err));
		assert_true(play_finish(i ? one : two, &f->err));
	}
	assert_true(str_equal(play_bytes(one), play_bytes(two)));
	assert_int_equal(play_bytes(one).len,
			 str_find(play_bytes(one), STR("\nat: "), 0));
	play_free(one);
	play_free(two);
}

static void fixed_now(char out[32])
{
	snprintf(out, 32, "2026-11-21T21:40:00Z");
}

static uint64_t fixed_seconds(void)
{
	return 1000;
}

static void test_names_of_sessions(void **state)
{
	static const struct play_clock clock = { fixed_now, fixed_seconds };
	struct fixture *f = *state;
	struct play *plays[8];
	struct str wanted;

	f->options.clock = &clock;
	f->options.sessions = arena_printf(&f->arena, "%s/sessions",
					   f->directory);
	wanted = arena_printf(&f->arena, "%s/sessions/20261121T214000Z-"
			      "missed-deadline-", f->directory);
	for (size_t i = 0; i < ARRAY_LEN(plays); i++) {
		plays[i] = begin(f);
		assert_null(play_trouble(plays[i]));
		assert_true(str_starts_with(play_path(plays[i]), wanted));
		assert_int_equal(wanted.len + strlen("0000.yaml"),
				 play_path(plays[i]).len);
	}
	for (size_t i = 0; i < ARRAY_LEN(plays); i++)
		play_free(plays[i]);
}

static int nr_names;

static void counting_now(char out[32])
{
	nr_names++;
	fixed_now(out);
}

/* Nobody makes files in /proc, whatever their names. */
static void test_place_that_takes_no_session_is_tried_once(void **state)
{
	static const struct play_clock clock = { counting_now, fixed_seconds };
	struct fixture *f = *state;
	struct play *play;

	f->options.clock = &clock;
	f->options.sessions = STR("/proc");
	play = begin(f);
	assert_non_null(play_trouble(play));
	assert_int_equal(ERROR_CANNOT_CREATE, play_trouble(play)->kind);
	/* the header's moment, and the name's */
	assert_int_equal(2, nr_names);
	play_free(play);
}

/* Taken back and said again it is the same talk as said at once. */
static void test_undo_is_as_if_never_said(void **state)
{
	struct fixture *f = *state;
	struct play *straight = begin(f), *crooked = begin(f);
	const struct turn *a, *b;

	assert_true(play_act(straight, ACT_CALL, &f->err));
	assert_true(play_say(straight, STR("It is late."), 0, &f->err));
	assert_false(play_undo(crooked, 0, &f->err));
	assert_true(play_act(crooked, ACT_EMAIL, &f->err));
	assert_false(play_undo(crooked, 2, &f->err));
	assert_true(play_undo(crooked, 1, &f->err));
	assert_int_equal(0, session_nr_turns(play_session(crooked)));
	assert_true(play_act(crooked, ACT_CALL, &f->err));
	assert_true(play_say(crooked, STR("Calm down."), 0, &f->err));
	assert_true(play_undo(crooked, 0, &f->err));
	assert_true(play_say(crooked, STR("It is late."), 0, &f->err));
	a = session_last(play_session(straight));
	b = session_last(play_session(crooked));
	assert_int_equal(a->number, b->number);
	assert_int_equal(a->verdict->score, b->verdict->score);
	assert_int_equal(a->trust, b->trust);
	assert_int_equal(a->nr_answer, b->nr_answer);
	for (size_t i = 0; i < a->nr_answer; i++)
		assert_true(str_equal(a->answer[i].text, b->answer[i].text));
	assert_int_equal(6, read_back(f, play_bytes(crooked)).nr_events);
	play_free(straight);
	play_free(crooked);
}

static void test_words_that_are_refused_make_no_turn(void **state)
{
	struct fixture *f = *state;
	struct play *play = begin(f);
	struct strbuf lines = { 0 };

	assert_true(play_act(play, ACT_CALL, &f->err));
	assert_false(play_say(play, STR(""), 0, &f->err));
	assert_false(play_say(play, STR("\xef\xbb\xbf"), 0, &f->err));
	assert_false(play_say(play, STR("caf\xe9"), 0, &f->err));
	assert_false(play_say(play, STR("\033[A"), 0, &f->err));
	strbuf_pad(&lines, 'a', SESSION_MAX_CHARACTERS + 1);
	assert_false(play_say(play, strbuf_str(&lines), 0, &f->err));
	assert_false(play_note(play, STR(" "), &f->err));
	assert_false(play_pick(play, 9, &f->err));
	assert_int_equal(1, session_nr_turns(play_session(play)));
	assert_int_equal(1, read_back(f, play_bytes(play)).nr_events);
	strbuf_release(&lines);
	play_free(play);
}

static void test_waiving(void **state)
{
	struct fixture *f = *state;
	struct play *play = begin(f);
	const struct turn *turn;
	struct str rule;
	int index;

	assert_false(play_waive(play, STR("x"), STR("why"), &f->err));
	assert_true(play_act(play, ACT_CALL, &f->err));
	turn = session_last(play_session(play));
	assert_true(turn->verdict->nr_findings > 0);
	index = turn->verdict->findings[0].rule;
	rule = rubric_string(&f->rubric, f->rubric.rules[index].id);
	assert_false(play_waive(play, STR("no.such"), STR("why"), &f->err));
	assert_false(play_waive(play, rule, STR(" "), &f->err));
	assert_false(play_waived(play, 1, index));
	assert_true(play_waive(play, rule, STR("why"), &f->err));
	assert_true(play_waived(play, 1, index));
	assert_true(play_undo(play, 1, &f->err));
	assert_false(play_waived(play, 1, index));
	play_free(play);
}

/* The same talk judged again is the same; without its slips it is better, and
 * the session stays what it was. */
static void test_the_score_without_what_is_waived(void **state)
{
	struct fixture *f = *state;
	struct play *play = begin(f);
	const struct session *session = play_session(play);
	struct summary with, again, without;
	const struct waiver *waivers;
	size_t nr;

	assert_true(play_act(play, ACT_CALL, &f->err));
	assert_true(play_say(play, STR("It will be two weeks late. It is not "
				       "our fault."), 0, &f->err));
	with = session_summary(session, &f->arena);
	waivers = play_waivers(play, &nr);
	assert_int_equal(0, nr);
	again = session_without(session, waivers, nr, &f->arena);
	assert_int_equal(with.score, again.score);
	assert_int_equal(with.nr_lines, again.nr_lines);
	assert_memory_equal(with.principles, again.principles,
			    sizeof(with.principles));
	assert_true(play_waive(play, STR("teachable.disowns"), STR("it is so"),
			       &f->err));
	waivers = play_waivers(play, &nr);
	assert_int_equal(1, nr);
	without = session_without(session, waivers, nr, &f->arena);
	assert_true(without.score > with.score);
	again = session_summary(session, &f->arena);
	assert_int_equal(with.score, again.score);
	assert_true(play_undo(play, 2, &f->err));
	play_waivers(play, &nr);
	assert_int_equal(0, nr);
	play_free(play);
}

/* A trace is asked for after the fact and changes nothing. */
static void test_the_trace_says_why(void **state)
{
	static const char *const parts[] = {
		"turn 2, scene opening, call: \"It will be two weeks late, and",
		"\n  words: it will be 2 week", "\n  clause \"It will be two",
		"subject other, future", "\n  scope condition: ",
		"\n  cancelled teachable.", "it stands under a condition",
		"\n  found direct.states_news \"It will be two weeks late\": +",
		"\n  the client had done: question", "\n  score ",
		"\n  if ", "told(delay): yes", "\n  told delay\n",
		"\n  then score ", " of opening (line ", "\n  mood: trust ",
		"\n  client: \"",
	};
	struct fixture *f = *state;
	struct play *play = begin(f);
	const struct session *session = play_session(play);
	struct strbuf one = { 0 }, two = { 0 };
	struct str before;

	assert_true(play_act(play, ACT_CALL, &f->err));
	assert_true(play_say(play, STR("It will be two weeks late, and I "
				       "would be sorry if that is on us."), 0,
			     &f->err));
	before = arena_str(&f->arena, play_bytes(play));
	session_trace(session, 1, &one);
	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		if (!strstr(one.ptr, parts[i]))
			fail_msg("no \"%s\" in\n%s", parts[i], one.ptr);
	session_trace(session, 1, &two);
	assert_string_equal(one.ptr, two.ptr);
	assert_true(str_equal(before, play_bytes(play)));
	strbuf_release(&one);
	strbuf_release(&two);
	play_free(play);
}

/* ... and which gate closed over the score. */
static void test_the_trace_names_the_gate(void **state)
{
	struct fixture *f = *state;
	struct play *play = begin(f);
	struct strbuf trace = { 0 };

	assert_true(play_act(play, ACT_CALL, &f->err));
	assert_true(play_say(play, STR("Shut up, you stupid idiot."), 0,
			     &f->err));
	session_trace(play_session(play), 1, &trace);
	assert_non_null(strstr(trace.ptr, "\n  gate hostile: "));
	strbuf_release(&trace);
	play_free(play);
}

static void test_result_stands_last(void **state)
{
	struct fixture *f = *state;
	struct play *play = begin(f);
	struct transcript_file file;

	assert_true(play_act(play, ACT_CALL, &f->err));
	assert_true(play_finish(play, &f->err));
	assert_true(play_finish(play, &f->err));
	assert_true(play_note(play, STR("afterthought"), &f->err));
	assert_true(play_reflect(play, STR("the start"), STR(""), &f->err));
	assert_true(play_finish(play, &f->err));
	file = read_back(f, play_bytes(play));
	assert_int_equal(5, file.nr_events);
	assert_int_equal(EVENT_RESULT, file.events[1].kind);
	assert_int_equal(EVENT_RESULT, file.events[4].kind);
	assert_non_null(strstr(play_bytes(play).ptr, "\nleft: true\n"));
	play_free(play);
}

/* The disk fills up in the middle of an event and is freed again. */
static void test_full_disk_loses_nothing(void **state)
{
	struct fixture *f = *state;
	struct rlimit before, small;
	struct play *play;
	struct str bytes;

	signal(SIGXFSZ, SIG_IGN);
	f->options.out = arena_printf(&f->arena, "%s/talk.yaml",
				      f->directory);
	play = begin(f);
	assert_int_equal(0, getrlimit(RLIMIT_FSIZE, &before));
	small = before;
	small.rlim_cur = play_bytes(play).len + 10;
	assert_int_equal(0, setrlimit(RLIMIT_FSIZE, &small));
	assert_true(play_act(play, ACT_CALL, &f->err));
	assert_int_equal(0, setrlimit(RLIMIT_FSIZE, &before));
	assert_non_null(play_trouble(play));
	assert_int_equal(ERROR_IO, play_trouble(play)->kind);
	assert_true(file_read(&f->arena, f->options.out, 1 << 20, &bytes,
			      &f->err));
	assert_int_equal(0, read_back(f, bytes).nr_events);
	assert_true(play_say(play, STR("It is late."), 0, &f->err));
	assert_null(play_trouble(play));
	assert_true(file_read(&f->arena, f->options.out, 1 << 20, &bytes,
			      &f->err));
	assert_true(str_equal(bytes, play_bytes(play)));
	play_free(play);
}

static void test_saving_elsewhere(void **state)
{
	struct fixture *f = *state;
	struct str there = arena_printf(&f->arena, "%s/there.yaml",
					f->directory);
	struct play *play;
	struct str bytes;

	f->options.out = STR("/proc/nowhere/talk.yaml");
	play = begin(f);
	assert_non_null(play_trouble(play));
	assert_int_equal(ERROR_CANNOT_CREATE, play_trouble(play)->kind);
	assert_int_equal(0, play_path(play).len);
	assert_true(play_act(play, ACT_CALL, &f->err));
	assert_false(play_finish(play, &f->err));
	assert_false(play_save_as(play, f->options.out, &f->err));
	assert_true(play_save_as(play, there, &f->err));
	assert_null(play_trouble(play));
	assert_true(play_say(play, STR("It is late."), 0, &f->err));
	assert_true(play_finish(play, &f->err));
	assert_true(file_read(&f->arena, there, 1 << 20, &bytes, &f->err));
	assert_true(str_equal(bytes, play_bytes(play)));
	assert_false(play_save_as(play, there, &f->err));
	play_free(play);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_what_happens_is_on_the_disk_at_once),
		TEST(test_no_clock_no_times),
		TEST(test_names_of_sessions),
		TEST(test_place_that_takes_no_session_is_tried_once),
		TEST(test_undo_is_as_if_never_said),
		TEST(test_words_that_are_refused_make_no_turn),
		TEST(test_waiving),
		TEST(test_the_score_without_what_is_waived),
		TEST(test_the_trace_says_why),
		TEST(test_the_trace_names_the_gate),
		TEST(test_result_stands_last),
		TEST(test_full_disk_loses_nothing),
		TEST(test_saving_elsewhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
