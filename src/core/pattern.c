/*
 * A recursive descent over the bytes of one pattern. Every sign of the
 * language is a single byte or two, so there is no separate pass that makes
 * tokens; what is neither blank nor sign belongs to a word, and words become
 * the keys that texts are compared by.
 */
#include "pattern_parser.h"

enum { GAP_MAX = 6, LISTS_MAX_DEPTH = 200 };

static struct node *parse_sequence(struct parser *parser);

/* A $ with a figure behind it is money, any other the end of a sentence. */
static bool at_end_sign(const struct parser *parser)
{
	return parser_byte(parser, parser->at) == '$' &&
	       (parser_ends_word(parser, parser->at + 1) ||
		parser_byte(parser, parser->at + 1) == '$');
}

static struct node *with_kid(struct parser *parser, size_t at,
			     enum node_kind kind, struct node *kid)
{
	struct node *node = kid ? parser_node(parser, at, kind) : NULL;

	if (!node)
		return NULL;
	node->kids = ARENA_ARRAY(parser->arena, struct node *, 1);
	node->kids[0] = kid;
	node->nr_kids = 1;
	return node;
}

/* The bracket or angle at `open` has no partner. */
static struct node *unclosed(struct parser *parser, size_t open)
{
	char c = parser_byte(parser, open);

	return parser_wrong(parser, open,
			    "This %c is not closed: a %c is missing.", c,
			    c == '(' ? ')' : '>');
}

static bool go_deeper(struct parser *parser, size_t at)
{
	if (++parser->depth <= PATTERN_MAX_DEPTH)
		return true;
	return parser_wrong(parser, at,
			    "Brackets stand more than %d deep. Make a list of "
			    "the inner ones.",
			    PATTERN_MAX_DEPTH);
}

/* Something else stands where the bracket should go on or be closed. */
static struct node *open_choice(struct parser *parser, size_t open)
{
	if (parser->at >= parser->source.len)
		return unclosed(parser, open);
	return parser_wrong(parser, parser->at,
			    "This %c stands inside a bracket that is still "
			    "open.",
			    parser_byte(parser, parser->at));
}

static struct node *parse_choice(struct parser *parser)
{
	size_t open = parser->at++;
	struct kids kids = { 0 };
	struct node *node;

	if (!go_deeper(parser, open))
		return NULL;
	for (;;) {
		char c;

		parser_skip_blanks(parser);
		c = parser_byte(parser, parser->at);
		if (c == '|' || c == ')')
			return parser_wrong(
				parser, parser->at,
				"There is nothing before this %c. What may "
				"be left out is written (so)?",
				c);
		node = parse_sequence(parser);
		if (!node)
			return NULL;
		kids_add(parser, &kids, node);
		c = parser_byte(parser, parser->at);
		if (c != '|' && c != ')')
			return open_choice(parser, open);
		parser->at++;
		if (c == ')')
			break;
	}
	parser->depth--;
	node = kids_node(parser, open, &kids, NODE_CHOICE);
	if (!node || parser_byte(parser, parser->at) != '?')
		return node;
	parser->at++;
	return with_kid(parser, open, NODE_OPTIONAL, node);
}

static struct node *parse_capture(struct parser *parser, size_t open,
				  struct str name)
{
	struct node *node;

	if (parser->in_capture || parser->capture.len)
		return parser_wrong(parser, open,
				    "A pattern remembers one part of itself: "
				    "<" STR_FMT ": ...> is the second.",
				    STR_ARG(name));
	if (!go_deeper(parser, open))
		return NULL;
	parser->in_capture = true;
	node = parse_sequence(parser);
	if (!node)
		return NULL;
	if (parser_byte(parser, parser->at) != '>')
		return unclosed(parser, open);
	parser->at++;
	parser->depth--;
	parser->in_capture = false;
	parser->capture = arena_str(parser->arena, name);
	node = with_kid(parser, open, NODE_CAPTURE, node);
	if (node)
		node->key = parser->capture;
	return node;
}

