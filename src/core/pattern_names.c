/* The names between < and >: the fixed classes and a rubric's own lists. */
#include "pattern_parts.h"
#include "rehearse/text.h"

static const struct {
	const char *name;
	uint32_t class;
} classes[] = {
	{ "number", WORD_NUMBER }, { "money", WORD_MONEY },
	{ "date", WORD_DATE },     { "time", WORD_TIME },
	{ "when", WORD_WHEN },     { "name", WORD_NAME },
};

uint32_t pattern_class(struct str name)
{
	for (size_t i = 0; i < ARRAY_LEN(classes); i++)
		if (str_equal(str_from(classes[i].name), name))
			return classes[i].class;
	return 0;
}

const struct pattern_list *pattern_lists_find(const struct pattern_lists *lists,
					      struct str name)
{
	for (size_t i = 0; lists && i < lists->nr; i++)
		if (str_equal(lists->lists[i].name, name))
			return &lists->lists[i];
	return NULL;
}

struct str pattern_lists_nearest(const struct pattern_lists *lists,
				 struct str name, struct arena *arena)
{
	size_t nr_lists = lists ? lists->nr : 0;
	struct str *names =
		ARENA_ARRAY(arena, struct str, ARRAY_LEN(classes) + nr_lists);

	for (size_t i = 0; i < ARRAY_LEN(classes); i++)
		names[i] = str_from(classes[i].name);
	for (size_t i = 0; i < nr_lists; i++)
		names[ARRAY_LEN(classes) + i] = lists->lists[i].name;
	return str_nearest(names, ARRAY_LEN(classes) + nr_lists, name);
}
