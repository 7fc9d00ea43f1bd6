/*
 * What libyaml says, and what it means to somebody who writes a file.
 */
#include <string.h>

#include "yaml.h"

static const struct {
	const char *problem, *words;
	bool at_context; /* it stands where what was being read began */
} explanations[] = {
	{
		.problem = "mapping values are not allowed in this context",
		.words = "a ':' cannot stand here; a text with ': ' in it "
			 "needs double quotes",
	},
	{
		.problem = "did not find expected key",
		.words = "this does not fit what stands before it: check the "
			 "indentation and the quotation marks here and above; "
			 "a text with ': ' or ' #' in it needs double quotes",
	},
	{
		.problem = "did not find expected '-' indicator",
		.words = "an item with '-' was expected here; check the "
			 "indentation and the quotation marks here and above",
	},
	{
		.problem = "did not find expected ',' or '}'",
		.words = "',' or '}' was expected here; inside { } a text with "
			 "a comma, a brace, ': ' or ' #' needs double quotes",
	},
	{
		.problem = "did not find expected ',' or ']'",
		.words = "',' or ']' was expected here; inside [ ] a text with "
			 "a comma, a bracket, ': ' or ' #' needs double quotes",
	},
	{
		.problem = "could not find expected ':'",
		.words = "a key without ':' stands before this; a text over "
			 "several lines needs double quotes",
	},
	{
		.problem = "found character that cannot start any token",
		.words = "a text cannot begin with this sign; put it in double "
			 "quotes (and indent with spaces, not with tabs)",
	},
	{
		.problem = "found a tab character where an indentation space "
			   "is expected",
		.words = "indent with spaces, not with tabs",
	},
	{
		.problem = "found a tab character that violates indentation",
		.words = "indent with spaces, not with tabs",
	},
	{
		.problem = "found unexpected end of stream",
		.at_context = true,
		.words = "this quotation mark is never closed",
	},
	{
		.problem = "found unexpected document indicator",
		.at_context = true,
		.words = "this quotation mark is not closed before the "
			 "document ends",
	},
	{
		.problem = "found unknown escape character",
		.words = "in double quotes a backslash begins an escape; write "
			 "\\\\ for a backslash",
	},
	{
		.problem = "did not find expected hexdecimal number",
		.words = "\\x, \\u and \\U need 2, 4 and 8 hexadecimal digits",
	},
	{
		.problem = "found invalid Unicode character escape code",
		.words = "there is no character with this number",
	},
	{
		.problem = "block sequence entries are not allowed in this "
			   "context",
		.words = "a list with '-' cannot begin here: begin it in a "
			 "line of its own, or put the text in double quotes",
	},
	{
		.problem = "mapping keys are not allowed in this context",
		.words = "a text that begins with '? ' needs double quotes",
	},
	{
		.problem =
			"did not find expected alphabetic or numeric character",
		.words = "a text that begins with * or & needs double quotes",
	},
	{
		.problem = "found undefined tag handle",
		.words = "a text that begins with ! needs double quotes",
	},
	{
		.problem = "found unexpected ':'",
		.words = "inside [ ] and { } a text with a ':' needs double "
			 "quotes",
	},
	{
		.problem = "did not find expected node content",
		.words = "a value is missing here",
	},
	{
		.problem = "did not find expected <document start>",
		.words = "this line does not fit what stands before it; check "
			 "the indentation",
	},
	{
		.problem = "did not find expected comment or line break",
		.words = "after | or > the text begins on the next line",
	},
};

bool yaml_has_curly_quotes(struct str text)
{
	static const char *const quotes[] = { "\u201c", "\u201d", "\u201e" };

	for (size_t i = 0; i < ARRAY_LEN(quotes); i++)
		if (str_find(text, str_from(quotes[i]), 0) < text.len)
			return true;
	return false;
}

struct yaml_mistake yaml_explain(const struct yaml_stop *stop)
{
	struct yaml_mistake mistake = yaml_clue(stop);

	for (size_t i = 0; i < ARRAY_LEN(explanations) && !mistake.words; i++)
		if (!strcmp(stop->problem, explanations[i].problem))
			mistake = (struct yaml_mistake){
				explanations[i].at_context ? stop->context
							   : stop->at,
				explanations[i].words,
			};
	return mistake;
}
