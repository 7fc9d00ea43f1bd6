/* A drill being run: its rules, one by one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rehearse/chance.h"
#include "rehearse/hour.h"

/* Two rounds of six minutes in an hour, for three people. */
static struct str trio[] = {
	{ "Ana", 3 }, { "Ben", 3 }, { "Chidi", 5 }, { "Dee", 3 },
	{ "Eve", 3 }, { "Finn", 4 }, { "Gus", 3 },  { "Hal", 3 },
};

struct setup {
	struct drill drill;
	struct drill_round rounds[3];
	struct hour *hour;
	uint64_t at;
};

static void set_up(struct setup *setup, size_t people, size_t rounds)
{
	*setup = (struct setup){ 0 };
	for (size_t i = 0; i < rounds; i++)
		setup->rounds[i] = (struct drill_round){
			.scenario = STR("outage"),
			.minutes = 6,
			.level = -1,
			.pass = -1,
		};
	setup->drill = (struct drill){
		.minutes = 60,
		.people = trio,
		.nr_people = people,
		.rounds = setup->rounds,
		.nr_rounds = rounds,
	};
	setup->hour = hour_new(&setup->drill, false);
}

static struct hour_event event_of(struct setup *setup, enum hour_input input,
				  const char *name, int turn)
{
	struct hour_event event = {
		.input = input,
		.at = setup->at,
		.name = str_from(name),
		.turn = turn,
	};

	for (int p = 0; p < PRINCIPLE_NR; p++)
		event.marks[p] = HOUR_UNMARKED;
	return event;
}

static void take(struct setup *setup, enum hour_input input)
{
	struct hour_event event = event_of(setup, input, "", 0);
	struct error err;

	if (!hour_take(setup->hour, &event, &err))
		fail_msg("%s: %s", hour_input_terms.names[input], err.text);
}

static void take_name(struct setup *setup, enum hour_input input,
		      const char *name)
{
	struct hour_event event = event_of(setup, input, name, 0);
	struct error err;

	if (!hour_take(setup->hour, &event, &err))
		fail_msg("%s: %s", name, err.text);
}

static void say(struct setup *setup, int turn)
{
	struct hour_event event = event_of(setup, HOUR_TURN, "", turn);
	struct error err;

	if (!hour_take(setup->hour, &event, &err))
		fail_msg("turn %d: %s", turn, err.text);
}

static void refuse(struct setup *setup, enum hour_input input,
		   const char *name, const char *words)
{
	struct hour_event event = event_of(setup, input, name, 0);
	struct error err;

	assert_false(hour_take(setup->hour, &event, &err));
	if (!strstr(err.text, words))
		fail_msg("expected '%s', got '%s'", words, err.text);
}

static void is_up(const struct setup *setup, const char *name,
		  enum hour_phase phase)
{
	const struct hour *hour = setup->hour;
	struct str up = hour->people[hour->queue[0]].name;

	assert_int_equal(hour->phase, phase);
	if (!str_equal(up, str_from(name)))
		fail_msg("expected %s, got " STR_FMT, name, STR_ARG(up));
}

/* Whoever is up reads, talks for so long, and is done. */
static void talk(struct setup *setup, unsigned seconds)
{
	take(setup, HOUR_NEXT);
	setup->at += seconds;
	say(setup, 1);
	if (setup->hour->phase == HOUR_PLAYING)
		take(setup, HOUR_ENDED);
	take(setup, HOUR_NEXT);
}

static void test_everybody_has_a_turn_in_every_round(void **state)
{
	struct setup setup;

	(void)state;
	set_up(&setup, 3, 2);
	refuse(&setup, HOUR_NEXT, "", "has not begun");
	take(&setup, HOUR_BEGIN);
	refuse(&setup, HOUR_BEGIN, "", "begun already");
	for (unsigned round = 1; round <= 2; round++) {
		assert_int_equal(setup.hour->round, round);
		is_up(&setup, "Ana", HOUR_BRIEF);
		talk(&setup, 60);
		is_up(&setup, "Ben", HOUR_BRIEF);
		talk(&setup, 60);
		is_up(&setup, "Chidi", HOUR_BRIEF);
		talk(&setup, 60);
		assert_int_equal(setup.hour->phase, HOUR_ROUND_DEBRIEF);
		take(&setup, HOUR_NEXT);
	}
	assert_int_equal(setup.hour->phase, HOUR_CLOSING);
	assert_int_equal(setup.hour->nr_talks, 6);
	take(&setup, HOUR_NEXT);
	refuse(&setup, HOUR_NEXT, "", "is over");
	refuse(&setup, HOUR_JOINED, "Zoe", "is over");
	assert_int_equal(hour_left(setup.hour, setup.at).hour, 54 * 60);
	hour_free(setup.hour);
}

