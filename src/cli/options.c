#include "option_table.h"

bool option_belongs(const struct option_spec *spec, enum command command)
{
	return spec->commands & IN(command);
}

/* The command's own option of that name, or else another's. */
static const struct option_spec *find_option(struct str name,
					     enum command command)
{
	const struct option_spec *found = NULL;

	for (size_t i = 0; i < option_nr; i++) {
		const struct option_spec *spec = &option_specs[i];

		if (!str_equal(str_from(spec->name), name))
			continue;
		if (command != COMMAND_NR && option_belongs(spec, command))
			return spec;
		if (!found)
			found = spec;
	}
	return found;
}

static bool fail_unknown(struct str name, enum command command,
			 struct error *err)
{
	struct str names[OPTIONS_MAX], nearest;
	size_t nr = 0;

	for (size_t i = 0; i < option_nr; i++)
		if (command == COMMAND_NR ||
		    option_belongs(&option_specs[i], command))
			names[nr++] = str_from(option_specs[i].name);
	nearest = str_nearest(names, nr, name);
	if (nearest.len)
		return error_set(err, ERROR_USAGE, "there is no option --"
				 STR_FMT "; did you mean --" STR_FMT "?",
				 STR_ARG(name), STR_ARG(nearest));
	return error_set(err, ERROR_USAGE, "there is no option --" STR_FMT
			 "; `rehearse help` shows what there is",
			 STR_ARG(name));
}

static bool fail_choice(const struct option_spec *spec, struct str value,
			struct error *err)
{
	struct strbuf names = { 0 };
	struct str nearest = terms_nearest(spec->choices, value);

	terms_list(spec->choices, &names);
	if (nearest.len)
		error_set(err, ERROR_USAGE, "--%s " STR_FMT ": did you mean "
			  STR_FMT "?", spec->name, STR_ARG(value),
			  STR_ARG(nearest));
	else
		error_set(err, ERROR_USAGE, "--%s is one of: %s", spec->name,
			  names.ptr);
	strbuf_release(&names);
	return false;
}

static void values_add(struct arena *arena, struct values *values,
		       struct str value)
{
	values->items = arena_grow(arena, values->items, values->nr,
				   &values->alloc, sizeof(*values->items));
	values->items[values->nr++] = value;
}

static bool set_value(struct arena *arena, struct options *options,
		      const struct option_spec *spec, struct str value,
		      struct error *err)
{
	void *place = (char *)options + spec->value;

	if (spec->given)
		*(bool *)(void *)((char *)options + spec->given) = true;
	switch (spec->kind) {
	case OPTION_FLAG:
		*(bool *)place = true;
		return true;
	case OPTION_TEXT:
		*(struct str *)place = value;
		return true;
	case OPTION_LIST:
		values_add(arena, place, value);
		return true;
	case OPTION_NUMBER:
		if (str_number(value, spec->max, place))
			return true;
		return error_set(err, ERROR_USAGE, "--%s takes a whole number "
				 "from 0 to %llu", spec->name,
				 (unsigned long long)spec->max);
	case OPTION_CHOICE:
		*(int *)place = terms_find(spec->choices, value);
		return *(int *)place >= 0 || fail_choice(spec, value, err);
	}
	return true;
}

/* Where the reading of the command line stands. */
struct reading {
	struct arena *arena;
	int argc, at;
	char **argv;
	struct options *options;
	bool given[OPTIONS_MAX];
};

/* The command the line seems to be for, to suggest what belongs there. */
static enum command likely_command(const struct reading *reading)
{
	for (int i = 1; i < reading->argc; i++) {
		enum command found = command_find(str_from(reading->argv[i]));

		if (found != COMMAND_NR)
			return found;
	}
	return COMMAND_NR;
}

static bool fail_value(const struct option_spec *spec, struct error *err)
{
	return error_set(err, ERROR_USAGE, "--%s needs a value: --%s %s",
			 spec->name, spec->name, spec->argument);
}

static bool take_option(struct reading *reading, struct str word,
			struct error *err)
{
	struct str name = str_slice(word, 2, word.len), value = STR("");
	size_t equals = str_find(name, STR("="), 0);
	bool has_value = equals < name.len;
	const struct option_spec *spec;

	if (str_equal(word, STR("-h")))
		name = STR("help");
	else if (!str_starts_with(word, STR("--")))
		return error_set(err, ERROR_USAGE, "there is no option "
				 STR_FMT "; options have two dashes",
				 STR_ARG(word));
	if (has_value) {
		value = str_slice(name, equals + 1, name.len);
		name = str_slice(name, 0, equals);
	}
	spec = find_option(name, likely_command(reading));
	if (!spec)
		return fail_unknown(name, likely_command(reading), err);
	if (spec->kind == OPTION_FLAG && has_value)
		return error_set(err, ERROR_USAGE, "--%s takes no value",
				 spec->name);
	if (spec->kind != OPTION_FLAG && !has_value) {
		if (reading->at == reading->argc)
			return fail_value(spec, err);
		value = str_from(reading->argv[reading->at++]);
	}
	/* an unset variable of a script is no wish to do without */
	if (spec->kind != OPTION_FLAG && !value.len)
		return fail_value(spec, err);
	reading->given[spec - option_specs] = true;
	return set_value(reading->arena, reading->options, spec, value, err);
}

