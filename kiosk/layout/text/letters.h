// SPDX-License-Identifier: MIT
// A text letter by letter: what is drawn of it, and for each letter its face, script, direction and
// whether a line may end behind it. What belongs to one cluster (a letter and all that hangs on it)
// has one answer to all of these, so that no run ever parts a mark from its base.
#ifndef DIT_LETTERS_H
#define DIT_LETTERS_H

#include "base/arena.h"
#include "content/card/document.h"
#include "layout/text/fonts.h"
#include "layout/text/letter.h"

struct shape_style {
    const struct stretch *stretches; // cover the whole text; NULL: no emphasis
    enum weight weight;              // of text without emphasis
    bool is_right_to_left;
};

struct letters letters_build(struct str text, const struct shape_style *style,
                             const struct fonts *fonts, struct arena *arena);

#endif
