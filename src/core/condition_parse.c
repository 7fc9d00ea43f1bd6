/*
 * Conditions are parsed by descent (the nesting is limited, so the stack is
 * too) into the postfix program of condition_steps.h, checked against the
 * scenario's names while the column is still known.
 */
#include "condition_parser.h"

#include <string.h>

/* Every word that may begin a term, for the nearest one to a typo. */
static const char *const first_words[] = {
	"trust", "patience", "turn",     "score",     "said", "slips",
	"level", "channel",  "asks",     "direct",    "kind", "good_news",
	"phone", "initiate", "together", "teachable", "told", "asked",
	"knows", "did",      "just",     "ever",      "not",
};
static const struct terms first_terms = {
	.what = "a term",
	.names = first_words,
	.nr = (int)ARRAY_LEN(first_words),
};

static bool add_step(struct parser *parser, struct step step)
{
	if (parser->nr == CONDITION_MAX_STEPS)
		return parser_refuse(
			parser, parser->start,
			"this condition is too long; take it apart "
			"into several entries");
	parser->steps[parser->nr++] = step;
	return true;
}

static bool parse_comparison(struct parser *parser, struct step *step)
{
	static const char *const signs[] = { "<", "<=", "=", ">=", ">", "!=" };

	for (size_t i = 0; i < ARRAY_LEN(signs); i++)
		if (parser_at(parser, signs[i])) {
			step->comparison = (unsigned char)i;
			parser_next(parser);
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
		step->value = (short)terms_find(variable->terms, parser->token);
		if (step->value < 0)
			return parser_refuse_word(parser, variable->name,
						  variable->terms);
	} else if (str_number(parser->token, (uint64_t)variable->max,
			      &number)) {
		step->value = (short)number;
	} else {
		return parser_refuse(
			parser, parser->start,
			"%s is compared with a whole number from 0 to "
			"%d",
			variable->name, variable->max);
	}
	step->to = (unsigned)parser->at;
	parser_next(parser);
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

	parser_next(parser);
	sign = parser->start;
	if (!parse_comparison(parser, &step)) {
		if (parser_at_sign(parser))
			return parser_refuse_sign(parser);
		return parser_refuse(
			parser, sign, "'%s' needs a comparison: %s",
			variable->name,
			variable->terms ? "channel = email, level = firm"
					: "< <= = >= > or !=");
	}
	if (variable->terms && !variable->ordered && step.comparison != EQUAL &&
	    step.comparison != UNEQUAL)
		return parser_refuse(
			parser, sign,
			"%s is compared with = or !=", variable->name);
	return parse_operand(parser, variable, &step) && add_step(parser, step);
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
		return parser_refuse_name(
			parser, bracket->member,
			str_nearest(members, nr, parser->token), "");
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
	return parser_refuse_name(parser, bracket->member, nearest,
				  "; `rehearse explain` lists them");
}

static bool look_up_asking(struct parser *parser, const struct bracket *bracket,
			   struct step *step)
{
	step->value = (short)terms_find(&asking_terms, parser->token);
	return step->value >= 0 ||
	       parser_refuse_word(parser, bracket->member, &asking_terms);
}

/* told(NAME or NAME): any of them; the token is the word before the bracket. */
static bool parse_bracket(struct parser *parser, const struct bracket *bracket,
			  struct step step)
{
	bool more = false;

	parser_next(parser);
	if (!parser_at(parser, "("))
		return parser_refuse(parser, parser->start,
				     "'%s' needs a %s in brackets: %s(...)",
				     bracket->word, bracket->member,
				     bracket->word);
	do {
		parser_next(parser);
		if (!parser_at_word(parser))
			return parser_refuse(parser, parser->start,
					     "a %s is missing in the brackets: "
					     "%s(...)",
					     bracket->member, bracket->word);
		if (!bracket->look_up(parser, bracket, &step))
			return false;
		step.from = (unsigned)parser->start;
		step.to = (unsigned)parser->at;
		if (!add_step(parser, step) ||
		    (more &&
		     !add_step(parser, (struct step){ .kind = STEP_OR })))
			return false;
		more = true;
		parser_next(parser);
	} while (parser_at(parser, "or"));
	if (!parser_at(parser, ")"))
		return parser_refuse(
			parser, parser->start,
			"')' is missing here; several names are joined "
			"by 'or'");
	parser_next(parser);
	return true;
}

