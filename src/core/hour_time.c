/* The time box of a conversation, the share of a round. */
#include "hour_parts.h"

uint64_t hour_box(const struct hour *hour)
{
	return (uint64_t)hour_round(hour)->minutes * 60;
}

void hour_start_box(struct hour *hour)
{
	hour->since = hour->now;
}

void hour_stop_box(struct hour *hour)
{
	if (hour->phase == HOUR_PLAYING && !hour->paused)
		hour->used += hour->now - hour->since;
}

uint64_t hour_share(const struct hour *hour)
{
	const struct drill *drill = hour->drill;
	int64_t left = hour_left(hour, hour->now).hour -
		       drill_kept(drill) * 60;
	int minutes = 0;

	for (size_t i = hour->round - 1; i < drill->nr_rounds; i++)
		minutes += drill->rounds[i].minutes;
	if (left < 0)
		return 0;
	return (uint64_t)(left * hour_round(hour)->minutes / minutes);
}

/* Half a box would do. */
bool hour_has_time(const struct hour *hour)
{
	return !hour_has_talked(hour) ||
	       hour->now + hour_box(hour) / 2 <= hour->round_ends;
}
