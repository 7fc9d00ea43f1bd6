#include "rehearse/utf8.h"

static bool is_tail(unsigned char byte)
{
	return (byte & 0xc0) == 0x80;
}

uint32_t utf8_next(struct str str, size_t *at)
{
	/* smallest value that needs 2, 3, 4 bytes: less is overlong */
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *s = (const unsigned char *)str.ptr + *at;
	size_t left = str.len - *at;
	uint32_t value;
	size_t len;

	if (s[0] < 0x80) {
		*at += 1;
		return s[0];
	}
	len = s[0] >= 0xf0 && s[0] <= 0xf4 ? 4 :
	      s[0] >= 0xe0 && s[0] < 0xf0 ? 3 :
	      s[0] >= 0xc2 && s[0] < 0xe0 ? 2 : 0;
	if (!len || len > left) {
		*at += 1;
		return UTF8_INVALID;
	}
	value = s[0] & (0x7fu >> len);
	for (size_t i = 1; i < len; i++) {
		if (!is_tail(s[i])) {
			*at += 1;
			return UTF8_INVALID;
		}
		value = value << 6 | (s[i] & 0x3fu);
	}
	if (value < least[len] || value > 0x10ffff ||
	    (value >= 0xd800 && value <= 0xdfff)) {
		*at += 1;
		return UTF8_INVALID;
	}
	*at += len;
	return value;
}

size_t utf8_previous(struct str str, size_t at)
{
	size_t from = at;

	while (from && at - from < 4) {
		from--;
		if (!is_tail((unsigned char)str.ptr[from]))
			return from;
	}
	return at ? at - 1 : 0;
}

void utf8_add(struct strbuf *out, uint32_t c)
{
	if (c < 0x80) {
		strbuf_addc(out, (char)c);
	} else if (c < 0x800) {
		strbuf_addc(out, (char)(0xc0 | c >> 6));
		strbuf_addc(out, (char)(0x80 | (c & 0x3f)));
	} else if (c < 0x10000) {
		strbuf_addc(out, (char)(0xe0 | c >> 12));
		strbuf_addc(out, (char)(0x80 | (c >> 6 & 0x3f)));
		strbuf_addc(out, (char)(0x80 | (c & 0x3f)));
	} else {
		strbuf_addc(out, (char)(0xf0 | c >> 18));
		strbuf_addc(out, (char)(0x80 | (c >> 12 & 0x3f)));
		strbuf_addc(out, (char)(0x80 | (c >> 6 & 0x3f)));
		strbuf_addc(out, (char)(0x80 | (c & 0x3f)));
	}
}

size_t utf8_check(struct str str)
{
	size_t at = 0;

	while (at < str.len) {
		size_t start = at;

		if (utf8_next(str, &at) == UTF8_INVALID)
			return start;
	}
	return str.len;
}

size_t utf8_whole(struct str str)
{
	size_t last, at;

	if (!str.len)
		return 0;
	last = at = utf8_previous(str, str.len);
	return utf8_next(str, &at) == UTF8_INVALID ? last : str.len;
}

struct str utf8_without_mark(struct str bytes)
{
	const struct str mark = STR("\xef\xbb\xbf");

	return str_starts_with(bytes, mark) ?
	       str_slice(bytes, mark.len, bytes.len) : bytes;
}

size_t utf8_count(struct str str, size_t at)
{
	size_t nr = 0, i = 0;

	while (i < at && i < str.len) {
		utf8_next(str, &i);
		nr++;
	}
	return nr;
}

bool utf8_is_control(uint32_t c)
{
	if (c < 0x20)
		return c != '\t' && c != '\n';
	return (c >= 0x7f && c < 0xa0) || c == 0x61c ||
	       c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
	       (c >= 0x2066 && c <= 0x2069) || c == 0xfeff ||
	       c > 0x10ffff;
}

static void add_mark(struct strbuf *out, uint32_t c)
{
	if (c < 0x20 || c == 0x7f)
		strbuf_addf(out, "^%c", (char)(c ^ 0x40));
	else
		strbuf_addf(out, "<U+%04X>", (unsigned)c);
}

static void visible(struct strbuf *out, struct str str, bool line)
{
	size_t at = 0;

	while (at < str.len) {
		size_t start = at;
		uint32_t c = utf8_next(str, &at);

		if (c == UTF8_INVALID)
			strbuf_addf(out, "<%02X>", (unsigned char)
				    str.ptr[start]);
		else if (line && (c == '\n' || c == '\t'))
			strbuf_addc(out, ' ');
		else if (utf8_is_control(c))
			add_mark(out, c);
		else
			strbuf_add(out, str_slice(str, start, at));
	}
}

void visible_line(struct strbuf *out, struct str str)
{
	visible(out, str, true);
}

void visible_text(struct strbuf *out, struct str str)
{
	visible(out, str, false);
}

void utf8_add_capitalised(struct strbuf *out, struct str text)
{
	size_t at = 0;
	uint32_t first;

	if (!text.len)
		return;
	first = utf8_next(text, &at);
	if ((first >= 'a' && first <= 'z') ||
	    (first >= 0xe0 && first <= 0xfe && first != 0xf7))
		first -= 0x20;
	utf8_add(out, first);
	strbuf_add(out, str_slice(text, at, text.len));
}
