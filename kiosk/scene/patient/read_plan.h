// SPDX-License-Identifier: MIT
// A card that is read, planned: where its parts are, which are drawn in two files.
#pragma once

#include "scene/patient/patient_builders.h"

struct read_plan {
    const struct card *card;
    bool is_slim;
    struct rect sky, panel, bar; // the bar is a slim one's alone
    struct label above, title, number;
    struct code code;
    struct read_style style;
    struct flow flow;
    struct card_picture picture;
    struct rect picture_at; // empty: there is none, or it stands among the words
};

// The number with its code, which is one large control; and the button in it that says so.
void read_panel_draw(struct scene_builder *builder, const struct read_plan *plan);
struct button read_panel_button(const struct scene_builder *builder, int width_px);
