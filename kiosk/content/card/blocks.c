// SPDX-License-Identifier: MIT
// Writes the blocks of one card. What is over a limit is left out and remembered, so that callers
// need not look after every call.
#include "content/card/blocks.h"

#include "base/utf8.h"

#include <string.h>

void blocks_init(struct blocks *blocks, size_t room, struct arena *arena) {
    blocks->text = arena_alloc(arena, room);
    blocks->text_room = room;
    blocks->text_size = 0;
    blocks->count = blocks->stretch_count = 0;
    blocks->is_open = blocks->is_full = false;
    blocks->start = 0;
    blocks->first_stretch = 0;
}

void blocks_open(struct blocks *blocks, const struct block *block) {
    blocks_close(blocks);
    blocks->block = *block;
    blocks->is_open = true;
    blocks->start = blocks->text_size;
    blocks->first_stretch = blocks->stretch_count;
}

struct str blocks_text(const struct blocks *blocks) {
    return (struct str){blocks->text + blocks->start, blocks->text_size - blocks->start};
}

static void add_stretch(struct blocks *blocks, size_t size, uint32_t emphasis) {
    bool is_first = blocks->stretch_count == blocks->first_stretch;
    struct stretch *last = is_first ? NULL : &blocks->stretches[blocks->stretch_count - 1];
    if (last && last->emphasis == emphasis) {
        last->size += (uint32_t)size;
    } else {
        blocks->stretches[blocks->stretch_count++] = (struct stretch){(uint32_t)size, emphasis};
    }
}

static bool is_blank(char c) {
    return c == ' ' || c == '\n';
}

void blocks_add(struct blocks *blocks, struct str text, uint32_t emphasis) {
    while (blocks->text_size == blocks->start && text.size > 0 && is_blank(*text.at)) {
        text.at++;
        text.size--;
    }
    if (text.size == 0) {
        return;
    }
    if (text.size > blocks->text_room - blocks->text_size ||
        blocks->stretch_count == LIMIT_STRETCHES) {
        blocks->is_full = true;
        return;
    }
    memcpy(blocks->text + blocks->text_size, text.at, text.size);
    blocks->text_size += text.size;
    add_stretch(blocks, text.size, emphasis);
}

void blocks_take_alt(struct blocks *blocks) {
    blocks->block.alt = blocks_text(blocks);
    blocks->start = blocks->text_size;
    blocks->stretch_count = blocks->first_stretch;
}

static void trim_end(struct blocks *blocks) {
    while (blocks->text_size > blocks->start && is_blank(blocks->text[blocks->text_size - 1])) {
        struct stretch *last = &blocks->stretches[blocks->stretch_count - 1];
        blocks->text_size--;
        last->size--;
        blocks->stretch_count -= last->size == 0;
    }
}

void blocks_close(struct blocks *blocks) {
    if (!blocks->is_open) {
        return;
    }
    blocks->is_open = false;
    trim_end(blocks);
    struct block *block = &blocks->block;
    block->text = blocks_text(blocks);
    block->stretches = &blocks->stretches[blocks->first_stretch];
    block->stretch_count = (uint16_t)(blocks->stretch_count - blocks->first_stretch);
    if (utf8_is_blank(block->text)) {
        return;
    }
    if (blocks->count == LIMIT_BLOCKS) {
        blocks->is_full = true;
        return;
    }
    blocks->list[blocks->count++] = *block;
}

struct document blocks_finish(struct blocks *blocks, struct arena *arena) {
    blocks_close(blocks);
    if (blocks->count == 0) {
        return (struct document){0};
    }
    struct block *list = ARENA_ARRAY(arena, struct block, blocks->count);
    struct stretch *stretches = ARENA_ARRAY(arena, struct stretch, blocks->stretch_count);
    memcpy(list, blocks->list, sizeof *list * (size_t)blocks->count);
    memcpy(stretches, blocks->stretches, sizeof *stretches * (size_t)blocks->stretch_count);
    for (int i = 0; i < blocks->count; i++) {
        list[i].stretches = stretches + (list[i].stretches - blocks->stretches);
    }
    return (struct document){list, blocks->count};
}
