#include "rehearse/calibrate.h"

int label_find(const struct rubric *rubric, struct str name)
{
	int behaviour = terms_find(&behaviour_terms, name);

	if (behaviour >= 0)
		return (int)rubric->header->nr_rules + behaviour;
	return rubric_find(rubric, name);
}

struct str label_name(const struct rubric *rubric, int label)
{
	int nr_rules = (int)rubric->header->nr_rules;

	if (label >= nr_rules)
		return terms_name(&behaviour_terms, label - nr_rules);
	return rubric_string(rubric, rubric->rules[label].id);
}

void calibration_init(struct calibration *calibration,
		      const struct rubric *rubric, struct arena *arena)
{
	size_t nr = rubric->header->nr_rules + (size_t)behaviour_terms.nr;

	*calibration = (struct calibration){
		.rubric = rubric,
		.arena = arena,
		.shown = ARENA_ARRAY(arena, unsigned, nr),
	};
}

/* The label's tally, put where it belongs in the order. */
static struct label_tally *tally_of(struct calibration *calibration, int label)
{
	size_t at = 0;

	while (at < calibration->nr_tallies &&
	       calibration->tallies[at].label < label)
		at++;
	if (at < calibration->nr_tallies &&
	    calibration->tallies[at].label == label)
		return &calibration->tallies[at];
	calibration->tallies = arena_grow(calibration->arena,
					  calibration->tallies,
					  calibration->nr_tallies,
					  &calibration->alloc_tallies,
					  sizeof(*calibration->tallies));
	for (size_t i = calibration->nr_tallies++; i > at; i--)
		calibration->tallies[i] = calibration->tallies[i - 1];
	calibration->tallies[at] = (struct label_tally){ .label = label };
	return &calibration->tallies[at];
}

static bool has_label(const struct label_set *set, int label)
{
	for (size_t i = 0; i < set->nr; i++)
		if (set->labels[i] == label)
			return true;
	return false;
}

static bool shows(const struct rubric *rubric, const struct verdict *verdict,
		  int label)
{
	int nr_rules = (int)rubric->header->nr_rules;

	if (label >= nr_rules)
		return verdict->behaviours >> (label - nr_rules) & 1;
	for (size_t i = 0; i < verdict->nr_findings; i++)
		if (verdict->findings[i].rule == label)
			return true;
	return false;
}

static void add_line(struct arena *arena, struct line_list *list,
		     unsigned line)
{
	list->lines = arena_grow(arena, list->lines, list->nr, &list->alloc,
				 sizeof(*list->lines));
	list->lines[list->nr++] = line;
}

static void add_instead(struct arena *arena, struct label_tally *tally,
			int label)
{
	for (size_t i = 0; i < tally->nr_instead; i++) {
		if (tally->instead[i].label != label)
			continue;
		tally->instead[i].times++;
		return;
	}
	tally->instead = arena_grow(arena, tally->instead, tally->nr_instead,
				    &tally->alloc_instead,
				    sizeof(*tally->instead));
	tally->instead[tally->nr_instead++] = (struct instead){ label, 1 };
}

/* What was found and not expected, of the same sort as the missed label. */
static void confuse(struct calibration *calibration, struct label_tally *tally,
		    const struct verdict *verdict,
		    const struct label_set *expect)
{
	int nr_rules = (int)calibration->rubric->header->nr_rules;
	bool rules = tally->label < nr_rules;
	int first = rules ? 0 : nr_rules;
	int end = rules ? nr_rules : nr_rules + behaviour_terms.nr;

	for (int label = first; label < end; label++)
		if (!has_label(expect, label) &&
		    shows(calibration->rubric, verdict, label))
			add_instead(calibration->arena, tally, label);
}

/* Every label a turn shows, whether anybody asked for it or not. */
static void count_shown(struct calibration *calibration,
			const struct verdict *verdict)
{
	int nr = (int)calibration->rubric->header->nr_rules +
		 behaviour_terms.nr;

	for (int label = 0; label < nr; label++)
		calibration->shown[label] +=
			shows(calibration->rubric, verdict, label);
}

void calibration_add(struct calibration *calibration,
		     const struct verdict *verdict,
		     const struct label_set *expect,
		     const struct label_set *forbid, unsigned line)
{
	calibration->turns++;
	count_shown(calibration, verdict);
	for (size_t i = 0; i < expect->nr; i++) {
		struct label_tally *tally =
			tally_of(calibration, expect->labels[i]);

		tally->expected++;
		if (shows(calibration->rubric, verdict, tally->label)) {
			tally->found++;
			continue;
		}
		add_line(calibration->arena, &tally->missed, line);
		confuse(calibration, tally, verdict, expect);
	}
	for (size_t i = 0; i < forbid->nr; i++) {
		struct label_tally *tally =
			tally_of(calibration, forbid->labels[i]);

		tally->forbidden++;
		if (shows(calibration->rubric, verdict, tally->label))
			add_line(calibration->arena, &tally->wrong, line);
	}
}

static int percent(size_t part, size_t whole)
{
	return whole ? (int)((200 * part + whole) / (2 * whole)) : -1;
}

int calibration_precision(const struct label_tally *tally)
{
	return percent(tally->found, tally->found + tally->wrong.nr);
}

int calibration_recall(const struct label_tally *tally)
{
	return percent(tally->found, tally->expected);
}

unsigned calibration_unlabelled(const struct calibration *calibration,
				const struct label_tally *tally)
{
	return calibration->shown[tally->label] - tally->found -
	       (unsigned)tally->wrong.nr;
}
