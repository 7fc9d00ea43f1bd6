#include "chrome.h"

#include "wrap.h"

bool chrome_fits(const struct canvas *canvas)
{
	return canvas->width >= CHROME_MIN_WIDTH &&
	       canvas->height >= CHROME_MIN_HEIGHT;
}

void chrome_too_small(struct canvas *canvas)
{
	struct strbuf text = { 0 };
	struct wrap wrap;
	int y = 0;

	strbuf_addf(&text,
		    "This window is %d columns by %d rows. Please make it at "
		    "least %d by %d. ^C leaves.",
		    canvas->width, canvas->height, CHROME_MIN_WIDTH,
		    CHROME_MIN_HEIGHT);
	wrap = wrap_start(strbuf_str(&text), canvas->width);
	while (y < canvas->height && wrap_next(&wrap))
		canvas_put(canvas, 0, y++, canvas->width, STYLE_NORMAL,
			   wrap.line);
	strbuf_release(&text);
}

void chrome_title(struct canvas *canvas, struct str left, struct str right)
{
	const int least = 12; /* of the left part, to be worth its place */
	int room = canvas->width - 2, taken = glyph_columns(right);

	if (taken && room - taken - 2 < least) {
		canvas_put_cut(canvas, 1, 0, room, STYLE_TITLE, left);
		return;
	}
	canvas_put_cut(canvas, 1, 0, taken ? room - taken - 2 : room,
		       STYLE_TITLE, left);
	canvas_put(canvas, canvas->width - 1 - taken, 0, taken, STYLE_NORMAL,
		   right);
}

struct hint {
	const char *key, *words;
};

/* "C-c" is written ^C where there is room for a word or two. */
static struct str short_key(const char *key, char out[3])
{
	struct str name = str_from(key);

	if (name.len != 3 || !str_starts_with(name, STR("C-")))
		return name;
	out[0] = '^';
	out[1] = key[2] >= 'a' && key[2] <= 'z' ? (char)(key[2] - 'a' + 'A')
						: key[2];
	return (struct str){ out, 2 };
}

static int hint_width(const struct hint *hint)
{
	char key[3];

	return glyph_columns(short_key(hint->key, key)) + 1 +
	       glyph_columns(str_from(hint->words));
}

static int put_hint(struct canvas *canvas, int x, const struct hint *hint)
{
	int y = canvas->height - 1, left = canvas->width - x;
	char key[3];

	x += canvas_put(canvas, x, y, left, STYLE_KEY,
			short_key(hint->key, key)) +
	     1;
	x += canvas_put(canvas, x, y, canvas->width - x, STYLE_HINT,
			str_from(hint->words));
	return x + 3;
}

void chrome_hints(struct canvas *canvas, struct bindings bindings,
		  unsigned modes)
{
	const struct hint help = { "F1", "help" };
	struct hint leave = { NULL, NULL };
	int x = 1, room = canvas->width - 1 - hint_width(&help);

	/* help and the way out are always there; the rest as far as it fits */
	for (size_t i = 0; i < bindings.nr; i++)
		if (bindings.items[i].hint &&
		    (!bindings.items[i].when ||
		     bindings.items[i].when & modes) &&
		    str_equal(str_from(bindings.items[i].key), STR("C-c")))
			leave = (struct hint){ "C-c", bindings.items[i].hint };
	if (leave.key)
		room -= 3 + hint_width(&leave);
	for (size_t i = 0; i < bindings.nr; i++) {
		const struct binding *binding = &bindings.items[i];
		struct hint hint = { binding->key, binding->hint };

		if (!hint.words || (binding->when && !(binding->when & modes)))
			continue;
		if (leave.key && str_equal(str_from(hint.key), STR("C-c")))
			continue;
		if (x + hint_width(&hint) + 3 > room)
			continue;
		x = put_hint(canvas, x, &hint);
	}
	x = put_hint(canvas, x, &help);
	if (leave.key)
		put_hint(canvas, x, &leave);
}

struct area chrome_body(const struct canvas *canvas)
{
	return (struct area){ 0, 1, canvas->width, canvas->height - 2 };
}
