// SPDX-License-Identifier: MIT
// Whether the practice is open, as the opening hours and a trusted clock say, and the lamps of a
// screen that is dark. Without such a clock, or without hours, it is always open.
#ifndef DIT_OPENING_H
#define DIT_OPENING_H

#include "content/settings/hours.h"
#include "platform/system/log.h"

struct opening {
    const struct hours *hours; // open at all times: no clock is ever asked
    const char *lamps_dir;     // see backlight.h
    struct log *log;
    bool is_open;
    bool is_known; // whether the clock could be trusted at the last look
    bool is_lit;
    uint64_t due_ms; // of the next look; UINT64_MAX: never
};

// Puts the lamps on, whatever an earlier run left behind. Borrows what it is given.
void opening_open(struct opening *opening, const struct hours *hours, const char *lamps_dir,
                  struct log *log);

// True when the practice has opened or closed since the last step: is_open says which.
bool opening_step(struct opening *opening, uint64_t now_ms);
uint64_t opening_deadline_ms(const struct opening *opening); // UINT64_MAX: none

void opening_light(struct opening *opening, bool is_lit); // the lamps

void opening_close(struct opening *opening); // leaves the lamps on

#endif
