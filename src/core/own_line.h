/*
 * Lines as people type them, and how answers are taken out of them.
 *
 * Layer: core, internal to the own_*.c.
 */
#ifndef CORE_OWN_LINE_H
#define CORE_OWN_LINE_H

#include "rehearse/arena.h"
#include "rehearse/own_call.h"
#include "rehearse/str.h"
#include "rehearse/text.h"

/* A beginning of an answer, and what it means. */
struct lead {
	const char *words;
	int value;
};

/* The longest that begins the text, whatever its case; NULL: none. */
const struct lead *lead_find(const struct lead *leads, size_t nr,
			     struct str text);
#define LEAD(leads, text) lead_find((leads), ARRAY_LEN(leads), (text))
/* What follows it; all of the text when there is none. */
struct str lead_behind(struct str text, const struct lead *lead);

bool char_among(char c, const char *set);
/* Without these characters at the beginning, and those at the end. */
struct str line_without(struct str text, const char *first, const char *last);
/* Where the word last stands; the end when it does not. */
size_t line_last(struct str text, struct str word);
/* As it was typed: "can't", where two words are read. */
struct str line_word(const struct text *text, uint32_t at);
bool line_has_words(struct str text);
/* What of a line can stand in a file, its blanks made one. */
struct str line_clean(struct str line, struct arena *arena);
/* Where "from 300 to 420" or "15 to 18 quid" begins; the end where nothing
 * does: "the letter from 3 Mill Lane". */
size_t line_figures_at(struct str line);
/* Without "two weeks behind" or "a day late" at its end. */
struct str line_without_delay(struct str line);
/* At most so many characters; nothing where no words are. */
struct str line_part(struct str text, size_t max);
/* "The doors", "two of them": a noun begins like that. */
bool line_begins_noun(struct str text);
/* "The doors" begins a sentence no more; "Marek" and "VAT" stay. A verb loses
 * its capital in any case. */
struct str line_in_sentence(struct str text, bool verb, struct arena *arena);
/* "Send her samples" names a thing of hers; "ring her back" does not. */
bool line_owns_next(const struct text *text, uint32_t at);
/* Writes what stands for the word at `at`; false: it stays. */
typedef bool turn_word(const struct text *text, uint32_t at,
		       struct strbuf *out);
/* The line with its words turned (own_said.c). */
struct str line_turned(struct str line, turn_word *turn, struct arena *arena);
/* Takes what one can do, with its time, and what one can't (own_offer.c). */
void own_take_offer(struct own_call *call, struct str line,
		    struct arena *arena);
void own_take_cannot(struct own_call *call, struct str line,
		     struct arena *arena);
/* The name of the thing a line tells of, to a client of this name
 * (own_thing.c). */
struct str own_thing(struct str line, struct str client, struct arena *arena);
/* What somebody wants done, "keeping him till seven"; empty: nothing
 * (own_wanted.c). */
struct str own_wanted(struct str line, struct arena *arena);
/* "wants a second room", with somebody who wants it (own_wanted.c). */
struct str own_wished(struct str line, struct arena *arena);
/* A phrase that hears what a feared sentence turns on, in a call about this
 * thing (own_fear.c). */
struct str own_fear_words(struct str fear, struct str thing,
			  struct arena *arena);
/* What somebody is said to say, as they would say it; empty: it is something
 * they do (own_reported.c). */
struct str own_reported(struct str line, struct arena *arena);
/* How the line speaks of the client (own_said.c). */
enum own_client own_client_in(struct str line);
/* The line about the client as it is said to them (own_said.c). */
struct str own_said(struct str line, enum own_client client,
		    struct arena *arena);
/* The line as one writes it who has time (own_hurry.c). */
struct str own_unhurried(struct str line, struct arena *arena);
/* The line about a thing as either side would say it (own_said.c). */
struct str own_said_of_both(struct str line, struct arena *arena);

#endif
