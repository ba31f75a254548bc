// SPDX-License-Identifier: MIT
// What looks alike on several screens: buttons, pills, the header row, the row of controls at the
// bottom. Each is planned first (how wide would it be?) and drawn second, so that a row can choose
// shorter words before anything is drawn.
#pragma once

#include "scene/scene_builder.h"

enum button_kind {
    BUTTON_PLAIN,  // an accent edge
    BUTTON_FILLED, // the one that most people want
    BUTTON_URGENT, // urgent help
    BUTTON_HERE,   // urgent help, on its own screen
    BUTTON_PILL,   // a quiet setting in the header
    BUTTON_HELP,   // urgent help in the header of the staff screens
    BUTTON_ROUND,  // pause
    BUTTON_KEY,    // of a keypad
    BUTTON_KIND_COUNT,
};

struct button {
    enum button_kind kind;
    struct action action;
    const char *words;       // drawn; NULL for an icon alone
    const char *said;        // what a reader would say; NULL: `words`
    const char *icon_before; // NULL: none
    const char *icon_after;
    bool has_letters; // the sign "A A" in front of the words
    bool is_narrow;   // lines as long as its longest word, and little air beside them
    int words_px;     // letter size of the words; 0: the size of its kind
    struct label label;
    int width_px, height_px;
};

// With its words measured and its width and height filled in.
struct button button_plan(const struct scene_builder *builder, struct button button);
struct button button_say(const struct scene_builder *builder, enum button_kind kind,
                         enum action_kind action, const char *words); // planned, of words alone
struct button button_arrow(const struct scene_builder *builder, enum action_kind action,
                           const char *said); // planned, of its sign alone
void button_draw(struct scene_builder *builder, const struct button *button, struct rect at);

// Planned buttons side by side, of which those that do nothing are passed over: how wide they are,
// and one at the start or the end of the room, which shrinks to what is left beside it.
int button_row_px(const struct scene_builder *builder, const struct button *buttons, int count);
void button_draw_start(struct scene_builder *builder, const struct button *button,
                       struct rect *room);
void button_draw_end(struct scene_builder *builder, const struct button *button, struct rect *room);

// Plans a narrow button again in smaller letters, step by step; false: they are as small as may be.
bool button_shrink(const struct scene_builder *builder, struct button *button);

// The sign that points to what comes before (-1) or next (+1): a drawing is not mirrored.
const char *widget_arrow(const struct scene_builder *builder, int step);

struct rect header_room(const struct scene_builder *builder); // from margin to margin

// Practice name, language, text size, contrast; from the margin to `right_px`. Where `note` is
// given and fits, it stands in the row too (a page number on small screens); returns whether it
// does.
bool header_draw(struct scene_builder *builder, int right_px, const char *note);

// The lower controls of a card: all topics, progress, pause, back and next; and those of any other
// screen: planned buttons, and quiet words (NULL: none) where they fit.
void navigation_draw_card(struct scene_builder *builder);
void navigation_draw(struct scene_builder *builder, const struct button *buttons, int count,
                     const char *note);
struct rect navigation_row(const struct scene_builder *builder);  // from margin to margin
struct rect navigation_room(const struct scene_builder *builder); // of it, beside urgent help

// One rectangle on every screen, whatever else is in the row (WCAG 2.2, 3.2.6). Returns its width.
int navigation_draw_urgent(struct scene_builder *builder);
int navigation_content_bottom_px(const struct scene_builder *builder); // where text has to end

// Tiles of one size, as large as the room allows; each with an icon, or NULL for none.
struct tile {
    struct action action;
    const char *words, *icon;
};
struct tiles {
    const struct tile *list;
    int count;
};
void grid_draw(struct scene_builder *builder, struct rect room, struct tiles tiles);

// The phone number, in the largest bold letters that fit the room on one line.
struct label widget_number(const struct scene_builder *builder, int room_px, int most_px,
                           enum colour colour);

// The panel with the code and the number: planned once, because the card's column ends where the
// panel begins.
struct panel {
    struct rect at;
    struct rect room; // of the words; in portrait the code stands to their left
    struct label heading, scan, number, gp;
    const struct qr *qr;
    int code_px;      // least side of its field
    bool is_sideways; // words beside the code, not below it
    bool has_heading, has_gp;
    int spare_px; // height that the chosen words and the least code leave over
};
struct panel panel_plan(const struct scene_builder *builder);
void panel_draw(struct scene_builder *builder, const struct panel *panel);

// Height of the row that holds progress and pause above the controls of a portrait screen.
int navigation_pause_px(const struct scene_builder *builder);

// The code for this deck's payload, NULL when no code holds it; the least side of its white field
// (50 mm or 31u, in whole modules); and drawing it as large as `room` allows in whole modules.
const struct qr *widget_code(const struct scene_builder *builder);
int widget_code_least_px(const struct scene_builder *builder, const struct qr *qr);
struct rect widget_code_draw(struct scene_builder *builder, const struct qr *qr, struct rect room);
