// SPDX-License-Identifier: MIT
// The structure of a card's words: a flat row of blocks, each a text with its bold stretches. Flat,
// because a card has no deeper structure than a list in a list, and a page break may fall between
// any two blocks.
#pragma once

#include "base/base.h"

enum block_kind {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH, // with `indent`, a further paragraph of a list item
    BLOCK_ITEM,      // of a list, with its `marker`
    BLOCK_PICTURE,   // `text` is the file name inside images/, `alt` the words for it
};

enum emphasis { EMPHASIS_NONE, EMPHASIS_BOLD };

// Stretches follow each other and cover the whole text of their block.
struct stretch {
    uint32_t size; // bytes
    uint32_t emphasis;
};

struct block {
    uint8_t kind;     // enum block_kind
    uint8_t level;    // headings: 1 for a title, 2 for the others
    uint8_t indent;   // list depth: 0 outside, 1 or 2 inside
    uint16_t callout; // 0 outside; blocks of one call-out share a number from 1
    uint16_t stretch_count;
    int32_t line;      // of its first line in the file, from 1
    struct str marker; // of an item, as typed: "25.", "a)"; empty for a bullet
    struct str text;   // UTF-8; typed lines are parted by '\n', columns by '\t'
    const struct stretch *stretches;
    struct str alt;
    int picture_w, picture_h; // in its own pixels, once a gallery has found it; 0: it is not shown
};

struct document {
    const struct block *blocks;
    int count;
};
