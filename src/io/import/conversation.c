#include "rehearse/import.h"

#include <string.h>

#include "rehearse/utf8.h"

/* A text file is read as it is or as what it was before Windows or an old
 * Mac ended its lines. */
static struct str with_line_feeds(struct arena *arena, struct str bytes)
{
	char *copy = arena_alloc(arena, bytes.len + 1, 1);
	size_t len = 0;

	for (size_t i = 0; i < bytes.len; i++) {
		char c = bytes.ptr[i];

		if (c == '\r' && i + 1 < bytes.len && bytes.ptr[i + 1] == '\n')
			continue;
		copy[len++] = c == '\r' ? '\n' : c;
	}
	return (struct str){ copy, len };
}

static bool check_line(struct str path, struct str line, unsigned number,
		       struct error *err)
{
	size_t bad;

	if (line.len > IMPORT_MAX_LINE)
		return error_at(err, path, number, 0, "this line is longer "
				"than 64 KiB, the most that is read");
	bad = utf8_check(line);
	if (bad < line.len)
		return error_at(err, path, number,
				(unsigned)utf8_count(line, bad) + 1,
				"this is not UTF-8; save the file as UTF-8 "
				"text");
	return true;
}

bool import_text(struct arena *arena, struct str path, struct str bytes,
		 struct str *text, struct error *err)
{
	struct str clean, rest, line;
	unsigned number = 0;

	if (str_starts_with(bytes, STR("\xff\xfe")) ||
	    str_starts_with(bytes, STR("\xfe\xff")))
		return error_at(err, path, 1, 1, "this is UTF-16; save the "
				"file as UTF-8 text");
	clean = with_line_feeds(arena, utf8_without_mark(bytes));
	rest = clean;
	while (str_cut(&rest, '\n', &line))
		if (!check_line(path, line, ++number, err))
			return false;
	*text = clean;
	return true;
}

static bool add_speaker(struct conversation *conversation,
			struct arena *arena, struct str path,
			const struct spoken *line, struct error *err)
{
	for (size_t i = 0; i < conversation->nr_speakers; i++)
		if (str_equal(conversation->speakers[i], line->speaker))
			return true;
	if (conversation->nr_speakers == IMPORT_MAX_SPEAKERS)
		return error_at(err, path, line->line, 0, "there are more "
				"than %d speakers; is this a transcript?",
				IMPORT_MAX_SPEAKERS);
	conversation->speakers = arena_grow(arena, conversation->speakers,
					    conversation->nr_speakers,
					    &conversation->alloc_speakers,
					    sizeof(line->speaker));
	conversation->speakers[conversation->nr_speakers++] = line->speaker;
	return true;
}

/* The text of the last line, which grows in place as long as there is room:
 * a speech of a thousand lines is not copied a thousand times. */
static void set_text(struct conversation *conversation, struct arena *arena,
		     struct spoken *line, struct str more)
{
	struct str before = line->text;
	size_t need = before.len + 1 + more.len;

	if (need > conversation->alloc_room) {
		conversation->alloc_room = need * 2;
		conversation->room = arena_alloc(arena, need * 2, 1);
		if (before.len)
			memcpy(conversation->room, before.ptr, before.len);
	}
	if (before.len)
		conversation->room[before.len++] = ' ';
	memcpy(conversation->room + before.len, more.ptr, more.len);
	line->text = (struct str){ conversation->room,
				   before.len + more.len };
}

bool conversation_add(struct conversation *conversation, struct arena *arena,
		      struct str path, const struct spoken *line,
		      struct error *err)
{
	struct spoken *last = conversation->nr_lines ?
		&conversation->lines[conversation->nr_lines - 1] : NULL;
	struct str text = str_trim(line->text);

	if (!text.len)
		return true;
	conversation->said += text.len;
	if (conversation->said > IMPORT_MAX_WORDS)
		return error_at(err, path, line->line, 0, "up to here more is "
				"said than in a day of talk (%d MiB); cut the "
				"file in parts", IMPORT_MAX_WORDS >> 20);
	if (last && str_equal(last->speaker, line->speaker)) {
		if (last->text.len + text.len > IMPORT_MAX_TURN)
			return error_at(err, path, line->line, 0, "what is "
					"said here in one turn is longer than "
					"64 KiB; is this a transcript?");
		set_text(conversation, arena, last, text);
		return true;
	}
	if (conversation->nr_lines == IMPORT_MAX_TURNS)
		return error_at(err, path, line->line, 0, "a conversation has "
				"at most %d turns; cut the file in two",
				IMPORT_MAX_TURNS);
	if (!add_speaker(conversation, arena, path, line, err))
		return false;
	conversation->lines = arena_grow(arena, conversation->lines,
					 conversation->nr_lines,
					 &conversation->alloc_lines,
					 sizeof(*conversation->lines));
	last = &conversation->lines[conversation->nr_lines++];
	*last = *line;
	last->text = text;
	/* borrowed until something is joined to it */
	conversation->alloc_room = 0;
	return true;
}

