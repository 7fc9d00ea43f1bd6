/*
 * Checks what people write: every mistake of every file, each at its place
 * with its mend. A rubric's rules are also held to their own examples, and a
 * scenario that loads is looked at for smells.
 */
#include "at_hand.h"
#include "options.h"
#include "rehearse/embedded.h"
#include "rehearse/file.h"
#include "rehearse/library.h"
#include "rehearse/smell.h"
#include "rehearse/talk.h"
#include "rehearse/utf8.h"
#include "say_words.h"

/* The value of the line `format:`; empty where there is none. */
static struct str format_of(struct str bytes)
{
	const struct str key = STR("format:");
	struct str line;

	bytes = utf8_without_mark(bytes);
	while (str_cut(&bytes, '\n', &line)) {
		if (!str_starts_with(line, key))
			continue;
		line = str_trim(str_slice(line, key.len, line.len));
		/* it may be quoted */
		return str_slice(line, line.len && (line.ptr[0] == '"' ||
						    line.ptr[0] == '\''),
				 line.len);
	}
	return STR("");
}

static void show_count(struct output *output, const char *before, size_t nr,
		       const char *what)
{
	output_printf(output, "%s%zu %s%s", before, nr, what,
		      nr == 1 ? "" : "s");
}

static void check_examples(struct arena *arena,
			   const struct rubric_source *source,
			   const struct rubric *rubric,
			   struct problems *problems)
{
	for (size_t i = 0; i < source->nr_rules; i++) {
		const struct rule_source *from = &source->rules[i];
		int rule = rubric_find(rubric, from->id.text);
		const struct rule *compiled;

		if (rule < 0)
			continue; /* switched off */
		compiled = &rubric->rules[rule];
		for (uint32_t e = 0; e < compiled->nr_examples; e++) {
			const struct rule_example *example =
				&rubric->examples[compiled->first_example + e];
			bool good = example->good;
			struct error err;

			if (rubric_example_fires(rubric, rule, example) ==
			    good)
				continue;
			error_at(&err, source->path, from->examples[e].line, 0,
				 "rule " STR_FMT " %s its own %s example \""
				 STR_FMT "\"", STR_ARG(from->id.text),
				 good ? "misses" : "fires on",
				 good ? "good" : "bad",
				 STR_ARG(from->examples[e].text));
			problems_add(problems, arena, &err);
		}
	}
}

static void check_rubric(struct arena *arena, struct output *output,
			 struct str path, struct str bytes,
			 struct problems *problems)
{
	struct rubric_source source = { 0 };
	struct rubric rubric;
	struct error err;
	struct str image;

	if (!rubric_load(arena, path, bytes, &source, problems) ||
	    !rubric_compile(arena, &source, &image, problems))
		return;
	if (!rubric_open(image, &rubric, &err)) {
		problems_add(problems, arena, &err);
		return;
	}
	rubric.spelling = embedded()->spelling;
	check_examples(arena, &source, &rubric, problems);
	if (!problems->nr)
		output_printf(output, STR_FMT ": fine: %zu rules, %zu gates, "
			      "%zu lists, %zu trades\n", STR_ARG(path),
			      source.nr_rules, source.nr_gates, source.nr_lists,
			      source.nr_trades);
}

static void check_lines(struct arena *arena, struct output *output,
			struct str path, struct str bytes,
			struct problems *problems)
{
	struct pool pool;

	if (pool_load(arena, path, bytes, &pool, problems))
		output_printf(output, STR_FMT ": fine: %zu lines\n",
			      STR_ARG(path), pool.nr);
}

/* The scenario with a word for each of its fills that stands nowhere else. */
static const struct scenario *unfilled(struct arena *arena,
				       const struct scenario *scenario,
				       struct str bytes)
{
	struct fill_choice *choices =
		ARENA_ARRAY(arena, struct fill_choice, scenario->nr_fills);
	struct problems ignored = { 0 };

	for (size_t i = 0; i < scenario->nr_fills; i++)
		choices[i] = (struct fill_choice){ scenario->fills[i].name,
						   SMELL_FILL };
	return scenario_load(arena, scenario->path, bytes, choices,
			     scenario->nr_fills, &ignored);
}

static void find_smells(struct arena *arena, const struct scenario *scenario,
			struct str bytes, struct problems *problems)
{
	struct smell_source source = {
		.scenario = scenario,
		.unfilled = unfilled(arena, scenario, bytes),
		.pool = &embedded()->pool,
		.yaml = bytes,
	};
	struct rubric rubric;

	source.rubric = &rubric;
	if (!rubric_at_hand(arena, STR(""), &rubric))
		smells_find(arena, &source, ~0u, problems);
}

