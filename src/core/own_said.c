/*
 * What was typed about the client, as it is said to them: "offer her the hall"
 * is "offer you the hall", "send him his photos" is "send you your photos".
 * What both sides will speak of is nobody's: "the roof over her terrace" is
 * "the roof over the terrace".
 */
#include "own_line.h"

#include "rehearse/utf8.h"
#include "text_parts.h"

struct turned_word {
	const char *word;
	const char *alone, *owner; /* by itself; before what is theirs */
};

static const struct turned_word to_her[] = {
	{ "her", "you", "your" },
	{ "hers", "yours", "yours" },
};

static const struct turned_word to_him[] = {
	{ "him", "you", "you" },
	{ "his", "yours", "your" },
};

static const struct turned_word to_both[] = {
	{ "my", "my", "the" },     { "our", "our", "the" },
	{ "your", "your", "the" }, { "their", "their", "the" },
	{ "his", "his", "the" },   { "her", "her", "the" },
};

static const struct turned_word *word_of(struct str key,
					const struct turned_word *words,
					size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		if (str_equal(key, str_from(words[i].word)))
			return &words[i];
	return NULL;
}

bool line_owns_next(const struct text *text, uint32_t at)
{
	const uint32_t never = IS_DET | IS_PREP | IS_ADVERB | IS_OBJECT |
			       IS_PRONOUN | IS_WH | IS_JOIN | IS_SUB |
			       IS_AUX;
	const uint16_t figures = WORD_NUMBER | WORD_WHEN | WORD_DATE |
				 WORD_TIME | WORD_MONEY;

	return at + 1 < text->nr_words &&
	       text->words[at + 1].sentence == text->words[at].sentence &&
	       !(text->words[at + 1].classes & figures) &&
	       !(lexicon_kinds(text->words[at + 1].key) & never);
}

/* "Have her do it": whoever does it, it isn't the client. */
static bool is_sent(const struct text *text, uint32_t at)
{
	uint32_t kinds;

	if (!at || at + 1 == text->nr_words ||
	    !str_equal(text->words[at - 1].key, STR("have")))
		return false;
	kinds = lexicon_kinds(text->words[at + 1].key) |
		verb_kinds(text->words[at + 1].key);
	return kinds & (IS_VERB | IS_DO) && !(kinds & IS_NOUNISH);
}

/* What he does on his own side: "if he signs"; not "if he's free", who may be
 * the man that is sent. */
static bool is_theirs_to_do(struct str key)
{
	static const char *const deeds[] = {
		"accept", "agree", "book", "buy", "choose", "collect",
		"commit", "confirm", "decide", "give", "keep", "let",
		"order", "pay", "prefer", "renew", "say", "share", "sign",
		"stay", "take", "want", "wish",
	};

	return str_is_one_of(key, deeds, ARRAY_LEN(deeds)) ||
	       (str_ends_with(key, STR("s")) &&
		str_is_one_of(str_slice(key, 0, key.len - 1), deeds,
			      ARRAY_LEN(deeds)));
}

/* "if he signs": the "he", and its verb. */
static bool turn_condition(const struct text *text, uint32_t at,
			   struct strbuf *out)
{
	static const char *const ifs[] = { "if", "once", "unless", "when" };
	static const char *const persons[] = { "he", "she", "they" };
	bool verb = at > 1 && str_is_one_of(text->words[at - 1].key, persons,
					    ARRAY_LEN(persons));
	uint32_t person = at - verb;
	struct str key = text->words[at].key;

	if (!person || person + 1 >= text->nr_words ||
	    !str_is_one_of(text->words[person].key, persons,
			   ARRAY_LEN(persons)) ||
	    !str_is_one_of(text->words[person - 1].key, ifs, ARRAY_LEN(ifs)) ||
	    !is_theirs_to_do(text->words[person + 1].key))
		return false;
	if (!verb)
		strbuf_add(out, STR("you"));
	else
		strbuf_add(out, str_slice(key, 0,
					  key.len - str_ends_with(key, STR("s"))));
	return true;
}

static bool turn_by(const struct turned_word *words, size_t nr,
		    const struct text *text, uint32_t at, struct strbuf *out)
{
	const struct turned_word *word =
		word_of(text->words[at].key, words, nr);

	if (!word || is_sent(text, at))
		return false;
	strbuf_add(out, str_from(line_owns_next(text, at) ? word->owner
						     : word->alone));
	return true;
}

