/*
 * Work to be counted by `make bench`: the same thing N times, so that the
 * difference between two counts is the thing alone.
 *
 *   bench WORK N
 *
 * Prints the bytes gone through once. The works `lookups` and `events` are
 * what nobody can do without who reads words or YAML: references to hold the
 * others against.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "rehearse/embedded.h"
#include "rehearse/load.h"
#include "rehearse/talk.h"

static const char draft[] =
	"Dana, it's about Friday, and I wanted you to hear this from me. The "
	"migration will be two weeks late. We found wrong dates in the last "
	"test, I should have run it earlier, and that is on us. I can have "
	"the two big warehouses ready by Monday, and I will send you a plan "
	"by noon tomorrow. What does the delay do to your week?";

/* Words cut at blanks, and each looked up once. */
static void lookups(const struct rubric *rubric, struct arena *arena)
{
	struct str rest = str_from(draft), word;
	volatile size_t known = 0;

	(void)arena;
	while (str_cut(&rest, ' ', &word))
		known = known +
			spelling_has(&rubric->spelling, str_hash(word));
}

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

/* libyaml alone, nothing kept. */
static void events(const struct rubric *rubric, struct arena *arena)
{
	const struct str bytes = embedded()->scenarios[0].bytes;
	yaml_event_type_t type = YAML_NO_EVENT;
	yaml_parser_t parser;

	(void)rubric;
	(void)arena;
	if (!yaml_parser_initialize(&parser))
		abort();
	yaml_parser_set_input_string(&parser, (const unsigned char *)bytes.ptr,
				     bytes.len);
	while (type != YAML_STREAM_END_EVENT) {
		yaml_event_t event;

		if (!yaml_parser_parse(&parser, &event))
			abort();
		type = event.type;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
}

static const struct work {
	const char *name;
	void (*run)(const struct rubric *rubric, struct arena *arena);
	bool of_scenario;
} works[] = {
	{ "lookups", lookups, false },
	{ "tokens", tokens, false },
	{ "score", score, false },
	{ "events", events, true },
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
