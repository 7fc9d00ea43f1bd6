/*
 * Memory with one lifetime: allocate freely, release everything at once.
 *
 * There is one arena for each thing that lives and dies as a whole: a
 * scenario, a rubric, a conversation, the scratch of one evaluation. What an
 * arena hands out is zeroed, never moves and is never freed on its own. An
 * allocation cannot fail: without memory the program ends (out_of_memory),
 * and what the user was told is saved is on disk by then.
 *
 * A zeroed struct arena is ready to use.
 *
 * Layer: core.
 */
#ifndef REHEARSE_ARENA_H
#define REHEARSE_ARENA_H

#include <stddef.h>

#include "rehearse/str.h"

struct arena_block;

struct arena {
	struct arena_block *blocks; /* newest first */
};

#define ARENA_NEW(arena, type) \
	((type *)arena_alloc((arena), 1, sizeof(type)))
#define ARENA_ARRAY(arena, type, nr) \
	((type *)arena_alloc((arena), (nr), sizeof(type)))

/* Room for nr items of size bytes, zeroed, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t nr, size_t size);

/*
 * Room for one more item at the end of an array that has nr of *alloc
 * places: the array itself, or a copy of it twice as long. Returns where
 * the array is now.
 */
void *arena_grow(struct arena *arena, void *array, size_t nr, size_t *alloc,
		 size_t size);

/* A copy of the slice; one NUL byte follows it. */
struct str arena_str(struct arena *arena, struct str str);

/* The same of what a buffer holds, which is released. */
struct str arena_take(struct arena *arena, struct strbuf *buf);

/* A formatted string; one NUL byte follows it. */
__attribute__((format(printf, 2, 3)))
struct str arena_printf(struct arena *arena, const char *format, ...);

/* Forget all contents; the newest block is kept for reuse. */
void arena_clear(struct arena *arena);

/* Give all memory back; the arena is as new. */
void arena_release(struct arena *arena);

/* malloc and realloc that end the program instead of returning NULL. */
void *memory_new(size_t size);
void *memory_resize(void *memory, size_t size);

/*
 * Says so on stderr and exits with status 70. The terminal is restored by
 * whoever registered that with atexit().
 */
_Noreturn void out_of_memory(void);

#endif
