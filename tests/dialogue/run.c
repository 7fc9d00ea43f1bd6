/*
 * Runs tests/dialogue/(*).plan: conversations and what must follow from them.
 * A plan's lines, one `key: value` each; `#` begins a comment line.
 *
 *   scenario: ID or path    seed: N    level: LEVEL    fill: KEY=VALUE
 *   act: ACT | you: WORDS | pick: N (its place in the file)
 *
 * and after any input, about the talk as it stands:
 *
 *   scene: ID      ending: ID      ended: no | yes
 *   told: FACT     asked: TOPIC    knows: HIDDEN      (so far)
 *   client: "a whole line" or ~ some words of it      (last turn)
 *   did: BEHAVIOUR or act           (last turn)
 *   score: >= N, <= N or none       (last turn)
 *   trust: >= N    patience: <= N
 *
 * Any of them may be preceded by `not`. The first expectation of a plan that
 * fails prints the talk so far with what the engine did and why.
 */
#include <stdio.h>
#include <stdlib.h>

#include "plan.h"
#include "rehearse/embedded.h"

struct check {
	const struct session *session;
	const struct scenario *scenario;
	struct str value;
	struct strbuf *got; /* in words, for the failure */
};

static const struct turn *last(const struct check *check)
{
	return session_last(check->session);
}

static struct str scene_id(const struct scenario *scenario, int scene)
{
	return scene < 0 ? STR("none, it has ended")
			 : scenario->scenes[scene].id;
}

static bool check_scene(const struct check *check)
{
	struct str id =
		scene_id(check->scenario, session_scene(check->session));

	strbuf_add(check->got, id);
	return str_equal(id, check->value);
}

static bool check_ending(const struct check *check)
{
	int ending = session_ending(check->session);
	struct str id = ending < 0 ? STR("no ending")
				   : check->scenario->endings[ending].id;

	strbuf_add(check->got, id);
	return str_equal(id, check->value);
}

static bool check_ended(const struct check *check)
{
	bool ended = session_ended(check->session);

	strbuf_addf(check->got, "ended: %s", ended ? "yes" : "no");
	return ended == str_equal(check->value, STR("yes"));
}

/* The bits' ids are put into `got`; is the value among them? */
static bool check_bits(const struct check *check, script_set bits,
		       struct str (*id)(const struct scenario *, size_t),
		       size_t nr)
{
	bool found = false;

	for (size_t i = 0; i < nr; i++) {
		if (!(bits >> i & 1))
			continue;
		strbuf_addf(check->got, "%s" STR_FMT,
			    check->got->len ? ", " : "",
			    STR_ARG(id(check->scenario, i)));
		found |= str_equal(id(check->scenario, i), check->value);
	}
	if (!check->got->len)
		strbuf_add(check->got, STR("none"));
	return found;
}

static struct str fact_id(const struct scenario *scenario, size_t i)
{
	return scenario->facts[i].id;
}

static struct str topic_id(const struct scenario *scenario, size_t i)
{
	return scenario->topics[i].id;
}

static struct str hidden_id(const struct scenario *scenario, size_t i)
{
	return scenario->hidden[i].id;
}

static bool check_told(const struct check *check)
{
	return check_bits(check, session_told(check->session), fact_id,
			  check->scenario->nr_facts);
}

static bool check_knows(const struct check *check)
{
	return check_bits(check, session_known(check->session), hidden_id,
			  check->scenario->nr_hidden);
}

static bool check_asked(const struct check *check)
{
	script_set asked = 0;

	for (size_t i = 0; i < session_nr_turns(check->session); i++)
		asked |= session_turn(check->session, i)->asked;
	return check_bits(check, asked, topic_id, check->scenario->nr_topics);
}

static bool contains_nocase(struct str text, struct str part)
{
	for (size_t at = 0; at + part.len <= text.len; at++)
		if (str_equal_nocase(str_slice(text, at, at + part.len), part))
			return true;
	return false;
}

