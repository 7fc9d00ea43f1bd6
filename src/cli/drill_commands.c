/*
 * What a line typed in a drill means: a command of the drill, or something
 * for the conversation that is going on.
 */
#include "drill_parts.h"
#include "typed_command.h"

static bool take(struct drill_lines *drill, enum hour_input input)
{
	struct error err;

	if (room_take(drill->room, input, &err))
		return true;
	plain_refuse(drill->plain, &err);
	return false;
}

/* One name, or several with commas between them. */
static void take_names(struct drill_lines *drill, enum hour_input input,
		       struct str names)
{
	struct str name;
	struct error err;

	while (str_cut(&names, ',', &name))
		if (!room_name(drill->room, input, str_trim(name), &err))
			plain_refuse(drill->plain, &err);
	drill_show_people(drill);
}

static void do_join(struct drill_lines *drill, struct str argument)
{
	take_names(drill, HOUR_JOINED, argument);
}

static void do_leave(struct drill_lines *drill, struct str argument)
{
	take_names(drill, HOUR_LEFT, argument);
}

static void do_pass(struct drill_lines *drill, struct str argument)
{
	(void)argument;
	if (take(drill, HOUR_PASS) && room_play(drill->room))
		drill_show_people(drill);
}

static void do_pause(struct drill_lines *drill, struct str argument)
{
	(void)argument;
	if (take(drill, HOUR_PAUSE))
		output_text(drill->plain->output,
			    STR("A pause; :go goes on.\n"));
}

static void do_go(struct drill_lines *drill, struct str argument)
{
	(void)argument;
	if (take(drill, HOUR_GO_ON))
		drill_show_time(drill);
}

/* ---- marks -------------------------------------------------------------- */

/* The one principle that begins like that; -1: none, or several. */
static int find_principle(struct str start)
{
	int found = -1;

	for (int p = 0; p < PRINCIPLE_NR && start.len; p++) {
		if (!str_starts_with(terms_name(&principle_terms, p), start))
			continue;
		if (found >= 0)
			return -1;
		found = p;
	}
	return found;
}

/* "d3": the beginning of a principle's name, and 0 to 4. */
static bool parse_mark(struct str word, int marks[PRINCIPLE_NR],
		       struct error *err)
{
	struct str start = str_slice(word, 0, word.len - 1);
	int p = find_principle(start), mark = word.ptr[word.len - 1] - '0';

	if (p < 0 || mark < 0 || mark > HOUR_MARK_MAX)
		return error_set(err, ERROR_USAGE, "'" STR_FMT "' is no mark: "
				 "write the beginning of a principle and 0 to "
				 "4, as in d3 k1 to2 (direct, kind, good_news, "
				 "phone, initiate, together, teachable)",
				 STR_ARG(word));
	marks[p] = mark;
	return true;
}

static void do_mark(struct drill_lines *drill, struct str argument)
{
	int marks[PRINCIPLE_NR];
	struct str word;
	struct error err;

	for (int p = 0; p < PRINCIPLE_NR; p++)
		marks[p] = HOUR_UNMARKED;
	while (str_cut(&argument, ' ', &word)) {
		if (!word.len || parse_mark(word, marks, &err))
			continue;
		plain_refuse(drill->plain, &err);
		return;
	}
	if (room_mark(drill->room, marks, &err))
		output_text(drill->plain->output, STR("Marked.\n"));
	else
		plain_refuse(drill->plain, &err);
}

/* ---- time --------------------------------------------------------------- */

/* "90", or "1:30". */
static bool parse_time(struct str text, uint64_t *seconds)
{
	uint64_t minutes = 0;
	struct str part;

	if (str_find(text, STR(":"), 0) < text.len &&
	    (!str_cut(&text, ':', &part) ||
	     !str_number(part, 100000, &minutes)))
		return false;
	if (!str_number(text, 1000000, seconds))
		return false;
	*seconds += minutes * 60;
	return true;
}

static void do_at(struct drill_lines *drill, struct str argument)
{
	uint64_t seconds;
	struct error err;

	if (!drill->plain->options->script.len)
		error_set(&err, ERROR_USAGE, "the clock says what time it is; "
			  ":at is for a --script, which has none");
	else if (!parse_time(argument, &seconds))
		error_set(&err, ERROR_USAGE, ":at takes the time since the "
			  "drill began: 90, or 1:30");
	else if (seconds < room_now(drill->room))
		error_set(&err, ERROR_USAGE, "time does not run backwards");
	else {
		room_at(drill->room, seconds);
		return;
	}
	plain_refuse(drill->plain, &err);
}

/* ---- the table ---------------------------------------------------------- */

static void do_agenda(struct drill_lines *drill, struct str argument)
{
	(void)argument;
	drill_show_agenda(drill);
}

