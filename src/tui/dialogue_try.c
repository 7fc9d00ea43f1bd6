/*
 * --opening and --again: some words again. A try stands, with its verdict
 * beside the talk, until the next one is begun.
 */
#include "dialogue.h"
#include "findings.h"

/* The try that stands; NULL: none. */
static const struct turn *try_of(const struct dialogue *talk)
{
	const struct rehearsal *rehearsal = talk->rehearsal;

	if (rehearsal->again.nr)
		return again_answer(&rehearsal->again, rehearsal->play);
	return rehearsal->opening ? opening_try(rehearsal->play) : NULL;
}

bool dialogue_has_try(const struct dialogue *talk)
{
	return try_of(talk);
}

void dialogue_count_try(struct dialogue *talk)
{
	struct rehearsal *rehearsal = talk->rehearsal;
	struct again *again = &rehearsal->again;
	bool *counted = again->nr ? &again->counted : &rehearsal->tries.counted;
	bool stood = *counted;

	if (again->nr)
		again_count(again, rehearsal->play);
	else if (rehearsal->opening)
		opening_count(&rehearsal->tries, rehearsal->play);
	if (stood == *counted)
		return;
	talk->top = 0;
	/* in a narrow window the verdict is what comes next */
	talk->coaching = *counted;
	if (*counted)
		talk->listing = false;
}

static void read_on(struct dialogue *talk)
{
	talk->coaching = false;
	talk->top = 0;
	dialogue_settle(talk);
}

void dialogue_try_again(struct dialogue *talk)
{
	struct rehearsal *rehearsal = talk->rehearsal;
	struct error err;

	if (!dialogue_has_try(talk))
		return;
	if (rehearsal->again.nr ?
	    !again_take_back(&rehearsal->again, rehearsal->play, &err) :
	    !opening_again(&rehearsal->tries, rehearsal->play, &err))
		dialogue_notice(talk, str_from(err.text));
	read_on(talk);
}

/* ---- the turns that lost points ----------------------------------------- */

void dialogue_show_retry(struct dialogue *talk)
{
	const struct again *again = &talk->rehearsal->again;
	const struct retry *retry = again_retry(again);
	struct arena scratch = { 0 };

	if (retry)
		dialogue_notice(talk, arena_printf(
			&scratch, STR_FMT ". You said then: " STR_FMT,
			STR_ARG(again_heading(again, &scratch)),
			STR_ARG(retry->said)));
	arena_release(&scratch);
}

struct next dialogue_next_turn(struct dialogue *talk)
{
	struct rehearsal *rehearsal = talk->rehearsal;
	struct error err;

	if (!again_next(&rehearsal->again, rehearsal->play, &err))
		dialogue_notice(talk, str_from(err.text));
	if (!again_retry(&rehearsal->again))
		return dialogue_debrief(talk);
	read_on(talk);
	dialogue_show_retry(talk);
	return STAY;
}

/* ---- the verdict -------------------------------------------------------- */

/* What it is compared with. */
struct before {
	const struct verdict *verdict; /* NULL: nothing */
	struct str said;
	const char *title;
};

static struct before before_of(const struct dialogue *talk)
{
	const struct opening *tries = &talk->rehearsal->tries;
	const struct retry *retry = again_retry(&talk->rehearsal->again);

	if (retry)
		return (struct before){ retry->before, retry->said,
					"Against what you said then" };
	return (struct before){ tries->before, tries->said_before,
				"Against the try before" };
}

static struct str heading_of(const struct dialogue *talk, struct arena *arena)
{
	const struct retry *retry = again_retry(&talk->rehearsal->again);
	bool scores = talk->tui->options->scores;

	if (!retry)
		return opening_heading(&talk->rehearsal->tries, scores, arena);
	return arena_printf(arena, "Turn %d: " STR_FMT, retry->turn,
			    STR_ARG(retry_text(retry, scores, arena)));
}

static void add_changes(const struct dialogue *talk, struct page *page,
			const struct before *before,
			const struct verdict *after)
{
	const struct rubric *rubric = talk->tui->options->rubric;
	bool scores = talk->tui->options->scores;
	struct str principles = STR("");
	const struct change *changes;
	size_t nr;

	page_heading(page, str_from(before->title));
	if (scores)
		principles = changes_of_principles(before->verdict, after,
						   page->arena);
	if (principles.len)
		page_text(page, 0, STYLE_NORMAL, principles);
	changes = changes_between(before->verdict, after, rubric, scores,
				  page->arena, &nr);
	for (size_t i = 0; i < nr; i++)
		page_label(page, STYLE_DIM,
			   terms_name(&change_terms, (int)changes[i].kind), 7,
			   STYLE_NORMAL,
			   change_words(&changes[i], rubric, scores,
					page->arena));
	if (!nr && !principles.len)
		page_text(page, 0, STYLE_NORMAL, STR("Nothing changed."));
	page_heading(page, STR("What you said before"));
	page_text(page, 0, STYLE_MINE, before->said);
}

/* What words without a slip lack still. */
static void add_missed(struct page *page, const struct verdict *verdict)
{
	struct str names = STR("");

	for (int p = 0; p < PRINCIPLE_NR; p++)
		if (verdict->missed >> p & 1)
			names = arena_printf(
				page->arena, STR_FMT "%s" STR_FMT,
				STR_ARG(names), names.len ? ", " : "",
				STR_ARG(principle_title((enum principle)p)));
	if (names.len)
		page_label(page, STYLE_DIM, STR("."), 2, STYLE_DIM,
			   arena_printf(page->arena,
					"called for and not seen: " STR_FMT,
					STR_ARG(names)));
}

void dialogue_try(const struct dialogue *talk, struct page *page)
{
	const struct turn *turn = try_of(talk);
	const struct before before = before_of(talk);
	struct waived waived = { .turn = turn->number };

	page_text(page, 0, STYLE_TITLE, heading_of(talk, page->arena));
	waived.items = play_waivers(talk->rehearsal->play, &waived.nr);
	findings_feedback(page, turn->verdict, talk->tui->options->rubric,
			  &waived);
	add_missed(page, turn->verdict);
	if (before.verdict)
		add_changes(talk, page, &before, turn->verdict);
}