/* Nodes below and with this one; stops counting beyond the limit. */
static size_t node_count(const struct node *node, unsigned depth)
{
	size_t size = depth > LISTS_MAX_DEPTH ? PATTERN_MAX_NODES + 1 : 1;

	for (size_t i = 0; i < node->nr_kids && size <= PATTERN_MAX_NODES; i++)
		size += node_count(node->kids[i], depth + 1);
	return size;
}

static struct node *parse_list(struct parser *parser, size_t open,
			       struct str name)
{
	const struct pattern_list *list;
	struct node *node;
	uint32_t class = pattern_class(name);

	if (class) {
		node = parser_node(parser, open, NODE_CLASS);
		if (node)
			node->value = class;
		return node;
	}
	list = pattern_lists_find(parser->lists, name);
	if (!list) {
		struct str near = pattern_lists_nearest(parser->lists, name,
							parser->arena);

		if (near.len)
			return parser_wrong(
				parser, open,
				"There is no list <" STR_FMT
				">; did you mean <" STR_FMT
				">? A list stands above what uses it.",
				STR_ARG(name), STR_ARG(near));
		return parser_wrong(
			parser, open,
			"There is no list <" STR_FMT ">. A list stands above "
			"what uses it; a part to be remembered is written "
			"<" STR_FMT ": ...>.",
			STR_ARG(name), STR_ARG(name));
	}
	if (!parser_count(parser, open, node_count(list->choice, 0)))
		return NULL;
	node = ARENA_NEW(parser->arena, struct node);
	*node = *list->choice;
	return node;
}

static struct node *parse_angle(struct parser *parser)
{
	size_t open = parser->at++, end = open + 1;
	struct str name;

	if (parser_byte(parser, end) == PART_MARK) {
		struct node *node = parser_node(parser, open, NODE_NOTHING);

		if (node && !part_read(parser->source, &parser->at, node))
			return unclosed(parser, open);
		return node;
	}
	while (!parser_ends_word(parser, end) &&
	       parser_byte(parser, end) != ':')
		end++;
	name = str_slice(parser->source, open + 1, end);
	if (!name.len)
		return parser_wrong(parser, open,
				    "After < comes the name of a list, "
				    "without a blank: <we>.");
	parser->at = end + 1;
	if (parser_byte(parser, end) == ':')
		return parse_capture(parser, open, name);
	if (parser_byte(parser, end) != '>')
		return unclosed(parser, open);
	return parse_list(parser, open, name);
}

static struct node *parse_gap(struct parser *parser)
{
	struct node *node = parser_node(parser, parser->at, NODE_GAP);

	parser->at += 2;
	if (parser_byte(parser, parser->at) == '.')
		return parser_wrong(parser, parser->at,
				    "Two dots, .., stand for up to %d words; "
				    "there are no three.",
				    GAP_MAX);
	if (node)
		node->value = GAP_MAX;
	return node;
}

static struct node *stray_sign(struct parser *parser)
{
	static const struct {
		char sign;
		const char *mend;
	} mends[] = {
		{ '?', "A ? follows a bracket, (so)?, and makes it optional. "
		       "Leave question marks out." },
		{ '*', "A * follows the beginning of a word, without a blank: "
		       "apologi*." },
		{ '|', "A | stands inside brackets: (this|that)." },
		{ ')', "This ) closes nothing: its ( is missing." },
		{ '>', "This > closes nothing: its < is missing." },
		{ '^', "A ^ stands at the very start of a pattern." },
		{ '$', "A $ stands at the very end of a pattern." },
		{ '{', "A { stands for what a user fills in, {name}; there "
		       "is nothing of the kind here." },
		{ '}', "This } closes nothing: its { is missing." },
	};

	for (size_t i = 0; i < ARRAY_LEN(mends); i++)
		if (parser_byte(parser, parser->at) == mends[i].sign)
			return parser_wrong(parser, parser->at, "%s",
					    mends[i].mend);
	return parser_wrong(parser, parser->at, "Words are missing here.");
}

