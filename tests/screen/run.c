/*
 * The screen suite: a script of keys is played against the real screens on a
 * terminal that exists only here, and what is shown is compared with what
 * was accepted. tests/screen/NAME.keys holds lines of
 *
 *	size 80x24		before the first key, like all of these
 *	scenario FILE		of this folder; without it the library opens
 *	home FOLDER		of this folder: the user's own scenarios
 *	seed N | level NAME | out PATH | editor COMMAND
 *	begun WORDS		they were said after a call; it goes on
 *	prepared WORDS		the first answer on its sheet
 *	ascii | exam | opening | no-scores | unsaved
 *	now			the questions for one's own call come first
 *	new home		nothing is in it; calls of one's own are kept
 *	drill hour.yaml		runs that drill, in build/screen-drill
 *	solo			it is for one person
 *	keys Hello<Enter>	typed; `<F2>` is a key by its name
 *	paste TEXT		pasted, \n and \e understood
 *	resize 40x10
 *	clock SECONDS		the clock moves to there
 *	again			a drill is interrupted, and gone on with
 *	dump NAME		the screen now must be NAME.screen
 *	styles NAME		the same for what each cell is (a letter)
 *	left WORDS		last: what is said when the screens are left,
 *				by keys or because the terminal is closed
 *
 * and `#` comments. Run with --accept it writes the screens, with --show it
 * prints them.
 */
#include <dirent.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dump.h"
#include "rehearse/file.h"
#include "rehearse/library.h"
#include "tui/app.h"
#include "tui/term.h"

#define NEW_HOME "build/screen-home"
#define DRILL_HOME "build/screen-drill"

enum mode { COMPARE, ACCEPT, SHOW };

struct script {
	struct term term;
	enum mode mode;
	struct str path, folder;
	struct str rest, line; /* what is left of the script; the line now */
	unsigned number;
	struct str keys; /* what is left of a `keys` line */
	struct strbuf pasted, screen;
	struct str begun, prepared;
	struct str expected, left; /* what is said when the screens are */
	struct embedded_scenario shipped_scenario, shipped_drill;
	struct embedded shipped;
	struct room_options room; /* drill NULL: none */
	bool again;
	int width, height;
	const struct canvas *canvas; /* as shown last */
	unsigned passed, failed;
	struct arena arena;
};

/* What the clock says: it is asked without a context. */
static uint64_t clock_seconds;

static uint64_t seconds(void)
{
	return clock_seconds;
}

static void now(char out[32])
{
	strcpy(out, "2026-11-21T21:40:00Z");
}

static const struct play_clock test_clock = { now, seconds };

_Noreturn static void give_up(const struct script *script, const char *why)
{
	fprintf(stderr, STR_FMT ":%u: %s: " STR_FMT "\n", STR_ARG(script->path),
		script->number, why, STR_ARG(script->line));
	exit(70);
}

/* ---- goldens ------------------------------------------------------------ */

/* One letter a cell, blank for what is nothing special. */
static void print_styles(struct script *script)
{
	static const char letters[STYLE_NR] = {
		[STYLE_NORMAL] = ' ', [STYLE_TITLE] = 'T',
		[STYLE_HINT] = 'h',   [STYLE_KEY] = 'K',
		[STYLE_BORDER] = ' ', [STYLE_MINE] = 'm',
		[STYLE_CLIENT] = 'c', [STYLE_NARRATOR] = 'n',
		[STYLE_GOOD] = '+',   [STYLE_SLIP] = '_',
		[STYLE_DIM] = 'd',    [STYLE_SELECTED] = 'S',
		[STYLE_INPUT] = ' ',  [STYLE_TROUBLE] = '!',
	};
	const struct canvas *canvas = script->canvas;
	const struct cell *cell = canvas->cells;

	for (int y = 0; y < canvas->height; y++) {
		size_t end = script->screen.len;

		for (int x = 0; x < canvas->width; x++, cell++) {
			strbuf_addc(&script->screen, letters[cell->style]);
			if (letters[cell->style] != ' ')
				end = script->screen.len;
		}
		strbuf_truncate(&script->screen, end);
		strbuf_addc(&script->screen, '\n');
	}
}

