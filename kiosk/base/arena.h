// SPDX-License-Identifier: MIT
// Memory with one lifetime: things are added, and all of it goes at once. The kiosk has three such
// lifetimes (the program, the deck of cards, the scene on the screen), so core code never frees.
#pragma once

#include "base/base.h"

struct arena_block;

struct arena {
    struct arena_block *block; // the newest; owns the older ones
    size_t held_bytes;         // taken from the system
};

// A zeroed arena is ready for use. Allocation never returns NULL: a machine without memory for a
// few kilobytes cannot show a card, so the program ends with a line in the log and status 3, and
// the service manager starts it afresh.
void *arena_alloc(struct arena *arena, size_t bytes);    // zeroed, aligned for any type
char *arena_text(struct arena *arena, struct str text);  // a NUL-terminated copy
char *arena_lower(struct arena *arena, struct str text); // the same in small letters (ASCII)
char *arena_format(struct arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);

// The list with room for one more element; doubles, and leaves the old copy behind.
void *arena_grow(struct arena *arena, void *list, int count, size_t element_bytes);

void arena_reset(struct arena *arena);  // empties it, keeps one block for the next use
void arena_finish(struct arena *arena); // gives everything back; the arena is zeroed again

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count)                                                            \
    ((type *)arena_alloc((arena), sizeof(type) * (size_t)(count)))
// One more element behind the `count` that `list` has, which both grow; the place of the new one.
#define ARENA_ADD(arena, list, count)                                                              \
    ((list) = arena_grow((arena), (list), (count), sizeof *(list)), &(list)[(count)++])
