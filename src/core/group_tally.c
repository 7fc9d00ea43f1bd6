/*
 * Sights are counted: of how many people something holds, among how many it
 * could hold. Somebody counts once, however often; `times` says how often.
 */
#include "group_parts.h"

#include <stdlib.h>

static bool is_hit(const struct sight *sight)
{
	return sight->kind != SIGHT_LAPSE || sight->missed;
}

static unsigned count_people(const struct group *group, const bool *people)
{
	unsigned nr = 0;

	for (size_t i = 0; i < group->input->nr_people; i++)
		nr += people[i];
	return nr;
}

static bool has_turn(const struct report *report, int turn)
{
	for (size_t i = 0; i < report->nr_lines; i++)
		if (report->lines[i].number == turn)
			return true;
	return false;
}

/* Who played; with a round and a turn: who came that far in it. */
static void mark_players(const struct group *group, unsigned round, int turn,
			 bool *people)
{
	unsigned from = round ? round : 1;
	unsigned end = round ? round : group->nr_rounds;

	for (size_t i = 0; i < group->input->nr_people; i++)
		for (unsigned r = from; r <= end; r++) {
			const struct group_play *play =
				group_play_of(group, i, r);

			people[i] |= play &&
				     (!turn || has_turn(play->report, turn));
		}
}

typedef bool sight_filter(const struct tally *tally,
			  const struct sight *sight);

static bool is_alike(const struct tally *tally, const struct sight *sight)
{
	return sight->kind == tally->kind && sight->what == tally->what;
}

static bool is_moment(const struct tally *tally, const struct sight *sight)
{
	return is_alike(tally, sight) && sight->round == tally->round &&
	       sight->turn == tally->turn;
}

enum practice practice_of(enum sight_kind kind, int what)
{
	return kind == SIGHT_LAPSE ? lapses[what].practice :
				     behaviour_words[what].practice;
}

static bool is_practice(const struct tally *tally, const struct sight *sight)
{
	return sight->kind != SIGHT_DONE &&
	       practice_of(sight->kind, sight->what) ==
		       (enum practice)tally->what;
}

/* Fills in the numbers of a tally that says what it counts. */
static void count(struct group *group, sight_filter *filter,
		  struct tally *tally)
{
	size_t nr_people = group->input->nr_people;
	bool *could = ARENA_ARRAY(group->arena, bool, nr_people);

	tally->people = ARENA_ARRAY(group->arena, bool, nr_people);
	for (size_t i = 0; i < group->nr_sights; i++) {
		const struct sight *sight = &group->sights[i];

		if (!filter(tally, sight))
			continue;
		could[sight->person] = true;
		if (!is_hit(sight))
			continue;
		tally->people[sight->person] = true;
		tally->times++;
	}
	if (tally->kind != SIGHT_LAPSE)
		mark_players(group, tally->round, tally->turn, could);
	tally->nr = count_people(group, tally->people);
	tally->of = count_people(group, could);
}

/* Most people first; then most of those who could, most often, earliest. */
static int compare(const void *a, const void *b)
{
	const struct tally *s = a, *t = b;

	if (s->nr != t->nr)
		return s->nr > t->nr ? -1 : 1;
	if (s->of != t->of)
		return s->of < t->of ? -1 : 1;
	if (s->times != t->times)
		return s->times > t->times ? -1 : 1;
	if (s->round != t->round)
		return s->round < t->round ? -1 : 1;
	if (s->turn != t->turn)
		return s->turn < t->turn ? -1 : 1;
	if (s->kind != t->kind)
		return s->kind > t->kind ? -1 : 1;
	return s->what < t->what ? -1 : s->what > t->what;
}

static bool is_counted(const struct tallies *tallies, sight_filter *filter,
		       const struct sight *sight)
{
	for (size_t i = 0; i < tallies->nr; i++)
		if (filter(&tallies->items[i], sight))
			return true;
	return false;
}

static bool is_wanted(const struct sight *sight, unsigned kinds)
{
	if (!(kinds >> sight->kind & 1) || !is_hit(sight))
		return false;
	return sight->kind != SIGHT_DONE || behaviour_words[sight->what].done;
}

