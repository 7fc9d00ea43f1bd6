/*
 * Inputs that might make a condition hold: facts to tell, topics to ask,
 * behaviours to show. Chance decides how much of it is tried.
 */
#include "player_parts.h"

#include <string.h>

/* What a line is wanted for: any one of the bits, or to be answered by an
 * item. */
struct wish {
	script_set facts, topics;
	uint64_t behaviours;
	const struct item *item;
};

static bool asks_for(const struct player_line *line, const struct item *item)
{
	if (item->topic >= 0)
		return line->answered >> item->topic & 1;
	for (size_t i = 0; i < line->nr_answers; i++)
		if (line->answers[i].answer == item->answer)
			return true;
	return false;
}

static bool grants(const struct player_line *line, const struct wish *wish)
{
	return line->facts & wish->facts || line->topics & wish->topics ||
	       line->behaviours & wish->behaviours ||
	       (wish->item && asks_for(line, wish->item));
}

/* One of the lines that do, each as likely as the others: those of the pool
 * stand together, and of what follows a random place the same few would be
 * first again and again. Empty when there is none. */
static struct str line_with(struct player *player, struct wish wish)
{
	const struct player_lines *lines = &player->lines;
	size_t nr = 0, skip;

	for (size_t i = 0; i < lines->nr; i++)
		nr += grants(&lines->items[i], &wish);
	if (!nr)
		return STR("");
	skip = player_draw(player, nr);
	for (size_t i = 0;; i++)
		if (grants(&lines->items[i], &wish) && !skip--)
			return lines->items[i].text;
}

static script_set one_of(struct player *player, script_set bits)
{
	script_set picked = 0;

	if (!bits)
		return 0;
	for (uint32_t skip =
		     player_draw(player, (size_t)script_set_count(bits));
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

/* Adds a line, if there is one for the wish. */
static void say(struct player *player, struct strbuf *out, char mark,
		struct wish wish)
{
	struct str line = line_with(player, wish);

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
	for (uint32_t chance = 3; chance > 1; chance--)
		if (player_draw(player, chance))
			say(player, out, '.',
			    (struct wish){
				    .facts = one_of(player, wants.told) });
	if (player_draw(player, 3))
		say(player, out, '.',
		    (struct wish){ .behaviours = (uint64_t)one_of(player,
								  wants.did) });
	if (!out->len || player_draw(player, 2))
		say(player, out, '?',
		    (struct wish){ .topics = one_of(player, wants.asked) });
}

/* Does the entry lead nearer to the place, or back, from where it may be
 * near? */
static bool leads_on(const struct player *player, const struct entry *entry,
		     int place)
{
	int nr_scenes = (int)player->scenario->nr_scenes;
	int here = session_scene(player->session), to = entry->go.index;

	switch (entry->go.kind) {
	case GO_NOWHERE:
		return false;
	case GO_BACK:
		return true;
	case GO_END:
		return place >= nr_scenes;
	case GO_ENDING:
		return place == nr_scenes + to;
	case GO_SCENE:
		return to == place || player_hops(player, to, place) <
					      player_hops(player, here, place);
	}
	return false;
}

/* Words that might lead to a place, or out of it and so to it again. */
static void aim_at_place(struct player *player, int place, struct strbuf *out)
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

			if (!leads_on(player, entry, place))
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
	say(player, out, '?',
	    (struct wish){ .topics = one_of(player, topics) });
}

struct input player_aim(struct player *player, const struct item *item)
{
	struct strbuf out = { 0 };

	if (session_scene(player->session) == item->place &&
	    item->seen.kind == ITEM_REPLY && player_draw(player, 3)) {
		const struct item *first =
			player->items + player->of_reply[item->place];

		return reply_input(player_here(player), (size_t)(item - first));
	}
	if (!player_here(player)->listen.nr)
		return player_random(player);
	if (item->topic >= 0 || item->answer >= 0)
		say(player, &out, '?', (struct wish){ .item = item });
	if (item->seen.kind == ITEM_CLIENT || item->seen.kind == ITEM_SCENE ||
	    (item->place >= 0 &&
	     item->place != session_scene(player->session) &&
	     (item->seen.kind != ITEM_ENDING || player_draw(player, 2))))
		aim_at_place(player, item->place, &out);
	if (item->seen.kind != ITEM_CLIENT || !out.len ||
	    player_draw(player, 2))
		aim(player, item->condition, &out);
	if (out.len &&
	    !player_draw(player, item->seen.kind == ITEM_NOD ? 2 : 4))
		ask_besides(player, &out);
	if (!out.len || !player_draw(player, 4)) {
		strbuf_release(&out);
		return player_draw(player, 2) ? player_good(player)
					      : player_random(player);
	}
	return say_input(arena_take(&player->arena, &out));
}
