#include "pattern_parser.h"

#include <stdarg.h>

#include "rehearse/utf8.h"

struct node *parser_wrong(struct parser *parser, size_t at, const char *format,
			  ...)
{
	size_t column = utf8_count(parser->source, at) + 1;
	va_list args;

	va_start(args, format);
	error_at_v(parser->err, STR(""), 0, (unsigned)column, format, args);
	va_end(args);
	return NULL;
}

char parser_byte(const struct parser *parser, size_t at)
{
	return at < parser->source.len ? parser->source.ptr[at] : '\0';
}

bool parser_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool parser_at_gap(const struct parser *parser, size_t at)
{
	return parser_byte(parser, at) == '.' &&
	       parser_byte(parser, at + 1) == '.';
}

bool parser_is_sign(char c)
{
	return c == '(' || c == ')' || c == '|' || c == '?' || c == '*' ||
	       c == '<' || c == '>' || c == '^' || c == '{' || c == '}';
}

bool parser_ends_word(const struct parser *parser, size_t at)
{
	char c = parser_byte(parser, at);

	return at >= parser->source.len || parser_is_blank(c) ||
	       parser_is_sign(c) || parser_at_gap(parser, at);
}

void parser_skip_blanks(struct parser *parser)
{
	while (parser->at < parser->source.len &&
	       parser_is_blank(parser->source.ptr[parser->at]))
		parser->at++;
}

bool parser_count(struct parser *parser, size_t at, size_t nr)
{
	parser->nr_nodes += nr;
	if (parser->nr_nodes <= PATTERN_MAX_NODES)
		return true;
	return parser_wrong(parser, at,
			    "This pattern has more than %d words, those "
			    "of its lists counted. Make two of it.",
			    PATTERN_MAX_NODES);
}

struct node *parser_node(struct parser *parser, size_t at, enum node_kind kind)
{
	struct node *node;

	if (!parser_count(parser, at, 1))
		return NULL;
	node = ARENA_NEW(parser->arena, struct node);
	node->kind = kind;
	return node;
}

void kids_add(struct parser *parser, struct kids *kids, struct node *node)
{
	kids->nodes = arena_grow(parser->arena, kids->nodes, kids->nr,
				 &kids->alloc, sizeof(*kids->nodes));
	kids->nodes[kids->nr++] = node;
}

struct node *kids_node(struct parser *parser, size_t at,
		       const struct kids *kids, enum node_kind kind)
{
	struct node *node;

	if (kids->nr == 1)
		return kids->nodes[0];
	node = parser_node(parser, at, kind);
	if (!node)
		return NULL;
	node->kids = kids->nodes;
	node->nr_kids = kids->nr;
	return node;
}
