// SPDX-License-Identifier: MIT
// The staff PIN, over the darkened screen: a keypad, and a dot for each digit. A patient may stand
// here too, so urgent help stays in its place and "cancel" is the largest word beside the keys.
// Which digits were typed never comes as far as this.
#include "scene/staff/staff_widgets.h"

#include "content/limits.h"
#include "content/words/words.h"

#include <assert.h>

struct keypad {
    struct rect box, words, keys; // `keys` is empty where there is nothing to type
    int key_w, key_h, cancel_gap;
    struct label heading, text;
    struct button cancel;
};

enum { COLUMNS = 3, ROWS = 4 };
static const double KEY_W_U = 15.0, KEY_H_U = 13.0;
static const double WORDS_W_U = 58.0, DOT_U = 4.0;

static const struct pin_look {
    enum staff_word heading, text;
    bool has_keys, is_bad;
} looks[] = {
    [STAFF_PIN_ASKED] = {STAFF_PIN_HEADING, STAFF_PIN_FOR_MENU, true, false},
    [STAFF_PIN_WAS_WRONG] = {STAFF_PIN_HEADING, STAFF_PIN_WRONG, true, true},
    [STAFF_PIN_IS_CLOSED] = {STAFF_PIN_CLOSED_HEADING, STAFF_PIN_CLOSED, false, true},
    [STAFF_PIN_IS_UNSET] = {STAFF_PIN_UNSET_HEADING, STAFF_PIN_UNSET, false, true},
    [STAFF_PIN_IS_UNASKED] = {STAFF_PIN_UNSET_HEADING, STAFF_PIN_UNASKED, false, true},
    [STAFF_PIN_FAILS] = {STAFF_PIN_HEADING, STAFF_PIN_BROKEN, false, true},
    [STAFF_PIN_NEW] = {STAFF_PIN_NEW_HEADING, STAFF_PIN_WANTED_TEXT, true, false},
    [STAFF_PIN_AGAIN] = {STAFF_PIN_NEW_HEADING, STAFF_PIN_AGAIN_TEXT, true, false},
    [STAFF_PIN_REFUSED] = {STAFF_PIN_NEW_HEADING, STAFF_PIN_NEW_TEXT, true, true},
    [STAFF_PIN_DIFFERS] = {STAFF_PIN_NEW_HEADING, STAFF_PIN_DIFFERS_TEXT, true, true},
};
static_assert(COUNT_OF(looks) == STAFF_PIN_COUNT, "an answer has no look");

static const struct pin_look *look_of(const struct scene_builder *builder) {
    return &looks[builder->source->staff->pin];
}

static const enum staff_word errands[] = {
    [ERRAND_STICK] = STAFF_PIN_FOR_STICK,
    [ERRAND_MENU] = STAFF_PIN_FOR_MENU,
    [ERRAND_NEW_PIN] = STAFF_PIN_FOR_NEW,
};
static_assert(COUNT_OF(errands) == ERRAND_COUNT, "an errand has no words");

// "4 min" or "12 s".
static const char *time_of(const struct scene_builder *builder, int seconds) {
    bool is_long = seconds >= 60;
    return staff_word_with_count(builder, is_long ? STAFF_MINUTES : STAFF_SECONDS, "{count}",
                                 is_long ? (seconds + 59) / 60 : seconds);
}

static const char *text_of(const struct scene_builder *builder) {
    const struct staff_scene *staff = builder->source->staff;
    if (staff->pin == STAFF_PIN_REFUSED) {
        return staff->detail;
    }
    bool is_change = staff->pin == STAFF_PIN_NEW && staff->errand == ERRAND_NEW_PIN;
    enum staff_word word = staff->pin == STAFF_PIN_ASKED ? errands[staff->errand]
                           : is_change                   ? STAFF_PIN_NEW_TEXT
                                                         : look_of(builder)->text;
    const char *words = staff_word_with_count(builder, word, "{tries}", staff->tries_left);
    const char *owner = builder->source->deck->settings.content_owner;
    owner = owner[0] ? owner : staff_word(builder, STAFF_PIN_OWNER);
    words = word_fill(words, "{owner}", owner, builder->arena);
    return word_fill(words, "{time}", time_of(builder, staff->wait_s), builder->arena);
}

static struct rect keypad_room(const struct scene_builder *builder) {
    struct rect room = navigation_row(builder);
    int bottom = room.y - builder->metrics->gap_px;
    room.y = builder->metrics->edge_gap_px;
    room.h = bottom - room.y;
    return room;
}

// Keys are as high as the design asks, or 20 mm, or what the room leaves them.
static void plan_keys(const struct scene_builder *builder, struct keypad *pad, int height_px) {
    const struct metrics *m = builder->metrics;
    int gap = m->gap_px;
    int most = (height_px - (ROWS - 1) * gap) / ROWS;
    pad->key_h = int_min(int_max(builder_px(builder, KEY_H_U), m->primary_px), most);
    pad->key_w = int_max(builder_px(builder, KEY_W_U), m->primary_px);
    pad->keys.w = COLUMNS * pad->key_w + (COLUMNS - 1) * gap;
    pad->keys.h = ROWS * pad->key_h + (ROWS - 1) * gap;
}