static struct node *parse_element(struct parser *parser)
{
	char c = parser_byte(parser, parser->at);

	if (c == '(')
		return parse_choice(parser);
	if (c == '<')
		return parse_angle(parser);
	if (parser_at_gap(parser, parser->at))
		return parse_gap(parser);
	if (parser_is_sign(c) || at_end_sign(parser) ||
	    parser->at >= parser->source.len)
		return stray_sign(parser);
	return parser_word(parser);
}

/* Does what is being read end here, for better or worse? */
static bool ends_sequence(const struct parser *parser)
{
	char c = parser_byte(parser, parser->at);

	if (parser->at >= parser->source.len || c == '|' || c == ')' ||
	    c == '>')
		return true;
	return !parser->depth && at_end_sign(parser);
}

static struct node *parse_sequence(struct parser *parser)
{
	size_t start = parser->at;
	struct kids kids = { 0 };

	parser_skip_blanks(parser);
	do {
		struct node *node = parse_element(parser);

		if (!node)
			return NULL;
		kids_add(parser, &kids, node);
		parser_skip_blanks(parser);
	} while (!ends_sequence(parser));
	return kids_node(parser, start, &kids, NODE_SEQUENCE);
}

/* May it stand for no words at all? */
static bool is_nullable(const struct node *node)
{
	bool all = node->kind == NODE_SEQUENCE;

	if (node->kind == NODE_GAP || node->kind == NODE_OPTIONAL ||
	    node->kind == NODE_NOTHING)
		return true;
	for (size_t i = 0; i < node->nr_kids; i++)
		if (is_nullable(node->kids[i]) != all)
			return !all;
	return all;
}

static bool begins_with_gap(const struct node *node)
{
	if (node->kind == NODE_GAP)
		return true;
	for (size_t i = 0; i < node->nr_kids; i++) {
		if (begins_with_gap(node->kids[i]))
			return true;
		if (node->kind == NODE_SEQUENCE && !is_nullable(node->kids[i]))
			return false;
	}
	return false;
}

static bool parse_anchored(struct parser *parser, struct pattern *made)
{
	parser_skip_blanks(parser);
	if (parser_byte(parser, parser->at) == '^') {
		made->at_start = true;
		parser->at++;
		parser_skip_blanks(parser);
	}
	made->root = parse_sequence(parser);
	if (!made->root)
		return false;
	if (at_end_sign(parser)) {
		made->at_end = true;
		parser->at++;
		parser_skip_blanks(parser);
	}
	if (parser->at < parser->source.len)
		return stray_sign(parser);
	made->capture = parser->capture;
	if (begins_with_gap(made->root))
		return parser_wrong(parser, 0,
				    "A pattern begins with a word, not with "
				    ".. .");
	if (is_nullable(made->root))
		return parser_wrong(
			parser, 0,
			"Every word of this pattern may be left out, so it "
			"would be found everywhere. Take the ? from one of "
			"them.");
	if (pattern_ways(made) > PATTERN_MAX_WAYS)
		return parser_wrong(parser, 0,
				    "There are too many ways through this "
				    "pattern; split it. A long row of words "
				    "that may be left out, (so)?, makes "
				    "many.");
	return true;
}

bool pattern_parse(struct arena *arena, struct str source,
		   const struct pattern_lists *lists, struct pattern *pattern,
		   struct error *err)
{
	struct parser parser = {
		.arena = arena,
		.source = source,
		.lists = lists,
		.err = err,
	};
	struct pattern made = { 0 };
	bool parsed;

	if (source.len > PATTERN_MAX_BYTES)
		return parser_wrong(&parser, 0,
				    "This pattern is longer than %d bytes. "
				    "Make two of it.",
				    PATTERN_MAX_BYTES);
	parsed = parse_anchored(&parser, &made);
	strbuf_release(&parser.key);
	if (parsed)
		*pattern = made;
	return parsed;
}
