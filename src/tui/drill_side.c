/* Agenda, time left and roster: what everybody in the room wants to see. */
#include "drill.h"

static void add_agenda(const struct drill_state *drill, struct page *page)
{
	const struct hour *hour = room_hour(drill->room);

	for (unsigned i = 1; i <= hour->drill->nr_rounds; i++) {
		bool now = i == hour->round && hour->phase < HOUR_CLOSING;
		struct strbuf terms = { 0 };

		room_terms(drill->room, i, &terms);
		page_label(page, STYLE_KEY, now ? STR(">") : STR(""), 2,
			   now ? STYLE_TITLE : STYLE_NORMAL,
			   room_round_title(drill->room, i));
		page_text(page, 2, STYLE_DIM, arena_take(page->arena, &terms));
	}
	page_label(page, STYLE_KEY,
		   hour->phase == HOUR_CLOSING ? STR(">") : STR(""), 2,
		   STYLE_NORMAL, STR("Debrief"));
}

static void add_time(struct page *page, const char *label, int64_t seconds)
{
	struct strbuf time = { 0 };

	room_clock(seconds, &time);
	page_label(page, STYLE_NORMAL, str_from(label), 8,
		   seconds < 0 ? STYLE_TROUBLE : STYLE_NORMAL,
		   arena_take(page->arena, &time));
}

static void add_times(const struct drill_state *drill, struct page *page)
{
	const struct hour *hour = room_hour(drill->room);
	struct hour_left left = hour_left(hour, room_now(drill->room));

	page_heading(page, hour->paused ? STR("Time left (a pause)") :
					  STR("Time left"));
	add_time(page, "hour", left.hour);
	if (hour->round && hour->phase < HOUR_ROUND_DEBRIEF)
		add_time(page, "round", left.round);
	if (hour_talk(hour))
		add_time(page, "talk", left.box);
}

static struct str standing_of(const struct hour *hour, size_t person)
{
	const struct hour_talk *talk = hour_talk(hour);

	if (!hour->people[person].here)
		return STR("gone");
	if (talk && talk->person == person)
		return STR("talks");
	if (talk && hour->keys == person)
		return STR("types");
	for (size_t i = 0; i < hour->nr_queue; i++)
		if (hour->queue[i] == person &&
		    hour->phase < HOUR_ROUND_DEBRIEF)
			return i ? STR("waits") : STR("is next");
	for (size_t i = 0; i < hour->nr_talks; i++)
		if (hour->talks[i].round == hour->round &&
		    hour->talks[i].person == person)
			return STR("was on");
	return STR("");
}

static void add_person(const struct hour *hour, size_t i, struct page *page)
{
	const struct hour_person *person = &hour->people[i];
	enum style style = person->here ? STYLE_NORMAL : STYLE_DIM;
	struct str standing = standing_of(hour, i);

	if (standing.len)
		page_label(page, style, person->name, page->width - 7,
			   STYLE_DIM, standing);
	else
		page_text(page, 0, style, person->name);
}

static void add_roster(const struct drill_state *drill, struct page *page)
{
	const struct hour *hour = room_hour(drill->room);

	if (hour->solo)
		return;
	page_heading(page, STR("Here"));
	if (!hour->nr_people)
		page_text(page, 0, STYLE_DIM, STR("nobody yet"));
	for (size_t i = 0; i < hour->nr_people; i++)
		add_person(hour, i, page);
}

void drill_side(const struct drill_state *drill, struct page *page)
{
	add_agenda(drill, page);
	add_times(drill, page);
	add_roster(drill, page);
}
