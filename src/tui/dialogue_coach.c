/*
 * The coach beside the talk: the seven principles so far, or in the draft
 * while one is typed; the client's mood; what was good and what to mend.
 */
#include "findings.h"
#include "dialogue.h"

enum { TITLE_COLUMN = 11, NUMBER_WIDTH = 4, TREND_MAX = 8 };

/* What is known of a principle: its number, or why there is none. */
struct standing {
	int score; /* SCORE_NONE: not called for */
	bool seen;
};

const struct verdict *dialogue_draft(const struct dialogue *talk,
				     struct arena *arena)
{
	const struct session *session = rehearsal_session(talk->rehearsal);
	struct str draft = str_trim(edit_text(&talk->edit));

	if (play_is_exam(talk->rehearsal->play) || dialogue_is_over(talk) ||
	    !draft.len)
		return NULL;
	return session_draft(session, draft, arena);
}

size_t dialogue_draft_marks(const struct dialogue *talk, struct arena *arena,
			    struct page_mark **marks)
{
	const struct verdict *verdict = talk->draft;
	struct str text = edit_text(&talk->edit);
	size_t blanks = (size_t)(str_trim(text).ptr - text.ptr), nr = 0;

	if (!verdict || !verdict->nr_findings)
		return 0;
	*marks = ARENA_ARRAY(arena, struct page_mark, verdict->nr_findings);
	for (size_t i = 0; i < verdict->nr_findings; i++) {
		const struct finding *finding = &verdict->findings[i];

		if (finding->raw < 0 && !finding->waived)
			(*marks)[nr++] =
				(struct page_mark){ blanks + finding->start,
						    blanks + finding->end,
						    STYLE_SLIP };
	}
	return nr;
}

static struct standing standing_in(const struct verdict *verdict, int p)
{
	return (struct standing){ verdict->principles[p],
				  !(verdict->missed >> p & 1) };
}

/* Over the whole talk: seen if any turn showed it. */
static struct standing standing_so_far(const struct session *session,
				       const struct summary *summary, int p)
{
	struct standing standing = { summary->principles[p], false };

	for (size_t i = 0; i < session_nr_turns(session); i++) {
		struct standing turn =
			standing_in(session_turn(session, i)->verdict, p);

		standing.seen = standing.seen ||
				(turn.score != SCORE_NONE && turn.seen);
	}
	return standing;
}

static void add_principle(const struct dialogue *talk, struct page *page, int p,
			  struct standing standing, bool draft)
{
	struct str title = principle_title((enum principle)p);
	struct str none = draft ? STR("not needed") : STR("not needed yet");
	int bar = page->width - TITLE_COLUMN - NUMBER_WIDTH;
	bool numbers = talk->tui->options->scores;

	if (standing.score == SCORE_NONE)
		page_label(page, STYLE_NORMAL, title, TITLE_COLUMN, STYLE_DIM,
			   none);
	else if (!standing.seen)
		page_label(page, STYLE_NORMAL, title, TITLE_COLUMN,
			   STYLE_NORMAL, STR("not seen"));
	else if (!numbers)
		page_label(page, STYLE_NORMAL, title, TITLE_COLUMN,
			   STYLE_NORMAL, STR("seen"));
	else
		page_bar(page, title, TITLE_COLUMN, bar,
			 (standing.score * bar + 50) / 100,
			 arena_printf(page->arena, "%3d", standing.score));
}

static void add_principles(const struct dialogue *talk, struct page *page,
			   const struct verdict *draft)
{
	const struct session *session = rehearsal_session(talk->rehearsal);
	struct summary summary = session_summary(session, page->arena);

	for (int p = 0; p < PRINCIPLE_NR; p++)
		add_principle(talk, page, p,
			      draft ? standing_in(draft, p)
				    : standing_so_far(session, &summary, p),
			      draft);
	if (!talk->tui->options->scores)
		return;
	if (!draft && summary.scored)
		page_text(page, 0, STYLE_TITLE,
			  arena_printf(page->arena, "so far     %d " STR_FMT,
				       summary.score,
				       STR_ARG(terms_name(&band_terms,
							  summary.band))));
}

/* The last few values of trust, as a line that rises and falls. */
static struct str trend(const struct dialogue *talk, struct arena *arena)
{
	const struct session *session = rehearsal_session(talk->rehearsal);
	size_t nr = session_nr_turns(session);
	size_t first = nr > TREND_MAX ? nr - TREND_MAX : 0;
	int trust[TREND_MAX];
	struct strbuf line = { 0 };

	for (size_t i = first; i < nr; i++)
		trust[i - first] = session_turn(session, i)->trust;
	mood_line(&line, trust, nr - first, talk->tui->ascii);
	return arena_take(arena, &line);
}

static void add_mood(const struct dialogue *talk, struct page *page)
{
	const struct session *session = rehearsal_session(talk->rehearsal);
	struct str mood =
		mood_words(session_trust(session), session_patience(session));

	page_gap(page);
	page_text(page, 0, STYLE_CLIENT,
		  arena_printf(
			  page->arena, STR_FMT ": " STR_FMT "  " STR_FMT,
			  STR_ARG(talk->rehearsal->scenario->client.first_name),
			  STR_ARG(mood), STR_ARG(trend(talk, page->arena))));
}

static void add_feedback(const struct dialogue *talk, struct page *page,
			 const struct verdict *verdict, const char *what)
{
	page_gap(page);
	if (talk->tui->options->scores && verdict->scored)
		page_text(page, 0, STYLE_TITLE,
			  arena_printf(page->arena, "%s  %d", what,
				       verdict->score));
	else
		page_text(page, 0, STYLE_TITLE, str_from(what));
	/* below it says what one objected to */
	findings_feedback(page, verdict, talk->tui->options->rubric, NULL);
	if (!verdict->scored)
		page_text(page, 2, STYLE_DIM,
			  STR("not scored: nothing was "
			      "called for"));
}

/* What one does not accept of it. */
static void add_objections(const struct dialogue *talk, struct page *page,
			   const struct turn *turn)
{
	const struct rubric *rubric = talk->tui->options->rubric;

	for (uint32_t i = 0; i < rubric->header->nr_rules; i++)
		if (play_waived(talk->rehearsal->play, turn->number, (int)i))
			page_label(
				page, STYLE_DIM, STR("*"), 2, STYLE_DIM,
				arena_printf(page->arena,
					     "you objected: " STR_FMT,
					     STR_ARG(rubric_string(
						     rubric,
						     rubric->rules[i].says))));
}

void dialogue_coach(const struct dialogue *talk, struct page *page)
{
	const struct session *session = rehearsal_session(talk->rehearsal);
	const struct verdict *draft = talk->draft;

	if (dialogue_is_quiet(talk)) {
		page_text(page, 0, STYLE_DIM, dialogue_silence(talk));
		return;
	}
	add_principles(talk, page, draft);
	add_mood(talk, page);
	if (draft) {
		add_feedback(talk, page, draft, "your draft");
		return;
	}
	if (again_retry(&talk->rehearsal->again)) {
		add_feedback(talk, page,
			     again_retry(&talk->rehearsal->again)->before,
			     "you said then");
		return;
	}
	if (!session_nr_turns(session))
		return;
	add_feedback(talk, page, session_last(session)->verdict,
		     "your last turn");
	add_objections(talk, page, session_last(session));
}
