/*
 * The inputs of an hour, a line each: "9b1c2d3e 125 joined Ana". The number
 * in front is the hash of the rest, so that a line that was torn or changed
 * does not count.
 */
#include <inttypes.h>

#include "room_parts.h"

enum { HASH_DIGITS = 8 };

struct str log_path(struct arena *arena, struct str folder)
{
	return arena_printf(arena, STR_FMT "/drill.log", STR_ARG(folder));
}

/* ---- writing ------------------------------------------------------------ */

static void add_line(struct strbuf *line, struct strbuf *out)
{
	strbuf_addf(out, "%0*" PRIx32 " " STR_FMT "\n", HASH_DIGITS,
		    str_hash(strbuf_str(line)), STR_ARG(strbuf_str(line)));
	strbuf_release(line);
}

void log_header(const struct drill *drill, bool solo, struct strbuf *out)
{
	struct strbuf line = { 0 };

	strbuf_addf(&line, "rehearse/drill-log 1 " STR_FMT " %s %s",
		    STR_ARG(drill->id), drill->hash, solo ? "solo" : "team");
	add_line(&line, out);
}

static void add_marks(const int marks[PRINCIPLE_NR], struct strbuf *out)
{
	for (int p = 0; p < PRINCIPLE_NR; p++)
		if (marks[p] != HOUR_UNMARKED)
			strbuf_addf(out, " " STR_FMT " %d",
				    STR_ARG(terms_name(&principle_terms, p)),
				    marks[p]);
}

void log_event(const struct hour_event *event, struct strbuf *out)
{
	struct strbuf line = { 0 };

	strbuf_addf(&line, "%" PRIu64 " " STR_FMT, event->at,
		    STR_ARG(terms_name(&hour_input_terms, (int)event->input)));
	if (event->input == HOUR_JOINED || event->input == HOUR_LEFT)
		strbuf_addf(&line, " " STR_FMT, STR_ARG(event->name));
	if (event->input == HOUR_TURN || event->input == HOUR_ACT)
		strbuf_addf(&line, " %d", event->turn);
	if (event->input == HOUR_MARK)
		add_marks(event->marks, &line);
	add_line(&line, out);
}

/* ---- reading ------------------------------------------------------------ */

/* What follows the hash, if that is right. */
static bool check_line(struct str line, struct str *rest)
{
	struct arena scratch = { 0 };
	struct str said = str_slice(line, 0, HASH_DIGITS), hash;
	bool right;

	*rest = str_slice(line, HASH_DIGITS + 1, line.len);
	hash = arena_printf(&scratch, "%0*" PRIx32, HASH_DIGITS,
			    str_hash(*rest));
	right = line.len > HASH_DIGITS && str_equal(said, hash);
	arena_release(&scratch);
	return right;
}

static bool parse_marks(struct str rest, int marks[PRINCIPLE_NR])
{
	struct str name, number;
	uint64_t mark;

	while (str_cut(&rest, ' ', &name)) {
		int p = terms_find(&principle_terms, name);

		if (p < 0 || !str_cut(&rest, ' ', &number) ||
		    !str_number(number, HOUR_MARK_MAX, &mark))
			return false;
		marks[p] = (int)mark;
	}
	return true;
}

static bool parse_event(struct str rest, struct hour_event *event)
{
	uint64_t turn = 0;
	struct str part;
	int input;

	*event = (struct hour_event){ .name = STR("") };
	for (int p = 0; p < PRINCIPLE_NR; p++)
		event->marks[p] = HOUR_UNMARKED;
	if (!str_cut(&rest, ' ', &part) ||
	    !str_number(part, UINT32_MAX, &event->at) ||
	    !str_cut(&rest, ' ', &part))
		return false;
	input = terms_find(&hour_input_terms, part);
	if (input < 0)
		return false;
	event->input = (enum hour_input)input;
	if (input == HOUR_JOINED || input == HOUR_LEFT)
		event->name = rest.ptr ? rest : STR("");
	else if (input == HOUR_TURN || input == HOUR_ACT)
		return str_number(rest, SESSION_MAX_TURNS * 10, &turn) &&
		       (event->turn = (int)turn, true);
	else if (input == HOUR_MARK)
		return parse_marks(rest, event->marks);
	return true;
}

static bool parse_header(struct str rest, struct drill_log *log)
{
	struct str format, version, kind;

	if (!str_cut(&rest, ' ', &format) || !str_cut(&rest, ' ', &version) ||
	    !str_cut(&rest, ' ', &log->id) ||
	    !str_cut(&rest, ' ', &log->hash) || !str_cut(&rest, ' ', &kind))
		return false;
	log->solo = str_equal(kind, STR("solo"));
	return str_equal(format, STR("rehearse/drill-log")) &&
	       str_equal(version, STR("1"));
}

bool log_read(struct arena *arena, struct str path, struct str bytes,
	      struct drill_log *log, struct error *err)
{
	struct drill_log read = { 0 };
	size_t alloc = 0, alloc_lines = 0;
	unsigned number = 0;
	struct str line, rest;

	while (str_cut(&bytes, '\n', &line)) {
		number++;
		if (!line.len)
			continue;
		if (!check_line(line, &rest)) {
			read.torn++;
			continue;
		}
		if (!read.id.len) {
			if (!parse_header(rest, &read))
				break;
			continue;
		}
		read.events = arena_grow(arena, read.events, read.nr, &alloc,
					 sizeof(*read.events));
		read.lines = arena_grow(arena, read.lines, read.nr,
					&alloc_lines, sizeof(*read.lines));
		read.lines[read.nr] = number;
		if (!parse_event(rest, &read.events[read.nr++]))
			return error_at(err, path, number, 0, "this is no "
					"line of a drill's log");
	}
	if (!read.id.len)
		return error_at(err, path, 1, 0, "this is no log of a drill");
	*log = read;
	return true;
}

struct hour *log_replay(const struct drill_log *log, const struct drill *drill,
			struct str path, struct error *err)
{
	struct hour *hour = hour_new(drill, log->solo);
	struct error why;

	for (size_t i = 0; i < log->nr; i++) {
		if (hour_take(hour, &log->events[i], &why))
			continue;
		error_at(err, path, log->lines[i], 0, "this does not follow "
			 "from the lines before it: %s", why.text);
		hour_free(hour);
		return NULL;
	}
	return hour;
}
