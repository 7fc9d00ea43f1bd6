/* The table of commands. */
#include "options.h"

static const struct command_spec specs[] = {
	[COMMAND_NONE] = {
		.name = "",
		.usage = "",
		.summary = "",
		.run = cmd_open,
	},
	[COMMAND_NOW] = {
		.name = "now",
		.usage = "now",
		.summary = "rehearse your own call: six questions, then it rings",
		.details =
"\nThe answers become a scenario of your own that only you can read. `rehearse"
"\nlist` shows its name, `rehearse play NAME` plays it again, and the file can be"
"\nedited. Enter alone takes what stands in [brackets]. With --plain, --script or"
"\nwithout a terminal the first six lines are the answers:\n"
"\n  1. who it is         Dana Whitfield, operations director at Northgate"
"\n  2. what happened     1 the new kitchen doors   (1 late, 2 they want"
"\n                       extra, 3 quality, 4 price, 5 mistake or outage,"
"\n                       6 cancelled, 7 something else)"
"\n  3. whose fault       yours, shared, theirs or nobody"
"\n  4. what you can do   bring half of it by Friday"
"\n  5. what you can't    bring all of it before the 20th"
"\n  6. what you fear     You said that last time. / I want my money back.\n",
		.run = cmd_now,
	},
	[COMMAND_PLAY] = {
		.name = "play",
		.usage = "play [SCENARIO|FILE]",
		.summary = "rehearse a conversation",
		.details =
"\nOn a terminal it fills the screen; --plain, --script or no terminal play it"
"\nline by line. A line is something you say; or:\n"
"\n  1..9                  say the suggestion with that number"
"\n  =N                    say the Nth suggestion of the script's file"
"\n  :call :meet :voicemail :email :message :delegate :wait"
"\n                        do something"
"\n  :undo [N]             take back turn N (the last) and all after it"
"\n  :note TEXT            keep a note with the last turn"
"\n  :waive RULE REASON    object to a finding of the last turn"
"\n  :save FILE            write the transcript to another file"
"\n  :sheet :score :help :quit"
"\n  ::TEXT                say a line that begins with a colon\n"
"\nIn a --script, lines that begin with # are comments.\n"
"\n--again FILE plays only the turns of a transcript for which a suggestion was"
"\nclearly better, each from where it was: answer anew, see before and after."
"\n:undo takes an answer back; Enter goes on, in a script the next line does.\n",
		.max = 1,
		.run = cmd_play,
	},
	[COMMAND_DRILL] = {
		.name = "drill",
		.usage = "drill NAME|FILE",
		.summary = "run a team's hour at one terminal",
		.details =
"\nEverybody meets the same client, one after the other, within a time box; the"
"\nroom talks about behaviours afterwards. `rehearse list` shows the drills there"
"\nare. The results lie in a folder: a transcript for each conversation, the sheet"
"\nfor the debrief (sheet.md, sheet.html), tables (results.csv, moodle.csv,"
"\nresults.json). Line by line, what is typed is said, as in `play`; or:\n"
"\n  :join NAME, ...       somebody is here, now or late"
"\n  :leave NAME           somebody has to go"
"\n  :begin                begin the hour"
"\n  :next                 go on; in a conversation: end it here"
"\n  :pass                 hand the keyboard on; before it begins: change places"
"\n  :pause :go            stop the clock of the conversation, and go on"
"\n  :skip :repeat         leave this conversation out, or have it again"
"\n  :mark d3 k1 ...       mark the turn: a principle's beginning, 0 to 4"
"\n  :reveal               show the evidence"
"\n  :agenda :help :quit"
"\n  :at M:SS              in a --script, which has no clock: move it to there\n"
"\nA drill that was left or interrupted is gone on with by the same command with"
"\n--results and its folder.\n",
		.min = 1,
		.max = 1,
		.run = cmd_drill,
	},
	[COMMAND_REVIEW] = {
		.name = "review",
		.usage = "review FILE",
		.summary = "read a rehearsal or a real call, turn by turn",
		.details = "",
		.min = 1,
		.max = 1,
		.run = cmd_review,
	},
	[COMMAND_SCORE] = {
		.name = "score",
		.usage = "score FILE...",
		.summary = "score rehearsals and real calls (FILE may be -)",
		.details =
"\nA call is text with lines `Name: what was said`. With --from jsonl it is a"
"\nfilter: one JSON object out for each line in, in order."
"\nThe formats md, html, csv and moodle put all FILEs into one: a team's sheet,"
"\nor its results as a table. A person is called as the file is, without the"
"\nround a name may begin with (2-Ana.yaml).\n",
		.min = 1,
		.max = ~0u,
		.run = cmd_score,
	},
	[COMMAND_VERIFY] = {
		.name = "verify",
		.usage = "verify FILE...",
		.summary = "replay transcripts and compare them byte for byte",
		.details =
"\nWhat was said and done is played again; the transcript has to come out the"
"\nsame. That finds damage and edits. It is no proof of who typed: whoever"
"\nwrites a new file with new sums has only made another rehearsal."
"\nExit status: 0 the same, 1 different, 65 the scenario or the rubric at hand"
"\nis another one.\n",
		.min = 1,
		.max = ~0u,
		.run = cmd_verify,
	},
	[COMMAND_LIST] = {
		.name = "list",
		.usage = "list [WORD...]",
		.summary = "list the conversations there are",
		.details =
"\nWith WORDs only those that go by every one of them: the beginning of a word of"
"\ntheir name, title, kind, level or tags. `rehearse list complaint tough`.\n",
		.max = ~0u,
		.run = cmd_list,
	},
	[COMMAND_NEW] = {
		.name = "new",
		.usage = "new NAME",
		.summary = "write a script of your own, to begin with",
		.details =
"\nNAME is what the conversation is called: `rehearse new late-report` or"
"\n`rehearse new \"The report is late\"`. The file is named after it, plays as it"
"\nstands, and its notes say what to change. No file is ever written over.\n",
		.min = 1,
		.max = 1,
		.run = cmd_new,
	},
	[COMMAND_CHECK] = {
		.name = "check",
		.usage = "check FILE...",
		.summary = "check scenarios and rubrics, and show every mistake",
		.details =
"\nA scenario that loads may still smell: scenes nothing leads to, facts nobody"
"\ncan tell, endings no run reaches. Smells don't change the exit status, unless"
"\nwith --strict.\n",
		.min = 1,
		.max = ~0u,
		.run = cmd_check,
	},
	[COMMAND_SCHEMA] = {
		.name = "schema",
		.usage = "schema [KIND]",
		.summary = "print what a kind of file may hold, for editors",
		.details =
"\nKIND is a kind of file; without it they are listed. The schema is JSON Schema"
"\n(draft-07): with it an editor completes keys and underlines mistakes. Where it"
"\nuses the YAML language server:"
"\n\n  rehearse schema scenario >scenario.schema.json\n"
"\nand as the first line of your script:"
"\n\n  # yaml-language-server: $schema=scenario.schema.json\n",
		.max = 1,
		.run = cmd_schema,
	},
	[COMMAND_TRY] = {
		.name = "try",
		.usage = "try SCENARIO|FILE",
		.summary = "play a scenario many times, and show what happened",
		.details =
"\nFor authors. The machine picks and types as people do, well, badly and in"
"\nbetween; then a search looks for what is still missing. Shown are how the"
"\ntalks ended and scored, how often each line was used, and what smells: a line"
"\nheard twice in one talk, a scene nobody comes out of, lines never reached, an"
"\nending that comes whatever one does. Every run has a number, and goes the same"
"\nway whenever it is played: --run 37 shows run 37 as a conversation."
"\nExit status: 0 no smells, 1 smells.\n",
		.min = 1,
		.max = 1,
		.run = cmd_try,
	},
	[COMMAND_GRAPH] = {
		.name = "graph",
		.usage = "graph SCENARIO|FILE",
		.summary = "draw a scenario's scenes and the ways between them",
		.details =
"\nThe picture is text for other programs:"
"\n  rehearse graph call.yaml | dot -Tsvg >call.svg"
"\n  rehearse graph call.yaml --format mermaid\n",
		.min = 1,
		.max = 1,
		.run = cmd_graph,
	},
	[COMMAND_EXPLAIN] = {
		.name = "explain",
		.usage = "explain [RULE|BEHAVIOUR|TRADE]",
		.summary = "explain a rule: what it looks for, and why",
		.details =
"\nWithout a name it lists all rules, then the behaviours and the trades; a"
"\nbehaviour's name lists its rules, a trade's its words. Points are those of a"
"\nreceipt; `points` is what stands in the rubric.\n",
		.max = 1,
		.run = cmd_explain,
	},
	[COMMAND_CALIBRATE] = {
		.name = "calibrate",
		.usage = "calibrate FILE...",
		.summary = "compare a rubric with turns that people labelled",
		.details =
"\nEvery line is an object of JSON: {\"text\": what was said, \"client_said\","
"\n\"channel\" and \"stage\" if they matter, \"expect\": names of rules or"
"\nbehaviours that must be found, \"forbid\": names that must not}.\n",
		.min = 1,
		.max = ~0u,
		.run = cmd_calibrate,
	},
	[COMMAND_COMPLETION] = {
		.name = "completion",
		.usage = "completion bash|zsh",
		.summary = "print what lets your shell complete commands",
		.details =
"\nFor good, with bash:"
"\n  echo 'eval \"$(rehearse completion bash)\"' >>~/.bashrc\n",
		.min = 1,
		.max = 1,
		.run = cmd_completion,
	},
	[COMMAND_HELP] = {
		.name = "help",
		.usage = "help [COMMAND]",
		.summary = "show how to use a command",
		.details = "",
		.max = 1,
		.run = cmd_help,
	},
};
_Static_assert(ARRAY_LEN(specs) == COMMAND_NR, "commands");

const struct command_spec *command_spec(enum command command)
{
	return &specs[command];
}

enum command command_find(struct str name)
{
	for (int i = COMMAND_NONE + 1; i < COMMAND_NR; i++)
		if (str_equal(str_from(specs[i].name), name))
			return (enum command)i;
	return COMMAND_NR;
}

void command_suggest(struct str name, struct strbuf *out)
{
	struct str names[COMMAND_NR], nearest;

	for (int i = 0; i < COMMAND_NR; i++)
		names[i] = str_from(specs[i].name);
	nearest = str_nearest(names, COMMAND_NR, name);
	if (nearest.len)
		strbuf_addf(out, "; did you mean `rehearse " STR_FMT "`?",
			    STR_ARG(nearest));
	else
		strbuf_add(out, STR("; `rehearse help` shows what there is"));
}
