#include "rehearse/room.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#include "play_parts.h"
#include "rehearse/file.h"
#include "rehearse/utf8.h"
#include "room_parts.h"

void room_note(struct room *room, const struct error *err)
{
	if (room->trouble.kind)
		return;
	room->trouble = *err;
	room->trouble.path = arena_str(&room->arena, err->path);
}

/* ---- opening ------------------------------------------------------------ */

static bool begin(struct room *room, struct str path, struct error *err)
{
	struct strbuf header = { 0 };
	bool begun;

	log_header(room->options.drill, room->options.solo, &header);
	begun = journal_create(&room->log, path, err) &&
		journal_append(&room->log, strbuf_str(&header), err);
	strbuf_release(&header);
	if (!begun)
		return false;
	room->hour = hour_new(room->options.drill, room->options.solo);
	room->unused = true;
	return true;
}

static bool is_same_drill(const struct drill_log *log,
			  const struct drill *drill, bool solo)
{
	return str_equal(log->id, drill->id) && log->solo == solo &&
	       str_equal(log->hash, str_from(drill->hash));
}

static bool refuse_other(const struct drill_log *log,
			 const struct room_options *options, struct str path,
			 struct error *err)
{
	if (is_same_drill(log, options->drill, options->solo))
		return true;
	if (!str_equal(log->id, options->drill->id))
		return error_at(err, path, 0, 0, "this is the log of another "
				"drill, " STR_FMT, STR_ARG(log->id));
	if (log->solo != options->solo)
		return error_at(err, path, 0, 0, "that drill was begun %s "
				"--solo", log->solo ? "with" : "without");
	return error_at(err, path, 0, 0, "the drill's file was changed since "
			"this one began; put it back as it was, or begin anew "
			"in another folder");
}

static bool go_on(struct room *room, struct str path, struct error *err)
{
	struct drill_log log;
	struct str bytes;

	if (!journal_reopen(&room->log, path, FILE_MAX_TRANSCRIPT,
			    &room->arena, &bytes, err) ||
	    !log_read(&room->arena, path, bytes, &log, err) ||
	    !refuse_other(&log, &room->options, path, err))
		return false;
	room->hour = log_replay(&log, room->options.drill, path, err);
	if (!room->hour || !room_follow_again(room, err))
		return false;
	room->resumed = true;
	return true;
}

struct room *room_open(const struct room_options *options,
		       struct arena *arena, struct error *err)
{
	struct room *room = memory_new(sizeof(*room));
	struct str path;
	bool opened;

	*room = (struct room){ .options = *options, .log = JOURNAL_CLOSED };
	room->folder = arena_str(&room->arena, options->folder);
	path = log_path(&room->arena, room->folder);
	opened = access(path.ptr, F_OK) ? begin(room, path, err) :
					  go_on(room, path, err);
	if (!opened) {
		err->path = arena_str(arena, err->path);
		room_free(room);
		return NULL;
	}
	room->at = room->hour->now;
	if (options->clock)
		room->started = options->clock->seconds() - room->hour->now;
	/* what was said last may not be in the log any more */
	room_turned(room);
	return room;
}

/* Looked at and left: nothing of it stays. */
static void forget(struct room *room)
{
	unlink(log_path(&room->arena, room->folder).ptr);
	rmdir(room->folder.ptr);
}

void room_free(struct room *room)
{
	if (!room)
		return;
	for (size_t i = 0; i < room->nr_plays; i++)
		play_free(room->plays[i]);
	journal_close(&room->log);
	if (room->unused)
		forget(room);
	hour_free(room->hour);
	arena_release(&room->arena);
	free(room);
}

/* ---- folders ------------------------------------------------------------ */

struct str room_new_folder(struct arena *arena, struct str drills,
			   const struct room_options *options)
{
	return play_new_name(arena, drills, options->clock,
			     options->drill->id, 0);
}

static bool is_unfinished(struct str folder, const struct drill *drill,
			  bool solo)
{
	struct arena arena = { 0 };
	struct str path = log_path(&arena, folder), bytes;
	struct hour *hour = NULL;
	struct drill_log log;
	struct error err;
	bool unfinished;

	if (file_read(&arena, path, FILE_MAX_TRANSCRIPT, &bytes, &err) &&
	    log_read(&arena, path, bytes, &log, &err) &&
	    is_same_drill(&log, drill, solo))
		hour = log_replay(&log, drill, path, &err);
	unfinished = hour && hour->round && hour->phase != HOUR_DONE;
	hour_free(hour);
	arena_release(&arena);
	return unfinished;
}

