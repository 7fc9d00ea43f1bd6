/*
 * Everything a rule may ask about one own turn: the words, what the client
 * did before, what the talk remembers. Internal to the evaluator.
 */
#ifndef CORE_MOMENT_H
#define CORE_MOMENT_H

#include "rehearse/talk.h"

/* Steps of a talk, in the order they are wanted (order.c). */
enum talk_step {
	STEP_FACT,
	STEP_HEARING,
	STEP_OWNING,
	STEP_WAY,
	STEP_HAND,
	STEP_DEFENCE, /* has no place of its own */
	TALK_STEP_NR,
};

/* What was promised, by when or for how much (promise.c). */
enum promise_value {
	PROMISE_WEEKDAY,
	PROMISE_DATE,
	PROMISE_CLOCK,
	PROMISE_MONEY,
	PROMISE_SPAN, /* two weeks */
	PROMISE_VALUE_NR,
};
enum { PROMISE_STEMS = 12, PROMISES_KEPT = 32 };
struct promise {
	uint32_t stems[PROMISE_STEMS]; /* of its content words */
	unsigned nr_stems;
	uint32_t values[PROMISE_VALUE_NR]; /* 0: none */
};
struct promises {
	struct promise last[PROMISES_KEPT];
	unsigned nr; /* ever made */
	unsigned contradicted;
};

/* What the talk remembers between turns. */
struct memory {
	unsigned turns;        /* own turns so far, acts too */
	unsigned spoken;       /* own turns with words */
	unsigned turns_scored;
	script_set told;       /* facts */
	bool news_told;        /* unscripted: a turn gave bad news */
	unsigned news_turn;    /* spoken turn of the first news, from 1; 0 */
	enum channel news_channel;
	bool chased;           /* the client asked before the news came */
	bool opened;           /* I rang or came by, before any words */
	bool client_first;     /* the client opened the talk */
	bool complaint_open;   /* a complaint stands, nothing owned yet */
	bool complained;       /* a complaint was made at some time */
	bool planned;          /* a next step was given */
	unsigned questions, reflections; /* own turns with them */
	unsigned asked, pending, unanswered; /* client questions */
	unsigned proposals, proposals_taken;
	unsigned slip_turn;    /* last own turn with a gate; 0: none */
	bool repaired;         /* owned or apologised for after a slip */
	unsigned long my_words, client_words;
	unsigned dated_turn;   /* last spoken turn with a dated commitment */
	uint64_t behaviours;   /* ever */
	uint64_t step_at[TALK_STEP_NR]; /* where first, 0: never */
	struct promises promises;
};

/* The client's last line, read. */
struct client_line {
	bool spoken; /* there is one to answer */
	uint32_t acts;
	struct text text;
};

/* A measure's value, once it was counted: several rules ask for it. */
struct measured {
	bool counted, applies;
	int value;
};

struct moment {
	const struct rubric *rubric;
	const struct talk_setting *setting;
	const struct memory *memory;
	const struct client_line *client;
	const struct said *said;
	const struct text *text;
	enum stage stage;
	enum news_state news; /* before this turn */
	struct hits hits;     /* of the rubric's matcher */
	struct measured *measured; /* by measure */
	struct arena *arena;   /* the verdict's */
	struct arena *scratch; /* gone when it is reached */
	struct strbuf *trace;  /* NULL: nobody asks */
};

/* Who brought it up: who rang or wrote, not who says the first word. */
enum opener moment_opener(const struct moment *moment);

/* How news stand for a set of facts told. */
enum news_state moment_news(const struct talk_setting *setting,
			    const struct memory *memory);

/* Is it one of the set? An empty one allows anything. */
static inline bool rule_allows(uint32_t set, unsigned value)
{
	return !set || (set >> value & 1);
}

/* Do all given keys of a rule's `when` hold? (not `subject`) */
bool moment_when(const struct moment *moment, const struct rule_when *when);

/* The situations that hold, as bits (situation.c). */
uint64_t moment_situations(const struct moment *moment);

/* The value of a measure; false: it does not apply here (measure.c). */
int rule_points(const struct rule *rule, int value);
bool moment_measure(const struct moment *moment, int measure, int *value);
/* Is it the share of the words that stand in one of the rubric's lists? */
bool measure_is_share_of_list(int measure);
/* The first words that such a share counts; NULL: it counts none. */
const struct hit *moment_measured_hit(const struct moment *moment,
				      int measure);
/* The same for the whole talk, at its end. */
bool talk_measure(const struct talk_setting *setting,
		  const struct memory *memory, int measure, int *value);

enum { MEASURE_OF_TALK_NR = 13 };
bool measure_of_talk(const struct talk_setting *setting,
		     const struct memory *memory, int index, int *value);

/* Remember where a judged turn took its steps; how far they are in order,
 * in percent; whether a defence came before hearing and owning (order.c). */
void order_note(struct memory *memory, const struct rubric *rubric,
		const struct verdict *verdict);
bool order_of_steps(const struct talk_setting *setting,
		    const struct memory *memory, int *value);
bool order_defence_first(const struct memory *memory);

/* Remember a turn's promises and count those that contradict an earlier one
 * (promise.c). */
void promises_note(struct promises *promises, const struct text *text,
		   const struct client_line *client);

/* One measure with a file of its own (answers.c): 2 the client's direct
 * question is answered in the first sentence, 1 later, 0 not. */
