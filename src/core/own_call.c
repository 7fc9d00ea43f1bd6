/*
 * Answers as people give them. They are asked for a noun, half a sentence, a
 * word of four, and answer with "I can't do that." and "Mine, honestly": what
 * stands before and behind is taken off, so that what remains fits into the
 * template's sentences.
 */
#include "rehearse/own_call.h"

#include <assert.h>

#include "own_line.h"
#include "rehearse/asking.h"
#include "rehearse/utf8.h"

enum {
	NAME_MAX = 80, /* characters */
	PHRASE_MAX = 120,
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

/* ---- the answers -------------------------------------------------------- */

/* "operations director at Northgate", "from Northgate"; not "rents a garage
 * from us" */
static void take_place(struct str text, struct str *before, struct str *company)
{
	static const char *const words[] = { " at ", " from " };
	static const char *const ours[] = { "home", "me", "ours", "us" };

	for (size_t i = 0; i < ARRAY_LEN(words); i++) {
		struct str word = str_from(words[i]);
		size_t at = line_last(text, word);

		if (at == text.len ||
		    str_is_one_of(str_slice(text, at + word.len, text.len),
				  ours, ARRAY_LEN(ours)))
			continue;
		*before = line_part(str_slice(text, 0, at), NAME_MAX);
		*company = line_part(str_slice(text, at + word.len, text.len),
				NAME_MAX);
		return;
	}
	*before = line_part(text, NAME_MAX);
}

/* "he hired us for his album" is none, nor is "a spaniel", nor "I make the
 * alterations". */
static bool is_company(struct str text)
{
	static const struct lead me[] = { { "I", 0 }, { "I'm", 0 } };

	return line_has_words(text) && !LEAD(me, text) && (text.ptr[0] < 'a' || text.ptr[0] > 'z' ||
					str_starts_with(text, STR("the ")));
}

/* "Gareth, runs a bakery" is one who runs it. */
static struct str role_of(struct str text, struct arena *arena)
{
	static const char *const verbs[] = {
		"booked", "bought", "comes", "goes", "has", "hired", "is",
		"leads", "lives", "looks", "manages", "ordered", "owns", "rents",
		"runs", "teaches", "trains", "volunteers", "works",
	};
	struct str rest = text, first;

	str_cut(&rest, ' ', &first);
	if (!rest.ptr || !str_is_one_of(first, verbs, ARRAY_LEN(verbs)))
		return text;
	return arena_printf(arena, "who " STR_FMT, STR_ARG(text));
}

static bool is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* "my landlord | Karl Brandt", typed without a comma; empty: no role stands
 * before the name. The "de la" of a name is none, nor is "old". */
static struct str name_behind_role(struct str text)
{
	static const char *const particles[] = {
		"al", "and", "at",  "bin", "da", "de",  "den", "der", "di",
		"do", "dos", "du",  "e",   "el", "from", "la", "le",  "of",
		"old", "ten", "ter", "the", "van", "von", "y", "young",
	};
	struct str rest = text, word, name = STR("");
	bool behind = false;

	while (str_cut(&rest, ' ', &word)) {
		if (!word.len ||
		    str_is_one_of(word, particles, ARRAY_LEN(particles)))
			continue;
		if (!is_capital(word.ptr[0])) {
			behind = true;
			name = STR("");
		} else if (behind && !name.len) {
			name = str_slice(text, (size_t)(word.ptr - text.ptr),
					 text.len);
		}
	}
	return name;
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
		hurried = hurried && !is_capital(name.ptr[i]);
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
		name = name_behind_role(call->name);
		call->role = str_trim(str_slice(call->name, 0,
						call->name.len - name.len));
		if (name.len)
			call->name = name;
		else
			call->role = STR("");
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
	call->role = own_unhurried(role_of(call->role, arena), arena);
	call->name = capitalised(name_from(call->name), arena);
	return true;
}

/* "Mr Kowalski" is one; "Mr and Mrs Hale" are two. */
static enum own_client client_of(struct str name)
{
	static const struct lead titles[] = {
		{ "mr", OWN_CLIENT_HE },
		{ "mrs", OWN_CLIENT_SHE },
		{ "ms", OWN_CLIENT_SHE },
	};
	const struct lead *title = LEAD(titles, name);

	if (!title || str_find(name, STR(" and "), 0) < name.len ||
	    str_find(name, STR("&"), 0) < name.len)
		return OWN_CLIENT;
	return (enum own_client)title->value;
}

/*
 * "1 the new doors", "late: the new doors". A word that goes on as a phrase
 * of its own belongs to it: "price increase", "quality of the prints".
 */
static struct str behind_kind(struct str line, const struct lead *lead)
{
	struct str rest = lead_behind(line, lead);
	struct str next = str_trim(rest);

