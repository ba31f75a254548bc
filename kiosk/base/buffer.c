// SPDX-License-Identifier: MIT
// See buffer.h. It doubles, so that a byte is copied about once.
#include "base/buffer.h"

#include <string.h>

enum { LEAST_BYTES = 256 };

void buffer_put(struct buffer *buffer, struct str bytes) {
    if (buffer->size + bytes.size >= buffer->room) {
        struct str held = buffer_str(buffer);
        buffer->room = (buffer->room + bytes.size) * 2 + LEAST_BYTES;
        buffer->at = arena_alloc(buffer->arena, buffer->room);
        memcpy(buffer->at, held.at, held.size);
    }
    if (bytes.size > 0) {
        memcpy(buffer->at + buffer->size, bytes.at, bytes.size);
    }
    buffer->size += bytes.size;
    buffer->at[buffer->size] = '\0';
}

void buffer_text(struct buffer *buffer, const char *text) {
    buffer_put(buffer, str_from(text));
}

struct str buffer_str(const struct buffer *buffer) {
    return (struct str){buffer->at ? buffer->at : "", buffer->size};
}
