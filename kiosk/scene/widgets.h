// SPDX-License-Identifier: MIT
// What looks alike on several screens: the floor and what stands on it, buttons, pills, the number
// with its code, tiles. Each is planned first (how wide would it be?) and drawn second, so that a
// row can choose shorter words before anything is drawn.
#pragma once

#include "scene/scene_builder.h"

enum button_kind {
    BUTTON_PLAIN,  // an accent edge
    BUTTON_FILLED, // the one that most people want
    BUTTON_FLOOR,  // the same two on the floor
    BUTTON_NEXT,
    BUTTON_KEEP,   // on the sun
    BUTTON_URGENT, // urgent help
    BUTTON_HERE,   // urgent help, on its own screen
    BUTTON_PILL,   // a quiet setting
    BUTTON_HELP,   // urgent help in the header of the staff screens
    BUTTON_KEY,    // of a keypad
    BUTTON_KIND_COUNT,
};

// Planned: with its words measured and its width and height filled in.
struct button {
    enum button_kind kind;
    struct action action;
    const char *words;       // drawn; NULL for an icon alone
    const char *said;        // what a reader would say; NULL: `words`
    const char *icon_before; // NULL: none
    const char *icon_after;
    bool has_letters; // the sign "A A" in front of the words
    bool is_narrow;   // little air beside the words
    struct label label;
    int width_px, height_px;
};

struct button button_plan(const struct scene_builder *builder, struct button button);
struct button button_say(const struct scene_builder *builder, enum button_kind kind,
                         enum action_kind action, const char *words); // planned, of words alone
// The same of a word of the interface, with the sign of an action that leads back or on.
struct button button_word(const struct scene_builder *builder, enum button_kind kind,
                          enum action_kind action, enum word word);
struct button button_arrow(const struct scene_builder *builder, enum action_kind action,
                           const char *said); // planned, of its sign alone
void button_draw(struct scene_builder *builder, const struct button *button, struct rect at);

// Planned buttons side by side, of which those that do nothing are passed over: how wide they are,
// and one at the start or the end of the room, which shrinks.
int button_row_px(const struct scene_builder *builder, const struct button *buttons, int count);
void button_draw_start(struct scene_builder *builder, const struct button *button,
                       struct rect *room);
void button_draw_end(struct scene_builder *builder, const struct button *button, struct rect *room);

// Plans its words again in at most two lines of so many pixels, in smaller letters where need be.
void button_fit(const struct scene_builder *builder, struct button *button, int width_px);

// All in one row from the start of the room, in the order of Tab; and made as large as the room.
void button_row_draw(struct scene_builder *builder, const struct button *buttons, int count,
                     struct rect room);
void button_row_fill(const struct scene_builder *builder, struct button *buttons, int count,
                     struct rect room);

// The sign that points to what comes before (-1) or next (+1): a drawing is not mirrored.
const char *widget_arrow(const struct scene_builder *builder, int step);

// The floor: from `at` down, with its line on top and, where it rises beside paper, at its start.
void floor_draw(struct scene_builder *builder, struct rect at);
void floor_draw_row(struct scene_builder *builder); // that of the controls
int floor_top_px(const struct scene_builder *builder);
struct rect floor_upper_row(const struct scene_builder *builder); // of a portrait screen

// The sky, and in it a drawing (NULL: none) that stands on its foot.
void sky_draw(struct scene_builder *builder, struct rect at, const char *drawing, int side_px);

// The segment that fills; it is no item, because the loop repaints it by itself.
void progress_draw(struct scene_builder *builder, struct rect at);

struct rect header_room(const struct scene_builder *builder); // from margin to margin

// Practice name, size of text, contrast, language and the way out, at the top; on a portrait screen
// at the foot, where everybody reaches, and without the name. What stands at the start of the
// screen takes `taken_px` of its top, and the name gives way to it.
void header_draw(struct scene_builder *builder, int taken_px);
bool header_is_there(const struct scene_builder *builder);
struct label header_name(const struct scene_builder *builder, enum colour colour);
// The other languages in their own letters; it does nothing where there are none.
struct button header_languages(const struct scene_builder *builder, int width_px);
// Its controls, as pills; returns how many.
enum { HEADER_BUTTON_LIMIT = 4 };
int header_buttons(const struct scene_builder *builder, bool has_words, struct button *buttons);

// The controls of a screen beside urgent help, those that lead away from it at the start of the row
// and the others at its end; between them quiet words (NULL: none) where they fit. While it is
// asked whether somebody still reads, the question stands there instead.
void navigation_draw(struct scene_builder *builder, struct button *buttons, int count,
                     const char *note);
struct rect navigation_row(const struct scene_builder *builder);  // from margin to margin
struct rect navigation_room(const struct scene_builder *builder); // of it, beside urgent help

// One rectangle on every screen (WCAG 2.2, 3.2.6). Returns its width.
int navigation_draw_urgent(struct scene_builder *builder);

// "Are you still reading?", in the place of the controls.
void question_draw(struct scene_builder *builder);

// The phone number, in the largest bold letters that fit the room on one line.
struct label widget_number(const struct scene_builder *builder, int room_px, int most_px,
                           enum colour colour);

// The code for this deck's payload, `qr` NULL when none holds it. Its white field is a number of
// whole pixels a module: that which is nearest to `wanted_px`.
struct code {
    const struct qr *qr;
    int side_px;
};
struct code widget_code_plan(const struct scene_builder *builder, int wanted_px);
// In the middle of its room.
void widget_code_draw(struct scene_builder *builder, struct code code, struct rect room);
