/* Objections: kept with the finding and its reason; the score stays. */
#include "play_parts.h"

/* Does the turn hold a finding of that rule? Else the message names those it
 * holds. */
static bool find_waived(const struct play *play, const struct turn *turn,
			struct str rule, int *index, struct error *err)
{
	const struct verdict *verdict = turn->verdict;
	struct strbuf rules = { .max = 300 };

	for (size_t i = 0; i < verdict->nr_findings; i++) {
		int at = verdict->findings[i].rule;
		struct str id = rubric_string(play->rubric,
					      play->rubric->rules[at].id);

		if (str_equal(id, rule)) {
			*index = at;
			strbuf_release(&rules);
			return true;
		}
		strbuf_addf(&rules, "%s" STR_FMT, rules.len ? ", " : "",
			    STR_ARG(id));
	}
	if (rules.len)
		error_set(err, ERROR_USAGE, "turn %d has no finding " STR_FMT
			  "; it has %s", turn->number, STR_ARG(rule),
			  rules.ptr);
	else
		error_set(err, ERROR_USAGE, "turn %d has no findings to waive",
			  turn->number);
	strbuf_release(&rules);
	return false;
}

static void waive(struct play *play, int turn, int rule, struct str reason)
{
	play->waivers = arena_grow(&play->arena, play->waivers,
				   play->nr_waivers, &play->alloc_waivers,
				   sizeof(*play->waivers));
	play->waivers[play->nr_waivers++] = (struct waiver){
		.turn = turn,
		.rule = rule,
	};
	transcript_waive(&play->transcript, turn,
			 rubric_string(play->rubric,
				       play->rubric->rules[rule].id), reason);
	play_record(play);
}

bool play_waive(struct play *play, struct str rule, struct str reason,
		struct error *err)
{
	const struct turn *turn = session_last(play->session);
	struct arena scratch = { 0 };
	bool taken;
	int index;

	if (!turn)
		return error_set(err, ERROR_USAGE,
				 "there is no turn to waive a finding of");
	if (!find_waived(play, turn, rule, &index, err))
		return false;
	taken = play_words(&scratch, reason, &reason, err);
	if (taken && !reason.len)
		taken = error_set(err, ERROR_USAGE, "say why, too: the reason "
				  "is kept with the finding");
	if (taken)
		waive(play, turn->number, index, reason);
	arena_release(&scratch);
	return taken;
}

bool play_waived(const struct play *play, int turn, int rule)
{
	for (size_t i = 0; i < play->nr_waivers; i++)
		if (play->waivers[i].turn == turn &&
		    play->waivers[i].rule == rule)
			return true;
	return false;
}

const struct waiver *play_waivers(const struct play *play, size_t *nr)
{
	*nr = play->nr_waivers;
	return play->waivers;
}
