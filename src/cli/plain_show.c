#include <inttypes.h>

#include "plain_parts.h"
#include "rehearse/report.h"
#include "rehearse/utf8.h"

enum { WIDTH = 78 };

/* Wrapped at the width; the lines after the first are indented as far as
 * the label is long. Characters count as one column each. */
void plain_wrapped(struct plain *plain, const char *label, struct str text)
{
	size_t indent = utf8_count(str_from(label), str_from(label).len);
	size_t column = indent;
	struct str word;

	output_text(plain->output, str_from(label));
	while (str_cut(&text, ' ', &word)) {
		size_t width = utf8_count(word, word.len);

		if (!width)
			continue;
		if (column > indent && column + 1 + width > WIDTH) {
			output_printf(plain->output, "\n%*s", (int)indent,
				      "");
			column = indent;
		} else if (column > indent) {
			output_text(plain->output, STR(" "));
			column++;
		}
		output_text(plain->output, word);
		column += width;
	}
	output_text(plain->output, STR("\n"));
}

/* Lines of the text stay lines. */
static void show_lines(struct plain *plain, const char *label,
		       struct str text)
{
	struct str line;

	text = str_trim(text);
	while (str_cut(&text, '\n', &line))
		plain_wrapped(plain, label, line);
}

/* Paragraphs stay paragraphs; the lines in them are filled again. */
static void show_prose(struct plain *plain, struct str text)
{
	struct strbuf paragraph = { 0 };
	struct str line;

	text = str_trim(text);
	while (str_cut(&text, '\n', &line)) {
		line = str_trim(line);
		if (line.len) {
			strbuf_add(&paragraph, line);
			strbuf_addc(&paragraph, ' ');
			continue;
		}
		plain_wrapped(plain, "", strbuf_str(&paragraph));
		output_text(plain->output, STR("\n"));
		strbuf_truncate(&paragraph, 0);
	}
	plain_wrapped(plain, "", strbuf_str(&paragraph));
	strbuf_release(&paragraph);
}

static const struct scenario *scenario_of(const struct plain *plain)
{
	return session_scenario(play_session(plain->play));
}

static void show_heard(struct plain *plain, const struct heard_line *lines,
		       size_t nr)
{
	struct str name = scenario_of(plain)->client.first_name;

	for (size_t i = 0; i < nr; i++) {
		if (lines[i].speaker == SPEAKER_NARRATOR) {
			output_text(plain->output, STR("\n"));
			show_lines(plain, "  ", lines[i].text);
			continue;
		}
		output_style(plain->output, STYLE_BOLD);
		show_lines(plain, arena_printf(&plain->arena, STR_FMT
						    ": ", STR_ARG(name)).ptr,
				lines[i].text);
		output_plain(plain->output);
	}
}

static void show_title(struct plain *plain, const struct scenario *scenario)
{
	output_style(plain->output, STYLE_BOLD);
	output_line(plain->output, scenario->title);
	output_plain(plain->output);
}

void plain_show_title(struct plain *plain)
{
	show_title(plain, scenario_of(plain));
}

void plain_show_scenario(struct plain *plain,
			 const struct scenario *scenario)
{
	struct str role = scenario->client.role;
	struct str company = scenario->client.company;
	struct str you = scenario->you.role;

	show_title(plain, scenario);
	plain_wrapped(plain, "", arena_printf(
		&plain->arena, "With " STR_FMT "%s" STR_FMT "%s" STR_FMT ".%s"
		STR_FMT "%s", STR_ARG(scenario->client.name),
		role.len ? ", " : "", STR_ARG(role),
		!company.len ? "" : role.len ? " at " : ", ",
		STR_ARG(company), you.len ? " You: " : "", STR_ARG(you),
		you.len ? "." : ""));
	output_text(plain->output, STR("\n"));
	show_prose(plain, scenario->brief);
}

