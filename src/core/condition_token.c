/*
 * A condition cut into words and signs, and what is said of those that do not
 * fit: what somebody may have meant, and where the names are found.
 */
#include <stdarg.h>

#include "condition_parser.h"
#include "rehearse/utf8.h"

/* Columns are characters, from 1. */
static unsigned column(const struct parser *parser, size_t at)
{
	return (unsigned)utf8_count(parser->source, at) + 1;
}

bool parser_refuse(struct parser *parser, size_t at, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	error_at_v(parser->err, STR(""), 0, column(parser, at), format, args);
	va_end(args);
	return false;
}

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '_' || c == '-';
}

static bool is_comparing(char c)
{
	return c == '<' || c == '>' || c == '=' || c == '!' || c == '&' ||
	       c == '|';
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* A run of word characters, a run of operator signs, or one character. */
void parser_next(struct parser *parser)
{
	struct str source = parser->source;
	size_t at = parser->at;

	while (at < source.len && is_blank(source.ptr[at]))
		at++;
	parser->start = at;
	if (at < source.len && is_word(source.ptr[at])) {
		while (at < source.len && is_word(source.ptr[at]))
			at++;
	} else if (at < source.len && is_comparing(source.ptr[at])) {
		while (at < source.len && is_comparing(source.ptr[at]))
			at++;
	} else if (at < source.len) {
		utf8_next(source, &at);
	}
	parser->token = str_slice(source, parser->start, at);
	parser->at = at;
}

bool parser_at(const struct parser *parser, const char *word)
{
	return str_equal(parser->token, str_from(word));
}

/* What people write from habit, and what it is called here. */
static const struct habit {
	const char *sign, *instead;
} habits[] = {
	{ "==", "=" },   { "<>", "!=" },   { "=<", "<=" }, { "=>", ">=" },
	{ "&&", "and" }, { "||", "or" },   { "&", "and" }, { "|", "or" },
	{ "!", "not" },  { "AND", "and" }, { "OR", "or" }, { "NOT", "not" },
};

static const struct habit *habit_at(const struct parser *parser)
{
	for (size_t i = 0; i < ARRAY_LEN(habits); i++)
		if (parser_at(parser, habits[i].sign))
			return &habits[i];
	return NULL;
}

bool parser_at_word(const struct parser *parser)
{
	return parser->token.len && is_word(parser->token.ptr[0]);
}

bool parser_at_sign(const struct parser *parser)
{
	return parser->token.len && is_comparing(parser->token.ptr[0]);
}

bool parser_at_habit(const struct parser *parser)
{
	return habit_at(parser) != NULL;
}

bool parser_refuse_sign(struct parser *parser)
{
	const struct habit *habit = habit_at(parser);

	if (habit)
		return parser_refuse(parser, parser->start,
				     "write '%s' in place of '%s'",
				     habit->instead, habit->sign);
	if (!parser->token.len)
		return parser_refuse(parser, parser->start,
				     "the condition ends too early");
	return parser_refuse(parser, parser->start, "unexpected '" STR_FMT "'",
			     STR_ARG(parser->token));
}

/* Behind a whole term. */
bool parser_refuse_rest(struct parser *parser)
{
	if (parser_at_word(parser) && !habit_at(parser))
		return parser_refuse(parser, parser->start,
				     "'and' or 'or' is missing before '" STR_FMT
				     "'",
				     STR_ARG(parser->token));
	return parser_refuse_sign(parser);
}

/* `hint`: where the names are found when none is near. */
bool parser_refuse_name(struct parser *parser, const char *what,
			struct str nearest, const char *hint)
{
	if (nearest.len)
		return parser_refuse(parser, parser->start,
				     "there is no %s '" STR_FMT
				     "'; did you mean '" STR_FMT "'?",
				     what, STR_ARG(parser->token),
				     STR_ARG(nearest));
	return parser_refuse(parser, parser->start,
			     "there is no %s '" STR_FMT "'%s", what,
			     STR_ARG(parser->token), hint);
}

bool parser_refuse_word(struct parser *parser, const char *what,
			const struct terms *terms)
{
	struct strbuf hint = { 0 };

	strbuf_add(&hint, STR("; it is one of: "));
	terms_list(terms, &hint);
	parser_refuse_name(parser, what, terms_nearest(terms, parser->token),
			   hint.ptr);
	strbuf_release(&hint);
	return false;
}
