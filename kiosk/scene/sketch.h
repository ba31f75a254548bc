// SPDX-License-Identifier: MIT
// A scene in the making: adds boxes, lines of text, codes, icons and touch targets to a display
// list. Screens think in left-to-right coordinates; the sketch mirrors what they add when the
// language runs the other way, so no screen ever asks.
#ifndef DIT_SKETCH_H
#define DIT_SKETCH_H

#include "layout/text/paragraph.h"
#include "scene/scene.h"

struct sketch {
    const struct scene_source *source;
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

// A short text that was measured once and can be drawn anywhere.
struct label {
    struct paragraph paragraph;
    struct look look;
    int width_px;
    int pitch_px; // of a line
    int height_px;
};

const struct metrics *sketch_metrics(const struct sketch *sketch);
int sketch_px(const struct sketch *sketch, double units);
uint32_t sketch_colour(const struct sketch *sketch, enum colour colour);
const char *sketch_word(const struct sketch *sketch, enum word word);

// Where a rectangle really lies: mirrored in right-to-left languages.
struct rect sketch_place(const struct sketch *sketch, struct rect at);

struct scene_item *sketch_box(struct sketch *sketch, struct rect at, uint32_t fill, uint32_t edge);
void sketch_icon(struct sketch *sketch, struct rect at, const char *name, uint32_t ink);
void sketch_dim(struct sketch *sketch); // darkens all that was added before
void sketch_qr(struct sketch *sketch, struct rect field, const struct qr *qr);
void sketch_target(struct sketch *sketch, struct rect seen, struct action action,
                   const char *label);

// One line, whatever its length.
struct label sketch_measure(const struct sketch *sketch, const char *text, struct look look);
// Lines of at most `width_px`, balanced, `pitch` em apart.
struct label sketch_wrap(const struct sketch *sketch, struct str text, struct look look,
                         int width_px);
// In the middle of the height of `box`.
void sketch_label(struct sketch *sketch, struct rect box, const struct label *label);
// One line whose box and baseline are known; `placed` is not mirrored again.
void sketch_line(struct sketch *sketch, struct rect placed, const struct line *line,
                 struct look look);
// The pieces of a flowed page; `column` in left-to-right coordinates.
void sketch_page(struct sketch *sketch, struct rect column, const struct page *page);

#endif
