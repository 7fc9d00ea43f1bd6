#include "at_hand.h"
#include "reading.h"
#include "rehearse/file.h"

static void show_texts(struct output *output, const char *title,
		       const struct str *texts, size_t nr)
{
	if (!nr)
		return;
	output_printf(output, "\n%s\n", title);
	for (size_t i = 0; i < nr; i++) {
		output_text(output, STR("  * "));
		output_line(output, texts[i]);
	}
}

static void show_event(struct output *output, const struct event *event)
{
	switch (event->kind) {
	case EVENT_NOTE:
		output_printf(output, "  turn %d, a note: ", event->turn);
		output_line(output, event->text);
		break;
	case EVENT_WAIVE:
		output_printf(output, "  turn %d, an objection to " STR_FMT
			      ": ", event->turn, STR_ARG(event->rule));
		output_line(output, event->reason);
		break;
	case EVENT_REFLECT:
		output_text(output, STR("  went well: "));
		output_line(output, event->went_well);
		output_text(output, STR("  differently: "));
		output_line(output, event->differently);
		break;
	default:
		break;
	}
}

static bool is_remark(const struct event *event)
{
	return event->kind == EVENT_NOTE || event->kind == EVENT_WAIVE ||
	       event->kind == EVENT_REFLECT;
}

static void show_remarks(struct output *output,
			 const struct transcript_file *file)
{
	bool titled = false;

	show_texts(output, "What was prepared", file->header.prepared,
		   file->header.nr_prepared);
	for (size_t i = 0; i < file->nr_events; i++) {
		if (!is_remark(&file->events[i]))
			continue;
		if (!titled)
			output_text(output, STR("\nNotes\n"));
		titled = true;
		show_event(output, &file->events[i]);
	}
}

int cmd_review(const struct options *options, struct output *output,
	       struct arena *arena)
{
	const struct report_options report_options = {
		.scores = !options->no_scores,
		.turns = true,
		.ascii = options->ascii,
	};
	struct str path = options->arguments.items[0], bytes;
	struct strbuf text = { 0 };
	struct reading reading;
	struct rubric rubric;
	struct error err;
	int status = rubric_at_hand(arena, STR(""), &rubric);

	if (status)
		return status;
	if (!file_read(arena, path, FILE_MAX_TRANSCRIPT, &bytes, &err)) {
		say_error(&err);
		return (int)err.kind;
	}
	status = reading_open(&reading, arena, options, &rubric, path, bytes);
	if (status)
		return status;
	report_text(reading.report, &report_options, &text);
	output_text(output, strbuf_str(&text));
	strbuf_release(&text);
	if (reading.is_rehearsal)
		show_remarks(output, &reading.file);
	reading_release(&reading);
	return 0;
}
