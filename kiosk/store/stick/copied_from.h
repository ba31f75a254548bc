// SPDX-License-Identifier: MIT
// The file copied-from.txt, which the kiosk writes into each copy of the cards: which content it is
// a copy of, so that it can be told later what has changed on which side. Anybody may write what
// they like into it: the worst it can do is to keep what is on screen.
#pragma once

#include "store/stick/record.h"

#define COPIED_FROM "copied-from.txt"

struct copied_from {
    char content[RECORD_KEY_DIGITS + 1]; // the key of its record; "": not known
    char copy[RECORD_KEY_DIGITS + 1];    // which no other copy has
};

// Of a folder that is open. False, with `found` as it was, where there is none that can be read.
MUST_USE bool copied_from_load(struct copied_from *found, int folder, struct arena *arena);

// Both are hexadecimal digits, or none of it is.
MUST_USE bool copied_from_set(struct copied_from *found, const char *content, const char *copy);

struct copied_from_facts {
    const char *kiosk_name;
    const char *when; // NULL: no clock can be trusted
    const char *content, *copy;
};

// The file, as every Notepad opens it. Lives in `arena`.
struct str copied_from_text(const struct copied_from_facts *facts, struct arena *arena);
