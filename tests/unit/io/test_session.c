/*
 * The scenario engine, rule by rule, on small scenarios and a rubric of a
 * few words whose scores are known: "great" makes a turn worth 80, "poor"
 * 20, "awful" 0, "sorry" 60 (an apology), "fault" 40 (blame), "warmly" 80
 * under kind alone, "alpha" 80 in the opening, "omega" 80 in the closing;
 * other words are not scored.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "rehearse/better.h"
#include "rehearse/load.h"

static const struct {
	const char *id, *word;
	enum principle principle;
	int points, behaviour;
	uint32_t stage;
} scored_words[] = {
	{ "direct.great", "great", PRINCIPLE_DIRECT, +30, -1, 0 },
	{ "direct.poor", "poor", PRINCIPLE_DIRECT, -30, -1, 0 },
	{ "direct.awful", "awful", PRINCIPLE_DIRECT, -50, -1, 0 },
	{ "kind.warm", "warmly", PRINCIPLE_KIND, +30, -1, 0 },
	{ "teachable.sorry", "sorry", PRINCIPLE_TEACHABLE, +10,
	  BEHAVIOUR_APOLOGY, 0 },
	{ "teachable.fault", "fault", PRINCIPLE_TEACHABLE, -10, BEHAVIOUR_BLAME,
	  0 },
	{ "direct.first", "alpha", PRINCIPLE_DIRECT, +30, -1,
	  1u << STAGE_OPENING },
	{ "direct.last", "omega", PRINCIPLE_DIRECT, +30, -1,
	  1u << STAGE_CLOSING },
};

/* Full marks for 50 raw points: a rule's points are what it counts. The last
 * rule is about the whole talk: the client had to ask. */
static struct rubric_source rubric_of_words(struct arena *arena)
{
	struct rubric_source source = {
		.path = STR("words"),
		.id = STR("words"),
		.version = 1,
		.nr_rules = ARRAY_LEN(scored_words) + 1,
	};

	for (int p = 0; p < PRINCIPLE_NR; p++) {
		source.targets[p] = 50;
		for (int k = 0; k < KIND_NR; k++)
			source.weights[k][p] = p < 2 ? 20 : 12;
	}
	source.rules = ARENA_ARRAY(arena, struct rule_source, source.nr_rules);
	for (size_t i = 0; i < ARRAY_LEN(scored_words); i++) {
		struct source_str *find = ARENA_NEW(arena, struct source_str);

		find->text = str_from(scored_words[i].word);
		source.rules[i] = (struct rule_source){
			.id.text = str_from(scored_words[i].id),
			.principle = (int)scored_words[i].principle,
			.points = scored_words[i].points,
			.behaviour = scored_words[i].behaviour,
			.find = { find, 1, 1 },
			.when.stage = scored_words[i].stage,
			.measure = -1,
			.on = true,
		};
	}
	source.rules[source.nr_rules - 1] = (struct rule_source){
		.id.text = STR("conversation.chased"),
		.principle = -1,
		.points = -5,
		.behaviour = -1,
		.kind = RULE_MEASURE,
		.measure = terms_find(&measure_terms, STR("chased")),
		.min = 1,
		.max = 1,
		.on = true,
	};
	return source;
}

/* What every small scenario begins with; scenes and endings follow. */
#define HEAD                                                                   \
	"format: rehearse/scenario 1\n"                                        \
	"id: small\n"                                                          \
	"title: Small\n"                                                       \
	"summary: Small.\n"                                                    \
	"kind: bad-news\n"                                                     \
	"level: firm\n"                                                        \
	"minutes: 1\n"                                                         \
	"you: {role: lead, fault: yours}\n"                                    \
	"client: {name: Dana Whitfield, role: boss, company: Northgate, "      \
	"trust: 50, patience: 50}\n"                                           \
	"brief: Small.\n"
#define ENDINGS                                                                \
	"endings:\n"                                                           \
	"  done: {kind: good, if: trust >= 1, say: \"Done.\"}\n"               \
	"  walked: {kind: bad, say: \"Walked.\"}\n"

struct game {
	struct arena arena;
	struct rubric rubric;
	const struct scenario *scenario;
	struct session *session;
	struct strbuf heard;
};

static void print_problems(const struct problems *problems)
{
	for (size_t i = 0; i < problems->nr; i++)
		print_error("%u:%u: %s\n", problems->errors[i].line,
			    problems->errors[i].column,
			    problems->errors[i].text);
}

static int set_up(void **state)
{
	struct game *game = memory_new(sizeof(*game));
	struct problems problems = { 0 };
	struct rubric_source source;
	struct str image;
	struct error err;
	bool made;

	*game = (struct game){ 0 };
	*state = game;
	source = rubric_of_words(&game->arena);
	made = rubric_compile(&game->arena, &source, &image, &problems);
	print_problems(&problems);
	return made && rubric_open(image, &game->rubric, &err) ? 0 : -1;
}

static int tear_down(void **state)
{
	struct game *game = *state;

	session_free(game->session);
	strbuf_release(&game->heard);
	arena_release(&game->arena);
	free(game);
	return 0;
}

static void start_at(struct game *game, const char *yaml, enum level level)
{
	struct session_options options = {
		.seed = 7,
		.level = level,
		.start = -1,
	};
	struct problems problems = { 0 };

	session_free(game->session);
	game->session = NULL;
	game->scenario = scenario_load(&game->arena, STR("small"),
				       str_from(yaml), NULL, 0, &problems);
	print_problems(&problems);
	assert_non_null(game->scenario);
	game->session = session_new(game->scenario, &game->rubric, &options);
}

static void start(struct game *game, const char *yaml)
{
	start_at(game, yaml, LEVEL_FIRM);
}

static const char *join(struct game *game, const struct heard_line *lines,
			size_t nr)
{
	strbuf_truncate(&game->heard, 0);
	strbuf_add(&game->heard, STR(""));
	for (size_t i = 0; i < nr; i++)
		strbuf_addf(&game->heard, "%s%s" STR_FMT, i ? " / " : "",
			    lines[i].speaker == SPEAKER_NARRATOR ? "* " : "",
			    STR_ARG(lines[i].text));
	return game->heard.ptr;
}

/* What comes back, lines joined by " / ", the narrator's marked "* ". */
static const char *say(struct game *game, const char *words)
{
	const struct turn *turn;
	struct error err;

	if (!session_say(game->session, str_from(words), 0, &err))
		fail_msg("%s", err.text);
	turn = session_last(game->session);
	return join(game, turn->answer, turn->nr_answer);
}

static const char *act(struct game *game, enum act what)
{
	const struct turn *turn;
	struct error err;

	if (!session_act(game->session, what, &err))
		fail_msg("%s", err.text);
	turn = session_last(game->session);
	return join(game, turn->answer, turn->nr_answer);
}

static const char *opening(struct game *game)
{
	size_t nr;
	const struct heard_line *lines = session_opening(game->session, &nr);

	return join(game, lines, nr);
}

static const char *scene(struct game *game)
{
	int at = session_scene(game->session);

	return at < 0 ? "ended" : game->scenario->scenes[at].id.ptr;
}

static const char *ending(struct game *game)
{
	int at = session_ending(game->session);

	return at < 0 ? "none" : game->scenario->endings[at].id.ptr;
}

/* ---- entries ----------------------------------------------------------- */

static void test_a_line_is_said_once(void **state)
{
	struct game *game = *state;

	start(game, HEAD "start: a\n"
			 "scenes:\n"
			 "  a:\n"
			 "    channel: call\n"
			 "    client: [\"One.\", \"Two.\"]\n"
			 "    listen:\n"
			 "      - say: [\"A.\", \"B.\"]\n"
			 "      - {say: [\"C.\", \"D.\"], go: a}\n" ENDINGS);
	assert_string_equal("One.", opening(game));
	assert_string_equal("A.", say(game, "great"));
	assert_string_equal("B.", say(game, "great"));
	/* with go: a line each time, then on in silence; client repeats its
	 * last line where nothing else is said */
	assert_string_equal("C. / Two.", say(game, "great"));
	assert_string_equal("D.", say(game, "great"));
	assert_string_equal("Two.", say(game, "great"));
}

static void test_an_entry_without_lines_acts_once(void **state)
{
	struct game *game = *state;

	start(game, HEAD "start: a\n"
			 "scenes:\n"
			 "  a:\n"
			 "    channel: call\n"
			 "    client: [\"One.\"]\n"
			 "    listen:\n"
			 "      - {if: did(blame), mood: {trust: -10}}\n"
			 "      - say: [\"A.\", \"B.\"]\n"
			 "      - go: end\n" ENDINGS);
	assert_string_equal("", say(game, "fault"));
	assert_int_equal(50 - 1 - 10, session_trust(game->session));
	assert_string_equal("A.", say(game, "fault"));
	assert_int_equal(39 - 1, session_trust(game->session));
}

