/* One table says in which phases an input may come, and what it does. */
#include "hour_parts.h"

#include <assert.h>
#include <stdlib.h>

static const char *const input_names[] = {
	"begin", "joined", "left", "turn", "act", "pass", "pause", "go",
	"skip", "repeat", "mark", "reveal", "ended", "next",
};
static_assert(ARRAY_LEN(input_names) == HOUR_INPUT_NR, "names");
const struct terms hour_input_terms = {
	.what = "an input", .names = input_names, .nr = HOUR_INPUT_NR,
};

/* ---- inputs ------------------------------------------------------------- */

static bool box_is_over(const struct hour *hour)
{
	return hour_left(hour, hour->now).box <= 0;
}

/* It is over, and the evidence is looked at. */
static void end_talk(struct hour *hour)
{
	hour_stop_box(hour);
	hour_open_talk(hour)->over = true;
	if (hour->phase == HOUR_PLAYING)
		hour->phase = HOUR_REVEALED;
}

static bool take_begin(struct hour *hour, const struct hour_event *event,
		       struct error *err)
{
	(void)event;
	if (!hour_nr_here(hour))
		return error_set(err, ERROR_USAGE, "nobody is here yet: "
				 "people have to join first");
	hour->begun = hour->now;
	hour_open_round(hour);
	return true;
}

static void drop_marks(struct hour *hour, size_t talk, int after)
{
	size_t kept = 0;

	for (size_t i = 0; i < hour->nr_marks; i++)
		if (hour->marks[i].talk != talk || hour->marks[i].turn <= after)
			hour->marks[kept++] = hour->marks[i];
	hour->nr_marks = kept;
}

static bool take_turn(struct hour *hour, const struct hour_event *event,
		      struct error *err)
{
	struct hour_talk *talk = hour_open_talk(hour);

	(void)err;
	talk->turns = event->turn;
	drop_marks(hour, hour->nr_talks - 1, event->turn);
	if (box_is_over(hour))
		talk->over = true;
	if (hour_round(hour)->mark && event->input == HOUR_TURN) {
		hour_stop_box(hour);
		hour->phase = HOUR_MARKING;
	} else if (talk->over) {
		end_talk(hour);
	}
	return true;
}

static bool take_pass(struct hour *hour, const struct hour_event *event,
		      struct error *err)
{
	size_t first = hour->nr_queue ? hour->queue[0] : 0;

	(void)event;
	if (hour->phase != HOUR_BRIEF) {
		if (hour_nr_here(hour) < 2)
			return error_set(err, ERROR_USAGE,
					 "nobody else is here");
		hour->keys = hour_next_here(hour, hour->keys);
		return true;
	}
	if (hour->nr_queue < 2)
		return error_set(err, ERROR_USAGE, "nobody else is waiting "
				 "for a turn in this round");
	hour->queue[0] = hour->queue[1];
	hour->queue[1] = first;
	hour->keys = hour->queue[0];
	return true;
}

static bool take_pause(struct hour *hour, const struct hour_event *event,
		       struct error *err)
{
	(void)event;
	(void)err;
	hour_stop_box(hour);
	hour->paused = true;
	return true;
}

static bool take_go_on(struct hour *hour, const struct hour_event *event,
		       struct error *err)
{
	(void)event;
	if (hour->paused) {
		hour->paused = false;
		hour_start_box(hour);
		return true;
	}
	if (hour->phase != HOUR_ROUND_DEBRIEF)
		return error_set(err, ERROR_USAGE, "there is no pause");
	if (!hour->nr_queue)
		return error_set(err, ERROR_USAGE, "everybody had their turn "
				 "in this round");
	/* somebody wants it: they get the time it takes */
	hour->round_ends = hour->now + hour->nr_queue * hour_box(hour);
	hour_hand_on(hour);
	return true;
}

