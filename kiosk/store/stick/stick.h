// SPDX-License-Identifier: MIT
// Which folder of a stick is meant. Staff copy folders into one another, twice, or beside each
// other; each of these has its own sentence, and nothing is guessed.
#pragma once

#include "base/finding.h"
#include "base/folder.h"

#define STICK_CONTENT "kiosk"

// A copy of the screen's cards on its way onto the stick, or one that was broken off: nobody is
// told to rename it.
#define STICK_UNFINISHED STICK_CONTENT "-unfinished"

// The name of the one folder `kiosk` in the open stick, in any case; NULL with an error. A stick
// that has nothing of the kind is FINDING_NO_CONTENT.
const char *stick_find_content(const struct folder *stick, struct findings *findings);
