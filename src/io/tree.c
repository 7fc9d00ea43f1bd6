#include "tree.h"

#include <string.h>
#include <yaml.h>

struct reader {
	struct arena *arena;
	struct str path;
	const struct tree_limits *limits;
	yaml_parser_t parser;
	struct error *err;
};

/* An open list or map, and where its next member goes. */
struct level {
	struct tree *node;
	struct tree **next;
	struct str key;
	bool has_key;
	unsigned nr_keys;
};

static bool fail_at(struct reader *reader, yaml_mark_t mark,
		    const char *message)
{
	return error_at(reader->err, reader->path,
			(unsigned)mark.line + reader->limits->first_line,
			(unsigned)mark.column + 1, "%s", message);
}

static bool fail_in_parser(struct reader *reader)
{
	const yaml_parser_t *parser = &reader->parser;
	yaml_mark_t mark = parser->problem_mark;

	if (parser->error == YAML_MEMORY_ERROR)
		out_of_memory();
	if (!parser->problem)
		return fail_at(reader, mark, "this is no YAML.");
	return error_at(reader->err, reader->path,
			(unsigned)mark.line + reader->limits->first_line,
			(unsigned)mark.column + 1, "this is no YAML: %s.",
			parser->problem);
}

static struct str event_text(struct reader *reader, const yaml_event_t *event)
{
	return arena_str(reader->arena, (struct str){
		(const char *)event->data.scalar.value,
		event->data.scalar.length,
	});
}

static bool has_member(const struct tree *map, struct str key)
{
	for (const struct tree *kid = map->kids; kid; kid = kid->next)
		if (str_equal(kid->key, key))
			return true;
	return false;
}

/* Hangs a node into the open list or map. */
static struct tree *add_node(struct reader *reader, struct level *level,
			     const yaml_event_t *event, enum tree_kind kind)
{
	struct tree *node = ARENA_NEW(reader->arena, struct tree);

	node->kind = kind;
	node->key = level->key;
	node->line = (unsigned)event->start_mark.line +
		     reader->limits->first_line;
	node->column = (unsigned)event->start_mark.column + 1;
	*level->next = node;
	level->next = &node->next;
	level->has_key = false;
	return node;
}

/* The key of a map's next member. */
static bool take_key(struct reader *reader, struct level *level,
		     const yaml_event_t *event)
{
	if (event->type != YAML_SCALAR_EVENT)
		return fail_at(reader, event->start_mark,
			       "a key is a single word.");
	if (level->nr_keys++ == TREE_MAX_KEYS)
		return fail_at(reader, event->start_mark,
			       "there are too many keys here.");
	level->key = event_text(reader, event);
	if (has_member(level->node, level->key))
		return fail_at(reader, event->start_mark,
			       "this key was given before.");
	level->has_key = true;
	return true;
}

static bool is_plain_event(const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		return !event->data.scalar.anchor && !event->data.scalar.tag;
	case YAML_SEQUENCE_START_EVENT:
		return !event->data.sequence_start.anchor &&
		       !event->data.sequence_start.tag;
	case YAML_MAPPING_START_EVENT:
		return !event->data.mapping_start.anchor &&
		       !event->data.mapping_start.tag;
	default:
		return event->type != YAML_ALIAS_EVENT;
	}
}

static bool take_event(struct reader *reader, struct level *levels,
		       unsigned *depth, const yaml_event_t *event)
{
	struct level *level = &levels[*depth];
	bool starts = event->type == YAML_SEQUENCE_START_EVENT ||
		      event->type == YAML_MAPPING_START_EVENT;
	struct tree *node;

	if (!is_plain_event(event))
		return fail_at(reader, event->start_mark, "anchors, aliases "
			       "and tags are not used here.");
	if (event->type == YAML_SEQUENCE_END_EVENT ||
	    event->type == YAML_MAPPING_END_EVENT) {
		--*depth;
		return true;
	}
	if (!starts && event->type != YAML_SCALAR_EVENT)
		return true;
	if (level->node && level->node->kind == TREE_MAP && !level->has_key)
		return take_key(reader, level, event);
	if (!starts) {
		node = add_node(reader, level, event, TREE_SCALAR);
		node->text = event_text(reader, event);
		node->quoted = event->data.scalar.style !=
			       YAML_PLAIN_SCALAR_STYLE;
		return true;
	}
	if (*depth == reader->limits->depth)
		return fail_at(reader, event->start_mark,
			       "lists are nested too deeply here.");
	node = add_node(reader, level, event,
			event->type == YAML_MAPPING_START_EVENT ? TREE_MAP :
			TREE_LIST);
	levels[++*depth] = (struct level){ .node = node,
					   .next = &node->kids };
	return true;
}

static bool read_events(struct reader *reader, struct tree **root)
{
	struct level *levels = ARENA_ARRAY(reader->arena, struct level,
					   reader->limits->depth + 1);
	unsigned depth = 0;
	bool more = true;

	*root = NULL;
	levels[0].next = root;
	while (more) {
		yaml_event_t event;
		bool taken;

		if (!yaml_parser_parse(&reader->parser, &event))
			return fail_in_parser(reader);
		more = event.type != YAML_STREAM_END_EVENT;
		taken = take_event(reader, levels, &depth, &event);
		yaml_event_delete(&event);
		if (!taken)
			return false;
	}
	return true;
}

/*
 * libyaml takes seconds over thousands of %TAG lines before its first event,
 * so directives are refused by looking for them first.
 */
static bool has_directive(struct str bytes)
{
	return str_starts_with(bytes, STR("%")) ||
	       str_find(bytes, STR("\n%"), 0) != bytes.len;
}

bool tree_read(struct arena *arena, struct str path, struct str bytes,
	       const struct tree_limits *limits, struct tree **root,
	       struct error *err)
{
	struct reader reader = {
		.arena = arena,
		.path = path,
		.limits = limits,
		.err = err,
	};
	struct tree *tree;
	bool read;

	if (has_directive(bytes))
		return error_at(err, path, limits->first_line, 1,
				"YAML directives (%%) are not used here.");
	if (!yaml_parser_initialize(&reader.parser))
		out_of_memory();
	yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&reader.parser,
				     (const unsigned char *)bytes.ptr,
				     bytes.len);
	read = read_events(&reader, &tree);
	yaml_parser_delete(&reader.parser);
	if (!read)
		return false;
	if (!tree || tree->next)
		return error_at(err, path, limits->first_line, 1,
				"this is not one document.");
	*root = tree;
	return true;
}

const struct tree *tree_get(const struct tree *map, const char *key)
{
	for (const struct tree *kid = map->kids; kid; kid = kid->next)
		if (str_equal(kid->key, str_from(key)))
			return kid;
	return NULL;
}

size_t tree_count(const struct tree *list)
{
	size_t nr = 0;

	for (const struct tree *kid = list->kids; kid; kid = kid->next)
		nr++;
	return nr;
}
