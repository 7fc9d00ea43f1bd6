/*
 * Making a session, its inputs, and looking at it. What a turn does is in
 * session_turn.c.
 */
#include "session_parts.h"

#include <stdlib.h>

#include "rehearse/utf8.h"

enum { LEVEL_SHIFT = 15 }; /* so much kinder or harder at the start */

static int start_mood(int mood, enum level level)
{
	if (level == LEVEL_GENTLE)
		mood += LEVEL_SHIFT;
	if (level == LEVEL_TOUGH)
		mood -= LEVEL_SHIFT;
	return mood < 0 ? 0 : mood > 100 ? 100 : mood;
}

/* Counts of all lists lie in one array; here each list gets its place. */
static void place_counts(struct session *session)
{
	const struct scenario *scenario = session->scenario;
	uint32_t uses = 0, replies = 0;

	session->scenes = ARENA_ARRAY(&session->arena, struct scene_state,
				      scenario->nr_scenes);
	for (size_t s = 0; s < scenario->nr_scenes; s++) {
		const struct scene *scene = &scenario->scenes[s];

		session->scenes[s].first_use = uses;
		session->scenes[s].first_reply = replies;
		uses += (uint32_t)(scene->client.nr + scene->listen.nr);
		replies += (uint32_t)scene->nr_replies;
	}
	session->topic_use =
		ARENA_ARRAY(&session->arena, uint32_t, scenario->nr_topics);
	for (size_t t = 0; t < scenario->nr_topics; t++) {
		session->topic_use[t] = uses;
		uses += (uint32_t)scenario->topics[t].say.nr;
	}
	session->first_answer_use = uses;
	uses += (uint32_t)scenario->answers.nr;
	session->first_reaction_use = uses;
	uses += (uint32_t)scenario->reactions.nr;
	session->first_nod_use = uses;
	uses += (uint32_t)scenario->nods.nr;
	session->first_remark_use = uses;
	uses += (uint32_t)scenario->remarks.nr;
	session->first_pushback_use = uses;
	uses += (uint32_t)scenario->pushbacks.nr;
	session->uses = ARENA_ARRAY(&session->arena, uint32_t, uses);
	session->picked = ARENA_ARRAY(&session->arena, bool, replies);
}

struct session *session_new(const struct scenario *scenario,
			    const struct rubric *rubric,
			    const struct session_options *options)
{
	struct session *session = memory_new(sizeof(*session));

	*session = (struct session){
		.scenario = scenario,
		.rubric = rubric,
		.options = *options,
		.ending = -1,
		.channel = CHANNEL_NONE,
		.pressing = -1,
		.met = -1,
		.topic = -1,
		.farewell = -1,
	};
	session->now = (struct condition_state){
		.trust = start_mood(scenario->client.trust, options->level),
		.patience =
			start_mood(scenario->client.patience, options->level),
		.score = SCORE_NONE,
		.said = SCORE_NONE,
		.level = options->level,
		.channel = CHANNEL_NONE,
	};
	for (int p = 0; p < PRINCIPLE_NR; p++)
		session->now.principles[p] = SCORE_NONE;
	place_counts(session);
	session_plan_detours(session);
	session->talk = session_open_talk(session, &session->arena);
	session_enter(session,
		      options->start >= 0 ? options->start : scenario->start);
	session->opening = session->lines;
	session->nr_opening = session->nr_lines;
	return session;
}

void session_free(struct session *session)
{
	if (!session)
		return;
	strbuf_release(&session->why);
	arena_release(&session->scratch);
	arena_release(&session->arena);
	free(session);
}

/* ---- inputs ------------------------------------------------------------ */

static const struct scene *here(const struct session *session)
{
	return &session->scenario->scenes[session->scene];
}

static const struct reply *offered(const struct session *session, enum act act)
{
	const struct scene *scene = here(session);

	for (size_t i = 0; act != ACT_NONE && i < scene->nr_replies; i++)
		if (scene->replies[i].act == act)
			return &scene->replies[i];
	return NULL;
}

