/*
 * What a run says. People pick what is shown, say what they know, ask, and
 * say what one says; how well, is their conduct. Every choice is drawn by the
 * run's seed alone.
 */
#include "trial_parts.h"

#include "rehearse/chance.h"

enum move { MOVE_PICK, MOVE_LINE, MOVE_TELL, MOVE_ASK, MOVE_NR };

/* How often of ten. */
static const uint8_t moves[CONDUCT_MIXED][MOVE_NR] = {
	[CONDUCT_GOOD] = { 5, 1, 2, 2 },
	[CONDUCT_NEUTRAL] = { 3, 3, 2, 2 },
	[CONDUCT_BAD] = { 4, 4, 1, 1 },
};
enum { MOVES_OF = 10, LOOKS = 4, SELDOM = 4, STREAM = 0x7279 };

static size_t draw(struct run *run, size_t n)
{
	return chance_below((uint32_t)n, run->seed, run->draws++, STREAM, 0);
}

static void list_add(struct trial *trial, struct line_list *list, size_t i)
{
	if (!list->items)
		list->items = ARENA_ARRAY(&trial->arena, size_t,
					  trial->player->lines.nr);
	list->items[list->nr++] = i;
}

void trial_sort_lines(struct trial *trial)
{
	const struct player_lines *lines = &trial->player->lines;
	const struct pool *pool = trial->source.pool;

	for (size_t i = 0; i < pool->nr; i++)
		list_add(trial, &trial->of_conduct[pool->lines[i].conduct], i);
	for (size_t i = pool->nr; i < lines->nr; i++) {
		if (lines->items[i].facts)
			list_add(trial, &trial->telling, i);
		if (lines->items[i].topics)
			list_add(trial, &trial->asking, i);
	}
}

static const struct player_line *draw_line(struct run *run,
					   const struct line_list *list)
{
	const struct player_line *lines = run->trial->player->lines.items;

	return list->nr ? &lines[list->items[draw(run, list->nr)]] : NULL;
}

/* Words that tell something, if it can be what was not told yet. */
static const struct player_line *draw_telling(struct run *run)
{
	const struct player_line *line = NULL;

	for (int i = 0; i < LOOKS; i++) {
		line = draw_line(run, &run->trial->telling);
		if (!line || line->facts & ~session_told(run->session))
			break;
	}
	return line;
}

static const struct player_line *draw_usual(struct run *run,
					    enum conduct conduct)
{
	return draw_line(run, &run->trial->of_conduct[conduct]);
}

static bool say_line(struct run *run, const struct player_line *first,
		     const struct player_line *then)
{
	struct str text;
	struct error err;

	if (!first)
		first = then;
	if (!first)
		return session_say(run->session, STR("Yes."), 0, &err);
	text = first->text;
	if (then && then != first)
		text = arena_printf(&run->scratch, STR_FMT "%s " STR_FMT,
				    STR_ARG(first->text),
				    str_ends_with(first->text, STR(".")) ||
						    str_ends_with(first->text,
								  STR("?"))
					    ? ""
					    : ".",
				    STR_ARG(then->text));
	return session_say(run->session, text, 0, &err);
}

/* ---- suggestions --------------------------------------------------------- */

static bool pick(struct run *run, const struct suggestion *suggestion)
{
	struct error err;

	if (suggestion->act != ACT_NONE)
		return session_act(run->session, suggestion->act, &err);
	return session_say(run->session, suggestion->text, suggestion->place,
			   &err);
}

/* Acts stand in their vocabulary with those that face the client first. */
static size_t draw_act(struct run *run, const struct suggestion *acts,
		       size_t nr, enum conduct conduct)
{
	size_t best = 0, worst = 0;

	for (size_t i = 1; i < nr; i++) {
		if (acts[i].act < acts[best].act)
			best = i;
		if (acts[i].act > acts[worst].act)
			worst = i;
	}
	if (conduct == CONDUCT_NEUTRAL || !draw(run, SELDOM))
		return draw(run, nr);
	return conduct == CONDUCT_GOOD ? best : worst;
}

static size_t draw_text(struct run *run, const struct suggestion *texts,
			size_t nr, enum conduct conduct)
{
	if (conduct == CONDUCT_NEUTRAL)
		return draw(run, nr);
	return suggestion_judged(run->session, texts, nr,
				 conduct == CONDUCT_GOOD, &run->scratch);
}

/* False: nothing is shown. */
static bool pick_shown(struct run *run, enum conduct conduct)
{
	struct suggestion shown[SUGGESTIONS_MAX];
	size_t nr = session_suggestions(run->session, shown), texts = 0;

	while (texts < nr && shown[texts].act == ACT_NONE)
		texts++; /* they come first */
	if (!nr)
		return false;
	if (texts < nr && (!texts || !draw(run, SELDOM)))
		return pick(run, &shown[texts + draw_act(run, shown + texts,
							 nr - texts, conduct)]);
	return pick(run, &shown[draw_text(run, shown, texts, conduct)]);
}

/* ---- a step -------------------------------------------------------------- */

static enum move draw_move(struct run *run, enum conduct conduct)
{
	size_t drawn = draw(run, MOVES_OF);
	int move = 0;

	while (move < MOVE_NR - 1 && drawn >= moves[conduct][move])
		drawn -= moves[conduct][move++];
	return (enum move)move;
}

bool trial_step(struct run *run)
{
	const struct scenario *scenario = run->trial->source.scenario;
	enum conduct conduct = run->way.conduct;
	const struct scene *here =
		&scenario->scenes[session_scene(run->session)];
	enum move move;

	arena_clear(&run->scratch);
	if (conduct == CONDUCT_MIXED)
		conduct = (enum conduct)draw(run, CONDUCT_MIXED);
	move = draw_move(run, conduct);
	if (!here->listen.nr)
		return pick_shown(run, conduct);
	if (move == MOVE_PICK && pick_shown(run, conduct))
		return true;
	if (move == MOVE_TELL)
		return say_line(run, draw_telling(run),
				draw(run, 2) ? draw_usual(run, conduct) : NULL);
	if (move == MOVE_ASK)
		return say_line(run,
				draw(run, SELDOM) ? NULL
						  : draw_usual(run, conduct),
				draw_line(run, &run->trial->asking));
	return say_line(run, draw_usual(run, conduct), NULL);
}
