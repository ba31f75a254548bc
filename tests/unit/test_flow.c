// SPDX-License-Identifier: MIT
// Pages: the largest letters that fit, nothing lost, nothing torn apart. At 20 px a letter of the
// fake fonts is 10 px wide, a space 5, a line 28 px high.
#include "layout/flow.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include "fake_fonts.h"

#include <cmocka.h>

enum { BLOCK_LIMIT = 64 };

static struct arena arena;

static struct block text_block(enum block_kind kind, const char *text) {
    return (struct block){.kind = (uint8_t)kind, .level = 2, .text = str_from(text)};
}

static struct block item(int number, int indent, const char *text) {
    struct block block = text_block(BLOCK_ITEM, text);
    block.number = (int16_t)number;
    block.indent = (uint8_t)indent;
    return block;
}

static struct flow_style style_of(int width_px, int height_px, const int *sizes, int count) {
    return (struct flow_style){.width_px = width_px,
                               .height_px = height_px,
                               .sizes_px = sizes,
                               .size_count = count,
                               .measure_em = 36};
}

static struct flow build(const struct block *blocks, int count, struct flow_style style) {
    struct document document = {blocks, count};
    return flow_build(&document, &style, &fake_fonts, &arena);
}

static const int size_20[] = {20};

// The first line's words, so that a test can say what it looks at.
static const char *words_of(const struct piece *piece) {
    static char seen[8][2048];
    static int next;
    char *out = seen[next++ % 8];
    fake_see(piece->line, out);
    return out;
}

static const struct piece *piece_of(const struct page *page, enum piece_kind kind, int index) {
    for (int i = 0; i < page->piece_count; i++) {
        if (page->pieces[i].kind == kind && index-- == 0) {
            return &page->pieces[i];
        }
    }
    fail_msg("no such piece");
    return NULL;
}

static int count_of(const struct page *page, enum piece_kind kind) {
    int count = 0;
    for (int i = 0; i < page->piece_count; i++) {
        count += page->pieces[i].kind == kind;
    }
    return count;
}

static void an_empty_document_has_no_pages(void **state) {
    (void)state;
    struct flow flow = build(NULL, 0, style_of(400, 300, size_20, 1));
    assert_int_equal(flow.page_count, 0);
    struct block empty[] = {text_block(BLOCK_PARAGRAPH, ""), text_block(BLOCK_PICTURE, "none.png")};
    assert_int_equal(build(empty, 2, style_of(400, 300, size_20, 1)).page_count, 0);
}

static void the_largest_size_that_fits_one_page_is_taken(void **state) {
    (void)state;
    static const int sizes[] = {80, 60, 40, 30, 20};
    struct block blocks[] = {text_block(BLOCK_PARAGRAPH, "aaaa bbbb"),
                             text_block(BLOCK_PARAGRAPH, "cccc")};
    // At 40 px: two lines of 57 px and 22 between them.
    struct flow_style style = style_of(170, 136, sizes, COUNT_OF(sizes));
    struct flow flow = build(blocks, 2, style);
    assert_int_equal(flow.size_px, 40);
    assert_int_equal(flow.page_count, 1);
    assert_int_equal(flow.pages[0].height_px, 136);
    style.height_px--;
    assert_int_equal(build(blocks, 2, style).size_px, 30);
    style.height_px += 31;
    style.first_page_used_px = 30;
    assert_int_equal(build(blocks, 2, style).size_px, 40);
}

static void a_size_at_which_a_word_must_be_torn_is_not_taken(void **state) {
    (void)state;
    static const int sizes[] = {40, 30, 20};
    struct block blocks[] = {text_block(BLOCK_PARAGRAPH, "psychoanalytic")}; // 14 letters
    assert_int_equal(build(blocks, 1, style_of(210, 1000, sizes, 3)).size_px, 30);
    assert_int_equal(build(blocks, 1, style_of(209, 1000, sizes, 3)).size_px, 20);
    struct flow flow = build(blocks, 1, style_of(100, 1000, sizes, 3));
    assert_int_equal(flow.size_px, 20);
    assert_int_equal(count_of(&flow.pages[0], PIECE_LINE), 2);
}

