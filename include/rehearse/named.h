/*
 * Words of a turn that the one who hears it may take up, as they would say
 * them: "Who does your beds?" "My beds? ..."; "He's with you by the end of
 * my shift." "By the end of your shift. I've got that down."; "It's only a
 * party." "'It's only a party.' You try telling her that."
 *
 * Layer: core.
 */
#ifndef REHEARSE_NAMED_H
#define REHEARSE_NAMED_H

#include "rehearse/asking.h"

/* The thing the last question is about, written to out; false: none. */
bool text_asked_thing(const struct text *text, struct strbuf *out);

/* What the last question lets one choose, of two or more the last, written to
 * out; false: nothing, or nothing that stands by itself. */
bool text_named_choice(const struct text *text, struct strbuf *out);

/* "This week's lesson" is a lesson: does the word own the next one? */
bool text_owns(const struct text *text, uint32_t word);

/* The words first..end (exclusive) that name a time for something to come;
 * false: none, or too long to be repeated. */
bool text_time_to_come(const struct text *text, uint32_t *first, uint32_t *end);
/* The same as it is said back, written to out; and a sum of money so named. */
bool text_named_time(const struct text *text, struct strbuf *out);
bool text_named_sum(const struct text *text, struct strbuf *out);

/*
 * A short stretch of the turn to be quoted word for word, written to out: the
 * sentence, the stretch between commas or the clause that holds byte `at` of
 * the source; of the last statement where `at` is NAMED_LAST. false: none is
 * short enough, or it asks something.
 */
enum { NAMED_LAST = -1 };
bool text_quotable(const struct text *text, long at, struct strbuf *out);

/* What the clause around byte `at` of the source promises or offers, as it is
 * said back, written to out; false: it asks, belongs to both, or is too long. */
bool text_named_promise(const struct text *text, uint32_t at,
			struct strbuf *out);
/* The same of the first clause that says by its form that something will be. */
bool text_any_promise(const struct text *text, struct strbuf *out);

/* The bytes start..end with the rest of their clause up to the next commas, or
 * with what follows there, if that is short enough to be read aloud; else
 * those bytes. */
struct str text_passage(const struct text *text, uint32_t start, uint32_t end);

#endif
