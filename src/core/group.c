#include "group_parts.h"

static void label_people(struct group *group, struct arena *arena)
{
	const struct group_input *input = group->input;

	group->labels = ARENA_ARRAY(arena, struct str, input->nr_people);
	for (size_t i = 0; i < input->nr_people; i++)
		group->labels[i] = input->names ? input->people[i] :
			arena_printf(arena, "P%u", (unsigned)i + 1);
}

struct group *group_new(const struct group_input *input, struct arena *arena)
{
	struct group *group = ARENA_NEW(arena, struct group);

	group->input = input;
	label_people(group, arena);
	return group;
}

struct str group_label(const struct group *group, size_t person)
{
	return group->labels[person];
}

const struct str *group_warnings(const struct group *group, size_t *nr)
{
	*nr = group->nr_warnings;
	return group->warnings;
}
