/*
 * `Name: what was said`, the form people paste. The trouble is that speech
 * has colons too ("And the plan: we ring on Monday."), so names are looked
 * for in a first pass over the whole file: what stands before a colon is a
 * speaker if it looks like a name and stands there at least twice, or is
 * known from an attendee list or the command line. Only in a file that has no
 * two regular speakers a name written as one ("Dana", "Ben Ode") may stand
 * there once.
 */
#include "rehearse/import.h"

#include <string.h>

#include "rehearse/utf8.h"

enum {
	NAME_MAX_CHARACTERS = 40,
	NAME_MAX_WORDS = 5,
	NAMES_MAX = 4096, /* different ones; a power of two */
};

struct name {
	struct str name;
	unsigned seen;
	bool speaker, regular;
};

struct reader {
	struct arena *arena;
	const struct import_options *options;
	struct name *names; /* a hash table of NAMES_MAX places */
	size_t nr_names;
	size_t nr_regular; /* speakers not only known from the options */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (unsigned char)c >= 0x80;
}

/* 0:03, 00:12:45.320; a messenger's 24/11/2026, 9:12 PM. */
static bool is_time(struct str str)
{
	unsigned colons = 0;

	for (size_t i = 0; i < str.len; i++) {
		colons += str.ptr[i] == ':';
		if (!is_digit(str.ptr[i]) && !strchr(":./-, aApPmM", str.ptr[i]))
			return false;
	}
	return colons >= 1 && colons <= 2 && is_digit(str.ptr[0]);
}

/* Takes a time between the two off the front of a line. */
static bool cut_time(struct str *line, const char *opening,
		     const char *closing)
{
	size_t from = str_from(opening).len;
	size_t end = str_find(*line, str_from(closing), 0);

	if (!str_starts_with(*line, str_from(opening)) || end == line->len ||
	    end <= from || !is_time(str_slice(*line, from, end)))
		return false;
	*line = str_trim(str_slice(*line, end + str_from(closing).len,
				   line->len));
	return true;
}

/* The line without a time in brackets before it. */
static struct str without_time(struct str line)
{
	line = str_trim(line);
	if (!cut_time(&line, "[", "]"))
		cut_time(&line, "(", ")");
	return line;
}

/* Nor one without brackets, which before a name is no speech. */
static struct str from_name(struct str line)
{
	line = without_time(line);
	if (!cut_time(&line, "", " - "))
		cut_time(&line, "", " ");
	return line;
}

static bool looks_like_a_name(struct str name)
{
	unsigned words = 1;

	if (!name.len || !is_letter(name.ptr[0]) ||
	    utf8_count(name, name.len) > NAME_MAX_CHARACTERS)
		return false;
	for (size_t i = 0; i < name.len; i++) {
		if (strchr(".?!,\"", name.ptr[i]))
			return false;
		words += name.ptr[i] == ' ' && name.ptr[i - 1] != ' ';
	}
	return words <= NAME_MAX_WORDS;
}

/* Takes `Name:` or `[Name]:` off the front of a line. */
static bool split_line(struct str line, struct str *name, struct str *said)
{
	size_t colon;

	line = from_name(line);
	/* no name of 40 characters is longer than that in UTF-8 */
	colon = str_find(str_slice(line, 0, NAME_MAX_CHARACTERS * 4 + 3),
			 STR(":"), 0);
	if (colon >= line.len || line.ptr[colon] != ':')
		return false;
	if (colon + 1 < line.len && line.ptr[colon + 1] != ' ' &&
	    line.ptr[colon + 1] != '\t')
		return false;
	*name = str_trim(str_slice(line, 0, colon));
	if (name->len > 2 && name->ptr[0] == '[' &&
	    name->ptr[name->len - 1] == ']')
		*name = str_slice(*name, 1, name->len - 1);
	*said = str_slice(line, colon + 1, line.len);
	return looks_like_a_name(*name);
}

/* The place of a name, or a free one; NULL when the table is full. */
static struct name *find_name(const struct reader *reader, struct str name)
{
	size_t at = str_hash(name) % NAMES_MAX;