static void print_screen(struct script *script, bool styles)
{
	const struct canvas *canvas = script->canvas;

	strbuf_truncate(&script->screen, 0);
	if (styles)
		print_styles(script);
	else
		canvas_dump(canvas, &script->screen);
	strbuf_addf(&script->screen, "-- %dx%d", canvas->width, canvas->height);
	if (canvas->cursor_x >= 0)
		strbuf_addf(&script->screen, ", cursor %d,%d", canvas->cursor_x,
			    canvas->cursor_y);
	strbuf_addc(&script->screen, '\n');
}

static void print_difference(struct str expected, struct str got)
{
	struct str old, new;
	unsigned line = 1;

	for (;; line++) {
		bool has_old = str_cut(&expected, '\n', &old);
		bool has_new = str_cut(&got, '\n', &new);

		if (!has_old && !has_new)
			return;
		if (has_old && has_new && str_equal(old, new))
			continue;
		if (has_old)
			printf("%3u expected |" STR_FMT "\n", line,
			       STR_ARG(old));
		if (has_new)
			printf("%3u got      |" STR_FMT "\n", line,
			       STR_ARG(new));
	}
}

static void compare(struct script *script, struct str path)
{
	struct str expected = STR(""), got = strbuf_str(&script->screen);
	struct error err;

	if (file_read(&script->arena, path, 1 << 20, &expected, &err) &&
	    str_equal(expected, got)) {
		script->passed++;
		return;
	}
	script->failed++;
	printf(STR_FMT ":%u: the screen is not " STR_FMT "\n",
	       STR_ARG(script->path), script->number, STR_ARG(path));
	print_difference(expected, got);
	printf("if it should be: make accept T=" STR_FMT "\n",
	       STR_ARG(script->path));
}

static void accept_screen(struct script *script, struct str path)
{
	struct str bytes = strbuf_str(&script->screen);
	FILE *file = fopen(path.ptr, "w");

	if (!file || fwrite(bytes.ptr, 1, bytes.len, file) != bytes.len ||
	    fclose(file))
		give_up(script, "cannot write");
	script->passed++;
}

static void dump(struct script *script, struct str name, bool styles)
{
	struct str path =
		arena_printf(&script->arena, STR_FMT "/" STR_FMT ".screen",
			     STR_ARG(script->folder), STR_ARG(name));

	print_screen(script, styles);
	if (script->mode == COMPARE)
		compare(script, path);
	else if (script->mode == ACCEPT)
		accept_screen(script, path);
	else
		printf("== " STR_FMT "\n" STR_FMT, STR_ARG(name),
		       STR_ARG(strbuf_str(&script->screen)));
}

/* ---- the script as a terminal ------------------------------------------- */

static bool next_line(struct script *script)
{
	while (str_cut(&script->rest, '\n', &script->line)) {
		script->number++;
		if (script->line.len && script->line.ptr[0] != '#')
			return true;
	}
	return false;
}

/* The rest of the line after a word and a blank, if it begins so. */
static bool says(struct script *script, const char *word, struct str *rest)
{
	struct str start = str_from(word);

	if (!str_starts_with(script->line, start))
		return false;
	*rest = str_slice(script->line, start.len, script->line.len);
	if (rest->len && rest->ptr[0] != ' ')
		return false;
	*rest = str_slice(*rest, 1, rest->len);
	return true;
}

static void set_size(struct script *script, struct str size)
{
	uint64_t width, height;
	struct str part;

	if (!str_cut(&size, 'x', &part) || !str_number(part, 5000, &width) ||
	    !str_number(size, 5000, &height))
		give_up(script, "no size");
	script->width = (int)width;
	script->height = (int)height;
}

