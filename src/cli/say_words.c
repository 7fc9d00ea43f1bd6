#include "say_words.h"

#include "at_hand.h"
#include "rehearse/talk.h"
#include "rehearse/utf8.h"

static void show_keys(struct output *output, const struct text *text)
{
	output_text(output, STR("words:"));
	for (uint32_t i = 0; i < text->nr_words; i++) {
		output_text(output, STR(" "));
		output_text(output, text->words[i].key);
	}
	output_text(output, STR("\n"));
}

static void show_findings(struct output *output, const struct rubric *rubric,
			  const struct verdict *verdict)
{
	output_text(output, verdict->nr_findings ? STR("findings:\n") :
						   STR("findings: none\n"));
	for (size_t i = 0; i < verdict->nr_findings; i++) {
		const struct finding *finding = &verdict->findings[i];
		const struct rule *rule = &rubric->rules[finding->rule];

		output_printf(output, "  %+4d  " STR_FMT, finding->points,
			      STR_ARG(rubric_string(rubric, rule->id)));
		if (rule->behaviour >= 0)
			output_printf(output, " (%s)",
				      behaviour_terms.names[rule->behaviour]);
		if (finding->quote.len)
			output_printf(output, " \"" STR_FMT "\"",
				      STR_ARG(finding->quote));
		output_text(output, STR("\n"));
	}
}

static void show_heard(struct output *output, const struct scenario *scenario,
		       struct heard heard)
{
	for (size_t i = 0; i < scenario->nr_facts; i++)
		if (heard.facts >> i & 1)
			output_printf(output, "tells: " STR_FMT "\n",
				      STR_ARG(scenario->facts[i].id));
	for (size_t i = 0; i < scenario->nr_topics; i++)
		if (heard.topics >> i & 1)
			output_printf(output, "asks: " STR_FMT "\n",
				      STR_ARG(scenario->topics[i].id));
	for (size_t i = 0; i < heard.nr_answers; i++)
		output_printf(output, "asks: answer %d (line %u)\n",
			      heard.answers[i].answer + 1,
			      scenario->answers.items[heard.answers[i].answer]
				      .line);
	if (!heard.facts)
		output_text(output, STR("tells: nothing\n"));
	if (!heard.topics && !heard.nr_answers)
		output_text(output, STR("asks: nothing\n"));
}

/* The first thing the client says in a scene, which the words answer. */
static void hear_client(struct talk *talk, const struct scene *scene)
{
	for (size_t i = 0; i < scene->client.nr; i++) {
		const struct entry *entry = &scene->client.items[i];

		if (entry->condition || !entry->nr_say)
			continue;
		talk_client(talk, entry->say[0], entry->means);
		return;
	}
}

int say_words(struct arena *arena, const struct options *options,
	      const struct scenario *scenario, struct output *output)
{
	struct talk_setting setting = {
		.kind = scenario->kind,
		.fault = scenario->you.fault,
		.scripted = true,
		.must = scenario_must(scenario),
		.good = scenario_good(scenario),
	};
	struct said said = { .act = ACT_NONE, .stage = STAGE_NONE };
	struct rubric rubric;
	struct heard heard;
	struct talk *talk;
	struct text text;
	int scene, status;

	if (utf8_check(options->say) < options->say.len) {
		say("--say: this is not UTF-8 text");
		return ERROR_USAGE;
	}
	status = rubric_at_hand(arena, STR(""), &rubric);
	if (!status)
		status = scene_at_hand(scenario, options->scene, &scene);
	if (status)
		return status;
	talk = talk_new(arena, &rubric, &setting);
	if (scenario->kind == KIND_COMPLAINT)
		talk_open_complaint(talk);
	hear_client(talk, &scenario->scenes[scene]);
	text = rubric_read(&rubric, options->say, NULL, arena);
	heard = scenario_hear(scenario, scene, &text, arena);
	said.text = &text;
	said.told = heard.facts;
	said.channel = scenario->scenes[scene].channel;
	show_keys(output, &text);
	show_findings(output, &rubric, talk_judge(talk, &said, arena));
	show_heard(output, scenario, heard);
	return 0;
}
