/* Words of a pattern become the keys that texts are compared by. */
#include "pattern_parser.h"
#include "text_parts.h"

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_plain_word(struct str word)
{
	size_t i = 0;

	while (i < word.len && is_letter(word.ptr[i]))
		i++;
	return i == word.len;
}

static struct node *read_word(struct parser *parser, size_t at, struct str word)
{
	struct node *node = parser_node(parser, at, NODE_WORD);

	if (!node)
		return NULL;
	strbuf_truncate(&parser->key, 0);
	text_key(&parser->key, word);
	node->key = arena_str(parser->arena, strbuf_str(&parser->key));
	return node;
}

/*
 * What is not letters alone (don't, follow-up, 16:00) is read as a text is,
 * so that the pattern has the words the text will have.
 */
static struct node *read_as_text(struct parser *parser, size_t at,
				 struct str words)
{
	struct kids kids = { 0 };
	struct text text = text_parse(parser->arena, words);

	for (uint32_t i = 0; i < text.nr_words; i++) {
		struct node *node = parser_node(parser, at, NODE_WORD);

		if (!node)
			return NULL;
		node->key = text.words[i].key;
		kids_add(parser, &kids, node);
	}
	if (!kids.nr)
		return parser_wrong(
			parser, at,
			"\"" STR_FMT "\" is no word. Leave marks out: a "
			"pattern is words and the signs * ( | ) ? .. ^ $ _ "
			"< >.",
			STR_ARG(words));
	return kids_node(parser, at, &kids, NODE_SEQUENCE);
}

/* "two hundred and fifty" is one word of a text, so it is one here. */
static struct node *read_number(struct parser *parser, size_t start)
{
	size_t end = start;
	struct text text;

	while (is_letter(parser_byte(parser, end)) ||
	       parser_is_blank(parser_byte(parser, end)) ||
	       parser_byte(parser, end) == '-')
		end++;
	text = text_parse(parser->arena, str_slice(parser->source, start, end));
	end = start + text.words[0].end;
	if (end > parser->at)
		parser->at = end;
	return read_as_text(parser, start,
			    str_slice(parser->source, start, parser->at));
}

static struct node *parse_prefix(struct parser *parser, size_t start,
				 struct str word)
{
	struct node *node;

	if (!parser_ends_word(parser, parser->at + 1) || !is_plain_word(word))
		return parser_wrong(parser, start,
				    "A * stands at the end of the "
				    "beginning of a word: apologi*.");
	parser->at++;
	node = read_word(parser, start, word);
	if (node)
		node->kind = NODE_PREFIX;
	return node;
}

struct node *parser_word(struct parser *parser)
{
	size_t start = parser->at;
	struct str word, host;
	struct node *node;

	while (!parser_ends_word(parser, parser->at))
		parser->at++;
	word = str_slice(parser->source, start, parser->at);
	if (parser_byte(parser, parser->at) == '*')
		return parse_prefix(parser, start, word);
	if (str_equal(word, STR("_")))
		return parser_node(parser, start, NODE_ANY);
	if (!is_plain_word(word))
		return read_as_text(parser, start, word);
	node = read_word(parser, start, word);
	if (!node)
		return NULL;
	if (!is_letter(node->key.ptr[0]))
		return read_number(parser, start);
	if (contraction_find(node->key, &host))
		return read_as_text(parser, start, word);
	return node;
}
