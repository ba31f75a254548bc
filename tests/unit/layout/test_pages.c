// SPDX-License-Identifier: MIT
// Where pages end: nothing that belongs together is torn apart, and the last page is no leftover.
#include "fake_flow.h"

UNIT_TEST(a_callout_that_a_page_parts_has_a_ground_on_both) {
    struct block blocks[6];
    for (int i = 0; i < 6; i++) {
        blocks[i] = text_block(BLOCK_PARAGRAPH, "words");
        blocks[i].callout = 1;
    }
    struct flow flow = build(blocks, 6, style_of(400, 150));
    assert_int_equal(flow.page_count, 2);
    for (int i = 0; i < 2; i++) {
        const struct page *page = &flow.pages[i];
        assert_int_equal(count_of(page, PIECE_CALLOUT), 1);
        assert_int_equal(page->pieces[0].at.y, 0);
        assert_int_equal(page->pieces[0].at.h, page->height_px);
        assert_true(page->height_px <= 150);
    }
}

static bool is_heading(const struct piece *piece) {
    return strcmp(words_of(piece), "heading") == 0;
}

UNIT_TEST(a_heading_never_ends_a_page) {
    for (int before = 1; before < 14; before++) {
        struct block blocks[BLOCK_LIMIT];
        int count = 0;
        while (count < before) {
            blocks[count++] = text_block(BLOCK_PARAGRAPH, "words");
        }
        blocks[count++] = text_block(BLOCK_HEADING, "heading");
        blocks[count++] =
            text_block(BLOCK_PARAGRAPH, "one two three four five six seven eight nine");
        struct flow flow = build(blocks, count, style_of(120, 200));
        for (int i = 0; i < flow.page_count; i++) {
            const struct page *page = &flow.pages[i];
            int last = page->piece_count - 1;
            assert_false(is_heading(&page->pieces[last]));
            for (int k = 0; k < last; k++) {
                if (is_heading(&page->pieces[k])) {
                    assert_true(last - k >= 2); // and two lines of what it speaks of
                }
            }
        }
    }
}

UNIT_TEST(no_line_of_a_paragraph_stands_alone_on_a_page) {
    // Lines of one word each: 5 + n lines on pages of 7.
    const char *text = "aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeeeee";
    for (int before = 1; before < 8; before++) {
        struct block blocks[BLOCK_LIMIT];
        for (int i = 0; i < before; i++) {
            blocks[i] = text_block(BLOCK_PARAGRAPH, "words");
        }
        blocks[before] = text_block(BLOCK_PARAGRAPH, text);
        struct flow flow = build(blocks, before + 1, style_of(110, 200));
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

UNIT_TEST(what_leads_to_a_list_stays_with_it) {
    struct block blocks[] = {text_block(BLOCK_PARAGRAPH, "aa"),
                             text_block(BLOCK_PARAGRAPH, "bb"),
                             text_block(BLOCK_PARAGRAPH, "This may suit you if:"),
                             item(NULL, 1, "one"),
                             item(NULL, 1, "two"),
                             item(NULL, 1, "three")};
    struct flow flow = build(blocks, 6, style_of(300, 140));
    assert_int_equal(flow.page_count, 2);
    const struct page *page = &flow.pages[1];
    assert_string_equal(words_of(piece_of(page, PIECE_LINE, 0)), "This may suit you if:");
}

UNIT_TEST(the_last_page_is_no_leftover) {
    struct block blocks[7];
    for (int i = 0; i < 7; i++) {
        blocks[i] = text_block(BLOCK_PARAGRAPH, "words");
    }
    // Six fit a page.
    struct flow flow = build(blocks, 7, style_of(300, 223));
    assert_int_equal(flow.page_count, 2);
    assert_true(flow.pages[0].piece_count >= 3);
    assert_true(flow.pages[1].piece_count >= 3);
    assert_int_equal(flow.pages[0].word_count + flow.pages[1].word_count, 7);
}

UNIT_TEST(pages_that_are_filled_leave_a_short_one_and_still_no_leftover) {
    struct block blocks[9];
    for (int i = 0; i < 9; i++) {
        blocks[i] = text_block(BLOCK_PARAGRAPH, "words");
    }
    struct flow_style style = style_of(300, 223); // six fit a page
    style.fills_pages = true;
    struct flow flow = build(blocks, 9, style);
    assert_int_equal(flow.page_count, 2);
    assert_int_equal(flow.pages[0].piece_count, 6);
    flow = build(blocks, 7, style);
    assert_int_equal(flow.page_count, 2);
    assert_int_equal(flow.pages[0].piece_count, 5);
}

UNIT_TEST(no_item_stands_alone_on_the_last_page) {
    struct block blocks[] = {text_block(BLOCK_PARAGRAPH, "aa"), text_block(BLOCK_PARAGRAPH, "bb"),
                             text_block(BLOCK_PARAGRAPH, "Someone either:"),
                             item(NULL, 1, "one, or"), item(NULL, 1, "two")};
    struct flow_style style = style_of(300, 140); // four fit a page
    style.fills_pages = true;
    struct flow flow = build(blocks, 5, style);
    assert_int_equal(flow.page_count, 2);
    const struct page *page = &flow.pages[1];
    assert_string_equal(words_of(piece_of(page, PIECE_LINE, 0)), "Someone either:");
}

UNIT_TEST(a_title_that_leaves_no_room_has_its_page) {
    struct block blocks[] = {text_block(BLOCK_PARAGRAPH, "words")};
    struct flow_style style = style_of(300, 100);
    style.first_page_used_px = 80;
    style.next_page_used_px = 20;
    struct flow flow = build(blocks, 1, style);
    assert_int_equal(flow.page_count, 2);
    assert_int_equal(flow.pages[0].piece_count, 0);
    assert_int_equal(flow.pages[1].piece_count, 1);
}
