/*
 * Writing JSON. What is written is pure structure and escaped text: control
 * and bidirectional characters leave as \u escapes, never raw.
 *
 * Every writer but the first puts a comma where one is due. `key` names a
 * member of the object that was opened last; NULL: a value of the list that
 * was, or the whole.
 *
 * Layer: core.
 */
#ifndef REHEARSE_JSON_H
#define REHEARSE_JSON_H

#include "rehearse/str.h"
#include "rehearse/terms.h"

/* "text" with quotes and escapes; invalid bytes become U+FFFD. */
void json_quote(struct strbuf *out, struct str text);

/* The comma and the name; who calls it writes the value. */
void json_key(struct strbuf *out, const char *key);

/* `sign` is what it begins with, and what it ends with: { and }, [ and ]. */
void json_open(struct strbuf *out, const char *key, char sign);
void json_close(struct strbuf *out, char sign);

void json_none(struct strbuf *out, const char *key); /* null */
void json_bool(struct strbuf *out, const char *key, bool value);
void json_int(struct strbuf *out, const char *key, int number);
void json_count(struct strbuf *out, const char *key, uint64_t number);
void json_text(struct strbuf *out, const char *key, struct str text);
/* null when it is below 0: a score that is SCORE_NONE. */
void json_int_or_null(struct strbuf *out, const char *key, int number);
/* null when it points nowhere; an empty text is one. */
void json_text_or_null(struct strbuf *out, const char *key, struct str text);
/* The name of a value; null when it is below 0. */
void json_name(struct strbuf *out, const char *key,
	       const struct terms *terms, int value);
/* A number for every name, in an object; null for those below 0. */
void json_ints_by_name(struct strbuf *out, const char *key,
		       const struct terms *terms, const int *numbers);
/* A list of numbers. */
void json_ints(struct strbuf *out, const char *key, const int *numbers,
	       size_t nr);

#endif
