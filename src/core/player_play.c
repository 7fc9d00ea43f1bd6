#include "player_parts.h"

#include "rehearse/chance.h"

uint32_t player_draw(struct player *player, size_t n)
{
	return chance_below((uint32_t)n, 11, player->draws++, 0, 0);
}

static size_t way_nr(const struct way *way)
{
	return way ? way->nr : 0;
}

static void go_on(struct player *player, const struct input *input)
{
	struct way *way = ARENA_NEW(&player->arena, struct way);

	*way = (struct way){ *input, player->way, way_nr(player->way) + 1 };
	player->way = way;
}

bool player_do(struct player *player, const struct input *input)
{
	struct session *session = player->session;
	size_t turns = session_nr_turns(session), uses;
	struct error err;
	bool done;

	if (session_ended(session) || way_nr(player->way) >= PLAYER_INPUTS)
		return false;
	session_uses(session, &uses);
	if (input->act != ACT_NONE)
		done = session_act(session, input->act, &err);
	else
		done = session_say(session, input->line, input->picked, &err);
	player->steps++;
	if (!done)
		return false;
	go_on(player, input);
	player_mark(player, session, uses, turns);
	player_keep(player);
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
	player->way = NULL;
	player_mark(player, player->session, 0, 0);
	player_keep(player);
}

void player_replay(struct player *player, const struct moment *moment)
{
	const struct input *inputs[PLAYER_INPUTS];
	size_t nr = way_nr(moment->way);

	for (const struct way *way = moment->way; way; way = way->before)
		inputs[way->nr - 1] = &way->input;
	player_begin_at(player, moment->level);
	for (size_t i = 0; i < nr; i++)
		if (!player_do(player, inputs[i]))
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
