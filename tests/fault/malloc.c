/*
 * Preloaded, it lets the FAULT_AT-th allocation of a program fail, with
 * FAULT_ON also all that follow. A program that asks less often writes
 * nothing to FAULT_HIT; one that was failed creates that file.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t nr, size_t size);
void *__libc_realloc(void *memory, size_t size);

void *malloc(size_t size);
void *calloc(size_t nr, size_t size);
void *realloc(void *memory, size_t size);

static unsigned long asked, fail_at;
static bool fail_on;

__attribute__((constructor)) static void begin(void)
{
	const char *at = getenv("FAULT_AT");

	fail_at = at ? strtoul(at, NULL, 10) : 0;
	fail_on = getenv("FAULT_ON") != NULL;
	asked = 0;
}

static bool fails(void)
{
	const char *hit;
	int fd;

	asked++;
	if (!fail_at || asked < fail_at || (asked > fail_at && !fail_on))
		return false;
	if (asked == fail_at) {
		hit = getenv("FAULT_HIT");
		fd = hit ? open(hit, O_CREAT | O_WRONLY, 0600) : -1;
		if (fd >= 0)
			close(fd);
	}
	errno = ENOMEM;
	return true;
}

void *malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t nr, size_t size)
{
	return fails() ? NULL : __libc_calloc(nr, size);
}

void *realloc(void *memory, size_t size)
{
	return fails() ? NULL : __libc_realloc(memory, size);
}
