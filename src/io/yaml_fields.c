/*
 * Mappings by table: every key is checked, then the values are read in the
 * order of the table, so that a table can say what must be known first.
 */
#include "yaml.h"

#include <assert.h>

#include "rehearse/utf8.h"

struct str yaml_text(const struct yaml_node *node)
{
	if (node->kind != YAML_TEXT || !node->len)
		return STR("");
	return (struct str){ node->ptr, node->len };
}

bool yaml_is(struct yaml *yaml, const struct yaml_node *node,
	     enum yaml_kind kind, const char *name)
{
	static const char *const kinds[] = {
		[YAML_TEXT] = "a text",
		[YAML_LIST] = "a list: [one, two] or lines with '- '",
		[YAML_MAP] = ("keys with values: lines with 'key: value', or "
			      "{key: value}"),
	};

	if (node->kind == kind)
		return true;
	if (kind == YAML_TEXT && node->kind == YAML_MAP)
		yaml_problem(yaml, node, "%s must be a text; one that begins "
			     "with { or holds ': ' needs double quotes", name);
	else
		yaml_problem(yaml, node, "%s must be %s", name, kinds[kind]);
	return false;
}

const struct yaml_node *yaml_find(const struct yaml_node *map, struct str key)
{
	const struct yaml_node *at;

	if (map->kind != YAML_MAP)
		return NULL;
	for (at = map->first; at; at = at->next->next)
		if (at->kind == YAML_TEXT && str_equal(yaml_text(at), key))
			return at->next;
	return NULL;
}

bool yaml_format(struct yaml *yaml, const struct yaml_node *root,
		 const char *format)
{
	const struct yaml_node *said = yaml_find(root, STR("format"));

	if (root->kind != YAML_MAP) {
		yaml_problem(yaml, root, "this is no file of ours: it should "
			     "begin with 'format: %s'", format);
		return false;
	}
	if (!said || str_equal(yaml_text(said), str_from(format)))
		return true;
	yaml_problem(yaml, said, "the format should be '%s', not '" STR_FMT
		     "'", format, STR_ARG(yaml_short(yaml_text(said))));
	return false;
}

/* ---- tables ------------------------------------------------------------ */

static void unknown_key(struct yaml *yaml, const struct yaml_node *key,
			const struct yaml_table *table)
{
	struct str keys[YAML_MAX_FIELDS], nearest;
	struct str name = yaml_short(yaml_text(key));

	if (yaml_full(yaml)) {
		yaml_problem(yaml, key, "unknown key");
		return;
	}
	if (key->kind != YAML_TEXT) {
		yaml_problem(yaml, key, "a key must be a word; a text that "
			     "begins with { or [ needs double quotes");
		return;
	}
	for (size_t i = 0; i < table->nr; i++)
		keys[i] = str_from(table->fields[i].key);
	nearest = str_nearest(keys, table->nr, yaml_text(key));
	if (str_find(yaml_text(key), STR(":\""), 0) < key->len)
		yaml_problem(yaml, key, "a blank is missing behind the ':'");
	else if (str_find(yaml_text(key), STR(" "), 0) < key->len)
		yaml_problem(yaml, key, "'" STR_FMT "' is read as a key, which "
			     "%s doesn't have; a text with ': ' in it, or "
			     "with ',' inside { }, needs double quotes",
			     STR_ARG(name), table->what);
	else if (nearest.len)
		yaml_problem(yaml, key, "unknown key '" STR_FMT "'; did you "
			     "mean '" STR_FMT "'?", STR_ARG(name),
			     STR_ARG(nearest));
	else
		yaml_problem(yaml, key, "unknown key '" STR_FMT "' in %s",
			     STR_ARG(name), table->what);
}

static size_t field_of(const struct yaml_table *table, struct str key)
{
	size_t i = 0;

	while (i < table->nr && !str_equal(str_from(table->fields[i].key), key))
		i++;
	return i;
}

bool yaml_map(struct yaml *yaml, const struct yaml_node *map,
	      const struct yaml_table *table, void *target)
{
	const struct yaml_node *keys[YAML_MAX_FIELDS] = { NULL };

	assert(table->nr <= YAML_MAX_FIELDS);
	if (!yaml_is(yaml, map, YAML_MAP, table->what))
		return false;
	for (const struct yaml_node *key = map->first; key;
	     key = key->next->next) {
		size_t i = field_of(table, yaml_text(key));

		if (i == table->nr)
			unknown_key(yaml, key, table);
		else if (keys[i])
			yaml_problem(yaml, key, "key '%s' stands here a "
				     "second time; the first is in line %u",
				     table->fields[i].key, keys[i]->line);
		else
			keys[i] = key;
	}
	for (size_t i = 0; i < table->nr; i++) {
		const struct yaml_field *field = &table->fields[i];

		if (keys[i])
			field->read(yaml, field, keys[i]->next,
				    (char *)target + field->offset);
		else if (field->required)
			yaml_problem(yaml, map, "%s needs the key '%s'",
				     table->what, field->key);
	}
	return true;
}

/* ---- readers for common types ------------------------------------------ */

void yaml_nothing(struct yaml *yaml, const struct yaml_field *field,
		  const struct yaml_node *value, void *target)
{
	(void)yaml;
	(void)field;
	(void)value;
	(void)target;
}

