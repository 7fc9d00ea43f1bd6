/*
 * $VISUAL or $EDITOR on a text, in a file only its owner can read and that is
 * gone afterwards. The caller lends the terminal meanwhile.
 */
#ifndef TUI_EDITOR_H
#define TUI_EDITOR_H

#include "rehearse/error.h"

/* False when there is no editor, it fails, or leaves with a status: then the
 * text stays as it was. */
bool editor_run(struct str text, struct strbuf *out, struct error *err);

#endif
