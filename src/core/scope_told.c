#include "scope_parts.h"

/*
 * What is told of others: how a colleague once put something right, what a
 * mentor holds one should say, what he said of himself. It may be to the
 * point; it is not said to the client, and nobody does it.
 */

enum { TEACHING_REACH = 5, PERSON_REACH = 5 };

static bool is_quoted(const struct text *text, uint32_t word)
{
	return text->words[word].classes & WORD_QUOTED;
}

/* ---- advice ------------------------------------------------------------- */

/* "should simply own it": how one ought to talk. */
static bool advises_talk(const struct text *text, uint32_t first, uint32_t end)
{
	static const char *const talk[] = {
		"acknowledge", "admit", "apologise", "ask", "hear",
		"listen",      "name",  "offer",     "own", "say",
		"suggest",     "tell",  "thank",
	};
	static const char *const oughts[] = { "must", "ought", "should" };

	for (uint32_t at = first; at < end; at++) {
		uint32_t last =
			at + TEACHING_REACH < end ? at + TEACHING_REACH : end;

		/* "I should have told you" owns it */
		if (!TABLE_FIND(oughts, text->words[at].key) ||
		    word_is(text, at - 1, STR("i")))
			continue;
		for (uint32_t verb = at + 1; verb < last; verb++)
			if (TABLE_FIND(talk, text->words[verb].key))
				return true;
	}
	return false;
}

/* "My old coach", not "I book it". */
static bool is_noun_here(const struct draft *draft, uint32_t at)
{
	const uint32_t first =
		draft->text->sentences[draft->text->words[at].sentence].first;

	return at == first || draft->notes[at - 1].kinds & IS_DET ||
	       (at > first + 1 && draft->notes[at - 2].kinds & IS_DET);
}

/* "My mentor says that one should own it". */
static void find_advice(struct draft *draft)
{
	static const char *const advisers[] = {
		"book",      "coach",    "course",   "guide",     "guidebook",
		"guru",      "handbook", "manual",   "mentor",    "podcast",
		"professor", "seminar",  "textbook", "therapist", "trainer",
	};
	const struct text *text = draft->text;

	for (uint32_t at = 0; at < text->nr_words; at++)
		if (TABLE_FIND(advisers, text->words[at].key) &&
		    is_noun_here(draft, at) &&
		    advises_talk(text, at + 1, sentence_end(text, at)))
			add_scope(draft, SCOPE_UNSAID, at, at,
				  sentence_end(text, at));
}

/* ---- tales -------------------------------------------------------------- */

/* "My colleague once told a lady", not "at once" and "once it is here". */
static bool is_long_ago(const struct draft *draft, uint32_t at)
{
	const uint32_t before = IS_PRONOUN | IS_DET | IS_WH;

	return word_is(draft->text, at, STR("once")) && at &&
	       !word_is(draft->text, at - 1, STR("at")) &&
	       (at + 1 >= sentence_end(draft->text, at) ||
		!(draft->notes[at + 1].kinds & before));
}

/* "told me about a case like that", "had exactly this". */
static bool is_the_same_again(const struct text *text, uint32_t at)
{
	return (word_is(text, at, STR("like")) ||
		word_is(text, at, STR("exactly"))) &&
	       (word_is(text, at + 1, STR("this")) ||
		word_is(text, at + 1, STR("that")) ||
		word_is(text, at + 1, STR("yours")));
}

/* "My colleague Bea", "a friend of mine". */
static bool is_about_somebody(const struct text *text, const struct sentence *s)
{
	static const char *const persons[] = {
		"aunt",    "boss",        "brother", "colleague",   "cousin",
		"friend",  "grandfather", "manager", "master",      "mate",
		"mentor",  "neighbour",   "partner", "predecessor", "sister",
		"teacher", "uncle",
	};
	uint32_t end = s->first + PERSON_REACH < s->end
			       ? s->first + PERSON_REACH
			       : s->end;

	for (uint32_t at = s->first; at < end; at++)
		if (TABLE_FIND(persons, text->words[at].key))
			return true;
	return false;
}