static void lines_stand_in_the_rhythm_of_the_design(void **state) {
    (void)state;
    static const int sizes[] = {100};
    struct block blocks[] = {text_block(BLOCK_PARAGRAPH, "aaa bb"), item(0, 1, "cc"),
                             item(0, 1, "dd"), text_block(BLOCK_HEADING, "ee"),
                             text_block(BLOCK_PARAGRAPH, "ff")};
    struct flow flow = build(blocks, 5, style_of(260, 4000, sizes, 1));
    const struct page *page = &flow.pages[0];
    const struct piece *lines[6];
    for (int i = 0; i < 6; i++) {
        lines[i] = piece_of(page, PIECE_LINE, i);
    }
    assert_int_equal(lines[0]->at.h, 142); // 1.42 em
    assert_int_equal(lines[1]->at.y - lines[0]->at.y, 142);
    int item_gap = lines[3]->at.y - lines[2]->at.y - 142;
    int before_heading = lines[4]->at.y - lines[3]->at.y - 142;
    int behind_heading = lines[5]->at.y - lines[4]->at.y - lines[4]->at.h;
    assert_true(item_gap > 20 && item_gap < 60);
    assert_true(before_heading > 2 * item_gap);
    assert_true(behind_heading < item_gap);
    assert_true(lines[4]->is_heading);
    assert_int_equal(lines[4]->size_px, 115);
    assert_int_equal(lines[4]->line->runs[0].style.weight, WEIGHT_BOLD);
    assert_int_equal(lines[2]->at.x, 115);
    const struct piece *bullet = piece_of(page, PIECE_BULLET, 0);
    assert_int_equal(bullet->at.w, 36);
    assert_int_equal(bullet->at.h, 36);
    assert_true(bullet->at.x >= 0 && bullet->at.x + bullet->at.w < lines[2]->at.x);
    int middle = bullet->at.y + bullet->at.h / 2;
    int baseline = lines[2]->at.y + lines[2]->baseline_px;
    assert_true(middle < baseline && middle > baseline - 50); // at the height of small letters
}

static void numbers_of_a_list_stand_in_one_gutter(void **state) {
    (void)state;
    struct block blocks[] = {item(9, 1, "nine"), item(10, 1, "ten"),
                             text_block(BLOCK_PARAGRAPH, "more of ten"), item(0, 2, "inner")};
    blocks[2].indent = 1;
    struct flow flow = build(blocks, 4, style_of(400, 400, size_20, 1));
    const struct page *page = &flow.pages[0];
    const struct piece *nine = piece_of(page, PIECE_NUMBER, 0);
    const struct piece *ten = piece_of(page, PIECE_NUMBER, 1);
    assert_string_equal(words_of(nine), "9.");
    assert_string_equal(words_of(ten), "10.");
    assert_int_equal(nine->at.x + nine->at.w, ten->at.x + ten->at.w);
    assert_int_equal(ten->at.x, 0);
    int text_x = piece_of(page, PIECE_LINE, 0)->at.x;
    assert_int_equal(text_x, 37); // "10." and 0.35 em
    assert_int_equal(piece_of(page, PIECE_LINE, 1)->at.x, text_x);
    assert_int_equal(piece_of(page, PIECE_LINE, 2)->at.x, text_x);
    assert_int_equal(piece_of(page, PIECE_LINE, 3)->at.x, text_x + 23);
    assert_int_equal(ten->baseline_px, piece_of(page, PIECE_LINE, 1)->baseline_px);
}

static void a_column_that_runs_right_to_left_is_mirrored(void **state) {
    (void)state;
    struct block blocks[] = {text_block(BLOCK_PARAGRAPH, "אבג"), item(0, 1, "דהו"),
                             item(1, 1, "זחט")};
    struct flow_style style = style_of(400, 400, size_20, 1);
    style.is_right_to_left = true;
    struct flow flow = build(blocks, 3, style);
    const struct page *page = &flow.pages[0];
    const struct piece *line = piece_of(page, PIECE_LINE, 0);
    assert_int_equal(line->at.x + line->at.w, 400);
    const struct piece *second = piece_of(page, PIECE_LINE, 1);
    assert_int_equal(second->at.x + second->at.w, 400 - 23);
    const struct piece *bullet = piece_of(page, PIECE_BULLET, 0);
    assert_true(bullet->at.x > second->at.x + second->at.w && bullet->at.x + bullet->at.w <= 400);
    assert_string_equal(words_of(piece_of(page, PIECE_NUMBER, 0)), ".1");
}

