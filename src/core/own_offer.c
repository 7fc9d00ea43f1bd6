/*
 * What one can do and what not: halves of a sentence that go on after "I can".
 * The time at the end of an offer is taken off, since a template names it
 * apart: "I can {offer} {when}." Where it stands within ("move him on Monday
 * and pay the storage"), or says how long ("keep the fee until April"), the
 * offer without it would be another one: there it stays as well.
 */
#include "own_line.h"

#include "rehearse/named.h"
#include "rehearse/text.h"
#include "text_parts.h"

enum {
	PHRASE_MAX = 120, /* characters */
	WHEN_MAX = 60,
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

/* What says that it is done: "I can | say it's | rolled back already", "I can |
 * say I've | given them a voucher"; empty: it is yet to be done. */
static struct str done_lead(struct str text)
{
	struct str rest = text, word;
	uint32_t kinds;

	str_cut(&rest, ' ', &word);
	kinds = verb_kinds(word);
	if (!(kinds & IS_DONE) || kinds & (IS_VERB | IS_NOUNISH))
		return STR("");
	str_cut(&rest, ' ', &word);
	return lexicon_kinds(word) & (IS_DET | IS_OBJECT | IS_PRONOUN)
		       ? STR("say I've ")
		       : STR("say it's ");
}

/* Half a sentence that goes on after "I can". */
static struct str clause(struct str text, enum own_client client,
			 struct arena *arena)
{
	bool noun = text.len && (line_begins_noun(text) ||
				 (text.ptr[0] >= '0' && text.ptr[0] <= '9'));
	struct str done;

	text = line_in_sentence(line_part(text, PHRASE_MAX), true, arena);
	text = own_said(text, client, arena);
	done = done_lead(text);
	if (done.len)
		return arena_printf(arena, STR_FMT STR_FMT, STR_ARG(done),
				    STR_ARG(text));
	if (!noun || !text.len)
		return text;
	return arena_printf(arena, "offer " STR_FMT, STR_ARG(text));
}

static bool is_time(const struct text *text, uint32_t at)
{
	const unsigned classes = WORD_WHEN | WORD_DATE | WORD_TIME;

	return text->words[at].classes & classes && !text_owns(text, at);
}

/* "on Tuesday | and | Thursday night" */
static bool joins_times(const struct text *text, uint32_t at)
{
	return at && str_equal(text->words[at].key, STR("and")) &&
	       is_time(text, at - 1);
}

/* Where the words of time at the end begin. */
static size_t time_at(struct str text)
{
	struct arena arena = { 0 };
	struct text words = text_parse(&arena, text);
	size_t at = text.len;
	uint32_t i = words.nr_words;

	for (; i && (is_time(&words, i - 1) ||
		     (at < text.len && joins_times(&words, i - 1)));
	     i--)
		at = words.words[i - 1].start;
	arena_release(&arena);
	return at;
}

/* "by Easter", "by the launch", "by noon"; not "by phone", "by you". */
static bool is_deadline(struct str text)
{
	return text.len && !LEAD(persons, text) &&
	       ((text.ptr[0] >= 'A' && text.ptr[0] <= 'Z') ||
		line_begins_noun(text) || time_at(text) < text.len);
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

/* "until April", "over four months" */
static bool says_how_long(struct str when)
{
	static const struct lead words[] = {
		{ "until", 0 }, { "till", 0 }, { "til", 0 }, { "over", 0 },
	};

	return LEAD(words, when);
}

/* "give them | the 19th": no deadline */
static bool is_object(struct str when)
{
	return str_starts_with(when, STR("the "));
}

/* "in two steps, the first | in March": the time of the part it stands in */
static bool is_of_a_part(struct str offer)
{
	struct arena arena = { 0 };
	size_t comma = line_last(offer, STR(", "));
	struct text part = text_parse(
		&arena, str_slice(offer, comma + STR(", ").len, offer.len));
	bool verb = part.nr_clauses &&
		    part.clauses->verb_at < part.clauses->end;
	bool found = comma < offer.len && part.nr_words && !verb;

	arena_release(&arena);
	return found;
}

void own_take_offer(struct own_call *call, struct str line, struct arena *arena)
{
	struct str text, offer, rest;
	size_t at, to;

	text = str_trim(lead_behind(line, LEAD(offer_leads, line)));
	text = line_without(text, " ", " .,;!?");
	at = deadline_at(text);
	to = deadline_end(text, at);
	if (at == text.len && !time_within(text, &at, &to))
		to = text.len;
	rest = line_without(str_slice(text, to, text.len), ",", "");
	/* "on Saturday, no charge" stays together */
	if (to < text.len && rest.ptr != text.ptr + to &&
	    !str_starts_with(rest, STR(" and ")))
		to = text.len;
	call->when = when_from(str_trim(str_slice(text, at, to)), arena);
	call->offer_has_when =
		at && (to < text.len || says_how_long(call->when) ||
		       is_object(str_slice(text, at, to)) ||
		       is_of_a_part(str_slice(text, 0, at)));
	offer = str_slice(text, 0, call->offer_has_when ? text.len : at);
	call->offer = clause(line_without(offer, " ", " ,;-"), call->client,
			     arena);
}

void own_take_cannot(struct own_call *call, struct str line,
		     struct arena *arena)
{
	struct str text = lead_behind(line, LEAD(cannot_leads, line));

	call->cannot = clause(line_without(text, " ", " .,;!?"), call->client,
			      arena);
}
