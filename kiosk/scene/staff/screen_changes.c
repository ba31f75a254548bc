// SPDX-License-Identifier: MIT
// What new content would change: every number and link with a box to tick, then the rest. The
// button that puts it on screen asks for the ticks until all are there.
#include "content/diff/change_words.h"
#include "scene/staff/staff_widgets.h"

static const char *counted(const struct scene_builder *builder, enum staff_word one,
                           enum staff_word many, int count) {
    return count == 1 ? staff_word(builder, one)
                      : staff_word_with_count(builder, many, "{count}", count);
}

static struct value_row row_of(const struct scene_builder *builder, int index) {
    const struct staff_scene *staff = builder->source->staff;
    const struct change *change = &staff->changes->list[index];
    struct change_words words = change_words_of(change, staff->words, builder->arena);
    bool is_asked = words.is_confirmed && !staff->is_back;
    bool is_opened = change->old_card || change->now_card || change->kind == CHANGE_CONTESTED;
    enum action_kind way = is_opened ? ACTION_OPEN_CHANGE : ACTION_NONE;
    return (struct value_row){.label = words.label,
                              .old = words.old,
                              .now = words.now,
                              .is_strong = words.is_confirmed,
                              .is_ticked = staff->confirmed[index],
                              .action = {is_asked ? ACTION_CONFIRM : way, index}};
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
        rows[i] = row_of(builder, i);
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

// In as many words as the row has room for beside its first button.
static struct button fitting_button(const struct scene_builder *builder, struct button first,
                                    enum button_kind kind, const char *const words[2]) {
    struct button put = button_say(builder, kind, ACTION_PUT_ON_SCREEN, words[0]);
    put.icon_after = kind == BUTTON_FILLED ? "chevron-right" : NULL;
    put = button_plan(builder, put);
    const struct button arrow = button_arrow(builder, ACTION_PAGE_NEXT, "");
    const struct button row[] = {first, put, arrow, arrow};
    int count = builder->scene->page_count > 1 ? COUNT_OF(row) : COUNT_OF(row) - 2;
    if (button_row_px(builder, row, count) > navigation_row(builder).w) {
        put.words = words[1];
    }
    return button_plan(builder, put);
}

// Changed cards that nobody has looked at yet.
static int unseen_count(const struct staff_scene *staff) {
    int count = 0;
    for (int i = 0; i < staff->changes->count; i++) {
        enum change_kind kind = staff->changes->list[i].kind;
        count += (kind == CHANGE_CARD_ADDED || kind == CHANGE_CARD_CHANGED) && !staff->seen[i];
    }
    return count;
}

static struct button put_button(const struct scene_builder *builder, struct button first) {
    const struct staff_scene *staff = builder->source->staff;
    int done = staff->confirmed_count, asked = staff->changes->confirm_count;
    int unseen = staff->is_back ? 0 : unseen_count(staff);
    if (staff->is_back || done == asked) {
        enum staff_word word = staff->is_back ? STAFF_SHOW_THEM : STAFF_PUT_ON_SCREEN;
        const char *const all[] = {staff_word(builder, word), staff_word(builder, word)};
        const char *const some[] = {
            counted(builder, STAFF_PUT_UNSEEN_ONE, STAFF_PUT_UNSEEN, unseen),
            staff_word_with_count(builder, STAFF_PUT_SHORT, "{count}", unseen)};
        return fitting_button(builder, first, BUTTON_FILLED, unseen > 0 ? some : all);
    }
    const char *const asking[] = {
        word_with_number(builder,
                         staff_word_with_count(builder, STAFF_CONFIRM_FIRST, "{done}", done),
                         "{count}", asked),
        word_with_number(builder,
                         staff_word_with_count(builder, STAFF_CONFIRM_SHORT, "{done}", done),
                         "{count}", asked)};
    return fitting_button(builder, first, BUTTON_PLAIN, asking);
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
