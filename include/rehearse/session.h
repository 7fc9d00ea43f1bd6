/*
 * A session: one scenario being played.
 *
 * It is a list of inputs and what follows from them; its state is a pure
 * function of (scenario, rubric, seed, level, inputs). Taking back, resuming,
 * verifying are a replay of the first n inputs. What is left to chance is a
 * hash of (seed, scene, visit, what is chosen), so taking back a turn shifts
 * nothing. Turns never change once returned; they live as long as the
 * session. The scenario and the rubric are borrowed and must outlive it.
 *
 * The client says two lines a turn, three where something is asked, unless
 * leading on takes more by itself: the answer to a question, what leads on
 * (the entry, the scenes it leads to), then a reaction or a pushback, then a
 * second answer. What there is no room for is not used up. The narrator and
 * endings don't count.
 *
 * Layer: core. No clock, no files.
 */
#ifndef REHEARSE_SESSION_H
#define REHEARSE_SESSION_H

#include "rehearse/scenario.h"
#include "rehearse/talk.h"

enum {
	SESSION_MAX_TURNS = 60,        /* acts not counted */
	SESSION_MAX_CHARACTERS = 4000, /* of one turn */
};

struct session_options {
	uint64_t seed;
	enum level level; /* the scenario's own is scenario->level */
	int start;        /* scene; -1: the scenario's */
};

struct session;

struct session *session_new(const struct scenario *scenario,
			    const struct rubric *rubric,
			    const struct session_options *options);
void session_free(struct session *session);

enum speaker { SPEAKER_NARRATOR, SPEAKER_CLIENT };

/* Something heard: the client's line or the narrator's. */
struct heard_line {
	enum speaker speaker;
	struct str text;
};

/* What moved the client's mood: how the words were judged, or the script,
 * together with a line of the client's (empty: in silence). */
struct mood_move {
	int trust, patience;
	bool judged;
	struct str line;
};

/* One turn: what was said or done, the verdict, and what came back. */
struct turn {
	int number; /* from 1, acts too */
	int scene;  /* where it was said */
	enum channel channel;
	struct str said; /* as typed; empty for an act */
	enum act act;    /* ACT_NONE for words */
	int picked;      /* the suggestion's place in the file, from 1; 0 */
	const struct verdict *verdict;
	script_set told, asked, revealed; /* by this turn, bits */
	int trust, patience;            /* after it */
	struct mood_move *moves;        /* what led there from before it */
	size_t nr_moves;
	struct heard_line *answer;
	size_t nr_answer;
	int scene_after; /* -1: ended */
	int ending;      /* -1: goes on */
	/* For the trace: which entry answered ("listen 2 of opening"), and the
	 * mood sums in words. */
	struct str why;
};

/* What is heard when the session starts, before the first turn. */
const struct heard_line *session_opening(const struct session *session,
					 size_t *nr);

/*
 * Say one line. It is copied, blanks around it trimmed. Fails (ERROR_USAGE,
 * in words for the user) when there is nothing in it, when it is longer than
 * SESSION_MAX_CHARACTERS, when the session has ended, or when words cannot be
 * said here (the message names the acts offered). Words typed where only acts
 * are offered may make two turns: the act they choose and the words.
 * picked: the suggestion's place in the file, or 0.
 */
bool session_say(struct session *session, struct str line, int picked,
		 struct error *err);

/* Do one of the acts offered here. */
bool session_act(struct session *session, enum act act, struct error *err);

/* The suggestion on show with number 1..n: said, or done if it is an act. */
bool session_pick(struct session *session, int shown, struct error *err);

/* What was said or done in a turn of another session, once more. */
bool session_repeat(struct session *session, const struct turn *turn,
		    struct error *err);

/* An entry of the script that took effect, by its number (scenario.h), and
 * which of its lines was said: from 0, or one of these. */
enum { USE_SILENT = -1, USE_MET = -2 /* a pushback's met */ };
struct use {
	uint32_t entry;
	int line;
};
/* All so far, the first before the first turn. */
const struct use *session_uses(const struct session *session, size_t *nr);
/* Of an entry, by its number: its lines said; of one without lines 1, when it
 * took effect. */
size_t session_lines_said(const struct session *session, size_t entry);
/* How often a scene was entered. */
size_t session_visits(const struct session *session, size_t scene);

size_t session_nr_turns(const struct session *session);
const struct turn *session_turn(const struct session *session, size_t i);
const struct turn *session_last(const struct session *session);

/* What was said, or the words the scene has for what was done. */
struct str turn_words(const struct turn *turn, const struct scenario *scenario);

/* A suggestion as shown now: at most three, shuffled by the seed, then acts,
 * all and in file order. */
struct suggestion {
	struct str text;
	enum act act;
	int place; /* in the file, from 1 */
};
enum { SUGGESTIONS_MAX = 9 };
size_t session_suggestions(const struct session *session,
			   struct suggestion out[SUGGESTIONS_MAX]);

/* Which of these, all words, would score best now, or worst. */
size_t suggestion_judged(const struct session *session,
			 const struct suggestion *texts, size_t nr, bool best,
			 struct arena *arena);

bool session_ended(const struct session *session);
int session_ending(const struct session *session); /* -1 */
int session_scene(const struct session *session);  /* -1 when ended */
enum channel session_channel(const struct session *session);
int session_trust(const struct session *session);
int session_patience(const struct session *session);
script_set session_told(const struct session *session);
script_set session_known(const struct session *session); /* hidden found */
/* Has the principle been served worse so far than the other? */
bool session_is_weaker(const struct session *session, int principle, int other);
/* What conditions ask, after the last turn. */
const struct condition_state *session_now(const struct session *session);
const struct talk *session_talk(const struct session *session);
const struct scenario *session_scenario(const struct session *session);
const struct session_options *session_options(const struct session *session);
struct summary session_summary(const struct session *session,
			       struct arena *arena);
/* What is owed or good news and not told yet, as the facts put it. */
struct str *session_unsaid(const struct session *session, struct arena *arena,
			   size_t *nr);

/*
 * Why a turn went as it did, in lines of text: its words, clauses and scopes,
 * what the client had done, rules found and rules cancelled, each condition
 * that was asked with its values, which entries answered, and the mood.
 */
void session_trace(const struct session *session, size_t i,
		   struct strbuf *out);

/* An objection: the findings of a rule in a turn. */
struct waiver {
	int turn, rule;
};

/*
 * The summary as it would be if those findings were none: the same talk, what
 * the client said to it included, judged without them.
 */
struct summary session_without(const struct session *session,
			       const struct waiver *waivers, size_t nr,
			       struct arena *arena);

/*
 * The verdict on a draft as if it were said now; NULL where words are not
 * judged. Nothing changes.
 */
struct verdict *session_draft(const struct session *session, struct str draft,
			      struct arena *arena);

/* "calm", "wary", "losing patience": one word or two for the mood. */
struct str mood_words(int trust, int patience);
/* Values of trust, or of patience, as a line that rises and falls. */
void mood_line(struct strbuf *out, const int *moods, size_t nr, bool ascii);

#endif
