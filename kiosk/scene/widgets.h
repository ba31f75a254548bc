// SPDX-License-Identifier: MIT
// What looks alike on several screens: buttons, pills, the header row, the row of controls at the
// bottom. Each is planned first (how wide would it be?) and drawn second, so that a row can choose
// shorter words before anything is drawn.
#ifndef DIT_WIDGETS_H
#define DIT_WIDGETS_H

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

// Measures the words and fills in the width and height.
void button_plan(const struct scene_builder *builder, struct button *button);
void button_draw(struct scene_builder *builder, const struct button *button, struct rect at);

// Plans a narrow button again in smaller letters, step by step; false: they are as small as may be.
bool button_shrink(const struct scene_builder *builder, struct button *button);

// The signs that point to the next and the previous card; sketch_icon does not mirror a drawing.
const char *widget_forward_icon(const struct scene_builder *builder);
const char *widget_backward_icon(const struct scene_builder *builder);

// Practice name, language, text size, contrast; from the margin to `right_px`. Where `note` is
// given and fits, it stands in the row too (a page number on small screens); returns whether it
// does.
bool header_draw(struct scene_builder *builder, int right_px, const char *note);

// The lower controls. A card's row has all topics, progress, pause, back and next; any other has
// the planned `buttons`, and quiet words where they fit.
struct navigation {
    bool is_card;
    const struct button *buttons;
    int count;
    const char *note;
};
int navigation_room_px(const struct scene_builder *builder); // beside urgent help, its gap included
void navigation_draw(struct scene_builder *builder, const struct navigation *navigation);

// One rectangle on every screen, whatever else is in the row (WCAG 2.2, 3.2.6). Returns its width.
int navigation_draw_urgent(struct scene_builder *builder);
int navigation_top_px(const struct scene_builder *builder);            // of the row of controls
int navigation_content_bottom_px(const struct scene_builder *builder); // where text has to end

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

#endif
