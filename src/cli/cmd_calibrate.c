/*
 * How far a rubric agrees with people, label by label: how often it finds
 * what they expect, how often it finds what they forbid, in which lines, and
 * what it found instead.
 */
#include "at_hand.h"
#include "options.h"
#include "rehearse/file.h"
#include "rehearse/json.h"
#include "rehearse/jsonl.h"

/* One file's lines into the calibration; an exit status, 0: all fine. */
static int read_file(struct calibration *calibration, struct arena *arena,
		     struct str path)
{
	struct arena scratch = { 0 };
	struct str bytes, line;
	struct error err;
	unsigned number = 0;
	int status = 0;

	if (!file_read(arena, path, FILE_MAX_TRANSCRIPT, &bytes, &err)) {
		say_error(&err);
		return (int)err.kind;
	}
	while (str_cut(&bytes, '\n', &line)) {
		number++;
		if (!str_trim(line).len && !bytes.len)
			break;
		if (!jsonl_labelled(calibration, line, number, &scratch,
				    &err)) {
			err.path = path;
			err.line = number;
			say_error(&err);
			status = (int)err.kind;
		}
		arena_clear(&scratch);
	}
	arena_release(&scratch);
	return status;
}

static void show_percent(struct output *output, int percent)
{
	if (percent < 0)
		output_printf(output, "%10s", "-");
	else
		output_printf(output, "%8d %%", percent);
}

static void show_lines(struct output *output, const char *title,
		       const struct line_list *list)
{
	enum { MOST = 12 };

	if (!list->nr)
		return;
	output_printf(output, "    %s in line%s", title,
		      list->nr == 1 ? "" : "s");
	for (size_t i = 0; i < list->nr && i < MOST; i++)
		output_printf(output, "%s %u", i ? "," : "", list->lines[i]);
	if (list->nr > MOST)
		output_printf(output, " and %zu more", list->nr - MOST);
	output_text(output, STR("\n"));
}

static void show_instead(struct output *output, const struct rubric *rubric,
			 const struct label_tally *tally)
{
	if (!tally->nr_instead)
		return;
	output_text(output, STR("    found there:"));
	for (size_t i = 0; i < tally->nr_instead; i++)
		output_printf(output, "%s " STR_FMT " %u", i ? "," : "",
			      STR_ARG(label_name(rubric,
						 tally->instead[i].label)),
			      tally->instead[i].times);
	output_text(output, STR("\n"));
}

static void show_text(struct output *output,
		      const struct calibration *calibration)
{
	output_printf(output, "%-34s %8s %5s %7s %9s %9s %10s\n", "",
		      "expected", "found", "wrongly", "precision", "recall",
		      "unlabelled");
	for (size_t i = 0; i < calibration->nr_tallies; i++) {
		const struct label_tally *tally = &calibration->tallies[i];
		struct str name = label_name(calibration->rubric,
					     tally->label);

		output_printf(output, "%-34.*s %8u %5u %7zu", STR_ARG(name),
			      tally->expected, tally->found, tally->wrong.nr);
		show_percent(output, calibration_precision(tally));
		show_percent(output, calibration_recall(tally));
		output_printf(output, " %10u\n",
			      calibration_unlabelled(calibration, tally));
		show_lines(output, "missed", &tally->missed);
		show_instead(output, calibration->rubric, tally);
		show_lines(output, "found wrongly", &tally->wrong);
	}
	output_printf(output, "%u turn%s\n", calibration->turns,
		      calibration->turns == 1 ? "" : "s");
}

static void add_lines(struct strbuf *out, const char *key,
		      const struct line_list *list)
{
	json_open(out, key, '[');
	for (size_t i = 0; i < list->nr; i++)
		json_count(out, NULL, list->lines[i]);
	json_close(out, ']');
}

static void add_tally(struct strbuf *out,
		      const struct calibration *calibration,
		      const struct label_tally *tally)
{
	const struct rubric *rubric = calibration->rubric;

	json_open(out, NULL, '{');
	json_text(out, "label", label_name(rubric, tally->label));
	json_count(out, "expected", tally->expected);
	json_count(out, "found", tally->found);
	json_count(out, "forbidden", tally->forbidden);
	json_count(out, "wrongly", tally->wrong.nr);
	json_count(out, "unlabelled",
		   calibration_unlabelled(calibration, tally));
	json_int_or_null(out, "precision", calibration_precision(tally));
	json_int_or_null(out, "recall", calibration_recall(tally));
	add_lines(out, "missed_in", &tally->missed);
	add_lines(out, "wrong_in", &tally->wrong);
	json_open(out, "instead", '{');
	for (size_t i = 0; i < tally->nr_instead; i++)
		json_count(out, label_name(rubric,
					   tally->instead[i].label).ptr,
			   tally->instead[i].times);
	json_close(out, '}');
	json_close(out, '}');
}

/* json is one list; jsonl a label a line. */
static void show_json(struct output *output,
		      const struct calibration *calibration, int format)
{
	struct strbuf out = { 0 };

	if (format == FORMAT_JSON)
		strbuf_addc(&out, '[');
	for (size_t i = 0; i < calibration->nr_tallies; i++) {
		add_tally(&out, calibration, &calibration->tallies[i]);
		if (format == FORMAT_JSONL) {
			strbuf_addc(&out, '\n');
			output_bytes(output, strbuf_str(&out));
			strbuf_truncate(&out, 0);
		}
	}
	if (format == FORMAT_JSON)
		strbuf_add(&out, STR("]\n"));
	output_bytes(output, strbuf_str(&out));
	strbuf_release(&out);
}

int cmd_calibrate(const struct options *options, struct output *output,
		  struct arena *arena)
{
	struct calibration calibration;
	struct rubric rubric;
	int status = rubric_at_hand(arena, options->rubric, &rubric);

	if (status)
		return status;
	calibration_init(&calibration, &rubric, arena);
	for (size_t i = 0; i < options->arguments.nr; i++)
		raise_status(&status, read_file(&calibration, arena,
						options->arguments.items[i]));
	if (options->format == FORMAT_JSON || options->format == FORMAT_JSONL)
		show_json(output, &calibration, options->format);
	else
		show_text(output, &calibration);
	return status;
}
