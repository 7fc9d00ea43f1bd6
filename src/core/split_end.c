#include "split.h"

/*
 * Where sentences end. Whether a dot does depends on the word before it and
 * on what follows: Mr. Dunn, No. 5, 4 p.m., "well... I think".
 */

/* Behind these a dot says that letters are left out. */
static const char *const titles[] = {
	"adm", "approx", "capt", "cf",  "dept", "dr", "eg",  "est",
	"ext", "fig",    "gen",  "hon", "ie",   "mr", "mrs", "ms",
	"mx",  "prof",   "rev",  "sgt", "st",   "vs",
};
/* The same, but they may well stand at the end of a sentence. */
static const char *const often_last[] = {
	"apr", "aug", "co",   "corp",  "dec", "etc",  "feb",
	"fri", "inc", "jan",  "jr",    "jul", "jun",  "llc",
	"ltd", "mon", "nov",  "oct",   "plc", "sep",  "sept",
	"sr",  "thu", "thur", "thurs", "tue", "tues", "wed",
};

/* The first character of what is said next; 0: nothing near on this line. */
static uint32_t next_said(const struct splitter *split, size_t at)
{
	for (size_t end = at + LOOK_AHEAD; at < end; at = behind(split, at)) {
		uint32_t c = peek(split, at);

		if (!c || char_is_line_end(c))
			return 0;
		if (char_is_letter(c) || char_is_digit(c) ||
		    char_is_currency(c))
			return c;
	}
	return 0;
}

/* "1." at the head of a list is no sentence. */
static bool is_list_number(const struct splitter *split)
{
	return split->draft->text->nr_words == split->sentence + 1 &&
	       char_is_digit(peek(split, split->raw_from));
}

/* J. Smith, but not "so do I." */
static bool is_initial(const struct splitter *split)
{
	uint32_t c = peek(split, split->raw_from);

	return behind(split, split->raw_from) == split->raw_to &&
	       char_is_upper(c) && c != 'I';
}

/* Does the dot at byte `at`, right behind a word, end the sentence? */
static bool dot_ends(const struct splitter *split, size_t at)
{
	struct str raw =
		str_slice(split->source, split->raw_from, split->raw_to);
	uint32_t right = peek(split, at + 1), next = next_said(split, at + 1);
	struct str key;
	char room[8];
	bool spelt;

	if (!next)
		return true;
	if (char_is_letter(right) ||
	    char_is_digit(right)) /* x.com; but "late.We" */
		return char_is_upper(right) && raw.len > 1 &&
		       !char_is_upper(peek(split, split->raw_to - 1));
	if (is_list_number(split) || (is_initial(split) && char_is_upper(next)))
		return false;
	if (raw.len > sizeof(room))
		return true;
	key = key_spell(raw, room, &spelt);
	if (TABLE_FIND(titles, key) ||
	    (str_equal(key, STR("no")) && char_is_digit(next)))
		return false;
	return !TABLE_FIND(often_last, key) || char_is_upper(next);
}

void end_sentence(struct splitter *split, size_t end_byte)
{
	struct draft *draft = split->draft;
	struct text *text = draft->text;
	struct sentence *sentence;

	if (text->nr_words == split->sentence) {
		/* marks that stand alone belong to the sentence before */
		if (text->nr_sentences && end_byte)
			text->sentences[text->nr_sentences - 1].end_byte =
				(uint32_t)end_byte;
		return;
	}
	text->sentences =
		arena_grow(draft->arena, text->sentences, text->nr_sentences,
			   &draft->alloc_sentences, sizeof(*sentence));
	sentence = &text->sentences[text->nr_sentences++];
	*sentence = (struct sentence){
		.first = split->sentence,
		.end = text->nr_words,
		.start_byte = text->words[split->sentence].start,
		.end_byte = (uint32_t)end_byte,
	};
	split->sentence = text->nr_words;
	split->gap = 0;
}

/* Counts marks and dots, from byte `at` on; where they end. */
size_t gap_marks(struct splitter *split, size_t at)
{
	struct text *text = split->draft->text;
	unsigned exclamations = 0, questions = 0;

	for (;; at++) {
		uint32_t c = peek(split, at);

		if (c == '!')
			exclamations++;
		else if (c == '?')
			questions++;
		else if (c != '.')
			break;
	}
	end_sentence(split, at);
	if (text->nr_sentences) {
		struct sentence *sentence =
			&text->sentences[text->nr_sentences - 1];

		sentence->exclamations += exclamations;
		sentence->question_marks += questions;
	}
	return at;
}

/* "well... i think" goes on, "well... We" begins anew. */
void gap_ellipsis(struct splitter *split, size_t end)
{
	uint32_t next = next_said(split, end);

	if (next && !char_is_upper(next))
		split->gap |= GAP_COMMA;
	else
		end_sentence(split, end);
}

/* A run of dots, or one. */
size_t gap_dots(struct splitter *split, size_t at)
{
	size_t end = at;

	while (peek(split, end) == '.')
		end++;
	if (peek(split, end) == '?' || peek(split, end) == '!')
		return gap_marks(split, end);
	if (end - at == 1 && at == split->raw_to && !dot_ends(split, at))
		return end;
	if (end - at > 1)
		gap_ellipsis(split, end);
	else
		end_sentence(split, end);
	return end;
}

/* p.m. ends the sentence when a capital follows, e.g. never. */
void end_dotted(struct splitter *split)
{
	const struct text *text = split->draft->text;

	split->dotted = false;
	if (!word_is(text, text->nr_words - 1, STR("eg")) &&
	    !word_is(text, text->nr_words - 1, STR("ie")) &&
	    char_is_upper(next_said(split, split->at)))
		end_sentence(split, split->at);
}