static const struct scenario *check_scenario(struct arena *arena,
					     const struct options *options,
					     struct output *output,
					     struct str path,
					     struct str bytes,
					     struct problems *problems)
{
	const struct scenario *scenario =
		scenario_load(arena, path, bytes, NULL, 0, problems);
	size_t smells;

	if (!scenario)
		return NULL;
	if (!options->has_say)
		find_smells(arena, scenario, bytes, problems);
	smells = problems->nr + problems->dropped;
	output_printf(output, STR_FMT ": fine", STR_ARG(path));
	if (smells)
		output_printf(output, " but for %zu smell%s", smells,
			      smells == 1 ? "" : "s");
	show_count(output, ": ", scenario->nr_scenes, "scene");
	show_count(output, ", ", scenario->nr_facts, "fact");
	show_count(output, ", ", scenario->nr_topics, "topic");
	show_count(output, ", ", scenario->answers.nr, "answer");
	show_count(output, ", ", scenario->nr_endings, "ending");
	output_text(output, STR("\n"));
	return scenario;
}

static void tell_minutes(struct arena *arena, const struct drill *drill,
			 struct problems *problems)
{
	int room = drill_room(drill);
	struct error err;

	if (drill_fits(drill, drill->nr_people ? drill->nr_people : 1))
		return;
	error_at(&err, drill->path, 0, 0, "that does not fit: %s%d "
		 "ha%s a turn in every round; give the drill more minutes or "
		 "the rounds less", room ? "at most " : "", room,
		 room == 1 ? "s" : "ve");
	err.kind = ERROR_ANSWER_NO;
	problems_add(problems, arena, &err);
}

static void check_drill(struct arena *arena, struct output *output,
			struct str path, struct str bytes,
			struct problems *problems)
{
	const struct drill *drill = drill_load(arena, path, bytes, problems);
	struct strbuf sum = { 0 };

	if (!drill || !library_rounds(arena, drill, data_home(arena),
				      embedded(), problems))
		return;
	tell_minutes(arena, drill, problems);
	drill_sum(drill, drill->nr_people, &sum);
	output_printf(output, STR_FMT ": fine%s: %zu round%s; " STR_FMT "\n",
		      STR_ARG(path), problems->nr ? " but for its minutes" :
		      "", drill->nr_rounds, drill->nr_rounds == 1 ? "" : "s",
		      STR_ARG(strbuf_str(&sum)));
	strbuf_release(&sum);
}

/* A file, or else what is in the library under that name. */
static bool read_named(struct arena *arena, struct str name, struct str *path,
		       struct str *bytes, struct problems *problems)
{
	struct problems no_drill = { 0 };
	struct error ignored;

	*path = name;
	return file_read(arena, name, FILE_MAX_SCENARIO, bytes, &ignored) ||
	       library_read_drill(arena, name, embedded(), path, bytes,
				  &no_drill) ||
	       library_read(arena, name, data_home(arena), embedded(), path,
			    bytes, problems);
}

static int check_file(const struct options *options, struct output *output,
		      struct str path)
{
	const struct scenario *scenario = NULL;
	struct problems problems = { 0 };
	struct arena arena = { 0 };
	struct str bytes;
	int status;

	if (read_named(&arena, path, &path, &bytes, &problems)) {
		struct str format = format_of(bytes);

		if (str_starts_with(format, STR("rehearse/rubric")))
			check_rubric(&arena, output, path, bytes, &problems);
		else if (str_starts_with(format, STR("rehearse/lines")))
			check_lines(&arena, output, path, bytes, &problems);
		else if (str_starts_with(format, STR("rehearse/drill")))
			check_drill(&arena, output, path, bytes, &problems);
		else
			scenario = check_scenario(&arena, options, output,
						  path, bytes, &problems);
	}
	status = say_problems(&problems);
	if (status == ERROR_ANSWER_NO && !options->strict)
		status = 0;
	if (scenario && options->has_say) {
		status = say_words(&arena, options, scenario, output);
	} else if (options->has_say && !status) {
		say(STR_FMT ": --say needs a scenario", STR_ARG(path));
		status = ERROR_USAGE;
	}
	arena_release(&arena);
	return status;
}

int cmd_check(const struct options *options, struct output *output,
	      struct arena *arena)
{
	int highest = 0;

	(void)arena;
	if (options->scene.len && !options->has_say) {
		say("--scene goes with --say: it says where the words are "
		    "said");
		return ERROR_USAGE;
	}
	for (size_t i = 0; i < options->arguments.nr; i++)
		raise_status(&highest, check_file(options, output,
						  options->arguments.items[i]));
	return highest;
}