static bool take_word(struct reading *reading, struct str word,
		      struct error *err)
{
	struct options *options = reading->options;
	struct strbuf hint = { 0 };

	if (options->command != COMMAND_NONE) {
		values_add(reading->arena, &options->arguments, word);
		return true;
	}
	options->command = command_find(word);
	if (options->command != COMMAND_NR)
		return true;
	options->command = COMMAND_NONE;
	command_suggest(word, &hint);
	error_set(err, ERROR_USAGE, "there is no command " STR_FMT "%s",
		  STR_ARG(word), hint.ptr);
	strbuf_release(&hint);
	return false;
}

static bool check_arguments(const struct options *options, struct error *err)
{
	const struct command_spec *spec = command_spec(options->command);
	size_t nr = options->arguments.nr;

	if (nr >= spec->min && nr <= spec->max)
		return true;
	return error_set(err, ERROR_USAGE, "%s. Usage: rehearse %s",
			 nr < spec->min ? "something is missing" :
			 "that is more than it takes", spec->usage);
}

static bool check_whole(const struct reading *reading, struct error *err)
{
	const struct options *options = reading->options;

	if (options->help || options->version)
		return true;
	for (size_t i = 0; i < option_nr; i++)
		if (reading->given[i] &&
		    !option_belongs(&option_specs[i], options->command))
			return error_set(err, ERROR_USAGE, "--%s does not go "
					 "with `rehearse%s%s`",
					 option_specs[i].name,
					 options->command ? " " : "",
					 command_spec(options->command)->name);
	return check_arguments(options, err);
}

bool options_parse(struct arena *arena, int argc, char **argv,
		   struct options *options, struct error *err)
{
	struct options parsed = { .level = -1, .format = -1 };
	struct reading reading = {
		.arena = arena,
		.argc = argc,
		.at = 1,
		.argv = argv,
		.options = &parsed,
	};
	bool words_only = false;

	while (reading.at < argc) {
		struct str word = str_from(argv[reading.at++]);
		bool taken;

		if (!words_only && str_equal(word, STR("--"))) {
			words_only = true;
			continue;
		}
		if (!words_only && word.len > 1 && word.ptr[0] == '-')
			taken = take_option(&reading, word, err);
		else
			taken = take_word(&reading, word, err);
		if (!taken)
			return false;
	}
	if (!check_whole(&reading, err))
		return false;
	*options = parsed;
	return true;
}

static void help_option(const struct option_spec *spec, struct strbuf *out)
{
	size_t start = out->len, width;

	strbuf_addf(out, "  --%s", spec->name);
	if (spec->argument)
		strbuf_addf(out, " %s", spec->argument);
	width = out->len - start;
	strbuf_pad(out, ' ', width < 22 ? 22 - width : 1);
	strbuf_addf(out, "%s\n", spec->help);
}

static void help_all(struct strbuf *out)
{
	strbuf_add(out, STR("rehearse: practise a difficult conversation "
			    "before you have it\n\n"
			    "  rehearse              choose a conversation, "
			    "prepare, play\n"));
	for (int i = COMMAND_NONE + 1; i < COMMAND_NR; i++) {
		const struct command_spec *spec =
			command_spec((enum command)i);
		size_t len = str_from(spec->name).len;

		strbuf_addf(out, "  rehearse %s", spec->name);
		strbuf_pad(out, ' ', len < 13 ? 13 - len : 1);
		strbuf_addf(out, "%s\n", spec->summary);
	}
	strbuf_add(out, STR("\n`rehearse help COMMAND` shows a command with "
			    "its options.\nEverywhere:\n"));
	for (size_t i = 0; i < option_nr; i++)
		if (option_specs[i].commands == EVERYWHERE)
			help_option(&option_specs[i], out);
}

void options_help(enum command command, struct strbuf *out)
{
	const struct command_spec *spec = command_spec(command);

	if (command == COMMAND_NONE) {
		help_all(out);
		return;
	}
	strbuf_addf(out, "rehearse %s\n\n%s.\n%s\n", spec->usage,
		    spec->summary, spec->details);
	for (size_t i = 0; i < option_nr; i++)
		if (option_belongs(&option_specs[i], command))
			help_option(&option_specs[i], out);
}
