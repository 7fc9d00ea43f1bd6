/*
 * --opening: the first words of a conversation, again and again. A try
 * stands until the next one begins, so that it can be read, asked about and
 * reported; then it is taken back. The transcript keeps them all.
 */
#include "plain_parts.h"
#include "rehearse/report.h"

static const struct turn *first_spoken(const struct session *session)
{
	for (size_t i = 0; i < session_nr_turns(session); i++)
		if (session_turn(session, i)->act == ACT_NONE)
			return session_turn(session, i);
	return NULL;
}

bool plain_has_try(const struct plain *plain)
{
	return plain->options->opening &&
	       first_spoken(play_session(plain->play));
}

void plain_try_again(struct plain *plain)
{
	struct error err;

	if (!plain_has_try(plain))
		return;
	if (!play_undo(plain->play,
		       first_spoken(play_session(plain->play))->number, &err))
		plain_complain(plain, err.text);
	plain->tries.shown = false;
}

/* ---- what changed ------------------------------------------------------- */

enum change { CHANGE_GONE, CHANGE_NEW, CHANGE_POINTS, CHANGE_NR };

static const char *const change_labels[CHANGE_NR] = {
	[CHANGE_GONE] = "      gone:  ",
	[CHANGE_NEW] = "      new:   ",
	[CHANGE_POINTS] = "      still: ",
};

/* What a rule found in a try. */
struct found {
	const struct finding *first; /* NULL: nothing */
	int points; /* of all its findings */
};

static struct found find(const struct verdict *verdict, int rule)
{
	struct found found = { 0 };

	for (size_t i = 0; i < verdict->nr_findings; i++) {
		const struct finding *finding = &verdict->findings[i];

		if (finding->rule != rule)
			continue;
		if (!found.first)
			found.first = finding;
		found.points += finding->points;
	}
	return found;
}

/* Did it change, and in this way? */
static bool changed(const struct plain *plain, enum change change,
		    const struct found *last, const struct found *now)
{
	switch (change) {
	case CHANGE_GONE:
		return last->first && !now->first;
	case CHANGE_NEW:
		return now->first && !last->first;
	case CHANGE_POINTS:
		return now->first && last->first && plain->options->scores &&
		       now->points != last->points;
	case CHANGE_NR:
		break;
	}
	return false;
}

static void show_finding(struct plain *plain, enum change change,
			 const struct found *last, const struct found *now)
{
	const struct rubric *rubric =
		talk_rubric(session_talk(play_session(plain->play)));
	const struct found *shown = now->first ? now : last;
	struct str says = rubric_string(
		rubric, rubric->rules[shown->first->rule].says);
	struct strbuf text = { 0 };

	strbuf_addf(&text, "%s " STR_FMT, shown->first->raw < 0 ? "-" : "+",
		    STR_ARG(says));
	if (shown->first->quote.len)
		strbuf_addf(&text, " \"" STR_FMT "\"",
			    STR_ARG(shown->first->quote));
	if (plain->options->scores)
		strbuf_addf(&text, " (%+d", shown->points);
	if (change == CHANGE_POINTS)
		strbuf_addf(&text, ", it was %+d", last->points);
	if (plain->options->scores)
		strbuf_addc(&text, ')');
	plain_wrapped(plain, change_labels[change], strbuf_str(&text));
	strbuf_release(&text);
}

static bool show_findings(struct plain *plain, enum change change,
			  const struct verdict *verdict)
{
	const struct rubric *rubric =
		talk_rubric(session_talk(play_session(plain->play)));
	bool any = false;

	for (uint32_t i = 0; i < rubric->header->nr_rules; i++) {
		struct found last = find(plain->tries.last, (int)i);
		struct found now = find(verdict, (int)i);

		if (!changed(plain, change, &last, &now))
			continue;
		show_finding(plain, change, &last, &now);
		any = true;
	}
	return any;
}

static void add_score(struct strbuf *out, int score)
{
	if (score == SCORE_NONE)
		strbuf_add(out, STR("not needed"));
	else
		strbuf_addf(out, "%d", score);
}

/* "direct 62 -> 82, kind not needed -> 50" */
static bool show_principles(struct plain *plain, const struct verdict *now)
{
	const struct verdict *last = plain->tries.last;
	struct strbuf line = { 0 };
	bool any;

	for (int p = 0; p < PRINCIPLE_NR; p++) {
		if (now->principles[p] == last->principles[p])
			continue;
		strbuf_addf(&line, "%s" STR_FMT " ", line.len ? ", " : "",
			    STR_ARG(principle_title((enum principle)p)));
		add_score(&line, last->principles[p]);
		strbuf_add(&line, STR(" -> "));
		add_score(&line, now->principles[p]);
	}
	any = line.len > 0;
	if (any)
		plain_wrapped(plain, "      ", strbuf_str(&line));
	strbuf_release(&line);
	return any;
}

static void show_changes(struct plain *plain, const struct verdict *now)
{
	bool any = plain->options->scores && show_principles(plain, now);

	for (int change = 0; change < CHANGE_NR; change++)
		any |= show_findings(plain, (enum change)change, now);
	if (!any)
		output_text(plain->output, STR("      nothing changed\n"));
}

static void show_score(struct plain *plain, const struct verdict *now)
{
	const struct verdict *last = plain->tries.last;

	output_printf(plain->output, "    Try %zu", plain->tries.nr);
	if (!plain->options->scores) {
		output_text(plain->output, STR("\n"));
		return;
	}
	if (!now->scored)
		output_text(plain->output, STR(": not scored\n"));
	else if (!last || !last->scored)
		output_printf(plain->output, ": %d\n", now->score);
	else
		output_printf(plain->output, ": %d (%+d)\n", now->score,
			      now->score - last->score);
}

/* The session it was of goes away when it is taken back. */
static const struct verdict *keep(struct arena *arena,
				  const struct verdict *verdict)
{
	struct verdict *kept = ARENA_NEW(arena, struct verdict);

	*kept = *verdict;
	kept->findings = ARENA_ARRAY(arena, struct finding,
				     verdict->nr_findings);
	for (size_t i = 0; i < verdict->nr_findings; i++) {
		kept->findings[i] = verdict->findings[i];
		kept->findings[i].quote =
			arena_str(arena, verdict->findings[i].quote);
	}
	return kept;
}

void plain_show_try(struct plain *plain)
{
	struct tries *tries = &plain->tries;
	const struct verdict *now;

	if (!plain_has_try(plain) || tries->shown)
		return;
	now = first_spoken(play_session(plain->play))->verdict;
	tries->scores = arena_grow(&tries->arena, tries->scores, tries->nr,
				   &tries->alloc, sizeof(*tries->scores));
	tries->scores[tries->nr++] = now->score;
	show_score(plain, now);
	if (tries->last)
		show_changes(plain, now);
	tries->last = keep(&tries->arena, now);
	tries->shown = true;
}

void plain_show_tries(struct plain *plain)
{
	const struct tries *tries = &plain->tries;

	if (tries->nr < 2 || !plain->options->scores)
		return;
	output_text(plain->output, STR("\nYour tries:"));
	for (size_t i = 0; i < tries->nr; i++) {
		output_text(plain->output, i ? STR(", ") : STR(" "));
		if (tries->scores[i] == SCORE_NONE)
			output_text(plain->output, STR("not scored"));
		else
			output_printf(plain->output, "%d", tries->scores[i]);
	}
	output_text(plain->output, STR(". The last one stands.\n"));
}
