/*
 * Transcripts of ours: read, or refused at a place. What was read of a file
 * cut short is a beginning of what was read of the whole.
 */
#include <string.h>

#include "fuzz.h"
#include "rehearse/transcript.h"

static void check_cut(struct arena *arena, struct str bytes,
		      const struct transcript_file *whole)
{
	struct transcript_file file;
	struct error err;
	size_t cut = bytes.len - bytes.len / 3;

	if (!transcript_read(arena, STR("fuzz.yaml"),
			     str_slice(bytes, 0, cut), &file, &err))
		return;
	must(file.nr_events <= whole->nr_events, "less is in a part");
	for (size_t i = 0; i < file.nr_events; i++) {
		must(file.events[i].kind == whole->events[i].kind &&
		     file.events[i].line == whole->events[i].line &&
		     str_equal(file.events[i].said, whole->events[i].said),
		     "a part holds what the whole begins with");
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t nr)
{
	struct str all = fuzz_bytes(bytes, nr);
	struct transcript_file file = { 0 };
	struct arena arena = { 0 };
	struct error err = { 0 };

	if (transcript_read(&arena, STR("fuzz.yaml"), all, &file, &err)) {
		must(err.kind == ERROR_NONE, "no error when it was read");
		check_cut(&arena, all, &file);
	} else {
		struct str text = str_from(err.text);

		must(err.kind == ERROR_DATA, "an error of data");
		must(text.len && utf8_check(text) == text.len,
		     "an error is words");
	}
	arena_release(&arena);
	return 0;
}
