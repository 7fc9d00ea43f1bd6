/*
 * What a group counts, rule by rule, on small talks and a rubric of a few
 * words; and its sheets and tables, byte for byte (tests/data/group).
 *
 * A talk is written as lines: "< ..." the client, "> ..." oneself. The words
 * that count: "my fault" owns it, "sorry" apologises, "your people" blames,
 * "that must hurt" is empathy, "by noon" is a date, "whatever" dodges,
 * "synergy" is jargon, "here is how" is a next step; a client who says "late"
 * complains, "furious" is angry.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rehearse/group.h"

static const struct {
	const char *id, *find, *says, *rewrite;
	enum principle principle;
	int points;
	enum behaviour behaviour;
} rules[] = {
	{ "teachable.owns", "my fault", "You owned it.", "",
	  PRINCIPLE_TEACHABLE, +20, BEHAVIOUR_OWNERSHIP },
	{ "teachable.sorry", "sorry", "You were sorry.", "",
	  PRINCIPLE_TEACHABLE, +10, BEHAVIOUR_APOLOGY },
	{ "kind.blames", "your people", "You blamed them.",
	  "Our part first: I {action: what you did}.", PRINCIPLE_KIND, -30,
	  BEHAVIOUR_BLAME },
	{ "kind.hurts", "that must hurt", "You said what it is like.", "",
	  PRINCIPLE_KIND, +30, BEHAVIOUR_EMPATHY },
	{ "direct.dated", "by noon", "You gave a time.", "", PRINCIPLE_DIRECT,
	  +20, BEHAVIOUR_DATED_COMMITMENT },
	{ "direct.dodges", "whatever", "You dodged.", "[the answer].",
	  PRINCIPLE_DIRECT, -20, BEHAVIOUR_DODGE },
	{ "direct.jargon", "synergy", "An office word.", "Say it plainly.",
	  PRINCIPLE_DIRECT, -10, BEHAVIOUR_JARGON },
	{ "together.step", "here is how", "You said how.", "",
	  PRINCIPLE_TOGETHER, +20, BEHAVIOUR_NEXT_STEP },
};

static struct source_strs one_pattern(struct arena *arena, const char *find)
{
	struct source_str *items = ARENA_NEW(arena, struct source_str);

	items->text = str_from(find);
	return (struct source_strs){ items, 1, 1 };
}

static uint64_t situation(const char *name)
{
	return (uint64_t)1 << terms_find(&situation_terms, str_from(name));
}

static struct rubric_source small_rubric(struct arena *arena)
{
	struct rubric_source source = {
		.path = STR("words"),
		.id = STR("words"),
		.version = 1,
		.nr_rules = ARRAY_LEN(rules),
		.rules = ARENA_ARRAY(arena, struct rule_source,
				     ARRAY_LEN(rules)),
	};

	for (int p = 0; p < PRINCIPLE_NR; p++) {
		source.targets[p] = 50;
		for (int k = 0; k < KIND_NR; k++)
			source.weights[k][p] = p < 2 ? 20 : 12;
	}
	source.client[CLIENT_COMPLAINT] = one_pattern(arena, "late");
	source.client[CLIENT_ANGER] = one_pattern(arena, "furious");
	source.expected[PRINCIPLE_TEACHABLE] = situation("complaint");
	source.expected[PRINCIPLE_KIND] = situation("anger");
	for (size_t i = 0; i < ARRAY_LEN(rules); i++)
		source.rules[i] = (struct rule_source){
			.id.text = str_from(rules[i].id),
			.principle = (int)rules[i].principle,
			.points = rules[i].points,
			.behaviour = (int)rules[i].behaviour,
			.find = one_pattern(arena, rules[i].find),
			.says = str_from(rules[i].says),
			.rewrite = str_from(rules[i].rewrite),
			.measure = -1,
			.on = true,
		};
	return source;
}

enum { PLAYS_MAX = 16 };

struct room {
	struct arena arena;
	struct rubric rubric;
	struct talk_setting setting;
	struct str people[8];
	struct group_round rounds[2];
	struct group_play plays[PLAYS_MAX];
	struct group_mark marks[4];
	struct str questions[2];
	struct group_input input;
	struct strbuf out;
};

static int set_up(void **state)
{
	struct room *room = memory_new(sizeof(*room));
	struct problems problems = { 0 };
	struct rubric_source source;
	struct str image;
	struct error err;
	bool made;

	*room = (struct room){
		.setting = { .kind = KIND_BAD_NEWS, .fault = FAULT_YOURS },
		.rounds = { { STR("The late van"), 55 },
			    { STR("The dented van"), -1 } },
	};
	room->input = (struct group_input){
		.title = STR("Vans"),
		.people = room->people,
		.rounds = room->rounds,
		.nr_rounds = 1,
		.plays = room->plays,
		.marks = room->marks,
	};
	*state = room;
	source = small_rubric(&room->arena);
	made = rubric_compile(&room->arena, &source, &image, &problems);
	return made && rubric_open(image, &room->rubric, &err) ? 0 : -1;
}

static int tear_down(void **state)
{
	struct room *room = *state;

	strbuf_release(&room->out);
	arena_release(&room->arena);
	free(room);
	return 0;
}

static void joins(struct room *room, const char *name)
{
	room->people[room->input.nr_people++] = str_from(name);
}

/* Lines "< client" and "> me". */
static const struct report *talk_of(struct room *room, const char *text)
{
	struct str rest = str_from(text), line;
	struct spoken *lines = ARENA_ARRAY(&room->arena, struct spoken, 16);
	size_t nr = 0;

	while (str_cut(&rest, '\n', &line))
		lines[nr++] = (struct spoken){
			.mine = line.ptr[0] == '>',
			.speaker = line.ptr[0] == '>' ? STR("You") :
							STR("Dana"),
			.text = str_slice(line, 2, line.len),
			.channel = CHANNEL_CALL,
			.stage = STAGE_MIDDLE,
		};
	return report_spoken(&room->rubric, &room->setting, lines, nr,
			     STR("A talk"), &room->arena);
}

