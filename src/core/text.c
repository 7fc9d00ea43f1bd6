#include "text_parts.h"

bool spelling_has(const struct spelling *spelling, uint32_t hash)
{
	size_t low = 0, high = spelling->nr;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (spelling->hashes[middle] == hash)
			return true;
		if (spelling->hashes[middle] > hash)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

bool word_is(const struct text *text, uint32_t at, struct str key)
{
	return at < text->nr_words && str_equal(text->words[at].key, key);
}

static bool word_fits(struct str key, struct str wanted)
{
	size_t last = wanted.len - 1;

	if (str_equal(key, wanted) || str_equal(wanted, STR("_")))
		return true;
	return wanted.ptr[last] == '*' &&
	       str_starts_with(key, str_slice(wanted, 0, last));
}

uint32_t phrase_end(const struct text *text, uint32_t at, const char *phrase)
{
	struct str rest = str_from(phrase), wanted;

	while (str_cut(&rest, ' ', &wanted)) {
		if (str_equal(wanted, STR("$")))
			return at == text->nr_words ? at : 0;
		if (at >= text->nr_words ||
		    !word_fits(text->words[at++].key, wanted))
			return 0;
	}
	return at;
}

/* The word can only be what follows "had": opened, been; not put, like. */
static bool is_only_done(const struct text *text, uint32_t at)
{
	static const char *const adverbs[] = {
		"already", "just", "never", "not", "only", "really",
	};
	uint32_t kinds;

	while (at < text->nr_words && TABLE_FIND(adverbs, text->words[at].key))
		at++;
	if (at >= text->nr_words)
		return false;
	kinds = lexicon_kinds(text->words[at].key);
	if (!kinds)
		kinds = verb_kinds(text->words[at].key);
	return kinds & IS_DONE && !(kinds & IS_VERB);
}

/* it's been is it has been, you'd better and she'd opened have a had. */
static void mend_contraction(struct draft *draft, uint32_t at)
{
	const struct text *text = draft->text;
	struct word *word = &draft->text->words[at];

	if (!(draft->notes[at].gap & GAP_SHARED))
		return;
	if (str_equal(word->key, STR("is")) &&
	    (word_is(text, at + 1, STR("been")) ||
	     word_is(text, at + 1, STR("got")) ||
	     (word_is(text, at + 1, STR("already")) &&
	      word_is(text, at + 2, STR("been")))))
		word->key = STR("has");
	else if (str_equal(word->key, STR("would")) &&
		 (word_is(text, at + 1, STR("better")) ||
		  is_only_done(text, at + 1)))
		word->key = STR("had");
}

/* "like" and "look" are verbs as well; "during" only seems to be one. */
static void add_verb_kinds(struct str key, struct note *note)
{
	if (note->kinds) {
		note->kinds |= verb_list_kinds(key);
		return;
	}
	note->kinds = verb_kinds(key);
	if (!note->kinds && str_ends_with(key, STR("ly")))
		note->kinds = IS_ADVERB;
}

/* What can be known of a word by itself. */
static void look_up(struct draft *draft, uint32_t at)
{
	struct word *word = &draft->text->words[at];
	struct note *note = &draft->notes[at];

	mend_contraction(draft, at);
	word->hash = str_hash(word->key);
	word->stem = text_stem(word->key);
	if (note->shape != SHAPE_WORD)
		return;
	note->kinds = lexicon_kinds(word->key);
	if (note->kinds & IS_NEGATOR)
		word->classes |= WORD_NEGATOR;
	if (note->kinds & IS_SMALL)
		word->classes |= WORD_SMALL;
	if (note->kinds)
		word->classes &= (uint16_t)~WORD_NAME;
	if (!(note->kinds & (IS_PRONOUN | IS_DET | IS_AUX | IS_JOIN | IS_SUB)))
		add_verb_kinds(word->key, note);
}

static void mark_borders(struct text *text)
{
	for (uint32_t i = 0; i < text->nr_sentences; i++) {
		const struct sentence *sentence = &text->sentences[i];

		text->words[sentence->first].classes |= WORD_SENTENCE_FIRST;
		text->words[sentence->end - 1].classes |= WORD_SENTENCE_LAST;
	}
}

/* The am of "9 am" and the May of "5 May" are no verbs. */
static void clear_kinds_of_times(struct draft *draft)
{
	for (uint32_t i = 0; i < draft->text->nr_words; i++)
		if (draft->text->words[i].classes & (WORD_TIME | WORD_DATE))
			draft->notes[i].kinds = 0;
}

struct text text_parse(struct arena *arena, struct str source)
{
	struct text text = { .source = source };
	struct draft draft = { .arena = arena, .text = &text };

	split_words(&draft);
	mark_borders(&text);
	for (uint32_t i = 0; i < text.nr_words; i++)
		look_up(&draft, i);
	find_times(&draft);
	clear_kinds_of_times(&draft);
	find_clauses(&draft);
	find_scopes(&draft);
	return text;
}
