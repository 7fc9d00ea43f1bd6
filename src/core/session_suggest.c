/*
 * What helps the user before a line is said: suggestions, the verdict on a
 * draft, the client's mood in words.
 */
#include "session_parts.h"

#include "rehearse/chance.h"

enum { TEXTS_SHOWN = 3 };

size_t session_suggestions(const struct session *session,
			   struct suggestion out[SUGGESTIONS_MAX])
{
	const struct scene *scene;
	const struct scene_state *state;
	size_t nr = 0, *order;
	struct arena arena = { 0 };

	if (session_ended(session))
		return 0;
	scene = &session->scenario->scenes[session->scene];
	state = &session->scenes[session->scene];
	order = ARENA_ARRAY(&arena, size_t, scene->nr_replies);
	chance_shuffle(order, scene->nr_replies, session->options.seed,
		       (uint64_t)session->scene, state->visits);
	for (size_t i = 0; i < scene->nr_replies && nr < TEXTS_SHOWN; i++) {
		const struct reply *reply = &scene->replies[order[i]];

		if (reply->act == ACT_NONE &&
		    !session->picked[state->first_reply + order[i]])
			out[nr++] = (struct suggestion){
				.text = reply->text,
				.act = ACT_NONE,
				.place = (int)order[i] + 1,
			};
	}
	for (size_t i = 0; i < scene->nr_replies && nr < SUGGESTIONS_MAX; i++)
		if (scene->replies[i].act != ACT_NONE)
			out[nr++] = (struct suggestion){
				.text = scene->replies[i].text,
				.act = scene->replies[i].act,
				.place = (int)i + 1,
			};
	arena_release(&arena);
	return nr;
}

struct verdict *session_draft(const struct session *session, struct str draft,
			      struct arena *arena)
{
	struct text text;
	struct said said;

	draft = str_trim(draft);
	if (session_ended(session) || session_is_acts_only(session) ||
	    !draft.len)
		return NULL;
	text = session_read(session, draft, arena);
	said = (struct said){
		.text = &text,
		.act = ACT_NONE,
		.channel = session->channel,
		.stage = session_stage(session),
		.told = scenario_hear(session->scenario, session->scene, &text,
				      arena)
				.facts,
	};
	return talk_judge(session->talk, &said, arena);
}

size_t suggestion_judged(const struct session *session,
			 const struct suggestion *texts, size_t nr, bool best,
			 struct arena *arena)
{
	int kept_score = 0;
	size_t kept = 0;

	for (size_t i = 0; i < nr; i++) {
		const struct verdict *verdict =
			session_draft(session, texts[i].text, arena);
		int score = verdict ? verdict->score : SCORE_NONE;

		if (i && (best ? score <= kept_score : score >= kept_score))
			continue;
		kept_score = score;
		kept = i;
	}
	return kept;
}

struct str mood_words(int trust, int patience)
{
	static const struct {
		int below;
		const char *words;
	} patiences[] = {
		{ 10, "about to hang up" },
		{ 25, "losing patience" },
	}, trusts[] = {
		{ 20, "closed off" },
		{ 35, "cold" },
		{ 50, "wary" },
		{ 70, "steady" },
	};

	for (size_t i = 0; i < ARRAY_LEN(patiences); i++)
		if (patience < patiences[i].below)
			return str_from(patiences[i].words);
	for (size_t i = 0; i < ARRAY_LEN(trusts); i++)
		if (trust < trusts[i].below)
			return str_from(trusts[i].words);
	return STR("warm");
}

void mood_line(struct strbuf *out, const int *moods, size_t nr, bool ascii)
{
	static const char *const levels[2][8] = {
		{ "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" },
		{ "_", "_", ".", ".", "-", "-", "^", "^" },
	};

	for (size_t i = 0; i < nr; i++)
		strbuf_add(out, str_from(levels[ascii][moods[i] * 8 / 101]));
}
