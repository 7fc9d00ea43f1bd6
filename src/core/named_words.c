/*
 * A stretch of a turn short enough to be quoted: "'It's only a party.' You try
 * telling her that." What somebody says that hurts stays in the ear word for
 * word, so nothing is turned, only cut: at the ends of the sentence, else at
 * its commas, else at its clause; and freed of what leads in ("well, and, so").
 */
#include "rehearse/named.h"

#include "text_parts.h"

enum {
	LEAST_WORDS = 2,
	MOST_WORDS = 9, /* more is a speech, and nobody keeps it by heart */
};

/* Words first..end (exclusive). */
struct stretch {
	uint32_t first, end;
};

/* Is there a sign between the two words that parts them? */
static bool is_parted(const struct text *text, uint32_t before)
{
	uint32_t from = text->words[before].end;
	uint32_t to = text->words[before + 1].start;

	for (uint32_t at = from; at < to; at++)
		if (text->source.ptr[at] != ' ')
			return to > from + 1 || text->source.ptr[at] != '-';
	return false;
}

static struct stretch sentence_of(const struct text *text, uint32_t word)
{
	const struct sentence *sentence =
		&text->sentences[text->words[word].sentence];

	return (struct stretch){ sentence->first, sentence->end };
}

static struct stretch between_signs(const struct text *text, uint32_t word)
{
	struct stretch sentence = sentence_of(text, word);
	struct stretch found = { word, word + 1 };

	while (found.first > sentence.first && !is_parted(text, found.first - 1))
		found.first--;
	while (found.end < sentence.end && !is_parted(text, found.end - 1))
		found.end++;
	return found;
}

static struct stretch clause_of(const struct text *text, uint32_t word)
{
	const struct clause *clause = &text->clauses[text->words[word].clause];

	return (struct stretch){ clause->first, clause->end };
}

static bool leads_in(const struct text *text, uint32_t word)
{
	return lexicon_kinds(text->words[word].key) & (IS_LEAD | IS_JOIN);
}

/* As they were typed: "can't" is one. */
static uint32_t count_words(const struct text *text,
			    const struct stretch *stretch)
{
	uint32_t words = 0;

	for (uint32_t at = stretch->first; at < stretch->end; at++)
		words += at == stretch->first ||
			 text->words[at].start != text->words[at - 1].start;
	return words;
}

static bool is_short(const struct text *text, struct stretch *stretch)
{
	uint32_t words;

	while (stretch->first < stretch->end && leads_in(text, stretch->first))
		stretch->first++;
	words = count_words(text, stretch);
	return words >= LEAST_WORDS && words <= MOST_WORDS;
}

/* The shortest cut that is short enough, the widest first. */
static bool cut(const struct text *text, uint32_t word, struct stretch *out)
{
	static struct stretch (*const cuts[])(const struct text *, uint32_t) = {
		sentence_of,
		between_signs,
		clause_of,
	};

	for (size_t i = 0; i < ARRAY_LEN(cuts); i++) {
		*out = cuts[i](text, word);
		if (is_short(text, out))
			return true;
	}
	return false;
}

static uint32_t word_at_byte(const struct text *text, uint32_t byte)
{
	uint32_t at = 0;

	while (at + 1 < text->nr_words && text->words[at + 1].start <= byte)
		at++;
	return at;
}

/* The last word of the last sentence that asks nothing; nr_words: none. */
static uint32_t last_stated(const struct text *text)
{
	for (uint32_t i = text->nr_sentences; i-- > 0;) {
		const struct sentence *sentence = &text->sentences[i];

		if (sentence->end > sentence->first && !sentence->question)
			return sentence->end - 1;
	}
	return text->nr_words;
}

bool text_quotable(const struct text *text, long at, struct strbuf *out)
{
	struct stretch found;
	uint32_t word = at == NAMED_LAST || !text->nr_words
				? last_stated(text)
				: word_at_byte(text, (uint32_t)at);

	if (word >= text->nr_words ||
	    text->sentences[text->words[word].sentence].question ||
	    !cut(text, word, &found))
		return false;
	strbuf_add(out,
		   str_slice(text->source, text->words[found.first].start,
			     text->words[found.end - 1].end));
	return true;
}