static bool take_key(struct script *script, struct key *key)
{
	struct str keys = script->keys;
	size_t end = 1;

	if (keys.ptr[0] == '<') {
		end = str_find(keys, STR(">"), 0);
		if (!key_parse(str_slice(keys, 1, end++), key))
			give_up(script, "no such key");
	} else {
		while (end < keys.len && (keys.ptr[end] & 0xc0) == 0x80)
			end++;
		key_parse(str_slice(keys, 0, end), key);
	}
	script->keys = str_slice(keys, end, keys.len);
	return true;
}

static void unescape(struct strbuf *out, struct str text)
{
	strbuf_truncate(out, 0);
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '\\' && i + 1 < text.len) {
			c = text.ptr[++i];
			c = c == 'n' ? '\n' : c == 'e' ? '\033' : c;
		}
		strbuf_addc(out, c);
	}
}

/* Does what the line says; true when that is a key. */
static bool play_line(struct script *script, struct key *key)
{
	struct str rest;

	*key = (struct key){ 0 };
	if (says(script, "keys", &rest)) {
		script->keys = rest;
		return rest.len && take_key(script, key);
	}
	if (says(script, "paste", &rest)) {
		unescape(&script->pasted, rest);
		key->code = CODE_PASTE;
		key->text = strbuf_str(&script->pasted);
		return true;
	}
	if (says(script, "resize", &rest)) {
		set_size(script, rest);
		key->code = CODE_RESIZE;
		return true;
	}
	if (says(script, "again", &rest)) {
		script->again = true;
		key->code = CODE_END;
		return true;
	}
	if (says(script, "left", &script->expected)) {
		key->code = CODE_END;
		return true;
	}
	if (says(script, "dump", &rest))
		dump(script, rest, false);
	else if (says(script, "styles", &rest))
		dump(script, rest, true);
	else if (!says(script, "clock", &rest) ||
		 !str_number(rest, 1000000, &clock_seconds))
		give_up(script, "no such line");
	else
		key->code = CODE_RESIZE;
	return key->code != CODE_NONE;
}

static bool read_key(struct term *term, int timeout_ms, struct key *key)
{
	struct script *script = (struct script *)term;

	if (!timeout_ms)
		return false; /* so that every key is drawn */
	*key = (struct key){ 0 };
	if (script->keys.len)
		return take_key(script, key);
	while (next_line(script))
		if (play_line(script, key))
			return true;
	key->code = CODE_END;
	return true;
}

static void get_size(struct term *term, int *width, int *height)
{
	const struct script *script = (struct script *)term;

	*width = script->width;
	*height = script->height;
}

static void present(struct term *term, const struct canvas *canvas)
{
	((struct script *)term)->canvas = canvas;
}

static void nothing(struct term *term)
{
	(void)term;
}

/* ---- setting up --------------------------------------------------------- */

static struct str in_folder(struct script *script, struct str name)
{
	return arena_printf(&script->arena, STR_FMT "/" STR_FMT,
			    STR_ARG(script->folder), STR_ARG(name));
}

static void print_problems(const struct problems *problems)
{
	struct strbuf text = { 0 };

	for (size_t i = 0; i < problems->nr; i++) {
		error_print(&problems->errors[i], &text);
		strbuf_addc(&text, '\n');
	}
	fputs(text.len ? text.ptr : "", stderr);
	strbuf_release(&text);
}

static const struct scenario *load_scenario(struct script *script,
					    struct str name)
{
	struct problems problems = { 0 };
	const struct scenario *scenario =
		library_open(&script->arena, in_folder(script, name), STR(""),
			     &(struct embedded){ 0 }, NULL, 0, &problems);

	if (!scenario) {
		print_problems(&problems);
		give_up(script, "no scenario");
	}
	return scenario;
}

static void load_drill(struct script *script, struct str name)
{
	struct problems problems = { 0 };
	struct str path = in_folder(script, name), bytes;
	struct error err;

	if (file_read(&script->arena, path, FILE_MAX_SCENARIO, &bytes, &err))
		script->room.drill = drill_load(&script->arena, path, bytes,
						&problems);
	if (script->room.drill)
		script->room.scenarios = library_rounds(
			&script->arena, script->room.drill, STR(""),
			&script->shipped, &problems);
	if (script->room.scenarios)
		return;
	print_problems(&problems);
	give_up(script, "no drill");
}

