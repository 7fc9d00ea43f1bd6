/*
 * A session from inside: its state, and the steps a turn is made of. Only
 * the session_*.c files include this.
 *
 *   session.c          making one, inputs, looking at it
 *   session_turn.c     one input from its verdict to its turn
 *   session_due.c      which questions are to be answered, and by what
 *   session_answer.c   which entry answers
 *   session_nod.c      what else arrived
 *   session_spoken.c   what lines are about
 *   session_press.c    which pushback presses
 *   session_walk.c     entries used, scenes entered, endings reached
 *   session_intent.c   the act that typed words name; bare follow-ups
 *   session_trace.c    a turn once more, saying why
 *   session_without.c  the talk judged again, without what one objects to
 *   better.c           and with the best reply that was there, turn by turn
 */
#ifndef CORE_SESSION_PARTS_H
#define CORE_SESSION_PARTS_H

#include "rehearse/session.h"

struct scene_state {
	uint32_t first_use;   /* its entries in uses: client, then listen */
	uint32_t first_reply; /* its replies in picked */
	uint32_t visits;
	bool comes_back;      /* an entry of its own goes `back` */
	bool on_main_line;    /* see session_walk.c, detours */
	struct str last_line; /* of client, to be said again */
	uint32_t last_means;
};

/* What answers a question of the turn: one of both, the other is -1. */
enum { DUE_MOST = 2 };
struct due {
	int topic;  /* says its next line */
	int answer; /* of the scenario's answers */
	enum asking asking;
};

/* What the lines of an answer ask for: facts and behaviours, as bits. */
struct spoken {
	script_set told;
	uint64_t did;
};
void spoken_add(struct spoken *spoken, const struct entry *entry);
/* Does the entry ask for something that these words tell, ask or do? */
bool session_is_about_this(const struct session *session,
			   const struct entry *entry);
/* How many lines the client has to say on the way there, as things stand;
 * spoken (may be NULL) takes what they are about. */
int session_lines_ahead(struct session *session, const struct go *go,
			struct spoken *spoken);

/* What the evaluator heard, in order: a line of the client's, or a turn. */
struct judged {
	bool mine;
	struct said said; /* mine; text NULL: an act */
	struct str line;  /* the client's */
	uint32_t means;
};

struct session {
	struct arena arena;   /* what lives as long as the session */
	struct arena scratch; /* one evaluation */
	const struct scenario *scenario;
	const struct rubric *rubric;
	struct session_options options;
	struct talk *talk;

	int scene;  /* -1: ended */
	int ending; /* -1: goes on */
	enum channel channel;
	/* what conditions ask; `now.turn` counts spoken turns */
	struct condition_state now;
	bool score_known; /* now.score is that of this moment */

	struct scene_state *scenes;
	uint32_t *uses; /* lines said, one count an entry; see struct script */
	struct use *used; /* entries, in the order they took effect */
	size_t nr_used, alloc_used;
	bool *picked;   /* replies of all scenes that were picked */
	uint32_t first_answer_use, first_reaction_use, first_nod_use;
	uint32_t first_remark_use, first_pushback_use;
	uint32_t *topic_use; /* where each topic's entries begin in uses */

	int *detours; /* scenes they began in, the innermost last */
	size_t nr_detours, alloc_detours;

	int pressing;     /* the pushback not yet answered, or -1 */
	int met;          /* the one this turn answers, or -1 */
	int pressed_turn; /* spoken turn of the last pushback; 0: none yet */
	struct due due[DUE_MOST]; /* by this turn, the last ones last */
	struct str slots[LINE_SLOT_NR]; /* this turn's words; may be empty */
	int answers;      /* turns in a row that an answer or a remark took */
	int farewell;     /* the scene's `listen` entry that waits until no
			     question is left, or -1 */
	int topic;        /* the last that answered, if the last turn was
			     answered so, or -1 */
	int sums[PRINCIPLE_NR], counts[PRINCIPLE_NR]; /* for pushbacks */

	struct turn **turns;
	size_t nr_turns, alloc_turns;
	struct judged *judged;
	size_t nr_judged, alloc_judged;
	struct heard_line *opening;
	size_t nr_opening;

	/* of the turn being made */
	script_set new_told; /* facts told for the first time */
	struct spoken spoken;
	struct heard_line *lines;
	size_t nr_lines, alloc_lines;
	struct mood_move *moves;
	size_t nr_moves, alloc_moves;
	struct strbuf why;
	struct strbuf *trace; /* NULL: none */
};

/* A list of entries of the script together with how often each was used. */
struct script {
	const struct entries *entries;
	uint32_t *uses;
	const char *name; /* "listen", for the trace */
	struct str of;    /* "opening"; may be empty */
};

