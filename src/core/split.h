/*
 * Cutting a source into words and sentences: what split.c (the whole),
 * split_word.c, split_end.c (ends of sentences) and split_quote.c share.
 */
#ifndef REHEARSE_SPLIT_H
#define REHEARSE_SPLIT_H

#include "text_parts.h"

/* Looking further would make odd texts slow and plain ones no better. */
enum { LOOK_AHEAD = 32 };

struct splitter {
	struct draft *draft;
	struct str source;
	size_t at;
	char *room;              /* where the next key is written */
	uint32_t sentence;       /* first word of the sentence under way */
	size_t raw_from, raw_to; /* the last word as it is written */
	size_t solid;            /* the end of what is no blank */
	bool dotted;             /* it ends in a dot of its own: p.m. */
	bool apostrophe_s;       /* it has an 's that may be an is */
	uint8_t gap;
	/* the quotation mark that waits for its counterpart, 0: none */
	uint32_t quote_mark, quote_first;
};

bool char_is_digit(uint32_t c);
bool char_is_upper(uint32_t c);
bool char_is_letter(uint32_t c);
bool char_is_apostrophe(uint32_t c);
bool char_is_currency(uint32_t c);
bool char_is_blank(uint32_t c);
bool char_is_line_end(uint32_t c);

/* The character at byte `at`, 0 at the end; the one before; the next byte. */
uint32_t peek(const struct splitter *split, size_t at);
uint32_t before(const struct splitter *split, size_t at);
size_t behind(const struct splitter *split, size_t at);

struct note *add_word(struct splitter *split, struct str key, size_t from,
		      size_t to);
/* A word, or several for a contraction, begins at split->at. */
void split_word(struct splitter *split);
/* The same for a number; false when there is only a sign of currency. */
bool split_number(struct splitter *split);

/* The words so far are a sentence; it ends at a byte. */
void end_sentence(struct splitter *split, size_t end_byte);
/* Does the dot of p.m. end the sentence as well? */
void end_dotted(struct splitter *split);
/* Dots, marks at byte `at`: where they end. */
size_t gap_dots(struct splitter *split, size_t at);
size_t gap_marks(struct splitter *split, size_t at);
/* An ellipsis that ends at a byte. */
void gap_ellipsis(struct splitter *split, size_t end);
/* Perhaps a quotation mark. */
void gap_quote(struct splitter *split, uint32_t c, size_t at);

#endif