bool measure_answers(const struct moment *moment, int *value);
/* And another (unheard.c): how many words, when none of them could take up
 * what the client said; else 0. */
bool measure_unheard(const struct moment *moment, int *value);

/* What a turn adds (substance.c): shares in percent, or counts. */
int percent_of(size_t part, size_t whole);
bool measure_echo(const struct moment *moment, int *value);
bool measure_overlap(const struct moment *moment, int *value);
bool measure_shared(const struct moment *moment, int *value);
bool measure_verbless(const struct moment *moment, int *value);
bool measure_known(const struct moment *moment, int *value);
bool measure_mashed(const struct moment *moment, int *value);
bool measure_repeats(const struct moment *moment, int *value);
bool measure_own_words(const struct moment *moment, int *value);
bool measure_small_words(const struct moment *moment, int *value);
bool measure_substance(const struct moment *moment, int *value);
bool measure_quoted(const struct moment *moment, int *value);
bool measure_blanks(const struct moment *moment, int *value);
bool measure_pledges(const struct moment *moment, int *value);

/* Whether it goes round in circles (circling.c). */
bool measure_harped(const struct moment *moment, int *value);
bool measure_circular(const struct moment *moment, int *value);

/* Whether it is said, and to somebody (address.c): shares in percent. */
bool measure_denials(const struct moment *moment, int *value);
bool measure_unsaid(const struct moment *moment, int *value);
bool measure_address(const struct moment *moment, int *value);

/* How many phrases of a stock it takes from (stock.c). */
bool measure_costume(const struct moment *moment, int *value);
bool measure_absurd(const struct moment *moment, int *value);
bool measure_coaching(const struct moment *moment, int *value);
bool measure_office(const struct moment *moment, int *value);
bool measure_chatter(const struct moment *moment, int *value);
bool measure_sham(const struct moment *moment, int *value);
bool measure_errands(const struct moment *moment, int *value);
bool measure_unchanged(const struct moment *moment, int *value);
bool measure_praise(const struct moment *moment, int *value);
bool measure_selling(const struct moment *moment, int *value);

/* How many words that nothing ties to the client's line (beside.c). */
bool measure_beside(const struct moment *moment, int *value);

/* How many of its lines rhyme or are set as verse (verse.c). */
bool measure_rhymes(const struct moment *moment, int *value);

/* How many words only show that one has heard, where most do (manner.c). */
bool measure_nods(const struct moment *moment, int *value);

/* How it is worded (manner.c): shares in percent; and the first of the words
 * that one of them counts, or NULL. */
bool measure_nodding(const struct moment *moment, int *value);
bool measure_hollow(const struct moment *moment, int *value);
bool measure_concrete(const struct moment *moment, int *value);
bool measure_abstract(const struct moment *moment, int *value);
bool measure_vague(const struct moment *moment, int *value);
/* Which words would stand in a talk about anything: one mark a word. */
const bool *mark_anything(const struct moment *moment);
const struct hit *manner_first_hit(const struct moment *moment,
				   enum rubric_measured list);

/* How a turn is built, whatever its words say (structure.c): shares in
 * percent of its words, or counts. */
bool is_said_again(const struct text *text, uint32_t sentence);
bool is_row_of_words(const struct text *text, uint32_t sentence);
/* Neither said before nor a row of words: only this counts as length. */
bool says_something(const struct text *text, uint32_t sentence);
bool measure_figures(const struct moment *moment, int *value);
bool measure_times(const struct moment *moment, int *value);
bool measure_adverbs(const struct moment *moment, int *value);
bool measure_long_words(const struct moment *moment, int *value);
bool measure_we(const struct moment *moment, int *value);
bool measure_you(const struct moment *moment, int *value);
bool measure_i(const struct moment *moment, int *value);
bool measure_exclamations(const struct moment *moment, int *value);
bool measure_longest_sentence(const struct moment *moment, int *value);
bool measure_last_question(const struct moment *moment, int *value);
bool measure_same_openings(const struct moment *moment, int *value);
bool measure_strung(const struct moment *moment, int *value);

/* Does the sentence ask something that somebody else is to answer? */
bool is_asked_for_real(const struct text *text, const struct sentence *s);

/* The own dated acts of a text: how many, and the first one's words. */
unsigned text_commitments(const struct text *text, uint32_t *first,
			  uint32_t *end);

/* What speaks against a rule's hit; NULL: nothing (judge.c). */
const char *moment_objection(const struct moment *moment, uint32_t rule,
			     const struct hit *hit);
/* Findings of all rules, in the order of the words (judge_weigh.c). */
void moment_find(const struct moment *moment, struct verdict *verdict);

/* For the trace (judge_trace.c): what a scope of these kinds has against a
 * hit, NULL: nothing; a rule whose words were there, and why they don't
 * count. */
const char *moment_scope_objection(const struct moment *moment,
				   const struct hit *hit, uint32_t kinds);
void moment_reject(const struct moment *moment, uint32_t rule,
		   struct str quote, const char *why);

/* What a better sentence may take over from a turn's words (rewrite.c). */
struct slots slots_of(const struct text *text);

/* Principles, receipt, gate (score.c). */
void moment_score(const struct moment *moment, struct verdict *verdict);
/* a / b rounded half up; a >= 0, b > 0. */
int divide_half_up(int a, int b);

#endif
