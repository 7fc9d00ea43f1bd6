/*
 * One input, from its verdict to its turn.
 *
 * Step 1 is here: findings, facts, mood, and whether the talk is over for
 * want of patience or turns. What comes back is session_answer.c.
 */
#include "session_parts.h"

#include <string.h>

#include "rehearse/named.h"

enum {
	TRUST_LEVEL = 50, /* a score that moves nothing */
	PATIENCE_LEVEL = 60,
	MOOD_STEP = 8,
	MOOD_MOST = 6,
	UNSCORED_COSTS = 2,
	PUSHBACK_MET = 60, /* on the principle it probes */
};

bool session_is_mute(const struct session *session)
{
	return session->channel != CHANNEL_NONE &&
	       !channel_is_live(session->channel);
}

bool session_is_acts_only(const struct session *session)
{
	return session->scene >= 0 &&
	       !session->scenario->scenes[session->scene].listen.nr;
}

/* ---- stage ------------------------------------------------------------- */

/* Nobody talks here any more: acts, or something written, or a last word on
 * the way there. */
static bool is_aftermath(const struct session *session,
			 const struct scene *scene)
{
	if (!scene->listen.nr || (scene->channel != CHANNEL_NONE &&
				  !channel_is_live(scene->channel)))
		return true;
	for (size_t i = 0; i < scene->client.nr; i++)
		if (!session_leads_out(session, &scene->client.items[i].go))
			return false;
	return scene->client.nr;
}

bool session_leads_out(const struct session *session, const struct go *go)
{
	switch (go->kind) {
	case GO_END:
	case GO_ENDING:
		return true;
	case GO_SCENE:
		return is_aftermath(session,
				    &session->scenario->scenes[go->index]);
	case GO_NOWHERE:
	case GO_BACK:
		break;
	}
	return false;
}

/*
 * The first words open the talk. A scene closes it when every way out of it
 * leads to an ending, or to a scene where nobody talks any more. Elsewhere
 * the evaluator judges by itself.
 */
enum stage session_stage(const struct session *session)
{
	const struct scene *scene = &session->scenario->scenes[session->scene];

	if (!session->now.turn)
		return STAGE_OPENING;
	for (size_t i = 0; i < scene->listen.nr; i++) {
		const struct go *go = &scene->listen.items[i].go;

		if (go->kind != GO_NOWHERE && !session_leads_out(session, go))
			return STAGE_NONE;
	}
	for (size_t i = 0; i < scene->nr_replies; i++) {
		const struct go *go = &scene->replies[i].go;

		if (go->kind != GO_NOWHERE && !session_leads_out(session, go))
			return STAGE_NONE;
	}
	return STAGE_CLOSING;
}

/* ---- mood -------------------------------------------------------------- */

static int mood_delta(int score, int level_score, enum level level)
{
	int delta = (score - level_score) / MOOD_STEP; /* toward zero */

	if (delta > MOOD_MOST)
		delta = MOOD_MOST;
	if (delta < -MOOD_MOST)
		delta = -MOOD_MOST;
	if (delta < 0 && level == LEVEL_GENTLE)
		return delta / 2;
	if (delta < 0 && level == LEVEL_TOUGH)
		return delta * 2;
	return delta;
}

static void feel(struct session *session, const struct verdict *verdict)
{
	enum level level = session->options.level;
	struct mood_move move = { .patience = -UNSCORED_COSTS, .judged = true };

	if (verdict->scored) {
		move.trust = mood_delta(verdict->score, TRUST_LEVEL, level);
		move.patience =
			mood_delta(verdict->score, PATIENCE_LEVEL, level);
	}
	if (move.patience < 0 && session_is_mute(session))
		move.patience = 0; /* nobody waits for you to finish a mail */
	session_move_mood(session, move);
	if (verdict->scored)
		session_note(session, "score %d: trust %+d patience %+d",
			     verdict->score, move.trust, move.patience);
	else
		session_note(session, "not scored: patience %+d", move.patience);
}

/* ---- a turn ------------------------------------------------------------ */

static void begin(struct session *session)
{
	struct condition_state *now = &session->now;

	arena_clear(&session->scratch);
	session->lines = NULL;
	session->nr_lines = session->alloc_lines = 0;
	session->moves = NULL;
	session->nr_moves = session->alloc_moves = 0;
	strbuf_truncate(&session->why, 0);
	session->met = -1;
	session->score_known = false;
	session->new_told = 0;
	session->spoken = (struct spoken){ 0 };
	now->just_told = now->just_asked = now->just_knows = 0;
	now->did = 0;
	now->did_act = 0;
	now->asking = ASKING_NOTHING;
	for (int i = 0; i < LINE_SLOT_NR; i++)
		session->slots[i] = STR("");
}

