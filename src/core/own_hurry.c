/*
 * What a hurry left out of a line: the capitals of days, tongues and Mr Hart, and
 * the apostrophes of "dont", "its gone" and "tomorrows breakfast".
 */
#include "own_line.h"

#include "rehearse/utf8.h"
#include "text_parts.h"

static const char *const days[] = {
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
	"sunday", "january", "february", "april", "june", "july", "august",
	"september", "october", "november", "december", "easter", "christmas",
};

static const char *const tongues[] = {
	"english", "french", "german", "italian", "spanish",
};

static bool is_one_of_many(struct str key, const char *const *ones, size_t nr)
{
	return str_ends_with(key, STR("s")) &&
	       str_is_one_of(str_slice(key, 0, key.len - 1), ones, nr);
}

/* "mondays" too; "may" and "march" are other words as well, but for "in
 * march". */
static bool is_day(const struct text *text, uint32_t at)
{
	static const char *const months[] = { "march", "may" };
	struct str key = text->words[at].key;

	return str_is_one_of(key, days, ARRAY_LEN(days)) ||
	       is_one_of_many(key, days, ARRAY_LEN(days)) ||
	       (at && str_is_one_of(key, months, ARRAY_LEN(months)) &&
		lexicon_kinds(text->words[at - 1].key) & IS_PREP);
}

/* "mr hart" */
static bool is_title_or_its_name(const struct text *text, uint32_t at)
{
	static const char *const titles[] = { "dr", "mr", "mrs", "ms" };

	return str_is_one_of(text->words[at].key, titles, ARRAY_LEN(titles)) ||
	       (at && str_is_one_of(text->words[at - 1].key, titles,
				    ARRAY_LEN(titles)));
}

/* "tomorrows breakfast", "mondays bookings", "his daughters birthday"; not
 * "closed on mondays", "her sons football boots" */
static bool is_owner(const struct text *text, uint32_t at)
{
	static const char *const whole[] = { "today", "tomorrow", "yesterday" };
	static const char *const kin[] = {
		"boss",	    "brother", "client", "customer", "dad",
		"daughter", "father",  "husband", "mother",  "mum",
		"sister",
	};
	struct str key = text->words[at].key;

	if (!line_owns_next(text, at))
		return false;
	if (is_one_of_many(key, days, ARRAY_LEN(days)))
		return !at || !str_equal(text->words[at - 1].key, STR("on"));
	return is_one_of_many(key, whole, ARRAY_LEN(whole)) ||
	       (at && is_one_of_many(key, kin, ARRAY_LEN(kin)) &&
		lexicon_kinds(text->words[at - 1].key) & IS_DET);
}

/* One word typed, two read: "dont" */
static bool is_contraction(const struct text *text, uint32_t at)
{
	return at + 1 < text->nr_words &&
	       text->words[at].start == text->words[at + 1].start &&
	       text->words[at].end == text->words[at + 1].end;
}

/* Where "dont", "youre" and "thats" lack their apostrophe; 0: they don't. */
static size_t apostrophe_at(struct str word)
{
	static const struct {
		const char *end;
		size_t from_end;
	} ends[] = {
		{ "nt", 1 }, { "ll", 2 }, { "ve", 2 }, { "re", 2 },
		{ "im", 1 }, { "es", 1 }, { "ts", 1 }, { "ws", 1 },
	};

	for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
		struct str end = str_from(ends[i].end);

		if (word.len >= end.len &&
		    str_equal_nocase(str_slice(word, word.len - end.len,
					       word.len), end))
			return word.len - ends[i].from_end;
	}
	return 0;
}

static bool put_apostrophe(struct str word, size_t at, bool capital,
			   struct strbuf *out)
{
	struct str before = str_slice(word, 0, at);

	if (capital)
		utf8_add_capitalised(out, before);
	else
		strbuf_add(out, before);
	strbuf_addc(out, '\'');
	strbuf_add(out, str_slice(word, at, word.len));
	return true;
}

/* "its discontinued", "its off the road"; not "its colour", "its cut" */
static bool is_it_is(const struct text *text, uint32_t at)
{
	static const char *const states[] = {
		"a",    "an",  "broken", "down", "gone", "just", "my",
		"not",  "off", "on",     "our",  "out",  "the",  "their",
		"too",  "your",
	};
	uint32_t kinds;

	if (at + 1 >= text->nr_words ||
	    !str_equal(text->words[at].key, STR("its")))
		return false;
	kinds = verb_kinds(text->words[at + 1].key);
	return str_is_one_of(text->words[at + 1].key, states,
			     ARRAY_LEN(states)) ||
	       (at + 2 == text->nr_words && kinds & IS_DONE &&
		!(kinds & IS_NOUNISH));
}

static bool mend(const struct text *text, uint32_t at, struct strbuf *out)
{
	struct str word = line_word(text, at);
	bool has = str_find(word, STR("'"), 0) < word.len ||
		   str_find(word, STR("\u2019"), 0) < word.len;
	size_t gap = !has && is_contraction(text, at) ? apostrophe_at(word) : 0;

	if (gap)
		return put_apostrophe(word, gap, word.ptr[0] == 'i' && gap == 1,
				      out);
	if (!has && is_it_is(text, at))
		return put_apostrophe(word, STR("it").len, false, out);
	if (is_owner(text, at))
		return put_apostrophe(word, word.len - 1, is_day(text, at), out);
	if (!is_day(text, at) &&
	    !str_is_one_of(text->words[at].key, tongues, ARRAY_LEN(tongues)) &&
	    !is_title_or_its_name(text, at) &&
	    !str_equal(word, STR("i")))
		return false;
	utf8_add_capitalised(out, word);
	return true;
}

struct str own_unhurried(struct str line, struct arena *arena)
{
	return line_turned(line, mend, arena);
}