static bool refuse_ended(struct error *err)
{
	return error_set(err, ERROR_USAGE,
			 "The conversation is over. Take a turn back to try "
			 "it another way.");
}

/* Says which acts there are. */
static bool refuse_act(const struct session *session, const char *what,
		       struct error *err)
{
	const struct scene *scene = here(session);
	struct strbuf acts = { .max = 400 };

	for (size_t i = 0; i < scene->nr_replies; i++) {
		const struct reply *reply = &scene->replies[i];

		if (reply->act == ACT_NONE)
			continue;
		strbuf_addf(&acts, "%s" STR_FMT " (" STR_FMT ")",
			    acts.len ? ", " : "",
			    STR_ARG(terms_name(&act_terms, (int)reply->act)),
			    STR_ARG(reply->text));
	}
	if (acts.len)
		error_set(err, ERROR_USAGE, "%s Here you can: " STR_FMT, what,
			  STR_ARG(strbuf_str(&acts)));
	else
		error_set(err, ERROR_USAGE, "%s Say something instead.", what);
	strbuf_release(&acts);
	return false;
}

static bool check_line(struct str line, struct error *err)
{
	size_t length = utf8_count(line, line.len);

	if (!line.len)
		return error_set(err, ERROR_USAGE,
				 "Type what you want to say.");
	if (length > SESSION_MAX_CHARACTERS)
		return error_set(err, ERROR_USAGE,
				 "That is %zu characters long; a turn may have "
				 "%d. Say it in two.",
				 length, SESSION_MAX_CHARACTERS);
	return true;
}

static bool check_picked(const struct session *session, int picked,
			 struct error *err)
{
	const struct scene *scene = here(session);

	if (!picked)
		return true;
	if (picked < 0 || (size_t)picked > scene->nr_replies ||
	    scene->replies[picked - 1].act != ACT_NONE)
		return error_set(err, ERROR_USAGE,
				 "There is no suggestion %d to say here.",
				 picked);
	return true;
}

/* The act that words with nobody to hear them go through; NULL: none. */
static const struct reply *way_in(const struct session *session)
{
	const struct reply *reply = offered(session, ACT_CALL);

	return reply ? reply : offered(session, ACT_MEET);
}

static void take_act(struct session *session, const struct reply *reply)
{
	session_take(session, STR(""), reply->act, 0, reply);
}

/* Words where only acts are offered: they name one, or they go through the
 * first that opens a talk, and are said there. */
static bool say_among_acts(struct session *session, struct str line,
			   struct error *err)
{
	struct intent intent = session_intent(session, line);
	const struct reply *reply;

	if (intent.kind == INTENT_UNCLEAR)
		return refuse_act(session, "That isn't offered now.", err);
	if (intent.kind == INTENT_ACT) {
		take_act(session, offered(session, intent.act));
		return true;
	}
	reply = way_in(session);
	if (!reply)
		return refuse_act(session, "There is nobody to say it to yet.",
				  err);
	take_act(session, reply);
	if (session->scene >= 0 && !session_is_acts_only(session))
		session_take(session, line, ACT_NONE, 0, NULL);
	return true;
}

bool session_say(struct session *session, struct str line, int picked,
		 struct error *err)
{
	line = str_trim(line);
	if (session_ended(session))
		return refuse_ended(err);
	if (!check_line(line, err) || !check_picked(session, picked, err))
		return false;
	if (session_is_acts_only(session))
		return say_among_acts(session, line, err);
	if (picked)
		session->picked[session->scenes[session->scene].first_reply +
				(uint32_t)picked - 1] = true;
	session_take(session, line, ACT_NONE, picked, NULL);
	return true;
}

bool session_act(struct session *session, enum act act, struct error *err)
{
	const struct reply *reply;

	if (session_ended(session))
		return refuse_ended(err);
	reply = offered(session, act);
	if (!reply)
		return refuse_act(session, "That isn't offered now.", err);
	take_act(session, reply);
	return true;
}

