/* What a journal says is saved is in the file, whole, and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>

#include "rehearse/file.h"
#include "rehearse/journal.h"
#include "unit/io/scratch.h"

/* What was synced, by inode; and which sync fails, 1 the next. */
static struct {
	ino_t inodes[16];
	size_t nr;
	int fail_in;
} synced;

/* In the place of the library's. */
int fsync(int fd);

int fsync(int fd)
{
	struct stat status;

	if (synced.fail_in && !--synced.fail_in) {
		errno = EIO;
		return -1;
	}
	if (!fstat(fd, &status) && synced.nr < ARRAY_LEN(synced.inodes))
		synced.inodes[synced.nr++] = status.st_ino;
	return fdatasync(fd);
}

static bool was_synced(struct str path)
{
	struct stat status;

	assert_int_equal(0, stat(path.ptr, &status));
	for (size_t i = 0; i < synced.nr; i++)
		if (synced.inodes[i] == status.st_ino)
			return true;
	return false;
}

struct fixture {
	struct arena arena;
	char directory[SCRATCH_MAX];
	struct error err;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	synced.nr = 0;
	synced.fail_in = 0;
	scratch_make(f->directory);
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

static struct str in_directory(struct fixture *f, const char *name)
{
	return arena_printf(&f->arena, "%s/%s", f->directory, name);
}

static void check_contents(struct fixture *f, struct str path,
			   struct str expected)
{
	struct str bytes;

	assert_true(file_read(&f->arena, path, 1 << 20, &bytes, &f->err));
	assert_int_equal(expected.len, bytes.len);
	assert_memory_equal(expected.ptr, bytes.ptr, bytes.len);
}

static void test_events_are_appended_privately(void **state)
{
	struct fixture *f = *state;
	struct str path = in_directory(f, "new/deeper/talk.yaml");
	struct journal journal = JOURNAL_CLOSED;
	struct stat status;

	assert_true(journal_create(&journal, path, &f->err));
	assert_true(journal_append(&journal, STR("one\n"), &f->err));
	assert_true(journal_append(&journal, STR("two\n"), &f->err));
	journal_close(&journal);
	check_contents(f, path, STR("one\ntwo\n"));
	assert_int_equal(0, stat(path.ptr, &status));
	assert_int_equal(0600, status.st_mode & 0777);
	assert_int_equal(0, stat(in_directory(f, "new/deeper").ptr, &status));
	assert_int_equal(0700, status.st_mode & 0777);
}

/* A file lasts only if every directory on the way to it does. */
static void test_new_directories_are_synced_too(void **state)
{
	struct fixture *f = *state;
	struct journal journal = JOURNAL_CLOSED;

	assert_true(journal_create(&journal,
				   in_directory(f, "new/deeper/talk.yaml"),
				   &f->err));
	journal_close(&journal);
	assert_true(was_synced(str_from(f->directory)));
	assert_true(was_synced(in_directory(f, "new")));
	assert_true(was_synced(in_directory(f, "new/deeper")));
}

/* The name is free for another try, once the disk is well again. */
static void test_a_file_nobody_can_rely_on_is_taken_back(void **state)
{
	struct fixture *f = *state;
	struct str path = in_directory(f, "talk.yaml");
	struct journal journal = JOURNAL_CLOSED;

	synced.fail_in = 1;
	assert_false(journal_create(&journal, path, &f->err));
	assert_int_equal(ERROR_IO, f->err.kind);
	assert_int_equal(-1, access(path.ptr, F_OK));
	assert_true(journal_create(&journal, path, &f->err));
	journal_close(&journal);
}

static void test_no_file_is_written_over(void **state)
{
	struct fixture *f = *state;
	struct str path = in_directory(f, "talk.yaml");
	struct journal journal = JOURNAL_CLOSED;

	assert_true(journal_create(&journal, path, &f->err));
	journal_close(&journal);
	assert_false(journal_create(&journal, path, &f->err));
	assert_int_equal(ERROR_CANNOT_CREATE, f->err.kind);
	assert_true(str_equal(path, f->err.path));
	assert_int_equal(-1, journal.fd);
}

static void test_no_link_is_followed(void **state)
{
	struct fixture *f = *state;
	struct str path = in_directory(f, "talk.yaml");
	struct journal journal = JOURNAL_CLOSED;

	assert_int_equal(0, symlink("elsewhere.yaml", path.ptr));
	assert_false(journal_create(&journal, path, &f->err));
	assert_int_equal(ERROR_CANNOT_CREATE, f->err.kind);
}

static void test_names_that_are_none(void **state)
{
	static const struct str names[] = {
		{ "", 0 }, { "a\0b", 3 }, { "/dev/null/x", 11 },
	};
	struct fixture *f = *state;
	struct journal journal = JOURNAL_CLOSED;

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		assert_false(journal_create(&journal, names[i], &f->err));
		assert_int_equal(ERROR_CANNOT_CREATE, f->err.kind);
	}
}

