#include "rehearse/opening.h"

void opening_release(struct opening *opening)
{
	arena_release(&opening->arena);
	*opening = (struct opening){ 0 };
}

const struct turn *opening_try(const struct play *play)
{
	const struct session *session = play_session(play);

	/* getting in touch comes before the first words */
	for (size_t i = 0; i < session_nr_turns(session); i++)
		if (session_turn(session, i)->act == ACT_NONE)
			return session_turn(session, i);
	return NULL;
}

bool opening_count(struct opening *opening, const struct play *play)
{
	const struct turn *turn = opening_try(play);

	if (!turn || opening->counted) {
		opening->counted = turn;
		return false;
	}
	opening->scores = arena_grow(&opening->arena, opening->scores,
				     opening->nr, &opening->alloc,
				     sizeof(*opening->scores));
	opening->scores[opening->nr++] = turn->verdict->score;
	opening->before = opening->last;
	opening->said_before = opening->said;
	opening->last = verdict_keep(turn->verdict, &opening->arena);
	opening->said = arena_str(&opening->arena, turn->said);
	opening->counted = true;
	return true;
}

bool opening_again(struct opening *opening, struct play *play,
		   struct error *err)
{
	const struct turn *turn = opening_try(play);

	opening->counted = false;
	return !turn || play_undo(play, turn->number, err);
}

struct str opening_heading(const struct opening *opening, bool scores,
			   struct arena *arena)
{
	const struct verdict *last = opening->last, *before = opening->before;

	if (!scores)
		return arena_printf(arena, "Try %zu", opening->nr);
	if (!last->scored)
		return arena_printf(arena, "Try %zu: not scored", opening->nr);
	if (!before || !before->scored)
		return arena_printf(arena, "Try %zu: %d", opening->nr,
				    last->score);
	return arena_printf(arena, "Try %zu: %d (%+d)", opening->nr,
			    last->score, last->score - before->score);
}

struct str opening_tries(const struct opening *opening, struct arena *arena)
{
	struct strbuf tries = { 0 };

	if (opening->nr < 2)
		return STR("");
	strbuf_add(&tries, STR("Your tries:"));
	for (size_t i = 0; i < opening->nr; i++) {
		strbuf_add(&tries, i ? STR(", ") : STR(" "));
		if (opening->scores[i] == SCORE_NONE)
			strbuf_add(&tries, STR("not scored"));
		else
			strbuf_addf(&tries, "%d", opening->scores[i]);
	}
	strbuf_add(&tries, STR(". The last one stands."));
	return arena_take(arena, &tries);
}
