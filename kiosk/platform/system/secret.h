// SPDX-License-Identifier: MIT
// Reads one line that nobody should see: from a terminal without echo, and otherwise as it comes.
// Whatever ends the reading, the terminal shows again what is typed, and what was read so far is
// wiped. It does not know what the line is for.
#ifndef DIT_SECRET_H
#define DIT_SECRET_H

#include "base/base.h"

enum { SECRET_BYTES = 64 }; // more on one line are dropped

// The caller wipes it with secret_wipe.
struct secret {
    char text[SECRET_BYTES + 1]; // without the end of the line
    bool is_cut;                 // the line was longer
};

enum secret_answer {
    SECRET_LINE,
    SECRET_NONE, // the input was at its end
    SECRET_FAILED,
};

// Whether secret_load asks a person, who can be asked again.
bool secret_is_typed(int input);

// Writes `question` to standard error where `input` is a terminal. A signal that ends or stops the
// program does so after the terminal was put right; when a stopped program goes on, it asks again.
MUST_USE enum secret_answer secret_load(struct secret *secret, int input, const char *question);

void secret_wipe(struct secret *secret);

#endif
