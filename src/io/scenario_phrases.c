/*
 * What facts and topics are heard by. A plain phrase is read generously, one
 * with signs is a pattern of the rubric's language; all of them become one
 * matcher.
 */
#include "scenario_yaml.h"

static bool make_phrase(struct loader *loader, struct str source,
			struct pattern *pattern, struct error *err)
{
	static const struct pattern_lists no_lists = { 0 };
	const struct scenario *scenario = loader->scenario;
	struct pattern_fill fills[LOADER_MAX_FILLS + 2];
	struct strbuf filled = { 0 };
	bool made, parsed = false;

	for (size_t i = 0; i < scenario->nr_fills; i++)
		fills[i] = (struct pattern_fill){ scenario->fills[i].name,
						  scenario->fills[i].value };
	made = pattern_with_fills(&filled, source, fills, scenario->nr_fills,
				  err);
	loader->phrase_bytes += filled.len;
	if (made && pattern_is_plain(source))
		parsed = pattern_plain(&loader->yaml.tree, strbuf_str(&filled),
				       pattern, err);
	else if (made)
		parsed = pattern_parse(&loader->yaml.tree, strbuf_str(&filled),
				       &no_lists, pattern, err);
	/* with fills put in, the column is not the file's any more */
	if (made && !parsed && !str_equal(strbuf_str(&filled), source))
		err->column = 0;
	strbuf_release(&filled);
	return parsed;
}

static void add_phrase(struct loader *loader, const struct yaml_node *node,
		       uint32_t id)
{
	struct str source = yaml_text(node);
	struct pattern pattern;
	struct error err = { .kind = ERROR_NONE };

	if (!yaml_is(&loader->yaml, node, YAML_TEXT, "heard"))
		return;
	if (loader->phrase_bytes > LOADER_MAX_PHRASES)
		yaml_problem(&loader->yaml, node, "too many phrases: at most "
			     "%d KiB altogether", LOADER_MAX_PHRASES >> 10);
	else if (source.len > LOADER_MAX_PHRASE)
		yaml_problem(&loader->yaml, node, "this phrase is too long: "
			     "at most %d bytes; take it apart",
			     LOADER_MAX_PHRASE);
	else if (make_phrase(loader, source, &pattern, &err))
		matcher_add(loader->phrases, &pattern, id);
	else
		yaml_problem_inside(&loader->yaml, node,
				    err.column ? err.column - 1 : 0, "%s",
				    err.text);
}

void loader_phrases(struct loader *loader, const struct yaml_node *value,
		    uint32_t id)
{
	if (value->kind != YAML_LIST) {
		add_phrase(loader, value, id);
		return;
	}
	if (!value->len)
		yaml_problem(&loader->yaml, value, "heard is empty");
	for (const struct yaml_node *at = value->first; at; at = at->next)
		add_phrase(loader, at, id);
}
