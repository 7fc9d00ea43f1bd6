/* Drills and the logs of their hours: taken, or refused with a reason. */
#include "fuzz.h"
#include "io/room_parts.h"
#include "rehearse/load.h"

/* Three people, two rounds, one of them marked. */
static struct drill plan(struct drill_round rounds[2])
{
	static struct str people[] = { { "Ana", 3 }, { "Ben", 3 } };

	rounds[0] = (struct drill_round){ .minutes = 4, .pass = -1 };
	rounds[1] = (struct drill_round){ .minutes = 4, .mark = true };
	return (struct drill){
		.minutes = 20,
		.people = people,
		.nr_people = ARRAY_LEN(people),
		.rounds = rounds,
		.nr_rounds = 2,
	};
}

static void replay(struct arena *arena, struct str bytes)
{
	struct drill_round rounds[2];
	const struct drill drill = plan(rounds);
	struct hour *hour = NULL;
	struct drill_log log;
	struct error err = { 0 };

	if (log_read(arena, STR("fuzz"), bytes, &log, &err))
		hour = log_replay(&log, &drill, STR("fuzz"), &err);
	must(hour || err.kind == ERROR_DATA, "a log is taken or refused");
	must(!hour || hour->nr_queue <= hour_nr_here(hour),
	     "only who is here waits");
	hour_free(hour);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t nr)
{
	struct str input = { (const char *)bytes, nr };
	struct problems problems = { 0 };
	struct arena arena = { 0 };
	const struct drill *drill;

	drill = drill_load(&arena, STR("fuzz"), input, &problems);
	must(drill ? !problems.nr : problems.nr > 0,
	     "it is loaded, or there are problems");
	must(!drill || drill_room(drill) >= 0, "no fewer than nobody fit");
	replay(&arena, input);
	arena_release(&arena);
	return 0;
}