struct str room_unfinished(struct arena *arena, struct str drills,
			   const struct drill *drill, bool solo)
{
	DIR *directory = opendir(arena_str(arena, drills).ptr);
	struct str newest = STR("");
	struct dirent *entry;

	while (directory && (entry = readdir(directory))) {
		struct str folder = arena_printf(arena, STR_FMT "/%s",
						 STR_ARG(drills),
						 entry->d_name);

		if (entry->d_name[0] != '.' &&
		    str_compare(folder, newest) > 0 &&
		    is_unfinished(folder, drill, solo))
			newest = folder;
	}
	if (directory)
		closedir(directory);
	return newest;
}

/* ---- looking ------------------------------------------------------------ */

const struct hour *room_hour(const struct room *room)
{
	return room->hour;
}

struct str room_folder(const struct room *room)
{
	return room->folder;
}

bool room_resumed(const struct room *room)
{
	return room->resumed;
}

const struct error *room_trouble(const struct room *room)
{
	if (room->trouble.kind)
		return &room->trouble;
	for (size_t i = 0; i < room->nr_plays; i++)
		if (room->plays[i] && play_trouble(room->plays[i]))
			return play_trouble(room->plays[i]);
	return NULL;
}

uint64_t room_now(const struct room *room)
{
	const struct play_clock *clock = room->options.clock;

	return clock ? clock->seconds() - room->started : room->at;
}

void room_at(struct room *room, uint64_t seconds)
{
	room->at = seconds;
}

struct play *room_play(const struct room *room)
{
	return hour_talk(room->hour) ? room->plays[room->nr_plays - 1] : NULL;
}

const struct scenario *room_scenario(const struct room *room)
{
	return room->hour->round ?
	       room->options.scenarios[room->hour->round - 1] : NULL;
}

struct str room_round_title(const struct room *room, unsigned round)
{
	return room->options.scenarios[round - 1]->title;
}

/* ---- inputs ------------------------------------------------------------- */

static void write_down(struct room *room, const struct hour_event *event)
{
	struct strbuf line = { 0 };
	struct error err;

	log_event(event, &line);
	if (!journal_append(&room->log, strbuf_str(&line), &err)) {
		err.path = log_path(&room->arena, room->folder);
		room_note(room, &err);
	}
	strbuf_release(&line);
}

static bool take(struct room *room, struct hour_event *event,
		 struct error *err)
{
	event->at = room_now(room);
	if (!hour_take(room->hour, event, err))
		return false;
	room->unused = false;
	write_down(room, event);
	room_follow(room);
	return true;
}

static struct hour_event event_of(enum hour_input input)
{
	struct hour_event event = { .input = input };

	for (int p = 0; p < PRINCIPLE_NR; p++)
		event.marks[p] = HOUR_UNMARKED;
	return event;
}

/* Who has the keyboard now stands in the transcript, too. */
static void note_pass(struct room *room)
{
	struct play *play = room_play(room);
	struct arena scratch = { 0 };
	struct error ignored;

	if (play)
		play_note(play, arena_printf(&scratch, STR_FMT " has the "
					     "keyboard", STR_ARG(room_label(
					     room, &scratch,
					     room->hour->keys))), &ignored);
	arena_release(&scratch);
}

bool room_take(struct room *room, enum hour_input input, struct error *err)
{
	struct hour_event event = event_of(input);

	if (!take(room, &event, err))
		return false;
	if (input == HOUR_PASS)
		note_pass(room);
	return true;
}

bool room_name(struct room *room, enum hour_input input, struct str name,
	       struct error *err)
{
	struct hour_event event = event_of(input);
	struct arena scratch = { 0 };
	bool taken = play_words(&scratch, name, &event.name, err);

	if (taken && str_find(event.name, STR("\n"), 0) < event.name.len)
		taken = error_set(err, ERROR_USAGE, "a name is one line");
	taken = taken && take(room, &event, err);
	arena_release(&scratch);
	return taken;
}

bool room_mark(struct room *room, const int marks[PRINCIPLE_NR],
	       struct error *err)
{
	struct hour_event event = event_of(HOUR_MARK);

	for (int p = 0; p < PRINCIPLE_NR; p++)
		event.marks[p] = marks[p];
	return take(room, &event, err);
}

void room_rest(struct room *room)
{
	struct error ignored; /* there is a pause already */

	if (room->resumed && room->hour->phase == HOUR_PLAYING)
		room_take(room, HOUR_PAUSE, &ignored);
}

void room_turned(struct room *room)
{
	const struct hour_talk *talk = hour_talk(room->hour);
	struct hour_event event = event_of(HOUR_ACT);
	const struct session *session;
	struct error ignored; /* a pause: it is noticed when that is over */

	if (!talk)
		return;
	session = play_session(room_play(room));
	event.turn = (int)session_nr_turns(session);
	if (event.turn == talk->turns)
		return;
	if (event.turn > talk->turns &&
	    session_last(session)->act == ACT_NONE)
		event.input = HOUR_TURN;
	take(room, &event, &ignored);
}
