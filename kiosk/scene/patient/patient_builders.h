// SPDX-License-Identifier: MIT
// What the screens of patients share.
#pragma once

#include "layout/flow.h"
#include "scene/frame.h"

// The number, its code, and words around them, on the ground that they need: a band of the floor, a
// column at the end of the screen where a code that is scanned from afar is higher than any band,
// or, on a portrait screen, the whole foot.
enum refer_form { REFER_BAND, REFER_COLUMN, REFER_FOOT };
struct refer_block {
    enum refer_form form;
    struct rect at; // of the ground
    struct code code;
    struct label call, number, gp;
    bool is_number_above; // a foot whose number is wider than the room beside the code
    bool has_words;       // a column with the words above and below
    int words_bottom_px;  // of a foot
};
enum refer_place { REFER_ON_CARD, REFER_ON_POSTER };
struct refer_block refer_block_plan(const struct scene_builder *builder, enum refer_place place);
void refer_block_draw(struct scene_builder *builder, const struct refer_block *block);
// Words on the floor, in at most so many lines.
struct label floor_words(const struct scene_builder *builder, enum word word, int width_px,
                         int lines);

// Of the loop: what everything lies over that has no control of its own, and the hint that says so;
// and the block, with the floor of urgent help beside it.
void loop_targets_draw(struct scene_builder *builder);
void loop_hint_draw(struct scene_builder *builder, struct rect room, enum colour colour);
void loop_block_draw(struct scene_builder *builder, const struct refer_block *block);

// The card's words in letters of one size.
struct read_style {
    int size_px;
    struct rect column; // of each page
    int first_used_px, next_used_px;
    bool fills_pages;
};
struct flow read_flow(const struct scene_builder *builder, const struct document *body,
                      const struct read_style *style);
// Whether it needs fewer pages than `other`, or as many and leaves a sentence whole.
bool read_flow_is_better(const struct flow *flow, const struct flow *other);

// A card's one picture, and its words without it; no name where there is none, or several.
struct card_picture {
    struct picture_plan plan;
    struct document words;
};
struct card_picture card_picture_find(const struct scene_builder *builder, const struct card *card);
int read_size_px(const struct scene_builder *builder); // at the view's text size
void card_loop_build(struct scene_builder *builder, const struct card *card);
void card_read_build(struct scene_builder *builder, const struct card *card);
// Sets the scene's page from the flow; and draws that page.
void page_choose(struct scene_builder *builder, const struct flow *flow);
void page_draw(struct scene_builder *builder, const struct flow *flow,
               const struct read_style *style);
// "1 of 2" at the end of the room, where there are several; returns what it takes of the width.
int page_note_draw(struct scene_builder *builder, struct rect room, enum colour colour);
