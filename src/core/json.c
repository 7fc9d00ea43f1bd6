#include "rehearse/json.h"

#include <inttypes.h>
#include <string.h>

#include "rehearse/utf8.h"

static void json_unit(struct strbuf *out, uint32_t unit)
{
	strbuf_addf(out, "\\u%04x", (unsigned)unit);
}

static void json_character(struct strbuf *out, uint32_t c)
{
	if (c == '"' || c == '\\') {
		strbuf_addc(out, '\\');
		strbuf_addc(out, (char)c);
	} else if (c == '\n') {
		strbuf_add(out, STR("\\n"));
	} else if (c == '\t') {
		strbuf_add(out, STR("\\t"));
	} else if (c == UTF8_INVALID) {
		strbuf_add(out, STR("\\ufffd"));
	} else if (utf8_is_control(c) || c == 0xfffe || c == 0xffff) {
		/* YAML readers, too, refuse the last two as they are */
		json_unit(out, c);
	} else {
		utf8_add(out, c);
	}
}

/* Where the characters that stand for themselves end: most of any text. */
static size_t end_of_plain(struct str text, size_t at)
{
	while (at < text.len) {
		unsigned char c = (unsigned char)text.ptr[at];

		if (c < 0x20 || c > 0x7e || c == '"' || c == '\\')
			break;
		at++;
	}
	return at;
}

void json_quote(struct strbuf *out, struct str text)
{
	size_t at = 0;

	strbuf_addc(out, '"');
	while (at < text.len) {
		size_t end = end_of_plain(text, at);

		strbuf_add(out, str_slice(text, at, end));
		at = end;
		if (at < text.len)
			json_character(out, utf8_next(text, &at));
	}
	strbuf_addc(out, '"');
}

/* None is due before the first of an object, of a list or of a line. */
static void add_comma(struct strbuf *out)
{
	struct str before = strbuf_str(out);

	if (before.len && !strchr("{[,\n", before.ptr[before.len - 1]))
		strbuf_addc(out, ',');
}

void json_key(struct strbuf *out, const char *key)
{
	add_comma(out);
	if (!key)
		return;
	json_quote(out, str_from(key));
	strbuf_addc(out, ':');
}

void json_open(struct strbuf *out, const char *key, char sign)
{
	json_key(out, key);
	strbuf_addc(out, sign);
}

void json_close(struct strbuf *out, char sign)
{
	strbuf_addc(out, sign);
}

void json_none(struct strbuf *out, const char *key)
{
	json_key(out, key);
	strbuf_add(out, STR("null"));
}

void json_bool(struct strbuf *out, const char *key, bool value)
{
	json_key(out, key);
	strbuf_add(out, value ? STR("true") : STR("false"));
}

void json_int(struct strbuf *out, const char *key, int number)
{
	json_key(out, key);
	strbuf_addf(out, "%d", number);
}

void json_count(struct strbuf *out, const char *key, uint64_t number)
{
	json_key(out, key);
	strbuf_addf(out, "%" PRIu64, number);
}

void json_text(struct strbuf *out, const char *key, struct str text)
{
	json_key(out, key);
	json_quote(out, text);
}

void json_int_or_null(struct strbuf *out, const char *key, int number)
{
	if (number < 0)
		json_none(out, key);
	else
		json_int(out, key, number);
}

void json_text_or_null(struct strbuf *out, const char *key, struct str text)
{
	if (!text.ptr)
		json_none(out, key);
	else
		json_text(out, key, text);
}

void json_name(struct strbuf *out, const char *key,
	       const struct terms *terms, int value)
{
	if (value < 0)
		json_none(out, key);
	else
		json_text(out, key, terms_name(terms, value));
}

void json_ints_by_name(struct strbuf *out, const char *key,
		       const struct terms *terms, const int *numbers)
{
	json_open(out, key, '{');
	for (int i = 0; i < terms->nr; i++)
		json_int_or_null(out, terms->names[i], numbers[i]);
	json_close(out, '}');
}

void json_ints(struct strbuf *out, const char *key, const int *numbers,
	       size_t nr)
{
	json_open(out, key, '[');
	for (size_t i = 0; i < nr; i++)
		json_int(out, NULL, numbers[i]);
	json_close(out, ']');
}