static struct group_play *plays(struct room *room, const char *name,
				unsigned round, const char *text)
{
	struct group_play *play = &room->plays[room->input.nr_plays++];

	*play = (struct group_play){
		.person = str_from(name),
		.round = round,
		.report = talk_of(room, text),
		.scenario = STR("van"),
		.scenario_hash = STR("sha256:1"),
		.rubric_hash = STR("sha256:2"),
	};
	return play;
}

static struct group *group_of(struct room *room)
{
	return group_new(&room->input, &room->arena);
}

typedef void writer(const struct group *group, struct strbuf *out);

static const char *written(struct room *room, writer *write)
{
	strbuf_truncate(&room->out, 0);
	strbuf_add(&room->out, STR(""));
	write(group_of(room), &room->out);
	return room->out.ptr;
}

static void assert_has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("'%s' is not in:\n%s", part, text);
}

static void assert_lacks(const char *text, const char *part)
{
	if (strstr(text, part))
		fail_msg("'%s' is in:\n%s", part, text);
}

/* ---- what is counted ----------------------------------------------------- */

static void test_counts_a_slip_once_a_person(void **state)
{
	struct room *room = *state;
	const char *json;

	joins(room, "Ana");
	joins(room, "Ben");
	plays(room, "Ana", 1, "> Your people.\n> Your people.");
	plays(room, "Ben", 1, "> Here is how.\n> Your people did it.");
	json = written(room, group_json);
	assert_has(json, "{\"kind\":\"slip\",\"what\":\"blame\",\"says\":"
		   "\"put it on the client or on somebody else\","
		   "\"practise\":\"own\",\"people\":2,\"of\":2,\"times\":3,"
		   "\"who\":[\"P1\",\"P2\"]}");
	assert_has(json, "\"round\":1,\"turn\":1,\"people\":1,\"of\":2,"
		   "\"times\":1,\"who\":[\"P1\"]}");
	assert_has(json, "\"round\":1,\"turn\":2,\"people\":2,\"of\":2,"
		   "\"times\":2,\"who\":[\"P1\",\"P2\"]}");
}

static void test_counts_of_those_who_came_so_far(void **state)
{
	struct room *room = *state;

	joins(room, "Ana");
	joins(room, "Ben");
	joins(room, "Chidi");
	plays(room, "Ana", 1, "> One.\n> Synergy.");
	plays(room, "Ben", 1, "> One.");
	plays(room, "Chidi", 1, "> One.\n> Synergy.");
	assert_has(written(room, group_json), "\"turn\":2,\"people\":2,"
		   "\"of\":2,\"times\":2,\"who\":[\"P1\",\"P3\"]");
	assert_has(written(room, group_markdown), "- **2 of 2** used words "
		   "from inside the office at turn 2.");
}

