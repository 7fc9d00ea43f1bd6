/* Drills, and the scenarios of their rounds. */
#include "rehearse/file.h"
#include "rehearse/library.h"

static void not_found(const struct embedded *shipped, struct str name,
		      struct arena *arena, struct problems *problems)
{
	struct str *ids = ARENA_ARRAY(arena, struct str, shipped->nr_drills);
	struct str nearest;
	struct error err;

	for (size_t i = 0; i < shipped->nr_drills; i++)
		ids[i] = shipped->drills[i].id;
	nearest = str_nearest(ids, shipped->nr_drills, name);
	if (nearest.len)
		error_set(&err, ERROR_NO_INPUT, "there is no drill " STR_FMT
			  "; did you mean " STR_FMT "?", STR_ARG(name),
			  STR_ARG(nearest));
	else
		error_set(&err, ERROR_NO_INPUT, "there is no drill " STR_FMT
			  "; `rehearse list` shows what there is",
			  STR_ARG(name));
	problems_add(problems, arena, &err);
}

bool library_read_drill(struct arena *arena, struct str name,
			const struct embedded *shipped, struct str *path,
			struct str *bytes, struct problems *problems)
{
	const struct embedded_scenario *found =
		embedded_find(shipped->drills, shipped->nr_drills, name);
	struct error err;

	if (library_is_file(name)) {
		*path = name;
		if (file_read(arena, name, FILE_MAX_SCENARIO, bytes, &err))
			return true;
		problems_add(problems, arena, &err);
		return false;
	}
	if (!found) {
		not_found(shipped, name, arena, problems);
		return false;
	}
	*path = found->id;
	*bytes = found->bytes;
	return true;
}

/* A file that a drill names lies where the drill does. */
static struct str beside(struct arena *arena, struct str drill,
			 struct str name)
{
	size_t end = drill.len;

	if (!library_is_file(name) || str_starts_with(name, STR("/")))
		return name;
	while (end && drill.ptr[end - 1] != '/')
		end--;
	return arena_printf(arena, STR_FMT STR_FMT,
			    STR_ARG(str_slice(drill, 0, end)), STR_ARG(name));
}

/* A name that is not found is a mistake of the drill's file. */
static void place(const struct drill *drill, const struct drill_round *round,
		  struct error *err)
{
	if (err->path.len)
		return;
	err->kind = ERROR_DATA;
	err->path = drill->path;
	err->line = round->line;
	err->column = round->column;
}

const struct scenario **library_rounds(struct arena *arena,
				       const struct drill *drill,
				       struct str data_home,
				       const struct embedded *shipped,
				       struct problems *problems)
{
	const struct scenario **scenarios = ARENA_ARRAY(
		arena, const struct scenario *, drill->nr_rounds);
	bool all = true;

	for (size_t i = 0; i < drill->nr_rounds; i++) {
		const struct drill_round *round = &drill->rounds[i];
		struct problems found = { 0 };

		scenarios[i] = library_open(
			arena, beside(arena, drill->path, round->scenario),
			data_home, shipped, NULL, 0, &found);
		for (size_t e = 0; e < found.nr; e++) {
			place(drill, round, &found.errors[e]);
			problems_add(problems, arena, &found.errors[e]);
		}
		all = all && scenarios[i];
	}
	return all ? scenarios : NULL;
}
