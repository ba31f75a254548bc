// SPDX-License-Identifier: MIT
// What goes wrong in the world (disk, display, fonts) is one plain sentence on standard error, and
// at most one of a kind in a minute, so that a fault that repeats with every frame fills no
// journal. What SDL itself has to say takes the same way. The caller owns the struct; there is no
// global.
#ifndef DIT_LOG_H
#define DIT_LOG_H

#include "base/base.h"

enum { LOG_KIND_LIMIT = 32, LOG_QUIET_MS = 60000 };

struct log_kind {
    uint64_t hash;
    uint64_t last_ms;
    int hidden_count; // lines of this kind that were not written since
};

// A zeroed struct is ready for use.
struct log {
    struct log_kind kinds[LOG_KIND_LIMIT];
    int kind_count;
};

// One line; the kind is the format and the words put into it, without their digits. Control
// characters become '?'. With a NULL log the line is always written.
void log_line(struct log *log, const char *format, ...) PRINTF_LIKE(2, 3);

// Sends SDL's own messages through `log`, which must outlive SDL.
void log_route_sdl(struct log *log);

#endif
