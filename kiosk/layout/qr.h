// SPDX-License-Identifier: MIT
// A QR code (ISO/IEC 18004) as modules, through libqrencode: the smallest version that holds the
// payload at level M, at the best level of that version. Its quiet zone of 4 modules belongs to
// whoever draws it.
#pragma once

#include "base/arena.h"

enum {
    QR_QUIET_MODULES = 4, // ISO/IEC 18004:2015, 9.1
    QR_VERSION_LIMIT = 4, // 33 modules: readable at arm's length on a 7-inch screen
};

struct qr {
    int modules;               // along one side, without the quiet zone
    const unsigned char *dark; // modules * modules, row by row, 1 where dark
    const char *payload;
};

// False when the payload does not fit into version 4 at level M. Lives in `arena`.
// QR_MORE_MODULES is for modules of a few pixels: more of them, which mend more, are read better
// then than larger ones.
enum qr_strength { QR_LARGE_MODULES, QR_MORE_MODULES };
MUST_USE bool qr_build(struct qr *qr, const char *payload, enum qr_strength strength,
                       struct arena *arena);
