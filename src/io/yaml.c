/*
 * libyaml lets through what nobody means (duplicate keys, escape characters
 * written as "\e") and can be made to work for seconds by a small file
 * (directives, nesting), so the bytes are looked at before, and its events
 * are counted.
 */
#include "yaml.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "rehearse/file.h"
#include "rehearse/utf8.h"

/* Texts are packed into pieces of this size. */
enum { PIECE = 4096 };

struct tree {
	struct yaml *yaml;
	yaml_parser_t parser;
	struct str bytes;
	unsigned nr_events;
	struct yaml_node *root;
	struct open {
		struct yaml_node *node;
		struct yaml_node **end; /* where the next node is hung up */
	} open[YAML_MAX_DEPTH];
	unsigned depth;
	char *piece;
	size_t piece_left;
	bool refused; /* what the tree says is not what the file means */
};

__attribute__((format(printf, 4, 0)))
static void add_problem(struct yaml *yaml, unsigned line, unsigned column,
			const char *format, va_list args)
{
	struct error err;

	yaml->nr_problems++;
	/* a file of 8 MB may have as many: only count them */
	if (yaml->problems->nr == PROBLEMS_MAX) {
		yaml->problems->dropped++;
		return;
	}
	error_at_v(&err, yaml->path, line, column, format, args);
	problems_add(yaml->problems, yaml->arena, &err);
}

__attribute__((format(printf, 4, 5)))
static void problem_at(struct yaml *yaml, size_t line, size_t column,
		       const char *format, ...)
{
	va_list args;

	va_start(args, format);
	if (line)
		line += yaml->lines_before;
	add_problem(yaml, (unsigned)line, (unsigned)column, format, args);
	va_end(args);
}

void yaml_problem(struct yaml *yaml, const struct yaml_node *node,
		  const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_problem(yaml, node->line, node->column, format, args);
	va_end(args);
}

void yaml_problem_inside(struct yaml *yaml, const struct yaml_node *node,
			 size_t inside, const char *format, ...)
{
	unsigned column = node->column;
	va_list args;

	if (node->exact)
		column += (unsigned)inside + (node->style != YAML_PLAIN);
	va_start(args, format);
	add_problem(yaml, node->line, column, format, args);
	va_end(args);
}

bool yaml_full(const struct yaml *yaml)
{
	return yaml->problems->nr == PROBLEMS_MAX;
}

struct str yaml_short(struct str text)
{
	enum { SHORT = 40 };

	if (text.len <= SHORT)
		return text;
	text.len = SHORT;
	text.len = utf8_whole(text);
	return text;
}

/* ---- before libyaml ---------------------------------------------------- */

/* What libyaml's reader would refuse as well, but without a line. */
static bool is_refused(struct str bytes, size_t at, uint32_t character)
{
	if (character == '\r')
		return at == bytes.len || bytes.ptr[at] != '\n';
	return utf8_is_control(character) || character == 0xfffe ||
	       character == 0xffff;
}

static bool check_bytes(struct yaml *yaml, struct str bytes)
{
	size_t nr_before = yaml->nr_problems;
	size_t line = 1, column = 1, at = 0;

	while (at < bytes.len) {
		uint32_t character = utf8_next(bytes, &at);

		if (character == UTF8_INVALID) {
			problem_at(yaml, line, column, "this is not UTF-8 "
				   "(byte %02X); save the file as UTF-8",
				   (unsigned char)bytes.ptr[at - 1]);
			return false;
		}
		if (is_refused(bytes, at, character))
			problem_at(yaml, line, column, "a control character "
				   "(U+%04X) stands here; take it out",
				   (unsigned)character);
		if (character == '%' && column == 1) {
			problem_at(yaml, line, column, "a line cannot begin "
				   "with %%: directives are not allowed");
			return false;
		}
		column++;
		if (character == '\n') {
			line++;
			column = 1;
		}
	}
	return yaml->nr_problems == nr_before;
}

/* ---- events to nodes --------------------------------------------------- */

static const char *tree_text(struct tree *tree, struct str text)
{
	char *copy;

	if (!text.len)
		return "";
	if (text.len > tree->piece_left) {
		size_t room = text.len > PIECE ? text.len : PIECE;

		tree->piece = arena_alloc(&tree->yaml->tree, room, 1);
		tree->piece_left = room;
	}
	copy = tree->piece;
	memcpy(copy, text.ptr, text.len);
	tree->piece += text.len;
	tree->piece_left -= text.len;
	return copy;
}

