/*
 * The talk as a part of a drill: its time is boxed, the room may have to mark
 * a turn before it goes on, and the drill's screen lies below.
 */
#include "dialogue.h"

static bool is_played(const struct room *room)
{
	return room_hour(room)->phase == HOUR_PLAYING;
}

bool dialogue_is_over(const struct dialogue *talk)
{
	const struct room *room = talk->rehearsal->room;

	return session_ended(rehearsal_session(talk->rehearsal)) ||
	       (room && !is_played(room));
}

/* In a drill what the coach has to say is for the drill's own screen. */
bool dialogue_is_quiet(const struct dialogue *talk)
{
	const struct play *play = talk->rehearsal->play;

	return talk->rehearsal->room ? play_is_exam(play) :
				       play_in_exam(play);
}

struct str dialogue_silence(const struct dialogue *talk)
{
	return talk->rehearsal->room ?
		       STR("The coach is silent in this round.") :
		       STR("An exam: the coach speaks when it is over.");
}

struct next dialogue_turned(struct dialogue *talk)
{
	struct room *room = talk->rehearsal->room;

	if (!room)
		return STAY;
	room_turned(room);
	if (room_hour(room)->phase == HOUR_MARKING)
		return dialogue_to_drill(talk);
	if (!is_played(room))
		dialogue_notice(talk, STR("Time is up. Enter goes on."));
	return STAY;
}

struct next dialogue_to_drill(struct dialogue *talk)
{
	struct room *room = talk->rehearsal->room;
	struct error ignored; /* it is over already */

	if (session_ended(rehearsal_session(talk->rehearsal)))
		room_take(room, HOUR_ENDED, &ignored);
	return (struct next){ .kind = NEXT_BACK };
}

struct next dialogue_leave_room(struct dialogue *talk)
{
	struct room *room = talk->rehearsal->room;

	if (dialogue_is_over(talk))
		return dialogue_to_drill(talk);
	if (talk->leaving)
		return (struct next){ .kind = NEXT_LEAVE };
	talk->leaving = true;
	strbuf_truncate(&talk->notice, 0);
	strbuf_addf(&talk->notice, "Leave now? ^C again leaves, any other key "
		    "stays. It can be gone on with: " STR_FMT,
		    STR_ARG(room_folder(room)));
	return STAY;
}

struct next dialogue_end_here(struct dialogue *talk)
{
	struct room *room = talk->rehearsal->room;
	struct error ignored;

	if (is_played(room))
		room_take(room, HOUR_ENDED, &ignored);
	return (struct next){ .kind = NEXT_BACK };
}

void dialogue_add_time(const struct dialogue *talk, const char *dot,
		       struct strbuf *out)
{
	const struct room *room = talk->rehearsal->room;
	const struct hour *hour = room_hour(room);

	strbuf_addf(out, STR_FMT " %s ",
		    STR_ARG(hour->people[hour->keys].name), dot);
	room_clock(hour_left(hour, room_now(room)).box, out);
	strbuf_add(out, STR(" left"));
}
