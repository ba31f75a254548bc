// SPDX-License-Identifier: MIT
// Buttons: one shape with several looks, from a table. A pressed button darkens within the frame in
// which the finger came down; a focused one wears a ring.
#include "scene/widgets.h"

#include <assert.h>

struct button_look {
    enum colour fill, edge, ink;
    double pad_u; // left and right of the words
};

static const struct button_look looks[] = {
    [BUTTON_PLAIN] = {COLOUR_PAPER, COLOUR_ACCENT, COLOUR_ACCENT, 3.6},
    [BUTTON_FILLED] = {COLOUR_ACCENT, COLOUR_ACCENT, COLOUR_ON_ACCENT, 3.6},
    [BUTTON_FLOOR] = {COLOUR_FLOOR, COLOUR_ON_FLOOR, COLOUR_ON_FLOOR, 3.6},
    [BUTTON_NEXT] = {COLOUR_NEXT, COLOUR_NEXT, COLOUR_ON_NEXT, 3.6},
    [BUTTON_KEEP] = {COLOUR_SUN_FILL, COLOUR_SUN_FILL, COLOUR_ON_SUN_FILL, 3.6},
    [BUTTON_URGENT] = {COLOUR_URGENT_FILL, COLOUR_URGENT, COLOUR_URGENT, 2.4},
    [BUTTON_HERE] = {COLOUR_URGENT, COLOUR_ON_URGENT, COLOUR_ON_URGENT, 2.4},
    [BUTTON_PILL] = {COLOUR_PAPER, COLOUR_EDGE, COLOUR_INK, 2.8},
    [BUTTON_HELP] = {COLOUR_URGENT_FILL, COLOUR_URGENT, COLOUR_URGENT, 2.8},
    [BUTTON_KEY] = {COLOUR_CARD, COLOUR_EDGE, COLOUR_INK, 2.0},
};
static_assert(COUNT_OF(looks) == BUTTON_KIND_COUNT, "a button has no look");

static const double NARROW_PAD_U = 1.6;
static const double SMALL_LETTER = 0.72; // of the sign "A A", against the larger one

static bool is_pill(const struct button *button) {
    return button->kind == BUTTON_PILL || button->kind == BUTTON_HELP;
}

static int gap_px(const struct scene_builder *builder, const struct button *button) {
    return builder_px(builder, is_pill(button) ? 1.2 : 1.6);
}

static int size_px(const struct scene_builder *builder, const struct button *button) {
    bool is_small = is_pill(button) && button->words;
    return is_small ? builder->metrics->small_px : builder->metrics->label_px;
}

static int icon_px(const struct scene_builder *builder, const struct button *button) {
    return size_px(builder, button) * 5 / 4;
}

static int letters_px(const struct scene_builder *builder, const struct button *button) {
    return (button->words ? builder->metrics->small_px : builder->metrics->label_px) * 7 / 4;
}

static struct look words_look(const struct scene_builder *builder, const struct button *button) {
    int size = size_px(builder, button);
    size = button->kind == BUTTON_KEY ? size * 4 / 3 : size;
    return (struct look){size, WEIGHT_SEMIBOLD, looks[button->kind].ink, ALIGN_CENTRE};
}

static int parts_width(const struct scene_builder *builder, const struct button *button) {
    int icons = (button->icon_before != NULL) + (button->icon_after != NULL);
    int parts = icons + button->has_letters + (button->words != NULL);
    return icons * icon_px(builder, button) +
           (button->has_letters ? letters_px(builder, button) : 0) +
           (button->words ? button->label.width_px : 0) + (parts - 1) * gap_px(builder, button);
}

struct button button_plan(const struct scene_builder *builder, struct button button) {
    const struct metrics *m = builder->metrics;
    double pad_u = button.is_narrow ? NARROW_PAD_U : looks[button.kind].pad_u;
    if (button.words) {
        struct look look = words_look(builder, &button);
        button.label = builder_measure(builder, button.words, look);
    }
    button.height_px = is_pill(&button) ? m->pill_px : m->button_px;
    int width = parts_width(builder, &button) + 2 * builder_px(builder, pad_u);
    button.width_px = int_max(width, button.height_px);
    return button;
}

struct button button_say(const struct scene_builder *builder, enum button_kind kind,
                         enum action_kind action, const char *words) {
    return button_plan(builder,
                       (struct button){.kind = kind, .action = {action, 0}, .words = words});
}

static bool is_back(enum action_kind action) {
    return action == ACTION_BACK || action == ACTION_PAGE_BACK || action == ACTION_CLOSE;
}

struct button button_word(const struct scene_builder *builder, enum button_kind kind,
                          enum action_kind action, enum word word) {
    bool is_on = action == ACTION_NEXT || action == ACTION_PAGE_NEXT || action == ACTION_REFER;
    const char *words = builder_word(builder, word);
    return button_plan(
        builder, (struct button){.kind = kind,
                                 .action = {action, 0},
                                 .words = words,
                                 .said = words,
                                 .icon_before = is_back(action) ? widget_arrow(builder, -1) : NULL,
                                 .icon_after = is_on ? widget_arrow(builder, +1) : NULL});
}

