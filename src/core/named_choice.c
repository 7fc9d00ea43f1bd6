/*
 * What an either-or question lets one choose, as the one asked would name it:
 * "Shall I drop it off or email it?" "Email it, ..."; "Is Monday or Tuesday
 * better for you?" "Tuesday, ..."
 *
 * It is what follows the last "or", up to a verb or a word that weighs it. Not
 * another question ("or shall I come?"), and not what is past and somebody's
 * ("I dropped it off or emailed it"): half a thing spoils the answer.
 */
#include "rehearse/named.h"

#include "text_parts.h"

enum { MOST_WORDS = 6 };

/* Words in the other's mouth. */
static const struct {
	const char *said, *echoed;
} turned[] = {
	{ "my", "your" },   { "our", "your" }, { "your", "my" },
	{ "yours", "mine" }, { "me", "you" },   { "us", "you" },
	{ "you", "me" },
};

/* "Tuesday | better for you", "the price | that worries you": what is said of
 * it. */
static bool is_behind(const struct text *text, uint32_t at)
{
	static const char *const words[] = {
		"best",    "better",  "easier", "easiest", "enough",
		"handier", "instead", "suit",   "suits",   "that",
	};

	return str_is_one_of(text->words[at].key, words, ARRAY_LEN(words)) ||
	       lexicon_kinds(text->words[at].key) & (IS_AUX | IS_WH | IS_SUB);
}

static uint32_t choice_end(const struct text *text, uint32_t first,
			   uint32_t end)
{
	for (uint32_t i = first + 1; i < end; i++)
		if (is_behind(text, i))
			return i;
	return end;
}

/* Also of a verb that no list has: "emailed". */
static bool is_past(struct str key)
{
	uint32_t kinds = verb_kinds(key);

	return kinds ? kinds & (IS_PAST | IS_DONE | IS_THIRD) &&
			       !(kinds & IS_VERB)
		     : str_ends_with(key, STR("ed"));
}

/* "emailed it": of what is past one says who did it. */
static bool stands_alone(const struct text *text, uint32_t first, uint32_t end)
{
	const uint32_t never = IS_PRONOUN | IS_AUX | IS_SUB | IS_WH |
			       IS_NEGATOR | IS_LEAD;

	if (first == end || end - first > MOST_WORDS ||
	    lexicon_kinds(text->words[first].key) & never)
		return false;
	if (end == first + 1) /* "only | when you've seen it" */
		return !(lexicon_kinds(text->words[first].key) & IS_ADVERB);
	return !is_past(text->words[first].key);
}

static void add_turned(const struct text *text, uint32_t at,
		       struct strbuf *out)
{
	for (size_t i = 0; i < ARRAY_LEN(turned); i++)
		if (str_equal(text->words[at].key, str_from(turned[i].said))) {
			strbuf_add(out, str_from(turned[i].echoed));
			return;
		}
	strbuf_add(out, str_slice(text->source, text->words[at].start,
				  text->words[at].end));
}

bool text_named_choice(const struct text *text, struct strbuf *out)
{
	struct part part = { 0 }, asked = { 0 };
	uint32_t first, end;

	while (text_next_part(text, &part))
		if (part_asking(text, &part) != ASKING_NOTHING)
			asked = part;
	first = part_choice(text, &asked);
	end = choice_end(text, first, asked.end);
	if (!stands_alone(text, first, end))
		return false;
	for (uint32_t i = first; i < end; i++) {
		if (i > first)
			strbuf_add(out, str_slice(text->source,
						  text->words[i - 1].end,
						  text->words[i].start));
		add_turned(text, i, out);
	}
	return true;
}