static void test_who_joins_late_comes_last(void **state)
{
	struct setup setup;

	(void)state;
	set_up(&setup, 2, 2);
	take(&setup, HOUR_BEGIN);
	take(&setup, HOUR_NEXT);
	take_name(&setup, HOUR_JOINED, "Zoe");
	refuse(&setup, HOUR_JOINED, "zoe", "is here already");
	refuse(&setup, HOUR_JOINED, "", "a name is missing");
	take(&setup, HOUR_ENDED);
	take(&setup, HOUR_NEXT);
	talk(&setup, 60);
	is_up(&setup, "Zoe", HOUR_BRIEF);
	talk(&setup, 60);
	assert_int_equal(setup.hour->phase, HOUR_ROUND_DEBRIEF);
	/* between two rounds: from the next on, and before those who talked
	 * more */
	take_name(&setup, HOUR_JOINED, "Yan");
	assert_int_equal(setup.hour->nr_queue, 0);
	take(&setup, HOUR_NEXT);
	assert_int_equal(setup.hour->nr_queue, 4);
	/* Ana said nothing in her conversation, so she has had none */
	is_up(&setup, "Ana", HOUR_BRIEF);
	assert_int_equal(setup.hour->queue[1], 3);
	hour_free(setup.hour);
}

static void test_who_leaves_gives_up_the_place(void **state)
{
	struct setup setup;

	(void)state;
	set_up(&setup, 4, 1);
	take(&setup, HOUR_BEGIN);
	refuse(&setup, HOUR_LEFT, "Zoe", "nobody here is called 'Zoe'");
	take_name(&setup, HOUR_LEFT, "Ben");
	refuse(&setup, HOUR_LEFT, "Ben", "nobody here is called 'Ben'");
	talk(&setup, 60);
	is_up(&setup, "Chidi", HOUR_BRIEF);
	take_name(&setup, HOUR_LEFT, "P3");
	is_up(&setup, "Dee", HOUR_BRIEF);
	/* back again: the same person, and last */
	take_name(&setup, HOUR_JOINED, "Ben");
	assert_int_equal(setup.hour->nr_people, 4);
	talk(&setup, 60);
	is_up(&setup, "Ben", HOUR_BRIEF);
	take_name(&setup, HOUR_LEFT, "Ana");
	take_name(&setup, HOUR_LEFT, "Dee");
	refuse(&setup, HOUR_LEFT, "Ben", "nobody else is here");
	hour_free(setup.hour);
}

static void test_leaving_in_the_middle_of_ones_round(void **state)
{
	struct setup setup;

	(void)state;
	set_up(&setup, 3, 1);
	take(&setup, HOUR_BEGIN);
	take(&setup, HOUR_NEXT);
	say(&setup, 1);
	take_name(&setup, HOUR_LEFT, "Ana");
	is_up(&setup, "Ben", HOUR_BRIEF);
	assert_int_equal(setup.hour->keys, 1);
	/* what was said counts */
	assert_true(hour_counts(setup.hour, &setup.hour->talks[0]));
	take(&setup, HOUR_NEXT);
	/* who sits at the keys for somebody else may go, too */
	take(&setup, HOUR_PASS);
	assert_int_equal(setup.hour->keys, 2);
	take_name(&setup, HOUR_LEFT, "Chidi");
	is_up(&setup, "Ben", HOUR_PLAYING);
	assert_int_equal(setup.hour->keys, 1);
	hour_free(setup.hour);
}

static void test_a_pause_stops_the_time_box(void **state)
{
	struct setup setup;

	(void)state;
	set_up(&setup, 2, 1);
	refuse(&setup, HOUR_PAUSE, "", "nothing to pause");
	take(&setup, HOUR_BEGIN);
	refuse(&setup, HOUR_GO_ON, "", "no pause");
	setup.at = 100;
	take(&setup, HOUR_NEXT);
	setup.at = 160;
	assert_int_equal(hour_left(setup.hour, 160).box, 300);
	take(&setup, HOUR_PAUSE);
	refuse(&setup, HOUR_PAUSE, "", "paused already");
	refuse(&setup, HOUR_TURN, "", "there is a pause");
	refuse(&setup, HOUR_NEXT, "", "there is a pause");
	setup.at = 1000;
	assert_int_equal(hour_left(setup.hour, 1000).box, 300);
	/* the room is booked for an hour all the same */
	assert_int_equal(hour_left(setup.hour, 1000).hour, 2600);
	take_name(&setup, HOUR_JOINED, "Zoe");
	take(&setup, HOUR_GO_ON);
	assert_int_equal(hour_left(setup.hour, 1010).box, 290);
	setup.at = 1010;
	say(&setup, 1);
	assert_int_equal(setup.hour->phase, HOUR_PLAYING);
	hour_free(setup.hour);
}