static void test_counts_of_those_who_were_asked(void **state)
{
	struct room *room = *state;
	const char *json;

	joins(room, "Ana");
	joins(room, "Ben");
	joins(room, "Chidi");
	plays(room, "Ana", 1, "< When?\n> Whatever.");
	plays(room, "Ben", 1, "< When?\n> By noon.");
	plays(room, "Chidi", 1, "< Go on.\n> Whatever.");
	json = written(room, group_json);
	assert_has(json, "\"what\":\"question\",\"says\":\"did not answer the "
		   "direct question\",\"practise\":\"answer\",\"round\":1,\"turn\":1,\"people\":1,"
		   "\"of\":2,\"times\":1,\"who\":[\"P1\"]");
	/* said once, as what was left out; where nobody asked it is a slip */
	assert_has(json, "\"what\":\"dodge\",\"says\":\"talked round a "
		   "question\",\"practise\":\"answer\",\"round\":1,\"turn\":1,\"people\":1,\"of\":3,"
		   "\"times\":1,\"who\":[\"P3\"]");
}

static void test_what_was_called_for_may_be_met_in_other_ways(void **state)
{
	struct room *room = *state;
	const char *json;

	joins(room, "Ana");
	joins(room, "Ben");
	plays(room, "Ana", 1, "< It is late.\n> Here is how.");
	plays(room, "Ben", 1, "< It is late.\n> That must hurt.");
	json = written(room, group_json);
	assert_has(json, "\"what\":\"complaint\",\"says\":\"did not take up "
		   "the complaint\",\"practise\":\"own\",\"round\":1,\"turn\":1,\"people\":1,"
		   "\"of\":2,\"times\":1,\"who\":[\"P1\"]");
	assert_lacks(json, "\"what\":\"feeling\"");
}

static void test_no_date_in_the_first_two_turns(void **state)
{
	struct room *room = *state;

	joins(room, "Ana");
	joins(room, "Ben");
	joins(room, "Chidi");
	joins(room, "Dee");
	plays(room, "Ana", 1, "> One.\n> Two.\n> By noon.");
	plays(room, "Ben", 1, "> One.\n> By noon.\n> Three.");
	/* any time named will do */
	plays(room, "Chidi", 1, "> One.\n> It comes on Friday.");
	/* who never got to two turns is not counted */
	plays(room, "Dee", 1, "> One.");
	assert_has(written(room, group_json), "\"what\":\"no-date\","
		   "\"says\":\"gave no date in their first two turns\","
		   "\"practise\":\"date\","
		   "\"round\":1,\"people\":1,\"of\":3,\"times\":1,"
		   "\"who\":[\"P1\"]");
	room->setting.kind = KIND_BOUNDARY;
	room->input.nr_plays = 0;
	plays(room, "Ana", 1, "> One.\n> Two.");
	assert_lacks(written(room, group_markdown), "gave no date");
}

static void test_who_is_not_at_fault_owns_nothing(void **state)
{
	struct room *room = *state;

	joins(room, "Ana");
	plays(room, "Ana", 1, "> One.\n> Two.\n> Three.");
	assert_has(written(room, group_markdown), "never owned their part");
	room->setting.fault = FAULT_THEIRS;
	room->input.nr_plays = 0;
	plays(room, "Ana", 1, "> One.\n> Two.\n> Three.");
	assert_lacks(written(room, group_markdown), "never owned their part");
}

static void test_what_was_objected_to_is_not_counted(void **state)
{
	struct room *room = *state;
	const struct waiver waiver = { .turn = 1, .rule = 6 };
	struct report *report;
	const char *markdown;

	joins(room, "Ana");
	report = ARENA_NEW(&room->arena, struct report);
	*report = *plays(room, "Ana", 1, "> Synergy.\n> Synergy.")->report;
	assert_has(written(room, group_markdown), "inside the office, 2 times");
	report->waivers = &waiver;
	report->nr_waivers = 1;
	room->plays[0].report = report;
	markdown = written(room, group_markdown);
	assert_has(markdown, "inside the office, 1 time.");
	assert_has(markdown, "1 finding was objected to");
}

