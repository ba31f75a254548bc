// SPDX-License-Identifier: MIT
// What is true of any document at any size: nothing is lost, nothing overlaps or leaves its column,
// and no text, however hostile, takes more work than its length allows.
#include "content/limits.h"
#include "fake_flow.h"

static uint32_t random_number(uint32_t below) {
    static uint32_t state = 20261123;
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
}

static const char *random_text(void) {
    static const char *const words[] = {"a",
                                        "word",
                                        "of",
                                        "psychoanalytic",
                                        "0203 228 1350",
                                        "116 123",
                                        "(999)",
                                        "face-to-face",
                                        "\n",
                                        "you:",
                                        "كلمة",
                                        "שלום",
                                        "வணக்கம்",
                                        "e\xCC\x81t\xCC\x81",
                                        "!",
                                        "antidisestablishment"};
    int count = (int)random_number(30);
    char text[1024] = "";
    for (int i = 0; i < count; i++) {
        strcat(text, words[random_number(COUNT_OF(words))]);
        strcat(text, random_number(8) ? " " : "");
    }
    return arena_text(&arena, str_from(text));
}

static int random_document(struct block *blocks) {
    static const char *const markers[] = {"1.", "25.", "iv)"};
    int count = (int)random_number(BLOCK_LIMIT);
    for (int i = 0; i < count; i++) {
        uint32_t kind = random_number(6);
        blocks[i] = text_block(kind == 0   ? BLOCK_HEADING
                               : kind <= 2 ? BLOCK_ITEM
                                           : BLOCK_PARAGRAPH,
                               random_text());
        blocks[i].indent = (uint8_t)(blocks[i].kind == BLOCK_ITEM ? 1 + random_number(2) : 0);
        blocks[i].marker = str_from(
            blocks[i].kind == BLOCK_ITEM && random_number(2) ? markers[random_number(3)] : "");
        blocks[i].callout = (uint8_t)(random_number(4) == 0 ? 1 + i / 4 : 0);
    }
    return count;
}

static void check_page(const struct page *page, const struct flow_style *style, int room) {
    int bottom = 0;
    int rows = 0;
    for (int i = 0; i < page->piece_count; i++) {
        const struct piece *piece = &page->pieces[i];
        assert_true(piece->at.x >= 0 && piece->at.y >= 0);
        assert_true(piece->at.x + piece->at.w <= style->width_px);
        assert_true(piece->at.y + piece->at.h <= page->height_px);
        if (piece->kind == PIECE_LINE) {
            assert_true(piece->at.y >= bottom);
            assert_true(piece->baseline_px > 0 && piece->baseline_px < piece->at.h);
            bottom = piece->at.y + piece->at.h;
            rows++;
        }
    }
    assert_true(page->height_px <= room || rows <= 1);
    assert_true(rows > 0 || page->piece_count == 0);
}

static void any_document_at_any_size_is_shown_whole(void **state) {
    (void)state;
    for (int round = 0; round < 300; round++) {
        struct block blocks[BLOCK_LIMIT];
        int count = random_document(blocks);
        int sizes[3];
        sizes[2] = 8 + (int)random_number(40);
        sizes[1] = sizes[2] + (int)random_number(20);
        sizes[0] = sizes[1] + (int)random_number(20);
        int width = sizes[2] * (5 + (int)random_number(40));
        struct flow_style style = style_of(width, (int)random_number(900), sizes, 3);
        style.first_page_used_px = (int)random_number(200);
        style.next_page_used_px = (int)random_number(100);
        style.is_right_to_left = random_number(2);
        struct flow flow = build(blocks, count, style);
        check_nothing_is_lost(blocks, count, &flow);
        for (int i = 0; i < flow.page_count; i++) {
            int used = i == 0 ? style.first_page_used_px : style.next_page_used_px;
            check_page(&flow.pages[i], &style, style.height_px - used);
        }
        arena_reset(&arena);
    }
}

// As large as a card's file may be.
static char *repeated(const char *part) {
    size_t size = strlen(part), count = LIMIT_TEXT_BYTES / size;
    char *text = calloc(count * size + 1, 1);
    assert_non_null(text);
    for (size_t i = 0; i < count; i++) {
        memcpy(text + i * size, part, size);
    }
    return text;
}

// Work is counted in bytes handed to the fonts, because a time would differ from day to day.
static void check_hostile(const char *text, bool is_drawn) {
    static const int sizes[] = {60, 40, 30, 20};
    struct block blocks[] = {text_block(BLOCK_PARAGRAPH, text), text_block(BLOCK_HEADING, text)};
    for (int rtl = 0; rtl < 2; rtl++) {
        struct flow_style style = style_of(500, 400, sizes, COUNT_OF(sizes));
        style.is_right_to_left = rtl;
        fake_measured_bytes = 0;
        struct flow flow = build(blocks, 1 + rtl, style);
        assert_true(flow.page_count > 0);
        if (is_drawn) {
            check_nothing_is_lost(blocks, 1 + rtl, &flow);
        }
        int64_t size = (int64_t)strlen(text) * (1 + rtl);
        assert_true(fake_measured_bytes <= size * 60);
        arena_reset(&arena);
    }
}

static void hostile_texts_take_bounded_work(void **state) {
    (void)state;
    static const struct {
        const char *part;
        bool is_drawn;
    } cases[] = {
        {"\xCC\x81", true},
        {"x", true},
        {"ب", true},
        {"a ", true},
        {"0203 228 1350", true},
        {"0203 228 1350 ", true},
        {"1 ", true},
        {"(", true},
        {"\xE2\x80\x8D", true},
        {"\xE2\x81\xA7x", false},
        {"\n", true},
        {"aא", true},
        {"+", true},
        {"\xE2\x80\x8Fx", false},
        {"a\xCC\x81", true},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        char *text = repeated(cases[i].part);
        check_hostile(text, cases[i].is_drawn);
        free(text);
    }
}

static void ten_thousand_blocks_take_bounded_work(void **state) {
    (void)state;
    enum { COUNT = 10000 };
    struct block *blocks = calloc(COUNT, sizeof *blocks);
    assert_non_null(blocks);
    for (int i = 0; i < COUNT; i++) {
        blocks[i] = i % 7 == 0 ? text_block(BLOCK_HEADING, "heading")
                               : item(i % 3 ? "12." : NULL, 1 + i % 2, "some words of an item");
        blocks[i].callout = (uint8_t)(i / 100 % 200);
    }
    static const int heights[] = {60, 600, 1 << 20};
    for (int i = 0; i < COUNT_OF(heights); i++) {
        struct flow flow = build(blocks, COUNT, style_of(300, heights[i], size_20, 1));
        assert_true(flow.page_count > 0);
        arena_reset(&arena);
    }
    free(blocks);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_document_at_any_size_is_shown_whole),
        cmocka_unit_test(hostile_texts_take_bounded_work),
        cmocka_unit_test(ten_thousand_blocks_take_bounded_work),
    };
    return cmocka_run_group_tests(tests, NULL, finish);
}
