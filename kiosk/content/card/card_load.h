// SPDX-License-Identifier: MIT
// From the bytes of a file to a card that can be shown, or findings that say why not. The format is
// what people type in Notepad: every visible character is shown, in its line and in its order, or
// lies in a line that a finding names.
#pragma once

#include "base/finding.h"
#include "content/card/card.h"
#include "content/ports.h"

struct card_source {
    struct str bytes; // of the file, in any encoding that Notepad and Macs write; nothing is kept
    const char *path;
    const char *known_title; // that the screen has for this card now, or NULL
    const struct ports *ports;
};

// Reads as much of the card as there is; the caller's id, drawing and order stay as they are. False
// where the card cannot be shown, with at least one error in `findings`: then what was read serves
// further checks alone. Everything lives in findings->arena.
MUST_USE bool card_load(struct card *card, const struct card_source *source,
                        struct findings *findings);
