/*
 * What can be asked stands in two tables: variables that are compared, and
 * sets that are asked for one member. Evaluation walks the postfix program
 * with a stack whose height the parser's limits bound.
 */
#include "rehearse/condition.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "condition_steps.h"
#include "rehearse/talk.h"

static_assert(sizeof(enum level) == sizeof(int) &&
	      sizeof(enum channel) == sizeof(int) &&
	      sizeof(enum asking) == sizeof(int), "read as an int");

const struct condition_variable condition_variables[VARIABLE_NR] = {
	[VARIABLE_TRUST] = {
		.name = "trust",
		.offset = offsetof(struct condition_state, trust),
		.max = 100,
	},
	[VARIABLE_PATIENCE] = {
		.name = "patience",
		.offset = offsetof(struct condition_state, patience),
		.max = 100,
	},
	[VARIABLE_TURN] = {
		.name = "turn",
		.offset = offsetof(struct condition_state, turn),
		.max = 1000,
	},
	{
		.name = "score",
		.offset = offsetof(struct condition_state, score),
		.max = 100,
	},
	{
		.name = "said",
		.offset = offsetof(struct condition_state, said),
		.max = 100,
	},
	{
		.name = "slips",
		.offset = offsetof(struct condition_state, slips),
		.max = 100,
	},
	[VARIABLE_LEVEL] = {
		.name = "level",
		.offset = offsetof(struct condition_state, level),
		.terms = &level_terms,
		.ordered = true,
	},
	[VARIABLE_CHANNEL] = {
		.name = "channel",
		.offset = offsetof(struct condition_state, channel),
		.terms = &channel_terms,
	},
	[VARIABLE_ASKS] = {
		.name = "asks",
		.offset = offsetof(struct condition_state, asking),
		.terms = &asking_terms,
	},
};

const struct condition_set condition_sets[SET_NR] = {
	[SET_TOLD] = {
		.name = "told",
		.member = "fact",
		.so_far = offsetof(struct condition_state, told),
		.now = offsetof(struct condition_state, just_told),
		.names = offsetof(struct condition_names, facts),
		.nr_names = offsetof(struct condition_names, nr_facts),
	},
	[SET_ASKED] = {
		.name = "asked",
		.member = "topic",
		.so_far = offsetof(struct condition_state, asked),
		.now = offsetof(struct condition_state, just_asked),
		.names = offsetof(struct condition_names, topics),
		.nr_names = offsetof(struct condition_names, nr_topics),
	},
	[SET_KNOWS] = {
		.name = "knows",
		.member = "hidden interest",
		.so_far = offsetof(struct condition_state, knows),
		.now = offsetof(struct condition_state, just_knows),
		.names = offsetof(struct condition_names, hidden),
		.nr_names = offsetof(struct condition_names, nr_hidden),
	},
};

static int value_of(const struct step *step,
		    const struct condition_state *state)
{
	size_t offset;
	int value;

	if (step->what >= VARIABLE_NR)
		return state->principles[step->what - VARIABLE_NR];
	offset = condition_variables[step->what].offset;
	memcpy(&value, (const char *)state + offset, sizeof(value));
	return value;
}

static script_set members_of(const struct step *step,
			     const struct condition_state *state)
{
	const struct condition_set *set = &condition_sets[step->what];
	script_set members;

	memcpy(&members,
	       (const char *)state + (step->other ? set->now : set->so_far),
	       sizeof(members));
	return members;
}

static bool compare(const struct step *step,
		    const struct condition_state *state)
{
	int value = value_of(step, state);

	if (value == SCORE_NONE)
		return false;
	if (step->what == VARIABLE_ASKS)
		return asking_is(state->asking, (enum asking)step->value);
	switch ((enum comparison)step->comparison) {
	case LESS:
		return value < step->value;
	case AT_MOST:
		return value <= step->value;
	case EQUAL:
		return value == step->value;
	case AT_LEAST:
		return value >= step->value;
	case MORE:
		return value > step->value;
	case UNEQUAL:
		return value != step->value;
	}
	return false;
}

/* `voicemail` and `call` are a behaviour and an act: either will do. */
static bool did(const struct step *step, const struct condition_state *state)
{
	uint64_t behaviours = step->other ? state->ever_did : state->did;
	uint32_t acts = step->other ? state->ever_act : state->did_act;

	return (step->what >= 0 && behaviours >> step->what & 1) ||
	       (step->value >= 0 && acts >> step->value & 1);
}

