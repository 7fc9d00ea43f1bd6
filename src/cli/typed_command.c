#include "typed_command.h"

#include <assert.h>

static const struct typed_command *
row_at(const struct typed_commands *commands, size_t i)
{
	const char *rows = commands->rows;

	return (const void *)(rows + i * commands->size);
}

struct typed_call typed_parse(const struct typed_commands *commands,
			      struct str line)
{
	struct typed_call call = { .row = NULL };

	str_cut(&line, ' ', &call.name);
	call.argument = line.ptr ? str_trim(line) : STR("");
	for (size_t i = 0; i < commands->nr; i++)
		if (str_equal(str_from(row_at(commands, i)->name), call.name))
			call.row = row_at(commands, i);
	return call;
}

static bool fail_unknown(const struct typed_commands *commands,
			 struct str name, struct error *err)
{
	struct str names[TYPED_COMMANDS_MAX], nearest;

	assert(commands->nr <= TYPED_COMMANDS_MAX);
	for (size_t i = 0; i < commands->nr; i++)
		names[i] = str_from(row_at(commands, i)->name);
	nearest = str_nearest(names, commands->nr, name);
	if (nearest.len)
		return error_set(err, ERROR_USAGE, "there is no :" STR_FMT
				 "; did you mean :" STR_FMT "?", STR_ARG(name),
				 STR_ARG(nearest));
	return error_set(err, ERROR_USAGE, "there is no :" STR_FMT "; :help "
			 "shows what there is%s", STR_ARG(name),
			 commands->hint);
}

bool typed_check(const struct typed_commands *commands,
		 const struct typed_call *call, struct error *err)
{
	const struct typed_command *command = call->row;

	if (!command)
		return fail_unknown(commands, call->name, err);
	if (call->argument.len && !command->argument[0])
		return error_set(err, ERROR_USAGE, ":%s takes nothing after it",
				 command->name);
	if (!call->argument.len && command->argument[0] &&
	    command->argument[0] != '[')
		return error_set(err, ERROR_USAGE, ":%s takes something after "
				 "it: :%s %s", command->name, command->name,
				 command->argument);
	return true;
}

void typed_help(const struct typed_commands *commands, struct output *output)
{
	for (size_t i = 0; i < commands->nr; i++) {
		const struct typed_command *command = row_at(commands, i);

		output_printf(output, "  :%-9s %-12s%s\n", command->name,
			      command->argument, command->help);
	}
}
