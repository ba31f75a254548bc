// SPDX-License-Identifier: MIT
// One change: the lines of the old card beside those of the new one, or two values. A line that is
// another has a box and a sign of its own, so that nobody has to see colours to find it.
#include "content/diff/card_diff.h"
#include "content/diff/change_words.h"
#include "scene/staff/staff_widgets.h"

enum { SIDES = 2 };
static const char *const signs[SIDES] = {"−", "+"};

static struct rect column_of(const struct scene_builder *builder, struct rect at, int side) {
    int gap = builder_px(builder, 2);
    int width = (at.w - gap) / SIDES;
    return (struct rect){at.x + side * (width + gap), at.y, width, at.h};
}

// Beside the sign.
static struct rect words_room(const struct scene_builder *builder, const struct staff_stack *stack,
                              struct rect column) {
    int pad = builder_tight_px(builder, 0.6, 1.0);
    struct rect room = builder_inset(column, pad);
    builder_take_start(&room, stack->size_px, 0);
    return room;
}

static struct label plan_words(const struct scene_builder *builder, const struct staff_stack *stack,
                               int index, int side) {
    const struct card_pair *pairs = stack->parts, *pair = &pairs[index];
    struct look look = {stack->size_px, pair->is_same ? WEIGHT_REGULAR : WEIGHT_SEMIBOLD,
                        COLOUR_INK, ALIGN_START};
    struct rect room = words_room(builder, stack, column_of(builder, stack->room, side));
    return builder_wrap(builder, side == 0 ? pair->old : pair->now, look, room.w);
}

static int pair_height(const struct scene_builder *builder, const struct staff_stack *stack,
                       int index) {
    struct rect none = words_room(builder, stack, (struct rect){0, 0, stack->room.w, 0});
    int height = int_max(plan_words(builder, stack, index, 0).height_px,
                         plan_words(builder, stack, index, 1).height_px);
    return height - none.h;
}

static void draw_pair(struct scene_builder *builder, const struct staff_stack *stack, int index,
                      struct rect at) {
    const struct card_pair *pairs = stack->parts, *pair = &pairs[index];
    struct look look = {stack->size_px, WEIGHT_BOLD, COLOUR_INK, ALIGN_CENTRE};
    for (int side = 0; side < SIDES; side++) {
        struct rect column = column_of(builder, at, side);
        struct rect room = words_room(builder, stack, column);
        struct label words = plan_words(builder, stack, index, side);
        if (!pair->is_same && words.paragraph.line_count > 0) {
            struct rect sign = {column.x + (room.x - column.x - look.size_px) / 2, column.y,
                                look.size_px, column.h};
            builder_box(builder, column, builder_colour(builder, COLOUR_CARD),
                        builder_colour(builder, COLOUR_INK));
            builder_note(builder, sign, signs[side], look);
        }
        builder_label(builder, room, &words);
    }
}

// The lines of two cards, or the values alone.
static const struct card_pair *find_pairs(const struct scene_builder *builder,
                                          const struct change *change, int *count) {
    struct card_pairs pairs;
    card_diff_pair_lines(&pairs, change->old_card, change->now_card, builder->arena);
    if (pairs.count == 0) {
        *ARENA_ADD(builder->arena, pairs.list, pairs.count) =
            (struct card_pair){.old = str_from(change->old), .now = str_from(change->now)};
    }
    *count = pairs.count;
    return pairs.list;
}

static int draw_headings(struct scene_builder *builder, int y, enum staff_word now) {
    struct look look = {builder->metrics->small_px, WEIGHT_SEMIBOLD, COLOUR_MUTED, ALIGN_START};
    struct rect row = builder_row(builder, y, look.size_px * 3 / 2);
    builder_note(builder, column_of(builder, row, 0), staff_word(builder, STAFF_CHANGE_OLD), look);
    builder_note(builder, column_of(builder, row, 1), staff_word(builder, now), look);
    return row.y + row.h + builder_px(builder, 0.6);
}

static void draw_row(struct scene_builder *builder, const struct change *change) {
    enum action_kind see = change->now_card ? ACTION_SEE_CARDS : ACTION_NONE;
    struct button first = staff_button(builder, BUTTON_PLAIN, see, STAFF_SEE_CARD);
    struct button last =
        staff_button(builder, BUTTON_FILLED, ACTION_PREVIEW_END, STAFF_PREVIEW_END);
    if (change->kind == CHANGE_CONTESTED) {
        first = staff_button(builder, BUTTON_PLAIN, ACTION_CHOOSE, STAFF_KEEP_SCREENS);
        last = staff_button(builder, BUTTON_PLAIN, ACTION_CHOOSE, STAFF_TAKE_STICKS);
        last.action.argument = 1;
    }
    staff_row_draw(builder, first, last);
}

void screen_change_build(struct scene_builder *builder) {
    const struct staff_scene *staff = builder->source->staff;
    const struct change *change = &staff->changes->list[staff->opened];
    struct change_words words = change_words_of(change, staff->words, builder->arena);
    struct staff_stack list = {
        .gap_px = builder_tight_px(builder, 0.3, 0.6), .height = pair_height, .draw = draw_pair};
    enum staff_word now = change->kind == CHANGE_CONTESTED ? STAFF_CHANGE_STICK : STAFF_CHANGE_NOW;
    staff_header_draw(builder, STAFF_UPDATE, STAFF_BACK);
    int y = draw_headings(builder, heading_draw(builder, str_from(words.label)), now);
    const struct card_pair *pairs = find_pairs(builder, change, &list.count);
    for (list.wanted = staff->wanted_row;
         list.wanted >= 0 && pairs[list.wanted].is_same && list.wanted + 1 < list.count;) {
        list.wanted++; // the first that is different
    }
    list.parts = pairs;
    list.room = frame_room(builder, y);
    staff_stack_draw(builder, &list);
    draw_row(builder, change);
}