static void test_practises_what_most_people_miss(void **state)
{
	struct room *room = *state;
	const char *markdown;

	joins(room, "Ana");
	joins(room, "Ben");
	joins(room, "Chidi");
	plays(room, "Ana", 1, "> Synergy synergy synergy.");
	plays(room, "Ben", 1, "< When?\n> Whatever.");
	plays(room, "Chidi", 1, "< When?\n> Whatever.");
	markdown = written(room, group_markdown);
	/* what only one of three does is not for the team */
	assert_has(markdown, "1. **Answer first, then explain.** 2 of 3 "
		   "people, 2 times: 2 did not answer the direct question.");
	assert_lacks(markdown, "kitchen table");
	/* and it comes first */
	assert_true(strstr(markdown, "Practise next") <
		    strstr(markdown, "Turn by turn"));
}

static void test_nothing_missed_is_said(void **state)
{
	struct room *room = *state;

	joins(room, "Ana");
	plays(room, "Ana", 1, "> My fault. By noon.");
	assert_has(written(room, group_markdown), "Nothing was missed");
	room->input.nr_plays = room->input.nr_people = 0;
	assert_has(written(room, group_markdown), "0 people, 1 round.");
	written(room, group_html);
	written(room, group_csv);
	written(room, group_json);
}

/* ---- sentences ----------------------------------------------------------- */

static void test_quotes_the_sentence_that_earned_most(void **state)
{
	struct room *room = *state;
	const char *markdown;

	joins(room, "Ana");
	joins(room, "Ben");
	plays(room, "Ana", 1, "> Well then. The van was my fault and mine "
	      "alone. Goodbye.");
	/* a slip in the same sentence, and a turn that did badly */
	plays(room, "Ben", 1, "> It is my fault, though your people called.");
	markdown = written(room, group_markdown);
	assert_has(markdown, "- \"The van was my fault and mine alone.\"\\\n"
		   "   Round 1, turn 1, +20 for teachable: You owned it. "
		   "\\[teachable.owns\\]");
	assert_has(markdown, "Round 1, turn 1, -30: \"It is my fault, though "
		   "your people called.\"\\\n   **Try:** Our part first: I "
		   "\\[what you did\\].");
}

static void test_a_short_sentence_takes_its_neighbour_along(void **state)
{
	struct room *room = *state;

	joins(room, "Ana");
	plays(room, "Ana", 1, "> It is late. My fault. It comes.");
	assert_has(written(room, group_markdown),
		   "- \"It is late. My fault.\"");
}

/* ---- the room's marks ---------------------------------------------------- */

static void mark(struct room *room, const char *name, int turn, int principle,
		 int value)
{
	struct group_mark *m = &room->marks[room->input.nr_marks++];

	m->person = str_from(name);
	m->round = 1;
	m->turn = turn;
	for (int p = 0; p < PRINCIPLE_NR; p++)
		m->marks[p] = p == principle ? value : GROUP_UNMARKED;
}

static void test_two_steps_apart_is_a_disagreement(void **state)
{
	struct room *room = *state;
	const char *json;

	joins(room, "Ana");
	/* teachable 70 is step 3 of 0..4 */
	plays(room, "Ana", 1, "< Late.\n> My fault.\n< Hm.\n> Nothing.");
	mark(room, "Ana", 1, PRINCIPLE_TEACHABLE, 2);
	assert_has(written(room, group_json), "\"disagreements\":[]");
	mark(room, "Ana", 1, PRINCIPLE_TEACHABLE, 1);
	mark(room, "Ana", 2, PRINCIPLE_KIND, 4);
	json = written(room, group_json);
	assert_has(json, "{\"person\":\"P1\",\"round\":1,\"turn\":1,"
		   "\"principle\":\"teachable\",\"room\":1,\"rules\":3,"
		   "\"score\":70}");
	/* where nothing was found the rules say neither good nor bad */
	assert_has(json, "\"principle\":\"kind\",\"room\":4,\"rules\":2,"
		   "\"score\":null}");
	assert_has(written(room, group_markdown), "- **teachable.owns** the "
		   "room marked lower 1 time.");
	assert_has(written(room, group_markdown), "- **No rule found "
		   "anything:** the room marked higher 1 time.");
}

