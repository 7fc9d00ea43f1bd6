/* The scenarios at hand: choose one. */
#include "view.h"

#include <stdlib.h>

#include "page.h"
#include "rehearse/library.h"

enum library_action {
	LIBRARY_OPEN,
	LIBRARY_NOW,
	LIBRARY_DRILLS,
	LIBRARY_UP,
	LIBRARY_DOWN,
	LIBRARY_PAGE_UP,
	LIBRARY_PAGE_DOWN,
	LIBRARY_START,
	LIBRARY_STOP,
	LIBRARY_LEAVE,
};

static const struct binding bindings[] = {
	{ "Enter", LIBRARY_OPEN, "open", "prepare and play this scenario", 0 },
	{ "n", LIBRARY_NOW, "your own call",
	  "a call of your own: six questions, then it rings", 0 },
	{ "d", LIBRARY_DRILLS, "drills", "an hour for a team", 0 },
	{ "Up", LIBRARY_UP, NULL, "the scenario above", 0 },
	{ "k", LIBRARY_UP, NULL, NULL, 0 },
	{ "Down", LIBRARY_DOWN, "next", "the scenario below", 0 },
	{ "j", LIBRARY_DOWN, NULL, NULL, 0 },
	{ "PgUp", LIBRARY_PAGE_UP, NULL, "one page up", 0 },
	{ "PgDn", LIBRARY_PAGE_DOWN, "page", "one page down", 0 },
	{ "Home", LIBRARY_START, NULL, "the first one", 0 },
	{ "End", LIBRARY_STOP, NULL, "the last one", 0 },
	{ "C-c", LIBRARY_LEAVE, "leave", "leave", 0 },
	{ "q", LIBRARY_LEAVE, NULL, NULL, 0 },
};

struct library_state {
	struct tui *tui;
	struct arena arena; /* the list, and what was opened from it */
	struct library library;
	int selected, top, rows;
};

static void library_title(const void *state, struct strbuf *left,
			  struct strbuf *right)
{
	const struct library_state *library = state;

	strbuf_addf(left, "rehearse %s which conversation?",
		    tui_dot(library->tui));
	strbuf_addf(right, "%d of %zu", library->selected + 1,
		    library->library.nr);
}

/* "bad news . firm . 8 min" */
static struct str library_facts(struct library_state *library,
				const struct library_item *item)
{
	struct str dot = library->tui->ascii ? STR(".") : STR("·");
	struct arena *frame = &library->tui->frame;
	struct str kind =
		words_for(frame, terms_name(&kind_terms, (int)item->kind));
	struct str level = terms_name(&level_terms, (int)item->level);

	return arena_printf(
		frame, STR_FMT " " STR_FMT " " STR_FMT " " STR_FMT " %d min",
		STR_ARG(kind), STR_ARG(dot), STR_ARG(level), STR_ARG(dot),
		item->minutes);
}

static void draw_item(struct library_state *library, struct canvas *canvas,
		      int i, struct area row)
{
	const struct library_item *item = &library->library.items[i];
	bool selected = i == library->selected, wide = row.width >= 64;
	struct str facts = item->fault.len ? STR("cannot be played")
					   : library_facts(library, item);
	struct str title = item->title.len ? item->title : item->id;
	int facts_width = wide ? glyph_columns(facts) + 2 : 0;

	canvas_put(canvas, row.x, row.y, 2, STYLE_KEY,
		   selected          ? STR("> ")
		   : item->fault.len ? STR("! ")
				     : STR("  "));
	canvas_put_cut(canvas, row.x + 2, row.y, row.width - 2 - facts_width,
		       item->fault.len ? STYLE_DIM : STYLE_NORMAL, title);
	if (wide)
		canvas_put(canvas, row.x + row.width - facts_width + 2, row.y,
			   facts_width, STYLE_DIM, facts);
	if (selected)
		canvas_restyle(canvas, row, STYLE_SELECTED);
}

static void draw_detail(struct library_state *library, struct canvas *canvas,
			struct area area)
{
	const struct library_item *item =
		&library->library.items[library->selected];
	struct page page = page_start(&library->tui->frame, area.width);

