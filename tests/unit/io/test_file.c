#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "rehearse/file.h"

/* A directory of its own for every test; its path ends in the name. */
struct place {
	char directory[64];
	char path[128];
	struct arena arena;
};

static int make_place(void **state)
{
	struct place *place = calloc(1, sizeof(*place));

	assert_non_null(place);
	strcpy(place->directory, "/tmp/rehearse-file-XXXXXX");
	assert_non_null(mkdtemp(place->directory));
	snprintf(place->path, sizeof(place->path), "%s/file",
		 place->directory);
	*state = place;
	return 0;
}

static int remove_place(void **state)
{
	struct place *place = *state;

	unlink(place->path);
	rmdir(place->directory);
	arena_release(&place->arena);
	free(place);
	return 0;
}

static void write_file(const struct place *place, const char *byte, size_t nr)
{
	FILE *file = fopen(place->path, "w");

	assert_non_null(file);
	while (nr--)
		fputs(byte, file);
	fclose(file);
}

static void assert_refused(struct place *place, const char *path, size_t max,
			   enum error_kind kind, const char *text)
{
	struct str bytes = STR("untouched");
	struct error err;

	assert_false(file_read(&place->arena, str_from(path), max, &bytes,
			       &err));
	assert_int_equal(err.kind, kind);
	assert_string_equal(err.text, text);
	assert_true(str_equal(err.path, str_from(path)));
	assert_true(str_equal(bytes, STR("untouched")));
}

static void test_reads_the_whole_file(void **state)
{
	struct place *place = *state;
	struct str bytes;
	struct error err;

	write_file(place, "abc", 100000);
	assert_true(file_read(&place->arena, str_from(place->path), 300000,
			      &bytes, &err));
	assert_int_equal(bytes.len, 300000);
	assert_memory_equal(bytes.ptr + 299997, "abc", 3);
}

static void test_reads_an_empty_file(void **state)
{
	struct place *place = *state;
	struct str bytes;
	struct error err;

	write_file(place, "", 0);
	assert_true(file_read(&place->arena, str_from(place->path), 10, &bytes,
			      &err));
	assert_int_equal(bytes.len, 0);
}

static void test_refuses_what_is_too_long(void **state)
{
	struct place *place = *state;

	write_file(place, "a", (1 << 20) + 1);
	assert_refused(place, place->path, 1 << 20, ERROR_DATA,
		       "the file is too long: at most 1 MiB");
}

/* Without reading it: ten terabytes are refused at once. */
static void test_refuses_by_size_alone(void **state)
{
	struct place *place = *state;

	write_file(place, "a", 1);
	if (truncate(place->path, (off_t)10 << 40))
		skip();
	assert_refused(place, place->path, FILE_MAX_SCENARIO, ERROR_DATA,
		       "the file is too long: at most 8 MiB");
}

static void test_refuses_what_is_no_file(void **state)
{
	struct place *place = *state;

	assert_refused(place, place->path, 10, ERROR_NO_INPUT,
		       "there is no such file");
	assert_refused(place, place->directory, 10, ERROR_NO_INPUT,
		       "this is a directory; name a file in it");
	assert_refused(place, "/dev/zero", 10, ERROR_NO_INPUT,
		       "this is not a regular file; pipe it in as -");
	/* nobody writes to this one, and nobody waits for that */
	assert_int_equal(mkfifo(place->path, 0600), 0);
	assert_refused(place, place->path, 10, ERROR_NO_INPUT,
		       "this is not a regular file; pipe it in as -");
}

static void test_reads_standard_input(void **state)
{
	struct place *place = *state;
	int saved = dup(STDIN_FILENO), ends[2];
	struct str bytes;
	struct error err;

	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], "said", 4), 4);
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	assert_true(file_read(&place->arena, STR("-"), 4, &bytes, &err));
	dup2(saved, STDIN_FILENO);
	close(saved);
	assert_true(str_equal(bytes, STR("said")));
}

/*
 * The other end of a pipe may have been left non-blocking. A megabyte does
 * not fit in, so that both ends have to wait for each other.
 */