static void test_client_entries_may_go_on_at_once(void **state)
{
	struct game *game = *state;

	start(game, HEAD
	      "start: a\n"
	      "scenes:\n"
	      "  a:\n"
	      "    channel: call\n"
	      "    narrator: \"Rain.\"\n"
	      "    client:\n"
	      "      - {if: trust >= 60, say: \"No.\"}\n"
	      "      - {say: \"Yes.\", mood: {trust: +5}, go: b}\n"
	      "    listen: [{go: end}]\n"
	      "  b:\n"
	      "    client: [{if: trust >= 55, go: c}, \"B.\"]\n"
	      "    listen: [{go: end}]\n"
	      "  c:\n"
	      "    client: [\"C.\"]\n"
	      "    listen: [{say: \"Again.\", go: a}, {go: end}]\n" ENDINGS);
	assert_string_equal("* Rain. / Yes. / C.", opening(game));
	assert_string_equal("c", scene(game));
	assert_int_equal(CHANNEL_CALL, session_channel(game->session));
	/* the narrator speaks once; mood acts again, the line is over */
	assert_string_equal("Again. / No.", say(game, "great great"));
}

static const char reactions_yaml[] = HEAD
	"reactions:\n"
	"  - {if: did(blame), say: [\"R1.\", \"R2.\"], mood: {trust: -10}}\n"
	"  - {if: did(apology), say: \"Huh.\", go: b}\n"
	"start: a\n"
	"scenes:\n"
	"  a:\n"
	"    channel: call\n"
	"    client: [\"One.\", \"Two.\"]\n"
	"    listen:\n"
	"      - {if: direct >= 70, say: \"L1.\", mood: {trust: +10}, go: b}\n"
	"      - {say: [\"A.\", \"B.\"], mood: {trust: -20}}\n"
	"      - go: end\n"
	"  b:\n"
	"    client: [\"Bee.\", \"Bee again.\"]\n"
	"    listen:\n"
	"      - {if: direct >= 70, say: \"Back.\", go: back}\n"
	"      - say: [\"X.\", \"Y.\"]\n"
	"      - go: end\n" ENDINGS;

static void test_a_reaction_replaces_an_entry_without_if(void **state)
{
	struct game *game = *state;

	start(game, reactions_yaml);
	assert_string_equal("R1.", say(game, "fault"));
	assert_int_equal(50 - 1 - 10, session_trust(game->session));
	/* the entry was not used: its first line comes next */
	assert_string_equal("A.", say(game, "hello"));
	assert_string_equal("R2.", say(game, "fault"));
	/* used up */
	assert_string_equal("B.", say(game, "fault"));
}

static void test_of_an_entry_with_if_it_takes_only_the_line(void **state)
{
	struct game *game = *state;

	start(game, reactions_yaml);
	/* great and fault: (80 * 20 + 40 * 12) / 32 = 65 */
	assert_string_equal("R1. / Bee.", say(game, "great fault"));
	assert_int_equal(50 + 1 - 10 + 10, session_trust(game->session));
	assert_string_equal("b", scene(game));
}

static void test_a_reaction_begins_a_detour(void **state)
{
	struct game *game = *state;

	start(game, reactions_yaml);
	assert_string_equal("Huh. / Bee.", say(game, "sorry"));
	/* it leads to the scene one is in: its next line, then its entries */
	assert_string_equal("Bee again.", say(game, "sorry"));
	assert_string_equal("X.", say(game, "sorry"));
	assert_string_equal("Back. / Two.", say(game, "great"));
	assert_string_equal("a", scene(game));
	/* moves on in silence */
	assert_string_equal("Bee again.", say(game, "sorry"));
}

static void test_detours_nest(void **state)
{
	struct game *game = *state;

	start(game, HEAD
	      "reactions:\n"
	      "  - {if: did(blame), go: b}\n"
	      "  - {if: did(apology), go: c}\n"
	      "start: a\n"
	      "scenes:\n"
	      "  a: {channel: call, client: [\"A.\"], listen: [{if: kind > 50, "
	      "go: ask}, {say: \"a\"}, {go: end}]}\n"
	      "  ask: {client: [\"Ask.\"], listen: [{if: kind > 50, go: d}, "
	      "{say: \"q\"}, {go: back}]}\n"
	      "  b: {client: [\"B.\", \"B2.\"], listen: [{if: kind > 50, "
	      "go: b2}, {go: back}]}\n"
	      "  b2: {client: [\"BB.\"], listen: [{go: back}]}\n"
	      "  c: {client: [\"C.\"], listen: [{go: back}]}\n"
	      "  d: {client: [\"D.\"], listen: [{say: \"d\"}, {go: "
	      "end}]}\n" ENDINGS);
	assert_string_equal("B.", say(game, "fault"));
	assert_string_equal("C.", say(game, "sorry"));
	assert_string_equal("B2.", say(game, "hello"));
	/* a detour of several scenes ends where it began */
	assert_string_equal("BB.", say(game, "warmly"));
	assert_string_equal("A.", say(game, "hello"));
	/* a scene with `back` that an entry leads to is one as well */
	assert_string_equal("Ask.", say(game, "warmly"));
	assert_string_equal("q", say(game, "hello"));
	assert_string_equal("A.", say(game, "hello"));
	/* what the main line leaves behind is not come back to */
	assert_string_equal("Ask.", say(game, "warmly"));
	assert_string_equal("D.", say(game, "warmly"));
	assert_string_equal("B2.", say(game, "fault"));
	assert_string_equal("D.", say(game, "hello"));
	assert_string_equal("d", scene(game));
}

/* ---- topics ------------------------------------------------------------ */

static const char topics_yaml[] =
	HEAD "hidden: {secret: A secret.}\n"
	     "facts: {plan: {is: a plan, heard: [\"plan\"]}}\n"
	     "topics:\n"
	     "  board:\n"
	     "    heard: [\"board\"]\n"
	     "    say: [\"Board 1.\", {say: \"Board 2.\", reveals: secret}]\n"
	     "  crew: {heard: [\"crew\"], say: [\"Crew 1.\", \"Crew 2.\"]}\n"
	     "  shop: {heard: [\"shop\"], say: [\"Shop 1.\"]}\n"
	     "  other: {say: [\"Other 1.\", \"Other 2.\"]}\n"
	     "start: a\n"
	     "scenes:\n"
	     "  a:\n"
	     "    channel: call\n"
	     "    client: [\"One.\", \"Two.\"]\n"
	     "    listen:\n"
	     "      - {if: told(plan), say: \"L.\"}\n"
	     "      - {say: [\"A.\", \"B.\", \"C.\"], mood: {trust: -10}}\n"
	     "      - go: end\n" ENDINGS;

static void test_topics_answer_the_next_line_each_time(void **state)
{
	struct game *game = *state;

	start(game, topics_yaml);
	assert_string_equal("Board 1.", say(game, "What about the board?"));
	assert_int_equal(1, session_last(game->session)->asked);
	assert_int_equal(50, session_trust(game->session));
	assert_int_equal(0, session_known(game->session));
	assert_string_equal("Board 2.", say(game, "The board, then."));
	assert_int_equal(1, session_known(game->session));
	assert_int_equal(1, session_last(game->session)->revealed);
	assert_string_equal("A.", say(game, "I see."));
	/* nothing left: the topic for other questions, then the entry */
	assert_string_equal("Other 1.", say(game, "And the board?"));
	assert_string_equal("Other 2.", say(game, "Where is it?"));
	assert_string_equal("B.", say(game, "I see."));
	assert_string_equal("C.", say(game, "Where is it?"));
}

/* Each of two questions has its answer; one question has one, of the topic
 * that hears most of its words, the first in the file among equals. */
static void test_a_question_has_one_answer(void **state)
{
	struct game *game = *state;

	start(game, topics_yaml);
	assert_string_equal("Board 1.", say(game, "Shop, crew or board?"));
	assert_int_equal(7, session_last(game->session)->asked);
	assert_string_equal("Shop 1. / Crew 1.",
			    say(game, "The board? The shop? The crew?"));
	/* asked again behind a comma it is one question, behind "and" two */
	start(game, topics_yaml);
	assert_string_equal("Crew 1.", say(game, "How was the shop, did the "
						 "crew open it?"));
	start(game, topics_yaml);
	assert_string_equal("Shop 1. / Crew 1.",
			    say(game, "How was the shop, and did the crew "
				      "come?"));
	start(game,
	      HEAD "topics:\n"
		   "  who: {asked: [\"who .. beds\"], say: [\"My niece.\"]}\n"
		   "  beds: {asked: [\"beds\"], say: [\"Fourteen.\"]}\n"
		   "start: a\n"
		   "scenes:\n"
		   "  a: {client: [\"One.\"], listen: [{go: end}]}\n" ENDINGS);
	assert_string_equal("My niece.", say(game, "Who does your beds?"));
	assert_string_equal("Fourteen.", say(game, "Are the beds wide?"));
}

/* Who asks two things that nothing hears gets two honest answers; what nothing
 * hears beside something known, one as well. */
