/*
 * Reports are put together from the lines of a conversation, whoever played
 * or wrote it down.
 */
#include "rehearse/report.h"

enum { HEARD_MAX = 64 << 10 }; /* bytes of the client's, to one answer */

static void choose_turns(struct report *report)
{
	report->best = report->worst = -1;
	for (size_t i = 0; i < report->nr_lines; i++) {
		const struct verdict *verdict = report->lines[i].verdict;

		if (!verdict || !verdict->scored || report->lines[i].text.len == 0)
			continue;
		if (report->best < 0 ||
		    verdict->score >
			    report->lines[report->best].verdict->score)
			report->best = (int)i;
		if (report->worst < 0 ||
		    verdict->score <
			    report->lines[report->worst].verdict->score)
			report->worst = (int)i;
	}
	/* one turn is not both */
	if (report->best == report->worst)
		report->worst = -1;
}

static struct str speaker_name(const struct scenario *scenario,
			       enum speaker speaker)
{
	return speaker == SPEAKER_CLIENT ? scenario->client.first_name :
					   STR("");
}

static struct report_line *add_line(struct report *report)
{
	return &report->lines[report->nr_lines++];
}

static void add_heard(struct report *report, const struct scenario *scenario,
		      const struct heard_line *lines, size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		*add_line(report) = (struct report_line){
			.speaker = speaker_name(scenario, lines[i].speaker),
			.text = lines[i].text,
			.act = ACT_NONE,
			.channel = CHANNEL_NONE,
			.trust = -1,
			.patience = -1,
		};
}

static size_t count_lines(const struct session *session)
{
	size_t nr;

	session_opening(session, &nr);
	for (size_t i = 0; i < session_nr_turns(session); i++)
		nr += 1 + session_turn(session, i)->nr_answer;
	return nr;
}

static void add_turn(struct report *report, const struct scenario *scenario,
		     const struct turn *turn)
{
	*add_line(report) = (struct report_line){
		.mine = true,
		.speaker = STR("You"),
		.text = turn_words(turn, scenario),
		.act = turn->act,
		.channel = turn->channel,
		.number = turn->number,
		.verdict = turn->verdict,
		.trust = turn->trust,
		.patience = turn->patience,
	};
	add_heard(report, scenario, turn->answer, turn->nr_answer);
}

static void add_leftovers(struct report *report, const struct session *session,
			  struct arena *arena)
{
	const struct scenario *scenario = session_scenario(session);
	script_set known = session_known(session);

	report->unsaid = session_unsaid(session, arena, &report->nr_unsaid);
	report->unfound = ARENA_ARRAY(arena, struct str, scenario->nr_hidden);
	for (size_t i = 0; i < scenario->nr_hidden; i++)
		if (!(known >> i & 1))
			report->unfound[report->nr_unfound++] =
				scenario->hidden[i].is;
}

struct report *report_session(const struct session *session,
			      struct arena *arena)
{
	const struct scenario *scenario = session_scenario(session);
	struct report *report = ARENA_NEW(arena, struct report);
	const struct heard_line *opening;
	size_t nr;

	report->title = scenario->title;
	report->ending_kind = -1;
	report->without = SCORE_NONE;
	if (session_ending(session) >= 0) {
		const struct ending *ending =
			&scenario->endings[session_ending(session)];

		report->ending = ending->say;
		report->ending_kind = (int)ending->kind;
	}
	report->lines = ARENA_ARRAY(arena, struct report_line,
				    count_lines(session));
	opening = session_opening(session, &nr);
	add_heard(report, scenario, opening, nr);
	for (size_t i = 0; i < session_nr_turns(session); i++)
		add_turn(report, scenario, session_turn(session, i));
	report->summary = session_summary(session, arena);
	report->talk = session_talk(session);
	add_leftovers(report, session, arena);
	report->session = session;
	report->better = session_better(session, arena, &report->nr_better);
	report->nr_lost = better_lost(report->better, report->nr_better);
	choose_turns(report);
	return report;
}

