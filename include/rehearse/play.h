/*
 * One rehearsal: a session together with its open transcript. Everything a
 * person says or does in a rehearsal goes through here; nobody else steps a
 * session and appends to a transcript.
 *
 * A turn is on disk (one write, one fsync an event) before these functions
 * return, so what the screen shows as said is saved. When the transcript
 * cannot be written the rehearsal goes on: play_trouble() says what is wrong
 * until play_save_as() has put everything somewhere else.
 *
 * Layer: io.
 */
#ifndef REHEARSE_PLAY_H
#define REHEARSE_PLAY_H

#include "rehearse/journal.h"
#include "rehearse/transcript.h"

/* The world's time, handed in; NULL: none, and the transcript is the same
 * byte for byte for the same inputs. */
struct play_clock {
	/* "2026-11-21T21:40:00Z" into out */
	void (*now)(char out[32]);
	/* whole seconds since some fixed point, never running backwards */
	uint64_t (*seconds)(void);
};

/* A file that says of every turn why it went as it did (session_trace). */
struct play_trace {
	struct journal journal;
	struct error trouble; /* ERROR_NONE: it is complete so far */
};

struct play_options {
	struct session_options session;
	const struct fill_choice *fills; /* as chosen, for the header */
	size_t nr_fills;
	const struct str *prepared; /* the preparation sheet, may be none */
	size_t nr_prepared;
	bool exam;
	bool unaided; /* no words are suggested, only what can be done */
	const struct play_clock *clock;
	struct play_trace *trace; /* NULL: none; the caller's */
	/* Where the transcript goes: a file; or empty, then a new file in
	 * `sessions`; both empty: nowhere. */
	struct str out, sessions;
};

struct play;

/*
 * Never fails for the transcript's sake: see play_trouble(). The scenario
 * and rubric are borrowed.
 */
struct play *play_new(const struct scenario *scenario,
		      const struct rubric *rubric,
		      const struct play_options *options);
void play_free(struct play *play);

/*
 * Goes on with the transcript in the file options->out, that was left or
 * torn: what it says is played again, what follows is appended. Seed, level,
 * start, fills and exam are its header's; of the options only out, clock
 * and trace count. The scenario has to be the one it was played with. NULL when the
 * transcript cannot be gone on with: err says why.
 */
struct play *play_resume(const struct scenario *scenario,
			 const struct rubric *rubric,
			 const struct play_options *options,
			 struct error *err);

/* The same, and a talk that came to its end may be looked at once more. */
struct play *play_reopen(const struct scenario *scenario,
			 const struct rubric *rubric,
			 const struct play_options *options,
			 struct error *err);

/* Are these the scenario and rubric a transcript was made with? Else the
 * message says which differs. path: of the transcript, borrowed. */
bool play_fits(const struct scenario *scenario, const struct rubric *rubric,
	       const struct transcript_header *header, struct str path,
	       struct error *err);

/* The session of the turns that stand in a transcript. NULL when it cannot
 * be played again: err has the line, the path is the caller's. */
struct session *play_standing(const struct scenario *scenario,
			      const struct rubric *rubric,
			      const struct transcript_file *file,
			      struct error *err);

/* Where a transcript is not what its inputs lead to. */
struct difference {
	unsigned line; /* the first that differs; 0: none does */
	struct str written, replayed; /* that line; ptr NULL: there is none */
	struct str why; /* the replay could not go on; may be empty */
};

/*
 * Replays the inputs of a transcript (its bytes, and what was read of them)
 * under its header, through the same writer into memory, and compares the
 * bytes; torn ones are taken as they stand. The scenario and the rubric are
 * those it was made with. Strings live in the arena.
 */
struct difference play_verify(const struct scenario *scenario,
			      const struct rubric *rubric, struct str bytes,
			      const struct transcript_file *file,
			      struct arena *arena);

const struct session *play_session(const struct play *play);
/* An exam, and not over yet: nobody coaches. */
bool play_in_exam(const struct play *play);
bool play_is_exam(const struct play *play);
/* What was written on the preparation sheet, an answer for each question of
 * the scenario; none: nothing was. */
const struct str *play_prepared(const struct play *play, size_t *nr);

/* The session's suggestions, as far as they are shown to whoever plays. */
size_t play_suggestions(const struct play *play,
			struct suggestion out[SUGGESTIONS_MAX]);

/* As the session's; recorded. */
bool play_say(struct play *play, struct str line, int picked,
	      struct error *err);
bool play_act(struct play *play, enum act act, struct error *err);
bool play_pick(struct play *play, int shown, struct error *err);

/* Takes back turn `turn` (0: the last) and all after it. */
bool play_undo(struct play *play, int turn, struct error *err);
bool play_note(struct play *play, struct str text, struct error *err);
/* Waives the findings of a rule in the last turn, with a reason. The score
 * stays; play_waived() says which. */
bool play_waive(struct play *play, struct str rule, struct str reason,
		struct error *err);
bool play_waived(const struct play *play, int turn, int rule);
/* All of them, of the turns that stand. */
const struct waiver *play_waivers(const struct play *play, size_t *nr);
bool play_reflect(struct play *play, struct str went_well,
		  struct str differently, struct error *err);

/* Writes the result: the ending reached, or that one left. Done by itself
 * when the session ends; to be called when the user leaves. Once a result is
 * written it is written again only after further events. */
bool play_finish(struct play *play, struct error *err);

/* Nothing follows: the result is written and the file let go of. What was
 * played can still be looked at. */
void play_close(struct play *play);

/* NULL: all is saved. Else what is wrong, in words, to be shown. */
const struct error *play_trouble(const struct play *play);
/* Writes the whole transcript to another file and goes on there. */
bool play_save_as(struct play *play, struct str path, struct error *err);
/* Where the transcript is; empty: nowhere. */
struct str play_path(const struct play *play);

#endif