static void test_neither_of_two_questions_is_passed_over(void **state)
{
	static const char yaml[] =
		HEAD "topics:\n"
		     "  beds: {asked: [\"beds\"], say: [\"Fourteen.\"]}\n"
		     "  other:\n"
		     "    say:\n"
		     "      - {if: asks(who), say: [\"No idea who.\"]}\n"
		     "      - {if: asks(offer), say: [\"If it helps.\"]}\n"
		     "      - {if: asks(what), say: [\"No idea what.\", "
		     "\"Don't ask me.\"]}\n"
		     "      - {if: asks(whether), say: [\"Hard to say.\"]}\n"
		     "start: a\n"
		     "scenes:\n"
		     "  a: {client: [\"One.\"], listen: [{go: end}]}\n" ENDINGS;
	struct game *game = *state;

	start(game, yaml);
	assert_string_equal("No idea who. / If it helps.",
			    say(game, "Who at the shop has to be told, and "
				      "can I ring them?"));
	start(game, yaml);
	assert_string_equal("No idea what. / Fourteen.",
			    say(game, "What do they cost, and how many beds "
				      "are there?"));
	/* what one would do oneself is no closer question */
	start(game, yaml);
	assert_string_equal("No idea who. / If it helps.",
			    say(game, "Who at the shop has to be told, shall "
				      "I ring them?"));
	/* of one kind one answer is enough */
	start(game, yaml);
	assert_string_equal("No idea what.",
			    say(game, "What do you want? What can I do?"));
	/* one thing, asked again more closely */
	start(game, yaml);
	assert_string_equal("Fourteen.", say(game, "What is it? Is it the "
						   "beds?"));
	start(game, yaml);
	assert_string_equal("Fourteen.",
			    say(game, "What about the beds, what had you "
				      "planned for them?"));
}

static void test_an_answer_names_what_was_asked_about(void **state)
{
	static const char yaml[] =
		HEAD "topics:\n"
		     "  other:\n"
		     "    say:\n"
		     "      - {if: asks(when), say: [\"{asked}? On Monday.\", "
		     "\"Monday.\"]}\n"
		     "      - \"{asked}? Ask me later about {asked}.\"\n"
		     "      - \"Not now.\"\n"
		     "start: a\n"
		     "scenes:\n"
		     "  a: {client: [\"One.\"], listen: [{go: end}]}\n" ENDINGS;
	struct game *game = *state;

	start(game, yaml);
	assert_string_equal("Not now.", say(game, "Is it good?"));
	assert_string_equal("Monday.", say(game, "When was that?"));
	start(game, yaml);
	assert_string_equal("My van? On Monday.",
			    say(game, "When is your van mended?"));
	assert_string_equal("A desk? Ask me later about a desk.",
			    say(game, "Is there a desk for him?"));
}

static const char remarks_yaml[] =
	HEAD "facts: {plan: {is: a plan, heard: [\"plan\"]}}\n"
	     "topics:\n"
	     "  crew: {heard: [\"crew\"], say: [\"Crew.\"]}\n"
	     "  other: {say: [\"Don't know.\", \"Couldn't say.\"]}\n"
	     "reactions: [{if: did(apology), say: \"R.\"}]\n"
	     "remarks:\n"
	     "  - {if: did(blame), say: [\"M1.\", \"M2.\"]}\n"
	     "  - {say: \"{time}. Noted, {time}.\"}\n"
	     "start: a\n"
	     "scenes:\n"
	     "  a:\n"
	     "    client: [\"One.\"]\n"
	     "    listen:\n"
	     "      - {if: just told(plan), say: \"L.\", mood: {trust: +1}}\n"
	     "      - {if: told(plan), say: \"Then?\", go: b}\n"
	     "      - {say: [\"A.\", \"B.\"]}\n"
	     "      - go: end\n"
	     "  b: {client: [\"Bee.\"], listen: [{go: end}]}\n" ENDINGS;

static void test_a_remark_comes_where_nothing_else_speaks(void **state)
{
	struct game *game = *state;

	start(game, remarks_yaml);
	/* a reaction, an answer and what takes up the words go before it */
	assert_string_equal("R.", say(game, "Sorry, no fault."));
	/* which is the nod to a tag */
	start(game, remarks_yaml);
	assert_string_equal("R.", say(game, "I'm sorry. It's late, isn't it?"));
	assert_string_equal("Crew.", say(game, "Whose fault? The crew?"));
	assert_string_equal("L.", say(game, "The plan was at fault."));
	/* it goes before any other line and the topic for the rest */
	assert_string_equal("M1. / Bee.", say(game, "fault"));
	start(game, remarks_yaml);
	assert_string_equal("M1.", say(game, "It's your fault, isn't it?"));
	assert_string_equal("M2.", say(game, "fault"));
	/* after two of them the entry speaks as well */
	assert_string_equal("Don't know. / A.",
			    say(game, "It's your fault, isn't it?"));
	assert_string_equal("B.", say(game, "fault"));
}

static void test_a_line_takes_up_the_time_that_was_named(void **state)
{
	struct game *game = *state;

	start(game, remarks_yaml);
	assert_string_equal("A.", say(game, "It will come."));
	assert_string_equal("By the 28th. Noted, by the 28th.",
			    say(game, "It will come by the 28th."));
	assert_string_equal("B.", say(game, "It will come by the 28th."));
}

static void test_a_line_quotes_what_weighs_most(void **state)
{
	struct game *game = *state;

	start(game, HEAD
	      "remarks:\n"
	      "  - {if: said < 50, say: \"'{quote}.' I heard that.\"}\n"
	      "start: a\n"
	      "scenes:\n"
	      "  a: {client: [\"One.\"], listen: [{say: [\"A.\"]}, "
	      "{go: end}]}\n" ENDINGS);
	assert_string_equal("A.", say(game, "Whatever."));
	assert_string_equal("'It's your own fault.' I heard that.",
			    say(game, "Well, it's your own fault."));
}

static const char nods_yaml[] =
	HEAD "facts:\n"
	     "  plan: {is: a plan, heard: [\"plan\"]}\n"
	     "  gift: {is: a gift, heard: [\"gift\"]}\n"
	     "  list: {is: a list, heard: [\"list\"]}\n"
	     "topics:\n"
	     "  crew: {asked: [\"crew\"], say: [\"Crew 1.\", \"Crew 2.\"]}\n"
	     "  other: {say: [\"Don't know.\"]}\n"
	     "reactions:\n"
	     "  - {if: did(apology), say: [\"R.\", \"R2.\"]}\n"
	     "  - {if: just told(list) and trust < 10, say: \"No.\"}\n"
	     "nods:\n"
	     "  - {if: just told(gift), say: \"A gift!\"}\n"
	     "  - {if: just told(plan), say: \"A plan!\"}\n"
	     "  - {if: just told(list), say: \"A list!\"}\n"
	     "  - say: [\"{time}. Noted.\", \"{sum}. Noted.\"]\n"
	     "start: a\n"
	     "scenes:\n"
	     "  a:\n"
	     "    client: [\"One.\"]\n"
	     "    listen:\n"
	     "      - {if: just told(plan), say: \"L.\"}\n"
	     "      - {if: just told(gift) and just told(list), go: b}\n"
	     "      - {say: [\"A.\", \"B.\", \"C.\", \"D.\"]}\n"
	     "      - go: end\n"
	     "  b:\n"
	     "    client: [{if: told(list), say: \"Your list.\"}]\n"
	     "    listen: [{go: end}]\n" ENDINGS;

static void test_a_nod_shows_that_something_arrived(void **state)
{
	struct game *game = *state;

	/* before an answer, or in place of a line that takes up nothing */
	start(game, nods_yaml);
	assert_string_equal("A gift! / Crew 1.",
			    say(game, "There's a gift. Where is the crew?"));
	assert_string_equal("A list!", say(game, "There's a list."));
	/* once told it is known, once nodded to it is done */
	assert_string_equal("Your list.", say(game, "There's a gift and a list."));
	/* behind a reaction */
	start(game, nods_yaml);
	assert_string_equal("R. / A gift!", say(game, "Sorry. A gift."));
	/* not what another line asks for, nor what leads on */
	start(game, nods_yaml);
	assert_string_equal("A gift! / L.", say(game, "A gift and a plan."));
	start(game, nods_yaml);
	assert_string_equal("A gift! / Your list.",
			    say(game, "A gift and a list."));
}

/* It is the whole that is said once more, not the one thing left out before. */
static void test_who_sums_up_gets_no_nod(void **state)
{
	struct game *game = *state;

	start(game,
	      HEAD "facts:\n"
		   "  plan: {is: a plan, heard: [\"plan\"]}\n"
		   "  gift: {is: a gift, heard: [\"gift\"]}\n"
		   "  list: {is: a list, heard: [\"list\"]}\n"
		   "  note: {is: a note, heard: [\"note\"]}\n"
		   "nods:\n"
		   "  - {if: just told(note), say: \"A note!\"}\n"
		   "start: a\n"
		   "scenes:\n"
		   "  a: {client: [\"One.\"], listen: [{say: [\"A.\", "
		   "\"B.\"]}, {go: end}]}\n" ENDINGS);
	assert_string_equal("A.", say(game, "A plan, a gift and a list."));
	assert_string_equal("B.",
			    say(game, "A plan, a gift, a list and a note."));
}

