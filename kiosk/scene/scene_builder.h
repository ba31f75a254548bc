// SPDX-License-Identifier: MIT
// A scene in the making: adds boxes, lines of text, codes, icons and touch targets to a display
// list. Screens think in left-to-right coordinates; the builder mirrors what they add when the
// language runs the other way, so no screen ever asks.
#pragma once

#include "layout/text/paragraph.h"
#include "scene/scene.h"

struct scene_builder {
    const struct scene_source *source;
    const struct metrics *metrics; // the source's
    const struct view *view;
    const struct language *language;
    struct arena *arena;
    struct scene *scene;
    struct scene_item *items;
    struct scene_target *targets;
};

enum align { ALIGN_START, ALIGN_CENTRE, ALIGN_END };

struct look {
    int size_px;
    enum weight weight;
    enum colour colour;
    enum align align;
};

struct control_look {
    struct action action;
    enum colour fill, ink, edge;
};

// A short text that was measured once and can be drawn anywhere.
struct label {
    struct paragraph paragraph;
    struct look look;
    int width_px;
    int pitch_px; // of a line
    int height_px;
};

struct fit {
    int width_px, lines;
    int least_px; // 0: no letters of any screen are smaller
};

int builder_px(const struct scene_builder *builder, double units);
int builder_either_px(const struct scene_builder *builder, double wide_units, double tall_units);
// Less of it where the screen is cramped.
int builder_tight_px(const struct scene_builder *builder, double cramped_units, double units);
uint32_t builder_colour(const struct scene_builder *builder, enum colour colour);
const char *builder_word(const struct scene_builder *builder, enum word word);
// What the settings say in this language, or else `usual` in the first; or "".
const char *builder_sentence(const struct scene_builder *builder,
                             const struct keyed_texts *sentences, const char *usual);

// From margin to margin; smaller on every side; so high, in the middle; a square in the middle.
struct rect builder_row(const struct scene_builder *builder, int y, int height_px);
struct rect builder_inset(struct rect at, int by_px);
struct rect builder_centred(struct rect at, int height_px);
struct rect builder_middle(struct rect at, int side_px);

// Takes so much from the start, the end or the top of `room`, and a gap beside it.
struct rect builder_take_start(struct rect *room, int width_px, int gap_px);
struct rect builder_take_end(struct rect *room, int width_px, int gap_px);
struct rect builder_take_top(struct rect *room, int height_px, int gap_px);
// Where a rectangle really lies: mirrored in right-to-left languages.
struct rect builder_place(const struct scene_builder *builder, struct rect at);

// A control's box; its edge is a stroke wide, and 0 for none.
struct scene_item *builder_box(struct scene_builder *builder, struct rect at, uint32_t fill,
                               uint32_t edge);
// The same for a control that darkens towards `ink` while it is pressed, and wears a ring while it
// is focused; and the ground of such a one.
struct scene_item *builder_control(struct scene_builder *builder, struct rect at,
                                   struct control_look look);
uint32_t builder_fill(const struct scene_builder *builder, struct control_look look);
// The ring of what Enter would press: one in the other, so that it is seen on any ground.
void builder_focus(struct scene_builder *builder, struct rect at, int radius_px);
// A plain shape that nobody touches and text may lie over.
void builder_shape(struct scene_builder *builder, struct rect at, enum colour colour,
                   int radius_px);
void builder_icon(struct scene_builder *builder, struct rect at, const char *name, uint32_t ink);
void builder_drawing(struct scene_builder *builder, struct rect square, const char *name);
// A picture of the content, as large as the room allows in its proportions; none in an empty one.
struct picture_plan {
    const char *name;
    int width, height; // in its own pixels
};
struct rect builder_picture_fit(struct rect room, const struct picture_plan *picture);
void builder_picture(struct scene_builder *builder, struct rect room,
                     const struct picture_plan *picture);
// Darkens all that was added before, which rests.
void builder_cover(struct scene_builder *builder);
void builder_qr(struct scene_builder *builder, struct rect field, const struct qr *qr);
void builder_target(struct scene_builder *builder, struct rect seen, struct action action,
                    const char *label);

// One line, whatever its length.
struct label builder_measure(const struct scene_builder *builder, const char *text,
                             struct look look);
// Lines of at most `width_px`, balanced, `pitch` em apart.
struct label builder_wrap(const struct scene_builder *builder, struct str text, struct look look,
                          int width_px);
// The same in letters that become smaller until it has at most so many lines, or is at `least_px`.
struct label builder_fit(const struct scene_builder *builder, struct str text, struct look look,
                         struct fit fit);
void builder_set_pitch(struct label *label, double em);
// In the middle of the height of `box`.
void builder_label(struct scene_builder *builder, struct rect box, const struct label *label);
// At the top of `room`, whatever its height; returns where the next may begin.
int builder_below(struct scene_builder *builder, struct rect room, const struct label *label);
// Words (NULL: none) on one line, where they fit.
void builder_note(struct scene_builder *builder, struct rect room, const char *words,
                  struct look look);
// The pieces of a flowed page, whose words are counted; `column` in left-to-right coordinates.
void builder_page(struct scene_builder *builder, struct rect column, const struct page *page,
                  enum colour ink);