static void do_quit(struct drill_lines *drill, struct str argument)
{
	(void)argument;
	drill->leaving = true;
}

static void do_help(struct drill_lines *drill, struct str argument);

struct command {
	struct typed_command typed;
	void (*run)(struct drill_lines *drill, struct str argument);
	enum hour_input input; /* where run is NULL */
};

static const struct command rows[] = {
	{ { "join", "NAME, ...", "somebody is here, now or late" }, do_join,
	  0 },
	{ { "leave", "NAME", "somebody has to go" }, do_leave, 0 },
	{ { "begin", "", "begin the hour" }, NULL, HOUR_BEGIN },
	{ { "next", "", "go on; in a conversation: end it here" }, NULL,
	  HOUR_NEXT },
	{ { "pass", "",
	    "hand the keyboard on; before it begins: change places" },
	  do_pass, 0 },
	{ { "pause", "", "stop the clock of the conversation" }, do_pause, 0 },
	{ { "go", "", "go on after a pause, or with who had no turn" }, do_go,
	  0 },
	{ { "skip", "", "leave this conversation out; it does not count" },
	  NULL, HOUR_SKIP },
	{ { "repeat", "", "the same conversation again, from its start" },
	  NULL, HOUR_REPEAT },
	{ { "mark", "d3 k1 ...", "mark the turn, 0 harmful to 4 exemplary" },
	  do_mark, 0 },
	{ { "reveal", "", "show the evidence" }, NULL, HOUR_REVEAL },
	{ { "agenda", "", "rounds, people, time left" }, do_agenda, 0 },
	{ { "at", "M:SS", "in a script: move the clock to there" }, do_at, 0 },
	{ { "help", "", "show this" }, do_help, 0 },
	{ { "quit", "", "leave; the drill can be gone on with" }, do_quit, 0 },
};
static const struct typed_commands commands = {
	rows, ARRAY_LEN(rows), sizeof(rows[0]), "",
};

static bool is_talking(const struct drill_lines *drill)
{
	return room_hour(drill->room)->phase == HOUR_PLAYING;
}

static void do_help(struct drill_lines *drill, struct str argument)
{
	struct output *output = drill->plain->output;

	(void)argument;
	typed_help(&commands, output);
	if (!is_talking(drill))
		return;
	output_text(output, STR("In the conversation, too:\n"));
	plain_take(drill->plain, STR(":help"));
}

/* What only makes sense while somebody talks. */
static void refuse_words(struct drill_lines *drill)
{
	static const char *const instead[HOUR_PHASE_NR] = {
		[HOUR_LOBBY] = ":join NAME and :begin",
		[HOUR_BRIEF] = ":next begins the conversation",
		[HOUR_MARKING] = ":mark and :reveal, then it goes on",
		[HOUR_REVEALED] = ":next goes on",
		[HOUR_ROUND_DEBRIEF] = ":next goes on",
		[HOUR_CLOSING] = ":next ends the drill",
	};
	const struct hour *hour = room_hour(drill->room);
	struct error err;

	error_set(&err, ERROR_USAGE, "this was not said, nobody is talking "
		  "now; %s", instead[hour->phase]);
	plain_refuse(drill->plain, &err);
}

/* Something for the conversation. */
static void talk(struct drill_lines *drill, struct str line)
{
	const struct hour *hour = room_hour(drill->room);
	struct error err;

	if (hour->paused) {
		error_set(&err, ERROR_USAGE, "this was not said, there is a "
			  "pause; :go goes on");
		plain_refuse(drill->plain, &err);
		return;
	}
	plain_take(drill->plain, line);
	room_turned(drill->room);
	if (hour_talk(hour) && session_ended(play_session(drill->plain->play)))
		take(drill, HOUR_ENDED);
}

/* The line comes with its colon: what is no command of the drill's may be one
 * of the conversation's. */
static void take_command(struct drill_lines *drill, struct str line)
{
	struct typed_call call =
		typed_parse(&commands, str_slice(line, 1, line.len));
	const struct command *command = call.row;
	struct error err;

	if (!command && is_talking(drill))
		talk(drill, line);
	else if (!typed_check(&commands, &call, &err))
		plain_refuse(drill->plain, &err);
	else if (command->run)
		command->run(drill, call.argument);
	else
		take(drill, command->input);
}

void drill_take(struct drill_lines *drill, struct str line)
{
	line = str_trim(line);
	if (!line.len || (drill->plain->options->script.len &&
			  line.ptr[0] == '#'))
		return;
	if (line.ptr[0] == ':' && !str_starts_with(line, STR("::")))
		take_command(drill, line);
	else if (is_talking(drill))
		talk(drill, line);
	else
		refuse_words(drill);
}