static bool is_past(const struct draft *draft, const struct sentence *s)
{
	for (uint32_t i = s->first_clause; i < s->end_clause; i++)
		if (draft->text->clauses[i].tense == TENSE_PAST)
			return true;
	/* "once dropped a harp" could be somebody's who was dropped */
	for (uint32_t at = s->first + 1; at < s->end; at++)
		if (word_is(draft->text, at - 1, STR("once")) &&
		    draft->notes[at].kinds & IS_PAST)
			return true;
	return false;
}

static bool begins_a_tale(const struct draft *draft, const struct sentence *s)
{
	if (!is_about_somebody(draft->text, s) || !is_past(draft, s))
		return false;
	for (uint32_t at = s->first; at < s->end; at++)
		if (is_long_ago(draft, at) ||
		    is_the_same_again(draft->text, at))
			return true;
	return false;
}

/* "He went straight over. What a boss that was.": neither I nor you. */
static bool goes_on(const struct text *text, const struct sentence *s)
{
	static const char *const persons[] = {
		"i",  "me", "mine", "my",   "our",   "ours",
		"us", "we", "you",  "your", "yours",
	};

	for (uint32_t at = s->first; at < s->end; at++)
		if (!is_quoted(text, at) &&
		    TABLE_FIND(persons, text->words[at].key))
			return false;
	return true;
}

static void find_tales(struct draft *draft)
{
	const struct text *text = draft->text;

	for (uint32_t i = 0; i < text->nr_sentences; i++) {
		uint32_t first = i;

		if (!begins_a_tale(draft, &text->sentences[i]))
			continue;
		while (i + 1 < text->nr_sentences &&
		       goes_on(text, &text->sentences[i + 1]))
			i++;
		/* in one sentence it is to the point */
		if (i > first)
			add_scope(draft, SCOPE_UNSAID,
				  text->sentences[first].first,
				  text->sentences[first].first,
				  text->sentences[i].end);
	}
}

/* ---- speeches ----------------------------------------------------------- */

/* "In my course we learn to say:": what is learned is not said. */
static bool is_taught(const struct text *text, uint32_t first, uint32_t at)
{
	static const char *const says[] = { "answer", "say", "write" };
	static const char *const taught[] = {
		"learn", "learned", "learnt", "practise", "practised",
		"supposed", "taught", "teach", "teaches", "told", "trained",
	};

	if (at < first + 2 || !TABLE_FIND(says, text->words[at].key) ||
	    !word_is(text, at - 1, STR("to")))
		return false;
	for (uint32_t i = first; i < at; i++)
		if (TABLE_FIND(taught, text->words[i].key))
			return true;
	return false;
}

/* "He said:", "an honest baker says:"; not "I said:", "that said:". */
static bool begins_a_speech(const struct draft *draft, uint32_t at)
{
	static const char *const verbs[] = {
		"admits",  "admitted", "answered", "answers", "replied",
		"replies", "said",     "says",     "writes",  "wrote",
	};
	static const char *const nobody[] = {
		"be",	"been", "being", "enough", "having",
		"is",	"that", "this",	 "was",
	};
	const struct text *text = draft->text;
	const struct sentence *s = &text->sentences[text->words[at].sentence];

	if (at == s->first || at + 1 >= s->end ||
	    !(draft->notes[at + 1].gap & GAP_BREAK))
		return false;
	if (is_taught(text, s->first, at))
		return true;
	if (!TABLE_FIND(verbs, text->words[at].key) ||
	    TABLE_FIND(nobody, text->words[at - 1].key))
		return false;
	for (uint32_t i = s->first; i < at; i++)
		if (draft->notes[i].kinds & (IS_SELF | IS_CLIENT))
			return false;
	return true;
}

/* "He said: it was my fault": the "my" is his. What he reports of a pump is
 * as good as if I reported it. */
static void find_speeches(struct draft *draft)
{
	static const char *const selves[] = { "i",  "me",  "mine", "my",
					      "our", "us", "we" };
	const struct text *text = draft->text;

	for (uint32_t at = 0; at < text->nr_words; at++) {
		uint32_t end = sentence_end(text, at), self = at + 1;

		if (!begins_a_speech(draft, at))
			continue;
		while (self < end && !TABLE_FIND(selves, text->words[self].key))
			self++;
		if (self < end)
			add_scope(draft, SCOPE_UNSAID, at, at + 1, end);
	}
}

void find_told(struct draft *draft)
{
	find_advice(draft);
	find_tales(draft);
	find_speeches(draft);
}
