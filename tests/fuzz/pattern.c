/* Patterns: a first line in the language or plain, then a text to match. */
#include "fuzz.h"

static void match(struct arena *arena, const struct pattern *pattern,
		  struct str line)
{
	struct matcher_builder *builder = matcher_builder_new(arena);
	struct text text = text_parse(arena, line);
	struct matcher matcher;
	struct hits hits;

	matcher_add(builder, pattern, 7);
	matcher = matcher_open(matcher_finish(builder, arena));
	matcher_mend(&matcher, &embedded()->spelling, NULL, &text, arena);
	hits = matcher_run(&matcher, &text, arena);
	for (size_t i = 0; i < hits.nr; i++) {
		const struct hit *hit = &hits.hits[i];

		must(hit->id == 7, "a hit has its pattern's id");
		must(hit->first < hit->end && hit->end <= text.nr_words,
		     "a hit is words of the text");
		must(hit->capture_first == hit->capture_end ||
		     (hit->capture_first >= hit->first &&
		      hit->capture_end <= hit->end &&
		      hit->capture_first < hit->capture_end),
		     "what is caught lies in the hit");
		must(!i || hits.hits[i - 1].end <= hit->first,
		     "hits do not overlap");
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t nr)
{
	const struct pattern_lists lists = { 0 };
	struct str rest = fuzz_bytes(bytes, nr), source;
	struct arena arena = { 0 };
	struct pattern pattern;
	struct error err;

	if (utf8_check(rest) < rest.len || !str_cut(&rest, '\n', &source))
		return -1;
	if (pattern_is_plain(source) ?
	    pattern_plain(&arena, source, &pattern, &err) :
	    pattern_parse(&arena, source, &lists, &pattern, &err)) {
		match(&arena, &pattern, rest.ptr ? rest : source);
	} else {
		struct str text = str_from(err.text);

		must(utf8_check(text) == text.len, "an error is UTF-8");
	}
	arena_release(&arena);
	return 0;
}