static bool turn_to_her(const struct text *text, uint32_t at,
			struct strbuf *out)
{
	return turn_by(to_her, ARRAY_LEN(to_her), text, at, out);
}

static bool turn_to_him(const struct text *text, uint32_t at,
			struct strbuf *out)
{
	return turn_by(to_him, ARRAY_LEN(to_him), text, at, out);
}

/*
 * "Lend them a pump", "ring them back": a firm, or people. Not "replace them",
 * and not where somebody else was named: "ring the guests and tell them".
 */
static bool is_told_or_given(const struct text *text, uint32_t at)
{
	static const char *const told[] = {
		"call",	     "compensate", "meet", "pay",  "phone",
		"reimburse", "ring",	   "tell", "text", "visit",
	};
	static const char *const given[] = {
		"bring", "find",  "give", "hire", "lend", "loan",
		"offer", "sell", "send", "show",
	};
	struct str verb;

	if (at != 1)
		return false;
	verb = text->words[0].key;
	if (str_is_one_of(verb, told, ARRAY_LEN(told)))
		return true;
	if (at + 1 == text->nr_words)
		return false;
	if (str_equal(verb, STR("let")))
		return verb_kinds(text->words[2].key) & IS_VERB;
	return str_is_one_of(verb, given, ARRAY_LEN(given)) &&
	       (lexicon_kinds(text->words[2].key) & IS_DET ||
		text->words[2].classes & (WORD_NUMBER | WORD_MONEY));
}

static bool turn_to_them(const struct text *text, uint32_t at,
			 struct strbuf *out)
{
	if (str_equal(text->words[at].key, STR("their")))
		strbuf_add(out, STR("your"));
	else if (str_equal(text->words[at].key, STR("them")) &&
		 is_told_or_given(text, at))
		strbuf_add(out, STR("you"));
	return out->len;
}

static bool turn_to_both(const struct text *text, uint32_t at,
			 struct strbuf *out)
{
	return turn_by(to_both, ARRAY_LEN(to_both), text, at, out);
}

struct str line_turned(struct str line, turn_word *turn, struct arena *arena)
{
	struct text text = text_parse(arena, line);
	struct strbuf out = { 0 }, word = { 0 };
	struct str said;
	size_t at = 0;

	for (uint32_t i = 0; i < text.nr_words; i++) {
		strbuf_truncate(&word, 0);
		if (!turn(&text, i, &word))
			continue;
		strbuf_add(&out, str_slice(line, at, text.words[i].start));
		strbuf_add(&out, strbuf_str(&word));
		at = text.words[i].end;
	}
	strbuf_add(&out, str_slice(line, at, line.len));
	said = arena_str(arena, strbuf_str(&out));
	strbuf_release(&word);
	strbuf_release(&out);
	return said;
}

static bool names_any(struct str line, const struct turned_word *words,
		      size_t nr)
{
	struct arena arena = { 0 };
	struct text text = text_parse(&arena, line);
	bool found = false;

	for (uint32_t i = 0; i < text.nr_words; i++)
		found = found || word_of(text.words[i].key, words, nr);
	arena_release(&arena);
	return found;
}

enum own_client own_client_in(struct str line)
{
	bool her = names_any(line, to_her, ARRAY_LEN(to_her));
	bool him = names_any(line, to_him, ARRAY_LEN(to_him));

	if (her == him)
		return OWN_CLIENT;
	return her ? OWN_CLIENT_SHE : OWN_CLIENT_HE;
}

struct str own_said(struct str line, enum own_client client,
		    struct arena *arena)
{
	line = line_turned(line, turn_condition, arena);
	if (client != OWN_CLIENT_HE)
		line = line_turned(line, turn_to_her, arena);
	if (client != OWN_CLIENT_SHE)
		line = line_turned(line, turn_to_him, arena);
	if (client == OWN_CLIENT)
		line = line_turned(line, turn_to_them, arena);
	return line;
}

struct str own_said_of_both(struct str line, struct arena *arena)
{
	return line_turned(line, turn_to_both, arena);
}
