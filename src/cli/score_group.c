/*
 * A sheet made from files alone. A file's person is what it is called; its
 * round is the number its name begins with (as a drill names them,
 * 2-Ana.yaml), or else its scenario's, in the order in which scenarios first
 * come up. Of what was had again (2-Ana.2.yaml) the last try counts.
 */
#include "score_group.h"

#include "at_hand.h"
#include "reading.h"
#include "rehearse/file.h"
#include "rehearse/group.h"

typedef void group_writer(const struct group *group, struct strbuf *out);

static group_writer *const writers[FORMAT_NR] = {
	[FORMAT_MD] = group_markdown,
	[FORMAT_HTML] = group_html,
	[FORMAT_CSV] = group_csv,
	[FORMAT_MOODLE] = group_moodle,
};

bool is_group_format(int format)
{
	return format >= 0 && writers[format];
}

struct gathering {
	const struct options *options;
	const struct rubric *rubric;
	struct arena *arena;
	struct reading *readings;
	struct group_play *plays;
	unsigned *tries; /* of the plays */
	struct str *people;
	size_t nr_readings, nr_plays, nr_people;
	unsigned nr_rounds;
	int status; /* the highest so far */
};

/* "2-Ana" of "drill/2-Ana.yaml". */
static struct str stem_of(struct str path)
{
	struct str stem = path, part, rest = path;
	size_t dot;

	while (str_cut(&rest, '/', &part))
		if (part.len)
			stem = part;
	dot = stem.len;
	while (dot && stem.ptr[dot - 1] != '.')
		dot--;
	return dot > 1 ? str_slice(stem, 0, dot - 1) : stem;
}

enum { NUMBER_MAX = 99 }; /* of a round, of a try */

/* Takes the number of the round off a stem; 0: there is none. */
static unsigned cut_round(struct str *stem)
{
	struct str rest = *stem, number;
	uint64_t round;

	if (!str_cut(&rest, '-', &number) || !rest.len ||
	    !str_number(number, NUMBER_MAX, &round))
		return 0;
	if (round)
		*stem = rest;
	return (unsigned)round;
}

/* Takes the number of the try off a stem that had a round; 1: none. */
static unsigned cut_try(struct str *stem)
{
	struct str number = *stem, person;
	uint64_t try;

	if (!str_cut(&number, '.', &person) ||
	    !str_number(number, NUMBER_MAX, &try) || try < 2)
		return 1;
	*stem = person;
	return (unsigned)try;
}

static unsigned round_of_scenario(const struct gathering *g,
				  struct str scenario)
{
	for (size_t i = 0; i < g->nr_plays; i++)
		if (str_equal(g->plays[i].scenario, scenario))
			return g->plays[i].round;
	return g->nr_rounds + 1;
}

static void add_person(struct gathering *g, struct str person)
{
	for (size_t i = 0; i < g->nr_people; i++)
		if (str_equal(g->people[i], person))
			return;
	g->people[g->nr_people++] = person;
}

/* The play of that person in that round; a new place if there is none. */
static size_t place_of(struct gathering *g, const struct group_play *play)
{
	for (size_t i = 0; i < g->nr_plays; i++)
		if (g->plays[i].round == play->round &&
		    str_equal(g->plays[i].person, play->person))
			return i;
	return g->nr_plays++;
}

static void put_play(struct gathering *g, const struct group_play *play,
		     unsigned try, struct str path)
{
	size_t at = place_of(g, play);

	if (try < g->tries[at])
		return;
	if (try == g->tries[at])
		say(STR_FMT ": takes the place of an earlier file of "
		    STR_FMT "'s in round %u", STR_ARG(path),
		    STR_ARG(play->person), play->round);
	g->plays[at] = *play;
	g->tries[at] = try;
}

static void add_play(struct gathering *g, const struct reading *reading,
		     struct str path)
{
	const struct transcript_header *header = &reading->file.header;
	struct str stem = stem_of(path);
	unsigned try = 1;
	struct group_play play = {
		.report = reading->report,
		.round = reading->is_rehearsal ? cut_round(&stem) : 0,
		.scenario = header->scenario,
		.scenario_hash = header->scenario_hash,
		.rubric_hash = header->rubric_hash,
	};

	if (play.round)
		try = cut_try(&stem);
	play.person = stem;
	if (!play.round)
		play.round = round_of_scenario(g, play.scenario);
	if (play.round > g->nr_rounds)
		g->nr_rounds = play.round;
	add_person(g, play.person);
	put_play(g, &play, try, path);
}

static void check_threshold(struct gathering *g)
{
	for (size_t i = 0; i < g->nr_plays; i++) {
		const struct summary *summary = &g->plays[i].report->summary;

		if (!summary->scored ||
		    (uint64_t)summary->score < g->options->fail_under)
			raise_status(&g->status, ERROR_ANSWER_NO);
	}
}

static void gather(struct gathering *g, struct str path)
{
	struct reading *reading = &g->readings[g->nr_readings];
	struct error err;
	struct str bytes;
	int status;

	if (!file_read(g->arena, path, FILE_MAX_TRANSCRIPT, &bytes, &err)) {
		say_error(&err);
		raise_status(&g->status, (int)err.kind);
		return;
	}
	status = reading_open(reading, g->arena, g->options, g->rubric, path,
			      bytes);
	if (status) {
		raise_status(&g->status, status);
		return;
	}
	g->nr_readings++;
	add_play(g, reading, path);
}

static void write_group(const struct gathering *g, struct output *output)
{
	struct group_round *rounds = ARENA_ARRAY(g->arena, struct group_round,
						 g->nr_rounds);
	const struct group_input input = {
		.names = true,
		.people = g->people,
		.nr_people = g->nr_people,
		.rounds = rounds,
		.nr_rounds = g->nr_rounds,
		.plays = g->plays,
		.nr_plays = g->nr_plays,
	};
	const struct group *group;
	struct strbuf out = { 0 };
	const struct str *warnings;
	size_t nr;

	for (unsigned i = 0; i < g->nr_rounds; i++)
		rounds[i].pass = g->options->has_fail_under ?
				 (int)g->options->fail_under : -1;
	group = group_new(&input, g->arena);
	warnings = group_warnings(group, &nr);
	for (size_t i = 0; i < nr; i++)
		say(STR_FMT, STR_ARG(warnings[i]));
	writers[g->options->format](group, &out);
	output_bytes(output, strbuf_str(&out));
	strbuf_release(&out);
}

int score_group(const struct options *options, struct output *output,
		struct arena *arena, const struct rubric *rubric)
{
	size_t nr = options->arguments.nr;
	struct gathering g = {
		.options = options,
		.rubric = rubric,
		.arena = arena,
		.readings = ARENA_ARRAY(arena, struct reading, nr),
		.plays = ARENA_ARRAY(arena, struct group_play, nr),
		.tries = ARENA_ARRAY(arena, unsigned, nr),
		.people = ARENA_ARRAY(arena, struct str, nr),
	};

	for (size_t i = 0; i < nr; i++)
		gather(&g, options->arguments.items[i]);
	if (g.nr_plays)
		write_group(&g, output);
	if (options->has_fail_under)
		check_threshold(&g);
	for (size_t i = 0; i < g.nr_readings; i++)
		reading_release(&g.readings[i]);
	return g.status;
}
