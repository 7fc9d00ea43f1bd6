/*
 * A fear is asked for as it will be said; in a hurry it is told of. "She'll say
 * she has to tell the bride herself" is "I have to tell the bride myself", and
 * "that she trusted us" is "I trusted you". What somebody does and nobody says
 * ("she just hangs up") is no line of theirs: nothing comes of it.
 */
#include "own_line.h"

#include "text_parts.h"

struct turned_word {
	const char *told, *said;
};

static const struct turned_word persons[] = {
	{ "he", "I" },           { "he'd", "I'd" },
	{ "he'll", "I'll" },     { "him", "me" },
	{ "himself", "myself" }, { "hers", "mine" },
	{ "herself", "myself" }, { "i", "you" },
	{ "i'd", "you'd" },      { "i'll", "you'll" },
	{ "i'm", "you're" },     { "i've", "you've" },
	{ "me", "you" },         { "mine", "yours" },
	{ "my", "your" },        { "myself", "yourself" },
	{ "our", "your" },       { "ours", "yours" },
	{ "ourselves", "yourselves" },
	{ "she", "I" },          { "she'd", "I'd" },
	{ "she'll", "I'll" },    { "their", "our" },
	{ "theirs", "ours" },    { "them", "us" },
	{ "themselves", "ourselves" },
	{ "they", "we" },        { "they'd", "we'd" },
	{ "they'll", "we'll" },  { "they're", "we're" },
	{ "they've", "we've" },  { "us", "you" },
	{ "we", "you" },         { "we'd", "you'd" },
	{ "we'll", "you'll" },   { "we're", "you're" },
	{ "we've", "you've" },
};

/* Behind "she" and "he". */
static const struct turned_word verbs_of_one[] = {
	{ "does", "do" },     { "doesn't", "don't" }, { "goes", "go" },
	{ "has", "have" },    { "hasn't", "haven't" }, { "is", "am" },
	{ "isn't", "am not" },
};

static const struct turned_word verbs_of_mine[] = {
	{ "am", "are" },
	{ "was", "were" },
	{ "wasn't", "weren't" },
};

static bool add_turned(struct str told, const struct turned_word *words,
		       size_t nr, struct strbuf *out)
{
	for (size_t i = 0; i < nr; i++)
		if (str_equal_nocase(told, str_from(words[i].told))) {
			strbuf_add(out, str_from(words[i].said));
			return true;
		}
	return false;
}

static bool is_typed(const struct text *text, uint32_t at, const char *word)
{
	return str_equal_nocase(line_word(text, at), str_from(word));
}

/* Whose verb it is: the word before it, but for adverbs. */
static uint32_t subject_before(const struct text *text, uint32_t at)
{
	while (at > 1 && lexicon_kinds(text->words[at - 1].key) & IS_ADVERB)
		at--;
	return at - 1;
}

/* wants, tries, watches */
static void add_without_s(struct str verb, struct strbuf *out)
{
	static const char *const es[] = { "ches", "shes", "sses", "xes" };

	if (str_ends_with(verb, STR("ies"))) {
		strbuf_add(out, str_slice(verb, 0, verb.len - 3));
		strbuf_addc(out, 'y');
		return;
	}
	for (size_t i = 0; i < ARRAY_LEN(es); i++)
		if (str_ends_with(verb, str_from(es[i])))
			verb.len--;
	strbuf_add(out, str_slice(verb, 0, verb.len - 1));
}

static bool turn_verb(const struct text *text, uint32_t at, struct strbuf *out)
{
	struct str word = line_word(text, at);
	uint32_t subject;

	if (!at)
		return false;
	subject = subject_before(text, at);
	if (is_typed(text, subject, "i"))
		return add_turned(word, verbs_of_mine,
				  ARRAY_LEN(verbs_of_mine), out);
	if (!is_typed(text, subject, "she") && !is_typed(text, subject, "he"))
		return false;
	if (add_turned(word, verbs_of_one, ARRAY_LEN(verbs_of_one), out))
		return true;
	if (!(verb_kinds(text->words[at].key) & IS_THIRD) ||
	    !str_ends_with(word, STR("s")))
		return false;
	add_without_s(word, out);
	return true;
}

/* "She's been waiting", "she's disappointed". */
static bool turn_is_or_has(const struct text *text, uint32_t at,
			   struct strbuf *out)
{
	static const char *const done[] = { "been", "got",  "had",  "heard",
					    "lost", "paid", "told", "waited" };
	uint32_t next = at + 2; /* one word typed, two read */

	if (!is_typed(text, at, "she's") && !is_typed(text, at, "he's"))
		return false;
	while (next < text->nr_words &&
	       lexicon_kinds(text->words[next].key) & IS_ADVERB)
		next++;
	strbuf_add(out, next < text->nr_words &&
					str_is_one_of(text->words[next].key,
						      done, ARRAY_LEN(done))
				? STR("I've")
				: STR("I'm"));
	return true;
}