static const char promises_yaml[] =
	HEAD "facts:\n"
	     "  plan: {is: a plan, heard: [\"plan\"]}\n"
	     "  late: {is: late, heard: [\"late\"]}\n"
	     "nods:\n"
	     "  - say: [\"{promise}. Good.\", \"{promise}. Noted.\"]\n"
	     "  - say: [\"{time}. Noted.\"]\n"
	     "start: a\n"
	     "scenes:\n"
	     "  a:\n"
	     "    client: [\"One.\"]\n"
	     "    listen:\n"
	     "      - {if: just told(late), say: \"L.\", go: b}\n"
	     "      - {say: [\"A.\", \"B.\", \"C.\", \"D.\"]}\n"
	     "      - go: end\n"
	     "  b:\n"
	     "    client: [\"And now?\"]\n"
	     "    listen: [{say: [\"E.\"]}, {go: end}]\n" ENDINGS;

static void test_a_promise_is_taken_up(void **state)
{
	struct game *game = *state;

	/* before a time, and in place of a line that takes up nothing */
	start(game, promises_yaml);
	assert_string_equal("You'll bring it on Monday. Good.",
			    say(game, "I'll bring it on Monday."));
	assert_string_equal("A.", say(game, "The weather is nice."));
	/* though the talk moves on, where a part was not spoken to */
	start(game, promises_yaml);
	assert_string_equal("You'll send the plan on Monday. Good. / L. / And now?",
			    say(game, "It's late. I'll send the plan on Monday."));
	start(game, promises_yaml);
	assert_string_equal("L. / And now?", say(game, "It will be late."));
}

/* As many facts and topics as there may be, each a thing of its own. */
static void test_the_last_of_many_facts_and_topics(void **state)
{
	struct game *game = *state;
	struct strbuf yaml = { 0 };

	strbuf_add(&yaml, STR(HEAD "facts:\n"));
	for (int i = 0; i < SCRIPT_SET_MAX; i++)
		strbuf_addf(&yaml, "  f%d: {is: x, heard: [\"z%c%c\"]}\n", i,
			    'a' + i / 16, 'a' + i % 16);
	strbuf_add(&yaml, STR("topics:\n"));
	for (int i = 0; i < SCRIPT_SET_MAX; i++)
		strbuf_addf(&yaml, "  t%d: {asked: [\"q%c%c\"], say: \"T%d.\"}\n",
			    i, 'a' + i / 16, 'a' + i % 16, i);
	strbuf_add(&yaml, STR(
		"start: a\n"
		"scenes:\n"
		"  a:\n"
		"    client: [\"One.\"]\n"
		"    listen:\n"
		"      - {if: told(f63) or asked(t63), say: \"Wrong.\"}\n"
		"      - {if: told(f127) and asked(t127), say: \"Both.\"}\n"
		"      - {if: just told(f127), say: \"Told.\"}\n"
		"      - {go: end}\n" ENDINGS));
	start(game, yaml.ptr);
	assert_string_equal("Told.", say(game, "It is the zhp."));
	assert_string_equal("T127.", say(game, "What is the qhp?"));
	assert_string_equal("Both.", say(game, "Well."));
	strbuf_release(&yaml);
}

static void test_a_nod_to_how_it_was_said(void **state)
{
	struct game *game = *state;

	start(game, HEAD
	      "nods:\n"
	      "  - {if: did(apology), say: [\"I heard.\", \"Again.\"]}\n"
	      "topics:\n"
	      "  crew: {asked: [\"crew\"], say: [\"Crew.\"]}\n"
	      "start: a\n"
	      "scenes:\n"
	      "  a:\n"
	      "    client: [\"One.\"]\n"
	      "    listen:\n"
	      "      - {if: did(apology) and told(plan), say: \"L.\"}\n"
	      "      - {say: [\"A.\", \"B.\"]}\n"
	      "      - go: end\n"
	      "facts: {plan: {is: a plan, heard: [\"plan\"]}}\n" ENDINGS);
	assert_string_equal("I heard. / Crew.",
			    say(game, "I'm sorry. Where is the crew?"));
	assert_string_equal("L.", say(game, "I'm sorry, the plan."));
	assert_string_equal("A.", say(game, "I'm sorry, it was your fault."));
}

static void test_a_clumsy_turn_is_half_heard(void **state)
{
	static const char ramble[] =
		"There's a gift, I mean, it's nothing much, my sister found it "
		"on the market when she was down there with the children, who "
		"had the day off because of the wind, and I thought of your "
		"shelf at once, it's been empty since you moved, and then I "
		"carried it about in the van for a week or so, and it comes by "
		"Friday. Where is the crew?";
	struct game *game = *state;

	/* long is not clumsy */
	start(game, nods_yaml);
	assert_string_equal("A gift! / Crew 1.", say(game, ramble));
	assert_string_equal("A list!", say(game, "There's a list."));
	start(game, nods_yaml);
	assert_string_equal("A.", say(game, "It's your own fault. A gift."));
	assert_string_equal("By Friday. Noted.",
			    say(game, "Shut up, you get it by Friday. A gift."));
}

static void test_a_time_or_a_sum_is_said_back(void **state)
{
	struct game *game = *state;

	start(game, nods_yaml);
	assert_string_equal("By Friday. Noted. / Crew 1.",
			    say(game, "It comes by Friday. Where's the crew?"));
	assert_string_equal("$40. Noted.", say(game, "You get $40 back."));
	/* once, and not beside a nod to what was told */
	start(game, nods_yaml);
	assert_string_equal("A list! / Crew 1.",
			    say(game, "A list by Friday. Where's the crew?"));
	/* a question that nothing hears is still met */
	assert_string_equal("By Monday. Noted. / Don't know.",
			    say(game, "It comes by Monday. Is it cold?"));
}

static void test_after_two_answers_the_entry_speaks_as_well(void **state)
{
	struct game *game = *state;

	start(game, topics_yaml);
	say(game, "board?");
	say(game, "crew?");
	assert_int_equal(50, session_trust(game->session));
	assert_string_equal("Shop 1. / A.", say(game, "shop?"));
	assert_int_equal(40, session_trust(game->session));
	assert_string_equal("Board 2.", say(game, "board?"));
}

/* Two lines a turn, three where one asks: what leads on is said, and of the
 * rest what there is room for, an answer first. What is left out comes another
 * time. */
static void test_what_leads_on_leaves_room_for_an_answer(void **state)
{
	static const char yaml[] = HEAD
		"facts: {plan: {is: a plan, heard: [\"plan\"]}}\n"
		"topics:\n"
		"  board: {heard: [\"board\"], say: [\"Board.\"]}\n"
		"  crew: {heard: [\"crew\"], say: [\"Crew.\"]}\n"
		"reactions: [{if: did(apology), say: \"Fine.\"}]\n"
		"start: a\n"
		"scenes:\n"
		"  a:\n"
		"    channel: call\n"
		"    client: [\"One.\"]\n"
		"    listen:\n"
		"      - {if: told(plan), say: \"L.\", go: b}\n"
		"      - {say: \"A.\"}\n"
		"      - go: end\n"
		"  b: {client: [{say: \"Two.\", go: c}], listen: [{go: end}]}\n"
		"  c:\n"
		"    client: [\"Three.\"]\n"
		"    listen: [{say: [\"B.\", \"C.\"]}, {go: end}]\n" ENDINGS;
	struct game *game = *state;

	start(game, yaml);
	assert_string_equal("Fine. / Board.", say(game, "Sorry. The board?"));
	/* the entry speaks where a reaction has no room to */
	start(game, yaml);
	assert_string_equal("L. / Two. / Three.", say(game, "Sorry, the plan."));
	start(game, yaml);
	assert_string_equal("Board. / Two. / Three.",
			    say(game, "Sorry, the plan. And the board?"));
	assert_string_equal("Fine.", say(game, "Sorry."));
	start(game, yaml);
	assert_string_equal("Board. / Two. / Three.",
			    say(game, "The plan. And the board, the crew?"));
	assert_string_equal("Crew.", say(game, "The crew?"));
}

static void test_no_question_is_passed_over(void **state)
{
	struct game *game = *state;

	start(game, topics_yaml);
	assert_string_equal("Other 1.", say(game, "What time is it?"));
	/* nor one beside what is taken up */
	assert_string_equal("Other 2. / L.",
			    say(game, "There is a plan. Is it good?"));
	/* a question may be none; a topic with heard takes only the line */
	start(game, topics_yaml);
	assert_string_equal("A.",
			    say(game, "What I mean, is that it is late."));
	assert_string_equal("Board 1.", say(game, "The plan for the board."));
	assert_string_equal("L.", say(game, "Hm."));
}

