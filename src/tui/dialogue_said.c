#include "dialogue.h"

/* The longest label; names beyond it are cut. */
enum { LABEL_MAX = 12 };

static struct str client_label(const struct dialogue *talk)
{
	struct str name = talk->rehearsal->scenario->client.first_name;
	struct glyph glyph;
	size_t at = 0, end = 0;
	int columns = 0;

	while (glyph_next(name, &at, &glyph)) {
		columns += glyph.width;
		if (columns > LABEL_MAX)
			break;
		end = at;
	}
	return str_slice(name, 0, end);
}

static int column(const struct dialogue *talk)
{
	int client = glyph_columns(client_label(talk));

	return (client > 3 ? client : 3) + 2;
}

/* Labels end where the words begin. */
static void add_labelled(struct page *page, int x, enum style style,
			 struct str label, struct str text)
{
	size_t first = page->nr;

	page_label(page, style, label, x, STYLE_NORMAL, text);
	page->lines[first].label_x = x - 2 - glyph_columns(label);
}

static void add_heard(const struct dialogue *talk, struct page *page,
		      const struct heard_line *lines, size_t nr)
{
	for (size_t i = 0; i < nr; i++) {
		if (lines[i].speaker == SPEAKER_CLIENT)
			add_labelled(page, column(talk), STYLE_CLIENT,
				     client_label(talk), lines[i].text);
		else
			page_text(page, 1, STYLE_NARRATOR,
				  arena_printf(page->arena, "(" STR_FMT ")",
					       STR_ARG(lines[i].text)));
		page_gap(page);
	}
}

static void add_turn(const struct dialogue *talk, struct page *page,
		     const struct turn *turn, enum channel before)
{
	bool written = turn->act == ACT_NONE && turn->channel != before &&
		       !channel_is_live(turn->channel) &&
		       turn->channel != CHANNEL_NONE;

	if (written)
		page_text(
			page, 1, STYLE_DIM,
			arena_printf(page->arena, "-- " STR_FMT " --",
				     STR_ARG(terms_name(&channel_terms,
							(int)turn->channel))));
	if (turn->act == ACT_NONE)
		add_labelled(page, column(talk), STYLE_MINE, STR("You"),
			     turn->said);
	else
		add_labelled(
			page, column(talk), STYLE_MINE, STR("You"),
			arena_printf(page->arena, "[" STR_FMT "]",
				     STR_ARG(turn_words(
					     turn,
					     talk->rehearsal->scenario))));
	page_gap(page);
	add_heard(talk, page, turn->answer, turn->nr_answer);
}

void dialogue_said(const struct dialogue *talk, struct page *page)
{
	const struct session *session = rehearsal_session(talk->rehearsal);
	enum channel before = CHANNEL_NONE;
	const struct heard_line *opening;
	size_t nr;

	opening = session_opening(session, &nr);
	add_heard(talk, page, opening, nr);
	for (size_t i = 0; i < session_nr_turns(session); i++) {
		const struct turn *turn = session_turn(session, i);

		add_turn(talk, page, turn, before);
		before = turn->channel;
	}
	if (session_ended(session))
		page_text(page, 1, STYLE_DIM, STR("-- the end --"));
	else if (page->nr)
		page->nr--; /* the gap */
}