	if (item->fault.len) {
		page_text(&page, 0, STYLE_TROUBLE,
			  arena_printf(&library->tui->frame,
				       "! This one cannot be played: " STR_FMT,
				       STR_ARG(item->fault)));
	} else {
		page_text(&page, 0, STYLE_NORMAL, item->summary);
		if (area.width < 64)
			page_text(&page, 0, STYLE_DIM,
				  library_facts(library, item));
	}
	if (item->path.len && !item->fault.len)
		page_text(&page, 0, STYLE_DIM,
			  arena_printf(&library->tui->frame, "%s" STR_FMT,
				       item->shadows
					       ? "Yours, instead of ours: "
					       : "Yours: ",
				       STR_ARG(item->path)));
	page_draw(&page, canvas, area, 0);
}

static void library_draw(void *state, struct canvas *canvas, struct area area)
{
	struct library_state *library = state;
	int nr = (int)library->library.nr, detail = area.height > 14 ? 4 : 3;

	area.x += 1;
	area.width -= 2;
	if (!nr) {
		canvas_put(canvas, area.x, area.y + 1, area.width, STYLE_NORMAL,
			   STR("There is no scenario here."));
		return;
	}
	library->rows = area.height - detail - 1;
	if (library->top > library->selected)
		library->top = library->selected;
	if (library->top < library->selected - library->rows + 1)
		library->top = library->selected - library->rows + 1;
	for (int i = 0; i < library->rows && library->top + i < nr; i++)
		draw_item(library, canvas, library->top + i,
			  (struct area){ area.x, area.y + i, area.width, 1 });
	area.y += library->rows + 1;
	area.height = detail;
	draw_detail(library, canvas, area);
}

/* What is wrong with the file, every mistake with its line. */
static struct next show_problems(struct library_state *library,
				 const struct problems *problems)
{
	struct strbuf text = { 0 };
	struct next next = { .kind = NEXT_PUSH };

	for (size_t i = 0; i < problems->nr; i++) {
		error_print(&problems->errors[i], &text);
		strbuf_add(&text, STR("\n\n"));
	}
	next.screen =
		view_text(library->tui, STR("This scenario cannot be played"),
			  strbuf_str(&text));
	strbuf_release(&text);
	return next;
}

static struct next library_open_selected(struct library_state *library)
{
	const struct tui_options *options = library->tui->options;
	const struct library_item *item;
	const struct scenario *scenario;
	struct problems problems = { 0 };

	if (!library->library.nr)
		return STAY;
	item = &library->library.items[library->selected];
	scenario = library_open(
		&library->arena, item->path.len ? item->path : item->id,
		options->data_home, options->embedded, options->play.fills,
		options->play.nr_fills, &problems);
	if (!scenario)
		return show_problems(library, &problems);
	return (struct next){ NEXT_PUSH, view_brief(library->tui, scenario) };
}

static struct next library_action(void *state, int action)
{
	struct library_state *library = state;
	int last = (int)library->library.nr - 1, to = library->selected;

	switch ((enum library_action)action) {
	case LIBRARY_OPEN:
		return library_open_selected(library);
	case LIBRARY_NOW:
		return (struct next){ NEXT_PUSH, view_now(library->tui) };
	case LIBRARY_DRILLS:
		return (struct next){ NEXT_PUSH, view_drills(library->tui) };
	case LIBRARY_UP:
		to--;
		break;
	case LIBRARY_DOWN:
		to++;
		break;
	case LIBRARY_PAGE_UP:
		to -= library->rows;
		break;
	case LIBRARY_PAGE_DOWN:
		to += library->rows;
		break;
	case LIBRARY_START:
		to = 0;
		break;
	case LIBRARY_STOP:
		to = last;
		break;
	case LIBRARY_LEAVE:
		return (struct next){ .kind = NEXT_LEAVE };
	}
	if (to > last)
		to = last;
	library->selected = to > 0 ? to : 0;
	return STAY;
}

static void library_release(void *state)
{
	struct library_state *library = state;

	arena_release(&library->arena);
	free(library);
}

static const struct view library_view = {
	.name = "Library",
	.bindings = BINDINGS(bindings),
	.title = library_title,
	.draw = library_draw,
	.action = library_action,
	.release = library_release,
};

struct screen view_library(struct tui *tui)
{
	struct library_state *state = memory_new(sizeof(*state));

	*state = (struct library_state){ .tui = tui };
	state->library = library_list(&state->arena, tui->options->data_home,
				      tui->options->embedded);
	for (size_t i = 0; i < state->library.nr; i++)
		if (str_equal(state->library.items[i].id, tui->own_call))
			state->selected = (int)i;
	tui->own_call = STR("");
	return (struct screen){ &library_view, state };
}
