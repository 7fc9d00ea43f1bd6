/*
 * The state of pattern_parse() and what its files share: pattern.c knows the
 * grammar, pattern_word.c words, pattern_parser.c the rest. Private to core.
 */
#ifndef REHEARSE_PATTERN_PARSER_H
#define REHEARSE_PATTERN_PARSER_H

#include "pattern_parts.h"

struct parser {
	struct arena *arena;
	struct str source;
	size_t at; /* the byte to be read next */
	const struct pattern_lists *lists;
	struct str capture; /* the name of the one capture; empty: none yet */
	bool in_capture;
	unsigned depth;
	size_t nr_nodes;
	struct strbuf key; /* of the word being read */
	struct error *err;
};

/* A sequence or a choice while it grows. */
struct kids {
	struct node **nodes;
	size_t nr, alloc;
};

/* Fills the error; at is a byte of the source. Returns NULL. */
__attribute__((format(printf, 3, 4))) struct node *
parser_wrong(struct parser *parser, size_t at, const char *format, ...);

/* The byte there; '\0' beyond the end. */
char parser_byte(const struct parser *parser, size_t at);
bool parser_is_sign(char c);
bool parser_is_blank(char c);
bool parser_at_gap(const struct parser *parser, size_t at);
/* Is what stands there no part of a word? */
bool parser_ends_word(const struct parser *parser, size_t at);
void parser_skip_blanks(struct parser *parser);

/* More nodes than the limit are an error. */
bool parser_count(struct parser *parser, size_t at, size_t nr);
struct node *parser_node(struct parser *parser, size_t at, enum node_kind kind);
void kids_add(struct parser *parser, struct kids *kids, struct node *node);
/* One kid stands for itself; more become a node of the kind. */
struct node *kids_node(struct parser *parser, size_t at,
		       const struct kids *kids, enum node_kind kind);

/* A word, a number, the beginning of a word, or _ . */
struct node *parser_word(struct parser *parser);

#endif
