#include "rehearse/rubric.h"

#include <string.h>

#include "recall.h"
#include "rubric_image.h"

bool rubric_open(struct str image, struct rubric *rubric, struct error *err)
{
	const struct rubric_header *header = (const void *)image.ptr;
	const char *base = image.ptr;

	if (image.len < sizeof(*header) || header->magic != RUBRIC_MAGIC ||
	    header->size != image.len)
		return error_set(err, ERROR_BUG,
				 "the built-in rubric is damaged");
	*rubric = (struct rubric){
		.header = header,
		.rules = (const void *)(base + header->rules),
		.gates = (const void *)(base + header->gates),
		.family_caps = (const void *)(base + header->families),
		.examples = (const void *)(base + header->examples),
		.trades = { (const void *)(base + header->trade_words),
			    header->nr_trade_words },
		.matcher = matcher_open((struct str){ base + header->words,
						      header->words_size }),
	};
	return true;
}

struct text rubric_read(const struct rubric *rubric, struct str line,
			const struct text *known, struct arena *arena)
{
	return recall_read(rubric, line, known, arena);
}

struct hits rubric_hits(const struct rubric *rubric, const struct text *text,
			struct arena *arena)
{
	return recall_hits(rubric, text, arena);
}

struct str rubric_string(const struct rubric *rubric, uint32_t offset)
{
	return str_from((const char *)rubric->header +
			rubric->header->strings + offset);
}

int rubric_find(const struct rubric *rubric, struct str id)
{
	for (uint32_t i = 0; i < rubric->header->nr_rules; i++)
		if (str_equal(rubric_string(rubric, rubric->rules[i].id), id))
			return (int)i;
	return -1;
}
