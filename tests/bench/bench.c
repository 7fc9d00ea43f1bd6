/*
 * Work to be counted by `make bench`: the same thing N times, so that the
 * difference between two counts is the thing alone.
 *
 *   bench tokens|score|scenario N
 *
 * Prints the bytes gone through once.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rehearse/embedded.h"
#include "rehearse/load.h"
#include "rehearse/talk.h"

static const char draft[] =
	"Dana, it's about Friday, and I wanted you to hear this from me. The "
	"migration will be two weeks late. We found wrong dates in the last "
	"test, I should have run it earlier, and that is on us. I can have "
	"the two big warehouses ready by Monday, and I will send you a plan "
	"by noon tomorrow. What does the delay do to your week?";

static void tokens(const struct rubric *rubric, struct arena *arena)
{
	(void)rubric;
	text_parse(arena, str_from(draft));
}

static void score(const struct rubric *rubric, struct arena *arena)
{
	const struct talk_setting setting = { .kind = KIND_BAD_NEWS };
	struct talk *talk = talk_new(arena, rubric, &setting);
	struct text text = rubric_read(rubric, str_from(draft), NULL, arena);
	const struct said said = { .text = &text, .act = ACT_NONE,
				   .channel = CHANNEL_CALL,
				   .stage = STAGE_OPENING };

	talk_judge(talk, &said, arena);
}

static void scenario(const struct rubric *rubric, struct arena *arena)
{
	const struct embedded_scenario *first = &embedded()->scenarios[0];
	struct problems problems = { 0 };

	(void)rubric;
	if (!scenario_load(arena, first->id, first->bytes, NULL, 0, &problems))
		abort();
}

static const struct work {
	const char *name;
	void (*run)(const struct rubric *rubric, struct arena *arena);
	bool of_scenario;
} works[] = {
	{ "tokens", tokens, false },
	{ "score", score, false },
	{ "scenario", scenario, true },
};

int main(int argc, char **argv)
{
	struct arena arena = { 0 };
	struct rubric rubric;
	struct error err;
	unsigned long times;

	if (argc != 3 || !rubric_open(embedded()->rubric, &rubric, &err))
		return 64;
	rubric.spelling = embedded()->spelling;
	times = strtoul(argv[2], NULL, 10);
	for (size_t i = 0; i < ARRAY_LEN(works); i++) {
		if (strcmp(works[i].name, argv[1]))
			continue;
		for (unsigned long n = 0; n < times; n++) {
			works[i].run(&rubric, &arena);
			arena_clear(&arena);
		}
		printf("%zu\n", works[i].of_scenario ?
		       embedded()->scenarios[0].bytes.len : strlen(draft));
	}
	arena_release(&arena);
	return 0;
}
