/*
 * What keys do to a text: the places a cursor can go to, and the table of
 * bindings, after the line editors people know.
 */
#include "edit.h"

#include "glyph.h"
#include "rehearse/utf8.h"

enum edit_action {
	EDIT_LEFT,
	EDIT_RIGHT,
	EDIT_START,
	EDIT_STOP,
	EDIT_WORD_LEFT,
	EDIT_WORD_RIGHT,
	EDIT_UP,
	EDIT_DOWN,
	EDIT_RUBOUT,
	EDIT_DELETE,
	EDIT_CUT_WORD_BACK,
	EDIT_CUT_WORD,
	EDIT_CUT_START,
	EDIT_CUT_END,
	EDIT_YANK,
	EDIT_SWAP,
	EDIT_UNDO,
	EDIT_NEWLINE,
};

static const struct binding bindings[] = {
	{ "Left", EDIT_LEFT, NULL, "one character left", 0 },
	{ "C-b", EDIT_LEFT, NULL, NULL, 0 },
	{ "Right", EDIT_RIGHT, NULL, "one character right", 0 },
	{ "C-f", EDIT_RIGHT, NULL, NULL, 0 },
	{ "M-b", EDIT_WORD_LEFT, NULL, "one word left", 0 },
	{ "C-Left", EDIT_WORD_LEFT, NULL, NULL, 0 },
	{ "M-Left", EDIT_WORD_LEFT, NULL, NULL, 0 },
	{ "M-f", EDIT_WORD_RIGHT, NULL, "one word right", 0 },
	{ "C-Right", EDIT_WORD_RIGHT, NULL, NULL, 0 },
	{ "M-Right", EDIT_WORD_RIGHT, NULL, NULL, 0 },
	{ "Home", EDIT_START, NULL, "start of the line", 0 },
	{ "C-a", EDIT_START, NULL, NULL, 0 },
	{ "End", EDIT_STOP, NULL, "end of the line", 0 },
	{ "C-e", EDIT_STOP, NULL, NULL, 0 },
	{ "Up", EDIT_UP, NULL, "line above; what was typed before", 0 },
	{ "C-p", EDIT_UP, NULL, NULL, 0 },
	{ "Down", EDIT_DOWN, NULL, "line below; what was typed after", 0 },
	{ "C-n", EDIT_DOWN, NULL, NULL, 0 },
	{ "Backspace", EDIT_RUBOUT, NULL, "delete before the cursor (C-h)", 0 },
	{ "C-h", EDIT_RUBOUT, NULL, NULL, 0 },
	{ "Del", EDIT_DELETE, NULL, "delete under the cursor", 0 },
	{ "C-d", EDIT_DELETE, NULL, NULL, 0 },
	{ "C-w", EDIT_CUT_WORD_BACK, NULL, "cut the word before", 0 },
	{ "M-Backspace", EDIT_CUT_WORD_BACK, NULL, NULL, 0 },
	{ "M-d", EDIT_CUT_WORD, NULL, "cut the word after", 0 },
	{ "C-u", EDIT_CUT_START, NULL, "cut to the start of the line", 0 },
	{ "C-k", EDIT_CUT_END, NULL, "cut to the end of the line", 0 },
	{ "C-y", EDIT_YANK, NULL, "put back what was cut", 0 },
	{ "C-t", EDIT_SWAP, NULL, "swap two characters", 0 },
	{ "C-_", EDIT_UNDO, NULL, "undo in the line", 0 },
	{ "M-Enter", EDIT_NEWLINE, NULL, "a new line in the text", 0 },
	{ "C-j", EDIT_NEWLINE, NULL, NULL, 0 },
};

struct bindings edit_bindings(void)
{
	return (struct bindings)BINDINGS(bindings);
}

/* ---- places ------------------------------------------------------------- */

static bool in_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '\'' || (unsigned char)c >= 0x80;
}

static size_t word_left(struct str text, size_t at)
{
	while (at && !in_word(text.ptr[at - 1]))
		at--;
	while (at && in_word(text.ptr[at - 1]))
		at--;
	return at;
}

static size_t word_right(struct str text, size_t at)
{
	while (at < text.len && !in_word(text.ptr[at]))
		at++;
	while (at < text.len && in_word(text.ptr[at]))
		at++;
	return at;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n';
}

/* Where C-w cuts from: words are what stands between blanks. */
static size_t blank_left(struct str text, size_t at)
{
	while (at && is_blank(text.ptr[at - 1]))
		at--;
	while (at && !is_blank(text.ptr[at - 1]))
		at--;
	return at;
}

