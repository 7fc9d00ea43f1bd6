#include "reading.h"

#include <unistd.h>

#include "played.h"
#include "rehearse/file.h"
#include "rehearse/import.h"

struct reader {
	struct arena *arena;
	const struct options *options;
	const struct rubric *rubric;
	struct str path;
	struct reading *reading;
};

/* ---- a rehearsal of ours ------------------------------------------------ */

/* What was objected to in the turns that stand. */
static void take_waivers(struct reader *reader, const struct session *session,
			 struct report *report)
{
	const struct transcript_file *file = &reader->reading->file;
	struct waiver *waivers = ARENA_ARRAY(reader->arena, struct waiver,
					     file->nr_events);
	size_t nr = 0;

	for (size_t i = 0; i < file->nr_events; i++) {
		const struct event *event = &file->events[i];

		if (event->kind == EVENT_WAIVE)
			waivers[nr++] = (struct waiver){
				.turn = event->turn,
				.rule = rubric_find(reader->rubric,
						    event->rule),
			};
		while (event->kind == EVENT_UNDO && nr &&
		       waivers[nr - 1].turn >= event->turn)
			nr--;
	}
	report_waive(report, session, waivers, nr);
}

static bool play_again(struct reader *reader, struct error *err)
{
	struct reading *reading = reader->reading;
	const struct scenario *scenario;
	struct report *report;

	scenario = played_scenario(reader->arena, reader->rubric,
				   &reading->file.header, reader->path, err);
	if (!scenario)
		return false;
	reading->session = play_standing(scenario, reader->rubric,
					 &reading->file, err);
	if (!reading->session) {
		err->path = reader->path;
		return false;
	}
	report = report_session(reading->session, reader->arena);
	take_waivers(reader, reading->session, report);
	reading->report = report;
	return true;
}

static size_t count_spoken(const struct event *const *turns, size_t nr_turns)
{
	size_t nr = 0;

	for (size_t i = 0; i < nr_turns; i++)
		nr += 1 + turns[i]->nr_answer;
	return nr;
}

/* Without its scenario a rehearsal is what the two of them said. */
static void judge_as_spoken(struct reader *reader)
{
	const struct talk_setting setting = {
		.kind = KIND_OTHER,
		.fault = FAULT_NOBODY,
	};
	size_t nr = 0, nr_turns;
	const struct event **turns = transcript_standing(
		&reader->reading->file, reader->arena, &nr_turns);
	struct spoken *lines = ARENA_ARRAY(reader->arena, struct spoken,
					   count_spoken(turns, nr_turns));

	for (size_t i = 0; i < nr_turns; i++) {
		const struct event *turn = turns[i];

		if (turn->act == ACT_NONE)
			lines[nr++] = (struct spoken){
				.mine = true,
				.speaker = STR("You"),
				.text = turn->said,
				.channel = turn->channel,
				.stage = STAGE_NONE,
				.line = turn->line,
			};
		for (size_t a = 0; a < turn->nr_answer; a++)
			lines[nr++] = (struct spoken){
				.speaker = STR("Client"),
				.text = turn->answer[a],
				.channel = CHANNEL_NONE,
				.stage = STAGE_NONE,
				.line = turn->line,
			};
	}
	reader->reading->report =
		report_spoken(reader->rubric, &setting, lines, nr,
			      reader->reading->file.header.scenario,
			      reader->arena);
}

static int read_rehearsal(struct reader *reader, struct str bytes)
{
	struct transcript_file *file = &reader->reading->file;
	struct error err;

	if (!transcript_read(reader->arena, reader->path, bytes, file, &err)) {
		say_error(&err);
		return (int)err.kind;
	}
	reader->reading->is_rehearsal = true;
	if (file->dropped)
		say(STR_FMT ":%u: %u event%s torn and does not count",
		    STR_ARG(reader->path), file->dropped_line, file->dropped,
		    file->dropped == 1 ? " is" : "s are");
	if (file->changed_line)
		say(STR_FMT ":%u: the file was changed after it was written",
		    STR_ARG(reader->path), file->changed_line);
	if (play_again(reader, &err))
		return 0;
	say_error(&err);
	say(STR_FMT ": so it is judged as a plain conversation",
	    STR_ARG(reader->path));
	judge_as_spoken(reader);
	return 0;
}

