// SPDX-License-Identifier: MIT
// Reads one line of standard input that nobody should see: from a terminal without echo, and
// otherwise as it comes. Whatever ends the reading, the terminal shows again what is typed. It does
// not know what the line is for.
#pragma once

#include "base/base.h"

enum { PASSPHRASE_BYTES = 64 }; // the NUL included; more on one line are dropped

enum passphrase_answer {
    PASSPHRASE_LINE,
    PASSPHRASE_NONE, // the input was at its end
    PASSPHRASE_FAILED,
};

// Asks `question` on standard error where a terminal answers. A signal that ends or stops the
// program does so after the terminal was put right; when a stopped program goes on, it asks again.
// The caller wipes `text`, whatever the answer.
MUST_USE enum passphrase_answer passphrase_load(char text[PASSPHRASE_BYTES], const char *question);
