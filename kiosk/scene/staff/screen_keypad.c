// SPDX-License-Identifier: MIT
// The staff PIN, over the darkened screen: a keypad, and a dot for each digit. A patient may stand
// here too, so urgent help stays in its place and "cancel" is the largest word beside the keys.
// Which digits were typed never comes as far as this.
#include "scene/staff/staff_builders.h"
#include "scene/staff/staff_widgets.h"

#include "content/limits.h"

struct keypad {
    struct rect box, words, keys; // `keys` is empty where there is nothing to type
    int key_w, key_h, gap;
    struct label heading, text;
    struct button cancel;
    bool is_upright; // words above the keys
};

enum { COLUMNS = 3, ROWS = 4 };
static const double KEY_W_U = 15.0, KEY_H_U = 13.0;
static const double WORDS_W_U = 58.0;

// The PIN is chosen, not asked for.
static bool is_first(enum staff_pin pin) {
    return pin >= STAFF_PIN_NEW;
}

static bool is_missing(enum staff_pin pin) {
    return pin == STAFF_PIN_IS_UNSET || pin == STAFF_PIN_IS_UNASKED;
}

static bool has_keys(const struct scene_builder *builder) {
    enum staff_pin pin = builder->source->staff->pin;
    return pin == STAFF_PIN_ASKED || pin == STAFF_PIN_WAS_WRONG || is_first(pin);
}

static const char *text_of(const struct scene_builder *builder) {
    const struct staff_scene *staff = builder->source->staff;
    switch (staff->pin) {
    case STAFF_PIN_WAS_WRONG:
        return staff_word_with_count(builder, STAFF_PIN_WRONG, "{tries}", staff->tries_left);
    case STAFF_PIN_IS_CLOSED:
        return staff_word_with(builder, STAFF_PIN_CLOSED, "{time}",
                               staff_time(builder, staff->wait_s));
    case STAFF_PIN_IS_UNASKED:
        return staff_word(builder, STAFF_PIN_UNASKED);
    case STAFF_PIN_IS_UNSET:
        return staff_word(builder, STAFF_PIN_UNSET);
    case STAFF_PIN_FAILS:
        return staff_word(builder, STAFF_PIN_BROKEN);
    case STAFF_PIN_NEW:
        return staff_word(builder, STAFF_PIN_NEW_TEXT);
    case STAFF_PIN_AGAIN:
        return staff_word(builder, STAFF_PIN_AGAIN_TEXT);
    case STAFF_PIN_REFUSED:
        return staff->detail;
    case STAFF_PIN_DIFFERS:
        return staff_word(builder, STAFF_PIN_DIFFERS_TEXT);
    default:
        return staff_word(builder, staff->is_for_stick ? STAFF_PIN_FOR_STICK : STAFF_PIN_FOR_MENU);
    }
}

static enum staff_word heading_of(const struct scene_builder *builder) {
    enum staff_pin pin = builder->source->staff->pin;
    return pin == STAFF_PIN_IS_CLOSED ? STAFF_PIN_CLOSED_HEADING
           : is_missing(pin)          ? STAFF_PIN_UNSET_HEADING
           : is_first(pin)            ? STAFF_PIN_NEW_HEADING
                                      : STAFF_PIN_HEADING;
}

static int pad_px(const struct scene_builder *builder) {
    return builder_px(builder, builder_metrics(builder)->is_cramped ? 2.0 : 4.0);
}

static struct rect room_of(const struct scene_builder *builder) {
    const struct metrics *m = builder_metrics(builder);
    int bottom = navigation_top_px(builder) - m->gap_px;
    return (struct rect){m->margin_px, m->edge_gap_px, m->width_px - 2 * m->margin_px,
                         bottom - m->edge_gap_px};
}

static int at_least(int value, int least) {
    return value > least ? value : least;
}

