/*
 * The loop: draw, show, read a key, act. Screens lie on a stack; the one on
 * top gets the keys.
 */
#include "app.h"

#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>

#include "chrome.h"
#include "rehearse/arena.h"
#include "view.h"

struct app {
	struct tui tui;
	struct canvas canvas;
	struct screen *screens;
	size_t nr;
};

enum { APP_HELP };

static const struct binding app_bindings[] = {
	{ "F1", APP_HELP, NULL, "this help", 0 },
};

const char *tui_dot(const struct tui *tui)
{
	return tui->ascii ? "." : "·";
}

void tui_not_kept(struct tui_kept *kept, const struct error *err)
{
	if (kept->trouble.kind)
		return;
	kept->trouble = *err;
	kept->trouble.path = STR("");
}

static struct screen *top(struct app *app)
{
	return &app->screens[app->nr - 1];
}

static unsigned modes_of(const struct screen *screen)
{
	return screen->view->modes ? screen->view->modes(screen->state) : 0;
}

static void push(struct app *app, struct screen screen)
{
	app->screens =
		memory_resize(app->screens, (app->nr + 1) * sizeof(screen));
	app->screens[app->nr++] = screen;
}

static void pop(struct app *app)
{
	struct screen *screen = top(app);

	screen->view->release(screen->state);
	app->nr--;
}

static void go_home(struct app *app)
{
	const struct tui_options *options = app->tui.options;
	/* with a scenario named at the start there is no library below; nor
	 * does it list a call that was made since */
	bool anew = options->scenario || options->own_call ||
		    app->tui.own_call.len;

	while (app->nr > (anew ? 0u : 1u))
		pop(app);
	if (!app->nr)
		push(app, view_library(&app->tui));
}

static void follow(struct app *app, struct next next)
{
	switch (next.kind) {
	case NEXT_STAY:
		return;
	case NEXT_PUSH:
		push(app, next.screen);
		return;
	case NEXT_REPLACE:
		pop(app);
		push(app, next.screen);
		return;
	case NEXT_BACK:
		pop(app);
		return;
	case NEXT_HOME:
		go_home(app);
		return;
	case NEXT_LEAVE:
		while (app->nr)
			pop(app);
		return;
	}
}

static void draw(struct app *app)
{
	struct screen *screen = top(app);
	struct canvas *canvas = &app->canvas;
	struct strbuf left = { 0 }, right = { 0 };
	int width, height;

	app->tui.term->size(app->tui.term, &width, &height);
	if (width != canvas->width || height != canvas->height)
		canvas_resize(canvas, width, height);
	canvas_clear(canvas);
	canvas->ascii = app->tui.ascii;
	arena_clear(&app->tui.frame);
	if (!chrome_fits(canvas)) {
		chrome_too_small(canvas);
		app->tui.term->present(app->tui.term, canvas);
		return;
	}
	screen->view->title(screen->state, &left, &right);
	chrome_title(canvas, strbuf_str(&left), strbuf_str(&right));
	strbuf_release(&left);
	strbuf_release(&right);
	screen->view->draw(screen->state, canvas, chrome_body(canvas));
	chrome_hints(canvas, screen->view->bindings, modes_of(screen));
	app->tui.term->present(app->tui.term, canvas);
}

static bool wants_help(const struct key *key, unsigned modes)
{
	bool question_mark = key_is_text(key) && key->character == '?';

	if (question_mark)
		return !(modes & MODE_TYPING);
	return bindings_find((struct bindings)BINDINGS(app_bindings), key,
			     modes);
}

static bool is_leave_key(const struct key *key)
{
	return key->code == CODE_TEXT && key->ctrl && key->character == 'c';
}

static struct next handle(struct app *app, const struct key *key)
{
	struct screen *screen = top(app);
	unsigned modes = modes_of(screen);
	const struct binding *binding;

	/* nothing is done unseen */
	if (!chrome_fits(&app->canvas))
		return is_leave_key(key) ? (struct next){ .kind = NEXT_LEAVE }
					 : STAY;
	if (wants_help(key, modes))
		return (struct next){
			NEXT_PUSH,
			view_help(&app->tui, screen->view, modes & MODE_TYPING),
		};
	binding = bindings_find(screen->view->bindings, key, modes);
	if (binding)
		return screen->view->action(screen->state, binding->action);
	if (screen->view->input)
		return screen->view->input(screen->state, key);
	return STAY;
}

/* Until the last screen is left; the signal that ended it, 0, or -1. */
static int loop(struct app *app)
{
	struct term *term = app->tui.term;
	struct key key;
	int tick;

	draw(app);
	while (app->nr) {
		/* keys that wait already lead to one drawing */
		if (!term->read_key(term, 0, &key)) {
			draw(app);
			tick = top(app)->view->tick;
			if (!term->read_key(term, tick ? tick : -1, &key))
				continue;
		}
		if (key.code == CODE_END)
			return (int)key.character;
		if (key.code == CODE_RESIZE)
			draw(app);
		else
			follow(app, handle(app, &key));
	}
	return -1;
}

static struct screen first_screen(struct app *app)
{
	const struct tui_options *options = app->tui.options;

	if (options->room)
		return view_drill(&app->tui, options->room);
	if (options->own_call)
		return view_now(&app->tui);
	if (!options->scenario)
		return view_library(&app->tui);
	if (options->played)
		return view_dialogue(&app->tui, rehearsal_played(options));
	if (!options->resumed)
		return view_brief(&app->tui, options->scenario);
	return view_dialogue(&app->tui, rehearsal_resume(options));
}

/* The signal that ended it, 0: the terminal was closed, -1: the user left. */
static bool tell_end(int ended, const struct tui_kept *kept, struct error *err)
{
	const struct error *trouble = &kept->trouble;
	char how[40] = "the terminal was closed";

	if (ended < 0 && !trouble->kind)
		return true;
	if (ended < 0)
		return error_set(err, trouble->kind, "not all that was said "
				 "is saved: %s", trouble->text);
	if (ended)
		snprintf(how, sizeof(how), "ended by signal %d", ended);
	if (trouble->kind)
		return error_set(err, ERROR_INTERRUPTED, "%s; not all that "
				 "was said is saved: %s", how, trouble->text);
	return error_set(err, ERROR_INTERRUPTED, "%s%s", how,
			 kept->some ? "; what was said is saved" : "");
}

bool tui_run_on(struct term *term, const struct tui_options *options,
		struct error *err)
{
	struct tui_kept kept = { 0 };
	struct tui_options own = *options;
	struct app app = { .tui = { .term = term,
				    .options = &own,
				    .ascii = options->ascii } };
	int ended;

	own.kept = &kept;

	push(&app, first_screen(&app));
	ended = loop(&app);
	while (app.nr)
		pop(&app);
	free(app.screens);
	canvas_release(&app.canvas);
	arena_release(&app.tui.frame);
	arena_release(&app.tui.lasting);
	return tell_end(ended, &kept, err);
}

bool tui_run(const struct tui_options *options, struct error *err)
{
	struct tui_options adapted = *options;
	struct term *term = term_curses_open(options->colour);
	bool done;

	if (!term)
		return error_set(err, ERROR_USAGE,
				 "no usable terminal for screens");
	/* a terminal that is not told UTF-8 would show lines as letters */
	if (!str_equal(str_from(nl_langinfo(CODESET)), STR("UTF-8")))
		adapted.ascii = true;
	done = tui_run_on(term, &adapted, err);
	term->close(term);
	return done;
}
