/*
 * Whose turn it is: a queue for each round, from which one conversation after
 * the other is begun and closed.
 */
#include "hour_parts.h"

bool hour_has_talked(const struct hour *hour)
{
	return hour->nr_talks &&
	       hour->talks[hour->nr_talks - 1].round == hour->round;
}

void hour_leave_queue(struct hour *hour, size_t person)
{
	size_t kept = 0;

	for (size_t i = 0; i < hour->nr_queue; i++)
		if (hour->queue[i] != person)
			hour->queue[kept++] = hour->queue[i];
	hour->nr_queue = kept;
}

void hour_put_first(struct hour *hour, size_t person)
{
	hour_leave_queue(hour, person);
	for (size_t i = hour->nr_queue++; i; i--)
		hour->queue[i] = hour->queue[i - 1];
	hour->queue[0] = person;
}

static unsigned talks_of(const struct hour *hour, size_t person)
{
	unsigned nr = 0;

	for (size_t i = 0; i < hour->nr_talks; i++)
		nr += hour->talks[i].person == person &&
		      hour_counts(hour, &hour->talks[i]);
	return nr;
}

/* Everybody who is here, those who talked least before the others. */
static void fill_queue(struct hour *hour)
{
	hour->nr_queue = 0;
	for (unsigned talks = 0; hour->nr_queue < hour_nr_here(hour); talks++)
		for (size_t i = 0; i < hour->nr_people; i++)
			if (hour->people[i].here && talks_of(hour, i) == talks)
				hour->queue[hour->nr_queue++] = i;
}

size_t hour_next_here(const struct hour *hour, size_t person)
{
	do {
		person = (person + 1) % hour->nr_people;
	} while (!hour->people[person].here);
	return person;
}

void hour_hand_on(struct hour *hour)
{
	if (!hour->nr_queue || !hour_has_time(hour)) {
		hour->phase = HOUR_ROUND_DEBRIEF;
		return;
	}
	hour->phase = HOUR_BRIEF;
	hour->keys = hour->queue[0];
}

void hour_open_round(struct hour *hour)
{
	hour->round++;
	hour->round_ends = hour->now + hour_share(hour);
	fill_queue(hour);
	hour_hand_on(hour);
}

struct hour_talk *hour_open_talk(struct hour *hour)
{
	return &hour->talks[hour->nr_talks - 1];
}

void hour_start_talk(struct hour *hour)
{
	struct hour_talk talk = {
		.round = hour->round,
		.person = hour->queue[0],
		.try = 1,
	};

	for (size_t i = 0; i < hour->nr_talks; i++)
		talk.try += hour->talks[i].round == talk.round &&
			    hour->talks[i].person == talk.person;
	hour->talks = arena_grow(&hour->arena, hour->talks, hour->nr_talks,
				 &hour->alloc_talks, sizeof(talk));
	hour->talks[hour->nr_talks++] = talk;
	hour->used = 0;
	hour->phase = HOUR_PLAYING;
	hour_start_box(hour);
}

void hour_close_talk(struct hour *hour)
{
	struct hour_talk *talk = hour_open_talk(hour);

	hour_stop_box(hour);
	talk->over = true;
	hour_leave_queue(hour, talk->person);
	hour_hand_on(hour);
}
