/*
 * Questions that ask for a nod alone: "..., isn't it?", "I'll be there at
 * four. All right?" Whoever takes up what was said has given it.
 */
#include "rehearse/asking.h"
#include "text_parts.h"

/* "They aren't urgent, are they?": who denies it of others, and turns the verb
 * round, wants to know. What was done is rather held against somebody. */
static bool is_in_doubt(const struct clause *tag)
{
	const struct clause *denied = tag - 1;

	return denied->negative && !tag->negative &&
	       denied->tense != TENSE_PAST &&
	       denied->subject == SUBJECT_NAMED &&
	       tag->subject == SUBJECT_NAMED;
}

/* A tag is never the first clause of its sentence. */
bool sentence_ends_in_tag(const struct text *text, const struct sentence *s)
{
	const struct clause *last = &text->clauses[s->end_clause - 1];

	return last->mood == MOOD_TAG && !is_in_doubt(last);
}

bool text_ends_in_tag(const struct text *text)
{
	return text->nr_sentences &&
	       sentence_ends_in_tag(text,
				    &text->sentences[text->nr_sentences - 1]);
}

/* Where the words begin that end the part and ask for a yes; 0: none do. */
static uint32_t agreement_from(const struct text *text, const struct part *part)
{
	static const char *const words[] = { "agreed", "alright", "deal",
					     "fair",   "happy",   "ok" };
	uint32_t last = part->end - 1;

	if (TABLE_FIND(words, text->words[last].key))
		return last;
	return last > part->first && word_is(text, last, STR("right")) &&
			       word_is(text, last - 1, STR("all"))
		       ? last - 1
		       : 0;
}

/* "Ann? I've got news.": a name by itself, to be heard. */
static bool calls(const struct text *text, const struct part *part)
{
	static const char *const asking[] = { "how",   "what", "when", "where",
					      "which", "who",  "why" };
	const struct word *word = &text->words[part->first];

	return !part->first && part->end == 1 && part->end < text->nr_words &&
	       !(word->classes & (WORD_WHEN | WORD_DATE | WORD_TIME |
				  WORD_NUMBER)) &&
	       !TABLE_FIND(asking, word->key);
}

bool part_seeks_agreement(const struct text *text, const struct part *part)
{
	uint32_t at = agreement_from(text, part);
	const struct clause *told;

	if (calls(text, part))
		return true;
	if (!at || text->clauses[text->words[at].clause].first != at)
		return false;
	told = &text->clauses[text->words[at - 1].clause];
	return told->mood == MOOD_STATEMENT && told->verb_at < told->end &&
	       (told->subject == SUBJECT_SELF ||
		told->subject == SUBJECT_NAMED || told->tense == TENSE_FUTURE);
}
