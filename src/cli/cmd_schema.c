/* Prints the schemas of the files people write. */
#include "options.h"
#include "rehearse/embedded.h"

enum { MOST = 16 };

static int refuse(struct str name)
{
	const struct embedded *own = embedded();
	struct str names[MOST], nearest;
	size_t nr = own->nr_schemas < MOST ? own->nr_schemas : MOST;

	for (size_t i = 0; i < nr; i++)
		names[i] = own->schemas[i].id;
	nearest = str_nearest(names, nr, name);
	if (nearest.len)
		say("there is no schema " STR_FMT "; did you mean " STR_FMT
		    "?", STR_ARG(name), STR_ARG(nearest));
	else
		say("there is no schema " STR_FMT "; `rehearse schema` lists "
		    "them", STR_ARG(name));
	return ERROR_USAGE;
}

int cmd_schema(const struct options *options, struct output *output,
	       struct arena *arena)
{
	const struct embedded *own = embedded();
	bool all = !options->arguments.nr;

	(void)arena;
	for (size_t i = 0; i < own->nr_schemas; i++) {
		const struct embedded_schema *schema = &own->schemas[i];

		if (all) {
			output_line(output, schema->id);
		} else if (str_equal(schema->id,
				     options->arguments.items[0])) {
			output_bytes(output, schema->bytes);
			return 0;
		}
	}
	return all ? 0 : refuse(options->arguments.items[0]);
}
