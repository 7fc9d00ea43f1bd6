#include "rehearsal.h"

#include <stdlib.h>

struct rehearsal *rehearsal_new(const struct tui_options *options,
				const struct scenario *scenario)
{
	struct rehearsal *rehearsal = memory_new(sizeof(*rehearsal));

	*rehearsal = (struct rehearsal){
		.options = options,
		.scenario = scenario,
		/* it is about the scenario it was given with */
		.opening = options->opening && (scenario == options->scenario ||
						options->own_call),
	};
	return rehearsal;
}

enum level rehearsal_level(const struct tui_options *options,
			   const struct scenario *scenario)
{
	return options->level < 0 ? scenario->level
				  : (enum level)options->level;
}

static void start(struct rehearsal *rehearsal, struct str out)
{
	const struct tui_options *options = rehearsal->options;
	struct play_options play = options->play;

	play.session.level = rehearsal_level(options, rehearsal->scenario);
	if (rehearsal->nr_prepared) {
		play.prepared = rehearsal->prepared;
		play.nr_prepared = rehearsal->nr_prepared;
	}
	/* whoever tries again wants to hear how it is */
	play.exam = play.exam && !rehearsal->again.nr;
	play.out = out;
	/* --scene is about the scenario it was given with */
	if (rehearsal->scenario != options->scenario)
		play.session.start = -1;
	rehearsal->play = play_new(rehearsal->scenario, options->rubric, &play);
	if (play.clock)
		rehearsal->started = play.clock->seconds();
}

void rehearsal_start(struct rehearsal *rehearsal)
{
	start(rehearsal, rehearsal->options->play.out);
}

/* The sheet of the talk outlives it: it is there for the next try, too. */
static void keep_prepared(struct rehearsal *rehearsal)
{
	const struct str *prepared =
		play_prepared(rehearsal->play, &rehearsal->nr_prepared);

	rehearsal->prepared = ARENA_ARRAY(&rehearsal->arena, struct str,
					  rehearsal->nr_prepared);
	for (size_t i = 0; i < rehearsal->nr_prepared; i++)
		rehearsal->prepared[i] =
			arena_str(&rehearsal->arena, prepared[i]);
}

struct rehearsal *rehearsal_resume(const struct tui_options *options)
{
	struct rehearsal *rehearsal =
		rehearsal_new(options, options->scenario);

	rehearsal->play = options->resumed;
	keep_prepared(rehearsal);
	rehearsal->greeting = options->greeting;
	if (options->play.clock)
		rehearsal->started = options->play.clock->seconds();
	return rehearsal;
}

struct rehearsal *rehearsal_in_room(const struct tui_options *options,
				    struct room *room)
{
	struct rehearsal *rehearsal =
		rehearsal_new(options, room_scenario(room));

	rehearsal->room = room;
	rehearsal->play = room_play(room);
	return rehearsal;
}

struct rehearsal *rehearsal_played(const struct tui_options *options)
{
	struct rehearsal *rehearsal =
		rehearsal_new(options, options->scenario);
	struct error ignored; /* it was played like this before */

	again_of(&rehearsal->again, options->played);
	rehearsal_start(rehearsal);
	keep_prepared(rehearsal);
	again_begin(&rehearsal->again, rehearsal->play, &ignored);
	return rehearsal;
}

static void end(struct rehearsal *rehearsal)
{
	struct tui_kept *kept = rehearsal->options->kept;
	struct error err;

	if (!rehearsal->play || rehearsal->room)
		return;
	if (!play_finish(rehearsal->play, &err))
		tui_not_kept(kept, &err);
	else if (play_path(rehearsal->play).len)
		kept->some = true;
	play_free(rehearsal->play);
	rehearsal->play = NULL;
}

void rehearsal_lost(struct rehearsal *rehearsal)
{
	struct error ignored; /* it was played like this before */

	if (rehearsal->again.nr)
		again_restart(&rehearsal->again);
	else
		again_of(&rehearsal->again, rehearsal_session(rehearsal));
	end(rehearsal);
	start(rehearsal, STR(""));
	again_begin(&rehearsal->again, rehearsal->play, &ignored);
}

void rehearsal_again(struct rehearsal *rehearsal)
{
	end(rehearsal);
	opening_release(&rehearsal->tries);
	again_release(&rehearsal->again);
	rehearsal->greeting = STR("");
	/* the file that was asked for holds the first try */
	start(rehearsal, STR(""));
}

void rehearsal_free(struct rehearsal *rehearsal)
{
	if (!rehearsal)
		return;
	end(rehearsal);
	opening_release(&rehearsal->tries);
	again_release(&rehearsal->again);
	arena_release(&rehearsal->arena);
	free(rehearsal);
}

const struct session *rehearsal_session(const struct rehearsal *rehearsal)
{
	return play_session(rehearsal->play);
}

struct str words_for(struct arena *arena, struct str name)
{
	struct strbuf words = { 0 };

	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		strbuf_addc(&words, c == '-' || c == '_' ? ' ' : c);
	}
	return arena_take(arena, &words);
}
