/*
 * Tables that are searched by halves must be sorted. They are private to
 * their files, so this reads the sources: every list that TABLE_FIND or IS_ANY
 * looks into, found by its name.
 */
#define _DEFAULT_SOURCE
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "rehearse/str.h"

#define FOLDER "src/core"

static struct strbuf read_source(const char *name)
{
	struct strbuf path = { 0 }, source = { 0 };
	char block[4096];
	size_t nr;
	FILE *file;

	strbuf_addf(&path, FOLDER "/%s", name);
	file = fopen(path.ptr, "r");
	assert_non_null(file);
	while ((nr = fread(block, 1, sizeof(block), file)) > 0)
		strbuf_add(&source, (struct str){ block, nr });
	fclose(file);
	strbuf_release(&path);
	return source;
}

/* The next string literal of a list; the first of each inner brace only. */
static bool next_entry(struct str source, size_t *at, struct str *entry)
{
	unsigned depth = 1;
	bool inner_taken = false;

	for (; *at < source.len && depth; ++*at) {
		char c = source.ptr[*at];
		size_t end;

		if (c == '{') {
			depth++;
			inner_taken = false;
		} else if (c == '}') {
			depth--;
		} else if (c == '"') {
			end = str_find(source, STR("\""), *at + 1);
			*entry = str_slice(source, *at + 1, end);
			*at = end + 1;
			if (depth == 1)
				return true;
			if (inner_taken)
				continue;
			/* on to the end of this brace */
			while (depth > 1 && *at < source.len) {
				depth += source.ptr[*at] == '{';
				depth -= source.ptr[*at] == '}';
				++*at;
			}
			return true;
		}
	}
	return false;
}

static void check_order(const char *file, struct str source, size_t at)
{
	struct str last = STR(""), entry;
	size_t nr = 0;

	while (next_entry(source, &at, &entry)) {
		if (nr++ && str_compare(last, entry) >= 0)
			fail_msg("%s: \"" STR_FMT "\" after \"" STR_FMT "\"",
				 file, STR_ARG(entry), STR_ARG(last));
		last = entry;
	}
	assert_true(nr > 0);
}

/* All lists of that name: functions have lists of their own. */
static void check_lists(const char *file, struct str source, struct str name)
{
	struct strbuf start = { 0 };
	size_t nr = 0, at;

	strbuf_addf(&start, STR_FMT "[] = {", STR_ARG(name));
	at = str_find(source, strbuf_str(&start), 0);
	for (; at < source.len; nr++) {
		check_order(file, source, at + start.len);
		at = str_find(source, strbuf_str(&start), at + 1);
	}
	assert_true(nr > 0);
	strbuf_release(&start);
}

static bool is_name_char(char c)
{
	return (c >= 'a' && c <= 'z') || c == '_';
}

/* The lists a call looks into: the argument at byte `at`. */
static size_t check_calls(const char *file, struct str source, struct str call,
			  bool last_argument)
{
	size_t nr = 0;

	for (size_t at = str_find(source, call, 0); at < source.len;
	     at = str_find(source, call, at)) {
		size_t from = at += call.len, to;

		if (str_ends_with(str_slice(source, 0, at - call.len),
				  STR("#define ")))
			continue;
		if (last_argument) {
			from = str_find(source, STR(")"), at);
			while (from && is_name_char(source.ptr[from - 1]))
				from--;
		}
		to = from;
		while (to < source.len && is_name_char(source.ptr[to]))
			to++;
		if (to == from)
			continue;
		check_lists(file, source, str_slice(source, from, to));
		nr++;
	}
	return nr;
}

static void test_tables_are_sorted(void **state)
{
	DIR *folder = opendir(FOLDER);
	struct dirent *entry;
	size_t nr = 0;

	(void)state;
	assert_non_null(folder);
	while ((entry = readdir(folder)) != NULL) {
		struct strbuf source;

		if (!str_ends_with(str_from(entry->d_name), STR(".c")))
			continue;
		source = read_source(entry->d_name);
		nr += check_calls(entry->d_name, strbuf_str(&source),
				  STR("TABLE_FIND("), false);
		nr += check_calls(entry->d_name, strbuf_str(&source),
				  STR("IS_ANY("), true);
		strbuf_release(&source);
	}
	closedir(folder);
	assert_true(nr > 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tables_are_sorted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
