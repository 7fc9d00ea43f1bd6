/* Rubrics: what can be loaded and compiled can be judged by. */
#include "fuzz.h"
#include "rehearse/load.h"
#include "rehearse/talk.h"

static void judge(struct arena *arena, struct str image)
{
	const struct talk_setting setting = { .kind = KIND_OTHER };
	struct rubric rubric;
	struct error err;
	struct text text;
	struct said said = {
		.text = &text, .act = ACT_NONE, .stage = STAGE_NONE,
	};
	const struct verdict *verdict;
	struct talk *talk;

	must(rubric_open(image, &rubric, &err), "what was compiled opens");
	talk = talk_new(arena, &rubric, &setting);
	talk_client(talk, STR("It is wrong, why?"), 0);
	text = rubric_read(&rubric, STR("That is on us, we missed it. I will "
					"send the page by noon."),
			   NULL, arena);
	verdict = talk_say(talk, &said);
	must(!verdict->scored ||
	     (verdict->score >= 0 && verdict->score <= 100), "0..100");
	talk_summary(talk, arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t nr)
{
	struct problems problems = { 0 };
	struct arena arena = { 0 };
	struct rubric_source source;
	struct str image;
	bool compiled = rubric_load(&arena, STR("fuzz.yaml"),
				    fuzz_bytes(bytes, nr), &source,
				    &problems) &&
			rubric_compile(&arena, &source, &image, &problems);

	must(compiled == !problems.nr, "a rubric or problems");
	fuzz_check_problems(&problems);
	if (compiled)
		judge(&arena, image);
	arena_release(&arena);
	return 0;
}
