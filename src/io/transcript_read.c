/*
 * The reader of transcripts. The bytes are cut into documents at their `---`
 * and `...` lines before any YAML is read: a torn document is found by its
 * missing `...` and cannot spoil its neighbours, and libyaml never sees more
 * than one small document.
 */
#include "rehearse/transcript.h"

#include <string.h>

#include "rehearse/file.h"
#include "tree.h"

struct reader {
	struct arena *arena;
	struct arena scratch; /* of one document */
	struct str path;
	struct transcript_file *file;
	size_t alloc_events;
	bool has_header;
	struct error *err;
};

/* The document being read. */
struct document {
	const struct tree *map;
	unsigned line;
};

static bool fail(struct reader *reader, const struct tree *node,
		 const char *message)
{
	return error_at(reader->err, reader->path, node->line, node->column,
			"%s", message);
}

static bool is_nothing(const struct tree *node)
{
	return node->kind == TREE_SCALAR && !node->quoted &&
	       (str_equal(node->text, STR("~")) ||
		str_equal(node->text, STR("null")) || !node->text.len);
}

static bool get_text(struct reader *reader, const struct document *document,
		     const char *key, struct str *text)
{
	const struct tree *node = tree_get(document->map, key);

	if (!node)
		return true;
	if (node->kind != TREE_SCALAR)
		return fail(reader, node, "a text belongs here.");
	*text = arena_str(reader->arena, node->text);
	return true;
}

static bool get_number(struct reader *reader, const struct tree *map,
		       const char *key, uint64_t max, uint64_t *number)
{
	const struct tree *node = tree_get(map, key);

	if (!node)
		return true;
	if (node->kind != TREE_SCALAR ||
	    !str_number(node->text, max, number))
		return error_at(reader->err, reader->path, node->line,
				node->column, "%s is a whole number, at most "
				"%llu.", key, (unsigned long long)max);
	return true;
}

static bool get_int(struct reader *reader, const struct tree *map,
		    const char *key, unsigned max, int *value)
{
	const struct tree *node = tree_get(map, key);
	uint64_t number = 0;

	if (!node || is_nothing(node))
		return true;
	if (!get_number(reader, map, key, max, &number))
		return false;
	*value = (int)number;
	return true;
}

static bool get_term(struct reader *reader, const struct document *document,
		     const char *key, const struct terms *terms, int *value)
{
	const struct tree *node = tree_get(document->map, key);
	int found;

	if (!node)
		return true;
	found = node->kind == TREE_SCALAR ? terms_find(terms, node->text) : -1;
	if (found < 0)
		return error_at(reader->err, reader->path, node->line,
				node->column, "%s is not %s of this version.",
				key, terms->what);
	*value = found;
	return true;
}

static bool get_texts(struct reader *reader, const struct document *document,
		      const char *key, struct str **texts, size_t *nr)
{
	const struct tree *node = tree_get(document->map, key);
	size_t i = 0;

	if (!node)
		return true;
	if (node->kind != TREE_LIST)
		return fail(reader, node, "a list of texts belongs here.");
	*nr = tree_count(node);
	*texts = ARENA_ARRAY(reader->arena, struct str, *nr);
	for (const struct tree *kid = node->kids; kid; kid = kid->next) {
		if (kid->kind != TREE_SCALAR)
			return fail(reader, kid, "a text belongs here.");
		(*texts)[i++] = arena_str(reader->arena, kid->text);
	}
	return true;
}

/* `scenario` and `rubric`: {id, version, hash}. */
static bool get_identity(struct reader *reader,
			 const struct document *document, const char *key,
			 struct str *id, struct str *hash, unsigned *version)
{
	const struct tree *node = tree_get(document->map, key);
	struct document inside = { .map = node, .line = document->line };
	uint64_t number = 0;

	if (!node || node->kind != TREE_MAP)
		return error_at(reader->err, reader->path, document->line, 1,
				"the header has no %s {id, hash}.", key);
	if (!get_text(reader, &inside, "id", id) ||
	    !get_text(reader, &inside, "hash", hash) ||
	    !get_number(reader, node, "version", UINT32_MAX, &number))
		return false;
	if (version)
		*version = (unsigned)number;
	return true;
}

static bool get_fills(struct reader *reader, const struct document *document,
		      struct transcript_header *header)
{
	const struct tree *node = tree_get(document->map, "fill");
	struct fill_choice *fills;
	size_t i = 0;

	if (!node)
		return true;
	if (node->kind != TREE_MAP)
		return fail(reader, node, "fill is a map of texts.");
	header->nr_fills = tree_count(node);
	fills = ARENA_ARRAY(reader->arena, struct fill_choice,
			    header->nr_fills);
	for (const struct tree *kid = node->kids; kid; kid = kid->next) {
		if (kid->kind != TREE_SCALAR)
			return fail(reader, kid, "a text belongs here.");
		fills[i++] = (struct fill_choice){
			.name = arena_str(reader->arena, kid->key),
			.value = arena_str(reader->arena, kid->text),
		};
	}
	header->fills = fills;
	return true;
}