void report_waive(struct report *report, const struct session *session,
		  const struct waiver *waivers, size_t nr)
{
	struct arena scratch = { 0 };

	report->waivers = waivers;
	report->nr_waivers = nr;
	if (nr)
		report->without =
			session_without(session, waivers, nr, &scratch).score;
	arena_release(&scratch);
}

struct waived report_waived(const struct report *report, int turn)
{
	return (struct waived){ report->waivers, report->nr_waivers, turn };
}

bool is_waived(const struct waived *waived, int rule)
{
	for (size_t i = 0; i < waived->nr; i++)
		if (waived->items[i].turn == waived->turn &&
		    waived->items[i].rule == rule)
			return true;
	return false;
}

/* The last own line; nr when there is none. */
static size_t last_own(const struct spoken *lines, size_t nr)
{
	for (size_t i = nr; i; i--)
		if (lines[i - 1].mine)
			return i - 1;
	return nr;
}

/* What the client says before one answers is one line, whoever says it; of a
 * very long one the end counts. */
static void hear_client(struct talk *talk, struct strbuf *heard)
{
	struct str all = strbuf_str(heard);
	size_t from = all.len > HEARD_MAX ? all.len - HEARD_MAX : 0;

	if (!all.len)
		return;
	while (from < all.len && ((unsigned char)all.ptr[from] & 0xc0) == 0x80)
		from++;
	talk_client(talk, str_slice(all, from, all.len), 0);
	strbuf_truncate(heard, 0);
}

static const struct verdict *judge_own(struct talk *talk,
				       const struct spoken *spoken,
				       enum stage stage)
{
	struct arena scratch = { 0 };
	struct text text = rubric_read(talk_rubric(talk), spoken->text, NULL,
				       &scratch);
	const struct said said = {
		.text = &text,
		.act = ACT_NONE,
		.channel = spoken->channel,
		.stage = stage,
		.told = spoken->told,
		.waived = spoken->waived,
		.nr_waived = spoken->nr_waived,
	};
	const struct verdict *verdict = talk_say(talk, &said);

	arena_release(&scratch);
	return verdict;
}

struct report *report_spoken(const struct rubric *rubric,
			     const struct talk_setting *setting,
			     const struct spoken *lines, size_t nr,
			     struct str title, struct arena *arena)
{
	struct report *report = ARENA_NEW(arena, struct report);
	struct talk_setting known = *setting;
	size_t last = last_own(lines, nr);
	struct strbuf heard = { 0 };
	struct talk *talk;
	int number = 0;

	known.in_talk |= nr > 1;
	talk = talk_new(arena, rubric, &known);
	report->title = title;
	report->ending_kind = -1;
	report->without = SCORE_NONE;
	report->talk = talk;
	report->lines = ARENA_ARRAY(arena, struct report_line, nr);
	for (size_t i = 0; i < nr; i++) {
		struct report_line *line = add_line(report);
		enum stage stage = lines[i].stage;

		*line = (struct report_line){
			.mine = lines[i].mine,
			.speaker = lines[i].speaker,
			.text = lines[i].text,
			.act = ACT_NONE,
			.channel = lines[i].channel,
			.trust = -1,
			.patience = -1,
			.line = lines[i].line,
		};
		if (!lines[i].mine) {
			if (heard.len)
				strbuf_addc(&heard, ' ');
			strbuf_add(&heard, lines[i].text);
			continue;
		}
		hear_client(talk, &heard);
		/* the last own line of a talk of some length closes it */
		if (stage == STAGE_NONE && i == last && number >= 2)
			stage = STAGE_CLOSING;
		line->number = ++number;
		line->verdict = judge_own(talk, &lines[i], stage);
	}
	hear_client(talk, &heard);
	strbuf_release(&heard);
	report->summary = talk_summary(talk, arena);
	choose_turns(report);
	return report;
}
