/*
 * Answers as people give them. They are asked for a noun, half a sentence, a
 * word of four, and answer with "I can't do that." and "Mine, honestly": what
 * stands before and behind is taken off, so that what remains fits into the
 * template's sentences.
 */
#include "rehearse/own_call.h"

#include <assert.h>

#include "own_line.h"
#include "rehearse/named.h"
#include "rehearse/text.h"
#include "rehearse/utf8.h"

enum {
	NAME_MAX = 80, /* characters */
	PHRASE_MAX = 120,
	WHEN_MAX = 60,
	SENTENCE_MAX = 200, /* the most a fill may hold */
};

static const struct lead kind_leads[] = {
	{ "late", OWN_LATE },
	{ "delay", OWN_LATE },
	{ "delayed", OWN_LATE },
	{ "extra", OWN_EXTRA },
	{ "extra work", OWN_EXTRA },
	{ "they want extra", OWN_EXTRA },
	{ "quality", OWN_QUALITY },
	{ "price", OWN_PRICE },
	{ "mistake", OWN_MISTAKE },
	{ "mistake or outage", OWN_MISTAKE },
	{ "outage", OWN_MISTAKE },
	{ "cancelled", OWN_CANCELLED },
	{ "canceled", OWN_CANCELLED },
	{ "other", OWN_OTHER },
	{ "something else", OWN_OTHER },
	{ "1", OWN_LATE },
	{ "2", OWN_EXTRA },
	{ "3", OWN_QUALITY },
	{ "4", OWN_PRICE },
	{ "5", OWN_MISTAKE },
	{ "6", OWN_CANCELLED },
	{ "7", OWN_OTHER },
};

static const struct lead fault_leads[] = {
	{ "yours", FAULT_YOURS },   { "your", FAULT_YOURS },
	{ "mine", FAULT_YOURS },    { "my", FAULT_YOURS },
	{ "me", FAULT_YOURS },      { "i", FAULT_YOURS },
	{ "ours", FAULT_YOURS },    { "our", FAULT_YOURS },
	{ "us", FAULT_YOURS },      { "we", FAULT_YOURS },
	{ "1", FAULT_YOURS },       { "shared", FAULT_SHARED },
	{ "both", FAULT_SHARED },   { "2", FAULT_SHARED },
	{ "theirs", FAULT_THEIRS }, { "their", FAULT_THEIRS },
	{ "them", FAULT_THEIRS },   { "they", FAULT_THEIRS },
	{ "client", FAULT_THEIRS }, { "the client", FAULT_THEIRS },
	{ "3", FAULT_THEIRS },      { "nobody", FAULT_NOBODY },
	{ "no one", FAULT_NOBODY }, { "noone", FAULT_NOBODY },
	{ "none", FAULT_NOBODY },   { "4", FAULT_NOBODY },
};

static const struct lead offer_leads[] = {
	{ "i can", 0 },   { "we can", 0 },    { "i could", 0 },
	{ "i will", 0 },  { "we could", 0 },  { "we will", 0 },
	{ "i'll", 0 },    { "we'll", 0 },     { "i\u2019ll", 0 },
	{ "to", 0 },      { "we\u2019ll", 0 },
};

static const struct lead cannot_leads[] = {
	{ "i can't", 0 },       { "we can't", 0 },       { "can't", 0 },
	{ "i can\u2019t", 0 },  { "we can\u2019t", 0 },  { "can\u2019t", 0 },
	{ "i cannot", 0 },      { "we cannot", 0 },      { "cannot", 0 },
	{ "i can not", 0 },     { "we can not", 0 },     { "can not", 0 },
	{ "to", 0 },
};

/* Stand before a time, or are one with it. */
static const struct lead when_leads[] = {
	{ "by", 0 },     { "on", 0 },       { "until", 0 },    { "before", 0 },
	{ "within", 0 }, { "in", 0 },       { "at", 0 },       { "till", 0 },
	{ "today", 0 },  { "tomorrow", 0 }, { "tonight", 0 },  { "next", 0 },
	{ "this", 0 },   { "from", 0 },     { "after", 0 },    { "now", 0 },
	{ "every", 0 },  { "the same", 0 }, { "straight", 0 }, { "for", 0 },
	{ "during", 0 }, { "over", 0 },     { "as soon as", 0 },
	{ "til", 0 },
};

static const struct lead persons[] = {
	{ "you", 0 }, { "me", 0 },   { "us", 0 },  { "them", 0 },
	{ "it", 0 },  { "her", 0 },  { "him", 0 },
};

