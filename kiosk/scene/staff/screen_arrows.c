// SPDX-License-Identifier: MIT
// The first question of a new kiosk: which way is up. Whichever way the screen hangs, one of four
// arrows points up, and it can be found without reading a word.
#include "scene/staff/staff_builders.h"
#include "scene/staff/staff_widgets.h"

static const struct {
    const char *icon;
    int x, y; // of its place, in a square of three by three
    enum staff_word said;
} arrows[] = {
    {"arrow-up", 1, 0, STAFF_ARROW_UP},
    {"arrow-right", 2, 1, STAFF_ARROW_RIGHT},
    {"arrow-down", 1, 2, STAFF_ARROW_DOWN},
    {"arrow-left", 0, 1, STAFF_ARROW_LEFT},
};

static void draw_arrow(struct scene_builder *builder, int index, struct rect at) {
    struct button button = {.kind = BUTTON_KEY,
                            .action = {ACTION_ARROW, index},
                            .said = staff_word(builder, arrows[index].said)};
    button_draw(builder, &button, at);
    builder_icon(builder, builder_middle(at, at.w * 3 / 5), arrows[index].icon,
                 builder_colour(builder, COLOUR_ACCENT));
}

void screen_arrows_build(struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    staff_header_draw(builder, STAFF_FIRST_START, STAFF_LATER);
    int y = heading_draw(builder, str_from(staff_word(builder, STAFF_ARROWS_HEADING)));
    struct rect room = {m->margin_px, y, m->width_px - 2 * m->margin_px,
                        m->height_px - m->margin_px - y};
    struct rect all = builder_middle(room, int_min(room.w, room.h));
    int side = (all.w - 2 * m->gap_px) / 3, pitch = side + m->gap_px;
    for (int i = 0; i < COUNT_OF(arrows); i++) {
        draw_arrow(
            builder, i,
            (struct rect){all.x + arrows[i].x * pitch, all.y + arrows[i].y * pitch, side, side});
    }
}