static void test_marks_of_nobody_are_ignored(void **state)
{
	struct room *room = *state;

	joins(room, "Ana");
	plays(room, "Ana", 1, "> My fault.");
	mark(room, "Zoe", 1, PRINCIPLE_TEACHABLE, 0);
	mark(room, "Ana", 9, PRINCIPLE_TEACHABLE, 0);
	mark(room, "Ana", 1, PRINCIPLE_TEACHABLE, 7);
	assert_string_equal(written(room, group_disagreements), "");
}

/* ---- who, and what cannot be compared ------------------------------------ */

static void test_other_hashes_warn(void **state)
{
	struct room *room = *state;

	joins(room, "Ana");
	joins(room, "Ben");
	plays(room, "Ana", 1, "> My fault.");
	plays(room, "Ben", 1, "> My fault.");
	assert_has(written(room, group_json), "\"warnings\":[]");
	room->plays[1].scenario_hash = STR("sha256:9");
	assert_has(written(room, group_markdown), "> **Note:** Round 1: P2 "
		   "played another scenario, or another version of it, than "
		   "P1;");
	assert_has(written(room, group_json), "\"warnings\":[\"Round 1: P2");
	room->plays[1].scenario_hash = STR("sha256:1");
	room->plays[1].rubric_hash = STR("sha256:8");
	assert_has(written(room, group_html), "Round 1: P2 was judged by "
		   "another rubric than P1 in round 1;");
}

static void test_attendance_is_told(void **state)
{
	struct room *room = *state;
	const char *markdown;

	joins(room, "Ana");
	joins(room, "Ben");
	joins(room, "Chidi");
	room->input.nr_rounds = 2;
	plays(room, "Ana", 1, "> My fault.");
	plays(room, "Ben", 1, "> Your people.");
	plays(room, "Ana", 2, "> My fault.");
	/* strangers and rounds that are none */
	plays(room, "Zoe", 1, "> My fault.");
	plays(room, "Ben", 0, "> My fault.");
	markdown = written(room, group_markdown);
	assert_has(markdown, "- **Round 1** The late van: 2 of 3 played, 1 of "
		   "2 reached 55.");
	assert_has(markdown, "- **Round 2** The dented van: 1 of 3 played.");
	assert_has(markdown, "- **Played no round:** P3");
	assert_has(markdown, "| P2 | 20 below | not played |");
}

static void test_the_last_play_counts(void **state)
{
	struct room *room = *state;

	joins(room, "Ana");
	plays(room, "Ana", 1, "> Your people.");
	plays(room, "Ana", 1, "> My fault.");
	assert_has(written(room, group_markdown), "| P1 | 70 reached |");
}

static void test_heat_is_the_mean_of_rounds(void **state)
{
	struct room *room = *state;
	const char *markdown;

	joins(room, "Ana");
	joins(room, "Ben");
	plays(room, "Ana", 1, "> My fault.");
	plays(room, "Ana", 2, "> Nothing. Sorry.");
	plays(room, "Ben", 1, "> My fault. By noon.");
	markdown = written(room, group_markdown);
	assert_has(markdown, "| P1 | . | . | . | . | . | . | 65 o |");
	assert_has(markdown, "| P2 | 70 + | . | . | . | . | . | 70 + |");
	assert_has(markdown, "| all | 70 + | . | . | . | . | . | 67 o |");
}

static const struct {
	const char *name;
	writer *write;
} writers[] = {
	{ "markdown", group_markdown }, { "html", group_html },
	{ "csv", group_csv },           { "moodle", group_moodle },
	{ "json", group_json },         { "jsonl", group_disagreements },
};