static bool check_client(const struct check *check)
{
	size_t nr;
	const struct heard_line *lines = session_opening(check->session, &nr);
	struct str part = check->value;
	bool some = str_starts_with(part, STR("~"));
	bool found = false;

	if (last(check)) {
		lines = last(check)->answer;
		nr = last(check)->nr_answer;
	}
	part = some ? str_trim(str_slice(part, 1, part.len))
		    : str_slice(part, 1, part.len ? part.len - 1 : 0);
	for (size_t i = 0; i < nr; i++) {
		strbuf_addf(check->got, "%s" STR_FMT, i ? " / " : "",
			    STR_ARG(lines[i].text));
		found |= some ? contains_nocase(lines[i].text, part)
			      : str_equal(lines[i].text, part);
	}
	return found;
}

static bool check_did(const struct check *check)
{
	const struct turn *turn = last(check);
	bool found = false;

	if (!turn)
		return false;
	for (int b = 0; b < BEHAVIOUR_NR; b++) {
		struct str name = terms_name(&behaviour_terms, b);

		if (!(turn->verdict->behaviours >> b & 1))
			continue;
		strbuf_addf(check->got, STR_FMT " ", STR_ARG(name));
		found |= str_equal(name, check->value);
	}
	if (turn->act != ACT_NONE || turn->channel == CHANNEL_VOICEMAIL) {
		int act =
			turn->act != ACT_NONE ? (int)turn->act : ACT_VOICEMAIL;

		strbuf_add(check->got, terms_name(&act_terms, act));
		found |= str_equal(terms_name(&act_terms, act), check->value);
	}
	return found;
}

static bool check_number(const struct check *check, int number)
{
	bool most = str_starts_with(check->value, STR("<="));
	uint64_t bound;

	strbuf_addf(check->got, "%d", number);
	if ((!most && !str_starts_with(check->value, STR(">="))) ||
	    !str_number(str_trim(str_slice(check->value, 2, check->value.len)),
			1000, &bound)) {
		strbuf_add(check->got, STR(" (write >= N or <= N)"));
		return false;
	}
	return most ? number <= (int)bound : number >= (int)bound;
}

static bool check_score(const struct check *check)
{
	const struct turn *turn = last(check);
	bool scored = turn && turn->verdict->scored;

	if (str_equal(check->value, STR("none")) || !scored) {
		strbuf_add(check->got, scored ? STR("a score") : STR("none"));
		return !scored && str_equal(check->value, STR("none"));
	}
	return check_number(check, turn->verdict->score);
}

static bool check_trust(const struct check *check)
{
	return check_number(check, session_trust(check->session));
}

static bool check_patience(const struct check *check)
{
	return check_number(check, session_patience(check->session));
}

static const struct {
	const char *key;
	bool (*holds)(const struct check *check);
} checks[] = {
	{ "scene", check_scene },       { "ending", check_ending },
	{ "ended", check_ended },       { "told", check_told },
	{ "asked", check_asked },       { "knows", check_knows },
	{ "client", check_client },     { "did", check_did },
	{ "score", check_score },       { "trust", check_trust },
	{ "patience", check_patience },
};

/* ---- the talk so far --------------------------------------------------- */

static void print_lines(const struct heard_line *lines, size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		printf("    %s" STR_FMT "\n",
		       lines[i].speaker == SPEAKER_CLIENT ? "client: "
							  : "        ",
		       STR_ARG(lines[i].text));
}

