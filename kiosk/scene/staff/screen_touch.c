// SPDX-License-Identifier: MIT
// The four crosses from whose touches the way from panel to picture is worked out. A new kiosk
// first asks which way is up: whichever way the screen hangs, one of four arrows points up, and it
// can be found without reading a word.
#include "scene/staff/staff_widgets.h"

enum { INSET_PARTS = 8 }; // a cross stands an eighth of the side away from the corner

struct rect staff_cross(int width_px, int height_px, int index) {
    bool is_right = index == 1 || index == 2;
    bool is_low = index >= 2;
    int x = width_px / INSET_PARTS, y = height_px / INSET_PARTS;
    int side = int_min(width_px, height_px) / INSET_PARTS;
    return (struct rect){is_right ? width_px - x : x, is_low ? height_px - y : y, side, side};
}

static void draw_cross(struct scene_builder *builder, struct rect cross) {
    int stroke = builder_px(builder, 0.6);
    struct rect across = {cross.x - cross.w / 2, cross.y - stroke / 2, cross.w, stroke};
    struct rect down = {cross.x - stroke / 2, cross.y - cross.h / 2, stroke, cross.h};
    builder_shape(builder, across, COLOUR_ACCENT, 0);
    builder_shape(builder, down, COLOUR_ACCENT, 0);
}

void screen_cross_build(struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    const struct staff_scene *staff = builder->source->staff;
    const char *words[] = {
        staff_word(builder, STAFF_CROSS_HEADING),
        staff_word_with_count(builder, STAFF_CROSS_TEXT, "{done}", staff->cross + 1),
        // How to get away from a picture that the wrong arrow has turned.
        staff_word_with_count(builder, STAFF_CROSS_WAIT, "{seconds}", staff->leaves_s),
    };
    int count = staff->can_be_wrong_way_up && staff->leaves_s > 0 ? 3 : 2;
    struct label labels[COUNT_OF(words)];
    int width = m->width_px * 3 / 5;
    struct rect room = {(m->width_px - width) / 2, 0, width, 0};
    for (int i = 0; i < count; i++) {
        struct look look = {m->body_px, WEIGHT_REGULAR, COLOUR_INK, ALIGN_CENTRE};
        if (i == 0) {
            look.size_px = m->title_px;
            look.weight = WEIGHT_BOLD;
        }
        labels[i] = builder_wrap(builder, str_from(words[i]), look, room.w);
        room.h += labels[i].height_px;
    }
    draw_cross(builder, staff_cross(m->width_px, m->height_px, staff->cross));
    room.y = (m->height_px - room.h) / 2;
    for (int i = 0; i < count; i++) {
        room.y = builder_below(builder, room, &labels[i]);
    }
}

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
    struct rect room = builder_row(builder, y, m->height_px - m->margin_px - y);
    struct rect all = builder_middle(room, int_min(room.w, room.h));
    int side = (all.w - 2 * m->gap_px) / 3, pitch = side + m->gap_px;
    for (int i = 0; i < COUNT_OF(arrows); i++) {
        draw_arrow(
            builder, i,
            (struct rect){all.x + arrows[i].x * pitch, all.y + arrows[i].y * pitch, side, side});
    }
}