void yaml_string(struct yaml *yaml, const struct yaml_field *field,
		 const struct yaml_node *value, void *target)
{
	struct str *string = target;
	struct str text = str_trim(yaml_text(value));

	if (!yaml_is(yaml, value, YAML_TEXT, field->key))
		return;
	if (!text.len)
		yaml_problem(yaml, value, "%s is empty", field->key);
	else if (utf8_count(text, text.len) > YAML_MAX_CHARACTERS)
		yaml_problem(yaml, value, "%s is too long: at most %d "
			     "characters", field->key, YAML_MAX_CHARACTERS);
	else
		*string = arena_str(yaml->arena, text);
}

/* 55, +5, -10; at most nine digits, none of YAML's other notations. */
static bool parse_number(struct str text, int *number)
{
	bool minus = str_starts_with(text, STR("-"));
	uint64_t digits;

	if (minus || str_starts_with(text, STR("+")))
		text = str_slice(text, 1, text.len);
	if (text.len > 9 || (text.len > 1 && text.ptr[0] == '0') ||
	    !str_number(text, 999999999, &digits))
		return false;
	*number = minus ? -(int)digits : (int)digits;
	return true;
}

void yaml_number(struct yaml *yaml, const struct yaml_field *field,
		 const struct yaml_node *value, void *target)
{
	int *number = target;
	int read;

	if (value->kind != YAML_TEXT || value->style != YAML_PLAIN ||
	    !parse_number(yaml_text(value), &read) || read < field->min ||
	    read > field->max)
		yaml_problem(yaml, value, "%s must be a whole number from %d "
			     "to %d", field->key, field->min, field->max);
	else
		*number = read;
}

void yaml_bool(struct yaml *yaml, const struct yaml_field *field,
	       const struct yaml_node *value, void *target)
{
	static const struct {
		const char *word;
		bool value;
	} words[] = {
		{ "true", true }, { "yes", true }, { "on", true },
		{ "false", false }, { "no", false }, { "off", false },
	};
	bool *boolean = target;

	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		struct str word = str_from(words[i].word);

		if (value->kind != YAML_TEXT || value->style != YAML_PLAIN ||
		    !str_equal_nocase(yaml_text(value), word))
			continue;
		*boolean = words[i].value;
		return;
	}
	yaml_problem(yaml, value, "%s is either true or false", field->key);
}

void yaml_inner(struct yaml *yaml, const struct yaml_field *field,
		const struct yaml_node *value, void *target)
{
	yaml_map(yaml, value, field->table, target);
}

/* A list of more than these is no help in a message. */
enum { MANY_TERMS = 24 };

static void not_a_term(struct yaml *yaml, const struct yaml_field *field,
		       const struct yaml_node *value)
{
	struct str word = yaml_short(yaml_text(value));
	struct str nearest = yaml_full(yaml)
				     ? STR("")
				     : terms_nearest(field->terms, word);
	struct strbuf all = { 0 };

	terms_list(field->terms, &all);
	if (!word.len)
		yaml_problem(yaml, value, "%s must be one of: %s", field->key,
			     all.ptr);
	else if (nearest.len)
		yaml_problem(yaml, value, "%s cannot be '" STR_FMT "'; did you "
			     "mean '" STR_FMT "'?", field->key, STR_ARG(word),
			     STR_ARG(nearest));
	else if (field->terms->nr > MANY_TERMS)
		yaml_problem(yaml, value, "%s cannot be '" STR_FMT "'%s",
			     field->key, STR_ARG(word),
			     field->terms != &behaviour_terms ? "" :
			     "; `rehearse explain` lists the behaviours");
	else
		yaml_problem(yaml, value, "%s cannot be '" STR_FMT "'; it is "
			     "one of: %s", field->key, STR_ARG(word), all.ptr);
	strbuf_release(&all);
}

/* The value of a word of the field's terms, or -1 with a problem. */
static int term_of(struct yaml *yaml, const struct yaml_field *field,
		   const struct yaml_node *value)
{
	int term = terms_find(field->terms, yaml_text(value));

	if (value->kind == YAML_TEXT && term >= 0)
		return term;
	not_a_term(yaml, field, value);
	return -1;
}

void yaml_term(struct yaml *yaml, const struct yaml_field *field,
	       const struct yaml_node *value, void *target)
{
	int *term = target;
	int read = term_of(yaml, field, value);

	if (read >= 0)
		*term = read;
}

void yaml_terms_long(struct yaml *yaml, const struct yaml_field *field,
		     const struct yaml_node *value, void *target)
{
	uint64_t *bits = target;
	int term;

	assert(field->terms->nr <= 64);
	if (value->kind != YAML_LIST) {
		term = term_of(yaml, field, value);
		*bits = term < 0 ? 0 : (uint64_t)1 << term;
		return;
	}
	*bits = 0;
	for (const struct yaml_node *at = value->first; at; at = at->next) {
		term = term_of(yaml, field, at);
		if (term >= 0)
			*bits |= (uint64_t)1 << term;
	}
}

void yaml_terms(struct yaml *yaml, const struct yaml_field *field,
		const struct yaml_node *value, void *target)
{
	uint32_t *bits = target;
	uint64_t read;

	yaml_terms_long(yaml, field, value, &read);
	*bits = (uint32_t)read;
}
