/*
 * The search for what no run came to: how near a moment is, and that a thing
 * which asks for several others, one after the other, is found by steps.
 */
#include "loading.h"

#include <stdlib.h>

#include "core/player_parts.h"
#include "rehearse/embedded.h"

/* The last line of `thanks` waits for three facts and for two lines of another
 * entry; `aside` comes back to where it began. */
static const char stairs[] =
	"format: rehearse/scenario 1\n"
	"id: stairs\n"
	"title: The gate is crooked\n"
	"summary: A gate was hung, and it does not close.\n"
	"kind: complaint\n"
	"you: {fault: yours}\n"
	"client: {name: Olga Moss, trust: 50, patience: 90}\n"
	"facts:\n"
	"  hinge: {is: the hinge is bent, heard: [\"hinge\"]}\n"
	"  crew: {is: the crew is away, heard: [\"crew\"]}\n"
	"  ferry: {is: the ferry is full, heard: [\"ferry\"]}\n"
	"topics:\n"
	"  else: {say: [\"No idea.\", \"Who knows.\", \"Well.\"]}\n"
	"reactions:\n"
	"  - {if: did(belittle), say: \"Excuse me?\", go: aside}\n"
	"pushbacks:\n"
	"  - {probes: together, say: \"And what do I do?\", met: \"All "
	"right.\"}\n"
	"  - {probes: good_news, say: \"Nothing good, then?\", met: \"All "
	"right.\"}\n"
	"start: porch\n"
	"scenes:\n"
	"  porch:\n"
	"    channel: call\n"
	"    client: [\"It will not close.\"]\n"
	"    listen:\n"
	"      - {if: told(hinge), go: yard}\n"
	"      - {if: told(crew) and told(ferry), go: hall}\n"
	"      - say: [\"It still will not.\", \"And the dog is out.\"]\n"
	"      - go: hall\n"
	"    replies: [\"The hinge is bent.\", \"Gates are gates.\"]\n"
	"  yard:\n"
	"    listen:\n"
	"      - {if: told(crew), go: hall}\n"
	"      - {go: hall}\n"
	"    replies: [\"The crew is away.\", \"We shall see.\"]\n"
	"  hall:\n"
	"    listen:\n"
	"      - {if: told(hinge) and told(crew) and told(ferry) and turn > 5, "
	"go: thanks}\n"
	"      - {if: turn > 9, go: end}\n"
	"      - say: [\"Is that all?\", \"Anything more?\", \"Go on.\", "
	"\"Hm.\"]\n"
	"      - go: end\n"
	"    replies: [\"The ferry is full.\", \"That is all.\"]\n"
	"  thanks:\n"
	"    listen:\n"
	"      - {if: just told(hinge or crew or ferry), go: end}\n"
	"      - {if: not told(ferry), say: \"Never.\"}\n"
	"      - say: [\"A.\", \"B.\", \"C.\", \"D.\", \"E.\", \"F.\", \"G.\", "
	"\"H.\"]\n"
	"      - {if: did(ownership), go: end}\n"
	"      - {go: end}\n"
	"    replies: [\"The hinge is bent.\", \"The crew is away.\"]\n"
	"  aside:\n"
	"    listen:\n"
	"      - {go: back}\n"
	"    replies: [\"I am sorry.\", \"Never mind.\"]\n"
	"endings:\n"
	"  mended: {kind: good, if: told(hinge) and told(ferry), say: \"She "
	"waves.\"}\n"
	"  crooked: {kind: bad, say: \"She shuts the door.\"}\n";
enum { PORCH, YARD, HALL, THANKS, ASIDE, MENDED, CROOKED };

struct fixture {
	struct arena arena;
	struct rubric rubric;
	const struct scenario *scenario;
	struct player *player;
};

static int set_up(void **state)
{
	struct fixture *f = memory_new(sizeof(*f));
	struct problems problems = { 0 };
	struct error err;

	*f = (struct fixture){ 0 };
	*state = f;
	if (!rubric_open(embedded()->rubric, &f->rubric, &err))
		return -1;
	f->rubric.spelling = embedded()->spelling;
	f->scenario = scenario_load(&f->arena, STR("stairs"), str_from(stairs),
				    NULL, 0, &problems);
	print_problems(&problems);
	if (!f->scenario)
		return -1;
	f->player = player_new(f->scenario, &f->rubric, &embedded()->pool,
			       str_from(stairs));
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	player_free(f->player);
	arena_release(&f->arena);
	free(f);
	return 0;
}

static const struct item *item(const struct fixture *f, const char *label)
{
	for (size_t i = 0; i < f->player->nr_items; i++)
		if (str_equal(f->player->items[i].seen.label, str_from(label)))
			return &f->player->items[i];
	fail_msg("no %s", label);
	return NULL;
}

static void say(struct fixture *f, const char *line)
{
	struct input input = say_input(str_from(line));

	assert_true(player_do(f->player, &input));
}

static int far(const struct fixture *f, const char *label)
{
	return player_distance(f->player, item(f, label));
}

static void test_ways_are_measured(void **state)
{
	struct fixture *f = *state;
	const struct player *player = f->player;

	assert_int_equal(1, player_hops(player, PORCH, YARD));
	assert_int_equal(1, player_hops(player, PORCH, HALL));
	assert_int_equal(2, player_hops(player, PORCH, THANKS));
	assert_int_equal(2, player_hops(player, YARD, THANKS));
	assert_int_equal(CONDITION_NEVER, player_hops(player, HALL, YARD));
	assert_int_equal(1, player_hops(player, HALL, CROOKED));
	assert_int_equal(2, player_hops(player, PORCH, MENDED));
	/* a detour leads back to where it began, and nowhere else */
	assert_int_equal(1, player_hops(player, HALL, ASIDE));
	assert_int_equal(2, player_hops(player, HALL, HALL));
	assert_int_equal(1, player_hops(player, ASIDE, YARD));
}

