// SPDX-License-Identifier: MIT
// Bytes that are put together bit by bit, in one piece of memory that grows. What it held before it
// grew stays behind in the arena, which is at most as much again.
#pragma once

#include "base/arena.h"

// A zeroed struct with `arena` set is ready. There is always a NUL behind the last byte.
struct buffer {
    struct arena *arena;
    char *at;
    size_t size, room;
};

void buffer_put(struct buffer *buffer, struct str bytes);
void buffer_text(struct buffer *buffer, const char *text);
#define buffer_format(buffer, ...) buffer_text((buffer), arena_format((buffer)->arena, __VA_ARGS__))

// What is in it; good until the next byte is put.
struct str buffer_str(const struct buffer *buffer);