/* Was the speaker cut off, and goes on as if nobody had spoken? People who
 * write without capitals are cut off by a mark only. */
static bool goes_on(struct str before, struct str after)
{
	static const struct str marks[] = {
		{ ",", 1 }, { "-", 1 }, { "...", 3 }, { "\xe2\x80\xa6", 3 },
		{ "\xe2\x80\x93", 3 }, { "\xe2\x80\x94", 3 },
	};

	if (!(after.ptr[0] >= 'a' && after.ptr[0] <= 'z'))
		return false;
	for (size_t i = 0; i < ARRAY_LEN(marks); i++)
		if (str_ends_with(before, marks[i]))
			return true;
	return false;
}

/* "Mm-hm", "yeah okay": at most two words, and no question. */
static bool is_backchannel(struct str text)
{
	unsigned blanks = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '?')
			return false;
		blanks += text.ptr[i] == ' ' && text.ptr[i - 1] != ' ';
	}
	return blanks < 2;
}

void conversation_join(struct conversation *conversation, struct arena *arena)
{
	struct spoken *lines = conversation->lines;
	size_t kept = 0;

	conversation->alloc_room = 0;
	for (size_t i = 0; i < conversation->nr_lines; i++) {
		struct spoken *last = kept ? &lines[kept - 1] : NULL;
		struct spoken *next = i + 1 < conversation->nr_lines ?
				      &lines[i + 1] : NULL;

		if (last && next && str_equal(last->speaker, next->speaker) &&
		    is_backchannel(lines[i].text) &&
		    last->text.len + next->text.len < IMPORT_MAX_TURN &&
		    goes_on(last->text, next->text)) {
			set_text(conversation, arena, last, next->text);
			i++;
			continue;
		}
		lines[kept++] = lines[i];
		conversation->alloc_room = 0;
	}
	conversation->nr_lines = kept;
}

bool import_name_begins(struct str speaker, struct str name)
{
	return name.len && speaker.len >= name.len &&
	       str_equal_nocase(str_slice(speaker, 0, name.len), name);
}

struct str import_name(const struct import_options *options,
		       struct str speaker)
{
	for (size_t i = 0; i < options->nr_map; i++)
		if (str_equal_nocase(options->map[i].from, speaker))
			return options->map[i].to;
	return speaker;
}

static bool fail_who(const struct conversation *conversation, struct str path,
		     struct error *err, const char *what, struct str name)
{
	struct strbuf names = { .max = 300 };

	for (size_t i = 0; i < conversation->nr_speakers; i++)
		strbuf_addf(&names, "%s" STR_FMT, i ? ", " : "",
			    STR_ARG(conversation->speakers[i]));
	error_set(err, ERROR_USAGE, "%s" STR_FMT "; --me NAME says whose "
		  "turns are judged. The speakers: %s%s", what, STR_ARG(name),
		  strbuf_str(&names).ptr, names.full ? " ..." : "");
	err->path = path;
	strbuf_release(&names);
	return false;
}

/* The one speaker a name stands for: called so, or alone in beginning so. */
static bool find_speaker(const struct conversation *conversation,
			 struct str path, struct str name, size_t *found,
			 struct error *err)
{
	size_t nr = 0;

	for (size_t i = 0; i < conversation->nr_speakers; i++) {
		struct str speaker = conversation->speakers[i];

		if (!import_name_begins(speaker, name))
			continue;
		*found = i;
		if (speaker.len == name.len)
			return true;
		nr++;
	}
	if (nr == 1)
		return true;
	return fail_who(conversation, path, err, nr ?
			"there is more than one " : "nobody here is called ",
			name);
}

static void mark_speaker(struct conversation *conversation, size_t speaker)
{
	for (size_t i = 0; i < conversation->nr_lines; i++)
		if (str_equal(conversation->lines[i].speaker,
			      conversation->speakers[speaker]))
			conversation->lines[i].mine = true;
}

bool conversation_mark(struct conversation *conversation, struct str path,
		       const struct import_options *options,
		       struct error *err)
{
	static const struct str usual[] = { { "me", 2 }, { "you", 3 } };
	size_t speaker = 0;

	for (size_t i = 0; i < options->nr_me; i++) {
		if (!find_speaker(conversation, path, options->me[i],
				  &speaker, err))
			return false;
		mark_speaker(conversation, speaker);
	}
	if (options->nr_me)
		return true;
	for (size_t u = 0; u < ARRAY_LEN(usual); u++)
		for (size_t i = 0; i < conversation->nr_speakers; i++)
			if (str_equal_nocase(conversation->speakers[i],
					     usual[u])) {
				mark_speaker(conversation, i);
				return true;
			}
	return fail_who(conversation, path, err, "nobody here is called Me",
			STR(""));
}
