/* The table of options. */
#include "option_table.h"

#include <stddef.h>

#include "rehearse/graph.h"
#include "rehearse/jsonl.h"

static const char *const color_names[] = { "auto", "always", "never" };
static const struct terms color_terms = {
	.what = "a way to colour", .names = color_names, .nr = 3,
};
static const char *const from_names[] = { "auto", "lines", "jsonl" };
static const struct terms from_terms = {
	.what = "a format to read", .names = from_names, .nr = 3,
};
static const char *const format_names[] = { "text", "json", "jsonl" };
static const struct terms format_terms = {
	.what = "a format to write", .names = format_names, .nr = 3,
};
static const char *const score_format_names[] = {
	"text", "json", "jsonl", "md", "html", "csv", "moodle",
};
_Static_assert(ARRAY_LEN(score_format_names) == FORMAT_NR, "formats");
static const struct terms score_format_terms = {
	.what = "a format to write", .names = score_format_names,
	.nr = FORMAT_NR,
};

static const char *const try_format_names[] = { "text", "json" };
static const struct terms try_format_terms = {
	.what = "a format to write", .names = try_format_names, .nr = 2,
};

static const char *const kind_names[] = { "bad-news", "complaint",
					  "boundary" };
static const struct terms new_kind_terms = {
	.what = "a kind of conversation", .names = kind_names, .nr = 3,
};

