/*
 * Fills: what a user may swap for their own case. They stand in braces in
 * any text and phrase, and are put in while the file is read, so that
 * nothing later has to know of them.
 */
#include <stddef.h>

#include "rehearse/utf8.h"
#include "scenario_yaml.h"

/* ---- what the fills are ------------------------------------------------ */

static void read_default(struct yaml *yaml, const struct yaml_field *field,
			 const struct yaml_node *value, void *target)
{
	struct str *standard = target;
	struct str text = yaml_text(value);

	if (str_find(text, STR("{"), 0) < text.len)
		yaml_problem(yaml, value, "a default cannot hold another fill");
	else if (utf8_count(text, text.len) > LOADER_MAX_FILL)
		yaml_problem(yaml, value, "a default has at most %d characters",
			     LOADER_MAX_FILL);
	else
		yaml_string(yaml, field, value, standard);
}

static const struct yaml_field fill_fields[] = {
	{
		.key = "ask",
		.read = yaml_string,
		.offset = offsetof(struct fill, ask),
		.required = true,
	},
	{
		.key = "default",
		.read = read_default,
		.offset = offsetof(struct fill, standard),
		.required = true,
	},
};
static const struct yaml_table fill_table = {
	"a fill", fill_fields, ARRAY_LEN(fill_fields),
};

/* "me, delay, day": what may be swapped. */
static struct str fill_names(struct loader *loader)
{
	const struct scenario *scenario = loader->scenario;
	struct strbuf names = { 0 };

	for (size_t i = 0; i < scenario->nr_fills; i++)
		strbuf_addf(&names, "%s" STR_FMT, i ? ", " : "",
			    STR_ARG(scenario->fills[i].name));
	return arena_take(&loader->yaml.tree, &names);
}

static struct fill *fill_find(const struct scenario *scenario, struct str name)
{
	for (size_t i = 0; i < scenario->nr_fills; i++)
		if (str_equal(scenario->fills[i].name, name))
			return &scenario->fills[i];
	return NULL;
}

static struct str fill_nearest(struct loader *loader, struct str name)
{
	const struct scenario *scenario = loader->scenario;
	struct str names[LOADER_MAX_FILLS + 2];

	if (yaml_full(&loader->yaml))
		return STR("");
	for (size_t i = 0; i < scenario->nr_fills; i++)
		names[i] = scenario->fills[i].name;
	return str_nearest(names, scenario->nr_fills, name);
}

static void own_fills(struct loader *loader, const struct yaml_node *map)
{
	struct scenario *scenario = loader->scenario;
	struct names names;

	if (!map || !yaml_is(&loader->yaml, map, YAML_MAP, "fill"))
		return;
	names_collect(&loader->yaml, map, "fill", "_-", LOADER_MAX_FILLS,
		      &names);
	for (size_t i = 0; i < names.nr; i++) {
		const struct yaml_node *key = names.keys[i];
		struct fill *fill = &scenario->fills[scenario->nr_fills++];

		if (str_equal(names.ids[i], STR("client")) ||
		    str_equal(names.ids[i], STR("client_name")))
			yaml_problem(&loader->yaml, key, "{client} and "
				     "{client_name} come from client: name");
		fill->name = arena_str(loader->yaml.arena, names.ids[i]);
		fill->standard = fill->name; /* a problem: it has none */
		yaml_map(&loader->yaml, key->next, &fill_table, fill);
		fill->value = fill->standard;
	}
}

/* What one says to them: "Dana" of Dana Whitfield, "Dr. Meyer" of Dr. Ida
 * Meyer. */
static struct str first_name(struct str name, struct arena *arena)
{
	static const char *const titles[] = {
		"mr", "mrs", "ms", "miss", "mx", "dr", "fr", "prof", "professor",
		"sir", "madam", "frau", "herr", "mme", "lady", "lord",
		"father", "sister", "rev", "reverend", "pastor", "rabbi",
		"imam", "captain", "colonel", "lieutenant", "lt", "sergeant",
		"councillor", "cllr", "col", "capt", "major", "sgt", "canon",
		"judge", "coach", "chef", "aunt", "uncle",
	};
	struct str rest = name, word, title, last;

	if (!str_cut(&rest, ' ', &word))
		return name;
	title = word;
	if (str_ends_with(title, STR(".")))
		title.len--;
	for (size_t i = 0; rest.len && i < ARRAY_LEN(titles); i++)
		if (str_equal_nocase(title, str_from(titles[i]))) {
			while (str_cut(&rest, ' ', &last))
				;
			return arena_printf(arena, STR_FMT " " STR_FMT,
					    STR_ARG(word), STR_ARG(last));
		}
	return word;
}

