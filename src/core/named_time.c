/*
 * The time a turn names for something to come, or the sum, and as the one told
 * would say it back: "He's with you by the end of my shift." "By the end of
 * your shift. ..." "We pay the 780 euros." "780 euros. ..."
 *
 * Not what was, what is asked, denied, or hangs on a condition, and not what
 * comes every week. What is said of the present counts where it is more than
 * a bare "today", which mostly says when one is speaking.
 */
#include "rehearse/named.h"

#include "stretch.h"
#include "text_parts.h"

enum { MOST_WORDS = 6 }; /* more is no time to be repeated, but a speech */

/* Whose time it is, in the other's mouth. */
static const struct {
	const char *said, *echoed;
} owners[] = {
	{ "my", "your" },
	{ "our", "your" },
	{ "your", "my" },
};

/* First or last words of what is no one time, or says none. */
static const char *const loose[] = { "each", "every", "then", "thing" };

/* Said of the present, these are only now. */
static const char *const nows[] = { "this", "today", "tonight" };

/* "I'll come by tonight", "talk it over tonight": the word is the verb's, as it
 * is not in "the bills come by Tuesday". */
static bool is_particle(const struct text *text, uint32_t word)
{
	static const char *const verbs[] = {
		"call", "come", "drop", "go", "pass", "pop", "stop", "swing",
	};
	enum subject who;

	if (word && str_equal(text->words[word].key, STR("over")))
		return lexicon_kinds(text->words[word - 1].key) &
		       (IS_OBJECT | IS_PRONOUN);
	if (!word || !str_equal(text->words[word].key, STR("by")))
		return false;
	who = text->clauses[text->words[word - 1].clause].subject;
	return (who == SUBJECT_SELF || who == SUBJECT_NAMED) &&
	       str_is_one_of(text->words[word - 1].key, verbs,
			     ARRAY_LEN(verbs));
}

/* "because Lena sings until two": why not, not when. */
static bool is_reason(const struct text *text, uint32_t at)
{
	uint32_t first = text->sentences[text->words[at].sentence].first;

	while (at > first)
		if (str_equal(text->words[--at].key, STR("because")))
			return true;
	return false;
}

static bool is_asked_for(const struct text *text, uint32_t word)
{
	struct part part = { 0 };

	while (text_next_part(text, &part))
		if (word < part.end)
			return part_asking(text, &part) != ASKING_NOTHING;
	return false;
}

/* "They come on Friday": as a participle "come" is read as past, by itself it
 * never is. */
static bool is_past(const struct text *text, const struct clause *clause)
{
	uint32_t kinds;

	if (clause->tense != TENSE_PAST || clause->verb_at >= clause->end)
		return false;
	kinds = verb_kinds(text->words[clause->verb_at].key);
	return !(kinds & IS_VERB) || kinds & IS_PAST ||
	       lexicon_kinds(text->words[clause->verb_at].key) & IS_AUX;
}

/* "I believe you mean Friday": a time one thinks about. */
static bool is_thought(const struct text *text, const struct clause *clause)
{
	static const char *const verbs[] = {
		"believe", "know", "mean", "need", "think", "want", "wish",
	};

	return clause->verb_at < clause->end &&
	       str_is_one_of(text->words[clause->verb_at].key, verbs,
			     ARRAY_LEN(verbs));
}

bool text_owns(const struct text *text, uint32_t word)
{
	struct str typed = str_slice(text->source, text->words[word].start,
				     text->words[word].end);

	return str_ends_with(typed, STR("'s")) ||
	       str_ends_with(typed, STR("\u2019s"));
}

/* Can the words first..end be held to? */
static bool is_to_come(const struct text *text, uint32_t first, uint32_t end)
{
	const struct word *word = &text->words[first];
	const struct clause *clause = &text->clauses[word->clause];

	if (end - first > MOST_WORDS || clause->negative ||
	    text_owns(text, end - 1) || is_thought(text, clause) ||
	    text_is_own_affair(text, clause) || is_past(text, clause) ||
	    text_is_unreal(text, first) || is_reason(text, first) ||
	    str_is_one_of(text->words[end - 1].key, loose, ARRAY_LEN(loose)) ||
	    str_is_one_of(word->key, loose, ARRAY_LEN(loose)) ||
	    text_dates_a_thing(text, first) || is_asked_for(text, first))
		return false;
	if (first && str_equal(text->words[first - 1].key, STR("than")))
		return false; /* sooner than Friday */
	return clause->tense != TENSE_PRESENT ||
	       !str_is_one_of(word->key, nows, ARRAY_LEN(nows));
}

/* A day or an hour, not "this month". */
static bool is_exact(const struct text *text, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end; i++)
		if (text->words[i].value &&
		    text->words[i].classes & (WORD_DATE | WORD_TIME))
			return true;
	return false;
}

static void say_back(const struct text *text, uint32_t first, uint32_t end,
		     struct strbuf *out)
{
	size_t done = text->words[first].start;

	for (uint32_t i = first; i < end; i++) {
		const struct word *word = &text->words[i];

		for (size_t o = 0; o < ARRAY_LEN(owners); o++) {
			if (!str_equal(word->key, str_from(owners[o].said)))
				continue;
			strbuf_add(out,
				   str_slice(text->source, done, word->start));
			strbuf_add(out, str_from(owners[o].echoed));
			done = word->end;
		}
	}
	strbuf_add(out,
		   str_slice(text->source, done, text->words[end - 1].end));
}

static bool is_of(const struct text *text, uint32_t first, uint32_t at,
		  enum word_class kind)
{
	return at < text->nr_words &&
	       text->words[at].sentence == text->words[first].sentence &&
	       text->words[at].classes & kind;
}

/* "Tuesday and Thursday at five" */
static bool is_joined(const struct text *text, uint32_t first, uint32_t at,
		      enum word_class kind)
{
	return at < text->nr_words &&
	       str_equal(text->words[at].key, STR("and")) &&
	       is_of(text, first, at + 1, kind);
}

/* Where the words of this class end that begin at `at`; `at`: none do. */
static uint32_t stretch_end(const struct text *text, uint32_t at,
			    enum word_class kind)
{
	uint32_t end = at;

	while (is_of(text, at, end, kind) ||
	       (end > at && is_joined(text, at, end, kind)))
		end++;
	return end;
}

/* The words of this class that speak of something to come: the first that are
 * exact, else the first. */
static bool find_to_come(const struct text *text, enum word_class kind,
			 uint32_t *first, uint32_t *end)
{
	bool found = false, exact = false;
	uint32_t at = 0, next;

	for (; at < text->nr_words && !exact; at = next) {
		next = stretch_end(text, at, kind);
		if (next == at || is_particle(text, at)) {
			next = at + 1;
			continue;
		}
		if (!is_to_come(text, at, next))
			continue;
		exact = is_exact(text, at, next);
		if (exact || !found) {
			found = true;
			*first = at;
			*end = next;
		}
	}
	return found;
}

bool text_time_to_come(const struct text *text, uint32_t *first, uint32_t *end)
{
	return find_to_come(text, WORD_WHEN, first, end);
}

static bool name_to_come(const struct text *text, enum word_class kind,
			 struct strbuf *out)
{
	uint32_t first, end;

	if (!find_to_come(text, kind, &first, &end))
		return false;
	say_back(text, first, end, out);
	return true;
}

bool text_named_time(const struct text *text, struct strbuf *out)
{
	return name_to_come(text, WORD_WHEN, out);
}

bool text_named_sum(const struct text *text, struct strbuf *out)
{
	return name_to_come(text, WORD_MONEY, out);
}