static bool is_slip(const struct finding *finding)
{
	return finding->raw < 0 && finding->end > finding->start;
}

static int count_slips(const struct verdict *verdict)
{
	int slips = 0;

	for (size_t i = 0; i < verdict->nr_findings; i++)
		slips += is_slip(&verdict->findings[i]);
	return slips;
}

/* What the evaluator found, where conditions look for it. */
static void take_verdict(struct session *session, const struct verdict *verdict)
{
	struct condition_state *now = &session->now;

	now->said = verdict->score;
	now->slips = count_slips(verdict);
	now->did = verdict->behaviours;
	now->ever_did |= verdict->behaviours;
	now->ever_act |= now->did_act;
	for (int p = 0; p < PRINCIPLE_NR; p++) {
		now->principles[p] =
			verdict->scored ? verdict->principles[p] : SCORE_NONE;
		if (now->principles[p] == SCORE_NONE)
			continue;
		session->sums[p] += now->principles[p];
		session->counts[p]++;
	}
}

/* The pushback that stands is answered by the next scored turn, or not. */
static void weigh_pushback(struct session *session,
			   const struct verdict *verdict)
{
	const struct entry *items = session->scenario->pushbacks.items;
	int pressing = session->pressing;

	if (pressing < 0 || !verdict->scored)
		return;
	session->pressing = -1;
	if (verdict->principles[items[pressing].probes] >= PUSHBACK_MET)
		session->met = pressing;
}

struct text session_read(const struct session *session, struct str line,
			 struct arena *arena)
{
	const struct scenario *scenario = session->scenario;
	struct text text = rubric_read(session->rubric, line,
				       &scenario->own_words, arena);

	matcher_mend(&scenario->phrases, &session->rubric->spelling,
		     &scenario->own_words, &text, arena);
	return text;
}

/* The first fact of those that has not been told; empty: none. */
static struct str first_untold(const struct scenario *scenario,
			       script_set wanted, script_set told)
{
	for (size_t i = 0; i < scenario->nr_facts; i++)
		if (wanted & ~told & SCRIPT_BIT(i))
			return scenario->facts[i].is;
	return STR("");
}

/* Is there a topic among these that says something? */
static bool has_lines(const struct scenario *scenario, script_set topics)
{
	for (size_t i = 0; i < scenario->nr_topics; i++)
		if (topics >> i & 1 && scenario->topics[i].say.nr)
			return true;
	return false;
}

/* Where the words begin that cost most; NAMED_LAST: none did. */
static long worst_words(const struct verdict *verdict)
{
	const struct finding *worst = NULL;

	for (size_t i = 0; i < verdict->nr_findings; i++) {
		const struct finding *finding = &verdict->findings[i];

		if (is_slip(finding) &&
		    (!worst || finding->raw < worst->raw))
			worst = finding;
	}
	return worst ? (long)worst->start : NAMED_LAST;
}

/* The promise that was found, the most binding first; of the same kind the
 * first. */
static bool find_promise(const struct session *session, const struct text *text,
			 const struct verdict *verdict, struct strbuf *out)
{
	static const int binding[] = { BEHAVIOUR_DATED_COMMITMENT,
				       BEHAVIOUR_OFFER, BEHAVIOUR_NEXT_STEP };

	for (size_t b = 0; b < ARRAY_LEN(binding); b++)
		for (size_t i = 0; i < verdict->nr_findings; i++) {
			const struct finding *found = &verdict->findings[i];
			const struct rule *rule =
				&session->rubric->rules[found->rule];

			if (rule->behaviour == binding[b] && found->raw > 0 &&
			    found->end > found->start &&
			    text_named_promise(text, found->start, out))
				return true;
		}
	return text_any_promise(text, out);
}

/* What the client may take up of it, as they would say it. */
static void find_slots(struct session *session, const struct text *text,
		       const struct verdict *verdict)
{
	for (int i = 0; i < LINE_SLOT_NR; i++) {
		struct strbuf words = { 0 };
		bool found = false;

		switch ((enum line_slot)i) {
		case SLOT_ASKED:
			found = text_asked_thing(text, &words);
			break;
		case SLOT_TIME:
			found = text_named_time(text, &words);
			break;
		case SLOT_SUM:
			found = text_named_sum(text, &words);
			break;
		case SLOT_CHOICE:
			found = text_named_choice(text, &words);
			break;
		case SLOT_QUOTE:
			found = text_quotable(text, worst_words(verdict),
					      &words);
			break;
		case SLOT_PROMISE:
			found = find_promise(session, text, verdict, &words);
			break;
		case LINE_SLOT_NR:
			break;
		}
		if (found)
			session->slots[i] = arena_str(&session->scratch,
						      strbuf_str(&words));
		strbuf_release(&words);
	}
}

