// SPDX-License-Identifier: MIT
// What the checks need from the machine, as two small interfaces: which letters can be drawn, and
// whether a picture can be decoded. platform/ implements both; tests may bring their own.
#pragma once

#include "base/base.h"

struct letter_port {
    void *self;
    bool (*has)(void *self, uint32_t code_point); // true when a bundled font has a glyph for it
};

struct picture_port {
    void *self;
    // True when the whole picture can be drawn; `name` is that of the file in images/.
    bool (*decodes)(void *self, const char *name, struct str bytes);
};

struct ports {
    const struct letter_port *letters;   // NULL: letters are not checked
    const struct picture_port *pictures; // NULL: pictures are checked by their header alone
    // A start, of content that was checked when it came: there is nobody to give advice to, and
    // what became an error since then is none.
    bool skips_advice;
};
