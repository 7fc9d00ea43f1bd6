/* Scenarios: either loaded, then it can be played, or with problems. */
#include "fuzz.h"
#include "rehearse/load.h"
#include "rehearse/session.h"

static void play(const struct scenario *scenario)
{
	static const char *const lines[] = {
		"It will be two weeks late, and that is on us.",
		"What would help you most?",
		"I will send it by noon tomorrow.",
	};
	const struct rubric rubric = fuzz_rubric();
	const struct session_options options = {
		.level = scenario->level,
		.start = -1,
	};
	struct session *session = session_new(scenario, &rubric, &options);
	struct error err;

	for (unsigned i = 0; i < 12 && !session_ended(session); i++) {
		struct suggestion offered[SUGGESTIONS_MAX];
		size_t nr = session_suggestions(session, offered);

		must(nr <= SUGGESTIONS_MAX, "there is room for suggestions");
		if (!session_say(session,
				 str_from(lines[i % ARRAY_LEN(lines)]), 0,
				 &err) && nr)
			session_pick(session, (int)(i % nr) + 1, &err);
		must(session_trust(session) >= 0 &&
		     session_trust(session) <= 100, "trust is 0..100");
		must(session_patience(session) >= 0 &&
		     session_patience(session) <= 100, "patience is 0..100");
	}
	session_free(session);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t nr)
{
	struct problems problems = { 0 };
	struct arena arena = { 0 };
	const struct scenario *scenario =
		scenario_load(&arena, STR("fuzz.yaml"), fuzz_bytes(bytes, nr),
			      NULL, 0, &problems);

	must(!scenario == (problems.nr > 0), "a scenario or problems");
	fuzz_check_problems(&problems);
	if (scenario)
		play(scenario);
	arena_release(&arena);
	return 0;
}
