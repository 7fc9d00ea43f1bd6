#include "grammar.h"
#include "scope_parts.h"

/*
 * "I understand, but ...": what stands before the "but" is half taken back,
 * unless an offer follows it ("but here is what I can do").
 */

enum { REACH = 12, PHRASE_MAX = 4 };

/* What follows "but" when it turns to help. */
static const char *const offers[][PHRASE_MAX] = {
	{ "we", "can" },
	{ "we", "could" },
	{ "we", "will" },
	{ "we", "want", "to" },
	{ "we", "would", "like" },
	{ "we", "have", "a" },
	{ "i", "can" },
	{ "i", "could" },
	{ "i", "will" },
	{ "i", "want", "to" },
	{ "i", "would", "like" },
	{ "i", "have", "a" },
	{ "here", "is" },
	{ "here", "are" },
	{ "let", "me" },
	{ "let", "us" },
	{ "first" },
	{ "what", "i" },
	{ "what", "we" },
	{ "can", "i" },
	{ "can", "we" },
	{ "could", "i" },
	{ "could", "we" },
	{ "may", "i" },
	{ "shall", "we" },
	{ "shall", "i" },
	{ "how", "about" },
	{ "what", "if" },
	{ "how", "can" },
	{ "what", "can" },
	{ "there", "is", "a" },
	{ "there", "is", "1" },
	{ "you", "can" },
	{ "you", "are", "right" },
	{ "you", "were", "right" },
	{ "together" },
	{ "the", "good", "news" },
	{ "on", "the", "other" },
};

static bool is_offer(const struct draft *draft, uint32_t at)
{
	const struct text *text = draft->text;
	uint32_t behind = 0;

	while (at < text->nr_words && draft->notes[at].kinds & IS_ADVERB &&
	       !(draft->notes[at].kinds & IS_PRONOUN) &&
	       !word_is(text, at, STR("first")) &&
	       !word_is(text, at, STR("together")))
		at++;
	for (size_t i = 0; i < ARRAY_LEN(offers) && !behind; i++) {
		uint32_t nr = 0;

		while (nr < PHRASE_MAX && offers[i][nr] &&
		       word_is(text, at + nr, str_from(offers[i][nr])))
			nr++;
		if (nr == PHRASE_MAX || !offers[i][nr])
			behind = at + nr;
	}
	/* but I can not, but we will never */
	return behind && !(behind < text->nr_words &&
			   text->words[behind].classes & WORD_NEGATOR);
}

/* nothing but, anything but, all but, but also, but for */
static bool is_other_but(const struct draft *draft, uint32_t at)
{
	static const char *const before[] = {
		"all", "anything", "everything", "last",
		"no",  "nobody",   "none",       "nothing",
	};
	const struct text *text = draft->text;

	if (at && TABLE_FIND(before, text->words[at - 1].key))
		return true;
	if (at > 1 && word_is(text, at - 1, STR("help")) &&
	    word_is(text, at - 2, STR("not")))
		return true; /* can not help but */
	return word_is(text, at + 1, STR("also")) ||
	       word_is(text, at + 1, STR("for")) ||
	       word_is(text, at + 1, STR("not"));
}

/*
 * "not the van but us": one thing put in another's place, inside a clause;
 * "not only did we ..., but we ...": one thing put to another.
 */
static bool is_correction(const struct text *text, uint32_t at)
{
	uint32_t clause = text->clauses[text->words[at].clause].first;
	uint32_t first = text->sentences[text->words[at].sentence].first;

	for (uint32_t i = at; i > first && i + REACH > at; i--) {
		bool just = word_is(text, i, STR("only")) ||
			    word_is(text, i, STR("just"));

		if (word_is(text, i - 1, STR("not")) &&
		    (just || i - 1 >= clause))
			return true;
	}
	return false;
}

/* How many words say "but" at `at`; 0 for none. */
static uint32_t but_words(const struct draft *draft, uint32_t at)
{
	static const char *const buts[] = {
		"although",
		"but",
		"however",
		"though",
	};
	const struct text *text = draft->text;

	if (TABLE_FIND(buts, text->words[at].key)) {
		bool though = word_is(text, at, STR("though"));

		/* even though, as though */
		return though && at &&
				       (word_is(text, at - 1, STR("as")) ||
					word_is(text, at - 1, STR("even")))
			       ? 0
			       : 1;
	}
	return word_is(text, at, STR("that")) &&
			       word_is(text, at + 1, STR("said")) &&
			       (text->words[at].classes & WORD_SENTENCE_FIRST ||
				draft->notes[at].gap & (GAP_COMMA | GAP_BREAK))
		       ? 2
		       : 0;
}

/* Where the sentence before begins; `first` itself when there is none. */
static uint32_t sentence_before(const struct text *text, uint32_t first)
{
	return first ? text->sentences[text->words[first - 1].sentence].first
		     : first;
}

static void open_but(struct draft *draft, uint32_t at, uint32_t nr)
{
	const struct text *text = draft->text;
	uint32_t first = text->sentences[text->words[at].sentence].first;
	bool but = word_is(text, at, STR("but"));
	uint32_t from;

	if (at + nr >= sentence_end(text, at) || is_offer(draft, at + nr))
		return;
	if (but && is_other_but(draft, at))
		return;
	if (at == first) {
		if (but || nr > 1 || word_is(text, at, STR("however")))
			add_scope(draft, SCOPE_BUT, at,
				  sentence_before(text, first), first);
		return;
	}
	if (but && is_correction(text, at))
		return;
	from = at > first + REACH ? at - REACH : first;
	add_scope(draft, SCOPE_BUT, at, from, at);
}

void find_buts(struct draft *draft)
{
	const struct text *text = draft->text;

	for (uint32_t at = 0; at < text->nr_words; at++) {
		uint32_t nr = but_words(draft, at);

		if (nr)
			open_but(draft, at, nr);
	}
}