static struct yaml_node *tree_add(struct tree *tree, const yaml_event_t *event,
				  enum yaml_kind kind)
{
	struct yaml_node *node = ARENA_NEW(&tree->yaml->tree, struct yaml_node);

	node->kind = (uint8_t)kind;
	node->line = (uint32_t)event->start_mark.line + 1 +
		     tree->yaml->lines_before;
	node->column = (uint32_t)event->start_mark.column + 1;
	if (tree->depth) {
		struct open *open = &tree->open[tree->depth - 1];

		*open->end = node;
		open->end = &node->next;
		open->node->len++;
	} else {
		tree->root = node;
	}
	return node;
}

static bool is_key(const struct tree *tree)
{
	const struct yaml_node *map;

	if (!tree->depth)
		return false;
	map = tree->open[tree->depth - 1].node;
	return map->kind == YAML_MAP && map->len % 2 == 0;
}

static void refuse_extras(struct tree *tree, const yaml_event_t *event,
			  const yaml_char_t *anchor, const yaml_char_t *tag)
{
	size_t line = event->start_mark.line + 1;
	size_t column = event->start_mark.column + 1;

	if (anchor)
		problem_at(tree->yaml, line, column, "anchors (&name) are not "
			   "allowed; a text that begins with & needs double "
			   "quotes");
	if (tag)
		problem_at(tree->yaml, line, column, "tags (!name) are not "
			   "allowed; a text that begins with ! needs double "
			   "quotes");
}

/* Late" - an end without a beginning: the mark would be heard. */
static void refuse_half_quoted(struct yaml *yaml, const struct yaml_node *node)
{
	struct str text = yaml_text(node);

	if (str_ends_with(text, STR("\"")) &&
	    str_find(text, STR("\""), 0) == text.len - 1)
		yaml_problem(yaml, node, "the double quote that ends this "
			     "text has none at its beginning");
}

static void refuse_controls(struct yaml *yaml, const struct yaml_node *node)
{
	struct str text = yaml_text(node);
	size_t at = 0;

	while (at < text.len) {
		uint32_t character = utf8_next(text, &at);

		if (!utf8_is_control(character))
			continue;
		yaml_problem(yaml, node, "this text holds a control character "
			     "(U+%04X), written as an escape; take it out",
			     (unsigned)character);
		return;
	}
}

static enum yaml_style style_of(yaml_scalar_style_t style)
{
	if (style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		return YAML_DOUBLE;
	if (style == YAML_SINGLE_QUOTED_SCALAR_STYLE)
		return YAML_SINGLE;
	return style == YAML_PLAIN_SCALAR_STYLE ? YAML_PLAIN : YAML_BLOCK;
}

static void add_text(struct tree *tree, const yaml_event_t *event)
{
	struct str text = { (const char *)event->data.scalar.value,
			    event->data.scalar.length };
	bool key = is_key(tree);
	struct yaml_node *node = tree_add(tree, event, YAML_TEXT);
	size_t width = event->end_mark.column - event->start_mark.column;

	refuse_extras(tree, event, event->data.scalar.anchor,
		      event->data.scalar.tag);
	node->ptr = tree_text(tree, text);
	node->len = (uint32_t)text.len;
	node->style = (uint8_t)style_of(event->data.scalar.style);
	if (event->start_mark.line == event->end_mark.line)
		node->exact = utf8_count(text, text.len) +
			      (node->style == YAML_PLAIN ? 0 : 2) == width;
	if (node->style == YAML_DOUBLE)
		refuse_controls(tree->yaml, node);
	if (node->style == YAML_PLAIN)
		refuse_half_quoted(tree->yaml, node);
	if (key && node->style == YAML_PLAIN && str_equal(text, STR("<<"))) {
		yaml_problem(tree->yaml, node, "merge keys (<<) are not "
			     "allowed; write the keys out");
		tree->refused = true;
	}
}

/* False: too deep to go on. */
static bool open_collection(struct tree *tree, const yaml_event_t *event,
			    enum yaml_kind kind)
{
	struct yaml_node *node;