static void test_a_turn_is_finished_when_the_box_is_over(void **state)
{
	struct setup setup;

	(void)state;
	set_up(&setup, 2, 1);
	take(&setup, HOUR_BEGIN);
	take(&setup, HOUR_NEXT);
	setup.at = 359;
	say(&setup, 1);
	assert_int_equal(setup.hour->phase, HOUR_PLAYING);
	setup.at = 420;
	assert_int_equal(hour_left(setup.hour, 420).box, -60);
	say(&setup, 2);
	assert_int_equal(setup.hour->phase, HOUR_REVEALED);
	assert_true(setup.hour->talks[0].over);
	refuse(&setup, HOUR_TURN, "", "nobody is talking");
	take(&setup, HOUR_NEXT);
	is_up(&setup, "Ben", HOUR_BRIEF);
	assert_int_equal(setup.hour->talks[0].turns, 2);
	hour_free(setup.hour);
}

static void test_skip_and_repeat(void **state)
{
	struct setup setup;

	(void)state;
	set_up(&setup, 3, 1);
	refuse(&setup, HOUR_SKIP, "", "no conversation to skip");
	take(&setup, HOUR_BEGIN);
	refuse(&setup, HOUR_REPEAT, "", "nothing to repeat");
	take(&setup, HOUR_SKIP);
	is_up(&setup, "Ben", HOUR_BRIEF);
	/* begun and skipped: it does not count */
	take(&setup, HOUR_NEXT);
	say(&setup, 1);
	take(&setup, HOUR_SKIP);
	is_up(&setup, "Chidi", HOUR_BRIEF);
	assert_false(hour_counts(setup.hour, &setup.hour->talks[0]));
	/* but they may try again */
	take(&setup, HOUR_REPEAT);
	is_up(&setup, "Ben", HOUR_BRIEF);
	take(&setup, HOUR_NEXT);
	say(&setup, 1);
	/* in the middle: the same from the start */
	take(&setup, HOUR_REPEAT);
	is_up(&setup, "Ben", HOUR_BRIEF);
	assert_true(hour_counts(setup.hour, &setup.hour->talks[1]));
	talk(&setup, 30);
	assert_int_equal(setup.hour->nr_talks, 3);
	assert_int_equal(setup.hour->talks[2].try, 3);
	assert_false(hour_counts(setup.hour, &setup.hour->talks[1]));
	assert_true(hour_counts(setup.hour, &setup.hour->talks[2]));
	talk(&setup, 30);
	assert_int_equal(setup.hour->phase, HOUR_ROUND_DEBRIEF);
	take(&setup, HOUR_REPEAT);
	is_up(&setup, "Chidi", HOUR_BRIEF);
	hour_free(setup.hour);
}

static void test_passing_the_keyboard(void **state)
{
	struct setup setup;

	(void)state;
	set_up(&setup, 3, 1);
	take(&setup, HOUR_BEGIN);
	take(&setup, HOUR_PASS);
	is_up(&setup, "Ben", HOUR_BRIEF);
	take(&setup, HOUR_NEXT);
	say(&setup, 1);
	take(&setup, HOUR_PASS);
	assert_int_equal(setup.hour->keys, 2);
	take(&setup, HOUR_PASS);
	assert_int_equal(setup.hour->keys, 0);
	say(&setup, 2);
	/* it stays the conversation of the one who began it */
	is_up(&setup, "Ben", HOUR_PLAYING);
	take(&setup, HOUR_ENDED);
	take(&setup, HOUR_NEXT);
	is_up(&setup, "Ana", HOUR_BRIEF);
	assert_int_equal(setup.hour->keys, 0);
	talk(&setup, 30);
	is_up(&setup, "Chidi", HOUR_BRIEF);
	refuse(&setup, HOUR_PASS, "", "nobody else is waiting");
	hour_free(setup.hour);
}

