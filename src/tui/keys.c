#include "keys.h"

#include <assert.h>

#include "rehearse/utf8.h"

static const struct {
	enum key_code code;
	const char *name;
} names[] = {
	{ CODE_ENTER, "Enter" },         { CODE_TAB, "Tab" },
	{ CODE_BACKTAB, "S-Tab" },       { CODE_ESCAPE, "Esc" },
	{ CODE_BACKSPACE, "Backspace" }, { CODE_DELETE, "Del" },
	{ CODE_INSERT, "Ins" },          { CODE_UP, "Up" },
	{ CODE_DOWN, "Down" },           { CODE_LEFT, "Left" },
	{ CODE_RIGHT, "Right" },         { CODE_HOME, "Home" },
	{ CODE_END_KEY, "End" },         { CODE_PAGE_UP, "PgUp" },
	{ CODE_PAGE_DOWN, "PgDn" },
};

static bool key_equal(const struct key *a, const struct key *b)
{
	return a->code == b->code && a->ctrl == b->ctrl && a->meta == b->meta &&
	       (a->code != CODE_TEXT || a->character == b->character);
}

bool key_is_text(const struct key *key)
{
	return key->code == CODE_TEXT && !key->ctrl && !key->meta;
}

static bool parse_code(struct str name, struct key *key)
{
	uint64_t number;

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		if (str_equal(name, str_from(names[i].name))) {
			key->code = names[i].code;
			return true;
		}
	}
	if (name.len > 1 && name.ptr[0] == 'F' &&
	    str_number(str_slice(name, 1, name.len), 12, &number) && number) {
		key->code = (enum key_code)(CODE_F1 + (int)number - 1);
		return true;
	}
	return false;
}

bool key_parse(struct str name, struct key *key)
{
	struct key found = { 0 };
	size_t at = 0;

	while (name.len > 2 && name.ptr[1] == '-' &&
	       (name.ptr[0] == 'C' || name.ptr[0] == 'M')) {
		if (name.ptr[0] == 'C')
			found.ctrl = true;
		else
			found.meta = true;
		name = str_slice(name, 2, name.len);
	}
	if (!parse_code(name, &found)) {
		if (!name.len)
			return false;
		found.code = CODE_TEXT;
		found.character = utf8_next(name, &at);
		if (at != name.len || found.character == UTF8_INVALID)
			return false;
	}
	*key = found;
	return true;
}

const struct binding *bindings_find(struct bindings bindings,
				    const struct key *key, unsigned modes)
{
	struct key bound;

	for (size_t i = 0; i < bindings.nr; i++) {
		const struct binding *binding = &bindings.items[i];

		if (binding->when && !(binding->when & modes))
			continue;
		/* a misspelt name would be a key that does nothing */
		assert(key_parse(str_from(binding->key), &bound));
		if (key_equal(&bound, key))
			return binding;
	}
	return NULL;
}
