/*
 * What the table of options says of each.
 */
#ifndef CLI_OPTION_TABLE_H
#define CLI_OPTION_TABLE_H

#include "options.h"

enum option_kind { OPTION_FLAG, OPTION_TEXT, OPTION_LIST, OPTION_NUMBER,
		   OPTION_CHOICE };

struct option_spec {
	const char *name, *argument, *help;
	enum option_kind kind;
	size_t value;  /* offset in struct options */
	size_t given;  /* offset of a bool, 0: none (nothing lies there) */
	uint64_t max;  /* numbers */
	const struct terms *choices;
	unsigned commands; /* bits; EVERYWHERE */
};

#define IN(command) (1u << (command))
#define EVERYWHERE (~0u)

enum { OPTIONS_MAX = 64 };
extern const struct option_spec option_specs[];
extern const size_t option_nr;

bool option_belongs(const struct option_spec *spec, enum command command);

#endif
