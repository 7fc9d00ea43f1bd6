/*
 * The preparation sheet, to be looked at in the talk: what was written on it
 * before, what is still to be told, and the brief. It belongs to whoever
 * plays, so an exam leaves it open; what is still to be told is a hint.
 */
#include "dialogue.h"

static void add_prepared(const struct dialogue *talk, struct page *page)
{
	const struct scenario *scenario = talk->rehearsal->scenario;
	size_t nr;
	const struct str *prepared = play_prepared(talk->rehearsal->play, &nr);

	if (!scenario->nr_prepare)
		return;
	page_heading(page, STR("What you prepared"));
	for (size_t i = 0; i < scenario->nr_prepare; i++) {
		page_text(page, 0, STYLE_DIM, scenario->prepare[i]);
		if (i < nr && prepared[i].len)
			page_label(page, STYLE_KEY, STR(">"), 2, STYLE_NORMAL,
				   prepared[i]);
	}
	if (!nr)
		page_text(page, 0, STYLE_NORMAL,
			  STR("(you wrote nothing down)"));
}

static void add_unsaid(const struct dialogue *talk, struct page *page)
{
	const struct session *session = rehearsal_session(talk->rehearsal);
	size_t nr;
	const struct str *unsaid = session_unsaid(session, page->arena, &nr);

	if (play_in_exam(talk->rehearsal->play))
		return;
	page_heading(page, STR("Still to be told"));
	for (size_t i = 0; i < nr; i++)
		page_label(page, STYLE_NORMAL, STR("*"), 2, STYLE_NORMAL,
			   unsaid[i]);
	if (!nr)
		page_text(page, 0, STYLE_NORMAL,
			  STR("Nothing: all of it is told."));
}

void dialogue_sheet(const struct dialogue *talk, struct page *page)
{
	add_prepared(talk, page);
	add_unsaid(talk, page);
	page_heading(page, STR("What you know"));
	page_prose(page, STYLE_NORMAL, talk->rehearsal->scenario->brief);
}
