#include "rehearse/json.h"

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

void json_comma(struct strbuf *out)
{
	struct str before = strbuf_str(out);
	char last = before.len ? before.ptr[before.len - 1] : '\0';

	if (last && last != '{' && last != '[' && last != '\n')
		strbuf_addc(out, ',');
}

void json_key(struct strbuf *out, const char *name)
{
	json_comma(out);
	json_quote(out, str_from(name));
	strbuf_addc(out, ':');
}