/* A noun begins with these. */
static const struct lead determiners[] = {
	{ "the", 0 },   { "a", 0 },     { "an", 0 },    { "our", 0 },
	{ "your", 0 },  { "their", 0 }, { "my", 0 },    { "his", 0 },
	{ "her", 0 },   { "this", 0 },  { "that", 0 },  { "these", 0 },
	{ "those", 0 }, { "half", 0 },  { "some", 0 },  { "one", 0 },
	{ "two", 0 },   { "any", 0 },   { "all", 0 },   { "no", 0 },
	{ "more", 0 },  { "next", 0 },  { "another", 0 },
	{ "nothing", 0 },
};

/* "The doors" begins a sentence no more; "Marek" and "VAT" stay. */
static struct str in_sentence(struct str text, bool verb, struct arena *arena)
{
	bool capital = text.len > 1 && text.ptr[0] >= 'A' &&
		       text.ptr[0] <= 'Z' && text.ptr[1] >= 'a' &&
		       text.ptr[1] <= 'z';

	if (!capital || !(verb || LEAD(determiners, text)))
		return text;
	return arena_printf(arena, "%c" STR_FMT, text.ptr[0] - 'A' + 'a',
			    STR_ARG(str_slice(text, 1, text.len)));
}

/* Half a sentence that goes on after "I can". */
static struct str clause(struct str text, struct arena *arena)
{
	bool noun = text.len && (LEAD(determiners, text) ||
				 (text.ptr[0] >= '0' && text.ptr[0] <= '9'));

	text = own_said(in_sentence(line_part(text, PHRASE_MAX), true, arena),
			arena);
	if (!noun || !text.len)
		return text;
	return arena_printf(arena, "offer " STR_FMT, STR_ARG(text));
}

/* ---- the answers -------------------------------------------------------- */

/* "operations director at Northgate", "from Northgate" */
static void take_place(struct str text, struct str *before, struct str *company)
{
	static const char *const words[] = { " at ", " from " };

	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		struct str word = str_from(words[i]);
		size_t at = line_last(text, word);

		if (at == text.len)
			continue;
		*before = line_part(str_slice(text, 0, at), NAME_MAX);
		*company = line_part(str_slice(text, at + word.len, text.len),
				NAME_MAX);
		return;
	}
	*before = line_part(text, NAME_MAX);
}

/* "he hired us for his album" is none, nor is "a spaniel". */
static bool is_company(struct str text)
{
	return line_has_words(text) && (text.ptr[0] < 'a' || text.ptr[0] > 'z' ||
					str_starts_with(text, STR("the ")));
}

/* "Gareth, runs a bakery" is one who runs it. */
static struct str role_of(struct str text, struct arena *arena)
{
	static const char *const verbs[] = {
		"has", "is", "leads", "looks", "manages", "owns", "runs", "works",
	};
	struct str rest = text, first;

	str_cut(&rest, ' ', &first);
	if (!rest.ptr || !str_is_one_of(first, verbs, ARRAY_LEN(verbs)))
		return text;
	return arena_printf(arena, "who " STR_FMT, STR_ARG(text));
}

/* The first word is what the client is called: it has to be one. */
static struct str name_from(struct str text)
{
	struct str rest = text, word;

	while (str_cut(&rest, ' ', &word) && !line_has_words(word))
		text = rest.ptr ? rest : STR("");
	return text;
}

/* "mrs lowther" typed in a hurry; "Ana de la O" knows what she does. */
static struct str capitalised(struct str name, struct arena *arena)
{
	struct strbuf out = { 0 };
	struct str rest = name, word;
	bool hurried = true;

	for (size_t i = 0; i < name.len; i++)
		hurried = hurried && !(name.ptr[i] >= 'A' && name.ptr[i] <= 'Z');
	while (str_cut(&rest, ' ', &word)) {
		if (out.len)
			strbuf_addc(&out, ' ');
		if ((hurried && !str_equal(word, STR("and"))) ||
		    word.ptr == name.ptr)
			utf8_add_capitalised(&out, word);
		else
			strbuf_add(&out, word);
	}
	name = arena_str(arena, strbuf_str(&out));
	strbuf_release(&out);
	return name;
}

/* "Tom and Jess (bride and groom)": what stands in brackets, without them; a
 * name there is part of the name. */
static struct str take_aside(struct str *name)
{
	size_t open = str_find(*name, STR(" ("), 0);
	struct str aside = str_slice(*name, open, name->len);

	aside = line_without(aside, " (", ") ");
	if (!aside.len || aside.ptr[0] < 'a' || aside.ptr[0] > 'z')
		return (struct str){ NULL, 0 };
	*name = str_slice(*name, 0, open);
	return aside;
}

static bool take_who(struct own_call *call, struct str line,
		     struct arena *arena, struct error *err)
{
	struct str rest = line, name = STR(""), role = STR("");

