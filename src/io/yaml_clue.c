/*
 * YAML gives up behind the mistake: a quotation mark that is missing in one
 * line breaks a line further down. What stands around the place where it
 * gave up tells which mistake it was, and where.
 */
#include <string.h>

#include "rehearse/utf8.h"
#include "yaml.h"

/* A line by its number, from 0, without its end. */
static struct str line_at(struct str bytes, size_t number)
{
	struct str line = STR("");

	for (size_t i = 0; i <= number; i++)
		if (!str_cut(&bytes, '\n', &line))
			return STR("");
	return line;
}

/* The bytes of so many characters. */
static struct str first_characters(struct str text, size_t nr)
{
	size_t at = 0;

	while (nr-- && at < text.len)
		utf8_next(text, &at);
	return str_slice(text, 0, at);
}

static size_t indent_of(struct str line)
{
	size_t blanks = 0;

	while (blanks < line.len && line.ptr[blanks] == ' ')
		blanks++;
	return blanks;
}

static bool says_nothing(struct str line)
{
	struct str text = str_trim(line);

	return !text.len || text.ptr[0] == '#';
}

/* The line above that says something; the line itself when there is none. */
static size_t line_above(struct str bytes, size_t number)
{
	for (size_t i = number; i-- > 0;)
		if (!says_nothing(line_at(bytes, i)))
			return i;
	return number;
}

static bool is(const struct yaml_stop *stop, const char *problem)
{
	return !strcmp(stop->problem, problem);
}

static bool wants_comma(const struct yaml_stop *stop)
{
	return is(stop, "did not find expected ',' or '}'") ||
	       is(stop, "did not find expected ',' or ']'");
}

static bool wants_key(const struct yaml_stop *stop)
{
	return is(stop, "did not find expected key");
}

/* What stands in the line before the place, blanks at its end left out. */
static struct str before(const struct yaml_stop *stop)
{
	return str_trim(first_characters(line_at(stop->bytes, stop->at.line),
					 stop->at.column));
}

static bool clue(struct yaml_mistake *found, struct yaml_place place,
		 const char *words)
{
	*found = (struct yaml_mistake){ place, words };
	return true;
}

/* Signs that look like a blank or a '-', and are not. */
static const char *false_sign(uint32_t character)
{
	if (character == '\t')
		return "indent with spaces, not with tabs";
	if (character == 0xa0 || character == 0x3000 || character == 0x202f ||
	    (character >= 0x2000 && character <= 0x200b))
		return "this blank is another sign than that of the space "
		       "bar (it came with what was pasted): type it anew";
	if ((character >= 0x2010 && character <= 0x2015) ||
	    character == 0x2212 || character == 0x2022)
		return "this is another sign than the plain '-' of a list: "
		       "type it anew";
	return NULL;
}

static bool begins_falsely(const struct yaml_stop *stop,
			   struct yaml_mistake *found)
{
	const size_t lines[] = { line_above(stop->bytes, stop->at.line),
				 stop->at.line };

	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		struct str line = line_at(stop->bytes, lines[i]);
		size_t at = indent_of(line), column = at;
		const char *words =
			at < line.len ? false_sign(utf8_next(line, &at)) : NULL;

		if (words)
			return clue(found,
				    (struct yaml_place){ lines[i], column },
				    words);
	}
	return false;
}

/* Where the quotation mark is that opened what ends behind so many bytes. */
static struct yaml_place opening_mark(struct str bytes, size_t end)
{
	struct yaml_place place = { 0, 0 };
	size_t at = end - 1, begin;

	while (at > 0 && (bytes.ptr[at - 1] != '"' ||
			  (at > 1 && bytes.ptr[at - 2] == '\\')))
		at--;
	at -= at > 0;
	begin = at;
	while (begin > 0 && bytes.ptr[begin - 1] != '\n')
		begin--;
	for (size_t i = 0; i < begin; i++)
		place.line += bytes.ptr[i] == '\n';
	place.column = utf8_count(str_slice(bytes, begin, at), at - begin);
	return place;
}

static bool ends_in_quote(const struct yaml_stop *stop,
			  struct yaml_mistake *found)
{
	struct str text = before(stop);
	struct yaml_place opened;
	char last = text.len ? text.ptr[text.len - 1] : ' ';

