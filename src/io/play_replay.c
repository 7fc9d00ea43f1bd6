/*
 * A transcript played again: its events, one after the other, through the
 * same functions that wrote them. What a person said or did is taken from
 * the file, everything else follows from it and is written anew, so that two
 * files of the same bytes are the same rehearsal and anything else shows.
 * Bytes that a tear left behind are no events; they are copied, for the sums
 * after them count them too.
 */
#include "play_parts.h"

#include "rehearse/file.h"

static bool step(struct play *play, const struct event *event,
		 struct error *err)
{
	size_t before = session_nr_turns(play->session);
	bool done = event->act != ACT_NONE ?
		session_act(play->session, event->act, err) :
		session_say(play->session, event->said, event->picked, err);

	play_record_turns(play, before, event->at);
	return done;
}

static bool replay_event(struct play *play, const struct event *event,
			 struct error *err)
{
	switch (event->kind) {
	case EVENT_TURN:
		return step(play, event, err);
	case EVENT_UNDO:
		return play_undo(play, event->turn, err);
	case EVENT_WAIVE:
		return play_waive(play, event->rule, event->reason, err);
	case EVENT_NOTE:
		return play_note(play, event->text, err);
	case EVENT_REFLECT:
		return play_reflect(play, event->went_well,
				    event->differently, err);
	case EVENT_RESULT:
		return play_finish(play, err);
	case EVENT_HEADER:
	case EVENT_NR:
		break;
	}
	return true;
}

/* ---- what a tear leaves ------------------------------------------------- */

/* Could this be the beginning of an event, cut off before its `...`? */
static bool is_torn_event(struct str piece)
{
	const struct str begin = STR("---\nevent: ");
	const struct str sum = STR("\nsum: ");
	size_t at;

	if (piece.len < begin.len)
		return str_starts_with(begin, piece);
	at = str_find(piece, sum, 0);
	/* behind the sum's sixteen digits there is only the end */
	return str_starts_with(piece, begin) &&
	       str_starts_with(STR("\n...\n"),
			       str_slice(piece, at + sum.len + 16, piece.len));
}

/* An event's first line, or what was left of it. */
static bool begins_event(struct str line)
{
	return line.len && line.len <= 3 &&
	       str_starts_with(STR("---"), line);
}

/* Is there a piece in the bytes from..to that no tear has left? */
static bool find_damage(struct str bytes, size_t from, size_t to, size_t *at)
{
	size_t piece = from;

	while (from < to) {
		size_t feed = str_find(bytes, STR("\n"), from);
		size_t next = feed < to ? feed + 1 : to;
		struct str line;

		/* is the next one the beginning of another? */
		feed = str_find(bytes, STR("\n"), next);
		line = str_slice(bytes, next, feed < to ? feed : to);
		if (next == to || begins_event(line)) {
			/* resuming ended the torn line */
			bool ended = next > piece &&
				     bytes.ptr[next - 1] == '\n';

			*at = piece;
			if (!is_torn_event(str_slice(bytes, piece,
						     next - ended)))
				return true;
			piece = next;
		}
		from = next;
	}
	return false;
}

/* ---- the first difference ----------------------------------------------- */

static struct str line_around(struct str bytes, size_t at)
{
	size_t start = at, end = str_find(bytes, STR("\n"), at);

	while (start && bytes.ptr[start - 1] != '\n')
		start--;
	if (start == bytes.len)
		return (struct str){ NULL, 0 };
	return str_slice(bytes, start, end);
}

static unsigned line_number(struct str bytes, size_t at)
{
	unsigned number = 1;

	for (size_t i = 0; i < at; i++)
		number += bytes.ptr[i] == '\n';
	return number;
}

struct replay {
	struct play *play;
	struct str bytes; /* as written */
	size_t compared;  /* so many are the same */
	struct difference *difference;
	struct arena *arena;
};

static struct str replayed_so_far(const struct replay *replay)
{
	return strbuf_str(&replay->play->transcript.bytes);
}