static void print_turn(const struct session *session, const struct turn *turn)
{
	const struct rubric *rubric = talk_rubric(session_talk(session));
	const struct verdict *verdict = turn->verdict;

	if (turn->act != ACT_NONE)
		printf("%4d act " STR_FMT "\n", turn->number,
		       STR_ARG(terms_name(&act_terms, (int)turn->act)));
	else
		printf("%4d you: " STR_FMT "\n", turn->number,
		       STR_ARG(turn->said));
	printf("         ");
	if (verdict->scored)
		printf("score %d", verdict->score);
	else
		printf("not scored");
	for (size_t i = 0; i < verdict->nr_findings; i++) {
		const struct finding *finding = &verdict->findings[i];
		struct str id =
			rubric_string(rubric, rubric->rules[finding->rule].id);

		printf(", " STR_FMT " %+d", STR_ARG(id), finding->points);
		if (finding->quote.len)
			printf(" \"" STR_FMT "\"", STR_ARG(finding->quote));
	}
	if (verdict->gate >= 0)
		printf(", gate " STR_FMT,
		       STR_ARG(rubric_string(
			       rubric, rubric->gates[verdict->gate].name)));
	printf("\n         why: " STR_FMT "\n", STR_ARG(turn->why));
	print_lines(turn->answer, turn->nr_answer);
	printf("         trust %d, patience %d, scene " STR_FMT "\n",
	       turn->trust, turn->patience,
	       STR_ARG(scene_id(session_scenario(session), turn->scene_after)));
}

static void print_talk(const struct session *session)
{
	size_t nr;
	const struct heard_line *lines = session_opening(session, &nr);

	print_lines(lines, nr);
	for (size_t i = 0; i < session_nr_turns(session); i++)
		print_turn(session, session_turn(session, i));
}

/* ---- running ----------------------------------------------------------- */

static bool fail(const struct plan *plan, const struct plan_step *step,
		 const struct session *session, struct str got)
{
	printf(STR_FMT ":%u: expected %s" STR_FMT ": " STR_FMT
		       "\n  got: " STR_FMT "\n",
	       STR_ARG(plan->path), step->line, step->not ? "not " : "",
	       STR_ARG(step->key), STR_ARG(step->value), STR_ARG(got));
	print_talk(session);
	printf("again with: make test T=" STR_FMT "\n\n", STR_ARG(plan->path));
	return false;
}

static bool run_step(const struct plan *plan, const struct plan_step *step,
		     struct session *session)
{
	struct strbuf got = { 0 };
	struct check check = {
		.session = session,
		.scenario = session_scenario(session),
		.value = step->value,
		.got = &got,
	};
	struct error err;
	bool passed;

	if (plan_is_input(step))
		return plan_input(step, session, &err) ||
		       fail(plan, step, session, str_from(err.text));
	for (size_t i = 0; i < ARRAY_LEN(checks); i++) {
		if (!str_equal(step->key, str_from(checks[i].key)))
			continue;
		passed = checks[i].holds(&check) != step->not ||
			 fail(plan, step, session, strbuf_str(&got));
		strbuf_release(&got);
		return passed;
	}
	return fail(plan, step, session, STR("a key that is not known"));
}

static bool run_plan(const char *path, const struct rubric *rubric,
		     struct shelf *shelf)
{
	const struct scenario *scenario;
	struct arena arena = { 0 };
	struct session *session;
	struct plan plan;
	struct error err;
	bool passed;

	if (!plan_read(&arena, str_from(path), &plan, &err)) {
		printf("%s:%u: %s\n", path, err.line, err.text);
		arena_release(&arena);
		return false;
	}
	scenario = plan_scenario(shelf, &plan);
	passed = scenario != NULL;
	if (passed) {
		session = plan_session(&plan, scenario, rubric);
		for (size_t i = 0; passed && i < plan.nr_steps; i++)
			passed = run_step(&plan, &plan.steps[i], session);
		session_free(session);
	}
	arena_release(&arena);
	return passed;
}

int main(int argc, char **argv)
{
	struct shelf shelf = { 0 };
	struct rubric rubric;
	struct error err;
	int passed = 0, failed = 0;

	if (!rubric_open(embedded()->rubric, &rubric, &err)) {
		printf("rubric: %s\n", err.text);
		return EXIT_FAILURE;
	}
	rubric.spelling = embedded()->spelling;
	for (int i = 1; i < argc; i++) {
		if (run_plan(argv[i], &rubric, &shelf))
			passed++;
		else
			failed++;
	}
	shelf_release(&shelf);
	printf("dialogue: %d passed, %d failed\n", passed, failed);
	return failed || !passed ? EXIT_FAILURE : EXIT_SUCCESS;
}