static bool set_option(struct script *script, struct tui_options *options)
{
	struct str rest;

	if (says(script, "size", &rest))
		set_size(script, rest);
	else if (says(script, "scenario", &rest))
		options->scenario = load_scenario(script, rest);
	else if (says(script, "home", &rest))
		options->data_home = in_folder(script, rest);
	else if (says(script, "seed", &rest))
		str_number(rest, UINT64_MAX, &options->play.session.seed);
	else if (says(script, "level", &rest))
		options->level = terms_find(&level_terms, rest);
	else if (says(script, "out", &rest))
		options->play.out = rest;
	else if (says(script, "editor", &rest))
		setenv("VISUAL", arena_str(&script->arena, rest).ptr, 1);
	else if (says(script, "begun", &rest))
		script->begun = rest;
	else if (says(script, "prepared", &rest))
		script->prepared = rest;
	else if (says(script, "ascii", &rest))
		options->ascii = true;
	else if (says(script, "exam", &rest))
		options->play.exam = true;
	else if (says(script, "opening", &rest))
		options->opening = true;
	else if (says(script, "no-scores", &rest))
		options->scores = false;
	else if (says(script, "now", &rest))
		options->own_call = true;
	else if (says(script, "drill", &rest))
		load_drill(script, rest);
	else if (says(script, "solo", &rest))
		script->room.solo = true;
	else if (says(script, "new home", &rest))
		options->data_home = STR(NEW_HOME);
	else if (says(script, "unsaved", &rest))
		options->play.out = STR("");
	else
		return false;
	return true;
}

static void open_rubric(struct script *script, struct rubric *rubric)
{
	struct str path = in_folder(script, STR("rubric.yaml")), bytes, image;
	struct rubric_source source = { 0 };
	struct problems problems = { 0 };
	struct error err;

	if (file_read(&script->arena, path, FILE_MAX_SCENARIO, &bytes, &err) &&
	    rubric_load(&script->arena, path, bytes, &source, &problems) &&
	    rubric_compile(&script->arena, &source, &image, &problems) &&
	    rubric_open(image, rubric, &err))
		return;
	print_problems(&problems);
	give_up(script, "no rubric");
}

/* The first line that is no option stays to be played. */
static void read_options(struct script *script, struct tui_options *options)
{
	struct str rest;
	unsigned number;

	do {
		rest = script->rest;
		number = script->number;
		if (!next_line(script))
			return;
	} while (set_option(script, options));
	script->rest = rest;
	script->number = number;
}

static struct str file_of(struct script *script, const char *name)
{
	struct str bytes;
	struct error err;

	if (!file_read(&script->arena, in_folder(script, str_from(name)),
		       FILE_MAX_SCENARIO, &bytes, &err))
		give_up(script, name);
	return bytes;
}

/* The one shipped scenario of this suite, and its one drill. */
static void ship(struct script *script)
{
	script->shipped_scenario = (struct embedded_scenario){
		.id = STR("talk"),
		.title = STR("The migration will be late"),
		.summary = STR("You promised Friday. It will be two weeks "
			       "later, and the client has not heard yet."),
		.level = LEVEL_FIRM,
		.minutes = 8,
		.bytes = file_of(script, "talk.yaml"),
	};
	script->shipped_drill = (struct embedded_scenario){
		.id = STR("hour"),
		.summary = STR("2 people x 7 minutes are 14"),
		.bytes = file_of(script, "hour.yaml"),
	};
	script->shipped = (struct embedded){
		.scenarios = &script->shipped_scenario,
		.nr_scenarios = 1,
		.drills = &script->shipped_drill,
		.nr_drills = 1,
		.now = embedded()->now,
		.nr_now = embedded()->nr_now,
	};
}

