// SPDX-License-Identifier: MIT
// The numbers that urgent help has to say in every language: 999, 111 and 116 123. A slip of the
// keyboard there does more harm than anywhere else.
#ifndef DIT_URGENT_H
#define DIT_URGENT_H

#include "model/card.h"

// A warning for each number that the words of the card do not say.
void urgent_check(const struct card *card, struct findings *findings);

#endif
