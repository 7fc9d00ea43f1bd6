/*
 * The rubric: seven principles, the rules that give evidence of them, and
 * the numbers by which findings become scores. It is data (formats.md is
 * repeated in README.md, "The rubric"); the program's own is
 * src/rubric/seven-principles.yaml.
 *
 * struct rubric_source is what the file says; rubric_compile() checks it and
 * makes the flat image (one block, 32-bit offsets, no pointers) the
 * evaluator runs on. The shipped rubric is compiled when the program is
 * built and never parsed at run time; both ways give the same bytes.
 *
 * Layer: core.
 */
#ifndef REHEARSE_RUBRIC_H
#define REHEARSE_RUBRIC_H

#include "rehearse/error.h"
#include "rehearse/matcher.h"
#include "rehearse/terms.h"

/* ---- what a file says -------------------------------------------------- */

/* Some text of a file and where it stands. */
struct source_str {
	struct str text;
	unsigned line, column;
};

struct source_strs {
	struct source_str *items;
	size_t nr, alloc;
};

struct example {
	struct str text, client;
	enum channel channel;
	enum stage stage;
	unsigned line;
	bool good; /* the rule must fire on it */
};

enum news_state { NEWS_NONE, NEWS_OWED, NEWS_TOLD, NEWS_NR };
enum opener { OPENER_ME, OPENER_CLIENT, OPENER_NR };
extern const struct terms news_terms;
extern const struct terms opener_terms;
extern const struct terms subject_terms;
extern const struct terms tense_terms;
extern const struct terms mood_terms;
extern const struct terms scope_terms;
extern const struct terms situation_terms; /* core/situation.c */
extern const struct terms measure_terms;   /* core/measure.c */

/* Sets of bits of the vocabularies; 0: the key was not given. */
struct rule_when {
	uint32_t client; /* CLIENT_BIT; bit CLIENT_ACT_NR: no client line */
	uint32_t channel; /* bit CHANNEL_NONE: it is not known */
	uint32_t stage, act, fault, kind, subject, news, opened_by;
	uint32_t first, complaint_open; /* 1: required; no bool, since this
					   is part of the image */
	uint32_t alone; /* 1: nothing is known but the words, no other line
			   and no channel; 2: something is */
};

/* The columns of a clause rule, as sets of bits; 0: anything. */
struct rule_clause {
	uint32_t subject, tense, mood;
	uint32_t polarity; /* bit 0 positive, bit 1 negative */
	uint32_t slots;    /* bits: number, money, when; all must be there */
	uint32_t position; /* bit 0 first, bit 1 last clause of the turn */
};

enum rule_source_kind { RULE_FIND, RULE_CLAUSE, RULE_MEASURE };

struct rule_source {
	struct source_str id; /* principle.name or conversation.name */
	int principle;        /* -1: conversation */
	int points;
	int behaviour; /* -1: none */
	struct source_str family;
	enum rule_source_kind kind;
	struct source_strs find, except;
	struct source_str verb; /* clause rules: name of a list, may be empty */
	struct rule_clause clause;
	int measure, min, max;
	int full; /* what earns all points; INT_MIN: min does */
	uint32_t not_in, only_in; /* SCOPE_BIT; only_in 0: anywhere */
	uint32_t also; /* other principles it counts half for, as bits */
	struct rule_when when;
	uint64_t unless; /* BEHAVIOUR_BIT */
	unsigned times;
	bool on;
	struct str says, rewrite, because;
	struct example *examples;
	size_t nr_examples;
	size_t alloc_examples;
};

struct gate_source {
	struct source_str name;
	uint64_t behaviours, unless;
	/* measure -1: behaviours count, `min` of them or more */
	int measure, min, max;
	struct rule_when when;
	int turn, conversation; /* caps; 100: none */
	struct str says;
};

struct list_source {
	struct source_str name;
	struct source_strs items;
};

enum { TRADES_MAX = 32 }; /* a bit each */

struct family_source {
	struct source_str name;
	int cap;
};

struct rubric_source {
	struct str path, id;
	unsigned version;
	int weights[KIND_NR][PRINCIPLE_NR];
	int targets[PRINCIPLE_NR];
	uint64_t expected[PRINCIPLE_NR]; /* bits of situations */
	struct list_source *lists;
	size_t nr_lists;
	struct list_source *trades; /* words, no patterns */
	size_t nr_trades;
	struct family_source *families;
	size_t nr_families;
	struct gate_source *gates;
	size_t nr_gates, alloc_gates;
	struct source_strs client[CLIENT_ACT_NR];
	struct rule_source *rules;
	size_t nr_rules, alloc_rules;
};

/*
 * Checks what the file says as a whole and makes the image, in the arena.
 * False with all problems found (path:line:column) when there are any.
 */
bool rubric_compile(struct arena *arena, const struct rubric_source *source,
		    struct str *image, struct problems *problems);

/* ---- what the evaluator runs on ---------------------------------------- */

