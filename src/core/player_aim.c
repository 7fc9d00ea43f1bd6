/*
 * Inputs that might make a condition hold: facts to tell, topics to ask,
 * behaviours to show. Chance decides how much of it is tried.
 */
#include "player_parts.h"

#include <string.h>

/* A line with one of the bits, by chance; empty when there is none. */
static struct str line_with(struct player *player, script_set facts,
			    script_set topics, uint64_t behaviours)
{
	size_t nr = player->lines.nr, first = player_draw(player, nr);

	if (!(facts | topics | behaviours))
		return STR("");
	for (size_t i = 0; i < nr; i++) {
		const struct player_line *line =
			&player->lines.items[(first + i) % nr];

		if (line->facts & facts || line->topics & topics ||
		    line->behaviours & behaviours)
			return line->text;
	}
	return STR("");
}

/* A line this topic, or this answer, would answer. */
static struct str line_for(struct player *player, const struct item *item)
{
	size_t nr = player->lines.nr, first = player_draw(player, nr);

	for (size_t i = 0; i < nr; i++) {
		const struct player_line *line =
			&player->lines.items[(first + i) % nr];

		if (item->topic >= 0 ? line->answered >> item->topic & 1 :
				       line->answer == item->answer)
			return line->text;
	}
	return STR("");
}

static script_set one_of(struct player *player, script_set bits)
{
	script_set picked = 0;

	if (!bits)
		return 0;
	for (uint32_t skip = player_draw(player, (size_t)script_set_count(bits));
	     skip; skip--)
		bits &= bits - 1;
	picked = bits & (~bits + 1);
	return picked;
}

/* Topics with a line that reveals one of these. */
static script_set revealing_topics(const struct scenario *scenario,
				 script_set hidden)
{
	script_set topics = 0;

	for (size_t t = 0; t < scenario->nr_topics; t++) {
		const struct entries *say = &scenario->topics[t].say;

		for (size_t i = 0; i < say->nr; i++)
			if (say->items[i].reveals >= 0 &&
			    hidden >> say->items[i].reveals & 1)
				topics |= SCRIPT_BIT(t);
	}
	return topics;
}

static void append(struct strbuf *out, struct str line, char mark)
{
	if (!line.len)
		return;
	if (out->len)
		strbuf_addc(out, ' ');
	strbuf_add(out, line);
	if (!strchr(".?!", line.ptr[line.len - 1]))
		strbuf_addc(out, mark);
}

/* Words that might make the condition hold. */
static void aim(struct player *player, const struct condition *condition,
		struct strbuf *out)
{
	struct condition_uses wants = condition_wants(condition, true);

	if (!condition)
		return;
	if (player_draw(player, 2)) /* what is told need not be told again */
		wants.told &= ~session_told(player->session);
	wants.asked |=
		revealing_topics(player->scenario,
				 wants.knows & ~session_known(player->session));
	if (player_draw(player, 3))
		append(out,
		       line_with(player, one_of(player, wants.told), 0, 0),
		       '.');
	if (player_draw(player, 2))
		append(out,
		       line_with(player, one_of(player, wants.told), 0, 0),
		       '.');
	if (player_draw(player, 3))
		append(out, line_with(player, 0, 0,
				 (uint64_t)one_of(player, wants.did)),
		       '.');
	if (!out->len || player_draw(player, 2))
		append(out,
		       line_with(player, 0, one_of(player, wants.asked), 0),
		       '?');
}

/* Does the entry lead to the scene, or, where that is none, to an end? To the
 * scene one is in: away from here. */
static bool leads_to(const struct player *player, const struct entry *entry,
		     int scene)
{
	if (scene < 0)
		return entry->go.kind == GO_END || entry->go.kind == GO_ENDING;
	if (scene == session_scene(player->session))
		return entry->go.kind == GO_BACK ||
		       (entry->go.kind == GO_SCENE && entry->go.index != scene);
	return entry->go.kind == GO_BACK ||
	       (entry->go.kind == GO_SCENE && entry->go.index == scene);
}

