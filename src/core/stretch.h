/*
 * Stretches of a turn's words that may be repeated: where they begin and end.
 *
 * Layer: core, internal to the named_*.c.
 */
#ifndef CORE_STRETCH_H
#define CORE_STRETCH_H

#include "rehearse/text.h"

/* Words first..end (exclusive). */
struct stretch {
	uint32_t first, end;
};

/* The word's sentence, its clause, and what stands around it in its sentence
 * up to the next signs. */
struct stretch stretch_sentence(const struct text *text, uint32_t word);
struct stretch stretch_clause(const struct text *text, uint32_t word);
struct stretch stretch_between_signs(const struct text *text, uint32_t word);

/* "well, and, so": does the word only lead in to what is said? */
bool stretch_leads_in(const struct text *text, uint32_t word);

/* As they were typed: "can't" is one. */
uint32_t stretch_words(const struct text *text, const struct stretch *stretch);

/* The last word that begins at this byte of the source or before it. */
uint32_t text_word_at(const struct text *text, uint32_t byte);

/* Does the word stand under a denial, a question, a wish, or another's words,
 * or in a sentence with a condition? */
bool text_is_unreal(const struct text *text, uint32_t at);
/* "I've somebody on the phone in two minutes" */
bool text_is_own_affair(const struct text *text, const struct clause *clause);
/* "The letter | from | March": is the word between a thing and its time, where
 * nothing is said of it? */
bool text_dates_a_thing(const struct text *text, uint32_t at);

#endif
