// SPDX-License-Identifier: MIT
// Buttons: one shape with several looks, from a table. A pressed button darkens within the frame in
// which the finger came down; a focused one wears a ring.
#include "scene/widgets.h"

#include <assert.h>
#include <string.h>

struct button_look {
    enum colour fill, edge, ink;
    bool has_fill;
    double pad_u; // left and right of the words
};

static const struct button_look looks[] = {
    [BUTTON_PLAIN] = {COLOUR_PAPER, COLOUR_ACCENT, COLOUR_ACCENT, true, 3.6},
    [BUTTON_FILLED] = {COLOUR_ACCENT, COLOUR_ACCENT, COLOUR_ON_ACCENT, true, 3.6},
    [BUTTON_URGENT] = {COLOUR_URGENT_FILL, COLOUR_URGENT, COLOUR_URGENT, true, 3.6},
    [BUTTON_HERE] = {COLOUR_URGENT, COLOUR_URGENT, COLOUR_ON_URGENT, true, 3.6},
    [BUTTON_PILL] = {COLOUR_PAPER, COLOUR_EDGE, COLOUR_INK, true, 2.8},
    [BUTTON_HELP] = {COLOUR_URGENT_FILL, COLOUR_URGENT, COLOUR_URGENT, true, 2.8},
    [BUTTON_ROUND] = {COLOUR_PAPER, COLOUR_ACCENT, COLOUR_ACCENT, true, 2.0},
    [BUTTON_KEY] = {COLOUR_CARD, COLOUR_EDGE, COLOUR_INK, true, 2.0},
};
static_assert(COUNT_OF(looks) == BUTTON_KIND_COUNT, "a button has no look");

static const double NARROW_PAD_U = 1.6;
static const double LEAST_WORDS_U = 2.6; // no letter of any screen is smaller
static const double SMALL_LETTER = 0.72; // of the sign "A A", against the larger one
enum { PRESSED_PERCENT = 18 };

static bool is_pill(const struct button *button) {
    return button->kind == BUTTON_PILL || button->kind == BUTTON_HELP;
}

static int icon_px(const struct scene_builder *builder, const struct button *button) {
    const struct metrics *m = builder_metrics(builder);
    bool is_small = is_pill(button) && button->words;
    return (is_small ? m->small_px : m->label_px) * 5 / 4;
}

static int letters_px(const struct scene_builder *builder, const struct button *button) {
    const struct metrics *m = builder_metrics(builder);
    return (button->words ? m->small_px : m->label_px) * 7 / 4;
}

static struct look words_look(const struct scene_builder *builder, const struct button *button) {
    const struct metrics *m = builder_metrics(builder);
    int size = is_pill(button) && button->words ? m->small_px : m->label_px;
    return (struct look){
        .size_px = button->words_px             ? button->words_px
                   : button->kind == BUTTON_KEY ? size * 4 / 3
                                                : size,
        .weight = WEIGHT_SEMIBOLD,
        .colour = looks[button->kind].ink,
        .align = ALIGN_CENTRE,
    };
}

static int parts_width(const struct scene_builder *builder, const struct button *button) {
    int gap = builder_px(builder, is_pill(button) ? 1.2 : 1.6);
    int width = 0;
    if (button->has_letters) {
        width += letters_px(builder, button) + gap;
    }
    if (button->icon_before) {
        width += icon_px(builder, button) + gap;
    }
    if (button->words) {
        width += button->label.width_px + gap;
    }
    if (button->icon_after) {
        width += icon_px(builder, button) + gap;
    }
    return width - gap;
}

// Words part only at spaces: no line is shorter than the longest of them.
static struct label plan_narrow(const struct scene_builder *builder, const char *words,
                                struct look look) {
    int width = 1;
    for (const char *word = words; *word;) {
        size_t size = strcspn(word, " ");
        const char *alone = arena_text(builder->arena, (struct str){word, size});
        int word_px = builder_measure(builder, alone, look).width_px;
        width = word_px > width ? word_px : width;
        word += size + strspn(word + size, " ");
    }
    struct label label = builder_wrap(builder, str_from(words), look, width);
    while (label.paragraph.is_torn) { // beside its neighbours a word may be a little wider
        width += look.size_px / 8 + 1;
        label = builder_wrap(builder, str_from(words), look, width);
    }
    return label;
}

