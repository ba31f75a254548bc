// SPDX-License-Identifier: MIT
// The clock is asked when the hours turn, and on every full hour: then it may have been put forward
// or back, have become known, or be trusted no more.
#include "platform/display/opening.h"

#include "platform/display/backlight.h"
#include "platform/system/date.h"

enum { SECOND_MS = 1000, MINUTE_MS = 60 * SECOND_MS, UNKNOWN_MS = 60 * MINUTE_MS };

void opening_open(struct opening *opening, const struct hours *hours, const char *lamps_dir,
                  struct log *log) {
    *opening = (struct opening){
        .hours = hours, .lamps_dir = lamps_dir, .log = log, .is_open = true, .is_lit = true};
    opening->due_ms = hours_are_limited(hours) ? 0 : UINT64_MAX;
    opening->is_known = true;
    backlight_switch(lamps_dir, true);
}

// Said when it is found, and when it changes; not every hour.
static void note_clock(struct opening *opening, bool is_known) {
    if (opening->is_known != is_known) {
        log_line(opening->log,
                 is_known
                     ? "The clock is set: the opening hours are in force."
                     : "Opening hours are set, but the clock is not: the screen is always on.");
    }
    opening->is_known = is_known;
}

bool opening_step(struct opening *opening, uint64_t now_ms) {
    struct date_moment now;
    bool was_open = opening->is_open;
    if (now_ms < opening->due_ms) {
        return false;
    }
    bool is_known = date_moment_find(&now);
    note_clock(opening, is_known);
    opening->is_open = true;
    opening->due_ms = now_ms + UNKNOWN_MS;
    if (is_known) {
        int until_s = hours_until_look(opening->hours, now.week_min) * 60 - now.second;
        opening->is_open = hours_are_open(opening->hours, now.week_min);
        opening->due_ms = now_ms + (uint64_t)(until_s > 1 ? until_s : 1) * SECOND_MS;
    }
    return opening->is_open != was_open;
}

uint64_t opening_deadline_ms(const struct opening *opening) {
    return opening->due_ms;
}

void opening_light(struct opening *opening, bool is_lit) {
    if (opening->is_lit != is_lit) {
        opening->is_lit = is_lit;
        backlight_switch(opening->lamps_dir, is_lit);
    }
}

void opening_close(struct opening *opening) {
    opening_light(opening, true);
}
