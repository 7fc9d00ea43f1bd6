/*
 * Disagreements as labelled lines for the rubric's owner: what was said, and
 * the rules the room does not believe in under `forbid`. What should have
 * been found instead is for a person to write under `expect`.
 */
#include "group_parts.h"
#include "rehearse/json.h"
#include "talk_parts.h"

/* What the client had said when it was their turn. */
static struct str heard_before(const struct group *group,
			       const struct report *report,
			       const struct report_line *line)
{
	const struct report_line *first = line;
	struct strbuf heard = { 0 };
	struct str result;

	while (first > report->lines && !first[-1].mine)
		first--;
	for (; first < line; first++) {
		if (!first->speaker.len)
			continue;
		strbuf_add(&heard, heard.len ? STR(" ") : STR(""));
		strbuf_add(&heard, first->text);
	}
	result = arena_str(group->arena,
			   group_without_names(group, strbuf_str(&heard)));
	strbuf_release(&heard);
	return result;
}

static void add_forbidden(const struct disagreement *d,
			  const struct rubric *rubric, struct strbuf *out)
{
	const struct verdict *verdict = d->line->verdict;

	json_open(out, "forbid", '[');
	for (size_t i = 0; i < verdict->nr_findings; i++) {
		const struct finding *f = &verdict->findings[i];

		if (!disagrees_with(d, i))
			continue;
		json_text(out, NULL,
			  rubric_string(rubric, rubric->rules[f->rule].id));
	}
	json_close(out, ']');
}

static void add_disagreement(const struct group *group,
			     const struct disagreement *d, struct strbuf *out)
{
	const struct rubric *rubric = talk_rubric(d->report->talk);
	const struct talk_setting *setting = &d->report->talk->setting;

	json_open(out, NULL, '{');
	json_text(out, "client_said", heard_before(group, d->report, d->line));
	json_text(out, "text", group_without_names(group, d->line->text));
	if (d->line->channel != CHANNEL_NONE)
		json_name(out, "channel", &channel_terms,
			  (int)d->line->channel);
	json_name(out, "kind", &kind_terms, (int)setting->kind);
	json_name(out, "fault", &fault_terms, (int)setting->fault);
	json_open(out, "expect", '[');
	json_close(out, ']');
	add_forbidden(d, rubric, out);
	json_name(out, "principle", &principle_terms, d->principle);
	json_int(out, "room", d->room);
	json_int(out, "rules", d->rules);
	json_count(out, "round", d->mark->round);
	json_int(out, "turn", d->mark->turn);
	json_close(out, '}');
	strbuf_addc(out, '\n');
}

void group_disagreements(const struct group *group, struct strbuf *out)
{
	for (size_t i = 0; i < group->nr_disagreements; i++)
		if (group->disagreements[i].line->act == ACT_NONE)
			add_disagreement(group, &group->disagreements[i], out);
}
