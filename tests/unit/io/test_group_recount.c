/*
 * Whatever stands on a sheet can be counted again: six people play two
 * shipped scenarios, and the sheet's numbers are counted a second time from
 * the JSON of each play alone, by other code.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rehearse/embedded.h"
#include "rehearse/file.h"
#include "rehearse/group.h"
#include "rehearse/jsonl.h"
#include "rehearse/library.h"

enum { PEOPLE = 6, ROUNDS = 2 };

static const char *const scenarios[ROUNDS] = { "missed-deadline",
					       "scope-creep" };
/* how they go about it: tests/dialogue/SCENARIO-CONDUCT.plan */
static const char *const conducts[PEOPLE] = {
	"excellent", "defensive", "vague", "terse", "questions", "rambling",
};

struct recount {
	struct arena arena;
	struct rubric rubric;
	struct session *sessions[PEOPLE * ROUNDS];
	struct str people[PEOPLE];
	struct group_play plays[PEOPLE * ROUNDS];
	json_t *reports[PEOPLE * ROUNDS]; /* as report_json() writes them */
	json_t *result;                   /* as group_json() does */
	struct group_input input;
	struct group_mark mark;
	const struct group *group;
	struct strbuf markdown, csv;
};

static json_t *parsed(const struct strbuf *bytes)
{
	json_t *json = json_loadb(bytes->ptr, bytes->len, 0, NULL);

	assert_non_null(json);
	return json;
}

/* Says the lines of a plan until the talk is over. */
static void play_plan(struct recount *drill, struct session *session,
		      const char *scenario, const char *conduct)
{
	struct str path = arena_printf(&drill->arena,
				       "tests/dialogue/%s-%s.plan", scenario,
				       conduct);
	struct str bytes, line;
	struct error err;

	assert_true(file_read(&drill->arena, path, FILE_MAX_SCENARIO, &bytes,
			      &err));
	while (!session_ended(session) && str_cut(&bytes, '\n', &line)) {
		int act = str_starts_with(line, STR("act: ")) ?
			terms_find(&act_terms, str_slice(line, 5, line.len)) :
			-1;

		if (act >= 0)
			session_act(session, (enum act)act, &err);
		else if (str_starts_with(line, STR("you: ")))
			session_say(session, str_slice(line, 5, line.len), 0,
				    &err);
	}
}

static void play(struct recount *drill, size_t person, size_t round)
{
	const struct session_options options = {
		.seed = 7, .level = LEVEL_FIRM, .start = -1,
	};
	size_t index = person * ROUNDS + round;
	struct problems problems = { 0 };
	struct strbuf json = { 0 };
	const struct scenario *scenario =
		library_open(&drill->arena, str_from(scenarios[round]),
			     STR(""), embedded(), NULL, 0, &problems);

	drill->sessions[index] = session_new(scenario, &drill->rubric,
					     &options);
	play_plan(drill, drill->sessions[index], scenarios[round],
		  conducts[person]);
	drill->plays[index] = (struct group_play){
		.person = drill->people[person],
		.round = (unsigned)round + 1,
		.report = report_session(drill->sessions[index],
					 &drill->arena),
		.scenario = scenario->id,
		.scenario_hash = str_from(scenario->hash),
	};
	report_json(drill->plays[index].report, scenario->id, &json);
	drill->reports[index] = parsed(&json);
	strbuf_release(&json);
}

static int set_up(void **state)
{
	struct recount *drill = memory_new(sizeof(*drill));
	struct strbuf json = { 0 };
	struct error err;

	*drill = (struct recount){ 0 };
	*state = drill;
	if (!rubric_open(embedded()->rubric, &drill->rubric, &err))
		return -1;
	for (size_t i = 0; i < PEOPLE; i++)
		drill->people[i] = arena_printf(&drill->arena, "%s",
						conducts[i]);
	for (size_t i = 0; i < PEOPLE * ROUNDS; i++)
		play(drill, i / ROUNDS, i % ROUNDS);
	/* the room thinks nothing of an excellent second turn */
	drill->mark = (struct group_mark){
		.person = drill->people[0], .round = 1, .turn = 2,
	};
	drill->input = (struct group_input){
		.people = drill->people,
		.nr_people = PEOPLE,
		.plays = drill->plays,
		.nr_plays = PEOPLE * ROUNDS,
		.marks = &drill->mark,
		.nr_marks = 1,
	};
	drill->group = group_new(&drill->input, &drill->arena);
	group_json(drill->group, &json);
	drill->result = parsed(&json);
	strbuf_release(&json);
	group_markdown(drill->group, &drill->markdown);
	group_csv(drill->group, &drill->csv);
	return 0;
}