static void a_callout_stands_on_a_ground_with_room_around_it(void **state) {
    (void)state;
    struct block blocks[] = {text_block(BLOCK_PARAGRAPH, "before"),
                             text_block(BLOCK_PARAGRAPH, "first"), item(0, 1, "second"),
                             text_block(BLOCK_PARAGRAPH, "behind")};
    blocks[1].callout = blocks[2].callout = 1;
    struct flow flow = build(blocks, 4, style_of(400, 400, size_20, 1));
    const struct page *page = &flow.pages[0];
    assert_int_equal(count_of(page, PIECE_CALLOUT), 1);
    assert_int_equal(page->pieces[0].kind, PIECE_CALLOUT); // under everything
    struct rect ground = page->pieces[0].at;
    struct rect before = piece_of(page, PIECE_LINE, 0)->at;
    struct rect first = piece_of(page, PIECE_LINE, 1)->at;
    struct rect second = piece_of(page, PIECE_LINE, 2)->at;
    struct rect behind = piece_of(page, PIECE_LINE, 3)->at;
    assert_int_equal(ground.w, 400);
    assert_int_equal(first.y - ground.y, 12); // 0.6 em
    assert_int_equal(first.x, 12);
    assert_int_equal(second.x, 12 + 23);
    assert_int_equal(ground.y + ground.h - second.y - second.h, 12);
    assert_true(before.y + before.h < ground.y);
    assert_true(ground.y + ground.h < behind.y);
}

static void a_callout_that_a_page_parts_has_a_ground_on_both(void **state) {
    (void)state;
    struct block blocks[6];
    for (int i = 0; i < 6; i++) {
        blocks[i] = text_block(BLOCK_PARAGRAPH, "words");
        blocks[i].callout = 1;
    }
    struct flow flow = build(blocks, 6, style_of(400, 150, size_20, 1));
    assert_int_equal(flow.page_count, 2);
    for (int i = 0; i < 2; i++) {
        const struct page *page = &flow.pages[i];
        assert_int_equal(count_of(page, PIECE_CALLOUT), 1);
        assert_int_equal(page->pieces[0].at.y, 0);
        assert_int_equal(page->pieces[0].at.h, page->height_px);
        assert_true(page->height_px <= 150);
    }
}

static bool find_shape(void *self, const char *name, int *width, int *height) {
    (void)self;
    *width = 300;
    *height = strcmp(name, "tall.png") == 0 ? 3000 : 100;
    return strcmp(name, "missing.png") != 0;
}

static void a_picture_is_fitted_into_its_column(void **state) {
    (void)state;
    const struct picture_shapes pictures = {NULL, find_shape};
    struct block blocks[] = {text_block(BLOCK_PICTURE, "wide.png"),
                             text_block(BLOCK_PICTURE, "missing.png"),
                             text_block(BLOCK_PICTURE, "tall.png")};
    blocks[0].alt = str_from("our team");
    struct flow_style style = style_of(600, 1000, size_20, 1);
    style.pictures = &pictures;
    struct flow flow = build(blocks, 3, style);
    const struct page *page = &flow.pages[0];
    assert_int_equal(count_of(page, PIECE_PICTURE), 2);
    const struct piece *wide = piece_of(page, PIECE_PICTURE, 0);
    assert_int_equal(wide->at.w, 600);
    assert_int_equal(wide->at.h, 200);
    assert_string_equal(wide->picture, "wide.png");
    assert_string_equal(wide->alt, "our team");
    const struct piece *tall = piece_of(page, PIECE_PICTURE, 1);
    assert_int_equal(tall->at.h, 450);
    assert_int_equal(tall->at.w, 45);
    style.is_right_to_left = true;
    flow = build(blocks, 3, style);
    assert_int_equal(piece_of(&flow.pages[0], PIECE_PICTURE, 1)->at.x, 600 - 45);
}