	for (size_t tries = 0; tries < NAMES_MAX; tries++) {
		struct name *place = &reader->names[at];

		if (!place->name.len || str_equal(place->name, name))
			return place;
		at = (at + 1) % NAMES_MAX;
	}
	return NULL;
}

static struct name *see_name(struct reader *reader, struct str name)
{
	struct name *place = find_name(reader, name);

	/* half empty, so that looking up stays quick */
	if (!place || (!place->name.len && reader->nr_names == NAMES_MAX / 2))
		return NULL;
	if (!place->name.len) {
		place->name = name;
		reader->nr_names++;
	}
	return place;
}

static void make_regular(struct reader *reader, struct name *name)
{
	if (!name || name->regular)
		return;
	name->speaker = name->regular = true;
	reader->nr_regular++;
}

/* The names under a line `Attendees`, one a line or with commas. */
static void see_attendees(struct reader *reader, struct str line)
{
	struct str name;

	while (str_cut(&line, ',', &name)) {
		name = str_trim(name);
		if (looks_like_a_name(name))
			make_regular(reader, see_name(reader, name));
	}
}

static bool is_known(const struct reader *reader, struct str name)
{
	const struct import_options *options = reader->options;

	if (str_equal_nocase(name, STR("me")) ||
	    str_equal_nocase(name, STR("you")))
		return true;
	for (size_t i = 0; i < options->nr_me; i++)
		if (import_name_begins(name, options->me[i]))
			return true;
	for (size_t i = 0; i < options->nr_map; i++)
		if (str_equal_nocase(options->map[i].from, name))
			return true;
	return false;
}

/* Every word with a capital, as names are written. */
static bool is_written_as_a_name(struct str name)
{
	for (size_t i = 0; i < name.len; i++)
		if ((!i || name.ptr[i - 1] == ' ') && name.ptr[i] >= 'a' &&
		    name.ptr[i] <= 'z')
			return false;
	return true;
}

static void find_speakers(struct reader *reader, struct str text)
{
	bool attendees = false;
	struct str line, name, said;

	while (str_cut(&text, '\n', &line)) {
		struct str plain = str_trim(line);
		struct name *seen;

		if (str_equal_nocase(plain, STR("attendees"))) {
			attendees = true;
		} else if (attendees && plain.len) {
			attendees = !str_equal_nocase(plain,
						      STR("transcript"));
			if (attendees)
				see_attendees(reader, plain);
		}
		if (!split_line(line, &name, &said))
			continue;
		attendees = false;
		seen = see_name(reader, name);
		if (seen && ++seen->seen > 1)
			make_regular(reader, seen);
		else if (seen && is_known(reader, name))
			seen->speaker = true;
	}
	for (size_t i = 0; i < NAMES_MAX && reader->nr_regular < 2; i++)
		if (reader->names[i].seen &&
		    is_written_as_a_name(reader->names[i].name))
			reader->names[i].speaker = true;
}

static bool is_speaker(const struct reader *reader, struct str name)
{
	const struct name *place = find_name(reader, name);

	return place && place->speaker;
}

bool import_lines(struct arena *arena, struct str path, struct str text,
		  const struct import_options *options,
		  struct conversation *conversation, struct error *err)
{
	struct reader reader = {
		.arena = arena,
		.options = options,
		.names = ARENA_ARRAY(arena, struct name, NAMES_MAX),
	};
	struct conversation read = { 0 };
	struct spoken line = {
		.channel = CHANNEL_NONE,
		.stage = STAGE_NONE,
	};
	struct str rest = text, bytes, name;

	find_speakers(&reader, text);
	while (str_cut(&rest, '\n', &bytes)) {
		line.line++;
		if (split_line(bytes, &name, &line.text) &&
		    is_speaker(&reader, name))
			line.speaker = import_name(options, name);
		else
			line.text = without_time(bytes);
		if (!line.speaker.len || is_time(str_trim(bytes)))
			continue;
		if (!conversation_add(&read, arena, path, &line, err))
			return false;
	}
	if (!read.nr_lines)
		return error_at(err, path, 0, 0, "no line begins with a name "
				"and a colon (`Dana: How late?`), so nobody "
				"is known to have said anything");
	conversation_join(&read, arena);
	*conversation = read;
	return true;
}
