/*
 * A script to begin with: a template with its id and title changed. What is
 * written has been loaded before, so whatever is wrong with a name is said
 * in the words of `rehearse check`, and no file is left behind.
 */
#include "options.h"
#include "rehearse/embedded.h"
#include "rehearse/file.h"
#include "rehearse/json.h"
#include "rehearse/load.h"

enum { NOTE_COLUMN = 39 }; /* where notes stand in the templates */

static bool is_name_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* "The report's late": the-report-s-late */
static struct str id_of(struct arena *arena, struct str name)
{
	struct strbuf id = { 0 };

	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (is_name_letter(c))
			strbuf_addc(&id, c);
		else if (id.len && id.ptr[id.len - 1] != '-')
			strbuf_addc(&id, '-');
	}
	if (id.len && id.ptr[id.len - 1] == '-')
		strbuf_truncate(&id, id.len - 1);
	return arena_take(arena, &id);
}

/* "late-report": Late report. What has blanks is a title already. */
static struct str title_of(struct arena *arena, struct str name)
{
	bool words = str_find(name, STR(" "), 0) < name.len;
	struct strbuf title = { 0 };

	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		if (!words && (c == '-' || c == '_'))
			c = ' ';
		if (!i && c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		strbuf_addc(&title, c);
	}
	return arena_take(arena, &title);
}

static struct str without_ending(struct str name)
{
	if (str_ends_with(name, STR(".yaml")))
		name.len -= 5;
	return str_trim(name);
}

/* A script's id is the name of its file. */
static struct str id_in(struct str path)
{
	struct str last = path;

	while (str_cut(&path, '/', &last))
		;
	return without_ending(last);
}

/* A line of the template with another value; its note stays. */
static void put_value(struct strbuf *out, const char *key, struct str value,
		      struct str line)
{
	struct str note = str_slice(line, str_find(line, STR("#"), 0),
				    line.len);
	size_t start = out->len, width;

	strbuf_addf(out, "%s: " STR_FMT, key, STR_ARG(value));
	width = out->len - start;
	strbuf_pad(out, ' ', width < NOTE_COLUMN ? NOTE_COLUMN - width : 1);
	strbuf_add(out, note);
}

static struct str named(struct arena *arena, struct str template,
			struct str id, struct str title)
{
	struct strbuf out = { 0 }, json = { 0 };
	struct str line, quoted;

	json_quote(&json, title);
	quoted = arena_take(arena, &json);
	while (str_cut(&template, '\n', &line)) {
		if (str_starts_with(line, STR("id: ")))
			put_value(&out, "id", id, line);
		else if (str_starts_with(line, STR("title: ")))
			put_value(&out, "title", quoted, line);
		else
			strbuf_add(&out, line);
		if (template.ptr)
			strbuf_addc(&out, '\n');
	}
	return arena_take(arena, &out);
}

static struct str template_of(enum kind kind)
{
	const struct embedded *own = embedded();

	for (size_t i = 0; i < own->nr_templates; i++)
		if (own->templates[i].kind == kind)
			return own->templates[i].bytes;
	return STR("");
}

static void say_next(struct output *output, struct str path)
{
	static const struct {
		const char *command, *what;
	} next[] = {
		{ "check", "every mistake, with its line and its mend" },
		{ "play", "plays it" },
		{ "try", "a thousand talks played by the machine" },
	};

	output_printf(output, STR_FMT " is there, and plays as it stands. Open "
		      "it in an editor: its notes say\nwhat to change first. "
		      "Then:\n\n", STR_ARG(path));
	for (size_t i = 0; i < ARRAY_LEN(next); i++)
		output_printf(output, "  rehearse %-5s " STR_FMT "   # %s\n",
			      next[i].command, STR_ARG(path), next[i].what);
}

int cmd_new(const struct options *options, struct output *output,
	    struct arena *arena)
{
	struct str name = without_ending(options->arguments.items[0]);
	struct str path = options->out, id, yaml;
	struct problems problems = { 0 };
	struct error err;

	id = path.len ? id_in(path) : id_of(arena, name);
	if (!id.len) {
		say("a name needs a letter from a to z or a digit; or name "
		    "the file with --out FILE.yaml");
		return ERROR_USAGE;
	}
	if (!path.len)
		path = arena_printf(arena, STR_FMT ".yaml", STR_ARG(id));
	yaml = named(arena, template_of((enum kind)options->kind), id,
		     title_of(arena, name));
	if (!scenario_load(arena, path, yaml, NULL, 0, &problems))
		return say_problems(&problems);
	if (!file_create(path, yaml, &err)) {
		say_error(&err);
		return (int)err.kind;
	}
	say_next(output, path);
	return 0;
}
