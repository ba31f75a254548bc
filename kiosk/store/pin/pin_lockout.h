// SPDX-License-Identifier: MIT
// Stands before the PIN and counts wrong tries: five in a row close it for 1 minute, the next five
// for 5, then 15, then 60 each time. A try is written to the store, in the small file `tries`,
// before the PIN is looked at, so that ending the program or the power gives nobody a free one. On
// a store that cannot be written, a full or worn memory card, it is counted in memory alone: staff
// must still reach the menu that says so, and there nothing can be changed. It has no clock: the
// caller hands in the milliseconds of a clock that grows from each start of the machine, and the
// name of that start.
#pragma once

#include "store/kept.h"
#include "store/pin/pin.h"

enum { PIN_LOCKOUT_TRIES = 5 };

struct pin_lockout {
    int folder; // the open folder of the store, which outlives this
    char boot[KEPT_BOOT_BYTES + 1];
    int wrong_count;   // since the last right PIN; the last step repeats
    uint64_t since_ms; // when the last of them was counted
    bool is_unkept;    // the store has another count, because it cannot be written
};

// Reads what the store says: not while is_unkept, because then memory knows better. `boot` is the
// start of the machine that `now_ms` counts from; "" where it is not known. A closing of another
// start begins afresh, in full. A damaged file closes for the longest time, and a missing one is
// one that nobody has tried.
void pin_lockout_load(struct pin_lockout *lockout, int folder, const char *boot, uint64_t now_ms);

uint64_t pin_lockout_left_ms(const struct pin_lockout *lockout,
                             uint64_t now_ms);                 // until it opens; 0: it is open
int pin_lockout_left_tries(const struct pin_lockout *lockout); // until it closes: 1 to 5

// One try. The right PIN sets the count back; after a wrong one pin_lockout_left_ms says whether
// that closed it.
MUST_USE enum pin_answer pin_lockout_try(struct pin_lockout *lockout, const char *pin,
                                         uint64_t now_ms);

// The first half of pin_lockout_try: false where only memory has it.
bool pin_lockout_count(struct pin_lockout *lockout, uint64_t now_ms);

// As after the right PIN; false where the store still has the old count, which is in force again
// after a start and stricter than it need be.
bool pin_lockout_reset(struct pin_lockout *lockout);