static void test_names_stay_in_the_room(void **state)
{
	struct room *room = *state;
	static const char *const names[] = {
		"Ana", "ana", "ANA", "Sousa", "Ben", "Will",
	};

	joins(room, "Ana de Sousa");
	joins(room, "Ben");
	joins(room, "Will");
	room->input.title = STR("Ana's hour");
	room->rounds[0].title = STR("Ben rings");
	room->input.questions = &room->input.title;
	room->input.nr_questions = 1;
	plays(room, "Ana de Sousa", 1, "< Late, Ana?\n> ana sousa: my fault. "
	      "I am ANA, by noon. Promise, says Ben.\n> Your people, de Ana.");
	plays(room, "Ben", 1, "> Will, my fault it is, not Ben's.");
	plays(room, "Will", 1, "> Sorry, Ana Sousa.");
	mark(room, "Ana de Sousa", 1, PRINCIPLE_TEACHABLE, 0);
	for (size_t i = 0; i < ARRAY_LEN(writers); i++)
		for (size_t n = 0; n < ARRAY_LEN(names); n++)
			assert_lacks(written(room, writers[i].write), names[n]);
	strbuf_truncate(&room->out, 0);
	group_person(group_of(room), 0, &room->out);
	for (size_t n = 0; n < ARRAY_LEN(names); n++)
		assert_lacks(room->out.ptr, names[n]);
	assert_has(room->out.ptr, "de \\[name\\]");
	/* a first name and a family name are one person */
	assert_lacks(room->out.ptr, "name\\] \\[name");
	room->input.names = true;
	assert_has(written(room, group_markdown), "Ana's hour");
	assert_has(written(room, group_csv), "\"Ana de Sousa\",1,\"Ben rings\"");
}

/* ---- hostile text -------------------------------------------------------- */

static void test_hostile_text_is_only_text(void **state)
{
	struct room *room = *state;
	char *word = memory_new(201);
	const char *text;

	memset(word, 'w', 200);
	word[200] = '\0';
	joins(room, "<script>alert(1)</script>");
	joins(room, "=cmd|' /C calc'!A0");
	joins(room, "");
	joins(room, "a\nb,\"c\"\x1b[31m");
	joins(room, word);
	joins(room, " @SUM(1)");
	room->input.names = true;
	room->input.title = STR("# <b>&\x1b[2J");
	for (size_t i = 0; i < room->input.nr_people; i++) {
		struct group_play *play = plays(room, "", 1,
			"> My fault </p><img src=x onerror=y> `*_x_*` |.\n"
			"> Your people, \x1b]0;title\x07 said.");

		play->person = room->people[i];
	}
	text = written(room, group_html);
	assert_lacks(text, "<script");
	assert_lacks(text, "<img");
	assert_lacks(text, "http://");
	assert_lacks(text, "https://");
	assert_lacks(text, "\x1b");
	assert_has(text, "&lt;script&gt;alert(1)&lt;/script&gt;");
	assert_has(text, "<th scope=\"row\">P3</th>");
	text = written(room, group_markdown);
	assert_lacks(text, "<script");
	assert_lacks(text, "\x1b");
	assert_has(text, "# \\# &lt;b&gt;&amp;^\\[\\[2J\n");
	assert_has(text, "\\`\\*\\_x\\_\\*\\` \\|.");
	text = written(room, group_csv);
	assert_has(text, "\r\n\"'=cmd|' /C calc'!A0\",1,");
	assert_has(text, "\r\n\"' @SUM(1)\",1,");
	assert_has(text, "\r\n\"a b,\"\"c\"\"^[[31m\",1,");
	assert_has(text, "\r\n\"P3\",1,");
	assert_has(written(room, group_moodle), "\r\n\"'=cmd|' /C calc'!A0\",");
	assert_lacks(written(room, group_json), "\x1b");
	free(word);
}

static size_t widest_line(const char *text)
{
	size_t widest = 0, width = 0;

	for (; *text; text++) {
		width = *text == '\n' ? 0 : width + 1;
		widest = width > widest ? width : widest;
	}
	return widest;
}

static void test_text_keeps_to_the_width(void **state)
{
	static const unsigned widths[] = { 30, 40, 80, 120 };
	struct room *room = *state;
	char *word = memory_new(201);

	memset(word, 'w', 200);
	word[200] = '\0';
	joins(room, "Ana");
	joins(room, word);
	room->input.names = true;
	plays(room, "Ana", 1, "> My fault.\n> Your people, your people.");
	plays(room, word, 1, "> Whateverwhateverwhateverwhateverwhateverwhat"
	      " synergy, my fault.");
	for (size_t i = 0; i < ARRAY_LEN(widths); i++) {
		strbuf_truncate(&room->out, 0);
		group_text(group_of(room), widths[i], &room->out);
		assert_in_range(widest_line(room->out.ptr), 1, widths[i]);
	}
	free(word);
}

/* ---- byte for byte ------------------------------------------------------- */