static bool read_header(struct reader *reader,
			const struct document *document)
{
	struct transcript_header *header = &reader->file->header;
	const struct tree *format = tree_get(document->map, "format");
	const struct tree *exam = tree_get(document->map, "exam");
	struct str *prepared = NULL;
	int level = LEVEL_FIRM;

	if (!format || format->kind != TREE_SCALAR ||
	    !str_equal(format->text, STR("rehearse/transcript 1")))
		return error_at(reader->err, reader->path, document->line, 1,
				"this is no transcript this version reads "
				"(format: rehearse/transcript 1).");
	if (!get_text(reader, document, "engine", &header->engine) ||
	    !get_identity(reader, document, "scenario", &header->scenario,
			  &header->scenario_hash, NULL) ||
	    !get_identity(reader, document, "rubric", &header->rubric,
			  &header->rubric_hash, &header->rubric_version) ||
	    !get_number(reader, document->map, "seed", UINT64_MAX,
			&header->seed) ||
	    !get_term(reader, document, "level", &level_terms, &level) ||
	    !get_text(reader, document, "start", &header->start) ||
	    !get_text(reader, document, "when", &header->when) ||
	    !get_texts(reader, document, "prepared", &prepared,
		       &header->nr_prepared) ||
	    !get_fills(reader, document, header))
		return false;
	header->prepared = prepared;
	header->level = (enum level)level;
	header->exam = exam && exam->kind == TREE_SCALAR &&
		       str_equal(exam->text, STR("true"));
	return true;
}

static bool read_turn(struct reader *reader, const struct document *document,
		      struct event *event)
{
	const struct tree *mood = tree_get(document->map, "mood");
	int channel = CHANNEL_NONE, act = ACT_NONE;

	if (!get_text(reader, document, "scene", &event->scene) ||
	    !get_text(reader, document, "said", &event->said) ||
	    !get_term(reader, document, "channel", &channel_terms, &channel) ||
	    !get_term(reader, document, "act", &act_terms, &act) ||
	    !get_int(reader, document->map, "picked", 1000000,
		     &event->picked) ||
	    !get_texts(reader, document, "answer", &event->answer,
		       &event->nr_answer))
		return false;
	if (mood && (mood->kind != TREE_MAP ||
		     !get_int(reader, mood, "trust", 100, &event->trust) ||
		     !get_int(reader, mood, "patience", 100,
			      &event->patience)))
		return reader->err->kind ? false :
		       fail(reader, mood, "mood is {trust, patience}.");
	event->channel = (enum channel)channel;
	event->act = (enum act)act;
	if (act == ACT_NONE && !event->said.len)
		return error_at(reader->err, reader->path, document->line, 1,
				"this turn has neither said nor act.");
	return true;
}

static bool read_event(struct reader *reader, const struct document *document,
		       struct event *event)
{
	const struct tree *left = tree_get(document->map, "left");

	if (!get_int(reader, document->map, "turn", 1000000, &event->turn) ||
	    !get_int(reader, document->map, "score", 100, &event->score) ||
	    !get_text(reader, document, "rule", &event->rule) ||
	    !get_text(reader, document, "reason", &event->reason) ||
	    !get_text(reader, document, "text", &event->text) ||
	    !get_text(reader, document, "went_well", &event->went_well) ||
	    !get_text(reader, document, "differently", &event->differently) ||
	    !get_text(reader, document, "ending", &event->ending))
		return false;
	event->left = left && left->kind == TREE_SCALAR &&
		      str_equal(left->text, STR("true"));
	return event->kind != EVENT_TURN ||
	       read_turn(reader, document, event);
}

static bool read_document(struct reader *reader, struct str bytes,
			  unsigned line)
{
	const struct tree_limits limits = {
		.depth = TRANSCRIPT_MAX_DEPTH,
		.first_line = line,
	};
	struct document document = { .line = line };
	struct transcript_file *file = reader->file;
	struct event *event;
	struct tree *root;
	int kind = -1;

	if (bytes.len > TRANSCRIPT_MAX_DOCUMENT)
		return error_at(reader->err, reader->path, line, 1,
				"this event is longer than 64 KiB.");
	if (!tree_read(&reader->scratch, reader->path, bytes, &limits, &root,
		       reader->err))
		return false;
	document.map = root;
	if (root->kind != TREE_MAP ||
	    !get_term(reader, &document, "event", &event_terms, &kind) ||
	    kind < 0)
		return reader->err->kind ? false :
		       fail(reader, root, "an event begins with `event:`.");
	if ((kind == EVENT_HEADER) == reader->has_header)
		return fail(reader, root, reader->has_header ?
			    "a second header: each rehearsal has a file of "
			    "its own." :
			    "a transcript begins with its header.");
	if (kind == EVENT_HEADER) {
		reader->has_header = true;
		return read_header(reader, &document);
	}
	file->events = arena_grow(reader->arena, file->events,
				  file->nr_events, &reader->alloc_events,
				  sizeof(*file->events));
	event = &file->events[file->nr_events++];
	*event = (struct event){
		.kind = (enum event_kind)kind,
		.line = line,
		.score = SCORE_NONE,
	};
	return read_event(reader, &document, event);
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
	size_t start;      /* of its first line after `---` */
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
		      struct str bytes, size_t at, struct str line,
		      unsigned number)
{
	bool read;

	if (str_equal(line, STR("---"))) {
		if (cutter->open)
			drop(reader->file, cutter->line);
		else if (cutter->torn)
			drop(reader->file, cutter->torn_line);
		*cutter = (struct cutter){
			.open = true,
			.start = at + line.len,
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
	read = read_document(reader, str_slice(bytes, cutter->start, at),
			     cutter->line);
	arena_clear(&reader->scratch);
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
		if (!take_line(reader, &cutter, bytes, at, line, number++))
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
				"before anything was said.");
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
	bool done;

	if (bytes.len > FILE_MAX_TRANSCRIPT)
		return error_at(err, path, 0, 0,
				"a transcript is at most 16 MiB long.");
	done = read_lines(&reader, bytes);
	arena_release(&reader.scratch);
	if (!done) {
		*err = problem;
		return false;
	}
	*file = read;
	return true;
}
