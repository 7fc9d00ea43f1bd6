#include "rehearse/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Small in the tests, so that they cross block borders all the time. */
#ifndef ARENA_BLOCK
#define ARENA_BLOCK 16384
#endif

/*
 * Bytes between two pieces of a block which nobody may touch. The tests have
 * some: what was not handed out is poisoned, so that AddressSanitizer sees
 * the first byte beyond a piece as it would behind a piece of malloc's.
 */
#ifndef ARENA_GUARD
#define ARENA_GUARD 0
#endif
#if ARENA_GUARD
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(memory, size) ((void)(memory), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(memory, size) ((void)(memory), (void)(size))
#endif

struct arena_block {
	struct arena_block *older;
	size_t used, size;
	_Alignas(max_align_t) unsigned char bytes[];
};

_Noreturn void out_of_memory(void)
{
	/* not every command saves anything, nor every rehearsal */
	fputs("rehearse: out of memory\n", stderr);
	exit(70);
}

void *memory_new(size_t size)
{
	void *memory = malloc(size ? size : 1);

	if (!memory)
		out_of_memory();
	return memory;
}

void *memory_resize(void *memory, size_t size)
{
	void *resized = realloc(memory, size ? size : 1);

	if (!resized)
		out_of_memory();
	return resized;
}

static struct arena_block *arena_add_block(struct arena *arena, size_t room)
{
	size_t size = room > ARENA_BLOCK ? room : ARENA_BLOCK;
	struct arena_block *block = memory_new(sizeof(*block) + size);

	block->older = arena->blocks;
	block->used = 0;
	block->size = size;
	arena->blocks = block;
	ASAN_POISON_MEMORY_REGION(block->bytes, size);
	return block;
}

void *arena_alloc(struct arena *arena, size_t nr, size_t size)
{
	const size_t align = _Alignof(max_align_t);
	struct arena_block *block = arena->blocks;
	void *memory;
	size_t room;

	if (size && nr > (SIZE_MAX / 2) / size)
		out_of_memory();
	room = (nr * size + ARENA_GUARD + align - 1) / align * align;
	if (!block || block->size - block->used < room)
		block = arena_add_block(arena, room);
	memory = block->bytes + block->used;
	block->used += room;
	ASAN_UNPOISON_MEMORY_REGION(memory, nr * size);
	return memset(memory, 0, nr * size);
}

void *arena_grow(struct arena *arena, void *array, size_t nr, size_t *alloc,
		 size_t size)
{
	void *grown;

	if (nr < *alloc)
		return array;
	*alloc = *alloc ? *alloc * 2 : 8;
	grown = arena_alloc(arena, *alloc, size);
	if (nr)
		memcpy(grown, array, nr * size);
	return grown;
}

struct str arena_str(struct arena *arena, struct str str)
{
	char *copy = arena_alloc(arena, str.len + 1, 1);

	if (str.len)
		memcpy(copy, str.ptr, str.len);
	return (struct str){ copy, str.len };
}

struct str arena_take(struct arena *arena, struct strbuf *buf)
{
	struct str copy = arena_str(arena, strbuf_str(buf));

	strbuf_release(buf);
	return copy;
}

struct str arena_printf(struct arena *arena, const char *format, ...)
{
	struct strbuf text = { 0 };
	va_list args;

	va_start(args, format);
	strbuf_addv(&text, format, args);
	va_end(args);
	return arena_take(arena, &text);
}

void arena_clear(struct arena *arena)
{
	struct arena_block *keep = arena->blocks;

	if (!keep)
		return;
	arena->blocks = keep->older;
	arena_release(arena);
	keep->older = NULL;
	keep->used = 0;
	ASAN_POISON_MEMORY_REGION(keep->bytes, keep->size);
	arena->blocks = keep;
}

void arena_release(struct arena *arena)
{
	struct arena_block *block = arena->blocks;

	while (block) {
		struct arena_block *older = block->older;

		free(block);
		block = older;
	}
	arena->blocks = NULL;
}
