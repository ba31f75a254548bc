// SPDX-License-Identifier: MIT
// Any card in any column that a screen can have: the last bytes choose the column, the others are
// the card. Its pages come to an end, no letter is lost, no piece of them lies outside, lines do
// not overlap, and the fonts are not asked to measure more than the words are worth.
#include "fuzz_card.h"

#include "content/card/card_load.h"
#include "fake_fonts.h"
#include "layout/flow.h"
#include "valid_utf8.h"

enum { STYLE_BYTES = 4 };

static const int sizes[] = {30, 20, 43, 70};

// As if a gallery had found some of its pictures.
static struct document with_pictures(const struct document *typed, struct arena *arena) {
    struct block *blocks = ARENA_ARRAY(arena, struct block, typed->count);
    for (int i = 0; i < typed->count; i++) {
        struct str name = typed->blocks[i].text;
        blocks[i] = typed->blocks[i];
        if (blocks[i].kind == BLOCK_PICTURE && name.size > 0 && name.at[0] != 'x') {
            blocks[i].picture_w = (unsigned char)name.at[0] * 16;
            blocks[i].picture_h = (int)name.size * 64;
        }
    }
    return (struct document){blocks, typed->count};
}

// Never narrower than ten letters: no screen's column is.
static struct flow_style style_from(const uint8_t *bytes) {
    int size = sizes[bytes[0] % COUNT_OF(sizes)];
    return (struct flow_style){
        .width_px = size * 10 + bytes[1] * 7,
        .height_px = size * 4 + bytes[2] * 4,
        .first_page_used_px = (bytes[3] & 7) * 20,
        .next_page_used_px = (bytes[3] >> 3 & 3) * 10,
        .size_px = size,
        .is_right_to_left = bytes[0] & 0x80,
    };
}

static void check_line(const struct line *line) {
    FUZZ_CHECK(line->size_px > 0 && line->run_count >= 0);
    int right = 0;
    for (int i = 0; i < line->run_count; i++) {
        const struct run *run = &line->runs[i];
        FUZZ_CHECK(run->x_px == right && run->width_px >= 0);
        FUZZ_CHECK(run->text[0] && is_valid_utf8(str_from(run->text)));
        FUZZ_CHECK(run->style.family < fake_fonts.family_count && run->style.weight < WEIGHT_COUNT);
        right = run->x_px + run->width_px;
    }
    FUZZ_CHECK(right == line->width_px);
}

static void check_piece(const struct piece *piece, const struct page *page, int width_px) {
    bool has_line = piece->kind == PIECE_LINE || piece->kind == PIECE_NUMBER;
    FUZZ_CHECK(piece->at.x >= 0 && piece->at.y >= 0 && piece->at.w >= 0 && piece->at.h > 0);
    FUZZ_CHECK(piece->at.x + piece->at.w <= width_px);
    FUZZ_CHECK(piece->at.y + piece->at.h <= page->height_px);
    FUZZ_CHECK(has_line == (piece->line != NULL));
    if (has_line) {
        FUZZ_CHECK(piece->baseline_px > 0 && piece->baseline_px < piece->at.h);
        check_line(piece->line);
    }
}

static void check_page(const struct page *page, const struct flow_style *style, int room_px) {
    int rows = 0;
    int bottom = 0;
    for (int i = 0; i < page->piece_count; i++) {
        const struct piece *piece = &page->pieces[i];
        check_piece(piece, page, style->width_px);
        if (piece->kind == PIECE_LINE || piece->kind == PIECE_PICTURE) {
            FUZZ_CHECK(piece->at.y >= bottom);
            bottom = piece->at.y + piece->at.h;
            rows++;
        }
    }
    FUZZ_CHECK(page->height_px <= room_px || rows <= 1);
    FUZZ_CHECK(rows > 0 || page->piece_count == 0);
}

static void check_flow(const struct flow *flow, const struct flow_style *style) {
    for (int i = 0; i < flow->page_count; i++) {
        int used = i == 0 ? style->first_page_used_px : style->next_page_used_px;
        FUZZ_CHECK(i == 0 || flow->pages[i].piece_count > 0);
        check_page(&flow->pages[i], style, style->height_px - used);
    }
}

// How often each code point occurs (by its last byte) of those that are drawn: runs stand in visual
// order, so that letters and not their order are compared here; order is the paragraph's test.
static void count_letters(struct str text, int counts[256], int step) {
    for (const char *at = text.at; at < text.at + text.size;) {
        uint32_t c = utf8_next(&at, text.at + text.size);
        counts[c % 256] += utf8_properties(c) == 0 ? step : 0;
    }
}

static void count_page(const struct page *page, int counts[256]) {
    for (int i = 0; i < page->piece_count; i++) {
        const struct piece *piece = &page->pieces[i];
        bool has_line = piece->kind == PIECE_LINE || piece->kind == PIECE_NUMBER;
        for (int k = 0; has_line && k < piece->line->run_count; k++) {
            count_letters(str_from(piece->line->runs[k].text), counts, -1);
        }
    }
}

static void check_nothing_is_lost(const struct document *document, const struct flow *flow) {
    int counts[256] = {0};
    for (int i = 0; i < document->count; i++) {
        if (document->blocks[i].kind != BLOCK_PICTURE) {
            count_letters(document->blocks[i].marker, counts, 1);
            count_letters(document->blocks[i].text, counts, 1);
        }
    }
    for (int i = 0; i < flow->page_count; i++) {
        count_page(&flow->pages[i], counts);
    }
    for (int i = 0; i < 256; i++) { // a word that is parted gains hyphens
        FUZZ_CHECK(counts[i] == 0 || (i == '-' && counts[i] < 0));
    }
}

void fuzz_one(struct str bytes, struct arena *arena) {
    struct findings findings = {.arena = arena};
    struct card card = {0};
    if (bytes.size <= STYLE_BYTES) {
        return;
    }
    bytes.size -= STYLE_BYTES;
    if (!fuzz_load(&card, bytes, &fuzz_ports, &findings)) {
        return;
    }
    struct flow_style style = style_from((const uint8_t *)bytes.at + bytes.size);
    if (bytes.at[bytes.size] & 0x40) {
        card.body = with_pictures(&card.body, arena);
    }
    fake_measured_bytes = 0;
    struct flow flow = flow_build(&card.body, &style, &fake_fonts, arena);
    FUZZ_CHECK(fake_measured_bytes <= (int64_t)(bytes.size + STYLE_BYTES) * 200);
    check_flow(&flow, &style);
    check_nothing_is_lost(&card.body, &flow);
}