static int tear_down(void **state)
{
	struct recount *drill = *state;

	for (size_t i = 0; i < PEOPLE * ROUNDS; i++) {
		session_free(drill->sessions[i]);
		json_decref(drill->reports[i]);
	}
	json_decref(drill->result);
	strbuf_release(&drill->markdown);
	strbuf_release(&drill->csv);
	arena_release(&drill->arena);
	free(drill);
	return 0;
}

/* ---- counting again ------------------------------------------------------ */

static int number(const json_t *object, const char *key)
{
	return (int)json_integer_value(json_object_get(object, key));
}

static const char *string(const json_t *object, const char *key)
{
	const char *value = json_string_value(json_object_get(object, key));

	return value ? value : "";
}

/* The own turn of that number, or NULL. */
static const json_t *turn_of(const json_t *report, int turn)
{
	const json_t *turns = json_object_get(report, "turns");

	for (size_t i = 0; i < json_array_size(turns); i++) {
		const json_t *item = json_array_get(turns, i);

		if (json_is_object(item) && --turn == 0)
			return item;
	}
	return NULL;
}

/* How many findings of a behaviour there are, slips or good ones. */
static unsigned findings_of(const json_t *turn, const char *behaviour,
			    bool slip)
{
	const json_t *findings = json_object_get(turn, "findings");
	unsigned nr = 0;

	for (size_t i = 0; i < json_array_size(findings); i++) {
		const json_t *finding = json_array_get(findings, i);
		int points = number(finding, "points");

		nr += !strcmp(string(finding, "behaviour"), behaviour) &&
		      (slip ? points < 0 : points > 0);
	}
	return nr;
}

static bool names(const json_t *tally, size_t person)
{
	const json_t *who = json_object_get(tally, "who");
	char label[8];

	snprintf(label, sizeof(label), "P%u", (unsigned)person + 1);
	for (size_t i = 0; i < json_array_size(who); i++)
		if (!strcmp(json_string_value(json_array_get(who, i)), label))
			return true;
	return false;
}

/* A question that was talked round is told as unanswered, not as a slip. */
static bool is_told_as_unanswered(const struct recount *drill, size_t index,
				  int turn, const char *behaviour)
{
	const json_t *moments = json_object_get(drill->result, "moments");

	if (strcmp(behaviour, "dodge") && strcmp(behaviour, "evade"))
		return false;
	for (size_t i = 0; i < json_array_size(moments); i++) {
		const json_t *moment = json_array_get(moments, i);

		if (!strcmp(string(moment, "what"), "question") &&
		    number(moment, "turn") == turn &&
		    number(moment, "round") == (int)(index % ROUNDS) + 1 &&
		    names(moment, index / ROUNDS))
			return true;
	}
	return false;
}

struct count {
	bool did[PEOPLE], could[PEOPLE];
	unsigned times;
};

static void count_turn(const struct recount *drill, const json_t *tally,
		       size_t index, int turn, struct count *count)
{
	const json_t *item = turn_of(drill->reports[index], turn);
	const char *behaviour = string(tally, "what");
	bool slip = !strcmp(string(tally, "kind"), "slip");
	unsigned nr;

	count->could[index / ROUNDS] |= item != NULL;
	if (slip && is_told_as_unanswered(drill, index, turn, behaviour))
		return;
	nr = findings_of(item, behaviour, slip);
	count->times += nr;
	count->did[index / ROUNDS] |= nr > 0;
}

