/* What can be asked of an hour. */
#include "rehearse/hour.h"

const struct drill_round *hour_round(const struct hour *hour)
{
	return hour->round ? &hour->drill->rounds[hour->round - 1] : NULL;
}

const struct hour_talk *hour_talk(const struct hour *hour)
{
	if (hour->phase != HOUR_PLAYING && hour->phase != HOUR_MARKING &&
	    hour->phase != HOUR_REVEALED)
		return NULL;
	return &hour->talks[hour->nr_talks - 1];
}

bool hour_counts(const struct hour *hour, const struct hour_talk *talk)
{
	const struct hour_talk *end = hour->talks + hour->nr_talks;

	if (talk->skipped || !talk->turns)
		return false;
	for (const struct hour_talk *later = talk + 1; later < end; later++)
		if (later->round == talk->round &&
		    later->person == talk->person && !later->skipped &&
		    later->turns)
			return false;
	return true;
}

size_t hour_nr_here(const struct hour *hour)
{
	size_t nr = 0;

	for (size_t i = 0; i < hour->nr_people; i++)
		nr += hour->people[i].here;
	return nr;
}

const struct hour_mark *hour_marks(const struct hour *hour, size_t talk,
				   int turn)
{
	for (size_t i = 0; i < hour->nr_marks; i++)
		if (hour->marks[i].talk == talk && hour->marks[i].turn == turn)
			return &hour->marks[i];
	return NULL;
}

int hour_find(const struct hour *hour, struct str name)
{
	uint64_t number;

	for (size_t i = 0; i < hour->nr_people; i++)
		if (str_equal_nocase(hour->people[i].name, name))
			return (int)i;
	if (name.len > 1 && (name.ptr[0] == 'P' || name.ptr[0] == 'p') &&
	    str_number(str_slice(name, 1, name.len), hour->nr_people,
		       &number) && number)
		return (int)number - 1;
	return -1;
}

struct hour_left hour_left(const struct hour *hour, uint64_t now)
{
	int64_t minutes = hour->drill->minutes;
	bool runs = hour->phase == HOUR_PLAYING && !hour->paused;
	uint64_t used = hour_talk(hour) ? hour->used : 0;

	if (!hour->round)
		return (struct hour_left){ .hour = minutes * 60 };
	if (now < hour->now)
		now = hour->now;
	if (runs)
		used += now - hour->since;
	return (struct hour_left){
		.hour = minutes * 60 - (int64_t)(now - hour->begun),
		.round = (int64_t)hour->round_ends - (int64_t)now,
		.box = hour_round(hour)->minutes * 60 - (int64_t)used,
	};
}
