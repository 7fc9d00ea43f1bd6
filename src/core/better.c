/*
 * The talk is played once more, turn by turn. At each its suggestions are
 * judged as drafts are, which changes nothing; only where one is clearly
 * better it is said, in a talk of its own.
 */
#include "rehearse/better.h"

#include "session_parts.h"

#include <stdlib.h>

static int score_of(const struct session *session,
		    const struct suggestion *suggestion, struct arena *arena)
{
	const struct said done = said_act(suggestion->act);
	const struct verdict *verdict =
		suggestion->act == ACT_NONE
			? session_draft(session, suggestion->text, arena)
			: talk_judge(session->talk, &done, arena);

	return verdict && verdict->scored ? verdict->score : SCORE_NONE;
}

static bool is_the_turn(const struct suggestion *suggestion,
			const struct turn *turn)
{
	return suggestion->act == ACT_NONE ? turn->picked == suggestion->place
					   : turn->act == suggestion->act;
}

/* The best of the others; its score, or SCORE_NONE. */
static int find_best(const struct session *session, const struct turn *turn,
		     struct suggestion *best)
{
	struct suggestion shown[SUGGESTIONS_MAX];
	size_t nr = session_suggestions(session, shown);
	struct arena scratch = { 0 };
	int best_score = SCORE_NONE;

	for (size_t i = 0; i < nr; i++) {
		int score = score_of(session, &shown[i], &scratch);

		if (score <= best_score || is_the_turn(&shown[i], turn))
			continue;
		best_score = score;
		*best = shown[i];
	}
	arena_release(&scratch);
	return best_score;
}

/* ---- had it been said --------------------------------------------------- */

static struct session *play_until(const struct session *session, int number)
{
	struct session *again = session_new(session->scenario, session->rubric,
					    &session->options);
	struct error ignored;

	for (int i = 0; i + 1 < number; i++)
		session_repeat(again, session->turns[i], &ignored);
	return again;
}

static void add_mood(struct moods *moods, int played, int instead)
{
	moods->played[moods->nr] = played;
	moods->instead[moods->nr++] = instead;
}

static struct str first_answer(const struct turn *turn)
{
	for (size_t i = 0; i < turn->nr_answer; i++)
		if (turn->answer[i].speaker == SPEAKER_CLIENT)
			return turn->answer[i].text;
	return STR("");
}

/* The reply, then what was said afterwards, as long as it fits. */
static void say_instead(struct better *better, const struct session *session,
			const struct suggestion *reply, struct arena *arena)
{
	struct session *instead = play_until(session, better->turn->number);
	const struct condition_state *now = &instead->now;
	struct turn next = {
		.said = reply->text,
		.act = reply->act,
		.picked = reply->act == ACT_NONE ? reply->place : 0,
	};
	size_t at = (size_t)better->turn->number - 1;
	struct error ignored;

	add_mood(&better->trust, now->trust, now->trust);
	add_mood(&better->patience, now->patience, now->patience);
	while (session_repeat(instead, &next, &ignored)) {
		const struct turn *played = session->turns[at++];

		add_mood(&better->trust, played->trust, now->trust);
		add_mood(&better->patience, played->patience, now->patience);
		if (better->trust.nr == BETTER_MOODS ||
		    at == session->nr_turns ||
		    instead->scene != session->turns[at]->scene)
			break;
		next = *session->turns[at];
	}
	/* a line that takes up what was said is gone with the session */
	better->answer = arena_str(
		arena, first_answer(instead->turns[better->turn->number - 1]));
	session_free(instead);
}

/* ---- the whole talk ----------------------------------------------------- */

static int most_first(const void *a, const void *b)
{
	const struct better *left = a, *right = b;

	if (left->points != right->points)
		return left->points < right->points ? 1 : -1;
	return left->turn->number - right->turn->number;
}

size_t better_lost(const struct better *better, size_t nr)
{
	size_t lost = 0;

	while (lost < nr && better[lost].points >= BETTER_CLEARLY)
		lost++;
	return lost;
}

struct better *session_better(const struct session *session,
			      struct arena *arena, size_t *nr)
{
	struct session *again = play_until(session, 1);
	struct better *better =
		ARENA_ARRAY(arena, struct better, session->nr_turns);

	*nr = 0;
	for (size_t i = 0; i < session->nr_turns; i++) {
		const struct turn *turn = session->turns[i];
		struct suggestion best;
		struct error ignored;
		int score = SCORE_NONE;

		if (turn->verdict->scored)
			score = find_best(again, turn, &best);
		session_repeat(again, turn, &ignored);
		if (score == SCORE_NONE)
			continue;
		better[*nr] = (struct better){
			.turn = turn,
			.reply = best.text,
			.score = score,
			.points = score - turn->verdict->score,
		};
		if (better[(*nr)++].points >= BETTER_CLEARLY)
			say_instead(&better[*nr - 1], session, &best, arena);
	}
	session_free(again);
	qsort(better, *nr, sizeof(*better), most_first);
	return better;
}

/* ---- in words ----------------------------------------------------------- */

struct str better_heading(const struct better *better, bool numbers,
			  struct arena *arena)
{
	if (!numbers)
		return arena_printf(arena, "turn %d: there was more here:",
				    better->turn->number);
	return arena_printf(arena,
			    "turn %d, score %d: there were %d points "
			    "here:",
			    better->turn->number, better->turn->verdict->score,
			    better->points);
}

static void add_line(struct strbuf *out, const int *moods, size_t nr,
		     bool numbers, bool ascii)
{
	mood_line(out, moods, nr, ascii);
	if (numbers)
		strbuf_addf(out, " %d", moods[nr - 1]);
}

struct str moods_text(const struct moods *moods, bool numbers, bool ascii,
		      struct arena *arena)
{
	struct strbuf text = { 0 };

	add_line(&text, moods->played, moods->nr, numbers, ascii);
	strbuf_add(&text, STR(" as it went, "));
	add_line(&text, moods->instead, moods->nr, numbers, ascii);
	strbuf_add(&text, STR(" with it"));
	return arena_take(arena, &text);
}
