// SPDX-License-Identifier: MIT
// Pages: nothing lost, nothing torn apart. At 20 px a letter of the
// fake fonts is 10 px wide, a space 5, a line 28 px high.
#include "fake_flow.h"

UNIT_TEST(an_empty_document_has_no_pages) {
    struct flow flow = build(NULL, 0, style_of(400, 300));
    assert_int_equal(flow.page_count, 0);
    struct block empty[] = {text_block(BLOCK_PARAGRAPH, ""), text_block(BLOCK_PICTURE, "none.png")};
    assert_int_equal(build(empty, 2, style_of(400, 300)).page_count, 0);
}

UNIT_TEST(lines_stand_in_the_rhythm_of_the_design) {
    struct block blocks[] = {text_block(BLOCK_PARAGRAPH, "aaa bb"), item(NULL, 1, "cc"),
                             item(NULL, 1, "dd"), text_block(BLOCK_HEADING, "ee"),
                             text_block(BLOCK_PARAGRAPH, "ff")};
    struct flow_style style = style_of(260, 4000);
    style.size_px = 100;
    struct flow flow = build(blocks, 5, style);
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

UNIT_TEST(numbers_of_a_list_stand_in_one_gutter) {
    struct block blocks[] = {item("9.", 1, "nine"), item("10.", 1, "ten"),
                             text_block(BLOCK_PARAGRAPH, "more of ten"), item(NULL, 2, "inner")};
    blocks[2].indent = 1;
    struct flow flow = build(blocks, 4, style_of(400, 400));
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

UNIT_TEST(a_column_that_runs_right_to_left_is_mirrored) {
    struct block blocks[] = {text_block(BLOCK_PARAGRAPH, "אבג"), item(NULL, 1, "דהו"),
                             item("1.", 1, "זחט")};
    struct flow_style style = style_of(400, 400);
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

UNIT_TEST(a_callout_stands_on_a_ground_with_room_around_it) {
    struct block blocks[] = {text_block(BLOCK_PARAGRAPH, "before"),
                             text_block(BLOCK_PARAGRAPH, "first"), item(NULL, 1, "second"),
                             text_block(BLOCK_PARAGRAPH, "behind")};
    blocks[1].callout = blocks[2].callout = 1;
    struct flow flow = build(blocks, 4, style_of(400, 400));
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

UNIT_TEST(a_picture_is_fitted_into_its_column) {
    struct block blocks[] = {text_block(BLOCK_PICTURE, "wide.png"),
                             text_block(BLOCK_PICTURE, "missing.png"),
                             text_block(BLOCK_PICTURE, "tall.png")};
    struct flow_style style = style_of(600, 1000);
    blocks[0].picture_w = blocks[2].picture_w = 300;
    blocks[0].picture_h = 100;
    blocks[2].picture_h = 3000;
    struct flow flow = build(blocks, 3, style);
    const struct page *page = &flow.pages[0];
    assert_int_equal(count_of(page, PIECE_PICTURE), 2);
    const struct piece *wide = piece_of(page, PIECE_PICTURE, 0);
    assert_int_equal(wide->at.w, 600);
    assert_int_equal(wide->at.h, 200);
    assert_string_equal(wide->picture, "wide.png");
    const struct piece *tall = piece_of(page, PIECE_PICTURE, 1);
    assert_int_equal(tall->at.h, 750);
    assert_int_equal(tall->at.w, 75);
    style.is_right_to_left = true;
    flow = build(blocks, 3, style);
    assert_int_equal(piece_of(&flow.pages[0], PIECE_PICTURE, 1)->at.x, 600 - 75);
}

UNIT_TEST(a_number_shrinks_rather_than_break_or_leave_its_column) {
    struct block blocks[] = {text_block(BLOCK_PARAGRAPH, "Call +44 20 3228 1350 now")};
    struct flow flow = build(blocks, 1, style_of(100, 400));
    const struct page *page = &flow.pages[0];
    const struct piece *number = piece_of(page, PIECE_LINE, 1);
    assert_string_equal(words_of(number), "+44 20 3228 1350");
    assert_true(number->size_px < 20 && number->size_px >= 13);
    assert_true(number->at.w <= 100);
    assert_int_equal(piece_of(page, PIECE_LINE, 0)->size_px, 20);
}
