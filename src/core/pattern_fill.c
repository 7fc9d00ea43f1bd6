/*
 * What a user has filled in becomes part of a pattern. In a plain phrase it
 * is more plain words. Between signs it is read as a plain phrase of its
 * own, and written down in elements that files cannot contain (see
 * pattern_parts.h).
 */
#include "pattern_parts.h"
#include "rehearse/text.h"
#include "rehearse/utf8.h"

static const struct {
	char sign;
	enum node_kind kind;
} parts[] = {
	{ '=', NODE_VALUE },
	{ '~', NODE_STEM },
	{ '.', NODE_GAP },
};

bool part_read(struct str source, size_t *at, struct node *node)
{
	static const char digits[] = "0123456789abcdef";
	size_t end = str_find(source, STR(">"), *at);
	uint32_t value = 0;

	if (end == source.len || end < *at + 3)
		return false;
	for (size_t i = *at + 2; i < end; i++) {
		size_t digit = 0;

		while (digits[digit] && digits[digit] != source.ptr[i])
			digit++;
		value = value << 4 | (uint32_t)digit;
	}
	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		if (parts[i].sign == source.ptr[*at + 1])
			node->kind = parts[i].kind;
	node->value = value;
	*at = end + 1;
	return true;
}

static void write_node(struct strbuf *out, const struct node *node)
{
	const char *between = node->kind == NODE_CHOICE ? "|" : " ";

	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		if (parts[i].kind == node->kind)
			strbuf_addf(out, "<%c%c%x>", PART_MARK, parts[i].sign,
				    (unsigned)node->value);
	strbuf_add(out, node->key);
	if (!node->nr_kids)
		return;
	strbuf_addc(out, '(');
	for (size_t i = 0; i < node->nr_kids; i++) {
		if (i)
			strbuf_add(out, str_from(between));
		write_node(out, node->kids[i]);
	}
	strbuf_addc(out, ')');
}

/*
 * What may stand before it in a sentence, now that its own small words are
 * gone: "on the 14th" is 14 March, "our manual" is the manual.
 */
static const char *lead_in(const struct node *node)
{
	while (node->nr_kids)
		node = node->kids[0];
	return node->kind == NODE_VALUE ? "(on|at|by)? (the)? "
					: "(the|a|an|our|your|this)? ";
}

static bool write_fill(struct strbuf *out, struct str value)
{
	struct arena arena = { 0 };
	const struct node *node = plain_node(&arena, value);

	if (node) {
		strbuf_add(out, str_from(lead_in(node)));
		write_node(out, node);
	}
	arena_release(&arena);
	return node;
}

/* A plain phrase stays one: what might be a sign becomes a blank. */
static void write_plain(struct strbuf *out, struct str value)
{
	for (size_t i = 0; i < value.len; i++)
		strbuf_addc(out, sign_at(value, i) ? ' ' : value.ptr[i]);
}

static unsigned column(struct str source, size_t at)
{
	return (unsigned)utf8_count(source, at) + 1;
}

static bool unknown(struct str source, size_t at, struct str name,
		    const struct pattern_fill *fills, size_t nr,
		    struct error *err)
{
	struct arena arena = { 0 };
	struct str *names = ARENA_ARRAY(&arena, struct str, nr);
	struct str near;

	for (size_t i = 0; i < nr; i++)
		names[i] = fills[i].name;
	near = str_nearest(names, nr, name);
	arena_release(&arena);
	if (near.len)
		return error_at(err, STR(""), 0, column(source, at),
				"Nothing is filled in as {" STR_FMT "}; did "
				"you mean {" STR_FMT "}?",
				STR_ARG(name), STR_ARG(near));
	return error_at(err, STR(""), 0, column(source, at),
			"Nothing is filled in as {" STR_FMT "}. Name it under "
			"fill:, or write the words out.",
			STR_ARG(name));
}

/* Appends the fill whose { stands at `open`. */
static bool put_fill(struct strbuf *out, struct str source, size_t open,
		     struct str name, const struct pattern_fill *fills,
		     size_t nr, struct error *err)
{
	size_t i = 0;

	while (i < nr && !str_equal(fills[i].name, name))
		i++;
	if (i == nr)
		return unknown(source, open, name, fills, nr, err);
	if (pattern_is_plain(source)) {
		write_plain(out, fills[i].value);
		return true;
	}
	if (write_fill(out, fills[i].value))
		return true;
	return error_at(err, STR(""), 0, column(source, open),
			"What is filled in as {" STR_FMT "} has no words.",
			STR_ARG(name));
}

bool pattern_with_fills(struct strbuf *out, struct str source,
			const struct pattern_fill *fills, size_t nr_fills,
			struct error *err)
{
	size_t start = out->len, at = 0;

	while (at < source.len) {
		size_t open = str_find(source, STR("{"), at);
		size_t close = str_find(source, STR("}"), open);
		struct str name = str_slice(source, open + 1, close);

		strbuf_add(out, str_slice(source, at, open));
		if (open == source.len)
			return true;
		if (close == source.len) {
			strbuf_truncate(out, start);
			return error_at(err, STR(""), 0, column(source, open),
					"This { is not closed: a } is "
					"missing.");
		}
		if (!put_fill(out, source, open, name, fills, nr_fills, err)) {
			strbuf_truncate(out, start);
			return false;
		}
		at = close + 1;
	}
	return true;
}
