/*
 * The reader of transcripts. The bytes are cut into documents at their `---`
 * and `...` lines before any YAML is read: a torn document is found by its
 * missing `...` and cannot spoil its neighbours, and libyaml never sees more
 * than one small document.
 */
#include "rehearse/transcript.h"

#include <string.h>

#include "rehearse/file.h"
#include "transcript_yaml.h"

struct reader {
	struct arena *arena;
	struct str path;
	struct transcript_file *file;
	size_t alloc_events;
	bool has_header;
	struct error *err;
};

static void add_event(struct reader *reader, const struct event *event)
{
	struct transcript_file *file = reader->file;

	file->events = arena_grow(reader->arena, file->events,
				  file->nr_events, &reader->alloc_events,
				  sizeof(*file->events));
	file->events[file->nr_events++] = *event;
}

/* A document's bytes lie between its `---` and `...`; start and end are with
 * these lines. */
static bool read_document(struct reader *reader, struct str bytes,
			  unsigned line, size_t start, size_t end)
{
	struct document document;

	if (!transcript_document(reader->arena, reader->path, bytes, line,
				 &document, reader->err))
		return false;
	if ((document.kind == EVENT_HEADER) == reader->has_header)
		return error_at(reader->err, reader->path, line, 1, "%s",
				reader->has_header ?
				"a second header: each rehearsal has a file "
				"of its own" :
				"a transcript begins with its header");
	if (document.kind == EVENT_HEADER) {
		reader->has_header = true;
		reader->file->header = document.header;
		reader->file->header_start = start;
		reader->file->header_end = end;
		return true;
	}
	if (reader->file->nr_events == TRANSCRIPT_MAX_EVENTS)
		return error_at(reader->err, reader->path, line, 1, "no "
				"rehearsal has more than %d events",
				TRANSCRIPT_MAX_EVENTS);
	document.event.start = start;
	document.event.end = end;
	add_event(reader, &document.event);
	return true;
}

/* Where the line at `from` ends, its line feed not counted. */
static struct str line_at(struct str bytes, size_t from, size_t *next)
{
	const char *feed = from == bytes.len ? NULL :
			   memchr(bytes.ptr + from, '\n', bytes.len - from);
	size_t end = feed ? (size_t)(feed - bytes.ptr) : bytes.len;
	struct str line = str_slice(bytes, from, end);

	*next = end < bytes.len ? end + 1 : end;
	if (str_ends_with(line, STR("\r")))
		line.len--;
	return line;
}

/* Is `sum: ` what the bytes before this line add up to? */
static bool sum_holds(const struct sha256 *sha, struct str line)
{
	struct str sum = str_trim(str_slice(line, 4, line.len));
	char hex[65];

	sha256_hex(sha, hex);
	return str_equal(sum, (struct str){ hex, 16 });
}

/* The cutting of a file into documents. */
struct cutter {
	bool open;         /* inside a document */
	size_t start;      /* of its `---` */
	unsigned line;     /* of its `---` */
	bool torn;         /* bytes between documents */
	unsigned torn_line;
};

static void drop(struct transcript_file *file, unsigned line)
{
	if (!file->dropped++)
		file->dropped_line = line;
}

/* One line of the file; false only when a committed document is wrong. */
static bool take_line(struct reader *reader, struct cutter *cutter,
		      struct str bytes, size_t at, size_t next,
		      struct str line, unsigned number)
{
	const size_t begin = STR("---").len;
	bool read;

	if (str_equal(line, STR("---"))) {
		if (cutter->open)
			drop(reader->file, cutter->line);
		else if (cutter->torn)
			drop(reader->file, cutter->torn_line);
		*cutter = (struct cutter){
			.open = true,
			.start = at,
			.line = number,
		};
		return true;
	}
	if (!cutter->open) {
		if (str_trim(line).len && !cutter->torn) {
			cutter->torn = true;
			cutter->torn_line = number;
		}
		return true;
	}
	if (!str_equal(line, STR("...")))
		return true;
	read = read_document(reader,
			     str_slice(bytes, cutter->start + begin, at),
			     cutter->line, cutter->start, next);
	*cutter = (struct cutter){ 0 };
	return read;
}

static bool read_lines(struct reader *reader, struct str bytes)
{
	struct cutter cutter = { 0 };
	struct sha256 sha;
	unsigned number = 1;
	size_t at = 0, next;

	sha256_init(&sha);
	while (at < bytes.len) {
		struct str line = line_at(bytes, at, &next);

		if (cutter.open && str_starts_with(line, STR("sum:")) &&
		    !reader->file->changed_line && !sum_holds(&sha, line))
			reader->file->changed_line = cutter.line;
		if (!take_line(reader, &cutter, bytes, at, next, line,
			       number++))
			return false;
		sha256_add(&sha, str_slice(bytes, at, next));
		at = next;
	}
	if (cutter.open)
		drop(reader->file, cutter.line);
	else if (cutter.torn)
		drop(reader->file, cutter.torn_line);
	if (!reader->has_header)
		return error_at(reader->err, reader->path, 1, 1, "the file "
				"holds no whole header; it was torn off "
				"before anything was said");
	return true;
}

bool transcript_is_one(struct str bytes)
{
	size_t next;

	return str_equal(line_at(bytes, 0, &next), STR("---")) &&
	       str_starts_with(line_at(bytes, next, &next), STR("event:"));
}

bool transcript_read(struct arena *arena, struct str path, struct str bytes,
		     struct transcript_file *file, struct error *err)
{
	struct transcript_file read = { 0 };
	struct error problem = { 0 };
	struct reader reader = {
		.arena = arena,
		.path = path,
		.file = &read,
		.err = &problem,
	};

	if (bytes.len > FILE_MAX_TRANSCRIPT)
		return error_at(err, path, 0, 0,
				"a transcript is at most 16 MiB long");
	if (!read_lines(&reader, bytes)) {
		*err = problem;
		return false;
	}
	*file = read;
	return true;
}

const struct event **transcript_standing(const struct transcript_file *file,
					 struct arena *arena, size_t *nr)
{
	const struct event **standing =
		ARENA_ARRAY(arena, const struct event *, file->nr_events);

	*nr = 0;
	for (size_t i = 0; i < file->nr_events; i++) {
		const struct event *event = &file->events[i];

		if (event->kind == EVENT_TURN)
			standing[(*nr)++] = event;
		while (event->kind == EVENT_UNDO && *nr &&
		       standing[*nr - 1]->turn >= event->turn)
			--*nr;
	}
	return standing;
}