/* The client is swapped like any other fill: {client_name}, {client}. */
static void client_fills(struct loader *loader, const struct yaml_node *root)
{
	static const struct yaml_field field = { .key = "name" };
	struct scenario *scenario = loader->scenario;
	const struct yaml_node *client = yaml_find(root, STR("client"));
	const struct yaml_node *name = NULL;
	struct str standard = STR("the client");

	if (client)
		name = yaml_find(client, STR("name"));
	if (name)
		read_default(&loader->yaml, &field, name, &standard);
	scenario->fills[scenario->nr_fills++] = (struct fill){
		.name = STR("client_name"),
		.ask = STR("What is your client's full name?"),
		.value = standard,
		.standard = standard,
	};
	scenario->fills[scenario->nr_fills++] = (struct fill){
		.name = STR("client"),
		.ask = STR("What do you call your client?"),
		.value = first_name(standard, loader->yaml.arena),
		.standard = first_name(standard, loader->yaml.arena),
	};
}

/* Why a user's value cannot be put in; NULL: it can. */
static const char *value_fault(struct str value)
{
	size_t at = 0;

	if (!value.len)
		return "is empty";
	if (utf8_check(value) < value.len)
		return "is not UTF-8";
	if (utf8_count(value, value.len) > LOADER_MAX_FILL)
		return "is too long: at most 200 characters";
	while (at < value.len) {
		uint32_t character = utf8_next(value, &at);

		if (character == '\n' || utf8_is_control(character))
			return "holds a control character";
	}
	return NULL;
}

static void choose(struct loader *loader, const struct fill_choice *choice)
{
	static const struct yaml_node nowhere = { .kind = YAML_TEXT };
	struct fill *fill = fill_find(loader->scenario, choice->name);
	struct str value = str_trim(choice->value), nearest;
	const char *fault = value_fault(value);

	if (fill && !fault) {
		fill->value = arena_str(loader->yaml.arena, value);
	} else if (fill) {
		yaml_problem(&loader->yaml, &nowhere, "the value of {" STR_FMT
			     "} %s", STR_ARG(fill->name), fault);
	} else {
		nearest = fill_nearest(loader, choice->name);
		yaml_problem(&loader->yaml, &nowhere, "this scenario has no "
			     "{" STR_FMT "} to fill in; %s" STR_FMT "%s",
			     STR_ARG(yaml_short(choice->name)),
			     nearest.len ? "did you mean {" : "it has ",
			     STR_ARG(nearest.len ? nearest
						 : fill_names(loader)),
			     nearest.len ? "}?" : "");
	}
}

static bool is_chosen(const struct fill_choice *choices, size_t nr,
		      struct str name)
{
	for (size_t i = 0; i < nr; i++)
		if (str_equal(choices[i].name, name))
			return true;
	return false;
}

void loader_fills(struct loader *loader, const struct yaml_node *root,
		  const struct fill_choice *choices, size_t nr_choices)
{
	struct scenario *scenario = loader->scenario;
	struct fill *name, *first;

	scenario->fills = ARENA_ARRAY(loader->yaml.arena, struct fill,
				      LOADER_MAX_FILLS + 2);
	own_fills(loader, yaml_find(root, STR("fill")));
	client_fills(loader, root);
	for (size_t i = 0; i < nr_choices; i++)
		choose(loader, &choices[i]);
	name = &scenario->fills[scenario->nr_fills - 2];
	first = &scenario->fills[scenario->nr_fills - 1];
	/* one of the two chosen: the other must not name somebody else */
	if (!is_chosen(choices, nr_choices, STR("client")))
		first->value = first_name(name->value, loader->yaml.arena);
	else if (!is_chosen(choices, nr_choices, STR("client_name")))
		name->value = first->value;
	scenario->client.name = name->value;
	scenario->client.first_name = first->value;
}

/* ---- putting them in --------------------------------------------------- */

static bool is_one_of(uint32_t character, const uint32_t *set, size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		if (set[i] == character)
			return true;
	return false;
}

/* Does a sentence begin behind this text? */
static bool begins_sentence(struct str text)
{
	static const uint32_t quotes[] = { '\'', '"', '(', ')', '[', 0x2018,
					   0x2019, 0x201c, 0x201d };
	static const uint32_t ends[] = { '.', '!', '?', 0x2026 };
	bool blank = false;
	size_t at = text.len;

	while (at) {
		size_t before = utf8_previous(text, at), next = before;
		uint32_t character = utf8_next(text, &next);

		if (character == ' ' || character == '\n')
			blank = true;
		else if (!is_one_of(character, quotes, ARRAY_LEN(quotes)))
			return blank && is_one_of(character, ends,
						  ARRAY_LEN(ends));
		at = before;
	}
	return true;
}

