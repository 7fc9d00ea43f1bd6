/*
 * The words that are spelt right: Debian's small English lists. Where they are
 * absent, typo mending is off.
 */
#include "embed_parts.h"

#include <stdlib.h>

#include "rehearse/file.h"
#include "rehearse/text.h"

static const char *const word_lists[] = {
	"/usr/share/dict/american-english-small",
	"/usr/share/dict/british-english-small",
};

static bool read_list(struct arena *arena, const char *path, uint32_t **hashes,
		      size_t *nr, size_t *alloc)
{
	struct strbuf key = { 0 };
	struct str rest, line;
	struct error err;

	if (!file_read(arena, str_from(path), FILE_MAX_SCENARIO, &rest,
		       &err))
		return false;
	while (str_cut(&rest, '\n', &line)) {
		if (str_ends_with(line, STR("'s")))
			line.len -= 2;
		if (!line.len)
			continue;
		strbuf_truncate(&key, 0);
		text_key(&key, line);
		*hashes = arena_grow(arena, *hashes, *nr, alloc,
				     sizeof(**hashes));
		(*hashes)[(*nr)++] = str_hash(strbuf_str(&key));
	}
	strbuf_release(&key);
	return true;
}

size_t spelling_read(struct arena *arena, uint32_t **hashes)
{
	size_t nr = 0, alloc = 0, kept = 0;

	for (size_t i = 0; i < ARRAY_LEN(word_lists); i++)
		if (!read_list(arena, word_lists[i], hashes, &nr, &alloc))
			return 0;
	qsort(*hashes, nr, sizeof(**hashes), compare_uint32);
	for (size_t i = 0; i < nr; i++)
		if (!kept || (*hashes)[kept - 1] != (*hashes)[i])
			(*hashes)[kept++] = (*hashes)[i];
	return kept;
}
