#include "rehearse/talk.h"

/* The first value of a set of bits; `otherwise` for an empty set. */
static int first_of(uint32_t set, int otherwise)
{
	int value = 0;

	if (!set)
		return otherwise;
	while (!(set >> value & 1))
		value++;
	return value;
}

static struct talk_setting plainest_setting(const struct rule_when *when)
{
	struct talk_setting setting = {
		.kind = (enum kind)first_of(when->kind, KIND_OTHER),
		.fault = (enum fault)first_of(when->fault, FAULT_NOBODY),
		.client_opens = first_of(when->opened_by, OPENER_ME) ==
				OPENER_CLIENT,
	};

	if (when->news && !(when->news >> NEWS_NONE & 1)) {
		setting.scripted = true;
		setting.must = 1;
	}
	return setting;
}

/* News told, if the rule wants them told: an earlier turn told them. */
static void tell_news(struct talk *talk, const struct rule_when *when)
{
	const struct said said = {
		.act = ACT_NONE,
		.channel = CHANNEL_CALL,
		.stage = STAGE_OPENING,
		.told = 1,
	};

	if (first_of(when->news, NEWS_NONE) == NEWS_TOLD)
		talk_say(talk, &said);
}

struct verdict *rubric_example_judge(const struct rubric *rubric, int rule,
				     const struct rule_example *example,
				     struct str words, struct arena *arena)
{
	const struct rule_when *when = &rubric->rules[rule].when;
	struct talk_setting setting = plainest_setting(when);
	struct talk *talk = talk_new(arena, rubric, &setting);
	struct str client = rubric_string(rubric, example->client);
	struct text text = rubric_read(rubric, words, NULL, arena);
	struct said said = {
		.text = &text,
		.act = (enum act)first_of(when->act, ACT_NONE),
		.channel = example->channel != CHANNEL_NONE ?
				   (enum channel)example->channel :
				   (enum channel)first_of(when->channel,
							  CHANNEL_NONE),
		.stage = example->stage != STAGE_NONE ?
				 (enum stage)example->stage :
				 (enum stage)first_of(when->stage,
						      STAGE_MIDDLE),
	};
	uint32_t means = when->client & ((1u << CLIENT_ACT_NR) - 1);

	tell_news(talk, when);
	if (when->complaint_open)
		talk_open_complaint(talk);
	if (client.len)
		talk_client(talk, client, 0);
	else if (means)
		talk_client(talk, STR("-"), means & (~means + 1));
	return talk_judge(talk, &said, arena);
}

bool rubric_example_fires(const struct rubric *rubric, int rule,
			  const struct rule_example *example)
{
	struct arena arena = { 0 };
	const struct verdict *verdict = rubric_example_judge(
		rubric, rule, example, rubric_string(rubric, example->text),
		&arena);
	bool fires = false;

	for (size_t i = 0; i < verdict->nr_findings; i++)
		fires |= verdict->findings[i].rule == rule;
	arena_release(&arena);
	return fires;
}
