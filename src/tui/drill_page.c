/* What the room reads and does, phase by phase. */
#include "drill.h"

#include "findings.h"

static const struct hour *hour_of(const struct drill_state *drill)
{
	return room_hour(drill->room);
}

/* Words made by room_text.c. */
static void add_words(struct drill_state *drill, struct page *page,
		      enum style style,
		      void (*words)(const struct room *, struct strbuf *))
{
	struct strbuf text = { 0 };

	words(drill->room, &text);
	if (text.len)
		page_lines(page, style,
			   arena_str(page->arena, strbuf_str(&text)));
	strbuf_release(&text);
}

/* The same where they are one paragraph. */
static void add_paragraph(struct drill_state *drill, struct page *page,
			  enum style style,
			  void (*words)(const struct room *, struct strbuf *))
{
	struct strbuf text = { 0 };

	words(drill->room, &text);
	page_text(page, 0, style, arena_take(page->arena, &text));
}

/* Where there is no panel beside it. */
static void add_time_line(struct drill_state *drill, struct page *page)
{
	const struct hour *hour = hour_of(drill);
	struct hour_left left = hour_left(hour, room_now(drill->room));
	struct strbuf text = { 0 };

	strbuf_add(&text, STR("Left: hour "));
	room_clock(left.hour, &text);
	if (hour_talk(hour)) {
		strbuf_add(&text, STR(", talk "));
		room_clock(left.box, &text);
	}
	page_text(page, 0, STYLE_DIM, arena_take(page->arena, &text));
}

static void add_lobby(struct drill_state *drill, struct page *page)
{
	const struct hour *hour = hour_of(drill);
	struct strbuf sum = { 0 };

	page_text(page, 0, STYLE_TITLE, hour->drill->title);
	page_gap(page);
	if (!drill->wide) {
		add_words(drill, page, STYLE_NORMAL, room_agenda);
		page_gap(page);
	}
	drill_sum(hour->drill, hour_nr_here(hour), &sum);
	if (!hour->solo)
		page_text(page, 0, STYLE_DIM,
			  arena_str(page->arena, strbuf_str(&sum)));
	strbuf_release(&sum);
	page_gap(page);
	page_text(page, 0, STYLE_NORMAL,
		  hour->solo ? STR("Enter begins the hour.") :
		  STR("Everybody meets the same client, one after the other; "
		      "the others watch. Afterwards the room talks about what "
		      "was said, not about who said it. j: somebody joins."));
	if (hour->solo || drill->wide)
		return;
	page_heading(page, STR("Here"));
	add_paragraph(drill, page, STYLE_NORMAL, room_roster);
}

static void add_brief(struct drill_state *drill, struct page *page)
{
	const struct scenario *scenario = room_scenario(drill->room);

	add_paragraph(drill, page, STYLE_TITLE, room_turns);
	page_gap(page);
	page_text(page, 0, STYLE_TITLE, scenario->title);
	page_label(page, STYLE_MINE, STR("You"), 8, STYLE_NORMAL,
		   scenario->you.role);
	page_label(page, STYLE_CLIENT, STR("Client"), 8, STYLE_NORMAL,
		   arena_printf(page->arena, STR_FMT "%s" STR_FMT,
				STR_ARG(scenario->client.name),
				scenario->client.role.len ? ", " : "",
				STR_ARG(scenario->client.role)));
	page_gap(page);
	page_prose(page, STYLE_NORMAL, scenario->brief);
}

static void add_talk(struct drill_state *drill, struct page *page)
{
	add_paragraph(drill, page, STYLE_TITLE, room_turns);
	page_gap(page);
	page_text(page, 0, STYLE_NORMAL,
		  STR("The conversation is going on, and so is its time. Enter "
		      "goes back to it. p hands the keyboard to the next, "
		      "Space stops the clock, e ends it here, s leaves it out, "
		      "r begins it again."));
}

/* What was said last, and what came back. */
static void add_last_turn(struct drill_state *drill, struct page *page)
{
	const struct session *session = play_session(room_play(drill->room));
	const struct scenario *scenario = room_scenario(drill->room);
	const struct turn *turn = session_last(session);

	if (!turn)
		return;
	page_label(page, STYLE_MINE, STR("You"), 7, STYLE_NORMAL,
		   turn->act == ACT_NONE ? turn->said :
		   terms_name(&act_terms, (int)turn->act));
	for (size_t i = 0; i < turn->nr_answer; i++)
		page_label(page, STYLE_CLIENT,
			   turn->answer[i].speaker == SPEAKER_CLIENT ?
			   scenario->client.first_name : STR(""), 7,
			   STYLE_NORMAL, turn->answer[i].text);
	page_gap(page);
}

static void add_mark(struct drill_state *drill, struct page *page, int p)
{
	static const char *const words[] = {
		"0 harmful", "1 poor", "2 neutral", "3 good", "4 exemplary",
	};
	const struct hour *hour = hour_of(drill);
	const struct hour_mark *marks = hour_marks(
		hour, hour->nr_talks - 1, hour_talk(hour)->turns);
	int mark = marks ? marks->marks[p] : HOUR_UNMARKED;
	size_t from = page->nr;

	page_label(page, STYLE_NORMAL,
		   arena_printf(page->arena, "%s " STR_FMT,
				p == drill->row ? ">" : " ",
				STR_ARG(principle_title((enum principle)p))),
		   13, mark < 0 ? STYLE_DIM : STYLE_NORMAL,
		   mark < 0 ? STR("not marked") : str_from(words[mark]));
	if (p == drill->row)
		page_select(page, from);
}