static bool term_holds(const struct step *step,
		       const struct condition_state *state)
{
	if (step->kind == STEP_COMPARE)
		return compare(step, state);
	if (step->kind == STEP_DID)
		return did(step, state);
	return members_of(step, state) >> step->value & 1;
}

bool condition_holds(const struct condition *condition,
		     const struct condition_state *state)
{
	bool stack[CONDITION_STACK];
	size_t nr = 0;

	for (size_t i = 0; condition && i < condition->nr; i++) {
		const struct step *step = &condition->steps[i];

		if (step->kind == STEP_NOT) {
			stack[nr - 1] = !stack[nr - 1];
		} else if (step->kind == STEP_AND) {
			nr--;
			stack[nr - 1] = stack[nr - 1] && stack[nr];
		} else if (step->kind == STEP_OR) {
			nr--;
			stack[nr - 1] = stack[nr - 1] || stack[nr];
		} else {
			assert(nr < ARRAY_LEN(stack));
			stack[nr++] = term_holds(step, state);
		}
	}
	return !nr || stack[0];
}

/* ---- how far it is --------------------------------------------------------
 */

enum { MOOD_STEP = 10 }; /* of trust or patience: about what a turn moves */

/* To either side. */
struct distance {
	int to_hold, to_fail;
};

/* The next words are one turn further; of later ones only those beside the
 * number can be the first to be right. */
static int distance_of_turn(const struct step *step,
			    const struct condition_state *state, bool holding)
{
	int next = state->turn + 1;
	const int turns[] = { next, step->value, step->value + 1 };

	for (size_t i = 0; i < ARRAY_LEN(turns); i++) {
		struct condition_state then = { .turn = turns[i] };

		if (turns[i] >= next && compare(step, &then) == holding)
			return turns[i] - next;
	}
	return CONDITION_NEVER;
}

static int distance_of_mood(const struct step *step,
			    const struct condition_state *state, bool holding)
{
	int away = abs(value_of(step, state) - step->value);

	return compare(step, state) == holding ? 0 : 1 + away / MOOD_STEP;
}

/* What has been told, asked, found out or done stays so. */
static int distance_of_past(bool is, bool holding)
{
	if (is == holding)
		return 0;
	return is ? CONDITION_NEVER : 1;
}

static int term_distance(const struct step *step,
			 const struct condition_state *state, bool holding)
{
	bool is = term_holds(step, state);

	if (step->kind == STEP_HAS && !step->other)
		return distance_of_past(is, holding);
	if (step->kind == STEP_DID && step->other)
		return distance_of_past(is, holding);
	if (step->kind != STEP_COMPARE)
		return 0;
	switch (step->what) {
	case VARIABLE_TRUST:
	case VARIABLE_PATIENCE:
		return distance_of_mood(step, state, holding);
	case VARIABLE_TURN:
		return distance_of_turn(step, state, holding);
	case VARIABLE_LEVEL:
		return is == holding ? 0 : CONDITION_NEVER;
	case VARIABLE_CHANNEL:
		return is != holding;
	}
	return 0;
}

/* Of two terms that have to hold both; of either, seen from the other side. */
static struct distance both(struct distance a, struct distance b)
{
	return (struct distance){
		.to_hold = a.to_hold + b.to_hold,
		.to_fail = a.to_fail < b.to_fail ? a.to_fail : b.to_fail,
	};
}

static struct distance opposite(struct distance a)
{
	return (struct distance){ a.to_fail, a.to_hold };
}

int condition_distance(const struct condition *condition,
		       const struct condition_state *state, bool holding)
{
	struct distance stack[CONDITION_STACK], b;
	size_t nr = 0;

	if (!condition)
		return holding ? 0 : CONDITION_NEVER;
	for (size_t i = 0; i < condition->nr; i++) {
		const struct step *step = &condition->steps[i];

		if (step->kind == STEP_NOT) {
			stack[nr - 1] = opposite(stack[nr - 1]);
		} else if (step->kind == STEP_AND) {
			b = stack[--nr];
			stack[nr - 1] = both(stack[nr - 1], b);
		} else if (step->kind == STEP_OR) {
			b = opposite(stack[--nr]);
			stack[nr - 1] =
				opposite(both(opposite(stack[nr - 1]), b));
		} else {
			assert(nr < ARRAY_LEN(stack));
			stack[nr++] = (struct distance){
				term_distance(step, state, true),
				term_distance(step, state, false),
			};
		}
	}
	return holding ? stack[0].to_hold : stack[0].to_fail;
}

