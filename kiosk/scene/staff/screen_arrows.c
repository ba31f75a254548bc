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
    int side = at.w * 3 / 5;
    struct rect icon = {at.x + (at.w - side) / 2, at.y + (at.h - side) / 2, side, side};
    button_plan(builder, &button);
    button_draw(builder, &button, at);
    builder_icon(builder, icon, arrows[index].icon, builder_colour(builder, COLOUR_ACCENT));
}

void screen_arrows_build(struct scene_builder *builder) {
    const struct metrics *m = builder_metrics(builder);
    staff_header_draw(builder, STAFF_FIRST_START, STAFF_LATER);
    int y = heading_draw(builder, str_from(staff_word(builder, STAFF_ARROWS_HEADING)));
    int height = m->height_px - m->margin_px - y;
    int room = height < m->width_px - 2 * m->margin_px ? height : m->width_px - 2 * m->margin_px;
    int side = (room - 2 * m->gap_px) / 3;
    int left = (m->width_px - room) / 2;
    y += (height - room) / 2;
    for (int i = 0; i < COUNT_OF(arrows); i++) {
        draw_arrow(builder, i,
                   (struct rect){left + arrows[i].x * (side + m->gap_px),
                                 y + arrows[i].y * (side + m->gap_px), side, side});
    }
}
