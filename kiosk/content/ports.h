// SPDX-License-Identifier: MIT
// What the checks need from the machine, as a small interface each: which letters can be drawn,
// whether a picture can be decoded, and a picture as it is to be stored. platform/ implements them;
// tests may bring their own.
#pragma once

#include "base/arena.h"
#include "base/base.h"

struct letter_port {
    void *self;
    bool (*has)(void *self, uint32_t code_point); // true when a bundled font has a glyph for it
};

struct ports {
    const struct letter_port *letters;   // NULL: letters are not checked
    bool (*decodes)(struct str picture); // whether the whole of it can be drawn; NULL: pictures are
                                         // checked by their header alone
    // Upright, and no larger than the largest screen: the same bytes, or others in the arena. Once
    // more changes nothing more. NULL: pictures are stored as they came.
    struct str (*reduced)(struct str picture, struct arena *arena);
    // A start, of content that was checked when it came: there is nobody to give advice to, and
    // what became an error since then is none.
    bool skips_advice;
};
