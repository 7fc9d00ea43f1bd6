#include "played.h"

#include "rehearse/embedded.h"
#include "rehearse/library.h"

/* An id becomes part of a path only if it cannot lead anywhere else. */
static bool is_id(struct str id)
{
	for (size_t i = 0; i < id.len; i++) {
		char c = id.ptr[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') &&
		    !(c >= '0' && c <= '9') && c != '-' && c != '_')
			return false;
	}
	return id.len > 0;
}

/* The i-th place to look; NULL also where it holds no such scenario. */
static const struct scenario *look(struct arena *arena, size_t i,
				   const struct transcript_header *header)
{
	struct problems ignored = { 0 };
	struct str home = i ? STR("") : data_home(arena);
	struct str name = header->scenario;

	if (i == 2)
		name = arena_printf(arena, "./" STR_FMT ".yaml",
				    STR_ARG(name));
	return library_open(arena, name, home, embedded(), header->fills,
			    header->nr_fills, &ignored);
}

const struct scenario *
played_scenario(struct arena *arena, const struct rubric *rubric,
		const struct transcript_header *header, struct str path,
		struct error *err)
{
	enum { PLACES = 3 };
	bool any = false;

	for (size_t i = 0; i < PLACES && is_id(header->scenario); i++) {
		const struct scenario *found = look(arena, i, header);
		bool same = found && str_equal(str_from(found->hash),
					       header->scenario_hash);

		if (!found || (any && !same))
			continue;
		any = true;
		if (play_fits(found, rubric, header, path, err))
			return found;
		if (same) /* it is the rubric */
			return NULL;
	}
	if (!any)
		error_at(err, path, 0, 0, "the scenario " STR_FMT " it was "
			 "played with is not at hand; put " STR_FMT
			 ".yaml into this directory or among your own "
			 "scenarios", STR_ARG(header->scenario),
			 STR_ARG(header->scenario));
	return NULL;
}
