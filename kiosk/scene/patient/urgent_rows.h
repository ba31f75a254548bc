// SPDX-License-Identifier: MIT
// The calls of urgent help as rows: a number in one column, and what is said of it.
#pragma once

#include "scene/patient/patient_builders.h"

// "Text SHOUT to 85258", and the blocks below that heading.
struct urgent_call {
    struct str before, number, after; // of the heading
    struct document words;
};

struct urgent_calls {
    const struct urgent_call *hero; // the first, if it has no number
    const struct urgent_call *list; // the others
    int count;
    bool all_have_numbers;
};

struct urgent_calls urgent_calls_find(const struct scene_builder *builder);

enum urgent_detail { URGENT_WHOLE, URGENT_BRIEF, URGENT_BARE, URGENT_DETAIL_COUNT };
struct urgent_sizes {
    int number_px, words_px;
    int room_px; // no row is higher; a call with more words becomes several
    enum urgent_detail detail;
};

struct urgent_columns {
    int number_x, words_x, words_w; // on a portrait screen the words stand below
};

struct urgent_row {
    struct label before, number, after;
    const struct page *words; // NULL: there are none
    int height_px;
};

struct urgent_rows {
    struct urgent_row *list;
    int count;
    int height_px;
    struct urgent_columns columns;
};

struct urgent_rows urgent_rows_build(const struct scene_builder *builder,
                                     const struct urgent_calls *calls,
                                     const struct urgent_sizes *sizes);
void urgent_rows_draw(struct scene_builder *builder, const struct urgent_rows *rows,
                      struct rect room);