/* A call and some words, left and gone on with. */
static void begin(struct script *script, struct tui_options *options)
{
	struct error err;
	struct play *play;
	bool said;

	options->play.session.level = options->scenario->level;
	options->play.prepared = &script->prepared;
	options->play.nr_prepared = script->prepared.len > 0;
	play = play_new(options->scenario, options->rubric, &options->play);
	said = play_act(play, ACT_CALL, &err) &&
	       play_say(play, script->begun, 0, &err);
	play_free(play);
	if (said)
		options->resumed = play_resume(options->scenario,
					       options->rubric,
					       &options->play, &err);
	if (!options->resumed)
		give_up(script, err.text);
	options->greeting = STR("You go on after turn 2.");
}

static void empty_folder(struct script *script, const char *name)
{
	DIR *directory = opendir(name);
	struct dirent *entry;

	while (directory && (entry = readdir(directory)))
		unlink(arena_printf(&script->arena, "%s/%s", name,
				    entry->d_name).ptr);
	if (directory)
		closedir(directory);
}

/* The screens, from the drill's last moment if there is one. */
static void run_screens(struct script *script, struct tui_options *options)
{
	struct error err;

	script->again = false;
	script->room.rubric = options->rubric;
	script->room.clock = &test_clock;
	script->room.folder = STR(DRILL_HOME);
	if (script->room.drill) {
		options->room = room_open(&script->room, &script->arena,
					  &err);
		if (!options->room)
			give_up(script, err.text);
	}
	script->left = tui_run_on(&script->term, options, &err) ?
		       STR("") : arena_str(&script->arena, str_from(err.text));
}

static void check_left(struct script *script)
{
	struct str expected = script->expected;

	if (next_line(script) && !says(script, "left", &expected))
		give_up(script, "the program was left before");
	if (!expected.len)
		return;
	if (str_equal(expected, script->left)) {
		script->passed++;
		return;
	}
	script->failed++;
	printf(STR_FMT ": expected when left: " STR_FMT "\nsaid: " STR_FMT "\n",
	       STR_ARG(script->path), STR_ARG(expected), STR_ARG(script->left));
}

static void run(struct script *script)
{
	struct rubric rubric;
	struct tui_options options = {
		.rubric = &rubric,
		.embedded = &script->shipped,
		.level = -1,
		.scores = true,
		.play = { .clock = &test_clock,
			  .session = { .start = -1 },
			  .out = STR("build/screen.yaml") },
	};

	script->term = (struct term){ get_size, read_key, present,
				      nothing,  nothing,  nothing };
	clock_seconds = 0;
	unsetenv("VISUAL");
	unsetenv("EDITOR");
	ship(script);
	open_rubric(script, &rubric);
	read_options(script, &options);
	unlink("build/screen.yaml");
	unlink("build/elsewhere.yaml");
	unlink(NEW_HOME "/scenarios/now-20261121-1.yaml");
	if (script->begun.len)
		begin(script, &options);
	empty_folder(script, DRILL_HOME);
	empty_folder(script, DRILL_HOME "/own");
	do
		run_screens(script, &options);
	while (script->again);
	check_left(script);
}

static struct str folder_of(struct str path)
{
	while (path.len && path.ptr[path.len - 1] != '/')
		path.len--;
	return path.len ? str_slice(path, 0, path.len - 1) : STR(".");
}

int main(int argc, char **argv)
{
	unsigned passed = 0, failed = 0;
	enum mode mode = COMPARE;

	setlocale(LC_CTYPE, "C.UTF-8");
	for (int i = 1; i < argc; i++) {
		struct script script = { .path = str_from(argv[i]) };
		struct error err;

		if (argv[i][0] == '-') {
			mode = strcmp(argv[i], "--show") ? ACCEPT : SHOW;
			continue;
		}
		script.mode = mode;
		script.width = 80;
		script.height = 24;
		script.folder = folder_of(script.path);
		if (!file_read(&script.arena, script.path, 1 << 20,
			       &script.rest, &err))
			give_up(&script, "cannot be read");
		run(&script);
		passed += script.passed;
		failed += script.failed;
		strbuf_release(&script.pasted);
		strbuf_release(&script.screen);
		arena_release(&script.arena);
	}
	if (mode == COMPARE)
		printf("screen: %u passed, %u failed\n", passed, failed);
	return failed > 0;
}
