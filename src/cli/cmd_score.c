#include "at_hand.h"
#include "reading.h"
#include "rehearse/file.h"
#include "rehearse/jsonl.h"
#include "score_group.h"

struct scoring {
	const struct options *options;
	struct output *output;
	struct rubric rubric;
	int format; /* enum format */
	bool many;  /* more than one file: each has its title */
	size_t shown;
	int status; /* the highest so far */
};

/* ---- records ------------------------------------------------------------ */

static void show_records(struct scoring *scoring, struct strbuf *out)
{
	output_bytes(scoring->output, strbuf_str(out));
	strbuf_truncate(out, 0);
}

/* False: nobody reads any more. */
static bool take_records(void *data, struct strbuf *out)
{
	struct scoring *scoring = data;

	show_records(scoring, out);
	return output_flush(scoring->output);
}

static void filter_side_by_side(struct scoring *scoring, struct jsonl *jsonl)
{
	struct error err;

	if (!jsonl_jobs(jsonl, (unsigned)scoring->options->jobs, take_records,
			scoring, &err)) {
		say_error(&err);
		raise_status(&scoring->status, (int)err.kind);
	}
}

static void filter(struct scoring *scoring, struct jsonl *jsonl)
{
	struct strbuf out = { 0 };
	struct error err;
	bool more = true;

	while (more) {
		if (!jsonl_step(jsonl, &out, &more, &err)) {
			say_error(&err);
			raise_status(&scoring->status, (int)err.kind);
			break;
		}
		/* who waits for an answer to what it sent gets it */
		if (!take_records(scoring, &out))
			break;
	}
	strbuf_release(&out);
}

static void finish_records(struct scoring *scoring, struct jsonl *jsonl)
{
	if (jsonl->bad && !scoring->options->keep_going)
		raise_status(&scoring->status, ERROR_DATA);
	jsonl_release(jsonl);
}

static bool filter_file(struct scoring *scoring, struct str path)
{
	struct jsonl jsonl;
	struct error err;

	jsonl_init(&jsonl, &scoring->rubric);
	if (jsonl_open(&jsonl, path, &err)) {
		if (scoring->options->jobs > 1)
			filter_side_by_side(scoring, &jsonl);
		else
			filter(scoring, &jsonl);
	} else {
		say_error(&err);
		raise_status(&scoring->status, (int)err.kind);
	}
	finish_records(scoring, &jsonl);
	return true;
}

static void filter_bytes(struct scoring *scoring, struct str bytes)
{
	struct strbuf out = { 0 };
	struct jsonl jsonl;

	jsonl_init(&jsonl, &scoring->rubric);
	jsonl_take(&jsonl, bytes, &out);
	show_records(scoring, &out);
	strbuf_release(&out);
	finish_records(scoring, &jsonl);
}

/* ---- conversations ------------------------------------------------------ */

static void show_text(struct scoring *scoring, const struct report *report,
		      struct str path)
{
	const struct report_options options = {
		.scores = !scoring->options->no_scores,
	};
	struct strbuf text = { 0 };

	if (scoring->many) {
		output_printf(scoring->output, "%s== ", scoring->shown ?
			      "\n" : "");
		output_line(scoring->output, path);
	}
	report_text(report, &options, &text);
	output_text(scoring->output, strbuf_str(&text));
	strbuf_release(&text);
}

/* json is one value whatever there is; jsonl a line for each file. */
static void show_json(struct scoring *scoring, const struct report *report,
		      struct str path)
{
	struct strbuf text = { 0 };

	if (scoring->format == FORMAT_JSON && scoring->many)
		strbuf_add(&text, scoring->shown ? STR(",") : STR("[\n"));
	report_json(report, path, &text);
	output_bytes(scoring->output, strbuf_str(&text));
	strbuf_release(&text);
}