static void test_what_is_told_brings_nearer(void **state)
{
	struct fixture *f = *state;
	int before;

	player_begin_at(f->player, LEVEL_FIRM);
	before = far(f, "listen 1 of hall");
	say(f, "The crew is away.");
	assert_true(far(f, "listen 1 of hall") < before);
	before = far(f, "listen 1 of hall");
	say(f, "The ferry is full.");
	assert_true(far(f, "listen 1 of hall") < before);
}

/* What is above has to fail, or to have said all it has. */
static void test_what_goes_before_is_far(void **state)
{
	struct fixture *f = *state;

	player_begin_at(f->player, LEVEL_GENTLE);
	assert_int_equal(2, far(f, "listen 4 of porch"));
	say(f, "It is a gate.");
	assert_int_equal(1, far(f, "listen 4 of porch"));
	say(f, "It is a gate.");
	assert_int_equal(0, far(f, "listen 4 of porch"));
	player_begin_at(f->player, LEVEL_GENTLE);
	say(f, "The hinge is bent.");
	assert_true(far(f, "listen 4 of porch") >= CONDITION_NEVER);
	assert_true(far(f, "listen 2 of thanks") < CONDITION_NEVER);
	say(f, "The ferry is full.");
	assert_true(far(f, "listen 2 of thanks") >= CONDITION_NEVER);
}

/* What is served worse is pressed first, and by nobody gentle. */
static void test_a_pushback_waits_for_the_weaker(void **state)
{
	struct fixture *f = *state;

	player_begin_at(f->player, LEVEL_FIRM);
	assert_int_equal(0, far(f, "pushback 1"));
	say(f, "What would help you most until then? Let us look for a way "
	       "together.");
	assert_int_equal(1, far(f, "pushback 1"));
	assert_int_equal(0, far(f, "pushback 2"));
	player_begin_at(f->player, LEVEL_GENTLE);
	assert_true(far(f, "pushback 2") >= CONDITION_NEVER);
}

static void test_the_nearest_moment_is_kept(void **state)
{
	struct fixture *f = *state;
	const struct item *deep = item(f, "listen 4 of thanks");
	int nearest;

	f->player->kinds = PLAYER_ALL_KINDS;
	player_begin_at(f->player, LEVEL_FIRM);
	say(f, "The crew is away.");
	say(f, "The ferry is full.");
	nearest = player_distance(f->player, deep);
	player_begin_at(f->player, LEVEL_FIRM);
	say(f, "Gates are gates.");
	say(f, "The hinge is bent.");
	assert_int_equal(-nearest, deep->near[HALL].worth);
	player_replay(f->player, &deep->near[HALL]);
	assert_int_equal(HALL, session_scene(f->player->session));
	assert_int_equal(nearest, player_distance(f->player, deep));
}

/* Lines of the script's own are learnt to show what they show. */
static void test_lines_are_studied(void **state)
{
	struct fixture *f = *state;
	uint64_t shown = 0;

	player_explore(f->player, PLAYER_ALL_KINDS, 60);
	assert_true(f->player->studied > embedded()->pool.nr);
	for (size_t i = embedded()->pool.nr; i < f->player->studied; i++)
		shown |= f->player->lines.items[i].behaviours;
	assert_true(shown);
}

/* Whatever chance brings: the deepest item well within one search. */
static void test_the_deepest_is_found_by_steps(void **state)
{
	struct fixture *f = *state;

	for (uint64_t start = 0; start < 12; start++) {
		player_free(f->player);
		f->player = player_new(f->scenario, &f->rubric,
				       &embedded()->pool, str_from(stairs));
		f->player->draws = start * 1000003;
		player_explore(f->player, PLAYER_ALL_KINDS, 250);
		if (!item(f, "listen 4 of thanks")->seen.happened)
			fail_msg("start %d", (int)start);
		assert_false(item(f, "listen 2 of thanks")->seen.happened);
	}
}

/* A list too long to be looked through at every step is searched all the
 * same. */
static void test_without_a_guide(void **state)
{
	struct fixture *f = *state;

	f->player->guided = false;
	player_explore(f->player, PLAYER_ALL_KINDS, 300);
	assert_null(item(f, "listen 4 of thanks")->near);
	assert_true(item(f, "listen 1 of yard")->seen.happened);
	assert_true(item(f, "ending mended")->seen.happened);
}

static void test_a_visit_is_in_its_scene(void **state)
{
	struct fixture *f = *state;

	assert_null(player_visit(f->player, THANKS));
	player_explore(f->player, PLAYER_ALL_KINDS, 300);
	for (int scene = PORCH; scene <= ASIDE; scene++) {
		const struct session *session =
			player_visit(f->player, (size_t)scene);

		assert_non_null(session);
		assert_int_equal(scene, session_scene(session));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_ways_are_measured, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_what_is_told_brings_nearer,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_what_goes_before_is_far,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_a_pushback_waits_for_the_weaker, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(test_the_nearest_moment_is_kept,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_lines_are_studied, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(
			test_the_deepest_is_found_by_steps, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_without_a_guide, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(test_a_visit_is_in_its_scene,
						set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
