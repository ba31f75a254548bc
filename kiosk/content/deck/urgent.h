// SPDX-License-Identifier: MIT
// Whether urgent help says the numbers that it has to say in every language; services.h lists them.
#pragma once

#include "base/finding.h"
#include "content/card/card.h"

// An error for each number that the words of the card do not say, with the line to type. The line
// above the title and the words for a picture are not shown there, so they say nothing. Content
// that `is_stored` came past the checks of its day: help with a number too few is better than none.
// False with an error.
bool urgent_check(const struct card *card, bool is_stored, struct findings *findings);