void button_fit(const struct scene_builder *builder, struct button *button, int width_px) {
    *button = button_plan(builder, *button);
    if (button->words && button->width_px > width_px) {
        button->is_narrow = true;
        *button = button_plan(builder, *button);
    }
    if (button->words && button->width_px > width_px) {
        int lines = is_pill(button) ? 1 : 2;
        int room = width_px - (button->width_px - button->label.width_px);
        button->label = builder_fit(builder, str_from(button->words), words_look(builder, button),
                                    (struct fit){int_max(room, 1), lines, 0});
    }
    button->width_px = width_px;
}

void button_row_draw(struct scene_builder *builder, const struct button *buttons, int count,
                     struct rect room) {
    for (int i = 0; i < count; i++) {
        button_draw_start(builder, &buttons[i], &room);
    }
}

void button_row_fill(const struct scene_builder *builder, struct button *buttons, int count,
                     struct rect room) {
    int spare = room.w - button_row_px(builder, buttons, count);
    for (int left = count; left > 0; left--) {
        struct button *button = &buttons[count - left];
        int more = spare / left;
        spare -= more;
        button->width_px += more;
        button->height_px = room.h;
    }
}

// A small and a large A: the sign for the size of text, which needs no translation.
static void draw_letters(struct scene_builder *builder, const struct button *button,
                         struct rect at) {
    struct look look = words_look(builder, button);
    int size = look.size_px;
    look.size_px = (int)(size * SMALL_LETTER);
    struct label small = builder_measure(builder, "A", look);
    look.size_px = (int)(size * 1.2);
    struct label large = builder_measure(builder, "A", look);
    int sink = (int)(0.334 * (size * 1.2 - size * SMALL_LETTER)); // both stand on one line
    builder_label(builder, (struct rect){at.x, at.y + sink, small.width_px, at.h}, &small);
    at.x += at.w - large.width_px;
    at.w = large.width_px;
    builder_label(builder, at, &large);
}

static void draw_icon(struct scene_builder *builder, const struct button *button, const char *name,
                      struct rect *parts) {
    int icon = icon_px(builder, button);
    if (name) {
        struct rect place = builder_take_start(parts, icon, gap_px(builder, button));
        builder_icon(builder, builder_centred(place, icon), name,
                     builder_colour(builder, looks[button->kind].ink));
    }
}

static void draw_ground(struct scene_builder *builder, const struct button *button,
                        struct rect at) {
    const struct button_look *look = &looks[button->kind];
    struct control_look control = {button->action, look->fill, look->ink, look->edge};
    struct scene_item *box = builder_box(builder, at, builder_fill(builder, control),
                                         builder_colour(builder, look->edge));
    box->radius_px = is_pill(button) ? at.h / 2 : box->radius_px;
    int radius = box->radius_px;
    if (action_equals(builder->view->focused, button->action)) {
        builder_focus(builder, at, radius);
    }
}

void button_draw(struct scene_builder *builder, const struct button *button, struct rect at) {
    int gap = gap_px(builder, button);
    struct rect parts = at;
    parts.x += (at.w - parts_width(builder, button)) / 2;
    draw_ground(builder, button, at);
    if (button->has_letters) {
        draw_letters(builder, button, builder_take_start(&parts, letters_px(builder, button), gap));
    }
    draw_icon(builder, button, button->icon_before, &parts);
    if (button->words) {
        builder_label(builder, builder_take_start(&parts, button->label.width_px, gap),
                      &button->label);
    }
    draw_icon(builder, button, button->icon_after, &parts);
    builder_target(builder, at, button->action, button->said ? button->said : button->words);
}

int button_row_px(const struct scene_builder *builder, const struct button *buttons, int count) {
    int width = 0;
    for (int i = 0; i < count; i++) {
        if (buttons[i].action.kind != ACTION_NONE) {
            width += buttons[i].width_px + (width > 0 ? builder->metrics->gap_px : 0);
        }
    }
    return width;
}

void button_draw_start(struct scene_builder *builder, const struct button *button,
                       struct rect *room) {
    if (button->action.kind != ACTION_NONE) {
        struct rect at = builder_take_start(room, button->width_px, builder->metrics->gap_px);
        button_draw(builder, button, builder_centred(at, button->height_px));
    }
}

void button_draw_end(struct scene_builder *builder, const struct button *button,
                     struct rect *room) {
    if (button->action.kind != ACTION_NONE) {
        struct rect at = builder_take_end(room, button->width_px, builder->metrics->gap_px);
        button_draw(builder, button, builder_centred(at, button->height_px));
    }
}

struct button button_arrow(const struct scene_builder *builder, enum action_kind action,
                           const char *said) {
    return button_plan(
        builder, (struct button){.kind = BUTTON_PLAIN,
                                 .action = {action, 0},
                                 .said = said,
                                 .icon_before = widget_arrow(builder, is_back(action) ? -1 : +1)});
}

const char *widget_arrow(const struct scene_builder *builder, int step) {
    bool is_leftwards = (step < 0) != builder->language->words.is_right_to_left;
    return is_leftwards ? "chevron-left" : "chevron-right";
}