static void test_more_people_than_fit(void **state)
{
	struct setup setup;

	(void)state;
	set_up(&setup, 8, 2);
	assert_false(drill_fits(&setup.drill, 8));
	take(&setup, HOUR_BEGIN);
	/* half of 54 minutes; the fifth begins with half its box inside */
	assert_int_equal(hour_left(setup.hour, 0).round, 27 * 60);
	for (int i = 0; i < 5; i++)
		talk(&setup, 360);
	assert_int_equal(setup.hour->phase, HOUR_ROUND_DEBRIEF);
	assert_int_equal(setup.hour->nr_queue, 3);
	take(&setup, HOUR_NEXT);
	/* who had no turn is first */
	is_up(&setup, "Finn", HOUR_BRIEF);
	talk(&setup, 360);
	talk(&setup, 360);
	talk(&setup, 360);
	is_up(&setup, "Ana", HOUR_BRIEF);
	talk(&setup, 360);
	assert_int_equal(setup.hour->phase, HOUR_ROUND_DEBRIEF);
	/* unless the room wants it */
	take(&setup, HOUR_GO_ON);
	is_up(&setup, "Ben", HOUR_BRIEF);
	hour_free(setup.hour);
}

static void test_one_talks_even_when_the_hour_is_over(void **state)
{
	struct setup setup;

	(void)state;
	set_up(&setup, 2, 2);
	take(&setup, HOUR_BEGIN);
	talk(&setup, 4000);
	assert_int_equal(setup.hour->phase, HOUR_ROUND_DEBRIEF);
	take(&setup, HOUR_NEXT);
	is_up(&setup, "Ben", HOUR_BRIEF);
	assert_true(hour_left(setup.hour, setup.at).hour < 0);
	talk(&setup, 10);
	assert_int_equal(setup.hour->phase, HOUR_ROUND_DEBRIEF);
	hour_free(setup.hour);
}

static void mark(struct setup *setup, enum principle principle, int value)
{
	struct hour_event event = event_of(setup, HOUR_MARK, "", 0);
	struct error err;

	event.marks[principle] = value;
	assert_true(hour_take(setup->hour, &event, &err));
}

static void test_the_room_marks_before_it_sees(void **state)
{
	const struct hour_mark *marks;
	struct hour_event act;
	struct setup setup;
	struct error err;

	(void)state;
	set_up(&setup, 2, 1);
	setup.rounds[0].mark = true;
	take(&setup, HOUR_BEGIN);
	take(&setup, HOUR_NEXT);
	/* an act has no words to mark */
	act = event_of(&setup, HOUR_ACT, "", 1);
	assert_true(hour_take(setup.hour, &act, &err));
	refuse(&setup, HOUR_MARK, "", "no turn to mark");
	setup.at = 60;
	say(&setup, 2);
	assert_int_equal(setup.hour->phase, HOUR_MARKING);
	refuse(&setup, HOUR_NEXT, "", "reveal the evidence first");
	mark(&setup, PRINCIPLE_DIRECT, 3);
	mark(&setup, PRINCIPLE_KIND, 1);
	mark(&setup, PRINCIPLE_DIRECT, 4);
	setup.at = 600;
	take(&setup, HOUR_REVEAL);
	refuse(&setup, HOUR_MARK, "", "before the evidence shows");
	take(&setup, HOUR_NEXT);
	/* the time of marking is not the speaker's */
	assert_int_equal(hour_left(setup.hour, 600).box, 300);
	marks = hour_marks(setup.hour, 0, 2);
	assert_int_equal(marks->marks[PRINCIPLE_DIRECT], 4);
	assert_int_equal(marks->marks[PRINCIPLE_KIND], 1);
	assert_int_equal(marks->marks[PRINCIPLE_PHONE], HOUR_UNMARKED);
	assert_null(hour_marks(setup.hour, 0, 1));
	/* taken back, and its marks with it */
	act.turn = 1;
	assert_true(hour_take(setup.hour, &act, &err));
	assert_null(hour_marks(setup.hour, 0, 2));
	/* the last turn is marked, too, when the conversation ended with it */
	say(&setup, 2);
	take(&setup, HOUR_ENDED);
	assert_int_equal(setup.hour->phase, HOUR_MARKING);
	take(&setup, HOUR_REVEAL);
	take(&setup, HOUR_NEXT);
	is_up(&setup, "Ben", HOUR_BRIEF);
	hour_free(setup.hour);
}

static void test_one_person_alone(void **state)
{
	struct setup setup;

	(void)state;
	set_up(&setup, 3, 2);
	hour_free(setup.hour);
	setup.hour = hour_new(&setup.drill, true);
	refuse(&setup, HOUR_JOINED, "Zoe", "for one person");
	take(&setup, HOUR_BEGIN);
	is_up(&setup, "You", HOUR_BRIEF);
	refuse(&setup, HOUR_PASS, "", "nobody else");
	talk(&setup, 300);
	take(&setup, HOUR_NEXT);
	talk(&setup, 300);
	take(&setup, HOUR_NEXT);
	assert_int_equal(setup.hour->phase, HOUR_CLOSING);
	hour_free(setup.hour);
}

