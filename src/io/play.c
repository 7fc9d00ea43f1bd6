#include "rehearse/play.h"

#include <stdlib.h>

#include "play_parts.h"
#include "rehearse/version.h"

/* Puts on the disk what is not there yet. */
static void save(struct play *play)
{
	struct str bytes = strbuf_str(&play->transcript.bytes);
	struct error err;

	if (play->journal.fd < 0)
		return;
	if (journal_append(&play->journal,
			   str_slice(bytes, play->saved, bytes.len), &err)) {
		play->saved = bytes.len;
		play->trouble = (struct error){ 0 };
		return;
	}
	/* the first failure says most; later ones only that it failed */
	if (!play->trouble.kind) {
		play->trouble = err;
		play->trouble.path = play->path;
	}
}

void play_keep_prepared(struct play *play, const struct str *prepared,
			size_t nr)
{
	play->prepared = ARENA_ARRAY(&play->arena, struct str, nr);
	play->nr_prepared = nr;
	for (size_t i = 0; i < nr; i++)
		play->prepared[i] = play_seen(&play->arena, prepared[i]);
}

static void write_header(struct play *play,
			 const struct play_options *options)
{
	const struct rubric_header *rubric = play->rubric->header;
	struct transcript_header header = {
		.engine = STR(REHEARSE_ENGINE),
		.scenario = play->scenario->id,
		.scenario_hash = str_from(play->scenario->hash),
		.rubric = rubric_string(play->rubric, rubric->id),
		.rubric_hash = rubric_string(play->rubric, rubric->hash),
		.rubric_version = rubric->version,
		.seed = play->options.seed,
		.level = play->options.level,
		.exam = options->exam,
		.fills = options->fills,
		.nr_fills = options->nr_fills,
		.prepared = play->prepared,
		.nr_prepared = play->nr_prepared,
	};
	char now[32];

	if (play->options.start >= 0 &&
	    play->options.start != play->scenario->start)
		header.start =
			play->scenario->scenes[play->options.start].id;
	if (play->clock) {
		play->clock->now(now);
		header.when = str_from(now);
		play->started = play->clock->seconds();
	}
	transcript_header(&play->transcript, &header);
}

static bool open_journal(struct play *play,
			 const struct play_options *options,
			 struct error *err)
{
	struct str path = arena_str(&play->arena, options->out);

	if (!options->out.len && !options->sessions.len)
		return true;
	if (options->out.len ?
	    !journal_create(&play->journal, path, err) :
	    !play_create_file(&play->journal, &play->arena, options,
			      play->scenario->id, &path, err))
		return false;
	play->path = path;
	return true;
}

struct play *play_new(const struct scenario *scenario,
		      const struct rubric *rubric,
		      const struct play_options *options)
{
	struct play *play = memory_new(sizeof(*play));
	struct error err;

	*play = (struct play){
		.scenario = scenario,
		.rubric = rubric,
		.clock = options->clock,
		.options = options->session,
		.exam = options->exam,
		.unaided = options->unaided,
		.trace = options->trace,
		.journal = JOURNAL_CLOSED,
		.path = STR(""),
	};
	play->session = session_new(scenario, rubric, &play->options);
	play_keep_prepared(play, options->prepared, options->nr_prepared);
	write_header(play, options);
	if (!open_journal(play, options, &err)) {
		play->trouble = err;
		/* borrowed from the options, which may go */
		play->trouble.path = arena_str(&play->arena, err.path);
	}
	save(play);
	return play;
}

void play_free(struct play *play)
{
	if (!play)
		return;
	session_free(play->session);
	transcript_release(&play->transcript);
	journal_close(&play->journal);
	arena_release(&play->arena);
	free(play);
}

const struct session *play_session(const struct play *play)
{
	return play->session;
}

bool play_is_exam(const struct play *play)
{
	return play->exam;
}

const struct str *play_prepared(const struct play *play, size_t *nr)
{
	*nr = play->nr_prepared;
	return play->prepared;
}

bool play_in_exam(const struct play *play)
{
	return play->exam && !session_ended(play->session);
}

void play_record(struct play *play)
{
	play->finished = false;
	save(play);
}

static void trace(struct play *play, struct str text)
{
	struct play_trace *trace = play->trace;

	if (trace && !trace->trouble.kind)
		journal_append(&trace->journal, text, &trace->trouble);
}

static void trace_turn(struct play *play, size_t turn)
{
	struct strbuf text = { 0 };

	if (play->trace)
		session_trace(play->session, turn, &text);
	trace(play, strbuf_str(&text));
	strbuf_release(&text);
}

void play_record_turns(struct play *play, size_t before, int64_t at)
{
	for (size_t i = before; i < session_nr_turns(play->session); i++) {
		transcript_turn(&play->transcript,
				session_turn(play->session, i),
				play->scenario, play->rubric, at);
		play_record(play);
		trace_turn(play, i);
	}
}

/* Records the turns made since there were `before`. */
static void record_turns(struct play *play, size_t before)
{
	struct error ignored; /* play_trouble() has it */
	int64_t at = -1;

	if (session_nr_turns(play->session) == before)
		return;
	if (play->clock)
		at = (int64_t)(play->clock->seconds() - play->started);
	play_record_turns(play, before, at);
	if (session_ended(play->session))
		play_finish(play, &ignored);
}

bool play_say(struct play *play, struct str line, int picked,
	      struct error *err)
{
	size_t before = session_nr_turns(play->session);
	struct arena scratch = { 0 };
	struct str words;
	bool said = play_words(&scratch, line, &words, err) &&
		    session_say(play->session, words, picked, err);

