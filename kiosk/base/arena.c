// SPDX-License-Identifier: MIT
// Memory with one lifetime, as a chain of blocks. A block is at least 16 KB, so that a scene or a
// deck of eight cards takes a handful of system calls; larger requests get a block of their own.
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A build with sanitizers leaves a gap behind everything that was given, and nobody may touch the
// gaps or what a reset took back: a byte too far is then seen here as it is behind malloc.
#ifdef DIT_GUARDS
#include <sanitizer/asan_interface.h>
enum { GUARD_BYTES = 16 };
#define FORBID(at, bytes) ASAN_POISON_MEMORY_REGION((at), (bytes))
#define ALLOW(at, bytes) ASAN_UNPOISON_MEMORY_REGION((at), (bytes))
#else
enum { GUARD_BYTES = 0 };
#define FORBID(at, bytes) ((void)0)
#define ALLOW(at, bytes) ((void)0)
#endif

enum { BLOCK_BYTES = 16 * 1024 };

struct arena_block {
    struct arena_block *older;
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
};

static struct arena_block *block_open(struct arena_block *older, size_t bytes) {
    size_t size = bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES;
    struct arena_block *block = malloc(sizeof *block + size);
    if (!block) {
        fprintf(stderr, "dit-kiosk: out of memory for %zu bytes\n", size);
        exit(3);
    }
    *block = (struct arena_block){.older = older, .size = size};
    FORBID(block->bytes, size);
    return block;
}

void *arena_alloc(struct arena *arena, size_t bytes) {
    size_t step = alignof(max_align_t);
    size_t taken = (bytes + step - 1) / step * step + GUARD_BYTES;
    struct arena_block *block = arena->block;
    if (!block || block->size - block->used < taken) {
        block = block_open(arena->block, taken);
        arena->block = block;
        arena->held_bytes += block->size;
    }
    void *at = block->bytes + block->used;
    block->used += taken;
    ALLOW(at, bytes);
    return memset(at, 0, bytes);
}

char *arena_text(struct arena *arena, struct str text) {
    char *copy = arena_alloc(arena, text.size + 1);
    if (text.size > 0) {
        memcpy(copy, text.at, text.size);
    }
    return copy;
}

char *arena_lower(struct arena *arena, struct str text) {
    char *copy = arena_text(arena, text);
    for (char *c = copy; *c; c++) {
        *c = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
    }
    return copy;
}

char *arena_format(struct arena *arena, const char *format, ...) {
    va_list list, again;
    va_start(list, format);
    va_copy(again, list);
    int size = int_max(vsnprintf(NULL, 0, format, list), 0);
    va_end(list);
    char *text = arena_alloc(arena, (size_t)size + 1);
    vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    return text;
}

void *arena_grow(struct arena *arena, void *list, int count, size_t element_bytes) {
    bool is_full = count == 0 || (count >= 4 && (count & (count - 1)) == 0);
    if (!is_full) {
        return list;
    }
    size_t room = count == 0 ? 4 : (size_t)count * 2;
    void *grown = arena_alloc(arena, room * element_bytes);
    if (count > 0) {
        memcpy(grown, list, (size_t)count * element_bytes);
    }
    return grown;
}

static void blocks_close(struct arena_block *block) {
    while (block) {
        struct arena_block *older = block->older;
        free(block);
        block = older;
    }
}

void arena_reset(struct arena *arena) {
    if (!arena->block) {
        return;
    }
    blocks_close(arena->block->older);
    arena->block->older = NULL;
    arena->block->used = 0;
    FORBID(arena->block->bytes, arena->block->size);
    arena->held_bytes = arena->block->size;
}

void arena_finish(struct arena *arena) {
    blocks_close(arena->block);
    *arena = (struct arena){0};
}
