/* What is wrong with the runs: each with what to do about it. */
#include "trial_parts.h"

#include <assert.h>

enum {
	ENOUGH = 20,  /* runs; of fewer it may be chance */
	SELDOM = 200, /* a line twice in one of so many: talks that went in
			 circles until nothing new was left to say */
};

static const char *const names[] = {
	"repeated",    "brace",	      "endless",   "stuck",
	"one-ending", "upside-down", "unreached",
};
static_assert(ARRAY_LEN(names) == TRIAL_SMELL_NR, "names");
const struct terms trial_smell_terms = {
	.what = "a smell of runs",
	.names = names,
	.nr = TRIAL_SMELL_NR,
};

static struct trial_smell *add(struct trial *trial, enum trial_smell_kind kind,
			       struct str text)
{
	struct trial_smell *smell;

	trial->smells =
		arena_grow(&trial->arena, trial->smells, trial->nr_smells,
			   &trial->alloc_smells, sizeof(*trial->smells));
	smell = &trial->smells[trial->nr_smells++];
	*smell = (struct trial_smell){ .kind = kind, .text = text };
	return smell;
}

/* The line in the file of what is said with these words; 0: not found. */
static unsigned line_of(const struct scenario *scenario, struct str text)
{
	const struct entries *entries;

	for (size_t i = 0; (entries = scenario_entries(scenario, i)); i++)
		for (size_t j = 0; j < entries->nr; j++) {
			const struct entry *entry = &entries->items[j];

			if (str_equal(entry->met, text))
				return entry->line;
			for (size_t k = 0; k < entry->nr_say; k++)
				if (str_equal(entry->say[k], text))
					return entry->line;
		}
	for (size_t i = 0; i < scenario->nr_scenes; i++)
		if (str_equal(scenario->scenes[i].narrator, text))
			return scenario->scenes[i].line;
	for (size_t i = 0; i < scenario->nr_endings; i++)
		if (str_equal(scenario->endings[i].say, text))
			return scenario->endings[i].line;
	return 0;
}

static void smell_heard(struct trial *trial, enum trial_smell_kind kind,
			const struct heard_wrongs *wrongs, const char *fault)
{
	for (size_t i = 0; i < wrongs->nr; i++) {
		const struct heard_wrong *wrong = &wrongs->items[i];
		struct trial_smell *smell =
			add(trial, kind,
			    arena_printf(&trial->arena, "\"" STR_FMT "\" %s",
					 STR_ARG(wrong->text), fault));

		smell->line = line_of(trial->source.scenario, wrong->text);
		smell->runs = wrong->runs;
		smell->seed = wrong->seed;
	}
}

static void smell_repeated(struct trial *trial)
{
	smell_heard(trial, TRIAL_REPEATED, &trial->repeated,
		    "is heard twice in one talk, word for word: give another "
		    "line for the second time");
	for (size_t i = 0; i < trial->nr_smells; i++)
		trial->smells[i].seldom =
			trial->smells[i].runs * SELDOM < trial->tally.runs;
}

static void smell_brace(struct trial *trial)
{
	smell_heard(trial, TRIAL_BRACE, &trial->braces,
		    "is heard with a brace in it: {name} stands for a fill, "
		    "and no other brace belongs into a line");
}

static void smell_endless(struct trial *trial)
{
	struct trial_smell *smell;

	if (!trial->endless)
		return;
	smell = add(trial, TRIAL_ENDLESS,
		    arena_printf(&trial->arena,
				 "a talk goes on until no turns are left "
				 "(%d): let 'listen' lead on, or somebody "
				 "lose patience", SESSION_MAX_TURNS));
	smell->runs = trial->endless;
	smell->seed = trial->endless_seed;
}