// The words, and how high they are with the dots and the way out.
static void plan_words(const struct scene_builder *builder, struct keypad *pad, int width_px) {
    const struct metrics *m = builder->metrics;
    bool is_first = builder->source->staff->pin >= STAFF_PIN_NEW; // it is chosen, not asked for
    struct look heading = {m->is_cramped ? m->label_px * 5 / 4 : m->title_px * 9 / 10, WEIGHT_BOLD,
                           COLOUR_INK, ALIGN_START};
    struct look text = {m->is_cramped ? m->small_px : m->body_px, WEIGHT_REGULAR,
                        look_of(builder)->is_bad ? COLOUR_URGENT : COLOUR_INK, ALIGN_START};
    struct str words = str_from(staff_word(builder, look_of(builder)->heading));
    pad->heading = builder_wrap(builder, words, heading, width_px);
    pad->text = builder_wrap(builder, str_from(text_of(builder)), text, width_px);
    pad->cancel = staff_button(builder, BUTTON_PLAIN, ACTION_STAFF_CLOSE,
                               is_first ? STAFF_LATER : STAFF_CANCEL);
    pad->cancel_gap = builder_tight_px(builder, 2.4, 5.0);
    pad->words.w = width_px;
    pad->words.h = pad->heading.height_px + builder_px(builder, 1.6) + pad->text.height_px +
                   pad->cancel_gap + pad->cancel.height_px;
    pad->words.h += pad->keys.w > 0 ? builder_px(builder, DOT_U) + builder_px(builder, 2.4) : 0;
}

// The words beside the keys or, on a portrait screen, above them.
static struct keypad plan(const struct scene_builder *builder) {
    bool is_upright = builder->metrics->is_portrait;
    struct rect room = keypad_room(builder);
    struct keypad pad = {0};
    int in = builder_tight_px(builder, 2.0, 4.0), most = room.w - 2 * in;
    if (look_of(builder)->has_keys) {
        plan_keys(builder, &pad, is_upright ? room.h / 2 : room.h - 2 * in);
    }
    int between = pad.keys.w > 0 ? builder_px(builder, is_upright ? 4 : 8) : 0;
    int beside = is_upright ? 0 : pad.keys.w + between;
    int above = is_upright ? pad.keys.h + between : 0;
    int widest = is_upright ? most : builder_px(builder, WORDS_W_U);
    plan_words(builder, &pad, int_min(widest, most - beside));
    struct rect inner = {.w = pad.words.w + beside};
    inner.h = is_upright ? pad.words.h + above : int_max(pad.keys.h, pad.words.h);
    inner.x = room.x + (room.w - inner.w) / 2;
    inner.y = room.y + (room.h - inner.h) / 2;
    pad.box = builder_inset(inner, -in);
    pad.words.x = inner.x;
    pad.words.y = inner.y + (inner.h - above - pad.words.h) / 2;
    pad.keys.x = inner.x + (inner.w - pad.keys.w) / (is_upright ? 2 : 1);
    pad.keys.y = inner.y + (inner.h - pad.keys.h) / (is_upright ? 1 : 2);
    return pad;
}

static void draw_dots(struct scene_builder *builder, struct rect at) {
    uint32_t accent = builder_colour(builder, COLOUR_ACCENT);
    int count = builder->view->digit_count;
    int shown = int_max(count, LIMIT_PIN_DIGITS_LEAST);
    int pitch = int_min(builder_px(builder, DOT_U) + builder_px(builder, 2.4), at.w / shown);
    int side = int_min(builder_px(builder, DOT_U), pitch - 1);
    for (int i = 0; i < shown; i++) {
        struct rect dot = {at.x + i * pitch, at.y, side, side};
        builder_box(builder, dot, i < count ? accent : 0, accent)->radius_px = side / 2;
    }
}

static void draw_words(struct scene_builder *builder, const struct keypad *pad) {
    struct rect at = pad->words;
    at.y = builder_below(builder, at, &pad->heading) + builder_px(builder, 1.6);
    at.y = builder_below(builder, at, &pad->text);
    if (pad->keys.w > 0) {
        at.y += builder_px(builder, 2.4);
        draw_dots(builder, at);
        at.y += builder_px(builder, DOT_U);
    }
    at.y += pad->cancel_gap;
    at.h = pad->cancel.height_px;
    button_draw_start(builder, &pad->cancel, &at);
}

static struct button key_at(const struct scene_builder *builder, int index) {
    int digit = index == 10 ? 0 : index + 1;
    struct button key = {.kind = BUTTON_KEY,
                         .action = {ACTION_PIN_DIGIT, digit},
                         .words = arena_format(builder->arena, "%d", digit)};
    if (index == 9) {
        key = (struct button){.kind = BUTTON_KEY,
                              .action = {ACTION_PIN_DELETE, 0},
                              .said = staff_word(builder, STAFF_PIN_DELETE),
                              .icon_before = "backspace"};
    } else if (index == 11) {
        key = staff_button(builder, BUTTON_FILLED, ACTION_PIN_OK, STAFF_PIN_OK);
    }
    return button_plan(builder, key);
}

static void draw_keys(struct scene_builder *builder, const struct keypad *pad) {
    int gap = builder->metrics->gap_px;
    for (int i = 0; i < COLUMNS * ROWS; i++) {
        struct button key = key_at(builder, i);
        button_draw(builder, &key,
                    (struct rect){pad->keys.x + i % COLUMNS * (pad->key_w + gap),
                                  pad->keys.y + i / COLUMNS * (pad->key_h + gap), pad->key_w,
                                  pad->key_h});
    }
}

void screen_keypad_build(struct scene_builder *builder) {
    builder_cover(builder);
    navigation_draw_urgent(builder);
    struct rect room = keypad_room(builder);
    builder->language = staff_language();
    struct keypad pad = plan(builder);
    struct scene_item *sheet =
        builder_box(builder, rect_intersection(pad.box, room),
                    builder_colour(builder, COLOUR_PAPER), builder_colour(builder, COLOUR_EDGE));
    sheet->radius_px = builder_px(builder, 3);
    draw_words(builder, &pad);
    if (pad.keys.w > 0) {
        draw_keys(builder, &pad);
    }
}
