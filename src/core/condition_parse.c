/*
 * Conditions are parsed by descent (the nesting is limited, so the stack is
 * too) into the postfix program of condition_steps.h, checked against the
 * scenario's names while the column is still known.
 */
#include "rehearse/condition.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "condition_steps.h"
#include "rehearse/utf8.h"

/* Every word that may begin a term, for the nearest one to a typo. */
static const char *const first_words[] = {
	"trust", "patience", "turn", "score", "said", "slips", "level", "channel",
	"asks", "direct", "kind", "good_news", "phone", "initiate", "together",
	"teachable", "told", "asked", "knows", "did", "just", "ever", "not",
};
static const struct terms first_terms = {
	.what = "a term",
	.names = first_words,
	.nr = (int)ARRAY_LEN(first_words),
};

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

/* Columns are characters, from 1. */
static unsigned column(const struct parser *parser, size_t at)
{
	return (unsigned)utf8_count(parser->source, at) + 1;
}

__attribute__((format(printf, 3, 4)))
static bool refuse(struct parser *parser, size_t at, const char *format, ...)
{
	char text[sizeof(parser->err->text)];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	return error_at(parser->err, STR(""), 0, column(parser, at), "%s",
			text);
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
static void next(struct parser *parser)
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

static bool at_token(const struct parser *parser, const char *word)
{
	return str_equal(parser->token, str_from(word));
}

static bool add_step(struct parser *parser, struct step step)
{
	if (parser->nr == CONDITION_MAX_STEPS)
		return refuse(parser, parser->start,
			      "this condition is too long; take it apart "
			      "into several entries");
	parser->steps[parser->nr++] = step;
	return true;
}

/* What people write from habit, and what it is called here. */
static bool refuse_sign(struct parser *parser)
{
	static const struct {
		const char *sign, *instead;
	} habits[] = {
		{ "==", "=" }, { "<>", "!=" }, { "=<", "<=" }, { "=>", ">=" },
		{ "&&", "and" }, { "||", "or" }, { "&", "and" }, { "|", "or" },
		{ "!", "not" }, { "AND", "and" }, { "OR", "or" },
		{ "NOT", "not" },
	};

	for (size_t i = 0; i < ARRAY_LEN(habits); i++)
		if (at_token(parser, habits[i].sign))
			return refuse(parser, parser->start,
				      "write '%s' in place of '%s'",
				      habits[i].instead, habits[i].sign);
	if (!parser->token.len)
		return refuse(parser, parser->start,
			      "the condition ends too early");
	return refuse(parser, parser->start, "unexpected '" STR_FMT "'",
		      STR_ARG(parser->token));
}

static bool refuse_name(struct parser *parser, const char *what,
			struct str nearest)
{
	if (nearest.len)
		return refuse(parser, parser->start,
			      "there is no %s '" STR_FMT "'; did you mean '"
			      STR_FMT "'?", what, STR_ARG(parser->token),
			      STR_ARG(nearest));
	return refuse(parser, parser->start, "there is no %s '" STR_FMT "'",
		      what, STR_ARG(parser->token));
}

static bool parse_comparison(struct parser *parser, struct step *step)
{
	static const char *const signs[] = { "<", "<=", "=", ">=", ">", "!=" };

	for (size_t i = 0; i < ARRAY_LEN(signs); i++)
		if (at_token(parser, signs[i])) {
			step->comparison = (unsigned char)i;
			next(parser);
			return true;
		}
	return false;
}

static bool parse_operand(struct parser *parser,
			  const struct condition_variable *variable,
			  struct step *step)
{
	uint64_t number;

	if (variable->terms) {
		step->value = (short)terms_find(variable->terms,
						parser->token);
		if (step->value < 0)
			return refuse_name(parser, variable->name,
					   terms_nearest(variable->terms,
							 parser->token));
	} else if (str_number(parser->token, (uint64_t)variable->max,
			      &number)) {
		step->value = (short)number;
	} else {
		return refuse(parser, parser->start,
			      "%s is compared with a whole number from 0 to "
			      "%d", variable->name, variable->max);
	}
	step->to = (unsigned)parser->at;
	next(parser);
	return true;
}

static bool parse_variable(struct parser *parser,
			   const struct condition_variable *variable,
			   short what)
{
	struct step step = {
		.kind = STEP_COMPARE,
		.what = what,
		.from = (unsigned)parser->start,
	};
	size_t sign;

	next(parser);
	sign = parser->start;
	if (!parse_comparison(parser, &step)) {
		if (parser->token.len && is_comparing(parser->token.ptr[0]))
			return refuse_sign(parser);
		return refuse(parser, sign,
			      "'%s' needs a comparison: %s", variable->name,
			      variable->terms ? "channel = email, level = firm"
					      : "< <= = >= > or !=");
	}
	if (variable->terms && !variable->ordered &&
	    step.comparison != EQUAL && step.comparison != UNEQUAL)
		return refuse(parser, sign, "%s is compared with = or !=",
			      variable->name);
	return parse_operand(parser, variable, &step) &&
	       add_step(parser, step);
}

static bool parse_principle(struct parser *parser, int principle)
{
	const struct condition_variable variable = {
		.name = principle_terms.names[principle],
		.max = 100,
	};

	return parse_variable(parser, &variable,
			      (short)(VARIABLE_NR + principle));
}

/* Where the token stands among a set's members, of which there are *nr. */
static size_t place_in(const struct parser *parser,
		       const struct condition_set *set,
		       const struct str **members, size_t *nr)
{
	const char *names = (const char *)parser->names;
	size_t i = 0;

	memcpy(members, names + set->names, sizeof(*members));
	memcpy(nr, names + set->nr_names, sizeof(*nr));
	while (i < *nr && !str_equal((*members)[i], parser->token))
		i++;
	return i;
}

/* What stands in brackets behind a word, and how a name there is looked up:
 * it becomes the step's, or is refused. */
struct bracket {
	const char *word, *member;
	bool (*look_up)(struct parser *parser, const struct bracket *bracket,
			struct step *step);
	const struct condition_set *set; /* told, asked, knows */
};

static bool look_up_member(struct parser *parser, const struct bracket *bracket,
			   struct step *step)
{
	const struct str *members;
	size_t nr, i = place_in(parser, bracket->set, &members, &nr);

	if (i == nr)
		return refuse_name(parser, bracket->member,
				   str_nearest(members, nr, parser->token));
	step->value = (short)i;
	return true;
}

static bool look_up_behaviour(struct parser *parser,
			      const struct bracket *bracket, struct step *step)
{
	struct str nearest;

	step->what = (short)terms_find(&behaviour_terms, parser->token);
	step->value = (short)terms_find(&act_terms, parser->token);
	if (step->what >= 0 || step->value >= 0)
		return true;
	nearest = terms_nearest(&behaviour_terms, parser->token);
	if (!nearest.len)
		nearest = terms_nearest(&act_terms, parser->token);
	return refuse_name(parser, bracket->member, nearest);
}

static bool look_up_asking(struct parser *parser, const struct bracket *bracket,
			   struct step *step)
{
	step->value = (short)terms_find(&asking_terms, parser->token);
	return step->value >= 0 ||
	       refuse_name(parser, bracket->member,
			   terms_nearest(&asking_terms, parser->token));
}

/* told(NAME or NAME): any of them; the token is the word before the bracket. */
static bool parse_bracket(struct parser *parser, const struct bracket *bracket,
			  struct step step)
{
	bool more = false;

	next(parser);
	if (!at_token(parser, "("))
		return refuse(parser, parser->start,
			      "'%s' needs a %s in brackets: %s(...)",
			      bracket->word, bracket->member, bracket->word);
	do {
		next(parser);
		if (!bracket->look_up(parser, bracket, &step))
			return false;
		step.from = (unsigned)parser->start;
		step.to = (unsigned)parser->at;
		if (!add_step(parser, step) ||
		    (more && !add_step(parser,
				       (struct step){ .kind = STEP_OR })))
			return false;
		more = true;
		next(parser);
	} while (at_token(parser, "or"));
	if (!at_token(parser, ")"))
		return refuse(parser, parser->start,
			      "')' is missing here; several names are joined "
			      "by 'or'");
	next(parser);
	return true;
}

static bool parse_set(struct parser *parser, const struct condition_set *set,
		      bool just)
{
	const struct bracket bracket = {
		set->name, set->member, look_up_member, set,
	};

	return parse_bracket(parser, &bracket,
			     (struct step){
				     .kind = STEP_HAS,
				     .what = (short)(set - condition_sets),
				     .other = just,
			     });
}

static bool parse_did(struct parser *parser, bool ever)
{
	static const struct bracket bracket = {
		"did", "behaviour or act", look_up_behaviour, NULL,
	};

	return parse_bracket(parser, &bracket,
			     (struct step){ .kind = STEP_DID, .other = ever });
}

static bool parse_asks(struct parser *parser)
{
	static const struct bracket bracket = {
		"asks", "kind of question", look_up_asking, NULL,
	};

	return parse_bracket(parser, &bracket,
			     (struct step){
				     .kind = STEP_COMPARE,
				     .comparison = EQUAL,
				     .what = VARIABLE_ASKS,
			     });
}

/* No term begins so: a typo, or `late` in place of told(late). */
static bool refuse_term(struct parser *parser)
{
	struct str nearest = terms_nearest(&first_terms, parser->token);
	const struct str *members;
	size_t nr;

	for (size_t i = 0; i < SET_NR; i++) {
		const struct condition_set *set = &condition_sets[i];

		if (place_in(parser, set, &members, &nr) < nr)
			return refuse(parser, parser->start, "a %s stands in "
				      "brackets: %s(" STR_FMT ")", set->member,
				      set->name, STR_ARG(parser->token));
	}
	if (nearest.len && is_word(parser->token.ptr[0]))
		return refuse(parser, parser->start, "unknown word '" STR_FMT
			      "'; did you mean '" STR_FMT "'?",
			      STR_ARG(parser->token), STR_ARG(nearest));
	return refuse_sign(parser);
}

/* told(..), just told(..), did(..), ever did(..), asks(..), or a comparison. */
static bool parse_term(struct parser *parser)
{
	bool just = at_token(parser, "just"), ever = at_token(parser, "ever");
	int principle;

	if (just || ever)
		next(parser);
	for (size_t i = 0; i < SET_NR && !ever; i++)
		if (at_token(parser, condition_sets[i].name))
			return parse_set(parser, &condition_sets[i], just);
	if (at_token(parser, "did") && !just)
		return parse_did(parser, ever);
	if (just)
		return refuse(parser, parser->start, "'just' stands before "
			      "told(..), asked(..) or knows(..); did(..) is "
			      "about this turn as it is");
	if (ever)
		return refuse(parser, parser->start, "'ever' stands before "
			      "did(..); told(..), asked(..) and knows(..) "
			      "are so far as they are");
	if (at_token(parser, condition_variables[VARIABLE_ASKS].name))
		return parse_asks(parser);
	for (size_t i = 0; i < VARIABLE_NR; i++)
		if (at_token(parser, condition_variables[i].name))
			return parse_variable(parser, &condition_variables[i],
					      (short)i);
	principle = terms_find(&principle_terms, parser->token);
	if (principle >= 0)
		return parse_principle(parser, principle);
	return refuse_term(parser);
}

static bool parse_or(struct parser *parser);

static bool parse_group(struct parser *parser)
{
	size_t opened = parser->start;

	if (parser->nesting == CONDITION_MAX_NESTING)
		return refuse(parser, opened, "brackets nest too deeply");
	parser->nesting++;
	next(parser);
	if (!parse_or(parser))
		return false;
	if (!at_token(parser, ")"))
		return parser->token.len ? refuse_sign(parser)
					 : refuse(parser, opened,
						  "this bracket is not closed");
	parser->nesting--;
	next(parser);
	return true;
}

static bool parse_not(struct parser *parser)
{
	bool negated = false, parsed;

	while (at_token(parser, "not")) {
		negated = !negated;
		next(parser);
	}
	parsed = at_token(parser, "(") ? parse_group(parser)
				       : parse_term(parser);
	if (parsed && negated)
		return add_step(parser, (struct step){ .kind = STEP_NOT });
	return parsed;
}

static bool parse_and(struct parser *parser)
{
	if (!parse_not(parser))
		return false;
	while (at_token(parser, "and")) {
		next(parser);
		if (!parse_not(parser) ||
		    !add_step(parser, (struct step){ .kind = STEP_AND }))
			return false;
	}
	return true;
}

static bool parse_or(struct parser *parser)
{
	if (!parse_and(parser))
		return false;
	while (at_token(parser, "or")) {
		next(parser);
		if (!parse_and(parser) ||
		    !add_step(parser, (struct step){ .kind = STEP_OR }))
			return false;
	}
	return true;
}

bool condition_parse(struct arena *arena, struct str source,
		     const struct condition_names *names,
		     const struct condition **condition, struct error *err)
{
	struct parser parser = { .source = source, .names = names, .err = err };
	struct condition *made;
	struct step *steps;

	next(&parser);
	if (!parse_or(&parser))
		return false;
	if (parser.token.len)
		return refuse_sign(&parser);
	steps = ARENA_ARRAY(arena, struct step, parser.nr);
	memcpy(steps, parser.steps, parser.nr * sizeof(*steps));
	made = ARENA_NEW(arena, struct condition);
	*made = (struct condition){
		.source = arena_str(arena, source),
		.steps = steps,
		.nr = parser.nr,
	};
	*condition = made;
	return true;
}
