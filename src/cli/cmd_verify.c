/*
 * Are transcripts what their inputs lead to? Each is played again and
 * compared byte for byte.
 */
#include "at_hand.h"
#include "options.h"
#include "played.h"
#include "rehearse/file.h"
#include "rehearse/utf8.h"

enum { SHOWN_MAX = 160 }; /* bytes of a line */

/* Where two lines begin to differ. */
static size_t first_difference(struct str a, struct str b)
{
	size_t at = 0;

	while (at < a.len && at < b.len && a.ptr[at] == b.ptr[at])
		at++;
	return at;
}

/* A long line is shown around the place where it differs. */
static void show_line(struct output *output, const char *label,
		      struct str line, size_t at)
{
	size_t from = at > SHOWN_MAX / 2 ? at - SHOWN_MAX / 2 : 0;
	struct str shown;

	if (line.len <= SHOWN_MAX)
		from = 0;
	/* whole characters */
	while (from && ((unsigned char)line.ptr[from] & 0xc0) == 0x80)
		from--;
	shown = str_slice(line, from, from + SHOWN_MAX);
	shown.len = utf8_whole(shown);
	output_printf(output, "  %s", label);
	if (!line.ptr) {
		output_text(output, STR("(nothing)\n"));
		return;
	}
	if (from)
		output_text(output, STR("..."));
	output_text(output, shown);
	output_text(output, from + shown.len < line.len ? STR("...\n") :
		    STR("\n"));
}

static int tell(struct output *output, struct str path,
		const struct transcript_file *file,
		const struct difference *difference)
{
	size_t at = first_difference(difference->written,
				     difference->replayed);

	output_text(output, path);
	if (!difference->line) {
		output_text(output, STR(": the same"));
		if (file->dropped)
			output_printf(output, " (line %u: %u torn event%s not "
				      "count)", file->dropped_line,
				      file->dropped, file->dropped == 1 ?
				      " does" : "s do");
		output_text(output, STR("\n"));
		return 0;
	}
	output_printf(output, ":%u: differs\n", difference->line);
	show_line(output, "written:  ", difference->written, at);
	show_line(output, "replayed: ", difference->replayed, at);
	if (difference->why.len)
		output_printf(output, "  because: " STR_FMT "\n",
			      STR_ARG(difference->why));
	return ERROR_ANSWER_NO;
}

static bool verify(struct arena *arena, const struct rubric *rubric,
		   struct str path, struct transcript_file *file,
		   struct difference *difference, struct error *err)
{
	const struct scenario *scenario;
	struct str bytes;

	if (!file_read(arena, path, FILE_MAX_TRANSCRIPT, &bytes, err))
		return false;
	if (!transcript_is_one(bytes))
		return error_at(err, path, 1, 0, "this is no transcript of a "
				"rehearsal; those begin with `---` and "
				"`event: header`");
	if (!transcript_read(arena, path, bytes, file, err))
		return false;
	scenario = played_scenario(arena, rubric, &file->header, path, err);
	if (!scenario)
		return false;
	*difference = play_verify(scenario, rubric, bytes, file, arena);
	return true;
}

int cmd_verify(const struct options *options, struct output *output,
	       struct arena *arena)
{
	struct rubric rubric;
	int status = rubric_at_hand(arena, STR(""), &rubric), highest = 0;

	for (size_t i = 0; !status && i < options->arguments.nr; i++) {
		struct str path = options->arguments.items[i];
		struct transcript_file file;
		struct difference difference;
		struct arena one = { 0 };
		struct error err;

		if (verify(&one, &rubric, path, &file, &difference, &err)) {
			raise_status(&highest, tell(output, path, &file,
						    &difference));
		} else {
			output_flush(output);
			say_error(&err);
			raise_status(&highest, (int)err.kind);
		}
		arena_release(&one);
	}
	return status ? status : highest;
}