static void test_news_leaves_no_question_standing(void **state)
{
	struct game *game = *state;

	start(game, HEAD
	      "facts:\n"
	      "  plan: {is: a plan, heard: [\"plan\"]}\n"
	      "  gift: {is: a gift, heard: [\"gift\"]}\n"
	      "  debt: {is: a debt, heard: [\"debt\"]}\n"
	      "topics:\n"
	      "  crew: {asked: [\"crew\"], say: [\"Crew 1.\", "
	      "\"Crew 2.\"]}\n"
	      "  shop: {asked: [\"shop\"], say: [\"Shop.\"]}\n"
	      "  when: {asked: [\"when\"]}\n"
	      "  other: {say: [{if: just asked(when), say: \"Some day.\"}, "
	      "\"Other.\"]}\n"
	      "reactions:\n"
	      "  - {if: just told(gift), say: [\"Ah.\", \"Oh.\"]}\n"
	      "  - {if: just told(debt), say: \"No!\", "
	      "mood: {trust: -5}}\n"
	      "start: a\n"
	      "scenes:\n"
	      "  a:\n"
	      "    client: [\"One.\"]\n"
	      "    listen: [{if: told(plan), go: b}, {say: \"A.\"}, "
	      "{go: end}]\n"
	      "  b:\n"
	      "    client: [\"Bee.\"]\n"
	      "    listen: [{go: end}]\n" ENDINGS);
	/* what is welcome is answered, and one question with it */
	assert_string_equal("Ah. / Crew 1.",
			    say(game, "A gift. Where is the crew, the shop?"));
	assert_string_equal("Oh.", say(game, "A gift for the crew."));
	assert_string_equal("No!", say(game, "A debt. Where is the crew?"));
	/* how it was asked, where the entry goes on in silence */
	assert_string_equal("Some day. / Bee.",
			    say(game, "The plan. When does it rain?"));
}

static void test_a_farewell_waits_for_an_unheard_question(void **state)
{
	static const char yaml[] =
		HEAD "facts:\n"
		     "  plan: {is: a plan, heard: [\"plan\"]}\n"
		     "topics:\n"
		     "  crew: {asked: [\"crew\"], say: [\"Six.\"]}\n"
		     "  other: {say: [\"Other 1.\", \"Other 2.\"]}\n"
		     "start: a\n"
		     "scenes:\n"
		     "  a:\n"
		     "    client: [\"One.\"]\n"
		     "    listen: [{if: just told(plan), say: \"Bye.\", "
		     "go: end}, {say: \"A.\"}, {go: end}]\n" ENDINGS;
	struct game *game = *state;

	start(game, yaml);
	assert_string_equal("Other 1.",
			    say(game, "The plan. Is that dog yours?"));
	assert_string_equal("Other 2.", say(game, "And is it old?"));
	assert_string_equal("Bye. / * Done.", say(game, "I see."));
	start(game, yaml);
	assert_string_equal("Six. / Bye. / * Done.",
			    say(game, "The plan. Who is the crew?"));
}

static void test_an_answer_meets_its_kind_of_question(void **state)
{
	struct game *game = *state;

	start(game,
	      HEAD "facts:\n"
		   "  plan: {is: a plan, heard: [\"plan\"]}\n"
		   "topics:\n"
		   "  beds: {asked: [\"(who|when|are|is) .. beds\"], "
		   "say: [\"Fourteen.\", \"Fourteen still.\"]}\n"
		   "  other: {say: [\"Other.\"]}\n"
		   "answers:\n"
		   "  - {if: asks(who), asked: \"beds\", "
		   "say: [\"My niece.\", \"Still she.\"]}\n"
		   "  - {if: asks(when), asked: \"beds\", say: \"At ten.\"}\n"
		   "  - {if: told(plan), asked: \"are .. beds .. wide\", "
		   "say: \"Very.\"}\n"
		   "start: a\n"
		   "scenes:\n"
		   "  a: {client: [\"One.\"], listen: [{say: \"A.\"}, "
		   "{go: end}]}\n" ENDINGS);
	assert_string_equal("My niece.", say(game, "Who does your beds?"));
	/* each of two questions is asked in its own way */
	assert_string_equal("At ten. / Still she.",
			    say(game, "When are the beds done? Who does the "
				      "beds?"));
	assert_string_equal("A.", say(game, "I like the beds."));
	assert_string_equal("Fourteen.", say(game, "Are the beds wide?"));
	/* of two that cover as many words the answer */
	assert_string_equal("Very.", say(game, "The plan. Are the beds wide?"));
	/* a line is said once, and to a question */
	start(game, HEAD
	      "answers: {asked: \"crew\", say: [\"Six.\", \"Still six.\"]}\n"
	      "start: a\n"
	      "scenes:\n"
	      "  a: {client: [\"One.\"], listen: [{say: [\"A.\", \"B.\"]}, "
	      "{go: end}]}\n" ENDINGS);
	assert_string_equal("Six.", say(game, "And the crew?"));
	assert_string_equal("Still six.", say(game, "Isn't the crew there?"));
	assert_string_equal("A.", say(game, "And the crew?"));
	assert_string_equal("B.", say(game, "The crew."));
}

static void test_a_farewell_follows_the_last_answer(void **state)
{
	struct game *game = *state;

	start(game, HEAD "facts:\n"
			 "  plan: {is: a plan, heard: [\"plan\"]}\n"
			 "topics:\n"
			 "  other: {say: [\"Other.\"]}\n"
			 "start: a\n"
			 "scenes:\n"
			 "  a:\n"
			 "    client: [\"One.\"]\n"
			 "    listen: [{if: told(plan), go: bye}, {go: end}]\n"
			 "  bye: {client: [{say: \"Bye.\", go: end}], "
			 "listen: [{go: end}]}\n" ENDINGS);
	assert_string_equal("Other. / Bye. / * Done.",
			    say(game, "The plan. Is that dog yours?"));
}

static void test_what_is_only_asked_is_not_heard_in_a_statement(void **state)
{
	struct game *game = *state;

	start(game, HEAD
	      "topics:\n"
	      "  noticed: {asked: [\"(when|how) .. (notice*|find out)\"], "
	      "say: [\"At ten.\", \"By chance.\"]}\n"
	      "  crew: {heard: [\"crew\"], asked: [\"who\"], "
	      "say: [\"Crew.\"]}\n"
	      "  other: {say: [\"Other.\"]}\n"
	      "start: a\n"
	      "scenes:\n"
	      "  a:\n"
	      "    client: [\"One.\"]\n"
	      "    listen: [{say: [\"A.\", \"B.\"]}, {go: end}]\n" ENDINGS);
	assert_string_equal("A.", say(game, "When I did find out, I rang."));
	assert_string_equal("At ten.", say(game, "When did you find out?"));
	assert_string_equal("By chance.",
			    say(game, "Tell me how you noticed."));
	assert_string_equal("B.", say(game, "I see."));
	assert_string_equal("Crew.", say(game, "My crew is here."));
	/* a request is a question like any other */
	assert_string_equal("Other.", say(game, "Explain the rain to me."));
}

static void test_a_bare_follow_up_asks_again(void **state)
{
	struct game *game = *state;

	start(game, topics_yaml);
	assert_string_equal("A.", say(game, "Tell me more."));
	assert_string_equal("Crew 1.", say(game, "The crew?"));
	assert_string_equal("Crew 2.", say(game, "Okay. And then?"));
	assert_int_equal(2, session_last(game->session)->asked);
	assert_string_equal("B.", say(game, "Right."));
	assert_string_equal("Board 1.", say(game, "The board?"));
	assert_string_equal("Board 2.", say(game, "Why?"));
	assert_string_equal("Other 1. / C.", say(game, "Go on, please."));
}

/* ---- pushbacks --------------------------------------------------------- */

static const char pushbacks_yaml[] = HEAD
	"reactions:\n"
	"  - {if: did(blame), say: [\"R1.\", \"R2.\"]}\n"
	"pushbacks:\n"
	"  - {probes: kind, say: \"Kind?\", met: \"Met kind.\"}\n"
	"  - {probes: direct, say: \"Direct?\", met: \"Met direct.\"}\n"
	"  - {probes: together, if: trust < 10, say: \"No.\", met: \"No.\"}\n"
	"start: a\n"
	"scenes:\n"
	"  a:\n"
	"    channel: call\n"
	"    client: [\"One.\"]\n"
	"    listen:\n"
	"      - {if: did(apology), say: [\"S1.\", \"S2.\"]}\n"
	"      - {say: [\"A.\", \"B.\", \"C.\", \"D.\"], mood: {trust: -1}}\n"
	"      - go: end\n" ENDINGS;

static void test_pushbacks_come_as_often_as_the_level_says(void **state)
{
	struct game *game = *state;

	start_at(game, pushbacks_yaml, LEVEL_FIRM);
	/* direct 20 is below kind's 40 */
	assert_string_equal("Direct?", say(game, "poor"));
	assert_string_equal("A.", say(game, "poor"));
	assert_string_equal("B.", say(game, "poor"));
	assert_string_equal("Kind?", say(game, "great"));
	start_at(game, pushbacks_yaml, LEVEL_TOUGH);
	assert_string_equal("Kind?", say(game, "great"));
	assert_string_equal("A.", say(game, "great"));
	assert_string_equal("Direct?", say(game, "great"));
	assert_string_equal("B.", say(game, "poor"));
	assert_string_equal("C.", say(game, "hello"));
	start_at(game, pushbacks_yaml, LEVEL_GENTLE);
	assert_string_equal("A.", say(game, "poor"));
	assert_string_equal("B.", say(game, "poor"));
}

