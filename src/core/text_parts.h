/*
 * The parts of text_parse(), one file each, over one draft: text.c cuts the
 * source into words and sentences, key.c gives each word its one spelling,
 * lexicon.c and verb.c say what kind of word it is, when.c finds numbers,
 * money and times, clause.c clauses, scope.c scopes.
 */
#ifndef REHEARSE_TEXT_PARTS_H
#define REHEARSE_TEXT_PARTS_H

#include "rehearse/asking.h"
#include "rehearse/text.h"
#include "rehearse/utf8.h"

/* Keys made on the stack; what is longer is no word. */
enum { KEY_MAX = 256 };

/* What stands between a word and the one before it, as bits. */
enum gap {
	GAP_COMMA = 1 << 0,
	GAP_BREAK = 1 << 1,  /* ; : dash bracket: a clause ends here */
	GAP_QUOTE = 1 << 2,  /* a quotation mark */
	GAP_SHARED = 1 << 3, /* nothing: the word before has the same bytes */
};

enum shape {
	SHAPE_WORD,
	SHAPE_NUMBER,  /* 3, 1,000, 2.5 */
	SHAPE_SPELT,   /* three, twenty-five */
	SHAPE_ORDINAL, /* 14th */
	SHAPE_CLOCK,   /* 16:00; number is in minutes */
	SHAPE_DATE,    /* 14/3; number is day + 32 * month */
};

/* What kinds of word a key can be, as bits. */
enum kind_of_word {
	IS_SELF = 1 << 0,    /* i, we */
	IS_CLIENT = 1 << 1,  /* you */
	IS_NAMED = 1 << 2,   /* he, she, they, someone */
	IS_OTHER = 1 << 3,   /* it, this, there */
	IS_OBJECT = 1 << 4,  /* me, us, him, myself */
	IS_DET = 1 << 5,     /* the, my, some */
	IS_BE = 1 << 6,
	IS_DO = 1 << 7,
	IS_HAVE = 1 << 8,
	IS_MODAL = 1 << 9,
	IS_VERB = 1 << 10,   /* a verb as it stands in the dictionary */
	IS_THIRD = 1 << 11,  /* calls */
	IS_PAST = 1 << 12,   /* called, went; did, was */
	IS_DONE = 1 << 13,   /* called, gone */
	IS_ING = 1 << 14,
	IS_NOUNISH = 1 << 15, /* the verb is as often a noun: order, call */
	IS_JOIN = 1 << 16,   /* and, but, so: a clause may begin behind */
	IS_SUB = 1 << 17,    /* if, because, although */
	IS_WH = 1 << 18,
	IS_ADVERB = 1 << 19, /* may stand between a subject and its verb */
	IS_LEAD = 1 << 20,   /* well, yes, sorry: before a clause proper */
	IS_PREP = 1 << 21,
	IS_NEGATOR = 1 << 22,
	IS_SMALL = 1 << 23,  /* carries no content of its own */
	IS_TEAM = 1 << 24,   /* "my team" is me, "our mistake" is ours */
	IS_PERSON = 1 << 25, /* "my colleague" is a person */
	IS_COMPLEMENT = 1 << 26, /* may be followed by a clause: think, say */
};
enum {
	IS_PRONOUN = IS_SELF | IS_CLIENT | IS_NAMED | IS_OTHER,
	IS_AUX = IS_BE | IS_DO | IS_HAVE | IS_MODAL,
};

/* What a word is in a time or a sum, one of these. */
enum calendar {
	NO_CALENDAR,
	WEEKDAY,
	WEEKDAY_SHORT, /* sun, sat: words of their own, when not capitalised */
	MONTH,
	MONTH_SHORT, /* may, march */
	UNIT,
	PART, /* of a day */
	MEAL, /* by lunch */
	DAY,  /* today */
	NOON,
	CLOSE, /* eod, q3 */
	MONEY,
	ORDINAL,
};

/* What the parts know of a word beyond struct word. */
struct note {
	uint32_t kinds;    /* enum kind_of_word */
	uint32_t number;   /* by shape; a number's whole part */
	uint16_t fraction; /* of a number: thousandths */
	uint8_t shape;     /* enum shape */
	uint8_t gap;       /* enum gap: what stands before the word */
	uint8_t calendar;  /* enum calendar */
	uint8_t which;     /* month 1..12, ordinal 1..31, unit 1 = minute */
};

/* Words first..end stand between quotation marks. */
struct quoted {
	uint32_t first, end;
};

struct draft {
	struct arena *arena;
	struct text *text;
	struct note *notes; /* one a word */
	struct quoted *quotes;
	size_t nr_quotes, alloc_quotes;
	size_t alloc_words, alloc_notes, alloc_sentences;
	size_t alloc_clauses, alloc_scopes;
};

/* Where `entries` (sorted, each beginning with a char pointer) has key. */
const void *table_find(const void *entries, size_t nr, size_t size,
		       struct str key);
#define TABLE_FIND(table, key) \
	table_find((table), ARRAY_LEN(table), sizeof((table)[0]), (key))

/*
 * The key of a word: a static string, or written to room, which holds at
 * least raw.len bytes. *spelt is set when it was a number word.
 */
struct str key_spell(struct str raw, char *room, bool *spelt);

/*
 * The words a contraction stands for, NULL after the last; NULL when it is
 * none. `host` is set to what stands before an ending such as n't, or empty
 * when the words are complete.
 */
#define CONTRACTION_MAX 4
const char *const *contraction_find(struct str key, struct str *host);

/* A number as it stands in the source, behind any sign of currency. */
struct number {
	size_t start, end;
	uint32_t whole; /* by shape, as in struct note */
	uint16_t thousandths;
	uint8_t shape;
};
/* There is a digit at byte `at`. */
struct number number_read(struct str source, size_t at, bool money);
/* Makes one word of "two hundred and fifty" when the last word is its last. */
void number_join(struct draft *draft);

uint32_t lexicon_kinds(struct str key);
void calendar_look_up(struct str key, struct note *note);
uint32_t verb_kinds(struct str key);
uint32_t verb_list_kinds(struct str base);
/* The dictionary form of an irregular verb form; empty when it is none. */
struct str verb_base(struct str key);

void split_words(struct draft *draft);
void find_times(struct draft *draft);
void find_clauses(struct draft *draft);
void find_scopes(struct draft *draft);

/* The negator at word `at` denies nothing: no problem, not only. */
bool is_idle_negation(const struct draft *draft, uint32_t at);

/* "..., isn't it?" ends it, and no answer is asked for. */
/* asked_whether.c: which kind of whether the words from `at` on ask. */
enum asking asking_by_opener(const struct text *text, uint32_t at,
			     uint32_t end);
bool sentence_ends_in_tag(const struct text *text, const struct sentence *s);

/* The word at `at` is `key`. False beyond the last word. */
bool word_is(const struct text *text, uint32_t at, struct str key);
/*
 * Where the phrase ends that stands at word `at`; 0: it does not stand there.
 * Its words are keys with a space between them: `_` is any word, a final `*`
 * leaves the ending open, `$` is the end of the text.
 */
uint32_t phrase_end(const struct text *text, uint32_t at, const char *phrase);

#endif
