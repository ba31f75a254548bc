// SPDX-License-Identifier: MIT
// A screen as a display list: what is drawn, in order, and what can be touched, in whole pixels.
// Any screen is one pure function of deck, view, sizes and fonts, so every picture can be dumped,
// compared and tested without drawing one.
#pragma once

#include "content/deck/deck.h"
#include "layout/flow.h"
#include "layout/metrics.h"
#include "layout/qr.h"
#include "layout/theme.h"
#include "scene/view.h"

enum scene_kind {
    SCENE_BOX,     // rounded, filled with `fill`, edged with `ink`
    SCENE_TEXT,    // one run on one line
    SCENE_QR,      // a code in the middle of its white field
    SCENE_ICON,    // a line icon of assets/icons in `ink`
    SCENE_PICTURE, // a file of the content's images/ on the ground `fill`; where it would not be
                   // seen on that, `ink` is its edge or its paper
    SCENE_DRAWING, // one of assets/drawings, in a square
    SCENE_DIM,     // darkens what was drawn so far, for a question on top
};

struct scene_item {
    enum scene_kind kind;
    struct rect at;
    uint32_t ink, fill; // 0xAARRGGBB; 0 draws nothing
    int radius_px, edge_px;
    struct run_style style;
    int size_px, baseline_px; // texts; the baseline from at.y
    const char *text;         // texts: what is drawn; icons and pictures: the name; codes: payload;
                              // it lives as long as the scene, which may outlive its deck
    const struct qr *qr;
    int module_px;
    bool is_decoration;      // text may lie over it, and it needs no contrast
    bool is_mirrored;        // drawings
    enum theme_choice theme; // drawings: whose colours they have
};

struct scene_target {
    struct rect hit;  // where a finger counts
    struct rect seen; // what is drawn for it; never larger than `hit`
    struct action action;
    const char *label; // as a reader would say it
};

struct scene {
    int width_px, height_px;
    const struct scene_item *items;
    int item_count;
    const struct scene_target *targets; // in Tab order; when one lies over another, the later wins
    int target_count;
    struct rect sliding;  // the part that a drag or a turn of the card moves; empty: nothing
    struct rect progress; // the segment that fills; empty: none
    bool fills_leftwards;
    uint32_t progress_ink;
    int page, page_count; // of the card or screen; page from 0
    int word_count;       // on this page, for the reading time
    int first_word;       // how many words of the card stand on the pages before
};

struct staff_scene;

struct scene_source {
    const struct deck *deck;
    const struct metrics *metrics;
    const struct fonts *fonts;
    const struct staff_scene *staff; // NULL: there are no staff screens
};

// From a view to a display list, which lives in `arena`. A view that points past the deck shows the
// nearest card or page there is.
const struct scene *scene_build(const struct scene_source *source, const struct view *view,
                                struct arena *arena);

// The topmost target at a point, or NULL.
const struct scene_target *scene_find_target(const struct scene *scene, int x, int y);

// Where something may be drawn for it: letters lean out of their box by a little.
struct rect scene_item_reach(const struct scene_item *item);

// The part in which two scenes of one size differ; empty where they are equal.
struct rect scene_difference(const struct scene *before, const struct scene *after);

// How many of the progress segment's pixels are filled at `progress`.
int scene_progress_px(const struct scene *scene, int progress);

// One line an item and a target, as `render --dump` writes it.
const char *scene_dump(const struct scene *scene, struct arena *arena);