bool session_pick(struct session *session, int shown, struct error *err)
{
	struct suggestion suggestions[SUGGESTIONS_MAX];
	size_t nr = session_suggestions(session, suggestions);
	const struct suggestion *suggestion;

	if (session_ended(session))
		return refuse_ended(err);
	if (shown < 1 || (size_t)shown > nr) {
		if (!nr)
			return error_set(err, ERROR_USAGE,
					 "There are no suggestions here: "
					 "say it in your own words.");
		return error_set(err, ERROR_USAGE,
				 "There is no suggestion %d: pick 1 to %zu, "
				 "or say it in your own words.",
				 shown, nr);
	}
	suggestion = &suggestions[shown - 1];
	if (suggestion->act != ACT_NONE)
		return session_act(session, suggestion->act, err);
	return session_say(session, suggestion->text, suggestion->place, err);
}

bool session_repeat(struct session *session, const struct turn *turn,
		    struct error *err)
{
	return turn->act != ACT_NONE
		       ? session_act(session, turn->act, err)
		       : session_say(session, turn->said, turn->picked, err);
}

/* ---- looking at it ----------------------------------------------------- */

const struct heard_line *session_opening(const struct session *session,
					 size_t *nr)
{
	*nr = session->nr_opening;
	return session->opening;
}

const struct use *session_uses(const struct session *session, size_t *nr)
{
	*nr = session->nr_used;
	return session->used;
}

size_t session_lines_said(const struct session *session, size_t entry)
{
	return session->uses[entry];
}

size_t session_visits(const struct session *session, size_t scene)
{
	return session->scenes[scene].visits;
}

size_t session_nr_turns(const struct session *session)
{
	return session->nr_turns;
}

const struct turn *session_turn(const struct session *session, size_t i)
{
	return session->turns[i];
}

struct str turn_words(const struct turn *turn, const struct scenario *scenario)
{
	const struct scene *scene = &scenario->scenes[turn->scene];

	if (turn->act == ACT_NONE)
		return turn->said;
	for (size_t i = 0; i < scene->nr_replies; i++)
		if (scene->replies[i].act == turn->act)
			return scene->replies[i].text;
	return terms_name(&act_terms, (int)turn->act);
}

const struct turn *session_last(const struct session *session)
{
	if (!session->nr_turns)
		return NULL;
	return session->turns[session->nr_turns - 1];
}

bool session_ended(const struct session *session)
{
	return session->scene < 0;
}

int session_ending(const struct session *session)
{
	return session->ending;
}

int session_scene(const struct session *session)
{
	return session->scene;
}

enum channel session_channel(const struct session *session)
{
	return session->channel;
}

int session_trust(const struct session *session)
{
	return session->now.trust;
}

int session_patience(const struct session *session)
{
	return session->now.patience;
}

script_set session_told(const struct session *session)
{
	return session->now.told;
}

script_set session_known(const struct session *session)
{
	return session->now.knows;
}

const struct condition_state *session_now(const struct session *session)
{
	return &session->now;
}

const struct talk *session_talk(const struct session *session)
{
	return session->talk;
}

const struct scenario *session_scenario(const struct session *session)
{
	return session->scenario;
}

const struct session_options *session_options(const struct session *session)
{
	return &session->options;
}

struct summary session_summary(const struct session *session,
			       struct arena *arena)
{
	return talk_summary(session->talk, arena);
}

struct str *session_unsaid(const struct session *session, struct arena *arena,
			   size_t *nr)
{
	const struct scenario *scenario = session->scenario;
	struct str *unsaid = ARENA_ARRAY(arena, struct str, scenario->nr_facts);

	*nr = 0;
	for (size_t i = 0; i < scenario->nr_facts; i++)
		if (!(session->now.told >> i & 1) &&
		    (scenario->facts[i].must || scenario->facts[i].good))
			unsaid[(*nr)++] = scenario->facts[i].is;
	return unsaid;
}
