#include "names.h"

#include <string.h>

#include "rehearse/library.h"

enum { NAME_MAX_BYTES = 64 };

/* Lower-case letters, digits, signs; not empty and not too long. */
static bool name_is_valid(struct str name, const char *signs)
{
	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		if ((c < 'a' || c > 'z') && (c < '0' || c > '9') &&
		    (!c || !strchr(signs, c)))
			return false;
	}
	return name.len && name.len <= NAME_MAX_BYTES;
}

/* The slot that holds the id, or the free one where it would go. */
static uint32_t *slot_of(const struct names *names, struct str id)
{
	size_t at = str_hash(id) & (names->nr_slots - 1);

	while (names->slots[at] &&
	       !str_equal(names->ids[names->slots[at] - 1], id))
		at = (at + 1) & (names->nr_slots - 1);
	return &names->slots[at];
}

static void add_name(struct yaml *yaml, struct names *names,
		     const struct yaml_node *key, const char *signs)
{
	struct str id = yaml_text(key);
	uint32_t *slot = slot_of(names, id);

	if (!name_is_valid(id, signs)) {
		yaml_problem(yaml, key, "'" STR_FMT "' is no name for a %s: "
			     "use up to %d lower-case letters, digits and '%s'",
			     STR_ARG(yaml_short(id)), names->what,
			     NAME_MAX_BYTES, signs);
	} else if (*slot) {
		yaml_problem(yaml, key, "%s '" STR_FMT "' stands here a second "
			     "time; the first is in line %u", names->what,
			     STR_ARG(id), names->keys[*slot - 1]->line);
	}
	names->ids[names->nr] = id;
	names->keys[names->nr] = key;
	names->nr++;
	if (!*slot)
		*slot = (uint32_t)names->nr;
}

void names_collect(struct yaml *yaml, const struct yaml_node *map,
		   const char *what, const char *signs, size_t max,
		   struct names *names)
{
	size_t nr;

	*names = (struct names){ .what = what };
	if (!map || map->kind != YAML_MAP)
		return;
	nr = map->len / 2 < max ? map->len / 2 : max;
	for (names->nr_slots = 16; names->nr_slots < nr * 2;)
		names->nr_slots *= 2;
	names->ids = ARENA_ARRAY(&yaml->tree, struct str, nr);
	names->keys = ARENA_ARRAY(&yaml->tree, const struct yaml_node *, nr);
	names->slots = ARENA_ARRAY(&yaml->tree, uint32_t, names->nr_slots);
	for (const struct yaml_node *key = map->first; key;
	     key = key->next->next) {
		if (names->nr == max) {
			yaml_problem(yaml, key, "one %s too many: at most "
				     "%zu", what, max);
			return;
		}
		add_name(yaml, names, key, signs);
	}
}

int names_find(const struct names *names, struct str id)
{
	return names->nr ? (int)*slot_of(names, id) - 1 : -1;
}

int names_resolve(struct yaml *yaml, const struct names *names,
		  const struct yaml_node *node)
{
	struct str id = yaml_text(node), nearest = STR("");
	int index = names_find(names, id);

	if (!yaml_is(yaml, node, YAML_TEXT, names->what))
		return -1;
	if (index >= 0)
		return index;
	if (!yaml_full(yaml))
		nearest = str_nearest(names->ids, names->nr, id);
	if (nearest.len)
		yaml_problem(yaml, node, "there is no %s '" STR_FMT "'; did "
			     "you mean '" STR_FMT "'?", names->what,
			     STR_ARG(yaml_short(id)), STR_ARG(nearest));
	else
		yaml_problem(yaml, node, "there is no %s '" STR_FMT "'",
			     names->what, STR_ARG(yaml_short(id)));
	return -1;
}

/* A file is named after its id. */
static bool file_id(struct str path, struct str *id)
{
	const struct str ending = STR(".yaml");
	struct str rest = path, part = path;

	if (!library_is_file(path))
		return false;
	while (str_cut(&rest, '/', &part))
		;
	if (str_ends_with(part, ending))
		part.len -= ending.len;
	*id = part;
	return true;
}

void names_read_id(struct yaml *yaml, const struct yaml_field *field,
		   const struct yaml_node *value, void *target)
{
	struct str id = yaml_text(value), name;

	if (!yaml_is(yaml, value, YAML_TEXT, field->key))
		return;
	if (!name_is_valid(id, "_-"))
		yaml_problem(yaml, value, "the id is made of up to 64 "
			     "lower-case letters, digits, - and _");
	else if (file_id(yaml->path, &name) && !str_equal(id, name))
		yaml_problem(yaml, value, "the id must be the name of the "
			     "file: '" STR_FMT "'; or rename the file to "
			     STR_FMT ".yaml", STR_ARG(yaml_short(name)),
			     STR_ARG(id));
	else
		yaml_string(yaml, field, value, target);
}