static void test_a_tough_client_presses_who_does_well(void **state)
{
	static const char yaml[] =
		HEAD "pushbacks:\n"
		     "  - {probes: kind, say: \"Kind?\"}\n"
		     "start: a\n"
		     "scenes:\n"
		     "  a:\n"
		     "    channel: call\n"
		     "    client: [\"One.\"]\n"
		     "    listen: [{if: direct >= 80, go: b}, {go: b}]\n"
		     "  b:\n"
		     "    client: [\"Two.\"]\n"
		     "    listen:\n"
		     "      - {if: did(apology), say: \"Fine.\", go: c}\n"
		     "      - {if: direct >= 80, go: c}\n"
		     "      - {go: c}\n"
		     "  c:\n"
		     "    client: [\"Three.\"]\n"
		     "    listen: [{if: direct >= 80, go: end}, {go: "
		     "end}]\n" ENDINGS;
	struct game *game = *state;

	start_at(game, yaml, LEVEL_FIRM);
	assert_string_equal("Two.", say(game, "great"));
	assert_string_equal("Three.", say(game, "great"));
	start_at(game, yaml, LEVEL_TOUGH);
	/* not on the first words */
	assert_string_equal("Two.", say(game, "great"));
	/* where the entry says nothing, and it leads on all the same */
	assert_string_equal("Kind? / Three.", say(game, "great"));
	start_at(game, yaml, LEVEL_TOUGH);
	say(game, "great");
	assert_string_equal("Fine. / Three.", say(game, "sorry"));
	/* not when the talk ends with it */
	assert_string_equal("* Done.", say(game, "great"));
}

static void test_a_pushback_is_answered_by_its_principle(void **state)
{
	struct game *game = *state;

	start(game, pushbacks_yaml);
	assert_string_equal("Direct?", say(game, "poor"));
	/* not scored: it stands */
	assert_string_equal("A.", say(game, "hello"));
	assert_string_equal("Met direct.", say(game, "great"));
	assert_string_equal("Kind?", say(game, "hello"));
	/* another principle: not answered, and gone */
	assert_string_equal("B.", say(game, "great"));
	assert_string_equal("C.", say(game, "warmly"));
}

static void test_met_takes_the_line_and_a_reaction_goes_first(void **state)
{
	struct game *game = *state;

	start(game, pushbacks_yaml);
	say(game, "poor");
	assert_string_equal("Met direct.", say(game, "great sorry"));
	start(game, pushbacks_yaml);
	say(game, "poor");
	assert_string_equal("R1.", say(game, "great fault"));
	assert_string_equal("A.", say(game, "great"));
}

/* Who meets a pushback and asks something gets both heard. */
static void test_a_met_pushback_swallows_no_question(void **state)
{
	static const char yaml[] =
		HEAD "topics:\n"
		     "  crew: {heard: [\"the crew\"], say: [\"Crew.\"]}\n"
		     "pushbacks:\n"
		     "  - {probes: direct, say: \"Direct?\", met: \"Met.\"}\n"
		     "start: a\n"
		     "scenes:\n"
		     "  a:\n"
		     "    channel: call\n"
		     "    client: [\"One.\"]\n"
		     "    listen:\n"
		     "      - {say: [\"A.\", \"B.\"]}\n"
		     "      - go: end\n" ENDINGS;
	struct game *game = *state;

	start(game, yaml);
	assert_string_equal("Direct?", say(game, "poor"));
	assert_string_equal("Met. / Crew.", say(game, "great, the crew?"));
	start(game, yaml);
	assert_string_equal("Direct?", say(game, "poor"));
	assert_string_equal("Met.", say(game, "great, the crew."));
}

/* ---- mood and endings -------------------------------------------------- */

static const char plain_yaml[] =
	HEAD "start: a\n"
	     "scenes:\n"
	     "  a:\n"
	     "    channel: call\n"
	     "    client: [\"One.\"]\n"
	     "    listen:\n"
	     "      - {if: did(apology), say: \"Ow.\", mood: {patience: -90}}\n"
	     "      - {if: did(blame), go: end}\n"
	     "      - {go: a}\n" ENDINGS;

static void check_mood(struct game *game, const char *words, int trust,
		       int patience)
{
	say(game, words);
	assert_int_equal(trust, session_trust(game->session));
	assert_int_equal(patience, session_patience(game->session));
}

static void test_scores_move_the_mood(void **state)
{
	struct game *game = *state;

	start(game, plain_yaml);
	check_mood(game, "great", 53, 52);
	check_mood(game, "awful", 47, 46);
	check_mood(game, "hello", 47, 44);
	start_at(game, plain_yaml, LEVEL_GENTLE);
	check_mood(game, "great", 68, 67);
	check_mood(game, "poor", 67, 65); /* -3/2, -5/2 toward zero */
	check_mood(game, "hello", 67, 63);
	start_at(game, plain_yaml, LEVEL_TOUGH);
	check_mood(game, "great", 38, 37);
	check_mood(game, "awful", 26, 25);
}

static void test_without_patience_the_last_ending(void **state)
{
	struct game *game = *state;
	struct error err;

	start(game, plain_yaml);
	assert_string_equal("Ow. / * Walked.", say(game, "sorry"));
	assert_string_equal("walked", ending(game));
	assert_false(session_say(game->session, STR("hello"), 0, &err));
	assert_int_equal(ERROR_USAGE, err.kind);
	start(game, plain_yaml);
	while (!session_ended(game->session))
		say(game, "awful");
	assert_string_equal("* Walked.",
			    join(game, session_last(game->session)->answer,
				 session_last(game->session)->nr_answer));
	assert_int_equal(9, session_nr_turns(game->session));
}

static void test_the_first_ending_that_holds(void **state)
{
	struct game *game = *state;

	start(game, plain_yaml);
	assert_string_equal("* Done.", say(game, "fault"));
	assert_string_equal("done", ending(game));
	assert_int_equal(-1, session_last(game->session)->scene_after);
}

static void test_after_sixty_turns_the_last_ending(void **state)
{
	struct game *game = *state;

	start(game, plain_yaml);
	for (int i = 1; i < SESSION_MAX_TURNS; i++)
		assert_string_equal("One.", say(game, "great"));
	assert_string_equal("* Walked.", say(game, "great"));
}

/* ---- acts and channels ------------------------------------------------- */

static const char acts_yaml[] = HEAD
	"reactions: [{if: did(blame), say: \"R.\"}]\n"
	"topics: {board: {heard: [\"board\"], say: [\"Board.\"]}}\n"
	"facts: {plan: {is: a plan, must: true, heard: [\"plan\"]}}\n"
	"start: a\n"
	"scenes:\n"
	"  a:\n"
	"    narrator: \"Morning.\"\n"
	"    replies:\n"
	"      - {act: email, text: \"Write to her.\", go: mail}\n"
	"      - {act: voicemail, text: \"Leave a word.\", go: box}\n"
	"      - {act: call, text: \"Ring her.\", go: talk}\n"
	"  b:\n"
	"    replies:\n"
	"      - {act: email, text: \"Write to her.\", go: mail}\n"
	"      - {act: wait, text: \"Let it rest.\", go: end}\n"
	"  mail:\n"
	"    channel: email\n"
	"    listen: [{say: \"A mail.\", mood: {patience: -5}, go: b}]\n"
	"  box:\n"
	"    channel: voicemail\n"
	"    listen: [{if: did(voicemail) and told(plan), go: talk}, {go: b}]\n"
	"  talk:\n"
	"    channel: call\n"
	"    client: [{if: ever did(voicemail), say: \"You rang.\"}, "
	"\"Yes?\"]\n"
	"    listen: [{say: \"Hm.\"}, {go: end}]\n" ENDINGS;

static void test_in_writing_nobody_answers_at_once(void **state)
{
	struct game *game = *state;

	start(game, acts_yaml);
	assert_string_equal("* Morning.", opening(game));
	assert_string_equal("", act(game, ACT_EMAIL));
	assert_int_equal(50, session_trust(game->session));
	/* no reaction, no answer, no patience lost but what is written */
	assert_string_equal("A mail.", say(game, "The awful board fault"));
	assert_int_equal(45, session_patience(game->session));
	assert_true(session_trust(game->session) < 50);
	assert_int_equal(CHANNEL_EMAIL, session_channel(game->session));
	assert_string_equal("b", scene(game));
}

static void test_words_in_voicemail_are_did_voicemail(void **state)
{
	struct game *game = *state;

	start(game, acts_yaml);
	act(game, ACT_VOICEMAIL);
	assert_string_equal("You rang.", say(game, "Here is the plan."));
	assert_int_equal(1, session_told(game->session));
	assert_int_equal(CHANNEL_CALL, session_channel(game->session));
}

/* Points of the conversation's own lines. */
static int conversation_points(struct game *game)
{
	struct summary summary = session_summary(game->session, &game->arena);
	int points = 0;

	for (size_t i = 0; i < summary.nr_lines; i++)
		if (summary.lines[i].kind == LINE_CONVERSATION)
			points += summary.lines[i].points;
	return points;
}

static void test_who_rings_has_opened_the_talk(void **state)
{
	static const char yaml[] = HEAD
		"facts: {plan: {is: a plan, must: true, heard: [\"plan\"]}}\n"
		"start: a\n"
		"scenes:\n"
		"  a:\n"
		"    replies:\n"
		"      - {act: call, text: \"Ring.\", go: b}\n"
		"      - {act: wait, text: \"Wait.\", go: b}\n"
		"  b:\n"
		"    channel: call\n"
		"    client: [{say: \"Well?\", means: [status_query]}]\n"
		"    listen: [{go: end}]\n" ENDINGS;
	struct game *game = *state;

	start(game, yaml);
	act(game, ACT_CALL);
	say(game, "great plan");
	assert_int_equal(0, conversation_points(game));
	start(game, yaml);
	act(game, ACT_WAIT);
	say(game, "great plan");
	assert_int_equal(-5, conversation_points(game));
}

