// SPDX-License-Identifier: MIT
// The sign of a list at the start of a line, as people type it or as Word and web pages leave it.
#pragma once

#include "base/base.h"

enum list_kind {
    LIST_NONE,
    LIST_OTHER_MARK, // of CommonMark: # > * +
    LIST_DASH,
    LIST_BULLET,
    LIST_NUMBER, // "1." or "1)"
    LIST_LETTER, // "a)", "(a)", "(1)", or "a." with a space behind it
};

struct list_marker {
    enum list_kind kind;
    size_t lead;   // bytes of what is not drawn in front of it
    size_t size;   // of the sign itself
    size_t behind; // of the blanks behind it
    int order;     // of the number or letter; for a dash, which one it is
    bool is_mark;  // CommonMark knows it as it stands
    bool is_sure;  // it is the sign of a list even on a single line
    bool is_minus; // it may be, because an amount stands close behind it
};

struct list_marker list_marker_find(struct str line);

// Whether the sign `next`, on the line below, goes on with the list of `sign`.
bool list_marker_goes_on(const struct list_marker *sign, const struct list_marker *next);
