/* What is shown of a drill, line by line. */
#include "drill_parts.h"
#include "rehearse/report.h"

enum { WIDTH = 78 };

static void show_text(struct drill_lines *drill, struct strbuf *text)
{
	output_text(drill->plain->output, strbuf_str(text));
	strbuf_release(text);
}

static void heading(struct drill_lines *drill, struct str text)
{
	struct output *output = drill->plain->output;

	output_text(output, STR("\n"));
	output_style(output, STYLE_BOLD);
	output_printf(output, "== " STR_FMT, STR_ARG(text));
	output_plain(output);
	output_text(output, STR("\n"));
}

void drill_show_time(struct drill_lines *drill)
{
	const struct hour *hour = room_hour(drill->room);
	struct hour_left left = hour_left(hour, room_now(drill->room));
	struct strbuf text = { 0 };

	strbuf_add(&text, STR("Left: "));
	room_clock(left.hour, &text);
	strbuf_add(&text, STR(" of the hour"));
	if (hour->round && hour->phase < HOUR_ROUND_DEBRIEF) {
		strbuf_add(&text, STR(", "));
		room_clock(left.round, &text);
		strbuf_addf(&text, " of round %u", hour->round);
	}
	if (hour_talk(hour)) {
		strbuf_add(&text, STR(", "));
		room_clock(left.box, &text);
		strbuf_add(&text, STR(" of this conversation"));
	}
	strbuf_addf(&text, ".%s\n", hour->paused ? " (a pause)" : "");
	show_text(drill, &text);
}

void drill_show_people(struct drill_lines *drill)
{
	struct strbuf text = { 0 };

	room_roster(drill->room, &text);
	if (!room_hour(drill->room)->solo)
		plain_wrapped(drill->plain, "Here: ", strbuf_str(&text));
	strbuf_truncate(&text, 0);
	room_turns(drill->room, &text);
	if (text.len)
		plain_wrapped(drill->plain, "", strbuf_str(&text));
	strbuf_release(&text);
}

void drill_show_agenda(struct drill_lines *drill)
{
	const struct hour *hour = room_hour(drill->room);
	struct strbuf text = { 0 };

	heading(drill, hour->drill->title);
	room_agenda(drill->room, &text);
	show_text(drill, &text);
	drill_show_people(drill);
	drill_show_time(drill);
}

static void show_lobby(struct drill_lines *drill)
{
	drill_show_agenda(drill);
	output_text(drill->plain->output, room_hour(drill->room)->solo ?
		    STR(":begin begins, :help shows what else there is.\n") :
		    STR(":join NAME for everybody who is here, then :begin; "
			":help shows what else\nthere is.\n"));
}

/* The brief is read once a round; everybody meets the same client. */
static void show_brief(struct drill_lines *drill)
{
	const struct hour *hour = room_hour(drill->room);
	struct strbuf text = { 0 };

	strbuf_addf(&text, "Round %u of %zu (", hour->round,
		    hour->drill->nr_rounds);
	room_terms(drill->room, hour->round, &text);
	strbuf_addc(&text, ')');
	heading(drill, strbuf_str(&text));
	strbuf_release(&text);
	drill_show_people(drill);
	drill_show_time(drill);
	if (hour->round != drill->shown.round) {
		output_text(drill->plain->output, STR("\n"));
		plain_show_scenario(drill->plain, room_scenario(drill->room));
	}
	output_text(drill->plain->output, STR("\n:next begins the "
					      "conversation.\n"));
}

static void show_talk(struct drill_lines *drill)
{
	if (drill->shown.talks != room_hour(drill->room)->nr_talks)
		drill->time_told = false;
	plain_show_last(drill->plain);
}

static void show_marking(struct drill_lines *drill)
{
	output_text(drill->plain->output, STR(
		"\nThe room marks this turn, where it called for something: 0 "
		"harmful, 2 neutral,\n4 exemplary, as in :mark direct3 k1 to2 "
		"(direct kind good_news phone initiate\ntogether teachable). "
		":reveal shows the evidence.\n"));
}

/* The conversation is over: what the coach did not say on the way. */
static void show_over(struct drill_lines *drill)
{
	const struct hour *hour = room_hour(drill->room);
	const struct report_options options = { .width = WIDTH, .heard = true };
	struct strbuf text = { 0 };

	if (hour_left(hour, room_now(drill->room)).box <= 0)
		output_text(drill->plain->output, STR("\nTime is up.\n"));
	if (hour_round(hour)->hints == HINTS_EXAM) {
		output_text(drill->plain->output, STR(
			"\nThank you. What the evaluator saw shows when the "
			"round is over.\n"));
	} else if (hour_round(hour)->hints == HINTS_OFF) {
		report_text(report_session(play_session(drill->plain->play),
					   &drill->plain->arena), &options,
			    &text);
		output_text(drill->plain->output, STR("\n----\n"));
		show_text(drill, &text);
	}
}

static void show_revealed(struct drill_lines *drill)
{
	const struct hour *hour = room_hour(drill->room);
	struct strbuf text = { 0 };

	if (hour_round(hour)->mark) {
		room_evidence(drill->room, &text);
		output_text(drill->plain->output, STR("\n"));
		show_text(drill, &text);
	}
	if (hour_talk(hour)->over)
		show_over(drill);
	output_text(drill->plain->output, STR("\n:next goes on.\n"));
}

static void show_group(struct drill_lines *drill, unsigned round)
{
	struct arena arena = { 0 };
	struct strbuf text = { 0 };

	group_text(room_group(drill->room, round, &arena), WIDTH, &text);
	output_text(drill->plain->output, STR("\n"));
	show_text(drill, &text);
	arena_release(&arena);
}

static void show_round_debrief(struct drill_lines *drill)
{
	const struct hour *hour = room_hour(drill->room);
	struct strbuf text = { 0 };

	strbuf_addf(&text, "Round %u is over", hour->round);
	heading(drill, strbuf_str(&text));
	strbuf_release(&text);
	drill_show_time(drill);
	if (hour->nr_queue)
		output_printf(drill->plain->output, "There was no time for "
			      "%zu of you; they come first in the next round. "
			      ":go lets them talk all the\nsame.\n",
			      hour->nr_queue);
	show_group(drill, hour->round);
	output_text(drill->plain->output, STR("\n:next goes on, :repeat has "
					      "the last one again.\n"));
}

static void show_closing(struct drill_lines *drill)
{
	heading(drill, STR("Debrief"));
	drill_show_time(drill);
	show_group(drill, 0);
	output_text(drill->plain->output, STR("\n:next ends the drill.\n"));
}

void drill_show_phase(struct drill_lines *drill)
{
	static void (*const show[HOUR_PHASE_NR])(struct drill_lines *) = {
		[HOUR_LOBBY] = show_lobby,
		[HOUR_BRIEF] = show_brief,
		[HOUR_PLAYING] = show_talk,
		[HOUR_MARKING] = show_marking,
		[HOUR_REVEALED] = show_revealed,
		[HOUR_ROUND_DEBRIEF] = show_round_debrief,
		[HOUR_CLOSING] = show_closing,
	};
	enum hour_phase phase = room_hour(drill->room)->phase;

	if (show[phase])
		show[phase](drill);
}
