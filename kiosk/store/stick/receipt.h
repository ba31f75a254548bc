// SPDX-License-Identifier: MIT
// What an update leaves on the stick for whoever reads it at a desk: what was applied or refused,
// when, by which screen, what is different since, and everything that was found.
#pragma once

#include "content/diff/change_words.h"

// Of a screen without a name; the others have theirs in it: see deliver.h.
#define RECEIPT_FILE "KIOSK-RECEIPT.txt"

struct receipt_facts {
    const struct staff_words *words;
    enum staff_word result; // STAFF_R_APPLIED and the like
    const char *detail;     // one more sentence, or NULL
    const char *kiosk_name;
    const char *when;              // NULL: no clock can be trusted
    const char *program;           // its version
    const char *content;           // the version of the cards on screen
    const char *advice;            // a sentence about these cards; NULL: none
    const struct changes *changes; // that are on the screen now; NULL: none are
    const struct findings *findings;
};

// UTF-8 with a byte order mark and CRLF, as every Notepad reads it. Lives in `arena`.
struct str receipt_text(const struct receipt_facts *facts, struct arena *arena);
