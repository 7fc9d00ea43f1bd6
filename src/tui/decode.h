/*
 * What a terminal sends, as keys. Pure: bytes in, a key out.
 *
 * Sequences are recognised by their grammar (ECMA-48) and not one by one: an
 * unknown one is swallowed whole instead of being typed into the line.
 */
#ifndef TUI_DECODE_H
#define TUI_DECODE_H

#include "keys.h"

/*
 * Takes the first key off the bytes. Returns how many bytes it was, or 0 when
 * more must come first; with `last` nothing more is coming and only empty
 * bytes give 0. A sequence without meaning is CODE_NONE. CODE_PASTE means
 * that a paste begins here: its text ends with decode_paste_end.
 */
size_t key_decode(struct str bytes, bool last, struct key *key);

extern const struct str decode_paste_end;

#endif