/* Words that might lead to a scene, or out of it and so to it again; or to an
 * end. */
static void aim_at_scene(struct player *player, int scene, struct strbuf *out)
{
	const struct entries *lists[] = {
		&player->scenario->reactions,
		&player_here(player)->listen,
	};
	size_t first =
		!player_draw(player, 4); /* what comes aside comes back */

	for (size_t l = 0; l < ARRAY_LEN(lists); l++) {
		const struct entries *list =
			lists[(l + first) % ARRAY_LEN(lists)];
		size_t from = list->nr ? player_draw(player, list->nr) : 0;

		for (size_t i = 0; i < list->nr; i++) {
			const struct entry *entry =
				&list->items[(from + i) % list->nr];

			if (!leads_to(player, entry, scene))
				continue;
			aim(player, entry->condition, out);
			if (out->len)
				return;
		}
	}
}

/* A nod comes where an answer has the word. */
static void ask_besides(struct player *player, struct strbuf *out)
{
	script_set topics = 0;

	for (size_t t = 0; t < player->scenario->nr_topics; t++)
		topics |= SCRIPT_BIT(t);
	append(out, line_with(player, 0, one_of(player, topics), 0), '?');
}

struct input player_aim(struct player *player, const struct item *item)
{
	struct strbuf out = { 0 };

	if (session_scene(player->session) == item->scene &&
	    item->seen.kind == ITEM_REPLY && player_draw(player, 3)) {
		const struct item *first =
			player->items + player->of_reply[item->scene];

		return reply_input(player_here(player),
				   (size_t)(item - first));
	}
	if (!player_here(player)->listen.nr)
		return player_random(player);
	if (item->topic >= 0 || item->answer >= 0)
		append(&out, line_for(player, item), '?');
	if (item->seen.kind == ITEM_CLIENT || item->seen.kind == ITEM_SCENE ||
	    (item->scene >= 0 && item->scene != session_scene(player->session)))
		aim_at_scene(player, item->scene, &out);
	if (item->seen.kind == ITEM_ENDING && player_draw(player, 2))
		aim_at_scene(player, -1, &out);
	if (item->seen.kind != ITEM_CLIENT || !out.len)
		aim(player, item->condition, &out);
	if (item->seen.kind == ITEM_NOD && player_draw(player, 2))
		ask_besides(player, &out);
	if (!out.len || !player_draw(player, 4)) {
		strbuf_release(&out);
		return player_draw(player, 2) ? player_good(player)
					      : player_random(player);
	}
	return say_input(arena_take(&player->arena, &out));
}

/* One of a scene's moments, if possible without certain facts told and with
 * one of certain others. */
static const struct moment *moment_in(struct player *player, size_t scene,
				      const struct condition *condition)
{
	const struct moments *moments = player->moments[scene];
	script_set told = condition_wants(condition, true).told;
	script_set not_told = condition_wants(condition, false).told;
	bool with = told && player_draw(player, 2);
	size_t first;

	if (!moments)
		return NULL;
	first = player_draw(player, moments->nr);
	for (size_t i = 0; i < moments->nr; i++) {
		const struct moment *moment =
			&moments->items[(first + i) % moments->nr];

		if (!(moment->told & not_told) &&
		    (!with || moment->told & told))
			return moment;
	}
	return &moments->items[first];
}

const struct moment *player_moment(struct player *player,
				   const struct item *item)
{
	size_t nr = player->scenario->nr_scenes,
	       first = player_draw(player, nr);
	const struct moment *moment = NULL;

	if (item->moment && player_draw(player, 4))
		return item->moment;
	if (item->scene >= 0 && player_draw(player, 8))
		moment = moment_in(player, (size_t)item->scene,
				   item->condition);
	for (size_t i = 0; i < nr && !moment; i++)
		moment = moment_in(player, (first + i) % nr,
				   item->condition);
	return moment;
}