/* One tally for each thing of these kinds, by what the filter holds alike. */
static struct tallies count_each(struct group *group, unsigned kinds,
				 sight_filter *filter)
{
	struct tallies tallies = { 0 };
	bool by_turn = filter == is_moment;
	size_t alloc = 0;

	for (size_t i = 0; i < group->nr_sights; i++) {
		const struct sight *sight = &group->sights[i];

		if (!is_wanted(sight, kinds) ||
		    is_counted(&tallies, filter, sight))
			continue;
		tallies.items = arena_grow(group->arena, tallies.items,
					   tallies.nr, &alloc,
					   sizeof(*tallies.items));
		tallies.items[tallies.nr++] = (struct tally){
			.kind = sight->kind,
			.what = sight->what,
			.round = by_turn ? sight->round : 0,
			.turn = by_turn ? sight->turn : 0,
		};
	}
	for (size_t i = 0; i < tallies.nr; i++)
		count(group, filter, &tallies.items[i]);
	if (tallies.nr)
		qsort(tallies.items, tallies.nr, sizeof(*tallies.items),
		      compare);
	return tallies;
}

/* Topics are of everybody who played, whatever it was that was missed. */
static struct tallies count_practices(struct group *group)
{
	struct tallies tallies = {
		.items = ARENA_ARRAY(group->arena, struct tally, PRACTICE_NR),
	};

	for (int i = 0; i < PRACTICE_NR; i++) {
		struct tally *tally = &tallies.items[tallies.nr];

		*tally = (struct tally){ .kind = SIGHT_SLIP, .what = i };
		count(group, is_practice, tally);
		tallies.nr += tally->nr > 0;
	}
	if (tallies.nr)
		qsort(tallies.items, tallies.nr, sizeof(*tallies.items),
		      compare);
	return tallies;
}

void group_count(struct group *group)
{
	const unsigned missed = 1u << SIGHT_SLIP | 1u << SIGHT_LAPSE;

	group->done = count_each(group, 1u << SIGHT_DONE, is_alike);
	group->missed = count_each(group, missed, is_alike);
	group->moments = count_each(group, missed, is_moment);
	group->practices = count_practices(group);
}

size_t group_nr_practise(const struct group *group)
{
	enum { PRACTISE_MOST = 3 };
	const struct tallies *practices = &group->practices;
	size_t nr = practices->nr > 0;

	while (nr && nr < practices->nr && nr < PRACTISE_MOST &&
	       2 * practices->items[nr].nr >= practices->items[nr].of)
		nr++;
	return nr;
}

/* The principle with the lowest mean of everybody; -1: nobody played. */
static int lowest_principle(const struct group *group)
{
	int lowest = -1, mean = 0;

	for (int p = 0; p < PRINCIPLE_NR; p++) {
		int score = group_mean(group, SIZE_MAX, p);

		if (score == SCORE_NONE || (lowest >= 0 && score >= mean))
			continue;
		lowest = p;
		mean = score;
	}
	return lowest;
}

struct str group_no_practise(const struct group *group)
{
	enum { STRONG = 70 };
	int lowest = lowest_principle(group);
	int mean = lowest < 0 ? 0 : group_mean(group, SIZE_MAX, lowest);

	if (lowest < 0)
		return STR("Nobody has played yet.");
	if (mean >= STRONG)
		return STR("Nothing was missed. Play it one level tougher.");
	return arena_printf(group->arena, "Nothing was missed outright. "
			    "Lowest is " STR_FMT ", with %d of 100: play it "
			    "again with that in mind.",
			    STR_ARG(principle_title((enum principle)lowest)),
			    mean);
}

struct str tally_words(const struct tally *tally)
{
	const struct behaviour_words *words;

	if (tally->kind == SIGHT_LAPSE)
		return str_from(lapses[tally->what].words);
	words = &behaviour_words[tally->what];
	if (tally->kind == SIGHT_DONE)
		return str_from(words->done);
	return words->slip ? str_from(words->slip) :
			     terms_name(&behaviour_terms, tally->what);
}
