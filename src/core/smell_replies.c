/*
 * How suggestions are judged. Each is drafted where it would be said: at the
 * best moment the player knows in its scene.
 */
#include "smell_parts.h"

enum {
	ALIKE = 5,        /* points between suggestions nobody can tell apart */
	CHOICES = 3,      /* suggestions of which one may be the best */
	SCENES_ENOUGH = 3 /* fewer may be so by chance */
};

static void judge_scene(struct smelling *smelling, const struct scene *scene,
			const struct session *session)
{
	struct judged *judged = &smelling->judged[smelling->nr_judged];
	struct arena scratch = { 0 };
	size_t longest = 0, best_length = 0;
	bool first = true;

	*judged = (struct judged){ .scene = scene, .low = 100,
				   .high = SCORE_NONE - 1 };
	for (size_t i = 0; i < scene->nr_replies; i++) {
		const struct reply *reply = &scene->replies[i];
		const struct verdict *verdict;

		if (reply->act != ACT_NONE)
			continue;
		verdict = session_draft(session, reply->text, &scratch);
		if (!verdict)
			continue;
		judged->nr++;
		if (verdict->score < judged->low)
			judged->low = verdict->score;
		if (reply->text.len > longest)
			longest = reply->text.len;
		judged->one_is_best &= verdict->score != judged->high;
		if (verdict->score > judged->high) {
			judged->high = verdict->score;
			judged->one_is_best = true;
			judged->best_is_first = first;
			best_length = reply->text.len;
		}
		first = false;
	}
	judged->best_is_longest = best_length == longest;
	smelling->nr_judged += judged->nr > 1;
	arena_release(&scratch);
}

void judge_replies(struct smelling *smelling)
{
	const struct scenario *scenario = smelling->scenario;

	smelling->judged = ARENA_ARRAY(smelling->arena, struct judged,
				       scenario->nr_scenes);
	for (size_t s = 0; s < scenario->nr_scenes; s++) {
		const struct scene *scene = &scenario->scenes[s];
		const struct session *session = NULL;

		if (scene->nr_replies > 1 && scene->listen.nr)
			session = player_visit(smelling->player, s);
		if (session)
			judge_scene(smelling, scene, session);
	}
	smelling->called_for = player_called_for(smelling->player);
}

void smell_alike(struct smelling *smelling)
{
	for (size_t i = 0; i < smelling->nr_judged; i++) {
		const struct judged *judged = &smelling->judged[i];

		if (judged->high - judged->low <= ALIKE)
			smell_add(smelling, judged->scene->line,
				  "the suggestions of '" STR_FMT "' all score "
				  "alike, within %d points: make one clearly "
				  "better and one worse",
				  STR_ARG(judged->scene->id), ALIKE);
	}
}

/* Is it so wherever one of three suggestions is the best? */
static const struct judged *always(const struct smelling *smelling,
				   bool (*holds)(const struct judged *))
{
	const struct judged *found = NULL;
	size_t nr = 0;

	for (size_t i = 0; i < smelling->nr_judged; i++) {
		const struct judged *judged = &smelling->judged[i];

		if (judged->nr < CHOICES || !judged->one_is_best)
			continue;
		if (!holds(judged))
			return NULL;
		if (!nr++)
			found = judged;
	}
	return nr < SCENES_ENOUGH ? NULL : found;
}

static bool best_is_longest(const struct judged *judged)
{
	return judged->best_is_longest;
}

static bool best_is_first(const struct judged *judged)
{
	return judged->best_is_first;
}

void smell_longest(struct smelling *smelling)
{
	const struct judged *judged = always(smelling, best_is_longest);

	if (judged)
		smell_add(smelling, judged->scene->line,
			  "the best suggestion is the longest, here and in "
			  "every scene with three: make some bad ones long "
			  "and some good ones short");
}

void smell_first(struct smelling *smelling)
{
	const struct judged *judged = always(smelling, best_is_first);

	if (judged)
		smell_add(smelling, judged->scene->line,
			  "the best suggestion stands first, here and in "
			  "every scene with three: change their places");
}

void smell_untested(struct smelling *smelling)
{
	const struct scenario *scenario = smelling->scenario;
	struct strbuf missing = { 0 };

	for (int p = 0; p < PRINCIPLE_NR; p++)
		if (!(smelling->called_for >> p & 1))
			strbuf_addf(&missing, "%s" STR_FMT,
				    missing.len ? ", " : "",
				    STR_ARG(principle_title(
					    (enum principle)p)));
	if (missing.len)
		smell_add(smelling, scenario->scenes[scenario->start].line,
			  "the script never calls for: " STR_FMT ". Let the "
			  "client or the facts ask for it, and some suggestion "
			  "show it", STR_ARG(strbuf_str(&missing)));
	strbuf_release(&missing);
}