static double pad_u(const struct button *button) {
    return button->is_narrow ? NARROW_PAD_U : looks[button->kind].pad_u;
}

void button_plan(const struct scene_builder *builder, struct button *button) {
    const struct metrics *m = builder_metrics(builder);
    if (button->words) {
        struct look look = words_look(builder, button);
        button->label = button->is_narrow ? plan_narrow(builder, button->words, look)
                                          : builder_measure(builder, button->words, look);
    }
    button->height_px = is_pill(button) ? m->pill_px : m->button_px;
    if (button->kind == BUTTON_ROUND) {
        int round_px = builder_px(builder, 9.0);
        button->height_px = round_px < m->hit_px ? m->hit_px : round_px;
    }
    int width = parts_width(builder, button) + 2 * builder_px(builder, pad_u(button));
    button->width_px = width > button->height_px ? width : button->height_px;
}

bool button_shrink(const struct scene_builder *builder, struct button *button) {
    int size = words_look(builder, button).size_px * 19 / 20;
    if (!button->words || size < builder_px(builder, LEAST_WORDS_U)) {
        return false;
    }
    button->is_narrow = true;
    button->words_px = size;
    button_plan(builder, button);
    return true;
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
    struct rect box = {at.x, at.y, small.width_px, at.h};
    box.y += (int)(0.334 * (size * 1.2 - size * SMALL_LETTER)); // both stand on one line
    builder_label(builder, box, &small);
    struct rect right = {at.x + letters_px(builder, button) - large.width_px, at.y, large.width_px,
                         at.h};
    builder_label(builder, right, &large);
}

static void draw_focus(struct scene_builder *builder, struct rect at, int radius_px) {
    int out = builder_px(builder, 0.8);
    struct rect ring = {at.x - out, at.y - out, at.w + 2 * out, at.h + 2 * out};
    struct scene_item *item = builder_box(builder, ring, 0, builder_colour(builder, COLOUR_FOCUS));
    item->edge_px = builder_px(builder, 0.5);
    item->radius_px = radius_px + out;
    item->is_decoration = true;
}

static void draw_ground(struct scene_builder *builder, const struct button *button,
                        struct rect at) {
    const struct button_look *look = &looks[button->kind];
    uint32_t fill = builder_colour(builder, look->fill);
    if (action_equals(builder->view->pressed, button->action)) {
        fill = theme_mix(fill, builder_colour(builder, look->ink), PRESSED_PERCENT);
    }
    struct scene_item *box = builder_box(builder, at, fill, builder_colour(builder, look->edge));
    bool is_round = is_pill(button) || button->kind == BUTTON_ROUND;
    if (is_round) {
        box->radius_px = at.h / 2;
    }
    if (action_equals(builder->view->focused, button->action)) {
        draw_focus(builder, at, is_round ? at.h / 2 : builder_metrics(builder)->button_radius_px);
    }
}

static struct rect middle(struct rect at, int x, int side) {
    return (struct rect){x, at.y + (at.h - side) / 2, side, side};
}

void button_draw(struct scene_builder *builder, const struct button *button, struct rect at) {
    draw_ground(builder, button, at);
    uint32_t ink = builder_colour(builder, looks[button->kind].ink);
    int gap = builder_px(builder, is_pill(button) ? 1.2 : 1.6);
    int icon = icon_px(builder, button);
    int x = at.x + (at.w - parts_width(builder, button)) / 2;
    if (button->has_letters) {
        draw_letters(builder, button, (struct rect){x, at.y, letters_px(builder, button), at.h});
        x += letters_px(builder, button) + gap;
    }
    if (button->icon_before) {
        builder_icon(builder, middle(at, x, icon), button->icon_before, ink);
        x += icon + gap;
    }
    if (button->words) {
        struct rect box = {x, at.y, button->label.width_px, at.h};
        builder_label(builder, box, &button->label);
        x += button->label.width_px + gap;
    }
    if (button->icon_after) {
        builder_icon(builder, middle(at, x, icon), button->icon_after, ink);
    }
    const char *said = button->said ? button->said : button->words;
    builder_target(builder, at, button->action, said);
}

const char *widget_forward_icon(const struct scene_builder *builder) {
    return builder->language->words.is_right_to_left ? "chevron-left" : "chevron-right";
}

const char *widget_backward_icon(const struct scene_builder *builder) {
    return builder->language->words.is_right_to_left ? "chevron-right" : "chevron-left";
}
