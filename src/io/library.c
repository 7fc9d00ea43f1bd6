#include "rehearse/library.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "rehearse/file.h"

struct str data_home(struct arena *arena)
{
	const char *data = getenv("XDG_DATA_HOME");
	const char *home = getenv("HOME");

	if (data && *data == '/')
		return arena_printf(arena, "%s/rehearse", data);
	if (home && *home == '/')
		return arena_printf(arena, "%s/.local/share/rehearse", home);
	return STR("");
}

struct str library_path(struct arena *arena, struct str data_home,
			struct str id)
{
	return arena_printf(arena, STR_FMT "/scenarios/" STR_FMT ".yaml",
			    STR_ARG(data_home), STR_ARG(id));
}

const struct embedded_scenario *
embedded_find(const struct embedded_scenario *among, size_t nr, struct str id)
{
	for (size_t i = 0; i < nr; i++)
		if (str_equal(among[i].id, id))
			return &among[i];
	return NULL;
}

static const struct embedded_scenario *
find_shipped(const struct embedded *shipped, struct str id)
{
	return embedded_find(shipped->scenarios, shipped->nr_scenarios, id);
}

/* ---- the list ---------------------------------------------------------- */

struct listing {
	struct arena *arena;
	struct library library;
	size_t alloc;
};

static struct library_item *add_item(struct listing *listing)
{
	struct library *library = &listing->library;

	library->items = arena_grow(listing->arena, library->items,
				    library->nr, &listing->alloc,
				    sizeof(*library->items));
	return &library->items[library->nr++];
}

static struct str first_problem(struct arena *arena,
				const struct problems *problems)
{
	struct strbuf text = { 0 };

	error_print(&problems->errors[0], &text);
	return arena_take(arena, &text);
}

/* A file of the user's is loaded for its title; the list keeps no more. */
static void describe(struct arena *arena, struct library_item *item)
{
	const struct scenario *scenario = NULL;
	struct arena scratch = { 0 };
	struct problems problems = { 0 };
	struct error err;
	struct str bytes;

	if (file_read(&scratch, item->path, FILE_MAX_SCENARIO, &bytes, &err))
		scenario = scenario_load(&scratch, item->path, bytes, NULL, 0,
					 &problems);
	else
		problems_add(&problems, &scratch, &err);
	if (scenario) {
		item->title = arena_str(arena, scenario->title);
		item->summary = arena_str(arena, scenario->summary);
		item->tags = arena_str(arena, scenario->tags);
		item->kind = scenario->kind;
		item->level = scenario->level;
		item->minutes = scenario->minutes;
	} else {
		item->title = item->id;
		item->kind = KIND_OTHER;
		item->level = LEVEL_FIRM;
		item->fault = problems.nr ? first_problem(arena, &problems) :
			      STR("it cannot be read");
	}
	arena_release(&scratch);
}

static void add_own(struct listing *listing, struct str data_home,
		    struct str id, const struct embedded *shipped)
{
	struct library_item *item = add_item(listing);

	*item = (struct library_item){
		.id = arena_str(listing->arena, id),
		.path = library_path(listing->arena, data_home, id),
		.shadows = find_shipped(shipped, id) != NULL,
	};
	describe(listing->arena, item);
}

static void list_own(struct listing *listing, struct str data_home,
		     const struct embedded *shipped)
{
	struct str path = arena_printf(listing->arena, STR_FMT "/scenarios",
				       STR_ARG(data_home));
	struct dirent *entry;
	DIR *dir = opendir(path.ptr);

	if (!dir)
		return;
	while ((entry = readdir(dir))) {
		struct str name = str_from(entry->d_name);

		if (name.ptr[0] != '.' && str_ends_with(name, STR(".yaml")))
			add_own(listing, data_home,
				str_slice(name, 0, name.len - 5), shipped);
	}
	closedir(dir);
}

static bool has_item(const struct library *library, struct str id)
{
	for (size_t i = 0; i < library->nr; i++)
		if (str_equal(library->items[i].id, id))
			return true;
	return false;
}

static int by_kind_and_id(const void *a, const void *b)
{
	const struct library_item *x = a, *y = b;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return str_compare(x->id, y->id);
}