static void smell_stuck(struct trial *trial)
{
	const struct scenario *scenario = trial->source.scenario;

	for (size_t s = 0; s < scenario->nr_scenes; s++) {
		const struct way_out *way = &trial->ways_out[s];
		struct trial_smell *smell;

		if (way->left || (!way->turns_out && way->tired < ENOUGH))
			continue;
		smell = add(trial, TRIAL_STUCK,
			    arena_printf(&trial->arena,
					 "nobody came out of '" STR_FMT
					 "' before turns or patience ran out: "
					 "give 'listen' an easier way to 'go' "
					 "on", STR_ARG(scenario->scenes[s].id)));
		smell->line = scenario->scenes[s].line;
		smell->runs = way->turns_out + way->tired;
		smell->seed = way->seed;
	}
}

static void smell_one_ending(struct trial *trial)
{
	const struct scenario *scenario = trial->source.scenario;
	const struct tally *tally = &trial->tally;

	if (scenario->nr_endings < 2 || tally->runs < ENOUGH)
		return;
	for (size_t e = 0; e < scenario->nr_endings; e++)
		if (tally->endings[e].runs == tally->runs)
			add(trial, TRIAL_ONE_ENDING,
			    arena_printf(&trial->arena,
					 "however one goes about it, the "
					 "ending is '" STR_FMT "': let "
					 "endings ask for what was said, "
					 "told or found out",
					 STR_ARG(scenario->endings[e].id)))
				->line = scenario->endings[e].line;
}

/* How well the runs of a conduct ended, 2 for each good end, 1 for each
 * mixed one. */
static size_t worth_of(const struct trial *trial, enum conduct conduct)
{
	static const size_t worth[ENDING_KIND_NR] = {
		[ENDING_GOOD] = 2,
		[ENDING_MIXED] = 1,
	};
	const struct scenario *scenario = trial->source.scenario;
	size_t sum = 0;

	for (size_t e = 0; e < scenario->nr_endings; e++)
		sum += worth[scenario->endings[e].kind] *
		       trial->tally.endings[e].of_conduct[conduct];
	return sum;
}

static void smell_upside_down(struct trial *trial)
{
	const size_t *runs = trial->tally.of_conduct;
	size_t good = runs[CONDUCT_GOOD], bad = runs[CONDUCT_BAD];

	if (good * 2 < ENOUGH || bad * 2 < ENOUGH ||
	    worth_of(trial, CONDUCT_GOOD) * bad >=
		    worth_of(trial, CONDUCT_BAD) * good)
		return;
	add(trial, TRIAL_UPSIDE_DOWN,
	    STR("who does well ends worse than who does badly: look at what "
		"the endings ask for, and at the way there"));
}

static void smell_unreached(struct trial *trial)
{
	for (size_t i = 0; i < trial->nr_unreached; i++) {
		const struct player_item *item = trial->unreached[i];

		if (item->by_chance)
			continue;
		add(trial, TRIAL_UNREACHED,
		    arena_printf(&trial->arena,
				 "no run and no search came to " STR_FMT ": ask "
				 "less in its 'if', or see what before it takes "
				 "its place",
				 STR_ARG(item->label)))
			->line = item->line;
	}
}

static void (*const smells[TRIAL_SMELL_NR])(struct trial *) = {
	[TRIAL_REPEATED] = smell_repeated,
	[TRIAL_BRACE] = smell_brace,
	[TRIAL_ENDLESS] = smell_endless,
	[TRIAL_STUCK] = smell_stuck,
	[TRIAL_ONE_ENDING] = smell_one_ending,
	[TRIAL_UPSIDE_DOWN] = smell_upside_down,
	[TRIAL_UNREACHED] = smell_unreached,
};

const struct trial_smell *trial_smells(struct trial *trial, size_t *nr)
{
	for (size_t i = 0; i < ARRAY_LEN(smells) && !trial->smelt; i++)
		smells[i](trial);
	trial->smelt = true;
	*nr = trial->nr_smells;
	return trial->smells;
}

bool trial_is_clean(struct trial *trial)
{
	const struct trial_smell *found;
	size_t nr, faults = 0;

	found = trial_smells(trial, &nr);
	for (size_t i = 0; i < nr; i++)
		faults += !found[i].seldom;
	return !faults;
}