static bool turn_told(const struct text *text, uint32_t at, struct strbuf *out)
{
	if (at && text->words[at - 1].start == text->words[at].start)
		return false; /* was turned with it */
	if (is_typed(text, at, "her") || is_typed(text, at, "his")) {
		strbuf_add(out, line_owns_next(text, at) ? STR("my")
				: is_typed(text, at, "her") ? STR("me")
							     : STR("mine"));
		return true;
	}
	return turn_is_or_has(text, at, out) || turn_verb(text, at, out) ||
	       add_turned(line_word(text, at), persons, ARRAY_LEN(persons),
			  out);
}

static struct str without_that(struct str line)
{
	static const struct lead that[] = { { "that", 0 } };

	return line_without(lead_behind(line, LEAD(that, line)), " ,:", "");
}

/* What somebody does, or what comes of it, and never a sentence: "she just
 * hangs up", "he gets angry", "I'll get shouted at", "tears". */
static bool is_told_done(const struct text *text)
{
	static const char *const passed_over[] = {
		"am",     "and",  "are",	"be",    "been", "being", "could",
		"get",    "gets", "getting", "go",    "goes", "going", "he",
		"is",     "just", "might",   "she",   "so",   "start", "starts",
		"that",   "then", "they",    "to",    "very", "will",  "would",
	};
	static const char *const ours[] = { "i", "me", "us", "we" };
	static const char *const deeds[] = {
		"anger",    "angry",   "cries",    "cry",     "crying",
		"explode",  "explodes", "furious", "hang",    "hangs",
		"laugh",    "laughs",  "loud",     "mad",     "nasty",
		"quiet",    "scream",  "screaming", "screams", "shout",
		"shouting", "shouts",  "silence",  "silent",  "slam",
		"slams",    "swear",   "swears",   "tears",   "upset",
		"yell",     "yelling", "yells",
	};
	static const char *const suffered[] = {
		"blamed", "fired", "sacked", "screamed", "shouted", "sued",
		"yelled",
	};
	bool of_us = false;
	uint32_t at = 0;

	for (; at < text->nr_words; at++) {
		struct str key = text->words[at].key;

		of_us |= TABLE_FIND(ours, key) != NULL;
		if (!TABLE_FIND(ours, key) &&
		    !str_is_one_of(key, passed_over, ARRAY_LEN(passed_over)))
			break;
	}
	if (at == text->nr_words)
		return false;
	return TABLE_FIND(suffered, text->words[at].key) ||
	       (!of_us && TABLE_FIND(deeds, text->words[at].key));
}

/* "Losing the contract": of nobody, and no sentence. */
static bool is_told_as_thing(const struct text *text)
{
	return verb_kinds(text->words[0].key) & IS_ING &&
	       text->nr_clauses == 1 && !text->sentences[0].question;
}

/* "that they cancel", "he won't believe us": not "that was it", nor what
 * already speaks to you. */
static bool is_told_of(const struct text *text)
{
	static const char *const who[] = { "he", "she", "they" };
	static const char *const behind_that[] = {
		"everybody", "everyone", "he",   "her", "his",   "i",    "it",
		"my",	     "nobody",	 "our",  "she", "the",   "their",
		"there",     "they",	 "this", "we",
	};
	static const char *const spoken[] = { "you", "your", "yours" };

	for (uint32_t i = 0; i < text->nr_words; i++)
		if (TABLE_FIND(spoken, text->words[i].key))
			return false;
	return TABLE_FIND(who, text->words[0].key) ||
	       (text->nr_words > 2 && word_is(text, 0, STR("that")) &&
		TABLE_FIND(behind_that, text->words[1].key));
}

struct str own_reported(struct str line, struct arena *arena)
{
	static const struct lead leads[] = {
		{ "he will say", 0 },   { "he'll say", 0 },
		{ "he says", 0 },       { "she will say", 0 },
		{ "she'll say", 0 },    { "she says", 0 },
		{ "they will say", 0 }, { "they'll say", 0 },
		{ "they say", 0 },
	};
	struct str said = without_that(line);
	const struct lead *lead = LEAD(leads, said);
	struct text text = text_parse(arena, line);

	said = without_that(line_without(lead_behind(said, lead), " ,:", ""));
	if (!text.nr_words || !line_has_words(said))
		return line;
	if (!lead && (is_told_done(&text) || is_told_as_thing(&text)))
		return STR("");
	if (!lead && !is_told_of(&text))
		return line;
	/* in quotation marks it is spoken already */
	return said.ptr[0] == '"' ? said : line_turned(said, turn_told, arena);
}