static struct count count_again(const struct recount *drill,
				const json_t *tally)
{
	int round = number(tally, "round"), turn = number(tally, "turn");
	struct count count = { 0 };

	for (size_t i = 0; i < PEOPLE * ROUNDS; i++) {
		if (round && i % ROUNDS + 1 != (size_t)round)
			continue;
		for (int t = turn ? turn : 1; t <= (turn ? turn : 99); t++)
			count_turn(drill, tally, i, t, &count);
	}
	return count;
}

static unsigned count_true(const bool *flags)
{
	unsigned nr = 0;

	for (size_t i = 0; i < PEOPLE; i++)
		nr += flags[i];
	return nr;
}

/* Slips and what went well: from findings alone. */
static unsigned recount(const struct recount *drill, const char *list)
{
	const json_t *tallies = json_object_get(drill->result, list);
	unsigned checked = 0;

	for (size_t i = 0; i < json_array_size(tallies); i++) {
		const json_t *tally = json_array_get(tallies, i);
		struct count count;

		if (!strcmp(string(tally, "kind"), "missed"))
			continue;
		count = count_again(drill, tally);
		assert_int_equal(number(tally, "people"),
				 count_true(count.did));
		assert_int_equal(number(tally, "of"), count_true(count.could));
		assert_int_equal(number(tally, "times"), count.times);
		for (size_t p = 0; p < PEOPLE; p++)
			assert_int_equal(names(tally, p), count.did[p]);
		checked++;
	}
	return checked;
}

static void test_findings_are_counted_right(void **state)
{
	const struct recount *drill = *state;

	assert_true(recount(drill, "done") > 10);
	assert_true(recount(drill, "missed") > 5);
	assert_true(recount(drill, "moments") > 10);
}

/* What was left out has to be seen from the turn itself: asked, and nothing
 * of what would have met it found. */
static void test_what_was_left_out_is_counted_right(void **state)
{
	const struct recount *drill = *state;
	const json_t *moments = json_object_get(drill->result, "moments");
	unsigned checked = 0;

	for (size_t i = 0; i < json_array_size(moments); i++) {
		const json_t *moment = json_array_get(moments, i);
		int round = number(moment, "round");
		int number_of = number(moment, "turn");

		if (strcmp(string(moment, "what"), "complaint"))
			continue;
		for (size_t p = 0; p < PEOPLE; p++) {
			const json_t *turn = turn_of(drill->reports[
				p * ROUNDS + (size_t)round - 1], number_of);

			if (!names(moment, p))
				continue;
			assert_false(json_is_null(json_object_get(
				json_object_get(turn, "principles"),
				"teachable")));
			assert_int_equal(findings_of(turn, "ownership", false),
					 0);
			assert_int_equal(findings_of(turn, "apology", false),
					 0);
			checked++;
		}
	}
	assert_true(checked > 2);
}

/* Most people first. */
static void test_most_people_come_first(void **state)
{
	const struct recount *drill = *state;
	const json_t *moments = json_object_get(drill->result, "moments");

	for (size_t i = 1; i < json_array_size(moments); i++)
		assert_true(number(json_array_get(moments, i - 1), "people") >=
			    number(json_array_get(moments, i), "people"));
}

/* What to practise is what the slips and omissions under it add up to. */
static void test_what_to_practise_adds_up(void **state)
{
	const struct recount *drill = *state;
	const json_t *practise = json_object_get(drill->result, "practise");
	const json_t *missed = json_object_get(drill->result, "missed");

	assert_in_range(json_array_size(practise), 2, 3);
	for (size_t i = 0; i < json_array_size(practise); i++) {
		const json_t *topic = json_array_get(practise, i);
		bool who[PEOPLE] = { false };
		int times = 0;

		for (size_t m = 0; m < json_array_size(missed); m++) {
			const json_t *tally = json_array_get(missed, m);

			if (strcmp(string(tally, "practise"),
				   string(topic, "practise")))
				continue;
			times += number(tally, "times");
			for (size_t p = 0; p < PEOPLE; p++)
				who[p] |= names(tally, p);
		}
		assert_int_equal(number(topic, "times"), times);
		assert_int_equal(number(topic, "people"), count_true(who));
		assert_int_equal(number(topic, "of"), PEOPLE);
	}
}

