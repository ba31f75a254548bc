// SPDX-License-Identifier: MIT
// A scene in the making: adds boxes, lines of text, codes, icons and touch targets to a display
// list. Screens think in left-to-right coordinates; the builder mirrors what they add when the
// language runs the other way, so no screen ever asks.
#ifndef DIT_SCENE_BUILDER_H
#define DIT_SCENE_BUILDER_H

#include "layout/text/paragraph.h"
#include "scene/scene.h"

struct scene_builder {
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

const struct metrics *builder_metrics(const struct scene_builder *builder);
int builder_px(const struct scene_builder *builder, double units);
uint32_t builder_colour(const struct scene_builder *builder, enum colour colour);
const char *builder_word(const struct scene_builder *builder, enum word word);

// Where a rectangle really lies: mirrored in right-to-left languages.
struct rect builder_place(const struct scene_builder *builder, struct rect at);

struct scene_item *builder_box(struct scene_builder *builder, struct rect at, uint32_t fill,
                               uint32_t edge);
void builder_icon(struct scene_builder *builder, struct rect at, const char *name, uint32_t ink);
void builder_dim(struct scene_builder *builder); // darkens all that was added before
void builder_qr(struct scene_builder *builder, struct rect field, const struct qr *qr);
void builder_target(struct scene_builder *builder, struct rect seen, struct action action,
                    const char *label);

// One line, whatever its length.
struct label builder_measure(const struct scene_builder *builder, const char *text,
                             struct look look);
// Lines of at most `width_px`, balanced, `pitch` em apart.
struct label builder_wrap(const struct scene_builder *builder, struct str text, struct look look,
                          int width_px);
// In the middle of the height of `box`.
void builder_label(struct scene_builder *builder, struct rect box, const struct label *label);
// One line whose box and baseline are known; `placed` is not mirrored again.
void builder_line(struct scene_builder *builder, struct rect placed, const struct line *line,
                  struct look look);
// The pieces of a flowed page; `column` in left-to-right coordinates.
void builder_page(struct scene_builder *builder, struct rect column, const struct page *page);

#endif
