#include "rehearse/again.h"

#include <stdlib.h>

#include "rehearse/better.h"

/* ---- which turns -------------------------------------------------------- */

static int in_order(const void *a, const void *b)
{
	const struct retry *left = a, *right = b;

	return left->turn - right->turn;
}

static void keep_inputs(struct again *again, const struct session *played)
{
	size_t nr = session_nr_turns(played);

	again->inputs = ARENA_ARRAY(&again->arena, struct turn, nr);
	for (size_t i = 0; i < nr; i++) {
		const struct turn *turn = session_turn(played, i);

		again->inputs[i] = (struct turn){
			.said = arena_str(&again->arena, turn->said),
			.act = turn->act,
			.picked = turn->picked,
		};
	}
}

void again_of(struct again *again, const struct session *played)
{
	const struct scenario *scenario = session_scenario(played);
	struct arena scratch = { 0 };
	struct better *better;
	size_t nr;

	*again = (struct again){ 0 };
	better = session_better(played, &scratch, &nr);
	again->nr = better_lost(better, nr);
	again->retries =
		ARENA_ARRAY(&again->arena, struct retry, again->nr);
	for (size_t i = 0; i < again->nr; i++) {
		const struct turn *turn = better[i].turn;

		again->retries[i] = (struct retry){
			.turn = turn->number,
			.there = better[i].score,
			.before = verdict_keep(turn->verdict, &again->arena),
			.said = arena_str(&again->arena,
					  turn_words(turn, scenario)),
		};
	}
	qsort(again->retries, again->nr, sizeof(*again->retries), in_order);
	keep_inputs(again, played);
	arena_release(&scratch);
}

void again_release(struct again *again)
{
	arena_release(&again->arena);
	*again = (struct again){ 0 };
}

void again_restart(struct again *again)
{
	again->at = 0;
	for (size_t i = 0; i < again->nr; i++)
		again->retries[i].after = NULL;
}

/* ---- one after the other ------------------------------------------------ */

static struct retry *at_hand(const struct again *again)
{
	return again->at < again->nr ? &again->retries[again->at] : NULL;
}

const struct retry *again_retry(const struct again *again)
{
	return at_hand(again);
}

const struct turn *again_answer(const struct again *again,
				const struct play *play)
{
	const struct session *session = play_session(play);
	const struct retry *retry = at_hand(again);

	if (!retry || session_nr_turns(session) < (size_t)retry->turn)
		return NULL;
	return session_turn(session, (size_t)retry->turn - 1);
}

static bool repeat(struct play *play, const struct turn *input,
		   struct error *err)
{
	return input->act != ACT_NONE ?
		play_act(play, input->act, err) :
		play_say(play, input->said, input->picked, err);
}

bool again_begin(struct again *again, struct play *play, struct error *err)
{
	const struct session *session = play_session(play);
	const struct retry *retry = at_hand(again);
	size_t nr;

	again->counted = false;
	while (retry &&
	       (nr = session_nr_turns(session)) + 1 < (size_t)retry->turn)
		if (!repeat(play, &again->inputs[nr], err))
			return false;
	return true;
}

bool again_take_back(struct again *again, struct play *play,
		     struct error *err)
{
	const struct turn *answer = again_answer(again, play);

	again->counted = false;
	return !answer || play_undo(play, answer->number, err);
}

bool again_next(struct again *again, struct play *play, struct error *err)
{
	if (again->at + 1 < again->nr && !again_take_back(again, play, err))
		return false;
	again->at++;
	return again_begin(again, play, err);
}

static void note(struct play *play, const struct retry *retry)
{
	struct arena scratch = { 0 };
	struct error ignored; /* play_trouble() has it */

	play_note(play, arena_printf(&scratch, "again: " STR_FMT,
				     STR_ARG(retry_text(retry, true,
							&scratch))),
		  &ignored);
	arena_release(&scratch);
}

bool again_count(struct again *again, struct play *play)
{
	const struct turn *answer = again_answer(again, play);
	const struct session *session = play_session(play);
	struct retry *retry = at_hand(again);

	if (!answer || again->counted) {
		again->counted = answer;
		return false;
	}
	again->counted = true;
	retry->after = verdict_keep(answer->verdict, &again->arena);
	retry->said_again =
		arena_str(&again->arena,
			  turn_words(answer, session_scenario(session)));
	note(play, retry);
	return true;
}

/* ---- in words ----------------------------------------------------------- */

struct str again_heading(const struct again *again, struct arena *arena)
{
	const struct retry *retry = at_hand(again);

	return arena_printf(arena, "Turn %d again, %zu of %zu", retry->turn,
			    again->at + 1, again->nr);
}

static void add_score(struct strbuf *out, const struct verdict *verdict,
		      bool scores)
{
	if (!verdict)
		strbuf_add(out, STR("not tried"));
	else if (!verdict->scored)
		strbuf_add(out, STR("not scored"));
	else if (scores)
		strbuf_addf(out, "%d", verdict->score);
	else
		strbuf_add(out, terms_name(&band_terms,
					   score_band(verdict->score)));
}

struct str retry_text(const struct retry *retry, bool scores,
		      struct arena *arena)
{
	struct strbuf text = { 0 };

	add_score(&text, retry->before, scores);
	strbuf_add(&text, STR(" -> "));
	add_score(&text, retry->after, scores);
	if (scores)
		strbuf_addf(&text, " (%d was there)", retry->there);
	return arena_take(arena, &text);
}
