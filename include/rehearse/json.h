/*
 * Writing JSON. What is written is pure structure and escaped text: control
 * and bidirectional characters leave as \u escapes, never raw.
 *
 * Layer: core.
 */
#ifndef REHEARSE_JSON_H
#define REHEARSE_JSON_H

#include "rehearse/str.h"

/* "text" with quotes and escapes; invalid bytes become U+FFFD. */
void json_quote(struct strbuf *out, struct str text);
/* "name": before a value; with a comma if anything stands before it in the
 * object or list that was opened last. */
void json_key(struct strbuf *out, const char *name);
/* A comma if one is due before the next value of a list. */
void json_comma(struct strbuf *out);

#endif
