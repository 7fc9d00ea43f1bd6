/*
 * What a shell needs to know to complete a command line, written from the
 * tables of commands and options. zsh reads bash's way of saying it.
 */
#include "option_table.h"
#include "rehearse/embedded.h"

static void add_choices(struct strbuf *out, const struct option_spec *spec)
{
	for (int i = 0; i < spec->choices->nr; i++)
		strbuf_addf(out, "%s%s", i ? " " : "", spec->choices->names[i]);
}

static void add_scenarios(struct strbuf *out)
{
	const struct embedded *own = embedded();

	for (size_t i = 0; i < own->nr_scenarios; i++)
		strbuf_addf(out, "%s" STR_FMT, i ? " " : "",
			    STR_ARG(own->scenarios[i].id));
}

/* What may follow a command, and what each of its options; nothing: files. */
static void add_bash_command(struct strbuf *out, enum command command)
{
	const char *name = command_spec(command)->name;
	struct str usage = str_from(command_spec(command)->usage);

	for (size_t i = 0; i < option_nr; i++) {
		const struct option_spec *spec = &option_specs[i];

		if (!spec->argument || !option_belongs(spec, command))
			continue;
		strbuf_addf(out, "\t%s:--%s) words='", name, spec->name);
		if (spec->choices)
			add_choices(out, spec);
		strbuf_add(out, STR("' ;;\n"));
	}
	strbuf_addf(out, "\t%s:*) words='", name);
	for (size_t i = 0; i < option_nr; i++)
		if (option_belongs(&option_specs[i], command))
			strbuf_addf(out, "--%s ", option_specs[i].name);
	if (str_find(usage, STR("SCENARIO"), 0) < usage.len)
		add_scenarios(out);
	strbuf_add(out, STR("' ;;\n"));
}

static void bash(struct strbuf *out)
{
	strbuf_add(out, STR("_rehearse() {\n"
			    "\tlocal words before=${COMP_WORDS[COMP_CWORD-1]}\n"
			    "\tcase ${COMP_WORDS[1]}:$before in\n"));
	for (int i = COMMAND_NONE + 1; i < COMMAND_NR; i++)
		add_bash_command(out, (enum command)i);
	strbuf_add(out, STR("\tesac\n\tif [ \"$COMP_CWORD\" = 1 ]; then\n"
			    "\t\twords='"));
	for (int i = COMMAND_NONE + 1; i < COMMAND_NR; i++)
		strbuf_addf(out, "%s ", command_spec((enum command)i)->name);
	strbuf_add(out, STR("'\n\tfi\n\tCOMPREPLY=($(compgen -W \"$words\" -- "
			    "\"${COMP_WORDS[COMP_CWORD]}\"))\n}\n"
			    "complete -o default -F _rehearse rehearse\n"));
}

static void zsh(struct strbuf *out)
{
	strbuf_add(out, STR("autoload -U +X bashcompinit && bashcompinit\n"));
	bash(out);
}

int cmd_completion(const struct options *options, struct output *output,
		   struct arena *arena)
{
	static const struct {
		const char *shell;
		void (*write)(struct strbuf *out);
	} shells[] = { { "bash", bash }, { "zsh", zsh } };
	struct str name = options->arguments.items[0];
	struct strbuf out = { 0 };

	(void)arena;
	for (size_t i = 0; i < ARRAY_LEN(shells); i++) {
		if (!str_equal(name, str_from(shells[i].shell)))
			continue;
		shells[i].write(&out);
		output_bytes(output, strbuf_str(&out));
		strbuf_release(&out);
		return 0;
	}
	say("completion is written for bash or zsh, not for " STR_FMT,
	    STR_ARG(name));
	return ERROR_USAGE;
}
