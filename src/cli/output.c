#include "output.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "rehearse/file.h"
#include "rehearse/utf8.h"

/* Longer than anything but a report, so that most output is one write. */
enum { OUTPUT_MAX_HELD = 1 << 16 };

static bool is_set(const char *value)
{
	return value && *value;
}

bool output_wants_color(enum color_choice choice)
{
	const char *force = getenv("CLICOLOR_FORCE");
	const char *wish = getenv("CLICOLOR");
	const char *term = getenv("TERM");

	if (choice != COLOR_AUTO)
		return choice == COLOR_ALWAYS;
	if (is_set(getenv("NO_COLOR")))
		return false;
	if (is_set(force) && !str_equal(str_from(force), STR("0")))
		return true;
	if (wish && str_equal(str_from(wish), STR("0")))
		return false;
	return isatty(STDOUT_FILENO) && is_set(term) &&
	       !str_equal(str_from(term), STR("dumb"));
}

static void write_out(struct output *output, struct str bytes)
{
	struct error err;

	if (output->failed || !bytes.len)
		return;
	errno = 0;
	if (file_write_all(STDOUT_FILENO, bytes, &err))
		return;
	output->failed = true;
	output->quiet = errno == EPIPE;
	if (!output->quiet)
		say("the output cannot be written: %s", err.text);
}

static void after_adding(struct output *output)
{
	if (output->buf.len >= OUTPUT_MAX_HELD)
		output_flush(output);
}

void output_text(struct output *output, struct str text)
{
	visible_text(&output->buf, text);
	after_adding(output);
}

void output_line(struct output *output, struct str text)
{
	visible_line(&output->buf, text);
	strbuf_addc(&output->buf, '\n');
	after_adding(output);
}

void output_printf(struct output *output, const char *format, ...)
{
	struct strbuf text = { 0 };
	va_list args;

	va_start(args, format);
	strbuf_addv(&text, format, args);
	va_end(args);
	output_text(output, strbuf_str(&text));
	strbuf_release(&text);
}

void output_bytes(struct output *output, struct str bytes)
{
	if (bytes.len >= OUTPUT_MAX_HELD) {
		output_flush(output);
		write_out(output, bytes);
		return;
	}
	strbuf_add(&output->buf, bytes);
	after_adding(output);
}

void output_style(struct output *output, enum style style)
{
	static const char *const codes[] = {
		[STYLE_BOLD] = "\033[1m",
		[STYLE_GOOD] = "\033[36m",
		[STYLE_BAD] = "\033[35m",
		[STYLE_DIM] = "\033[2m",
	};

	if (output->color)
		strbuf_add(&output->buf, str_from(codes[style]));
}

void output_plain(struct output *output)
{
	if (output->color)
		strbuf_add(&output->buf, STR("\033[0m"));
}

bool output_flush(struct output *output)
{
	write_out(output, strbuf_str(&output->buf));
	strbuf_truncate(&output->buf, 0);
	return !output->failed;
}

int output_finish(struct output *output)
{
	bool written = output_flush(output);

	strbuf_release(&output->buf);
	return written ? 0 : ERROR_IO;
}

/* One write, so that lines of several programs don't mix. */
static void send_line(struct str text)
{
	struct strbuf line = { 0 };
	struct error ignored; /* there is nobody left to tell */

	visible_text(&line, text);
	strbuf_addc(&line, '\n');
	file_write_all(STDERR_FILENO, strbuf_str(&line), &ignored);
	strbuf_release(&line);
}

void say(const char *format, ...)
{
	struct strbuf line = { 0 };
	va_list args;

	strbuf_add(&line, STR("rehearse: "));
	va_start(args, format);
	strbuf_addv(&line, format, args);
	va_end(args);
	send_line(strbuf_str(&line));
	strbuf_release(&line);
}

void say_error(const struct error *err)
{
	struct strbuf line = { 0 };

	if (!err->path.len)
		strbuf_add(&line, STR("rehearse: "));
	error_print(err, &line);
	send_line(strbuf_str(&line));
	strbuf_release(&line);
}

int say_problems(struct problems *problems)
{
	int highest = 0;

	problems_sort(problems);
	for (size_t i = 0; i < problems->nr; i++) {
		say_error(&problems->errors[i]);
		raise_status(&highest, (int)problems->errors[i].kind);
	}
	if (problems->dropped)
		say("... and %zu more", problems->dropped);
	return highest;
}

void raise_status(int *status, int to)
{
	if (to > *status)
		*status = to;
}