static void a_heading_never_ends_a_page(void **state) {
    (void)state;
    for (int before = 1; before < 14; before++) {
        struct block blocks[BLOCK_LIMIT];
        int count = 0;
        while (count < before) {
            blocks[count++] = text_block(BLOCK_PARAGRAPH, "words");
        }
        blocks[count++] = text_block(BLOCK_HEADING, "heading");
        blocks[count++] =
            text_block(BLOCK_PARAGRAPH, "one two three four five six seven eight nine");
        struct flow flow = build(blocks, count, style_of(120, 200, size_20, 1));
        for (int i = 0; i < flow.page_count; i++) {
            const struct page *page = &flow.pages[i];
            int last = page->piece_count - 1;
            assert_false(page->pieces[last].is_heading);
            for (int k = 0; k < last; k++) {
                if (page->pieces[k].is_heading) {
                    assert_true(last - k >= 2); // and two lines of what it speaks of
                }
            }
        }
    }
}

static void no_line_of_a_paragraph_stands_alone_on_a_page(void **state) {
    (void)state;
    // Lines of one word each: 5 + n lines on pages of 7.
    const char *text = "aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeeeee";
    for (int before = 1; before < 8; before++) {
        struct block blocks[BLOCK_LIMIT];
        for (int i = 0; i < before; i++) {
            blocks[i] = text_block(BLOCK_PARAGRAPH, "words");
        }
        blocks[before] = text_block(BLOCK_PARAGRAPH, text);
        struct flow flow = build(blocks, before + 1, style_of(110, 200, size_20, 1));
        for (int i = 0; i < flow.page_count; i++) {
            const struct page *page = &flow.pages[i];
            int of_it = 0;
            for (int k = 0; k < page->piece_count; k++) {
                of_it += page->pieces[k].line->runs[0].text[0] != 'w';
            }
            assert_int_not_equal(of_it, 1);
        }
    }
}

static void what_leads_to_a_list_stays_with_it(void **state) {
    (void)state;
    struct block blocks[] = {text_block(BLOCK_PARAGRAPH, "aa"),
                             text_block(BLOCK_PARAGRAPH, "bb"),
                             text_block(BLOCK_PARAGRAPH, "This may suit you if:"),
                             item(0, 1, "one"),
                             item(0, 1, "two"),
                             item(0, 1, "three")};
    struct flow flow = build(blocks, 6, style_of(300, 140, size_20, 1));
    assert_int_equal(flow.page_count, 2);
    const struct page *page = &flow.pages[1];
    assert_string_equal(words_of(piece_of(page, PIECE_LINE, 0)), "This may suit you if:");
}

static void the_last_page_is_no_leftover(void **state) {
    (void)state;
    struct block blocks[7];
    for (int i = 0; i < 7; i++) {
        blocks[i] = text_block(BLOCK_PARAGRAPH, "words");
    }
    // Six fit a page.
    struct flow flow = build(blocks, 7, style_of(300, 223, size_20, 1));
    assert_int_equal(flow.page_count, 2);
    assert_true(flow.pages[1].piece_count >= 3);
    assert_int_equal(flow.pages[0].word_count + flow.pages[1].word_count, 7);
}

static void a_title_that_leaves_no_room_has_its_page(void **state) {
    (void)state;
    struct block blocks[] = {text_block(BLOCK_PARAGRAPH, "words")};
    struct flow_style style = style_of(300, 100, size_20, 1);
    style.first_page_used_px = 80;
    style.next_page_used_px = 20;
    struct flow flow = build(blocks, 1, style);
    assert_int_equal(flow.page_count, 2);
    assert_int_equal(flow.pages[0].piece_count, 0);
    assert_int_equal(flow.pages[1].piece_count, 1);
}

static void a_number_shrinks_rather_than_break_or_leave_its_column(void **state) {
    (void)state;
    struct block blocks[] = {text_block(BLOCK_PARAGRAPH, "Call +44 20 3228 1350 now")};
    struct flow flow = build(blocks, 1, style_of(100, 400, size_20, 1));
    const struct page *page = &flow.pages[0];
    const struct piece *number = piece_of(page, PIECE_LINE, 1);
    assert_string_equal(words_of(number), "+44 20 3228 1350");
    assert_true(number->size_px < 20 && number->size_px >= 13);
    assert_true(number->at.w <= 100);
    assert_int_equal(piece_of(page, PIECE_LINE, 0)->size_px, 20);
}

