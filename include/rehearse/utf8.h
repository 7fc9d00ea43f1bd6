/*
 * UTF-8: decoding, checking, and the one filter through which everything
 * passes that leaves for a terminal or a report.
 *
 * No escape sequence, control character or bidirectional override from a
 * file, a name, an argument or a key ever reaches a terminal: filtered after
 * all decoding, in one place, by what a character is and not by lists of
 * dangerous sequences.
 *
 * Layer: core.
 */
#ifndef REHEARSE_UTF8_H
#define REHEARSE_UTF8_H

#include "rehearse/str.h"

/*
 * The character at str.ptr[*at]; *at moves behind it. An invalid byte comes
 * back as UTF8_INVALID and is one byte long.
 */
#define UTF8_INVALID 0xfffffffful
uint32_t utf8_next(struct str str, size_t *at);

/* Where the character before byte offset `at` begins. */
size_t utf8_previous(struct str str, size_t at);

/* Appends a character. */
void utf8_add(struct strbuf *out, uint32_t character);

/* The offset of the first invalid byte; str.len when there is none. */
size_t utf8_check(struct str str);

/* Length without a character cut off at the end. */
size_t utf8_whole(struct str str);

/* The bytes of a file behind the byte order mark some editors begin it with. */
struct str utf8_without_mark(struct str bytes);

/* How many characters stand before byte offset `at`. */
size_t utf8_count(struct str str, size_t at);

/* ESC, C0 but tab and line feed, DEL, C1, bidi controls, line separators. */
bool utf8_is_control(uint32_t character);

/*
 * The filter: control characters and invalid bytes become visible marks
 * (^[ for ESC, <U+202E> for an override, <FF> for a stray byte). Line feeds
 * and tabs become a space in visible_line(), stay in visible_text().
 */
void visible_line(struct strbuf *out, struct str str);
void visible_text(struct strbuf *out, struct str str);

/* The text with a capital first letter; capitals of ASCII and of western
 * Europe, others stay as they are. */
void utf8_add_capitalised(struct strbuf *out, struct str text);

#endif