	if ((last != '"' && last != '\'') ||
	    (!wants_comma(stop) && !wants_key(stop)))
		return false;
	if (last == '\'')
		return clue(found, stop->at,
			    "the ' before this ends the "
			    "text: put it in double quotes");
	opened = opening_mark(stop->bytes,
			      (size_t)(text.ptr + text.len - stop->bytes.ptr));
	if (opened.line < stop->at.line)
		return clue(found, opened,
			    "this quotation mark is closed "
			    "only in a line further down: one is missing "
			    "behind this text");
	return clue(found, stop->at,
		    wants_comma(stop) ? "the quotation mark before this ends "
					"the text: put a ',' "
					"behind it, or \\\" in its place when "
					"it belongs to the "
					"text"
				      : "the quotation mark before this ends "
					"the text: begin a "
					"new line behind it, or write \\\" in "
					"its place when it "
					"belongs to the text");
}

static bool ends_in_bracket(const struct yaml_stop *stop,
			    struct yaml_mistake *found)
{
	struct str text = before(stop);
	char last = text.len ? text.ptr[text.len - 1] : ' ';

	return wants_key(stop) && (last == '}' || last == ']') &&
	       clue(found, stop->at,
		    "nothing may stand behind this bracket; "
		    "a text that begins with { or [ needs double quotes");
}

/* A key of the lines around where an item or a bracket should be. */
static bool is_left_open(const struct yaml_stop *stop,
			 struct yaml_mistake *found)
{
	struct str bytes = stop->bytes;

	return wants_comma(stop) && stop->at.line > stop->context.line &&
	       indent_of(line_at(bytes, stop->at.line)) <=
		       indent_of(line_at(bytes, stop->context.line)) &&
	       clue(found, stop->context, "this bracket is not closed");
}

/* The first ':' of a line is one too many: what stands above goes on here. */
static bool goes_on(const struct yaml_stop *stop, struct yaml_mistake *found)
{
	size_t number = line_above(stop->bytes, stop->at.line);
	struct str above = str_trim(line_at(stop->bytes, number));
	struct str line = line_at(stop->bytes, stop->at.line);
	struct str key = before(stop);

	if (!is(stop, "mapping values are not allowed in this context") ||
	    number == stop->at.line || !key.len || key.ptr[0] == '-' ||
	    str_find(key, STR(": "), 0) < key.len ||
	    indent_of(line) <= indent_of(line_at(stop->bytes, number)))
		return false;
	if (str_find(above, STR(":"), 0) == above.len)
		return clue(found,
			    (struct yaml_place){
				    number,
				    indent_of(line_at(stop->bytes, number)) },
			    "a ':' is missing at the end of this line");
	return clue(found,
		    (struct yaml_place){ stop->at.line, indent_of(line) },
		    "this line stands further in than the one above: a key "
		    "belongs exactly below the others; a text over several "
		    "lines with ': ' in it needs double quotes");
}

static bool stands_beside(const struct yaml_stop *stop,
			  struct yaml_mistake *found)
{
	return wants_key(stop) && !before(stop).len &&
	       clue(found, stop->at,
		    "this line begins with more or fewer "
		    "blanks than those it belongs to: the keys of one thing "
		    "stand exactly below each other");
}

static bool lacks_colon(const struct yaml_stop *stop,
			struct yaml_mistake *found)
{
	struct str line = line_at(stop->bytes, stop->context.line);
	size_t colon = str_find(line, STR(":"), 0);

	if (!is(stop, "could not find expected ':'"))
		return false;
	if (colon < line.len)
		return clue(found,
			    (struct yaml_place){ stop->context.line,
						 utf8_count(line, colon) + 1 },
			    "a blank is missing behind the ':'");
	return clue(found, stop->context,
		    "a ':' is missing in this line; a "
		    "text over several lines stands further in than its key, "
		    "or in double quotes");
}

static bool holds_curly(const struct yaml_stop *stop,
			struct yaml_mistake *found)
{
	return yaml_has_curly_quotes(line_at(stop->bytes, stop->at.line)) &&
	       clue(found, stop->at,
		    "the quotation marks in this line are "
		    "curly: a text needs straight double quotes");
}

struct yaml_mistake yaml_clue(const struct yaml_stop *stop)
{
	static bool (*const clues[])(const struct yaml_stop *stop,
				     struct yaml_mistake *found) = {
		begins_falsely, ends_in_quote, ends_in_bracket, is_left_open,
		holds_curly,    goes_on,       stands_beside,   lacks_colon,
	};
	struct yaml_mistake found = { .words = NULL };

	for (size_t i = 0; i < ARRAY_LEN(clues) && !found.words; i++)
		clues[i](stop, &found);
	return found;
}
