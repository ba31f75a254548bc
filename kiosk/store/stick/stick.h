// SPDX-License-Identifier: MIT
// Which folder of a stick is meant. Staff copy folders into one another, twice, or beside each
// other; each of these has its own sentence, and nothing is guessed.
#ifndef DIT_STICK_H
#define DIT_STICK_H

#include "base/finding.h"
#include "base/folder.h"

// The name of the one folder `kiosk` in the open stick, in any case; NULL with an error.
const char *stick_find_content(const struct folder *stick, struct findings *findings);

#endif
