/*
 * Conversations of a drill: each is a rehearsal with a transcript of its own
 * in the folder, opened when the hour begins it and let go of when it is
 * closed. All of them stay to be looked at.
 */
#include <unistd.h>

#include "rehearse/file.h"
#include "room_parts.h"

/* What may stand in the name of a file; bytes of UTF-8 may. */
static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-' || (unsigned char)c >= 0x80;
}

static struct str plain_name(struct arena *arena, struct str name)
{
	char *plain = arena_alloc(arena, name.len + 1, 1);

	for (size_t i = 0; i < name.len; i++)
		plain[i] = is_plain(name.ptr[i]) ? name.ptr[i] : '-';
	return (struct str){ plain, name.len };
}

/* Two names may look alike as names of files. */
struct str room_label(const struct room *room, struct arena *arena,
		      size_t person)
{
	const struct hour *hour = room->hour;
	struct str label;

	if (!hour->drill->names || hour->solo)
		return arena_printf(arena, "P%zu", person + 1);
	label = plain_name(arena, hour->people[person].name);
	for (size_t i = 0; i < person; i++)
		if (str_equal_nocase(plain_name(arena, hour->people[i].name),
				     label))
			return arena_printf(arena, STR_FMT "-%zu",
					    STR_ARG(label), person + 1);
	return label;
}

/* No name has a dot in it (is_plain()): 1-Ana-2 is Ana-2's, 1-Ana.2 Ana's. */
static struct str talk_path(struct room *room, const struct hour_talk *talk)
{
	struct str label = room_label(room, &room->arena, talk->person);

	if (talk->try > 1)
		return arena_printf(&room->arena, STR_FMT "/%u-" STR_FMT
				    ".%u.yaml", STR_ARG(room->folder),
				    talk->round, STR_ARG(label), talk->try);
	return arena_printf(&room->arena, STR_FMT "/%u-" STR_FMT ".yaml",
			    STR_ARG(room->folder), talk->round,
			    STR_ARG(label));
}

static const struct scenario *scenario_of(const struct room *room,
					  const struct hour_talk *talk)
{
	return room->options.scenarios[talk->round - 1];
}

/* Marking is before the evidence: then the coach is silent, too. */
static struct play_options options_of(struct room *room,
				      const struct hour_talk *talk)
{
	const struct drill *drill = room->hour->drill;
	const struct drill_round *round = &drill->rounds[talk->round - 1];

	return (struct play_options){
		.session = {
			.seed = (uint64_t)drill->seed,
			.level = round->level >= 0 ?
				 (enum level)round->level :
				 scenario_of(room, talk)->level,
			.start = -1,
		},
		.exam = round->hints != HINTS_ON || round->mark,
		.unaided = round->hints != HINTS_ON,
		.clock = room->options.clock,
		.out = talk_path(room, talk),
	};
}

static struct play *open_new(struct room *room, const struct hour_talk *talk)
{
	struct play_options options = options_of(room, talk);

	return play_new(scenario_of(room, talk), room->options.rubric,
			&options);
}

static void keep(struct room *room, struct play *play)
{
	room->plays = arena_grow(&room->arena, room->plays, room->nr_plays,
				 &room->alloc_plays, sizeof(play));
	room->plays[room->nr_plays++] = play;
}

void room_follow(struct room *room)
{
	const struct hour *hour = room->hour;
	const struct hour_talk *talk = hour_talk(hour);
	size_t nr = room->nr_plays;

	/* the last one is left, by the hour or for a new one */
	if (nr && room->plays[nr - 1] && (!talk || nr < hour->nr_talks))
		play_close(room->plays[nr - 1]);
	if (nr < hour->nr_talks)
		keep(room, open_new(room, talk));
}

/* ---- after an interruption ---------------------------------------------- */

/* A file whose header was torn: nothing had been said yet. */
static bool is_unborn(struct room *room, struct str path)
{
	struct transcript_file file;
	struct error err;
	struct str bytes;

	if (access(path.ptr, F_OK))
		return true;
	return file_read(&room->arena, path, FILE_MAX_TRANSCRIPT, &bytes,
			 &err) &&
	       str_find(bytes, STR("\n...\n"), 0) == bytes.len &&
	       !transcript_read(&room->arena, path, bytes, &file, &err) &&
	       !unlink(path.ptr);
}

static bool open_again(struct room *room, const struct hour_talk *talk,
		       bool going_on, struct error *err)
{
	struct play_options options = options_of(room, talk);
	struct play *play;

	if (going_on && is_unborn(room, options.out)) {
		keep(room, open_new(room, talk));
		return true;
	}
	play = play_reopen(scenario_of(room, talk), room->options.rubric,
			   &options, err);
	if (!play && going_on)
		return false;
	keep(room, play);
	if (!play)
		room_note(room, err);
	else if (!going_on)
		play_close(play);
	return true;
}

bool room_follow_again(struct room *room, struct error *err)
{
	const struct hour *hour = room->hour;
	const struct hour_talk *open = hour_talk(hour);

	for (size_t i = 0; i < hour->nr_talks; i++)
		if (!open_again(room, &hour->talks[i], open == &hour->talks[i],
				err))
			return false;
	return true;
}
