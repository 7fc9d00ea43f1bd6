/* A key by the name that key_parse() reads. */
#ifndef TESTS_KEY_PRINT_H
#define TESTS_KEY_PRINT_H

#include "rehearse/utf8.h"
#include "tui/keys.h"

static inline void key_print(const struct key *key, struct strbuf *out)
{
	static const char *const names[] = {
		"Enter", "Tab",   "S-Tab", "Esc",  "Backspace", "Del", "Ins",
		"Up",    "Down",  "Left",  "Right", "Home",     "End", "PgUp",
		"PgDn",  "F1",    "F2",    "F3",   "F4",        "F5",  "F6",
		"F7",    "F8",    "F9",    "F10",  "F11",       "F12",
	};
	struct key named;

	if (key->ctrl)
		strbuf_add(out, STR("C-"));
	if (key->meta)
		strbuf_add(out, STR("M-"));
	if (key->code == CODE_TEXT)
		utf8_add(out, key->character);
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (key_parse(str_from(names[i]), &named) &&
		    named.code == key->code)
			strbuf_add(out, str_from(names[i]));
}

#endif