// Everything below is true of any document at any size.

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
    int count = (int)random_number(BLOCK_LIMIT);
    for (int i = 0; i < count; i++) {
        uint32_t kind = random_number(6);
        blocks[i] = text_block(kind == 0   ? BLOCK_HEADING
                               : kind <= 2 ? BLOCK_ITEM
                                           : BLOCK_PARAGRAPH,
                               random_text());
        blocks[i].indent = (uint8_t)(blocks[i].kind == BLOCK_ITEM ? 1 + random_number(2) : 0);
        blocks[i].number = (int16_t)(blocks[i].kind == BLOCK_ITEM ? random_number(12) : 0);
        blocks[i].callout = (uint8_t)(random_number(4) == 0 ? 1 + i / 4 : 0);
    }
    return count;
}

// How often each byte occurs, white space apart: runs stand in visual order, so that letters and
// not their order are compared here; order is the paragraph's test.
static void count_bytes(struct str text, int counts[256], int step) {
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.at[i];
        counts[c] += c == ' ' || c == '\n' ? 0 : step;
    }
}

static void check_nothing_is_lost(const struct block *blocks, int count, const struct flow *flow) {
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

static char *repeated(const char *part, int count) {
    size_t size = strlen(part);
    char *text = arena_alloc(&arena, size * (size_t)count + 1);
    for (int i = 0; i < count; i++) {
        memcpy(text + (size_t)i * size, part, size);
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
        int count;
        bool is_drawn;
    } cases[] = {
        {"\xCC\x81", 100000, true},
        {"x", 1000000, true},
        {"ب", 200000, true},
        {"a ", 300000, true},
        {"0203 228 1350", 40000, true},
        {"0203 228 1350 ", 40000, true},
        {"1 ", 100000, true},
        {"(", 200000, true},
        {"\xE2\x80\x8D", 100000, true},
        {"\xE2\x81\xA7x", 50000, false},
        {"\n", 50000, true},
        {"aא", 50000, true},
        {"+", 100000, true},
        {"\xE2\x80\x8Fx", 50000, false},
        {"a\xCC\x81", 100000, true},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        char *text = repeated(cases[i].part, cases[i].count);
        char *kept = malloc(strlen(text) + 1);
        assert_non_null(kept);
        strcpy(kept, text);
        arena_reset(&arena);
        check_hostile(kept, cases[i].is_drawn);
        free(kept);
    }
}

static void ten_thousand_blocks_take_bounded_work(void **state) {
    (void)state;
    enum { COUNT = 10000 };
    struct block *blocks = calloc(COUNT, sizeof *blocks);
    assert_non_null(blocks);
    for (int i = 0; i < COUNT; i++) {
        blocks[i] = i % 7 == 0 ? text_block(BLOCK_HEADING, "heading")
                               : item(i % 3, 1 + i % 2, "some words of an item");
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

static int finish(void **state) {
    (void)state;
    arena_finish(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_document_has_no_pages),
        cmocka_unit_test(the_largest_size_that_fits_one_page_is_taken),
        cmocka_unit_test(a_size_at_which_a_word_must_be_torn_is_not_taken),
        cmocka_unit_test(lines_stand_in_the_rhythm_of_the_design),
        cmocka_unit_test(numbers_of_a_list_stand_in_one_gutter),
        cmocka_unit_test(a_column_that_runs_right_to_left_is_mirrored),
        cmocka_unit_test(a_callout_stands_on_a_ground_with_room_around_it),
        cmocka_unit_test(a_callout_that_a_page_parts_has_a_ground_on_both),
        cmocka_unit_test(a_picture_is_fitted_into_its_column),
        cmocka_unit_test(a_heading_never_ends_a_page),
        cmocka_unit_test(no_line_of_a_paragraph_stands_alone_on_a_page),
        cmocka_unit_test(what_leads_to_a_list_stays_with_it),
        cmocka_unit_test(the_last_page_is_no_leftover),
        cmocka_unit_test(a_title_that_leaves_no_room_has_its_page),
        cmocka_unit_test(a_number_shrinks_rather_than_break_or_leave_its_column),
        cmocka_unit_test(any_document_at_any_size_is_shown_whole),
        cmocka_unit_test(hostile_texts_take_bounded_work),
        cmocka_unit_test(ten_thousand_blocks_take_bounded_work),
    };
    return cmocka_run_group_tests(tests, NULL, finish);
}