struct str condition_source(const struct condition *condition)
{
	return condition ? condition->source : STR("");
}

static void collect(struct condition_uses *uses, const struct step *step)
{
	script_set *const sets[SET_NR] = {
		[SET_TOLD] = &uses->told,
		[SET_ASKED] = &uses->asked,
		[SET_KNOWS] = &uses->knows,
	};

	if (step->kind == STEP_HAS && step->what == SET_TOLD && step->other)
		uses->just_told |= SCRIPT_BIT(step->value);
	if (step->kind == STEP_HAS)
		*sets[step->what] |= SCRIPT_BIT(step->value);
	else if (step->kind == STEP_DID && step->what >= 0)
		uses->did |= (uint64_t)1 << step->what;
	else if (step->kind == STEP_COMPARE && step->what == VARIABLE_ASKS)
		uses->asks |= 1u << step->value;
}

/* Backwards the program is a tree from its root. */
struct condition_uses condition_wants(const struct condition *condition,
				      bool holding)
{
	struct condition_uses uses = { 0 };
	bool stack[CONDITION_MAX_STEPS + 1] = { true }; /* below so many nots */
	size_t nr = 1;

	for (size_t i = condition ? condition->nr : 0; i-- > 0;) {
		const struct step *step = &condition->steps[i];
		bool wanted = stack[--nr];

		if (step->kind == STEP_NOT) {
			stack[nr++] = !wanted;
		} else if (step->kind == STEP_AND || step->kind == STEP_OR) {
			stack[nr++] = wanted;
			stack[nr++] = wanted;
		} else if (wanted == holding) {
			collect(&uses, step);
		}
	}
	return uses;
}

struct condition_uses condition_uses(const struct condition *condition)
{
	struct condition_uses uses = { 0 };

	for (size_t i = 0; condition && i < condition->nr; i++)
		collect(&uses, &condition->steps[i]);
	return uses;
}

/* One name of a bracket: just told(plan). */
static void explain_name(const struct step *step, struct str name,
			 struct strbuf *out)
{
	if (step->kind == STEP_DID)
		strbuf_addf(out, "%sdid", step->other ? "ever " : "");
	else
		strbuf_addf(out, "%s%s", step->other ? "just " : "",
			    condition_sets[step->what].name);
	strbuf_addf(out, "(" STR_FMT ")", STR_ARG(name));
}

/* The term, a value put in behind what is compared: trust 55 >= 60. */
static void explain_term(const struct condition *condition,
			 const struct step *step,
			 const struct condition_state *state,
			 struct strbuf *out)
{
	struct str term = str_slice(condition->source, step->from, step->to);
	const struct terms *words;
	size_t name = 0;
	int value;

	if (step->kind != STEP_COMPARE) {
		explain_name(step, term, out);
		return;
	}
	if (step->what == VARIABLE_ASKS) {
		strbuf_addf(out, "asks(" STR_FMT "), it asks " STR_FMT,
			    STR_ARG(term),
			    STR_ARG(terms_name(&asking_terms,
					       (int)state->asking)));
		return;
	}
	while (name < term.len && term.ptr[name] != ' ' &&
	       !memchr("<=>!", term.ptr[name], 4))
		name++;
	words = step->what < VARIABLE_NR ? condition_variables[step->what].terms
					 : NULL;
	value = value_of(step, state);
	strbuf_add(out, str_slice(term, 0, name));
	strbuf_addc(out, ' ');
	if (value == SCORE_NONE || (words && value >= words->nr))
		strbuf_add(out, STR("(none)"));
	else if (words)
		strbuf_add(out, terms_name(words, value));
	else
		strbuf_addf(out, "%d", value);
	strbuf_addc(out, ' ');
	strbuf_add(out, str_trim(str_slice(term, name, term.len)));
}

void condition_explain(const struct condition *condition,
		       const struct condition_state *state,
		       struct strbuf *out)
{
	bool any = false;

	for (size_t i = 0; condition && i < condition->nr; i++) {
		const struct step *step = &condition->steps[i];

		if (step->kind >= STEP_NOT)
			continue;
		if (any)
			strbuf_add(out, STR("; "));
		explain_term(condition, step, state, out);
		strbuf_add(out, term_holds(step, state) ? STR(": yes")
							: STR(": no"));
		any = true;
	}
}
