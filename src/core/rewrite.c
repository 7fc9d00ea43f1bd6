/*
 * The better sentence: a rule's `try`, said with the speaker's own times and
 * deeds and with the facts of the script.
 */
#include "moment.h"
#include "rehearse/named.h"

static struct str words_of(const struct text *text, uint32_t first,
			   uint32_t end)
{
	return str_slice(text->source, text->words[first].start,
			 text->words[end - 1].end);
}

/* The first time that is named for something to come: "by Thursday at four". */
static struct str when_of(const struct text *text)
{
	uint32_t first, end;

	return text_time_to_come(text, &first, &end)
		       ? words_of(text, first, end)
		       : STR("");
}

static bool word_at(const struct text *text, uint32_t at, const char *key)
{
	return at < text->nr_words &&
	       str_equal(text->words[at].key, str_from(key));
}

/* "sort something out", "do everything we can": nobody could see it done. */
static bool names_a_deed(const struct text *text, uint32_t first, uint32_t end)
{
	static const char *const empty[] = {
		"best",	      "everything", "hope",     "possible",
		"possibly",   "somehow",    "something", "way",
		"ways",	      "whatever",
	};

	for (uint32_t i = first; i < end; i++)
		if (str_is_one_of(text->words[i].key, empty, ARRAY_LEN(empty)))
			return false;
	return first < end;
}

/* What follows "I will" up to a time or the clause's end: "call the plant". */
static struct str action_of(const struct text *text,
			    const struct clause *clause)
{
	uint32_t first = clause->verb_at + 1, end;

	if (clause->subject != SUBJECT_SELF || clause->negative ||
	    clause->tense != TENSE_FUTURE || clause->mood == MOOD_QUESTION)
		return STR("");
	if (word_at(text, first, "going") && word_at(text, first + 1, "to"))
		first += 2;
	for (end = first; end < clause->end &&
			  !(text->words[end].classes & WORD_WHEN); end++)
		;
	return names_a_deed(text, first, end) ? words_of(text, first, end)
					      : STR("");
}

struct slots slots_of(const struct text *text)
{
	struct slots slots = {
		.when = when_of(text),
		.action = STR(""),
		.news = STR(""),
		.good = STR(""),
	};

	for (uint32_t i = 0; i < text->nr_clauses && !slots.action.len; i++)
		slots.action = action_of(text, &text->clauses[i]);
	return slots;
}

/* What fills a slot of that name. */
static struct str filling(const struct slots *slots,
			  const struct finding *finding, struct str name)
{
	const struct {
		const char *name;
		struct str words;
	} known[] = {
		{ "when", slots->when },
		{ "action", slots->action },
		{ "news", slots->news },
		{ "good", slots->good },
	};

	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		if (str_equal(name, str_from(known[i].name)))
			return known[i].words;
	return finding->slot;
}

/* What a time is said with, where it was named without: "the 24th" is no
 * answer to when, but it is the 24th. */
static const char *preposition(const struct strbuf *out, struct str words)
{
	const struct str article = STR("the "), hour = STR(" o'clock");

	if (str_ends_with(strbuf_str(out), STR(" is ")))
		return "";
	if (str_equal_nocase(str_slice(words, 0, article.len), article))
		return "by ";
	return str_find(words, hour, 0) == str_find(words, STR(" "), 0) &&
			       str_find(words, hour, 0) < words.len
		       ? "at "
		       : "";
}

/* A time that began its sentence does so no longer; days and months keep their
 * capital. */
static struct str within_sentence(struct str words, struct arena *arena)
{
	static const char *const names[] = {
		"April",     "August",    "Christmas", "December",
		"Easter",    "February",  "Friday",    "January",
		"July",      "June",      "March",     "May",
		"Monday",    "November",  "October",   "Saturday",
		"September", "Sunday",    "Thursday",  "Tuesday",
		"Wednesday",
	};
	struct str head = str_slice(words, 0, str_find(words, STR(" "), 0));

	if (words.ptr[0] < 'A' || words.ptr[0] > 'Z' ||
	    str_is_one_of(head, names, ARRAY_LEN(names)))
		return words;
	return arena_printf(arena, "%c" STR_FMT, words.ptr[0] - 'A' + 'a',
			    STR_ARG(str_slice(words, 1, words.len)));
}

/* One slot: name, or name: hint. */
static void add_slot(struct strbuf *out, const struct slots *slots,
		     const struct finding *finding, struct str slot,
		     struct arena *arena)
{
	size_t colon = str_find(slot, STR(":"), 0);
	struct str name = str_trim(str_slice(slot, 0, colon));
	struct str hint = name;
	struct str words = filling(slots, finding, name);

	if (colon < slot.len)
		hint = str_trim(str_slice(slot, colon + 1, slot.len));
	if (!words.len)
		strbuf_addf(out, "[" STR_FMT "]", STR_ARG(hint));
	else if (str_equal(name, STR("when")))
		strbuf_addf(out, "%s" STR_FMT, preposition(out, words),
			    STR_ARG(within_sentence(words, arena)));
	else
		strbuf_add(out, words);
}

/* In a script, where nothing is left to tell, it has been told. */
static bool is_told(const struct slots *slots, struct str slot)
{
	struct str name = str_trim(
		str_slice(slot, 0, str_find(slot, STR(":"), 0)));

	return slots->scripted &&
	       ((str_equal(name, STR("news")) && !slots->news.len) ||
		(str_equal(name, STR("good")) && !slots->good.len));
}

static struct str slot_at(struct str pattern, size_t open, size_t close)
{
	return str_slice(pattern, open + 1, close);
}

static bool tells_again(const struct slots *slots, struct str sentence)
{
	size_t open = str_find(sentence, STR("{"), 0), close;

	for (; open < sentence.len; open = str_find(sentence, STR("{"), close)) {
		close = str_find(sentence, STR("}"), open);
		if (is_told(slots, slot_at(sentence, open, close)))
			return true;
	}
	return false;
}

/* Without the sentences that would tell again what has been told, if any
 * others remain. */
static struct str untold_part(const struct slots *slots, struct str pattern,
			      struct arena *arena)
{
	const struct str stop = STR(". ");
	struct strbuf out = { 0 };
	struct str part;
	size_t at = 0;

	while (at < pattern.len) {
		size_t end = str_find(pattern, stop, at);
		struct str sentence;

		end = end < pattern.len ? end + stop.len : pattern.len;
		sentence = str_slice(pattern, at, end);
		if (!tells_again(slots, sentence))
			strbuf_add(&out, sentence);
		at = end;
	}
	part = str_trim(arena_take(arena, &out));
	return part.len ? part : pattern;
}

struct str finding_rewrite(const struct rubric *rubric,
			   const struct finding *finding,
			   const struct slots *slots, struct arena *arena)
{
	const struct rule *rule = &rubric->rules[finding->rule];
	struct str pattern = untold_part(
		slots, rubric_string(rubric, rule->rewrite), arena);
	struct strbuf out = { 0 };
	size_t at = 0;

	while (at < pattern.len) {
		size_t open = str_find(pattern, STR("{"), at);
		size_t close = str_find(pattern, STR("}"), open);

		strbuf_add(&out, str_slice(pattern, at, open));
		if (close == pattern.len) {
			strbuf_add(&out, str_slice(pattern, open, close));
			break;
		}
		add_slot(&out, slots, finding, slot_at(pattern, open, close),
			 arena);
		at = close + 1;
	}
	return arena_take(arena, &out);
}
