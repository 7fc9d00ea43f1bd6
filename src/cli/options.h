/*
 * The command line. One table of options and one of commands drive parsing,
 * --help and the suggestions for what was misspelt; an option that is not in
 * the table does not exist.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "output.h"
#include "rehearse/terms.h"

enum command {
	COMMAND_NONE, /* rehearse alone */
	COMMAND_NOW,
	COMMAND_PLAY,
	COMMAND_DRILL,
	COMMAND_REVIEW,
	COMMAND_SCORE,
	COMMAND_VERIFY,
	COMMAND_LIST,
	COMMAND_NEW,
	COMMAND_CHECK,
	COMMAND_SCHEMA,
	COMMAND_TRY,
	COMMAND_GRAPH,
	COMMAND_EXPLAIN,
	COMMAND_CALIBRATE,
	COMMAND_COMPLETION,
	COMMAND_HELP,
	COMMAND_NR,
};

enum from { FROM_AUTO, FROM_LINES, FROM_JSONL };
enum format {
	FORMAT_TEXT,
	FORMAT_JSON,
	FORMAT_JSONL,
	/* of several files together: score alone */
	FORMAT_MD,
	FORMAT_HTML,
	FORMAT_CSV,
	FORMAT_MOODLE,
	FORMAT_NR,
};

/* A list of values given by repeating an option. */
struct values {
	struct str *items;
	size_t nr, alloc;
};

/* What stands on the command line; what was not given has its default. */
struct options {
	enum command command;
	bool help, version;
	int color; /* enum color_choice */
	bool no_scores, ascii;
	uint64_t seed;
	bool has_seed;
	int level; /* enum level; -1: the scenario's own */
	bool plain, exam, opening;
	struct str script, out, resume, again, trace;
	struct str results;
	bool solo;
	struct values fill;
	struct values me, map;
	int from, format; /* format -1: not given */
	struct str rubric;
	uint64_t fail_under;
	bool has_fail_under, keep_going;
	uint64_t jobs; /* 0: not given */
	struct str say, scene;
	bool has_say, strict;
	uint64_t runs, run;
	bool has_runs, has_run;
	int picture; /* enum graph_format */
	int kind;    /* enum kind */
	struct values arguments;
};

struct command_spec {
	const char *name, *usage, *summary, *details;
	unsigned min, max; /* arguments; max 0: none, ~0u: any number */
	int (*run)(const struct options *options, struct output *output,
		   struct arena *arena);
};

/* Strings are borrowed from argv, lists live in the arena. */
bool options_parse(struct arena *arena, int argc, char **argv,
		   struct options *options, struct error *err);

const struct command_spec *command_spec(enum command command);
/* The command of that name, or COMMAND_NR. */
enum command command_find(struct str name);
/* "; did you mean ...?", or where to look. */
void command_suggest(struct str name, struct strbuf *out);

/* The help of a command, or of all (COMMAND_NONE). */
void options_help(enum command command, struct strbuf *out);

int cmd_open(const struct options *options, struct output *output,
	     struct arena *arena);
int cmd_now(const struct options *options, struct output *output,
	    struct arena *arena);
int cmd_play(const struct options *options, struct output *output,
	     struct arena *arena);
int cmd_drill(const struct options *options, struct output *output,
	      struct arena *arena);
int cmd_review(const struct options *options, struct output *output,
	       struct arena *arena);
int cmd_score(const struct options *options, struct output *output,
	      struct arena *arena);
int cmd_verify(const struct options *options, struct output *output,
	       struct arena *arena);
int cmd_list(const struct options *options, struct output *output,
	     struct arena *arena);
int cmd_new(const struct options *options, struct output *output,
	    struct arena *arena);
int cmd_check(const struct options *options, struct output *output,
	      struct arena *arena);
int cmd_schema(const struct options *options, struct output *output,
	       struct arena *arena);
int cmd_try(const struct options *options, struct output *output,
	    struct arena *arena);
int cmd_graph(const struct options *options, struct output *output,
	      struct arena *arena);
int cmd_explain(const struct options *options, struct output *output,
		struct arena *arena);
int cmd_calibrate(const struct options *options, struct output *output,
		  struct arena *arena);
int cmd_completion(const struct options *options, struct output *output,
		   struct arena *arena);
int cmd_help(const struct options *options, struct output *output,
	     struct arena *arena);

#endif
