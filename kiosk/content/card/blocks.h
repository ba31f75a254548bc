// SPDX-License-Identifier: MIT
// Writes the blocks of one card, one text behind the other, and copies them out when all are there.
// It knows the limits and nothing of CommonMark.
#pragma once

#include "base/arena.h"
#include "content/card/block.h"
#include "content/limits.h"

struct blocks {
    char *text; // room for the texts of all blocks
    size_t text_size, text_room;
    struct block list[LIMIT_BLOCKS];
    struct stretch stretches[LIMIT_STRETCHES];
    int count, stretch_count;
    bool is_open; // a block is being written
    bool is_full; // something did not fit and was left out
    struct block block;
    size_t start;
    int first_stretch;
};

// `room` bytes from `arena` serve all texts.
void blocks_init(struct blocks *blocks, size_t room, struct arena *arena);

// Begins a block like `block`; closes the one before.
void blocks_open(struct blocks *blocks, const struct block *block);

// Adds to the open block. Spaces at its start are left out.
void blocks_add(struct blocks *blocks, struct str text, uint32_t emphasis);

// What the open block has so far becomes its `alt`.
void blocks_take_alt(struct blocks *blocks);

// Ends the open block; one of which nothing would be seen is none.
void blocks_close(struct blocks *blocks);

// The text of the open block so far.
struct str blocks_text(const struct blocks *blocks);

// A copy that holds no more than it needs.
struct document blocks_finish(struct blocks *blocks, struct arena *arena);
