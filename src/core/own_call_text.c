/*
 * What is asked, and the template's text with the answers put in. Templates
 * keep to one form: id, title, you, client and each fill stand on a line of
 * their own, the last three as {key: value, ...}. So lines are all that need
 * be known of YAML here, and every other line stays as its author wrote it.
 */
#include <assert.h>

#include "own_line.h"

static const char *const kind_names[] = {
	"late", "extra", "quality", "price", "mistake", "cancelled", "other",
};
static_assert(ARRAY_LEN(kind_names) == OWN_KIND_NR, "names");
const struct terms own_kind_terms = {
	.what = "a kind of call",
	.names = kind_names,
	.nr = OWN_KIND_NR,
};

static const char *const kind_titles[] = {
	"Late", "Extra work", "Quality", "Price",
	"Mistake", "Cancelled", "Your call",
};
static_assert(ARRAY_LEN(kind_titles) == OWN_KIND_NR, "titles");

static const struct {
	const char *ask, *hint;
} questions[] = {
	[OWN_WHO] = {
		"Who is it?",
		"the name, then the role or the firm: "
		"Dana Whitfield, operations director at Northgate",
	},
	[OWN_WHAT] = {
		"What happened, and with what?",
		"the number and a few words: 1 the new kitchen doors\n"
		"1 late   2 they want extra   3 quality   4 price\n"
		"5 mistake or outage   6 cancelled   7 something else",
	},
	[OWN_FAULT] = {
		"Whose fault is it?",
		"yours, shared, theirs or nobody",
	},
	[OWN_OFFER] = {
		"What can you offer, and by when? I can ...",
		"bring half of it by Friday",
	},
	[OWN_CANNOT] = {
		"What can't you do? I can't ...",
		"bring all of it before the 20th",
	},
	[OWN_FEAR] = {
		"What do you fear they will say?",
		"one or two sentences, with / between; you will hear them word "
		"for word",
	},
};
static_assert(ARRAY_LEN(questions) == OWN_QUESTION_NR, "questions");

struct str own_call_ask(enum own_question question)
{
	return str_from(questions[question].ask);
}

struct str own_call_hint(enum own_question question)
{
	return str_from(questions[question].hint);
}

/* How a sentence that owns up ends. */
static const char *const owning[] = {
	[FAULT_YOURS] = "and that is on us",
	[FAULT_SHARED] = "and part of that is ours",
	[FAULT_THEIRS] = "and I want to sort it out with you",
	[FAULT_NOBODY] = "and I wanted you to hear it from me",
};
static_assert(ARRAY_LEN(owning) == FAULT_NR, "faults");

/* ---- {key: value, ...} -------------------------------------------------- */

static size_t skip_blanks(struct str line, size_t at)
{
	while (at < line.len && line.ptr[at] == ' ')
		at++;
	return at;
}

/* Behind the value that begins at `at`, quoted or plain. */
static size_t value_end(struct str line, size_t at)
{
	char quote = at < line.len ? line.ptr[at] : '\0';
	size_t end;

	if (quote == '"' || quote == '\'') {
		for (at++; at < line.len && line.ptr[at] != quote; at++)
			at += quote == '"' && line.ptr[at] == '\\';
		return at < line.len ? at + 1 : line.len;
	}
	for (end = at; end < line.len && line.ptr[end] != ',' &&
		       line.ptr[end] != '}'; end++)
		;
	while (end > at && line.ptr[end - 1] == ' ')
		end--;
	return end;
}

/* Where the value of the key lies in the line; false: it has no such key. */
static bool find_value(struct str line, struct str key, size_t *from,
		       size_t *to)
{
	size_t at = str_find(line, STR("{"), 0);

	while (at < line.len && line.ptr[at] != '}') {
		size_t name = skip_blanks(line, at + 1);
		size_t colon = str_find(line, STR(":"), name);

		*from = skip_blanks(line, colon + 1);
		*to = value_end(line, *from);
		if (str_equal(str_slice(line, name, colon), key))
			return true;
		at = skip_blanks(line, *to);
	}
	return false;
}

static void add_quoted(struct strbuf *out, struct str value)
{
	strbuf_addc(out, '"');
	for (size_t i = 0; i < value.len; i++) {
		if (value.ptr[i] == '"' || value.ptr[i] == '\\')
			strbuf_addc(out, '\\');
		strbuf_addc(out, value.ptr[i]);
	}
	strbuf_addc(out, '"');
}

/* The line with this value; an empty one changes nothing. A key that is not
 * there comes first. */
