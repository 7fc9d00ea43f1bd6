#include "player_parts.h"

#include "rehearse/chance.h"

uint32_t player_draw(struct player *player, size_t n)
{
	return chance_below((uint32_t)n, 11, player->draws++, 0, 0);
}

static bool leads_to_end(const struct scene *scene)
{
	for (size_t i = 0; i < scene->listen.nr; i++)
		if (scene->listen.items[i].go.kind == GO_END)
			return true;
	for (size_t i = 0; i < scene->nr_replies; i++)
		if (scene->replies[i].go.kind == GO_END)
			return true;
	return false;
}

/* How the talk would end if it ended now, as far as can be seen. */
static size_t ending_now(const struct player *player)
{
	const struct scenario *scenario = player->scenario;
	const struct session *session = player->session;
	struct condition_state state = {
		.trust = session_trust(session),
		.patience = session_patience(session),
		.turn = (int)session_nr_turns(session),
		.score = SCORE_NONE,
		.level = player->level,
		.channel = session_channel(session),
		.told = session_told(session),
		.knows = session_known(session),
		.ever_did = ~(uint64_t)0,
	};
	size_t ending = 0;

	for (size_t i = 0; i < session_nr_turns(session); i++)
		state.asked |= session_turn(session, i)->asked;
	while (ending + 1 < scenario->nr_endings &&
	       !condition_holds(scenario->endings[ending].condition, &state))
		ending++;
	return ending;
}

static void keep_for_ending(struct player *player)
{
	struct item *item = player_ending(player, ending_now(player));
	bool close_by = leads_to_end(player_here(player));

	if (item->seen.happened || (item->close_by && !close_by))
		return;
	if (!item->moment)
		item->moment = ARENA_NEW(&player->arena, struct moment);
	*item->moment = player->now;
	item->close_by = close_by;
}

/* Is something told that was not told at any moment kept? */
static bool tells_more(const struct moments *moments, script_set told)
{
	for (size_t i = 0; i < moments->nr; i++)
		told &= ~moments->items[i].told;
	return told;
}

/* Keeps a way to the scene one is in: the most promising, the shortest, and
 * some that come by. */
static void keep_moment(struct player *player)
{
	struct session *session = player->session;
	struct moments *moments;
	struct moment *moment;

	if (session_ended(session))
		return;
	keep_for_ending(player);
	moments = player->moments[session_scene(session)];
	if (!moments) {
		moments = ARENA_NEW(&player->arena, struct moments);
		player->moments[session_scene(session)] = moments;
	}
	player->now.told = session_told(session);
	player->now.worth = session_trust(session) +
			    session_patience(session) / 2 +
			    8 * script_set_count(session_told(session)) +
			    12 * script_set_count(session_known(session));
	if (moments->nr < PLAYER_MOMENTS) {
		moments->items[moments->nr++] = player->now;
		return;
	}
	if (player->now.worth > moments->items[0].worth)
		moment = &moments->items[0];
	else if (player->now.nr < moments->items[1].nr)
		moment = &moments->items[1];
	else if (tells_more(moments, player->now.told) ||
		 !player_draw(player, 8))
		moment = &moments->items[2 + player_draw(player,
							 PLAYER_MOMENTS - 2)];
	else
		return;
	*moment = player->now;
}

bool player_do(struct player *player, const struct input *input)
{
	struct session *session = player->session;
	size_t turns = session_nr_turns(session), uses;
	struct error err;
	bool done;

	if (session_ended(session) || player->now.nr >= PLAYER_INPUTS)
		return false;
	session_uses(session, &uses);
	if (input->act != ACT_NONE)
		done = session_act(session, input->act, &err);
	else
		done = session_say(session, input->line, input->picked, &err);
	player->steps++;
	if (!done)
		return false;
	player->now.inputs[player->now.nr++] = *input;
	player_mark(player, session, uses, turns);
	keep_moment(player);
	return true;
}

void player_begin_at(struct player *player, enum level level)
{
	struct session_options options = { .seed = 1,
					   .level = level,
					   .start = -1 };

	session_free(player->session);
	player->session =
		session_new(player->scenario, &player->rubric, &options);
	player->now.nr = 0;
	player_mark(player, player->session, 0, 0);
	keep_moment(player);
}

void player_replay(struct player *player, const struct moment *moment)
{
	struct moment way = *moment;

	player_begin_at(player, player->level);
	for (size_t i = 0; i < way.nr; i++)
		if (!player_do(player, &way.inputs[i]))
			break;
}

const struct scene *player_here(const struct player *player)
{
	return &player->scenario->scenes[session_scene(player->session)];
}

struct input reply_input(const struct scene *scene, size_t i)
{
	const struct reply *reply = &scene->replies[i];

	return (struct input){
		.act = reply->act,
		.line = reply->act == ACT_NONE ? reply->text : STR(""),
		.picked = reply->act == ACT_NONE ? (int)i + 1 : 0,
	};
}

struct input say_input(struct str line)
{
	return (struct input){ .act = ACT_NONE, .line = line };
}

struct input player_random(struct player *player)
{
	const struct scene *scene = player_here(player);
	size_t nr = player->lines.nr;

	if (scene->nr_replies && (!scene->listen.nr || player_draw(player, 2)))
		return reply_input(scene,
				   player_draw(player, scene->nr_replies));
	return say_input(player->lines.items[player_draw(player, nr)].text);
}

struct input player_good(struct player *player)
{
	struct suggestion shown[SUGGESTIONS_MAX];
	size_t nr = session_suggestions(player->session, shown), texts = 0;
	struct arena arena = { 0 };
	struct input input;

	while (texts < nr && shown[texts].act == ACT_NONE)
		texts++;
	if (!texts)
		return player_random(player);
	nr = suggestion_judged(player->session, shown, texts, true, &arena);
	input = reply_input(player_here(player), (size_t)shown[nr].place - 1);
	arena_release(&arena);
	return input;
}
