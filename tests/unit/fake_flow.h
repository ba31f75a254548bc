// SPDX-License-Identifier: MIT
// What the tests of pages share: documents in a line each, the fake fonts' flow of them, and a look
// at the pieces. At 20 px a letter of the fake fonts is 10 px wide, a space 5, a line 28 px high.
#ifndef DIT_FAKE_FLOW_H
#define DIT_FAKE_FLOW_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include "fake_fonts.h"
#include "layout/flow.h"

#include <cmocka.h>

enum { BLOCK_LIMIT = 64 };

static struct arena arena;

static const int size_20[] = {20};

static inline struct block text_block(enum block_kind kind, const char *text) {
    return (struct block){.kind = (uint8_t)kind, .level = 2, .text = str_from(text)};
}

static inline struct block item(int number, int indent, const char *text) {
    struct block block = text_block(BLOCK_ITEM, text);
    block.number = (int16_t)number;
    block.indent = (uint8_t)indent;
    return block;
}

static inline struct flow_style style_of(int width_px, int height_px, const int *sizes, int count) {
    return (struct flow_style){.width_px = width_px,
                               .height_px = height_px,
                               .sizes_px = sizes,
                               .size_count = count,
                               .measure_em = 36};
}

static inline struct flow build(const struct block *blocks, int count, struct flow_style style) {
    struct document document = {blocks, count};
    return flow_build(&document, &style, &fake_fonts, &arena);
}

// The first line's words, so that a test can say what it looks at.
static inline const char *words_of(const struct piece *piece) {
    static char seen[8][2048];
    static int next;
    char *out = seen[next++ % 8];
    fake_see(piece->line, out);
    return out;
}

static inline const struct piece *piece_of(const struct page *page, enum piece_kind kind,
                                           int index) {
    for (int i = 0; i < page->piece_count; i++) {
        if (page->pieces[i].kind == kind && index-- == 0) {
            return &page->pieces[i];
        }
    }
    fail_msg("no such piece");
    return NULL;
}

static inline int count_of(const struct page *page, enum piece_kind kind) {
    int count = 0;
    for (int i = 0; i < page->piece_count; i++) {
        count += page->pieces[i].kind == kind;
    }
    return count;
}

// How often each byte occurs, white space apart: runs stand in visual order, so that letters and
// not their order are compared here; order is the paragraph's test.
static inline void count_bytes(struct str text, int counts[256], int step) {
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.at[i];
        counts[c] += c == ' ' || c == '\n' ? 0 : step;
    }
}

static inline void check_nothing_is_lost(const struct block *blocks, int count,
                                         const struct flow *flow) {
    int counts[256] = {0};
    for (int i = 0; i < count; i++) {
        count_bytes(blocks[i].text, counts, 1);
    }
    for (int i = 0; i < flow->page_count; i++) {
        for (int k = 0; k < flow->pages[i].piece_count; k++) {
            const struct piece *piece = &flow->pages[i].pieces[k];
            for (int r = 0; piece->kind == PIECE_LINE && r < piece->line->run_count; r++) {
                count_bytes(str_from(piece->line->runs[r].text), counts, -1);
            }
        }
    }
    for (int i = 0; i < 256; i++) {
        assert_int_equal(counts[i], 0);
    }
}

static inline int finish(void **state) {
    (void)state;
    arena_finish(&arena);
    return 0;
}

#endif
