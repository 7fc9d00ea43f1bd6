#include "rehearse/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "rehearse/utf8.h"

__attribute__((format(printf, 2, 0)))
static void error_format(struct error *err, const char *format, va_list args)
{
	size_t len;

	vsnprintf(err->text, sizeof(err->text), format, args);
	len = utf8_whole(str_from(err->text));
	err->text[len] = '\0';
}

bool error_set(struct error *err, enum error_kind kind, const char *format,
	       ...)
{
	va_list args;

	*err = (struct error){ .kind = kind };
	va_start(args, format);
	error_format(err, format, args);
	va_end(args);
	return false;
}

bool error_at(struct error *err, struct str path, unsigned line,
	      unsigned column, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	error_at_v(err, path, line, column, format, args);
	va_end(args);
	return false;
}

bool error_at_v(struct error *err, struct str path, unsigned line,
		unsigned column, const char *format, va_list args)
{
	*err = (struct error){ .kind = ERROR_DATA, .path = path,
			       .line = line, .column = column };
	error_format(err, format, args);
	return false;
}

void error_print(const struct error *err, struct strbuf *out)
{
	if (err->path.len)
		strbuf_add(out, err->path);
	if (err->line)
		strbuf_addf(out, ":%u", err->line);
	if (err->line && err->column)
		strbuf_addf(out, ":%u", err->column);
	if (err->path.len || err->line)
		strbuf_add(out, STR(": "));
	strbuf_add(out, str_from(err->text));
}

void problems_add(struct problems *problems, struct arena *arena,
		  const struct error *err)
{
	if (problems->nr == PROBLEMS_MAX) {
		problems->dropped++;
		return;
	}
	problems->errors = arena_grow(arena, problems->errors, problems->nr,
				      &problems->alloc, sizeof(*err));
	problems->errors[problems->nr++] = *err;
}

static bool comes_before(const struct error *a, const struct error *b)
{
	if (a->line != b->line)
		return a->line < b->line;
	return a->column < b->column;
}

void problems_sort(struct problems *problems)
{
	struct error *errors = problems->errors;

	for (size_t i = 1; i < problems->nr; i++) {
		struct error moved = errors[i];
		size_t at = i;

		while (at && comes_before(&moved, &errors[at - 1])) {
			errors[at] = errors[at - 1];
			at--;
		}
		errors[at] = moved;
	}
}
