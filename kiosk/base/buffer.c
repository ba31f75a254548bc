// SPDX-License-Identifier: MIT
// See buffer.h. It doubles, so that a byte is copied about once.
#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LEAST_BYTES = 256 };

static void make_room(struct buffer *buffer, size_t size) {
    if (buffer->at && buffer->size + size < buffer->room) {
        return;
    }
    size_t room = (buffer->room + size) * 2 + LEAST_BYTES;
    char *grown = arena_alloc(buffer->arena, room);
    if (buffer->at) {
        memcpy(grown, buffer->at, buffer->size);
    }
    buffer->at = grown;
    buffer->room = room;
}

void buffer_put(struct buffer *buffer, struct str bytes) {
    make_room(buffer, bytes.size);
    if (bytes.size > 0) {
        memcpy(buffer->at + buffer->size, bytes.at, bytes.size);
    }
    buffer->size += bytes.size;
    buffer->at[buffer->size] = '\0';
}

void buffer_text(struct buffer *buffer, const char *text) {
    buffer_put(buffer, str_from(text));
}

void buffer_format(struct buffer *buffer, const char *format, ...) {
    va_list list, again;
    va_start(list, format);
    va_copy(again, list);
    int wanted = vsnprintf(NULL, 0, format, list);
    va_end(list);
    if (wanted > 0) {
        make_room(buffer, (size_t)wanted + 1);
        vsnprintf(buffer->at + buffer->size, (size_t)wanted + 1, format, again);
        buffer->size += (size_t)wanted;
    }
    va_end(again);
}

struct str buffer_str(const struct buffer *buffer) {
    return (struct str){buffer->at ? buffer->at : "", buffer->size};
}
