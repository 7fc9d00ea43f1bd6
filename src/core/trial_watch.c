/* What goes wrong in a single run. */
#include "trial_parts.h"

static void note_wrong(struct trial *trial, struct heard_wrongs *wrongs,
		       struct str text, uint64_t seed)
{
	struct heard_wrong *wrong = NULL;

	for (size_t i = 0; i < wrongs->nr && !wrong; i++)
		if (str_equal(wrongs->items[i].text, text))
			wrong = &wrongs->items[i];
	if (!wrong) {
		wrongs->items = arena_grow(&trial->arena, wrongs->items,
					   wrongs->nr, &wrongs->alloc,
					   sizeof(*wrong));
		wrong = &wrongs->items[wrongs->nr++];
		*wrong = (struct heard_wrong){ .text = text, .seed = seed };
	} else if (wrong->last == seed) {
		return; /* once more in the same run */
	}
	wrong->last = seed;
	wrong->runs++;
}

/* Everything heard in a run, in one list. */
static struct heard_line *lines_of(const struct session *session, size_t *nr,
				   struct arena *arena)
{
	const struct heard_line *opening = session_opening(session, nr);
	struct heard_line *lines = NULL;
	size_t kept = 0, alloc = 0, more = *nr;

	for (size_t turn = 0;; turn++) {
		const struct turn *next;

		for (size_t i = 0; i < more; i++) {
			lines = arena_grow(arena, lines, kept, &alloc,
					   sizeof(*lines));
			lines[kept++] = opening[i];
		}
		if (turn == session_nr_turns(session))
			break;
		next = session_turn(session, turn);
		opening = next->answer;
		more = next->nr_answer;
	}
	*nr = kept;
	return lines;
}

static void watch_lines(struct trial *trial, const struct run *run)
{
	struct arena scratch = { 0 };
	size_t nr;
	const struct heard_line *lines = lines_of(run->session, &nr, &scratch);

	for (size_t i = 0; i < nr; i++) {
		struct str text = lines[i].text;

		if (str_find(text, STR("{"), 0) < text.len ||
		    str_find(text, STR("}"), 0) < text.len)
			note_wrong(trial, &trial->braces, text, run->seed);
		for (size_t j = 0; j < i; j++)
			if (str_equal(lines[j].text, text)) {
				note_wrong(trial, &trial->repeated, text,
					   run->seed);
				break;
			}
	}
	arena_release(&scratch);
}

static int spoken_turns(const struct session *session)
{
	int nr = 0;

	for (size_t i = 0; i < session_nr_turns(session); i++)
		nr += session_turn(session, i)->act == ACT_NONE;
	return nr;
}

/* Did it stop for want of turns, or not at all? */
static bool run_is_endless(const struct run *run)
{
	return !session_ended(run->session) ||
	       (session_patience(run->session) &&
		spoken_turns(run->session) >= SESSION_MAX_TURNS);
}

static void watch_scenes(struct trial *trial, const struct run *run)
{
	const struct session *session = run->session;
	size_t nr = session_nr_turns(session);
	bool endless = run_is_endless(run);
	bool tired = !session_patience(session);
	const struct turn *last = session_last(session);
	struct way_out *way;

	for (size_t i = 0; i < nr; i++) {
		const struct turn *turn = session_turn(session, i);

		if (turn->scene_after != turn->scene &&
		    (turn != last || (!endless && !tired)))
			trial->ways_out[turn->scene].left++;
	}
	if (!last || (!endless && !tired))
		return;
	way = &trial->ways_out[last->scene_after >= 0 ? last->scene_after
						      : last->scene];
	if (!way->turns_out && !way->tired)
		way->seed = run->seed;
	way->turns_out += endless;
	way->tired += tired && !endless;
}

void trial_watch(struct trial *trial, const struct run *run)
{
	if (run_is_endless(run) && !trial->endless++)
		trial->endless_seed = run->seed;
	watch_lines(trial, run);
	watch_scenes(trial, run);
}