	(void)err;
	call->name = call->role = call->company = STR("");
	str_cut(&rest, ',', &name);
	if (!rest.ptr)
		rest = take_aside(&name);
	if (!rest.ptr) {
		take_place(name, &call->name, &call->company);
	} else {
		call->name = line_part(name, NAME_MAX);
		str_cut(&rest, ',', &role);
		call->role = line_part(role, NAME_MAX);
		if (is_company(str_trim(rest)))
			call->company = line_part(rest, NAME_MAX);
		else
			/* a blank in front, for "at Northgate" alone */
			take_place(role, &call->role, &call->company);
	}
	call->role = role_of(call->role, arena);
	call->name = capitalised(name_from(call->name), arena);
	return true;
}

/*
 * "1 the new doors", "late: the new doors". A word that goes on as a phrase
 * of its own belongs to it: "price increase", "quality of the prints".
 */
static bool take_what(struct own_call *call, struct str line,
		      struct arena *arena, struct error *err)
{
	const struct lead *lead = LEAD(kind_leads, line);
	struct str rest = lead_behind(line, lead), thing = line;
	struct str next = str_trim(rest);

	(void)err;
	call->kind = lead ? (enum own_kind)lead->value : OWN_OTHER;
	if (lead && (lead->words[0] <= '9' || !next.len ||
		     char_among(next.ptr[0], ":,;.-") ||
		     LEAD(determiners, next)))
		thing = rest;
	thing = own_thing(line_without(thing, " :,;.)-", " .,;!?"), call->name,
			  arena);
	call->thing = in_sentence(line_part(thing, PHRASE_MAX), false, arena);
	return true;
}

static bool take_fault(struct own_call *call, struct str line,
		       struct arena *arena, struct error *err)
{
	const struct lead *lead = LEAD(fault_leads, line);

	(void)arena;
	if (!lead)
		return error_set(err, ERROR_DATA,
				 "whose fault it is has one of four answers: "
				 "yours, shared, theirs, nobody");
	call->fault = lead->value;
	return true;
}

static bool is_time(const struct text *text, uint32_t at)
{
	const unsigned classes = WORD_WHEN | WORD_DATE | WORD_TIME;

	return text->words[at].classes & classes && !text_owns(text, at);
}

/* Where the words of time at the end begin. */
static size_t time_at(struct str text)
{
	struct arena arena = { 0 };
	struct text words = text_parse(&arena, text);
	size_t at = text.len;

	for (uint32_t i = words.nr_words; i && is_time(&words, i - 1); i--)
		at = words.words[i - 1].start;
	arena_release(&arena);
	return at;
}

/* "by Easter", "by the launch", "by noon"; not "by phone", "by you". */
static bool is_deadline(struct str text)
{
	return text.len && !LEAD(persons, text) &&
	       ((text.ptr[0] >= 'A' && text.ptr[0] <= 'Z') ||
		LEAD(determiners, text) || time_at(text) < text.len);
}

/* What stands before a day or an event: "before the tour starts", "after the
 * summer", "until Easter". */
static const char *const before_deadline[] = {
	" by ", " before ", " after ", " until ", " till ",
	" til ", " as soon as ",
};

/* Where an offer ends and its deadline begins, with its preposition. */
static size_t deadline_at(struct str text)
{
	size_t first = text.len;

	if (str_equal_nocase(str_slice(text, 0, 3), STR("by ")))
		return 0;
	for (size_t i = 0; i < ARRAY_LEN(before_deadline); i++) {
		struct str word = str_from(before_deadline[i]);
		size_t at = line_last(text, word);

		if (at < first &&
		    is_deadline(str_slice(text, at + word.len, text.len)))
			first = at;
	}
	return first < text.len ? first : time_at(text);
}

/* With the preposition that was typed: "on Friday", "within two hours",
 * "today"; a bare day is a deadline. */
static struct str when_from(struct str text, struct arena *arena)
{
	text = line_part(text, WHEN_MAX);
	if (!text.len || LEAD(when_leads, text))
		return text;
	return arena_printf(arena, "by " STR_FMT, STR_ARG(text));
}

/* "Send it today and delete the rest": where the first words of time stand;
 * false: there are none. "The Saturday team" is no time. */
static bool time_within(struct str text, size_t *from, size_t *to)
{
	struct arena arena = { 0 };
	struct text words = text_parse(&arena, text);
	uint32_t i = 0;
	bool found;

	while (i < words.nr_words && !is_time(&words, i))
		i++;
	found = i < words.nr_words &&
		LEAD(when_leads,
		     str_slice(text, words.words[i].start, text.len));
	if (found)
		*from = words.words[i].start;
	for (; found && i < words.nr_words && is_time(&words, i); i++)
		*to = words.words[i].end;
	arena_release(&arena);
	return found;
}