const struct option_spec option_specs[] = {
	{
		.name = "seed", .argument = "N", .kind = OPTION_NUMBER,
		.help = "the same number, the same client",
		.value = offsetof(struct options, seed),
		.given = offsetof(struct options, has_seed),
		.max = UINT64_MAX,
		.commands = IN(COMMAND_PLAY) | IN(COMMAND_NOW),
	}, {
		.name = "level", .argument = "LEVEL", .kind = OPTION_CHOICE,
		.help = "gentle, firm or tough; left out: the script's own",
		.value = offsetof(struct options, level),
		.choices = &level_terms,
		.commands = IN(COMMAND_PLAY) | IN(COMMAND_NOW),
	}, {
		.name = "runs", .argument = "N", .kind = OPTION_NUMBER,
		.help = "so many talks; 1000 when left out",
		.value = offsetof(struct options, runs),
		.given = offsetof(struct options, has_runs),
		.max = 1000000, .commands = IN(COMMAND_TRY),
	}, {
		.name = "seed", .argument = "N", .kind = OPTION_NUMBER,
		.help = "the number of the first run; 1 when left out",
		.value = offsetof(struct options, seed),
		.given = offsetof(struct options, has_seed),
		.max = UINT32_MAX, .commands = IN(COMMAND_TRY),
	}, {
		.name = "run", .argument = "N", .kind = OPTION_NUMBER,
		.help = "show this run alone, as a conversation",
		.value = offsetof(struct options, run),
		.given = offsetof(struct options, has_run),
		.max = UINT64_MAX, .commands = IN(COMMAND_TRY),
	}, {
		.name = "level", .argument = "LEVEL", .kind = OPTION_CHOICE,
		.help = "gentle, firm or tough; left out: each in turn",
		.value = offsetof(struct options, level),
		.choices = &level_terms, .commands = IN(COMMAND_TRY),
	}, {
		.name = "format", .argument = "FORMAT", .kind = OPTION_CHOICE,
		.help = "what is written: text or json",
		.value = offsetof(struct options, format),
		.choices = &try_format_terms, .commands = IN(COMMAND_TRY),
	}, {
		.name = "fill", .argument = "KEY=VALUE", .kind = OPTION_LIST,
		.help = "your own case: --fill 'delay=three days'; repeatable",
		.value = offsetof(struct options, fill),
		.commands = IN(COMMAND_PLAY),
	}, {
		.name = "scene", .argument = "ID", .kind = OPTION_TEXT,
		.help = "begin in that scene of the script",
		.value = offsetof(struct options, scene),
		.commands = IN(COMMAND_PLAY),
	}, {
		.name = "opening", .kind = OPTION_FLAG,
		.help = "only your first words, again and again",
		.value = offsetof(struct options, opening),
		.commands = IN(COMMAND_PLAY) | IN(COMMAND_NOW),
	}, {
		.name = "exam", .kind = OPTION_FLAG,
		.help = "no coach and no meter before the end",
		.value = offsetof(struct options, exam),
		.commands = IN(COMMAND_PLAY) | IN(COMMAND_NOW),
	}, {
		.name = "plain", .kind = OPTION_FLAG,
		.help = "line by line, without the full screen",
		.value = offsetof(struct options, plain),
		.commands = IN(COMMAND_PLAY) | IN(COMMAND_NOW) |
			    IN(COMMAND_DRILL),
	}, {
		.name = "script", .argument = "FILE", .kind = OPTION_TEXT,
		.help = "play the lines of a file (-: standard input)",
		.value = offsetof(struct options, script),
		.commands = IN(COMMAND_PLAY) | IN(COMMAND_NOW) |
			    IN(COMMAND_DRILL),
	}, {
		.name = "out", .argument = "FILE", .kind = OPTION_TEXT,
		.help = "write the transcript there; it must not exist yet",
		.value = offsetof(struct options, out),
		.commands = IN(COMMAND_PLAY) | IN(COMMAND_NOW),
	}, {
		.name = "trace", .argument = "FILE", .kind = OPTION_TEXT,
		.help = "write there why each turn went as it did",
		.value = offsetof(struct options, trace),
		.commands = IN(COMMAND_PLAY) | IN(COMMAND_NOW),
	}, {
		.name = "resume", .argument = "FILE", .kind = OPTION_TEXT,
		.help = "go on with a transcript that was left or torn",
		.value = offsetof(struct options, resume),
		.commands = IN(COMMAND_PLAY),
	}, {
		.name = "again", .argument = "FILE", .kind = OPTION_TEXT,
		.help = "only the turns of a transcript that lost points",
		.value = offsetof(struct options, again),
		.commands = IN(COMMAND_PLAY),
	}, {
		.name = "results", .argument = "DIR", .kind = OPTION_TEXT,
		.help = "the results go there; go on with the drill in it",
		.value = offsetof(struct options, results),
		.commands = IN(COMMAND_DRILL),
	}, {
		.name = "solo", .kind = OPTION_FLAG,
		.help = "for one person alone",
		.value = offsetof(struct options, solo),
		.commands = IN(COMMAND_DRILL),
	}, {
		.name = "me", .argument = "NAME", .kind = OPTION_LIST,
		.help = "whose turns are judged; the beginning of a name will "
			"do",
		.value = offsetof(struct options, me),
		.commands = IN(COMMAND_SCORE) | IN(COMMAND_REVIEW),
	}, {
		.name = "map", .argument = "A=B", .kind = OPTION_LIST,
		.help = "call speaker A by the name of B; repeatable",
		.value = offsetof(struct options, map),
		.commands = IN(COMMAND_SCORE) | IN(COMMAND_REVIEW),
	}, {
		.name = "from", .argument = "FORMAT", .kind = OPTION_CHOICE,
		.help = "what is read: auto, lines (Name: text) or jsonl",
		.value = offsetof(struct options, from),
		.choices = &from_terms, .commands = IN(COMMAND_SCORE),
	}, {
		.name = "rubric", .argument = "FILE", .kind = OPTION_TEXT,
		.help = "judge by a rubric of your own",
		.value = offsetof(struct options, rubric),
		.commands = IN(COMMAND_SCORE) | IN(COMMAND_CALIBRATE) |
			    IN(COMMAND_EXPLAIN),
	}, {
		.name = "format", .argument = "FORMAT", .kind = OPTION_CHOICE,
		.help = "what is written: text, json or jsonl",
		.value = offsetof(struct options, format),
		.choices = &format_terms,
		.commands = IN(COMMAND_CALIBRATE),
	}, {
		.name = "format", .argument = "FORMAT", .kind = OPTION_CHOICE,
		.help = "text, json or jsonl; for a team md, html, csv or "
			"moodle",
		.value = offsetof(struct options, format),
		.choices = &score_format_terms,
		.commands = IN(COMMAND_SCORE),
	}, {
		.name = "fail-under", .argument = "N", .kind = OPTION_NUMBER,
		.help = "exit with status 1 when a score is below N",
		.value = offsetof(struct options, fail_under),
		.given = offsetof(struct options, has_fail_under),
		.max = 100, .commands = IN(COMMAND_SCORE),
	}, {
		.name = "keep-going", .kind = OPTION_FLAG,
		.help = "bad records don't count in the exit status",
		.value = offsetof(struct options, keep_going),
		.commands = IN(COMMAND_SCORE),
	}, {
		.name = "jobs", .argument = "N", .kind = OPTION_NUMBER,
		.help = "with --from jsonl: N processes side by side",
		.value = offsetof(struct options, jobs),
		.max = JSONL_MAX_JOBS, .commands = IN(COMMAND_SCORE),
	}, {
		.name = "kind", .argument = "KIND", .kind = OPTION_CHOICE,
		.help = "bad-news, complaint or boundary; left out: bad-news",
		.value = offsetof(struct options, kind),
		.choices = &new_kind_terms, .commands = IN(COMMAND_NEW),
	}, {
		.name = "out", .argument = "FILE", .kind = OPTION_TEXT,
		.help = "write it there; it must not exist yet",
		.value = offsetof(struct options, out),
		.commands = IN(COMMAND_NEW),
	}, {
		.name = "say", .argument = "WORDS", .kind = OPTION_TEXT,
		.help = "show what a sentence would set off",
		.value = offsetof(struct options, say),
		.given = offsetof(struct options, has_say),
		.commands = IN(COMMAND_CHECK),
	}, {
		.name = "scene", .argument = "ID", .kind = OPTION_TEXT,
		.help = "... said in that scene",
		.value = offsetof(struct options, scene),
		.commands = IN(COMMAND_CHECK),
	}, {
		.name = "strict", .kind = OPTION_FLAG,
		.help = "exit with status 1 when a scenario only smells",
		.value = offsetof(struct options, strict),
		.commands = IN(COMMAND_CHECK),
	}, {
		.name = "format", .argument = "FORMAT", .kind = OPTION_CHOICE,
		.help = "what is written: dot (Graphviz) or mermaid",
		.value = offsetof(struct options, picture),
		.choices = &graph_format_terms,
		.commands = IN(COMMAND_GRAPH),
	}, {
		.name = "no-scores", .kind = OPTION_FLAG,
		.help = "findings and advice without numbers",
		.value = offsetof(struct options, no_scores),
		.commands = IN(COMMAND_PLAY) | IN(COMMAND_SCORE) |
			    IN(COMMAND_REVIEW) | IN(COMMAND_NONE) |
			    IN(COMMAND_NOW) | IN(COMMAND_DRILL),
	}, {
		.name = "ascii", .kind = OPTION_FLAG,
		.help = "no lines, bars or dots beyond ASCII",
		.value = offsetof(struct options, ascii),
		.commands = IN(COMMAND_PLAY) | IN(COMMAND_NONE) |
			    IN(COMMAND_NOW) | IN(COMMAND_REVIEW) |
			    IN(COMMAND_DRILL),
	}, {
		.name = "color", .argument = "WHEN", .kind = OPTION_CHOICE,
		.help = "auto, always or never",
		.value = offsetof(struct options, color),
		.choices = &color_terms, .commands = EVERYWHERE,
	}, {
		.name = "help", .kind = OPTION_FLAG,
		.help = "show this",
		.value = offsetof(struct options, help),
		.commands = EVERYWHERE,
	}, {
		.name = "version", .kind = OPTION_FLAG,
		.help = "show the version",
		.value = offsetof(struct options, version),
		.commands = EVERYWHERE,
	},
};

_Static_assert(ARRAY_LEN(option_specs) <= OPTIONS_MAX, "options");
const size_t option_nr = ARRAY_LEN(option_specs);