// Keys are as high as the design asks, or 20 mm, or what the room leaves them.
static void plan_keys(const struct scene_builder *builder, struct keypad *pad, int height_px) {
    const struct metrics *m = builder_metrics(builder);
    pad->gap = m->gap_px;
    int most = (height_px - (ROWS - 1) * pad->gap) / ROWS;
    pad->key_h = at_least(builder_px(builder, KEY_H_U), m->primary_px);
    pad->key_h = pad->key_h < most ? pad->key_h : most;
    pad->key_w = at_least(builder_px(builder, KEY_W_U), m->primary_px);
    pad->keys = (struct rect){0, 0, COLUMNS * pad->key_w + (COLUMNS - 1) * pad->gap,
                              ROWS * pad->key_h + (ROWS - 1) * pad->gap};
}

static void plan_words(const struct scene_builder *builder, struct keypad *pad, int width_px) {
    const struct metrics *m = builder_metrics(builder);
    enum staff_pin pin = builder->source->staff->pin;
    bool is_bad = pin != STAFF_PIN_ASKED && pin != STAFF_PIN_NEW && pin != STAFF_PIN_AGAIN;
    struct look heading = {m->is_cramped ? m->label_px * 5 / 4 : m->title_px * 9 / 10, WEIGHT_BOLD,
                           COLOUR_INK, ALIGN_START};
    struct look text = {m->is_cramped ? m->small_px : m->body_px, WEIGHT_REGULAR,
                        is_bad ? COLOUR_URGENT : COLOUR_INK, ALIGN_START};
    pad->heading = builder_wrap(builder, str_from(staff_word(builder, heading_of(builder))),
                                heading, width_px);
    pad->text = builder_wrap(builder, str_from(text_of(builder)), text, width_px);
    pad->cancel =
        (struct button){.kind = BUTTON_PLAIN,
                        .action = {ACTION_STAFF_CLOSE, 0},
                        .words = staff_word(builder, is_first(pin) ? STAFF_LATER : STAFF_CANCEL)};
    button_plan(builder, &pad->cancel);
}

static int dots_px(const struct scene_builder *builder) {
    return builder_px(builder, 4.0);
}

static int cancel_gap_px(const struct scene_builder *builder) {
    return builder_px(builder, builder_metrics(builder)->is_cramped ? 2.4 : 5.0);
}

static int words_height(const struct scene_builder *builder, const struct keypad *pad) {
    int height = pad->heading.height_px + builder_px(builder, 1.6) + pad->text.height_px +
                 cancel_gap_px(builder) + pad->cancel.height_px;
    return height + (pad->keys.w > 0 ? dots_px(builder) + builder_px(builder, 2.4) : 0);
}

static void place_beside(const struct scene_builder *builder, struct keypad *pad,
                         struct rect room) {
    int in = pad_px(builder);
    int between = builder_px(builder, 8);
    int most = room.w - 2 * in - (pad->keys.w > 0 ? pad->keys.w + between : 0);
    int words = builder_px(builder, WORDS_W_U);
    words = words < most ? words : most;
    plan_words(builder, pad, words);
    int inner_h = at_least(pad->keys.h, words_height(builder, pad));
    int inner_w = words + (pad->keys.w > 0 ? between + pad->keys.w : 0);
    pad->box =
        (struct rect){room.x + (room.w - inner_w) / 2 - in, room.y + (room.h - inner_h) / 2 - in,
                      inner_w + 2 * in, inner_h + 2 * in};
    pad->words = (struct rect){pad->box.x + in, pad->box.y + in, words, inner_h};
    pad->keys.x = pad->words.x + words + between;
    pad->keys.y = pad->box.y + in + (inner_h - pad->keys.h) / 2;
}

static void place_above(const struct scene_builder *builder, struct keypad *pad, struct rect room) {
    int in = pad_px(builder);
    int between = builder_px(builder, 4);
    int words = room.w - 2 * in;
    plan_words(builder, pad, words);
    int height = words_height(builder, pad);
    int inner_h = height + (pad->keys.w > 0 ? between + pad->keys.h : 0);
    int y = room.y + (room.h - inner_h) / 2;
    pad->box = (struct rect){room.x, y - in, room.w, inner_h + 2 * in};
    pad->words = (struct rect){room.x + in, y, words, height};
    pad->keys.x = room.x + (room.w - pad->keys.w) / 2;
    pad->keys.y = y + height + between;
}

