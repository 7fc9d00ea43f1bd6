/*
 * --opening: the first words again and again. A try stands, with its verdict
 * beside the talk, until the next one is begun.
 */
#include "dialogue.h"
#include "findings.h"

bool dialogue_has_try(const struct dialogue *talk)
{
	return talk->rehearsal->opening && opening_try(talk->rehearsal->play);
}

void dialogue_count_try(struct dialogue *talk)
{
	struct opening *tries = &talk->rehearsal->tries;
	bool stood = tries->counted;

	if (!talk->rehearsal->opening)
		return;
	opening_count(tries, talk->rehearsal->play);
	if (stood == tries->counted)
		return;
	talk->top = 0;
	/* in a narrow window the verdict is what comes next */
	talk->coaching = tries->counted;
	if (tries->counted)
		talk->listing = false;
}

void dialogue_try_again(struct dialogue *talk)
{
	struct error err;

	if (!dialogue_has_try(talk))
		return;
	if (!opening_again(&talk->rehearsal->tries, talk->rehearsal->play,
			   &err))
		dialogue_notice(talk, str_from(err.text));
	talk->coaching = false;
	talk->top = 0;
	dialogue_settle(talk);
}

static void add_changes(const struct dialogue *talk, struct page *page)
{
	const struct opening *tries = &talk->rehearsal->tries;
	const struct rubric *rubric = talk->tui->options->rubric;
	bool scores = talk->tui->options->scores;
	struct str principles = STR("");
	const struct change *changes;
	size_t nr;

	page_heading(page, STR("Against the try before"));
	if (scores)
		principles = changes_of_principles(tries->before, tries->last,
						   page->arena);
	if (principles.len)
		page_text(page, 0, STYLE_NORMAL, principles);
	changes = changes_between(tries->before, tries->last, rubric, scores,
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
	page_text(page, 0, STYLE_MINE, tries->said_before);
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
	const struct opening *tries = &talk->rehearsal->tries;
	const struct turn *turn = opening_try(talk->rehearsal->play);
	struct waived waived = { .turn = turn->number };

	page_text(page, 0, STYLE_TITLE,
		  opening_heading(tries, talk->tui->options->scores,
				  page->arena));
	waived.items = play_waivers(talk->rehearsal->play, &waived.nr);
	findings_feedback(page, turn->verdict, talk->tui->options->rubric,
			  &waived);
	add_missed(page, turn->verdict);
	if (tries->before)
		add_changes(talk, page);
}