/* "by Wednesday | and not charge for it" */
static size_t deadline_end(struct str text, size_t at)
{
	const struct str joint = STR(" and ");
	size_t end = str_find(text, joint, at);

	if (end == text.len ||
	    time_at(str_slice(text, end + joint.len, text.len)) + end +
			    joint.len < text.len)
		return text.len;
	return end && text.ptr[end - 1] == ',' ? end - 1 : end;
}

static bool take_offer(struct own_call *call, struct str line,
		       struct arena *arena, struct error *err)
{
	struct str text, offer, rest = STR("");
	size_t at, to;

	(void)err;
	text = str_trim(lead_behind(line, LEAD(offer_leads, line)));
	text = line_without(text, " ", " .,;!?");
	at = deadline_at(text);
	to = deadline_end(text, at);
	if (at == text.len && !time_within(text, &at, &to))
		to = text.len;
	rest = line_without(str_slice(text, to, text.len), ",", "");
	/* "on Saturday, no charge" stays together */
	if (to < text.len && rest.ptr != text.ptr + to &&
	    !str_starts_with(rest, STR(" and "))) {
		rest = STR("");
		to = text.len;
	}
	offer = line_without(str_slice(text, 0, at), " ", " ,;-");
	if (rest.len)
		offer = arena_printf(arena, STR_FMT STR_FMT, STR_ARG(offer),
				     STR_ARG(rest));
	call->when = when_from(str_trim(str_slice(text, at, to)), arena);
	call->offer = clause(offer, arena);
	return true;
}

static bool take_cannot(struct own_call *call, struct str line,
			struct arena *arena, struct error *err)
{
	struct str text = lead_behind(line, LEAD(cannot_leads, line));

	(void)err;
	call->cannot = clause(line_without(text, " ", " .,;!?"), arena);
	return true;
}

static struct str unquoted(struct str text)
{
	text = str_trim(text);
	if (text.len > 1 && text.ptr[0] == '"' &&
	    text.ptr[text.len - 1] == '"')
		text = str_slice(text, 1, text.len - 1);
	return line_part(text, SENTENCE_MAX - 1); /* a full stop may come */
}

static bool is_question(struct str text)
{
	struct arena arena = { 0 };
	struct text words = text_parse(&arena, text);
	enum asking asking = text_asking(&words);

	arena_release(&arena);
	return asking != ASKING_NOTHING && asking != ASKING_TELL;
}

/* As it is said: "you always do this" typed in a hurry is a sentence. */
static struct str sentence(struct str text, struct arena *arena)
{
	struct strbuf out = { 0 };

	text = unquoted(text);
	if (!text.len)
		return text;
	utf8_add_capitalised(&out, text);
	if (!char_among(text.ptr[text.len - 1], ".!?\"')"))
		strbuf_addc(&out, is_question(text) ? '?' : '.');
	text = arena_str(arena, strbuf_str(&out));
	strbuf_release(&out);
	return text;
}

/* A third sentence and more belong to the second. */
static bool take_fear(struct own_call *call, struct str line,
		      struct arena *arena, struct error *err)
{
	const struct str slash = STR(" / ");
	size_t at = str_find(line, slash, 0), next;
	struct str second = str_slice(line, at + slash.len, line.len);
	struct strbuf rest = { 0 };

	(void)err;
	while ((next = str_find(second, slash, 0)) < second.len) {
		strbuf_add(&rest, str_slice(second, 0, next));
		strbuf_addc(&rest, ' ');
		second = str_slice(second, next + slash.len, second.len);
	}
	strbuf_add(&rest, second);
	call->fear[0] = sentence(str_slice(line, 0, at), arena);
	call->fear[1] = sentence(arena_str(arena, strbuf_str(&rest)), arena);
	/* nor is a fear of ours put into the client's */
	if (call->fear[0].len && !call->fear[1].len)
		call->fear[1] =
			STR("Is there anything else that I should know?");
	strbuf_release(&rest);
	return true;
}

static bool (*const takers[])(struct own_call *call, struct str line,
			      struct arena *arena, struct error *err) = {
	[OWN_WHO] = take_who,       [OWN_WHAT] = take_what,
	[OWN_FAULT] = take_fault,   [OWN_OFFER] = take_offer,
	[OWN_CANNOT] = take_cannot, [OWN_FEAR] = take_fear,
};
static_assert(ARRAY_LEN(takers) == OWN_QUESTION_NR, "answers");

bool own_call_answer(struct own_call *call, enum own_question question,
		     struct str line, struct arena *arena, struct error *err)
{
	line = own_days(line_clean(line, arena), arena);
	return !line_has_words(line) || takers[question](call, line, arena, err);
}