static void test_torn_tail_is_ended_on_reopening(void **state)
{
	struct fixture *f = *state;
	struct str path = in_directory(f, "talk.yaml");
	struct journal journal = JOURNAL_CLOSED;
	struct str bytes;

	assert_true(journal_create(&journal, path, &f->err));
	assert_true(journal_append(&journal, STR("whole\nto\0rn"), &f->err));
	journal_close(&journal);
	assert_true(journal_reopen(&journal, path, 1 << 20, &f->arena, &bytes,
				   &f->err));
	assert_true(str_equal(STR("whole\nto\0rn\n"), bytes));
	assert_true(journal_append(&journal, STR("next\n"), &f->err));
	journal_close(&journal);
	check_contents(f, path, STR("whole\nto\0rn\nnext\n"));
}

/* A file may grow to 10 bytes: the disk is full in the middle of an event. */
static void test_event_a_full_disk_took_half_of_is_taken_back(void **state)
{
	struct fixture *f = *state;
	struct str path = in_directory(f, "talk.yaml");
	struct journal journal = JOURNAL_CLOSED;
	struct rlimit before, small;

	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(0, getrlimit(RLIMIT_FSIZE, &before));
	small = before;
	small.rlim_cur = 10;
	assert_true(journal_create(&journal, path, &f->err));
	assert_true(journal_append(&journal, STR("whole\n"), &f->err));
	assert_int_equal(0, setrlimit(RLIMIT_FSIZE, &small));
	assert_false(journal_append(&journal, STR("too long\n"), &f->err));
	assert_int_equal(0, setrlimit(RLIMIT_FSIZE, &before));
	assert_int_equal(ERROR_IO, f->err.kind);
	check_contents(f, path, STR("whole\n"));
	assert_true(journal_append(&journal, STR("room again\n"), &f->err));
	check_contents(f, path, STR("whole\nroom again\n"));
	journal_close(&journal);
}

static void test_failed_fsync_is_final(void **state)
{
	struct fixture *f = *state;
	struct journal journal = JOURNAL_CLOSED;
	int ends[2];

	/* a pipe takes bytes and cannot be synced */
	assert_int_equal(0, pipe(ends));
	journal.fd = ends[1];
	assert_false(journal_append(&journal, STR("one\n"), &f->err));
	assert_int_equal(ERROR_IO, f->err.kind);
	assert_true(journal.broken);
	assert_false(journal_append(&journal, STR("two\n"), &f->err));
	journal_close(&journal);
	close(ends[0]);
}

/* Nobody makes files in /proc, not even root. */
static void test_place_that_takes_no_files_is_told(void **state)
{
	struct fixture *f = *state;
	struct journal journal = JOURNAL_CLOSED;

	assert_false(journal_create(&journal, STR("/proc/talk.yaml"),
				    &f->err));
	assert_int_equal(ERROR_CANNOT_CREATE, f->err.kind);
	assert_false(journal_create(&journal, STR("/proc/new/talk.yaml"),
				    &f->err));
	assert_int_equal(ERROR_CANNOT_CREATE, f->err.kind);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_events_are_appended_privately),
		TEST(test_new_directories_are_synced_too),
		TEST(test_a_file_nobody_can_rely_on_is_taken_back),
		TEST(test_no_file_is_written_over),
		TEST(test_no_link_is_followed),
		TEST(test_names_that_are_none),
		TEST(test_torn_tail_is_ended_on_reopening),
		TEST(test_event_a_full_disk_took_half_of_is_taken_back),
		TEST(test_failed_fsync_is_final),
		TEST(test_place_that_takes_no_files_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
