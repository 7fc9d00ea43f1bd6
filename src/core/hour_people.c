/* Who comes and who goes, at any moment. */
#include "hour_parts.h"

#include "rehearse/utf8.h"

static bool is_between(const struct hour *hour)
{
	return hour->phase == HOUR_LOBBY ||
	       hour->phase == HOUR_ROUND_DEBRIEF ||
	       hour->phase == HOUR_CLOSING;
}

static bool has_had_turn(const struct hour *hour, size_t person)
{
	for (size_t i = 0; i < hour->nr_talks; i++)
		if (hour->talks[i].round == hour->round &&
		    hour->talks[i].person == person)
			return true;
	return false;
}

static bool check_name(const struct hour *hour, struct str name,
		       struct error *err)
{
	if (!name.len)
		return error_set(err, ERROR_USAGE, "a name is missing: who "
				 "joins?");
	if (utf8_count(name, name.len) > DRILL_MAX_NAME)
		return error_set(err, ERROR_USAGE, "a name has at most %d "
				 "characters", DRILL_MAX_NAME);
	if (hour->solo && hour->nr_people)
		return error_set(err, ERROR_USAGE, "this drill is for one "
				 "person; start it without --solo for more");
	if (hour->nr_people == DRILL_MAX_PEOPLE)
		return error_set(err, ERROR_USAGE, "a drill is for at most %d "
				 "people", DRILL_MAX_PEOPLE);
	return true;
}

bool hour_take_joined(struct hour *hour, const struct hour_event *event,
		      struct error *err)
{
	int known = hour_find(hour, event->name);
	size_t person = hour->nr_people;

	if (known >= 0)
		person = (size_t)known;
	else if (!check_name(hour, event->name, err))
		return false;
	if (known >= 0 && hour->people[person].here)
		return error_set(err, ERROR_USAGE, STR_FMT " is here already; "
				 "people of one name need something to tell "
				 "them apart", STR_ARG(event->name));
	if (known < 0)
		hour->people[hour->nr_people++].name =
			arena_str(&hour->arena, event->name);
	hour->people[person].here = true;
	if (!is_between(hour) && !has_had_turn(hour, person))
		hour->queue[hour->nr_queue++] = person;
	return true;
}

bool hour_take_left(struct hour *hour, const struct hour_event *event,
		    struct error *err)
{
	const struct hour_talk *talk = hour_talk(hour);
	int person = hour_find(hour, event->name);
	size_t left = (size_t)person;

	if (person < 0 || !hour->people[person].here)
		return error_set(err, ERROR_USAGE, "nobody here is called '"
				 STR_FMT "'", STR_ARG(event->name));
	if (hour->phase != HOUR_LOBBY && hour_nr_here(hour) == 1)
		return error_set(err, ERROR_USAGE, "nobody else is here; "
				 "leave the program, and the drill can be gone "
				 "on with later");
	hour->people[left].here = false;
	if (hour->keys == left && hour_nr_here(hour))
		hour->keys = hour_next_here(hour, left);
	if (talk && talk->person == left) {
		hour_close_talk(hour);
		return true;
	}
	hour_leave_queue(hour, left);
	if (hour->phase == HOUR_BRIEF)
		hour_hand_on(hour);
	return true;
}