static void test_waits_for_a_pipe_that_does_not_block(void **state)
{
	enum { LENGTH = 1 << 20 };
	struct place *place = *state;
	char *sent = arena_alloc(&place->arena, LENGTH, 1);
	int saved = dup(STDIN_FILENO), ends[2], status;
	struct str bytes;
	struct error err;
	pid_t writer;

	memset(sent, 'x', LENGTH);
	assert_int_equal(pipe(ends), 0);
	for (int i = 0; i < 2; i++)
		fcntl(ends[i], F_SETFL, O_NONBLOCK);
	writer = fork();
	if (!writer) {
		close(ends[0]);
		_exit(!file_write_all(ends[1], (struct str){ sent, LENGTH },
				      &err));
	}
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	assert_true(file_read(&place->arena, STR("-"), LENGTH, &bytes, &err));
	dup2(saved, STDIN_FILENO);
	close(saved);
	assert_int_equal(bytes.len, LENGTH);
	assert_int_equal(waitpid(writer, &status, 0), writer);
	assert_int_equal(status, 0);
}

static void test_writes_everything(void **state)
{
	struct place *place = *state;
	int fd = open(place->path, O_WRONLY | O_CREAT, 0600);
	struct str bytes;
	struct error err;

	assert_true(file_write_all(fd, STR("one and "), &err));
	assert_true(file_write_all(fd, STR("two"), &err));
	assert_true(file_write_all(fd, STR(""), &err));
	close(fd);
	assert_true(file_read(&place->arena, str_from(place->path), 100, &bytes,
			      &err));
	assert_true(str_equal(bytes, STR("one and two")));
}

static void test_says_why_it_cannot_write(void **state)
{
	int full = open("/dev/full", O_WRONLY), ends[2];
	struct error err;

	(void)state;
	if (full < 0)
		skip();
	assert_false(file_write_all(full, STR("x"), &err));
	assert_int_equal(err.kind, ERROR_IO);
	assert_string_equal(err.text, "the disk is full");
	close(full);
	signal(SIGPIPE, SIG_IGN);
	assert_int_equal(pipe(ends), 0);
	close(ends[0]);
	assert_false(file_write_all(ends[1], STR("x"), &err));
	assert_string_equal(err.text, "nobody reads at the other end");
	close(ends[1]);
}

static void test_makes_directories(void **state)
{
	struct place *place = *state;
	struct str path = arena_printf(&place->arena, "%s/a//b/c",
				       place->directory);
	struct stat info;
	struct error err;

	assert_true(file_make_directories(path, &err));
	assert_true(file_make_directories(path, &err));
	assert_int_equal(stat(path.ptr, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0700);
	for (int i = 0; i < 3; i++) {
		char *end = strrchr(path.ptr, '/');

		assert_int_equal(rmdir(path.ptr), 0);
		*end = '\0';
	}
}

static void test_a_file_is_no_directory(void **state)
{
	struct place *place = *state;
	struct error err;

	write_file(place, "a", 1);
	assert_false(file_make_directories(str_from(place->path), &err));
	assert_int_equal(err.kind, ERROR_CANNOT_CREATE);
	assert_string_equal(err.text,
			    "a file stands where a directory should be");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_reads_the_whole_file,
						make_place, remove_place),
		cmocka_unit_test_setup_teardown(test_reads_an_empty_file,
						make_place, remove_place),
		cmocka_unit_test_setup_teardown(test_refuses_what_is_too_long,
						make_place, remove_place),
		cmocka_unit_test_setup_teardown(test_refuses_by_size_alone,
						make_place, remove_place),
		cmocka_unit_test_setup_teardown(test_refuses_what_is_no_file,
						make_place, remove_place),
		cmocka_unit_test_setup_teardown(test_reads_standard_input,
						make_place, remove_place),
		cmocka_unit_test_setup_teardown(
			test_waits_for_a_pipe_that_does_not_block, make_place,
			remove_place),
		cmocka_unit_test_setup_teardown(test_writes_everything,
						make_place, remove_place),
		cmocka_unit_test(test_says_why_it_cannot_write),
		cmocka_unit_test_setup_teardown(test_makes_directories,
						make_place, remove_place),
		cmocka_unit_test_setup_teardown(test_a_file_is_no_directory,
						make_place, remove_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