static size_t line_start(struct str text, size_t at)
{
	while (at && text.ptr[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_end(struct str text, size_t at)
{
	while (at < text.len && text.ptr[at] != '\n')
		at++;
	return at;
}

/* The place as many clusters into the line as the cursor is into its own. */
static size_t same_column(struct str text, size_t cursor, size_t line)
{
	size_t column = 0, end = line_end(text, line);

	for (size_t at = line_start(text, cursor); at < cursor; column++)
		at = cluster_next(text, at);
	while (column-- && line < end)
		line = cluster_next(text, line);
	return line;
}

/* ---- actions ------------------------------------------------------------ */

static void left(struct edit *edit)
{
	edit->cursor = cluster_previous(edit_text(edit), edit->cursor);
}

static void right(struct edit *edit)
{
	edit->cursor = cluster_next(edit_text(edit), edit->cursor);
}

static void start(struct edit *edit)
{
	edit->cursor = line_start(edit_text(edit), edit->cursor);
}

static void stop(struct edit *edit)
{
	edit->cursor = line_end(edit_text(edit), edit->cursor);
}

static void go_word_left(struct edit *edit)
{
	edit->cursor = word_left(edit_text(edit), edit->cursor);
}

static void go_word_right(struct edit *edit)
{
	edit->cursor = word_right(edit_text(edit), edit->cursor);
}

static void up(struct edit *edit)
{
	struct str text = edit_text(edit);
	size_t line = line_start(text, edit->cursor);

	if (line)
		edit->cursor = same_column(text, edit->cursor,
					   line_start(text, line - 1));
	else if (edit->shown)
		edit_show(edit, edit->shown - 1);
}

static void down(struct edit *edit)
{
	struct str text = edit_text(edit);
	size_t end = line_end(text, edit->cursor);

	if (end < text.len)
		edit->cursor = same_column(text, edit->cursor, end + 1);
	else if (edit->shown < edit->nr_history)
		edit_show(edit, edit->shown + 1);
}

static void rubout(struct edit *edit)
{
	edit_erase(edit, cluster_previous(edit_text(edit), edit->cursor),
		   edit->cursor);
}

static void erase(struct edit *edit)
{
	edit_erase(edit, edit->cursor,
		   cluster_next(edit_text(edit), edit->cursor));
}

static void cut_word_back(struct edit *edit)
{
	edit_cut(edit, blank_left(edit_text(edit), edit->cursor), edit->cursor);
}

static void cut_word(struct edit *edit)
{
	edit_cut(edit, edit->cursor, word_right(edit_text(edit), edit->cursor));
}

static void cut_start(struct edit *edit)
{
	edit_cut(edit, line_start(edit_text(edit), edit->cursor), edit->cursor);
}

static void cut_end(struct edit *edit)
{
	struct str text = edit_text(edit);
	size_t end = line_end(text, edit->cursor);

	/* at the end already: the line feed, so that lines can be joined */
	if (end == edit->cursor && end < text.len)
		end++;
	edit_cut(edit, edit->cursor, end);
}

static void yank(struct edit *edit)
{
	if (!edit->cut.len)
		return;
	edit_snapshot(edit);
	edit_insert(edit, strbuf_str(&edit->cut));
}

static void swap(struct edit *edit)
{
	struct str text = edit_text(edit);
	size_t middle = edit->cursor, from, to;
	struct strbuf swapped = { 0 };

	if (middle == text.len)
		middle = cluster_previous(text, middle);
	from = cluster_previous(text, middle);
	to = cluster_next(text, middle);
	if (from == middle || middle == to || text.ptr[from] == '\n' ||
	    text.ptr[middle] == '\n')
		return;
	edit_snapshot(edit);
	strbuf_add(&swapped, str_slice(text, middle, to));
	strbuf_add(&swapped, str_slice(text, from, middle));
	edit_replace(edit, from, to, strbuf_str(&swapped));
	strbuf_release(&swapped);
}

static void newline(struct edit *edit)
{
	edit_snapshot(edit);
	edit_insert(edit, STR("\n"));
}

static void (*const actions[])(struct edit *edit) = {
	[EDIT_LEFT] = left,
	[EDIT_RIGHT] = right,
	[EDIT_START] = start,
	[EDIT_STOP] = stop,
	[EDIT_WORD_LEFT] = go_word_left,
	[EDIT_WORD_RIGHT] = go_word_right,
	[EDIT_UP] = up,
	[EDIT_DOWN] = down,
	[EDIT_RUBOUT] = rubout,
	[EDIT_DELETE] = erase,
	[EDIT_CUT_WORD_BACK] = cut_word_back,
	[EDIT_CUT_WORD] = cut_word,
	[EDIT_CUT_START] = cut_start,
	[EDIT_CUT_END] = cut_end,
	[EDIT_YANK] = yank,
	[EDIT_SWAP] = swap,
	[EDIT_UNDO] = edit_undo,
	[EDIT_NEWLINE] = newline,
};

/* Letters typed in a row are undone together, up to a blank. */
static void type(struct edit *edit, uint32_t character)
{
	struct strbuf text = { 0 };

	if (!edit->typing)
		edit_snapshot(edit);
	utf8_add(&text, character);
	edit_insert(edit, strbuf_str(&text));
	strbuf_release(&text);
	edit->typing = character != ' ';
}

bool edit_key(struct edit *edit, const struct key *key)
{
	const struct binding *binding;

	edit->at_limit = false;
	if (key_is_text(key)) {
		type(edit, key->character);
		return true;
	}
	edit->typing = false;
	if (key->code == CODE_PASTE) {
		edit_snapshot(edit);
		edit_insert(edit, key->text);
		return true;
	}
	binding = bindings_find(edit_bindings(), key, 0);
	if (!binding)
		return false;
	actions[binding->action](edit);
	return true;
}
