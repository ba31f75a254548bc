// SPDX-License-Identifier: MIT
// A QR code (ISO/IEC 18004) as modules, through libqrencode: level M or better, the smallest
// version that holds the payload. Its quiet zone of 4 modules belongs to whoever draws it.
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
MUST_USE bool qr_build(struct qr *qr, const char *payload, struct arena *arena);
