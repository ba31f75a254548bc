// SPDX-License-Identifier: MIT
// Results and questions: a heading, a sentence or two, and what can be done next. Each is a row of
// one table.
#include "scene/staff/staff_widgets.h"

#include "content/words/words.h"

#include <assert.h>

enum notice_mark { IS_GOOD = 1, IS_QUESTION = 2 };

struct notice_look {
    enum staff_word heading, text;
    int marks;               // of enum notice_mark
    enum action_kind action; // ACTION_NONE: there is nothing to do but to finish
    enum staff_word words;   // of the button that does it
};

static const struct notice_look looks[] = {
    [NOTICE_SAME] = {STAFF_SAME_HEADING, STAFF_SAME_TEXT, .marks = IS_GOOD},
    [NOTICE_EMPTY] = {STAFF_EMPTY_HEADING, STAFF_EMPTY_TEXT, .action = ACTION_AGREE,
                      .words = STAFF_EMPTY_YES},
    [NOTICE_PULLED] = {STAFF_PULLED_HEADING, STAFF_PULLED_TEXT, .marks = 0},
    [NOTICE_COPY_PULLED] = {STAFF_PULLED_HEADING, STAFF_COPY_PULLED_TEXT, .marks = 0},
    [NOTICE_FAILED] = {STAFF_FAILED_HEADING, STAFF_FAILED_TEXT, .marks = 0},
    [NOTICE_REFUSED] = {STAFF_REFUSED_HEADING, STAFF_REFUSED_TEXT, .action = ACTION_MENU,
                        .words = STAFF_MENU},
    [NOTICE_COPY_OVER] = {STAFF_COPY_OVER_HEADING, STAFF_COPY_OVER_TEXT, .marks = IS_QUESTION,
                          .action = ACTION_AGREE, .words = STAFF_COPY_OVER},
    [NOTICE_COPIED] = {STAFF_COPIED_HEADING, STAFF_COPIED_TEXT, .marks = IS_GOOD},
    [NOTICE_COPY_FAILED] = {STAFF_COPY_FAILED_HEADING, STAFF_COPY_FAILED_TEXT, .marks = 0},
    [NOTICE_RESTART] = {STAFF_RESTART_HEADING, STAFF_RESTART_TEXT, .marks = IS_QUESTION,
                        .action = ACTION_AGREE, .words = STAFF_RESTART},
    [NOTICE_POWER] = {STAFF_POWER_HEADING, STAFF_POWER_TEXT, .marks = IS_QUESTION,
                      .action = ACTION_AGREE, .words = STAFF_POWER},
    [NOTICE_KEEP_TOUCH] = {STAFF_KEEP_HEADING, STAFF_KEEP_TEXT, .marks = IS_QUESTION,
                           .action = ACTION_AGREE, .words = STAFF_KEEP},
    [NOTICE_PIN_SET] = {STAFF_PIN_SET_HEADING, STAFF_PIN_SET_TEXT, .marks = IS_GOOD,
                        .action = ACTION_MENU, .words = STAFF_MENU},
    [NOTICE_UNFIT] = {STAFF_UNFIT_HEADING, STAFF_UNFIT_TEXT, .marks = IS_QUESTION,
                      .action = ACTION_SET_UP_TOUCH, .words = STAFF_TRY_AGAIN},
};
static_assert(COUNT_OF(looks) == NOTICE_LOOK_COUNT, "a notice has no look");

// A detail stands where its sentence has a place for it, or else in front.
static const char *text_of(const struct scene_builder *builder) {
    const struct staff_scene *staff = builder->source->staff;
    const char *detail = staff->detail ? staff->detail : "";
    const char *words =
        staff_word_with_count(builder, looks[staff->notice].text, "{seconds}", staff->wait_s);
    if (staff->notice == NOTICE_COPY_OVER) {
        return word_fill(words, "{name}", detail, builder->arena);
    }
    return detail[0] ? arena_format(builder->arena, "%s %s", detail, words) : words;
}

static int draw_sign(struct scene_builder *builder, struct rect room) {
    int side = builder_tight_px(builder, 8, 12);
    struct rect at = {room.x, room.y, side, side};
    builder_box(builder, at, builder_colour(builder, COLOUR_ACCENT), 0)->radius_px = side / 2;
    builder_icon(builder, builder_inset(at, side / 5), "tick",
                 builder_colour(builder, COLOUR_ON_ACCENT));
    return at.y + side + builder_px(builder, 2);
}

static void draw_row(struct scene_builder *builder, const struct notice_look *look) {
    bool has_menu = !(look->marks & IS_QUESTION) && look->action != ACTION_MENU;
    enum action_kind menu = has_menu ? ACTION_MENU : ACTION_NONE;
    bool is_end = look->action == ACTION_NONE;
    staff_row_draw(builder, staff_button(builder, BUTTON_PLAIN, menu, STAFF_MENU),
                   is_end ? staff_button(builder, BUTTON_FILLED, ACTION_STAFF_CLOSE, STAFF_FINISH)
                          : staff_button(builder, BUTTON_FILLED, look->action, look->words));
}

void screen_notice_build(struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    const struct staff_scene *staff = builder->source->staff;
    const struct notice_look *look = &looks[staff->notice];
    struct look bold = {m->title_px, WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    bool has_sign = (look->marks & IS_GOOD) && !staff->detail; // and nothing more to be said
    struct rect room = frame_room(builder, m->header_px + builder_px(builder, has_sign ? 1 : 3));
    staff_header_draw(builder, STAFF_MENU_NOTE,
                      look->marks & IS_QUESTION ? STAFF_CANCEL : STAFF_CLOSE);
    if (has_sign) {
        room.y = draw_sign(builder, room);
    }
    struct str words = str_from(staff_word(builder, look->heading));
    struct label heading = builder_wrap(builder, words, bold, room.w);
    int y = builder_below(builder, room, &heading) + builder_px(builder, 2);
    y = staff_text_draw(builder, y, text_of(builder));
    if (staff->receipt == RECEIPT_WRITTEN) {
        staff_text_draw(builder, y, staff_word(builder, STAFF_RECEIPT_DONE));
    }
    draw_row(builder, look);
}
