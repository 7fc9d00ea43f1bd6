#include "rehearse/drill.h"

#include <assert.h>

static const char *const hints_names[] = { "on", "off", "exam" };
static_assert(ARRAY_LEN(hints_names) == HINTS_NR, "names");
const struct terms hints_terms = {
	.what = "hints", .names = hints_names, .nr = HINTS_NR,
};

/* A tenth; what is learnt is learnt there. */
int drill_kept(const struct drill *drill)
{
	return (drill->minutes + 9) / 10;
}

/* Minutes one person talks, all rounds together. */
static int minutes_each(const struct drill *drill)
{
	int minutes = 0;

	for (size_t i = 0; i < drill->nr_rounds; i++)
		minutes += drill->rounds[i].minutes;
	return minutes;
}

int drill_room(const struct drill *drill)
{
	return (drill->minutes - drill_kept(drill)) / minutes_each(drill);
}

bool drill_fits(const struct drill *drill, size_t people)
{
	return people <= (size_t)drill_room(drill);
}

void drill_sum(const struct drill *drill, size_t here, struct strbuf *out)
{
	int people = here ? (int)here : drill_room(drill);
	int each = minutes_each(drill), kept = drill_kept(drill);

	if (!people)
		people = 1;
	strbuf_addf(out, "%s%d %s x %d minute%s are %d, and %d for the "
		    "debrief: %d of %d minutes", here ? "" :
		    "up to ", people, people == 1 ? "person" : "people", each,
		    each == 1 ? "" : "s", people * each, kept,
		    people * each + kept, drill->minutes);
}
