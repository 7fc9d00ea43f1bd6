/* The tables of a group's sheet. */
#ifndef CORE_GROUP_TABLES_H
#define CORE_GROUP_TABLES_H

#include "group_parts.h"
#include "sheet.h"

void group_tables(const struct group *group, struct sheet *sheet);
/* "66 o": a score and its sign; "." for none. */
struct str score_cell(struct arena *arena, int score);

#endif
