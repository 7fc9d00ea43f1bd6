/*
 * Text as a borrowed slice (struct str) and as a growing buffer (struct
 * strbuf). A slice owns nothing and is not NUL-terminated; it lives as long
 * as what it points into. Both hold bytes; text from outside is checked to be
 * UTF-8 once, at the border (utf8.h).
 *
 * Layer: core.
 */
#ifndef REHEARSE_STR_H
#define REHEARSE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str {
	const char *ptr;
	size_t len;
};

#define STR(literal) ((struct str){ "" literal, sizeof(literal) - 1 })
#define STR_FMT "%.*s"
#define STR_ARG(str) (int)(str).len, (str).ptr
#define ARRAY_LEN(array) (sizeof(array) / sizeof((array)[0]))

struct str str_from(const char *nul_terminated);
bool str_equal(struct str a, struct str b);
/* ASCII letters compare alike whatever their case. */
bool str_equal_nocase(struct str a, struct str b);
/* None of the words is empty. */
bool str_is_one_of(struct str str, const char *const *words, size_t nr);
/* Byte order: negative, 0 or positive. */
int str_compare(struct str a, struct str b);
bool str_starts_with(struct str str, struct str start);
bool str_ends_with(struct str str, struct str end);
/* Bytes from (inclusive) to (exclusive), both held within the string. */
struct str str_slice(struct str str, size_t from, size_t to);
/* Without leading and trailing blanks, tabs, CR and LF. */
struct str str_trim(struct str str);
/* Where needle first stands at or after from; str.len when it does not. */
size_t str_find(struct str str, struct str needle, size_t from);
/*
 * Takes the part before the first separator off the front of *rest. False
 * when *rest is exhausted (ptr NULL); the last part has no separator.
 */
bool str_cut(struct str *rest, char separator, struct str *part);
/* A whole decimal number with nothing around it, at most max. */
bool str_number(struct str str, uint64_t max, uint64_t *number);
/* FNV-1a, 32 bits: the same on every machine. */
uint32_t str_hash(struct str str);
/* The hash of what begins with something of this hash and goes on with str. */
uint32_t str_hash_on(uint32_t hash, struct str str);
/* For qsort() and bsearch(): a uint32_t, or what begins with one. */
int compare_uint32(const void *a, const void *b);
/* Edits (insert, delete, replace, swap neighbours) from a to b, up to max. */
unsigned str_distance(struct str a, struct str b, unsigned max);
/*
 * The candidate nearest to a misspelt word, or an empty string when none is
 * near enough to be meant.
 */
struct str str_nearest(const struct str *candidates, size_t nr,
		       struct str word);

/*
 * A zeroed strbuf is an empty one without limit. With a max, what would go
 * beyond it is dropped and `full` is set. ptr is never NULL after the first
 * append, and one NUL byte always follows the contents.
 */
struct strbuf {
	char *ptr;
	size_t len, alloc;
	size_t max; /* 0: no limit */
	bool full;
};

void strbuf_add(struct strbuf *buf, struct str str);
void strbuf_addc(struct strbuf *buf, char c);
void strbuf_pad(struct strbuf *buf, char c, size_t nr);
__attribute__((format(printf, 2, 3)))
void strbuf_addf(struct strbuf *buf, const char *format, ...);
__attribute__((format(printf, 2, 0)))
void strbuf_addv(struct strbuf *buf, const char *format, va_list args);
/* What it holds now; valid until the next change. */
struct str strbuf_str(const struct strbuf *buf);
/* Cut back to len bytes. */
void strbuf_truncate(struct strbuf *buf, size_t len);
void strbuf_release(struct strbuf *buf);

#endif
