/*
 * A recursive descent over the bytes of one pattern. Every sign of the
 * language is a single byte or two, so there is no separate pass that makes
 * tokens; what is neither blank nor sign belongs to a word, and words become
 * the keys that texts are compared by.
 */
#include "rehearse/pattern.h"

#include <stdarg.h>
#include <stdio.h>

#include "pattern_parts.h"
#include "rehearse/text.h"
#include "rehearse/utf8.h"

enum { GAP_MAX = 6, LISTS_MAX_DEPTH = 200 };

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

static struct node *parse_sequence(struct parser *parser);

__attribute__((format(printf, 3, 4)))
static struct node *wrong(struct parser *parser, size_t at,
			  const char *format, ...)
{
	size_t column = utf8_count(parser->source, at) + 1;
	char text[sizeof(parser->err->text)];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	error_at(parser->err, STR(""), 0, (unsigned)column, "%s", text);
	return NULL;
}

static char byte_at(const struct parser *parser, size_t at)
{
	return at < parser->source.len ? parser->source.ptr[at] : '\0';
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void skip_blanks(struct parser *parser)
{
	while (parser->at < parser->source.len &&
	       is_blank(parser->source.ptr[parser->at]))
		parser->at++;
}

static bool at_gap(const struct parser *parser, size_t at)
{
	return byte_at(parser, at) == '.' && byte_at(parser, at + 1) == '.';
}

static bool is_sign(char c)
{
	return c == '(' || c == ')' || c == '|' || c == '?' || c == '*' ||
	       c == '<' || c == '>' || c == '^' || c == '{' || c == '}';
}

static bool ends_word(const struct parser *parser, size_t at)
{
	char c = byte_at(parser, at);

	return at >= parser->source.len || is_blank(c) || is_sign(c) ||
	       at_gap(parser, at);
}

/* A $ with a figure behind it is money, any other the end of a sentence. */
static bool at_end_sign(const struct parser *parser)
{
	return byte_at(parser, parser->at) == '$' &&
	       (ends_word(parser, parser->at + 1) ||
		byte_at(parser, parser->at + 1) == '$');
}

static bool count_nodes(struct parser *parser, size_t at, size_t nr)
{
	parser->nr_nodes += nr;
	if (parser->nr_nodes <= PATTERN_MAX_NODES)
		return true;
	return wrong(parser, at, "This pattern has more than %d words, those "
		     "of its lists counted. Make two of it.",
		     PATTERN_MAX_NODES);
}

static struct node *node_new(struct parser *parser, size_t at,
			     enum node_kind kind)
{
	struct node *node;

	if (!count_nodes(parser, at, 1))
		return NULL;
	node = ARENA_NEW(parser->arena, struct node);
	node->kind = kind;
	return node;
}

static void kids_add(struct arena *arena, struct kids *kids,
		     struct node *node)
{
	kids->nodes = arena_grow(arena, kids->nodes, kids->nr, &kids->alloc,
				 sizeof(*kids->nodes));
	kids->nodes[kids->nr++] = node;
}

/* One kid stands for itself; more become a sequence or a choice. */
static struct node *kids_node(struct parser *parser, size_t at,
			      const struct kids *kids, enum node_kind kind)
{
	struct node *node;

	if (kids->nr == 1)
		return kids->nodes[0];
	node = node_new(parser, at, kind);
	if (!node)
		return NULL;
	node->kids = kids->nodes;
	node->nr_kids = kids->nr;
	return node;
}

static struct node *with_kid(struct parser *parser, size_t at,
			     enum node_kind kind, struct node *kid)
{
	struct node *node = kid ? node_new(parser, at, kind) : NULL;

	if (!node)
		return NULL;
	node->kids = ARENA_ARRAY(parser->arena, struct node *, 1);
	node->kids[0] = kid;
	node->nr_kids = 1;
	return node;
}

static bool is_plain_word(struct str word)
{
	for (size_t i = 0; i < word.len; i++) {
		char c = word.ptr[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z'))
			return false;
	}
	return true;
}

static struct node *word_node(struct parser *parser, size_t at,
			      struct str word)
{
	struct node *node = node_new(parser, at, NODE_WORD);

	if (!node)
		return NULL;
	strbuf_truncate(&parser->key, 0);
	text_key(&parser->key, word);
	node->key = arena_str(parser->arena, strbuf_str(&parser->key));
	return node;
}

/*
 * Words of letters alone are keys at once. All others (don't, follow-up,
 * 16:00) are read as a text is, so that the pattern has the words the text
 * will have.
 */
static struct node *parse_written(struct parser *parser, size_t at,
				  struct str word)
{
	struct kids kids = { 0 };
	struct text text;

	if (is_plain_word(word))
		return word_node(parser, at, word);
	text = text_parse(parser->arena, word);
	for (uint32_t i = 0; i < text.nr_words; i++) {
		struct node *node = node_new(parser, at, NODE_WORD);

		if (!node)
			return NULL;
		node->key = text.words[i].key;
		kids_add(parser->arena, &kids, node);
	}
	if (!kids.nr)
		return wrong(parser, at, "\"" STR_FMT "\" is no word. Leave "
			     "marks out: a pattern is words and the signs "
			     "* ( | ) ? .. ^ $ _ < >.", STR_ARG(word));
	return kids_node(parser, at, &kids, NODE_SEQUENCE);
}

static struct node *parse_word(struct parser *parser)
{
	size_t start = parser->at;
	struct str word;
	struct node *node;

	while (!ends_word(parser, parser->at))
		parser->at++;
	word = str_slice(parser->source, start, parser->at);
	if (byte_at(parser, parser->at) != '*')
		return str_equal(word, STR("_"))
			       ? node_new(parser, start, NODE_ANY)
			       : parse_written(parser, start, word);
	if (!ends_word(parser, parser->at + 1) || !is_plain_word(word))
		return wrong(parser, start, "A * stands at the end of the "
			     "beginning of a word: apologi*.");
	parser->at++;
	node = word_node(parser, start, word);
	if (node)
		node->kind = NODE_PREFIX;
	return node;
}

/* The bracket or angle at `open` has no partner. */
static struct node *unclosed(struct parser *parser, size_t open)
{
	char c = byte_at(parser, open);

	return wrong(parser, open, "This %c is not closed: a %c is missing.",
		     c, c == '(' ? ')' : '>');
}

static bool go_deeper(struct parser *parser, size_t at)
{
	if (++parser->depth <= PATTERN_MAX_DEPTH)
		return true;
	return wrong(parser, at, "Brackets stand more than %d deep. Make a "
		     "list of the inner ones.", PATTERN_MAX_DEPTH);
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

		skip_blanks(parser);
		c = byte_at(parser, parser->at);
		if (c == '|' || c == ')')
			return wrong(parser, parser->at, "There is nothing "
				     "before this %c. What may be left out "
				     "is written (so)?", c);
		node = parse_sequence(parser);
		if (!node)
			return NULL;
		kids_add(parser->arena, &kids, node);
		c = byte_at(parser, parser->at);
		if (c != '|' && c != ')')
			return parser->at < parser->source.len
				       ? wrong(parser, parser->at,
					       "This %c stands inside a "
					       "bracket that is still open.",
					       c)
				       : unclosed(parser, open);
		parser->at++;
		if (c == ')')
			break;
	}
	parser->depth--;
	node = kids_node(parser, open, &kids, NODE_CHOICE);
	if (!node || byte_at(parser, parser->at) != '?')
		return node;
	parser->at++;
	return with_kid(parser, open, NODE_OPTIONAL, node);
}

static struct node *parse_capture(struct parser *parser, size_t open,
				  struct str name)
{
	struct node *node;

	if (parser->in_capture || parser->capture.len)
		return wrong(parser, open, "A pattern remembers one part of "
			     "itself: <" STR_FMT ": ...> is the second.",
			     STR_ARG(name));
	if (!go_deeper(parser, open))
		return NULL;
	parser->in_capture = true;
	node = parse_sequence(parser);
	if (!node)
		return NULL;
	if (byte_at(parser, parser->at) != '>')
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
static size_t node_size(const struct node *node, unsigned depth)
{
	size_t size = depth > LISTS_MAX_DEPTH ? PATTERN_MAX_NODES + 1 : 1;

	for (size_t i = 0; i < node->nr_kids && size <= PATTERN_MAX_NODES; i++)
		size += node_size(node->kids[i], depth + 1);
	return size;
}

static struct node *parse_list(struct parser *parser, size_t open,
			       struct str name)
{
	const struct pattern_list *list;
	struct node *node;
	uint32_t class = pattern_class(name);

	if (class) {
		node = node_new(parser, open, NODE_CLASS);
		if (node)
			node->value = class;
		return node;
	}
	list = pattern_lists_find(parser->lists, name);
	if (!list) {
		struct str near = pattern_lists_nearest(parser->lists, name);

		if (near.len)
			return wrong(parser, open, "There is no list <"
				     STR_FMT ">; did you mean <" STR_FMT
				     ">? A list stands above what uses it.",
				     STR_ARG(name), STR_ARG(near));
		return wrong(parser, open, "There is no list <" STR_FMT ">. "
			     "A list stands above what uses it; a part to "
			     "be remembered is written <" STR_FMT ": ...>.",
			     STR_ARG(name), STR_ARG(name));
	}
	if (!count_nodes(parser, open, node_size(list->choice, 0)))
		return NULL;
	node = ARENA_NEW(parser->arena, struct node);
	*node = *list->choice;
	return node;
}

static struct node *parse_angle(struct parser *parser)
{
	size_t open = parser->at++, end = open + 1;
	struct str name;

	if (byte_at(parser, end) == PART_MARK) {
		struct node *node = node_new(parser, open, NODE_NOTHING);

		if (node && !part_read(parser->source, &parser->at, node))
			return unclosed(parser, open);
		return node;
	}
	while (!ends_word(parser, end) && byte_at(parser, end) != ':')
		end++;
	name = str_slice(parser->source, open + 1, end);
	if (!name.len)
		return wrong(parser, open, "After < comes the name of a "
			     "list, without a blank: <we>.");
	parser->at = end + 1;
	if (byte_at(parser, end) == ':')
		return parse_capture(parser, open, name);
	if (byte_at(parser, end) != '>')
		return unclosed(parser, open);
	return parse_list(parser, open, name);
}

static struct node *parse_gap(struct parser *parser)
{
	struct node *node = node_new(parser, parser->at, NODE_GAP);

	parser->at += 2;
	if (byte_at(parser, parser->at) == '.')
		return wrong(parser, parser->at, "Two dots, .., stand for up "
			     "to %d words; there are no three.", GAP_MAX);
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
		if (byte_at(parser, parser->at) == mends[i].sign)
			return wrong(parser, parser->at, "%s", mends[i].mend);
	return wrong(parser, parser->at, "Words are missing here.");
}

static struct node *parse_element(struct parser *parser)
{
	char c = byte_at(parser, parser->at);

	if (c == '(')
		return parse_choice(parser);
	if (c == '<')
		return parse_angle(parser);
	if (at_gap(parser, parser->at))
		return parse_gap(parser);
	if (is_sign(c) || at_end_sign(parser) ||
	    parser->at >= parser->source.len)
		return stray_sign(parser);
	return parse_word(parser);
}

/* Does what is being read end here, for better or worse? */
static bool ends_sequence(const struct parser *parser)
{
	char c = byte_at(parser, parser->at);

	if (parser->at >= parser->source.len || c == '|' || c == ')' ||
	    c == '>')
		return true;
	return !parser->depth && at_end_sign(parser);
}

static struct node *parse_sequence(struct parser *parser)
{
	size_t start = parser->at;
	struct kids kids = { 0 };

	skip_blanks(parser);
	do {
		struct node *node = parse_element(parser);

		if (!node)
			return NULL;
		kids_add(parser->arena, &kids, node);
		skip_blanks(parser);
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
	skip_blanks(parser);
	if (byte_at(parser, parser->at) == '^') {
		made->at_start = true;
		parser->at++;
		skip_blanks(parser);
	}
	made->root = parse_sequence(parser);
	if (!made->root)
		return false;
	if (at_end_sign(parser)) {
		made->at_end = true;
		parser->at++;
		skip_blanks(parser);
	}
	if (parser->at < parser->source.len)
		return stray_sign(parser);
	made->capture = parser->capture;
	if (begins_with_gap(made->root))
		return wrong(parser, 0, "A pattern begins with a word, not "
			     "with .. .");
	if (is_nullable(made->root))
		return wrong(parser, 0, "Every word of this pattern may be "
			     "left out, so it would be found everywhere. Take "
			     "the ? from one of them.");
	return true;
}

bool pattern_parse(struct arena *arena, struct str source,
		   const struct pattern_lists *lists, struct pattern *pattern,
		   struct error *err)
{
	struct parser parser = {
		.arena = arena, .source = source, .lists = lists, .err = err,
	};
	struct pattern made = { 0 };
	bool parsed;

	if (source.len > PATTERN_MAX_BYTES)
		return wrong(&parser, 0, "This pattern is longer than %d "
			     "bytes. Make two of it.", PATTERN_MAX_BYTES);
	parsed = parse_anchored(&parser, &made);
	strbuf_release(&parser.key);
	if (parsed)
		*pattern = made;
	return parsed;
}