static void test_nobody_there(void **state)
{
	struct setup setup;

	(void)state;
	set_up(&setup, 0, 1);
	refuse(&setup, HOUR_BEGIN, "", "nobody is here yet");
	take_name(&setup, HOUR_JOINED, "Ana");
	take_name(&setup, HOUR_LEFT, "Ana");
	refuse(&setup, HOUR_BEGIN, "", "nobody is here yet");
	take_name(&setup, HOUR_JOINED, "Ana");
	take(&setup, HOUR_BEGIN);
	assert_int_equal(setup.hour->nr_people, 1);
	hour_free(setup.hour);
}

static void test_the_minutes_are_added_up(void **state)
{
	struct strbuf text = { 0 };
	struct setup setup;

	(void)state;
	set_up(&setup, 3, 2);
	assert_int_equal(drill_room(&setup.drill), 4);
	drill_sum(&setup.drill, setup.drill.nr_people, &text);
	assert_string_equal(text.ptr, "3 people x 12 minutes are 36, and 6 "
			    "for the debrief: 42 of 60 minutes");
	strbuf_truncate(&text, 0);
	drill_sum(&setup.drill, 5, &text);
	assert_string_equal(text.ptr, "5 people x 12 minutes are 60, and 6 "
			    "for the debrief: 66 of 60 minutes");
	strbuf_truncate(&text, 0);
	drill_sum(&setup.drill, 0, &text);
	assert_string_equal(text.ptr, "up to 4 people x 12 minutes are 48, "
			    "and 6 for the debrief: 54 of 60 minutes");
	strbuf_release(&text);
	hour_free(setup.hour);
}

/* Whatever is typed in whatever order, the hour stays one. */
static void check_hour(const struct hour *hour)
{
	const struct hour_talk *talk = hour_talk(hour);

	assert_true(hour->phase < HOUR_PHASE_NR);
	assert_true(hour->nr_queue <= hour_nr_here(hour));
	for (size_t i = 0; i < hour->nr_queue; i++)
		assert_true(hour->people[hour->queue[i]].here);
	if (hour->phase == HOUR_BRIEF || talk)
		assert_true(hour->people[hour->keys].here);
	if (talk) {
		assert_int_equal(talk->person, hour->queue[0]);
		assert_int_equal(talk->round, hour->round);
	}
	for (size_t i = 0; i < hour->nr_marks; i++) {
		const struct hour_mark *marks = &hour->marks[i];

		assert_true(marks->turn <= hour->talks[marks->talk].turns);
	}
}

static void test_inputs_in_any_order(void **state)
{
	static const char *const names[] = { "Ana", "Ben", "Zoe", "Yan" };

	(void)state;
	for (uint64_t seed = 0; seed < 300; seed++) {
		struct setup setup;

		set_up(&setup, (size_t)(seed % 4), 3);
		setup.rounds[seed % 3].mark = true;
		for (uint64_t i = 0; i < 200; i++) {
			struct hour_event event;
			struct error err;

			setup.at += chance_below(120, seed, i, 1, 0);
			event = event_of(
				&setup,
				(enum hour_input)chance_below(HOUR_INPUT_NR,
							      seed, i, 2, 0),
				names[chance_below(4, seed, i, 3, 0)],
				(int)chance_below(9, seed, i, 4, 0));
			event.marks[i % PRINCIPLE_NR] = (int)(i % 5);
			hour_take(setup.hour, &event, &err);
			check_hour(setup.hour);
		}
		hour_free(setup.hour);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_everybody_has_a_turn_in_every_round),
		cmocka_unit_test(test_who_joins_late_comes_last),
		cmocka_unit_test(test_who_leaves_gives_up_the_place),
		cmocka_unit_test(test_leaving_in_the_middle_of_ones_round),
		cmocka_unit_test(test_a_pause_stops_the_time_box),
		cmocka_unit_test(test_a_turn_is_finished_when_the_box_is_over),
		cmocka_unit_test(test_skip_and_repeat),
		cmocka_unit_test(test_passing_the_keyboard),
		cmocka_unit_test(test_more_people_than_fit),
		cmocka_unit_test(test_one_talks_even_when_the_hour_is_over),
		cmocka_unit_test(test_the_room_marks_before_it_sees),
		cmocka_unit_test(test_one_person_alone),
		cmocka_unit_test(test_nobody_there),
		cmocka_unit_test(test_the_minutes_are_added_up),
		cmocka_unit_test(test_inputs_in_any_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
