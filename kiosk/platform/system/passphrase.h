// SPDX-License-Identifier: MIT
// Reads one line that nobody should see: from a terminal without echo, and otherwise as it comes.
// Whatever ends the reading, the terminal shows again what is typed, and what was read so far is
// wiped. It does not know what the line is for.
#ifndef DIT_PASSPHRASE_H
#define DIT_PASSPHRASE_H

#include "base/base.h"

enum { PASSPHRASE_BYTES = 64 }; // more on one line are dropped

// The caller wipes it with passphrase_wipe.
struct passphrase {
    char text[PASSPHRASE_BYTES + 1]; // without the end of the line
    bool is_cut;                     // the line was longer
};

enum passphrase_answer {
    PASSPHRASE_LINE,
    PASSPHRASE_NONE, // the input was at its end
    PASSPHRASE_FAILED,
};

// Whether passphrase_load asks a person, who can be asked again.
bool passphrase_is_typed(int input);

// Writes `question` to standard error where `input` is a terminal. A signal that ends or stops the
// program does so after the terminal was put right; when a stopped program goes on, it asks again.
MUST_USE enum passphrase_answer passphrase_load(struct passphrase *passphrase, int input,
                                                const char *question);

void passphrase_wipe(struct passphrase *passphrase);

#endif