	record_turns(play, before);
	arena_release(&scratch);
	return said;
}

bool play_act(struct play *play, enum act act, struct error *err)
{
	size_t before = session_nr_turns(play->session);
	bool done = session_act(play->session, act, err);

	record_turns(play, before);
	return done;
}

/* Is that suggestion shown to whoever plays? */
static bool is_shown(const struct play *play,
		     const struct suggestion *suggestion)
{
	return !play->unaided || suggestion->act != ACT_NONE;
}

size_t play_suggestions(const struct play *play,
			struct suggestion out[SUGGESTIONS_MAX])
{
	size_t nr = session_suggestions(play->session, out), kept = 0;

	for (size_t i = 0; i < nr; i++)
		if (is_shown(play, &out[i]))
			out[kept++] = out[i];
	return kept;
}

/* The session's own number of what is shown as number `shown`. */
static bool find_shown(const struct play *play, int shown, int *number,
		       struct error *err)
{
	struct suggestion all[SUGGESTIONS_MAX];
	size_t nr = session_suggestions(play->session, all);

	*number = shown;
	if (!play->unaided)
		return true;
	for (size_t i = 0; i < nr; i++) {
		*number = (int)i + 1;
		if (is_shown(play, &all[i]) && !--shown)
			return true;
	}
	return error_set(err, ERROR_USAGE, "Nothing of that number is offered "
			 "here: say it in your own words.");
}

bool play_pick(struct play *play, int shown, struct error *err)
{
	size_t before = session_nr_turns(play->session);
	int number;
	bool picked = find_shown(play, shown, &number, err) &&
		      session_pick(play->session, number, err);

	record_turns(play, before);
	return picked;
}

/* The session as it was before a turn: its inputs, once more. */
static bool replay(const struct play *play, size_t nr,
		   struct session **replayed, struct error *err)
{
	struct session *session = session_new(play->scenario, play->rubric,
					      &play->options);

	for (size_t i = session_nr_turns(session); i < nr;
	     i = session_nr_turns(session)) {
		if (session_repeat(session, session_turn(play->session, i),
				   err))
			continue;
		session_free(session);
		return false;
	}
	*replayed = session;
	return true;
}

bool play_undo(struct play *play, int turn, struct error *err)
{
	int nr = (int)session_nr_turns(play->session);
	struct session *replayed;
	size_t kept = 0;

	if (!nr)
		return error_set(err, ERROR_USAGE,
				 "there is nothing to take back yet");
	if (!turn)
		turn = nr;
	if (turn < 0 || turn > nr)
		return error_set(err, ERROR_USAGE, "there is no turn %d; the "
				 "last is %d", turn, nr);
	if (!replay(play, (size_t)turn - 1, &replayed, err))
		return false;
	session_free(play->session);
	play->session = replayed;
	for (size_t i = 0; i < play->nr_waivers; i++)
		if (play->waivers[i].turn < turn)
			play->waivers[kept++] = play->waivers[i];
	play->nr_waivers = kept;
	transcript_undo(&play->transcript, turn);
	play_record(play);
	trace(play, STR("taken back\n\n"));
	return true;
}

bool play_note(struct play *play, struct str text, struct error *err)
{
	struct arena scratch = { 0 };
	bool taken = play_words(&scratch, text, &text, err);

	if (taken && !text.len)
		taken = error_set(err, ERROR_USAGE, "the note is empty");
	if (taken) {
		transcript_note(&play->transcript,
				(int)session_nr_turns(play->session), text);
		play_record(play);
	}
	arena_release(&scratch);
	return taken;
}

bool play_reflect(struct play *play, struct str went_well,
		  struct str differently, struct error *err)
{
	struct arena scratch = { 0 };
	bool taken = play_words(&scratch, went_well, &went_well, err) &&
		     play_words(&scratch, differently, &differently, err);

	if (taken) {
		transcript_reflect(&play->transcript, went_well, differently);
		play_record(play);
	}
	arena_release(&scratch);
	return taken;
}

bool play_finish(struct play *play, struct error *err)
{
	struct arena scratch = { 0 };
	int ending = session_ending(play->session);
	struct summary summary;

	if (!play->finished) {
		summary = session_summary(play->session, &scratch);
		transcript_result(&play->transcript, ending < 0 ? STR("") :
				  play->scenario->endings[ending].id,
				  &summary);
		arena_release(&scratch);
		save(play);
		play->finished = true;
	}
	if (play->trouble.kind)
		*err = play->trouble;
	return !play->trouble.kind;
}

void play_close(struct play *play)
{
	struct error ignored; /* play_trouble() has it */

	play_finish(play, &ignored);
	journal_close(&play->journal);
}

const struct error *play_trouble(const struct play *play)
{
	return play->trouble.kind ? &play->trouble : NULL;
}

bool play_save_as(struct play *play, struct str path, struct error *err)
{
	struct str bytes = strbuf_str(&play->transcript.bytes);
	struct journal journal = JOURNAL_CLOSED;

	path = arena_str(&play->arena, path);
	if (!journal_create(&journal, path, err))
		return false;
	if (!journal_append(&journal, bytes, err)) {
		err->path = path;
		journal_close(&journal);
		return false;
	}
	journal_close(&play->journal);
	play->journal = journal;
	play->path = path;
	play->saved = bytes.len;
	play->trouble = (struct error){ 0 };
	return true;
}

struct str play_path(const struct play *play)
{
	return play->path;
}
