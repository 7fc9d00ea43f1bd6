/*
 * A scenario: a role-play script, loaded and checked, with the user's fills
 * already put into every text and phrase. It never changes after loading.
 * README.md, "Writing a scenario", explains the format it is read from.
 *
 * Things refer to each other by index into the scenario's arrays; -1 means
 * none. At most 64 facts, 64 topics and 64 hidden interests, so that sets of
 * them are bits.
 *
 * Layer: core; io/scenario_yaml.c fills it.
 */
#ifndef REHEARSE_SCENARIO_H
#define REHEARSE_SCENARIO_H

#include "rehearse/asking.h"
#include "rehearse/condition.h"
#include "rehearse/matcher.h"
#include "rehearse/sha256.h"

enum go_kind { GO_NOWHERE, GO_SCENE, GO_ENDING, GO_END, GO_BACK };

struct go {
	enum go_kind kind;
	int index; /* of the scene or ending */
};

/*
 * client, listen, reactions, nods, remarks, pushbacks, a topic's say. A line is
 * said once; after its lines an entry without go is used up, one with go moves on in
 * silence.
 */
struct entry {
	const struct condition *condition; /* NULL: always */
	struct str *say;
	size_t nr_say;
	int trust, patience; /* mood, added as written */
	int reveals;         /* hidden interest, or -1 */
	struct go go;
	uint32_t means; /* CLIENT_BIT; 0: read from the words */
	unsigned line;  /* in the file */
	/* pushbacks only */
	int probes;     /* enum principle, or -1 */
	struct str met; /* said when it is answered; may be empty */
};

struct entries {
	struct entry *items;
	size_t nr;
};

struct reply {
	struct str text;
	enum act act; /* ACT_NONE: a text, judged like a typed one */
	struct go go; /* acts only */
	unsigned line;
};

struct scene {
	struct str id, narrator;
	enum channel channel; /* CHANNEL_NONE: as before */
	struct entries client, listen;
	struct reply *replies;
	size_t nr_replies;
	unsigned line;
};

struct fact {
	struct str id, is;
	bool must, good;
	bool heard; /* there are phrases for it, if only in some scene */
	unsigned line;
};

struct hidden {
	struct str id, is;
	unsigned line;
};

struct topic {
	struct str id;
	bool otherwise; /* the topic for any other question: no phrases */
	struct entries say;
	unsigned line;
};

enum ending_kind { ENDING_GOOD, ENDING_MIXED, ENDING_BAD, ENDING_KIND_NR };
extern const struct terms ending_kind_terms;

struct ending {
	struct str id, say;
	enum ending_kind kind;
	const struct condition *condition;
	unsigned line;
};

struct fill {
	struct str name, ask, value; /* value: the user's, or the default */
	struct str standard;         /* the default */
};

struct scenario {
	struct str path; /* as shown in messages: file name or shipped id */
	char hash[SHA256_NAME]; /* of the file's bytes */
	struct str id, title, summary, brief;
	struct str tags; /* what else it is found by: "billing, first-call" */
	enum kind kind;
	enum level level;
	int minutes;
	struct {
		struct str role;
		enum fault fault;
	} you;
	struct {
		struct str name, first_name, role, company;
		int trust, patience;
	} client;
	struct fill *fills;
	size_t nr_fills;
	struct str *prepare;
	size_t nr_prepare;
	struct fact *facts;
	size_t nr_facts;
	struct hidden *hidden;
	size_t nr_hidden;
	struct topic *topics;
	size_t nr_topics;
	int otherwise; /* the topic without heard, or -1 */
	struct entries answers; /* to questions that need no topic */
	struct entries reactions, nods, remarks, pushbacks;
	struct scene *scenes;
	size_t nr_scenes;
	struct ending *endings;
	size_t nr_endings;
	int start; /* scene */
	struct matcher phrases; /* hits carry SCENARIO_HIT ids */
	struct text own_words;  /* its names and facts: no typing slips */
};

/* What a hit of scenario.phrases belongs to. */
enum scenario_hit {
	SCENARIO_HIT_FACT,       /* value: the fact, heard anywhere */
	SCENARIO_HIT_TOPIC,      /* value: the topic */
	SCENARIO_HIT_SCENE_FACT, /* value: scene << 8 | fact: heard there only */
	SCENARIO_HIT_ASKED,      /* value: the topic, heard when asked */
	SCENARIO_HIT_ANSWER,     /* value: the answer, heard when asked */
};
#define SCENARIO_HIT(kind, value) ((uint32_t)(kind) << 28 | (uint32_t)(value))
#define SCENARIO_HIT_KIND(id) ((id) >> 28)
#define SCENARIO_HIT_VALUE(id) ((id) & 0xfffffffu)

/*
 * Every list of entries, one after the other: each scene's client and listen,
 * each topic's say, answers, reactions, nods, remarks, pushbacks; NULL: no more.
 * Entries are numbered in this order, from 0.
 */
const struct entries *scenario_entries(const struct scenario *scenario,
				       size_t i);
size_t scenario_nr_entries(const struct scenario *scenario);

/* Fills own_words when all else is there. */
void scenario_learn(struct scenario *scenario, struct arena *arena);

/* The scene, or -1. */
int scenario_scene(const struct scenario *scenario, struct str id);
/* The i-th way out by the scene's own entries and acts, some of them
 * GO_NOWHERE; NULL: no more. */
const struct go *scene_way(const struct scene *scene, size_t i);
/* Facts owed, facts that are good news, as bits. */
script_set scenario_must(const struct scenario *scenario);
script_set scenario_good(const struct scenario *scenario);

/*
 * What stands in a line for words of the turn it answers: "{time}, then." A
 * line is passed over where there are no such words (rehearse/named.h).
 */
enum line_slot {
	SLOT_ASKED, /* the thing asked about */
	SLOT_TIME,  /* the time named */
	SLOT_SUM,   /* the sum of money named */
	SLOT_CHOICE, /* the last of what one is let choose from */
	SLOT_QUOTE, /* the words that weigh most against who said them */
	SLOT_PROMISE, /* what was promised, in the client's mouth */
	LINE_SLOT_NR,
};
extern const struct terms line_slot_terms;
/* The next slot from byte *first on, from there to *end; false: none. */
bool line_slot(struct str line, size_t *first, size_t *end,
	       enum line_slot *slot);
bool line_has_slot(struct str line);

/* An answer that was asked for, and by which words. */
struct heard_answer {
	int answer; /* of the scenario's answers */
	uint32_t first, end; /* words of the phrase, end exclusive */
};

/* What is heard in one part of the words. */
struct heard_part {
	struct part part;
	int topic; /* whose phrase covers most words of it, the first in the
		    * file among equals; -1: none */
	uint32_t first, end; /* words of that phrase */
};

/*
 * What the words tell and ask: bits of facts and topics. Facts don't count
 * when asked, negated, conditional or quoted (unless the phrase says so
 * itself); topics count asked or stated by the phrases of `heard`, and by
 * those of `asked` only where the words ask (text_asks).
 */
struct heard {
	script_set facts, topics;
	struct heard_part *parts;
	size_t nr_parts;
	struct heard_answer *answers; /* all that were asked for */
	size_t nr_answers;
};
struct heard scenario_hear(const struct scenario *scenario, int scene,
			   const struct text *text, struct arena *arena);

#endif