static bool differ_at(struct replay *replay, size_t at, struct str replayed,
		      const char *why)
{
	struct str line = line_around(replay->bytes, at);

	*replay->difference = (struct difference){
		.line = line_number(replay->bytes, at),
		.written = line,
		.replayed = replayed,
		.why = arena_str(replay->arena, str_from(why)),
	};
	return false;
}

/* Is what was replayed what is written, as far as it goes? */
static bool compare(struct replay *replay)
{
	struct str again = replayed_so_far(replay);
	size_t at = replay->compared;
	struct str line;

	while (at < again.len && at < replay->bytes.len &&
	       again.ptr[at] == replay->bytes.ptr[at])
		at++;
	replay->compared = at;
	/* the last line feed of all may have been torn off */
	if (at == again.len ||
	    (at == replay->bytes.len && at + 1 == again.len &&
	     str_ends_with(again, STR("\n...\n"))))
		return true;
	line = line_around(again, at);
	if (line.ptr)
		line = arena_str(replay->arena, line);
	return differ_at(replay, at, line, "");
}

/* Bytes between events: what a tear left behind. */
static bool copy_torn(struct replay *replay, size_t from, size_t to)
{
	const struct str nothing = { NULL, 0 };
	size_t at;

	if (from < to && find_damage(replay->bytes, from, to, &at))
		return differ_at(replay, at, nothing,
				 "no event begins like this");
	strbuf_add(&replay->play->transcript.bytes,
		   str_slice(replay->bytes, from, to));
	return compare(replay);
}

static bool replay_all(struct replay *replay,
		       const struct transcript_file *file)
{
	const struct str nothing = { NULL, 0 };
	size_t at = file->header_end;
	struct error err;

	if (!copy_torn(replay, 0, file->header_start))
		return false;
	transcript_header(&replay->play->transcript, &file->header);
	if (!compare(replay))
		return false;
	for (size_t i = 0; i < file->nr_events; i++) {
		const struct event *event = &file->events[i];

		if (!copy_torn(replay, at, event->start))
			return false;
		at = event->end;
		if (!replay_event(replay->play, event, &err))
			return differ_at(replay, event->start, nothing,
					 err.text);
		if (!compare(replay))
			return false;
	}
	if (!copy_torn(replay, at, replay->bytes.len))
		return false;
	/* an event that leads to nothing: a second result */
	return replayed_so_far(replay).len >= replay->bytes.len ||
	       differ_at(replay, replayed_so_far(replay).len, nothing, "");
}

/* A rehearsal without a file or a clock, to play again in. */
static struct play *new_play(const struct scenario *scenario,
			     const struct rubric *rubric,
			     const struct transcript_header *header)
{
	struct play *play = memory_new(sizeof(*play));

	*play = (struct play){
		.scenario = scenario,
		.rubric = rubric,
		.options = {
			.seed = header->seed,
			.level = header->level,
			.start = header->start.len ?
				scenario_scene(scenario, header->start) : -1,
		},
		.exam = header->exam,
		.journal = JOURNAL_CLOSED,
		.path = STR(""),
	};
	play->session = session_new(scenario, rubric, &play->options);
	play_keep_prepared(play, header->prepared, header->nr_prepared);
	return play;
}

struct difference play_verify(const struct scenario *scenario,
			      const struct rubric *rubric, struct str bytes,
			      const struct transcript_file *file,
			      struct arena *arena)
{
	struct difference difference = { 0 };
	struct replay replay = {
		.play = new_play(scenario, rubric, &file->header),
		.bytes = bytes,
		.difference = &difference,
		.arena = arena,
	};

	replay_all(&replay, file);
	play_free(replay.play);
	return difference;
}

/* ---- going on ----------------------------------------------------------- */

bool play_fits(const struct scenario *scenario, const struct rubric *rubric,
	       const struct transcript_header *header, struct str path,
	       struct error *err)
{
	struct str own = rubric_string(rubric, rubric->header->hash);
	bool other_scenario = !str_equal(str_from(scenario->hash),
					 header->scenario_hash);
	bool other_rubric = !str_equal(own, header->rubric_hash);

