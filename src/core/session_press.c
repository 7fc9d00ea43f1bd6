/*
 * What a firm or tough client presses with: the pushback that probes the
 * principle which is weakest so far.
 */
#include "session_parts.h"

enum { PRESS_NEUTRAL = 40 }; /* the mean of a principle not yet seen */

/* A pushback speaks at most once in so many turns; 0: never. */
static const int press_every[LEVEL_NR] = {
	[LEVEL_FIRM] = 3,
	[LEVEL_TOUGH] = 2,
};

/* sum/count below other's, exactly; without a count PRESS_NEUTRAL. */
bool session_is_weaker(const struct session *session, int principle, int other)
{
	int a = session->counts[principle], b = session->counts[other];
	long sum_a = a ? session->sums[principle] : PRESS_NEUTRAL;
	long sum_b = b ? session->sums[other] : PRESS_NEUTRAL;

	return sum_a * (b ? b : 1) < sum_b * (a ? a : 1);
}

/*
 * Who reaches an entry with `if` has done what it asks for, and is not pressed
 * on top of it. A tough client does press where the entry says nothing itself,
 * but not on the first words, nor when the talk ends with it: nobody asks and
 * hangs up.
 */
static bool holds_the_floor(const struct session *session,
			    const struct entry *entry)
{
	if (!entry || !entry->condition)
		return false;
	return session->options.level != LEVEL_TOUGH || entry->nr_say ||
	       session->now.turn == 1 ||
	       session_leads_out(session, &entry->go);
}

static int weakest(struct session *session, const struct script *pushbacks)
{
	const struct entry *items = pushbacks->entries->items;
	int best = -1;

	for (size_t i = 0; i < pushbacks->entries->nr; i++) {
		if (!script_has_line(pushbacks, i) ||
		    !script_counts(session, pushbacks, i))
			continue;
		if (best < 0 || session_is_weaker(session, items[i].probes,
						  items[best].probes))
			best = (int)i;
	}
	return best;
}

const struct entry *session_press(struct session *session,
				  const struct entry *instead)
{
	struct script pushbacks = session_pushbacks(session);
	int every = press_every[session->options.level];
	int best;

	if (!every || holds_the_floor(session, instead) ||
	    (session->pressed_turn &&
	     session->now.turn - session->pressed_turn < every))
		return NULL;
	best = weakest(session, &pushbacks);
	if (best < 0)
		return NULL;
	session_use(session, &pushbacks, (size_t)best, true);
	session->pressing = best;
	session->pressed_turn = session->now.turn;
	return &pushbacks.entries->items[best];
}
