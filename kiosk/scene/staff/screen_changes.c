// SPDX-License-Identifier: MIT
// What new content would change: every number and link with a box to tick, then the rest. The
// button that puts it on screen asks for the ticks until all are there.
#include "scene/staff/staff_widgets.h"

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
static struct value_row value_row(const struct scene_builder *builder, const struct change *change,
                                  const char *label) {
    bool is_back = builder->source->staff->is_back;
    return (struct value_row){.label = label,
                              .old = said(builder, change->old),
                              .now = said(builder, change->now),
                              .is_strong = true,
                              .action.kind = is_back ? ACTION_NONE : ACTION_CONFIRM};
}

// What is said of the others: a sentence with `mark` in it for the label, NULL for `where` alone.
static const struct change_words {
    enum staff_word label, now;
    const char *mark;
} change_words[CHANGE_KIND_COUNT] = {
    [CHANGE_CARD_ADDED] = {.now = STAFF_CARD_NEW},
    [CHANGE_CARD_CHANGED] = {.now = STAFF_CARD_LINES},
    [CHANGE_CARD_REMOVED] = {.now = STAFF_CARD_GONE},
    [CHANGE_PICTURE] = {STAFF_PICTURE, STAFF_PICTURE_CHANGED, "{name}"},
    [CHANGE_KEPT] = {.now = STAFF_KEPT},
    [CHANGE_ORDER] = {STAFF_ORDER, STAFF_ORDER_CHANGED, "{}"},
    [CHANGE_LANGUAGE_ADDED] = {STAFF_LANGUAGE, STAFF_LANGUAGE_NEW, "{language}"},
    [CHANGE_LANGUAGE_REMOVED] = {STAFF_LANGUAGE, STAFF_LANGUAGE_GONE, "{language}"},
    [CHANGE_START] = {STAFF_LANGUAGE, STAFF_LANGUAGE_START, "{language}"},
    [CHANGE_SETTING] = {STAFF_SETTING, STAFF_SETTING_CHANGED, "{key}"},
};

static struct value_row row_of(const struct scene_builder *builder, const struct change *change) {
    const struct change_words *words = &change_words[change->kind];
    struct value_row row = {.label = change->where};
    switch (change->kind) {
    case CHANGE_PHONE:
        return value_row(builder, change, staff_word(builder, STAFF_PHONE));
    case CHANGE_CODE:
        return value_row(builder, change, staff_word(builder, STAFF_CODE));
    case CHANGE_NUMBER:
        return value_row(builder, change, titled(builder, change, number_label(builder, change)));
    case CHANGE_CARD_CHANGED:
        row.now = counted(builder, STAFF_CARD_LINE, words->now, change->line_count);
        break;
    case CHANGE_SETTING:
        row.old = change->old ? said(builder, change->old) : NULL;
        row.now = change->now ? said(builder, change->now) : staff_word(builder, words->now);
        break;
    default:
        row.now = staff_word_with_count(builder, words->now, "{count}", change->line_count);
        break;
    }
    if (words->mark) {
        row.label = staff_word_with(builder, words->label, words->mark, change->where);
    }
    row.label = titled(builder, change, row.label);
    return row;
}

// Rows for the changes, how many cards more have one, then what did not change, then where advice
// about the words is.
static struct value_row *build_rows(const struct scene_builder *builder, int *count) {
    const struct staff_scene *staff = builder->source->staff;
    const struct changes *changes = staff->changes;
    int advice = staff_advice_count(staff);
    struct value_row *rows = ARENA_ARRAY(builder->arena, struct value_row, changes->count + 3);
    struct value_row *next = rows + changes->count;
    for (int i = 0; i < changes->count; i++) {
        rows[i] = row_of(builder, &changes->list[i]);
        rows[i].is_ticked = staff->confirmed[i];
        rows[i].action.argument = i;
    }
    if (changes->dropped_count > 0) {
        next++->label = counted(builder, STAFF_MORE_CARD, STAFF_MORE_CARDS, changes->dropped_count);
    }
    if (changes->same_count > 0 && changes->count == 0) {
        next++->label = staff_word(builder, STAFF_SAME_ALL);
    } else if (changes->same_count > 0) {
        next->label = counted(builder, STAFF_SAME_ONE, STAFF_SAME_MANY, changes->same_count);
        next++->now = staff_word(builder, STAFF_SAME);
    }
    if (advice > 0) {
        next->label = counted(builder, STAFF_ADVICE_ONE, STAFF_ADVICE_MANY, advice);
        next->now = staff_word(builder, STAFF_ADVICE_PLACE);
        next++->action.kind = ACTION_ADVICE;
    }
    *count = (int)(next - rows);
    return rows;
}

static struct button asking_button(const struct scene_builder *builder, enum staff_word word) {
    const struct staff_scene *staff = builder->source->staff;
    const char *words = staff_word_with_count(builder, word, "{done}", staff->confirmed_count);
    words = word_with_number(builder, words, "{count}", staff->changes->confirm_count);
    return button_say(builder, BUTTON_PLAIN, ACTION_PUT_ON_SCREEN, words);
}

// In as many words as the row has room for beside its first button.
static struct button put_button(const struct scene_builder *builder, struct button first) {
    const struct staff_scene *staff = builder->source->staff;
    if (staff->is_back || staff->confirmed_count == staff->changes->confirm_count) {
        struct button put = staff_button(builder, BUTTON_FILLED, ACTION_PUT_ON_SCREEN,
                                         staff->is_back ? STAFF_SHOW_THEM : STAFF_PUT_ON_SCREEN);
        put.icon_after = "chevron-right";
        return button_plan(builder, put);
    }
    struct button asking = asking_button(builder, STAFF_CONFIRM_FIRST);
    const struct button both[] = {first, asking};
    bool is_fitting = button_row_px(builder, both, 2) <= navigation_row(builder).w;
    return is_fitting ? asking : asking_button(builder, STAFF_CONFIRM_SHORT);
}

void screen_changes_build(struct scene_builder *builder) {
    const struct staff_scene *staff = builder->source->staff;
    struct staff_stack list = {.wanted = staff->wanted_row};
    struct button first = staff_button(builder, BUTTON_PLAIN, ACTION_SEE_CARDS, STAFF_SEE_CARDS);
    enum staff_word heading = !staff->is_back   ? STAFF_CHANGES_HEADING
                              : staff->is_newer ? STAFF_FORTH_HEADING
                                                : STAFF_BACK_HEADING;
    staff_header_draw(builder, staff->is_back ? STAFF_MENU_NOTE : STAFF_UPDATE, STAFF_CANCEL);
    int y = heading_draw(builder, str_from(staff_word(builder, heading)));
    list.parts = build_rows(builder, &list.count);
    value_list_draw(builder, list, y);
    staff_row_draw(builder, first, put_button(builder, first));
}
