/* Pasted conversations: every line has a speaker and words, in order. */
#include "fuzz.h"
#include "rehearse/import.h"

static void check(const struct conversation *conversation)
{
	unsigned line = 0;

	must(conversation->nr_lines > 0 && conversation->nr_speakers > 0,
	     "what was read has somebody saying something");
	for (size_t i = 0; i < conversation->nr_lines; i++) {
		const struct spoken *spoken = &conversation->lines[i];

		must(spoken->speaker.len && str_trim(spoken->text).len,
		     "a line has a speaker and words");
		must(utf8_check(spoken->text) == spoken->text.len &&
		     utf8_check(spoken->speaker) == spoken->speaker.len,
		     "lines are UTF-8");
		must(spoken->line > line, "lines are in order");
		line = spoken->line;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t nr)
{
	const struct import_options options = { 0 };
	struct conversation conversation;
	struct arena arena = { 0 };
	struct error err;
	struct str text;

	if (import_text(&arena, STR("fuzz.txt"), fuzz_bytes(bytes, nr), &text,
			&err) &&
	    import_lines(&arena, STR("fuzz.txt"), text, &options,
			 &conversation, &err)) {
		check(&conversation);
		conversation_mark(&conversation, STR("fuzz.txt"), &options,
				  &err);
	}
	arena_release(&arena);
	return 0;
}