void plain_show_opening(struct plain *plain)
{
	const struct heard_line *lines;
	size_t nr;

	plain_show_scenario(plain, scenario_of(plain));
	lines = session_opening(play_session(plain->play), &nr);
	show_heard(plain, lines, nr);
}

static void show_finding(struct plain *plain, const struct turn *turn,
			 int index, bool good)
{
	const struct rubric *rubric =
		talk_rubric(session_talk(play_session(plain->play)));
	const struct finding *finding = &turn->verdict->findings[index];

	output_style(plain->output, good ? STYLE_GOOD : STYLE_BAD);
	plain_wrapped(plain, good ? "    + " : "    - ",
		      finding_says(finding, rubric, &plain->arena));
	output_plain(plain->output);
}

/* Two strengths before one fix, and a better sentence for it. */
static void show_feedback(struct plain *plain, const struct turn *turn)
{
	const struct rubric *rubric =
		talk_rubric(session_talk(play_session(plain->play)));
	struct feedback feedback = feedback_on(turn->verdict, rubric,
					       &plain->arena);

	if (turn->verdict->scored && plain->options->scores)
		output_printf(plain->output, "    [turn %d: %d]\n",
			      turn->number, turn->verdict->score);
	for (int i = 0; i < 2; i++)
		if (feedback.strengths[i] >= 0)
			show_finding(plain, turn, feedback.strengths[i], true);
	if (feedback.fix < 0)
		return;
	show_finding(plain, turn, feedback.fix, false);
	if (feedback.rewrite.len)
		plain_wrapped(plain, "      try: ", feedback.rewrite);
}

static void show_mood(struct plain *plain, const struct turn *turn)
{
	struct str mood = mood_words(turn->trust, turn->patience);

	output_style(plain->output, STYLE_DIM);
	output_printf(plain->output, "    (" STR_FMT " is " STR_FMT ")\n",
		      STR_ARG(scenario_of(plain)->client.first_name),
		      STR_ARG(mood));
	output_plain(plain->output);
}

/* echo: nobody has just typed it. */
static void show_said(struct plain *plain, const struct turn *turn, bool echo)
{
	if (turn->act != ACT_NONE)
		plain_wrapped(plain, "You do this: ",
			      turn_words(turn, scenario_of(plain)));
	else if (echo || turn->picked)
		show_lines(plain, "You: ", turn->said);
}

static void show_turn(struct plain *plain, const struct turn *turn, bool echo)
{
	show_said(plain, turn, echo);
	if (!play_is_exam(plain->play))
		show_feedback(plain, turn);
	show_heard(plain, turn->answer, turn->nr_answer);
	if (!play_is_exam(plain->play) && turn->verdict->scored && turn->act == ACT_NONE)
		show_mood(plain, turn);
}

void plain_show_turns(struct plain *plain, size_t first)
{
	const struct session *session = play_session(plain->play);

	for (size_t i = first; i < session_nr_turns(session); i++)
		show_turn(plain, session_turn(session, i),
			  !plain->options->interactive);
}

void plain_show_before(struct plain *plain)
{
	const struct session *session = play_session(plain->play);

	for (size_t i = 0; i < session_nr_turns(session); i++)
		show_turn(plain, session_turn(session, i), true);
	output_text(plain->output, STR("\n"));
	plain_wrapped(plain, "-- ", plain->options->greeting);
}

void plain_show_last(struct plain *plain)
{
	const struct session *session = play_session(plain->play);
	const struct turn *turn = session_last(session);
	const struct heard_line *lines;
	size_t nr;

	if (turn) {
		show_heard(plain, turn->answer, turn->nr_answer);
		return;
	}
	lines = session_opening(session, &nr);
	show_heard(plain, lines, nr);
}

void plain_show_moment(struct plain *plain)
{
	const struct session *session = play_session(plain->play);
	size_t nr = session_nr_turns(session), nr_lines;
	const struct heard_line *lines = session_opening(session, &nr_lines);

	if (nr > 1) {
		lines = session_turn(session, nr - 2)->answer;
		nr_lines = session_turn(session, nr - 2)->nr_answer;
	}
	if (nr && nr_lines)
		show_heard(plain, &lines[nr_lines - 1], 1);
	if (nr)
		show_said(plain, session_last(session), true);
	plain_show_last(plain);
}

