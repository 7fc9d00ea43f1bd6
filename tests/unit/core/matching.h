/*
 * What the tests of the matcher share: texts made by hand. Words stand
 * between blanks; a comma alone begins a clause, a dot alone a sentence;
 * word/class gives a word classes (n number, m money, d date, t time, w when,
 * N name, ! negator) and /=VALUE a value.
 */
#ifndef TESTS_MATCHING_H
#define TESTS_MATCHING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "rehearse/matcher.h"

static inline void read_classes(struct word *word, struct str marks)
{
	static const char letters[] = "nmdtwN!";

	for (size_t i = 0; i < marks.len; i++) {
		const char *at = strchr(letters, marks.ptr[i]);

		if (marks.ptr[i] == '=') {
			word->value = (uint32_t)atoi(marks.ptr + i + 1);
			return;
		}
		assert_non_null(at);
		word->classes |= (uint16_t)(1u << (at - letters));
	}
}

static inline struct text say(struct arena *arena, const char *line)
{
	struct text text = { .source = str_from(line) };
	struct str rest = text.source, part;
	uint16_t sentence = 0, clause = 0;

	text.words = ARENA_ARRAY(arena, struct word, rest.len + 1);
	while (str_cut(&rest, ' ', &part)) {
		size_t slash = str_find(part, STR("/"), 0);
		struct word *word = &text.words[text.nr_words];

		if (str_equal(part, STR(",")) || str_equal(part, STR("."))) {
			clause++;
			if (part.ptr[0] == '.')
				sentence++;
			continue;
		}
		word->key = str_slice(part, 0, slash);
		word->hash = str_hash(word->key);
		word->stem = text_stem(word->key);
		word->sentence = sentence;
		word->clause = clause;
		read_classes(word, str_slice(part, slash + 1, part.len));
		text.nr_words++;
	}
	return text;
}

static inline struct pattern parse(struct arena *arena, const char *source)
{
	struct pattern pattern;
	struct error err;

	if (!pattern_parse(arena, str_from(source), NULL, &pattern, &err))
		fail_msg("%s: %s", source, err.text);
	return pattern;
}

static inline void add(struct matcher_builder *builder, struct arena *arena,
		       const char *source, uint32_t id)
{
	struct pattern pattern = parse(arena, source);

	matcher_add(builder, &pattern, id);
}

#endif