	if (lead && (lead->words[0] <= '9' || !next.len ||
		     char_among(next.ptr[0], ":,;.-") ||
		     line_begins_noun(next)))
		return line_without(rest, " :,;.)-", " .,;!?");
	return line_without(line, " ", " .,;!?");
}

/* What only says the kind over again: it is the labels that "will cost more",
 * not "the price of the labels", and a garden wall that is late, not a "late
 * garden wall". */
static struct str without_kind(struct str thing, enum own_kind kind)
{
	static const struct lead leads[] = {
		{ "late", OWN_LATE },
		{ "delayed", OWN_LATE },
		{ "delay with", OWN_LATE },
		{ "delay of", OWN_LATE },
		{ "delay to", OWN_LATE },
		{ "the price of", OWN_PRICE },
		{ "the price for", OWN_PRICE },
		{ "price of", OWN_PRICE },
		{ "price for", OWN_PRICE },
		{ "the cost of", OWN_PRICE },
		{ "cost of", OWN_PRICE },
		{ "complaint about", OWN_QUALITY },
		{ "complaints about", OWN_QUALITY },
		{ "problem with", OWN_QUALITY },
		{ "problems with", OWN_QUALITY },
		{ "wrong", OWN_MISTAKE },
		{ "cancel", OWN_CANCELLED },
		{ "cancelling", OWN_CANCELLED },
		{ "canceling", OWN_CANCELLED },
		{ "cancelled", OWN_CANCELLED },
		{ "canceled", OWN_CANCELLED },
		{ "cancellation of", OWN_CANCELLED },
		{ "calling off", OWN_CANCELLED },
		{ "no", OWN_CANCELLED },
	};
	const struct lead *lead = LEAD(leads, thing);

	if (!lead || lead->value != (int)kind)
		return thing;
	return str_trim(lead_behind(thing, lead));
}

static bool take_what(struct own_call *call, struct str line,
		      struct arena *arena, struct error *err)
{
	const struct lead *lead = LEAD(kind_leads, line);
	const struct lead *again;
	struct str thing = behind_kind(line, lead);

	(void)err;
	call->client = client_of(call->name);
	if (call->client == OWN_CLIENT)
		call->client = own_client_in(line);
	call->kind = lead ? (enum own_kind)lead->value : OWN_OTHER;
	/* "4 price, the monthly fee" */
	again = LEAD(kind_leads, thing);
	if (again && again->value == (int)call->kind)
		thing = behind_kind(thing, again);
	line = without_kind(thing, call->kind);
	if (call->kind == OWN_EXTRA) {
		thing = own_wanted(line, arena);
		line = own_wished(line, arena);
	} else {
		thing = STR("");
	}
	if (!thing.len)
		thing = own_thing(line, call->name, arena);
	if (!thing.len)
		thing = own_wanted(line, arena);
	call->thing = line_in_sentence(line_part(thing, PHRASE_MAX), false, arena);
	return true;
}

/* Told, not answered: "the growers put their prices up, nobody's fault". Who
 * tells of somebody else blames neither of the two; FAULT_NR: a word that is no
 * answer. */
static int fault_told(struct str line, struct arena *arena)
{
	static const struct lead told[] = {
		{ "nobody", FAULT_NOBODY },    { "no one", FAULT_NOBODY },
		{ "shared", FAULT_SHARED },    { "both", FAULT_SHARED },
		{ "my fault", FAULT_YOURS },   { "our fault", FAULT_YOURS },
		{ "my mistake", FAULT_YOURS }, { "our mistake", FAULT_YOURS },
		{ "their fault", FAULT_THEIRS },
		{ "their mistake", FAULT_THEIRS },
	};
	struct text text = text_parse(arena, line);

	for (uint32_t i = 0; i < text.nr_words; i++) {
		const struct lead *lead =
			LEAD(told, str_slice(line, text.words[i].start,
					     line.len));

		if (lead && !(i && text.words[i - 1].classes & WORD_NEGATOR))
			return lead->value;
	}
	return text.nr_words > 1 ? FAULT_NOBODY : FAULT_NR;
}

static bool take_fault(struct own_call *call, struct str line,
		       struct arena *arena, struct error *err)
{
	const struct lead *lead = LEAD(fault_leads, line);
	int fault = lead ? lead->value : fault_told(line, arena);

	if (fault == FAULT_NR)
		return error_set(err, ERROR_DATA,
				 "whose fault it is has one of four answers: "
				 "yours, shared, theirs, nobody");
	call->fault = fault;
	return true;
}

static bool take_offer(struct own_call *call, struct str line,
		       struct arena *arena, struct error *err)
{
	(void)err;
	own_take_offer(call, line, arena);
	return true;
}

static bool take_cannot(struct own_call *call, struct str line,
			struct arena *arena, struct error *err)
{
	(void)err;
	own_take_cannot(call, line, arena);
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

	text = unquoted(own_reported(str_trim(text), arena));
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
		strbuf_add(&rest, sentence(str_slice(second, 0, next), arena));
		strbuf_addc(&rest, ' ');
		second = str_slice(second, next + slash.len, second.len);
	}
	strbuf_add(&rest, sentence(second, arena));
	call->fear[0] = sentence(str_slice(line, 0, at), arena);
	call->fear[1] = sentence(arena_str(arena, strbuf_str(&rest)), arena);
	/* nor is a fear of ours put into the client's: what suits any call */
	call->one_fear = call->fear[0].len && !call->fear[1].len;
	if (call->one_fear)
		call->fear[1] = STR("And whom do I ring if I can't reach you?");
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
	line = line_clean(line, arena);
	if (question != OWN_WHO) /* a name has its own capitals */
		line = own_unhurried(line, arena);
	return !line_has_words(line) || takers[question](call, line, arena, err);
}
