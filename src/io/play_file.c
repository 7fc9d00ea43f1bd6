#include "play_parts.h"

#include <time.h>
#include <unistd.h>

#include "rehearse/file.h"

/* 20261121T214000Z: the moment of a file's name. A rehearsal without a clock
 * has a name all the same. */
static struct str name_moment(struct arena *arena,
			      const struct play_clock *clock)
{
	char now[32] = "", moment[32];
	size_t len = 0;

	if (clock) {
		clock->now(now);
	} else {
		time_t seconds = time(NULL);
		struct tm utc;

		if (gmtime_r(&seconds, &utc))
			strftime(now, sizeof(now), "%Y-%m-%dT%H:%M:%SZ", &utc);
	}
	for (size_t i = 0; i < sizeof(now) && now[i]; i++)
		if (now[i] != '-' && now[i] != ':')
			moment[len++] = now[i];
	return arena_str(arena, (struct str){ moment, len });
}

/* An id is part of a path only if it cannot lead anywhere else. */
static struct str name_scenario(struct str id)
{
	for (size_t i = 0; i < id.len; i++) {
		char c = id.ptr[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') &&
		    !(c >= 'A' && c <= 'Z') && c != '-' && c != '_')
			return STR("scenario");
	}
	return id.len ? str_slice(id, 0, 64) : STR("scenario");
}

struct str play_new_name(struct arena *arena, struct str directory,
			 const struct play_clock *clock, struct str id,
			 int tries)
{
	struct str moment = name_moment(arena, clock), drawn;
	struct timespec now = { 0 };

	clock_gettime(CLOCK_REALTIME, &now);
	drawn = arena_printf(arena, "%ld %ld %d", (long)getpid(), now.tv_nsec,
			     tries);
	return arena_printf(arena, STR_FMT "/" STR_FMT "-" STR_FMT "-%04x",
			    STR_ARG(directory), STR_ARG(moment),
			    STR_ARG(name_scenario(id)),
			    (unsigned)str_hash(drawn) & 0xffffu);
}

bool play_create_file(struct journal *journal, struct arena *arena,
		      const struct play_options *options, struct str id,
		      struct str *path, struct error *err)
{
	for (int tries = 0; tries < 32; tries++) {
		struct str name = play_new_name(arena, options->sessions,
						options->clock, id, tries);

		*path = arena_printf(arena, STR_FMT ".yaml", STR_ARG(name));
		if (journal_create(journal, *path, err))
			return true;
		/* another name helps where this one is taken, only there */
		if (!file_is_there(*path))
			return false;
	}
	return false;
}
