/*
 * What the two halves of the condition parser share: condition_token.c cuts
 * the source and refuses, condition_parse.c knows the grammar.
 *
 * Layer: core, internal.
 */
#ifndef REHEARSE_CORE_CONDITION_PARSER_H
#define REHEARSE_CORE_CONDITION_PARSER_H

#include "condition_steps.h"
#include "rehearse/condition.h"

struct parser {
	struct str source;
	size_t at;        /* behind the token */
	struct str token; /* a word, a number, an operator; empty: the end */
	size_t start;     /* of the token */
	const struct condition_names *names;
	struct step steps[CONDITION_MAX_STEPS];
	size_t nr;
	unsigned nesting;
	struct error *err;
};

/* To the next token: a run of word characters, of operator signs, or one
 * character. */
void parser_next(struct parser *parser);
bool parser_at(const struct parser *parser, const char *word);
bool parser_at_word(const struct parser *parser);
/* < = && and the like, whether they mean something here or not. */
bool parser_at_sign(const struct parser *parser);
/* What people write from habit for another word or sign. */
bool parser_at_habit(const struct parser *parser);

/* All of them return false. `at`: bytes from the source's beginning. */
__attribute__((format(printf, 3, 4)))
bool parser_refuse(struct parser *parser, size_t at, const char *format, ...);
/* A sign that is another one here, or none. */
bool parser_refuse_sign(struct parser *parser);
/* What stands behind a whole term. */
bool parser_refuse_rest(struct parser *parser);
/* No name of that kind; `hint`: where the names are found, if none is near. */
bool parser_refuse_name(struct parser *parser, const char *what,
			struct str nearest, const char *hint);
/* The same for a word of a closed vocabulary. */
bool parser_refuse_word(struct parser *parser, const char *what,
			const struct terms *terms);

#endif