static void test_typed_words_choose_the_act_they_name(void **state)
{
	static const struct {
		const char *words;
		enum act act;
	} cases[] = {
		{ "I'll ring her", ACT_CALL },
		{ "Let me write her an e-mail", ACT_EMAIL },
		{ "call", ACT_CALL },
		{ "I'd rather call her than write.", ACT_CALL },
		{ "Not an email. I'll call.", ACT_CALL },
		{ "leave her a message", ACT_VOICEMAIL },
		{ "ring her.", ACT_CALL },
		{ "Dana should hear it from me, by phone", ACT_CALL },
	};
	struct game *game = *state;

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		start(game, acts_yaml);
		say(game, cases[i].words);
		assert_int_equal(1, session_nr_turns(game->session));
		assert_int_equal(cases[i].act,
				 session_last(game->session)->act);
	}
}

static void test_other_words_go_through_a_call(void **state)
{
	static const char *const lines[] = {
		"Dana, the plan has slipped.",
		"Hi, sorry to call so early. The plan has slipped.",
		"I should have called you. The plan has slipped.",
		"The plan has slipped.",
		"Wait, before anything else: the plan has slipped.",
	};
	struct game *game = *state;

	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		start(game, acts_yaml);
		assert_string_equal("Hm.", say(game, lines[i]));
		assert_int_equal(2, session_nr_turns(game->session));
		assert_int_equal(ACT_CALL, session_turn(game->session, 0)->act);
		assert_int_equal(1, session_last(game->session)->told);
	}
}

static void test_words_with_no_way_in_are_refused(void **state)
{
	struct game *game = *state;
	struct error err;

	start(game, acts_yaml);
	assert_false(session_say(game->session, STR("I won't call"), 0, &err));
	assert_non_null(strstr(err.text, "call (Ring her.)"));
	act(game, ACT_EMAIL);
	say(game, "hello");
	assert_false(session_say(game->session, STR("Hello?"), 0, &err));
	assert_int_equal(ERROR_USAGE, err.kind);
	assert_non_null(strstr(err.text, "email (Write to her.)"));
	assert_int_equal(2, session_nr_turns(game->session));
	assert_false(session_act(game->session, ACT_CALL, &err));
	assert_false(session_say(game->session, STR("  "), 0, &err));
	assert_string_equal("* Done.", say(game, "I'll wait"));
}

/* ---- suggestions, drafts, replays -------------------------------------- */

static const char replies_yaml[] =
	HEAD "start: a\n"
	     "scenes:\n"
	     "  a:\n"
	     "    channel: call\n"
	     "    client: [\"One.\"]\n"
	     "    listen: [{say: [\"A.\", \"B.\"]}, {go: a}]\n"
	     "    replies:\n"
	     "      - \"great one\"\n"
	     "      - {act: wait, text: \"Wait.\", go: end}\n"
	     "      - \"great two\"\n"
	     "      - \"great three\"\n"
	     "      - {act: call, text: \"Ring.\", go: end}\n"
	     "      - \"great four\"\n" ENDINGS;

static void test_suggestions_are_used_up(void **state)
{
	struct suggestion shown[SUGGESTIONS_MAX], again[SUGGESTIONS_MAX];
	struct game *game = *state;
	struct error err;

	start(game, replies_yaml);
	assert_int_equal(5, session_suggestions(game->session, shown));
	assert_int_equal(ACT_WAIT, shown[3].act);
	assert_int_equal(2, shown[3].place);
	assert_int_equal(ACT_CALL, shown[4].act);
	assert_true(session_pick(game->session, 2, &err));
	assert_int_equal(shown[1].place, session_last(game->session)->picked);
	assert_true(
		str_equal(shown[1].text, session_last(game->session)->said));
	assert_int_equal(5, session_suggestions(game->session, again));
	assert_int_equal(shown[0].place, again[0].place);
	assert_int_equal(shown[2].place, again[1].place);
	assert_true(session_pick(game->session, 1, &err));
	assert_int_equal(4, session_suggestions(game->session, again));
	assert_false(session_pick(game->session, 5, &err));
	assert_true(session_pick(game->session, 4, &err));
	assert_true(session_ended(game->session));
	assert_int_equal(0, session_suggestions(game->session, again));
}

static void test_a_picked_text_is_judged_like_a_typed_one(void **state)
{
	struct game *game = *state;
	struct error err;

	start(game, replies_yaml);
	assert_true(session_say(game->session, STR("great one"), 1, &err));
	assert_int_equal(53, session_trust(game->session));
	assert_false(session_say(game->session, STR("Wait."), 2, &err));
	assert_false(session_say(game->session, STR("x"), 7, &err));
}

static void test_a_draft_changes_nothing(void **state)
{
	struct game *game = *state;
	struct arena arena = { 0 };
	const struct verdict *draft;

	start(game, acts_yaml);
	assert_null(session_draft(game->session, STR("great"), &arena));
	act(game, ACT_CALL);
	draft = session_draft(game->session, STR("great plan"), &arena);
	assert_int_equal(80, draft->score);
	assert_int_equal(50, session_trust(game->session));
	assert_int_equal(0, session_told(game->session));
	assert_null(session_draft(game->session, STR(" "), &arena));
	say(game, "great plan");
	assert_int_equal(draft->score,
			 session_last(game->session)->verdict->score);
	arena_release(&arena);
}

static bool scores(struct game *game, const char *words)
{
	say(game, words);
	return session_last(game->session)->verdict->scored;
}

static void test_first_words_open_and_last_scenes_close(void **state)
{
	struct game *game = *state;

	start(game,
	      HEAD "start: a\n"
		   "scenes:\n"
		   "  a: {channel: call, client: [\"A.\"], listen: [{if: "
		   "direct >= 80, say: \"a\"}, {go: b}]}\n"
		   "  b: {client: [\"B.\"], listen: [{say: \"b\"}, {go: c}]}\n"
		   "  c: {replies: [{act: email, text: \"Write.\", go: d}]}\n"
		   "  d: {channel: email, listen: [{say: \"d\"}, {go: "
		   "end}]}\n" ENDINGS);
	assert_false(scores(game, "omega"));
	assert_string_equal("b", scene(game));
	assert_false(scores(game, "alpha"));
	assert_true(scores(game, "omega"));
	assert_string_equal("c", scene(game));
	act(game, ACT_EMAIL);
	assert_true(scores(game, "omega"));
	start(game, acts_yaml);
	act(game, ACT_CALL);
	assert_true(scores(game, "alpha"));
}

static void test_a_replay_is_the_same_talk(void **state)
{
	static const char *const lines[] = {
		"The board?", "poor", "And then?", "great plan", "crew, shop?",
	};
	struct game *game = *state;
	struct str why[ARRAY_LEN(lines)];
	int trust[ARRAY_LEN(lines)];

	start_at(game, topics_yaml, LEVEL_TOUGH);
	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		say(game, lines[i]);
		why[i] = arena_str(&game->arena,
				   session_last(game->session)->why);
		trust[i] = session_trust(game->session);
	}
	start_at(game, topics_yaml, LEVEL_TOUGH);
	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		say(game, lines[i]);
		assert_string_equal(why[i].ptr,
				    session_last(game->session)->why.ptr);
		assert_int_equal(trust[i], session_trust(game->session));
	}
}

static void test_a_talk_may_start_in_any_scene(void **state)
{
	struct session_options options = { .seed = 1, .level = LEVEL_FIRM };
	struct game *game = *state;

	start(game, reactions_yaml);
	session_free(game->session);
	options.start = scenario_scene(game->scenario, STR("b"));
	game->session = session_new(game->scenario, &game->rubric, &options);
	assert_string_equal("Bee.", opening(game));
	/* a detour that began nowhere ends at the start */
	assert_string_equal("Back. / One.", say(game, "great"));
}

static void test_the_trace_names_what_answered(void **state)
{
	struct game *game = *state;
	const char *why;

	start(game, topics_yaml);
	say(game, "poor");
	why = session_last(game->session)->why.ptr;
	assert_non_null(strstr(why, "score 20: trust -3 patience -5"));
	assert_non_null(strstr(why, "listen 2 of a (line "));
	assert_non_null(strstr(why, "): trust -10 patience +0"));
}

/* What moved the mood in the last turn: "-6/-7 judged; -1/-2 'Line.'" */
static const char *moves(struct game *game)
{
	const struct turn *turn = session_last(game->session);

	strbuf_truncate(&game->heard, 0);
	strbuf_add(&game->heard, STR(""));
	for (size_t i = 0; i < turn->nr_moves; i++)
		strbuf_addf(&game->heard, "%s%+d/%+d %s'" STR_FMT "'",
			    i ? "; " : "", turn->moves[i].trust,
			    turn->moves[i].patience,
			    turn->moves[i].judged ? "judged " : "",
			    STR_ARG(turn->moves[i].line));
	return game->heard.ptr;
}

