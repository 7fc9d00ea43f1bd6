/*
 * What the same talk, played again, tells: where more points were to be had
 * and what the client would have made of it; what moved the client.
 */
#include "debrief.h"

static struct str client_name(const struct debrief_state *debrief)
{
	return debrief->rehearsal->scenario->client.first_name;
}

static void add_lost(const struct debrief_state *debrief, struct page *page,
		     const struct better *better)
{
	enum { COLUMN = 12 };
	bool numbers = debrief->tui->options->scores;
	bool ascii = debrief->tui->ascii;

	page_text(page, 0, STYLE_NORMAL,
		  better_heading(better, numbers, page->arena));
	page_label(page, STYLE_GOOD, STR("  *"), 4, STYLE_NORMAL,
		   better->reply);
	if (better->answer.len)
		page_text(page, 4, STYLE_CLIENT,
			  arena_printf(page->arena, STR_FMT ": " STR_FMT,
				       STR_ARG(client_name(debrief)),
				       STR_ARG(better->answer)));
	page_label(page, STYLE_DIM, STR("  trust"), COLUMN, STYLE_NORMAL,
		   moods_text(&better->trust, numbers, ascii, page->arena));
	page_label(page, STYLE_DIM, STR("  patience"), COLUMN, STYLE_NORMAL,
		   moods_text(&better->patience, numbers, ascii, page->arena));
}

void debrief_better(const struct debrief_state *debrief, struct page *page)
{
	const struct report *report = debrief->report;
	struct str beaten = report_beaten(report, page->arena);

	if (!report->nr_lost && !beaten.len)
		return;
	page_heading(
		page,
		report->nr_lost
			? STR("Points left on the table; t plays these turns "
			      "again")
			: STR("Points left on the table"));
	for (size_t i = 0; i < report->nr_lost; i++)
		add_lost(debrief, page, &report->better[i]);
	if (beaten.len)
		page_text(page, 0, STYLE_NORMAL,
			  arena_printf(page->arena,
				       STR_FMT
				       ": what you said "
				       "was better than any suggestion there",
				       STR_ARG(beaten)));
}

static void add_moves(const struct debrief_state *debrief, struct page *page,
		      const struct turn *turn)
{
	enum { COLUMN = 9 };
	bool numbers = debrief->tui->options->scores;

	for (size_t i = 0; i < turn->nr_moves; i++) {
		const struct mood_move *move = &turn->moves[i];
		struct str moved = mood_move_words(move, numbers, page->arena);
		struct str why = mood_move_why(move, page->arena);

		page_label(
			page, STYLE_DIM,
			i ? STR("")
			  : arena_printf(page->arena, "turn %d", turn->number),
			COLUMN, STYLE_NORMAL,
			arena_printf(page->arena, STR_FMT ": " STR_FMT,
				     STR_ARG(moved), STR_ARG(why)));
	}
}

void debrief_moods(const struct debrief_state *debrief, struct page *page)
{
	const struct session *session = debrief->report->session;
	bool numbers = debrief->tui->options->scores;

	page_heading(page, arena_printf(page->arena, "What moved " STR_FMT,
					STR_ARG(client_name(debrief))));
	page_text(page, 0, STYLE_NORMAL,
		  report_mood(debrief->report, numbers, page->arena));
	for (size_t i = 0; i < session_nr_turns(session); i++)
		add_moves(debrief, page, session_turn(session, i));
	if (numbers)
		page_text(page, 0, STYLE_DIM,
			  mood_rule(session_options(session)->level));
}

void debrief_retries(const struct debrief_state *debrief, struct page *page)
{
	const struct again *again = &debrief->rehearsal->again;
	bool scores = debrief->tui->options->scores;

	for (size_t i = 0; i < again->nr; i++) {
		const struct retry *retry = &again->retries[i];
		struct str text = retry_text(retry, scores, page->arena);

		page_heading(page, arena_printf(page->arena,
						"Turn %d: " STR_FMT,
						retry->turn, STR_ARG(text)));
		page_label(page, STYLE_DIM, STR("then"), 5, STYLE_NORMAL,
			   retry->said);
		if (retry->after)
			page_label(page, STYLE_MINE, STR("now"), 5,
				   STYLE_NORMAL, retry->said_again);
	}
}