/* ---- what other people bring -------------------------------------------- */

static bool take_maps(struct reader *reader, struct import_options *import)
{
	const struct values *given = &reader->options->map;
	struct speaker_map *map = ARENA_ARRAY(reader->arena,
					      struct speaker_map, given->nr);

	for (size_t i = 0; i < given->nr; i++) {
		struct str to = given->items[i];

		str_cut(&to, '=', &map[i].from);
		if (!to.ptr || !to.len || !map[i].from.len) {
			say("--map " STR_FMT ": it takes A=B, two names",
			    STR_ARG(given->items[i]));
			return false;
		}
		map[i].to = to;
	}
	import->map = map;
	import->nr_map = given->nr;
	return true;
}

/* Asks who of the speakers the user is; -1: no answer. */
static int ask_who(const struct conversation *conversation)
{
	char answer[16];
	ssize_t nr;
	uint64_t number;

	say("whose turns are to be judged?");
	for (size_t i = 0; i < conversation->nr_speakers; i++)
		say("  %zu  " STR_FMT, i + 1,
		    STR_ARG(conversation->speakers[i]));
	nr = file_read_some(STDIN_FILENO, answer, sizeof(answer));
	if (nr <= 0 ||
	    !str_number(str_trim((struct str){ answer, (size_t)nr }),
			conversation->nr_speakers, &number) || !number)
		return -1;
	return (int)number - 1;
}

static int mark(struct reader *reader, struct conversation *conversation,
		struct import_options *import)
{
	struct error err;
	int who;

	if (conversation_mark(conversation, reader->path, import, &err))
		return 0;
	if (!import->nr_me && isatty(STDIN_FILENO) && isatty(STDERR_FILENO) &&
	    !str_equal(reader->path, STR("-"))) {
		who = ask_who(conversation);
		if (who >= 0) {
			import->me = &conversation->speakers[who];
			import->nr_me = 1;
			if (conversation_mark(conversation, reader->path,
					      import, &err))
				return 0;
		}
	}
	say_error(&err);
	return (int)err.kind;
}

static int read_lines(struct reader *reader, struct str bytes)
{
	struct talk_setting setting = {
		.kind = KIND_OTHER,
		.fault = FAULT_NOBODY,
	};
	struct import_options import = {
		.me = reader->options->me.items,
		.nr_me = reader->options->me.nr,
	};
	struct conversation conversation;
	struct error err;
	struct str text;
	int status;

	if (!take_maps(reader, &import))
		return ERROR_USAGE;
	if (!import_text(reader->arena, reader->path, bytes, &text, &err) ||
	    !import_lines(reader->arena, reader->path, text, &import,
			  &conversation, &err)) {
		say_error(&err);
		return (int)err.kind;
	}
	status = mark(reader, &conversation, &import);
	if (status)
		return status;
	say(STR_FMT ": read as lines: %zu speaker%s, %zu turn%s",
	    STR_ARG(reader->path), conversation.nr_speakers,
	    conversation.nr_speakers == 1 ? "" : "s", conversation.nr_lines,
	    conversation.nr_lines == 1 ? "" : "s");
	setting.client_opens = !conversation.lines[0].mine;
	reader->reading->report =
		report_spoken(reader->rubric, &setting, conversation.lines,
			      conversation.nr_lines, reader->path,
			      reader->arena);
	return 0;
}

int reading_open(struct reading *reading, struct arena *arena,
		 const struct options *options, const struct rubric *rubric,
		 struct str path, struct str bytes)
{
	struct reader reader = {
		.arena = arena,
		.options = options,
		.rubric = rubric,
		.path = path,
		.reading = reading,
	};

	*reading = (struct reading){ 0 };
	if (options->from == FROM_AUTO && transcript_is_one(bytes))
		return read_rehearsal(&reader, bytes);
	return read_lines(&reader, bytes);
}

void reading_release(struct reading *reading)
{
	session_free(reading->session);
	reading->session = NULL;
}
