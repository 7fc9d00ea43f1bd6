/* What the files that find scopes share. */
#ifndef REHEARSE_SCOPE_PARTS_H
#define REHEARSE_SCOPE_PARTS_H

#include "text_parts.h"

/* Where the clause, the sentence of a word ends. */
uint32_t clause_end(const struct text *text, uint32_t at);
uint32_t sentence_end(const struct text *text, uint32_t at);
/* Adds words first..end; nothing when that is empty. */
void add_scope(struct draft *draft, enum scope_kind kind, uint32_t opener,
	       uint32_t first, uint32_t end);

void find_negations(struct draft *draft);
void find_conditions(struct draft *draft);
void find_wishes(struct draft *draft);
void find_buts(struct draft *draft);
void find_unsaid(struct draft *draft);
void find_told(struct draft *draft); /* a part of it */

#endif
