// SPDX-License-Identifier: MIT
// Cards that are on a stick, but not where the screen looks: in another folder, under the name that
// Windows gives a copy, or without their folder. It opens folders to look for them, no files.
#ifndef DIT_STICK_SEARCH_H
#define DIT_STICK_SEARCH_H

#include "base/finding.h"
#include "base/folder.h"

// A copy of the screen's cards on its way onto the stick, or one that was broken off: it is neither
// cards nor misplaced, and nobody is told to rename it.
#define STICK_SEARCH_UNFINISHED "kiosk-unfinished"

// Of a stick without a folder `kiosk`: one error, about where its cards are, or that there are
// none.
void stick_search_add_missing(const struct folder *stick, struct findings *findings);

// Of a stick with the folder `name`: true, with an error, where the cards lie one folder deeper.
// A warning for each copy beside it.
bool stick_search_is_deeper(const struct folder *stick, const char *name,
                            struct findings *findings);

#endif
