/* What judging says for the trace: rules whose words were there, and what
 * spoke against them. */
#include "moment.h"

#include "rehearse/utf8.h"

const char *moment_scope_objection(const struct moment *moment,
				   const struct hit *hit, uint32_t kinds)
{
	static const char *const words[SCOPE_NR] = {
		[SCOPE_NEGATED] = "it is negated",
		[SCOPE_CONDITION] = "it stands under a condition",
		[SCOPE_QUESTION] = "it is asked",
		[SCOPE_QUOTE] = "these are another's words",
		[SCOPE_WISH] = "it is a wish",
		[SCOPE_BUT] = "a but takes it back",
		[SCOPE_UNSAID] = "it is worded, and yet not said",
	};

	for (int kind = 0; kind < SCOPE_NR; kind++)
		if (hit_in_scope(hit, moment->text, kinds & SCOPE_BIT(kind)))
			return words[kind];
	return NULL;
}

void moment_reject(const struct moment *moment, uint32_t rule,
		   struct str quote, const char *why)
{
	struct strbuf *out = moment->trace;

	if (!out)
		return;
	strbuf_addf(out, "  cancelled " STR_FMT " \"",
		    STR_ARG(rubric_string(moment->rubric,
					  moment->rubric->rules[rule].id)));
	visible_line(out, quote);
	strbuf_addf(out, "\": %s\n", why);
}
