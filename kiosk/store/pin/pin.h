// SPDX-License-Identifier: MIT
// The staff PIN: 6 to 12 digits, of which the store keeps only a yescrypt hash (crypt(5)), in the
// small file `pin`. It counts no tries: that is the lockout's, through which every guess has to go.
// PINs are the caller's to wipe; no copy of one is left in memory here, and none is ever logged.
#pragma once

#include "content/limits.h"

enum pin_answer {
    PIN_RIGHT,
    PIN_WRONG,
    PIN_UNSET,  // there is no PIN yet; as a try it was not counted
    PIN_BROKEN, // the file cannot be read or is damaged, or the machine cannot hash
    PIN_CLOSED, // the lockout's: the PIN was not looked at
    PIN_OPEN,   // the same: no try was made, and one may be
    PIN_ANSWER_COUNT,
};

// NULL, or why this cannot be a new PIN: a sentence or two for the person who chose it.
const char *pin_find_refusal(const char *pin);

// Keeps the hash in the open folder of the store. False, with the old PIN in force, where
// pin_find_refusal has something to say or the hash cannot be made or written.
MUST_USE bool pin_store(int folder, const char *pin);

// Whether that folder has the file, readable or not.
bool pin_is_set(int folder);

// The first four answers. Takes as long for a wrong PIN as for the right one. Only pin_lockout.c
// calls this.
MUST_USE enum pin_answer pin_verify(int folder, const char *pin);
