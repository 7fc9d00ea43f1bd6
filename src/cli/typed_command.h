/*
 * Commands that are typed after a colon. Whoever reads lines has a table of
 * them: each row begins with a struct typed_command, and goes on with what it
 * does there.
 */
#ifndef CLI_TYPED_COMMAND_H
#define CLI_TYPED_COMMAND_H

#include "output.h"

struct typed_command {
	const char *name;
	const char *argument; /* "": takes none; in brackets: may have one */
	const char *help;
};

enum { TYPED_COMMANDS_MAX = 32 };
struct typed_commands {
	const void *rows;
	size_t nr, size; /* of rows; of a row in bytes */
	const char *hint; /* ends what is told of a name that is none */
};

/* A line as a command. */
struct typed_call {
	struct str name, argument;
	const void *row; /* NULL: there is none of that name */
};

/* The line comes without its colon, and is borrowed. */
struct typed_call typed_parse(const struct typed_commands *commands,
			      struct str line);
/* Is there such a command, with an argument where it needs one? */
bool typed_check(const struct typed_commands *commands,
		 const struct typed_call *call, struct error *err);
/* A line for each of them. */
void typed_help(const struct typed_commands *commands, struct output *output);

#endif
