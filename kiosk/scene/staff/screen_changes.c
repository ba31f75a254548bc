// SPDX-License-Identifier: MIT
// What new content would change: every number and link with a box to tick, then the rest. The
// button that puts it on screen asks for the ticks until all are there.
#include "scene/staff/list.h"
#include "scene/staff/staff_builders.h"
#include "scene/staff/staff_widgets.h"

#include <assert.h>

static const char *counted(const struct scene_builder *builder, enum staff_word one,
                           enum staff_word many, int count) {
    return count == 1 ? staff_word(builder, one)
                      : staff_word_with_count(builder, many, "{count}", count);
}

static const char *titled(const struct scene_builder *builder, const struct change *change,
                          const char *title) {
    return change->language ? arena_format(builder->arena, "%s (%s)", title, change->language)
                            : title;
}

// What is empty is said in a word.
static const char *said(const struct scene_builder *builder, const char *value) {
    return value && value[0] ? value : staff_word(builder, STAFF_NOTHING);
}

static const char *number_label(const struct scene_builder *builder, const struct change *change) {
    int others = change->card_count - 1;
    enum staff_word word = others <= 0   ? STAFF_NUMBER_IN
                           : others == 1 ? STAFF_NUMBER_IN_TWO
                                         : STAFF_NUMBER_IN_MANY;
    const char *words = staff_word_with(builder, word, "{card}", change->where);
    return others > 1 ? word_with_number(builder, words, "{count}", others) : words;
}

// A number or a code: old and new, and a box to tick.
static struct list_row value_row(const struct scene_builder *builder, const struct change *change,
                                 const char *label) {
    return (struct list_row){.label = label,
                             .old = said(builder, change->old),
                             .now = said(builder, change->now),
                             .is_strong = true,
                             .has_tick = !builder->source->staff->is_back};
}

static struct list_row row_of(const struct scene_builder *builder, const struct change *change) {
    struct list_row row = {.label = change->where};
    switch (change->kind) {
    case CHANGE_PHONE:
        return value_row(builder, change, staff_word(builder, STAFF_PHONE));
    case CHANGE_CODE:
        return value_row(builder, change, staff_word(builder, STAFF_CODE));
    case CHANGE_NUMBER:
        return value_row(builder, change, titled(builder, change, number_label(builder, change)));
    case CHANGE_CARD_ADDED:
        row.now = staff_word(builder, STAFF_CARD_NEW);
        break;
    case CHANGE_CARD_CHANGED:
        row.now = counted(builder, STAFF_CARD_LINE, STAFF_CARD_LINES, change->line_count);
        break;
    case CHANGE_CARD_REMOVED:
        row.now = staff_word(builder, STAFF_CARD_GONE);
        break;
    case CHANGE_PICTURE:
        row.label = staff_word_with(builder, STAFF_PICTURE, "{name}", change->where);
        row.now = staff_word(builder, STAFF_PICTURE_CHANGED);
        break;
    case CHANGE_ORDER:
        row.label = staff_word(builder, STAFF_ORDER);
        row.now = staff_word(builder, STAFF_ORDER_CHANGED);
        break;
    case CHANGE_LANGUAGE_ADDED:
        row.label = staff_word_with(builder, STAFF_LANGUAGE, "{language}", change->where);
        row.now = staff_word_with_count(builder, STAFF_LANGUAGE_NEW, "{count}", change->line_count);
        break;
    case CHANGE_LANGUAGE_REMOVED:
        row.label = staff_word_with(builder, STAFF_LANGUAGE, "{language}", change->where);
        row.now = staff_word(builder, STAFF_LANGUAGE_GONE);
        break;
    case CHANGE_START:
        row.label = staff_word_with(builder, STAFF_LANGUAGE, "{language}", change->where);
        row.now = staff_word(builder, STAFF_LANGUAGE_START);
        break;
    case CHANGE_SETTING:
        row.label = staff_word_with(builder, STAFF_SETTING, "{key}", change->where);
        row.old = change->old ? said(builder, change->old) : NULL;
        row.now =
            change->now ? said(builder, change->now) : staff_word(builder, STAFF_SETTING_CHANGED);
        return row;
    case CHANGE_KIND_COUNT:
        break;
    }
    row.label = titled(builder, change, row.label);
    return row;
}

static int advice_count(const struct staff_scene *staff) {
    const struct findings *findings = staff->findings;
    return findings ? findings->count + findings->dropped_count - findings->error_count : 0;
}

