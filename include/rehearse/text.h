/*
 * What somebody said, prepared for reading: words, sentences, clauses and
 * the scopes that change what words mean.
 *
 * Every word keeps the bytes it came from (start..end of the source), so that
 * whatever is found can be quoted. Words are compared by their key: lower
 * case, straight apostrophes, contractions taken apart ("can't" becomes the
 * two words can, not with the same bytes), one spelling for British and
 * American ("apologize" = "apologise"), digits for number words ("two" = 2),
 * possessive 's dropped, one slip in a long word mended. A hyphen parts two
 * words (follow-up), but for e-, re- and co- (email). Integer work only,
 * no locale: the same words are the same everywhere.
 *
 * Layer: core. Everything lives in the arena handed in; the source is
 * borrowed and must be valid UTF-8.
 */
#ifndef REHEARSE_TEXT_H
#define REHEARSE_TEXT_H

#include "rehearse/arena.h"
#include "rehearse/str.h"

enum word_class {
	WORD_NUMBER = 1 << 0, /* 3, two, 650, 1,000 */
	WORD_MONEY = 1 << 1,  /* a whole sum: $650, 650 dollars, £64 */
	WORD_DATE = 1 << 2,   /* 14 March, the 14th, Friday */
	WORD_TIME = 1 << 3,   /* 16:00, four o'clock, 4 pm, noon */
	WORD_WHEN = 1 << 4,   /* any point in time one can be held to, with its
				 preposition: by noon, within two hours */
	WORD_NAME = 1 << 5,   /* capitalised inside a sentence */
	WORD_NEGATOR = 1 << 6, /* not, never, no, without, ... */
	WORD_VERB = 1 << 7,   /* finite verb or auxiliary of its clause */
	WORD_SENTENCE_FIRST = 1 << 8,
	WORD_SENTENCE_LAST = 1 << 9,
	WORD_SHOUTED = 1 << 10, /* four or more capitals */
	WORD_MENDED = 1 << 11,  /* a typing slip was mended */
	WORD_QUOTED = 1 << 12,  /* between quotation marks: another's word */
	WORD_SMALL = 1 << 13,   /* no content of its own: the, of, and, is */
};

struct word {
	struct str key;
	uint32_t hash; /* str_hash(key) */
	uint32_t stem; /* hash of the key without its ending */
	uint32_t start, end; /* bytes of the source, end exclusive */
	uint32_t value; /* see word_value_*(); 0: none */
	uint16_t sentence, clause;
	uint16_t classes; /* enum word_class */
};

/*
 * Values make "14 March" = "the 14th of March" and "by four" = "16:00".
 * Number: the number itself; clock: minutes modulo 12 hours; date: day and
 * month, the month 0 when not said, the day 0 when only a month is. Equal
 * values are equal numbers, never 0; a date lies in bits 0..15, day + 32 *
 * month, so that one without a month can be compared by its day alone.
 */
uint32_t word_value_number(uint32_t whole, uint32_t thousandths);
uint32_t word_value_clock(unsigned minutes);
uint32_t word_value_date(unsigned day, unsigned month);

enum scope_kind {
	SCOPE_NEGATED,
	SCOPE_CONDITION,
	SCOPE_QUESTION,
	SCOPE_QUOTE, /* another's words, or a report of them */
	SCOPE_WISH,
	SCOPE_BUT, /* stands before a "but" that takes it back */
	SCOPE_UNSAID, /* worded, and yet not said: "a good coach would say" */
	SCOPE_NR,
};
#define SCOPE_BIT(kind) (1u << (kind))

/*
 * Words first..end (exclusive) stand under what word `opener` opens. The
 * opener of a question is the word that makes it one (what, would), or, when
 * only the mark does, its last word, and of a statement with a mark none
 * (nr_words); of quotation marks the word before them, or, at the very start
 * of a text, the word behind them (nr_words when there is none).
 */
struct scope {
	enum scope_kind kind;
	uint32_t opener, first, end;
};

enum subject {
	SUBJECT_SELF,   /* I, we, my team; also of "let me" */
	SUBJECT_CLIENT, /* you, your people */
	SUBJECT_NAMED,  /* a person by name, he, she, they */
	SUBJECT_OTHER,  /* it, this, the order */
	SUBJECT_NONE,
	SUBJECT_NR,
};
enum tense {
	TENSE_PAST,
	TENSE_PRESENT,
	TENSE_FUTURE,
	TENSE_NONE, /* no verb: "On site Tuesday at eight." */
	TENSE_NR
};
enum mood { MOOD_STATEMENT, MOOD_QUESTION, MOOD_TAG, MOOD_COMMAND, MOOD_NR };

/* A stretch of words with at most one subject and its verb. */
struct clause {
	uint32_t first, end; /* words, end exclusive */
	uint16_t sentence;
	enum subject subject;
	uint32_t subject_at, verb_at; /* words; end when there is none */
	enum tense tense;
	bool negative;
	enum mood mood;
	bool has_number, has_money, has_when; /* slots */
};

struct sentence {
	uint32_t first, end;        /* words, end exclusive */
	uint32_t first_clause, end_clause;
	uint32_t start_byte, end_byte;
	bool question; /* ends with ?, or is built as one without any mark */
	unsigned exclamations, question_marks;
};

struct text {
	struct str source;
	struct word *words;
	struct sentence *sentences;
	struct clause *clauses;
	struct scope *scopes;
	uint32_t nr_words, nr_sentences, nr_clauses, nr_scopes;
};

/*
 * Words that are spelt right, as sorted hashes of their keys: what is among
 * them is never mended. nr 0 switches mending off.
 */
struct spelling {
	const uint32_t *hashes;
	size_t nr;
};
bool spelling_has(const struct spelling *spelling, uint32_t hash);

/* Is something asked among the words first..end (exclusive), or are they part
 * of a request to be told something? */
bool text_asks(const struct text *text, uint32_t first, uint32_t end);
/* Such a request, in the words' sentence and before their end. */
bool text_requests(const struct text *text, uint32_t first, uint32_t end);

struct text text_parse(struct arena *arena, struct str source);
/* Reads a text again whose words have been mended (WORD_MENDED, a new key),
 * since they may be verbs or negators; quotes stay the source's bytes. */
void text_respell(struct text *text, struct arena *arena);

/*
 * One word as patterns compare it (see above), without taking contractions
 * apart: appended to out.
 */
void text_key(struct strbuf *out, struct str word);
/* The hash of a key without its ending: plan, plans, planned, planning. */
uint32_t text_stem(struct str key);

#endif