static struct keypad plan(const struct scene_builder *builder) {
    struct rect room = room_of(builder);
    struct keypad pad = {.is_upright = builder_metrics(builder)->is_portrait};
    if (has_keys(builder)) {
        plan_keys(builder, &pad, pad.is_upright ? room.h / 2 : room.h - 2 * pad_px(builder));
    }
    if (pad.is_upright) {
        place_above(builder, &pad, room);
    } else {
        place_beside(builder, &pad, room);
    }
    return pad;
}

static void draw_dots(struct scene_builder *builder, struct rect at) {
    int count = builder->view->staff.digit_count;
    int shown = at_least(count, LIMIT_PIN_DIGITS_LEAST);
    int side = dots_px(builder);
    int pitch = side + builder_px(builder, 2.4);
    pitch = shown * pitch > at.w ? at.w / shown : pitch;
    side = side < pitch ? side : pitch - 1;
    for (int i = 0; i < shown; i++) {
        struct rect dot = {at.x + i * pitch, at.y, side, side};
        uint32_t accent = builder_colour(builder, COLOUR_ACCENT);
        struct scene_item *item = builder_box(builder, dot, i < count ? accent : 0, accent);
        item->radius_px = side / 2;
    }
}

static void draw_words(struct scene_builder *builder, const struct keypad *pad) {
    struct rect at = pad->words;
    int spare = at.h - words_height(builder, pad);
    at.y += spare / 2;
    at.h = pad->heading.height_px;
    builder_label(builder, at, &pad->heading);
    at.y += at.h + builder_px(builder, 1.6);
    at.h = pad->text.height_px;
    builder_label(builder, at, &pad->text);
    at.y += at.h;
    if (pad->keys.w > 0) {
        at.y += builder_px(builder, 2.4);
        draw_dots(builder, at);
        at.y += dots_px(builder);
    }
    at.y += cancel_gap_px(builder);
    at.w = pad->cancel.width_px;
    at.h = pad->cancel.height_px;
    button_draw(builder, &pad->cancel, at);
}

static struct button key_at(const struct scene_builder *builder, int index) {
    static const char *const digits[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    if (index == 9) {
        return (struct button){.kind = BUTTON_KEY,
                               .action = {ACTION_PIN_DELETE, 0},
                               .said = staff_word(builder, STAFF_PIN_DELETE),
                               .icon_before = "backspace"};
    }
    if (index == 11) {
        return (struct button){.kind = BUTTON_FILLED,
                               .action = {ACTION_PIN_OK, 0},
                               .words = staff_word(builder, STAFF_PIN_OK)};
    }
    int digit = index == 10 ? 0 : index + 1;
    return (struct button){
        .kind = BUTTON_KEY, .action = {ACTION_PIN_DIGIT, digit}, .words = digits[digit]};
}

static void draw_keys(struct scene_builder *builder, const struct keypad *pad) {
    for (int i = 0; i < COLUMNS * ROWS; i++) {
        struct button key = key_at(builder, i);
        struct rect at = {pad->keys.x + i % COLUMNS * (pad->key_w + pad->gap),
                          pad->keys.y + i / COLUMNS * (pad->key_h + pad->gap), pad->key_w,
                          pad->key_h};
        button_plan(builder, &key);
        button_draw(builder, &key, at);
    }
}

void screen_keypad_build(struct scene_builder *builder) {
    builder->scene->target_count = 0; // what lies below rests
    builder->scene->sliding = (struct rect){0};
    builder->scene->progress = (struct rect){0};
    builder_dim(builder);
    navigation_draw_urgent(builder);
    struct scene_builder plain = *builder;
    plain.language = staff_language();
    struct keypad pad = plan(&plain);
    pad.box = rect_intersection(pad.box, room_of(builder));
    struct scene_item *ground = builder_box(&plain, pad.box, builder_colour(builder, COLOUR_PAPER),
                                            builder_colour(builder, COLOUR_EDGE));
    ground->radius_px = builder_metrics(builder)->panel_radius_px;
    draw_words(&plain, &pad);
    if (pad.keys.w > 0) {
        draw_keys(&plain, &pad);
    }
    builder->items = plain.items;
    builder->targets = plain.targets;
}