// Rows for the changes, how many cards more have one, then what did not change, then where advice
// about the words is.
static struct list_row *build_rows(const struct scene_builder *builder, int *count) {
    const struct staff_scene *staff = builder->source->staff;
    const struct changes *changes = staff->changes;
    struct list_row *rows = ARENA_ARRAY(builder->arena, struct list_row, changes->count + 3);
    for (*count = 0; *count < changes->count; (*count)++) {
        rows[*count] = row_of(builder, &changes->list[*count]);
        rows[*count].is_ticked = staff->confirmed[*count];
        rows[*count].action = (struct action){ACTION_CONFIRM, *count};
    }
    if (changes->dropped_count > 0) {
        rows[(*count)++] = (struct list_row){
            .label = counted(builder, STAFF_MORE_CARD, STAFF_MORE_CARDS, changes->dropped_count)};
    }
    if (changes->same_count > 0 && changes->count == 0) {
        rows[(*count)++] = (struct list_row){.label = staff_word(builder, STAFF_SAME_ALL)};
    } else if (changes->same_count > 0) {
        rows[(*count)++] = (struct list_row){
            .label = counted(builder, STAFF_SAME_ONE, STAFF_SAME_MANY, changes->same_count),
            .now = staff_word(builder, STAFF_SAME)};
    }
    if (advice_count(staff) > 0) {
        rows[(*count)++] = (struct list_row){
            .label = counted(builder, STAFF_ADVICE_ONE, STAFF_ADVICE_MANY, advice_count(staff)),
            .now = staff_word(builder, STAFF_ADVICE_PLACE),
            .opens = true,
            .action = {ACTION_ADVICE, 0}};
    }
    return rows;
}

static struct button asking_button(const struct scene_builder *builder, enum staff_word word) {
    const struct staff_scene *staff = builder->source->staff;
    const char *words = staff_word_with_count(builder, word, "{done}", staff->confirmed_count);
    struct button button = {
        .kind = BUTTON_PLAIN,
        .action = {ACTION_PUT_ON_SCREEN, 0},
        .words = word_with_number(builder, words, "{count}", staff->changes->confirm_count)};
    button_plan(builder, &button);
    return button;
}

// In as many words as the row has room for beside its first button.
static struct button put_button(const struct scene_builder *builder, struct button first) {
    const struct metrics *m = builder_metrics(builder);
    const struct staff_scene *staff = builder->source->staff;
    if (staff->is_back || staff->confirmed_count == staff->changes->confirm_count) {
        return (struct button){
            .kind = BUTTON_FILLED,
            .action = {ACTION_PUT_ON_SCREEN, 0},
            .words = staff_word(builder, staff->is_back ? STAFF_SHOW_THEM : STAFF_PUT_ON_SCREEN),
            .icon_after = "chevron-right"};
    }
    button_plan(builder, &first);
    struct button asking = asking_button(builder, STAFF_CONFIRM_FIRST);
    int room = m->width_px - 2 * m->margin_px - first.width_px - m->gap_px;
    return asking.width_px <= room ? asking : asking_button(builder, STAFF_CONFIRM_SHORT);
}

static enum staff_word heading_of(const struct staff_scene *staff) {
    return !staff->is_back   ? STAFF_CHANGES_HEADING
           : staff->is_newer ? STAFF_FORTH_HEADING
                             : STAFF_BACK_HEADING;
}

void screen_changes_build(struct scene_builder *builder) {
    const struct metrics *m = builder_metrics(builder);
    const struct staff_scene *staff = builder->source->staff;
    struct list list = {.wanted = staff->wanted_row};
    staff_header_draw(builder, staff->is_back ? STAFF_MENU_NOTE : STAFF_UPDATE, STAFF_CANCEL);
    int y = heading_draw(builder, str_from(staff_word(builder, heading_of(staff))));
    list.rows = build_rows(builder, &list.count);
    list.room = (struct rect){m->margin_px, y, m->width_px - 2 * m->margin_px,
                              navigation_content_bottom_px(builder) - y};
    list_draw(builder, &list);
    struct button first = {.kind = BUTTON_PLAIN,
                           .action = {ACTION_SEE_CARDS, 0},
                           .words = staff_word(builder, STAFF_SEE_CARDS)};
    staff_row_draw(builder,
                   &(struct staff_row){.first = first, .last = put_button(builder, first)});
}