static bool parse_set(struct parser *parser, const struct condition_set *set,
		      bool just)
{
	const struct bracket bracket = {
		set->name,
		set->member,
		look_up_member,
		set,
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
		"did",
		"behaviour or act",
		look_up_behaviour,
		NULL,
	};

	return parse_bracket(parser, &bracket,
			     (struct step){ .kind = STEP_DID, .other = ever });
}

static bool parse_asks(struct parser *parser)
{
	static const struct bracket bracket = {
		"asks",
		"kind of question",
		look_up_asking,
		NULL,
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
			return parser_refuse(parser, parser->start,
					     "a %s stands in "
					     "brackets: %s(" STR_FMT ")",
					     set->member, set->name,
					     STR_ARG(parser->token));
	}
	if (!parser_at_word(parser) || parser_at_habit(parser))
		return parser_refuse_sign(parser);
	if (nearest.len)
		return parser_refuse(parser, parser->start,
				     "unknown word '" STR_FMT
				     "'; did you mean '" STR_FMT "'?",
				     STR_ARG(parser->token), STR_ARG(nearest));
	return parser_refuse(
		parser, parser->start,
		"'" STR_FMT "' begins no "
		"condition: told(..), asked(..), knows(..), did(..) and "
		"asks(..) do, and comparisons like trust >= 50",
		STR_ARG(parser->token));
}

/* told(..), just told(..), did(..), ever did(..), asks(..), or a comparison. */
static bool parse_term(struct parser *parser)
{
	bool just = parser_at(parser, "just"), ever = parser_at(parser, "ever");
	int principle;

	if (just || ever)
		parser_next(parser);
	for (size_t i = 0; i < SET_NR && !ever; i++)
		if (parser_at(parser, condition_sets[i].name))
			return parse_set(parser, &condition_sets[i], just);
	if (parser_at(parser, "did") && !just)
		return parse_did(parser, ever);
	if (just)
		return parser_refuse(
			parser, parser->start,
			"'just' stands before "
			"told(..), asked(..) or knows(..); did(..) is "
			"about this turn as it is");
	if (ever)
		return parser_refuse(
			parser, parser->start,
			"'ever' stands before "
			"did(..); told(..), asked(..) and knows(..) "
			"are so far as they are");
	if (parser_at(parser, condition_variables[VARIABLE_ASKS].name))
		return parse_asks(parser);
	for (size_t i = 0; i < VARIABLE_NR; i++)
		if (parser_at(parser, condition_variables[i].name))
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
		return parser_refuse(parser, opened,
				     "brackets nest too deeply");
	parser->nesting++;
	parser_next(parser);
	if (!parse_or(parser))
		return false;
	if (!parser_at(parser, ")"))
		return parser->token.len
			       ? parser_refuse_rest(parser)
			       : parser_refuse(parser, opened,
					       "this bracket is not closed");
	parser->nesting--;
	parser_next(parser);
	return true;
}

static bool parse_not(struct parser *parser)
{
	bool negated = false, parsed;

	while (parser_at(parser, "not")) {
		negated = !negated;
		parser_next(parser);
	}
	parsed = parser_at(parser, "(") ? parse_group(parser)
					: parse_term(parser);
	if (parsed && negated)
		return add_step(parser, (struct step){ .kind = STEP_NOT });
	return parsed;
}

static bool parse_and(struct parser *parser)
{
	if (!parse_not(parser))
		return false;
	while (parser_at(parser, "and")) {
		parser_next(parser);
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
	while (parser_at(parser, "or")) {
		parser_next(parser);
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

	parser_next(&parser);
	if (!parse_or(&parser))
		return false;
	if (parser.token.len)
		return parser_refuse_rest(&parser);
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
