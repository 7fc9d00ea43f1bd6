/* The drills at hand, those that were begun and not ended first. */
#include "view.h"

#include <stdlib.h>

#include "page.h"
#include "rehearse/library.h"

enum drills_action { DRILLS_OPEN, DRILLS_UP, DRILLS_DOWN, DRILLS_BACK };

static const struct binding bindings[] = {
	{ "Enter", DRILLS_OPEN, "open", "open this drill", 0 },
	{ "Up", DRILLS_UP, NULL, "the drill above", 0 },
	{ "k", DRILLS_UP, NULL, NULL, 0 },
	{ "Down", DRILLS_DOWN, "next", "the drill below", 0 },
	{ "j", DRILLS_DOWN, NULL, NULL, 0 },
	{ "Esc", DRILLS_BACK, "back", "back to the library", 0 },
	{ "C-c", DRILLS_BACK, NULL, NULL, 0 },
};

struct drills_item {
	const struct drill *drill;
	const struct embedded_scenario *shipped;
	struct str begun; /* its folder; empty: it begins */
};

struct drills_state {
	struct tui *tui;
	struct drills_item *items;
	size_t nr;
	int selected, top;
	struct error trouble;
	bool failed;
};

static void drills_title(const void *state, struct strbuf *left,
			 struct strbuf *right)
{
	const struct drills_state *drills = state;

	strbuf_addf(left, "rehearse %s which drill?", tui_dot(drills->tui));
	if (drills->nr)
		strbuf_addf(right, "%d of %zu", drills->selected + 1,
			    drills->nr);
}

static void add_item(struct drills_state *drills, struct page *page, size_t i)
{
	const struct drills_item *item = &drills->items[i];
	size_t from = page->nr;

	page_label(page, STYLE_KEY,
		   (int)i == drills->selected ? STR(">") : STR(""), 2,
		   STYLE_NORMAL,
		   arena_printf(page->arena, "%s" STR_FMT " (%d min)",
				item->begun.len ? "Go on: " : "",
				STR_ARG(item->drill->title),
				item->drill->minutes));
	page_text(page, 2, STYLE_DIM,
		  item->begun.len ? item->begun : item->shipped->summary);
	if ((int)i == drills->selected)
		page_select(page, from);
	page_gap(page);
}

static void drills_draw(void *state, struct canvas *canvas, struct area area)
{
	struct drills_state *drills = state;
	struct page page;

	area.x += 1;
	area.width -= 2;
	page = page_start(&drills->tui->frame, area.width);
	if (drills->failed) {
		page_text(&page, 0, STYLE_TROUBLE,
			  arena_printf(page.arena, "! %s",
				       drills->trouble.text));
		page_gap(&page);
	}
	for (size_t i = 0; i < drills->nr; i++)
		add_item(drills, &page, i);
	for (size_t i = 0; i < page.nr; i++)
		if (page.lines[i].selected)
			drills->top = page_reveal(&page, area.height - 1,
						  drills->top, (int)i);
	page_draw_scrolled(&page, canvas, area, &drills->top, false);
}

/* $XDG_DATA_HOME/rehearse/drills */
static struct str folder_of_drills(const struct tui *tui, struct arena *arena)
{
	return arena_printf(arena, STR_FMT "/drills",
			    STR_ARG(tui->options->data_home));
}

static struct next open_selected(struct drills_state *drills)
{
	struct tui *tui = drills->tui;
	const struct drills_item *item = &drills->items[drills->selected];
	struct problems problems = { 0 };
	struct room_options options = {
		.drill = item->drill,
		.scenarios = library_rounds(&tui->lasting, item->drill,
					    tui->options->data_home,
					    tui->options->embedded,
					    &problems),
		.rubric = tui->options->rubric,
		.clock = tui->options->play.clock,
		.folder = item->begun,
	};
	struct room *room = NULL;

	if (problems.nr)
		drills->trouble = problems.errors[0];
	else if (!tui->options->data_home.len)
		error_set(&drills->trouble, ERROR_USAGE, "Neither HOME nor "
			  "XDG_DATA_HOME is set, so there is no place for "
			  "the results.");
	else {
		if (!options.folder.len)
			options.folder = room_new_folder(
				&tui->lasting,
				folder_of_drills(tui, &tui->lasting),
				&options);
		room = room_open(&options, &tui->lasting, &drills->trouble);
	}
	drills->failed = !room;
	if (!room)
		return STAY;
	return (struct next){ NEXT_REPLACE, view_drill(tui, room) };
}

static struct next drills_action(void *state, int action)
{
	struct drills_state *drills = state;

	drills->failed = false;
	switch ((enum drills_action)action) {
	case DRILLS_OPEN:
		return drills->nr ? open_selected(drills) : STAY;
	case DRILLS_UP:
		drills->selected -= drills->selected > 0;
		return STAY;
	case DRILLS_DOWN:
		drills->selected += drills->selected + 1 < (int)drills->nr;
		return STAY;
	case DRILLS_BACK:
		break;
	}
	return (struct next){ .kind = NEXT_BACK };
}

static void drills_release(void *state)
{
	free(state);
}

static const struct view drills_view = {
	.name = "Drills",
	.bindings = BINDINGS(bindings),
	.title = drills_title,
	.draw = drills_draw,
	.action = drills_action,
	.release = drills_release,
};

/* Loaded for as long as the screens are there: a room borrows its drill. */
static void list(struct drills_state *drills, bool begun)
{
	struct arena *arena = &drills->tui->lasting;
	const struct embedded *embedded = drills->tui->options->embedded;
	struct str folder = folder_of_drills(drills->tui, arena);

	for (size_t i = 0; i < embedded->nr_drills; i++) {
		struct problems problems = { 0 };
		struct drills_item item = { .shipped = &embedded->drills[i] };

		item.drill = drill_load(arena, item.shipped->id,
					item.shipped->bytes, &problems);
		if (begun && item.drill)
			item.begun = room_unfinished(arena, folder,
						     item.drill, false);
		if (item.drill && begun == (item.begun.len > 0))
			drills->items[drills->nr++] = item;
	}
}

struct screen view_drills(struct tui *tui)
{
	struct drills_state *state = memory_new(sizeof(*state));

	*state = (struct drills_state){ .tui = tui };
	state->items = ARENA_ARRAY(&tui->lasting, struct drills_item,
				   2 * tui->options->embedded->nr_drills);
	list(state, true);
	list(state, false);
	return (struct screen){ &drills_view, state };
}
