/*
 * The thing a question is about, named as the one asked would name it, so
 * that an answer can begin with it: "Who does your beds?" "My beds? ..."
 *
 * It is the first one behind the word that makes the question one: a
 * determiner (your, the, two, which) and at most two words that can be its
 * noun. When in doubt a shorter name, or none: half a name spoils the answer.
 */
#include "rehearse/named.h"

#include "text_parts.h"

enum { MOST_WORDS = 2 };

/* What stands before a thing, and what it becomes in the other's mouth. */
static const struct {
	const char *said, *echoed;
	bool weak; /* also a pronoun: no verb may follow */
} determiners[] = {
	{ "the", "the", false },   { "a", "a", false },
	{ "an", "an", false },	   { "your", "my", false },
	{ "my", "your", false },   { "our", "your", false },
	{ "his", "his", false },   { "their", "their", false },
	{ "its", "its", false },   { "her", "her", true },
	{ "this", "that", true },  { "that", "that", true },
	{ "these", "those", true }, { "those", "those", true },
	{ "which", "the", true },  { "what", "the", true },
	{ "whose", "the", true },  { "many", "the", true },
};

/* Nouns that name nothing by themselves. */
static const char *const empty_nouns[] = {
	"answer", "best",   "bit",	"case",	    "chance",  "day",
	"end",	  "feeling", "first",	"idea",	    "kind",    "least",
	"lot",	  "matter", "mind",	"minute",   "moment",  "most",
	"one",	  "ones",   "opinion", "other",	"others",   "part",    "people",
	"place",  "point",  "position", "problem",  "question", "reason",
	"rest",	  "right",  "same",	"shoes",    "side",    "situation",
	"sort",	  "thing",  "things",	"thought",  "thoughts", "time",
	"view",	  "way",    "worst",	"others",   "week",    "month",
	"hour",	  "year",   "date",	"plan",
};

/* A question: the word that makes it one, and its end. */
struct asked {
	const struct text *text;
	uint32_t from, end;
};

static bool is_empty(struct str key)
{
	for (size_t i = 0; i < ARRAY_LEN(empty_nouns); i++)
		if (str_equal(key, str_from(empty_nouns[i])))
			return true;
	return false;
}

enum { IS_ANY_VERB = IS_VERB | IS_THIRD | IS_PAST | IS_DONE | IS_ING };

/* Can the word name a thing? Of verbs those of these kinds can. */
static bool can_name(const struct text *text, uint32_t at, uint32_t verbs)
{
	const uint32_t never = IS_PRONOUN | IS_OBJECT | IS_DET | IS_AUX |
			       IS_JOIN | IS_SUB | IS_WH | IS_ADVERB | IS_LEAD |
			       IS_PREP | IS_NEGATOR | IS_SMALL;
	struct str key = text->words[at].key;
	uint32_t verb = verb_kinds(key);

	if (lexicon_kinds(key) & never)
		return false;
	return !(verb & IS_ANY_VERB) || verb & verbs;
}

static struct str word_bytes(const struct text *text, uint32_t at)
{
	return str_slice(text->source, text->words[at].start,
			 text->words[at].end);
}

static bool is_possessive(const struct text *text, uint32_t at)
{
	struct str bytes = word_bytes(text, at);

	return str_ends_with(bytes, STR("'s")) ||
	       str_ends_with(bytes, STR("\xe2\x80\x99s"));
}

static bool stand_together(const struct text *text, uint32_t a, uint32_t b)
{
	return text->words[b].start == text->words[a].end + 1 &&
	       text->source.ptr[text->words[a].end] == ' ';
}

/* How far the words go that can name a thing. An owner does not count. */
static uint32_t run_end(const struct asked *asked, uint32_t determiner,
			bool weak, bool subject)
{
	const struct text *text = asked->text;
	uint32_t at = determiner + 1, words = 0;
	uint32_t most = subject ? MOST_WORDS + 1 : MOST_WORDS;

	for (; at < asked->end && words < most; at++) {
		uint32_t verbs = 0;

		if (words && is_possessive(text, at - 1))
			verbs = IS_NOUNISH;
		else if (!words && !weak)
			verbs = IS_NOUNISH | IS_ING | IS_DONE;
		else if (words && !subject)
			verbs = IS_NOUNISH;
		if (!stand_together(text, at - 1, at) ||
		    !can_name(text, at, verbs))
			break;
		words += !is_possessive(text, at);
	}
	return at;
}

static bool is_one(const struct text *text, uint32_t at)
{
	return str_equal(text->words[at].key, STR("a")) ||
	       str_equal(text->words[at].key, STR("an"));
}

/*
 * Where the name ends that begins behind the determiner; 0: there is none.
 * Right behind the word that asks stands the subject, and what ends such a
 * question is said of it: "was the nurse angry", "can your parrot whistle".
 */
static uint32_t name_end(const struct asked *asked, uint32_t determiner,
			 bool weak)
{
	const struct text *text = asked->text;
	bool subject = determiner == asked->from + 1 &&
		       lexicon_kinds(text->words[asked->from].key) & IS_AUX;
	uint32_t at = run_end(asked, determiner, weak, subject);

	if (subject && at == asked->end && at > determiner + 2)
		at--;
	/* "a cheap shot": the word that looks like a verb is its noun */
	if (!subject && is_one(text, determiner) && at < asked->end &&
	    stand_together(text, at - 1, at) &&
	    verb_kinds(text->words[at].key) & IS_ANY_VERB)
		return 0;
	if (at == determiner + 1 || is_possessive(text, at - 1) ||
	    is_empty(text->words[at - 1].key) ||
	    verb_kinds(text->words[at - 1].key) & IS_DONE)
		return 0;
	return at;
}

static void add_name(struct strbuf *out, const char *determiner,
		     const struct text *text, uint32_t first, uint32_t end)
{
	strbuf_truncate(out, 0);
	strbuf_addf(out, "%s ", determiner);
	strbuf_add(out, str_slice(text->source, text->words[first].start,
				  text->words[end - 1].end));
}

static bool name_at(const struct asked *asked, uint32_t at, struct strbuf *out)
{
	const struct text *text = asked->text;
	uint32_t behind;

	for (size_t i = 0; i < ARRAY_LEN(determiners); i++) {
		if (!str_equal(text->words[at].key,
			       str_from(determiners[i].said)))
			continue;
		behind = name_end(asked, at, determiners[i].weak);
		if (behind)
			add_name(out, determiners[i].echoed, text, at + 1,
				 behind);
		return behind;
	}
	return false;
}

bool text_asked_thing(const struct text *text, struct strbuf *out)
{
	struct asked asked = { .text = text };
	struct part part = { 0 };

	while (text_next_part(text, &part)) {
		if (part_asking(text, &part) == ASKING_NOTHING)
			continue;
		asked.from = part_asks_from(text, &part);
		asked.end = part.end;
	}
	for (uint32_t i = asked.from; i + 1 < asked.end; i++)
		if (name_at(&asked, i, out))
			return true;
	return false;
}
