/*
 * What a drill leaves behind: the sheet and the tables, written anew after
 * every round, so that there are results whenever somebody stops.
 */
#include <stdio.h>
#include <unistd.h>

#include "room_parts.h"

/* ---- the group ---------------------------------------------------------- */

static const struct str *people_of(const struct room *room,
				   struct arena *arena)
{
	const struct hour *hour = room->hour;
	struct str *people = ARENA_ARRAY(arena, struct str, hour->nr_people);

	for (size_t i = 0; i < hour->nr_people; i++)
		people[i] = hour->people[i].name;
	return people;
}

static const struct group_round *rounds_of(const struct room *room,
					   struct arena *arena)
{
	const struct drill *drill = room->hour->drill;
	struct group_round *rounds = ARENA_ARRAY(arena, struct group_round,
						 drill->nr_rounds);

	for (size_t i = 0; i < drill->nr_rounds; i++)
		rounds[i] = (struct group_round){
			.title = room->options.scenarios[i]->title,
			.pass = drill->rounds[i].pass,
		};
	return rounds;
}

/* Is it one that counts, and of the round that is asked for? */
static bool counts(const struct room *room, size_t talk, unsigned round)
{
	const struct hour_talk *of = &room->hour->talks[talk];

	return room->plays[talk] && (!round || of->round == round) &&
	       hour_counts(room->hour, of);
}

static const struct report *report_of(const struct play *play,
				      struct arena *arena)
{
	const struct session *session = play_session(play);
	struct report *report = report_session(session, arena);
	size_t nr;
	const struct waiver *waivers = play_waivers(play, &nr);

	report_waive(report, session, waivers, nr);
	return report;
}

static void add_plays(const struct room *room, unsigned round,
		      struct group_input *input, struct arena *arena)
{
	const struct hour *hour = room->hour;
	const struct rubric *rubric = room->options.rubric;
	struct group_play *plays = ARENA_ARRAY(arena, struct group_play,
					       hour->nr_talks);

	input->plays = plays;
	for (size_t i = 0; i < hour->nr_talks; i++) {
		const struct hour_talk *talk = &hour->talks[i];
		const struct scenario *scenario =
			room->options.scenarios[talk->round - 1];

		if (!counts(room, i, round))
			continue;
		plays[input->nr_plays++] = (struct group_play){
			.person = hour->people[talk->person].name,
			.round = talk->round,
			.report = report_of(room->plays[i], arena),
			.scenario = scenario->id,
			.scenario_hash = str_from(scenario->hash),
			.rubric_hash = rubric_string(rubric,
						     rubric->header->hash),
		};
	}
}

static void add_marks(const struct room *room, unsigned round,
		      struct group_input *input, struct arena *arena)
{
	const struct hour *hour = room->hour;
	struct group_mark *marks = ARENA_ARRAY(arena, struct group_mark,
					       hour->nr_marks);

	input->marks = marks;
	for (size_t i = 0; i < hour->nr_marks; i++) {
		const struct hour_mark *mark = &hour->marks[i];
		const struct hour_talk *talk = &hour->talks[mark->talk];
		struct group_mark *to = &marks[input->nr_marks];

		if (!counts(room, mark->talk, round))
			continue;
		input->nr_marks++;
		to->person = hour->people[talk->person].name;
		to->round = talk->round;
		to->turn = mark->turn;
		for (int p = 0; p < PRINCIPLE_NR; p++)
			to->marks[p] = mark->marks[p];
	}
}

const struct group *room_group(const struct room *room, unsigned round,
			       struct arena *arena)
{
	const struct drill *drill = room->hour->drill;
	struct group_input *input = ARENA_NEW(arena, struct group_input);

	*input = (struct group_input){
		.title = drill->title,
		.minutes = (unsigned)drill->minutes,
		.names = drill->names && !room->hour->solo,
		.people = people_of(room, arena),
		.nr_people = room->hour->nr_people,
		.rounds = rounds_of(room, arena),
		.nr_rounds = drill->nr_rounds,
		.questions = drill->debrief,
		.nr_questions = round ? 0 : drill->nr_debrief,
	};
	add_plays(room, round, input, arena);
	add_marks(room, round, input, arena);
	return group_new(input, arena);
}

/* ---- files -------------------------------------------------------------- */

static const struct {
	const char *name;
	void (*write)(const struct group *group, struct strbuf *out);
} files[] = {
	{ "sheet.md", group_markdown },
	{ "sheet.html", group_html },
	{ "results.csv", group_csv },
	{ "moodle.csv", group_moodle },
	{ "results.json", group_json },
	{ "disagreements.jsonl", group_disagreements },
};

/* A file is either the old one or the new one, whole. */
static bool replace_file(struct arena *arena, struct str path,
			 struct str bytes, struct error *err)
{
	struct str fresh = arena_printf(arena, STR_FMT ".new",
					STR_ARG(path));
	struct journal journal = JOURNAL_CLOSED;
	bool written;

	unlink(fresh.ptr);
	written = journal_create(&journal, fresh, err) &&
		  journal_append(&journal, bytes, err);
	journal_close(&journal);
	if (written && rename(fresh.ptr, path.ptr))
		written = error_set(err, ERROR_IO, "it cannot be put in its "
				    "place");
	err->path = path;
	return written;
}

static bool write_own(struct room *room, const struct group *group,
		      size_t person, struct arena *arena, struct error *err)
{
	struct strbuf text = { 0 };
	struct str path = arena_printf(arena, STR_FMT "/own/" STR_FMT ".md",
				       STR_ARG(room->folder),
				       STR_ARG(room_label(room, arena,
							  person)));
	bool written = true;

	group_person(group, person, &text);
	if (text.len)
		written = replace_file(arena, path, strbuf_str(&text), err);
	strbuf_release(&text);
	return written;
}

bool room_write(struct room *room, struct error *err)
{
	struct arena arena = { 0 };
	const struct group *group = room_group(room, 0, &arena);
	struct strbuf text = { 0 };
	bool written = true;

	for (size_t i = 0; written && i < ARRAY_LEN(files); i++) {
		strbuf_truncate(&text, 0);
		files[i].write(group, &text);
		written = replace_file(&arena,
				       arena_printf(&arena, STR_FMT "/%s",
						    STR_ARG(room->folder),
						    files[i].name),
				       strbuf_str(&text), err);
	}
	for (size_t i = 0; written && i < room->hour->nr_people; i++)
		written = write_own(room, group, i, &arena, err);
	if (!written)
		err->path = room->folder;
	strbuf_release(&text);
	arena_release(&arena);
	return written;
}
