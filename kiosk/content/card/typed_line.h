// SPDX-License-Identifier: MIT
// What one typed line is, by the signs in front of its words. It knows the line alone, and of the
// lines before it only whether they are a list.
#pragma once

#include "base/base.h"

enum line_kind {
    LINE_BLANK,
    LINE_TEXT,
    LINE_TITLE,   // "# What is DIT?"
    LINE_HEADING, // "## Opening times"
    LINE_ITEM,    // "- one", "25. December", "a) bring this"
    LINE_PICTURE, // "![Our team](team.jpg)", exactly
    LINE_RULE,    // "-----": a line across the card
};

struct typed_line {
    enum line_kind kind;
    bool is_callout;   // there was a > in front of all that follows
    bool is_inner;     // an item that can only be of an inner list: Word's "o"
    int indent;        // columns of blanks before the words or the marker
    struct str marker; // of an item, as typed; empty for a bullet
    struct str text;   // the words, without blanks at both ends; of a picture its file name
    struct str alt;    // of a picture
};

// `typed` is one line without its end. In a list, "-5 degrees" is an item; elsewhere it is a minus.
struct typed_line typed_line_read(struct str typed, bool is_in_list);
