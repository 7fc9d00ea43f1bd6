/*
 * What the files of the pattern language share. Private to core.
 *
 * A part is an element no file can write, because files hold no control
 * characters: what a fill puts into a pattern (pattern_with_fills).
 *
 *   <MARK =HASH>  a word with this value     <MARK ~HASH>  with this stem
 *   <MARK .HASH>  up to HASH other words     (hexadecimal, without blanks)
 */
#ifndef REHEARSE_PATTERN_PARTS_H
#define REHEARSE_PATTERN_PARTS_H

#include "rehearse/pattern.h"

#define PART_MARK '\x1a'

enum { PLAIN_GAP = 2 }; /* other words between two of a plain phrase */

/* Reads the part whose < stands before *at into node; *at moves behind. */
bool part_read(struct str source, size_t *at, struct node *node);

/* Does a sign that makes a phrase a pattern stand at this byte? */
bool sign_at(struct str source, size_t at);

/* A plain phrase, read generously; NULL when it has no words. */
struct node *plain_node(struct arena *arena, struct str source);

/* The class of a reserved name such as "when"; 0: the name is not one. */
uint32_t pattern_class(struct str name);

/* NULL when there is none; lists may be NULL. */
const struct pattern_list *pattern_lists_find(const struct pattern_lists *lists,
					      struct str name);
/* Among the lists and the classes; empty when none is near. */
struct str pattern_lists_nearest(const struct pattern_lists *lists,
				 struct str name, struct arena *arena);

#endif