/* ---- the tables ---------------------------------------------------------- */

static json_t *principle_of(const json_t *report, int principle)
{
	return json_object_get(json_object_get(report, "principles"),
			       principle_terms.names[principle]);
}

/* The mean as the sheet shows it: "66 ", or ". " where nothing counts. */
static void expect_mean(const struct recount *drill, size_t from, size_t end,
			int principle, struct strbuf *row)
{
	int sum = 0, nr = 0;

	for (size_t i = from; i < end; i++) {
		json_t *score = principle_of(drill->reports[i], principle);

		if (json_is_null(score))
			continue;
		sum += (int)json_integer_value(score);
		nr++;
	}
	if (nr)
		strbuf_addf(row, " %d ", (sum + nr / 2) / nr);
	else
		strbuf_add(row, STR(" . "));
}

/* The row of the sheet's table that begins with this label. */
static struct str row_of(const struct recount *drill, const char *label)
{
	struct str sheet = strbuf_str(&drill->markdown);
	size_t start = str_find(sheet, STR("## Principles"), 0);
	struct strbuf head = { 0 };
	struct str row;

	strbuf_addf(&head, "\n| %s |", label);
	start = str_find(sheet, strbuf_str(&head), start) + head.len;
	strbuf_release(&head);
	row = str_slice(sheet, start, str_find(sheet, STR("\n"), start));
	assert_true(row.len > 0);
	return row;
}

static void check_row(const struct recount *drill, const char *label,
		      size_t from, size_t end)
{
	struct str row = row_of(drill, label), cell;

	for (int p = 0; p < PRINCIPLE_NR; p++) {
		struct strbuf mean = { 0 };

		expect_mean(drill, from, end, p, &mean);
		assert_true(str_cut(&row, '|', &cell));
		if (!str_starts_with(cell, strbuf_str(&mean)))
			fail_msg("%s: '" STR_FMT "' is not '%s'", label,
				 STR_ARG(cell), mean.ptr);
		strbuf_release(&mean);
	}
}

static void test_the_heat_map_is_the_mean_of_the_plays(void **state)
{
	const struct recount *drill = *state;
	char label[8];

	for (size_t i = 0; i < PEOPLE; i++) {
		snprintf(label, sizeof(label), "P%u", (unsigned)i + 1);
		check_row(drill, label, i * ROUNDS, (i + 1) * ROUNDS);
	}
	check_row(drill, "all", 0, PEOPLE * ROUNDS);
}

static void test_every_row_of_the_table_is_of_its_play(void **state)
{
	const struct recount *drill = *state;
	struct str rest = strbuf_str(&drill->csv), row;
	size_t nr = 0;

	str_cut(&rest, '\n', &row);
	while (str_cut(&rest, '\n', &row) && row.len) {
		const json_t *report = drill->reports[nr / PRINCIPLE_NR];
		int principle = (int)(nr % PRINCIPLE_NR);
		struct strbuf part = { 0 };

		strbuf_addf(&part, "\"yes\",\"%s\",",
			    principle_terms.names[principle]);
		if (!json_is_null(principle_of(report, principle)))
			strbuf_addf(&part, "%d",
				    (int)json_integer_value(principle_of(
					    report, principle)));
		strbuf_addf(&part, ",%d,", number(report, "score"));
		assert_true(str_find(row, strbuf_str(&part), 0) < row.len);
		strbuf_release(&part);
		nr++;
	}
	assert_int_equal(nr, PEOPLE * ROUNDS * PRINCIPLE_NR);
}

/* ---- the quotations ------------------------------------------------------ */

static bool was_found(const struct recount *drill, unsigned round, int turn,
		      int points, const char *rule)
{
	for (size_t i = round - 1; i < PEOPLE * ROUNDS; i += ROUNDS) {
		const json_t *findings = json_object_get(
			turn_of(drill->reports[i], turn), "findings");

		for (size_t f = 0; f < json_array_size(findings); f++) {
			const json_t *finding = json_array_get(findings, f);

			if (number(finding, "points") == points &&
			    (!rule || !strcmp(string(finding, "rule"), rule)))
				return true;
		}
	}
	return false;
}

