// SPDX-License-Identifier: MIT
// Reads one line of standard input that nobody should see: from a terminal without echo, and
// otherwise as it comes. Whatever is typed, the terminal shows again afterwards what is typed. It
// does not know what the line is for.
#pragma once

#include "base/base.h"

enum { PASSPHRASE_BYTES = 64 }; // the NUL included; more on one line are dropped

enum passphrase_answer {
    PASSPHRASE_LINE,
    PASSPHRASE_NONE, // the input was at its end, or Ctrl-C was typed
    PASSPHRASE_FAILED,
};

// Asks `question` on standard error where a terminal answers. The caller wipes `text`, whatever the
// answer.
MUST_USE enum passphrase_answer passphrase_load(char text[PASSPHRASE_BYTES], const char *question);