static void a_drill_of_two_rounds(struct room *room)
{
	joins(room, "Ana");
	joins(room, "Ben");
	joins(room, "Chidi");
	joins(room, "Dee");
	room->input.nr_rounds = 2;
	room->input.minutes = 20;
	room->questions[0] = STR("Which turn did most of us dodge?");
	room->questions[1] = STR("What will you try on a real call?");
	room->input.questions = room->questions;
	room->input.nr_questions = ARRAY_LEN(room->questions);
	plays(room, "Ana", 1, "< The van is late. When?\n> My fault, and "
	      "nobody else's. You have it by noon.\n< I am furious.\n> That "
	      "must hurt. Here is how it goes on.\n< Fine.\n> Goodbye.");
	plays(room, "Ben", 1, "< The van is late. When?\n> Whatever.\n< I am "
	      "furious.\n> Ben says: your people loaded it.\n< What?\n> "
	      "Whatever you say.");
	plays(room, "Chidi", 1, "< The van is late. When?\n> Whatever. We "
	      "have synergy.\n< I am furious.\n> Well.");
	plays(room, "Ana", 2, "< There is a dent.\n> Sorry.\n< And now?\n> "
	      "Here is how.\n< Good.\n> Bye.");
	plays(room, "Ben", 2, "< There is a dent.\n> Your people drove.");
	mark(room, "Ana", 2, PRINCIPLE_KIND, 1);
	mark(room, "Ben", 2, PRINCIPLE_KIND, 3);
}

static const char *read_golden(struct room *room, const char *path)
{
	enum { MOST = 1 << 16 };
	char *bytes = ARENA_ARRAY(&room->arena, char, MOST);
	FILE *file = fopen(path, "rb");

	if (!file)
		return "";
	bytes[fread(bytes, 1, MOST - 1, file)] = '\0';
	fclose(file);
	return bytes;
}

/* ACCEPT=1 in the environment takes what is written as right. */
static void assert_golden(struct room *room, const char *path)
{
	const struct strbuf *out = &room->out;

	if (getenv("ACCEPT")) {
		FILE *file = fopen(path, "wb");

		assert_non_null(file);
		fwrite(out->ptr, 1, out->len, file);
		fclose(file);
	}
	if (strcmp(read_golden(room, path), out->ptr))
		fail_msg("%s is not what is written:\n%s", path, out->ptr);
}

static void test_writes_what_it_wrote(void **state)
{
	static const char *const paths[] = {
		"tests/data/group/sheet.md", "tests/data/group/sheet.html",
		"tests/data/group/results.csv", "tests/data/group/moodle.csv",
		"tests/data/group/results.json",
		"tests/data/group/disagreements.jsonl",
	};
	struct room *room = *state;

	a_drill_of_two_rounds(room);
	for (size_t i = 0; i < ARRAY_LEN(writers); i++) {
		written(room, writers[i].write);
		assert_golden(room, paths[i]);
	}
	strbuf_truncate(&room->out, 0);
	group_text(group_of(room), 72, &room->out);
	assert_golden(room, "tests/data/group/sheet.txt");
	strbuf_truncate(&room->out, 0);
	group_person(group_of(room), 1, &room->out);
	assert_golden(room, "tests/data/group/own.md");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_counts_a_slip_once_a_person),
		TEST(test_counts_of_those_who_came_so_far),
		TEST(test_counts_of_those_who_were_asked),
		TEST(test_what_was_called_for_may_be_met_in_other_ways),
		TEST(test_no_date_in_the_first_two_turns),
		TEST(test_who_is_not_at_fault_owns_nothing),
		TEST(test_what_was_objected_to_is_not_counted),
		TEST(test_practises_what_most_people_miss),
		TEST(test_nothing_missed_is_said),
		TEST(test_quotes_the_sentence_that_earned_most),
		TEST(test_a_short_sentence_takes_its_neighbour_along),
		TEST(test_two_steps_apart_is_a_disagreement),
		TEST(test_marks_of_nobody_are_ignored),
		TEST(test_other_hashes_warn),
		TEST(test_attendance_is_told),
		TEST(test_the_last_play_counts),
		TEST(test_heat_is_the_mean_of_rounds),
		TEST(test_names_stay_in_the_room),
		TEST(test_hostile_text_is_only_text),
		TEST(test_text_keeps_to_the_width),
		TEST(test_writes_what_it_wrote),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