	if (!other_scenario && !other_rubric)
		return true;
	if (other_scenario && other_rubric)
		error_at(err, path, 0, 0, "the scenario " STR_FMT " and the "
			 "rubric " STR_FMT " at hand are not those it was "
			 "made with", STR_ARG(header->scenario),
			 STR_ARG(header->rubric));
	else
		error_at(err, path, 0, 0, "the %s " STR_FMT " at hand is not "
			 "the one it was made with", other_scenario ?
			 "scenario" : "rubric", STR_ARG(other_scenario ?
			 header->scenario : header->rubric));
	return false;
}

static bool replay_file(struct replay *replay,
			const struct transcript_file *file, struct str path,
			struct error *err)
{
	if (replay_all(replay, file))
		return true;
	return error_at(err, path, replay->difference->line, 0,
			"this is not what the conversation leads to, so it "
			"cannot be gone on with; `rehearse verify` shows the "
			"difference");
}

static bool refuse_ended(const struct session *session, struct str path,
			 struct error *err)
{
	if (!session_ended(session))
		return true;
	return error_at(err, path, 0, 0, "this conversation came to its end, "
			"so it cannot be gone on with; play it again from the "
			"start, or practise its opening: rehearse play "
			STR_FMT " --opening",
			STR_ARG(session_scenario(session)->id));
}

/* The time goes on where it stopped; without times there are none. */
static void start_clock(struct play *play, const struct transcript_file *file,
			const struct play_clock *clock)
{
	int64_t last = 0;

	if (!clock || !file->header.when.len)
		return;
	for (size_t i = 0; i < file->nr_events; i++)
		if (file->events[i].at > last)
			last = file->events[i].at;
	play->clock = clock;
	play->started = clock->seconds() - (uint64_t)last;
}

/* Opens the file to go on in it: it has to hold still what was replayed,
 * but for a line feed after a tear. */
static bool reopen(struct play *play, struct str path, struct arena *arena,
		   struct error *err)
{
	struct strbuf *replayed = &play->transcript.bytes;
	struct str bytes;

	if (!journal_reopen(&play->journal, path, FILE_MAX_TRANSCRIPT, arena,
			    &bytes, err))
		return false;
	if (bytes.len == replayed->len + 1)
		strbuf_addc(replayed, '\n');
	if (!str_equal(bytes, strbuf_str(replayed)))
		return error_at(err, path, 0, 0, "somebody else is writing "
				"to this file");
	play->saved = bytes.len;
	play->path = arena_str(&play->arena, path);
	return true;
}

static struct play *go_on(const struct scenario *scenario,
			  const struct rubric *rubric,
			  const struct play_options *options, bool ended,
			  struct error *err)
{
	struct difference difference = { 0 };
	struct arena arena = { 0 };
	struct transcript_file file;
	struct replay replay = { .difference = &difference, .arena = &arena };
	bool resumed;

	resumed = file_read(&arena, options->out, FILE_MAX_TRANSCRIPT,
			    &replay.bytes, err) &&
		  transcript_read(&arena, options->out, replay.bytes, &file,
				  err) &&
		  play_fits(scenario, rubric, &file.header, options->out, err);
	if (resumed) {
		replay.play = new_play(scenario, rubric, &file.header);
		resumed = replay_file(&replay, &file, options->out, err) &&
			  (ended || refuse_ended(replay.play->session,
						 options->out, err)) &&
			  reopen(replay.play, options->out, &arena, err);
	}
	if (resumed) {
		start_clock(replay.play, &file, options->clock);
		replay.play->trace = options->trace;
		replay.play->unaided = options->unaided;
	} else {
		play_free(replay.play);
	}
	arena_release(&arena);
	return resumed ? replay.play : NULL;
}

struct play *play_resume(const struct scenario *scenario,
			 const struct rubric *rubric,
			 const struct play_options *options,
			 struct error *err)
{
	return go_on(scenario, rubric, options, false, err);
}

struct play *play_reopen(const struct scenario *scenario,
			 const struct rubric *rubric,
			 const struct play_options *options,
			 struct error *err)
{
	return go_on(scenario, rubric, options, true, err);
}