static bool take_skip(struct hour *hour, const struct hour_event *event,
		      struct error *err)
{
	(void)event;
	(void)err;
	if (hour->phase == HOUR_BRIEF) {
		hour_leave_queue(hour, hour->queue[0]);
		hour_hand_on(hour);
		return true;
	}
	hour_open_talk(hour)->skipped = true;
	hour_close_talk(hour);
	return true;
}

static bool take_repeat(struct hour *hour, const struct hour_event *event,
			struct error *err)
{
	struct hour_talk *last;

	(void)event;
	if (!hour_has_talked(hour))
		return error_set(err, ERROR_USAGE, "there is nothing to "
				 "repeat: nobody has talked in this round");
	last = hour_open_talk(hour);
	if (!hour->people[last->person].here)
		return error_set(err, ERROR_USAGE, STR_FMT " has left, so "
				 "there is nobody to repeat it",
				 STR_ARG(hour->people[last->person].name));
	hour_stop_box(hour);
	last->over = true;
	hour_put_first(hour, last->person);
	hour->phase = HOUR_BRIEF;
	hour->keys = hour->queue[0];
	return true;
}

/* The place for marks of the last turn. */
static struct hour_mark *mark_of_turn(struct hour *hour)
{
	struct hour_mark mark = {
		.talk = hour->nr_talks - 1,
		.turn = hour_open_talk(hour)->turns,
	};

	for (size_t i = 0; i < hour->nr_marks; i++)
		if (hour->marks[i].talk == mark.talk &&
		    hour->marks[i].turn == mark.turn)
			return &hour->marks[i];
	for (int p = 0; p < PRINCIPLE_NR; p++)
		mark.marks[p] = HOUR_UNMARKED;
	hour->marks = arena_grow(&hour->arena, hour->marks, hour->nr_marks,
				 &hour->alloc_marks, sizeof(mark));
	hour->marks[hour->nr_marks] = mark;
	return &hour->marks[hour->nr_marks++];
}

static bool take_mark(struct hour *hour, const struct hour_event *event,
		      struct error *err)
{
	struct hour_mark *mark = mark_of_turn(hour);

	(void)err;
	for (int p = 0; p < PRINCIPLE_NR; p++)
		if (event->marks[p] != HOUR_UNMARKED)
			mark->marks[p] = event->marks[p];
	return true;
}

static bool take_reveal(struct hour *hour, const struct hour_event *event,
			struct error *err)
{
	(void)event;
	(void)err;
	hour->phase = HOUR_REVEALED;
	return true;
}

static bool take_ended(struct hour *hour, const struct hour_event *event,
		       struct error *err)
{
	(void)event;
	(void)err;
	end_talk(hour);
	return true;
}

static bool take_next(struct hour *hour, const struct hour_event *event,
		      struct error *err)
{
	(void)event;
	switch (hour->phase) {
	case HOUR_BRIEF:
		hour_start_talk(hour);
		return true;
	case HOUR_PLAYING:
		end_talk(hour);
		return true;
	case HOUR_REVEALED:
		if (hour_open_talk(hour)->over) {
			hour_close_talk(hour);
			return true;
		}
		hour->phase = HOUR_PLAYING;
		hour_start_box(hour);
		return true;
	case HOUR_ROUND_DEBRIEF:
		if (hour->round < hour->drill->nr_rounds)
			hour_open_round(hour);
		else
			hour->phase = HOUR_CLOSING;
		return true;
	case HOUR_CLOSING:
		hour->phase = HOUR_DONE;
		return true;
	case HOUR_LOBBY:
	case HOUR_MARKING:
	case HOUR_DONE:
	case HOUR_PHASE_NR:
		break;
	}
	return error_set(err, ERROR_BUG, "nothing comes next");
}

/* ---- the table ---------------------------------------------------------- */