struct rule {
	uint32_t id, says, rewrite, because, capture; /* offsets of strings */
	int32_t principle, behaviour, family; /* -1: none, conversation */
	int32_t points;
	uint32_t kind;     /* enum rule_source_kind */
	uint32_t has_verb; /* clause rules: found by a list of verbs */
	int32_t measure, min, max, full;
	uint32_t not_in, only_in, also, times;
	uint32_t unless_low, unless_high; /* behaviours */
	struct rule_when when;
	struct rule_clause clause;
	uint32_t first_example, nr_examples;
};

struct gate {
	uint32_t name, says;
	uint32_t behaviours_low, behaviours_high, unless_low, unless_high;
	int32_t measure, min, max, turn, conversation;
	struct rule_when when;
};

struct rule_example {
	uint32_t text, client, channel, stage, good;
};

struct trade_word {
	uint32_t hash;   /* of its key */
	uint32_t trades; /* bits, by their order in the file */
};

struct rubric_header {
	uint32_t magic, size, version, id, hash; /* hash: "sha256:..." */
	int32_t weights[KIND_NR][PRINCIPLE_NR];
	int32_t targets[PRINCIPLE_NR];
	uint32_t expected_low[PRINCIPLE_NR], expected_high[PRINCIPLE_NR];
	uint32_t rules, nr_rules;       /* struct rule */
	uint32_t gates, nr_gates;       /* struct gate */
	uint32_t families, nr_families; /* int32_t cap */
	uint32_t examples, nr_examples; /* struct rule_example */
	uint32_t trade_words, nr_trade_words; /* struct trade_word */
	uint32_t words, words_size;     /* the matcher's block */
	uint32_t strings, strings_size;
};

/* Ids of the rubric's matcher: what a hit belongs to. */
enum rubric_hit {
	RUBRIC_HIT_FIND,   /* value: the rule */
	RUBRIC_HIT_EXCEPT, /* value: the rule */
	RUBRIC_HIT_CLIENT, /* value: enum client_act */
	RUBRIC_HIT_MEASURED, /* value: enum rubric_measured */
};

/* Lists of the rubric's that measures go by, by their names. */
enum rubric_measured {
	RUBRIC_MEASURED_HOLLOW,
	RUBRIC_MEASURED_CONCRETE,
	RUBRIC_MEASURED_VAGUE,
	RUBRIC_MEASURED_ANYTHING,
	RUBRIC_MEASURED_COSTUME,
	RUBRIC_MEASURED_ABSURD,
	RUBRIC_MEASURED_COACHING,
	RUBRIC_MEASURED_OFFICE,
	RUBRIC_MEASURED_CHATTER,
	RUBRIC_MEASURED_NODDING,
	RUBRIC_MEASURED_SHAM,
	RUBRIC_MEASURED_ERRANDS,
	RUBRIC_MEASURED_UNCHANGED,
	RUBRIC_MEASURED_PRAISE,
	RUBRIC_MEASURED_SELLING,
	RUBRIC_MEASURED_NR,
};

#define RUBRIC_HIT(kind, value) ((uint32_t)(kind) << 24 | (uint32_t)(value))
#define RUBRIC_HIT_KIND(id) ((id) >> 24)
#define RUBRIC_HIT_VALUE(id) ((id) & 0xffffffu)

/* The words of all trades, by their hashes; core/trade.h */
struct trades {
	const struct trade_word *words;
	uint32_t nr;
};

struct rubric {
	const struct rubric_header *header;
	const struct rule *rules;
	const struct gate *gates;
	const int32_t *family_caps;
	const struct rule_example *examples;
	struct trades trades;
	struct matcher matcher;
	struct spelling spelling; /* set by whoever has a word list */
	struct recall *recall; /* NULL: each line is read anew; core/recall.h */
};

/*
 * The points of a receipt: raw ones are a rule's, the target a principle's.
 * raw * 50 / target, rounded half away from zero.
 */
int scale_points(int raw, int target);

/* A view of an image, which is borrowed and 4-byte aligned. */
bool rubric_open(struct str image, struct rubric *rubric, struct error *err);

/*
 * A line as rules read it: prepared (text_parse) and with typing slips
 * mended. Words of `known` (may be NULL) are no slips: the scenario's. What
 * is to be judged or heard goes through here.
 */
struct text rubric_read(const struct rubric *rubric, struct str line,
			const struct text *known, struct arena *arena);

/* What the rubric's patterns find in a text from rubric_read(). */
struct hits rubric_hits(const struct rubric *rubric, const struct text *text,
			struct arena *arena);

/* The string at an offset of the image. */
struct str rubric_string(const struct rubric *rubric, uint32_t offset);
/*
 * Does the rule fire on one of its examples? The setting is the plainest in
 * which it may: what its `when` asks for is given. Examples are a rule's own
 * tests; conversation rules have none.
 */
bool rubric_example_fires(const struct rubric *rubric, int rule,
			  const struct rule_example *example);

/* Is the measure one of the whole talk (conversation rules)? */
bool measure_is_of_talk(int measure);

/* The rule of that id, or -1. */
int rubric_find(const struct rubric *rubric, struct str id);

#endif
