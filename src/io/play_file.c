#include "play_parts.h"

#include <time.h>
#include <unistd.h>

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

bool play_create_file(struct journal *journal, struct arena *arena,
		      const struct play_options *options, struct str id,
		      struct str *path, struct error *err)
{
	struct str moment = name_moment(arena, options->clock);
	struct str name = name_scenario(id);
	struct timespec now = { 0 };

	clock_gettime(CLOCK_REALTIME, &now);
	for (int tries = 0; tries < 32; tries++) {
		struct str drawn = arena_printf(arena, "%ld %ld %d",
						(long)getpid(), now.tv_nsec,
						tries);

		*path = arena_printf(arena, STR_FMT "/" STR_FMT "-" STR_FMT
				     "-%04x.yaml", STR_ARG(options->sessions),
				     STR_ARG(moment), STR_ARG(name),
				     (unsigned)str_hash(drawn) & 0xffffu);
		if (journal_create(journal, *path, err))
			return true;
	}
	return false;
}
