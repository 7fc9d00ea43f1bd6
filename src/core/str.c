#include "rehearse/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rehearse/arena.h"

struct str str_from(const char *nul_terminated)
{
	return (struct str){ nul_terminated, strlen(nul_terminated) };
}

bool str_equal(struct str a, struct str b)
{
	return a.len == b.len && (!a.len || !memcmp(a.ptr, b.ptr, a.len));
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool str_equal_nocase(struct str a, struct str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (lower(a.ptr[i]) != lower(b.ptr[i]))
			return false;
	return true;
}

int str_compare(struct str a, struct str b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int order = len ? memcmp(a.ptr, b.ptr, len) : 0;

	if (order)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

bool str_is_one_of(struct str str, const char *const *words, size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		if (str.len && str.ptr[0] == words[i][0] &&
		    str_equal(str, str_from(words[i])))
			return true;
	return false;
}

bool str_starts_with(struct str str, struct str start)
{
	return str.len >= start.len &&
	       str_equal(str_slice(str, 0, start.len), start);
}

bool str_ends_with(struct str str, struct str end)
{
	return str.len >= end.len &&
	       str_equal(str_slice(str, str.len - end.len, str.len), end);
}

struct str str_slice(struct str str, size_t from, size_t to)
{
	if (to > str.len)
		to = str.len;
	if (from > to)
		from = to;
	return (struct str){ from ? str.ptr + from : str.ptr, to - from };
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct str str_trim(struct str str)
{
	size_t from = 0, to = str.len;

	while (from < to && is_blank(str.ptr[from]))
		from++;
	while (to > from && is_blank(str.ptr[to - 1]))
		to--;
	return str_slice(str, from, to);
}

size_t str_find(struct str str, struct str needle, size_t from)
{
	while (from + needle.len <= str.len) {
		const char *at = str.ptr + from;

		if (needle.len)
			at = memchr(at, needle.ptr[0],
				    str.len - needle.len + 1 - from);
		if (!at)
			break;
		from = (size_t)(at - str.ptr);
		if (str_equal(str_slice(str, from, from + needle.len), needle))
			return from;
		from++;
	}
	return str.len;
}

bool str_cut(struct str *rest, char separator, struct str *part)
{
	const char *at;
	size_t len;

	if (!rest->ptr)
		return false;
	at = rest->len ? memchr(rest->ptr, separator, rest->len) : NULL;
	if (!at) {
		*part = *rest;
		*rest = (struct str){ NULL, 0 };
		return true;
	}
	len = (size_t)(at - rest->ptr);
	*part = str_slice(*rest, 0, len);
	*rest = str_slice(*rest, len + 1, rest->len);
	return true;
}

bool str_number(struct str str, uint64_t max, uint64_t *number)
{
	uint64_t value = 0;

	if (!str.len)
		return false;
	for (size_t i = 0; i < str.len; i++) {
		unsigned digit = (unsigned)(str.ptr[i] - '0');

		if (digit > 9 || value > (UINT64_MAX - digit) / 10)
			return false;
		value = value * 10 + digit;
	}
	if (value > max)
		return false;
	*number = value;
	return true;
}

uint32_t str_hash(struct str str)
{
	return str_hash_on(2166136261u, str);
}

uint32_t str_hash_on(uint32_t hash, struct str str)
{
	for (size_t i = 0; i < str.len; i++) {
		hash ^= (unsigned char)str.ptr[i];
		hash *= 16777619u;
	}
	return hash;
}

int compare_uint32(const void *a, const void *b)
{
	uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;

	return (left > right) - (left < right);
}

/*
 * The edit distance by rows (optimal string alignment). Words beyond 63
 * bytes are never compared: nobody mistypes those into one another.
 */
unsigned str_distance(struct str a, struct str b, unsigned max)
{
	unsigned rows[3][64];

	if (a.len > 63 || b.len > 63)
		return max + 1;
	for (size_t j = 0; j <= b.len; j++)
		rows[0][j] = (unsigned)j;
	for (size_t i = 1; i <= a.len; i++) {
		unsigned *now = rows[i % 3], *before = rows[(i + 2) % 3];

		now[0] = (unsigned)i;
		for (size_t j = 1; j <= b.len; j++) {
			unsigned change = a.ptr[i - 1] != b.ptr[j - 1];
			unsigned best = before[j - 1] + change;

			if (before[j] + 1 < best)
				best = before[j] + 1;
			if (now[j - 1] + 1 < best)
				best = now[j - 1] + 1;
			if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] &&
			    a.ptr[i - 2] == b.ptr[j - 1] &&
			    rows[(i + 1) % 3][j - 2] + 1 < best)
				best = rows[(i + 1) % 3][j - 2] + 1;
			now[j] = best;
		}
	}
	return rows[a.len % 3][b.len] <= max ? rows[a.len % 3][b.len] : max + 1;
}

struct str str_nearest(const struct str *candidates, size_t nr,
		       struct str word)
{
	unsigned best = word.len < 4 ? 2 : 3; /* further off is no slip */
	struct str nearest = STR("");

	for (size_t i = 0; i < nr; i++) {
		unsigned distance = str_distance(word, candidates[i], best);

		if (distance < best) {
			best = distance;
			nearest = candidates[i];
		}
	}
	return nearest;
}

/* Small in the tests, so that every append grows. */
#ifndef STRBUF_MIN
#define STRBUF_MIN 64
#endif

static void strbuf_reserve(struct strbuf *buf, size_t more)
{
	size_t need = buf->len + more + 1;

	if (need <= buf->alloc)
		return;
	if (need < more)
		out_of_memory();
	if (need < buf->alloc * 2)
		need = buf->alloc * 2;
	if (need < STRBUF_MIN)
		need = STRBUF_MIN;
	buf->ptr = memory_resize(buf->ptr, need);
	buf->alloc = need;
}

void strbuf_add(struct strbuf *buf, struct str str)
{
	if (buf->max && str.len > buf->max - buf->len) {
		str.len = buf->max - buf->len;
		buf->full = true;
	}
	strbuf_reserve(buf, str.len);
	if (str.len)
		memcpy(buf->ptr + buf->len, str.ptr, str.len);
	buf->len += str.len;
	buf->ptr[buf->len] = '\0';
}

void strbuf_addc(struct strbuf *buf, char c)
{
	strbuf_add(buf, (struct str){ &c, 1 });
}

void strbuf_pad(struct strbuf *buf, char c, size_t nr)
{
	while (nr--)
		strbuf_addc(buf, c);
}

void strbuf_addf(struct strbuf *buf, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	strbuf_addv(buf, format, args);
	va_end(args);
}

void strbuf_addv(struct strbuf *buf, const char *format, va_list args)
{
	va_list again;
	int len;

	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (len < 0)
		return;
	if (buf->max && (size_t)len > buf->max - buf->len) {
		buf->full = true;
		return;
	}
	strbuf_reserve(buf, (size_t)len);
	vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, args);
	buf->len += (size_t)len;
}

struct str strbuf_str(const struct strbuf *buf)
{
	if (!buf->ptr)
		return STR("");
	return (struct str){ buf->ptr, buf->len };
}

void strbuf_truncate(struct strbuf *buf, size_t len)
{
	if (len >= buf->len)
		return;
	buf->len = len;
	buf->ptr[len] = '\0';
}

void strbuf_release(struct strbuf *buf)
{
	free(buf->ptr);
	buf->ptr = NULL;
	buf->len = buf->alloc = 0;
	buf->full = false;
}