	if (tree->depth == YAML_MAX_DEPTH) {
		problem_at(tree->yaml, event->start_mark.line + 1,
			   event->start_mark.column + 1,
			   "lists and mappings nest more than %d deep here",
			   YAML_MAX_DEPTH);
		return false;
	}
	if (kind == YAML_LIST)
		refuse_extras(tree, event, event->data.sequence_start.anchor,
			      event->data.sequence_start.tag);
	else
		refuse_extras(tree, event, event->data.mapping_start.anchor,
			      event->data.mapping_start.tag);
	node = tree_add(tree, event, kind);
	tree->open[tree->depth++] = (struct open){ node, &node->first };
	return true;
}

/* An alias stands for nothing here, so what is read is not what is meant. */
static void refuse_alias(struct tree *tree, const yaml_event_t *event)
{
	tree_add(tree, event, YAML_TEXT);
	tree->refused = true;
	problem_at(tree->yaml, event->start_mark.line + 1,
		   event->start_mark.column + 1, "aliases (*name) are not "
		   "allowed; a text that begins with * needs double quotes");
}

/* False: nothing more is to be read. */
static bool tree_event(struct tree *tree, const yaml_event_t *event)
{
	if (++tree->nr_events > YAML_MAX_EVENTS) {
		problem_at(tree->yaml, event->start_mark.line + 1,
			   event->start_mark.column + 1, "the file holds too "
			   "much: more than %d keys, texts and lists",
			   YAML_MAX_EVENTS);
		return false;
	}
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		if (!tree->root)
			return true;
		problem_at(tree->yaml, event->start_mark.line + 1,
			   event->start_mark.column + 1,
			   "a second document begins here; a file holds one");
		return false;
	case YAML_SCALAR_EVENT:
		add_text(tree, event);
		return true;
	case YAML_ALIAS_EVENT:
		refuse_alias(tree, event);
		return true;
	case YAML_SEQUENCE_START_EVENT:
		return open_collection(tree, event, YAML_LIST);
	case YAML_MAPPING_START_EVENT:
		return open_collection(tree, event, YAML_MAP);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		tree->depth--;
		return true;
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_STREAM_END_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		return true;
	}
	return true;
}

/* ---- the file as a whole ----------------------------------------------- */

static struct yaml_place place_of(yaml_mark_t mark)
{
	return (struct yaml_place){ mark.line, mark.column };
}

static void add_syntax_problem(const struct tree *tree)
{
	const yaml_parser_t *parser = &tree->parser;
	const struct yaml_stop stop = {
		.bytes = tree->bytes,
		.problem = parser->problem ? parser->problem : "",
		.at = place_of(parser->problem_mark),
		.context = place_of(parser->context_mark),
	};
	struct yaml_mistake mistake = yaml_explain(&stop);

	if (mistake.words)
		problem_at(tree->yaml, mistake.place.line + 1,
			   mistake.place.column + 1, "%s", mistake.words);
	else
		problem_at(tree->yaml, stop.at.line + 1, stop.at.column + 1,
			   "this is not YAML (%s); a text with ': ' or ' #' "
			   "in it needs double quotes", stop.problem);
}

/* False: the file cannot be read to its end. */
static bool tree_build(struct tree *tree)
{
	bool more = true, whole = true;

	while (more) {
		yaml_event_t event;

		if (!yaml_parser_parse(&tree->parser, &event)) {
			if (tree->parser.error == YAML_MEMORY_ERROR)
				out_of_memory();
			add_syntax_problem(tree);
			return false;
		}
		whole = tree_event(tree, &event);
		more = whole && event.type != YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	return whole && !tree->refused;
}

const struct yaml_node *yaml_read(struct yaml *yaml, struct str bytes)
{
	struct tree tree = { .yaml = yaml };
	bool built;

	if (bytes.len > FILE_MAX_SCENARIO) {
		problem_at(yaml, 0, 0, "the file is too long: at most %d MiB",
			   FILE_MAX_SCENARIO >> 20);
		return NULL;
	}
	bytes = utf8_without_mark(bytes);
	if (!check_bytes(yaml, bytes))
		return NULL;
	if (!yaml_parser_initialize(&tree.parser))
		out_of_memory();
	yaml_parser_set_encoding(&tree.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&tree.parser,
				     (const unsigned char *)bytes.ptr,
				     bytes.len);
	tree.bytes = bytes;
	built = tree_build(&tree);
	yaml_parser_delete(&tree.parser);
	if (!built)
		return NULL;
	if (!tree.root)
		problem_at(yaml, 0, 0, "there is nothing in this file");
	return tree.root;
}

void yaml_release(struct yaml *yaml)
{
	arena_release(&yaml->tree);
}
