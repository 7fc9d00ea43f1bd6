/*
 * What the fuzz targets share. Each is a LLVMFuzzerTestOneInput() that hands
 * the bytes to one reader and checks what must hold of any result; see
 * tests/fuzz/run.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "rehearse/embedded.h"
#include "rehearse/rubric.h"
#include "rehearse/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t nr);

/* Ends the program, for the fuzzer to keep the input. */
static inline void must(bool holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "does not hold: %s\n", what);
	abort();
}

static inline struct str fuzz_bytes(const uint8_t *bytes, size_t nr)
{
	return (struct str){ (const char *)bytes, nr };
}

static inline struct rubric fuzz_rubric(void)
{
	struct rubric rubric;
	struct error err;

	must(rubric_open(embedded()->rubric, &rubric, &err),
	     "the shipped rubric opens");
	rubric.spelling = embedded()->spelling;
	return rubric;
}

/* Is the offset one between two characters? */
static inline bool fuzz_is_border(struct str str, size_t at)
{
	return at <= str.len && (at == str.len || !at ||
				 ((unsigned char)str.ptr[at] & 0xc0) != 0x80);
}

/* Problems are at a place, in words that reach a screen as they are. */
static inline void fuzz_check_problems(const struct problems *problems)
{
	for (size_t i = 0; i < problems->nr; i++) {
		struct str text = str_from(problems->errors[i].text);

		must(problems->errors[i].kind == ERROR_DATA,
		     "a bad file is an error of data");
		must(text.len > 0, "an error has words");
		must(utf8_check(text) == text.len, "an error is UTF-8");
	}
}

#endif
