/*
 * The pattern language of rubrics and scenarios: patterns of words.
 *
 *   word     that word (compared by text_key)      prefix*  begins so
 *   (a|b c)  one of these                          (x)?     or nothing
 *   _        any one word                          ..       0 to 6 words of
 *                                                  the clause, none a
 *                                                  negation
 *   ^ $      first, last word of a sentence        <list>   one of a list
 *   <number> <money> <date> <time> <when> <name>   one or more words of the
 *                                                  class, all there are
 *   <cap: ...>  matches ..., and is remembered; once a pattern, and as few
 *               words as the rest of it leaves over
 *
 * A plain phrase of a scenario is read generously: its small words and all
 * endings don't matter, up to two other words may stand between.
 *
 * Layer: core. Nodes live in the arena.
 */
#ifndef REHEARSE_PATTERN_H
#define REHEARSE_PATTERN_H

#include "rehearse/arena.h"
#include "rehearse/error.h"

enum node_kind {
	NODE_WORD,   /* key */
	NODE_PREFIX, /* key without the star */
	NODE_STEM,   /* any word with this stem (plain phrases) */
	NODE_CLASS,  /* one or more words of a word_class */
	NODE_VALUE,  /* one or more words with this value (fills) */
	NODE_ANY,    /* _ */
	NODE_GAP,    /* 0..max words of the clause, none a negation */
	NODE_SEQUENCE,
	NODE_CHOICE,
	NODE_OPTIONAL,
	NODE_CAPTURE,
	NODE_NOTHING,
};

struct node {
	enum node_kind kind;
	struct str key;     /* WORD, PREFIX; CAPTURE: its name */
	uint32_t value;     /* STEM, VALUE: hash; CLASS: class; GAP: max */
	struct node **kids; /* SEQUENCE, CHOICE; OPTIONAL, CAPTURE: one */
	size_t nr_kids;
};

struct pattern {
	const struct node *root;
	bool at_start, at_end; /* ^ $ */
	struct str capture;    /* its name; empty: none */
};

/* The named lists patterns may use; a list is a choice. */
struct pattern_list {
	struct str name;
	const struct node *choice;
};
struct pattern_lists {
	struct pattern_list *lists;
	size_t nr, alloc;
};

enum pattern_limit {
	PATTERN_MAX_BYTES = 2000,
	PATTERN_MAX_DEPTH = 16,
	PATTERN_MAX_NODES = 20000, /* lists counted where they are used */
	PATTERN_MAX_WAYS = 20000,  /* pattern_ways() */
};

/* err->column is the column inside the pattern, from 1. */
bool pattern_parse(struct arena *arena, struct str source,
		   const struct pattern_lists *lists, struct pattern *pattern,
		   struct error *err);

/*
 * How many ways lead through it, from each word to every word that may come
 * next: what a pattern costs a matcher, in memory and in time.
 */
uint32_t pattern_ways(const struct pattern *pattern);

/* Has it any sign of the language? Without, a scenario's phrase is plain. */
bool pattern_is_plain(struct str source);

/* A plain phrase, read generously; at least one content word or number. */
bool pattern_plain(struct arena *arena, struct str source,
		   struct pattern *pattern, struct error *err);

/*
 * A value a user may have filled in, for use inside a pattern: its words,
 * with numbers, dates and times by value. In source it stands as {name}.
 */
struct pattern_fill {
	struct str name, value;
};
/*
 * Appends source with its fills put in: more plain words to a plain phrase,
 * elements of the language to a pattern. What is plain before is plain
 * after.
 */
bool pattern_with_fills(struct strbuf *out, struct str source,
			const struct pattern_fill *fills, size_t nr_fills,
			struct error *err);

#endif