/* Words: what they tell and ask, how they are judged, what they do. */
static const struct verdict *speak(struct session *session,
				   const struct text *text)
{
	struct condition_state *now = &session->now;
	struct heard heard = scenario_hear(session->scenario, session->scene,
					   text, &session->scratch);
	script_set told = now->told | heard.facts;
	struct said said = {
		.text = text,
		.act = ACT_NONE,
		.channel = session->channel,
		.stage = session_stage(session),
		.told = heard.facts,
		.news = first_untold(session->scenario,
				     scenario_must(session->scenario), told),
		.good = first_untold(session->scenario,
				     scenario_good(session->scenario), told),
	};
	const struct verdict *verdict = session_judge(session, &said);

	if (session->topic >= 0 && text_is_follow_up(text) &&
	    !has_lines(session->scenario, heard.topics)) {
		heard.topics = SCRIPT_BIT(session->topic);
		for (size_t i = 0; i < heard.nr_parts; i++)
			heard.parts[i].topic = session->topic;
	}
	find_slots(session, text, verdict);
	now->turn++;
	session->new_told = heard.facts & ~now->told;
	now->just_told = heard.facts;
	now->told |= heard.facts;
	now->just_asked = heard.topics;
	now->asking = text_asking(text);
	now->asked |= heard.topics;
	if (session->channel == CHANNEL_VOICEMAIL)
		now->did_act = 1u << ACT_VOICEMAIL;
	take_verdict(session, verdict);
	weigh_pushback(session, verdict);
	feel(session, verdict);
	if (!now->patience || now->turn >= SESSION_MAX_TURNS) {
		session_run_out(session);
	} else {
		session_find_due(session, text, &heard);
		session_answer(session, text);
	}
	return verdict;
}

struct said said_act(enum act act)
{
	return (struct said){
		.act = act,
		.channel = CHANNEL_NONE, /* of words; there are none */
		.stage = STAGE_NONE,
	};
}

/* An act moves nothing by itself; it leads where the script says. */
static const struct verdict *act_out(struct session *session, enum act act,
				     const struct reply *reply)
{
	struct said said = said_act(act);
	const struct verdict *verdict = session_judge(session, &said);

	session->now.did_act = 1u << act;
	take_verdict(session, verdict);
	weigh_pushback(session, verdict);
	session->met = -1; /* deeds answer no question */
	session->topic = -1;
	session_note(session, "act " STR_FMT " (line %u)",
		     STR_ARG(terms_name(&act_terms, (int)act)), reply->line);
	session_go(session, &reply->go, false);
	return verdict;
}

void session_take(struct session *session, struct str said, enum act act,
		  int picked, const struct reply *reply)
{
	struct turn *turn = ARENA_NEW(&session->arena, struct turn);
	const struct condition_state *now = &session->now;

	begin(session);
	turn->number = (int)session->nr_turns + 1;
	turn->scene = session->scene;
	turn->channel = session->channel;
	turn->said = arena_str(&session->arena, said);
	turn->act = act;
	turn->picked = picked;
	if (act == ACT_NONE) {
		/* findings quote the text: it lives as long as they do */
		struct text *text = ARENA_NEW(&session->arena, struct text);

		*text = session_read(session, turn->said, &session->arena);
		turn->verdict = speak(session, text);
	} else {
		turn->verdict = act_out(session, act, reply);
	}
	turn->told = now->just_told;
	turn->asked = now->just_asked;
	turn->revealed = now->just_knows;
	turn->trust = now->trust;
	turn->patience = now->patience;
	turn->moves = session->moves;
	turn->nr_moves = session->nr_moves;
	turn->answer = session->lines;
	turn->nr_answer = session->nr_lines;
	turn->scene_after = session->scene;
	turn->ending = session->ending;
	turn->why = arena_str(&session->arena, strbuf_str(&session->why));
	session->turns =
		arena_grow(&session->arena, session->turns, session->nr_turns,
			   &session->alloc_turns, sizeof(struct turn *));
	session->turns[session->nr_turns++] = turn;
}