static void check_threshold(struct scoring *scoring,
			    const struct report *report, struct str path)
{
	const struct options *options = scoring->options;

	if (!options->has_fail_under)
		return;
	if (!report->summary.scored) {
		say(STR_FMT ": nothing in it was scored", STR_ARG(path));
		raise_status(&scoring->status, ERROR_ANSWER_NO);
	} else if ((uint64_t)report->summary.score < options->fail_under) {
		say(STR_FMT ": %d is below %d", STR_ARG(path),
		    report->summary.score, (int)options->fail_under);
		raise_status(&scoring->status, ERROR_ANSWER_NO);
	}
}

/* The place of a file that could not be scored, so that the lines that come
 * out are as many as the files. */
static void show_failure(struct scoring *scoring, struct str path)
{
	struct strbuf text = { 0 };

	if (scoring->format != FORMAT_JSONL)
		return;
	jsonl_error(path, "this file could not be scored", &text);
	output_bytes(scoring->output, strbuf_str(&text));
	strbuf_release(&text);
}

static bool is_records(const struct scoring *scoring, struct str bytes)
{
	return scoring->options->from == FROM_AUTO &&
	       str_starts_with(str_trim(bytes), STR("{"));
}

static void score_bytes(struct scoring *scoring, struct arena *arena,
			struct str path, struct str bytes)
{
	struct reading reading;
	int status = reading_open(&reading, arena, scoring->options,
				  &scoring->rubric, path, bytes);

	if (status) {
		raise_status(&scoring->status, status);
		show_failure(scoring, path);
		return;
	}
	if (scoring->format == FORMAT_TEXT)
		show_text(scoring, reading.report, path);
	else
		show_json(scoring, reading.report, path);
	scoring->shown++;
	check_threshold(scoring, reading.report, path);
	reading_release(&reading);
}

static void score_file(struct scoring *scoring, struct str path)
{
	struct arena arena = { 0 };
	struct error err;
	struct str bytes;

	if (!file_read(&arena, path, FILE_MAX_TRANSCRIPT, &bytes, &err)) {
		say_error(&err);
		raise_status(&scoring->status, (int)err.kind);
		show_failure(scoring, path);
	} else if (is_records(scoring, bytes)) {
		filter_bytes(scoring, bytes);
	} else {
		score_bytes(scoring, &arena, path, bytes);
	}
	arena_release(&arena);
}

/* Records go in and come out as records; other formats don't fit them. */
static bool is_usage(const struct options *options)
{
	if (options->from != FROM_JSONL && options->jobs) {
		say("--jobs goes with --from jsonl");
		return false;
	}
	if (options->from != FROM_JSONL)
		return true;
	if (options->format >= 0 && options->format != FORMAT_JSONL) {
		say("--from jsonl goes with --format jsonl: one object comes "
		    "out for each line");
		return false;
	}
	if (options->has_fail_under || options->me.nr || options->map.nr) {
		say("--from jsonl takes neither --fail-under nor --me nor "
		    "--map: every record says for itself");
		return false;
	}
	return true;
}

int cmd_score(const struct options *options, struct output *output,
	      struct arena *arena)
{
	struct scoring scoring = {
		.options = options,
		.output = output,
		.format = options->format >= 0 ? options->format : FORMAT_TEXT,
		.many = options->arguments.nr > 1,
	};

	if (!is_usage(options))
		return ERROR_USAGE;
	scoring.status = rubric_at_hand(arena, options->rubric,
					&scoring.rubric);
	if (scoring.status)
		return scoring.status;
	if (is_group_format(scoring.format))
		return score_group(options, output, arena, &scoring.rubric);
	for (size_t i = 0; i < options->arguments.nr; i++) {
		if (options->from == FROM_JSONL)
			filter_file(&scoring, options->arguments.items[i]);
		else
			score_file(&scoring, options->arguments.items[i]);
	}
	if (scoring.format == FORMAT_JSON && scoring.many)
		output_bytes(output, scoring.shown ? STR("]\n") :
						     STR("[]\n"));
	return scoring.status;
}
