// SPDX-License-Identifier: MIT
// One card: a label and a title, and the blocks below them. Words that stand before the first
// heading are the label, so staff see on the screen what they see in Notepad, in the same order.
#ifndef DIT_CARD_H
#define DIT_CARD_H

#include "content/card/document.h"
#include "content/ports.h"

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

// Reads one card from the bytes of a file, in any encoding that Notepad and Macs write. False where
// the card cannot be shown, with at least one error in `findings`; warnings alone still load. The
// caller's id, icon and order stay as they are, and an unshown card is untouched. Nothing of
// `bytes` is kept.
MUST_USE bool card_load(struct card *card, struct str bytes, const char *path,
                        const struct ports *ports, struct findings *findings);

#endif