/* "\[kind.validates\]", with the escapes of Markdown, at the end. */
static void rule_at_end(struct str line, char rule[64])
{
	size_t at = line.len, nr = 0;

	while (at && line.ptr[at - 1] != '[')
		at--;
	for (; at < line.len && line.ptr[at] != ']' && nr < 63; at++)
		if (line.ptr[at] != '\\')
			rule[nr++] = line.ptr[at];
	rule[nr] = '\0';
}

static void test_every_quotation_was_said_and_earned_that(void **state)
{
	const struct recount *drill = *state;
	struct str rest = strbuf_str(&drill->markdown), line;
	unsigned best = 0, slips = 0;

	while (str_cut(&rest, '\n', &line)) {
		struct strbuf text = { 0 };
		unsigned round;
		int turn, points;

		strbuf_add(&text, line);
		if (sscanf(text.ptr ? text.ptr : "",
			   "   Round %u, turn %d, %d", &round, &turn,
			   &points) == 3) {
			char rule[64];

			rule_at_end(line, rule);
			assert_true(was_found(drill, round, turn, points,
					      points > 0 ? rule : NULL));
			best += points > 0;
			slips += points < 0;
		}
		strbuf_release(&text);
	}
	assert_int_equal(best, 7);
	assert_in_range(slips, 3, 5);
}

/* ---- what goes elsewhere ------------------------------------------------- */

static void test_disagreements_can_be_calibrated_with(void **state)
{
	struct recount *drill = *state;
	struct strbuf lines = { 0 };
	struct calibration calibration;
	struct error err;
	struct str rest, line;
	unsigned nr = 0, found = 0;

	group_disagreements(drill->group, &lines);
	calibration_init(&calibration, &drill->rubric, &drill->arena);
	rest = strbuf_str(&lines);
	while (str_cut(&rest, '\n', &line) && line.len)
		assert_true(jsonl_labelled(&calibration, line, ++nr,
					   &drill->arena, &err));
	/* the rules are found there again, wrongly, as the room has it */
	assert_true(nr > 2);
	for (size_t i = 0; i < calibration.nr_tallies; i++)
		found += calibration.tallies[i].wrong.nr > 0;
	assert_true(found > 2);
	strbuf_release(&lines);
}

/* Names go, words of the language that are names, too, stay in small
 * letters. */
static void test_will_is_a_word(void **state)
{
	struct recount *drill = *state;
	static const struct spoken lines[] = {
		{ .mine = true, .channel = CHANNEL_CALL, .stage = STAGE_MIDDLE,
		  .text = { "I will call you. Will Okri, will okri.", 38 } },
	};
	const struct talk_setting setting = { .kind = KIND_OTHER };
	struct str person = STR("Will Okri");
	struct strbuf out = { 0 };
	struct group_play play = { .person = person, .round = 1 };
	struct group_input input = {
		.people = &person,
		.nr_people = 1,
		.plays = &play,
		.nr_plays = 1,
	};
	struct rubric rubric = drill->rubric;

	rubric.spelling = embedded()->spelling;
	play.report = report_spoken(&rubric, &setting, lines, 1, STR("A call"),
				    &drill->arena);
	group_person(group_new(&input, &drill->arena), 0, &out);
	/* a first name and a family name are one person */
	assert_non_null(strstr(out.ptr, "I will call you. \\[name\\], "
			       "will \\[name\\]."));
	strbuf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_findings_are_counted_right),
		cmocka_unit_test(test_what_was_left_out_is_counted_right),
		cmocka_unit_test(test_most_people_come_first),
		cmocka_unit_test(test_what_to_practise_adds_up),
		cmocka_unit_test(test_the_heat_map_is_the_mean_of_the_plays),
		cmocka_unit_test(test_every_row_of_the_table_is_of_its_play),
		cmocka_unit_test(test_every_quotation_was_said_and_earned_that),
		cmocka_unit_test(test_disagreements_can_be_calibrated_with),
		cmocka_unit_test(test_will_is_a_word),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