void plain_show_suggestions(struct plain *plain)
{
	struct suggestion shown[SUGGESTIONS_MAX];
	size_t nr = play_suggestions(plain->play, shown);

	output_text(plain->output, STR("\n"));
	for (size_t i = 0; i < nr; i++)
		plain_wrapped(plain, arena_printf(&plain->arena, "  %zu  ",
						 i + 1).ptr, shown[i].text);
}

static void show_prepared(struct plain *plain)
{
	const struct scenario *scenario = scenario_of(plain);
	size_t nr;
	const struct str *prepared = play_prepared(plain->play, &nr);

	if (!scenario->nr_prepare)
		return;
	output_text(plain->output, STR("What you prepared\n"));
	for (size_t i = 0; i < scenario->nr_prepare; i++) {
		plain_wrapped(plain, "  ", scenario->prepare[i]);
		if (i < nr && prepared[i].len)
			show_lines(plain, "    > ", prepared[i]);
	}
	if (!nr)
		output_text(plain->output, STR("  (you wrote nothing "
					       "down)\n"));
	output_text(plain->output, STR("\n"));
}

/* In an exam it would be a hint. */
static void show_unsaid(struct plain *plain)
{
	size_t nr;
	const struct str *unsaid = session_unsaid(play_session(plain->play),
						  &plain->arena, &nr);

	if (play_in_exam(plain->play))
		return;
	output_text(plain->output, STR("Still to be told\n"));
	for (size_t i = 0; i < nr; i++)
		plain_wrapped(plain, "  * ", unsaid[i]);
	if (!nr)
		output_text(plain->output, STR("  Nothing: all of it is "
					       "told.\n"));
	output_text(plain->output, STR("\n"));
}

void plain_show_sheet(struct plain *plain)
{
	show_prepared(plain);
	show_unsaid(plain);
	output_text(plain->output, STR("What you know\n"));
	show_prose(plain, scenario_of(plain)->brief);
}

void plain_show_score(struct plain *plain)
{
	const struct session *session = play_session(plain->play);
	const struct turn *turn = session_last(session);
	struct summary summary = session_summary(session, &plain->arena);
	struct strbuf receipt = { 0 };
	struct waived waived = { 0 };

	if (!turn) {
		output_text(plain->output, STR("Nothing is said yet.\n"));
		return;
	}
	if (!plain->options->scores) {
		show_feedback(plain, turn);
		return;
	}
	output_printf(plain->output, "Turn %d\n", turn->number);
	waived.items = play_waivers(plain->play, &waived.nr);
	waived.turn = turn->number;
	receipt_text(turn->verdict, session_talk(session), &waived, &receipt);
	turn_moves_text(turn, session_scenario(session), true, &receipt);
	output_text(plain->output, strbuf_str(&receipt));
	strbuf_release(&receipt);
	if (summary.scored)
		output_printf(plain->output, "The talk so far: %d, " STR_FMT
			      "\n", summary.score,
			      STR_ARG(terms_name(&band_terms, summary.band)));
}

void plain_show_report(struct plain *plain)
{
	const struct report_options options = {
		.scores = plain->options->scores,
		.width = WIDTH,
		/* what nobody said on the way */
		.turns = play_is_exam(plain->play),
		.heard = true,
		.ascii = plain->options->ascii,
	};
	struct strbuf text = { 0 };
	struct report *report = report_session(play_session(plain->play),
					       &plain->arena);
	size_t nr;
	const struct waiver *waivers = play_waivers(plain->play, &nr);

	report_waive(report, play_session(plain->play), waivers, nr);
	report_text(report, &options, &text);
	output_text(plain->output, STR("\n----\n"));
	output_text(plain->output, strbuf_str(&text));
	strbuf_release(&text);
}
