/*
 * Reading a stretch of words as a clause: what clause.c (where clauses
 * begin) and grammar.c (what stands in them) share. All look at words
 * at..end, end exclusive.
 */
#ifndef REHEARSE_GRAMMAR_H
#define REHEARSE_GRAMMAR_H

#include "text_parts.h"

/* enum kind_of_word of a word; 0 when `at` is not before `end`. */
uint32_t kinds_at(const struct draft *draft, uint32_t at, uint32_t end);
bool key_at(const struct draft *draft, uint32_t at, uint32_t end,
	    const char *key);
bool gap_at(const struct draft *draft, uint32_t at, unsigned gaps);

bool is_name(const struct draft *draft, uint32_t at, uint32_t end);
/* A word that follows verbs: "call me", "order the parts", "wait for". */
bool follows_verb(const struct draft *draft, uint32_t at, uint32_t end);
/* The word can only be a verb here, behind a noun. */
bool is_plain_verb(const struct draft *draft, uint32_t at, uint32_t end);
uint32_t skip_adverbs(const struct draft *draft, uint32_t at, uint32_t end);

/* A subject: who it is, and its first word and what follows it. */
struct subject_words {
	enum subject subject;
	uint32_t at, end;
	bool pronoun, negative;
};
bool read_subject(const struct draft *draft, uint32_t at, uint32_t end,
		  struct subject_words *found);
/* The finite verb behind a subject; end when there is none. */
uint32_t find_verb(const struct draft *draft,
		   const struct subject_words *subject, uint32_t end);
/* A subject with its verb stands here. */
bool is_subject_and_verb(const struct draft *draft, uint32_t at, uint32_t end);
enum { IS_FINITE = IS_AUX | IS_PAST | IS_THIRD | IS_VERB };

/*
 * A question stands here: will you, what would, how long is. *verb is set to
 * its auxiliary.
 */
bool is_inversion(const struct draft *draft, uint32_t at, uint32_t end,
		  uint32_t *verb);
/* "had I known", "should you need it": an if without an if. */
bool is_inverted_condition(const struct draft *draft, uint32_t at,
			   uint32_t end);
/* The same, and what is turned round for weight: "never will we". */
bool is_inverted_statement(const struct draft *draft, uint32_t at,
			   uint32_t end);
/* All of it is a word that asks for a nod: right, ok, all right. */
bool is_tag_word(const struct draft *draft, uint32_t at, uint32_t end);
/* An auxiliary with its subject behind it. */
bool is_inverted(const struct draft *draft, uint32_t aux, uint32_t end);
/* A verb without a subject of its own: "call me", "do not worry". */
bool is_command(const struct draft *draft, uint32_t at, uint32_t end);

/* Fills in all columns of a clause whose borders are known. */
void read_clause(const struct draft *draft, struct clause *clause);

#endif