static struct str with_value(struct str line, const char *key,
			     struct str value, struct arena *arena)
{
	struct strbuf out = { 0 };
	size_t from, to, open = str_find(line, STR("{"), 0);
	struct str copy;

	if (!value.len || open == line.len)
		return line;
	if (find_value(line, str_from(key), &from, &to)) {
		strbuf_add(&out, str_slice(line, 0, from));
		add_quoted(&out, value);
	} else {
		to = open + 1;
		strbuf_add(&out, str_slice(line, 0, to));
		strbuf_addf(&out, "%s: ", key);
		add_quoted(&out, value);
		strbuf_add(&out, STR(", "));
	}
	strbuf_add(&out, str_slice(line, to, line.len));
	copy = arena_str(arena, strbuf_str(&out));
	strbuf_release(&out);
	return copy;
}

static struct str value_of(struct str line, const char *key)
{
	size_t from, to;

	if (!find_value(line, str_from(key), &from, &to))
		return STR("");
	if (line.ptr[from] == '"' || line.ptr[from] == '\'')
		return str_slice(line, from + 1, to - 1);
	return str_slice(line, from, to);
}

/* ---- the lines of a template -------------------------------------------- */

/* "name:" at that column, and the name. */
static bool key_at(struct str line, size_t column, struct str *key)
{
	size_t colon = str_find(line, STR(":"), 0);

	if (skip_blanks(line, 0) != column || colon == line.len ||
	    line.ptr[column] == '#')
		return false;
	*key = str_slice(line, column, colon);
	return true;
}

/* Lines one after the other, with what they belong to. */
struct walk {
	struct str rest, line;
	struct str top, key; /* the key at the left; the one below it */
	bool heads;          /* the line is the one with the key at the left */
};

static bool walk_next(struct walk *walk)
{
	if (!str_cut(&walk->rest, '\n', &walk->line))
		return false;
	walk->key = STR("");
	walk->heads = key_at(walk->line, 0, &walk->top);
	if (!walk->heads)
		key_at(walk->line, 2, &walk->key);
	return true;
}

static bool is_head(const struct walk *walk, const char *top)
{
	return walk->heads && str_equal(walk->top, str_from(top));
}

/* The fact that a fear was spoken of by the caller. */
static bool is_fear_spoken(const struct walk *walk, size_t *fear)
{
	static const char *const facts[] = { "spoke_1", "spoke_2" };

	static_assert(ARRAY_LEN(facts) == OWN_FEARS, "fears");
	for (*fear = 0; *fear < ARRAY_LEN(facts); ++*fear)
		if (str_equal(walk->key, str_from(facts[*fear])))
			return str_equal(walk->top, STR("facts"));
	return false;
}

static bool is_fill(const struct walk *walk)
{
	return walk->key.len && str_equal(walk->top, STR("fill"));
}

/* Of {key: value} behind a key at the left. */
static struct str template_head(struct str yaml, const char *top,
				const char *key)
{
	struct walk walk = { .rest = yaml };

	while (walk_next(&walk))
		if (is_head(&walk, top))
			return value_of(walk.line, key);
	return STR("");
}

static struct str template_fill(struct str yaml, const char *name)
{
	struct walk walk = { .rest = yaml };

	while (walk_next(&walk))
		if (is_fill(&walk) && str_equal(walk.key, str_from(name)))
			return value_of(walk.line, "default");
	return STR("");
}

struct str own_call_default(const struct own_call *call,
			    enum own_question question, struct str yaml,
			    struct arena *arena)
{
	struct str first, second;

	switch (question) {
	case OWN_WHO:
		return template_head(yaml, "client", "name");
	case OWN_WHAT:
		return arena_printf(arena, "%s: " STR_FMT,
				    kind_names[call->kind],
				    STR_ARG(template_fill(yaml, "thing")));
	case OWN_FAULT:
		return template_head(yaml, "you", "fault");
	case OWN_OFFER:
		first = template_fill(yaml, "offer");
		second = template_fill(yaml, "when");
		return arena_printf(arena, STR_FMT " " STR_FMT,
				    STR_ARG(first), STR_ARG(second));
	case OWN_CANNOT:
		return template_fill(yaml, "cannot");
	case OWN_FEAR:
	case OWN_QUESTION_NR:
		break;
	}
	first = template_fill(yaml, "fear1");
	second = template_fill(yaml, "fear2");
	return arena_printf(arena, STR_FMT " / " STR_FMT, STR_ARG(first),
			    STR_ARG(second));
}

