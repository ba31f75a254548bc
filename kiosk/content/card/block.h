// SPDX-License-Identifier: MIT
// The structure of a card's words: a flat row of blocks, each a text with its emphasised stretches.
// Flat, because a card has no deeper structure than a list in a list, and a page break may fall
// between any two blocks.
#pragma once

#include "base/base.h"

enum block_kind {
    BLOCK_HEADING,   // `level` 1 to 6
    BLOCK_PARAGRAPH, // with `indent`, a further paragraph of a list item
    BLOCK_ITEM,      // the first paragraph of a list item; `number` 0 for a bullet
    BLOCK_PICTURE,   // `text` is the file name inside images/, `alt` the words for it
};

enum emphasis { EMPHASIS_NONE = 0, EMPHASIS_BOLD = 1, EMPHASIS_ITALIC = 2 };

// Stretches follow each other and cover the whole text of their block.
struct stretch {
    uint32_t size; // bytes
    uint32_t emphasis;
};

struct block {
    uint8_t kind;    // enum block_kind
    uint8_t level;   // headings: 1 to 6
    uint8_t indent;  // list depth: 0 outside, 1 or 2 inside
    uint8_t callout; // 0 outside; blocks of one block quote share a number from 1
    int16_t number;  // ordered items: the number to show
    uint16_t stretch_count;
    int32_t line;    // in the file, from 1
    struct str text; // UTF-8, soft breaks as spaces, hard breaks as '\n'
    const struct stretch *stretches;
    struct str alt;
};

struct document {
    const struct block *blocks;
    int count;
};
