/*
 * Looking for times inside one sentence: what date.c (clocks and dates) and
 * when.c (the words around them) share.
 *
 * A function that looks for a phrase at a word returns where the phrase
 * ends, or the word itself when there is none.
 */
#ifndef REHEARSE_WHEN_PARTS_H
#define REHEARSE_WHEN_PARTS_H

#include "text_parts.h"

/* Where a phrase is looked for: within one sentence. */
struct frame {
	struct draft *draft;
	uint32_t end;
};

/* What sort of preposition stands before, as bits. */
enum prep {
	PREP_HOUR = 1 << 0,  /* by, at */
	PREP_DATE = 1 << 1,  /* on, by */
	PREP_SPAN = 1 << 2,  /* in, within */
	PREP_MONTH = 1 << 3, /* in, by */
	PREP_RANGE = 1 << 4, /* from, between */
};

bool is(const struct frame *frame, uint32_t at, const char *key);
bool is_any(const struct frame *frame, uint32_t at, const char *const *keys,
	    size_t nr);
#define IS_ANY(frame, at, keys) is_any((frame), (at), (keys), ARRAY_LEN(keys))
bool is_calendar(const struct frame *frame, uint32_t at,
		 enum calendar calendar);
/* A whole number between least and most. */
bool is_number(const struct frame *frame, uint32_t at, uint32_t least,
	       uint32_t most);
/* Nothing follows that is counted: "by 5", not "by 5 people". */
bool is_free(const struct frame *frame, uint32_t at);
bool is_weekday(const struct frame *frame, uint32_t at);
bool is_month(const struct frame *frame, uint32_t at);
/* Gives words first..end a class and a value; they are no count any more. */
void mark_time(const struct frame *frame, uint32_t first, uint32_t end,
	       unsigned class, uint32_t value);

uint32_t find_clock(const struct frame *frame, uint32_t at, unsigned preps);
uint32_t find_date(const struct frame *frame, uint32_t at, unsigned preps);

#endif