static void test_a_turn_knows_what_moved_the_mood(void **state)
{
	struct game *game = *state;

	start(game, plain_yaml);
	say(game, "great");
	assert_string_equal("+3/+2 judged ''", moves(game));
	say(game, "sorry");
	/* no further than to the end of the scale */
	assert_string_equal("+1/+0 judged ''; +0/-52 'Ow.'", moves(game));
	start(game, HEAD "start: a\n"
			 "scenes:\n"
			 "  a: {channel: call, client: [\"A.\"], listen: [{if: "
			 "did(blame), mood: {trust: -4}, go: b}, {go: end}]}\n"
			 "  b: {client: [{say: \"B.\", mood: {trust: -5}}], "
			 "listen: [{go: end}]}\n" ENDINGS);
	say(game, "fault");
	assert_string_equal("-1/-2 judged ''; -4/+0 ''; -5/+0 'B.'",
			    moves(game));
}

/* ---- points left on the table ------------------------------------------- */

static const char better_yaml[] =
	HEAD "start: a\n"
	     "scenes:\n"
	     "  a:\n"
	     "    channel: call\n"
	     "    client: [\"One.\"]\n"
	     "    listen:\n"
	     "      - {if: direct >= 80, say: \"Good.\", mood: {trust: +9}}\n"
	     "      - {if: did(apology), go: b}\n"
	     "      - {say: [\"A.\", \"B.\"]}\n"
	     "      - {go: a}\n"
	     "    replies: [\"great\", \"poor\", \"sorry\"]\n"
	     "  b: {client: [\"Bee.\"], listen: [{go: end}]}\n" ENDINGS;

static void check_better(struct game *game, size_t i, const char *expected)
{
	struct strbuf got = { 0 };
	struct better *all;
	size_t nr;

	all = session_better(game->session, &game->arena, &nr);
	assert_true(i < nr);
	strbuf_addf(&got, "turn %d, %+d: " STR_FMT " / " STR_FMT,
		    all[i].turn->number, all[i].points, STR_ARG(all[i].reply),
		    STR_ARG(all[i].answer));
	assert_string_equal(expected, got.ptr);
	strbuf_release(&got);
}

static void test_better_replies_are_found_and_said(void **state)
{
	struct game *game = *state;
	const struct better *better;
	struct error err;
	size_t nr;

	start(game, better_yaml);
	say(game, "poor");
	say(game, "awful");
	say(game, "great");
	assert_true(session_say(game->session, STR("great"), 1, &err));
	say(game, "hello");
	better = session_better(game->session, &game->arena, &nr);
	assert_int_equal(4, nr); /* of scored turns */
	assert_int_equal(2, better_lost(better, nr));
	check_better(game, 0, "turn 2, +80: great / Good.");
	check_better(game, 1, "turn 1, +60: great / Good.");
	/* the reply itself is none to compare with */
	check_better(game, 3, "turn 4, -20: sorry / ");
	assert_int_equal(5, session_nr_turns(game->session));
	/* before it, with it, and then as it was played */
	better = session_better(game->session, &game->arena, &nr);
	assert_int_equal(5, better[0].trust.nr);
	assert_int_equal(47, better[0].trust.instead[0]);
	assert_int_equal(41, better[0].trust.played[1]);
	assert_int_equal(59, better[0].trust.instead[1]);
	assert_int_equal(47, better[0].patience.instead[1]);
}

/* Their words are in the answer, and outlive the talk it was tried in. */
static void test_a_better_reply_is_taken_up(void **state)
{
	struct game *game = *state;

	start(game, HEAD "start: a\n"
			 "reactions:\n"
			 "  - {if: direct >= 80, say: \"{time}. Good.\"}\n"
			 "scenes:\n"
			 "  a:\n"
			 "    channel: call\n"
			 "    client: [\"One.\"]\n"
			 "    listen: [{say: [\"A.\", \"B.\"]}, {go: a}]\n"
			 "    replies: [\"great on Friday\"]\n" ENDINGS);
	say(game, "poor");
	check_better(game, 0,
		     "turn 1, +60: great on Friday / On Friday. Good.");
}

static void test_moods_are_compared_while_words_fit(void **state)
{
	struct game *game = *state;
	const struct better *better;
	size_t nr;

	start(game, better_yaml);
	say(game, "sorry");
	say(game, "poor");
	better = session_better(game->session, &game->arena, &nr);
	/* with the other reply the second turn was said elsewhere */
	assert_int_equal(20, better[0].points);
	assert_int_equal(1, better[0].turn->number);
	assert_int_equal(2, better[0].trust.nr);
	assert_int_equal(62, better[0].trust.instead[1]);
}

static void test_acts_are_compared_with_acts(void **state)
{
	struct game *game = *state;
	size_t nr;

	start(game, acts_yaml);
	say(game, "great");
	assert_int_equal(2, session_nr_turns(game->session));
	session_better(game->session, &game->arena, &nr);
	assert_int_equal(0, nr); /* no rule here judges acts */
}

static void test_mood_in_words(void **state)
{
	(void)state;
	assert_string_equal("warm", mood_words(80, 60).ptr);
	assert_string_equal("wary", mood_words(40, 60).ptr);
	assert_string_equal("losing patience", mood_words(80, 20).ptr);
	assert_string_equal("about to hang up", mood_words(80, 0).ptr);
}

static void test_mood_as_a_line(void **state)
{
	const int moods[] = { 0, 40, 100 };
	struct strbuf line = { 0 };

	(void)state;
	mood_line(&line, moods, 3, false);
	assert_string_equal("▁▄█", line.ptr);
	mood_line(&line, moods, 3, true);
	assert_string_equal("▁▄█_.^", line.ptr);
	strbuf_release(&line);
}

#define GAME(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		GAME(test_a_line_is_said_once),
		GAME(test_an_entry_without_lines_acts_once),
		GAME(test_client_entries_may_go_on_at_once),
		GAME(test_a_reaction_replaces_an_entry_without_if),
		GAME(test_of_an_entry_with_if_it_takes_only_the_line),
		GAME(test_a_reaction_begins_a_detour),
		GAME(test_detours_nest),
		GAME(test_topics_answer_the_next_line_each_time),
		GAME(test_a_question_has_one_answer),
		GAME(test_neither_of_two_questions_is_passed_over),
		GAME(test_an_answer_names_what_was_asked_about),
		GAME(test_a_remark_comes_where_nothing_else_speaks),
		GAME(test_a_line_takes_up_the_time_that_was_named),
		GAME(test_a_line_quotes_what_weighs_most),
		GAME(test_a_nod_shows_that_something_arrived),
		GAME(test_who_sums_up_gets_no_nod),
		GAME(test_a_promise_is_taken_up),
		GAME(test_the_last_of_many_facts_and_topics),
		GAME(test_a_nod_to_how_it_was_said),
		GAME(test_a_clumsy_turn_is_half_heard),
		GAME(test_a_time_or_a_sum_is_said_back),
		GAME(test_after_two_answers_the_entry_speaks_as_well),
		GAME(test_what_leads_on_leaves_room_for_an_answer),
		GAME(test_no_question_is_passed_over),
		GAME(test_news_leaves_no_question_standing),
		GAME(test_a_farewell_waits_for_an_unheard_question),
		GAME(test_an_answer_meets_its_kind_of_question),
		GAME(test_a_farewell_follows_the_last_answer),
		GAME(test_what_is_only_asked_is_not_heard_in_a_statement),
		GAME(test_a_bare_follow_up_asks_again),
		GAME(test_pushbacks_come_as_often_as_the_level_says),
		GAME(test_a_tough_client_presses_who_does_well),
		GAME(test_a_pushback_is_answered_by_its_principle),
		GAME(test_met_takes_the_line_and_a_reaction_goes_first),
		GAME(test_a_met_pushback_swallows_no_question),
		GAME(test_scores_move_the_mood),
		GAME(test_without_patience_the_last_ending),
		GAME(test_the_first_ending_that_holds),
		GAME(test_after_sixty_turns_the_last_ending),
		GAME(test_in_writing_nobody_answers_at_once),
		GAME(test_words_in_voicemail_are_did_voicemail),
		GAME(test_who_rings_has_opened_the_talk),
		GAME(test_typed_words_choose_the_act_they_name),
		GAME(test_other_words_go_through_a_call),
		GAME(test_words_with_no_way_in_are_refused),
		GAME(test_suggestions_are_used_up),
		GAME(test_a_picked_text_is_judged_like_a_typed_one),
		GAME(test_a_draft_changes_nothing),
		GAME(test_first_words_open_and_last_scenes_close),
		GAME(test_a_replay_is_the_same_talk),
		GAME(test_a_talk_may_start_in_any_scene),
		GAME(test_the_trace_names_what_answered),
		GAME(test_mood_in_words),
		GAME(test_mood_as_a_line),
		GAME(test_a_turn_knows_what_moved_the_mood),
		GAME(test_better_replies_are_found_and_said),
		GAME(test_a_better_reply_is_taken_up),
		GAME(test_moods_are_compared_while_words_fit),
		GAME(test_acts_are_compared_with_acts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
