#include "at_hand.h"

#include <time.h>
#include <unistd.h>

#include "output.h"
#include "rehearse/embedded.h"
#include "rehearse/file.h"
#include "rehearse/library.h"

static bool compile(struct arena *arena, struct str path, struct str *image,
		    struct problems *problems)
{
	struct rubric_source source = { 0 };
	struct str bytes;
	struct error err;

	if (!file_read(arena, path, FILE_MAX_SCENARIO, &bytes, &err)) {
		problems_add(problems, arena, &err);
		return false;
	}
	return rubric_load(arena, path, bytes, &source, problems) &&
	       rubric_compile(arena, &source, image, problems);
}

int rubric_at_hand(struct arena *arena, struct str path,
		   struct rubric *rubric)
{
	const struct embedded *own = embedded();
	struct problems problems = { 0 };
	struct str image = own->rubric;
	struct error err;

	if (path.len && !compile(arena, path, &image, &problems))
		return say_problems(&problems);
	if (!rubric_open(image, rubric, &err)) {
		say_error(&err);
		return (int)err.kind;
	}
	rubric->spelling = own->spelling;
	return 0;
}

struct str sessions_at_hand(struct arena *arena)
{
	struct str home = data_home(arena);

	if (!home.len)
		return home;
	return arena_printf(arena, STR_FMT "/sessions", STR_ARG(home));
}

int scene_at_hand(const struct scenario *scenario, struct str id, int *scene)
{
	struct strbuf known = { .max = 400 };

	*scene = id.len ? scenario_scene(scenario, id) : scenario->start;
	if (*scene >= 0)
		return 0;
	for (size_t i = 0; i < scenario->nr_scenes; i++)
		strbuf_addf(&known, "%s" STR_FMT, i ? ", " : "",
			    STR_ARG(scenario->scenes[i].id));
	say("there is no scene " STR_FMT "; there are " STR_FMT "%s",
	    STR_ARG(id), STR_ARG(strbuf_str(&known)),
	    known.full ? " ..." : "");
	strbuf_release(&known);
	return ERROR_USAGE;
}

bool terminal_at_hand(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

static void now(char out[32])
{
	time_t seconds = time(NULL);
	struct tm utc;

	out[0] = '\0';
	if (gmtime_r(&seconds, &utc))
		strftime(out, 32, "%Y-%m-%dT%H:%M:%SZ", &utc);
}

static uint64_t seconds(void)
{
	struct timespec time = { 0 };

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (uint64_t)time.tv_sec;
}

const struct play_clock real_clock = { .now = now, .seconds = seconds };