struct library library_list(struct arena *arena, struct str data_home,
			    const struct embedded *shipped)
{
	struct listing listing = { .arena = arena };
	struct library *library = &listing.library;

	if (data_home.len)
		list_own(&listing, data_home, shipped);
	for (size_t i = 0; i < shipped->nr_scenarios; i++) {
		const struct embedded_scenario *from = &shipped->scenarios[i];

		if (has_item(library, from->id))
			continue;
		*add_item(&listing) = (struct library_item){
			.id = from->id,
			.title = from->title,
			.summary = from->summary,
			.tags = from->tags,
			.kind = from->kind,
			.level = from->level,
			.minutes = from->minutes,
		};
	}
	if (library->nr)
		qsort(library->items, library->nr, sizeof(*library->items),
		      by_kind_and_id);
	return *library;
}

/* ---- opening ----------------------------------------------------------- */

bool library_is_file(struct str name)
{
	return str_find(name, STR("/"), 0) < name.len ||
	       str_ends_with(name, STR(".yaml"));
}

/* The id that was probably meant; empty when none is near. */
static struct str nearest_id(struct arena *arena, struct str name,
			     struct str data_home,
			     const struct embedded *shipped)
{
	struct library library = library_list(arena, data_home, shipped);
	struct str *ids = ARENA_ARRAY(arena, struct str, library.nr);

	for (size_t i = 0; i < library.nr; i++)
		ids[i] = library.items[i].id;
	return str_nearest(ids, library.nr, name);
}

static bool is_there(struct arena *arena, struct str path)
{
	struct stat info;

	return !stat(arena_str(arena, path).ptr, &info) &&
	       S_ISREG(info.st_mode);
}

static void not_found(struct arena *arena, struct str name,
		      struct str data_home, const struct embedded *shipped,
		      struct problems *problems)
{
	struct str nearest = nearest_id(arena, name, data_home, shipped);
	struct error err;

	if (is_there(arena, arena_printf(arena, STR_FMT ".yaml",
					 STR_ARG(name))))
		error_set(&err, ERROR_NO_INPUT, "there is no scenario "
			  STR_FMT "; did you mean the file " STR_FMT ".yaml?",
			  STR_ARG(name), STR_ARG(name));
	else if (is_there(arena, name))
		error_set(&err, ERROR_NO_INPUT, "there is no scenario "
			  STR_FMT "; the file of that name can be read when it "
			  "ends in .yaml: rename it", STR_ARG(name));
	else if (nearest.len)
		error_set(&err, ERROR_NO_INPUT, "there is no scenario "
			  STR_FMT "; did you mean " STR_FMT "?",
			  STR_ARG(name), STR_ARG(nearest));
	else
		error_set(&err, ERROR_NO_INPUT, "there is no scenario "
			  STR_FMT "; `rehearse list` shows what there is",
			  STR_ARG(name));
	problems_add(problems, arena, &err);
}

bool library_read(struct arena *arena, struct str name, struct str data_home,
		  const struct embedded *shipped, struct str *path,
		  struct str *bytes, struct problems *problems)
{
	const struct embedded_scenario *found;
	bool is_file = library_is_file(name);
	struct str file = name;
	struct error err;

	if (!is_file && data_home.len)
		file = library_path(arena, data_home, name);
	if ((is_file || data_home.len) &&
	    file_read(arena, file, FILE_MAX_SCENARIO, bytes, &err)) {
		*path = file;
		return true;
	}
	if (is_file || (data_home.len && err.kind != ERROR_NO_INPUT)) {
		problems_add(problems, arena, &err);
		return false;
	}
	found = find_shipped(shipped, name);
	if (!found) {
		not_found(arena, name, data_home, shipped, problems);
		return false;
	}
	*path = found->id;
	*bytes = found->bytes;
	return true;
}

const struct scenario *library_open(struct arena *arena, struct str name,
				    struct str data_home,
				    const struct embedded *shipped,
				    const struct fill_choice *choices,
				    size_t nr_choices,
				    struct problems *problems)
{
	struct str path, bytes;

	if (!library_read(arena, name, data_home, shipped, &path, &bytes,
			  problems))
		return NULL;
	return scenario_load(arena, path, bytes, choices, nr_choices,
			     problems);
}
