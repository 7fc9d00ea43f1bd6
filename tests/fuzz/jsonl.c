/* The filter: a line of clean JSON for each line, however it is cut. */
#include <jansson.h>

#include "fuzz.h"
#include "rehearse/jsonl.h"

static size_t lines_in(struct str bytes)
{
	size_t nr = 0;

	for (size_t i = 0; i < bytes.len; i++)
		nr += bytes.ptr[i] == '\n' || i + 1 == bytes.len;
	return nr;
}

static void check_clean(struct str out)
{
	size_t at = 0;

	must(utf8_check(out) == out.len, "UTF-8 comes out");
	while (at < out.len) {
		uint32_t c = utf8_next(out, &at);

		must(c == '\n' || (c != '\t' && !utf8_is_control(c)),
		     "no control character comes out");
	}
}

static size_t check_lines(struct str out)
{
	struct str line;
	size_t nr = 0;

	must(!out.len || out.ptr[out.len - 1] == '\n',
	     "a line ends with a line feed");
	while (str_cut(&out, '\n', &line)) {
		json_t *object;

		if (!out.ptr)
			break; /* nothing behind the last line feed */
		object = json_loadb(line.ptr, line.len, 0, NULL);
		must(json_is_object(object) && json_object_get(object, "id"),
		     "a line is an object with an id");
		json_decref(object);
		nr++;
	}
	return nr;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t nr)
{
	const struct rubric rubric = fuzz_rubric();
	struct str in = fuzz_bytes(bytes, nr);
	struct strbuf out = { 0 };
	struct jsonl jsonl;

	jsonl_init(&jsonl, &rubric);
	jsonl_take(&jsonl, in, &out);
	check_clean(strbuf_str(&out));
	must(check_lines(strbuf_str(&out)) == lines_in(in),
	     "a line comes out for each that goes in");
	must(jsonl.bad <= lines_in(in), "errors are counted");
	jsonl_release(&jsonl);
	strbuf_release(&out);
	return 0;
}
