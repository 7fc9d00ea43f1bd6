/* What the files of the build's tool share. */
#ifndef EMBED_PARTS_H
#define EMBED_PARTS_H

#include "rehearse/arena.h"

/* Hashes of the keys of all words that are spelt right, sorted, each once. */
size_t spelling_read(struct arena *arena, uint32_t **hashes);

/* The schema with the words of the program where it names them; false when
 * there are no words of such a name. */
bool schema_fill(struct strbuf *out, struct str schema);

#endif