static void add_marking(struct drill_state *drill, struct page *page)
{
	add_last_turn(drill, page);
	page_text(page, 0, STYLE_TITLE,
		  STR("The room marks this turn, 0 to 4, where it called for "
		      "something:"));
	for (int p = 0; p < PRINCIPLE_NR; p++)
		add_mark(drill, page, p);
}

/* The whole conversation, without numbers: what the coach held back. */
static void add_held_back(struct drill_state *drill, struct page *page)
{
	const struct session *session = play_session(room_play(drill->room));

	for (size_t i = 0; i < session_nr_turns(session); i++) {
		const struct turn *turn = session_turn(session, i);

		if (turn->act != ACT_NONE)
			continue;
		page_label(page, STYLE_MINE, STR("You"), 5, STYLE_NORMAL,
			   turn->said);
		findings_feedback(page, turn->verdict,
				  drill->tui->options->rubric, NULL);
		page_gap(page);
	}
}

static void add_revealed(struct drill_state *drill, struct page *page)
{
	const struct hour *hour = hour_of(drill);
	const struct drill_round *round = hour_round(hour);
	bool over = hour_talk(hour)->over;

	if (over) {
		page_text(page, 0, STYLE_TITLE,
			  STR("This conversation is over."));
		if (hour->nr_queue > 1)
			page_label(page, STYLE_NORMAL, STR("Next:"), 6,
				   STYLE_NORMAL,
				   hour->people[hour->queue[1]].name);
		page_gap(page);
	}
	if (round->mark) {
		add_last_turn(drill, page);
		add_words(drill, page, STYLE_NORMAL, room_evidence);
	} else if (over && round->hints == HINTS_EXAM) {
		page_text(page, 0, STYLE_NORMAL,
			  STR("Thank you. What the evaluator saw shows when "
			      "the round is over."));
	} else if (over && round->hints == HINTS_OFF) {
		add_held_back(drill, page);
	}
}

/* A group's sheet is made once, and when the width is another one. */
static void add_sheet(struct drill_state *drill, struct page *page,
		      unsigned round)
{
	struct arena arena = { 0 };

	if (drill->text_width != page->width) {
		strbuf_truncate(&drill->text, 0);
		group_text(room_group(drill->room, round, &arena),
			   (unsigned)page->width, &drill->text);
		drill->text_width = page->width;
	}
	page_gap(page);
	page_lines(page, STYLE_NORMAL, strbuf_str(&drill->text));
	arena_release(&arena);
}

static void add_round_debrief(struct drill_state *drill, struct page *page)
{
	const struct hour *hour = hour_of(drill);

	page_text(page, 0, STYLE_TITLE,
		  arena_printf(page->arena, "Round %u is over.", hour->round));
	if (hour->nr_queue)
		page_text(page, 0, STYLE_NORMAL,
			  arena_printf(page->arena, "There was no time for "
				       "%zu of you: they come first in the "
				       "next round. g lets them talk all the "
				       "same.", hour->nr_queue));
	add_sheet(drill, page, hour->round);
}

static void add_closing(struct drill_state *drill, struct page *page)
{
	page_text(page, 0, STYLE_TITLE, STR("Debrief"));
	add_sheet(drill, page, 0);
}

static void add_done(struct drill_state *drill, struct page *page)
{
	page_text(page, 0, STYLE_TITLE, STR("The drill is over."));
	page_gap(page);
	page_text(page, 0, STYLE_NORMAL,
		  arena_printf(page->arena, "The sheet (sheet.md, sheet.html), "
			       "the tables and every conversation are in "
			       STR_FMT ". A person's own sheet is in own/.",
			       STR_ARG(room_folder(drill->room))));
}

static void add_notices(struct drill_state *drill, struct page *page)
{
	const struct error *trouble = room_trouble(drill->room);

	if (drill->refused)
		page_text(page, 0, STYLE_TROUBLE, arena_printf(
			page->arena, "! %s", drill->trouble.text));
	if (trouble)
		page_text(page, 0, STYLE_TROUBLE, arena_printf(
			page->arena, "! Not all is saved: %s",
			trouble->text));
	if (drill->leaving)
		page_text(page, 0, STYLE_TROUBLE, arena_printf(
			page->arena, "Leave now? ^C again leaves, any other "
			"key stays. It can be gone on with: " STR_FMT,
			STR_ARG(room_folder(drill->room))));
	if (hour_of(drill)->paused)
		page_text(page, 0, STYLE_TITLE,
			  STR("A pause. Enter goes on."));
	if (page->nr)
		page_gap(page);
}

void drill_page(struct drill_state *drill, struct page *page)
{
	static void (*const add[HOUR_PHASE_NR])(struct drill_state *,
						struct page *) = {
		[HOUR_LOBBY] = add_lobby,
		[HOUR_BRIEF] = add_brief,
		[HOUR_PLAYING] = add_talk,
		[HOUR_MARKING] = add_marking,
		[HOUR_REVEALED] = add_revealed,
		[HOUR_ROUND_DEBRIEF] = add_round_debrief,
		[HOUR_CLOSING] = add_closing,
		[HOUR_DONE] = add_done,
	};
	enum hour_phase phase = hour_of(drill)->phase;

	add_notices(drill, page);
	if (!drill->wide && phase != HOUR_LOBBY && phase != HOUR_DONE)
		add_time_line(drill, page);
	add[phase](drill, page);
}
