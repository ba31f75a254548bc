// SPDX-License-Identifier: MIT
// Results and questions: a heading, a sentence or two, and what can be done next. Each is a row of
// one table.
#include "scene/staff/staff_builders.h"
#include "scene/staff/staff_widgets.h"

#include <assert.h>

enum { NO_WORD = -1 };

enum notice_mark { HAS_TICK = 1, HAS_MENU = 2 };

struct notice_look {
    int heading, text; // enum staff_word
    int detail;        // the sentence that holds {name}, NO_WORD: the detail stands by itself
    int yes;           // words of the button that agrees; NO_WORD: there is none
    enum action_kind yes_action;
    int way_out; // in the header
    int marks;   // of enum notice_mark
};

static const struct notice_look looks[] = {
    [NOTICE_SAME] = {STAFF_SAME_HEADING, STAFF_SAME_TEXT, NO_WORD, STAFF_FINISH, ACTION_STAFF_CLOSE,
                     STAFF_CLOSE, HAS_TICK | HAS_MENU},
    [NOTICE_EMPTY] = {STAFF_EMPTY_HEADING, STAFF_EMPTY_TEXT, NO_WORD, STAFF_EMPTY_YES, ACTION_AGREE,
                      STAFF_CLOSE, HAS_MENU},
    [NOTICE_PULLED] = {STAFF_PULLED_HEADING, STAFF_PULLED_TEXT, NO_WORD, STAFF_FINISH,
                       ACTION_STAFF_CLOSE, STAFF_CLOSE, HAS_MENU},
    [NOTICE_COPY_PULLED] = {STAFF_PULLED_HEADING, STAFF_COPY_PULLED_TEXT, NO_WORD, STAFF_FINISH,
                            ACTION_STAFF_CLOSE, STAFF_CLOSE, HAS_MENU},
    [NOTICE_FAILED] = {STAFF_FAILED_HEADING, STAFF_FAILED_TEXT, NO_WORD, STAFF_FINISH,
                       ACTION_STAFF_CLOSE, STAFF_CLOSE, HAS_MENU},
    [NOTICE_REFUSED] = {STAFF_REFUSED_HEADING, STAFF_REFUSED_TEXT, NO_WORD, STAFF_MENU, ACTION_MENU,
                        STAFF_CLOSE, 0},
    [NOTICE_COPY_OVER] = {STAFF_COPY_OVER_HEADING, STAFF_COPY_OVER_TEXT, STAFF_COPY_OVER_TEXT,
                          STAFF_COPY_OVER, ACTION_AGREE, STAFF_CANCEL, 0},
    [NOTICE_COPIED] = {STAFF_COPIED_HEADING, STAFF_COPIED_TEXT, NO_WORD, STAFF_FINISH,
                       ACTION_STAFF_CLOSE, STAFF_CLOSE, HAS_TICK | HAS_MENU},
    [NOTICE_COPY_FAILED] = {STAFF_COPY_FAILED_HEADING, STAFF_COPY_FAILED_TEXT, NO_WORD,
                            STAFF_FINISH, ACTION_STAFF_CLOSE, STAFF_CLOSE, HAS_MENU},
    [NOTICE_RESTART] = {STAFF_RESTART_HEADING, STAFF_RESTART_TEXT, NO_WORD, STAFF_RESTART,
                        ACTION_AGREE, STAFF_CANCEL, 0},
    [NOTICE_POWER] = {STAFF_POWER_HEADING, STAFF_POWER_TEXT, NO_WORD, STAFF_POWER, ACTION_AGREE,
                      STAFF_CANCEL, 0},
    [NOTICE_KEEP_TOUCH] = {STAFF_KEEP_HEADING, STAFF_KEEP_TEXT, NO_WORD, STAFF_KEEP, ACTION_AGREE,
                           STAFF_CANCEL, 0},
    [NOTICE_UNFIT] = {STAFF_UNFIT_HEADING, STAFF_UNFIT_TEXT, NO_WORD, STAFF_TRY_AGAIN,
                      ACTION_SET_UP_TOUCH, STAFF_CANCEL, 0},
};
static_assert(COUNT_OF(looks) == NOTICE_LOOK_COUNT, "a notice has no look");

static const char *text_of(const struct scene_builder *builder, const struct notice_look *look) {
    const struct staff_scene *staff = builder->source->staff;
    if (staff->notice == NOTICE_KEEP_TOUCH) {
        return staff_word_with_count(builder, (enum staff_word)look->text, "{seconds}",
                                     staff->wait_s);
    }
    const char *words = staff_word(builder, (enum staff_word)look->text);
    if (look->detail != NO_WORD) {
        return word_with_text(builder, words, "{name}", staff->detail ? staff->detail : "");
    }
    return staff->detail && staff->detail[0]
               ? arena_format(builder->arena, "%s %s", staff->detail, words)
               : words;
}

static int draw_sign(struct scene_builder *builder) {
    const struct metrics *m = builder_metrics(builder);
    int side = builder_px(builder, m->is_cramped ? 8 : 12);
    struct rect at = {m->margin_px, m->header_px + builder_px(builder, 1), side, side};
    struct scene_item *disc = builder_box(builder, at, builder_colour(builder, COLOUR_ACCENT), 0);
    disc->radius_px = side / 2;
    int in = side / 5;
    builder_icon(builder, (struct rect){at.x + in, at.y + in, side - 2 * in, side - 2 * in}, "tick",
                 builder_colour(builder, COLOUR_ON_ACCENT));
    return at.y + at.h + builder_px(builder, 2);
}

static int draw_heading(struct scene_builder *builder, int y, const char *words) {
    const struct metrics *m = builder_metrics(builder);
    struct look look = {m->title_px, WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    struct label label =
        builder_wrap(builder, str_from(words), look, m->width_px - 2 * m->margin_px);
    builder_label(builder, (struct rect){m->margin_px, y, label.width_px, label.height_px}, &label);
    return y + label.height_px + builder_px(builder, 2);
}

static void draw_receipt(struct scene_builder *builder, int y) {
    enum receipt receipt = builder->source->staff->receipt;
    if (receipt == RECEIPT_WRITTEN) {
        staff_text_draw(builder, y, staff_word(builder, STAFF_RECEIPT_DONE));
    }
}

void screen_notice_build(struct scene_builder *builder) {
    const struct metrics *m = builder_metrics(builder);
    const struct notice_look *look = &looks[builder->source->staff->notice];
    staff_header_draw(builder, STAFF_MENU_NOTE, (enum staff_word)look->way_out);
    int y = m->header_px + builder_px(builder, 3);
    const char *detail = builder->source->staff->detail;
    bool is_plain = !detail || !detail[0]; // there is nothing more to be said
    if ((look->marks & HAS_TICK) && is_plain) {
        y = draw_sign(builder);
    }
    y = draw_heading(builder, y, staff_word(builder, (enum staff_word)look->heading));
    y = staff_text_draw(builder, y, text_of(builder, look));
    draw_receipt(builder, y);
    struct staff_row row = {.last = {.kind = BUTTON_FILLED,
                                     .action = {look->yes_action, 0},
                                     .words = staff_word(builder, (enum staff_word)look->yes)}};
    if (look->marks & HAS_MENU) {
        row.first = (struct button){.kind = BUTTON_PLAIN,
                                    .action = {ACTION_MENU, 0},
                                    .words = staff_word(builder, STAFF_MENU)};
    }
    staff_row_draw(builder, &row);
}
