#include "rehearse/jsonl.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "rehearse/file.h"
#include "rehearse/json.h"

/* What comes out is some fifteen times as much, and held until it is sent. */
enum { PIECE = 8 << 10 };

void jsonl_error(struct str id, const char *message, struct strbuf *out)
{
	json_open(out, NULL, '{');
	json_text_or_null(out, "id", id);
	json_open(out, "error", '{');
	json_text(out, "message", str_from(message));
	json_close(out, '}');
	json_close(out, '}');
	strbuf_addc(out, '\n');
}

void jsonl_init(struct jsonl *jsonl, const struct rubric *rubric)
{
	*jsonl = (struct jsonl){ .rubric = rubric, .fd = -1 };
}

bool jsonl_open(struct jsonl *jsonl, struct str path, struct error *err)
{
	size_t length;

	if (!str_equal(path, STR("-")))
		return file_open(path, &jsonl->fd, &length, err);
	jsonl->fd = STDIN_FILENO;
	return true;
}

/* The line read so far is ended. */
static void end_line(struct jsonl *jsonl, struct strbuf *out)
{
	struct str none = { NULL, 0 };

	if (jsonl->pass_on) {
		jsonl->pass_on(jsonl, out);
	} else if (jsonl->too_long) {
		jsonl_error(none, "this line is longer than 64 KiB", out);
		jsonl->bad++;
	} else if (!jsonl_record(jsonl->rubric, strbuf_str(&jsonl->line),
				 &jsonl->scratch, out)) {
		jsonl->bad++;
	}
	arena_clear(&jsonl->scratch);
	strbuf_truncate(&jsonl->line, 0);
	jsonl->too_long = false;
}

static void take_piece(struct jsonl *jsonl, struct str piece,
		       struct strbuf *out)
{
	while (piece.len) {
		const char *feed = memchr(piece.ptr, '\n', piece.len);
		size_t len = feed ? (size_t)(feed - piece.ptr) : piece.len;

		if (jsonl->line.len + len > JSONL_MAX_LINE)
			jsonl->too_long = true;
		if (!jsonl->too_long)
			strbuf_add(&jsonl->line, str_slice(piece, 0, len));
		if (!feed)
			return;
		end_line(jsonl, out);
		piece = str_slice(piece, len + 1, piece.len);
	}
}

/* The last line may lack its line feed. */
static void end_input(struct jsonl *jsonl, struct strbuf *out)
{
	if (jsonl->line.len || jsonl->too_long)
		end_line(jsonl, out);
}

bool jsonl_step(struct jsonl *jsonl, struct strbuf *out, bool *more,
		struct error *err)
{
	char piece[PIECE];
	ssize_t nr;

	nr = file_read_some(jsonl->fd, piece, sizeof(piece));
	if (nr < 0)
		return error_set(err, ERROR_IO, "the input cannot be read: %s",
				 strerror(errno));
	*more = nr > 0;
	if (nr > 0)
		take_piece(jsonl, (struct str){ piece, (size_t)nr }, out);
	else
		end_input(jsonl, out);
	return true;
}

void jsonl_take(struct jsonl *jsonl, struct str bytes, struct strbuf *out)
{
	take_piece(jsonl, bytes, out);
	end_input(jsonl, out);
}

void jsonl_release(struct jsonl *jsonl)
{
	if (jsonl->fd > STDIN_FILENO)
		close(jsonl->fd);
	strbuf_release(&jsonl->line);
	arena_release(&jsonl->scratch);
}
