/*
 * What only a rehearsal can tell, for the same talk can be played again: the
 * points that were there, and what moved the client.
 */
#include "report_parts.h"

enum { BETTER_SHOWN = 3 };

/* ---- words the screen has, too ------------------------------------------ */

static void add_move(struct strbuf *out, const char *what, int by, bool numbers)
{
	if (!by)
		return;
	strbuf_addf(out, "%s%s ", out->len ? ", " : "", what);
	if (numbers)
		strbuf_addf(out, "%+d", by);
	else
		strbuf_add(out, by < 0 ? STR("down") : STR("up"));
}

struct str mood_move_words(const struct mood_move *move, bool numbers,
			   struct arena *arena)
{
	struct strbuf words = { 0 };

	add_move(&words, "trust", move->trust, numbers);
	add_move(&words, "patience", move->patience, numbers);
	return arena_take(arena, &words);
}

struct str mood_rule(enum level level)
{
	static const char *const rules[LEVEL_NR] = {
		[LEVEL_GENTLE] = "A turn above 50 wins trust, one above 60 "
				 "patience; below it costs some, and a gentle "
				 "client takes only half of that.",
		[LEVEL_FIRM] = "A turn above 50 wins trust, one above 60 "
			       "patience; below it costs some.",
		[LEVEL_TOUGH] = "A turn above 50 wins trust, one above 60 "
				"patience; below it costs some, and a tough "
				"client takes twice that.",
	};

	return str_from(rules[level]);
}

struct str mood_move_why(const struct mood_move *move, struct arena *arena)
{
	if (move->judged)
		return STR("how you said it");
	if (!move->line.len)
		return STR("what you said");
	return arena_printf(arena, "\"" STR_FMT "\"", STR_ARG(move->line));
}

void turn_moves_text(const struct turn *turn, const struct scenario *scenario,
		     bool numbers, struct strbuf *out)
{
	struct arena scratch = { 0 };

	for (size_t i = 0; i < turn->nr_moves; i++) {
		const struct mood_move *move = &turn->moves[i];

		strbuf_addf(out, STR_FMT ": " STR_FMT ": " STR_FMT "\n",
			    STR_ARG(scenario->client.first_name),
			    STR_ARG(mood_move_words(move, numbers, &scratch)),
			    STR_ARG(mood_move_why(move, &scratch)));
	}
	arena_release(&scratch);
}

static void add_mood(struct strbuf *out, int trust, int patience, bool numbers,
		     const char *when)
{
	strbuf_add(out, mood_words(trust, patience));
	if (numbers)
		strbuf_addf(out, " (trust %d, patience %d)", trust, patience);
	strbuf_add(out, str_from(when));
}

struct str report_mood(const struct report *report, bool numbers,
		       struct arena *arena)
{
	const struct session *session = report->session;
	const struct turn *first = session_turn(session, 0);
	int trust = first->trust, patience = first->patience;
	struct strbuf words = { 0 };

	for (size_t i = 0; i < first->nr_moves; i++) {
		trust -= first->moves[i].trust;
		patience -= first->moves[i].patience;
	}
	add_mood(&words, trust, patience, numbers, " at the start, ");
	add_mood(&words, session_trust(session), session_patience(session),
		 numbers, " at the end");
	return arena_take(arena, &words);
}

/* Typed, and better than all that was on show. */
static bool is_beaten(const struct report *report, int turn)
{
	for (size_t i = 0; i < report->nr_better; i++) {
		const struct better *better = &report->better[i];

		if (better->turn->number == turn)
			return better->points < 0 && !better->turn->picked &&
			       better->turn->act == ACT_NONE;
	}
	return false;
}

struct str report_beaten(const struct report *report, struct arena *arena)
{
	size_t turns = report->session ? session_nr_turns(report->session) : 0;
	int *numbers = ARENA_ARRAY(arena, int, turns);
	struct strbuf words = { 0 };
	size_t nr = 0;

	for (int turn = 1; turn <= (int)turns; turn++)
		if (is_beaten(report, turn))
			numbers[nr++] = turn;
	for (size_t i = 0; i < nr; i++)
		strbuf_addf(&words, "%s%d",
			    !i           ? nr > 1 ? "turns " : "turn "
			    : i + 1 < nr ? ", "
					 : " and ",
			    numbers[i]);
	return arena_take(arena, &words);
}

/* ---- points left on the table ------------------------------------------- */

static void print_lost(struct printer *p, const struct better *better)
{
	const struct scenario *scenario = session_scenario(p->report->session);
	struct str trust =
		moods_text(&better->trust, p->scores, p->ascii, &p->arena);
	struct str patience =
		moods_text(&better->patience, p->scores, p->ascii, &p->arena);

	print_wrapped(p, 2, STR(""),
		      better_heading(better, p->scores, &p->arena));
	print_wrapped(p, 4, STR("* "), better->reply);
	if (better->answer.len)
		print_wrapped(
			p, 4,
			arena_printf(&p->arena, STR_FMT ": ",
				     STR_ARG(scenario->client.first_name)),
			better->answer);
	print_wrapped(p, 4, STR("trust     "), trust);
	print_wrapped(p, 4, STR("patience  "), patience);
}

void print_better(struct printer *p)
{
	const struct report *report = p->report;
	struct str beaten = report_beaten(report, &p->arena);
	size_t more = report->nr_lost;

	if (!report->nr_lost && !beaten.len)
		return;
	print_title(p, "Points left on the table");
	for (size_t i = 0; i < report->nr_lost && i < BETTER_SHOWN; i++)
		print_lost(p, &report->better[i]);
	if (more > BETTER_SHOWN)
		strbuf_addf(p->out, "  and fewer in %zu more turn%s\n",
			    more - BETTER_SHOWN,
			    more == BETTER_SHOWN + 1 ? "" : "s");
	if (beaten.len)
		print_wrapped(p, 2, STR(""),
			      arena_printf(&p->arena,
					   STR_FMT ": what you said was better "
						   "than any suggestion there",
					   STR_ARG(beaten)));
}

/* ---- what moved the client ---------------------------------------------- */

static void print_move(struct printer *p, const struct turn *turn, size_t i)
{
	const struct mood_move *move = &turn->moves[i];
	struct str words = mood_move_words(move, p->scores, &p->arena);
	struct str label = arena_printf(&p->arena, "turn %d", turn->number);

	print_wrapped(p, 2,
		      arena_printf(&p->arena, "%-8s " STR_FMT ": ",
				   i ? "" : label.ptr, STR_ARG(words)),
		      mood_move_why(move, &p->arena));
}

void print_moods(struct printer *p)
{
	const struct session *session = p->report->session;

	if (!session || !session_nr_turns(session))
		return;
	print_title(
		p,
		arena_printf(
			&p->arena, "What moved " STR_FMT,
			STR_ARG(session_scenario(session)->client.first_name))
			.ptr);
	print_wrapped(p, 2, STR(""),
		      report_mood(p->report, p->scores, &p->arena));
	for (size_t i = 0; i < session_nr_turns(session); i++) {
		const struct turn *turn = session_turn(session, i);

		for (size_t m = 0; m < turn->nr_moves; m++)
			print_move(p, turn, m);
	}
	if (p->scores)
		print_wrapped(p, 2, STR(""),
			      mood_rule(session_options(session)->level));
}