static bool unknown_fill(struct loader *loader, const struct yaml_node *node,
			 size_t at, struct str name)
{
	size_t inside = utf8_count(yaml_text(node), at);
	struct str nearest = fill_nearest(loader, name);

	if (nearest.len)
		yaml_problem_inside(&loader->yaml, node, inside, "unknown fill "
				    "{" STR_FMT "}; did you mean {" STR_FMT
				    "}?", STR_ARG(yaml_short(name)),
				    STR_ARG(nearest));
	else
		yaml_problem_inside(&loader->yaml, node, inside, "unknown fill "
				    "{" STR_FMT "}; fills are declared under "
				    "'fill:'", STR_ARG(yaml_short(name)));
	return false;
}

static bool put_in(struct loader *loader, const struct yaml_node *node,
		   struct strbuf *out)
{
	struct str text = yaml_text(node), rest = text, before;

	while (str_cut(&rest, '{', &before)) {
		const struct fill *fill;
		size_t at = (size_t)(before.ptr - text.ptr) + before.len;
		struct str name;

		strbuf_add(out, before);
		if (!rest.ptr)
			return true;
		if (!str_cut(&rest, '}', &name) || !rest.ptr) {
			yaml_problem_inside(&loader->yaml, node,
					    utf8_count(text, at), "this { is "
					    "never closed; {name} stands for "
					    "a fill");
			return false;
		}
		fill = fill_find(loader->scenario, name);
		if (!fill && loader->answering &&
		    terms_find(&line_slot_terms, name) >= 0) {
			/* filled when it is said */
			strbuf_addf(out, "{" STR_FMT "}", STR_ARG(name));
			continue;
		}
		if (!fill)
			return unknown_fill(loader, node, at, name);
		if (begins_sentence(strbuf_str(out)))
			utf8_add_capitalised(out, fill->value);
		else
			strbuf_add(out, fill->value);
	}
	return true;
}

static void fill_text(struct loader *loader, const struct yaml_field *field,
		      const struct yaml_node *value, struct str *target)
{
	struct strbuf out = { .max = 4 * YAML_MAX_CHARACTERS };
	struct str text = yaml_text(value);
	bool fits;

	if (str_find(text, STR("{"), 0) == text.len) {
		yaml_string(&loader->yaml, field, value, target);
		return;
	}
	if (put_in(loader, value, &out)) {
		text = str_trim(strbuf_str(&out));
		loader->filled_bytes += text.len;
		fits = !out.full && loader->filled_bytes <= LOADER_MAX_FILLED &&
		       utf8_count(text, text.len) <= YAML_MAX_CHARACTERS;
		if (fits)
			*target = arena_str(loader->yaml.arena, text);
		else
			yaml_problem(&loader->yaml, value, "with its fills put "
				     "in, %s is too long: at most %d "
				     "characters", field->key,
				     YAML_MAX_CHARACTERS);
	}
	strbuf_release(&out);
}

void read_text(struct yaml *yaml, const struct yaml_field *field,
	       const struct yaml_node *value, void *target)
{
	if (yaml_is(yaml, value, YAML_TEXT, field->key))
		fill_text((struct loader *)yaml, field, value, target);
}

static const char *why_no_speech(struct str text)
{
	if (yaml_has_curly_quotes(text))
		return "put what is said in straight double quotes: these are "
		       "curly";
	if (str_find(text, STR(":\""), 0) < text.len)
		return "a blank is missing behind the ':'";
	if (str_find(text, STR(" \""), 0) < text.len)
		return "put all of what is said in double quotes; or is a ':' "
		       "missing before them?";
	return "put what is said in double quotes";
}

void read_speech(struct yaml *yaml, const struct yaml_field *field,
		 const struct yaml_node *value, void *target)
{
	if (!yaml_is(yaml, value, YAML_TEXT, field->key))
		return;
	if (value->style != YAML_DOUBLE && value->len)
		yaml_problem(yaml, value, "%s",
			     why_no_speech(yaml_text(value)));
	fill_text((struct loader *)yaml, field, value, target);
}

size_t loader_texts(struct loader *loader, const struct yaml_field *field,
		    const struct yaml_node *value, yaml_reader *read,
		    struct str **texts)
{
	size_t nr = 0;

	if (value->kind != YAML_LIST) {
		*texts = ARENA_NEW(loader->yaml.arena, struct str);
		read(&loader->yaml, field, value, *texts);
		return 1;
	}
	if (!value->len)
		yaml_problem(&loader->yaml, value, "%s is empty", field->key);
	*texts = ARENA_ARRAY(loader->yaml.arena, struct str, value->len);
	for (const struct yaml_node *at = value->first; at; at = at->next) {
		if (!loader_count(loader, at))
			return nr;
		read(&loader->yaml, field, at, &(*texts)[nr++]);
	}
	return nr;
}