/* No day of ours is put into the mouth of somebody who named none. */
static bool has_no_time(const struct own_call *call)
{
	return call->offer.len && !call->when.len;
}

/* What stands for a time that nobody named. */
static struct str some_time(enum own_kind kind)
{
	switch (kind) {
	case OWN_PRICE:
	case OWN_CANCELLED:
	case OWN_OTHER:
		return STR("as soon as you say so");
	default:
		return STR("by the day we agree on");
	}
}

/* The answer that is a fill's default; empty: none. */
static struct str answer_for(const struct own_call *call, struct str fill)
{
	const struct {
		const char *name;
		struct str answer;
	} answers[] = {
		{ "thing", call->thing },   { "offer", call->offer },
		{ "when", has_no_time(call) ? some_time(call->kind)
					    : call->when },
		{ "cannot", call->cannot },
		{ "fear1", call->fear[0] }, { "fear2", call->fear[1] },
		{ "own", call->fault == FAULT_NR
				 ? STR("")
				 : str_from(owning[call->fault]) },
	};

	for (size_t i = 0; i < ARRAY_LEN(answers); i++)
		if (str_equal(fill, str_from(answers[i].name)))
			return answers[i].answer;
	return STR("");
}

static struct str client_line(const struct own_call *call, struct str line,
			      struct arena *arena)
{
	line = with_value(line, "company", call->company, arena);
	line = with_value(line, "role", call->role, arena);
	return with_value(line, "name", call->name, arena);
}

/* The first of these words in the line become others. */
static struct str replaced(struct str line, const char *words,
			   const char *others, struct arena *arena)
{
	struct str from = str_from(words);
	size_t at = str_find(line, from, 0);

	if (at == line.len)
		return line;
	return arena_printf(arena, STR_FMT "%s" STR_FMT,
			    STR_ARG(str_slice(line, 0, at)), others,
			    STR_ARG(str_slice(line, at + from.len, line.len)));
}

static bool has(struct str line, const char *words)
{
	return str_find(line, str_from(words), 0) < line.len;
}

/* A second fear nobody named is a question: no sentence that was held back,
 * and no complaint. */
static bool holds_back(struct str line)
{
	return has(line, "'{fear2}'") && has(line, "if: not knows(fear_2) and");
}

static struct str as_question(struct str line, struct arena *arena)
{
	if (!has(line, "{fear2}"))
		return line;
	return replaced(line, "means: [complaint]", "means: [question]", arena);
}

static struct str changed_line(const struct own_call *call,
			       const struct walk *walk, struct str id,
			       struct arena *arena)
{
	struct str line = call->one_fear ? as_question(walk->line, arena)
					 : walk->line;
	size_t fear;

	if (is_head(walk, "id"))
		return arena_printf(arena, "id: " STR_FMT, STR_ARG(id));
	if (is_head(walk, "title"))
		return arena_printf(arena,
				    "title: \"%s: {thing} ({client_name})\"",
				    kind_titles[call->kind]);
	if (is_head(walk, "you") && call->fault != FAULT_NR)
		return with_value(line, "fault",
				  terms_name(&fault_terms, call->fault),
				  arena);
	if (is_head(walk, "client"))
		return client_line(call, line, arena);
	if (is_fill(walk))
		return with_value(line, "default", answer_for(call, walk->key),
				  arena);
	if (is_fear_spoken(walk, &fear))
		return with_value(line, "heard",
				  own_fear_words(call->fear[fear], call->thing,
						 arena),
				  arena);
	return has_no_time(call) || call->offer_has_when
		       ? replaced(line, "{offer} {when}", "{offer}", arena)
		       : line;
}

struct str own_call_yaml(const struct own_call *call, struct str yaml,
			 struct str id, struct arena *arena)
{
	struct walk walk = { .rest = yaml };
	struct strbuf out = { 0 };
	struct str copy;

	strbuf_add(&out, STR("# Your own call, as you told it. Change what you "
			     "like; `rehearse check FILE` says what\n"
			     "# is wrong with it, if anything.\n"));
	while (walk_next(&walk)) {
		/* what stands above it all is for authors of templates */
		if (!walk.top.len || (call->one_fear && holds_back(walk.line)))
			continue;
		strbuf_add(&out, changed_line(call, &walk, id, arena));
		if (walk.rest.ptr)
			strbuf_addc(&out, '\n');
	}
	copy = arena_str(arena, strbuf_str(&out));
	strbuf_release(&out);
	return copy;
}
