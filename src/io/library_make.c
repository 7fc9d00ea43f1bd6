/* Calls of one's own: where they are put, and how they are named. */
#include <unistd.h>

#include "rehearse/file.h"
#include "rehearse/journal.h"
#include "rehearse/library.h"

enum { NAMES_A_DAY = 999 };

struct str library_template(const struct embedded *shipped, enum own_kind kind)
{
	const struct embedded_scenario *found =
		embedded_find(shipped->now, shipped->nr_now,
			      terms_name(&own_kind_terms, (int)kind));

	return found ? found->bytes : STR("");
}

/* "now-20261121-" of 2026-11-21T21:40:00Z; without a time "now-". */
static struct str id_start(struct arena *arena, struct str now)
{
	struct str rest = str_slice(now, 0, str_find(now, STR("T"), 0));
	struct strbuf out = { 0 };
	struct str part;

	strbuf_add(&out, STR("now-"));
	while (now.len && str_cut(&rest, '-', &part))
		strbuf_add(&out, part);
	if (now.len)
		strbuf_addc(&out, '-');
	return arena_take(arena, &out);
}

/* The journal's promise holds for these files, too: private, never written
 * over, and on the disk when it says so. */
static bool write_file(struct str path, struct str bytes, struct error *err)
{
	struct journal journal = JOURNAL_CLOSED;
	bool written;

	if (!journal_create(&journal, path, err))
		return false;
	written = journal_append(&journal, bytes, err);
	journal_close(&journal);
	if (!written)
		unlink(path.ptr);
	return written;
}

static struct str numbered(struct arena *arena, struct str start, int number)
{
	return arena_printf(arena, STR_FMT "%d", STR_ARG(start), number);
}

/* Somebody else may take a name between looking and writing. */
static void put(struct arena *arena, const struct own_call *call,
		struct str template, struct str data_home, struct str start,
		struct library_made *made)
{
	struct str yaml, path;

	for (int i = 1; i <= NAMES_A_DAY; i++) {
		made->id = numbered(arena, start, i);
		path = library_path(arena, data_home, made->id);
		if (file_is_there(path))
			continue;
		yaml = own_call_yaml(call, template, made->id, arena);
		if (write_file(path, yaml, &made->trouble)) {
			made->path = path;
			made->trouble = (struct error){ 0 };
			return;
		}
		if (!file_is_there(path))
			return;
	}
}

const struct scenario *library_make(struct arena *arena,
				    const struct own_call *call,
				    struct str data_home,
				    const struct embedded *shipped,
				    struct str now, struct library_made *made,
				    struct problems *problems)
{
	struct str template = library_template(shipped, call->kind);
	struct str start = id_start(arena, now);

	*made = (struct library_made){ .id = numbered(arena, start, 1) };
	if (data_home.len)
		put(arena, call, template, data_home, start, made);
	return scenario_load(arena, made->path.len ? made->path : made->id,
			     own_call_yaml(call, template, made->id, arena),
			     NULL, 0, problems);
}