enum {
	LOBBY = 1 << HOUR_LOBBY,
	BRIEF = 1 << HOUR_BRIEF,
	PLAYING = 1 << HOUR_PLAYING,
	MARKING = 1 << HOUR_MARKING,
	REVEALED = 1 << HOUR_REVEALED,
	ROUND_DEBRIEF = 1 << HOUR_ROUND_DEBRIEF,
	CLOSING = 1 << HOUR_CLOSING,
	IN_TALK = PLAYING | MARKING | REVEALED,
	UNDER_WAY = BRIEF | IN_TALK | ROUND_DEBRIEF | CLOSING,
};

struct rule {
	unsigned phases;
	bool in_pause;
	bool (*take)(struct hour *hour, const struct hour_event *event,
		     struct error *err);
	const char *refusal; /* in other phases */
};

static const struct rule rules[HOUR_INPUT_NR] = {
	[HOUR_BEGIN] = { LOBBY, false, take_begin,
		"the drill has begun already" },
	[HOUR_JOINED] = { LOBBY | UNDER_WAY, true, hour_take_joined,
		"the drill is over" },
	[HOUR_LEFT] = { LOBBY | UNDER_WAY, true, hour_take_left,
		"the drill is over" },
	[HOUR_TURN] = { PLAYING, false, take_turn,
		"nobody is talking now" },
	[HOUR_ACT] = { PLAYING, false, take_turn,
		"nobody is talking now" },
	[HOUR_PASS] = { BRIEF | IN_TALK, false, take_pass,
		"there is no turn to pass on" },
	[HOUR_PAUSE] = { UNDER_WAY, false, take_pause,
		"there is nothing to pause" },
	[HOUR_GO_ON] = { UNDER_WAY, true, take_go_on,
		"there is no pause" },
	[HOUR_SKIP] = { BRIEF | IN_TALK, false, take_skip,
		"there is no conversation to skip" },
	[HOUR_REPEAT] = { BRIEF | IN_TALK | ROUND_DEBRIEF, false, take_repeat,
		"there is no conversation to repeat" },
	[HOUR_MARK] = { MARKING, false, take_mark,
		"there is no turn to mark; marks are made before the evidence "
		"shows" },
	[HOUR_REVEAL] = { MARKING, false, take_reveal,
		"there is nothing to reveal" },
	[HOUR_ENDED] = { IN_TALK, false, take_ended,
		"nobody is talking now" },
	[HOUR_NEXT] = { UNDER_WAY & ~(unsigned)MARKING, false, take_next, NULL },
};

/* What `next` waits for depends on the phase. */
static const char *not_next(const struct hour *hour)
{
	if (hour->phase == HOUR_LOBBY)
		return "the drill has not begun";
	if (hour->phase == HOUR_MARKING)
		return "this turn is being marked; reveal the evidence first";
	return "the drill is over";
}

bool hour_take(struct hour *hour, const struct hour_event *event,
	       struct error *err)
{
	const struct rule *rule = &rules[event->input];
	uint64_t before = hour->now;

	if (!(rule->phases >> hour->phase & 1))
		return error_set(err, ERROR_USAGE, "%s", rule->refusal ?
				 rule->refusal : not_next(hour));
	if (hour->paused && event->input == HOUR_PAUSE)
		return error_set(err, ERROR_USAGE, "it is paused already");
	if (hour->paused && !rule->in_pause)
		return error_set(err, ERROR_USAGE, "there is a pause; go on "
				 "first");
	if (event->at > before)
		hour->now = event->at;
	if (rule->take(hour, event, err))
		return true;
	hour->now = before;
	return false;
}

static void be_there(struct hour *hour, struct str name)
{
	hour->people[hour->nr_people++] = (struct hour_person){ name, true };
}

struct hour *hour_new(const struct drill *drill, bool solo)
{
	struct hour *hour = memory_new(sizeof(*hour));

	*hour = (struct hour){ .drill = drill, .solo = solo };
	if (solo)
		be_there(hour, STR("You"));
	for (size_t i = 0; i < drill->nr_people && !solo; i++)
		be_there(hour, drill->people[i]);
	return hour;
}

void hour_free(struct hour *hour)
{
	if (!hour)
		return;
	arena_release(&hour->arena);
	free(hour);
}
