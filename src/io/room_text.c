/* A drill in words, the same on the screen and line by line. */
#include <inttypes.h>
#include <stdlib.h>

#include "room_parts.h"

void room_clock(int64_t seconds, struct strbuf *out)
{
	int64_t left = seconds < 0 ? -seconds : seconds;

	strbuf_addf(out, "%s%" PRId64 ":%02d", seconds < 0 ? "-" : "",
		    left / 60, (int)(left % 60));
}

void room_terms(const struct room *room, unsigned number, struct strbuf *out)
{
	const struct drill_round *round =
		&room->hour->drill->rounds[number - 1];
	int level = round->level >= 0 ? round->level :
		(int)room->options.scenarios[number - 1]->level;
	static const char *const hints[HINTS_NR] = {
		[HINTS_ON] = "with hints",
		[HINTS_OFF] = "no hints",
		[HINTS_EXAM] = "exam",
	};

	strbuf_addf(out, "%d min, " STR_FMT ", %s", round->minutes,
		    STR_ARG(terms_name(&level_terms, level)),
		    hints[round->hints]);
	if (round->mark)
		strbuf_add(out, STR(", marked"));
	if (round->pass >= 0)
		strbuf_addf(out, ", pass %d", round->pass);
}

void room_agenda(const struct room *room, struct strbuf *out)
{
	const struct hour *hour = room->hour;

	for (unsigned i = 1; i <= hour->drill->nr_rounds; i++) {
		bool now = i == hour->round && hour->phase < HOUR_CLOSING;

		strbuf_addf(out, "%s %u  " STR_FMT " (", now ? ">" : " ", i,
			    STR_ARG(room_round_title(room, i)));
		room_terms(room, i, out);
		strbuf_add(out, STR(")\n"));
	}
	strbuf_addf(out, "%s    Debrief\n",
		    hour->phase == HOUR_CLOSING ? ">" : " ");
}

static void add_people(const struct hour *hour, bool here, struct strbuf *out)
{
	const char *before = "";

	for (size_t i = 0; i < hour->nr_people; i++) {
		const struct hour_person *person = &hour->people[i];

		if (person->here != here)
			continue;
		strbuf_addf(out, "%s" STR_FMT " (P%zu)", before,
			    STR_ARG(person->name), i + 1);
		before = ", ";
	}
}

void room_roster(const struct room *room, struct strbuf *out)
{
	const struct hour *hour = room->hour;
	size_t here = hour_nr_here(hour);

	if (!here)
		strbuf_add(out, STR("nobody yet"));
	add_people(hour, true, out);
	if (here == hour->nr_people)
		return;
	strbuf_add(out, STR("; gone: "));
	add_people(hour, false, out);
}

void room_turns(const struct room *room, struct strbuf *out)
{
	const struct hour *hour = room->hour;

	if (!hour->nr_queue || hour->phase == HOUR_LOBBY ||
	    hour->phase >= HOUR_ROUND_DEBRIEF)
		return;
	strbuf_addf(out, "%s" STR_FMT "%s",  hour->solo ? "Your" : "",
		    STR_ARG(hour->solo ? STR("") :
			    hour->people[hour->queue[0]].name),
		    hour->solo ? " turn." : "'s turn.");
	if (hour->keys != hour->queue[0])
		strbuf_addf(out, " " STR_FMT " has the keyboard.",
			    STR_ARG(hour->people[hour->keys].name));
	for (size_t i = 1; i < hour->nr_queue; i++)
		strbuf_addf(out, "%s" STR_FMT, i == 1 ? " Then " : ", ",
			    STR_ARG(hour->people[hour->queue[i]].name));
	if (hour->nr_queue > 1)
		strbuf_addc(out, '.');
}

/* ---- the evidence ------------------------------------------------------- */

static void add_step(bool known, int step, struct strbuf *out)
{
	if (known)
		strbuf_addf(out, " %6d", step);
	else
		strbuf_add(out, STR("      -"));
}

static void add_principle(int p, int mark, int score, struct strbuf *out)
{
	bool marked = mark != HOUR_UNMARKED, scored = score != SCORE_NONE;
	int rules = group_step(score);

	if (!marked && !scored)
		return;
	strbuf_addf(out, "%-11.*s",
		    STR_ARG(principle_title((enum principle)p)));
	add_step(marked, mark, out);
	add_step(scored, rules, out);
	if (marked && abs(mark - rules) >= GROUP_APART)
		strbuf_add(out, STR("  worth a word"));
	strbuf_addc(out, '\n');
}

static void add_comparison(const struct hour_mark *mark,
			   const struct verdict *verdict, struct strbuf *out)
{
	strbuf_addf(out, "%-11s %6s %6s\n", "0 to 4", "room", "rules");
	for (int p = 0; p < PRINCIPLE_NR; p++)
		add_principle(p, mark ? mark->marks[p] : HOUR_UNMARKED,
			      verdict->principles[p], out);
}

void room_evidence(const struct room *room, struct strbuf *out)
{
	const struct play *play = room_play(room);
	const struct session *session = play_session(play);
	const struct turn *turn = session_last(session);
	struct waived waived = { 0 };

	if (!turn)
		return;
	waived.items = play_waivers(play, &waived.nr);
	waived.turn = turn->number;
	add_comparison(hour_marks(room->hour, room->nr_plays - 1,
				  turn->number), turn->verdict, out);
	strbuf_addc(out, '\n');
	receipt_text(turn->verdict, session_talk(session), &waived, out);
}
