#include "edit.h"

#include <stdlib.h>
#include <string.h>

#include "rehearse/arena.h"
#include "rehearse/utf8.h"

struct str edit_text(const struct edit *edit)
{
	return strbuf_str(&edit->text);
}

/* ---- undo --------------------------------------------------------------- */

static void forget_undo(struct edit *edit)
{
	while (edit->nr_undo)
		free(edit->undo[--edit->nr_undo].ptr);
}

void edit_snapshot(struct edit *edit)
{
	struct str text = edit_text(edit);
	struct edit_snapshot *now;

	if (edit->nr_undo == EDIT_UNDO_MAX) {
		free(edit->undo[0].ptr);
		memmove(edit->undo, edit->undo + 1,
			sizeof(*edit->undo) * (EDIT_UNDO_MAX - 1));
		edit->nr_undo--;
	}
	now = &edit->undo[edit->nr_undo++];
	now->ptr = memory_new(text.len);
	memcpy(now->ptr, text.ptr, text.len);
	now->len = text.len;
	now->cursor = edit->cursor;
}

void edit_undo(struct edit *edit)
{
	struct edit_snapshot *before;

	if (!edit->nr_undo)
		return;
	before = &edit->undo[--edit->nr_undo];
	strbuf_truncate(&edit->text, 0);
	strbuf_add(&edit->text, (struct str){ before->ptr, before->len });
	edit->characters = utf8_count(edit_text(edit), before->len);
	edit->cursor = before->cursor;
	free(before->ptr);
}

/* ---- changing ----------------------------------------------------------- */

void edit_replace(struct edit *edit, size_t from, size_t to, struct str with)
{
	struct strbuf changed = { 0 };
	struct str text = edit_text(edit);

	strbuf_add(&changed, str_slice(text, 0, from));
	strbuf_add(&changed, with);
	strbuf_add(&changed, str_slice(text, to, text.len));
	edit->characters += utf8_count(with, with.len);
	edit->characters -= utf8_count(str_slice(text, from, to), to - from);
	strbuf_release(&edit->text);
	edit->text = changed;
	edit->cursor = from + with.len;
}

/* What may stand in a text; 0: left out. */
static uint32_t clean(const struct edit *edit, struct str text, size_t *at)
{
	uint32_t c = utf8_next(text, at);

	if (c == UTF8_INVALID)
		return 0xfffd;
	if (c == '\r') {
		if (*at < text.len && text.ptr[*at] == '\n')
			return 0;
		c = '\n';
	}
	if (c == '\t' || (c == '\n' && edit->one_line))
		return ' ';
	return utf8_is_control(c) ? 0 : c;
}

void edit_insert(struct edit *edit, struct str text)
{
	struct strbuf cleaned = { 0 };
	size_t at = 0, characters = edit->characters;

	while (at < text.len) {
		uint32_t c = clean(edit, text, &at);

		if (!c)
			continue;
		if (edit->limit && characters >= edit->limit) {
			edit->at_limit = true;
			break;
		}
		utf8_add(&cleaned, c);
		characters++;
	}
	if (cleaned.len)
		edit_replace(edit, edit->cursor, edit->cursor,
			     strbuf_str(&cleaned));
	strbuf_release(&cleaned);
}

void edit_cut(struct edit *edit, size_t from, size_t to)
{
	if (from == to)
		return;
	strbuf_truncate(&edit->cut, 0);
	strbuf_add(&edit->cut, str_slice(edit_text(edit), from, to));
	edit_erase(edit, from, to);
}

void edit_erase(struct edit *edit, size_t from, size_t to)
{
	if (from == to)
		return;
	edit_snapshot(edit);
	edit_replace(edit, from, to, STR(""));
}

/* ---- history ------------------------------------------------------------ */

void edit_show(struct edit *edit, size_t entry)
{
	if (edit->shown == edit->nr_history) {
		strbuf_truncate(&edit->draft, 0);
		strbuf_add(&edit->draft, edit_text(edit));
	}
	edit->shown = entry;
	edit_snapshot(edit);
	edit_replace(edit, 0, edit->text.len,
		     entry == edit->nr_history
			     ? strbuf_str(&edit->draft)
			     : strbuf_str(&edit->history[entry]));
}

void edit_remember(struct edit *edit)
{
	struct str text = edit_text(edit);
	size_t nr = edit->nr_history;

	if (text.len &&
	    !(nr && str_equal(strbuf_str(&edit->history[nr - 1]), text))) {
		edit->history = memory_resize(
			edit->history, (nr + 1) * sizeof(*edit->history));
		edit->history[nr] = (struct strbuf){ 0 };
		strbuf_add(&edit->history[nr], text);
		edit->nr_history++;
	}
	edit_set(edit, STR(""));
}

/* ---- the whole ---------------------------------------------------------- */

void edit_set(struct edit *edit, struct str text)
{
	forget_undo(edit);
	edit_replace(edit, 0, edit->text.len, STR(""));
	edit_insert(edit, text);
	edit->shown = edit->nr_history;
	edit->typing = edit->at_limit = false;
}

void edit_release(struct edit *edit)
{
	forget_undo(edit);
	for (size_t i = 0; i < edit->nr_history; i++)
		strbuf_release(&edit->history[i]);
	free(edit->history);
	strbuf_release(&edit->text);
	strbuf_release(&edit->cut);
	strbuf_release(&edit->draft);
	*edit = (struct edit){ 0 };
}
