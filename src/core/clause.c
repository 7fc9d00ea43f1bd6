#include "text_parts.h"

void find_clauses(struct draft *draft)
{
	struct text *text = draft->text;

	text->clauses = ARENA_ARRAY(draft->arena, struct clause,
				    text->nr_sentences);
	text->nr_clauses = text->nr_sentences;
	for (uint32_t i = 0; i < text->nr_sentences; i++) {
		struct sentence *sentence = &text->sentences[i];

		sentence->first_clause = i;
		sentence->end_clause = i + 1;
		sentence->question = sentence->question_marks;
		text->clauses[i] = (struct clause){
			.first = sentence->first,
			.end = sentence->end,
			.sentence = (uint16_t)i,
			.subject = SUBJECT_NONE,
			.subject_at = sentence->end,
			.verb_at = sentence->end,
			.tense = TENSE_PRESENT,
		};
		for (uint32_t at = sentence->first; at < sentence->end; at++)
			text->words[at].clause = (uint16_t)i;
	}
}