struct script session_client(struct session *session, int scene);
struct script session_listen(struct session *session, int scene);
struct script session_topic(struct session *session, size_t topic);
struct script session_answers(struct session *session);
struct script session_reactions(struct session *session);
struct script session_nods(struct session *session);
struct script session_remarks(struct session *session);
struct script session_pushbacks(struct session *session);

/* Nobody answers at once here: voicemail, email, message. */
bool session_is_mute(const struct session *session);
/* Words cannot be said here: there are acts and nothing that listens. */
bool session_is_acts_only(const struct session *session);

/* Is there a line of the entry that was not said yet? */
bool script_has_line(const struct script *script, size_t i);
/* Not used up, and its condition holds. */
bool script_counts(struct session *session, const struct script *script,
		   size_t i);
/* The first entry that counts, or -1. */
int script_first(struct session *session, const struct script *script);
/*
 * The entry does what it does but for its `go`: says its next line (unless
 * something else was said in its place), moves the mood, reveals.
 */
void session_use(struct session *session, const struct script *script, size_t i,
		 bool aloud);

/* The entry counts as used; line as of struct use. */
void session_count_use(struct session *session, const struct script *script,
		       size_t i, int line);

/* For the trace, if there is one: words, then their verdict; a condition. */
void session_trace_text(struct session *session, const struct text *text);
void session_trace_verdict(struct session *session,
			   const struct verdict *verdict);
void session_trace_condition(struct session *session,
			     const struct condition *condition);
/* The user hears a line. */
void session_add_line(struct session *session, enum speaker speaker,
		      struct str text);
/* A talk with the scenario's setting, nothing said yet. */
struct talk *session_open_talk(const struct session *session,
			       struct arena *arena);
/* Has the evaluator hear it, and remembers that. */
const struct verdict *session_judge(struct session *session,
				    const struct said *said);
/* A line of the client's is heard, by the user and by the evaluator. */
void session_hear(struct session *session, struct str line, uint32_t means);
/* Something for the trace; the parts of `why` are joined by "; ". */
__attribute__((format(printf, 2, 3))) void
session_note(struct session *session, const char *format, ...);
/* As far as the scale goes. */
void session_move_mood(struct session *session, struct mood_move move);

/* Enters a scene: narrator, client, and on as long as entries say so. */
void session_enter(struct session *session, int scene);
/*
 * Goes where an entry of the current scene leads. aside: what led there was
 * no entry of the scene's own (a reaction, a pushback, a topic).
 */
void session_go(struct session *session, const struct go *go, bool aside);
/* Does it lead to the scene one is in, or nowhere? */
bool session_leads_here(const struct session *session, const struct go *go);
/* Does it lead to an ending, or where nobody talks any more? */
bool session_leads_out(const struct session *session, const struct go *go);
/* Without patience or turns: the last ending. */
void session_run_out(struct session *session);
/* Which scenes have `back`, and which belong to no detour. */
void session_plan_detours(struct session *session);

/* What of the turn is to be answered, into session->due. */
void session_find_due(struct session *session, const struct text *text,
		      const struct heard *heard);
/* What a nod is to; each kind allows the ones before it. */
enum nods {
	NODS_OF_PROMISES,
	NODS_SAYING_BACK, /* a time or a sum */
	NODS_OF_FACTS,    /* what was told */
	NODS_OF_MANNER,   /* how it was said */
};
/*
 * The client shows what else arrived, in so many lines at most; ahead: what is
 * about to be spoken to. Returns the lines said.
 */
int session_nod(struct session *session, const struct spoken *ahead, int most,
		enum nods allowed);
/* The pushback that is said instead of the entry (NULL: none counts); NULL: it
 * is not the moment for one. */
const struct entry *session_press(struct session *session,
				  const struct entry *instead);
/* Step 2 and 3 of a spoken turn: what comes back, and where it leads. */
void session_answer(struct session *session, const struct text *text);

/* Takes a turn: an act, or words when act is ACT_NONE. */
void session_take(struct session *session, struct str said, enum act act,
		  int picked, const struct reply *reply);
/* An act, as it is judged. */
struct said said_act(enum act act);
/* Words made ready for reading. */
struct text session_read(const struct session *session, struct str line,
			 struct arena *arena);
enum stage session_stage(const struct session *session);

/* What words typed in an acts-only scene are meant as. */
enum intent_kind {
	INTENT_SAY,     /* to be said to the client */
	INTENT_ACT,     /* this act, which is offered: "I'll ring her" */
	INTENT_UNCLEAR, /* about acts, but none that is offered */
};
struct intent {
	enum intent_kind kind;
	enum act act;
};
struct intent session_intent(const struct session *session, struct str line);
/* "And then?", "Tell me more": nothing but a request to go on. */
bool text_is_follow_up(const struct text *text);
/* It asks something, and not only to go on. */
bool text_asks_more(const struct text *text);

#endif
