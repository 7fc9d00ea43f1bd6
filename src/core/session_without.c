/*
 * What the evaluator heard, kept in order, so that the same talk can be
 * judged again without the findings one objects to. The client's lines stay
 * as they were: what would have been said instead nobody knows.
 */
#include "session_parts.h"

struct talk *session_open_talk(const struct session *session,
			       struct arena *arena)
{
	const struct scenario *scenario = session->scenario;
	bool complaint = scenario->kind == KIND_COMPLAINT;
	const struct talk_setting setting = {
		.kind = scenario->kind,
		.fault = scenario->you.fault,
		.client_opens = complaint,
		.scripted = true,
		.must = scenario_must(scenario),
		.good = scenario_good(scenario),
	};
	struct talk *talk = talk_new(arena, session->rubric, &setting);

	if (complaint)
		talk_open_complaint(talk);
	return talk;
}

static struct judged *add(struct session *session)
{
	session->judged =
		arena_grow(&session->arena, session->judged,
			   session->nr_judged, &session->alloc_judged,
			   sizeof(*session->judged));
	return &session->judged[session->nr_judged++];
}

/* Until an ending a complaint stands, whatever was said to it. */
static const struct verdict *judge(const struct session *session,
				   struct talk *talk, const struct said *said)
{
	const struct verdict *verdict = talk_say(talk, said);

	if (said->act == ACT_NONE && session->scenario->kind == KIND_COMPLAINT)
		talk_open_complaint(talk);
	return verdict;
}

const struct verdict *session_judge(struct session *session,
				    const struct said *said)
{
	const struct verdict *verdict;

	*add(session) = (struct judged){ .mine = true, .said = *said };
	session_trace_text(session, said->text);
	verdict = judge(session, session->talk, said);
	session_trace_verdict(session, verdict);
	return verdict;
}

void session_hear(struct session *session, struct str line, uint32_t means)
{
	session_add_line(session, SPEAKER_CLIENT, line);
	*add(session) = (struct judged){ .line = line, .means = means };
	talk_client(session->talk, line, means);
}

/* The findings to be left out of a turn: of a rule, whatever the words. */
static void waive(struct said *said, int turn, const struct waiver *waivers,
		  size_t nr, struct arena *arena)
{
	struct finding *waived = ARENA_ARRAY(arena, struct finding, nr);

	for (size_t i = 0; i < nr; i++)
		if (waivers[i].turn == turn)
			waived[said->nr_waived++] = (struct finding){
				.rule = waivers[i].rule,
				.quote = STR(""),
			};
	said->waived = waived;
}

struct summary session_without(const struct session *session,
			       const struct waiver *waivers, size_t nr,
			       struct arena *arena)
{
	struct arena scratch = { 0 };
	struct talk *talk = session_open_talk(session, &scratch);
	struct summary summary;
	int turn = 0;

	for (size_t i = 0; i < session->nr_judged; i++) {
		const struct judged *judged = &session->judged[i];
		struct said said = judged->said;

		if (!judged->mine) {
			talk_client(talk, judged->line, judged->means);
			continue;
		}
		waive(&said, ++turn, waivers, nr, &scratch);
		judge(session, talk, &said);
	}
	summary = talk_summary(talk, arena);
	arena_release(&scratch);
	return summary;
}
