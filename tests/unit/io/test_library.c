/* What is in the library, and what a name opens. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <fcntl.h>
#include <string.h>

#include "rehearse/file.h"
#include "rehearse/library.h"
#include "unit/io/scratch.h"

struct fixture {
	struct arena arena;
	char directory[SCRATCH_MAX];
	struct problems problems;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));
	struct error err;

	scratch_make(f->directory);
	assert_true(file_make_directories(
		arena_printf(&f->arena, "%s/scenarios", f->directory), &err));
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	scratch_remove(f->directory);
	arena_release(&f->arena);
	free(f);
	return 0;
}

static struct str write_file(struct fixture *f, const char *name,
			     struct str bytes)
{
	struct str path = arena_printf(&f->arena, "%s/scenarios/%s",
				       f->directory, name);
	int fd = open(path.ptr, O_WRONLY | O_CREAT | O_EXCL, 0600);
	struct error err;

	assert_true(fd >= 0);
	assert_true(file_write_all(fd, bytes, &err));
	close(fd);
	return path;
}

/* A shipped scenario with another id and title. */
static struct str renamed(struct fixture *f, const char *id)
{
	struct str shipped = embedded()->scenarios[0].bytes, line;
	struct strbuf out = { 0 };
	struct str copy;

	while (str_cut(&shipped, '\n', &line)) {
		if (str_starts_with(line, STR("id:")))
			strbuf_addf(&out, "id: %s\n", id);
		else if (str_starts_with(line, STR("title:")))
			strbuf_add(&out, STR("title: My own\n"));
		else
			strbuf_addf(&out, STR_FMT "\n", STR_ARG(line));
	}
	copy = arena_str(&f->arena, strbuf_str(&out));
	strbuf_release(&out);
	return copy;
}

static const struct library_item *find(const struct library *library,
				       const char *id)
{
	for (size_t i = 0; i < library->nr; i++)
		if (str_equal(library->items[i].id, str_from(id)))
			return &library->items[i];
	return NULL;
}

static const struct scenario *open_name(struct fixture *f, struct str name)
{
	f->problems = (struct problems){ 0 };
	return library_open(&f->arena, name, str_from(f->directory),
			    embedded(), NULL, 0, &f->problems);
}

static void test_shipped_ones_alone(void **state)
{
	struct fixture *f = *state;
	struct library library = library_list(&f->arena, STR(""), embedded());

	assert_int_equal(embedded()->nr_scenarios, library.nr);
	for (size_t i = 1; i < library.nr; i++) {
		const struct library_item *a = &library.items[i - 1];
		const struct library_item *b = &library.items[i];

		assert_true(a->kind < b->kind ||
			    (a->kind == b->kind &&
			     str_compare(a->id, b->id) < 0));
	}
	for (size_t i = 0; i < library.nr; i++)
		assert_non_null(open_name(f, library.items[i].id));
}

static void test_ones_own_are_listed_and_win(void **state)
{
	struct fixture *f = *state;
	struct str id = embedded()->scenarios[0].id;
	char file[200];
	struct library library;
	const struct library_item *item;

	snprintf(file, sizeof(file), STR_FMT ".yaml", STR_ARG(id));
	write_file(f, file, renamed(f, arena_str(&f->arena, id).ptr));
	write_file(f, "mine.yaml", renamed(f, "mine"));
	write_file(f, "broken.yaml", STR("a: [\n"));
	write_file(f, "notes.txt", STR("not a scenario\n"));
	write_file(f, ".hidden.yaml", STR("a: [\n"));
	library = library_list(&f->arena, str_from(f->directory), embedded());
	assert_int_equal(embedded()->nr_scenarios + 2, library.nr);
	item = find(&library, arena_str(&f->arena, id).ptr);
	assert_true(item->shadows);
	assert_true(str_equal(STR("My own"), item->title));
	item = find(&library, "mine");
	assert_false(item->shadows);
	assert_int_equal(0, item->fault.len);
	item = find(&library, "broken");
	assert_true(item->fault.len > 0);
	assert_true(str_equal(STR("My own"), open_name(f, id)->title));
	assert_true(str_equal(STR("My own"),
			      open_name(f, STR("mine"))->title));
	assert_null(open_name(f, STR("broken")));
	assert_int_equal(ERROR_DATA, f->problems.errors[0].kind);
}

static void test_a_name_with_a_slash_is_a_file(void **state)
{
	struct fixture *f = *state;
	struct str path = write_file(f, "mine.yaml", renamed(f, "mine"));

	assert_non_null(open_name(f, path));
	assert_null(open_name(f, STR("mine.yaml")));
	assert_int_equal(ERROR_NO_INPUT, f->problems.errors[0].kind);
	assert_null(open_name(f, STR("./mine")));
	assert_null(open_name(f, STR("../scenarios/mine.yaml")));
}

static void test_nearest_name_is_suggested(void **state)
{
	struct fixture *f = *state;

	write_file(f, "my-own-call.yaml", renamed(f, "my-own-call"));
	assert_null(open_name(f, STR("my-own-cal")));
	assert_int_equal(ERROR_NO_INPUT, f->problems.errors[0].kind);
	assert_non_null(strstr(f->problems.errors[0].text, "my-own-call?"));
	assert_null(open_name(f, STR("something else entirely")));
	assert_non_null(strstr(f->problems.errors[0].text, "rehearse list"));
	assert_null(open_name(f, STR("")));
}

static void test_where_data_lives(void **state)
{
	struct fixture *f = *state;

	setenv("HOME", "/home/a", 1);
	setenv("XDG_DATA_HOME", "/data", 1);
	assert_true(str_equal(STR("/data/rehearse"), data_home(&f->arena)));
	setenv("XDG_DATA_HOME", "relative", 1);
	assert_true(str_equal(STR("/home/a/.local/share/rehearse"),
			      data_home(&f->arena)));
	unsetenv("XDG_DATA_HOME");
	setenv("HOME", "", 1);
	assert_int_equal(0, data_home(&f->arena).len);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_shipped_ones_alone),
		TEST(test_ones_own_are_listed_and_win),
		TEST(test_a_name_with_a_slash_is_a_file),
		TEST(test_nearest_name_is_suggested),
		TEST(test_where_data_lives),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
