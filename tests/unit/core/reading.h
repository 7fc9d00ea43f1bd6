/* What the tests of text preparation share: a text as one line of words. */
#ifndef TESTS_READING_H
#define TESTS_READING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "rehearse/text.h"

struct reading {
	struct arena arena;
	struct text text;
	struct strbuf out;
};

static inline struct reading reading_new(const char *source)
{
	struct reading reading = { 0 };

	reading.text = text_parse(&reading.arena, str_from(source));
	return reading;
}

static inline void reading_release(struct reading *reading)
{
	strbuf_release(&reading->out);
	arena_release(&reading->arena);
}

/* The keys of words first..end, blanks between. */
static inline const char *reading_keys(struct reading *reading, uint32_t first,
				       uint32_t end)
{
	strbuf_truncate(&reading->out, 0);
	strbuf_add(&reading->out, STR(""));
	for (uint32_t i = first; i < end; i++) {
		if (i > first)
			strbuf_addc(&reading->out, ' ');
		strbuf_add(&reading->out, reading->text.words[i].key);
	}
	return reading->out.ptr;
}

/* The keys of the words that have a class, blanks between. */
static inline const char *reading_class(struct reading *reading, unsigned class)
{
	strbuf_truncate(&reading->out, 0);
	strbuf_add(&reading->out, STR(""));
	for (uint32_t i = 0; i < reading->text.nr_words; i++) {
		if (!(reading->text.words[i].classes & class))
			continue;
		if (reading->out.len)
			strbuf_addc(&reading->out, ' ');
		strbuf_add(&reading->out, reading->text.words[i].key);
	}
	return reading->out.ptr;
}

#endif
