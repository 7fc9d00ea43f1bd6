#include "options.h"

int cmd_help(const struct options *options, struct output *output,
	     struct arena *arena)
{
	enum command command = COMMAND_NONE;
	struct strbuf text = { 0 };

	(void)arena;
	if (options->arguments.nr)
		command = command_find(options->arguments.items[0]);
	if (command == COMMAND_NR) {
		struct str name = options->arguments.items[0];

		command_suggest(name, &text);
		say("there is no command " STR_FMT "%s", STR_ARG(name),
		    text.ptr);
		strbuf_release(&text);
		return ERROR_USAGE;
	}
	options_help(command, &text);
	output_text(output, strbuf_str(&text));
	strbuf_release(&text);
	return 0;
}
