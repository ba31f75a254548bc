// SPDX-License-Identifier: MIT
// One card: a label and a title, and the blocks below them. Words that stand before the first
// heading are the label, so staff see on the screen what they see in Notepad, in the same order.
#ifndef DIT_CARD_H
#define DIT_CARD_H

#include "content/card/block.h"

struct card {
    const char *id;   // "what-is-dit" of "10-what-is-dit.md"
    const char *path; // "cards/en/10-what-is-dit.md"
    const char *icon; // file name in assets/icons without ".svg", or NULL
    long order;       // 10; -1 for refer.md and urgent-help.md
    struct str label; // may be empty
    struct str title;
    int title_line;       // in the file
    struct document body; // without label and title
};

#endif
