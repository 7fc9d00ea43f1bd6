/* The keys of a view, from its table of bindings: it cannot be out of date. */
#include "view.h"

#include "edit.h"

enum { KEYS_COLUMN = 22 };

/* "C-p" says little to most people. */
static const char legend[] =
	"C-a is Ctrl and A together, M-b is Alt and B, S-Tab is Shift and Tab.";

static const struct binding everywhere[] = {
	{ "F1", 0, NULL, "this help", 0 },
	{ "C-l", 0, NULL, "draw the screen again", 0 },
	{ "C-z", 0, NULL, "back to the shell; `fg` returns here", 0 },
};

/* The keys of the rows that follow a row with help and have none. */
static void add_keys(struct strbuf *out, const struct binding *binding,
		     size_t nr)
{
	size_t start = out->len, same = 1;

	while (same < nr && !binding[same].help)
		same++;
	for (size_t i = 0; i < same; i++) {
		struct str key = str_from(binding[i].key);

		/* 1, .. 9 */
		if (same > 5 && i > 1 && i < same - 1)
			continue;
		if (i)
			strbuf_add(out, STR(", "));
		if (same > 5 && i == 1)
			key = STR("..");
		strbuf_add(out, str_equal(key, STR(" ")) ? STR("Space") : key);
	}
	if (out->len - start < KEYS_COLUMN - 2)
		strbuf_pad(out, ' ', KEYS_COLUMN - 2 - (out->len - start));
}

static void add_bindings(struct strbuf *out, struct bindings bindings)
{
	for (size_t i = 0; i < bindings.nr; i++) {
		const struct binding *binding = &bindings.items[i];

		if (!binding->help)
			continue;
		strbuf_add(out, STR("  "));
		add_keys(out, binding, bindings.nr - i);
		strbuf_addf(out, "  %s\n", binding->help);
	}
}

struct screen view_help(struct tui *tui, const struct view *of,
			bool with_editing)
{
	struct strbuf title = { 0 }, text = { 0 };
	struct screen screen;

	strbuf_addf(&title, "Keys %s %s", tui_dot(tui), of->name);
	add_bindings(&text, of->bindings);
	strbuf_add(&text, STR("\nEverywhere\n"));
	add_bindings(&text, (struct bindings)BINDINGS(everywhere));
	if (with_editing) {
		strbuf_add(&text, STR("\nIn the line you type\n"));
		add_bindings(&text, edit_bindings());
	}
	strbuf_addf(&text, "\n%s\n", legend);
	screen = view_text(tui, strbuf_str(&title), strbuf_str(&text));
	strbuf_release(&title);
	strbuf_release(&text);
	return screen;
}
